"""What the answer says in pounds: a year, a month, and since when."""

from dataclasses import replace
from datetime import date

import pytest

from payapp.check import check
from payapp.domain.cases import Case
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_report import describe
from payapp.report.in_words import Report
from payapp.report.wording import Wording
from tests.worked import CLASS_TEACHER, SENCO, case, library

EXAMPLES = resources_folder() / "examples"
U3 = {"range": "upper-pay-range", "point": "U3", "salary": 51048, "basis": "full-time-equivalent"}
SPECIAL = {**CLASS_TEACHER, "school_type": "special", "fte": 1}
LOW_TLR = {"kind": "tlr2", "amount": 3000, "basis": "full-time-equivalent"}
ARREARS = "arrears can be added up month by month from that day."
ADVISED = (
    "The advisory figures would make £2,050 a year (£170.83 a month) more; the pay policy decides."
)
BEFORE = "whether it was so before shows when arrears are added up month by month."
NOT_TOLD = (
    "What was entered does not tell since when: find out from which day pay and duties have been "
    f"as entered, and {ARREARS}"
)


def money(one: Case) -> tuple[str, ...]:
    return describe(check(one, library()), library(), Wording.load()).money


def test_what_one_finding_makes_is_said_plainly() -> None:
    assert money(case(SPECIAL, U3))[0] == (
        "At least £2,787 a year (£232.25 a month) appears to be missing."
    )


def test_what_several_findings_make_is_said_together() -> None:
    pay = {key: value for key, value in U3.items() if key != "point"} | {"salary": 46472}
    assert money(case(SPECIAL, pay))[:2] == (
        "Taken together, at least £3,787 a year (£315.58 a month) appears to be missing.",
        NOT_TOLD,
    )


def test_what_rests_on_a_proposal_is_told_beside_what_is_certain() -> None:
    """U3 was 51,048 from September 2025; that of September 2026, 52,835, is only proposed."""
    pay = {**U3, "salary": 49084}
    adopted = case({**CLASS_TEACHER, "pay_policy_adopts_points": "yes"}, pay, on="2026-10-01")
    told = money(adopted)
    assert told[0] == "At least £1,964 a year (£163.67 a month) appears to be missing."
    assert told[2] == (
        "A further £1,787 a year (£148.92 a month) hangs on an award whose final document was not "
        "seen."
    )
    found = describe(check(adopted, library()), library(), Wording.load()).findings[0]
    assert found.money[-2:] == (
        "Short by at least £1,964 a year, £163.67 a month.",
        "A further £1,787 a year, £148.92 a month, if the award is confirmed.",
    )
    assert found.headline == (
        "The school's pay policy follows the points, and your pay appears to be below point U3 of "
        "the upper pay range by £1,964 a year, and a further £1,787 if the award is confirmed."
    )


def test_an_allowance_that_rests_on_a_proposal_is_told_by_what_is_certain_first() -> None:
    """The TLR2 of September 2025 is 3,527 at least; the 3,651 of September 2026 is proposed."""
    tlr = {"kind": "tlr2", "amount": 3000, "basis": "full-time-equivalent"}
    short = case(SENCO, {**U3, "allowances": [tlr]}, on="2026-10-01")
    report = describe(check(short, library()), library(), Wording.load())
    found = next(finding for finding in report.findings if finding.about == "tlr")
    by = "£527 a year, and a further £124 if the award is confirmed"
    assert found.headline == f"The TLR appears to be below the minimum by {by}."
    assert found.money[0].startswith("Due, if the award is confirmed: £3,651 to £8,913 a year")


def test_a_missing_allowance_that_rests_on_a_proposal_is_due_by_what_is_certain_first() -> None:
    missing = describe(
        check(case(SPECIAL, U3, on="2026-10-01"), library()), library(), Wording.load()
    )
    found = next(finding for finding in missing.findings if finding.about == "sen-allowance")
    assert found.headline == (
        "A SEN allowance of at least £2,787 a year, and a further £98 if the award is confirmed, "
        "appears to be due and is not in the pay entered."
    )
    assert found.money == (
        "Due, if the award is confirmed: £2,885 to £5,690 a year, £240.42 to £474.17 a month.",
        "Short by at least £2,787 a year, £232.25 a month.",
        "A further £98 a year, £8.17 a month, if the award is confirmed.",
    )


