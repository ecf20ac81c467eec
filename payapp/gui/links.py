"""A sentence that is pressed like a button, and goes on in further lines where it is long."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from payapp.gui.style import ROUND, TIGHT, colours
from payapp.gui.tones import Tone

FAR: Final = 10_000
WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class Link(QPushButton):
    """A button whose text is underlined and wrapped, in the colour of a tone."""

    def __init__(self, sentence: str, tone: Tone, parent: QWidget) -> None:
        super().__init__(sentence.replace("&", "&&"), parent)
        self._sentence = sentence
        self._tone = tone
        self.setAccessibleName(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in a width."""
        return self._lines(width).height() + 2 * TIGHT

    def sizeHint(self) -> QSize:
        """Return the size of the sentence in one line."""
        lines = self._lines(FAR)
        return QSize(lines.width() + 2 * TIGHT, lines.height() + 2 * TIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a short word: the rest goes on below it."""
        return QSize(self.fontMetrics().averageCharWidth() * ROUND, self.sizeHint().height())

    def _lines(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - 2 * TIGHT, 1), FAR)
        return self.fontMetrics().boundingRect(room, WRAP, self._sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, with a ring where the keys are."""
        del event
        scheme = colours()
        text, _ = scheme.of(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(text), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), TIGHT, TIGHT)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(text))
        painter.drawText(self.rect().adjusted(TIGHT, TIGHT, -TIGHT, -TIGHT), WRAP, self._sentence)
