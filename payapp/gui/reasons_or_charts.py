"""The reasons of an answer, or its charts in their place. The charts come when first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from payapp.domain.assessment import Assessment
from payapp.domain.library import Library
from payapp.gui.page_stack import PageStack, scrolling
from payapp.gui.style import TIGHT
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.answer_charts import AnswerCharts


class ChartArea(QScrollArea):
    """Asks for no more room than it needs, so that nothing round it scrolls for its sake."""

    def sizeHint(self) -> QSize:
        """Return the least room."""
        return self.minimumSizeHint()


class ReasonsOrCharts(QWidget):
    """Shows reasons, and turns to the charts and back by the button below."""

    def __init__(self, reasons: QWidget, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: tuple[Assessment, Library] | None = None
        self.charts: AnswerCharts | None = None
        self._area: QScrollArea | None = None
        self._as_one = False
        self._stack = PageStack(self)
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
        self._stack.setCurrentWidget(self._charts_shown() if showing else self._reasons)

    def scroll_as_one(self, *, as_one: bool) -> None:
        """Have the charts as high as they are, for a page that scrolls all of it, or not."""
        if as_one != self._as_one:
            self._as_one = as_one
            if self.turn.isChecked():
                self._stack.setCurrentWidget(self._charts_shown())

    def _charts_shown(self) -> QWidget:
        """Return the charts themselves where all scrolls as one, else the area they scroll in."""
        charts, area = self.charts, self._area
        if charts is None or area is None:
            return self._reasons
        if self._as_one and area.widget() is charts:
            area.takeWidget()
            self._stack.addWidget(charts)
        elif not self._as_one and area.widget() is not charts:
            area.setWidget(charts)
        charts.show()
        return charts if self._as_one else area

    def _draw(self) -> None:
        from payapp.gui.answer_charts import AnswerCharts

        if self._shown is None:
            return
        if self.charts is None:
            self.charts = AnswerCharts(*self._shown, self._wording, self)
            self._area = scrolling(self.charts, self, ChartArea)
            self._stack.addWidget(self._area)
        else:
            self.charts.show_assessment(*self._shown)
