from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from payapp.casework.arrears import Arrears, arrears
from payapp.domain.cases import Nation
from payapp.domain.plain_tables import Measure
from payapp.report.arrears_in_words import (
    arrears_in_words,
    arrears_json,
    arrears_tables,
    beside_the_months,
    months_told,
)
from payapp.report.papers import paper_text
from payapp.report.wording import Wording
from tests.many_cases import many_cases
from tests.worked import CLASS_TEACHER, SENCO, TLR_TESTS_MET, allowance, case, library, paid

WORDING = Wording.load()
LATE = (CLASS_TEACHER, paid("main-pay-range", 30000))
HOLDS_TLR = {
    **CLASS_TEACHER,
    **TLR_TESTS_MET,
    "line_manages_significant_number": "no",
    "time_limited_project": "no",
}


def over(
    post: Mapping[str, object],
    pay: Mapping[str, object],
    first: str = "2025-10-01",
    last: str = "2025-12-15",
    nation: str = "england",
) -> Arrears:
    asked = case(post, pay, nation=nation)
    return arrears(asked, library(), date.fromisoformat(first), date.fromisoformat(last))


def text(found: Arrears, audience: str = "teacher") -> str:
    return paper_text(arrears_in_words(found, library(), WORDING, audience))


def test_a_shortfall_is_told_in_all_and_month_by_month() -> None:
    """32,916 less 30,000 is 2,916 a year, 243 a month, 117.58 for 15 of 31 days."""
    told = text(over(*LATE))
    assert told.startswith("What was due and what was paid, 1 October 2025 to 15 December 2025\n")
    assert "At least £603.58 appears to be owed to you by rules that must be kept" in told
    assert "October 2025: due at least £2,743, paid £2,500, short £243" in told
    assert "1 December 2025 to 15 December 2025: due at least" in told
    assert "short £117.58" in told


def test_what_rests_on_an_unconfirmed_award_is_never_called_certain() -> None:
    """A TLR of 3,391: 136 a year short of the confirmed 3,527, and 260 of the proposed 3,651."""
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 3391), point="U3")
    told = text(over(SENCO, pay, "2026-08-01", "2026-09-30"))
    assert "At least £22.67 appears to be owed to you by rules that must be kept" in told
    assert (
        "A further £10.33 rests on an award that is accepted, but its final document was not seen: "
        "£33 together."
    ) in told
    assert (
        "September 2026: due at least £4,547.93, paid £4,536.59, short £11.34, a further £10.33 "
        "only if the award is confirmed, short at most"
    ) in told
    assert "short £11.33, short at most" in told
    assert "with what stands only by the award that is not confirmed." in told


def test_what_a_month_owes_by_an_award_alone_stands_in_a_column_of_its_own() -> None:
    """A SEN allowance of 2,787 is confirmed, 232.25 a month; the 2,885 proposed is 8.17 more."""
    post = {
        **CLASS_TEACHER,
        "school_type": "special",
    }
    missing = over(post, paid("upper-pay-range", 52835, point="U3"), "2026-09-01", "2026-09-30")
    (month,) = missing.months
    assert (month.certain, month.unconfirmed) == (Decimal("240.42"), Decimal("8.17"))
    held = arrears_json(missing)
    assert isinstance(held["months"], list)
    assert [each["unconfirmed"] for each in held["months"]] == [8.17]
    assert (held["total"], held["unconfirmed"]) == (240.42, 8.17)
    months, subjects, checks = arrears_tables(missing, library(), WORDING)
    assert months.rows[0][4] == subjects.rows[0][3] == Decimal("232.25")
    assert months.rows[0][7] == subjects.rows[0][6] == Decimal("8.17")
    assert months.rows[0][2] == Decimal("4635.17")
    assert [tally.computed for tally in checks.tallies][3::4] == [Decimal("8.17")] * 2


ON_AN_ISLAND = {
    "employer": "council",
    "school_type": "mainstream",
    "role": "class-teacher",
    "qualified_teacher": "yes",
    "fte": 0.5,
    "promoted_post": "no",
    "designated_coordinator": "no",
    "remote_school": "no",
    "distant_island": "yes",
    "residential_school": "no",
}
ON_POINT_5 = paid("main-grade", None, point="5")


def test_an_amount_that_is_not_held_is_named_with_its_payment_its_months_and_its_time() -> None:
    told = text(over(ON_AN_ISLAND, ON_POINT_5, "2024-09-01", "2024-11-30", "scotland"))
    assert "something that appears to be due in October 2024 to November 2024." in told
    assert "November 2024: paid £2,107.8" in told
    assert told.count(", and short by an amount that cannot be told.") == 2
    assert (
        "Distant islands allowance (due but missing): no amount can be told. "
        "This holds for October 2024 to November 2024."
    ) in told
    assert "is or may be short, though by how much cannot be told for certain" in told
    assert "that time ends on 27 February 2025." in told


