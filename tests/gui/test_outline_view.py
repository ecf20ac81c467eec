"""The list that shows a report, walked with keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from payapp.gui.answer_view import AnswerView
from payapp.gui.case_page import CasePage
from payapp.gui.outline import Form
from payapp.gui.outline_model import OutlineModel
from payapp.gui.outline_view import OutlineView
from tests.gui.hands import click, press

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(page: CasePage, qtbot: QtBot) -> OutlineView:
    view = page.answer.list
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def place_of(model: OutlineModel, form: Form) -> int:
    rows = range(model.rowCount())
    return next(place for place in rows if model.row(place).line.form is form)


def go(view: OutlineView, place: int) -> None:
    view.setCurrentIndex(view.outline.index(place))


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_opens_a_finding_into_its_reasons(view: OutlineView, key: Qt.Key) -> None:
    place = place_of(view.outline, Form.FINDING)
    go(view, place)
    before = view.outline.rowCount()
    press(view, key)
    assert view.outline.row(place).is_open
    assert view.outline.rowCount() > before
    assert view.currentIndex().row() == place


def test_left_closes_an_open_line_and_then_goes_to_the_line_above(view: OutlineView) -> None:
    place = place_of(view.outline, Form.FINDING)
    view.outline.turn(place)
    go(view, place + 1)
    press(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == place
    press(view, Qt.Key.Key_Left)
    assert not view.outline.row(place).is_open
    press(view, Qt.Key.Key_Left)
    assert view.outline.row(view.currentIndex().row()).line.form is Form.HEADING


def test_right_opens_a_line_and_then_goes_to_the_first_one_in_it(view: OutlineView) -> None:
    place = place_of(view.outline, Form.FINDING)
    go(view, place)
    press(view, Qt.Key.Key_Right)
    assert (view.outline.row(place).is_open, view.currentIndex().row()) == (True, place)
    press(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == place + 1


def test_right_on_a_line_that_holds_nothing_stays_there(view: OutlineView) -> None:
    place = place_of(view.outline, Form.QUESTION)
    go(view, place)
    press(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == place


def test_left_on_the_first_line_stays_there(view: OutlineView) -> None:
    go(view, 0)
    if view.outline.row(0).is_open:
        view.outline.turn(0)
    press(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 0


def test_the_arrows_walk_from_line_to_line(view: OutlineView) -> None:
    go(view, 0)
    press(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1


@pytest.mark.parametrize("by", ["click", "key"])
def test_what_a_line_opens_into_comes_into_view_and_the_line_stays_there(
    view: OutlineView, by: str
) -> None:
    model, port = view.outline, view.viewport().rect()
    places = [p for p in range(model.rowCount()) if model.row(p).line.form is Form.FINDING]
    place = places[-1]
    view.scrollToTop()
    view.verticalScrollBar().setValue(
        view.visualRect(model.index(place)).bottom() - port.bottom() + 4
    )
    before = view.visualRect(model.index(place))
    assert port.contains(before)
    assert port.bottom() - before.bottom() < 10
    if by == "click":
        click(view.viewport(), before.center())
    else:
        go(view, place)
        press(view, Qt.Key.Key_Right)
    opened = view.visualRect(model.index(place))
    assert port.contains(opened)
    last = view.visualRect(model.index(model.last_in(place)))
    assert port.contains(last) or opened.top() <= 2
    assert port.contains(view.visualRect(model.index(place + 1)))


def test_a_click_opens_and_closes(view: OutlineView) -> None:
    place = place_of(view.outline, Form.FINDING)
    view.scrollTo(view.outline.index(place))
    middle = view.visualRect(view.outline.index(place)).center()
    click(view.viewport(), middle)
    assert view.outline.row(place).is_open
    click(view.viewport(), view.visualRect(view.outline.index(place)).center())
    assert not view.outline.row(place).is_open


def test_copy_takes_the_sentence_of_the_line(view: OutlineView) -> None:
    place = place_of(view.outline, Form.FINDING)
    go(view, place)
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.outline.row(place).line.spoken


def test_without_a_line_the_keys_do_nothing(view: OutlineView) -> None:
    view.outline.show_lines(())
    press(view, Qt.Key.Key_Right)
    assert view.outline.rowCount() == 0


def test_every_line_is_high_enough_for_its_text_at_any_width(
    view: OutlineView, page: CasePage
) -> None:
    view.outline.open_all(opened=True)
    heights = []
    for width in (1280, 900):
        page.window().resize(width, 720)
        QGuiApplication.processEvents()
        index = view.outline.index(place_of(view.outline, Form.FINDING))
        heights.append(view.visualRect(index).height())
    wide, narrow = heights
    assert narrow > wide


def test_every_line_is_read_aloud_by_its_sentence(view: OutlineView) -> None:
    view.outline.open_all(opened=True)
    read = QAccessible.queryAccessibleInterface(view)
    names = [read.child(place).text(QAccessible.Text.Name) for place in range(read.childCount())]
    spoken = [
        view.outline.data(view.outline.index(place), Qt.ItemDataRole.AccessibleTextRole)
        for place in range(view.outline.rowCount())
    ]
    assert names == spoken
    assert all(names)


def test_a_heading_is_read_as_a_sentence_before_its_state(view: OutlineView) -> None:
    place = place_of(view.outline, Form.HEADING)
    spoken = view.outline.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken in {"Still open. Closed.", "What we need to know. Open.", "What was found. Open."}


def test_a_line_looks_different_where_the_keys_are(qtbot: QtBot, view: OutlineView) -> None:
    place = place_of(view.outline, Form.FINDING)
    view.scrollTo(view.outline.index(place))
    room = view.visualRect(view.outline.index(place))
    go(view, 0)
    without = view.viewport().grab(room).toImage()
    go(view, place)
    qtbot.waitUntil(view.hasFocus)
    assert view.viewport().grab(room).toImage() != without


def test_an_empty_list_has_no_bar_and_a_filled_one_always_has(view: OutlineView) -> None:
    always = view.verticalScrollBarPolicy()
    view.outline.show_lines(())
    assert always is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_an_answer_without_a_case_has_no_lines(page: CasePage, qtbot: QtBot) -> None:
    view = AnswerView(page.answers.wording)
    qtbot.addWidget(view)
    assert view.outline.rowCount() == 0
