"""An allowance against its range or spot value, by the proportion that applies on the day."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from payapp.domain.figures import Figure, NotHeld
from payapp.domain.findings import Outcome
from payapp.domain.money import ZERO, Money, over, pro_rata, short_of
from payapp.domain.pay import Allowance, AllowanceKind, Basis
from payapp.domain.rules import AllowanceTerms, Proportion
from payapp.domain.tests_over_facts import Fact
from payapp.nations.question import WHOLE, Question, share_held


class Span(NamedTuple):
    """The least and the greatest proportion that may apply, and the facts that would settle it."""

    low: Decimal
    high: Decimal
    missing: tuple[str, ...] = ()

    @property
    def settled(self) -> Decimal | None:
        """The proportion, where only one is possible."""
        return self.low if self.low == self.high else None


class Range(NamedTuple):
    """The least and the most that an allowance may be worth, pounds a year full-time equivalent."""

    low: Figure
    high: Figure

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the range, each once."""
        return (self.low,) if self.low is self.high else (self.low, self.high)


class Value(NamedTuple):
    """How an allowance compares with its range.

    `outcome` is in-line, below, award-pending, above or cannot-tell; amounts are pounds a year as
    received and None where they cannot be told.
    """

    outcome: Outcome
    range: Range | None
    low: Money | None = None
    high: Money | None = None
    paid: Money | None = None
    confirmed: Figure | None = None
    missing: tuple[str, ...] = ()
    not_held: NotHeld | None = None


UNKNOWN_SPAN_HOURS = Span(ZERO, WHOLE, ("fte",))
UNKNOWN_SPAN_SHARE = Span(ZERO, WHOLE, ("share_of_responsibility",))


def span_of_hours(question: Question) -> Span:
    """Return the FTE as a proportion, or the whole span where it is not known."""
    fte = question.post.fte
    return UNKNOWN_SPAN_HOURS if fte is None else Span(fte, fte)


def span_of_share(question: Question, allowance: Allowance) -> Span:
    """Return the share of the responsibility, or the whole span where it is not known."""
    share = share_held(question, allowance)
    return UNKNOWN_SPAN_SHARE if share is None else Span(share, share)


def span(question: Question, allowance: Allowance, terms: AllowanceTerms) -> Span:
    """Return the proportion of its full value at which an allowance is paid on the day."""
    match terms.proportion:
        case Proportion.NONE:
            return Span(WHOLE, WHOLE)
        case Proportion.SHARE:
            return span_of_share(question, allowance)
        case Proportion.HOURS:
            return span_of_hours(question)
        case Proportion.FULL_OR_HOURS:
            return _full_or_hours(question)
        case Proportion.HOURS_UNLESS_FULL:
            return _hours_unless_full(question, allowance)
    return _hours_unless_share_adopted(question, allowance)


def _full_or_hours(question: Question) -> Span:
    hours = span_of_hours(question)
    agreed = question.post.full_ta_agreed_for_part_timer
    if agreed is Fact.YES:
        return Span(WHOLE, WHOLE)
    if agreed is Fact.NO or hours.settled == WHOLE:
        return hours
    return Span(hours.low, WHOLE, (*hours.missing, "full_ta_agreed_for_part_timer"))


def _hours_unless_full(question: Question, allowance: Allowance) -> Span:
    """By hours, but whole where the allowance's own share of 1 says that a full one was agreed."""
    hours = span_of_hours(question)
    if allowance.share == WHOLE:
        return Span(WHOLE, WHOLE)
    if allowance.share is not None or hours.settled == WHOLE:
        return hours
    return Span(hours.low, WHOLE, (*hours.missing, "share"))


def _hours_unless_share_adopted(question: Question, allowance: Allowance) -> Span:
    adopted = question.post.share_rule_adopted
    hours, share = span_of_hours(question), span_of_share(question, allowance)
    if adopted is Fact.YES:
        return share
    if adopted is Fact.NO or hours.settled == WHOLE == share.settled:
        return hours
    if hours.settled is not None and hours.settled == share.settled:
        return hours
    missing = ("share_rule_adopted", *share.missing, *hours.missing)
    return Span(min(hours.low, share.low), max(hours.high, share.high), missing)


def find_range(question: Question, terms: AllowanceTerms) -> Range | NotHeld:
    """Return the figures that an allowance is paid from on the day, or what is held instead."""
    area = terms.area or question.area
    if not terms.is_range:
        spot = question.figure(terms.item, terms.point, area)
        return spot if isinstance(spot, NotHeld) else Range(spot, spot)
    low = question.figure(terms.item, "min", area)
    high = question.figure(terms.item, "max", area)
    if isinstance(low, NotHeld):
        return low
    return high if isinstance(high, NotHeld) else Range(low, high)