def test_where_no_amount_can_be_told_at_all_nobody_reads_that_nothing_is_owed() -> None:
    told = text(over(ON_AN_ISLAND, ON_POINT_5, "2024-11-01", "2024-11-30", "scotland"))
    assert "No amount can be told for certain, but pay appears to be short or missing." in told
    assert "No amount appears certain" not in told
    assert "appears to be due in November 2024." in told


def test_acting_is_counted_at_most_and_said_to_hang_on_its_days() -> None:
    post = {**ON_AN_ISLAND, "distant_island": "no", "role": "principal-teacher", "acting_days": 60}
    told = text(over(post, ON_POINT_5, "2026-04-01", "2026-04-30", "scotland"))
    assert "No amount appears certain to be owed." in told
    assert "nothing here tells from which day on it is due" in told


def test_months_that_do_not_follow_one_another_are_named_one_by_one() -> None:
    asked = case(
        ON_AN_ISLAND,
        ON_POINT_5,
        nation="scotland",
        changes=[
            {"from": "2024-11-01", "post": {"distant_island": "no"}},
            {"from": "2024-12-01", "post": {"distant_island": "yes"}},
        ],
    )
    found = arrears(asked, library(), date(2024, 10, 1), date(2024, 12, 31))
    assert "due in October 2024, December 2024." in text(found)


def test_months_of_which_one_is_a_part_are_named_by_their_days() -> None:
    told = text(over(ON_AN_ISLAND, ON_POINT_5, "2024-10-01", "2024-11-15", "scotland"))
    assert "due in 1 October 2024 to 15 November 2024." in told


def test_a_rep_reads_of_the_teacher() -> None:
    assert "owed to the teacher by rules" in text(over(*LATE), "rep")


def test_a_high_total_is_told_only_where_it_is_higher() -> None:
    exact = over(
        CLASS_TEACHER, paid("main-pay-scale", 30000, point="M2"), nation="northern-ireland"
    )
    assert "It may be up to" not in text(exact)
    assert "It may be up to" in text(over(*LATE))


def test_nothing_owed_is_said_and_an_overpayment_warns_that_it_may_be_recovered() -> None:
    told = text(over(HOLDS_TLR, paid("main-pay-range", 45352, allowance("tlr2", 9000))))
    assert "No amount appears certain to be owed." in told
    assert "appears to have been paid beyond what the rules allow." in told
    assert "An employer may ask for an overpayment back." in told
    assert "overpaid £32.42" in told


def test_what_cannot_be_told_is_named_with_the_facts_that_would_settle_it() -> None:
    told = text(over(CLASS_TEACHER, paid("main-pay-range")))
    assert "what was paid cannot be told" in told
    assert "Salary (cannot tell): more may be due, or less. Still to be known: Salary," in told


def test_of_a_salary_outside_the_figures_what_is_due_is_not_said() -> None:
    """2,500 a month is paid; no figure is held before August 2003, nor for December 2007."""
    post = {"employer": "council", "qualified_teacher": "yes", "fte": 1, "role": "class-teacher"}
    pay = paid("main-grade", 30000, point="6")
    told = text(over(post, pay, "2007-11-01", "2007-12-31", "scotland"))
    assert "November 2007: due at least £2,642.25, paid £2,500, short £142.25" in told
    assert "December 2007: paid £2,500, what is due for the salary cannot be told" in told


def test_what_needs_no_fact_to_be_untold_is_named_as_well() -> None:
    found = over(CLASS_TEACHER, paid("main-pay-range", 45352, allowance("honorarium", 500)))
    assert "Other payments (not permitted): no amount can be told." in text(found)


def test_time_limits_are_information_with_their_source_and_how_far_it_was_checked() -> None:
    told = text(over(*LATE))
    assert "Time limits for a claim: information, not advice" in told
    assert "Employment Rights Act 1996, section 23(4A) (paragraph number not verified)" in told
    assert "that is 15 December 2023: of the months that are short, 3 inside and 0 outside" in told
    assert "that time ends on 14 March 2026." in told
    assert "is for a union or a lawyer to say." in told


def test_what_no_amount_counts_of_the_awards_is_told_once_with_its_source() -> None:
    pay = paid("upper-pay-range", None, point="U3")
    told = text(over(CLASS_TEACHER, pay, "2022-07-01", "2026-10-31", "wales"))
    assert told.count("a payment made once was agreed for this pay year") == 1
    assert "1.5% of the year's pay and allowances was agreed for 2022/23" in told
    assert "[Written Statement of 9 February 2023 " in told
    assert told.count("No pay award in Wales after 1 September 2025 was confirmed") == 1
    assert "Awards: information" not in text(over(*LATE))


def test_scotlands_rate_for_a_day_is_named_beside_a_part_of_a_month() -> None:
    post = {"employer": "council", "role": "class-teacher", "qualified_teacher": "yes", "fte": 1}
    found = over(post, paid("main-grade", 50000, point="5"), nation="scotland")
    assert "It counts days worked, which are not known here" in text(found)
    assert "It counts days worked" not in text(over(*LATE))


