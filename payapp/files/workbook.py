"""Tables as an Excel workbook: numbers and dates as such, text as text, and little that is live.

Formulas stand only below columns that are added up and in tallies, each with the computed number
beside it, because a workbook read without being recalculated shows no result of a formula.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from payapp.domain.plain_tables import Cell, Measure, Table, Tally, WorkbookWords
from payapp.files.whole_files import write_whole

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell

CREATOR: Final = "payapp"
A4: Final = 9  # as spreadsheets number paper sizes
HEADER_POINTS: Final = 8  # file name and data version stand side by side above a narrow sheet
BOLDER: Final = 2
MOST_LETTERS: Final = 32_767
NARROWEST, WIDEST, PAGE_WIDTH, ROWS_MEASURED = 9, 90, 190, 500
LINE_HEIGHT, MOST_HEIGHT = 15, 405  # points, as spreadsheets measure rows

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
    clean = text
    if _NOT_TEXT.search(text):
        clean = _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if 2 * len(clean) <= MOST_LETTERS:
        return clean
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
    for number, width in enumerate(widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.left.text = "&F"
    sheet.oddHeader.right.text = data_version.replace("&", "&&")
    sheet.oddHeader.left.size = sheet.oddHeader.right.size = HEADER_POINTS
    sheet.oddFooter.center.text = words.page.format(page="&P", pages="&N")


def widths(table: Table) -> tuple[int, ...]:
    """Return a width in letters for each column; the widest give way until a page holds all.

    A column that would be cut in the highest row there is takes from those that need least.
    """
    natural = [_natural_width(table, place) for place in range(len(table.headings))]
    widest = WIDEST
    while sum(min(width, widest) for width in natural) > PAGE_WIDTH and widest > 2 * NARROWEST:
        widest -= 1
    found = [min(width, widest) for width in natural]
    lines = [_most_lines(table, place, width) for place, width in enumerate(found)]
    while max(lines, default=0) * LINE_HEIGHT > MOST_HEIGHT:
        tallest = lines.index(max(lines))
        givers = [place for place, width in enumerate(found) if width > 2 * NARROWEST]
        giver = min(givers, key=lambda place: lines[place], default=tallest)
        if giver == tallest:
            break
        for place, more in ((tallest, 1), (giver, -1)):
            found[place] += more
            lines[place] = _most_lines(table, place, found[place])
    return tuple(found)


def _most_lines(table: Table, place: int, width: int) -> int:
    """Return into how many lines the longest text of a column wraps."""
    cells = (row[place] for row in table.rows[:ROWS_MEASURED])
    return max((_lines(cell, width) for cell in cells), default=1)


def _natural_width(table: Table, place: int) -> int:
    texts = [_shown(row[place]) for row in table.rows[:ROWS_MEASURED]]
    if place == 0:
        texts += [tally.sentence for tally in table.tallies]
    longest = max((len(line) for text in texts for line in text.splitlines()), default=0)
    word = max(map(len, table.headings[place].split()))
    return max(longest + 2, word + 4, NARROWEST)


def _shown(value: Cell) -> str:
    """Return a value about as wide as a sheet shows it."""
    if isinstance(value, date):
        return f"{value:%d %B %Y}"
    return f"£{value:,.2f}" if isinstance(value, Decimal) else str(value or "")


def row_height(texts: Iterable[Cell], columns: Sequence[int]) -> int | None:
    """Return the height in points that wrapped texts need; None where one line is enough."""
    lines = max(
        (_lines(text, width) for text, width in zip(texts, columns, strict=False) if text),
        default=1,
    )
    return min(lines * LINE_HEIGHT, MOST_HEIGHT) if lines > 1 else None


def _lines(value: Cell, width: int) -> int:
    if not isinstance(value, str) or (len(value) < width and "\n" not in value):
        return 1
    return sum(max(1, ceil(len(line) / width)) for line in value.split("\n"))


def _money_style(table: Table) -> str:
    """Return how a sheet shows money: with pence where any of its amounts has some."""
    amounts = (value for row in table.rows for value in row if isinstance(value, Decimal))
    return "pounds" if all(amount % 1 == 0 for amount in amounts) else "pence"


class _Sheet:
    """One table on its way into a sheet. A cell is made once a column and style, and reused."""

    def __init__(
        self,
        sheet: Any,
        table: Table,
        tables: Mapping[str, Table],
        words: WorkbookWords,
    ) -> None:
        self.sheet, self.table, self.tables, self.words = sheet, table, tables, words
        self.widths = widths(table)
        money = _money_style(table)
        self.styles = tuple(money if kind == "money" else kind for kind in table.kinds)
        self.cells: dict[tuple[int, str], SheetCell] = {}

    def write(self) -> None:
        """Write introduction, heading, rows, tallies and totals."""
        table = self.table
        for line in table.introduction:
            self.sheet.append([self._cell(0, line, "line")])
        if table.introduction:
            self.sheet.append([])
        self._append(table.headings, heading_row(table), "heading")
        for number, row in enumerate(table.rows, start=heading_row(table) + 1):
            self._append(row, number)
        for number, tally in enumerate(table.tallies, start=heading_row(table) + 1):
            self.sheet.append(self._tally(tally, number))
        if table.totals:
            self.sheet.append([])
            self.sheet.append(self._totals(self.words.total, live=True))
            self.sheet.append(self._totals(self.words.computed_total, live=False))

    def _append(self, row: Sequence[Cell], number: int, style: str = "") -> None:
        # A heading is bold, and so takes more room than its letters count.
        less = BOLDER if style == "heading" else 0
        height = row_height(row, [width - less for width in self.widths])
        if height is not None:
            self.sheet.row_dimensions[number].height = height
        self.sheet.append([self._cell(place, value, style) for place, value in enumerate(row)])

    def _cell(self, place: int, value: Cell, style: str = "") -> "SheetCell | None":
        """Return the cell of a column and style, holding a value of its own type."""
        if value is None or value == "":
            return None
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
        cell = self.cells.get((place, style))
        if cell is None:
            cell = self.cells[place, style] = self._new_cell(place, style)
        return cell

    def _new_cell(self, place: int, style: str) -> "SheetCell":
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        cell = WriteOnlyCell(self.sheet)
        side = "left" if self.table.kinds[place] == "text" else "right"
        wraps = style in {"text", "live-looking", "heading"}
        cell.alignment = Alignment(
            vertical="top", horizontal=side, indent=int(side == "right"), wrap_text=wraps
        )
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

    def _tally(self, tally: Tally, row: int) -> list["SheetCell | None"]:
        words, other = self.words, self.tables[tally.table]
        function = "SUM" if tally.measure is Measure.SUM else "COUNTA"
        live = f"={function}('{tally.table}'!{cells_of(other, tally.heading)})"
        agree = f'=IF(ABS(C{row}-B{row})<{CLOSE_ENOUGH},"{words.agrees}","{words.differs}")'
        style = "pence" if tally.measure is Measure.SUM else "number"
        return [
            self._cell(0, tally.sentence),
            self._cell(1, tally.computed, style),
            self._formula(2, live, style),
            self._formula(3, agree, "text"),
        ]

    def _totals(self, label: str, *, live: bool) -> list["SheetCell | None"]:
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