def test_an_advisory_point_is_told_apart_from_a_minimum_that_waits_for_the_award() -> None:
    assert money(case(CLASS_TEACHER, {**U3, "salary": 49084}, on="2026-10-01"))[:2] == (
        "£50 a year (£4.17 a month) hangs on an award whose final document was not seen.",
        ADVISED.replace("£2,050", "£3,701").replace("£170.83", "£308.42"),
    )


def test_a_proposed_advisory_point_is_never_due_by_the_award_alone() -> None:
    pay = {"range": "leadership", "point": "L6", "salary": 58569, "basis": "full-time-equivalent"}
    waiting = case(CLASS_TEACHER, pay, on="2026-10-15")
    assert money(waiting)[0] == ADVISED
    report = describe(check(waiting, library()), library(), Wording.load())
    found = next(each for each in report.findings if each.about == "base-pay")
    assert found.headline.startswith("The school's pay policy decides first")
    assert found.money[0] == "Range: £53,586 to £60,619 a year, £4,465.50 to £5,051.58 a month."
    assert found.money[-1] == (
        "Below the advisory figure by £2,050 a year, £170.83 a month, if the award is confirmed."
    )


def test_what_may_be_a_part_of_the_sum_that_goes_on_is_counted_once() -> None:
    """A SEN allowance was worth 2,787 at the least; of the 5,000 that were cut nothing is paid."""
    cut = {
        "reduction_date": "2025-01-01",
        "reduction_cause": "restructuring",
        "sum_before": 5000,
    }
    told = money(case({**SPECIAL, **cut}, U3))
    assert told[:2] == (
        "Taken together, at least £5,000 a year (£416.67 a month) appears to be missing.",
        (
            "What is short in another payment may be a part of the sum that is to go on, and is "
            "counted once."
        ),
    )


def test_where_nothing_tells_since_when_the_way_to_find_out_is_named() -> None:
    assert money(case(SPECIAL, U3))[1] == NOT_TOLD


def test_a_payment_that_is_too_low_may_have_been_since_it_began() -> None:
    pay = {**U3, "allowances": [{**LOW_TLR, "from": "2025-09-15"}]}
    assert money(case(SENCO, pay))[1] == (
        f"The payment is entered from 15 September 2025, so this may go back to then; {ARREARS}"
    )


def test_before_the_figure_that_is_missed_the_same_payment_may_have_been_enough() -> None:
    """2,679 was the least SEN allowance until 31 August 2025, and 2,787 from the day after."""
    low = {"kind": "sen-allowance", "amount": 2679, "from": "2015-09-01"}
    assert money(case(SPECIAL, {**U3, "allowances": [low]}))[1] == (
        "The payment is entered from 1 September 2015. By the figures and rules of this day the "
        f"shortfall appears to hold from 1 September 2025; {BEFORE}"
    )


def test_before_a_rule_began_nothing_was_missing_by_it() -> None:
    """TLR-21 pays by the share of the responsibility from 1 September 2026 and not before."""
    by_hours = {"kind": "tlr2", "amount": 2190.60, "basis": "received", "from": "2019-09-01"}
    post = {**SENCO, "fte": 0.6, "share_of_responsibility": 1}
    told = money(case(post, {**U3, "allowances": [by_hours]}, on="2026-11-15"))
    assert told[0].startswith("At least £1,336.40 a year")
    assert f"appears to hold from 1 September 2026; {BEFORE}" in told[1]
    assert told[2].startswith("A further £124 a year")


def test_the_earliest_of_several_payments_counts() -> None:
    paid = [{**LOW_TLR, "amount": 1000, "from": start} for start in ("2024-09-01", "2023-01-01")]
    assert "from 1 January 2023" in money(case(SENCO, {**U3, "allowances": paid}))[1]


