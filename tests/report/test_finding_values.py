from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from payapp.check import check
from payapp.domain.cases import Case
from payapp.domain.findings import About, Finding
from payapp.domain.rules import Citation
from payapp.report.assessment_in_words import finding_headline
from payapp.report.because_in_words import because_in_words, citation_in_words, criterion_in_words
from payapp.report.finding_values import Scene, Values, instrument_in_words, named, values_of
from payapp.report.in_words import Because
from payapp.report.wording import Wording
from tests.worked import CLASS_TEACHER, SENCO, case, library

U3 = {"range": "upper-pay-range", "point": "U3", "salary": 51048, "basis": "full-time-equivalent"}
SPECIAL = {**CLASS_TEACHER, "school_type": "special"}


@cache
def wording() -> Wording:
    return Wording.load()


def scene(one: Case) -> Scene:
    return Scene(one, library(), wording().of(one.nation), "teacher")


def finding(one: Case, about: About) -> Finding:
    return next(found for found in check(one, library()).findings if found.about is about)


def values(one: Case, about: About) -> Values:
    return values_of(finding(one, about), scene(one))


def tree(one: Case, about: About) -> Because:
    found = finding(one, about)
    return because_in_words(found.because, found.citations, scene(one).setting)


def test_a_limit_of_the_nation_is_looked_up_by_its_name() -> None:
    found = values(case(SPECIAL, U3), About.SEN_ALLOWANCE)
    assert found["limit_tribunal_months"] == Decimal(3)
    assert found["limit_nasenco_course_begun_before"] == date(2024, 9, 1)


def test_the_days_of_a_rule_are_looked_up_by_its_id() -> None:
    found = values(case(SPECIAL, U3), About.SEN_ALLOWANCE)
    assert found["start_TLR_20"] == date(2025, 9, 1)
    assert found["end_TLR_20"] == date(2026, 8, 31)


@pytest.mark.parametrize(
    ("employer", "how"),
    [
        ("maintained", "this employer by law"),
        ("academy-on-stpcd", "this employer through the contract"),
        ("central-service", "the local authority for its unattached teachers too"),
    ],
)
def test_a_document_that_is_yet_to_come_is_expected_to_bind(employer: str, how: str) -> None:
    """Of the documents from September 2026 on none was seen; that of 2027 is yet to be made."""
    post, document = {**CLASS_TEACHER, "employer": employer}, "School Teachers' Pay and Conditions"
    for on, says in (
        ("2026-10-01", f"The {document} Document 2026 binds {how}."),
        (
            "2027-10-01",
            f"The {document} Document 2027 is expected to bind {how}; its text was not seen.",
        ),
    ):
        one = case(post, U3, on=on)
        found = finding(one, About.INSTRUMENT)
        assert found.outcome == "in-line"
        assert finding_headline(found, values_of(found, scene(one)), wording()) == says


ON_AN_OLDER = "the award of April 2026 (4.25% on the August 2024 figure)"


@pytest.mark.parametrize(
    ("on", "pay_range", "point", "salary", "missing"),
    [
        ("2026-05-01", "main-grade", "5", 52614, f"{ON_AN_OLDER} is missing."),
        (
            "2026-09-01",
            "principal-teacher",
            "4",
            62022,
            f"the 4% of August 2025, {ON_AN_OLDER} and the 3.25% of August 2026 are missing.",
        ),
    ],
)
def test_an_award_on_an_older_figure_names_that_figure(
    on: str, pay_range: str, point: str, salary: int, missing: str
) -> None:
    pay = {"range": pay_range, "point": point, "salary": salary, "basis": "full-time-equivalent"}
    post = {"employer": "council", "role": "class-teacher", "fte": 1}
    one = case(post, pay, on=on, nation="scotland")
    said = values(one, About.BASE_PAY)["recognised_sentence"]
    assert str(said).endswith(f"scale: {missing}")


@pytest.mark.parametrize("name", ["limit_of_patience", "start_TLR_99", "end_TLR_21", "shoe_size"])
def test_a_name_that_stands_for_nothing_is_missing(name: str) -> None:
    with pytest.raises(KeyError):
        values(case(SPECIAL, U3), About.SEN_ALLOWANCE)[name]


def test_a_rule_applies_that_stands_in_the_explanation() -> None:
    found = values(case(SPECIAL, U3), About.SEN_ALLOWANCE)
    assert found.holds("applies_SEN_05")
    assert not found.holds("applies_SEN_33")
    assert found.holds("not applies_SEN_33")


def test_a_condition_on_what_is_not_known_does_not_hold_either_way() -> None:
    found = values(case(SPECIAL, U3), About.SEN_ALLOWANCE)
    assert not found.holds("never_heard_of")
    assert not found.holds("not never_heard_of")


def test_what_is_not_known_has_no_value() -> None:
    found = values(case({**SPECIAL, "fte": "not-known"}, U3), About.SEN_ALLOWANCE)
    assert "low" not in found
    assert "gap" not in found
    assert found["range_low"] == Decimal(2787)
    assert found["range_high"] == Decimal(5497)


def test_a_salary_is_named_with_its_basis() -> None:
    found = values(case({**SPECIAL, "fte": 0.6}, {**U3, "basis": "received"}), About.BASE_PAY)
    assert found["salary"] == Decimal(51048)
    assert found["salary_basis"] == "as received"


def test_what_is_paid_beyond_the_most_is_counted_as_received() -> None:
    pay = {**U3, "salary": 60000, "salary_conserved": "no"}
    found = values(case({**CLASS_TEACHER, "fte": 0.5}, pay), About.BASE_PAY)
    assert found["over"] == Decimal(30000) - Decimal(25524)


