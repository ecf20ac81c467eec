"""Offers side by side: the case that is open, what it was before, and case files, in columns."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from payapp.casework.offers import FEWEST, MOST, compare, offer
from payapp.domain.cases import Case, refused_by_name
from payapp.domain.refusals import Refused
from payapp.files.case_files import read_case
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.flow_layout import FlowLayout
from payapp.gui.outline_view import FAR, WRAP
from payapp.gui.paper_list import PaperList
from payapp.gui.style import CLOSE
from payapp.gui.table_model import AnyIndex
from payapp.gui.table_panel import Sheets, TablePanel
from payapp.report.data_in_words import data_head
from payapp.report.figure_tables import ToldTable
from payapp.report.offers_in_words import comparison_in_words, comparison_tables, offers_table
from payapp.report.papers import Paper

HEIGHTS: Final = [430, 150]
ROOM_BESIDE: Final = 24
ROOM_ABOVE: Final = 12


class Found(NamedTuple):
    """Offers in columns, what holds for all of them, and the sheets of a workbook."""

    told: ToldTable
    to_know: Paper
    sheets: Sheets


def find(cases: Sequence[Case], casework: CaseDesk) -> Found:
    """Return cases side by side. Raises CaseRefused as `compare` does."""
    library, wording, audience = casework.desk.library, casework.desk.wording, casework.audience
    found = compare(cases, library)
    paper = comparison_in_words(found, library, wording, audience)
    head = data_head(library, [(case.nation, case.on) for case in cases], wording)
    return Found(
        offers_table(found, library, wording, audience),
        Paper("", paper.sections[-1:]),
        Sheets(paper.title, comparison_tables(found, library, wording, audience), head),
    )


class WrappedCells(QStyledItemDelegate):
    """Gives every cell the height of its text, wrapped in the width of its column."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the room of a wrapped text with a margin round it."""
        width = self._view.columnWidth(index.column())
        room = QRect(0, 0, width - ROOM_BESIDE, FAR)
        box = QFontMetrics(option.font).boundingRect(room, WRAP, str(index.data()))
        return QSize(width, box.height() + ROOM_ABOVE)


class OffersPage(QWidget):
    """The case that is open is the first column, live; the others stay as they were added."""

    def __init__(self, casework: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.others: list[Case] = []
        self.add_file = QPushButton(casework.say("add_file"), self)
        self.add_this = QPushButton(casework.say("add_this"), self)
        self.remove = QPushButton(casework.say("remove_last"), self)
        self.help = QLabel(casework.say("offers_help"), self)
        self.help.setWordWrap(True)
        self.help.setProperty("role", "muted")
        self.panel = TablePanel(casework.desk, casework.say("offers_name"), self)
        self.list = PaperList(casework.say("to_know_name"), casework.desk.wording, self)
        self._lay_out()
        self.add_file.clicked.connect(self._add_file)
        self.add_this.clicked.connect(self._add_this)
        self.remove.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        view = self.panel.view
        view.setWordWrap(True)
        view.setSortingEnabled(False)
        view.horizontalHeader().setSectionsClickable(False)
        view.setItemDelegate(WrappedCells(view))
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        line = FlowLayout(CLOSE)
        for button in (self.add_file, self.add_this, self.remove):
            line.addWidget(button)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        for part in (self.panel, self.list):
            split.addWidget(part)
        split.setSizes(HEIGHTS)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addWidget(self.help)
        layout.addLayout(line)
        layout.addWidget(split, 1)

    def refresh(self) -> None:
        """Compare again, with the case that is open as it stands."""
        case, casework = self._casework.case, self._casework
        full = len(self.others) + 1 >= MOST
        for button in (self.add_file, self.add_this):
            button.setEnabled(case is not None and not full)
        self.remove.setEnabled(bool(self.others))
        if case is None:
            return
        cases = (case, *self.others)
        if len(cases) < FEWEST:
            self.clear(casework.say("one_offer"))
            return
        casework.ask("offers", lambda: find(cases, casework), self._show, self._refuse)

    def clear(self, sentence: str) -> None:
        """Show a sentence in the place of the columns."""
        self._casework.desk.tasks.drop("offers")
        self.panel.show_table(None)
        self.panel.tell(sentence)
        self.list.show_paper(Paper("", ()))
        self.list.hide()

    def _add_file(self) -> None:
        desk = self._casework.desk
        path = desk.choosers.case_to_open()
        if path is None:
            return
        try:
            case = read_case(path)
            with refused_by_name(path.name):
                offer(case, desk.library)
        except Refused as refused:
            self.panel.tell(str(refused))
        else:
            self._add(case)

    def _add_this(self) -> None:
        if self._casework.case is not None:
            self._add(self._casework.case)

    def _add(self, case: Case) -> None:
        self.others.append(case)
        self.refresh()

    def _remove(self) -> None:
        self.others.pop()
        self.refresh()
        if not self.others:
            self.add_file.setFocus()

    def _show(self, found: Found) -> None:
        self.panel.sheets = found.sheets
        self.panel.show_table(found.told)
        view, rows = self.panel.view, found.told.table.rows
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        names = (view.fontMetrics().horizontalAdvance(str(row[0])) for row in rows)
        view.setColumnWidth(0, max(names) + 2 * ROOM_BESIDE)
        self.list.show_paper(found.to_know)
        self.list.show()

    def _refuse(self, refused: Refused) -> None:
        self.clear(str(refused))
