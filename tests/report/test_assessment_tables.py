from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from payapp.check import check
from payapp.domain.cases import Case, Nation
from payapp.domain.plain_tables import Measure, Table
from payapp.domain.tests_over_facts import walk
from payapp.report.assessment_tables import assessment_tables, workbook_words
from payapp.report.wording import Wording
from tests.many_cases import many_cases
from tests.worked import CLASS_TEACHER, SENCO, case, library

U3 = {"range": "upper-pay-range", "point": "U3", "salary": 51048, "basis": "full-time-equivalent"}
IN_A_SPECIAL_SCHOOL = {**CLASS_TEACHER, "school_type": "special", "fte": 0.6}
KINDS = {"text": str, "money": Decimal, "date": date, "number": int}


@cache
def wording() -> Wording:
    return Wording.load()


def tables(one: Case) -> dict[str, Table]:
    made = assessment_tables(check(one, library()), library(), wording())
    return {table.name: table for table in made}


def column(table: Table, heading: str) -> list[object]:
    place = table.headings.index(heading)
    return [row[place] for row in table.rows]


def test_the_sheets_come_in_the_order_of_a_reader() -> None:
    assert list(tables(case(SENCO, U3))) == [
        "Read me",
        "Summary",
        "Facts",
        "Reasons",
        "Figures used",
        "Money",
        "Sources",
        "Checks",
    ]


@pytest.mark.parametrize("nation", Nation)
def test_every_row_is_as_long_as_its_heading_and_of_its_kinds(nation: Nation) -> None:
    for one in many_cases(nation, 40):
        for table in tables(one).values():
            assert len(table.kinds) == len(table.headings) == len(set(table.headings))
            assert {*table.totals} <= {*table.headings}
            for row in table.rows:
                assert len(row) == len(table.headings)


@pytest.mark.parametrize(
    "name", ["Summary", "Facts", "Reasons", "Figures used", "Money", "Sources"]
)
def test_every_cell_is_of_the_kind_of_its_column(name: str) -> None:
    table = tables(case(IN_A_SPECIAL_SCHOOL, U3))[name]
    assert table.rows
    for row in table.rows:
        for value, kind in zip(row, table.kinds, strict=True):
            assert value is None or isinstance(value, KINDS[kind]), (value, kind)


@pytest.mark.parametrize("nation", Nation)
def test_what_the_checks_expect_is_what_the_sheets_hold(nation: Nation) -> None:
    for one in many_cases(nation, 40):
        sheets = tables(one)
        for tally in sheets["Checks"].tallies:
            held = [value for value in column(sheets[tally.table], tally.heading) if value]
            if tally.measure is Measure.COUNT:
                assert len(held) == tally.computed
            else:
                assert sum(Decimal(str(value)) for value in held) == tally.computed


def test_the_first_sheet_says_what_this_is_for_which_day_and_by_which_data() -> None:
    read_me = tables(case(SENCO, U3, reference="Case 12"))["Read me"]
    rows = {row[0]: row[1] for row in read_me.rows}
    assert rows["Case"] == "Case 12"
    assert rows["Day"] == date(2025, 10, 1)
    assert library().fingerprint in str(rows["Data version"])
    assert "formulas" in str(rows["Live cells"])


def test_every_fact_that_was_entered_stands_as_it_was_asked_with_its_answer() -> None:
    facts = tables(case({**SENCO, "promoted_post": "not-known"}, U3))["Facts"]
    assert facts.headings == ("Fact", "As asked", "Answer", "Pounds a year")
    assert facts.rows[0] == ("Nation", "In which nation is the post?", "England", None)
    day = ("Date", "For which day should the pay be checked?", "1 October 2025", None)
    role = ("Role", "How do you see the post?", "SENCO", None)
    assert {day, role} <= {*facts.rows}
    assert "Promoted post" not in column(facts, "Fact")


def test_pay_and_payments_stand_among_the_facts_with_their_basis() -> None:
    paid = {"kind": "tlr2", "amount": 3590, "basis": "received", "from": "2025-09-01"}
    facts = tables(case(SENCO, {**U3, "allowances": [paid]}))["Facts"]
    answers = {row[0]: row[2:] for row in facts.rows}
    assert answers["Salary"] == ("£51,048", Decimal(51048))
    assert answers["Basis of the amount"] == ("full-time equivalent", None)
    assert answers["Payments beside the salary"] == (
        "TLR2: £3,590 a year, as received, from 1 September 2025.",
        Decimal(3590),
    )


