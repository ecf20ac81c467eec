"""Findings: what one question about a post's pay came to, and why."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from payapp.domain.figures import Figure
from payapp.domain.money import ZERO, Money
from payapp.domain.rules import Citation, Force
from payapp.domain.tests_over_facts import Result, Test


class About(StrEnum):
    """What a finding is about."""

    INSTRUMENT = "instrument"
    BASE_PAY = "base-pay"
    SEN_ALLOWANCE = "sen-allowance"
    TLR = "tlr"
    TLR3 = "tlr3"
    TEACHING_ALLOWANCE = "teaching-allowance"
    LEADERSHIP = "leadership"
    ALNCO_LEADERSHIP = "alnco-leadership"
    PROMOTED_POST = "promoted-post"
    COMBINATION = "combination"
    PART_TIME = "part-time"
    SAFEGUARDING = "safeguarding"
    SENCO_QUALIFICATION = "senco-qualification"
    PAPERWORK = "paperwork"
    UPLIFT = "uplift"
    OTHER_ALLOWANCE = "other-allowance"


class Outcome(StrEnum):
    """What a finding came to, the most serious first."""

    BELOW = "below"
    DUE_BUT_MISSING = "due-but-missing"
    NOT_PERMITTED = "not-permitted"
    ABOVE = "above"
    BELOW_ADVISORY = "below-advisory"
    AWARD_PENDING = "award-pending"
    SHORT_OF_GUIDANCE = "short-of-guidance"
    MAY_BE_CONSIDERED = "may-be-considered"
    CANNOT_TELL = "cannot-tell"
    IN_LINE = "in-line"
    NOT_DUE = "not-due"
    DOES_NOT_APPLY = "does-not-apply"


SERIOUSNESS = {outcome: rank for rank, outcome in enumerate(Outcome)}

# A gap of these stands against nothing but a figure whose award is not confirmed.
_NOT_CONFIRMED = frozenset({Outcome.AWARD_PENDING, Outcome.BELOW_ADVISORY})
NOTHING: Mapping[str, object] = MappingProxyType({})


class Finding(NamedTuple):
    """One finding; amounts are pounds a year as received, after FTE or share, to the penny.

    `amount_low` and `amount_high` are the least and the most due, `paid` what is paid, `gap` the
    least due less what is paid where that is short; each is None where it cannot be told. `wording`
    names the sentence that fits and `details` holds what that sentence mentions. `questions_pay` is
    met for a finding that makes the verdict *questionable*, and not known where that is undecided.
    `unchecked` says that a payment is made and that nothing says yet whether it may be: the verdict
    does not turn on it, and it is named beside the verdict. `confirmed_low` is the least due by the
    last confirmed figures, where `amount_low` rests on a proposed one.
    """

    about: About
    outcome: Outcome
    force: Force
    because: Test
    wording: str
    details: Mapping[str, object] = NOTHING
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    amount_low: Money | None = None
    amount_high: Money | None = None
    paid: Money | None = None
    missing: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    questions_pay: Result = Result.NOT_MET
    unchecked: bool = False
    confirmed_low: Money | None = None

    @property
    def gap(self) -> Money | None:
        """The least due a year less what is paid, where that is short; else None.

        Pence that payroll rounded away are no gap: such pay is in line.
        """
        if self.amount_low is None or self.paid is None or self.paid >= self.amount_low:
            return None
        if self.outcome is Outcome.IN_LINE:
            return None
        return self.amount_low - self.paid

    @property
    def confirmed_gap(self) -> Money | None:
        """The part of the gap that the last confirmed figures make; None where there is no gap."""
        gap = self.gap
        if gap is None or self.amount_low is None or self.confirmed_low is None:
            return ZERO if gap is not None and self.outcome in _NOT_CONFIRMED else gap
        return max(gap - (self.amount_low - self.confirmed_low), ZERO)

    @property
    def unconfirmed_gap(self) -> Money | None:
        """The part of the gap that only an unconfirmed award makes; None where there is no gap."""
        gap, confirmed = self.gap, self.confirmed_gap
        return None if gap is None or confirmed is None else gap - confirmed
