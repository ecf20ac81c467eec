"""The coverage register: what is held, for each nation, item and pay year, and how sure it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from payapp.domain.figures import Figure, FigureBook, SeriesKey
from payapp.domain.library import KnownGap, Library
from payapp.domain.rules import Kind

ONE_DAY = timedelta(days=1)


class Held(StrEnum):
    """How much of an item is held for a pay year."""

    HELD = "held"
    PARTLY = "partly"
    NOT_HELD = "not-held"


class Coverage(NamedTuple):
    """One item in one pay year. A figure counts as printed, derived or proposed by its row.

    `proposed` counts every figure of an award whose final document was not seen, also one that
    was computed as well.
    """

    nation: str
    item: str
    first: date
    last: date
    held: Held
    printed: int
    derived: int
    proposed: int


class RulesHeld(NamedTuple):
    """The rules of one nation by what payapp does with them and by how far they were checked."""

    nation: str
    by_kind: Counter[Kind]
    by_checked: Counter[int]


class Period(NamedTuple):
    """A figure and the days it is in force, both inclusive."""

    figure: Figure
    first: date
    last: date


def coverage(library: Library, nation: str) -> tuple[Coverage, ...]:
    """Return the register of one nation: every item in every pay year that the data reach."""
    book = library.book(nation)
    lacking = [gap for gap in library.known_gaps if gap.nation == nation and gap.lacks]
    years = tuple(pay_years(library, nation))
    end = years[-1][1]
    periods: dict[str, dict[SeriesKey, list[Period]]] = {}
    for figure in book.every():
        series = periods.setdefault(figure.item, {})
        key = (figure.area, figure.item, figure.point)
        last = book.in_force_until(figure) or end
        series.setdefault(key, []).append(Period(figure, figure.valid_from, last))
    return tuple(
        _covered(nation, item, year, series, lacking)
        for item, series in periods.items()
        for year in years
    )


def rules_held(library: Library, nation: str) -> RulesHeld:
    """Return how many rules of a nation are tested, shown and kept, and how far checked."""
    rules = [rule for rule in library.rules.by_id.values() if nation in rule.nations]
    return RulesHeld(
        nation, Counter(rule.kind for rule in rules), Counter(rule.checked for rule in rules)
    )


def pay_years(library: Library, nation: str) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of every pay year from the first figure to the last."""
    number = library.limit(nation, "pay_year_month").number
    month = int(number or 1)
    book = library.book(nation)
    year = _start_of_year(book.pay_dates[0], month)
    while year <= _last_start(book):
        following = date(year.year + 1, month, 1)
        yield year, following - ONE_DAY
        year = following


def _start_of_year(on: date, month: int) -> date:
    return date(on.year if on.month >= month else on.year - 1, month, 1)


def _last_start(book: FigureBook) -> date:
    return book.pay_dates[-1]


def _covered(
    nation: str,
    item: str,
    year: tuple[date, date],
    series: dict[SeriesKey, list[Period]],
    lacking: Iterable[KnownGap],
) -> Coverage:
    first, last = year
    inside = [
        [period for period in periods if period.first <= last and period.last >= first]
        for periods in series.values()
    ]
    figures = [period.figure for periods in inside for period in periods]
    whole = all(_is_whole(periods, first, last) for periods in inside if periods)
    missing = any(
        not periods and _runs_around(all_of_it, first, last)
        for periods, all_of_it in zip(inside, series.values(), strict=True)
    )
    known = any(_lacks(gap, item, first, last) for gap in lacking)
    return Coverage(
        nation,
        item,
        first,
        last,
        _held(figures, whole=whole and not missing and not known),
        *_counts(figures),
    )


def _held(figures: Sequence[Figure], *, whole: bool) -> Held:
    if not figures:
        return Held.NOT_HELD
    return Held.HELD if whole else Held.PARTLY


def _is_whole(periods: Sequence[Period], first: date, last: date) -> bool:
    """Say whether periods, oldest first, cover every day of a year."""
    day = first
    for period in periods:
        if period.first > day:
            return False
        day = period.last + ONE_DAY
    return day > last


def _runs_around(periods: Sequence[Period], first: date, last: date) -> bool:
    """Say whether a series is held both before and after a year."""
    return periods[0].first < first and periods[-1].last > last


def _lacks(gap: KnownGap, item: str, first: date, last: date) -> bool:
    starts_in_time = gap.valid_from is None or gap.valid_from <= last
    ends_in_time = gap.valid_to is None or gap.valid_to >= first
    return item in gap.items and starts_in_time and ends_in_time


def _counts(figures: Sequence[Figure]) -> tuple[int, int, int]:
    proposed = sum(figure.provenance.is_proposed for figure in figures)
    derived = sum(
        figure.provenance.is_derived and not figure.provenance.is_proposed for figure in figures
    )
    return len(figures) - proposed - derived, derived, proposed
