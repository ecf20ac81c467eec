import csv
from collections import defaultdict
from pathlib import Path

import pytest

from payapp.files.cue_files import description_cues
from payapp.reading.cues import cues_of
from payapp.reading.reading import MOST_EVIDENCE, NO, NOT_KNOWN, YES, Read, read

POSTS = Path(__file__).parent / "posts"
CUES = cues_of(description_cues())
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.80


def of(text: str, fact: str) -> Read:
    return read(text, CUES)[fact]


def answer(text: str, fact: str) -> str:
    return of(text, fact).answer


def shown(text: str, fact: str) -> list[str]:
    return [each.text for each in of(text, fact).evidence]


TEACHER = "CLASS TEACHER\nSpecial school, Kent\n\nDuties\n- Teach a class of eight pupils.\n"
ASSISTANT = "TEACHING ASSISTANT\nPrimary school\n\nDuties\n- Teach phonics to small groups.\n"


def test_what_is_shown_is_yes_with_the_sentence_that_shows_it() -> None:
    assert answer(TEACHER, "in_special_school") == YES
    assert shown(TEACHER, "in_special_school") == ["Special school, Kent"]
    assert shown(TEACHER, "teaches_sen_pupils") == ["Teach a class of eight pupils."]


def test_what_is_not_told_is_not_known_and_never_no() -> None:
    read_of_it = of(TEACHER, "on_leadership_team")
    assert read_of_it == Read(NOT_KNOWN, ())


def test_what_is_ruled_out_is_no_with_the_sentence_that_says_so() -> None:
    text = TEACHER + "\nThe post carries no management responsibility.\n"
    assert answer(text, "significant_responsibility") == NO
    assert shown(text, "significant_responsibility") == [
        "The post carries no management responsibility."
    ]


def test_what_points_both_ways_is_not_known_and_all_of_it_is_shown() -> None:
    text = "TEACHER\nFull time\n\nThe post is part-time in its first term.\n"
    assert answer(text, "part_time") == NOT_KNOWN
    assert shown(text, "part_time") == [
        "The post is part-time in its first term.",
        "Full time",
    ]


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("All teachers lead a subject across the whole school.", "impact_beyond_own_classes"),
        ("The SENCO will line manage a team of nine assistants.", "designated_coordinator"),
        ("You will be given a mentor.", "leads_practice_of_others"),
        ("Experience of work in a special school is desirable.", "in_special_school"),
        ("You will not be a member of the leadership team.", "on_leadership_team"),
        ("Some pupils have part-time timetables.", "part_time"),
        ("A permanent contract may be offered later.", "sustained"),
        ("The SENCO award would help.", "coordinator_qualification_required"),
        ("A qualified teacher could do the job but would be paid for it.", "qualified_teacher"),
        ("Reports to: Assistant Headteacher and SENCO", "designated_coordinator"),
    ],
)
def test_what_is_said_of_others_or_only_wished_for_shows_nothing(line: str, fact: str) -> None:
    assert answer(f"TEACHER\nPrimary school\n\nDuties\n- Plan lessons.\n\n{line}\n", fact) != YES


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("You are a member of the senior leadership team.", "on_leadership_team"),
        ("You will act as the school's SENCO.", "designated_coordinator"),
        ("The NPQ for SENCOs is essential.", "coordinator_qualification_required"),
        ("You are a qualified teacher of the deaf.", "sensory_qualification_required"),
        ("Qualified teacher status is essential.", "qualified_teacher"),
        ("Lead the curriculum in science.", "leads_area_or_pupil_development"),
        ("Coach colleagues in their teaching.", "leads_practice_of_others"),
        ("Line manage a team of nine assistants.", "line_manages_significant_number"),
        ("A TLR3 is paid for this project.", "time_limited_project"),
        ("Deputise for the headteacher.", "major_part_in_running_the_school"),
        ("This is a permanent post.", "sustained"),
        ("Hours: 0.6 FTE", "part_time"),
        ("You do not have to be a teacher.", "open_to_non_teachers"),
    ],
)
def test_plain_words_for_a_fact_show_it(line: str, fact: str) -> None:
    text = f"LEADER OF LEARNING\nPrimary school\n\nDuties\n- Keep records.\n\n{line}\n"
    assert shown(text, fact) == [line]


def test_an_assistant_who_takes_groups_has_no_teachers_responsibility() -> None:
    facts = read(ASSISTANT, CUES)
    assert facts["open_to_non_teachers"].answer == YES
    for fact in ("teaches_sen_pupils", "has_teaching_commitment", "professional_judgement"):
        assert facts[fact].answer == NOT_KNOWN


def test_a_heading_that_says_not_rules_out_what_stands_below_it() -> None:
    duty = "- You lead the science curriculum.\n"
    fact = "leads_area_or_pupil_development"
    assert answer(f"TEACHER\n\nWhat you will do\n{duty}", fact) == YES
    assert answer(f"TEACHER\n\nWhat you will not do\n{duty}", fact) == NOT_KNOWN


def test_no_in_one_half_of_a_sentence_leaves_the_other_as_it_is() -> None:
    fact = "leads_practice_of_others"
    assert answer("TEACHER\n\nYou have no tutor group but coach colleagues daily.\n", fact) == YES
    assert answer("TEACHER\n\nYou will not coach colleagues daily.\n", fact) == NOT_KNOWN


def test_a_person_named_at_the_top_is_the_one_of_the_post() -> None:
    duty = "The lead teacher will coach colleagues."
    fact = "leads_practice_of_others"
    assert answer(f"LEAD TEACHER, UNIT\n\nDuties\n- Plan lessons.\n\n{duty}\n", fact) == YES
    assert answer(f"CLASS TEACHER\n\nDuties\n- Plan lessons.\n\n{duty}\n", fact) == NOT_KNOWN


def test_no_more_sentences_are_shown_than_anybody_reads() -> None:
    lines = "".join(f"- Coach colleagues in year {number}.\n" for number in range(20))
    assert len(shown(f"TEACHER\n\nDuties\n{lines}", "leads_practice_of_others")) == MOST_EVIDENCE


def test_every_fact_is_answered_of_any_text() -> None:
    facts = read("x", CUES)
    assert len(facts) == 24
    assert {each.answer for each in facts.values()} == {NOT_KNOWN}


def labelled() -> dict[str, dict[str, str]]:
    """Return for each post what a person read in it, by fact."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with (POSTS / "labels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["file"]][row["fact"]] = row["answer"]
    return found


def test_few_facts_are_shown_that_a_person_does_not_read_there_and_most_that_one_does() -> None:
    right = wrong = missed = 0
    for name, labels in labelled().items():
        facts = read((POSTS / name).read_text(encoding="utf-8"), CUES)
        for fact, label in labels.items():
            is_shown = facts[fact].answer == YES
            right += is_shown and label == "yes"
            wrong += is_shown and label == "no"
            missed += not is_shown and label == "yes"
    assert right + missed > 380
    assert right / (right + wrong) >= LEAST_PRECISION
    assert right / (right + missed) >= LEAST_RECALL
