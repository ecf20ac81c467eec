"""The first sheet of a workbook as a table, read without trusting what it says of its size."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from payapp.domain.refusals import Refused
from payapp.files.tables import MOST_BYTES, Table, table_from_rows

MOST_ROWS = 20_000


def read_sheet(path: Path, columns: Sequence[str]) -> Table:
    """Read the first sheet of a workbook that has exactly these columns.

    Raises Refused as `read_table` does, and for a file that is no workbook.
    """
    fix = "save it again as an Excel workbook (.xlsx)"
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(path.name, "split it", found="the file is larger than 20 MB")
        rows = _rows_of_first_sheet(path, len(columns))
    except (OSError, BadZipFile, EOFError, KeyError, SyntaxError, TypeError, ValueError) as error:
        raise Refused(path.name, fix, found="it cannot be read as a workbook") from error
    return table_from_rows(path.name, columns, rows)


def _rows_of_first_sheet(path: Path, width: int) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    with (
        path.open("rb") as file,
        closing(load_workbook(file, read_only=True, data_only=True)) as book,
    ):
        return list(_rows(path.name, book.worksheets[0], width))


def _rows(name: str, sheet: Any, width: int) -> Iterator[tuple[int, list[str]]]:
    limits = {"max_row": MOST_ROWS + 1, "max_col": width + 1, "values_only": True}
    for number, values in enumerate(sheet.iter_rows(**limits), start=1):
        if number > MOST_ROWS:
            raise Refused(name, "split it", found=f"the sheet has more than {MOST_ROWS} rows")
        row = [_text(value) for value in values]
        while len(row) > width and not row[-1]:
            row.pop()
        if any(row):
            yield number, row + [""] * (width - len(row))


def _text(value: object) -> str:
    """Return a cell as it would stand in a csv file."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
