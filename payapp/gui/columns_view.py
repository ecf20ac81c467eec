"""The columns of a sheet: what each is read as, with values, and a choice to read it otherwise."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.domain.pay import AllowanceKind
from payapp.domain.refusals import Refused
from payapp.files.layout_files import remembered
from payapp.gui.controls import OpenChoice
from payapp.gui.schedule_fields import above, choice_field, in_a_line
from payapp.gui.style import CLOSE
from payapp.gui.table_model import FilterModel, ToldTableModel
from payapp.gui.table_panel import Desk, TableView
from payapp.report.spot_check_tables import HeadedColumn, column_in_words, columns_table
from payapp.spot_check.cells import plain_words
from payapp.spot_check.columns import template_columns

if TYPE_CHECKING:
    from payapp.files.layout_files import Meanings

ANY_AMOUNT = "allowance_amount"


class ColumnsView(QWidget):
    """A table of columns; `changed` tells that headings mean something else from now on."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._columns: tuple[HeadedColumn, ...] = ()
        self._known: Meanings = {}
        self._said: Meanings = {}
        self.model = ToldTableModel(desk.wording, self)
        name = desk.wording.say("window.spot.columns_name")
        self.view = TableView(FilterModel(self.model, self), name, self)
        self.column = choice_field(desk, "spot_column", self)
        self.map = OpenChoice(self)
        self.map.setAccessibleName(desk.say("spot_map").replace("&", ""))
        self._offered = self._offer()
        fields = (("spot_column", self.column), ("spot_map", self.map))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CLOSE)
        layout.addWidget(self.view, 1)
        layout.addLayout(in_a_line(above(desk, key, field, self) for key, field in fields))
        self.view.row_entered.connect(self._show_meaning)
        self.column.chosen.connect(self._choose)
        self.map.activated.connect(self._recall)
        self.show_columns(())

    def meanings(self) -> "Meanings":
        """Return what headings mean beside the usual: as remembered, and as said for this sheet."""
        return {**self._known, **self._said}

    @property
    def name(self) -> str:
        """The name under which the columns are to be remembered, or nothing."""
        return self.map.currentText().strip()

    def forget(self) -> None:
        """Begin anew with the usual meanings, and those of the name that is chosen."""
        self._said = {}
        chosen = self.map.currentText()
        self.map.clear()
        try:
            self.map.addItems(["", *sorted(remembered())])
        except Refused as refused:
            self.refused.emit(str(refused))
        self.map.setEditText(chosen)

    def show_columns(self, columns: Sequence[HeadedColumn]) -> None:
        """Show columns, and keep the row that is chosen where it still is."""
        row = max(self.view.currentIndex().row(), 0)
        self._columns = tuple(columns)
        told = columns_table(self._columns, self._desk.wording)
        self.model.show_table(told)
        self.view.fit(told, self._desk.wording)
        here = "" if columns else self._desk.wording.say("window.spot.columns_here")
        self.view.tell_instead(here)
        self.column.setEnabled(bool(columns))
        if columns:
            self.view.selectRow(min(row, len(columns) - 1))
        else:
            self.column.offer(())

    def _offer(self) -> tuple[tuple[str, str], ...]:
        """Return what a heading may be read as, each by its column and kind."""
        columns = [(column.name, "") for column in template_columns()]
        columns += [(ANY_AMOUNT, kind.value) for kind in AllowanceKind]
        wording = self._desk.wording
        named = ((_code(*each), column_in_words(*each, wording)) for each in columns)
        return (("", column_in_words("", "", wording)), *named)

    def _show_meaning(self, place: int) -> None:
        if not 0 <= place < len(self._columns):
            return
        column, kind = self._columns[place][1:3]
        code = _code(ANY_AMOUNT if kind and column.endswith("_amount") else column, kind)
        offered = self._offered
        if code not in dict(offered):
            offered += ((code, column_in_words(column, kind, self._desk.wording)),)
        self.column.offer(offered)
        self.column.show_answer(code)

    def _choose(self, code: object) -> None:
        place = self.view.rows.place(self.view.currentIndex().row())
        column, _, kind = str(code or "").partition(" ")
        self._said[plain_words(self._columns[place].heading)] = (column, kind)
        self.changed.emit()

    def _recall(self) -> None:
        try:
            self._known = remembered().get(self.name, {})
        except Refused as refused:
            self.refused.emit(str(refused))
            return
        self.changed.emit()


def _code(column: str, kind: str) -> str:
    return f"{column} {kind}".strip()
