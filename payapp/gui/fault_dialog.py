"""The one dialog that a fault of the program itself reaches."""

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

from payapp.gui.style import HEADING_POINTS, SMALL_POINTS, SPACE, WIDE, in_type, sized
from payapp.report.wording import Wording


class FaultDialog(QDialog):
    """Says that something went wrong, what to do, and lets the details be copied."""

    def __init__(self, details: str, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.say("window.fault.title"))
        self.resize(in_type(620), in_type(380))
        heading = QLabel(wording.say("window.fault.heading"), self)
        heading.setFont(sized(HEADING_POINTS, bold=True))
        text = QLabel(wording.say("window.fault.text"), self)
        for label in (heading, text):
            label.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(sized(SMALL_POINTS).pointSizeF())
        self.details.setFont(fixed)
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
