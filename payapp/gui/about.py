"""What the program is, what it is not, and which figures it holds."""

from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from payapp import __version__
from payapp.gui.style import HEADING_POINTS, SPACE, WIDE, in_type, sized
from payapp.report.wording import Wording

WIDTH: Final = 520


class AboutDialog(QDialog):
    """Says that the program works offline, that it advises, and what its data are."""

    def __init__(self, wording: Wording, data_version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.say("window.about.title"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SPACE)
        heading = QLabel(wording.say("window.about.heading", version=__version__), self)
        heading.setFont(sized(HEADING_POINTS, bold=True))
        layout.addWidget(heading)
        for name in ("text", "limits", "offline", "recovery", "data", "licence"):
            label = QLabel(wording.say(f"window.about.{name}", version=data_version), self)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.close_button = QPushButton(wording.say("window.about.close"), self)
        self.close_button.setProperty("kind", "primary")
        self.close_button.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.close_button)
        layout.addLayout(line)
        width = in_type(WIDTH)
        self.resize(width, layout.heightForWidth(width))