def test_no_sentence_on_money_speaks_of_a_menu_that_a_paper_or_a_terminal_has_not() -> None:
    texts = Wording.load().below("money").values()
    assert not [text for text in texts if "under Casework" in str(text)]


def test_a_payment_of_another_kind_tells_nothing() -> None:
    other = {"kind": "recruitment-retention", "amount": 1000, "from": "2020-09-01"}
    assert money(case(SPECIAL, {**U3, "allowances": [other]}))[1] == NOT_TOLD


def test_a_payment_without_a_date_tells_nothing() -> None:
    assert money(case(SENCO, {**U3, "allowances": [LOW_TLR]}))[1] == NOT_TOLD


def test_what_an_alnco_lacks_may_have_been_lacking_since_the_role_began() -> None:
    one = read_case(EXAMPLES / "wales-alnco-range-in-the-pay-policy.json")
    post = replace(one.post, coordinator_since=date(2022, 9, 1))
    assert money(replace(one, post=post))[1] == (
        "The co-ordinating role is entered from 1 September 2022. By the figures and rules of this "
        f"day the shortfall appears to hold from 1 September 2025; {BEFORE}"
    )
    since = replace(one.post, coordinator_since=date(2025, 9, 15))
    assert money(replace(one, post=since))[1] == (
        "The co-ordinating role is entered from 15 September 2025, so this may go back to then; "
        f"{ARREARS}"
    )
    to_come = replace(one.post, coordinator_since=date(2030, 9, 1))
    assert not money(replace(one, post=to_come))[1:]


def test_what_is_not_safeguarded_may_have_been_lacking_since_the_reduction() -> None:
    post = {
        **CLASS_TEACHER,
        "reduction_date": "2025-09-01",
        "reduction_cause": "pay-policy-change",
        "sum_before": 3000,
    }
    assert "The reduction is entered from 1 September 2025, " in money(case(post, U3))[1]


def test_where_nothing_is_missing_nothing_is_said_of_since_when() -> None:
    assert money(case(SENCO, U3)) == ("No shortfall in money was found.",)


def test_where_no_pay_was_entered_nothing_is_said_to_be_compared() -> None:
    told = describe(check(case({}, {}), library()), library(), Wording.load())
    assert told.money == ("No pay was entered, so nothing could be compared in money yet.",)


TAKEN_AS_PAID = (
    "No salary was entered, so £51,048 a year full-time equivalent, the figure of point U3 of the "
    "upper pay range, was taken as paid: no salary was compared with anything."
)
WITHOUT_SALARY = {"range": "upper-pay-range", "point": "U3"}


def test_a_point_taken_as_paid_is_not_told_as_pay_in_which_no_shortfall_was_found() -> None:
    report = describe(
        check(case(CLASS_TEACHER, WITHOUT_SALARY), library()), library(), Wording.load()
    )
    assert (report.verdict, report.money) == ("appropriate", (TAKEN_AS_PAID,))
    assert "salary" in [asked.fact for asked in report.missing]


def test_beside_a_point_taken_as_paid_what_was_entered_is_compared() -> None:
    in_range = {**WITHOUT_SALARY, "allowances": [{**LOW_TLR, "amount": 5000}]}
    assert money(case(SENCO, in_range)) == ("No shortfall in money was found.", TAKEN_AS_PAID)
    short = money(case(SENCO, {**WITHOUT_SALARY, "allowances": [LOW_TLR]}))
    assert short[0].startswith("At least £527 a year")
    assert short[-1] == TAKEN_AS_PAID


def test_what_is_due_without_an_amount_is_told_beside_a_point_taken_as_paid() -> None:
    told = money(case(SPECIAL, WITHOUT_SALARY, on="2027-10-01"))
    assert told[0] == "What is missing in money, and whether anything is, cannot be told yet."
    assert told[1].endswith("was taken as paid: no salary was compared with anything.")


def test_a_salary_that_was_entered_is_not_said_to_be_taken_from_its_point() -> None:
    assert TAKEN_AS_PAID not in money(case(SENCO, U3))


