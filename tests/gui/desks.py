"""A page of casework or of the schedules on its own, with hands, before a case and the figures."""

from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.files.case_files import read_case
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.controls import Choice
from payapp.gui.outline_model import OutlineModel
from payapp.gui.table_panel import Desk, TablePanel, TableView
from payapp.gui.tasks import Tasks
from payapp.report.wording import Wording
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import press, type_text

Shown = TypeVar("Shown", bound=QWidget)
WORK_ENDS = 60_000
"""In how many milliseconds whatever is done beside a window has come to its end."""


class AtWindow:
    """Before a window with work beside it: who waits for the work, and closes the window."""

    def __init__(self, qtbot: QtBot, chosen: Chosen, window: QWidget, tasks: Tasks) -> None:
        self._qtbot, self._window = qtbot, window
        self.chosen, self.tasks = chosen, tasks

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.tasks.is_busy, timeout=WORK_ENDS)

    def end(self) -> None:
        """Close the window for good and have Qt free it, unless it is gone."""
        if isValid(self._window):
            self.tasks.wait()
            self._window.close()
            self._window.deleteLater()
            QCoreApplication.sendPostedEvents(self._window, QEvent.Type.DeferredDelete)


class OnDesk(AtWindow):
    """A desk with a case on it, and the window of the one page that is looked at."""

    def __init__(self, qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen) -> None:
        self.window = QWidget()
        super().__init__(qtbot, chosen, self.window, Tasks())
        self.desk = Desk(library, "version 1", wording, chosen, self.tasks)
        self.casework = CaseDesk(self.desk)
        self.window.resize(1180, 680)

    def open(self, example: str, **changes: Any) -> Case:
        """Put an example on the desk, with other facts of its post where any are given."""
        case = read_case(EXAMPLES / f"{example}.json")
        self.casework.case = replace(case, post=replace(case.post, **changes)) if changes else case
        return self.casework.case

    def show(self, page: Shown) -> Shown:
        """Show a page, and wait for what it reads."""
        QVBoxLayout(self.window).addWidget(page)
        self.window.show()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        self.wait()
        return page

    def type_over(self, field: QLineEdit, text: str) -> None:
        """Type over what a field holds, and wait for what comes of it."""
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        self.wait()

    def choose(self, choice: Choice, beginning: str) -> None:
        """Choose an entry with the arrow keys; without a beginning, the first one."""
        choice.setFocus()
        press(choice, Qt.Key.Key_Home)
        while not choice.currentText().startswith(beginning):
            before = choice.currentIndex()
            press(choice, Qt.Key.Key_Down)
            assert choice.currentIndex() > before, f"{beginning} is not offered"
        self.wait()

    def frees(self, page: QWidget) -> bool:
        """Close a page for good while it works; say whether Qt freed it with all that it holds."""
        gone: list[bool] = []
        page.destroyed.connect(lambda: gone.append(True))
        self.tasks.wait()
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        return gone == [True] and self.window.findChildren(QWidget) == []


def lines(outline: OutlineModel) -> list[str]:
    """Return the lines of a list as they are shown."""
    return [str(outline.index(row).data()) for row in range(outline.rowCount())]


def read_aloud(outline: OutlineModel) -> list[str]:
    """Return the lines of a list as they are read aloud."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(outline.index(row).data(role)) for row in range(outline.rowCount())]


def cells(panel: TablePanel) -> list[list[str]]:
    """Return the rows of a table in its panel as they are shown."""
    return shown(panel.view)


def shown(view: TableView) -> list[list[str]]:
    """Return the rows of a table as they are shown."""
    rows = view.rows
    columns = range(rows.columnCount())
    return [[str(rows.index(r, c).data()) for c in columns] for r in range(rows.rowCount())]


def copied() -> list[list[str]]:
    """Return the rows on the clipboard."""
    return [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]


def values(path: Path, sheet: str) -> list[tuple[object, ...]]:
    """Return the rows of a sheet of a workbook."""
    from openpyxl import load_workbook

    return [tuple(row) for row in load_workbook(path)[sheet].iter_rows(values_only=True)]


def head_of(path: Path) -> str:
    """Return what the pages of a workbook are headed by, all alike."""
    from openpyxl import load_workbook

    book: Any = load_workbook(path)
    (head,) = {str(sheet.oddHeader.right.text) for sheet in book.worksheets}
    return head
