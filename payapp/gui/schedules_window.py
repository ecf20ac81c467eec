"""The schedules in a window of their own: browse, compare, coverage, which figure, add an award."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Union

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from payapp.domain.cases import Nation
from payapp.domain.library import Library
from payapp.gui.choosers import Choosers
from payapp.gui.controls import Choice, Field
from payapp.gui.figures_page import FiguresPage
from payapp.gui.paged_window import PagedWindow
from payapp.gui.table_panel import Desk
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.addition_page import AdditionPage
    from payapp.gui.compare_page import ComparePage
    from payapp.gui.coverage_page import CoveragePage
    from payapp.gui.identify_page import IdentifyPage

Page = Union[FiguresPage, "ComparePage", "CoveragePage", "IdentifyPage", "AdditionPage"]

TABS: Final = ("browse", "compare", "coverage", "which", "add")


class SchedulesWindow(PagedWindow[Page]):
    """Five pages on the figures."""

    added = Signal()

    def __init__(
        self,
        library: Library,
        data_version: str,
        wording: Wording,
        choosers: Choosers,
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(TABS, "window.schedules", wording)
        self.desk = Desk(library, data_version, wording, choosers, self.tasks)
        self._choose_file = choose_file or self._ask_for_file
        self._nation = Nation.ENGLAND.value
        self._day: date | None = None
        self.setWindowTitle(self.desk.say("title"))
        self.turned.connect(self._tell_data)

    def show_for(self, nation: str, day: date | None = None) -> None:
        """Show the window with the figures of a nation and a day first.

        A page comes a moment later, and stays as it is left.
        """
        self._nation = nation or self._nation
        self._day = day
        self._tell_data()
        self.show_soon(self.names[self.tabs.currentIndex()])

    def _tell_data(self) -> None:
        """Say at the foot which figures the page in front shows."""
        page = self.current_page
        shown = page.data_shown if page is not None else (self._nation, self._day)
        self.data_version.show_data(self.desk.library, *shown)

    def _make(self, name: str) -> Page:
        """Make a page, and have the line at the foot follow what is chosen in it."""
        page = self._new(name)
        for choice in page.findChildren(Choice):
            choice.chosen.connect(self._tell_data)
        for field in page.findChildren(Field):
            field.typed.connect(self._tell_data)
        return page

    def _new(self, name: str) -> Page:
        """Return a page; what only it needs is imported now."""
        match name:
            case "browse":
                return FiguresPage(self.desk, self._nation, self, self._day)
            case "compare":
                from payapp.gui.compare_page import ComparePage

                return ComparePage(self.desk, self._nation, self)
            case "coverage":
                from payapp.gui.coverage_page import CoveragePage

                return CoveragePage(self.desk, self._nation, self)
            case "which":
                from payapp.gui.identify_page import IdentifyPage

                return IdentifyPage(self.desk, self)
        from payapp.gui.addition_page import AdditionPage

        page = AdditionPage(self.desk, self._choose_file, self)
        page.added.connect(self.added)
        return page

    def renew(self, library: Library, data_version: str) -> None:
        """Go over to a library that was opened again."""
        self.desk.library = library
        self.desk.data_version = data_version
        for page in self.pages.values():
            page.renew()
        self._tell_data()

    def _ask_for_file(self) -> Path | None:
        title, kinds = self.desk.say("choose_file_title"), self.desk.say("choose_file_filter")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return Path(chosen) if chosen else None
