"""On a low screen the answer scrolls as one: no list scrolls inside something that scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.answer_pane import AnswerPane
from payapp.gui.case_page import CasePage
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import press, wait_for_case

LOW = (1280, 480)
HIGH = (1280, 720)


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.fixture
def low(window: MainWindow, page: CasePage) -> AnswerPane:
    window.resize(*LOW)
    settle()
    return page.pane


def scrolling_parts(pane: AnswerPane) -> Iterator[QAbstractScrollArea]:
    """Yield all that can be scrolled up or down in the pane, itself among it."""
    for area in (pane, *pane.findChildren(QAbstractScrollArea)):
        if area.isVisible() and area.verticalScrollBar().maximum() > 0:
            yield area


def stands_in_view(pane: AnswerPane, place: QPoint, widget: QWidget) -> bool:
    return pane.viewport().rect().contains(widget.mapTo(pane.viewport(), place))


def test_where_there_is_room_the_verdict_stays_above_its_reasons(
    window: MainWindow, page: CasePage
) -> None:
    window.resize(*HIGH)
    settle()
    assert list(scrolling_parts(page.pane)) == [page.answer.list]


@pytest.mark.parametrize("pictures", [False, True])
def test_on_a_low_screen_only_the_whole_answer_scrolls(
    page: CasePage, low: AnswerPane, *, pictures: bool
) -> None:
    page.answer.turns.turn.setChecked(pictures)
    settle()
    assert list(scrolling_parts(low)) == [low]
    assert low.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("height", [688, 620, 580])
@pytest.mark.parametrize("pictures", [False, True])
def test_below_a_long_verdict_the_reasons_or_the_pictures_alone_scroll_at_any_usual_height(
    qtbot: QtBot, window: MainWindow, height: int, *, pictures: bool
) -> None:
    window.open_example(EXAMPLES / "england-part-time-senco-september-2026.json")
    page = wait_for_case(qtbot, window)
    window.resize(1280, height)
    page.answer.turns.turn.setChecked(pictures)
    settle()
    (part,) = scrolling_parts(page.pane)
    assert part is not page.pane


def test_the_pictures_come_back_into_their_own_room_on_a_higher_screen(
    window: MainWindow, page: CasePage, low: AnswerPane
) -> None:
    page.answer.turns.turn.setChecked(True)
    window.resize(*HIGH)
    settle()
    (area,) = scrolling_parts(low)
    assert isinstance(area, QScrollArea)
    assert area is not low
    assert area.widget() is page.answer.turns.charts
    window.resize(*LOW)
    settle()
    assert list(scrolling_parts(low)) == [low]
    charts = page.answer.turns.charts
    assert charts is not None
    assert charts.isVisible()


def test_every_line_that_the_arrows_reach_is_brought_into_view(
    qtbot: QtBot, page: CasePage, low: AnswerPane
) -> None:
    view = page.answer.list
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    page.answer.outline.open_all(opened=True)
    settle()
    for _ in range(view.outline.rowCount()):
        press(view, Qt.Key.Key_Down)
        place = view.visualRect(view.currentIndex())
        assert stands_in_view(low, place.topLeft() + QPoint(1, 1), view.viewport())
    assert view.currentIndex().row() == view.outline.rowCount() - 1
    for _ in range(view.outline.rowCount()):
        press(view, Qt.Key.Key_Up)
        place = view.visualRect(view.currentIndex())
        assert stands_in_view(low, place.topLeft() + QPoint(1, 1), view.viewport())


def test_tab_into_the_reasons_shows_their_first_line_and_not_their_middle(
    qtbot: QtBot, window: MainWindow, page: CasePage, low: AnswerPane
) -> None:
    page.answer.outline.open_all(opened=True)
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    page.answer.verdict.headline.setFocus()
    press(page.answer.verdict.headline, Qt.Key.Key_Tab)
    assert page.answer.list.hasFocus()
    first = page.answer.list.visualRect(page.answer.outline.index(0))
    assert stands_in_view(low, first.topLeft(), page.answer.list.viewport())


def test_the_page_keys_turn_the_whole_answer(qtbot: QtBot, page: CasePage, low: AnswerPane) -> None:
    view = page.answer.list
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    before = low.verticalScrollBar().value()
    press(view, Qt.Key.Key_PageDown)
    assert low.verticalScrollBar().value() > before
    press(view, Qt.Key.Key_PageUp)
    assert low.verticalScrollBar().value() == before


def test_a_new_case_and_a_check_show_the_answer_from_its_verdict_on(
    window: MainWindow, page: CasePage, low: AnswerPane
) -> None:
    low.verticalScrollBar().setValue(200)
    page.check_now()
    assert low.verticalScrollBar().value() == 0
    low.verticalScrollBar().setValue(200)
    window.new_case()
    assert low.verticalScrollBar().value() == 0


def test_the_cards_of_the_answer_end_in_one_line(
    window: MainWindow, page: CasePage, low: AnswerPane
) -> None:
    for size in (LOW, HIGH):
        window.resize(*size)
        settle()
        verdict, reasons = page.answer.verdict, page.answer.list.viewport()
        right = verdict.mapTo(low, QPoint(verdict.width(), 0)).x()
        assert right == reasons.mapTo(low, QPoint(reasons.width(), 0)).x()


def test_the_verdict_shows_that_it_has_the_keys(qtbot: QtBot, page: CasePage) -> None:
    card = page.answer.verdict
    page.answer.focus_verdict()
    qtbot.waitUntil(card.headline.hasFocus)
    corner = card.rect().adjusted(0, 12, -card.width() + 3, -12)
    with_keys = card.grab(corner).toImage()
    page.answer.list.setFocus()
    qtbot.waitUntil(page.answer.list.hasFocus)
    assert card.grab(corner).toImage() != with_keys
