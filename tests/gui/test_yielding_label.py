"""A line in the status bar is never cut inside a word, and is heard whole."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.yielding_label import YieldingLabel

TEXT = "Works offline. Nothing you enter leaves this computer."
SHORTER = "Works offline."


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    return around


def label(around: QWidget, width: int, shorter: str = "") -> YieldingLabel:
    made = YieldingLabel(TEXT, around, shorter)
    made.resize(width, made.sizeHint().height())
    return made


def test_all_of_the_text_is_shown_where_there_is_room(around: QWidget) -> None:
    made = label(around, 10)
    made.resize(made.sizeHint())
    assert made.shown() == TEXT


def test_the_shorter_text_is_shown_where_the_whole_has_no_room(around: QWidget) -> None:
    made = label(around, 10, SHORTER)
    made.resize(made.sizeHint().width() - 1, 20)
    assert made.shown() == SHORTER


def test_a_line_with_a_shorter_text_shows_nothing_where_that_has_no_room_either(
    around: QWidget,
) -> None:
    made = label(around, 30, SHORTER)
    assert made.shown() == ""
    assert made.minimumSizeHint().width() == 0


def test_a_line_that_has_to_be_seen_ends_with_dots(around: QWidget) -> None:
    made = label(around, 120)
    assert made.shown().startswith("Works")
    assert made.shown().endswith("…")
    assert 0 < made.minimumSizeHint().width() < 120


@pytest.mark.parametrize("width", [30, 120, 500])
def test_what_is_drawn_stays_inside_and_the_whole_is_read_aloud(
    around: QWidget, width: int
) -> None:
    made = label(around, width, SHORTER)
    drawn = made.fontMetrics().horizontalAdvance(made.shown())
    assert drawn <= width
    read = QAccessible.queryAccessibleInterface(made)
    assert read.text(QAccessible.Text.Name) == TEXT


def test_the_shorter_text_is_drawn(around: QWidget) -> None:
    blank, short = label(around, 30, SHORTER), label(around, 150, SHORTER)
    assert len(set(_colours(short))) > 1
    assert len(set(_colours(blank))) == 1


def _colours(made: YieldingLabel) -> list[int]:
    image = made.grab().toImage()
    return [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
