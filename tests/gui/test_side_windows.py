"""The windows beside the main one: made when wanted, one of each, and gone with it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.help_dialog import HelpDialog
from payapp.gui.window import MainWindow
from tests.gui.conftest import Chosen
from tests.gui.hands import act, press, type_text

KINDS = {"schedules": "schedules", "casework_arrears": "casework", "spot_check": "spot_check"}


def test_no_window_is_made_before_it_is_wanted(window: MainWindow) -> None:
    assert [getattr(window.side, kind) for kind in KINDS.values()] == [None, None, None]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(("action", "kind"), KINDS.items())
def test_a_window_that_was_closed_comes_back_as_the_same_one(
    window: MainWindow, action: str, kind: str
) -> None:
    act(window, action)
    made = getattr(window.side, kind)
    made.close()
    act(window, action)
    assert getattr(window.side, kind) is made
    assert made.isVisible()


@pytest.mark.usefixtures("page")
def test_all_of_them_are_freed_when_the_main_window_closes(
    qtbot: QtBot, window: MainWindow, chosen: Chosen
) -> None:
    for action in KINDS:
        act(window, action)
    made = [getattr(window.side, kind) for kind in KINDS.values()]
    qtbot.waitUntil(lambda: all(each.pages for each in made))
    chosen.changes = Changes.DISCARD
    with qtbot.waitSignals([each.destroyed for each in made]):
        window.close()
    assert [getattr(window.side, kind) for kind in KINDS.values()] == [None, None, None]


def test_casework_begins_with_what_was_typed_to_its_end(window: MainWindow, page: CasePage) -> None:
    page.form.go_to("salary")
    typed_into = page.form.rows["salary"].control
    type_text(typed_into, "x")
    assert page.answered is not None
    assert not page.answered.refusals
    act(window, "casework_arrears")
    assert [refusal.fact for refusal in page.answered.refusals] == ["salary"]


def test_a_new_library_reaches_every_window_that_is_open(window: MainWindow) -> None:
    act(window, "schedules")
    act(window, "spot_check")
    side, page = window.side, window.page
    assert page is not None
    assert side.schedules is not None
    library = page.answers.library
    side.schedules.desk.data_version = "of yesterday"
    side.renew(library)
    assert side.schedules.desk.data_version == library.data_version


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(("action", "kind"), KINDS.items())
def test_f1_tells_how_the_program_is_used_in_front_of_any_window(
    qtbot: QtBot, window: MainWindow, action: str, kind: str
) -> None:
    act(window, action)
    beside = getattr(window.side, kind)
    qtbot.waitUntil(beside.isActiveWindow)
    press(beside, Qt.Key.Key_F1)
    help_dialog = beside.findChild(HelpDialog)
    assert help_dialog is not None
    assert help_dialog.isVisible()
    press(help_dialog, Qt.Key.Key_Escape)
    assert not help_dialog.isVisible()
    assert beside.isVisible()


def test_casework_shows_the_same_figures_in_force_as_the_main_window(
    window: MainWindow, page: CasePage
) -> None:
    act(window, "casework_arrears")
    assert window.side.casework is not None
    label, main = window.side.casework.data_version, window.data_version
    assert label.isVisible()
    assert label.text() == (
        "England figures: from September 2025, award confirmed, some amounts computed"
    )
    assert label.toolTip() == main.held
    assert label.accessibleDescription() == main.held
    page.form.answered.emit("nation", "scotland")
    assert label.text().startswith("Scotland figures: from ")
    assert label.text() == main.text()


def test_the_schedules_begin_with_the_figures_of_the_case_and_then_show_their_own(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    act(window, "schedules")
    beside = window.side.schedules
    assert beside is not None
    label = beside.data_version
    assert label.text() == window.data_version.text()
    qtbot.waitUntil(lambda: bool(beside.pages))
    page.form.answered.emit("nation", "scotland")
    assert label.text() == (
        "England figures: from September 2025, award confirmed, some amounts computed"
    ), "the page still shows those of England"


def test_a_spot_check_shows_that_the_figures_of_every_nation_are_used(
    window: MainWindow, page: CasePage
) -> None:
    act(window, "spot_check")
    assert window.side.spot_check is not None
    label = window.side.spot_check.data_version
    fingerprint = page.answers.library.fingerprint
    assert label.text() == (
        f"Figures of England, Wales, Northern Ireland, Scotland (data {fingerprint})"
    )
    assert label.toolTip() == window.data_version.held
    page.form.answered.emit("nation", "scotland")
    assert label.text().startswith("Figures of England")
