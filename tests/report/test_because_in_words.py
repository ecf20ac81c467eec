"""The reasons of a finding in sentences: what was asked, what was answered, and where it stands."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.rules import WORDS_OF_A_NATION, Citation
from payapp.domain.tests_over_facts import Join, Result, Test
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_in_words import describe
from payapp.report.because_in_words import (
    because_in_words,
    citation_in_words,
    criterion_in_words,
    facts_with_rules,
    rules_behind,
    verified_in_words,
)
from payapp.report.finding_values import Scene, Setting
from payapp.report.in_words import Because
from payapp.report.questions import words_of_audience
from payapp.report.wording import Wording
from tests.nations import scottish
from tests.worked import CLASS_TEACHER, about, answer, library, paid

EXAMPLES = resources_folder() / "examples"
WORDING = Wording.load()
SPECIAL = answer(
    {**CLASS_TEACHER, "school_type": "special", "teaches_sen_pupils": "yes"},
    paid("main-pay-range", 39556, point="M4"),
)


def setting_of(assessment: Assessment = SPECIAL, audience: str = "teacher") -> Setting:
    case = assessment.case
    return Scene(case, library(), WORDING.of(case.nation), audience).setting


def reasons(subject: str, assessment: Assessment = SPECIAL) -> Because:
    finding = about(assessment, subject)
    return because_in_words(finding.because, finding.citations, setting_of(assessment))


def every(because: Because) -> Iterator[Because]:
    yield because
    for part in because.parts:
        yield from every(part)


def of_fact(fact: str, subject: str = "sen-allowance") -> Because:
    return next(each for each in every(reasons(subject)) if each.fact == fact)


def test_a_criterion_is_told_with_the_answer_that_was_given() -> None:
    told = of_fact("school_type")
    assert told.sentence == (
        "Case (b): the post is in a special school. Kind of school: Special school."
    )
    assert (told.result, told.result_in_words, told.rule) == ("met", "met", "SEN-05")


def test_a_fact_that_is_not_known_says_so_and_stays_open() -> None:
    told = of_fact("substantial_direct_work")
    assert told.sentence.endswith("Substantial direct work with pupils with SEN: not known.")
    assert (told.result, told.result_in_words) == ("not-known", "not known")


def test_a_rule_that_stands_above_is_not_said_again() -> None:
    told = of_fact("setting_analogous_to_designated")
    assert told.sentence == "Setting like a designated class or unit: no."
    assert told.rule == "SEN-08"


def test_tests_that_belong_together_say_how_many_must_be_met() -> None:
    root = reasons("sen-allowance")
    assert root.sentence.endswith("All of these must be met.")
    cases = next(each for each in root.parts if each.sentence == "Any one of these must be met.")
    assert len(cases.parts) == 5
    assert cases.parts[0].result == "met", "what decides stands first"


def test_a_rule_is_cited_as_the_document_of_that_year_and_how_it_was_read() -> None:
    assert of_fact("school_type").citation == (
        "School Teachers' Pay and Conditions Document 2025, paragraph 21.2(b)"
        " (read in this or an earlier edition, or in a quotation)"
    )


def test_tests_that_no_one_rule_joins_are_led_by_words_of_their_own() -> None:
    root = reasons("base-pay")
    assert root.sentence == "The answer rests on the tests that follow. All of these must be met."
    assert root.citation == ""


def test_what_a_rule_says_is_not_repeated_below_it() -> None:
    bound = reasons("instrument")
    begins = "Since September 2019 the Document made for England has applied in England alone."
    assert bound.sentence == f"{begins} All of these must be met."
    assert bound.parts[-1].sentence == "That holds on 1 October 2025."


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (Result.MET, "That holds on 1 October 2025."),
        (Result.NOT_MET, "That does not hold on 1 October 2025."),
        (Result.NOT_KNOWN, "Whether that holds on 1 October 2025 cannot be told."),
    ],
)
def test_a_part_with_the_rule_of_the_whole_says_how_it_came_out(
    result: Result, sentence: str
) -> None:
    whole = Test("SC-03", result, Join.ALL_OF, parts=(Test("SC-03", result),))
    (part,) = because_in_words(whole, (), setting_of()).parts
    assert part.sentence == sentence


def test_a_test_without_a_rule_cites_nothing() -> None:
    test = Test("", Result.MET, Join.LEAF)
    told = because_in_words(test, (), setting_of())
    assert told.citation == ""
    assert told.sentence


def test_a_rule_that_only_the_tree_names_is_cited_in_the_edition_of_the_finding() -> None:
    finding = about(SPECIAL, "sen-allowance")
    told = because_in_words(finding.because, finding.citations[:1], setting_of())
    cited = {each.citation for each in every(told) if each.citation}
    assert len(cited) > 1
    assert all("2025" in citation for citation in cited)


def test_without_any_citation_nothing_is_cited() -> None:
    finding = about(SPECIAL, "sen-allowance")
    told = because_in_words(finding.because, (), setting_of())
    assert {each.citation for each in every(told)} == {""}


def citation(paragraph: str, checked: int = 3) -> Citation:
    found = about(SPECIAL, "sen-allowance").citations[0]
    return found._replace(paragraph=paragraph, checked=checked)


def test_a_paragraph_by_its_number_is_called_a_paragraph_and_a_section_keeps_its_name() -> None:
    assert ", paragraph 21.2 (" in citation_in_words(citation("21.2"), setting_of())
    assert ", Section 3 (" in citation_in_words(citation("Section 3"), setting_of())


def test_regulations_are_called_by_their_name() -> None:
    told = citation("26-30")._replace(instrument="ALN (Wales) Regulations 2021")
    assert ", regulations 26-30 (" in citation_in_words(told, setting_of())


def test_a_salary_is_not_cited_by_the_rule_that_says_whom_the_document_binds() -> None:
    told = {each.sentence: each.citation for each in every(reasons("base-pay"))}
    assert told["Salary: £39,556."] == told["Pay range: the main pay range."] == ""
    bound = next(cited for sentence, cited in told.items() if "Employer: " in sentence)
    assert "Section 1 (scope)" in bound


def test_a_range_is_cited_by_the_rule_that_does_not_open_it_to_the_post() -> None:
    unqualified = {**CLASS_TEACHER, "qualified_teacher": "no"}
    found = reasons("base-pay", answer(unqualified, paid("main-pay-range", 30000)))
    told = [each.citation for each in every(found) if each.fact == "range"]
    assert any("paragraph 17" in cited for cited in told)


def test_the_criterion_on_qualified_teachers_is_true_of_one_who_is_and_one_who_is_not() -> None:
    criterion = criterion_in_words("DF-03", setting_of())
    assert criterion.startswith("Only a qualified teacher is a classroom teacher")


def test_a_document_without_paragraphs_is_cited_alone() -> None:
    told = citation_in_words(citation(""), setting_of())
    assert told == (
        "School Teachers' Pay and Conditions Document 2025"
        " (read in this or an earlier edition, or in a quotation)"
    )


def test_how_far_a_paragraph_was_checked_is_always_said() -> None:
    said = {
        checked: citation_in_words(citation("21.2", checked), setting_of()).split("(")[-1]
        for checked in (1, 2, 3)
    }
    assert len(set(said.values())) == 3
    assert said[3] == "read in this or an earlier edition, or in a quotation)"


UNSEEN = answer(
    {**CLASS_TEACHER, "school_type": "special", "teaches_sen_pupils": "yes"},
    paid("main-pay-range", 39556, point="M4"),
    on="2026-10-01",
)


@pytest.mark.parametrize(
    ("rule", "checked", "said"),
    [
        (
            "SEN-05",
            3,
            "read in an earlier edition or a quotation of it; the 2026 text was not seen",
        ),
        (
            "TLR-01",
            2,
            "read as others restate an earlier edition; the 2026 text was not seen",
        ),
        ("TLR-16", 1, "paragraph number not verified; the 2026 text was not seen"),
        (
            "TLR-21",
            2,
            "read as others restate what was announced; the 2026 text was not seen",
        ),
    ],
)
def test_of_an_edition_that_was_not_seen_no_more_is_claimed_than_was_read(
    rule: str, checked: int, said: str
) -> None:
    cited = library().rules.cite(rule, "2026")
    assert cited.checked == checked
    assert verified_in_words(cited, setting_of(UNSEEN)) == said


def test_a_statute_is_read_in_its_own_text_whatever_edition_the_document_has() -> None:
    cited = library().rules.cite("SNC-01", "2026")
    read = "read in the text or in a quotation of it"
    assert verified_in_words(cited, setting_of(UNSEEN)) == read


def test_no_note_to_ourselves_stands_in_the_place_of_a_paragraph() -> None:
    notes = ("-", "n/a", "as above", "holds no such words")
    for rule in library().rules.by_id.values():
        assert rule.paragraph not in notes, rule.id
        assert not any(words in rule.paragraph for words in notes[1:]), rule.id
        assert rule.instrument != "Scope", rule.id


def test_a_paragraph_whose_number_was_not_verified_is_not_said_to_be_read_in_the_text() -> None:
    unsure = ("not verified", "not seen", "not re-read", "recalled")
    for rule in library().rules.by_id.values():
        if any(words in rule.paragraph for words in unsure):
            assert rule.checked < 3, rule.id


def test_a_criterion_is_a_sentence_and_no_rule_says_nothing() -> None:
    assert criterion_in_words("", setting_of()) == ""
    for rule in ("SEN-01", "TLR-01", "SC-03", "DF-01"):
        told = criterion_in_words(rule, setting_of())
        assert told[0].isupper()
        assert told[-1] in ".?!"


WELSH = {**CLASS_TEACHER, "role": "alnco", "teaches_sen_pupils": "no"}


def criteria_in(nation: str, on: str) -> dict[str, str]:
    """Every criterion of a nation as it is told on a day."""
    assessment = answer(WELSH if nation == "wales" else CLASS_TEACHER, nation=nation, on=on)
    rules = (rule for rule in library().rules.by_id.values() if nation in rule.nations)
    return {rule.id: criterion_in_words(rule.id, setting_of(assessment)) for rule in rules}


@pytest.mark.parametrize("nation", ["england", "wales", "northern-ireland", "scotland"])
def test_every_criterion_is_told_in_words_that_the_nation_has(nation: str) -> None:
    post = scottish.TEACHER if nation == "scotland" else CLASS_TEACHER
    if nation == "northern-ireland":
        post = {**CLASS_TEACHER, "employer": "grant-aided"}
    setting = setting_of(answer(post, nation=nation, on="2025-10-01"))
    rules = [rule.id for rule in library().rules.by_id.values() if nation in rule.nations]
    assert all("{" not in criterion_in_words(rule, setting) for rule in rules)


@pytest.mark.parametrize("nation", ["england", "wales", "northern-ireland", "scotland"])
def test_every_word_that_a_criterion_may_name_is_one_that_the_nation_has(nation: str) -> None:
    words = words_of_audience(WORDING, nation)
    assert set(WORDS_OF_A_NATION) <= words.keys()


def test_wales_reads_the_shared_criteria_in_its_own_words_and_england_in_its() -> None:
    wales, england = criteria_in("wales", "2021-01-04"), criteria_in("england", "2025-10-01")
    assert wales["SEN-09"] == (
        "First test of case (d): working directly with children who have ALN makes up a "
        "substantial part of the post."
    )
    assert england["SEN-09"] == wales["SEN-09"].replace("ALN", "SEN")
    assert wales["SEN-31"].startswith("A mainstream ALNCo who teaches no pupils with ALN")
    assert england["SEN-31"].startswith("A mainstream SENCO who teaches no pupils with SEN")
    assert wales["SEN-01"].endswith("must be paid a SEN/ALN allowance.")


def test_the_words_of_wales_are_those_of_the_law_on_the_day_of_the_case() -> None:
    assert "pupils with SEN" in criteria_in("wales", "2021-01-03")["SEN-31"]
    assert "pupils with ALN" in criteria_in("wales", "2021-01-04")["SEN-31"]


def test_what_the_document_and_england_name_so_keeps_its_name_in_wales() -> None:
    told = criteria_in("wales", "2025-10-01")
    assert "a mandatory SEN qualification is required" in told["SEN-02"]
    assert told["SEN-04"].startswith("The award for SENCOs (NASENCO, today an NPQ)")


def test_no_other_shared_criterion_of_a_welsh_report_says_sen() -> None:
    told = criteria_in("wales", "2025-10-01")
    named = {
        rule for rule, criterion in told.items() if re.search(r"\bSEN\b(?!/)|SENCO", criterion)
    }
    of_the_document, of_both_nations = {"SEN-02", "SEN-03", "SEN-04"}, {"POS-02"}
    of_years_before = {"W-16"}
    assert named == of_the_document | of_both_nations | of_years_before


def behind(fact: str, assessment: Assessment = SPECIAL) -> tuple[str, ...]:
    findings = describe(assessment, library(), WORDING).findings
    return rules_behind(fact, findings, WORDING)


def test_reasons_that_were_told_before_are_told_anew_for_another_day_or_nation() -> None:
    finding = about(SPECIAL, "sen-allowance")
    first = setting_of()
    others = [
        first._replace(on=date(2019, 10, 1)),
        first._replace(nation="wales", wording=WORDING.of("wales")),
    ]
    told = [
        because_in_words(finding.because, finding.citations, setting)
        for setting in (first, *others, first)
    ]
    assert told[0] == told[-1]
    assert len(set(told)) == 3


def test_the_rule_behind_a_question_is_told_with_its_paragraph_and_what_it_bears_on() -> None:
    (sentence,) = behind("teaches_designated_class")
    assert sentence == (
        "Case (c): the teacher takes pupils in one or more special classes or units of a school "
        "that are designated as such. School Teachers' Pay and Conditions Document 2025, "
        "paragraph 21.2(c) (read in this or an earlier edition, or in a quotation)."
        " It bears on: SEN allowance."
    )


def test_a_rule_that_several_findings_apply_is_told_once_with_all_of_them() -> None:
    told = behind("employer")
    assert len(told) == len(set(told))
    (scope,) = (sentence for sentence in told if "Section 1 (scope)" in sentence)
    assert "Which document binds" in scope
    assert "Salary" in scope
    assert scope.count("SEN allowance") == 1


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_behind_every_question_of_an_example_each_rule_is_cited(path: Path) -> None:
    findings = describe(check(read_case(path), library()), library(), WORDING).findings
    for fact in facts_with_rules(findings):
        for sentence in rules_behind(fact, findings, WORDING):
            assert ". ." not in sentence, fact


def test_behind_the_duties_of_a_promoted_post_stands_the_list_of_them() -> None:
    told = behind("promoted_duties", scottish.answer(scottish.COORDINATOR, scottish.ON_POINT_5))
    assert len(told) == 3
    for sentence in told:
        assert sentence.startswith("A principal teacher's duties are, among others, to ")
        assert "Annex B" in sentence
        assert sentence.endswith("It bears on: Promoted post.")


def test_a_question_that_no_rule_asks_has_none_behind_it() -> None:
    assert behind("reference") == ()
    facts = facts_with_rules(describe(SPECIAL, library(), WORDING).findings)
    assert {"employer", "school_type", "teaches_designated_class"} <= facts
    assert "reference" not in facts
    assert all(behind(fact) for fact in facts)