@pytest.mark.parametrize("on", ["1999-01-01", "2013-01-01", "2030-09-01"])
def test_of_a_day_without_figures_nothing_is_said_to_have_been_compared(on: str) -> None:
    assert money(case(SENCO, {**U3, "allowances": [LOW_TLR]}, on=on)) == (
        "Nothing that was entered could be compared in money; each finding says what is wanting.",
    )


def test_a_range_for_a_payment_that_may_be_made_compares_nothing() -> None:
    """A TLR may be considered of the SENCO whose salary has no range to be compared with."""
    without_range = {"salary": 51048, "basis": "full-time-equivalent"}
    assert money(case(SENCO, without_range))[0].startswith("Nothing that was entered")


def test_what_was_compared_and_left_open_is_no_shortfall_so_far() -> None:
    above = {**U3, "salary": 90000}
    assert money(case(CLASS_TEACHER, above)) == (
        "No shortfall in money was found so far, but not everything could be decided.",
    )


def test_a_tlr_below_both_minimums_is_not_told_as_no_shortfall() -> None:
    """A TLR2 was worth 3,527 to 8,611 in September 2025, and a TLR1 10,174 at the least."""
    post = {**SENCO, "line_manages_significant_number": "no"}
    paid = {**U3, "allowances": [{**LOW_TLR, "kind": "tlr1"}]}
    report = describe(check(case(post, paid), library()), library(), Wording.load())
    found = next(each for each in report.findings if each.about == "tlr")
    assert report.money == (
        (
            "What is paid as a TLR is below the minimum of a TLR1 and of a TLR2. How much is "
            "missing cannot be told before it is settled whether a TLR2 is meant."
        ),
    )
    assert found.money[0] == ("May be paid in its place: at most £8,611 a year, £717.58 a month.")
    assert "a TLR2 is £3,527 to £8,611 a year full-time" in " ".join(found.explanation)
    assert "less than the minimum of a TLR1 and of a TLR2" in found.explanation[-1]
    enough = {**U3, "allowances": [{**LOW_TLR, "kind": "tlr1", "amount": 5000}]}
    assert money(case(post, enough)) == ("No shortfall in money was found.",)


def test_nothing_is_called_short_without_a_so_far_while_a_payment_is_open() -> None:
    open_case = read_case(EXAMPLES / "northern-ireland-senco-teaching-allowance.json")
    assessment = check(open_case, library())
    assert assessment.verdict == "appropriate"
    assert not assessment.undecided
    (sentence,) = money(open_case)
    assert sentence == (
        "No shortfall in money was found so far, but not everything could be decided."
    )


def test_what_is_due_without_an_amount_is_told_beside_what_has_one() -> None:
    """No figure of the SEN allowance is held for October 2027; the advisory point has one."""
    told = money(case(SPECIAL, {**U3, "salary": 52835}, on="2027-10-01"))
    assert "What may be missing beside that cannot be told in money yet." in told


def test_an_advisory_figure_that_the_policy_does_not_follow_is_told_as_that() -> None:
    """M3 of the main pay range rose from 37,101 to 38,400 by the award of September 2026."""
    post = {**CLASS_TEACHER, "pay_policy_adopts_points": "no"}
    pay = {"range": "main-pay-range", "point": "M3", "basis": "full-time-equivalent"}
    for salary, advised in ((37101, "£1,299"), (35000, "£3,400")):
        report = describe(
            check(case(post, {**pay, "salary": salary}, on="2026-10-01"), library()),
            library(),
            Wording.load(),
        )
        said = " ".join((*report.money, *_salary(report)))
        assert advised in report.money[-2]
        assert "on the answers given the pay policy does not follow them" in report.money[-2]
        assert "Nothing is due by an advisory figure that the pay policy does not follow." in said
        assert "pay policy decides" not in said
        assert "If the pay policy" not in said


def _salary(report: Report) -> tuple[str, ...]:
    found = next(each for each in report.findings if each.about == "base-pay")
    return (found.headline, *found.explanation)
