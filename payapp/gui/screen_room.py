"""How large a window may be, so that no part of it lies beyond the screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

TITLE_BAR: Final = 32
"""What the desktop puts above a window, in pixels; it is not known before the window is shown."""


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size in pixels, or what its screen has room for where that is less."""
    room = window.screen().availableSize()
    room.setHeight(room.height() - TITLE_BAR)
    window.resize(QSize(width, height).boundedTo(room))
