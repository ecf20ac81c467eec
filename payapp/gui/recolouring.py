"""Changes the colours of the windows that are open, some widgets between two looks at the keyboard.

Qt exchanges the style sheet of a program in one go and has every widget measured anew, which holds
up the keyboard for as long as there are many of them. Here each widget is taken off the old sheet
and put on the new one by turns. Qt's own exchange, between the two, passes over a widget that
counts as not yet polished and as having a style of its own; and none is measured, since colours
change no size.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from payapp.gui.style import Colours, colours

AT_A_TIME: Final = 100
"""How many widgets take some milliseconds together."""


class Recolouring(QObject):
    """One change of the colours, with those that are asked for meanwhile.

    `dress` gives the program the palette and the style sheet of the colours that are chosen when it
    is called. Nothing is painted until all that can be seen has them.
    """

    def __init__(self, application: QApplication, dress: Callable[[], None]) -> None:
        super().__init__(application)
        self._application = application
        self._dress = dress
        self._shown: Colours | None = None
        self._turns = self._recolour()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        """Take the next turn; after the last begin again if other colours were chosen since."""
        if next(self._turns, None) is not None:
            return
        if self._shown is colours():
            self._timer.stop()
            self.setParent(None)
            self.deleteLater()
        else:
            self._turns = self._recolour()

    def _recolour(self) -> Iterator[int]:
        """Change the colours, and yield after each turn how many widgets it took."""
        windows = list(filter(_is_painted, self._application.topLevelWidgets()))
        for window in windows:
            window.setUpdatesEnabled(False)
        widgets = self._application.allWidgets()
        yield from _by_turns(widgets, _take_off)
        self._shown = colours()
        self._dress()
        yield from _by_turns([each for each in _waiting(widgets) if each.isVisible()], _put_on)
        for window in filter(isValid, windows):
            window.setUpdatesEnabled(True)
        yield from _by_turns(_waiting(widgets), _put_on)


def _is_painted(window: QWidget) -> bool:
    """Say whether a window is on the screen: Qt forgets to paint one that may not be at first."""
    return window.isVisible() and window.windowHandle().isExposed()


def _by_turns(widgets: Sequence[QWidget], do: Callable[[QWidget], None]) -> Iterator[int]:
    for start in range(0, len(widgets), AT_A_TIME):
        turn = [each for each in widgets[start : start + AT_A_TIME] if isValid(each)]
        for widget in turn:
            do(widget)
        yield len(turn)


def _take_off(widget: QWidget) -> None:
    """Take a widget off the style sheet, and have Qt pass over it meanwhile."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Polished, on=False)
        widget.setAttribute(Qt.WidgetAttribute.WA_SetStyle)


def _waiting(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Return those that were taken off the old sheet and are not on the new one."""
    attribute = Qt.WidgetAttribute.WA_SetStyle
    return [each for each in widgets if isValid(each) and each.testAttribute(attribute)]


def _put_on(widget: QWidget) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_SetStyle, on=False)
    widget.style().polish(widget)
    widget.setAttribute(Qt.WidgetAttribute.WA_WState_Polished)
