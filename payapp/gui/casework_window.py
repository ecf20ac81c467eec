"""Casework in a window of its own, beside the case that is open and kept up with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from payapp.domain.cases import Case
from payapp.files.case_files import parse_case
from payapp.gui.case_page import CasePage
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.choosers import Choosers
from payapp.gui.documents import CaseDocument
from payapp.gui.style import CLOSE, TIGHT
from payapp.gui.table_panel import Desk
from payapp.gui.tasks import Tasks

if TYPE_CHECKING:
    from payapp.gui.arrears_page import ArrearsPage
    from payapp.gui.change_page import ChangePage
    from payapp.gui.offers_page import OffersPage
    from payapp.gui.pack_page import FolderChooser, PackPage
    from payapp.gui.process_page import ProcessPage
    from payapp.gui.time_page import TimePage

    Page = ArrearsPage | ChangePage | OffersPage | TimePage | ProcessPage | PackPage

SIZE: Final = (1180, 680)
TABS: Final = ("arrears", "change", "offers", "time", "process", "pack")


class CaseworkWindow(QWidget):
    """Six pages on the case that is open. A page is made when it is first turned to.

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
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("answer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self._document = document
        self._choose_folder = choose_folder or self._ask_for_folder
        self.tasks = Tasks(self)
        library, wording = page.answers.library, page.answers.wording
        desk = Desk(library, library.data_version, wording, choosers, self.tasks)
        self.casework = CaseDesk(desk)
        self.pages: dict[str, Page] = {}
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("steps")
        self.tabs.setAccessibleName(self.casework.say("tabs_name"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget(self)
        for name in TABS:
            self.tabs.addTab(self.casework.say(f"tabs.{name}"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._turn_to)
        page.answered_anew.connect(self.refresh)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.close)
        self.resize(*SIZE)

    def show_page(self, name: str) -> None:
        """Show the window with one of its pages."""
        place = TABS.index(name)
        self.tabs.setCurrentIndex(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self._turn_to(place)
        self.tabs.setFocus()

    def _turn_to(self, place: int) -> None:
        name = TABS[place]
        page = self.pages.get(name)
        if page is None:
            page = self.pages[name] = self._make(name)
            page.setContentsMargins(CLOSE, CLOSE, CLOSE, TIGHT)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.refresh()

    def _make(self, name: str) -> "Page":
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
        page = self.pages.get(TABS[self.tabs.currentIndex()])
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
        case = self.casework.case
        return case.reference if case and case.reference else self.casework.name

    def end(self) -> None:
        """Close for good, once what is being written is written."""
        self.tasks.wait()
        self.close()
        self.deleteLater()

    def _ask_for_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self.casework.say("choose_folder_title"))
        return Path(chosen) if chosen else None
