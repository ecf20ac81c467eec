"""The window of spot checks with hands: what is chosen, clicked, dropped and waited for."""

import csv
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.gui.compare_runs_page import CompareRunsPage
from payapp.gui.controls import Choice
from payapp.gui.spot_check_page import SpotCheckPage
from payapp.gui.spot_check_window import SpotCheckWindow
from payapp.gui.table_check_page import TableCheckPage
from payapp.gui.table_panel import TablePanel, TableView
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen
from tests.gui.desks import AtWindow, shown
from tests.gui.hands import click, press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
HEADINGS = (
    *("Staff no", "Surname", "Nation", "Date", "Basic", "Spine pt"),
    *("SEN allowance", "Own heading", "Employer", "Range"),
    *("Role", "FTE", "Pay area"),
)
REST = ("maintained-school", "main", "class-teacher", "1", "rest of england")
ROWS = (
    ("T1", "Ashdown", "England", "15/01/2026", "45,352.00", "M6", "", "1", *REST),
    ("T2", "Birtles", "England", "15/01/2026", "20,000", "M6", "1,000", "2", *REST),
    ("T3", "Cardew", "England", "31/02/2026", "45,352", "M6", "", "3", *REST),
)
NOT_ENCRYPTED = " The file is not encrypted: keep it on an encrypted drive."
RESULT = ("Reference", "Verdict", "Reasons", "Gap a year")


def write_rows(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Write a text file of rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_sheet(path: Path, rows: Sequence[Sequence[object]] = ROWS) -> Path:
    """Write a sheet of people."""
    return write_rows(path, (HEADINGS, *rows))


def many_people(count: int) -> list[tuple[str, ...]]:
    """Return rows of which no two have the same pay."""
    return [
        (f"P{n}", "A", "England", "15/01/2026", str(30_000 + n), "M6", "", "", *REST)
        for n in range(count)
    ]


class Hands(AtWindow):
    """A window of spot checks, and the cases that it hands over."""

    def __init__(self, qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen) -> None:
        self.file: Path | None = None
        self.cases: list[Case] = []
        self.window = SpotCheckWindow(library, wording, chosen, lambda: self.file)
        super().__init__(qtbot, chosen, self.window, self.window.tasks)
        self.window.case_wanted.connect(self.cases.append)
        self.window.resize(1280, 720)
        self.window.show_page("sheet")

    @property
    def page(self) -> SpotCheckPage:
        return self.window.sheet_page

    @property
    def table(self) -> TableCheckPage:
        self.window.show_page("table")
        return self.window.table_page

    @property
    def runs(self) -> CompareRunsPage:
        self.window.show_page("runs")
        return self.window.runs_page

    def open(self, path: Path) -> None:
        """Choose a sheet by its button."""
        self.file = path
        click(self.page.choose)
        self.wait()

    def check(self) -> None:
        click(self.page.check)
        self.wait()

    def save(self, path: Path) -> None:
        """Save the people that were checked."""
        self.chosen.result_path = path
        click(self.page.save)
        self.wait()

    def choose(self, choice: Choice, first_letters: str) -> None:
        """Choose an entry from the list that a click opens."""
        click(choice)
        place = choice.findText(first_letters, Qt.MatchFlag.MatchStartsWith)
        assert place >= 0
        choice.view().setCurrentIndex(choice.model().index(place, 0))
        press(choice.view(), Qt.Key.Key_Return)
        self.wait()

    def drop(self, *files: Path) -> None:
        """Let files go over the window."""
        drop_on(self.window, [QUrl.fromLocalFile(str(file)) for file in files])
        self.wait()

    def end(self) -> None:
        """Have the window let go of what its pages hold, and close it for good."""
        if isValid(self.window):
            self.window.end()
        super().end()


def drop_on(widget: QWidget, urls: list[QUrl]) -> bool:
    """Draw something over a window and let it go; say whether the window offered to take it."""
    held = QMimeData()
    held.setUrls(urls)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, held, left, no_keys)
    enter.ignore()
    QCoreApplication.sendEvent(widget, enter)
    QCoreApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), copy, held, left, no_keys))
    return enter.isAccepted()


def of(panel: TablePanel, column: int) -> list[str]:
    """Return what a column of a table shows."""
    return [row[column] for row in shown(panel.view)]


def spoken(panel: TablePanel, row: int, column: int = 0) -> str:
    """Return what is read aloud of a cell."""
    return str(panel.rows.index(row, column).data(SPOKEN))


def select(view: TableView, first_cell: str) -> None:
    """Click on the row that begins so."""
    click(view.viewport(), _place(view, first_cell))


def open_row(view: TableView, first_cell: str) -> None:
    """Double click on the row that begins so."""
    select(view, first_cell)
    place = _place(view, first_cell)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _place(view: TableView, first_cell: str) -> QPoint:
    row = next(row for row, cells in enumerate(shown(view)) if cells[0] == first_cell)
    return view.visualRect(view.rows.index(row, 0)).center()
