"""The rows of a sheet as XML in a temporary file: cells are made into text at once and not kept.

openpyxl makes all else of a workbook. It takes eight times as long to write a cell, and cannot
put the result of a formula beside it, without which a preview of the workbook shows no number.
"""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Final, NamedTuple

from payapp.domain.plain_tables import Cell

_FIRST_DAY: Final = date(1899, 12, 30)
_KEPT: Final = 500
_LOOKS_LIVE: Final = ("=", "+", "-", "@", "#", "'")
_COPIED_AT_ONCE: Final = 1 << 18


class Styles(NamedTuple):
    """The numbers by which a workbook knows how cells are shown: each column, and marked text."""

    columns: tuple[int, ...]
    marked: int


class Live(NamedTuple):
    """A formula with its result."""

    formula: str
    result: str | int | Decimal


class SheetBody:
    """The rows below the heading of one sheet."""

    def __init__(self, letters: Sequence[str], styles: Styles, clean: Callable[[str], str]) -> None:
        self.last_row = 1
        self._letters, self._styles, self._clean = letters, styles, clean
        self._rows: list[str] = []
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - it is closed with the sheet

    def add(self, row: Sequence[Cell | Live]) -> None:
        """Take the next row."""
        self.last_row += 1
        number = self.last_row
        cells = [
            self._cell(place, value, number) for place, value in enumerate(row) if value is not None
        ]
        self._rows.append(f'<row r="{number}">{"".join(cells)}</row>')
        if len(self._rows) >= _KEPT:
            self._flush()

    def copy_to(self, target: IO[bytes]) -> None:
        """Write the rows into an open file, and forget them."""
        self._flush()
        self._file.seek(0)
        shutil.copyfileobj(self._file, target, _COPIED_AT_ONCE)
        self.close()

    def close(self) -> None:
        """Forget the rows."""
        self._file.close()

    def _flush(self) -> None:
        self._file.write("".join(self._rows).encode())
        self._rows.clear()

    def _cell(self, place: int, value: Cell | Live, row: int) -> str:
        start = f'<c r="{self._letters[place]}{row}"'
        if isinstance(value, str):
            text = escaped(self._clean(value))
            marked = f' s="{self._styles.marked}"' if value.startswith(_LOOKS_LIVE) else ""
            keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
            return f'{start}{marked} t="inlineStr"><is><t{keep}>{text}</t></is></c>'
        start = f'{start} s="{self._styles.columns[place]}"'
        if isinstance(value, Live):
            return f"{start}{_live(value)}</c>"
        number = (value - _FIRST_DAY).days if isinstance(value, date) else value
        return f"{start}><v>{number}</v></c>"


def _live(live: Live) -> str:
    is_text = ' t="str"' if isinstance(live.result, str) else ""
    return f"{is_text}><f>{escaped(live.formula)}</f><v>{escaped(str(live.result))}</v>"


def escaped(text: str) -> str:
    """Return a text as XML holds it."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text
