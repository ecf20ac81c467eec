"""Every window of the program with each of its pages, filled as a person would find them."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.about import AboutDialog
from payapp.gui.description_dialog import DescriptionDialog
from payapp.gui.fault_dialog import FaultDialog
from payapp.gui.form_model import with_value
from payapp.gui.paged_window import PagedWindow
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import POSTS, click, read_description, wait_for_case

BESIDE = ("schedules", "casework", "spot_check")
DIALOGS = ("about", "fault", "description")
WINDOWS = ("main", *BESIDE, *DIALOGS)
SHEET = (
    ("Staff no", "Nation", "Date", "Employer", "Range", "Spine pt", "Basic", "Role", "FTE"),
    *(
        ("T1", "England", "15/01/2026", "maintained-school", "main", "M6", basic, "senco", "1")
        for basic in ("45,352", "20,000", "much")
    ),
)


Paged = PagedWindow[Any]


class Faces:
    """Opens each window, turns its pages, and waits for what they read."""

    def __init__(self, qtbot: QtBot, window: MainWindow, wording: Wording, folder: Path) -> None:
        self._qtbot = qtbot
        self._wording = wording
        self._folder = folder
        self.window = window

    def of(self, name: str) -> Iterator[tuple[str, QWidget]]:
        """Yield each page of a window by its name, with the window that shows it."""
        if name == "main":
            yield from self._main()
        elif name in BESIDE:
            yield from self._pages(name)
        else:
            yield name, self.dialog(name)

    def _main(self) -> Iterator[tuple[str, QWidget]]:
        yield "welcome", self.window
        self.window.open_example(EXAMPLES / "england-cannot-be-told.json")
        wait_for_case(self._qtbot, self.window)
        page = self.window.page
        assert page is not None
        for place, name in enumerate(page.form.pages):
            page.form.go_to_page_at(place)
            yield name, self.window

    def _pages(self, name: str) -> Iterator[tuple[str, QWidget]]:
        window = self.beside(name)
        for place in range(window.tabs.count()):
            window.tabs.setCurrentIndex(place)
            self.wait(window)
            if name == "spot_check" and place == 0:
                yield from self._sheet(window)
            yield window.tabs.tabText(place).replace("&", ""), window

    def beside(self, name: str) -> Paged:
        """Open a window that stands beside the main one, as a person does from the menu."""
        self.window.open_example(EXAMPLES / "england-special-school-without-allowance.json")
        wait_for_case(self._qtbot, self.window)
        action = "casework_arrears" if name == "casework" else name
        self.window.menus.actions[action].trigger()
        window = getattr(self.window.side, name)
        assert isinstance(window, PagedWindow)
        self._qtbot.waitUntil(lambda: window.stack.count() > 0)
        self.wait(window)
        return window

    def _sheet(self, window: Paged) -> Iterator[tuple[str, QWidget]]:
        """Look at the columns of a sheet, and go on to its people."""
        path = self._folder / "staff.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(SHEET)
        spot_check = self.window.side.spot_check
        assert spot_check is not None
        spot_check.open_sheet(path)
        self.wait(window)
        yield "columns of a sheet", window
        click(spot_check.sheet_page.check)
        self.wait(window)

    def wait(self, window: Paged) -> None:
        self._qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=60_000)

    def dialog(self, name: str) -> QDialog:
        """Open a dialog over the main window."""
        if name == "about":
            self.window.menus.actions["about"].trigger()
            about = self.window.findChild(AboutDialog)
            assert about is not None
            return about
        if name == "description":
            return self._description()
        fault = FaultDialog("what happened", self._wording, self.window)
        fault.finished.connect(fault.deleteLater)
        fault.open()
        return fault

    def _description(self) -> DescriptionDialog:
        """Read a job description for a case that agrees with some of it and denies some."""
        self.window.open_example(EXAMPLES / "england-cannot-be-told.json")
        wait_for_case(self._qtbot, self.window)
        document = self.window.document
        assert document is not None
        for fact, answer in (("sustained", "no"), ("designated_coordinator", "yes")):
            document.edit(with_value(document.plain, fact, answer), fact)
        return read_description(self._qtbot, self.window, POSTS / "a01.txt")

    def preview(self) -> QPrintPreviewDialog:
        """Open the report as it will be printed."""
        self.window.open_example(EXAMPLES / "england-cannot-be-told.json")
        wait_for_case(self._qtbot, self.window)
        self.window.menus.actions["preview"].trigger()
        self._qtbot.waitUntil(lambda: self.window.findChild(QPrintPreviewDialog) is not None)
        return cast("QPrintPreviewDialog", self.window.findChild(QPrintPreviewDialog))

    @staticmethod
    def free(gone: QWidget) -> None:
        """Have Qt free what was closed for good."""
        QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
