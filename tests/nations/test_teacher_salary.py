"""The range that a post in England or Wales is on, and what is due where another is entered."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.domain.findings import Finding
from tests.worked import CLASS_TEACHER, SENCO, about, answer, paid

UNQUALIFIED = {**CLASS_TEACHER, "qualified_teacher": "no"}
DEPUTY = {
    **CLASS_TEACHER,
    "role": "deputy-head",
    "appointed_head_deputy_or_assistant": "yes",
    "major_part_in_running_the_school": "yes",
}
NOT_APPOINTED = {**SENCO, "appointed_head_deputy_or_assistant": "no"}


def base(post: Mapping[str, object], pay: Mapping[str, object], nation: str = "england") -> Finding:
    return about(answer(post, pay, nation=nation), "base-pay")


def rules_of(found: Finding) -> set[str]:
    return {cited.rule for cited in found.citations}


def test_no_minimum_of_the_main_range_is_due_to_an_unqualified_teacher() -> None:
    """UQT-01: 30,000 is inside the unqualified range of 2025, 22,601 to 35,259."""
    assessment = answer(UNQUALIFIED, paid("main-pay-range", 30000, point="M1"))
    found = about(assessment, "base-pay")
    assert (found.outcome, found.gap) == ("in-line", None)
    assert (found.amount_low, found.amount_high) == (Decimal(22601), Decimal(35259))
    assert "UQT-01" in rules_of(found)
    assert found.details["instead"] == "unqualified"
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


def test_less_than_the_unqualified_minimum_is_short_of_that_on_any_range() -> None:
    assert base(UNQUALIFIED, paid("main-pay-range", 22000)).gap == Decimal(601)


def test_a_qualified_teacher_on_the_unqualified_range_is_due_the_lowest_main_point() -> None:
    """Every range for qualified teachers starts at 32,916 or above in 2025."""
    assessment = answer(CLASS_TEACHER, paid("unqualified", 22601, point="1"))
    found = about(assessment, "base-pay")
    assert (found.outcome, found.gap) == ("below", Decimal(10315))
    assert (found.amount_low, found.amount_high) == (Decimal(32916), None)
    assert assessment.direction == "underpaid"


def test_a_qualified_teacher_at_the_main_minimum_is_short_of_nothing_that_is_known() -> None:
    assert base(CLASS_TEACHER, paid("unqualified", 33000)).gap is None


def test_no_minimum_of_leadership_is_due_to_a_teacher_who_is_not_appointed_to_it() -> None:
    """LDR-01: 50,000 is short of the leadership range and not of every range of a teacher."""
    assessment = answer(NOT_APPOINTED, paid("leadership", 50000))
    found = about(assessment, "base-pay")
    assert (found.outcome, found.wording) == ("cannot-tell", "base-pay.not-this-range")
    assert (found.missing, found.gap) == (("range",), None)
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")
    assert base(NOT_APPOINTED, paid("leadership", 54394)).outcome == "in-line"


def test_a_leader_on_a_teachers_range_is_due_the_lowest_leadership_pay() -> None:
    """Paragraph 4: deputies are paid on the leadership range, 51,773 at the least in 2025."""
    found = base(DEPUTY, paid("upper-pay-range", 48000))
    assert (found.outcome, found.gap) == ("below", Decimal(3773))
    enough = base(DEPUTY, paid("upper-pay-range", 53000))
    assert (enough.outcome, enough.details["instead"]) == ("in-line", "leadership")


def test_an_unqualified_teacher_on_the_main_range_is_paid_within_the_unqualified_one() -> None:
    """UQT-01: the unqualified range of 2025 ends at 35,259."""
    inside = base(UNQUALIFIED, paid("main-pay-range", 35000, point="M2"))
    assert (inside.outcome, inside.amount_high) == ("in-line", Decimal(35259))
    conserved = {"salary_conserved": "no"}
    over = base(UNQUALIFIED, paid("main-pay-range", 36000, **conserved))
    assert (over.outcome, over.details["instead"]) == ("above", "unqualified")


@pytest.mark.parametrize(
    ("post", "pay"),
    [
        ({**CLASS_TEACHER, "qualified_teacher": "not-known"}, paid("main-pay-range", 30000)),
        (CLASS_TEACHER, paid("main-pay-range", 30000)),
        (DEPUTY, paid("leadership", 49000)),
    ],
)
def test_a_range_that_may_be_open_to_the_post_is_compared_with(
    post: Mapping[str, object], pay: Mapping[str, object]
) -> None:
    found = base(post, pay)
    assert (found.outcome, found.details.get("instead")) == ("below", None)


def test_without_a_salary_a_point_is_read_as_its_figure_on_any_range() -> None:
    assert base(UNQUALIFIED, paid("main-pay-range", point="M1")).paid == 32916


def test_w_17_the_same_holds_in_wales_where_leadership_is_open_to_alncos_too() -> None:
    found = base(UNQUALIFIED, paid("main-pay-range", 30000), "wales")
    assert "W-17" in rules_of(found)
    assert found.gap is None
    assert base(NOT_APPOINTED, paid("leadership", 50000), "wales").gap == Decimal(2680)


def without_area(pay: Mapping[str, object], post: Mapping[str, object] = CLASS_TEACHER) -> Finding:
    return about(answer(post, pay, pay_area="not-known"), "base-pay")


def test_less_than_the_minimum_of_every_pay_area_is_short_whatever_the_area() -> None:
    """32,916 is the lowest minimum of the main pay range of 2025, and 37,870 a higher one."""
    found = without_area(paid("main-pay-range", 30000))
    assert (found.outcome, found.gap, found.missing) == ("below", Decimal(2916), ("pay_area",))
    assert (found.amount_low, found.amount_high) == (Decimal(32916), None)
    assert found.details["lowest_area"] is True


def test_what_one_pay_area_allows_is_open_where_the_area_is_not_known() -> None:
    found = without_area(paid("main-pay-range", 34000))
    assert (found.outcome, found.gap, found.missing) == ("cannot-tell", None, ("pay_area",))


@pytest.mark.parametrize(
    ("salary", "outcome", "gap"),
    [(55000, "in-line", None), (51000, "below", 773), (70000, "in-line", None)],
)
def test_the_minimum_of_a_headteacher_group_is_not_due_to_a_deputy(
    salary: int, outcome: str, gap: int | None
) -> None:
    """Group 3 starts at 66,368 in 2025, the leadership range at 51,773."""
    found = base(DEPUTY, paid("headteacher-group-3", salary))
    assert (found.outcome, found.gap) == (outcome, gap)
    assert found.details["instead"] == "leadership"


@pytest.mark.parametrize(
    ("salary", "outcome", "gap"),
    [(55000, "cannot-tell", None), (51000, "below", 773), (70000, "in-line", None)],
)
def test_a_range_of_heads_settles_nothing_below_its_minimum_for_another_role(
    salary: int, outcome: str, gap: int | None
) -> None:
    post = {**SENCO, "appointed_head_deputy_or_assistant": "yes"}
    found = base(post, paid("headteacher-group-3", salary))
    assert (found.outcome, found.gap) == (outcome, gap)
    assert (found.missing == ("role",)) is (outcome == "cannot-tell")


def test_the_minimum_of_the_group_is_due_to_a_head_and_where_no_role_is_entered() -> None:
    group_3 = paid("headteacher-group-3", 55000)
    assert base({**DEPUTY, "role": "headteacher"}, group_3).gap == 11368
    assert base({**DEPUTY, "role": "not-known"}, group_3).gap == 11368
