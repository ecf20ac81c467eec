"""Something shown, with a sentence below it and the buttons to copy and to export it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from payapp.gui.style import CLOSE, SMALL_POINTS, TIGHT, sized


class ShownPanel(QWidget):
    """What inherits from it makes what is shown, then the line below: Tab goes in that order."""

    status: QLabel
    copy: QPushButton
    export: QPushButton

    def lay_out(self, shown: QWidget, copy: str, export: str) -> None:
        """Put what is shown above the sentence and the buttons, which say `copy` and `export`."""
        self.status = QLabel(self)
        self.status.setFont(sized(SMALL_POINTS))
        self.status.setProperty("role", "muted")
        self.status.setWordWrap(True)
        self.copy = QPushButton(copy, self)
        self.export = QPushButton(export, self)
        line = QHBoxLayout()
        line.setSpacing(CLOSE)
        line.addWidget(self.status, 1)
        line.addWidget(self.copy)
        line.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT + 2)
        layout.addWidget(shown, 1)
        layout.addLayout(line)
        self.copy.clicked.connect(self.copy_shown)
        self.export.clicked.connect(self.export_shown)

    def can_hand_on(self, *, can: bool) -> None:
        """Offer the buttons, or not while there is nothing to copy."""
        for button in (self.copy, self.export):
            button.setEnabled(can)

    def copy_shown(self) -> None:
        """Put what is shown on the clipboard."""
        raise NotImplementedError

    def export_shown(self) -> None:
        """Ask where to write what is shown, and write it."""
        raise NotImplementedError
