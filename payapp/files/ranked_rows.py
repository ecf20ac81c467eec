"""Rows put in order without being held: they lie in a temporary file, and sixteen bytes here."""

import pickle
from array import array
from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO

from payapp.domain.plain_tables import Cell


class RankedRows:
    """Rows with a rank each, a whole number from 0 to 2 ** 64 - 1."""

    def __init__(self) -> None:
        self._ranks, self._starts = array("Q"), array("Q")
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - it is closed with the rows
        self._end = 0

    def add(self, rank: int, row: Sequence[Cell]) -> None:
        """Take a row."""
        held = pickle.dumps(tuple(row), pickle.HIGHEST_PROTOCOL)
        self._ranks.append(rank)
        self._starts.append(self._end)
        self._end += self._file.write(held)

    def in_order(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows, the smallest rank first and equals as they came; then forget them."""
        for place in sorted(range(len(self._ranks)), key=self._ranks.__getitem__):
            self._file.seek(self._starts[place])
            yield pickle.load(self._file)  # noqa: S301 - our own rows, from a file without a name
        self.close()

    def close(self) -> None:
        """Forget the rows."""
        self._file.close()
