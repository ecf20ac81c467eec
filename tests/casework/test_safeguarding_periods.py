from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from payapp.casework.safeguarding_periods import Periods, safeguarding_periods
from tests.worked import CLASS_TEACHER, allowance, case, library, paid

CUT = {
    **CLASS_TEACHER,
    "reduction_date": "2025-09-01",
    "reduction_cause": "restructuring of the school",
    "sum_before": 4000,
}


def periods(post: Mapping[str, object], pay: Mapping[str, object], **more: str) -> Periods:
    return safeguarding_periods(case(post, pay, **more), library())


def test_a_safeguarded_sum_goes_on_for_three_years() -> None:
    (period,) = periods(CUT, paid("main-pay-range", 45352)).periods
    assert (period.first, period.last) == (date(2025, 9, 1), date(2028, 8, 31))
    assert (period.due, period.paid) == (Decimal(4000), Decimal(0))
    assert [rule.id for rule in period.ended_by] == ["SAF-03"]
    assert [rule.id for rule in period.also] == ["SAF-04", "SAF-05", "SAF-07"]


def test_conservation_in_scotland_is_ended_by_its_own_rules() -> None:
    post = {**CUT, "employer": "council", "role": "principal-teacher", "sum_before": 66000}
    pay = paid("principal-teacher", 66000, point="3", salary_conserved="yes")
    (period,) = periods(post, pay, nation="scotland").periods
    assert period.last == date(2028, 8, 31)
    assert [rule.id for rule in period.ended_by] == ["SC-CON-02"]


def test_a_reorganisation_in_northern_ireland_has_no_term_that_was_read() -> None:
    post = {**CUT, "reduction_cause": "reorganisation"}
    pay = paid("main-pay-scale", point="M6")
    (period,) = periods(post, pay, nation="northern-ireland").periods
    assert (period.last, period.due) == (None, None)
    assert [rule.id for rule in period.also] == ["NI-REORG-01"]


def test_a_fixed_term_payment_ends_without_safeguarding() -> None:
    pay = paid("main-pay-range", 45352, allowance("tlr3", 1000), allowance("sen-allowance", 2787))
    found = periods(CLASS_TEACHER, pay)
    assert found.periods == ()
    assert found.without == ("tlr3",)
    assert found.rule_without is not None
    assert found.rule_without.id == "SAF-06"


def test_without_a_cut_there_is_nothing_to_say() -> None:
    assert periods(CLASS_TEACHER, paid("main-pay-range", 45352)) == ((), (), None)