def test_the_facts_are_asked_as_the_reader_is_asked() -> None:
    made = assessment_tables(check(case(SENCO, U3), library()), library(), wording(), "payroll")
    facts = next(table for table in made if table.name == "Facts")
    assert "Which role does the record give for the post?" in column(facts, "As asked")


def test_every_test_of_every_finding_stands_among_the_reasons() -> None:
    one = case(SENCO, U3)
    reasons = tables(one)["Reasons"]
    findings = check(one, library()).findings
    assert len(reasons.rows) == sum(len(tuple(walk(found.because))) for found in findings)
    depths = column(reasons, "Depth")
    assert depths[0] == 0
    assert 2 in depths


def test_money_stands_a_year_and_a_month() -> None:
    money = tables(case(IN_A_SPECIAL_SCHOOL, U3))["Money"]
    row = next(row for row in money.rows if row[0] == "SEN allowance")
    found = dict(zip(money.headings, row, strict=True))
    assert found["Due a year, least"] == Decimal("1672.20")
    assert found["Due a month, least"] == Decimal("139.35")
    assert found["Due a year, most"] == Decimal("3298.20")
    assert found["Paid a year"] == 0
    assert found["Short a year"] == Decimal("1672.20")
    assert found["Short a year if the award is confirmed"] is None


def test_the_rows_that_are_short_add_up_to_what_is_short_in_all() -> None:
    """0.6 of 2,787 is 1,672.20; of the 3,000 that were cut nothing is paid."""
    cut = {"reduction_date": "2025-01-01", "reduction_cause": "restructuring", "sum_before": 3000}
    pay = {**U3, "basis": "received", "salary": 30628.80}
    money = tables(case({**IN_A_SPECIAL_SCHOOL, **cut}, pay))["Money"]
    short = {row[0]: row[money.headings.index("Short a year")] for row in money.rows}
    assert short["SEN allowance"] == Decimal("1672.20")
    assert short["Safeguarding"] == Decimal("1327.80")


def test_what_hangs_on_an_award_that_is_not_confirmed_stands_apart() -> None:
    money = tables(case(CLASS_TEACHER, U3, on="2026-10-01"))["Money"]
    row = next(row for row in money.rows if row[0] == "Salary")
    found = dict(zip(money.headings, row, strict=True))
    assert found["Short a year"] is None
    assert found["Short a year if the award is confirmed"] is None or isinstance(
        found["Short a year if the award is confirmed"], Decimal
    )


def test_a_figure_stands_with_its_amount_date_and_confidence() -> None:
    figures = tables(case(IN_A_SPECIAL_SCHOOL, U3))["Figures used"]
    row = next(row for row in figures.rows if row[1] == "the minimum of the SEN allowance")
    found = dict(zip(figures.headings, row, strict=True))
    assert found["Amount"] == Decimal(2787)
    assert found["From"] == date(2025, 9, 1)
    assert found["Confidence (1 to 3)"] in {1, 2, 3}


def test_every_source_says_what_it_is_used_for() -> None:
    sources = tables(case(SENCO, U3))["Sources"]
    assert len(set(column(sources, "Source"))) == len(sources.rows)
    assert {*column(sources, "Used for")} == {"figures", "rules"}


def test_the_sources_stand_by_their_weight_the_law_first() -> None:
    kinds = [str(kind) for kind in column(tables(case(SENCO, U3))["Sources"], "Kind of source")]
    told = ["Law, agreement or judgment", "Official publication", "Union or employer"]
    assert list(dict.fromkeys(kinds)) == [*told, "Other publication"]
    assert kinds[:-1] == sorted(kinds[:-1], key=[*told, "Other publication"].index)


def test_in_england_the_one_order_of_wales_that_a_rule_rests_on_stands_last() -> None:
    sources = tables(case(SENCO, U3))["Sources"]
    assert column(sources, "Source")[-1] == "L10"
    assert "U03" not in column(sources, "Source")


def test_the_words_of_the_workbook_come_from_the_texts() -> None:
    words = workbook_words(wording())
    assert words.agrees == "OK"
    assert words.page == "Page {page} of {pages}"
