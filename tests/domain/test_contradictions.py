"""Answers that cannot both be true are told, and those that can are not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from payapp.domain.contradictions import (
    contradictions,
    doubtful_answers,
    without_doubtful_answers,
)
from payapp.domain.pay import Allowance, AllowanceKind, Pay
from payapp.domain.posts import DesignatedUnit, Post, SchoolType
from payapp.domain.tests_over_facts import Fact

YES, NO, NOT_KNOWN = Fact.YES, Fact.NO, Fact.NOT_KNOWN
TLR3 = Allowance(kind=AllowanceKind.TLR3, amount=Decimal(1000))


def fields(*, pay: Pay | None = None, **facts: Any) -> list[str]:
    return [found.field for found in contradictions(Post(**facts), pay or Pay())]


@pytest.mark.parametrize(
    ("told", "kind", "contradicts"),
    [
        (YES, SchoolType.MAINSTREAM, True),
        (YES, SchoolType.PRU_OR_ALTERNATIVE, True),
        (YES, SchoolType.SPECIAL, False),
        (YES, SchoolType.HOSPITAL_SCHOOL, False),
        (YES, None, False),
        (NO, SchoolType.SPECIAL, True),
        (NO, SchoolType.MAINSTREAM, False),
        (NOT_KNOWN, SchoolType.MAINSTREAM, False),
    ],
)
def test_a_special_school_is_one_by_its_kind_too(
    told: Fact, kind: SchoolType | None, contradicts: bool
) -> None:
    found = fields(in_special_school=told, school_type=kind)
    assert found == (["post.in_special_school"] if contradicts else [])


@pytest.mark.parametrize(
    ("told", "fte", "contradicts"),
    [
        (YES, "1", True),
        (YES, "0.6", False),
        (NO, "0.6", True),
        (NO, "1", False),
        (NOT_KNOWN, "1", False),
    ],
)
def test_part_time_work_is_less_than_the_whole(told: Fact, fte: str, contradicts: bool) -> None:
    assert fields(part_time=told, fte=Decimal(fte)) == (["post.part_time"] if contradicts else [])


def test_part_time_work_without_its_proportion_contradicts_nothing() -> None:
    assert fields(part_time=YES) == []


@pytest.mark.parametrize(("completed", "contradicts"), [(date(2025, 8, 31), True), (None, False)])
def test_a_course_is_completed_after_it_is_started(
    completed: date | None, contradicts: bool
) -> None:
    found = fields(course_started=date(2025, 9, 1), course_completed=completed)
    assert found == (["post.course_completed"] if contradicts else [])


@pytest.mark.parametrize(
    ("group", "pay_range", "contradicts"),
    [
        (3, "headteacher-group-5", True),
        (5, "headteacher-group-5", False),
        (None, "headteacher-group-5", False),
        (3, "leadership", False),
        (3, None, False),
    ],
)
def test_the_range_of_a_group_is_that_of_the_schools_group(
    group: int | None, pay_range: str | None, contradicts: bool
) -> None:
    found = fields(headteacher_group=group, pay=Pay(range=pay_range))
    assert found == (["pay.range"] if contradicts else [])


def test_the_same_payment_does_not_stand_twice() -> None:
    other = Allowance(kind=AllowanceKind.TLR3, amount=Decimal(1000), for_which_duty="tutoring")
    assert fields(pay=Pay(allowances=(TLR3, other))) == []
    assert fields(pay=Pay(allowances=(TLR3, other, TLR3))) == ["pay.allowances[2].kind"]


# Answers about the duties: asked again, and not refused

LIKE_A_UNIT = (
    "setting_analogous_to_designated",
    "substantial_direct_work",
    "sen_teaching_judgement",
    "greater_involvement_than_normal",
)
LIMB_D: dict[str, Any] = dict.fromkeys(LIKE_A_UNIT, YES)


@pytest.mark.parametrize(
    ("facts", "doubtful"),
    [
        ({"teaches_sen_pupils": NO, "teaches_designated_class": YES}, ["teaches_designated_class"]),
        (
            {"teaches_sen_pupils": NO, "teaches_in_la_unit_or_service": YES},
            ["teaches_in_la_unit_or_service"],
        ),
        (
            {"teaches_sen_pupils": NO, **LIMB_D},
            ["substantial_direct_work", "sen_teaching_judgement"],
        ),
    ],
)
def test_who_teaches_no_pupil_with_sen_meets_no_limb_that_turns_on_teaching_them(
    facts: dict[str, Any], doubtful: list[str]
) -> None:
    post = Post(**facts)
    assert [*doubtful_answers(post)] == [("teaches_sen_pupils", *doubtful)]
    settled = without_doubtful_answers(post)
    assert settled.teaches_sen_pupils is NOT_KNOWN
    assert {getattr(settled, fact) for fact in doubtful} == {NOT_KNOWN}
    assert [*doubtful_answers(settled)] == []


@pytest.mark.parametrize("fact", LIKE_A_UNIT)
@pytest.mark.parametrize("answer", [NO, NOT_KNOWN])
def test_a_limb_that_is_not_met_contradicts_nothing(fact: str, answer: Fact) -> None:
    post = Post(teaches_sen_pupils=NO, **{**LIMB_D, fact: answer})
    assert [*doubtful_answers(post)] == []
    assert without_doubtful_answers(post) is post


def test_a_designated_class_is_taught_where_the_school_has_one() -> None:
    post = Post(teaches_designated_class=YES, designated_unit=DesignatedUnit.NONE)
    assert [*doubtful_answers(post)] == [("teaches_designated_class", "designated_unit")]
    settled = without_doubtful_answers(post)
    assert (settled.teaches_designated_class, settled.designated_unit) == (NOT_KNOWN, None)
    unit = Post(teaches_designated_class=YES, designated_unit=DesignatedUnit.UNIT)
    assert [*doubtful_answers(unit)] == []


@pytest.mark.parametrize(
    ("designated", "in_name", "doubtful"),
    [(YES, YES, True), (YES, NO, False), (NO, YES, False), (NOT_KNOWN, NOT_KNOWN, False)],
)
def test_a_co_ordinator_is_not_also_somebody_else(
    designated: Fact, in_name: Fact, doubtful: bool
) -> None:
    post = Post(designated_coordinator=designated, senco_in_name_is_someone_else=in_name)
    facts = ("designated_coordinator", "senco_in_name_is_someone_else")
    assert [*doubtful_answers(post)] == ([facts] if doubtful else [])
