"""What the answer says in pounds: a year, a month, and since when."""

from dataclasses import replace
from datetime import date

from payapp.check import check
from payapp.domain.cases import Case
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_report import describe
from payapp.report.wording import Wording
from tests.worked import CLASS_TEACHER, SENCO, case, library

EXAMPLES = resources_folder() / "examples"
U3 = {"range": "upper-pay-range", "point": "U3", "salary": 51048, "basis": "full-time-equivalent"}
SPECIAL = {**CLASS_TEACHER, "school_type": "special", "fte": 1}
LOW_TLR = {"kind": "tlr2", "amount": 3000, "basis": "full-time-equivalent"}
ARREARS = "Arrears, under Casework, adds it up"
NOT_TOLD = f"What was entered does not tell since when; {ARREARS} from any day, month by month."


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


def test_where_nothing_tells_since_when_the_way_to_find_out_is_named() -> None:
    assert money(case(SPECIAL, U3))[1] == NOT_TOLD


def test_a_payment_that_is_too_low_may_have_been_since_it_began() -> None:
    pay = {**U3, "allowances": [{**LOW_TLR, "from": "2024-09-01"}]}
    assert money(case(SENCO, pay))[1] == (
        "The payment is entered from 1 September 2024, so this may go back to then; "
        f"{ARREARS} month by month."
    )


def test_the_earliest_of_several_payments_counts() -> None:
    paid = [{**LOW_TLR, "from": start} for start in ("2024-09-01", "2023-01-01")]
    assert "from 1 January 2023" in money(case(SENCO, {**U3, "allowances": paid}))[1]


def test_a_payment_of_another_kind_tells_nothing() -> None:
    other = {"kind": "recruitment-retention", "amount": 1000, "from": "2020-09-01"}
    assert money(case(SPECIAL, {**U3, "allowances": [other]}))[1] == NOT_TOLD


def test_a_payment_without_a_date_tells_nothing() -> None:
    assert money(case(SENCO, {**U3, "allowances": [LOW_TLR]}))[1] == NOT_TOLD


def test_what_an_alnco_lacks_may_have_been_lacking_since_the_role_began() -> None:
    one = read_case(EXAMPLES / "wales-alnco-range-in-the-pay-policy.json")
    post = replace(one.post, coordinator_since=date(2022, 9, 1))
    assert money(replace(one, post=post))[1] == (
        "The co-ordinating role is entered from 1 September 2022, so this may go back to then; "
        f"{ARREARS} month by month."
    )
    to_come = replace(one.post, coordinator_since=date(2030, 9, 1))
    assert money(replace(one, post=to_come))[1] == NOT_TOLD


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
