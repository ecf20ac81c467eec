"""What a person reads before confirming what a description shows."""

from payapp.files.cue_files import description_cues
from payapp.reading.confirming import offers
from payapp.reading.cues import cues_of
from payapp.reading.reading import NO, NOT_KNOWN, YES, Read
from payapp.reading.sentences import Place, Sentence
from payapp.report.confirming_in_words import (
    Reader,
    ToldDescription,
    ToldFact,
    description_in_words,
)
from payapp.report.wording import Wording

CAUTION = (
    "Words were read here, not the post. Each answer stands with the sentence that appears to "
    "show it: confirm it with the person who holds the post before it goes into a case."
)
INTO = (
    "What you tick here goes into “Case 12”. The facts have the names that they have in "
    "England, the nation of this case."
)
CUES = cues_of(description_cues())


def read(answer: str, *sentences: str) -> Read:
    return Read(answer, tuple(Sentence(each, 0, 1, Place.BODY, "") for each in sentences))


def told(
    wording: Wording,
    facts: dict[str, Read],
    nation: str = "england",
    audience: str = "teacher",
    **held: object,
) -> ToldDescription:
    found = offers(facts, CUES, nation, held.get)
    return description_in_words("post.txt", "Case 12", found, Reader(wording, nation, audience))


def one(wording: Wording, fact: str, answer: str, nation: str = "england", **held: str) -> ToldFact:
    found = told(wording, {fact: read(answer, "Lead it.")}, nation, **held)
    return found.sections[0].facts[0]


def test_it_begins_with_the_caution_and_the_case_that_it_would_go_into(wording: Wording) -> None:
    found = told(wording, {"sustained": read(YES, "Permanent")})
    assert found.title == "What post.txt says of the post"
    assert found.introduction == (CAUTION, INTO)


def test_facts_stand_below_what_the_description_says_of_them(wording: Wording) -> None:
    facts = {
        "sustained": read(NO, "Fixed term"),
        "on_leadership_team": read(NOT_KNOWN, "On the team", "Not on the team"),
        "significant_responsibility": read(YES, "Lead it."),
        "part_time": read(NOT_KNOWN),
        "professional_judgement": read(YES, "Judge."),
        "qualified_teacher": read(NOT_KNOWN),
    }
    found = told(wording, facts).sections
    assert [(each.heading, [fact.label for fact in each.facts], each.listed) for each in found] == [
        (
            "It appears to show",
            ["Significant responsibility", "Needs professional skill and judgement"],
            "",
        ),
        ("It appears to rule out", ["Lasting responsibility"], ""),
        ("It points both ways, so this is not known", ["On the leadership team"], ""),
        ("It says nothing of", [], "Part-time; Qualified teacher."),
    ]


def test_a_fact_on_which_no_rule_of_the_nation_turns_is_only_named(wording: Wording) -> None:
    facts = {"teaches_sen_pupils": read(YES, "Teach."), "part_time": read(NO, "Full time")}
    found = told(wording, facts, "scotland").sections
    assert [each.heading for each in found] == [
        "It appears to rule out",
        "Told, but no rule in Scotland turns on it",
    ]
    assert found[1].listed == "Teaches pupils with additional support needs."


def test_a_description_that_shows_nothing_says_so(wording: Wording) -> None:
    found = told(wording, {"part_time": read(NOT_KNOWN)})
    assert found.introduction[-1] == "Nothing in it shows a fact that is asked about."
    assert [each.facts for each in found.sections] == [()]


def test_a_fact_stands_with_its_question_its_sentences_and_what_is_confirmed(
    wording: Wording,
) -> None:
    found = told(wording, {"sustained": read(YES, "A  permanent\tpost", "No end date")})
    fact = found.sections[0].facts[0]
    assert fact.question == "Is the responsibility a lasting one?"
    assert fact.quoted == ("“A permanent post”", "“No end date”")
    assert fact.held == "In the case now: not known."
    assert fact.box == "Confirm: yes"
    assert fact.spoken == "Lasting responsibility. Confirm: yes. “A permanent post”"
    assert fact.instead == ""


def test_where_the_case_agrees_there_is_no_box(wording: Wording) -> None:
    fact = one(wording, "sustained", YES, sustained="yes")
    assert fact.held == (
        "In the case now: yes. The description agrees, so there is nothing to confirm."
    )
    assert (fact.box, fact.spoken, fact.instead) == ("", "", "")


def test_where_the_case_says_the_opposite_that_is_told_plainly(wording: Wording) -> None:
    fact = one(wording, "sustained", NO, sustained="yes")
    assert fact.held == (
        "In the case now: yes. The description says the opposite; to confirm it would replace that."
    )
    assert fact.box == "Confirm: no"


def test_what_else_confirming_sets_is_told(wording: Wording) -> None:
    fact = one(wording, "in_special_school", YES, school_type="mainstream")
    assert fact.box == "Confirm: yes. The case then says: Kind of school: Special school."
    assert fact.held.startswith("In the case now: Kind of school: Mainstream school. The desc")
    assert one(wording, "part_time", NO).box == (
        "Confirm: no. The case then says: Full-time equivalent: 1."
    )


def test_what_no_description_settles_is_left_to_the_form(wording: Wording) -> None:
    fact = one(wording, "part_time", YES)
    assert (fact.box, fact.instead) == (
        "",
        "Nothing can be put into the case from here. Answer “Full-time equivalent” in the form.",
    )
    held = one(wording, "part_time", YES, fte="0.6")
    assert held.held == "In the case now: Full-time equivalent: 0.6."
    assert held.instead == (
        "Nothing can be put into the case from here. "
        "See whether “Full-time equivalent” in the form still holds."
    )


def test_what_points_both_ways_is_left_to_the_form(wording: Wording) -> None:
    fact = one(wording, "sustained", NOT_KNOWN)
    assert fact.box == ""
    assert fact.instead.endswith("Answer “Lasting responsibility” in the form.")


def test_facts_are_named_as_the_nation_and_the_reader_name_them(wording: Wording) -> None:
    labels = {
        nation: one(wording, "designated_coordinator", YES, nation).label
        for nation in ("england", "wales", "northern-ireland", "scotland")
    }
    assert labels == {
        "england": "Designated SENCO",
        "wales": "Designated ALNCo",
        "northern-ireland": "Designated SENCO",
        "scotland": "Designated ASN co-ordinator",
    }
    facts = {"designated_coordinator": read(YES, "The ALNCo")}
    for_a_rep = told(wording, facts, "wales", "rep").sections[0].facts[0]
    assert for_a_rep.question.startswith("Is the teacher the designated ALNCo")


def test_no_text_of_a_file_steers_a_screen(wording: Wording) -> None:
    found = told(wording, {"sustained": read(YES, "Permanent\x1b[2J")}, sustained="\x07")
    fact = found.sections[0].facts[0]
    assert fact.quoted == ("“Permanent\\x1b[2J”",)
    assert fact.held.startswith("In the case now: \\x07.")
