"""Entries that are ticked one by one: told by their codes, whole in any width, heard with names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.ticks import Ticks
from tests.gui.hands import click, press

OFFERED = (
    ("a", "(a) leading and managing colleagues and giving them strategic direction"),
    ("b", "(b) developing the curriculum and assuring its quality"),
    ("c", "(c) contributing to the policy on behaviour"),
)


@pytest.fixture
def ticks(home: QWidget) -> Ticks:
    ticks = Ticks(OFFERED, home)
    ticks.set_name("Which duties do you carry out?")
    ticks.resize(600, 200)
    home.show()
    return ticks


def ticked(ticks: Ticks) -> list[str]:
    return [code for code, entry in ticks.entries.items() if entry.isChecked()]


@pytest.mark.parametrize("held", [["a", "c"], ("A", "C"), ["(a)", " c."]])
def test_an_answer_is_shown_however_its_codes_are_written(ticks: Ticks, held: object) -> None:
    ticks.show_answer(held)
    assert ticked(ticks) == ["a", "c"]


@pytest.mark.parametrize("held", [None, (), "not-known", ["z"]])
def test_what_is_not_on_the_list_is_not_ticked(ticks: Ticks, held: object) -> None:
    ticks.show_answer(["a"])
    ticks.show_answer(held)
    assert ticked(ticks) == []


def test_a_click_anywhere_on_an_entry_and_the_space_key_tell_all_codes(ticks: Ticks) -> None:
    told: list[object] = []
    ticks.chosen.connect(told.append)
    click(ticks.entries["c"])
    press(ticks.entries["a"], Qt.Key.Key_Space)
    click(ticks.entries["c"])
    press(ticks.entries["a"], Qt.Key.Key_Space)
    assert told == [["c"], ["a", "c"], ["a"], None]


def test_showing_an_answer_tells_nothing(ticks: Ticks) -> None:
    told: list[object] = []
    ticks.chosen.connect(told.append)
    ticks.show_answer(["b"])
    assert told == []


def test_each_entry_is_heard_after_the_question_and_the_help_once(ticks: Ticks) -> None:
    ticks.describe("Tick each duty.")
    read = [QAccessible.queryAccessibleInterface(each) for each in ticks.stops()]
    names = [each.text(QAccessible.Text.Name) for each in read]
    assert names == [f"Which duties do you carry out? {words}" for _, words in OFFERED]
    assert [each.text(QAccessible.Text.Description) for each in read] == ["Tick each duty.", "", ""]
    assert {each.role() for each in read} == {QAccessible.Role.CheckBox}


@pytest.mark.parametrize("width", [600, 300, 160])
def test_no_entry_is_cut(ticks: Ticks, width: int) -> None:
    ticks.resize(width, ticks.heightForWidth(width))
    QApplication.processEvents()
    for entry in ticks.entries.values():
        assert entry.width() <= width
        assert entry.height() >= entry.heightForWidth(entry.width())
    assert ticks.entries["a"].height() > ticks.entries["c"].height() or width == 600


def test_an_entry_looks_different_with_a_tick_and_with_the_keys(qtbot: QtBot, ticks: Ticks) -> None:
    entry = ticks.entries["b"]
    plain = entry.grab().toImage()
    entry.setChecked(True)
    with_tick = entry.grab().toImage()
    entry.setFocus()
    qtbot.waitUntil(entry.hasFocus)
    assert plain != with_tick != entry.grab().toImage()
