"""A window of pages behind tabs: its keys, when its pages are made, and how it ends."""

from collections.abc import Iterator
from threading import Event, Timer

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from payapp.gui.paged_window import PagedWindow
from payapp.report.wording import Wording
from tests.gui.hands import click, press

NAMES = ("sheet", "table")


class Labels(PagedWindow[QLabel]):
    """Two pages that are nothing but their names."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(NAMES, "window.spot", wording)
        self.made: list[str] = []

    def _make(self, name: str) -> QLabel:
        self.made.append(name)
        return QLabel(name, self)

    def text(self) -> str:
        page = self.stack.currentWidget()
        assert isinstance(page, QLabel)
        return page.text()


@pytest.fixture
def labels(qtbot: QtBot, wording: Wording) -> Iterator[Labels]:
    del qtbot
    window = Labels(wording)
    yield window
    if isValid(window):
        window.end()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def test_every_page_has_a_tab_and_none_is_made_before_it_is_turned_to(labels: Labels) -> None:
    tabs = [labels.tabs.tabText(place) for place in range(labels.tabs.count())]
    assert tabs == ["&Spot check", "Published &table"]
    assert labels.tabs.accessibleName() == (
        "Spot check of a sheet, published table, or two runs compared"
    )
    assert labels.made == []
    assert labels.current_page is None


def test_a_page_is_made_once_however_it_is_reached(labels: Labels) -> None:
    labels.show_page("table")
    assert (labels.made, labels.text()) == (["table"], "table")
    press(labels.tabs, Qt.Key.Key_Left)
    assert (labels.made, labels.text()) == (["table", "sheet"], "sheet")
    click(labels.tabs, labels.tabs.tabRect(1).center())
    labels.show_page("sheet")
    assert labels.page("table").text() == "table"
    assert labels.made == ["table", "sheet"]
    assert labels.current_page is labels.page("sheet")


def test_it_is_told_once_of_each_page_that_is_turned_to(qtbot: QtBot, labels: Labels) -> None:
    told: list[str] = []
    labels.turned.connect(lambda: told.append(labels.text()))
    labels.show_page("table")
    assert told == ["table"]
    press(labels.tabs, Qt.Key.Key_Left)
    assert told == ["table", "sheet"]
    labels.turn_to(0)
    assert told == ["table", "sheet", "sheet"]
    qtbot.wait(1)
    assert len(told) == 3


def test_it_is_shown_before_its_page_is_told_of(labels: Labels) -> None:
    shown: list[bool] = []
    labels.turned.connect(lambda: shown.append(labels.isVisible()))
    labels.show_page("sheet")
    assert shown == [True]


def test_shown_soon_it_is_there_at_once_and_its_page_a_moment_later(
    qtbot: QtBot, labels: Labels
) -> None:
    told: list[str] = []
    labels.turned.connect(lambda: told.append(labels.text()))
    labels.show_soon("table")
    assert labels.isVisible()
    assert labels.tabs.currentIndex() == 1
    assert labels.made == []
    qtbot.waitUntil(lambda: bool(labels.made))
    labels.show_soon("table")
    qtbot.waitUntil(lambda: len(told) > 1)
    assert (labels.made, told) == (["table"], ["table", "table"])


def test_asked_for_twice_at_once_it_makes_its_page_once(qtbot: QtBot, labels: Labels) -> None:
    for _ in range(2):
        labels.show_soon("table")
    qtbot.waitUntil(lambda: labels.current_page is not None)
    qtbot.wait(1)
    assert labels.made == ["table"]


def test_shown_soon_and_closed_meanwhile_it_stays_closed(qtbot: QtBot, labels: Labels) -> None:
    labels.show_soon("table")
    labels.close()
    qtbot.wait(1)
    assert labels.made == []
    assert not labels.isVisible()


def test_escape_closes_it_and_keeps_its_pages(qtbot: QtBot, labels: Labels) -> None:
    labels.show_page("sheet")
    with qtbot.waitActive(labels):
        labels.tabs.setFocus()
    press(labels.tabs, Qt.Key.Key_Escape)
    assert not labels.isVisible()
    labels.show_page("sheet")
    assert labels.isVisible()
    assert labels.made == ["sheet"]


def test_what_is_being_written_is_finished_before_it_ends(labels: Labels) -> None:
    begun, may_end, written = Event(), Event(), Event()

    def write() -> None:
        begun.set()
        assert may_end.wait(5)
        written.set()

    labels.tasks.run("write", write, lambda _: None, lambda _: None)
    assert begun.wait(5)
    Timer(0.05, may_end.set).start()
    labels.end()
    assert written.is_set()
    QCoreApplication.sendPostedEvents(labels, QEvent.Type.DeferredDelete)
    assert not isValid(labels)


def test_a_window_that_makes_no_pages_says_which_is_lacking(qtbot: QtBot, wording: Wording) -> None:
    window: PagedWindow[QLabel] = PagedWindow(NAMES, "window.spot", wording)
    qtbot.addWidget(window)
    with pytest.raises(NotImplementedError, match="table"):
        window.page("table")
    window.tasks.wait()


class Buttons(PagedWindow[QWidget]):
    """Two pages of two buttons each, the first of which cannot be pressed."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(NAMES, "window.spot", wording)

    def _make(self, name: str) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        for word in ("first", "second", "third"):
            button = QPushButton(f"{word} of {name}", page)
            button.setEnabled(word != "first")
            layout.addWidget(button)
        return page


@pytest.fixture
def buttons(qtbot: QtBot, wording: Wording) -> Iterator[Buttons]:
    window = Buttons(wording)
    window.show_page("sheet")
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.end()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def keys_on(window: Buttons) -> str:
    focus = window.focusWidget()
    return focus.text() if isinstance(focus, QPushButton) else ""


def test_a_letter_from_within_a_page_leads_to_the_start_of_the_other(buttons: Buttons) -> None:
    third = buttons.pages["sheet"].findChildren(QPushButton)[2]
    third.setFocus()
    press(third, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert keys_on(buttons) == "second of table"


def test_the_arrows_on_the_tabs_leave_the_keys_there(buttons: Buttons) -> None:
    buttons.tabs.setFocus()
    press(buttons.tabs, Qt.Key.Key_Right)
    assert buttons.tabs.hasFocus()
    assert buttons.current_page is buttons.pages["table"]
