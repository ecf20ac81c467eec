"""A told table as Qt shows it: sorted here, filtered by a proxy, each cell a sentence by ear."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from payapp.domain.plain_tables import Cell
from payapp.report.figure_tables import ToldTable, cell_in_words
from payapp.report.wording import Wording

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
DIGITS: Final = 20
_NUMBERS: Final = re.compile(r"(\d+)")


class ToldTableModel(QAbstractTableModel):
    """Shows a table. A cell is drawn as it is read, and read aloud with its heading and row."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._told: ToldTable | None = None
        self._order: list[int] = []

    def show_table(self, told: ToldTable | None) -> None:
        """Show a table in its own order; None for nothing."""
        self.beginResetModel()
        self._told = told
        self._order = list(range(len(told.table.rows))) if told else []
        self.endResetModel()

    def place(self, row: int) -> int:
        """Return the place in the table of what stands in a row."""
        return self._order[row]

    def cells(self, row: int) -> Sequence[Cell]:
        """Return the cells of a row as they are. Raises IndexError where there is none."""
        if self._told is None:
            raise IndexError(row)
        return self._told.table.rows[self._order[row]]

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() or self._told is None else len(self._told.table.headings)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        """Return a cell as it is drawn and read aloud, the sentence of its row, or its side."""
        if self._told is None or not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(self._told, index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._told.sentence(self._order[index.row()])
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(self._told, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return a heading, or the number of a row."""
        if self._told is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._told.table.headings):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._told.table.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(self._told, section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; empty cells stand last, numbers in text by their size.

        A column that is none brings back the order of the table.
        """
        if self._told is None:
            return
        rows = self._told.table.rows
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self._order[index.row()] for index in before]
        order_now = list(range(len(rows)))
        if column >= 0:
            downward = order is Qt.SortOrder.DescendingOrder
            full = [place for place in order_now if rows[place][column] is not None]
            empty = [place for place in order_now if rows[place][column] is None]
            keys = {cell: _sort_key(cell) for cell in {rows[place][column] for place in full}}
            full.sort(key=lambda place: keys[rows[place][column]], reverse=downward)
            order_now = full + empty
        self._order = order_now
        row_of = {place: row for row, place in enumerate(order_now)}
        pairs = zip(before, places, strict=True)
        after = [self.index(row_of[place], index.column()) for index, place in pairs]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _shown(self, index: AnyIndex) -> str:
        told = self._told
        kind = told.table.kinds[index.column()] if told else ""
        return cell_in_words(self.cells(index.row())[index.column()], self._wording, kind)

    def _spoken(self, told: ToldTable, index: AnyIndex) -> str:
        """Return the heading and the cell, then the sentence of the row."""
        return self._wording.say(
            "window.schedules.cell" if self._shown(index) else "window.schedules.empty_cell",
            heading=told.table.headings[index.column()],
            cell=self._shown(index),
            sentence=told.sentence(self._order[index.row()]),
        )

    @staticmethod
    def _side(told: ToldTable, column: int) -> int:
        return RIGHT if told.table.kinds[column] in {"money", "number"} else LEFT


def _sort_key(cell: Cell) -> Any:
    """Return what a cell is ordered by: M2 before M10, and amounts by their size.

    Numbers in a text are written out to one length: texts are compared much faster than parts.
    """
    if not isinstance(cell, str):
        return cell
    parts = _NUMBERS.split(cell.lower())
    parts[1::2] = [number.zfill(DIGITS) for number in parts[1::2]]
    return "".join(parts)


class FilterModel(QSortFilterProxyModel):
    """Shows the rows that are accepted. The table itself sorts: it does so without asking Qt."""

    def __init__(self, table: ToldTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._accepts: Callable[[int], bool] | None = None
        self.setSourceModel(table)

    def accept(self, accepts: Callable[[int], bool] | None) -> None:
        """Show the rows whose place in the table is accepted; None for all."""
        if accepts is not None or self._accepts is not None:
            self._accepts = accepts
            self.invalidate()

    def accept_all(self) -> None:
        """Filter nothing of the table that is shown next."""
        self._accepts = None

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        """Say whether a row is shown."""
        del parent
        return self._accepts is None or self._accepts(self._table.place(row))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the table sort itself."""
        self._table.sort(column, order)

    def place(self, row: int) -> int:
        """Return the place in the table of what is shown in a row."""
        return self._table.place(self.mapToSource(self.index(row, 0)).row())

    def places(self) -> list[int]:
        """Return the places of everything that is shown, in its order."""
        return [self.place(row) for row in range(self.rowCount())]
