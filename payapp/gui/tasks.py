"""Work beside the window: reading, planning and writing, so that the window never stands still."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from sys import setswitchinterval
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from payapp.domain.refusals import Refused

TURN: Final = 0.0001
"""How long in seconds the thread computes before the window may go on.

To paint a table the window asks for its turn several times for each cell: with the usual five
milliseconds for each, and with one still, it stood still for a tenth of a second and more while a
sheet was checked or a result saved.
"""

Made = TypeVar("Made")


class Tasks(QObject):
    """Does one piece of work after the other in a thread, and tells the window of each end.

    A piece of work replaces an earlier one of the same name: of that one, nothing is told.
    """

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        short_turns = partial(setswitchinterval, TURN)
        self._pool = ThreadPoolExecutor(max_workers=1, initializer=short_turns)
        self._waiting: dict[Future[Any], Callable[[], None]] = {}
        self._latest: dict[str, Future[Any]] = {}
        # Queued also where work ends before it is waited for: nothing is told inside `run`.
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        name: str,
        work: Callable[[], Made],
        then: Callable[[Made], None],
        refused: Callable[[Refused], None],
    ) -> None:
        """Do work, then call `then` with what it made, or `refused` where it raised Refused."""

        def tell() -> None:
            if self._latest.get(name) is not future:
                return
            del self._latest[name]
            try:
                made = future.result()
            except Refused as refusal:
                refused(refusal)
                return
            then(made)

        self.drop(name)
        future = self._pool.submit(work)
        self._latest[name] = future
        self._waiting[future] = tell
        future.add_done_callback(self._ended.emit)

    def drop(self, name: str) -> None:
        """Tell nothing of the work of a name that is being done: it is not wanted any more."""
        before = self._latest.pop(name, None)
        if before is not None:
            before.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether any work is not told of yet."""
        return bool(self._latest)

    def wait(self) -> None:
        """Wait for what is being done, drop what is not begun, and tell of nothing more."""
        self._latest.clear()
        self._waiting.clear()
        self._pool.shutdown(cancel_futures=True)

    def _tell(self, future: Future[Any]) -> None:
        tell = self._waiting.pop(future, None)
        if tell is not None and not future.cancelled():
            tell()
