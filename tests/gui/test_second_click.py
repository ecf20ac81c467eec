"""A double click where one click does it all: the second must not land on what came up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from payapp.gui.outline_view import OutlineView
from payapp.gui.second_click import SecondClick
from payapp.gui.ways_in import WaysIn
from payapp.gui.window import MainWindow
from tests.gui.hands import click

LEFT = Qt.MouseButton.LeftButton


class Under(QWidget):
    """Two buttons one above the other; the first hides itself when it is clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.under = QPushButton("first", self), QPushButton("under", self)
        self.clicks: list[str] = []
        self.under.clicked.connect(lambda: self.clicks.append("under"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.first)
        layout.addWidget(self.under)
        self.under.hide()
        self.second = SecondClick(self)
        self.first.clicked.connect(self._go)

    def _go(self) -> None:
        self.clicks.append("first")
        self.first.hide()
        self.under.show()
        QApplication.processEvents()
        self.second.take()


@pytest.fixture
def under(qtbot: QtBot) -> Iterator[Under]:
    made = Under()
    made.resize(200, 60)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    delete(made)  # or it would still take a click of the next test


def double_click(window: QWidget, place: QPoint) -> None:
    """Click twice at a place of a window, as a mouse does whatever lies there by then."""
    QTest.mouseDClick(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def test_the_second_click_of_a_double_click_does_nothing(under: Under) -> None:
    double_click(under, under.rect().center())
    assert under.clicks == ["first"]


def test_a_click_of_its_own_counts_even_soon_after(under: Under) -> None:
    click(under.first)
    click(under.under)
    assert under.clicks == ["first", "under"]


def test_what_follows_a_double_click_counts(under: Under) -> None:
    double_click(under, under.rect().center())
    click(under.under)
    assert under.clicks == ["first", "under"]


def test_after_the_time_of_a_double_click_nothing_is_taken_any_more(
    qtbot: QtBot, qapp: QApplication, under: Under
) -> None:
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    try:
        with qtbot.waitSignal(under.second.ended):
            under.second.take()
    finally:
        qapp.setDoubleClickInterval(usual)
    with qtbot.waitSignal(under.first.pressed):
        QTest.mouseDClick(under.first, LEFT)


def test_a_double_click_on_an_example_opens_it_and_no_line_of_its_answer(
    window: MainWindow, ways: WaysIn
) -> None:
    assert window.page is not None
    listed = ways.examples
    pressed: list[object] = []
    list_of_lines = next(iter(window.page.findChildren(OutlineView)))
    list_of_lines.pressed.connect(pressed.append)
    place = listed.visualRect(listed.model().index(3, 0)).center()
    double_click(window, listed.viewport().mapTo(window, place))
    QApplication.processEvents()
    assert window.page.isVisible()
    assert not pressed
