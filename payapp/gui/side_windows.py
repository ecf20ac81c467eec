"""The windows beside the main one: schedules, casework and spot checks, each made when wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from payapp.gui.choosers import Choosers
from payapp.gui.clock import today

if TYPE_CHECKING:
    from payapp.domain.library import Library
    from payapp.gui.case_page import CasePage
    from payapp.gui.casework_window import CaseworkWindow
    from payapp.gui.documents import CaseDocument
    from payapp.gui.schedules_window import SchedulesWindow
    from payapp.gui.spot_check_window import SpotCheckWindow


class SideWindows(QObject):
    """Keeps the windows beside a page of a case, and passes on what they want of it."""

    question_wanted = Signal(str)
    case_wanted = Signal(object)
    noted = Signal(str)
    figures_added = Signal()

    def __init__(self, choosers: Choosers, parent: QObject) -> None:
        super().__init__(parent)
        self._choosers = choosers
        self.schedules: SchedulesWindow | None = None
        self.casework: CaseworkWindow | None = None
        self.spot_check: SpotCheckWindow | None = None

    def show_schedules(self, page: "CasePage") -> None:
        """Show the schedules, with the nation and the day of the case first."""
        from payapp.gui.schedules_window import SchedulesWindow

        if self.schedules is None:
            library, wording = page.answers.library, page.answers.wording
            held = library, library.data_version, wording
            self.schedules = SchedulesWindow(*held, self._choosers)
            self.schedules.added.connect(self.figures_added)
        self.schedules.show_for(page.texts.nation, page.day)

    def show_casework(self, page: "CasePage", document: "CaseDocument", name: str) -> None:
        """Show a page of casework on the case that is open."""
        from payapp.gui.casework_window import CaseworkWindow

        page.end_typing()
        if self.casework is None:
            self.casework = CaseworkWindow(page, document, self._choosers)
            self.casework.question_wanted.connect(self.question_wanted)
        self.casework.show_soon(name)
        self.show_data(page)

    def show_spot_check(self, page: "CasePage", name: str) -> "SpotCheckWindow":
        """Show a page of spot checks, and return its window."""
        from payapp.gui.spot_check_window import SpotCheckWindow

        if self.spot_check is None:
            answers = page.answers
            self.spot_check = SpotCheckWindow(answers.library, answers.wording, self._choosers)
            self.spot_check.case_wanted.connect(self.case_wanted)
            self.spot_check.noted.connect(self.noted)
        self.spot_check.show_soon(name)
        return self.spot_check

    def show_data(self, page: "CasePage") -> None:
        """Say in casework which figures are in force where and when the case is asked about.

        The other windows are about no case, and tell by themselves what they rest on.
        """
        if self.casework is not None:
            held = page.answers.library, page.texts.nation, page.day or today()
            self.casework.data_version.show_data(*held)

    def renew(self, library: "Library") -> None:
        """Go over to a library that was opened again; casework follows the page."""
        if self.spot_check is not None:
            self.spot_check.renew(library)
        if self.schedules is not None:
            self.schedules.renew(library, library.data_version)

    def end(self) -> None:
        """Close every window and let go of it, once what runs in it has stopped."""
        for window in (self.schedules, self.casework, self.spot_check):
            if window is not None:
                window.end()
        self.schedules = self.casework = self.spot_check = None
