"""The reasons of an answer, or its charts in their place. The charts come when first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from payapp.domain.assessment import Assessment
from payapp.domain.library import Library
from payapp.gui.style import TIGHT
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.answer_charts import AnswerCharts


class ReasonsOrCharts(QWidget):
    """Shows reasons, and turns to the charts and back by the button below."""

    def __init__(self, reasons: QWidget, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: tuple[Assessment, Library] | None = None
        self.charts: AnswerCharts | None = None
        self._stack = QStackedWidget(self)
        self._reasons = reasons
        self._stack.addWidget(reasons)
        self.turn = QPushButton(wording.say("window.charts.show"), self)
        self.turn.setProperty("kind", "quiet")
        self.turn.setCheckable(True)
        self.turn.toggled.connect(self._turn)
        self.turn.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, TIGHT)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)

    def show_assessment(self, assessment: Assessment | None, library: Library) -> None:
        """Take another answer; without one there are no charts."""
        self._shown = (assessment, library) if assessment else None
        self.turn.setEnabled(assessment is not None)
        if assessment is None:
            self.turn.setChecked(False)
        elif self.turn.isChecked():
            self._draw()

    def _turn(self) -> None:
        showing = self.turn.isChecked()
        self.turn.setText(self._wording.say(f"window.charts.{'hide' if showing else 'show'}"))
        if showing:
            self._draw()
        charts = self.charts if showing else None
        self._stack.setCurrentWidget(charts or self._reasons)

    def _draw(self) -> None:
        from payapp.gui.answer_charts import AnswerCharts

        if self._shown is None:
            return
        if self.charts is None:
            self.charts = AnswerCharts(*self._shown, self._wording, self)
            self._stack.addWidget(self.charts)
        else:
            self.charts.show_assessment(*self._shown)
