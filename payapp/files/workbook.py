"""Tables as an Excel workbook: numbers and dates as such, text as text, and little that is live.

Formulas stand only below columns that are added up and in tallies, each with the computed number
beside it, because a workbook read without being recalculated shows no result of a formula.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from payapp.domain.plain_tables import Cell, Measure, Table, Tally, WorkbookWords
from payapp.files.whole_files import write_whole

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

CREATOR: Final = "payapp"
A4: Final = 9  # as spreadsheets number paper sizes
MOST_LETTERS: Final = 32_767
NARROWEST, WIDEST, ROWS_MEASURED = 9, 60, 500
HEADING_COLOUR: Final = "E6ECF2"
CLOSE_ENOUGH: Final = "0.005"
_LOOKS_LIVE: Final = ("=", "+", "-", "@", "#")
_FORMATS: Final[Mapping[str, str]] = {
    "pounds": "[$£-809]#,##0",
    "pence": "[$£-809]#,##0.00",
    "date": "d mmmm yyyy",
}
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def write_workbook(
    path: Path | str,
    tables: Sequence[Table],
    *,
    title: str,
    data_version: str,
    words: WorkbookWords,
) -> None:
    """Write tables as the sheets of a workbook, whole or not at all.

    `title` and `data_version` head the printed pages. Raises Refused where the folder is missing
    or the file cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = CREATOR
    book.properties.title = clean_text(title, words.cut)
    tables_by_name = {table.name: table for table in tables}
    for table in tables:
        sheet = book.create_sheet(table.name)
        _set_up(sheet, table, data_version, words)
        _Sheet(sheet, table, tables_by_name, words).write()
    content = BytesIO()
    book.save(content)
    write_whole(Path(path), content.getvalue())


def clean_text(text: str, cut: str) -> str:
    """Return a text without control characters, and no longer than a cell can hold.

    Excel counts in units of UTF-16, of which some characters take two. A text that is too long
    ends with `cut`.
    """
    clean = _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * MOST_LETTERS:
        return clean
    room = 2 * MOST_LETTERS - len(cut.encode("utf-16-le"))
    return units[:room].decode("utf-16-le", "ignore") + cut


def heading_row(table: Table) -> int:
    """Return the row of the heading, which stands below the introduction and an empty row."""
    return len(table.introduction) + 2 if table.introduction else 1


def last_row(table: Table) -> int:
    """Return the last row of the body, which is that of the heading where there is none."""
    return heading_row(table) + len(table.rows) + len(table.tallies)


