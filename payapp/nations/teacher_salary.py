"""A teacher's salary in England and Wales: the range that the post is on, and the figures of it."""

from typing import Final

from payapp.domain.cases import PAY_AREAS
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money
from payapp.domain.posts import LEADERSHIP_ROLES, Role
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import NOT_KNOWN, NOT_MET, Fact, all_of, leaf
from payapp.nations.base_pay import base_pay
from payapp.nations.question import Question

MAIN, UNQUALIFIED, LEADERSHIP, LEADING_PRACTITIONER = (
    "main-pay-range",
    "unqualified",
    "leadership",
    "leading-practitioner",
)
GROUP: Final = "headteacher-group-"
_SHORT: Final = frozenset({Outcome.BELOW, Outcome.AWARD_PENDING})
_LESS: Final = _SHORT | {Outcome.BELOW_ADVISORY}


def on_leadership_range(question: Question) -> bool:
    """Say whether the pay entered is on the leadership range or a headteacher group's."""
    pay_range = question.pay.range or ""
    return pay_range == LEADERSHIP or pay_range.startswith(GROUP)


def salary(question: Question, rule: str) -> Finding:
    """Base pay; the ranges are those of teachers, so that support staff are compared with none.

    `rule` is the rule by which the document binds.
    """
    post = question.post
    if post.role is Role.SUPPORT_STAFF and question.binds.result is not NOT_MET:
        return _of_support_staff(question, rule)
    if not question.area and question.binds.result is not NOT_MET:
        return _in_some_area(question, rule)
    found = _on_its_range(question, rule)
    instead = _range_instead(question)
    return found if instead is None else _off_its_range(question, rule, found, *instead)


def _in_some_area(question: Question, rule: str) -> Finding:
    """What holds whatever the pay area: short in each of them, by the least at least, or open."""
    areas = PAY_AREAS[question.case.nation]
    found = [salary(question.in_area(area), rule) for area in areas]
    if any(each.outcome not in _SHORT for each in found):
        return base_pay(question, rule)
    least = min(found, key=_amount_compared)
    return least._replace(
        details={**least.details, "lowest_area": True}, amount_high=None, missing=("pay_area",)
    )


def _amount_compared(finding: Finding) -> Money:
    """The amount of the figure that a salary falls short of."""
    compared = finding.details.get("compared")
    return compared.amount if isinstance(compared, Figure) else ZERO


def _on_its_range(question: Question, rule: str) -> Finding:
    """Compare the salary with the range entered; a head's is that of the school's group."""
    post = question.post
    if (question.pay.range or "").startswith(GROUP) and post.role not in (None, Role.HEADTEACHER):
        return _on_the_range_of_a_head(question, rule)
    if question.pay.range != LEADERSHIP or post.role is not Role.HEADTEACHER:
        return base_pay(question, rule)
    if post.headteacher_group is not None:
        return base_pay(question, rule, item=f"{GROUP}{post.headteacher_group}")
    return _of_a_head_of_some_group(question, rule)


def _on_the_range_of_a_head(question: Question, rule: str) -> Finding:
    """What holds of a headteacher group's range where the post is not entered as a head's.

    Deputies and assistants are on the leadership range as a whole, and so may be whoever else is
    short of the group: its minimum is due to heads alone.
    """
    of_group = base_pay(question, rule)
    on_leadership = base_pay(question, rule, item=LEADERSHIP)
    leads_under_a_head = question.post.role in LEADERSHIP_ROLES
    if of_group.outcome not in _SHORT and not leads_under_a_head:
        return of_group
    if on_leadership.outcome in _SHORT or leads_under_a_head:
        return on_leadership._replace(details={**on_leadership.details, "instead": LEADERSHIP})
    return question.finding(
        About.BASE_PAY,
        Outcome.CANNOT_TELL,
        Force.MUST,
        all_of("", question.binds, leaf(rule, "role", question.post.role, NOT_KNOWN)),
        "base-pay.range-of-a-head",
        (rule,),
        paid=of_group.paid,
        next_steps=("ask-contract", "ask-union"),
    )


def _of_support_staff(question: Question, rule: str) -> Finding:
    outside = question.rule("DF-04", "DF-03")
    return question.finding(
        About.BASE_PAY,
        Outcome.DOES_NOT_APPLY,
        Force.MUST,
        all_of(rule, question.binds, leaf(outside, "role", question.post.role, NOT_MET)),
        "base-pay.support-staff",
        (rule, outside),
        next_steps=("ask-contract", "ask-pay-policy"),
    )


def _range_instead(question: Question) -> tuple[str, str] | None:
    """The range of the post by its status, and the rule, where another is entered; else None.

    Paragraph 17 for the unqualified, paragraph 4 for leaders. A qualified teacher on neither of
    those two is due the minimum of the main pay range at the least.
    """
    post, pay = question.post, question.pay
    status, leads = post.qualified_teacher, post.appointed_head_deputy_or_assistant
    if pay.range is None or pay.salary is None or status is Fact.NOT_KNOWN:
        return None
    if status is Fact.NO:
        rule = question.rule("UQT-01", "W-17")
        return None if pay.range == UNQUALIFIED else (UNQUALIFIED, rule)
    on_leadership, reached = on_leadership_range(question), question.in_force("LDR-01")
    if reached and leads is Fact.YES and not on_leadership:
        return LEADERSHIP, "LDR-01"
    if reached and leads is Fact.NO and on_leadership:
        return MAIN, "LDR-01"
    return (MAIN, question.rule("UQT-01", "W-17")) if pay.range == UNQUALIFIED else None


def _off_its_range(question: Question, rule: str, found: Finding, item: str, by: str) -> Finding:
    """What of a comparison holds where the range entered is not open to the post.

    Its minimum is not due. The least of the range that is open is; for a qualified teacher that is
    the main pay range or a higher one, so that no more than the least is known.
    """
    instead = base_pay(question, rule, item=item, at_no_point=True)
    if item == MAIN and instead.outcome not in _SHORT:
        if found.outcome not in _LESS:
            return found
        return question.finding(
            About.BASE_PAY,
            Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("", question.binds, leaf(by, "range", question.pay.range, NOT_KNOWN)),
            "base-pay.not-this-range",
            (rule, by),
            paid=found.paid,
            next_steps=("check-letter", "ask-union"),
        )
    return instead._replace(
        because=all_of("", *instead.because.parts, leaf(by, "range", question.pay.range, NOT_MET)),
        details={**instead.details, "instead": item},
        citations=(*instead.citations, *question.cite(by)),
        amount_high=None if item == MAIN else instead.amount_high,
    )


def _of_a_head_of_some_group(question: Question, rule: str) -> Finding:
    """What holds for a head whatever the group: short of group 1, which starts lowest, or open."""
    found = base_pay(question, rule)
    if found.outcome is Outcome.DOES_NOT_APPLY:
        return found
    lowest = base_pay(question, rule, item=f"{GROUP}1")
    group = ("headteacher_group",)
    if lowest.outcome in _SHORT:
        details = {**lowest.details, "lowest_group": True}
        return lowest._replace(details=details, amount_high=found.amount_high, missing=group)
    if found.outcome is not Outcome.IN_LINE:
        return found
    return found._replace(
        outcome=Outcome.CANNOT_TELL,
        because=all_of("", found.because, leaf(rule, group[0], None, NOT_KNOWN)),
        wording="base-pay.group-not-known",
        amount_low=None,
        amount_high=None,
        missing=group,
        next_steps=("ask-contract", "ask-union"),
    )
