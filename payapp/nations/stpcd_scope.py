"""Whom the Document of England and Wales covers, and what it pays: shared by its rules."""

from typing import Final

from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import LEADERSHIP_ROLES, Role, SchoolType
from payapp.domain.tests_over_facts import (
    NOT_MET,
    Fact,
    Test,
    all_of,
    fact_is_no,
    fact_is_yes,
    leaf,
    value_is,
)
from payapp.nations.question import Question
from payapp.nations.teacher_salary import (
    GROUP,
    LEADERSHIP,
    LEADING_PRACTITIONER,
    MAIN,
    UNQUALIFIED,
    on_leadership_range,
)

SEN = AllowanceKind.SEN_ALLOWANCE
TLR1, TLR2, TLR3 = AllowanceKind.TLR1, AllowanceKind.TLR2, AllowanceKind.TLR3
STANDING_TLRS = (TLR1, TLR2)
COVERS = "covering_absent_holder"
CLASSROOM_ONLY = (SEN, TLR1, TLR2, TLR3)
RANGES: Final = frozenset(
    {
        MAIN,
        "upper-pay-range",
        UNQUALIFIED,
        LEADING_PRACTITIONER,
        LEADERSHIP,
        *(f"{GROUP}{group}" for group in range(1, 9)),
    }
)
KINDS: Final = frozenset(
    {
        *CLASSROOM_ONLY,
        AllowanceKind.RESIDENTIAL,
        AllowanceKind.RECRUITMENT_RETENTION,
        AllowanceKind.ACTING,
        AllowanceKind.HONORARIUM,
        AllowanceKind.UNQUALIFIED_ALLOWANCE,
        AllowanceKind.OTHER,
    }
)
UNATTACHED_SETTINGS = frozenset({SchoolType.CENTRAL_SERVICE, SchoolType.HOME_TUITION})


def classroom_teacher(question: Question) -> Test:
    """The gateway to paragraphs 20 and 21: qualified, and on neither of the two other ranges."""
    return question.remember("classroom teacher", lambda: _classroom_teacher(question))


def _classroom_teacher(question: Question) -> Test:
    post, pay_range = question.post, question.pay.range
    range_rule = question.rule("DF-01", "SEN-25")
    on_a_classroom_range = pay_range != LEADING_PRACTITIONER and not on_leadership_range(question)
    parts = [
        fact_is_yes("DF-03", "qualified_teacher", post.qualified_teacher),
        value_is(range_rule, "range", pay_range, holds=on_a_classroom_range),
    ]
    if post.role is Role.SUPPORT_STAFF:
        parts.append(leaf(question.rule("DF-04", "DF-03"), "role", post.role, NOT_MET))
    appointed = post.appointed_head_deputy_or_assistant
    as_a_leader = appointed is Fact.NOT_KNOWN and post.role in LEADERSHIP_ROLES
    if (appointed is Fact.YES or as_a_leader) and question.in_force("DF-02"):
        parts.append(fact_is_no("DF-02", "appointed_head_deputy_or_assistant", appointed))
    return all_of(question.rule("DF-01", "DF-03"), *parts)
