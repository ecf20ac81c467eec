"""A fault of the program itself reaches one dialog, whose details hold no case data."""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from payapp import __version__
from payapp.gui.style import HEADING_POINTS, SPACE, WIDE, sized
from payapp.report.wording import Wording

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def details_of(fault: BaseException) -> str:
    """Return the versions and where it happened: no message and no value, which may name people."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    versions = f"payapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join([versions, platform.system(), type(fault).__name__, *places])


def _module(file: str) -> str:
    """Return the end of a path: the folders before it may name a person."""
    return "/".join(file.replace("\\", "/").split("/")[-2:])


class FaultDialog(QDialog):
    """Says that something went wrong, what to do, and lets the details be copied."""

    def __init__(self, details: str, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.say("window.fault.title"))
        self.resize(620, 380)
        heading = QLabel(wording.say("window.fault.heading"), self)
        heading.setFont(sized(HEADING_POINTS, bold=True))
        text = QLabel(wording.say("window.fault.text"), self)
        for label in (heading, text):
            label.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(wording.say("window.fault.details"))
        self.copy = QPushButton(wording.say("window.fault.copy"), self)
        self.copy.clicked.connect(self._copy)
        close = QPushButton(wording.say("window.fault.close"), self)
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SPACE)
        for widget in (heading, text, self.details):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def catch_faults(show: Callable[[str], None]) -> Hook:
    """Have every exception that nobody handled shown by its details, and return the old hook."""
    before = sys.excepthook

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, fault, trace)
            return
        show(details_of(fault.with_traceback(trace)))

    sys.excepthook = hook
    return before