def test_the_object_for_scripts_has_the_promised_keys_and_plain_numbers() -> None:
    held = arrears_json(over(*LATE))
    assert list(held)[:2] == ["total", "total_high"]
    assert held["total"] == 603.58
    assert isinstance(held["months"], list)
    first, *_, last = held["months"]
    assert first == {
        "month": "2025-10",
        "from": "2025-10-01",
        "to": "2025-10-31",
        "due": 2743,
        "paid": 2500,
        "shortfall": 243,
        "shortfall_high": 1279.33,
        "unconfirmed": 0,
        "overpaid": 0,
        "by_subject": [
            {
                "about": "base-pay",
                "shortfall": 243,
                "shortfall_high": 1279.33,
                "unconfirmed": 0,
                "overpaid": 0,
            }
        ],
        "not_told": [],
    }
    assert last["to"] == "2025-12-15"


def test_the_object_for_scripts_says_what_is_not_told_and_shows_the_limits() -> None:
    held = arrears_json(over(CLASS_TEACHER, paid("main-pay-range")))
    assert isinstance(held["months"], list)
    assert isinstance(held["time_limits"], list)
    month = held["months"][0]
    assert (month["due"], month["paid"]) == (None, None)
    assert month["not_told"][0]["about"] == "base-pay"
    limits = {limit["rule"]: limit for limit in held["time_limits"]}
    assert limits["CLM-01"]["back_to"] == "2023-12-15"
    assert limits["CLM-01"]["checked"] == 1
    assert limits["CLM-03"]["begin_by"] is None


def test_the_workbook_holds_the_months_the_subjects_and_checks_of_both() -> None:
    months, subjects, checks = arrears_tables(over(*LATE), library(), WORDING)
    assert [months.name, subjects.name, checks.name] == ["Arrears", "Arrears by subject", "Checks"]
    pending = "Further, if the award is confirmed"
    assert months.totals == subjects.totals == ("Short", "Short at most", "Overpaid", pending)
    assert months.rows[0][:5] == (
        date(2025, 10, 1),
        date(2025, 10, 31),
        Decimal("2743.00"),
        Decimal("2500.00"),
        Decimal("243.00"),
    )
    assert subjects.rows[0][2] == "Salary"
    assert [tally.computed for tally in checks.tallies][::4] == [Decimal("603.58")] * 2
    assert {tally.measure for tally in checks.tallies} == {Measure.SUM}


def test_the_sheet_says_how_it_is_counted_and_repeats_no_month_above() -> None:
    months, _, _ = arrears_tables(over(*LATE), library(), WORDING)
    assert any("A whole month is a twelfth of the year." in line for line in months.introduction)
    assert not any(line.startswith("October 2025:") for line in months.introduction)


@pytest.mark.parametrize("nation", Nation)
def test_arrears_of_any_case_can_be_said_and_its_sheets_add_up(nation: Nation) -> None:
    for asked in many_cases(nation, 8):
        found = arrears(asked, library(), date(2025, 7, 20), date(2026, 9, 10))
        assert text(found)
        months, subjects, checks = arrears_tables(found, library(), WORDING)
        for tally in checks.tallies:
            table = months if tally.table == months.name else subjects
            place = table.headings.index(tally.heading)
            held = (row[place] for row in table.rows)
            assert sum(amount for amount in held if isinstance(amount, Decimal)) == tally.computed


def test_a_face_with_a_table_of_months_tells_everything_else_beside_it() -> None:
    found = over(*LATE)
    whole = arrears_in_words(found, library(), WORDING)
    beside = beside_the_months(found, library(), WORDING)
    left_out = [each for each in whole.sections if each not in beside.sections]
    assert [each.heading for each in left_out] == ["Month by month"]
    assert beside.sections[0].lines[0].startswith("At least £603.58 appears to be owed to you")


def test_the_months_are_a_table_of_amounts_each_with_its_sentence() -> None:
    """243 in October, 243 in November, 117.58 for 15 of the 31 days of December."""
    told = months_told(over(*LATE), library(), WORDING)
    short = told.table.headings.index("Short")
    assert [row[short] for row in told.table.rows] == [
        *(Decimal("243.00"), Decimal("243.00"), Decimal("117.58"))
    ]
    assert told.table.rows[2][:2] == (date(2025, 12, 1), date(2025, 12, 15))
    assert told.sentence(0).startswith("October 2025: due at least £2,743, paid £2,500, short £243")
    assert all(told.sentence(place).endswith(".") for place in range(3))


def test_the_months_speak_the_same_whoever_reads() -> None:
    found = over(*LATE)
    teacher, rep = (months_told(found, library(), WORDING, each) for each in ("teacher", "rep"))
    assert teacher.table.rows == rep.table.rows
    assert teacher.sentence(0) == rep.sentence(0)
