"""Fields side by side that go on in another line where the window is too narrow for all."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays parts out from the left, line by line, each in the size that it asks for."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add_layout(self, layout: QLayout) -> None:
        """Add a layout at the end as one part."""
        self.addChildLayout(layout)
        self._items.append(layout)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a part at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """Return the part at a place, or None beyond the last."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take a part out and return it, or None beyond the last."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, room: QRect) -> None:
        """Put each part at its place in a room."""
        super().setGeometry(room)
        self._lay_out(room, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size of all parts in one line."""
        sizes = [item.sizeHint() for item in self._items]
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        high = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes) + gaps, high)

    def minimumSize(self) -> QSize:
        """Return the size of the largest part: no line can be narrower."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _lay_out(self, room: QRect, *, moves: bool) -> int:
        """Go through the lines of a width, move the parts if wanted, and return the height."""
        top = room.top()
        for line in self._lines(room.width()):
            left, high = room.left(), max(item.sizeHint().height() for item in line)
            for item in line:
                wide = min(item.sizeHint().width(), room.width())
                if moves:
                    item.setGeometry(QRect(QPoint(left, top), QSize(wide, high)))
                left += wide + self.spacing()
            top += high + self.spacing()
        return max(top - self.spacing() - room.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the parts of each line in a width."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            wide = min(item.sizeHint().width(), width)
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines
