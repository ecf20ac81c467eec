"""Sheets that are too long to be held: planned first, then handed over row by row."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from payapp.domain.plain_tables import Cell, Tally


class SheetPlan(NamedTuple):
    """A sheet before it has rows. `kinds` and `widths` are those of its columns.

    The rows of a sheet that `is_ranked` are put in the order of their ranks, smallest first.
    Where the result is text, a sheet stands in a file of its own whose name ends in `file_ends`;
    one without is left out.
    """

    name: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...]
    widths: tuple[int, ...]
    is_ranked: bool = False
    file_ends: str | None = None


class Chart(NamedTuple):
    """A bar chart of one sheet's rows, counted from its first below the heading."""

    sheet: str
    title: str
    first: int
    last: int
    labels: str
    values: str


class Ending(NamedTuple):
    """What is known once all rows are there: what heads each page, is counted, and is drawn."""

    head: str = ""
    tallies_on: str = ""
    tallies: Sequence[Tally] = ()
    charts: Sequence[Chart] = ()


class Sink(Protocol):
    """Where the rows of planned sheets go; nothing stands in its file before `finish`."""

    def add(self, sheet: str, row: Sequence[Cell], rank: int = 0) -> None:
        """Take a row of a sheet; the rank is for a sheet that is ranked, from 0 to 2 ** 64 - 1."""

    def finish(self, ending: Ending) -> None:
        """Write it all, whole or not at all. Raises Refused where it cannot be written."""

    def close(self) -> None:
        """Put away what was kept, whether or not it was written."""
