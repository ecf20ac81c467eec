"""A sheet as it arrives: where its headings stand, what they mean, and what follows them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import NamedTuple, Protocol

from payapp.domain.sheet_rows import Row
from payapp.spot_check.cells import is_amount, is_year, plain_words
from payapp.spot_check.columns import known_columns
from payapp.spot_check.joined_rows import Joined, JoinedRows
from payapp.spot_check.layouts import (
    Cues,
    Doubtful,
    Layout,
    Placed,
    amounts_headed_like_kinds,
    guess_layout,
    headings_known,
    kinds_headed_like_amounts,
)
from payapp.spot_check.references import Cells
from payapp.spot_check.rows import shown_value

ROWS_LOOKED_AT = 25
ENOUGH_KNOWN = 3
SAMPLES = 3
_A_KIND = re.compile(r"(?:tlr ?)?[12] ?[a-d]?$|tlr ?3$|sen\b", re.ASCII)
ROWS_TRIED = 100
"""How many rows are looked at for amounts in columns that are not read."""


class Sheet(Protocol):
    """Rows that are read one at a time, with places whose cells are not taken up."""

    skipped: set[int]

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows that hold anything."""


class NoHeadings(Exception):
    """A sheet of which no row near its top looks like the headings of a pay sheet."""


class _Headings(NamedTuple):
    """The row of the headings, what stands in the row above it, and rows from below it."""

    row: Row
    above: Sequence[object]
    below: list[Row]

    def layout(self, cues: Cues, tried: Collection[Row] = (), *, with_names: bool) -> Layout:
        """Return what the headings tell, and what the cells of rows that were tried tell."""
        told = (self.row.number, self.row.cells, self.above, cues)
        layout = guess_layout(*told)
        cells_tell = {
            **amounts_headed_like_kinds(layout, cues, lambda at: _are_amounts(_column(tried, at))),
            **kinds_headed_like_amounts(layout, lambda at: _name_kinds(_column(tried, at))),
        }
        layout = guess_layout(*told, cells_tell) if cells_tell else layout
        if with_names and "reference" not in layout.columns and layout.names:
            return _with_names_as_reference(layout)
        return layout


class Opened(NamedTuple):
    """A sheet with its headings understood; `samples` are the first cells of each placed column.

    `joined` grows while the rows are read. `cells_again` reads one column of the same sheet anew.
    """

    layout: Layout
    samples: tuple[tuple[str, ...], ...]
    rows: Iterator[Row]
    joined: Sequence[Joined] = ()
    cells_again: Cells | None = None


def open_sheet(sheet: Sheet, cues: Cues, *, with_names: bool) -> Opened:
    """Find the headings of a sheet and return it with the rows below them.

    Columns that mean nothing to a check are not taken up, names among them; where people have no
    other reference, their names serve as one if `with_names` allows it. Raises NoHeadings.
    """
    rows = iter(sheet)
    headings = _find_headings(rows, cues)
    sheet.skipped.update(headings.layout(cues, with_names=with_names).names)
    tried = [*headings.below, *islice(rows, ROWS_TRIED)]
    layout = headings.layout(cues, tried, with_names=with_names)
    layout = layout._replace(doubtful=tuple(_holding_amounts(layout, tried)))
    read = {placed.place for placed in layout.placed}
    not_read = (*layout.allowances_not_read, *layout.salaries_not_read)
    read |= {doubtful.place for doubtful in not_read}
    read |= {layout.compared.place} if layout.compared else set()
    read |= set(layout.named_by)
    width = max(len(headings.row.cells), len(headings.above))
    sheet.skipped.update(set(range(width)) - read)
    first = [_named(layout.named_by, _only(read, row)) for row in tried]
    samples = tuple(_samples(placed, first[:SAMPLES]) for placed in layout.placed)
    further = (_named(layout.named_by, row) for row in rows) if layout.named_by else rows
    together = JoinedRows(layout)
    return Opened(together.layout, samples, together.of(chain(first, further)), together.joined)