def test_payments_are_named_once_each() -> None:
    tlr = {"kind": "tlr2", "amount": 4000, "basis": "received", "share": 1}
    pay = {"range": "leadership", "allowances": [tlr, {**tlr, "amount": 4100}]}
    assert values(case(SENCO, pay), About.COMBINATION)["allowances"] == "TLR2"


@pytest.mark.parametrize(
    ("fte", "words"),
    [(1, "the whole of its annual value"), (0.6, "0.6 times its annual value")],
)
def test_a_proportion_is_told_as_the_whole_or_as_so_many_times(fte: float, words: str) -> None:
    """On hours alone a full-timer who carries a share of a TLR is paid the whole of it."""
    tlr = {"kind": "tlr2", "amount": 4000, "basis": "full-time-equivalent", "share": 0.5}
    told = case({**SENCO, "fte": fte}, {"allowances": [tlr]}, on="2024-10-01")
    assert values(told, About.PART_TIME)["proportion_words"] == words


def test_a_proportion_that_cannot_be_told_has_no_words() -> None:
    tlr = {"kind": "tlr2", "amount": 4000, "basis": "full-time-equivalent"}
    told = case({**SENCO, "fte": 0.6}, {"allowances": [tlr]}, on="2026-10-01")
    assert "proportion_words" not in values(told, About.PART_TIME)


def test_broken_paperwork_is_told_in_a_sentence_each() -> None:
    post = {**SPECIAL, "written_notice": "no", "annual_statement": "no"}
    assert values(case(post, U3), About.PAPERWORK)["broken"] == (
        "No yearly pay statement was given."
        " No written notice with the amount and the reason was given."
    )


@pytest.mark.parametrize(
    ("item", "point", "words"),
    [
        ("upper-pay-range", "min", "the minimum of the upper pay range"),
        ("upper-pay-range", "U3", "point U3 of the upper pay range"),
        ("sen1", "value", "SEN1"),
    ],
)
def test_a_point_is_named_as_a_sentence_names_it(item: str, point: str, words: str) -> None:
    assert named(item, point, wording()) == words


@pytest.mark.parametrize(
    ("nation", "on", "name"),
    [
        ("england", "2018-10-01", "School Teachers' Pay and Conditions Document 2018"),
        ("wales", "2018-10-01", "School Teachers' Pay and Conditions Document 2018"),
        ("england", "2025-10-01", "School Teachers' Pay and Conditions Document 2025"),
        ("wales", "2025-10-01", "School Teachers' Pay and Conditions (Wales) Document 2025"),
    ],
)
def test_the_document_is_the_joint_one_until_the_nations_part(
    nation: str, on: str, name: str
) -> None:
    one = case({}, on=on, nation=nation)
    assert instrument_in_words("Document", on[:4], scene(one).setting) == name


@pytest.mark.parametrize(
    ("instrument", "paragraph", "checked", "line"),
    [
        (
            "SEND Regs 2014",
            "49(4)",
            3,
            (
                "Special Educational Needs and Disability Regulations 2014,"
                " regulation 49(4) (read in the text or in a quotation of it)"
            ),
        ),
        (
            "SEND Code of Practice",
            "6.87",
            2,
            (
                "SEND Code of Practice: 0 to 25 years (statutory guidance),"
                " paragraph 6.87 (read as others restate it)"
            ),
        ),
        (
            "STPCD",
            "interpretation",
            1,
            (
                "School Teachers' Pay and Conditions Document 2025,"
                " interpretation (paragraph number not verified)"
            ),
        ),
        ("contract", "", 2, "Contract of employment (read as others restate it)"),
        ("some paper", "", 3, "Some paper (read in the text or in a quotation of it)"),
    ],
)
def test_a_citation_says_where_to_look_and_how_far_it_was_checked(
    instrument: str, paragraph: str, checked: int, line: str
) -> None:
    citation = Citation("X-01", instrument, "2025", paragraph, checked)
    assert citation_in_words(citation, scene(case(SPECIAL)).setting) == line


def test_a_test_without_an_answer_says_that_it_is_not_known() -> None:
    found = tree(case({"employer": "maintained"}), About.SEN_ALLOWANCE)
    asked = [test for part in found.parts for test in part.parts if test.fact == "school_type"]
    assert asked[0].value == "not known"
    assert asked[0].result == "not-known"


def test_a_test_of_pay_is_told_by_the_answer_alone() -> None:
    salary = next(t for t in tree(case(SPECIAL, U3), About.BASE_PAY).parts if t.fact == "salary")
    assert salary.sentence == "Salary: £51,048."


def test_a_rule_is_not_repeated_below_itself() -> None:
    found = tree(case(SENCO, U3), About.SEN_ALLOWANCE)
    criterion = criterion_in_words("SEN-01", scene(case(SENCO, U3)).setting)
    assert found.sentence.startswith(criterion)
    below = [test for test in found.parts if test.rule == "SEN-01"]
    assert below
    assert all(criterion not in test.sentence for test in below)


def test_a_group_says_how_its_parts_are_joined() -> None:
    found = tree(case(SENCO, U3), About.SEN_ALLOWANCE)
    assert found.sentence.endswith("All of these must be met.")
    criteria = found.parts[-1]
    assert criteria.sentence == "Any one of these must be met."


def test_a_figure_that_is_not_held_is_named_in_the_tree() -> None:
    early = case(CLASS_TEACHER, U3, on="2013-10-01")
    told = values(early, About.BASE_PAY)
    assert told["not_held_name"] == "point U3 of the upper pay range"
    assert "1 September 2014" in str(told["not_held"])
    assert "No figure is held for the upper pay range." in [
        test.sentence for test in tree(early, About.BASE_PAY).parts
    ]
