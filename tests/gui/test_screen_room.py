"""No window begins larger than the screen that it is shown on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.casework_window import CaseworkWindow
from payapp.gui.choosers import Choosers
from payapp.gui.documents import CaseDocument
from payapp.gui.screen_room import TITLE_BAR, resize_within_screen
from payapp.gui.settings import WindowSettings
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording


@pytest.fixture
def alone(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def fits(window: QWidget) -> bool:
    """Say whether a window and its title lie within its screen."""
    room = window.screen().availableSize()
    return window.width() <= room.width() and window.height() + TITLE_BAR <= room.height()


def test_a_window_has_the_size_that_it_asks_for_where_there_is_room(alone: QWidget) -> None:
    resize_within_screen(alone, 500, 400)
    assert (alone.width(), alone.height()) == (500, 400)


def test_each_way_a_window_is_as_large_as_the_screen_at_most(alone: QWidget) -> None:
    room = alone.screen().availableSize()
    resize_within_screen(alone, room.width() + 200, 300)
    assert (alone.width(), alone.height()) == (room.width(), 300)
    resize_within_screen(alone, 300, room.height())
    assert (alone.width(), alone.height()) == (300, room.height() - TITLE_BAR)


def test_the_first_window_of_all_fits_the_screen(qtbot: QtBot, wording: Wording) -> None:
    window = MainWindow(wording)
    qtbot.addWidget(window)
    assert window.screen().availableSize().width() < 1280
    assert fits(window)


def test_a_place_kept_from_a_larger_screen_is_drawn_into_this_one(
    qtbot: QtBot, wording: Wording
) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(3000, 2000, 2560, 1440)
    settings = WindowSettings()
    settings.geometry = before.saveGeometry()
    settings.write()
    window = MainWindow(wording)
    qtbot.addWidget(window)
    assert window.screen().availableGeometry().contains(window.geometry())


def test_the_windows_beside_it_fit_the_screen(
    window: MainWindow, document: CaseDocument, chosen: Choosers
) -> None:
    assert window.page is not None
    beside = CaseworkWindow(window.page, document, chosen)
    assert fits(beside)
    beside.end()
