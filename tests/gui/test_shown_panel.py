"""The line below what is shown: a sentence, and the buttons to copy and to export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from payapp.gui.shown_panel import ShownPanel
from tests.gui.desks import OnDesk
from tests.gui.hands import click, press


class Noted(ShownPanel):
    """Notes what it is asked to hand on."""

    def __init__(self, desk: OnDesk) -> None:
        super().__init__(desk.window)
        self.asked: list[str] = []
        self.shown = QLineEdit(self)
        self.lay_out(self.shown, "&Copy", "&Export")

    def copy_shown(self) -> None:
        self.asked.append("copy")

    def export_shown(self) -> None:
        self.asked.append("export")


@pytest.fixture
def panel(on_desk: OnDesk) -> Noted:
    return on_desk.show(Noted(on_desk))


def test_each_button_hands_on_in_its_own_way(panel: Noted) -> None:
    click(panel.copy)
    click(panel.export)
    assert panel.asked == ["copy", "export"]
    assert (panel.copy.text(), panel.export.text()) == ("&Copy", "&Export")


def test_with_nothing_shown_the_buttons_cannot_be_pressed(panel: Noted) -> None:
    panel.can_hand_on(can=False)
    click(panel.copy)
    click(panel.export)
    assert panel.asked == []
    panel.can_hand_on(can=True)
    click(panel.copy)
    assert panel.asked == ["copy"]


def test_tab_goes_from_what_is_shown_to_the_buttons(on_desk: OnDesk, panel: Noted) -> None:
    panel.shown.setFocus()
    for following in (panel.copy, panel.export):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()
    press(panel.export, Qt.Key.Key_Space)
    assert panel.asked == ["export"]


def test_a_long_sentence_takes_several_lines(panel: Noted) -> None:
    panel.status.setText("word " * 200)
    assert panel.status.heightForWidth(300) > 3 * panel.status.fontMetrics().height()


def test_how_to_hand_on_is_for_what_inherits_to_say(on_desk: OnDesk) -> None:
    plain = ShownPanel(on_desk.window)
    for hand_on in (plain.copy_shown, plain.export_shown):
        with pytest.raises(NotImplementedError):
            hand_on()
