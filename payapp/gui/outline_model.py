"""The lines of a report as a list that Qt shows and that assistive technology reads."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from payapp.gui.outline import Line, Shown, shown
from payapp.gui.sentence_list import as_sentence
from payapp.report.wording import Wording

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


class OutlineModel(QAbstractListModel):
    """Lines that open and close. Lines that stay keep their place, and nothing else is touched."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._lines: tuple[Line, ...] = ()
        self._turned: frozenset[str] = frozenset()
        self._rows: tuple[Shown, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show the lines of a new report; what was open stays open."""
        if lines != self._lines:
            self._lines = lines
            self._move_to(shown(lines, self._turned))

    def turn(self, row: int) -> None:
        """Open a closed line, or close an open one."""
        line = self._rows[row].line
        if line.parts:
            self._turned ^= {line.key}
            self._move_to(shown(self._lines, self._turned))

    def forget_turned(self) -> None:
        """Have every line stand as it starts."""
        self._turned = frozenset()
        self._move_to(shown(self._lines, self._turned))

    def open_all(self, *, opened: bool) -> None:
        """Open every line, or close every line that is not a heading's own."""
        self._turned = frozenset(_all_that_start(self._lines, opened=not opened))
        self._move_to(shown(self._lines, self._turned))

    def row(self, place: int) -> Shown:
        """Return what stands in a row."""
        return self._rows[place]

    def place_of(self, key: str) -> int | None:
        """Return the row in which a line stands, or None where it is not to be seen."""
        for place, row in enumerate(self._rows):
            if row.line.key == key:
                return place
        return None

    def place_above(self, place: int) -> int | None:
        """Return the row of the line that a row was opened from."""
        depth = self._rows[place].depth
        for above in range(place - 1, -1, -1):
            if self._rows[above].depth < depth:
                return above
        return None

    def last_in(self, place: int) -> int:
        """Return the last row of what a line is opened into; its own where it is closed."""
        depth, last = self._rows[place].depth, place
        while last + 1 < len(self._rows) and self._rows[last + 1].depth > depth:
            last += 1
        return last

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many lines are to be seen."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a line, or the sentence that is read aloud for it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
        return None

    def _spoken(self, row: Shown) -> str:
        if not row.line.parts:
            return row.line.spoken
        state = "open" if row.is_open else "closed"
        sentence = as_sentence(row.line.spoken)
        return self._wording.say(f"window.answer.spoken_{state}", sentence=sentence)

    def _move_to(self, rows: tuple[Shown, ...]) -> None:
        """Go over to other rows: what is the same before and after the change is left alone."""
        old = self._rows
        before = _same(old, rows)
        after = min(_same(old[::-1], rows[::-1]), len(old) - before, len(rows) - before)
        end = min(len(old), len(rows)) - after
        if len(old) > len(rows):
            self.beginRemoveRows(NO_PARENT, end, len(old) - after - 1)
            self._rows = rows
            self.endRemoveRows()
        elif len(rows) > len(old):
            self.beginInsertRows(NO_PARENT, end, len(rows) - after - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        kept = (*old[:end], *rows[end : len(rows) - after], *old[len(old) - after :])
        changed = [place for place, row in enumerate(rows) if kept[place] != row]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


def _same(one: Sequence[Shown], other: Sequence[Shown]) -> int:
    """Return how many rows two lists have in common from the start, by their keys."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].line.key == pair[1].line.key, pairs))


def _all_that_start(lines: Sequence[Line], *, opened: bool) -> list[str]:
    keys = []
    for line in lines:
        if line.parts and line.starts_open is opened:
            keys.append(line.key)
        keys += _all_that_start(line.parts, opened=opened)
    return keys
