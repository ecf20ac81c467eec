"""What F1 shows: what to do first, and the keys as they are set in the menus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from payapp.gui.help_dialog import ACTIONS, HelpDialog
from payapp.gui.window import MainWindow
from tests.gui.hands import press


def help_of(window: MainWindow) -> HelpDialog:
    window.menus.actions["help"].trigger()
    found = window.findChild(HelpDialog)
    assert found is not None
    return found


def texts(dialog: HelpDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_help_has_the_key_of_the_system(window: MainWindow) -> None:
    assert window.menus.actions["help"].shortcut().toString() == "F1"


def test_help_begins_with_what_to_do(window: MainWindow) -> None:
    told = texts(help_of(window))
    assert told[0] == "How to use payapp"
    assert told[1].startswith("Answer what you know")
    assert any("Nothing you enter is sent anywhere." in each for each in told)


def test_every_key_that_is_told_is_the_key_of_its_entry(window: MainWindow) -> None:
    told = texts(help_of(window))
    for name in ACTIONS:
        action = window.menus.actions[name]
        keys = action.shortcut().toString()
        assert keys
        assert told[told.index(keys) + 1] in action.text().replace("&", "")


def test_no_letter_number_or_dots_of_a_menu_are_told(window: MainWindow) -> None:
    told = texts(help_of(window))
    assert told[told.index("Ctrl+1") + 1] == "Employer"
    assert told[told.index("Ctrl+P") + 1] == "Print"
    assert not [each for each in told if "&" in each]


def test_escape_leads_back_and_the_dialog_is_gone(qtbot: QtBot, window: MainWindow) -> None:
    dialog = help_of(window)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: window.findChild(HelpDialog) is None)
