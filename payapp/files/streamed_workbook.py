"""A workbook of sheets that are handed over row by row, in memory that does not grow with them.

Text is written as text whatever it begins with. A sheet that is full goes on in a second one.
The same rows give the same bytes, but for the time at which the file says it was made.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from payapp.domain.plain_tables import Cell, Measure, Tally, WorkbookWords
from payapp.domain.sheet_plans import Chart, Ending, SheetPlan
from payapp.files.ranked_rows import RankedRows
from payapp.files.sheet_bodies import Live, SheetBody, Styles
from payapp.files.whole_files import writing_whole
from payapp.files.workbook import A4, CREATOR, HEADER_POINTS, HEADING_COLOUR, clean_text

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS: Final = 1_048_576
_SURELY_FITS: Final = 16_000
_FORMATS: Final = {"money": "[$£-809]#,##0.00", "date": "d mmmm yyyy", "number": "#,##0"}
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
_END_OF_ROWS: Final = b"</sheetData>"
_PACKED: Final = 3  # a third of the time of the usual 6, for a tenth more on the disk
_CLOSE_ENOUGH: Final = "0.005"


class StreamedWorkbook:
    """A workbook under way. `most_rows` is how many rows a sheet holds with its heading."""

    def __init__(
        self,
        path: Path,
        plans: Sequence[SheetPlan],
        *,
        title: str,
        words: WorkbookWords,
        most_rows: int = MOST_ROWS,
    ) -> None:
        from openpyxl import Workbook

        self._path, self._words = path, words
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        self._book.properties.creator = CREATOR
        self._book.properties.title = clean_text(title, words.cut)
        self._bodies: dict[str, SheetBody] = {}
        self._sheets = {plan.name: _Sheets(self, plan, most_rows) for plan in plans}

    def add(self, sheet: str, row: Sequence[Cell], rank: int = 0) -> None:
        """Take a row of a sheet; the rank counts where the sheet is ranked."""
        self._sheets[sheet].add(row, rank)

    def finish(self, ending: Ending) -> None:
        """Write the workbook, whole or not at all. Raises Refused where it cannot be written."""
        for sheets in self._sheets.values():
            sheets.write_ranked()
        for tally in ending.tallies:
            self._sheets[ending.tallies_on].add_tally(tally, self._sheets[tally.table])
        for sheets in self._sheets.values():
            sheets.settle()
        for chart in ending.charts:
            self._sheets[chart.sheet].add_chart(chart)
        for sheet in self._book.worksheets:
            _head(sheet, ending.head)
        self._save()

    def close(self) -> None:
        """Put away what was kept of rows, whether or not they were written."""
        for sheets in self._sheets.values():
            sheets.close()
        for body in self._bodies.values():
            body.close()

    def new_sheet(self, plan: SheetPlan, number: int) -> "tuple[Worksheet, SheetBody]":
        """Return a sheet with its heading; one that goes on stands behind what it goes on from."""
        from openpyxl.utils import get_column_letter

        first = self._book.sheetnames.index(plan.name) if number > 1 else None
        title = plan.name if first is None else f"{plan.name} {number}"
        sheet = self._book.create_sheet(title, None if first is None else first + number - 1)
        _set_up(sheet, plan, self._words)
        for place, text in enumerate(plan.headings, start=1):
            _write_heading(sheet.cell(1, place), text)
        letters = [get_column_letter(place) for place in range(1, len(plan.headings) + 1)]
        body = SheetBody(letters, _styles(sheet, plan), self._clean)
        self._bodies[title] = body
        return sheet, body

    @property
    def words(self) -> WorkbookWords:
        """The few words that the workbook adds of its own."""
        return self._words

    def _clean(self, text: str) -> str:
        """Return a text that a cell can hold."""
        if len(text) < _SURELY_FITS and text.isprintable():
            return text
        return clean_text(text, self._words.cut)

    def _save(self) -> None:
        """Let openpyxl make a workbook of headings, and put the rows into its sheets."""
        made = BytesIO()
        self._book.save(made)
        places = enumerate(self._book.sheetnames, start=1)
        bodies = {
            f"xl/worksheets/sheet{number}.xml": self._bodies[title] for number, title in places
        }
        with (
            writing_whole(self._path) as file,
            ZipFile(made) as headings,
            ZipFile(file, "w", compresslevel=_PACKED) as whole,
        ):
            for name in headings.namelist():
                info = ZipInfo(name, _NO_DAY)
                info.compress_type = ZIP_DEFLATED
                with whole.open(info, "w") as entry:
                    _copy(headings.read(name), bodies.get(name), entry)


def _copy(part: bytes, body: SheetBody | None, entry: IO[bytes]) -> None:
    """Write a part of a workbook, and the rows of a sheet where its own end."""
    if body is None:
        entry.write(part)
        return
    start, end, rest = part.partition(_END_OF_ROWS)
    entry.write(start)
    body.copy_to(entry)
    entry.write(end + rest)


def _styles(sheet: "Worksheet", plan: SheetPlan) -> Styles:
    """Return the numbers of the styles of a sheet's columns; none of its cells is kept."""
    from openpyxl.cell import WriteOnlyCell

    marked = WriteOnlyCell(sheet)
    marked.quotePrefix = True
    columns = []
    for kind in plan.kinds:
        cell = WriteOnlyCell(sheet)
        cell.number_format = _FORMATS.get(kind, "General")
        columns.append(cell.style_id)
    return Styles(tuple(columns), marked.style_id)


def _write_heading(cell: "SheetCell", text: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.value = text
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=HEADING_COLOUR)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _set_up(sheet: Any, plan: SheetPlan, words: WorkbookWords) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for place, width in enumerate(plan.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.left.text = "&F"
    sheet.oddHeader.left.size = sheet.oddHeader.right.size = HEADER_POINTS
    sheet.oddFooter.center.text = words.page.format(page="&P", pages="&N")


def _head(sheet: Any, text: str) -> None:
    """Say on each printed page what its rows rest on."""
    sheet.oddHeader.right.text = text.replace("&", "&&")


class _Sheets:
    """One plan and the sheets that its rows fill, most often a single one."""

    def __init__(self, book: StreamedWorkbook, plan: SheetPlan, most_rows: int) -> None:
        self._book, self._plan, self._most = book, plan, most_rows
        self._ranked = RankedRows() if plan.is_ranked else None
        self._full: list[tuple[str, int]] = []
        self._sheet, self._body = book.new_sheet(plan, 1)

    def add(self, row: Sequence[Cell], rank: int) -> None:
        """Take a row, or keep it until all are there and can be put in order."""
        if self._ranked is not None:
            self._ranked.add(rank, row)
        else:
            self._write(row)

    def write_ranked(self) -> None:
        """Write the rows that were kept, in order."""
        if self._ranked is not None:
            for row in self._ranked.in_order():
                self._write(row)

    def settle(self) -> None:
        """Set the filter of the sheet, now that its rows are there."""
        from openpyxl.utils import get_column_letter

        last = get_column_letter(len(self._plan.headings))
        self._sheet.auto_filter.ref = f"A1:{last}{self._body.last_row}"

    def close(self) -> None:
        """Forget what was kept to be put in order."""
        if self._ranked is not None:
            self._ranked.close()

    def _write(self, row: Sequence[Cell | Live]) -> None:
        if self._body.last_row == self._most:
            self.settle()
            self._full.append((self._sheet.title, self._most))
            self._sheet, self._body = self._book.new_sheet(self._plan, len(self._full) + 1)
        self._body.add(row)

    def add_tally(self, tally: Tally, counted: "_Sheets") -> None:
        """Write a computed number, the same number counted live, and whether they agree."""
        row, words = self._body.last_row + 1, self._book.words
        live = "+".join(counted.live_counts(tally))
        agree = f'IF(ABS(C{row}-B{row})<{_CLOSE_ENOUGH},"{words.agrees}","{words.differs}")'
        result = Live(live, tally.computed), Live(agree, words.agrees)
        self._write([tally.sentence, tally.computed, *result])

    def live_counts(self, tally: Tally) -> Iterator[str]:
        """Yield the formula that counts a column of each of the sheets."""
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(self._plan.headings.index(tally.heading) + 1)
        function = "SUM" if tally.measure is Measure.SUM else "COUNTA"
        for title, last in (*self._full, (self._sheet.title, self._body.last_row)):
            yield f"{function}('{title}'!{letter}2:{letter}{max(last, 2)})"

    def add_chart(self, chart: Chart) -> None:
        """Draw a chart beside the columns."""
        from openpyxl.chart import BarChart, Reference

        column = self._plan.headings.index
        cells = partial(Reference, self._sheet, min_row=chart.first + 1, max_row=chart.last + 1)
        drawn: Any = BarChart()
        drawn.type, drawn.title, drawn.legend = "bar", chart.title, None
        drawn.add_data(cells(min_col=column(chart.values) + 1))
        drawn.set_categories(cells(min_col=column(chart.labels) + 1))
        drawn.x_axis.delete = drawn.y_axis.delete = False
        drawn.x_axis.scaling.orientation = "maxMin"
        self._sheet.add_chart(drawn, "F2")
