"""Arrears: what was due at least, what was paid, and the difference, month by month.

A whole calendar month is a twelfth of the year. A part of a month is that twelfth in proportion to
its calendar days; Scotland's rate for a day of a broken period (SNCT Handbook Part 2 Section 1) is
for days worked, which no case holds, so that it is named beside a part of a month and not applied.

Amounts are rounded to the penny by their running sum: twelve months of a year add up to the year,
and the total is the sum of the months.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import lcm
from typing import Final, NamedTuple

from payapp.casework.claims import DayRate, ShortMonth, TimeLimit, day_rates, time_limits
from payapp.casework.pay_received import pay_received
from payapp.casework.segments import Segment, segments
from payapp.casework.shortfall import COUNTED, NotTold, Shortfall, Sum, shortfall
from payapp.domain.cases import Case
from payapp.domain.findings import About, Finding
from payapp.domain.library import Library
from payapp.domain.money import PENNY, ZERO, Money

MONTHS: Final = 12
# A year in parts of which every month of 28 to 31 days, and each of its days, is a whole number.
YEAR: Final = MONTHS * lcm(28, 29, 30, 31)
_PAID: Final = ("paid", 0)


class Line(NamedTuple):
    """What one subject makes in a month, in pounds and pence."""

    about: About
    certain: Money
    at_most: Money
    over: Money
    unconfirmed: Money


class Month(NamedTuple):
    """A calendar month, or the part of it inside the period, in pounds and pence.

    `due` is what was paid with what is certainly short and without what is overpaid; it and `paid`
    are None where what was paid cannot be told, and `due` where nothing tells that the salary is
    due, or pay is short and by no amount that can be told. `not_told` names what the amounts leave
    out.
    """

    first: date
    last: date
    due: Money | None
    paid: Money | None
    certain: Money
    at_most: Money
    over: Money
    lines: tuple[Line, ...]
    not_told: tuple[NotTold, ...]

    @property
    def is_whole(self) -> bool:
        """Say whether the period holds the whole month."""
        return (self.last - self.first).days + 1 == monthrange(*_month_of(self.first))[1]

    @property
    def unconfirmed(self) -> Money:
        """The part of what is certain that stands only by an award not yet confirmed."""
        return sum((line.unconfirmed for line in self.lines), ZERO)

    @property
    def is_short_untold(self) -> bool:
        """Say whether pay is short in it by an amount that cannot be told."""
        return any(told.is_short for told in self.not_told)

    @property
    def is_undecided(self) -> bool:
        """Say whether pay may be short in it by what cannot be told."""
        return any(told.may_be_short for told in self.not_told)


class Award(NamedTuple):
    """What is to be known of the awards of a part of the period, as it is told on a day."""

    case: Case
    finding: Finding


class Arrears(NamedTuple):
    """The months of a period and their totals: certain, at most, and overpaid.

    `unconfirmed` is the part of the certain total that rests on figures whose award is accepted and
    not confirmed. `awards` is what stands beside the amounts and is not counted in them.
    """

    case: Case
    first: date
    last: date
    total: Money
    total_high: Money
    overpaid: Money
    unconfirmed: Money
    months: tuple[Month, ...]
    limits: tuple[TimeLimit, ...]
    day_rates: tuple[DayRate, ...]
    awards: tuple[Award, ...]
    data_version: str


class _Rates(NamedTuple):
    """What a segment makes in pounds a year."""

    segment: Segment
    shortfall: Shortfall
    paid: Money | None


def arrears(case: Case, library: Library, first: date, last: date) -> Arrears:
    """Return what a period comes to, both days inclusive.

    The pay of the case is what was paid throughout, save where its changes say otherwise. Raises
    ValueError where the period ends before it begins, and CaseRefused as `check` does.
    """
    rates = tuple(_rates(segment, library) for segment in segments(case, library, first, last))
    months = tuple(_months(rates, first, last))
    return Arrears(
        case,
        first,
        last,
        sum((month.certain for month in months), ZERO),
        sum((month.at_most for month in months), ZERO),
        sum((month.over for month in months), ZERO),
        sum((month.unconfirmed for month in months), ZERO),
        months,
        time_limits(case, library, last, tuple(map(_claimed, months))),
        day_rates(case, library, tuple(m.first for m in months if not m.is_whole)),
        _awards(rates),
        library.data_version,
    )


def _awards(rates: Iterable[_Rates]) -> tuple[Award, ...]:
    """Return each thing to be known of the awards once, as it is told last in the period."""
    found: dict[str, Award] = {}
    for each in rates:
        assessment = each.segment.assessment
        for finding in assessment.findings:
            if finding.about is About.UPLIFT:
                found[finding.wording] = Award(assessment.case, finding)
    return tuple(found.values())


def _claimed(month: Month) -> ShortMonth:
    untold, undecided = month.is_short_untold, month.is_undecided
    return ShortMonth(month.last, month.certain, month.at_most, untold, undecided)


def _rates(segment: Segment, library: Library) -> _Rates:
    assessment = segment.assessment
    paid = pay_received(assessment, library).total
    return _Rates(segment, shortfall(assessment, library), paid)


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def _months(rates: Sequence[_Rates], first: date, last: date) -> Iterator[Month]:
    running, start, left = _Running(), first, list(rates)
    while start <= last:
        days = monthrange(*_month_of(start))[1]
        end = min(start.replace(day=days), last)
        inside = [each for each in left if each.segment.first <= end]
        yield _month(running, inside, start, end)
        left = [each for each in left if each.segment.last > end]
        start = end + timedelta(days=1)


def _month(running: "_Running", rates: Iterable[_Rates], first: date, last: date) -> Month:
    a_day = YEAR // (MONTHS * monthrange(*_month_of(first))[1])
    not_told: dict[NotTold, None] = {}
    is_paid_told = True
    for segment, short, paid in rates:
        days = (min(segment.last, last) - max(segment.first, first)).days + 1
        running.add(short, paid or ZERO, days * a_day)
        is_paid_told = is_paid_told and paid is not None
        not_told.update(dict.fromkeys(short.not_told))
    lines, paid = running.lines(), running.paid()
    certain = sum((line.certain for line in lines), ZERO)
    at_most = sum((line.at_most for line in lines), ZERO)
    over = sum((line.over for line in lines), ZERO)
    is_short_told = certain > ZERO or not any(told.is_short for told in not_told)
    is_due_told = is_short_told and not any(told.is_of_the_salary for told in not_told)
    due = paid + certain - over if is_paid_told and is_due_told else None
    told = paid if is_paid_told else None
    return Month(first, last, due, told, certain, at_most, over, lines, tuple(not_told))


class _Running:
    """Sums that run from month to month: exact in pence and parts of a year, told to the penny."""

    def __init__(self) -> None:
        self._sums: dict[tuple[str, int], int] = {}
        self._told: dict[tuple[str, int], int] = {}

    def add(self, short: Shortfall, paid: Money, parts: int) -> None:
        """Add pounds a year for so many parts of a year."""
        for about, amounts in short.sums.items():
            for place, amount in enumerate(amounts):
                self._add((about, place), amount, parts)
        self._add(_PAID, paid, parts)

    def _add(self, key: tuple[str, int], amount: Money, parts: int) -> None:
        self._sums[key] = self._sums.get(key, 0) + int(amount / PENNY) * parts

    def lines(self) -> tuple[Line, ...]:
        """Return what each subject makes since this was last asked, to the penny."""
        subjects = (about for about in COUNTED if (about, 0) in self._sums)
        lines = (Line(about, *self._amounts(about)) for about in subjects)
        return tuple(line for line in lines if any(line[1:]))

    def _amounts(self, about: About) -> Sum:
        return Sum(*(self._since_last((about, place)) for place in range(len(Sum()))))

    def paid(self) -> Money:
        """Return what was paid since this was last asked, to the penny."""
        return self._since_last(_PAID)

    def _since_last(self, key: tuple[str, int]) -> Money:
        """Return by how much a running sum, rounded half up, has grown."""
        pence = (2 * self._sums[key] + YEAR) // (2 * YEAR)
        grown, self._told[key] = pence - self._told.get(key, 0), pence
        return grown * PENNY
