"""The hands of a person: clicks and keys, sent as Qt sends them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NO_KEYS = Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click with the left button, in the middle of a widget unless a place is named."""
    where = widget.rect().center() if place is None else place
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEYS, where)


def press(widget: QWidget, key: Qt.Key | str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key, or the key of a letter."""
    if isinstance(key, str):
        QTest.keyClicks(widget, key, keys)
    else:
        QTest.keyClick(widget, key, keys)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text letter by letter."""
    QTest.keyClicks(widget, text)
