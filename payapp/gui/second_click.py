"""The second click of a double click, which would land on what the first has brought up."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication


class SecondClick(QObject):
    """Takes the second click of a double click away, once the first has done all there is to do."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._taken = False
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._end_unless_taken)

    def take(self) -> None:
        """Take what follows the click of now so closely that both are one double click."""
        self._taken = False
        self._time.start(QApplication.doubleClickInterval())
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the second click, and the letting go of the button after it, from all windows."""
        del watched
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self._taken = True
            return True
        if self._taken and event.type() is QEvent.Type.MouseButtonRelease:
            self._end()
            return True
        return False

    def _end_unless_taken(self) -> None:
        if not self._taken:
            self._end()

    def _end(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.ended.emit()
