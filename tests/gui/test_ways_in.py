"""The lists of files on the first page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.ways_in import RecentList, WaysIn
from payapp.report.wording import Wording

FILES = [Path("north/AB.json"), Path("south/AB.json"), Path("CD.json")]


@pytest.fixture
def ways(qtbot: QtBot, wording: Wording, styled: None) -> Iterator[WaysIn]:
    del styled
    parent = QWidget()
    qtbot.addWidget(parent)
    yield WaysIn(wording, parent)
    parent.close()


def spoken(listed: RecentList) -> list[str]:
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
