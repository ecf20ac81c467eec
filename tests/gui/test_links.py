"""A sentence that is pressed: it wraps, has a name, and is drawn with a ring where the keys are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.links import Link
from payapp.gui.style import LIGHT
from payapp.gui.tones import Tone
from tests.gui.hands import click, press

SENTENCE = "Pay & point: '7' is not accepted: give a number above 0 and at most 1, such as 0.6."


@pytest.fixture
def link(qtbot: QtBot, home: QWidget) -> Link:
    link = Link(SENTENCE, Tone.BAD, home)
    column = QVBoxLayout(home)
    column.addWidget(link)
    column.addStretch(1)
    home.resize(900, 300)
    home.show()
    qtbot.waitUntil(home.isActiveWindow)
    return link


def drawn(link: Link) -> QImage:
    return link.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def inked(image: QImage, colour: str) -> set[int]:
    """Return the rows of a picture in which a colour is drawn."""
    return {
        y
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).name() == colour
    }


def test_a_long_sentence_goes_on_in_further_lines(link: Link) -> None:
    one_line = link.height()
    link.window().resize(260, 300)
    link.window().grab()
    assert link.width() < 260
    assert link.height() == link.heightForWidth(link.width())
    assert link.height() > 2 * one_line - 10
    assert max(inked(drawn(link), LIGHT.bad)) > link.height() - 14, "the last line is drawn too"


def test_it_is_named_by_the_whole_sentence(link: Link) -> None:
    read = QAccessible.queryAccessibleInterface(link)
    assert read.text(QAccessible.Text.Name) == SENTENCE


def test_it_is_pressed_by_click_and_by_key(qtbot: QtBot, link: Link) -> None:
    with qtbot.waitSignal(link.clicked):
        click(link)
    with qtbot.waitSignal(link.clicked):
        press(link, Qt.Key.Key_Space)


def test_a_ring_shows_where_the_keys_are(link: Link) -> None:
    link.clearFocus()
    before = drawn(link)
    link.setFocus()
    assert len(inked(drawn(link), LIGHT.bad)) > len(inked(before, LIGHT.bad))
