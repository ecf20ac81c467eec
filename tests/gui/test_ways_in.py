"""The lists of files on the first page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.loading import Example
from payapp.gui.ways_in import FileList, WaysIn
from payapp.report.wording import Wording
from tests.gui.hands import click, press, type_text

FILES = [Path("north/AB.json"), Path("south/AB.json"), Path("CD.json")]


@pytest.fixture
def ways(qtbot: QtBot, wording: Wording, styled: None) -> Iterator[WaysIn]:
    del styled
    parent = QWidget()
    qtbot.addWidget(parent)
    yield WaysIn(wording, parent)
    parent.close()


EXAMPLES = (
    Example("Special school", Path("e1.json"), "England"),
    Example("SENCO", Path("e2.json"), "England"),
    Example("Island", Path("s1.json"), "Scotland"),
)


@pytest.fixture
def shown(ways: WaysIn, qtbot: QtBot) -> FileList:
    """Return the examples on the screen, with the keys on the first."""
    ways.examples.show_examples(EXAMPLES)
    home = ways.parentWidget()
    assert home is not None
    ways.resize(500, 500)
    home.resize(500, 500)
    home.show()
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    ways.examples.setFocus()
    return ways.examples


def row_of(listed: FileList) -> int:
    return listed.currentIndex().row()


def spoken(listed: FileList) -> list[str]:
    model, role = listed.model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_recent_files_are_read_aloud_with_what_the_keys_do(ways: WaysIn) -> None:
    ways.show_recent(FILES)
    assert ways.recent.accessibleName() == "Recently opened"
    keys = "Enter opens it, Delete takes it off this list."
    assert spoken(ways.recent) == [
        f"AB – in north. {keys}",
        f"AB – in south. {keys}",
        f"CD. {keys}",
    ]


def test_where_there_is_no_recent_file_the_list_is_gone(ways: WaysIn) -> None:
    ways.show_recent(FILES)
    assert ways.recent.isVisibleTo(ways)
    ways.show_recent([])
    assert not ways.recent.isVisibleTo(ways)


def test_the_menu_under_the_mouse_forgets_the_file_it_is_on(ways: WaysIn, qtbot: QtBot) -> None:
    ways.show_recent(FILES)
    assert ways.recent.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.text() for action in ways.recent.actions()] == ["&Take it off this list"]
    ways.recent.setCurrentIndex(ways.recent.model().index(1, 0))
    with qtbot.waitSignal(ways.forget_wanted) as wanted:
        ways.recent.forget.trigger()
    assert wanted.args == [Path("south/AB.json")]


def test_where_the_keys_are_on_no_file_none_is_forgotten(ways: WaysIn, qtbot: QtBot) -> None:
    ways.show_recent(FILES)
    with qtbot.assertNotEmitted(ways.forget_wanted):
        ways.recent.forget.trigger()


def test_after_the_last_file_the_keys_are_on_the_one_before(ways: WaysIn) -> None:
    ways.show_recent(FILES)
    ways.forget_wanted.connect(lambda gone: ways.show_recent([f for f in FILES if f != gone]))
    ways.recent.setCurrentIndex(ways.recent.model().index(2, 0))
    ways.recent.forget.trigger()
    assert ways.recent.currentIndex().row() == 1


def test_examples_stand_under_their_nations_and_are_read_aloud_with_them(ways: WaysIn) -> None:
    ways.examples.show_examples(EXAMPLES)
    assert ways.examples.titles.texts == (
        *("England", "Special school", "SENCO"),
        *("Scotland", "Island"),
    )
    assert spoken(ways.examples) == [
        "England.",
        "Special school. England. Enter opens it.",
        "SENCO. England. Enter opens it.",
        "Scotland.",
        "Island. Scotland. Enter opens it.",
    ]


def test_a_heading_is_bold_and_no_example_is(ways: WaysIn) -> None:
    ways.examples.show_examples(EXAMPLES)
    titles, role = ways.examples.titles, Qt.ItemDataRole.FontRole
    fonts = [titles.index(row, 0).data(role) for row in range(titles.rowCount())]
    assert [font is not None and font.bold() for font in fonts] == [
        *(True, False, False),
        *(True, False),
    ]


def test_the_line_that_the_keys_come_to_is_shown_and_the_next_key_goes_on_from_it(
    shown: FileList,
) -> None:
    assert [index.row() for index in shown.selectedIndexes()] == [1]
    press(shown, Qt.Key.Key_Down)
    assert [index.row() for index in shown.selectedIndexes()] == [2]
    shown.clearFocus()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.row() for index in shown.selectedIndexes()] == [2]


def test_the_keys_pass_over_the_headings_both_ways(shown: FileList) -> None:
    press(shown, Qt.Key.Key_Home)
    passed = [row_of(shown)]
    for key in (*2 * [Qt.Key.Key_Down], *2 * [Qt.Key.Key_Up], Qt.Key.Key_End, Qt.Key.Key_PageUp):
        press(shown, key)
        passed.append(row_of(shown))
    assert passed == [1, 2, 4, 2, 1, 4, 1]


def test_letters_that_are_typed_find_an_example_and_no_heading(
    shown: FileList, ways: WaysIn, qtbot: QtBot
) -> None:
    press(shown, Qt.Key.Key_End)
    type_text(shown, "sp")
    assert row_of(shown) == 1
    with qtbot.waitSignal(ways.example_wanted) as wanted:
        press(shown, Qt.Key.Key_Return)
    assert wanted.args == [Path("e1.json")]


def test_a_letter_that_only_a_heading_begins_with_leaves_the_keys_where_they_are(
    shown: FileList,
) -> None:
    press(shown, Qt.Key.Key_Home)
    type_text(shown, "en")
    assert row_of(shown) == 1


def test_a_click_on_a_heading_opens_nothing(shown: FileList, ways: WaysIn, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(ways.example_wanted):
        click(shown.viewport(), shown.visualRect(shown.model().index(3, 0)).center())
