"""Leadership in Northern Ireland, and what a co-ordinator outside it is paid for."""

from decimal import Decimal
from typing import Final

from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO
from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import COORDINATING_ROLES, Role
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    any_of,
    fact_is_yes,
    leaf,
    missing_facts,
)
from payapp.nations.base_pay import salary_entered
from payapp.nations.northern_ireland_allowances import teaching_allowance_tests
from payapp.nations.northern_ireland_scope import (
    LEADERSHIP,
    PRINCIPALS,
    SEN_ALLOWANCES,
    TEACHING_ALLOWANCES,
)
from payapp.nations.question import Question
from payapp.nations.stated_duties import paid_for_coordination


def _principal(question: Question) -> Test:
    """Principals and vice-principals are paid on the leadership scale; others are not named."""
    post = question.post
    appointed = post.appointed_head_deputy_or_assistant
    if post.role is Role.ASSISTANT_HEAD:
        return Test("NI-LEAD-01", NOT_KNOWN, value=post.role)
    if appointed is Fact.NOT_KNOWN and post.role in PRINCIPALS:
        return leaf("NI-LEAD-01", "role", post.role, MET)
    return fact_is_yes("NI-LEAD-01", "appointed_head_deputy_or_assistant", appointed)


def leadership(question: Question) -> tuple[Finding, ...]:
    """What leads a school or may: the scale, the point, and the group of the school."""
    if question.binds.result is NOT_MET:
        return ()
    if question.pay.range == LEADERSHIP:
        return (
            _on_the_leadership_scale(question),
            *_above_the_group(question),
            *_below_the_group(question),
        )
    return (*_off_the_leadership_scale(question), *_coordinator_not_paid(question))


_LEADERSHIP_RULES: Final = (
    "NI-LEAD-01",
    "NI-LEAD-02",
    "NI-LEAD-03",
    "NI-LEAD-04",
    "NI-CO-11",
    "NI-TA-13",
)


def _on_the_leadership_scale(question: Question) -> Finding:
    """Nothing that was read puts anybody else on the scale, nor keeps anybody else off it."""
    tests = all_of("NI-LEAD-01", question.binds, _principal(question))
    in_order = tests.result is MET
    named = "not-named" if tests.result is NOT_MET else "cannot-tell"
    return question.finding(
        About.LEADERSHIP,
        Outcome.IN_LINE if in_order else Outcome.CANNOT_TELL,
        Force.MUST,
        tests,
        f"leadership.{'in-line' if in_order else named}",
        _LEADERSHIP_RULES,
        details={"coordinator": question.post.designated_coordinator is Fact.YES},
        next_steps=() if in_order else ("check-letter", "ask-union"),
    )


def _above_the_group(question: Question) -> tuple[Finding, ...]:
    """A principal's point above the top of the school's group, unless it is conserved."""
    group, conserved = question.post.headteacher_group, question.pay.salary_conserved
    if question.post.role is not Role.HEADTEACHER or group is None or conserved is Fact.YES:
        return ()
    top = question.number(f"principal_group_top_{group}")
    if not _is_above(question, top):
        return ()
    by_salary = {} if question.pay.point else {"above": question.pay.salary}
    tests = any_of(
        "NI-LEAD-02",
        leaf("NI-LEAD-02", "headteacher_group", group, NOT_MET),
        fact_is_yes("NI-LEAD-02", "salary_conserved", conserved),
    )
    bound = all_of("NI-LEAD-02", question.binds, tests)
    not_permitted = bound.result is NOT_MET and question.binds.result is MET
    wording = "above-the-group" if not_permitted else "above-the-group-unless-conserved"
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.NOT_PERMITTED if not_permitted else Outcome.CANNOT_TELL,
            Force.MUST,
            bound,
            f"leadership.{wording}",
            ("NI-LEAD-02", "NI-LEAD-03", "NI-LEAD-04"),
            details={"top": top, **by_salary},
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


def _is_above(question: Question, top: Decimal) -> bool:
    """Say whether the point is above the top of a group; without one, whether the salary is.

    A salary is above it that is more than the figure of the top, or reaches a higher point's.
    """
    if question.pay.point is not None:
        return (number_of(question.pay.point) or ZERO) > top
    salary = salary_entered(question)[0]
    if salary is None:
        return False

    def is_over(figure: Figure) -> bool:
        number = number_of(figure.point) or ZERO
        return salary.is_over(figure) if number == top else number > top and not short(figure)

    short = salary.is_short_of
    return any(map(is_over, question.book.points(question.on, question.area, LEADERSHIP)))


