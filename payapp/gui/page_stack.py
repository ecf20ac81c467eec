"""Pages one behind the other that scroll where the window is smaller than the one in front."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

# By its number: the name of it would bring in all names of `Qt` before the first paint.
NO_FOCUS: Final = 0


class PageStack(QStackedWidget):
    """Asks for the room of the page in front alone: a large page behind it needs none."""

    def sizeHint(self) -> QSize:
        """Return what the page in front would like."""
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the page in front needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the least height of the page in front: with less, its parts would be cut."""
        page = self.currentWidget()
        layout = page.layout() if page else None
        return layout.totalMinimumHeightForWidth(width) if layout else -1


def scrolling(
    shown: QWidget, parent: QWidget, kind: type[QScrollArea] = QScrollArea
) -> QScrollArea:
    """Return an area of a kind that scrolls a widget where it needs more room than there is."""
    area = kind(parent)
    area.setObjectName("scrolling")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("focusPolicy", NO_FOCUS)
    area.setWidgetResizable(True)
    area.setWidget(shown)
    return area


def rule(parent: QWidget) -> QFrame:
    """Return a thin line across."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
