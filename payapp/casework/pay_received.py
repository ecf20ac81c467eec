"""What reaches the teacher: salary and allowances in pounds a year, after FTE or share."""

from typing import NamedTuple

from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.findings import About
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money, pro_rata
from payapp.domain.pay import Allowance, Basis
from payapp.domain.rules import Proportion
from payapp.nations.allowance_value import Span, span, span_of_hours
from payapp.nations.question import WHOLE, Question, share_held


class PaidAllowance(NamedTuple):
    """An allowance and what it comes to a year as received; None where that cannot be told.

    `least` is what it comes to at the smallest proportion that may apply.
    """

    allowance: Allowance
    received: Money | None
    least: Money


class Received(NamedTuple):
    """The pay of a case in pounds a year as received; None where it cannot be told."""

    salary: Money | None
    allowances: tuple[PaidAllowance, ...]

    @property
    def total(self) -> Money | None:
        """Salary and allowances together, or None where a part of them cannot be told."""
        parts = (self.salary, *(paid.received for paid in self.allowances))
        told = [part for part in parts if part is not None]
        return sum(told, ZERO) if len(told) == len(parts) else None


def pay_received(assessment: Assessment, library: Library) -> Received:
    """Return what an assessed case is paid a year on its day."""
    case = assessment.case
    question = Question(case, library, area="", edition="")
    allowances = tuple(_allowance(question, allowance) for allowance in question.allowances)
    return Received(_salary(case, assessment), allowances)


def _salary(case: Case, assessment: Assessment) -> Money | None:
    """The salary as base pay has it, which reads a point as its figure, or as it was entered."""
    for finding in assessment.findings:
        if finding.about is About.BASE_PAY and finding.paid is not None:
            return finding.paid
    amount, fte = case.pay.salary, case.post.fte
    if amount is None or case.pay.basis is Basis.RECEIVED or fte == WHOLE:
        return amount
    if fte is None or case.pay.basis is None:
        return None
    return pro_rata(amount, fte)


def _allowance(question: Question, allowance: Allowance) -> PaidAllowance:
    amount = allowance.amount
    if allowance.basis is Basis.RECEIVED:
        return PaidAllowance(allowance, amount, amount)
    proportion = _proportion(question, allowance)
    least = pro_rata(amount, proportion.low)
    known = allowance.basis is not None or proportion.settled == WHOLE
    told = known and proportion.settled is not None
    return PaidAllowance(allowance, least if told else None, least)


def _proportion(question: Question, allowance: Allowance) -> Span:
    """Return the proportion of its full value at which an allowance reaches its holder.

    A payment of which no terms are held follows the hours; one that may be paid in full to a
    part-timer, but is split between teachers, follows the share.
    """
    terms = question.terms(allowance.kind)
    if terms is None:
        return span_of_hours(question)
    share = share_held(question, allowance)
    if terms.proportion is Proportion.FULL_OR_HOURS and share not in {None, WHOLE}:
        return Span(share or WHOLE, share or WHOLE)
    return span(question, allowance, terms)
