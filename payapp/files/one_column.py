"""One column of a sheet, read on its own: many times as fast as its rows.

Which references stand in several rows has to be known before the first of them is checked, so a
sheet is gone through twice. The cells of a workbook are therefore looked for in the text of its
XML.
"""

import csv
import re
from collections.abc import Iterator
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from typing import IO, Any, Final

from payapp.files.book_parts import open_book
from payapp.files.row_files import TEXTS, open_rows, open_text
from payapp.files.sheet_xml import BROKEN

_PIECE: Final = 1 << 20
_ANY_CELL: Final = re.compile(rb"<(?:\w+:)?c[ />]")
_ANY_PLACE: Final = re.compile(rb'<(?:\w+:)?c [^>]*?\br="[A-Z]+\d+"')
_KIND: Final = re.compile(rb'\bt="(\w+)"')
_VALUE: Final = re.compile(rb"<(?:\w+:)?(?:v|t)(?: [^>]*)?>([^<]*)<")
_END_OF_ROW: Final = b"row>"

Cells = Iterator[tuple[int, object]]


def cells_of_column(path: Path, place: int) -> Cells:
    """Yield the cells at a place, counted from 0, of the first sheet, each with its row's number.

    Empty cells are left out. What cannot be read ends the column: reading the rows will tell.
    """
    try:
        yield from _of_text(path, place) if _is_text(path) else _of_workbook(path, place)
    except (*BROKEN, csv.Error):
        return


def _is_text(path: Path) -> bool:
    return path.suffix.casefold() in TEXTS


def _of_text(path: Path, place: int) -> Cells:
    with ExitStack() as until_left:
        text, separator = open_text(path, until_left)
        for number, cells in enumerate(csv.reader(text, delimiter=separator), start=1):
            if len(cells) > place:
                yield number, cells[place]


def _of_workbook(path: Path, place: int) -> Cells:
    from openpyxl.utils import get_column_letter

    with open_book(path) as book:
        part = book.path_of(None)
        if part is None:
            return
        with book.open(part) as source:
            start = source.read(_PIECE)
            if not _ANY_CELL.search(start) or _ANY_PLACE.search(start):
                yield from _found(start, source, get_column_letter(place + 1), book.look.texts)
                return
    yield from _counted(path, place)


def _found(start: bytes, source: IO[bytes], letters: str, texts: Any) -> Cells:
    """Yield the cells that say that they stand in a column."""
    # What a pattern begins with decides how fast it is: not the tag, which every cell has.
    place = b' r="' + letters.encode()
    cell = re.compile(place + rb'(\d+)"([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)', re.DOTALL)
    rest, piece = b"", start
    while piece:
        rest += piece
        end = rest.rfind(_END_OF_ROW) + len(_END_OF_ROW)
        if end >= len(_END_OF_ROW):
            for found in cell.finditer(rest, 0, end):
                yield int(found[1]), _value(found[2], found[3] or b"", texts)
            rest = rest[end:]
        piece = source.read(_PIECE)


def _value(attributes: bytes, inside: bytes, texts: Any) -> object:
    kind = _KIND.search(attributes)
    text = b"".join(_VALUE.findall(inside)).decode()
    if kind is None or kind[1] == b"n":
        return float(text) if "." in text or "E" in text else text
    return texts[int(text)] if kind[1] == b"s" and text else unescape(text)


def _counted(path: Path, place: int) -> Cells:
    """Yield the cells of a workbook that does not say where they stand: they have to be counted."""
    with open_rows(path) as rows:
        for row in rows:
            if len(row.cells) > place:
                yield row.number, row.cells[place]
