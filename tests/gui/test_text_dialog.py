"""A dialog that tells something: no higher than the screen, read with its title, closed by keys."""

from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from payapp.gui.text_dialog import TextDialog
from tests.gui.hands import press

PARAGRAPH: Final = "Nothing that is entered leaves this computer. " * 3


def dialog(qtbot: QtBot, paragraphs: int) -> TextDialog:
    made = TextDialog("Title", "Heading", "&Close", None)
    qtbot.addWidget(made)
    texts = [f"{number}. {PARAGRAPH}" for number in range(paragraphs)]
    for text in texts:
        made.paragraph(text)
    made.fit(texts)
    made.show()
    for _ in range(3):
        QApplication.processEvents()
    return made


def area(made: TextDialog) -> QScrollArea:
    (found,) = made.findChildren(QScrollArea)
    return found


@pytest.mark.parametrize(("paragraphs", "scrolls"), [(3, False), (60, True)])
def test_it_is_as_high_as_its_text_or_scrolls_within_the_screen(
    qtbot: QtBot, paragraphs: int, *, scrolls: bool
) -> None:
    made = dialog(qtbot, paragraphs)
    assert made.height() <= made.screen().availableSize().height()
    assert (area(made).verticalScrollBar().maximum() > 0) is scrolls
    assert made.close_button.isVisible()


def test_the_keys_scroll_what_has_no_room(qtbot: QtBot) -> None:
    made = dialog(qtbot, 60)
    bar = area(made).verticalScrollBar()
    reached = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        press(made, key)
        reached.append(bar.value())
    assert 0 < reached[0] < reached[1]
    assert reached[3] < reached[2] < reached[1]


def test_all_of_it_is_read_aloud_with_the_title(qtbot: QtBot) -> None:
    made = dialog(qtbot, 2)
    read = QAccessible.queryAccessibleInterface(made)
    assert read.text(QAccessible.Text.Name) == "Title"
    assert read.text(QAccessible.Text.Description).startswith("0. Nothing")


def test_no_paragraph_is_cut(qtbot: QtBot) -> None:
    made = dialog(qtbot, 20)
    labels = made.findChildren(QLabel)
    assert len(labels) == 21
    assert all(each.height() >= each.heightForWidth(each.width()) - 1 for each in labels)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_it_is_closed_by_the_usual_keys(qtbot: QtBot, key: Qt.Key) -> None:
    made = dialog(qtbot, 2)
    press(made, key)
    assert not made.isVisible()
