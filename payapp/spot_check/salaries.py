"""What salaries a nation has: its ranges, the points that name one, and the least paid."""

from collections.abc import Iterator
from datetime import date

from payapp.domain.cases import ALL_AREAS, PAY_AREAS, Nation, PayArea
from payapp.domain.figures import LIMITS, Figure, in_order, place_of
from payapp.domain.library import Library
from payapp.domain.money import Money

LEAST_A_YEAR = 1_000
"""What is less in pounds is a rate of an hour or a day."""


class Salaries:
    """The salaries of each nation, looked up once for all rows of a sheet."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._items: dict[Nation, frozenset[str]] = {}
        self._least: dict[Nation, Money] = {}
        self._points: dict[tuple[Nation, str], tuple[str, ...]] = {}
        self._ranges: dict[tuple[Nation, date, PayArea | None, str], tuple[str, ...]] = {}

    def items(self, nation: Nation) -> frozenset[str]:
        """Return the items of a nation's figures that are salaries and no allowances."""
        held = self._items.get(nation)
        if held is None:
            terms = self._library.terms(nation).values()
            allowances = {row.item for rows in terms for row in rows}
            items = {figure.item for figure in self._library.book(nation).every()}
            held = self._items[nation] = frozenset(items - allowances)
        return held

    def least(self, nation: Nation) -> Money:
        """Return the least salary of a year, in pounds full-time equivalent, of any date."""
        least = self._least.get(nation)
        if least is None:
            amounts = (figure.amount for figure in self._figures(nation))
            least = min(amount for amount in amounts if amount >= LEAST_A_YEAR)
            self._least[nation] = least
        return least

    def ranges(self, nation: Nation, on: date, area: PayArea | None, point: str) -> tuple[str, ...]:
        """Return every range that has a point of this name on a day; one at most is no guess.

        Where none has it on the day, those are returned that had it on another, or that reach
        beyond its number although no figure of it is held.
        """
        key = (nation, on, area, point)
        found = self._ranges.get(key)
        if found is None:
            book, where = self._library.book(nation), _where(nation, area)
            items = dict.fromkeys(
                figure.item for figure in self._figures(nation) if figure.point == point
            )
            held = (item for item in items if book.amount(on, where, item, point) is not None)
            found = tuple(held) or tuple(items) or tuple(self._reaching(nation, point))
            self._ranges[key] = found
        return found

    def point_of(self, nation: Nation, item: str, number: str) -> str | None:
        """Return the one point of a range that has a number and a letter, such as M6 for 6."""
        if not number.isdecimal():
            return None
        points = self.points(nation, item)
        places = ((point, place_of(point)) for point in points)
        meant = [point for point, place in places if place and place[1] == int(number)]
        return meant[0] if len(meant) == 1 and number not in points else None

    def points(self, nation: Nation, item: str) -> tuple[str, ...]:
        """Return every point that a range has had, in order."""
        points = self._points.get((nation, item))
        if points is None:
            found = {figure.point for figure in self._figures(nation) if figure.item == item}
            points = self._points[nation, item] = tuple(sorted(found, key=in_order))
        return points

    def points_held(
        self, nation: Nation, on: date, area: PayArea | None, item: str
    ) -> tuple[str, ...]:
        """Return the points of a range that have a figure on a day, in order."""
        book, where = self._library.book(nation), _where(nation, area)
        points = (point for point in self.points(nation, item) if point not in LIMITS)
        return tuple(each for each in points if book.amount(on, where, item, each) is not None)

    def points_like(self, nation: Nation, point: str) -> tuple[str, ...]:
        """Return the points of a nation that are named like this one, in order."""
        letter = _letter(point)
        named = {figure.point for figure in self._figures(nation)}
        return tuple(sorted((each for each in named if _letter(each) == letter), key=in_order))

    def _reaching(self, nation: Nation, point: str) -> Iterator[str]:
        """Yield the ranges with points of the same letter below and above one."""
        named = {
            (figure.item, figure.point)
            for figure in self._figures(nation)
            if _letter(figure.point) and _letter(figure.point) == _letter(point)
        }
        for item in sorted({item for item, _ in named}):
            orders = [in_order(each) for of, each in named if of == item]
            if min(orders) < in_order(point) < max(orders):
                yield item

    def _figures(self, nation: Nation) -> Iterator[Figure]:
        items = self.items(nation)
        return (each for each in self._library.book(nation).every() if each.item in items)


def _where(nation: Nation, area: PayArea | None) -> str:
    """Return the pay area to look in, the first of a nation where none is told."""
    return area or next(iter(PAY_AREAS.get(nation, ())), ALL_AREAS)


def _letter(point: str) -> str:
    """Return the letter of a point such as M6; nothing for what is only a number."""
    place = place_of(point)
    return point if place is None else place[0]
