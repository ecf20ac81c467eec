"""Sheets of rows, read one row at a time: the first sheet of a workbook, or a text file.

Formulas are never computed: the result that was saved with one is read, and one saved without a
result is said to be so. Columns that are to be skipped are not taken up at all.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final

from payapp.domain.refusals import Refused
from payapp.domain.sheet_rows import Row
from payapp.files.book_parts import open_book
from payapp.files.csv_safety import unquoted
from payapp.files.sheet_safety import first_bytes, refuse_unsafe
from payapp.files.sheet_xml import BROKEN, SheetRows, rows_in

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
TEXTS: Final = frozenset({".csv", ".txt", ".tsv"})
MOST_EMPTY_ROWS: Final = 20_000
MOST_TEXT_BYTES: Final = 2_000_000_000
_SNIFFED: Final = 65_536
_SEPARATORS: Final = ("\t", ",", ";", "|")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))", re.ASCII)


class RowFile:
    """The rows of a file that hold anything, in order.

    `skipped` are places, counted from 0, whose cells are not taken up from the next row on.
    `total` is about how many rows there are, for showing progress. `stopped_at` is the row
    at which reading stopped because too many empty ones had come before it.
    """

    def __init__(self, name: str, total: int | None, rows: Iterator[Row]) -> None:
        self.name = name
        self.total = total
        self.skipped: set[int] = set()
        self.stopped_at: int | None = None
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows that hold anything. Raises Refused where the file is damaged."""
        empty = 0
        for row in self._rows:
            if any(cell is not None and cell != "" for cell in row.cells):
                empty = 0
                yield self._without_skipped(row)
                continue
            empty += 1
            if empty > MOST_EMPTY_ROWS:
                self.stopped_at = row.number
                return

    def _without_skipped(self, row: Row) -> Row:
        if not self.skipped:
            return row
        cells = enumerate(row.cells)
        return row._replace(
            cells=tuple(None if place in self.skipped else cell for place, cell in cells)
        )


@contextmanager
def open_rows(path: Path) -> Iterator[RowFile]:
    """Open a text file, or the first sheet of a workbook, by the file's extension.

    Raises Refused, also while it is read.
    """
    with open_named(path, None) as file:
        if file is None:
            raise Refused(path.name, "add one", found="the workbook has no sheet of cells")
        yield file


@contextmanager
def open_named(path: Path, sheet: str | None) -> Iterator[RowFile | None]:
    """Open one sheet of a workbook, the first where none is named; None where it has no such.

    Of a text file the name of a sheet is of no account. Raises Refused as `open_rows` does.
    """
    ending = path.suffix.casefold()
    if ending not in WORKBOOKS | TEXTS:
        fix = "save it as an Excel workbook (.xlsx) or as CSV, and give that"
        raise Refused(path.name, fix, found="this kind of file is not read")
    with ExitStack() as until_left:
        if ending in TEXTS:
            yield _text(path, until_left)
        else:
            yield _workbook(path, sheet, until_left)


def _workbook(path: Path, sheet: str | None, until_left: ExitStack) -> RowFile | None:
    refuse_unsafe(path)
    skipped: set[int] = set()
    try:
        book = until_left.enter_context(open_book(path))
        part = book.path_of(sheet)
        if part is None:
            return None
        total = book.count_rows(part)
        source = until_left.enter_context(book.open(part))
        reading = SheetRows(book.look, skipped)
        reading.feed(source.read(_SNIFFED), last=False)
    except BROKEN as error:
        raise _damaged(path.name) from error
    file = RowFile(path.name, total, _guarded(path.name, rows_in(source, reading)))
    file.skipped = skipped
    return file


def _guarded(name: str, rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except BROKEN as error:
        raise _damaged(name) from error


def _damaged(name: str) -> Refused:
    fix = "save it again as an Excel workbook (.xlsx) or as CSV"
    return Refused(name, fix, found="it cannot be read as a workbook")


def _text(path: Path, until_left: ExitStack) -> RowFile:
    text, separator = open_text(path, until_left)
    total = _lines(path)
    rows = (Row(number, tuple(cells)) for number, cells in _csv_rows(path.name, text, separator))
    return RowFile(path.name, total, rows)


def open_text(path: Path, until_left: ExitStack) -> tuple[IO[str], str]:
    """Open a text file, and return it with what separates its values. Raises Refused."""
    start = first_bytes(path, MOST_TEXT_BYTES, _SNIFFED)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        fix = "give it the name of its kind, such as .xlsx"
        raise Refused(path.name, fix, found="this is a workbook and no text file")
    encoding = encoding_of(path, start)
    if encoding is None:
        fix = "save it again as CSV UTF-8, or name it by its kind"
        raise Refused(path.name, fix, found="this is no text file")
    text = until_left.enter_context(path.open(encoding=encoding, errors="replace", newline=""))
    return text, _separator(start.decode(encoding, "replace"))


def encoding_of(path: Path, start: bytes) -> str | None:
    """Return how a text is encoded: UTF-16 says so, UTF-8 proves it, and else it is of Windows.

    None where the file is no text.
    """
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in start:
        return None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            while file.read(1_000_000):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1_000_000), b""))


def _separator(head: str) -> str:
    """Return what separates the values: whichever stands most often in the first lines.

    Commas inside amounts do not count; lines with no other sign are taken whole.
    """
    lines = [_THOUSANDS.sub("", line) for line in head.splitlines()[:20]]
    counts = {sign: sum(line.count(sign) for line in lines) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: counts[sign])


def _csv_rows(name: str, text: IO[str], separator: str) -> Iterator[tuple[int, list[str | None]]]:
    """Yield the rows of a text file, each with its place among the rows, as a sheet counts."""
    reader = csv.reader(text, delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            fix = "look for a quotation mark that is not closed"
            found = "a value is longer than any cell holds"
            raise Refused(name, fix, row=number, found=found) from error
        if cells is None:
            return
        yield number, [unquoted(cell) or None for cell in cells]