def range_of(question: Question, kind: AllowanceKind) -> Range | NotHeld | None:
    """Return the figures of a kind of allowance on the day; None where no terms are in force."""
    terms = question.terms(kind)
    return None if terms is None else find_range(question, terms)


def compare(question: Question, allowance: Allowance, terms: AllowanceTerms | None = None) -> Value:
    """Compare one allowance with its range on the day, on its kind's terms if none are given."""
    terms = terms or question.terms(allowance.kind)
    if terms is None:
        return Value(Outcome.CANNOT_TELL, None)
    found = find_range(question, terms)
    if isinstance(found, NotHeld):
        return Value(Outcome.CANNOT_TELL, None, not_held=found)
    proportion = span(question, allowance, terms)
    if allowance.basis is Basis.FULL_TIME_EQUIVALENT or proportion.settled == WHOLE:
        return _full_value(question, allowance, found, proportion)
    if allowance.basis is None:
        return Value(Outcome.CANNOT_TELL, found, missing=("basis", *proportion.missing))
    return _received(question, allowance, found, proportion)


def _full_value(question: Question, allowance: Allowance, found: Range, proportion: Span) -> Value:
    """The annual value of the whole responsibility against the range itself."""
    amount, settled = allowance.amount, proportion.settled

    def reaches(full: Money) -> Money | None:
        return None if settled is None else pro_rata(full, settled)

    paid = reaches(amount)
    if short_of(amount, found.low.amount, received=False):
        confirmed = question.book.last_confirmed(found.low)
        outcome = _short_outcome(found, confirmed, amount, WHOLE, received=False)
        low, high = reaches(found.low.amount), reaches(found.high.amount)
        return Value(outcome, found, low, high, paid, confirmed, proportion.missing)
    if over(amount, found.high.amount, received=False):
        low, high = reaches(found.low.amount), reaches(found.high.amount)
        return Value(Outcome.ABOVE, found, low, high, paid, missing=proportion.missing)
    return Value(Outcome.IN_LINE, found, paid, paid, paid, missing=proportion.missing)


def _received(question: Question, allowance: Allowance, found: Range, proportion: Span) -> Value:
    """What reaches the teacher against the range at the proportions that may apply."""
    amount = allowance.amount
    least, certain_least = (pro_rata(found.low.amount, p) for p in proportion[:2])
    certain_most, most = (pro_rata(found.high.amount, p) for p in proportion[:2])
    if short_of(amount, least, received=True):
        confirmed = question.book.last_confirmed(found.low)
        outcome = _short_outcome(found, confirmed, amount, proportion.low, received=True)
        return Value(outcome, found, least, most, amount, confirmed, proportion.missing)
    if over(amount, most, received=True):
        return Value(Outcome.ABOVE, found, least, most, amount)
    if short_of(amount, certain_least, received=True) or over(amount, certain_most, received=True):
        return Value(Outcome.CANNOT_TELL, found, None, None, amount, missing=proportion.missing)
    return Value(Outcome.IN_LINE, found, least, most, amount, missing=proportion.missing)


def taken_together(question: Question, paid: tuple[Allowance, ...]) -> Allowance:
    """Return several payments of one allowance as the one award that the rules know.

    Amounts of different bases are added as received; where the FTE is not known the sum has no
    basis, so that it is not compared with anything. What is not known of one of them, whether it is
    safeguarded, is not known of the sum.
    """
    first, *others = paid
    if not others:
        return first
    basis = first.basis
    amounts = [allowance.amount for allowance in paid]
    if any(allowance.basis is not basis for allowance in others):
        known = all(allowance.basis is not None for allowance in paid) and question.post.fte
        basis = Basis.RECEIVED if known else None
        amounts = [_as_received(question, allowance) for allowance in paid]
    answers = {each.safeguarded for each in paid}
    safeguarded = next(each for each in (Fact.NOT_KNOWN, Fact.YES, Fact.NO) if each in answers)
    return replace(first, amount=sum(amounts, ZERO), basis=basis, safeguarded=safeguarded)


def _as_received(question: Question, allowance: Allowance) -> Money:
    if allowance.basis is Basis.FULL_TIME_EQUIVALENT:
        return question.received(allowance.amount) or allowance.amount
    return allowance.amount


def _short_outcome(
    found: Range, confirmed: Figure | None, amount: Money, proportion: Decimal, *, received: bool
) -> Outcome:
    if not found.low.provenance.is_proposed:
        return Outcome.BELOW
    due = ZERO if confirmed is None else pro_rata(confirmed.amount, proportion)
    return Outcome.BELOW if short_of(amount, due, received=received) else Outcome.AWARD_PENDING
