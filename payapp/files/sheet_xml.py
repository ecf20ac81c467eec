"""The rows of a workbook's sheet out of its XML, with memory for one row whatever the sheet holds.

openpyxl reads all else of a workbook. It would keep something of every row that it has read, and
fill a row up to the last column of the sheet, however far to the right that stands.
"""

from collections.abc import Iterator
from typing import IO, Final
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile

from payapp.domain.sheet_rows import NoValue, Row
from payapp.files.book_parts import Look

MOST_COLUMNS: Final = 1_000
BROKEN: Final = (
    *(AttributeError, BadZipFile, EOFError, LookupError, OSError, OverflowError),
    *(ParseError, ExpatError, SyntaxError, TypeError, ValueError, StopIteration),
)
"""What a damaged workbook makes openpyxl and the standard library raise."""

_CHUNK: Final = 65_536
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROW, _CELL, _VALUE, _FORMULA, _TEXT, _PHONETIC = (
    f"{_MAIN} {tag}" for tag in ("row", "c", "v", "f", "t", "rPh")
)
_LETTERS: Final = 26


class NotAllowed(ValueError):
    """XML that defines entities: no workbook does, and they may unpack without end."""


class SheetRows:
    """Takes a sheet's XML piece by piece and holds the rows that are complete."""

    def __init__(self, look: Look, skipped: set[int]) -> None:
        self.rows: list[Row] = []
        self._look, self._skipped = look, skipped
        self._cells: list[object] = []
        self._number = 0
        self._place = -1
        self._cell: dict[str, str] = {}
        self._texts: list[str] | None = None
        self._value: str | None = None
        self._has_formula = False
        self._phonetic = False
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = _refuse_definitions
        parser.EntityDeclHandler = _refuse_definitions
        self._parser = parser

    def feed(self, piece: bytes, *, last: bool) -> None:
        """Take a piece of XML. Raises ExpatError, or ValueError for a cell that makes no sense."""
        self._parser.Parse(piece, last)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _CELL:
            self._start_cell(attributes)
        elif tag in (_VALUE, _TEXT):
            self._texts = None if self._phonetic else []
        elif tag == _ROW:
            given = attributes.get("r")
            self._number = int(given) if given else self._number + 1
            self._cells, self._place = [], -1
        elif tag == _FORMULA:
            self._has_formula = True
        elif tag == _PHONETIC:
            self._phonetic = True

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._value, self._has_formula = attributes, None, False
        given = attributes.get("r")
        self._place = place_of(given) if given else self._place + 1

    def _data(self, text: str) -> None:
        if self._texts is not None:
            self._texts.append(text)

    def _end(self, tag: str) -> None:
        if tag == _CELL:
            if self._place < MOST_COLUMNS and self._place not in self._skipped:
                self._keep(self._cell_value())
        elif tag in (_VALUE, _TEXT):
            if self._texts is not None:
                self._value = (self._value or "") + "".join(self._texts)
            self._texts = None
        elif tag == _ROW:
            self.rows.append(Row(self._number, tuple(self._cells)))
        elif tag == _PHONETIC:
            self._phonetic = False

    def _keep(self, value: object) -> None:
        if value is None:
            return
        cells = self._cells
        if self._place > len(cells):
            cells.extend([None] * (self._place - len(cells)))
        if self._place == len(cells):
            cells.append(value)
        else:
            cells[self._place] = value

    def _cell_value(self) -> object:
        kind, text = self._cell.get("t", "n"), self._value
        if kind == "inlineStr":
            return text
        if not text:
            return NoValue.FORMULA if self._has_formula and kind != "str" else None
        if kind == "s":
            return self._look.texts[int(text)]
        if kind == "b":
            return text == "1"
        return self._number_or_day(text) if kind == "n" else text

    def _number_or_day(self, text: str) -> object:
        number = float(text) if "." in text or "E" in text or "e" in text else int(text)
        style = self._cell.get("s")
        if style is None or int(style) not in self._look.date_styles:
            return number
        try:
            return self._look.to_date(number)
        except (OverflowError, ValueError):
            return "#VALUE!"


def _refuse_definitions(*_declared: object) -> None:
    raise NotAllowed("a sheet that defines entities is not read")


def place_of(coordinate: str) -> int:
    """Return the place of a column, counted from 0, of a cell such as `AB12`."""
    place = 0
    for letter in coordinate:
        if not letter.isalpha():
            break
        place = place * _LETTERS + ord(letter.upper()) - ord("A") + 1
    return place - 1


def rows_in(source: IO[bytes], reading: SheetRows) -> Iterator[Row]:
    """Yield the rows of a sheet as its XML is read."""
    piece = source.read(_CHUNK)
    while piece:
        reading.feed(piece, last=False)
        yield from reading.rows
        reading.rows.clear()
        piece = source.read(_CHUNK)
    reading.feed(b"", last=True)
    yield from reading.rows
