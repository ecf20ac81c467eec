"""Spot checks in a window of their own: a sheet of people, and a published pay table."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from payapp.domain.library import Library
from payapp.gui.choosers import Choosers
from payapp.gui.style import CLOSE, TIGHT
from payapp.gui.table_panel import Desk
from payapp.gui.tasks import Tasks
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.spot_check_page import SpotCheckPage
    from payapp.gui.table_check_page import TableCheckPage

SIZE: Final = (1180, 680)
SHEET: Final = "sheet"
TABLE: Final = "table"
TABS: Final = (SHEET, TABLE)


class SpotCheckWindow(QWidget):
    """Two pages, each made when it is first turned to; `case_wanted` has a person's case."""

    case_wanted = Signal(object)

    def __init__(
        self,
        library: Library,
        wording: Wording,
        choosers: Choosers,
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("answer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tasks = Tasks(self)
        self._desk = Desk(library, library.data_version, wording, choosers, self.tasks)
        self._choose_file = choose_file or self._ask_for_file
        self.pages: dict[str, SpotCheckPage | TableCheckPage] = {}
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("steps")
        self.tabs.setAccessibleName(self._say("tabs_name"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget(self)
        for name in TABS:
            self.tabs.addTab(self._say(f"tabs.{name}"))
        self.tabs.currentChanged.connect(self._turn_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.close)
        self.resize(*SIZE)
        self.setWindowTitle(self._say("title"))

    @property
    def sheet_page(self) -> "SpotCheckPage":
        """The page of a sheet of people."""
        from payapp.gui.spot_check_page import SpotCheckPage

        page = self.pages.get(SHEET)
        if not isinstance(page, SpotCheckPage):
            page = SpotCheckPage(self._desk, self._choose_file, self)
            page.case_wanted.connect(self.case_wanted)
            self._add(SHEET, page)
        return page

    @property
    def table_page(self) -> "TableCheckPage":
        """The page of a published pay table."""
        from payapp.gui.table_check_page import TableCheckPage

        page = self.pages.get(TABLE)
        if not isinstance(page, TableCheckPage):
            page = TableCheckPage(self._desk, self._choose_file, self)
            self._add(TABLE, page)
        return page

    def show_page(self, name: str) -> None:
        """Show the window with one of its pages."""
        place = TABS.index(name)
        self.tabs.setCurrentIndex(place)
        self._turn_to(place)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_sheet(self, path: Path) -> None:
        """Show the page of a sheet with the columns of a file."""
        self.show_page(SHEET)
        self.sheet_page.open_sheet(path)

    def renew(self, library: Library) -> None:
        """Go over to a library that was opened again."""
        self._desk.library, self._desk.data_version = library, library.data_version

    def end(self) -> None:
        """Close for good: stop what is being checked, and finish what is being written."""
        if SHEET in self.pages:
            self.sheet_page.stop()
        self.tasks.wait()
        if SHEET in self.pages:
            self.sheet_page.put_away()
        self.close()
        self.deleteLater()

    def _turn_to(self, place: int) -> None:
        page = self.sheet_page if TABS[place] == SHEET else self.table_page
        self.stack.setCurrentWidget(page)

    def _add(self, name: str, page: "SpotCheckPage | TableCheckPage") -> None:
        page.setContentsMargins(CLOSE, CLOSE, CLOSE, TIGHT)
        self.pages[name] = page
        self.stack.addWidget(page)

    def _ask_for_file(self) -> Path | None:
        title, kinds = self._say("choose_title"), self._say("choose_filter")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return Path(chosen) if chosen else None

    def _say(self, name: str) -> str:
        return self._desk.wording.say(f"window.spot.{name}")
