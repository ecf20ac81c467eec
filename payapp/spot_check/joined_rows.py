"""Rows of one person, taken together where a sheet has a row for each allowance.

Row by row, whoever has two allowances would be told that each is missing in turn.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from payapp.domain.sheet_rows import Row
from payapp.spot_check.columns import known_columns
from payapp.spot_check.layouts import Layout, Placed

MOST_ROWS = 5
"""How many rows of one person are taken together; each further one makes reading longer."""


class Joined(NamedTuple):
    """A row that was taken together with an earlier one, by their numbers."""

    row: int
    first: int


class JoinedRows:
    """Takes rows together. `layout` has the further allowances, behind the last column.

    Rows are one person's where they stand below each other, have the same reference, tell
    different kinds of allowance in the one column of kinds, and differ in nothing else.
    """

    def __init__(self, layout: Layout) -> None:
        self.joined: list[Joined] = []
        self._allowance = [each for each in layout.placed if each.column.number]
        self._others = [each.place for each in layout.placed if not each.column.number]
        self._reference = _place_of("reference", layout.placed)
        self._kind = _place_of("kind", self._allowance)
        self._width = 1 + max((each.place for each in layout.placed), default=0)
        self.layout = layout
        if self._is_asked:
            self.layout = layout._replace(repeated=tuple(self._repeated()))

    def of(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield rows, those of one person as one with the number of the first."""
        if not self._is_asked:
            yield from rows
            return
        together: list[Row] = []
        for row in rows:
            if together and not self._is_same_person(together, row):
                yield self._as_one(together)
                together = []
            together.append(row)
        if together:
            yield self._as_one(together)

    @property
    def _is_asked(self) -> bool:
        """Whether a row may be one allowance of a person: there is one column of kinds."""
        is_one = len({each.column.number for each in self._allowance}) == 1
        return is_one and self._reference is not None and self._kind is not None

    def _repeated(self) -> Iterator[Placed]:
        columns, place = known_columns(), self._width
        first = self._allowance[0].column.number
        for number in range(first + 1, first + MOST_ROWS):
            for each in self._allowance:
                name = each.column.name.replace(f"_{first}_", f"_{number}_", 1)
                yield Placed(columns[name], place, each.heading, each.kind)
                place += 1

    def _is_same_person(self, together: list[Row], row: Row) -> bool:
        first, reference = together[0], _cell(row, self._reference)
        if reference is None or reference != _cell(first, self._reference):
            return False
        kinds = [_cell(each, self._kind) for each in (*together, row)]
        return (
            len(together) < MOST_ROWS
            and None not in kinds
            and len({str(kind).casefold() for kind in kinds}) == len(kinds)
            and all(_cell(first, place) == _cell(row, place) for place in self._others)
        )

    def _as_one(self, together: list[Row]) -> Row:
        first, *rest = together
        if not rest:
            return first
        self.joined += (Joined(row.number, first.number) for row in rest)
        cells = [_cell(first, place) for place in range(self._width)]
        cells += [_cell(row, each.place) for row in rest for each in self._allowance]
        return first._replace(cells=tuple(cells))


def _place_of(field: str, placed: Iterable[Placed]) -> int | None:
    return next((each.place for each in placed if each.column.field == field), None)


def _cell(row: Row, place: int | None) -> object:
    return row.cells[place] if place is not None and place < len(row.cells) else None
