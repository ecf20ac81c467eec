"""Casework in a window of its own, beside the case that is open and kept up with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Union

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from payapp.domain.cases import Case
from payapp.files.case_files import parse_case
from payapp.gui.case_page import CasePage
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.choosers import Choosers
from payapp.gui.documents import CaseDocument
from payapp.gui.paged_window import PagedWindow
from payapp.gui.table_panel import Desk

if TYPE_CHECKING:
    from payapp.gui.arrears_page import ArrearsPage
    from payapp.gui.change_page import ChangePage
    from payapp.gui.offers_page import OffersPage
    from payapp.gui.pack_page import FolderChooser, PackPage
    from payapp.gui.process_page import ProcessPage
    from payapp.gui.time_page import TimePage

Page = Union["ArrearsPage", "ChangePage", "OffersPage", "TimePage", "ProcessPage", "PackPage"]

TABS: Final = ("arrears", "change", "offers", "time", "process", "pack")


class CaseworkWindow(PagedWindow[Page]):
    """Six pages on the case that is open.

    The page that is shown is asked again whenever the case is answered anew.
    """

    question_wanted = Signal(str)

    def __init__(
        self,
        page: CasePage,
        document: CaseDocument,
        choosers: Choosers,
        choose_folder: "FolderChooser | None" = None,
    ) -> None:
        super().__init__(TABS, "window.casework", page.answers.wording)
        self._page = page
        self._document = document
        self._choose_folder = choose_folder or self._ask_for_folder
        library, wording = page.answers.library, page.answers.wording
        held = library, library.data_version, wording
        desk = Desk(*held, choosers, self.tasks, of_people=True)
        self.casework = CaseDesk(desk)
        self.turned.connect(self.refresh)
        page.answered_anew.connect(self.refresh)

    def show_page(self, name: str) -> None:
        """Show the window with one of its pages, and the keys on its tab."""
        super().show_page(name)
        self.tabs.setFocus()

    def _make(self, name: str) -> Page:
        """Make a page; what it needs is imported only now."""
        match name:
            case "arrears":
                from payapp.gui.arrears_page import ArrearsPage

                return ArrearsPage(self.casework, self)
            case "offers":
                from payapp.gui.offers_page import OffersPage

                return OffersPage(self.casework, self)
            case "time":
                from payapp.gui.time_page import TimePage

                return TimePage(self.casework, self)
            case "process":
                from payapp.gui.process_page import ProcessPage

                return ProcessPage(self.casework, self)
            case "pack":
                from payapp.gui.pack_page import PackPage

                return PackPage(self.casework, self._choose_folder, self)
        return self._change_page()

    def _change_page(self) -> "ChangePage":
        from payapp.gui.change_page import ChangePage

        page = ChangePage(self.casework, self)
        page.question_wanted.connect(self.question_wanted)
        return page

    def refresh(self) -> None:
        """Take the case as it stands, and ask the page that is shown again."""
        if not self.isVisible():
            return
        casework, answers = self.casework, self._page.answers
        casework.desk.library = answers.library
        casework.desk.data_version = answers.library.data_version
        casework.audience = answers.audience
        casework.case = self._case()
        path = self._document.path
        casework.name = path.stem if path else answers.wording.say("window.untitled")
        self.setWindowTitle(casework.say("title", name=self._name()))
        page = self.current_page
        if page is None:
            return
        page.refresh()
        if casework.case is None:
            page.clear(casework.say("put_right_first"))

    def _case(self) -> Case | None:
        """Return the case with its later versions, or None while an answer is not accepted."""
        answered = self._page.answered
        if answered is None or answered.told is None:
            return None
        return parse_case(self._document.plain)

    def _name(self) -> str:
        case, example = self.casework.case, self._document.example
        if example:
            return self._page.answers.wording.say("window.example", name=example)
        return case.reference if case and case.reference else self.casework.name

    def _ask_for_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self.casework.say("choose_folder_title"))
        return Path(chosen) if chosen else None
