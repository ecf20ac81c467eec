"""The pictures of an answer: in place of the reasons, live, and with the words of the report."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.files.case_files import read_case
from payapp.gui.answer_charts import AnswerCharts
from payapp.gui.answering import Answers
from payapp.gui.case_page import CasePage
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import click, press, wait_for_case

Open = Callable[[Path | None], MainWindow]


def page_of(qtbot: QtBot, open_window: Open, example: str) -> CasePage:
    return wait_for_case(qtbot, open_window(EXAMPLES / f"{example}.json"))


def charts_of(page: CasePage) -> AnswerCharts:
    if not page.answer.turns.turn.isChecked():
        click(page.answer.turns.turn)
    charts = page.answer.turns.charts
    assert charts is not None
    return charts


def test_no_chart_is_made_before_it_is_asked_for(page: CasePage) -> None:
    assert page.answer.turns.charts is None
    assert page.answer.list.isVisible()


def test_the_button_turns_to_the_pictures_and_back(page: CasePage) -> None:
    charts = charts_of(page)
    assert charts.isVisible()
    assert not page.answer.list.isVisible()
    assert page.answer.turns.turn.text() == "Back to the &reasons"
    press(page.answer.turns.turn, Qt.Key.Key_Space)
    assert page.answer.list.isVisible()
    assert page.answer.turns.turn.text() == "Show this as &pictures"


def test_the_pictures_show_place_years_and_survey(qtbot: QtBot, open_window: Open) -> None:
    charts = charts_of(page_of(qtbot, open_window, "england-part-time-senco-september-2026"))
    titles = [card.title.text() for card in charts.ranges]
    assert titles == ["Salary: paid and due", "TLR1 or TLR2: paid and due"]
    assert "£651 less than the least" in charts.ranges[1].sentence.text()
    assert "£54,421 from 1 September 2027" in charts.years.sentence.text()
    assert [len(card.chart.chart.bars) for card in charts.surveys if card.chart.chart] == [13]


def test_another_figure_is_shown_over_the_years_when_it_is_chosen(
    qtbot: QtBot, open_window: Open
) -> None:
    charts = charts_of(page_of(qtbot, open_window, "england-part-time-senco-september-2026"))
    offered = [charts.series.itemText(place) for place in range(charts.series.count())]
    charts.series.setFocus()
    press(charts.series, Qt.Key.Key_End)
    assert charts.series.currentText() == offered[-1]
    assert charts.years.title.text() == f"{offered[-1]} over the years"
    press(charts.series, Qt.Key.Key_Home)
    assert charts.years.title.text() == "Point U3 of the upper pay range over the years"


def test_the_pictures_follow_the_case(qtbot: QtBot, open_window: Open) -> None:
    page = page_of(qtbot, open_window, "england-part-time-senco-september-2026")
    charts = charts_of(page)
    page.form.go_to("salary")
    page.form.answered.emit("salary", "30000")
    assert "£18,000 a year is paid" in charts.ranges[0].sentence.text()


def test_without_an_answer_there_are_no_pictures(qtbot: QtBot, open_window: Open) -> None:
    page = page_of(qtbot, open_window, "england-part-time-senco-september-2026")
    charts = charts_of(page)
    page.form.answered.emit("on", "never")
    page.end_typing()
    assert not charts.isVisible()
    assert not page.answer.turns.turn.isEnabled()
    page.form.answered.emit("on", "2026-09-01")
    assert page.answer.turns.turn.isEnabled()


def test_a_chart_that_no_longer_fits_is_hidden(qtbot: QtBot, answers: Answers) -> None:
    def assessed(name: str) -> Assessment:
        return check(read_case(EXAMPLES / f"{name}.json"), answers.library)

    full = assessed("england-part-time-senco-september-2026")
    charts = AnswerCharts(full, answers.library, answers.wording)
    qtbot.addWidget(charts)
    charts.show_assessment(assessed("scotland-special-school-teacher"), answers.library)
    assert [card.isHidden() for card in charts.ranges] == [False, True]
    assert [card.isHidden() for card in charts.surveys] == [True]
    assert charts.series.isHidden()
    none = assessed("england-academy-on-its-own-terms")
    charts.show_assessment(none, answers.library)
    assert all(card.isHidden() for card in charts.ranges)


def test_tab_goes_from_the_verdict_through_the_pictures_to_the_button(
    qtbot: QtBot, open_window: Open
) -> None:
    page = page_of(qtbot, open_window, "england-part-time-senco-september-2026")
    charts = charts_of(page)
    qtbot.waitUntil(page.isActiveWindow)
    charts.ranges[0].chart.setFocus()
    reached = []
    for _ in range(4):
        widget = page.focusWidget()
        press(widget, Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert reached == [
        *(charts.ranges[1].chart, charts.series, charts.years.chart, charts.surveys[0].chart)
    ]
    read = QAccessible.queryAccessibleInterface(charts.years.chart)
    assert read.text(QAccessible.Text.Description) == charts.years.sentence.text()
