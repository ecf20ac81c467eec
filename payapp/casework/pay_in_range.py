"""Where pay sits: what is paid, what is due, and the whole range, each as received in a year."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from payapp.domain.assessment import Assessment, is_about_pay
from payapp.domain.cases import Case
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money, pro_rata

WHOLE = Decimal(1)
ENDS_OF_A_RANGE = ("min", "max")


class PlaceInRange(NamedTuple):
    """One payment beside what is due for it; pounds a year as received, after FTE or share.

    `lowest` and `highest` are the ends of the whole range of `item`, None where the share of it
    that applies cannot be told. `is_open` says that the employer may pay it and need not.
    `unconfirmed` is the part of what is short that stands only by an award not yet confirmed.
    """

    about: About
    item: str
    paid: Money
    due_low: Money
    due_high: Money
    lowest: Money | None
    highest: Money | None
    is_open: bool
    unconfirmed: Money = ZERO


def places_in_range(assessment: Assessment, library: Library) -> tuple[PlaceInRange, ...]:
    """Return the place of each payment of which both what is paid and what is due are known."""
    case = assessment.case.at(assessment.case.on)
    return tuple(_places(assessment.findings, case, library))


def _places(findings: Iterable[Finding], case: Case, library: Library) -> Iterator[PlaceInRange]:
    for finding in findings:
        low, paid = finding.amount_low, finding.paid
        if low is None or paid is None or not _can_be_placed(finding):
            continue
        high = low if finding.amount_high is None else finding.amount_high
        if not any((paid, low, high)):
            continue
        lowest, highest = _whole_range(finding, case, library)
        is_open = finding.outcome is Outcome.MAY_BE_CONSIDERED
        item = finding.figures[0].item
        amounts = (paid, low, high, lowest, highest)
        pending = finding.unconfirmed_gap or ZERO
        yield PlaceInRange(finding.about, item, *amounts, is_open, pending)


def _can_be_placed(finding: Finding) -> bool:
    """Say whether an amount is due at all: what may not be paid has no place in a range."""
    permitted = finding.outcome is not Outcome.NOT_PERMITTED
    return permitted and is_about_pay(finding) and bool(finding.figures)


def _whole_range(
    finding: Finding, case: Case, library: Library
) -> tuple[Money, Money] | tuple[None, None]:
    """Return the ends of the range of a finding's item, as received; None where not known."""
    proportion = _proportion(finding, case)
    first = finding.figures[0]
    points = library.book(case.nation).points(case.on, first.area, first.item)
    ends = [figure.amount for figure in points if figure.point in ENDS_OF_A_RANGE]
    amounts = ends or [figure.amount for figure in points]
    if proportion is None or not amounts:
        return None, None
    return pro_rata(min(amounts), proportion), pro_rata(max(amounts), proportion)


def _proportion(finding: Finding, case: Case) -> Decimal | None:
    """Return the share at which a finding's figures give its amounts; None where none does."""
    due = {finding.amount_low, finding.amount_high}
    shares = (WHOLE, case.post.fte, case.post.share_of_responsibility)
    for share in shares:
        if share is not None and _gives(finding.figures, share, due):
            return share
    return WHOLE if case.post.fte == WHOLE else None


def _gives(figures: Iterable[Figure], share: Decimal, due: set[Money | None]) -> bool:
    return any(pro_rata(figure.amount, share) in due for figure in figures)
