"""Figures laid beside each other: what is in force on a day, over the years, and what changed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from payapp.domain.days import years_after
from payapp.domain.figures import Figure, FigureBook, SeriesKey
from payapp.domain.money import Money

HUNDRED = Decimal(100)
TENTH = Decimal("0.1")


class Pair(NamedTuple):
    """Two figures of one item and point; None where one of them is not held."""

    one: Figure | None
    other: Figure | None

    @property
    def difference(self) -> Money | None:
        """How much more the other is, in pounds; None where one is not held."""
        if self.one is None or self.other is None:
            return None
        return self.other.amount - self.one.amount

    @property
    def percent(self) -> Decimal | None:
        """The difference in per cent of the one, to a tenth; None where it cannot be told."""
        if self.one is None or self.difference is None or not self.one.amount:
            return None
        return (self.difference / self.one.amount * HUNDRED).quantize(TENTH, ROUND_HALF_UP)

    @property
    def either(self) -> Figure:
        """The figure that names the pair. Raises ValueError where there is neither."""
        for figure in (self.one, self.other):
            if figure is not None:
                return figure
        raise ValueError("a pair holds at least one figure")


def in_force_on(book: FigureBook, on: date) -> tuple[Figure, ...]:
    """Return every figure of a nation in force on a day, one for each area, item and point.

    They stand as in the latest table; what only an older one has follows.
    """
    latest: dict[SeriesKey, Figure] = {}
    for pay_date in reversed(book.pay_dates):
        if pay_date <= on:
            for key, figure in book.table(pay_date).items():
                latest.setdefault(key, figure)
    return tuple(each for each in latest.values() if each.valid_to is None or each.valid_to >= on)


def last_award_long_before(book: FigureBook, on: date) -> date | None:
    """Return the last day from which figures are held, if a year has passed since; else None."""
    latest = book.pay_dates[-1]
    return latest if on >= years_after(latest, 1) else None


def series_of(book: FigureBook, figure: Figure) -> tuple[Figure, ...]:
    """Return every figure of the same area, item and point, oldest first."""
    key = (figure.area, figure.item, figure.point)
    found = (book.table(pay_date).get(key) for pay_date in book.pay_dates)
    return tuple(each for each in found if each is not None)


def between_dates(book: FigureBook, one: date, other: date) -> tuple[Pair, ...]:
    """Return each figure in force on one day beside the one in force on another day."""
    return _paired(
        in_force_on(book, one),
        in_force_on(book, other),
        lambda figure: (figure.area, figure.item, figure.point),
    )


def between_areas(book: FigureBook, on: date, one: str, other: str) -> tuple[Pair, ...]:
    """Return each figure of one area on a day beside the one of another area."""
    held = in_force_on(book, on)
    return _paired(
        [figure for figure in held if figure.area == one],
        [figure for figure in held if figure.area == other],
        lambda figure: ("", figure.item, figure.point),
    )


def _paired(
    ones: Iterable[Figure], others: Sequence[Figure], key: Callable[[Figure], SeriesKey]
) -> tuple[Pair, ...]:
    """Pair figures by a key, in the order of the first; what has no partner stays alone."""
    rest = {key(figure): figure for figure in others}
    pairs = [Pair(figure, rest.pop(key(figure), None)) for figure in ones]
    return (*pairs, *(Pair(None, figure) for figure in rest.values()))
