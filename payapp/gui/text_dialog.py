"""A dialog that tells something under a heading, and scrolls where the screen is low."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from payapp.gui.page_stack import scrolling
from payapp.gui.style import CLOSE, HEADING_POINTS, SPACE, WIDE, in_type, sized

WIDTH: Final = 520
OF_THE_SCREEN: Final = 0.9
STEPS: Final = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class TextDialog(QDialog):
    """Shows paragraphs. The arrow keys scroll them, and a reader hears them with the title."""

    def __init__(self, title: str, heading: str, close: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.inner = QWidget(self)
        self.rows = QVBoxLayout(self.inner)
        self.rows.setContentsMargins(0, 0, CLOSE, 0)
        self.rows.setSpacing(SPACE)
        self.area = scrolling(self.inner, self)
        self.area.verticalScrollBar().setSingleStep(in_type(WIDE))
        self.close_button = QPushButton(close, self)
        self.close_button.setProperty("kind", "primary")
        self.close_button.clicked.connect(self.accept)
        self.heading = self.paragraph(heading)
        self.heading.setFont(sized(HEADING_POINTS, bold=True))
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self.parts.setSpacing(SPACE)
        self.parts.addWidget(self.area, 1)
        self.parts.addLayout(self.buttons)

    def paragraph(self, text: str) -> QLabel:
        """Add a paragraph at the end, and return it."""
        label = QLabel(self.inner)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(True)
        self.rows.addWidget(label)
        return label

    def fit(self, spoken: Iterable[str]) -> None:
        """Take the room that all of it needs, as far as the screen has it."""
        self.setAccessibleDescription("\n".join(spoken))
        width = in_type(WIDTH)
        inside = width - 2 * WIDE
        below = self.close_button.sizeHint().height() + SPACE + 2 * WIDE
        height = self.rows.totalHeightForWidth(inside) + below
        self.resize(QSize(width, height).boundedTo(self.screen().availableSize() * OF_THE_SCREEN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that scroll a page."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.area.verticalScrollBar().triggerAction(step)
