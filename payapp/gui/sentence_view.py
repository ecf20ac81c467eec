"""A list of sentences on the screen: each is as high as its lines, so that none is cut."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from payapp.gui.sentence_list import SentenceList
from payapp.gui.style import CLOSE, colours

AnyIndex = QModelIndex | QPersistentModelIndex

BESIDE: Final = 12
CORNER: Final = 5
FAR: Final = 10_000
WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class WholeSentences(QStyledItemDelegate):
    """Draws each sentence in as many lines as the width of the list asks for."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the room of a sentence with its line breaks."""
        del option
        width = self._view.viewport().width()
        room = QRect(0, 0, max(width - 2 * BESIDE, 1), FAR)
        metrics = QFontMetrics(self._font(index))
        needed = metrics.boundingRect(room, WRAP, str(index.data()))
        return QSize(width, needed.height() + 2 * CLOSE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a sentence, on another ground where the keys or the mouse are."""
        scheme, rect = colours(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = _ground(option, scheme.selected, scheme.hover)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(rect), CORNER, CORNER)
        painter.setPen(QColor(scheme.text))
        painter.setFont(self._font(index))
        painter.drawText(rect.adjusted(BESIDE, CLOSE, -BESIDE, 0), WRAP, str(index.data()))
        painter.restore()

    def _font(self, index: AnyIndex) -> QFont:
        return index.data(Qt.ItemDataRole.FontRole) or self._view.font()


def _ground(option: QStyleOptionViewItem, chosen: str, over: str) -> str:
    if option.state & QStyle.StateFlag.State_Selected:
        return chosen
    return over if option.state & QStyle.StateFlag.State_MouseOver else ""


class SentenceView(QListView):
    """A list to read or to choose from, which is never scrolled sideways."""

    def __init__(self, name: str, sentences: SentenceList, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setItemDelegate(WholeSentences(self))
        self.setModel(sentences)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the line that the keys are on from the moment they come, as Qt does not."""
        super().focusInEvent(event)
        by_click = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_click and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())
