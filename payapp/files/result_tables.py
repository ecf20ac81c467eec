"""The result of a spot check as CSV files: the people, and beside them what was not understood."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from payapp.domain.plain_tables import Cell
from payapp.domain.sheet_plans import Ending, SheetPlan
from payapp.files.csv_safety import quoted
from payapp.files.ranked_rows import RankedRows
from payapp.files.whole_files import writing_whole


class ResultTables:
    """Keeps those of the planned sheets that are written: each in a file of its own."""

    def __init__(self, files: Sequence[tuple[Path, SheetPlan]]) -> None:
        self._files = files
        self._kept = {plan.name: RankedRows() for _, plan in files}

    def add(self, sheet: str, row: Sequence[Cell], rank: int = 0) -> None:
        """Take a row of a sheet; those of other sheets are let go."""
        kept = self._kept.get(sheet)
        if kept is not None:
            kept.add(rank, row)

    def finish(self, ending: Ending) -> None:
        """Write each file, whole or not at all. Raises Refused where one cannot be written."""
        del ending
        for path, plan in self._files:
            with writing_whole(path) as file, _text(file) as text:
                writer: Any = csv.writer(text, lineterminator="\n")
                writer.writerow(plan.headings)
                for row in self._kept[plan.name].in_order():
                    writer.writerow([_as_text(cell) for cell in row])

    def close(self) -> None:
        """Forget what was kept."""
        for kept in self._kept.values():
            kept.close()


@contextmanager
def _text(file: IO[bytes]) -> Iterator[TextIOWrapper]:
    """Write text into a file that stays open."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    yield text
    text.flush()
    text.detach()


def _as_text(cell: Cell) -> object:
    if isinstance(cell, str):
        return quoted(cell)
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell
