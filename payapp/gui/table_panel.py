"""A table with what every page of the schedules offers for it: copy as text, export to Excel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from payapp.domain.library import Library
from payapp.domain.plain_tables import Table
from payapp.domain.refusals import Refused
from payapp.gui.choosers import Choosers
from payapp.gui.column_widths import Column, columns_of, shared
from payapp.gui.shown_panel import ShownPanel
from payapp.gui.style import WIDE, colours
from payapp.gui.table_model import AnyIndex, FilterModel, ToldTableModel
from payapp.gui.tasks import Tasks
from payapp.report.figure_tables import ToldTable, as_text
from payapp.report.wording import Wording

ROOM_ABOVE: Final = 12
LINES_OF_MANY: Final = 2
LEAST_ROWS: Final = 2
WRAPPED: Final = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
INTERACTIVE: Final = QHeaderView.ResizeMode.Interactive
DataShown = tuple[str, date | None]
"""The nation and the day whose figures a page shows; nothing stands for all of them."""


@dataclass(slots=True)
class Desk:
    """What the pages of a window work with; the library changes when figures are added.

    `of_people` says that what is written there may hold what is known of people.
    """

    library: Library
    data_version: str
    wording: Wording
    choosers: Choosers
    tasks: Tasks
    of_people: bool = False

    def say(self, name: str, /, **values: object) -> str:
        """Return a text of the schedules window."""
        return self.wording.say(f"window.schedules.{name}", **values)


class TableView(QTableView):
    """A table to read: whole rows, arrow keys, Tab to the next control, Ctrl+C for all of it."""

    row_entered = Signal(int)
    copy_wanted = Signal()

    def __init__(self, rows: FilterModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows
        self._columns: list[Column] = []
        self._count = 0
        self._instead = ""
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._give_lines(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.sortIndicatorChanged.connect(rows.sort)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the headings and of some rows: with less it would tell nothing."""
        hint = super().minimumSizeHint()
        lines = (1 + LEAST_ROWS) * self._height(1) + ROOM_ABOVE
        return QSize(hint.width(), lines + self.horizontalScrollBar().sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the same: a page is not to scroll for a table that scrolls by itself."""
        return self.minimumSizeHint()

    def tell_instead(self, sentence: str) -> None:
        """Say something in the place of rows, while there are none."""
        self._instead = sentence
        self.setAccessibleDescription(sentence)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or what is said in their place."""
        super().paintEvent(event)
        if self._instead:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours().muted))
            room = self.viewport().rect().adjusted(WIDE, WIDE, -WIDE, -WIDE)
            painter.drawText(room, WRAPPED, self._instead)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row the keys are on."""
        super().currentChanged(current, previous)
        self.row_entered.emit(self.rows.place(current.row()) if current.isValid() else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table by the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    def fit(self, told: ToldTable, wording: Wording) -> None:
        """Make each column as wide as its cells ask for, and share the rest."""
        self._columns = columns_of(told, self.fontMetrics(), wording)
        self._count = len(told.table.rows)
        self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Fill the width of the table, and make its rows as high as its sentences go on."""
        header = self.horizontalHeader()
        shown = [place for place in range(len(self._columns)) if not self.isColumnHidden(place)]
        modes = {header.sectionResizeMode(place) for place in shown}
        if modes != {INTERACTIVE}:
            return
        columns, metrics = [self._columns[place] for place in shown], self.fontMetrics()
        widths = shared(columns, self.viewport().width())
        for place, width in zip(shown, widths, strict=True):
            self.setColumnWidth(place, width)
        pairs = zip(columns, widths, strict=True)
        self._give_lines(max((each.lines(width, metrics) for each, width in pairs), default=1))

    def _give_lines(self, lines: int) -> None:
        """Make every row as high as so many lines, or as fewer where not all would be in view.

        Two they have in any case. To ask each row for its own height would take too long.
        """
        room = self.viewport().height()
        while lines > LINES_OF_MANY and self._count * self._height(lines) > room:
            lines -= 1
        self.setWordWrap(lines > 1)
        self.verticalHeader().setDefaultSectionSize(self._height(lines))

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().height() + ROOM_ABOVE


class Sheets(NamedTuple):
    """The sheets of a workbook under their title; `head` says on each page what they rest on.

    Without one it is the version of all data.
    """

    title: str
    tables: Sequence[Table]
    head: str = ""


class TablePanel(ShownPanel):
    """A table, how many rows it shows, and the buttons for them.

    `sheets` is what is exported in the place of the table as it is shown, if anything.
    """

    row_entered = Signal(int)

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.told: ToldTable | None = None
        self.sheets: Sheets | None = None
        self.model = ToldTableModel(desk.wording, self)
        self.rows = FilterModel(self.model, self)
        self.view = TableView(self.rows, name, self)
        self.lay_out(self.view, desk.say("copy"), desk.say("export"))
        kept = self.status.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.status.setSizePolicy(kept)
        self.view.row_entered.connect(self.row_entered)
        self.view.copy_wanted.connect(self.copy_shown)
        self.show_table(None)

    def show_table(self, told: ToldTable | None) -> None:
        """Show a table whole, in its own order."""
        self.told = told
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.rows.accept_all()
        self.model.show_table(told)
        if told is not None:
            self.view.fit(told, self._desk.wording)
        self.tell_count()
        self._let_go_of_row()

    def hide_nation(self, *, hidden: bool) -> None:
        """Hide the first column, or show it: where one nation is chosen it says nothing new."""
        self.view.setColumnHidden(0, hidden)
        self.view.share()

    def accept(self, accepts: Callable[[int], bool] | None) -> None:
        """Show the rows whose place is accepted."""
        self.rows.accept(accepts)
        self.tell_count()
        self._let_go_of_row()

    def _let_go_of_row(self) -> None:
        """Tell that the keys are on no row, where theirs is gone: Qt does not."""
        if not self.view.currentIndex().isValid():
            self.row_entered.emit(-1)

    def tell(self, sentence: str) -> None:
        """Say something below the table, or in it while it holds no rows."""
        is_empty = self.rows.rowCount() == 0
        self.status.setText(sentence)
        self.status.setVisible(not is_empty)
        self.view.tell_instead(sentence if is_empty else "")

    def tell_count(self) -> None:
        """Say how many rows are shown."""
        shown = self.rows.rowCount()
        count = self.model.rowCount()
        key = "all_rows" if shown == count else "some_rows" if shown else "no_rows"
        told = self._desk.say(key, shown=f"{shown:,}", count=f"{count:,}")
        self.tell(told if self.told is not None else "")
        self.can_hand_on(can=shown > 0)

    def shown(self) -> Table | None:
        """Return the table as it is shown: its rows filtered and in their order."""
        if self.told is None:
            return None
        table = self.told.table
        return table._replace(rows=[table.rows[place] for place in self.rows.places()])

    def copy_shown(self) -> None:
        """Put the rows that are shown on the clipboard, made in a thread."""
        table, wording = self.shown(), self._desk.wording
        if table is not None:
            self._desk.tasks.run("copy", lambda: as_text(table, wording), self._take, self._refuse)

    def _take(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.tell(self._desk.say("copied"))

    def export_shown(self) -> None:
        """Ask where to write `sheets`, or else the rows that are shown, and write them."""
        table = self.shown()
        if table is not None:
            export(self.sheets or Sheets(table.name, [table]), table.name, self._desk, self.tell)

    def _refuse(self, refused: Refused) -> None:
        self.tell(str(refused))


def export(sheets: Sheets, suggested: str, desk: Desk, tell: Callable[[str], None]) -> None:
    """Ask where to write a workbook, write it in a thread, and tell of the end."""
    path = desk.choosers.workbook_to_write(suggested)
    if path is not None:
        tell(desk.say("writing"))
        written = "written_of_people" if desk.of_people else "written"
        desk.tasks.run(
            "export",
            lambda: _write(path, sheets, desk),
            lambda _: tell(desk.say(written, name=path.name)),
            lambda refused: tell(str(refused)),
        )


def _write(path: Path, sheets: Sheets, desk: Desk) -> None:
    from payapp.files.workbook import write_workbook
    from payapp.report.assessment_tables import workbook_words

    words = workbook_words(desk.wording)
    title, version = sheets.title, sheets.head or desk.data_version
    write_workbook(path, sheets.tables, title=title, data_version=version, words=words)
