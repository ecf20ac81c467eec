"""Pay figures: what an amount is, where it comes from, how sure it is, and how to look it up."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from payapp.domain.money import Money


class Nature(StrEnum):
    """What an amount is in law."""

    STATUTORY = "statutory"
    ADVISORY = "advisory"
    AGREED = "agreed"


class Provenance(StrEnum):
    """How an amount came to us."""

    PRINTED = "printed"
    DERIVED = "derived"
    PROPOSED = "proposed"
    PROPOSED_DERIVED = "proposed-derived"

    @property
    def is_proposed(self) -> bool:
        """Say whether the award is accepted but its final document was not seen."""
        return self in (Provenance.PROPOSED, Provenance.PROPOSED_DERIVED)

    @property
    def is_derived(self) -> bool:
        """Say whether the amount was computed and stands printed in no source that was read."""
        return self in (Provenance.DERIVED, Provenance.PROPOSED_DERIVED)


class Figure(NamedTuple):
    """One amount, in pounds a year full-time equivalent unless the item is an hourly rate.

    `valid_to` is None where the figure stays in force until its series has a later row.
    """

    nation: str
    area: str
    valid_from: date
    valid_to: date | None
    item: str
    point: str
    amount: Money
    nature: Nature
    provenance: Provenance
    sources: tuple[str, ...]
    confidence: int

    @property
    def is_hourly(self) -> bool:
        """Say whether the amount is for an hour, which no part-time share reduces."""
        return self.item.endswith("-hourly")


class NotHeld(NamedTuple):
    """The answer to a look-up that no figure answers: what was missing, and what is held."""

    nation: str
    on: date
    area: str
    item: str
    point: str
    lacking: str
    held: tuple[str, ...]


MOST_KEPT = 100_000
LIMITS = ("min", "max")
_POINT = re.compile(r"(\D*)(\d+)", re.ASCII)
SeriesKey = tuple[str, str, str]
Loader = Callable[[date], Sequence[Figure]]


def place_of(point: str) -> tuple[str, int] | None:
    """Return the letter and the number of a point, such as M and 6; None where it is neither."""
    found = _POINT.fullmatch(point)
    return (found[1], int(found[2])) if found else None


def in_order(point: str) -> tuple[int, str, int]:
    """Return a key that puts points in order: the limits first, then M2 before M10."""
    if point in LIMITS:
        return LIMITS.index(point), "", 0
    letter, number = place_of(point) or (point, 0)
    return len(LIMITS), letter, number


class FigureBook:
    """The figures of one nation, read a pay date at a time when first asked for."""

    def __init__(self, nation: str, pay_dates: Sequence[date], load: Loader) -> None:
        self.nation = nation
        self.pay_dates = tuple(sorted(pay_dates))
        self._load = load
        self._tables: dict[date, dict[SeriesKey, Figure]] = {}
        self._proposed: dict[date, bool] = {}
        self._found: dict[tuple[date, str, str, str], Figure | NotHeld] = {}
        self._points: dict[tuple[date, str, str], tuple[Figure, ...]] = {}
        self._rows: dict[tuple[date, str, str], tuple[Figure, ...]] = {}

    def find(self, on: date, area: str, item: str, point: str) -> Figure | NotHeld:
        """Return the figure in force on a day, or what is held instead; never the nearest row."""
        key = (on, area, item, point)
        found = self._found.get(key)
        if found is None:
            if len(self._found) > MOST_KEPT:
                self._found.clear()
            found = self._found[key] = self._look_up(on, area, item, point)
        return found

    def amount(self, on: date, area: str, item: str, point: str) -> Money | None:
        """Return just the amount in force on a day, in pounds, or None where none is held."""
        found = self.find(on, area, item, point)
        return found.amount if isinstance(found, Figure) else None

    def points(self, on: date, area: str, item: str) -> tuple[Figure, ...]:
        """Return every point of an item in force on a day, in the order of the file."""
        key = (on, area, item)
        found = self._points.get(key)
        if found is None:
            if len(self._points) > MOST_KEPT:
                self._points.clear()
            found = self._points[key] = tuple(self._look_up_points(on, area, item))
        return found

    def _look_up_points(self, on: date, area: str, item: str) -> Iterator[Figure]:
        names: dict[str, None] = {}
        for pay_date in self._dates_up_to(on):
            for row_area, row_item, point in self.table(pay_date):
                if (row_area, row_item) == (area, item):
                    names.setdefault(point)
        for point in names:
            figure = self.find(on, area, item, point)
            if isinstance(figure, Figure):
                yield figure

    def rows_of(self, pay_date: date, area: str, item: str) -> tuple[Figure, ...]:
        """Return the rows of an item in the table of one pay date, in the order of the file."""
        key = (pay_date, area, item)
        rows = self._rows.get(key)
        if rows is None:
            table = self.table(pay_date).values()
            rows = tuple(row for row in table if (row.area, row.item) == (area, item))
            self._rows[key] = rows
        return rows

    def before(self, figure: Figure) -> Figure | None:
        """Return the row of the same series that was in force on the day before this one."""
        eve = figure.valid_from - timedelta(days=1)
        found = self.find(eve, figure.area, figure.item, figure.point)
        return found if isinstance(found, Figure) else None

    def last_confirmed(self, figure: Figure) -> Figure | None:
        """Return the figure itself, or the last of its series that is more than a proposal."""
        current: Figure | None = figure
        while current is not None and current.provenance.is_proposed:
            current = self.before(current)
        return current

    def in_force_until(self, figure: Figure) -> date | None:
        """Return the last day of a figure, or None where no later row ends it."""
        if figure.valid_to is not None:
            return figure.valid_to
        key = (figure.area, figure.item, figure.point)
        for pay_date in self.pay_dates[bisect_right(self.pay_dates, figure.valid_from) :]:
            if key in self.table(pay_date):
                return pay_date - timedelta(days=1)
        return None

    def every(self) -> Iterator[Figure]:
        """Yield every figure held, oldest pay date first."""
        for pay_date in self.pay_dates:
            yield from self.table(pay_date).values()

    def table(self, pay_date: date) -> dict[SeriesKey, Figure]:
        """Return the figures of one pay date by area, item and point, reading them if need be."""
        table = self._tables.get(pay_date)
        if table is None:
            rows = self._load(pay_date)
            table = {(row.area, row.item, row.point): row for row in rows}
            self._tables[pay_date] = table
        return table

    def is_proposed(self, pay_date: date) -> bool:
        """Say whether a table rests on an award whose final document was not seen."""
        if pay_date not in self._proposed:
            rows = self.table(pay_date).values()
            self._proposed[pay_date] = any(row.provenance.is_proposed for row in rows)
        return self._proposed[pay_date]

    def _dates_up_to(self, on: date) -> Iterator[date]:
        yield from reversed(self.pay_dates[: bisect_right(self.pay_dates, on)])

    def _look_up(self, on: date, area: str, item: str, point: str) -> Figure | NotHeld:
        for pay_date in self._dates_up_to(on):
            figure = self.table(pay_date).get((area, item, point))
            if figure is None:
                continue
            if figure.valid_to is None or figure.valid_to >= on:
                return figure
            break
        return self._not_held(on, area, item, point)

    def _not_held(self, on: date, area: str, item: str, point: str) -> NotHeld:
        def answer(lacking: str, held: Sequence[str]) -> NotHeld:
            return NotHeld(self.nation, on, area, item, point, lacking, tuple(held))

        rows = tuple(self.every())
        areas = dict.fromkeys(row.area for row in rows)
        if area not in areas:
            return answer("area", tuple(areas))
        items = dict.fromkeys(row.item for row in rows if row.area == area)
        if item not in items:
            return answer("item", tuple(items))
        points = {row.point for row in rows if (row.area, row.item) == (area, item)}
        if point not in points:
            of_the_day = {figure.point for figure in self.points(on, area, item)}
            return answer("point", sorted(of_the_day or points, key=in_order))
        return answer("date", self._periods((area, item, point)))

    def _periods(self, key: SeriesKey) -> tuple[str, ...]:
        """Return the unbroken periods that a series covers, as ISO dates with '..' between."""
        periods: list[tuple[date, date | None]] = []
        for pay_date in self.pay_dates:
            figure = self.table(pay_date).get(key)
            if figure is None:
                continue
            until = self.in_force_until(figure)
            last = periods[-1][1] if periods else None
            if last is not None and last + timedelta(days=1) == figure.valid_from:
                periods[-1] = (periods[-1][0], until)
            else:
                periods.append((figure.valid_from, until))
        return tuple(f"{start}..{end or ''}" for start, end in periods)


class Match(NamedTuple):
    """A figure that an amount equals, and the full-time equivalent share at which it does."""

    figure: Figure
    proportion: Decimal


def same_amount(
    books: Sequence[FigureBook], amount: Money, proportions: Sequence[Decimal]
) -> tuple[Match, ...]:
    """Return every figure that equals an amount, whole or, if it is for a year, at a share."""
    found = []
    for proportion in proportions:
        for book in books:
            found += [
                Match(figure, proportion)
                for figure in book.every()
                if abs(figure.amount * proportion - amount) < Decimal("0.5")
                and (figure.amount == amount if proportion == 1 else not figure.is_hourly)
            ]
    return tuple(found)


def nearest(books: Sequence[FigureBook], amount: Money, count: int) -> tuple[Figure, ...]:
    """Return the figures closest to an amount, for an amount that equals none."""
    every = [figure for book in books for figure in book.every()]
    every.sort(key=lambda figure: abs(figure.amount - amount))
    return tuple(every[:count])
