"""The row of a table that the keys are on, in full: also what its cells have no room for."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from payapp.gui.table_panel import TablePanel

LINES: Final = 2


class RowSentence(QLabel):
    """Says the chosen row of a table in its sentence, with room for two lines from the start."""

    def __init__(self, panel: TablePanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        panel.row_entered.connect(self._say)

    def _say(self, place: int) -> None:
        told = self._panel.told
        self.setText(told.sentence(place) if told is not None and place >= 0 else "")
