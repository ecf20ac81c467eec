"""The dialog of a fault: its details can be copied, and it closes by Escape."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from payapp.gui.fault_dialog import FaultDialog
from payapp.report.wording import Wording
from tests.gui.hands import click, press


def test_the_details_can_be_copied(qtbot: QtBot, wording: Wording) -> None:
    dialog = FaultDialog("what happened", wording)
    qtbot.addWidget(dialog)
    click(dialog.copy)
    assert QGuiApplication.clipboard().text() == "what happened"
    assert dialog.details.isReadOnly()


def test_escape_closes_the_dialog(qtbot: QtBot, wording: Wording) -> None:
    dialog = FaultDialog("what happened", wording)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.finished):
        press(dialog, Qt.Key.Key_Escape)
