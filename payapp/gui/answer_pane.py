"""The pane that the answer stands in: on a low screen its verdict scrolls with its reasons."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from payapp.gui.answer_view import AnswerView
from payapp.gui.style import CLOSE, in_type

# With less height than this a long verdict would leave no room for its reasons.
ROOM_FOR_BOTH: Final = 480


class AnswerPane(QScrollArea):
    """Keeps the verdict in view above its reasons; where it is low, all scrolls as one."""

    def __init__(self, answer: AnswerView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scrolling")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.answer = answer
        self.setWidget(answer)
        answer.list.reached.connect(self._bring_into_view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll all as one, or the reasons alone, as the height asks for."""
        super().resizeEvent(event)
        self.answer.scroll_as_one(as_one=self.height() < in_type(ROOM_FOR_BOTH))

    def to_top(self) -> None:
        """Show the answer from its verdict on."""
        self.verticalScrollBar().setValue(0)

    def _bring_into_view(self, line: QRect) -> None:
        """Scroll no further than a line of the list asks for; of a high one, show its start."""
        start = self.answer.list.viewport().mapTo(self.answer, line.topLeft())
        place = QRect(start - QPoint(0, CLOSE), line.size()).adjusted(0, 0, 0, 2 * CLOSE)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        lowest = max(place.bottom() - room, 0)
        bar.setValue(min(max(bar.value(), lowest), place.top()))
