"""The charts of an answer: range, years and survey, one card each."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.domain.assessment import Assessment
from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.gui.charts import RangeCard, SurveyCard, YearsCard
from payapp.gui.controls import Choice, put_in_order
from payapp.gui.style import CLOSE
from payapp.report.charts_in_words import (
    figures_over_the_years,
    range_charts,
    series_in_words,
    survey_charts,
    years_chart,
)
from payapp.report.wording import Wording

Card = TypeVar("Card", bound=QWidget)
Record = TypeVar("Record")
MOST_SERIES: Final = 12


class AnswerCharts(QWidget):
    """Where the pay sits, the figures over the years, and how others said they are paid."""

    def __init__(
        self,
        assessment: Assessment,
        library: Library,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._wording = wording
        self._figures: tuple[Figure, ...] = ()
        self._chosen = 0
        self.ranges: list[RangeCard] = []
        self.surveys: list[SurveyCard] = []
        self.years = YearsCard(self)
        self.series = Choice(self.years)
        self.series.set_name(wording.say("window.charts.series"))
        self.series.chosen.connect(self._choose)
        self.years.rows.insertWidget(1, self.series, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, CLOSE)
        self._rows.setSpacing(CLOSE)
        self._rows.addWidget(self.years)
        self._rows.addStretch(1)
        self.show_assessment(assessment, library)

    def show_assessment(self, assessment: Assessment, library: Library) -> None:
        """Show the charts of another answer."""
        self._library = library
        wording = self._wording
        _show_each(
            self.ranges,
            range_charts(assessment, library, wording),
            self._new_range,
            RangeCard.show_chart,
        )
        _show_each(
            self.surveys,
            survey_charts(assessment, library, wording),
            self._new_survey,
            SurveyCard.show_chart,
        )
        figures = figures_over_the_years(assessment)[:MOST_SERIES]
        if [each[:6] for each in figures] != [each[:6] for each in self._figures]:
            self._chosen = 0
        self._figures = figures
        names = ((str(place), series_in_words(each, wording)) for place, each in enumerate(figures))
        self.series.offer(tuple(names))
        self.series.setVisible(len(figures) > 1)
        self.years.setVisible(bool(figures))
        self._show_years()

    def _choose(self, chosen: object) -> None:
        self._chosen = int(str(chosen or 0))
        self._show_years()

    def _show_years(self) -> None:
        if self._figures:
            self.series.show_answer(str(self._chosen))
            figure = self._figures[self._chosen]
            book = self._library.book(figure.nation)
            self.years.show_chart(years_chart(figure, book, self._wording))
        put_in_order(
            [
                *(card.chart for card in self.ranges),
                *(self.series, self.years.chart),
                *(card.chart for card in self.surveys),
            ]
        )

    def _new_range(self) -> RangeCard:
        card = RangeCard(self)
        self._rows.insertWidget(len(self.ranges), card)
        return card

    def _new_survey(self) -> SurveyCard:
        card = SurveyCard(self)
        self._rows.insertWidget(self._rows.count() - 1, card)
        return card


def _show_each(
    cards: list[Card],
    charts: Sequence[Record],
    new: Callable[[], Card],
    show: Callable[[Card, Record], None],
) -> None:
    """Show a chart in each card; cards beyond are hidden, so that the keys stay where they are."""
    while len(cards) < len(charts):
        cards.append(new())
    for card in cards[len(charts) :]:
        card.hide()
    for card, chart in zip(cards, charts, strict=False):
        show(card, chart)
        card.show()