def cells_of(table: Table, heading: str) -> str:
    """Return the cells of a column without its heading, such as `C2:C9`; one at the least."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(table.headings.index(heading) + 1)
    first = heading_row(table) + 1
    return f"{letter}{first}:{letter}{max(last_row(table), first)}"


def _set_up(sheet: Any, table: Table, data_version: str, words: WorkbookWords) -> None:
    """Freeze and repeat the heading, set filter and widths, and make the sheet fit for paper.

    The published types of a sheet that is only written lack most of what is set here.
    """
    from openpyxl.utils import get_column_letter

    heading = heading_row(table)
    last = get_column_letter(len(table.headings))
    sheet.freeze_panes = f"A{heading + 1}"
    sheet.auto_filter.ref = f"A{heading}:{last}{last_row(table)}"
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.left.text = "&F"
    sheet.oddHeader.right.text = data_version.replace("&", "&&")
    sheet.oddFooter.center.text = words.page.format(page="&P", pages="&N")


def _widths(table: Table) -> Iterator[float]:
    """Yield a width for each column that fits its texts, up to where they are wrapped."""
    for place, heading in enumerate(table.headings):
        texts = [str(row[place] or "") for row in table.rows[:ROWS_MEASURED]]
        if place == 0:
            texts += [tally.sentence for tally in table.tallies]
        longest = max((len(line) for text in texts for line in text.splitlines()), default=0)
        yield min(max(longest + 4, len(heading) + 4, NARROWEST), WIDEST)


class _Sheet:
    """One table on its way into a sheet. A cell is made once a column and style, and reused."""

    def __init__(
        self,
        sheet: "WriteOnlyWorksheet",
        table: Table,
        tables: Mapping[str, Table],
        words: WorkbookWords,
    ) -> None:
        self.sheet, self.table, self.tables, self.words = sheet, table, tables, words
        self.styles = tuple(self._style_of(place) for place in range(len(table.headings)))
        self.cells: dict[tuple[int, str], SheetCell] = {}

    def write(self) -> None:
        """Write introduction, heading, rows, tallies and totals."""
        table, append = self.table, self.sheet.append
        for line in table.introduction:
            append([self._cell(0, line, "line")])
        if table.introduction:
            append([])
        append([self._cell(place, text, "heading") for place, text in enumerate(table.headings)])
        for row in table.rows:
            append([self._cell(place, value) for place, value in enumerate(row)])
        for row_number, tally in enumerate(table.tallies, start=heading_row(table) + 1):
            append(self._tally(tally, row_number))
        if table.totals:
            append([])
            append(self._totals(self.words.total, live=True))
            append(self._totals(self.words.computed_total, live=False))

    def _style_of(self, place: int) -> str:
        """Return how the numbers of a column are shown: money has pence where any amount has."""
        kind = self.table.kinds[place]
        if kind != "money":
            return kind
        amounts = (row[place] for row in self.table.rows)
        whole = all(not isinstance(amount, Decimal) or amount % 1 == 0 for amount in amounts)
        return "pounds" if whole else "pence"

    def _cell(self, place: int, value: Cell, style: str = "") -> "SheetCell":
        """Return the cell of a column and style, holding a value of its own type."""
        if isinstance(value, str):
            value = clean_text(value, self.words.cut)
            default = "live-looking" if value.startswith(_LOOKS_LIVE) else "text"
        else:
            default = "date" if isinstance(value, date) else self.styles[place]
        cell = self._styled(place, style or default)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        return cell

    def _styled(self, place: int, style: str) -> "SheetCell":
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        cell = self.cells.get((place, style))
        if cell is None:
            cell = self.cells[place, style] = WriteOnlyCell(self.sheet)
            wraps = style in {"text", "live-looking", "heading"}
            cell.alignment = Alignment(vertical="top", wrap_text=wraps)
            cell.number_format = _FORMATS.get(style, "General")
            cell.font = Font(bold=style in {"heading", "total"})
            cell.quotePrefix = style == "live-looking"
            if style == "heading":
                cell.fill = PatternFill("solid", fgColor=HEADING_COLOUR)
        return cell

    def _formula(self, place: int, formula: str, style: str) -> "SheetCell":
        """Return a live cell; it has a style of its own, so that no value is put in its place."""
        cell = self._styled(place, style)
        cell.value = formula
        return cell

    def _tally(self, tally: Tally, row: int) -> list["SheetCell"]:
        words, other = self.words, self.tables[tally.table]
        function = "SUM" if tally.measure is Measure.SUM else "COUNTA"
        live = f"={function}('{tally.table}'!{cells_of(other, tally.heading)})"
        agree = f'=IF(ABS(C{row}-B{row})<{CLOSE_ENOUGH},"{words.agrees}","{words.differs}")'
        return [
            self._cell(0, tally.sentence),
            self._cell(1, tally.computed),
            self._formula(2, live, self.styles[2]),
            self._formula(3, agree, "text"),
        ]

    def _totals(self, label: str, *, live: bool) -> list["SheetCell"]:
        """Return the row of totals: by live formulas, or as they were computed."""
        cells = [self._cell(0, label, "total")]
        for place, heading in enumerate(self.table.headings[1:], start=1):
            if heading not in self.table.totals:
                cells.append(self._cell(place, None))
            elif live:
                formula = f"=SUM({cells_of(self.table, heading)})"
                cells.append(self._formula(place, formula, self.styles[place]))
            else:
                cells.append(self._cell(place, _total(self.table, place)))
        return cells


def _total(table: Table, place: int) -> Decimal:
    amounts = (row[place] for row in table.rows)
    return sum((Decimal(a) for a in amounts if isinstance(a, int | Decimal)), Decimal(0))
