"""Spot checks in a window of their own: a sheet of people, a pay table, and two runs compared."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Union, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from payapp.domain.library import Library
from payapp.gui.choosers import Choosers
from payapp.gui.dropped import dropped_files
from payapp.gui.paged_window import PagedWindow
from payapp.gui.table_panel import Desk
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.compare_runs_page import CompareRunsPage
    from payapp.gui.spot_check_page import SpotCheckPage
    from payapp.gui.table_check_page import TableCheckPage

Page = Union["SpotCheckPage", "TableCheckPage", "CompareRunsPage"]

SHEET: Final = "sheet"
TABLE: Final = "table"
RUNS: Final = "runs"
TABS: Final = (SHEET, TABLE, RUNS)


class SpotCheckWindow(PagedWindow[Page]):
    """Three pages that take dropped files; `case_wanted` has a person's case.

    `noted` says what it does not hold.
    """

    case_wanted = Signal(object)
    noted = Signal(str)

    def __init__(
        self,
        library: Library,
        wording: Wording,
        choosers: Choosers,
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(TABS, "window.spot", wording)
        held = library, library.data_version, wording
        self._desk = Desk(*held, choosers, self.tasks, of_people=True)
        self._choose_file = choose_file or self._ask_for_file
        self.setAcceptDrops(True)
        self.setWindowTitle(self._say("title"))
        self._tell_data()

    @property
    def sheet_page(self) -> "SpotCheckPage":
        """The page of a sheet of people."""
        return cast("SpotCheckPage", self.page(SHEET))

    @property
    def table_page(self) -> "TableCheckPage":
        """The page of a published pay table."""
        return cast("TableCheckPage", self.page(TABLE))

    @property
    def runs_page(self) -> "CompareRunsPage":
        """The page of two runs compared."""
        return cast("CompareRunsPage", self.page(RUNS))

    def open_sheet(self, path: Path) -> None:
        """Show the page of a sheet with the columns of a file."""
        self.show_page(SHEET)
        self.sheet_page.open_sheet(path)

    def renew(self, library: Library) -> None:
        """Go over to a library that was opened again."""
        self._desk.library, self._desk.data_version = library, library.data_version
        self._tell_data()

    def _tell_data(self) -> None:
        """Say that the figures of all nations are used: each row of a sheet names its own."""
        self.data_version.show_data(self._desk.library, "", None)

    def end(self) -> None:
        """Close for good: stop what is being checked, and finish what is being written."""
        for page in self.pages.values():
            page.stop()
        super().end()
        if SHEET in self.pages:
            self.sheet_page.put_away()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what is drawn over the window, if only to say why it cannot be read."""
        if event.mimeData().urls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand files that are let go over the window to the page that is shown."""
        files, page = dropped_files(event), self.current_page
        event.acceptProposedAction()
        if not files:
            self._desk.choosers.tell(self._say("not_taken"), self._say("no_file"))
        elif page is not None:
            page.take_files(files)

    def _make(self, name: str) -> Page:
        """Make a page; what only it needs is imported now."""
        if name == TABLE:
            from payapp.gui.table_check_page import TableCheckPage

            return TableCheckPage(self._desk, self._choose_file, self)
        if name == RUNS:
            from payapp.gui.compare_runs_page import CompareRunsPage

            return CompareRunsPage(self._desk, self._choose_file, self)
        from payapp.gui.spot_check_page import SpotCheckPage

        page = SpotCheckPage(self._desk, self._choose_file, self)
        page.case_wanted.connect(self.case_wanted)
        page.noted.connect(self.noted)
        return page

    def _ask_for_file(self) -> Path | None:
        title, kinds = self._say("choose_title"), self._say("choose_filter")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return Path(chosen) if chosen else None

    def _say(self, name: str) -> str:
        return self._desk.wording.say(f"window.spot.{name}")
