"""Arrears of the case that is open: the months of a period in a table, and what they come to."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from payapp.casework.arrears import arrears
from payapp.domain.cases import Case
from payapp.domain.refusals import Refused
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.paper_list import PaperList
from payapp.gui.period_fields import Period
from payapp.gui.schedule_fields import in_a_line
from payapp.gui.style import CLOSE, SPACE
from payapp.gui.table_panel import Sheets, TablePanel
from payapp.report.arrears_in_words import (
    arrears_in_words,
    arrears_tables,
    beside_the_months,
    months_told,
)
from payapp.report.data_in_words import data_line
from payapp.report.figure_tables import ToldTable
from payapp.report.papers import Paper


class Found(NamedTuple):
    """Arrears as a table of months, in sentences, and as the sheets of a workbook."""

    months: ToldTable
    paper: Paper
    sheets: Sheets


def find(case: Case, casework: CaseDesk, first: date, last: date) -> Found:
    """Return the arrears of a period. Raises CaseRefused as `arrears` does."""
    library, wording, audience = casework.desk.library, casework.desk.wording, casework.audience
    found = arrears(case, library, first, last)
    title = arrears_in_words(found, library, wording, audience).title
    head = data_line(library, case.nation, last, wording)
    return Found(
        months_told(found, library, wording, audience),
        beside_the_months(found, library, wording, audience),
        Sheets(title, arrears_tables(found, library, wording, audience), head),
    )


class ArrearsPage(QWidget):
    """The period above, then totals, time limits and what is left out, and the months below."""

    def __init__(self, casework: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.period = Period(casework, self)
        self.list = PaperList(casework.say("arrears_name"), casework.desk.wording, self)
        self.panel = TablePanel(casework.desk, casework.say("months_name"), self)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        for part in (self.list, self.panel):
            self.split.addWidget(part)
        self._is_moved = False
        self.split.splitterMoved.connect(self._keep_border)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(in_a_line(self.period.boxes()))
        layout.addWidget(self.split, 1)
        self.period.changed.connect(self.refresh)

    def _keep_border(self) -> None:
        self._is_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Give the months what they need, half at most, unless a person has moved the border."""
        if self._is_moved:
            return
        room = sum(self.split.sizes())
        below = min(self._height_of_months(), room // 2)
        self.split.setSizes([room - below, below])

    def _height_of_months(self) -> int:
        """Return the height of the table with all rows and a bar, and of the line below it."""
        view = self.panel.view
        rows = view.horizontalHeader().height() + view.verticalHeader().length()
        bar = view.horizontalScrollBar().sizeHint().height()
        return self.panel.height() - view.height() + rows + bar + SPACE

    def refresh(self) -> None:
        """Count the period again for the case as it stands."""
        case, casework = self._casework.case, self._casework
        if case is None:
            return
        self.period.follow()
        days = self.period.days()
        if days is None:
            self.clear(casework.say("no_period"))
            return
        self.panel.tell(casework.desk.say("reading"))
        casework.ask("arrears", lambda: find(case, casework, *days), self._show, self._refuse)

    def clear(self, sentence: str) -> None:
        """Show a sentence in the place of the months."""
        self._casework.desk.tasks.drop("arrears")
        self.panel.show_table(None)
        self.panel.tell(sentence)
        self.list.show_paper(Paper("", ()))
        self.list.hide()

    def _show(self, found: Found) -> None:
        self.panel.sheets = found.sheets
        self.panel.show_table(found.months)
        self.list.show_paper(found.paper)
        self.list.show()
        self._share_height()

    def _refuse(self, refused: Refused) -> None:
        self.clear(str(refused))
