"""A list whose entries are ticked one by one: an answer of several codes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from payapp.gui.style import CLOSE, TIGHT, colours

BOX: Final = 16
CORNER: Final = 3
AROUND_A_CODE: Final = " ().\t"
FAR: Final = 10_000
WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class Tick(QCheckBox):
    """One entry, whose words go on in another line where there is no room for them."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in a width."""
        return self._lines(width).height() + 2 * TIGHT

    def sizeHint(self) -> QSize:
        """Return the size in one line."""
        lines = self._lines(FAR)
        return QSize(self._left() + lines.width() + TIGHT, lines.height() + 2 * TIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a word: the rest goes on below it."""
        return QSize(self._left() + 8 * self.fontMetrics().averageCharWidth(), BOX + 2 * TIGHT)

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on the entry."""
        return self.rect().contains(place)

    def _left(self) -> int:
        return TIGHT + BOX + CLOSE

    def _lines(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - self._left() - TIGHT, 1), FAR)
        return self.fontMetrics().boundingRect(room, WRAP, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with its tick and the words, with a ring where the keys are."""
        del event
        scheme, painter = colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
        line = self.fontMetrics().height()
        box = QRectF(TIGHT + 0.5, TIGHT + (line - BOX) / 2 + 0.5, BOX - 1, BOX - 1)
        ticked = self.isChecked()
        painter.setPen(QPen(QColor(scheme.accent if ticked else scheme.border), 1))
        ground = scheme.hover if self.underMouse() else scheme.surface
        painter.setBrush(QColor(scheme.accent if ticked else ground))
        painter.drawRoundedRect(box, CORNER, CORNER)
        if ticked:
            painter.setPen(QColor(scheme.on_accent))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "✓")
        painter.setPen(QColor(scheme.text))
        words = self.rect().adjusted(self._left(), TIGHT, -TIGHT, 0)
        painter.drawText(words, WRAP, self.text())


class Ticks(QWidget):
    """The entries below each other. It tells of the codes that are ticked, or None of none."""

    chosen = Signal(object)

    def __init__(self, offered: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: dict[str, Tick] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for code, words in offered:
            entry = Tick(words, self)
            entry.clicked.connect(self._tell)
            self.entries[code] = entry
            layout.addWidget(entry)

    def set_name(self, name: str) -> None:
        """Say the question before each entry to a reader that cannot see it."""
        for entry in self.entries.values():
            entry.setAccessibleName(f"{name} {entry.text()}")

    def describe(self, text: str) -> None:
        """Have a text read after the first entry."""
        self.first_stop().setAccessibleDescription(text)

    def show_answer(self, value: object | None) -> None:
        """Tick the codes of an answer; brackets and capitals make no difference."""
        held = value if isinstance(value, list | tuple) else ()
        codes = {str(code).strip(AROUND_A_CODE).lower() for code in held}
        for code, entry in self.entries.items():
            entry.setChecked(code.lower() in codes)

    def stops(self) -> list[QWidget]:
        """Return what takes the keys, in order of reading."""
        return list(self.entries.values())

    def first_stop(self) -> QWidget:
        """Return where the keys go first."""
        return next(iter(self.entries.values()))

    def _tell(self) -> None:
        ticked = [code for code, entry in self.entries.items() if entry.isChecked()]
        self.chosen.emit(ticked or None)
