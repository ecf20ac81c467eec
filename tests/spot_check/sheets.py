"""Builders of sheets for tests of spot checks."""

from collections.abc import Iterator, Sequence
from functools import cache

from payapp.domain.sheet_rows import Row
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import heading_cues, word_cues
from payapp.spot_check.cells import Words
from payapp.spot_check.layouts import Cue, Cues, Layout, guess_layout
from payapp.spot_check.rows import RowReader
from tests.worked import library

HEADINGS = ("Ref", "Nation", "Area", "Date", "Employer", "Role", "FTE", "Pay scale", "Spine pt")
TEACHER = ("P1", "England", "", "01/10/2026", "LA", "Teacher", 1, "Main", "M6")


class Sheet:
    """Rows as a file would give them."""

    def __init__(self, *rows: Sequence[object]) -> None:
        self.skipped: set[int] = set()
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        for number, cells in enumerate(self._rows, start=1):
            kept = (None if place in self.skipped else cell for place, cell in enumerate(cells))
            yield Row(number, tuple(kept))


@cache
def cues() -> Cues:
    return Cues({heading: Cue(*cue) for heading, cue in heading_cues().items()})


def layout(*headings: str, above: Sequence[object] = ()) -> Layout:
    return guess_layout(1, headings, above, cues())


def reader(*headings: str, **defaults: object) -> RowReader:
    return RowReader(layout(*headings), defaults, Words(word_cues()), column_guards(), library())
