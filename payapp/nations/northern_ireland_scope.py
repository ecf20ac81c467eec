"""Who is a classroom teacher in Northern Ireland, and what is paid beside a scale."""

from typing import Final

from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import Role, SchoolType
from payapp.domain.tests_over_facts import NOT_MET, Test, all_of, leaf, value_is
from payapp.nations.question import Question

MAIN_SCALE, UPPER_SCALE, LEADERSHIP, UNQUALIFIED = (
    "main-pay-scale",
    "upper-pay-scale",
    "leadership",
    "unqualified",
)
TEACHING_ALLOWANCES: Final = (
    AllowanceKind.TEACHING_ALLOWANCE_1,
    AllowanceKind.TEACHING_ALLOWANCE_2,
    AllowanceKind.TEACHING_ALLOWANCE_3,
    AllowanceKind.TEACHING_ALLOWANCE_4,
    AllowanceKind.TEACHING_ALLOWANCE_5,
)
SEN_ALLOWANCES: Final = (AllowanceKind.SEN1, AllowanceKind.SEN2)
PRINCIPALS: Final = frozenset({Role.HEADTEACHER, Role.DEPUTY_HEAD})
SPECIAL_SCHOOLS: Final = frozenset({SchoolType.SPECIAL, SchoolType.HOSPITAL_SCHOOL})


def classroom_teacher(question: Question) -> Test:
    """Teaching allowances are for classroom teachers; principals are on the leadership scale."""
    role, pay_range = question.post.role, question.pay.range
    on_another_scale = value_is("NI-TA-13", "range", pay_range, holds=pay_range != LEADERSHIP)
    if role in PRINCIPALS or role is Role.SUPPORT_STAFF:
        return all_of("NI-TA-13", on_another_scale, leaf("NI-TA-13", "role", role, NOT_MET))
    return on_another_scale
