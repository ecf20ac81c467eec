"""Which references stand in more than one row: kept small, for payrolls of half a million."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from payapp.spot_check.joined_rows import Joined

Cells = Callable[[int], Iterable[tuple[int, object]]]
"""Gives the cells at a place of the rows of a sheet from its start, each with its row's number."""


class Shared(NamedTuple):
    """The rows, in order, whose reference stands in another row too.

    `before` and `after` have the nearest such row on either side of each, and 0 for none.
    """

    rows: Sequence[int] = ()
    before: Sequence[int] = ()
    after: Sequence[int] = ()

    def other_row(self, row: int, joined: Sequence[Joined] = ()) -> int | None:
        """Return a row with the same reference as a row, or None where no other has it.

        Those that were taken together with it, as `joined` tells in order, are not meant.
        """
        place = self._place(row)
        if place is None:
            return None
        found = bisect_right(joined, row, key=lambda each: each.first) - 1
        is_joined = found >= 0 and joined[found].first == row
        last = self._place(joined[found].row) if is_joined else place
        return self.before[place] or (self.after[last] if last is not None else 0) or None

    def _place(self, row: int) -> int | None:
        place = bisect_left(self.rows, row)
        return place if place < len(self.rows) and self.rows[place] == row else None


class References:
    """The references of a sheet in the order of its rows; only what tells them apart is kept."""

    def __init__(self) -> None:
        self._marks, self._rows = array("q"), array("Q")

    def take(self, reference: object, row: int) -> None:
        """Take the reference of a row; a row without one is like no other."""
        text = _plain(reference)
        if text:
            self._marks.append(hash(text))
            self._rows.append(row)

    def shared(self) -> Shared:
        """Return which rows have a reference that stands in another row too."""
        marks, rows = self._marks, self._rows
        before, after = (array("Q", bytes(8 * len(rows))) for _ in range(2))
        order = sorted(range(len(marks)), key=marks.__getitem__)  # equals stay in their order
        for last, place in pairwise(order):
            if marks[last] == marks[place]:
                before[place], after[last] = rows[last], rows[place]
        found = [place for place in range(len(rows)) if before[place] or after[place]]
        kept = (array("Q", map(each.__getitem__, found)) for each in (rows, before, after))
        return Shared(*kept)


def shared_references(
    cells: Iterable[tuple[int, object]], heading_row: int, is_cancelled: Callable[[], bool]
) -> Shared:
    """Return which rows below the headings share a reference; none where that is cancelled."""
    references = References()
    for row, cell in cells:
        if is_cancelled():
            return Shared()
        if row > heading_row:
            references.take(cell, row)
    return references.shared()


def _plain(reference: object) -> str:
    """Return a reference as it is compared: 123 and 123.0 are one, and so are P1 and p1."""
    if isinstance(reference, float) and reference.is_integer():
        reference = int(reference)
    return "" if reference is None else " ".join(str(reference).split()).casefold()
