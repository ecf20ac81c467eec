"""Work beside a page that can be watched and stopped: its bar, its button to cancel, its pulse."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QPushButton, QWidget

from payapp.domain.refusals import Refused
from payapp.gui.tasks import Tasks

LOOK_EVERY: Final = 100
"""How often in milliseconds a page shows how far its work has come."""

Made = TypeVar("Made")


class RunningWork(QObject):
    """One piece of work at a time. Bar and button are shown while it is done.

    `changed` tells that work has begun or ended, `pulse` comes while it is done, and `cancelled`
    tells that a person stopped it. `progress` names the bar for those who do not see it.
    """

    changed = Signal()
    pulse = Signal()
    cancelled = Signal()

    def __init__(
        self, name: str, tasks: Tasks, parent: QWidget, *, cancel: str, progress: str
    ) -> None:
        super().__init__(parent)
        self._name, self._tasks = name, tasks
        self._have_it_end: Callable[[], None] | None = None
        self.bar = QProgressBar(parent)
        self.bar.setAccessibleName(progress)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.cancel = QPushButton(cancel, parent)
        self.cancel.hide()
        self.cancel.clicked.connect(self._cancel)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.pulse)

    def lay_out(self, line: QBoxLayout) -> None:
        """Put the bar and the button at the end of a line."""
        line.addWidget(self.bar)
        line.addWidget(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether work was begun that has neither ended nor been stopped."""
        return self._have_it_end is not None

    def begin(
        self,
        work: Callable[[], Made],
        have_it_end: Callable[[], None],
        then: Callable[[Made], None],
        refused: Callable[[Refused], None],
    ) -> None:
        """Do work as the tasks of a window do it. The keys go to the button to cancel."""
        self.stop()
        self._have_it_end = have_it_end
        self._timer.start()
        self._show()
        self.cancel.setFocus()
        self._tasks.run(self._name, work, partial(self._end, then), partial(self._end, refused))

    def stop(self) -> None:
        """Have the work end before it is done; nothing more is told of it."""
        if self._have_it_end is not None:
            self._tasks.drop(self._name)
            self._have_it_end()
            self._rest()

    def _cancel(self) -> None:
        self.stop()
        self.cancelled.emit()

    def _end(self, tell: Callable[[Any], None], made: object) -> None:
        self._rest()
        tell(made)

    def _rest(self) -> None:
        self._have_it_end = None
        self._timer.stop()
        self._show()

    def _show(self) -> None:
        self.bar.setVisible(self.is_running)
        self.cancel.setVisible(self.is_running)
        self.changed.emit()
