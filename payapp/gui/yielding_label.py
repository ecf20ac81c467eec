"""A line of text that may be given less room than it asks for: it is never cut inside a word."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

LEAST_LETTERS: Final = 8


class YieldingLabel(QLabel):
    """Shows the start of its text, with dots, where there is no room for all of it.

    With a shorter text it shows that instead, and where there is no room for that either, nothing.
    Whoever listens hears the whole text at any width.
    """

    def __init__(self, text: str, parent: QWidget, shorter: str = "") -> None:
        super().__init__(text, parent)
        self._shorter = shorter

    def minimumSizeHint(self) -> QSize:
        """Return the room of a word, or none where nothing may be shown."""
        hint = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        return QSize(0 if self._shorter else min(least, hint.width()), hint.height())

    def shown(self) -> str:
        """Return what is shown in the room that there is."""
        metrics, room = self.fontMetrics(), self.width() - self._beside_text()
        for text in (self.text(), self._shorter):
            if text and metrics.horizontalAdvance(text) <= room:
                return text
        if self._shorter:
            return ""
        # Here, because it brings in all names of `Qt`, which the first paint does without.
        from PySide6.QtCore import Qt

        dots = Qt.TextElideMode.ElideRight
        return metrics.elidedText(self.text(), dots, room)

    def _beside_text(self) -> int:
        """Return what the style leaves free to the left and to the right of the text together."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for, in the middle of the height."""
        shown, metrics = self.shown(), self.fontMetrics()
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        foot = (self.height() - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(self._beside_text() // 2, foot, shown)