def _holding_amounts(layout: Layout, rows: Collection[Row]) -> Iterator[Doubtful]:
    """Yield the doubtful columns that hold amounts, or whose headings speak of allowances."""
    for each in layout.unexplained:
        cells = (row.cells[each.place] for row in rows if each.place < len(row.cells))
        if each.is_allowance or any(is_amount(cell) and not is_year(cell) for cell in cells):
            yield each


def _column(rows: Iterable[Row], place: int) -> Iterator[Sequence[object]]:
    """Yield the cell at a place of each row, if it has one."""
    return (row.cells[place : place + 1] for row in rows)


def _name_kinds(cells: Iterable[Sequence[object]]) -> bool:
    """Say whether any cell of a column names a kind of allowance."""
    texts = (cell for each in cells for cell in each if isinstance(cell, str))
    return any(_A_KIND.match(plain_words(text)) for text in texts)


def _are_amounts(cells: Iterable[Sequence[object]]) -> bool:
    """Say whether a column holds more amounts than different words; *nil* may stand in any row."""
    found = [cell for each in cells for cell in each]
    texts = {str(cell).strip() for cell in found if isinstance(cell, str) and not is_amount(cell)}
    words = [text for text in texts if any(map(str.isalpha, text))]
    return sum(map(is_amount, found)) > len(words)


def _find_headings(rows: Iterator[Row], cues: Cues) -> _Headings:
    """Return the row of the headings.

    The first row with several headings that mean something has them, unless the next one has
    more and no amounts: then it only heads groups of them. Or else it is the best of the first
    rows, which are then read before it is known that they hold people.
    """
    looked_at: list[Row] = []
    best, most = -1, 0
    for place, row in enumerate(islice(rows, ROWS_LOOKED_AT)):
        looked_at.append(row)
        known = headings_known(row.cells, cues)
        if known > most:
            best, most = place, known
        if known >= ENOUGH_KNOWN:
            looked_at += islice(rows, 1)
            best += _is_of_groups(looked_at[place:], cues)
            break
    if not most:
        raise NoHeadings
    row, above = looked_at[best], looked_at[best - 1].cells if best else ()
    return _Headings(row, above, looked_at[best + 1 :])


def _is_of_groups(rows: Sequence[Row], cues: Cues) -> bool:
    """Say whether the first of some rows heads groups of the headings in the second."""
    if len(rows) == 1:
        return False
    known, below = (headings_known(row.cells, cues) for row in rows)
    return below > known and not any(map(is_amount, rows[1].cells))


def _only(places: Collection[int], row: Row) -> Row:
    cells = enumerate(row.cells)
    return row._replace(cells=tuple(cell if place in places else None for place, cell in cells))


def _with_names_as_reference(layout: Layout) -> Layout:
    column = known_columns()["reference"]
    placed = Placed(column, layout.names[0], column.name)
    return layout._replace(placed=(placed, *layout.placed), names=(), named_by=layout.names)


def _named(places: Sequence[int], row: Row) -> Row:
    """Return a row with the names of its person together at the first of their places."""
    names = [str(row.cells[place]).strip() for place in places if _is_told(row, place)]
    if not names:
        return row
    cells = list(row.cells)
    cells[places[0]] = " ".join(dict.fromkeys(names))
    return row._replace(cells=tuple(cells))


def _is_told(row: Row, place: int) -> bool:
    return place < len(row.cells) and row.cells[place] is not None


def references_again(opened: Opened) -> Iterator[tuple[int, object]]:
    """Yield the references of a sheet from its start, each with its row's number.

    Names that serve as one are put together.
    """
    layout = opened.layout
    column = (each.place for each in layout.placed if each.column.name == "reference")
    places = layout.named_by or tuple(islice(column, 1))
    if opened.cells_again is None or not places:
        return
    columns = map(opened.cells_again, places)
    for number, cells in groupby(merge(*columns, key=itemgetter(0)), key=itemgetter(0)):
        told = [cell for _, cell in cells]
        yield number, " ".join(map(str, told)) if layout.named_by else told[0]


def _samples(placed: Placed, rows: Iterable[Row]) -> tuple[str, ...]:
    cells = (row.cells[placed.place] for row in rows if placed.place < len(row.cells))
    return tuple(shown_value(cell) for cell in cells)