def _below_the_group(question: Question) -> tuple[Finding, ...]:
    """A principal's pay below the point at which the group begins: of group 1 alone it is known."""
    group, pay = question.post.headteacher_group, question.pay
    limit = f"principal_group_start_{group}"
    if (question.case.nation, limit) not in question.library.limits:
        return ()
    start = question.number(limit)
    if question.post.role is not Role.HEADTEACHER or not _is_below(question, start):
        return ()
    by_salary = {} if pay.point else {"below": pay.salary}
    lower = leaf("NI-LEAD-02", "headteacher_group", group, NOT_MET)
    bound = question.binds.result is MET
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.BELOW if bound else Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("NI-LEAD-02", question.binds, lower),
            f"leadership.below-the-group{'' if bound else '-if-bound'}",
            ("NI-LEAD-02", "NI-LEAD-03"),
            details={"start": start, **by_salary},
            missing=missing_facts(question.binds),
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


def _is_below(question: Question, start: Decimal) -> bool:
    """Say whether the point is below the start of a group; without one, whether the salary is.

    A salary is below it that is no more than the figure of a lower point.
    """
    if question.pay.point is not None:
        number = number_of(question.pay.point)
        return number is not None and number < start
    salary = salary_entered(question)[0]
    lower = (
        figure
        for figure in question.book.points(question.on, question.area, LEADERSHIP)
        if (number_of(figure.point) or ZERO) < start
    )
    return salary is not None and any(not salary.is_over(figure) for figure in lower)


def number_of(point: str | None) -> int | None:
    """Return 18 of L18, or None where a point is no letter and a number."""
    number = (point or "")[1:]
    return int(number) if number.isdecimal() else None


def _off_the_leadership_scale(question: Question) -> tuple[Finding, ...]:
    """A principal or vice-principal on another scale, who is not just acting up."""
    principal, pay_range = _principal(question), question.pay.range
    acting = question.paid(AllowanceKind.ACTING)
    if principal.result is not MET or pay_range is None or acting:
        return ()
    other = leaf("NI-LEAD-01", "range", pay_range, NOT_MET)
    bound = question.binds.result is MET
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("NI-LEAD-01", question.binds, principal, other),
            "leadership.off-the-scale",
            ("NI-LEAD-01", "NI-ACT-01"),
            missing=missing_facts(question.binds),
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


_DISCRETION: Final = ("NI-CO-06", "NI-CO-07", "NI-TA-08", "NI-TA-12", "NI-TA-14")
_HOW_TO_ASK: Final = ("ask-pay-policy", "ask-duties-described", "ask-union")


def _coordinator_not_paid(question: Question) -> tuple[Finding, ...]:
    """A co-ordinator with neither a leadership post nor a teaching allowance for it.

    The governors may award one and need not: no rule that was read gives a co-ordinator pay.
    """
    post = question.post
    coordinator = post.designated_coordinator
    sees_it_so = coordinator is Fact.NOT_KNOWN and post.role in COORDINATING_ROLES
    if question.pay.range is None or not (coordinator is Fact.YES or sees_it_so):
        return ()
    by_allowance = _coordination_paid(question)
    if by_allowance.result is MET:
        return ()
    designated = fact_is_yes("NI-CO-07", "designated_coordinator", coordinator)
    is_coordinator = all_of("NI-CO-07", question.binds, designated).result is MET
    unpaid = by_allowance.result is NOT_MET
    known = is_coordinator and unpaid
    wording = "coordinator-not-paid" if unpaid else "coordinator-duty-not-clear"
    paid = any_of("NI-CO-06", leaf("NI-CO-06", "range", question.pay.range, NOT_MET), by_allowance)
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.SHORT_OF_GUIDANCE if known else Outcome.CANNOT_TELL,
            Force.MAY,
            all_of("NI-CO-06", question.binds, designated, paid),
            f"leadership.{wording if is_coordinator else 'coordinator-not-known'}",
            _DISCRETION,
            details={"has_sen": bool(question.paid(*SEN_ALLOWANCES))},
            missing=(
                *missing_facts(question.binds),
                *missing_facts(designated),
                *missing_facts(by_allowance),
            ),
            next_steps=_HOW_TO_ASK,
            questions_pay=MET if known else NOT_KNOWN,
        ),
    )


def _coordination_paid(question: Question) -> Test:
    """Whether a teaching allowance is paid for co-ordinating; its duty may leave that open."""
    held = question.paid(*TEACHING_ALLOWANCES)
    return paid_for_coordination("NI-CO-06", held, "no teaching allowance")


def responsibility_without_payment(question: Question) -> tuple[Finding, ...]:
    """All tests of a teaching allowance are met and none is paid; a co-ordinator is told above."""
    tests = teaching_allowance_tests(question)
    coordinates = question.post.designated_coordinator is Fact.YES
    if tests.result is not MET or coordinates or question.paid(*TEACHING_ALLOWANCES):
        return ()
    return (
        question.finding(
            About.TEACHING_ALLOWANCE,
            Outcome.SHORT_OF_GUIDANCE,
            Force.MAY,
            tests,
            "teaching-allowance.responsibility-not-paid",
            _DISCRETION,
            next_steps=_HOW_TO_ASK,
            questions_pay=MET,
        ),
    )
