"""The proof of every figure: order, equality, difference between nations, award arithmetic."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations, pairwise, product
from typing import NamedTuple

from payapp.domain.awards import Step, StepKind, steps
from payapp.domain.cases import Nation, PayArea
from payapp.domain.figures import Figure, SeriesKey
from payapp.domain.library import Library
from payapp.domain.money import Money
from payapp.domain.rules import Award

SMALLEST_TABLE = 5


class FaultKind(StrEnum):
    """What can be wrong with a figure beside what its file is refused for."""

    UNREADABLE = "unreadable"
    DATES = "dates"
    OUT_OF_RANGE = "out-of-range"
    ORDER_OF_AREAS = "order-of-areas"
    DIFFERS_BETWEEN_AREAS = "differs-between-areas"
    SHARED_TABLE = "shared-table"
    NO_AWARD = "no-award"
    ARITHMETIC = "arithmetic"


class Fault(NamedTuple):
    """One thing wrong: the figure, the one it should agree with, and the amount expected.

    `refusal` is the sentence of a file that was refused; there is no figure then.
    """

    kind: FaultKind
    nation: str
    figure: Figure | None = None
    other: Figure | None = None
    expected: Money | None = None
    refusal: str = ""


class Proof(NamedTuple):
    """What was walked: figures, steps by how they came out, faults."""

    figures: int
    first: int
    reproduced: int
    exceptions: tuple[Step, ...]
    faults: tuple[Fault, ...]


FAULT_OF_STEP = {
    StepKind.NO_AWARD: FaultKind.NO_AWARD,
    StepKind.DIFFERENT: FaultKind.ARITHMETIC,
}


def prove(library: Library, refused: Sequence[Fault] = ()) -> Proof:
    """Walk every figure of every nation; `refused` are the faults found while reading."""
    figures = {nation: tuple(library.book(nation).every()) for nation in Nation}
    walked = [step for nation in Nation for step in _steps_of(library, nation, figures[nation])]
    count = {kind: sum(step.kind is kind for step in walked) for kind in StepKind}
    faults = [*refused]
    for rows in figures.values():
        faults += [*points_out_of_range(rows), *areas_out_of_order(rows, _same_everywhere(library))]
    faults += shared_tables(figures, _shared_until(library))
    faults += [
        Fault(FAULT_OF_STEP[step.kind], step.figure.nation, step.figure, step.before, step.computed)
        for step in walked
        if step.kind in FAULT_OF_STEP
    ]
    return Proof(
        sum(map(len, figures.values())),
        count[StepKind.FIRST],
        count[StepKind.REPRODUCED],
        tuple(step for step in walked if step.kind is StepKind.EXCEPTION),
        tuple(faults),
    )


def _steps_of(library: Library, nation: str, rows: Iterable[Figure]) -> Iterator[Step]:
    awards: dict[date, list[Award]] = {}
    for award in library.awards(nation):
        awards.setdefault(award.valid_from, []).append(award)
    series: dict[SeriesKey, list[Figure]] = {}
    for row in rows:
        series.setdefault((row.area, row.item, row.point), []).append(row)
    for figures in series.values():
        yield from steps(figures, awards)


def points_out_of_range(rows: Iterable[Figure]) -> Iterator[Fault]:
    """Yield every point below the minimum or above the maximum of its item, area and date."""
    for points in _grouped(rows, lambda row: (row.valid_from, row.area, row.item)):
        named = {row.point: row for row in points}
        low, high = named.get("min"), named.get("max")
        for row in points:
            if low is not None and row.amount < low.amount:
                yield Fault(FaultKind.OUT_OF_RANGE, row.nation, row, low)
            if high is not None and row.amount > high.amount:
                yield Fault(FaultKind.OUT_OF_RANGE, row.nation, row, high)


def areas_out_of_order(rows: Iterable[Figure], same: frozenset[str]) -> Iterator[Fault]:
    """Yield every amount that does not rise from the rest of England to inner London.

    The items of `same` have one amount in all pay areas instead.
    """
    order = {area.value: place for place, area in enumerate(PayArea)}
    with_areas = (row for row in rows if row.area in order)
    for areas in _grouped(with_areas, lambda row: (row.valid_from, row.item, row.point)):
        ordered = sorted(areas, key=lambda row: order[row.area])
        for outer, inner in pairwise(ordered):
            if inner.item in same and inner.amount != outer.amount:
                yield Fault(FaultKind.DIFFERS_BETWEEN_AREAS, inner.nation, inner, outer)
            if inner.item not in same and inner.amount <= outer.amount:
                yield Fault(FaultKind.ORDER_OF_AREAS, inner.nation, inner, outer)


def shared_tables(
    figures: Mapping[Nation, tuple[Figure, ...]], until: tuple[frozenset[str], date]
) -> Iterator[Fault]:
    """Yield every pair of nations of which one repeats a whole table of the other.

    `until` names the nations that shared one document, and the last day of it.
    """
    tables = {nation: _tables(rows) for nation, rows in figures.items()}
    partners, last = until
    for one, other in combinations(tables, 2):
        allowed = {one.value, other.value} <= partners
        for (first, amounts), (second, others) in product(
            tables[one].items(), tables[other].items()
        ):
            same_document = allowed and max(first.valid_from, second.valid_from) <= last
            if not same_document and (amounts <= others or others <= amounts):
                yield Fault(FaultKind.SHARED_TABLE, one, first, second)


def _tables(rows: Iterable[Figure]) -> dict[Figure, frozenset[Money]]:
    """Return the amounts of each whole table, by the first figure of it."""
    groups = _grouped(rows, lambda row: (row.valid_from, row.area))
    tables = {group[0]: frozenset(row.amount for row in group) for group in groups}
    return {first: amounts for first, amounts in tables.items() if len(amounts) >= SMALLEST_TABLE}


def _grouped(
    rows: Iterable[Figure], key: Callable[[Figure], tuple[object, ...]]
) -> Iterable[list[Figure]]:
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups.values()


def _same_everywhere(library: Library) -> frozenset[str]:
    """Return the items that are paid as an allowance where there are pay areas."""
    terms = library.terms(Nation.ENGLAND).values()
    return frozenset(row.item for rows in terms for row in rows)


def _shared_until(library: Library) -> tuple[frozenset[str], date]:
    partners = frozenset({Nation.ENGLAND.value, Nation.WALES.value})
    return partners, library.limit(Nation.WALES, "shared_tables_until").day or date.min
