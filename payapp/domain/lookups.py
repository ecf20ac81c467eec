"""Look-ups as a person asks them: without the pay area where it makes no difference."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from payapp.domain.cases import PAY_AREAS, Nation
from payapp.domain.figures import Figure, FigureBook, Match, NotHeld, nearest, same_amount

WHOLE = Decimal(1)
COMMON_SHARES = tuple(
    Decimal(share)
    for share in ("0.9", "0.8", "0.75", "0.7", "0.6", "0.5", "0.4", "0.3", "0.25", "0.2", "0.1")
)
NEAREST_SHOWN = 5


class AreasDiffer(NamedTuple):
    """The answer to a look-up without an area where the areas do not all say the same."""

    nation: str
    item: str
    point: str
    areas: tuple[str, ...]


class Identified(NamedTuple):
    """What an amount may be: whole figures, figures at a common part-time share, or the nearest."""

    whole: tuple[Match, ...]
    pro_rata: tuple[Match, ...]
    nearest: tuple[Figure, ...]


def find_in_any_area(
    book: FigureBook, on: date, item: str, point: str
) -> Figure | NotHeld | AreasDiffer:
    """Return the figure of the one area that holds a point, or that all pay areas share.

    Where none is held, the answer names what is held in any of the areas.
    """
    areas = _areas_of(book, item, point)
    found = [book.find(on, area, item, point) for area in areas]
    figures = [each for each in found if isinstance(each, Figure)]
    if not figures:
        return _held_in_any([each for each in found if isinstance(each, NotHeld)])
    if len(figures) < len(areas) or len({figure.amount for figure in figures}) > 1:
        return AreasDiffer(book.nation, item, point, tuple(figure.area for figure in figures))
    return figures[0]


def _areas_of(book: FigureBook, item: str, point: str) -> Sequence[str]:
    """Return the pay areas of a nation; where it has none, the areas that hold a point."""
    pay_areas = PAY_AREAS.get(Nation(book.nation))
    if pay_areas:
        return pay_areas
    every = tuple(book.every())
    with_item = [figure for figure in every if figure.item == item]
    with_point = [figure for figure in with_item if figure.point == point]
    return tuple(dict.fromkeys(figure.area for figure in with_point or with_item or every))


def _held_in_any(lacking: Sequence[NotHeld]) -> NotHeld:
    first = lacking[0]
    alike = (each.held for each in lacking if each.lacking == first.lacking)
    return first._replace(held=tuple(dict.fromkeys(chain.from_iterable(alike))))


def identify(books: Sequence[FigureBook], amount: Decimal) -> Identified:
    """Return every figure that an amount in pounds may be, newest first, or else the nearest."""
    whole = _newest_first(same_amount(books, amount, [WHOLE]))
    pro_rata = _newest_first(same_amount(books, amount, COMMON_SHARES))
    near = () if whole or pro_rata else nearest(books, amount, NEAREST_SHOWN)
    return Identified(whole, pro_rata, near)


def _newest_first(matches: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: match.figure.valid_from, reverse=True))
