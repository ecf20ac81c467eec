"""The first sheet of a workbook as a table, read without trusting what it says of its size."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
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
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    fix = "save it again as an Excel workbook (.xlsx)"
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(path.name, "split it", found="the file is larger than 20 MB")
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise Refused(path.name, fix, found="it cannot be read as a workbook") from error
    try:
        sheet = book.worksheets[0]
        return table_from_rows(path.name, columns, _rows(path.name, sheet, len(columns)))
    finally:
        book.close()


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
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
