"""Which references stand in more than one row: kept small, for payrolls of half a million."""

from array import array
from collections.abc import Iterator
from itertools import pairwise


class References:
    """The references of a run; only what tells them apart is kept."""

    def __init__(self) -> None:
        self._marks, self._rows = array("q"), array("Q")

    def take(self, reference: str, row: int) -> None:
        """Take the reference of a row; a row without one is like no other."""
        if reference:
            self._marks.append(hash(reference.casefold()))
            self._rows.append(row)

    def repeated(self) -> Iterator[tuple[int, int]]:
        """Yield each row whose reference stood in a row before it, and that row, first to last."""
        marks, rows = self._marks, self._rows
        order = sorted(range(len(marks)), key=marks.__getitem__)  # equals stay in their order
        pairs = pairwise(order)
        same = ((last, place) for last, place in pairs if marks[last] == marks[place])
        yield from sorted((rows[place], rows[last]) for last, place in same)
