"""The first page: what the program does and does not do, and the ways in."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from payapp.gui.page_stack import scrolling
from payapp.gui.style import CLOSE, HEADING_POINTS, SPACE, TITLE_POINTS, WIDE, in_type, sized
from payapp.report.wording import Wording

LEFT_SHARE: Final = 1
RIGHT_SHARE: Final = 1
NARROW: Final = 900
NARROWEST: Final = 620


class Welcome(QFrame):
    """The page that is there before any case is open."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._wording = wording
        self.new = self._button("new", kind="primary")
        self.open = self._button("open")
        self.back = QPushButton(self)
        self.offer_back("")
        self._right = QVBoxLayout()
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(2 * WIDE, WIDE, 2 * WIDE, WIDE)
        self._columns.setSpacing(2 * WIDE)
        self._buttons = QHBoxLayout()
        left = QWidget(self)
        left.setLayout(self._left())
        self._columns.addWidget(scrolling(left, self), LEFT_SHARE)
        self._columns.addLayout(self._right, RIGHT_SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less free where it is narrow, and put one button above the other if need be."""
        super().resizeEvent(event)
        width, way = event.size().width(), QBoxLayout.Direction
        beside = WIDE if width < in_type(NARROW) else 2 * WIDE
        self._columns.setContentsMargins(beside, WIDE, beside, WIDE)
        self._columns.setSpacing(beside)
        self._buttons.setSpacing(beside // 3)
        is_stacked = width < in_type(NARROWEST)
        self._buttons.setDirection(way.TopToBottom if is_stacked else way.LeftToRight)

    def bring_in(self, ways: QWidget) -> None:
        """Put the ways into a case beside the promises."""
        self._right.addWidget(ways)

    def offer_back(self, name: str) -> None:
        """Offer the way back to the open case of a name; nothing where there is none."""
        self.back.setText(self._wording.say("window.welcome.back", name=name) if name else "")
        self.back.setVisible(bool(name))

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        title = self._label("title")
        title.setFont(sized(TITLE_POINTS, bold=True))
        column.addWidget(title)
        lead = self._label("lead")
        lead.setFont(sized(HEADING_POINTS - 1.5))
        column.addWidget(lead)
        column.addSpacing(CLOSE)
        above = QHBoxLayout()
        above.addWidget(self.back)
        above.addStretch(1)
        column.addLayout(above)
        for button in (self.new, self.open):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addSpacing(SPACE)
        column.addLayout(self._promises())
        column.addStretch(1)
        return column

    def _promises(self) -> QGridLayout:
        """Return what the program does, does not do, and never does."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, (mark, name) in enumerate((("✓", "does"), ("✗", "does_not"), ("⌂", "offline"))):
            symbol = QLabel(mark, self)
            symbol.setFont(sized(HEADING_POINTS, bold=True))
            symbol.setProperty("role", "muted")
            symbol.setAccessibleName(self._say(f"{name}_name"))
            top = QVBoxLayout()
            top.addWidget(symbol)
            top.addStretch(1)
            grid.addLayout(top, row, 0)
            grid.addWidget(self._label(name), row, 1)
        return grid

    def _button(self, name: str, *, kind: str = "") -> QPushButton:
        button = QPushButton(self._say(name), self)
        if kind:
            button.setProperty("kind", kind)
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self._say(name), self)
        label.setWordWrap(True)
        return label

    def _say(self, name: str) -> str:
        return self._wording.say(f"window.welcome.{name}")
