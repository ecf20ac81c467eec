"""A workbook opened without its sheets being read: where they are, and what their cells refer to.

openpyxl reads the texts, styles and names. Asked for a sheet it would read the whole of it if the
sheet does not say how large it is, so the sheets are opened here.
"""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

_COUNTED_AT_ONCE: Final = 1 << 20
_ROW: Final = b"<row"


class Look(NamedTuple):
    """What the cells of a sheet refer to: the texts of the workbook, and which styles are dates."""

    texts: Any
    date_styles: frozenset[int]
    to_date: Callable[[float], object]


class Book:
    """The sheets of cells of an open workbook by name, and what their cells refer to."""

    def __init__(self, archive: Any, sheets: dict[str, str], look: Look) -> None:
        self._archive, self._sheets = archive, sheets
        self.look = look

    def path_of(self, name: str | None) -> str | None:
        """Return where a sheet is, the first where none is named; None where there is no such."""
        if name is None:
            return next(iter(self._sheets.values()), None)
        return self._sheets.get(name)

    def open(self, path: str) -> IO[bytes]:
        """Open the XML of a sheet."""
        source: IO[bytes] = self._archive.open(path)
        return source

    def count_rows(self, path: str) -> int:
        """Return how many rows a sheet holds, empty ones too, as closely as progress needs it."""
        with self.open(path) as source:
            pieces = iter(lambda: source.read(_COUNTED_AT_ONCE), b"")
            return sum(piece.count(_ROW) for piece in pieces)


@contextmanager
def open_book(path: Path) -> Iterator[Book]:
    """Open a workbook. Raises whatever a damaged one makes openpyxl raise."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.utils.datetime import from_excel

    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of parts that it leaves out
        reader: Any = ExcelReader(file, read_only=True, data_only=True, keep_links=False)
        with reader.archive as archive:
            reader.read_manifest()
            reader.read_strings()
            reader.read_workbook()
            book = reader.wb
            apply_stylesheet(archive, book)
            # openpyxl does not publish which styles are dates, though it has found out.
            dates = frozenset(book._date_formats) - frozenset(book._timedelta_formats)  # noqa: SLF001 - openpyxl has no other name
            look = Look(reader.shared_strings, dates, lambda day: from_excel(day, book.epoch))
            yield Book(archive, dict(_sheets(reader)), look)


def _sheets(reader: Any) -> Iterator[tuple[str, str]]:
    """Yield the name and the place of each sheet that holds cells."""
    for sheet, relation in reader.parser.find_sheets():
        if relation.target in reader.valid_files and "chartsheet" not in relation.Type:
            yield sheet.name, relation.target
