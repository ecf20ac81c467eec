from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.casework.offers import Comparison, Offer, compare, offer
from payapp.domain.assessment import Verdict
from payapp.domain.cases import CaseRefused
from tests.worked import CLASS_TEACHER, SENCO, TLR_TESTS_MET, allowance, case, library, paid

ON_U3_WITH_SEN = (SENCO, paid("upper-pay-range", 51048, allowance("sen-allowance", 2787)))
ON_U3_WITH_TLR = (SENCO, paid("upper-pay-range", 51048, allowance("tlr2", 3527)))
LEADER = {**SENCO, "appointed_head_deputy_or_assistant": "yes", "role": "assistant-head"}
ON_L6 = (LEADER, paid("leadership", 58569, point="L6"))
Column = tuple[Mapping[str, object], Mapping[str, object]]


def side_by_side(*columns: Column, nation: str = "england") -> Comparison:
    return compare([case(*column, nation=nation) for column in columns], library())


def one(post: Mapping[str, object], pay: Mapping[str, object], **more: str) -> Offer:
    return offer(case(post, pay, **more), library())


def test_pay_is_salary_and_allowances_as_received() -> None:
    found = one({**SENCO, "fte": 0.5}, ON_U3_WITH_SEN[1])
    # Half of 51,048 and half of 2,787.
    assert found.total == Decimal("25524.00") + Decimal("1393.50")
    assert found.is_told


def test_what_cannot_be_told_is_counted_at_the_least() -> None:
    """Half of 45,352, and nothing of an allowance whose share is not known."""
    pay = paid("main-pay-range", 45352, allowance("tlr2", 4000))
    found = one({**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.5}, pay, on="2026-10-01")
    assert (found.total, found.is_told) == (Decimal("22676.00"), False)


def test_a_salary_that_cannot_be_told_is_the_least_that_is_due() -> None:
    post = {"employer": "not-known", "role": "class-teacher", "fte": 1}
    found = one(post, paid("main-pay-range", None, allowance("sen-allowance", 3000)))
    assert (found.total, found.is_told) == (Decimal(3000), False)


def test_a_move_to_leadership_gains_pay_and_loses_the_limits_on_working_time() -> None:
    found = side_by_side(ON_U3_WITH_SEN, ON_L6)
    first, other = found.offers
    # 58,569 less 51,048 and 2,787.
    assert found.differences[0].pounds == 4734
    assert found.differences[0].ends == ("sen-allowance",)
    assert found.differences[0].begins == ()
    assert found.differences[0].loses_limits
    assert not found.differences[0].gains_limits
    assert (first.time.hours, first.time.days, first.time.rule) == (
        Decimal(1265),
        Decimal(195),
        "LDR-07",
    )
    assert (other.time.hours, other.time.days, other.time.rule) == (None, None, "LDR-07")
    assert [rule.id for rule in found.positions] == ["POS-02", "LDR-08"]
    assert found.no_safeguarding is not None
    assert found.no_safeguarding.id == "SAF-03"


def test_each_column_is_held_against_the_first() -> None:
    found = side_by_side(ON_U3_WITH_SEN, ON_U3_WITH_TLR, ON_L6)
    # 3,527 less 2,787; and L6 as before.
    assert [each.pounds for each in found.differences] == [740, 4734]
    assert found.differences[0].begins == ("tlr2",)
    assert found.offers[0].assessment.verdict is Verdict.QUESTIONABLE


def test_a_move_off_leadership_gains_the_limits() -> None:
    found = side_by_side(ON_L6, ON_U3_WITH_TLR)
    assert found.differences[0].gains_limits
    assert found.positions == ()


def test_pay_for_an_hour_is_on_directed_hours_unless_others_are_stated() -> None:
    """51,048 and 3,527 over 1,265 hours are 43.14; at 0.5 half of each."""
    assert one(*ON_U3_WITH_TLR).an_hour == Decimal("43.14")
    half = one({**CLASS_TEACHER, "fte": 0.5}, paid("upper-pay-range", 51048))
    assert half.time.counted == Decimal("632.50")
    # 58,569 over 1,600 hours are 36.61.
    stated = one({**LEADER, "directed_hours": 1600}, ON_L6[1])
    assert (stated.an_hour, stated.time.is_stated) == (Decimal("36.61"), True)


def test_without_a_limit_and_without_hours_pay_for_an_hour_is_not_told() -> None:
    found = one(*ON_L6)
    assert (found.an_hour, found.time.counted, found.time.is_stated) == (None, None, False)


def test_a_leading_practitioner_has_no_limits_either() -> None:
    found = one(CLASS_TEACHER, paid("leading-practitioner", 60000))
    assert found.time.hours is None


@pytest.mark.parametrize(("on", "hours"), [("2026-03-07", 1265), ("2026-03-08", None)])
def test_an_alnco_moved_to_leadership_keeps_the_limits_until_8_march_2026(
    on: str, hours: int | None
) -> None:
    alnco = {**SENCO, "role": "alnco"}
    found = one(alnco, paid("leadership", None, point="L6"), on=on, nation="wales")
    assert found.time.hours == hours


def test_scotland_counts_a_week_of_35_hours_over_195_days() -> None:
    """39 weeks of 35 hours are 1,365; 30 hours a week stated are 1,170."""
    post = {"employer": "council", "role": "class-teacher", "qualified_teacher": "yes", "fte": 1}
    pay = paid("main-grade", None, point="5")
    found = one(post, pay, nation="scotland")
    assert (found.time.hours, found.time.days, found.time.rule) == (
        Decimal(1365),
        Decimal(195),
        "SC-WT-01",
    )
    weekly = one({**post, "directed_hours": 30}, pay, nation="scotland")
    assert weekly.time.counted == 1170
    yearly = one({**post, "directed_hours": 1200}, pay, nation="scotland")
    assert yearly.time.counted == 1200
    assert side_by_side((post, pay), (post, pay), nation="scotland").no_safeguarding is None


def test_of_leadership_in_northern_ireland_no_limit_was_read() -> None:
    post = {"employer": "maintained", "role": "deputy-head", "fte": 1}
    found = one(post, paid("leadership", None, point="L6"), nation="northern-ireland")
    assert (found.time.hours, found.time.rule) == (None, "")


@pytest.mark.parametrize("number", [0, 1, 5])
def test_fewer_than_two_and_more_than_four_cases_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="give 2 to 4"):
        side_by_side(*[ON_L6] * number)


def test_a_case_that_the_rules_refuse_is_refused() -> None:
    with pytest.raises(CaseRefused):
        side_by_side(ON_L6, (SENCO, paid("main-grade", point="3")))
