"""The chosen row of a table, said in full below it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from payapp.domain.library import Library
from payapp.domain.plain_tables import Table
from payapp.gui.row_sentence import RowSentence
from payapp.gui.table_panel import Desk, TablePanel
from payapp.gui.tasks import Tasks
from payapp.report.figure_tables import ToldTable
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen
from tests.gui.hands import press

TOLD = ToldTable(
    Table("Words", ("Word",), ("text",), (("b",), ("a",))),
    lambda place: f"This is row {place} of the table.",
)


@pytest.fixture
def panel(qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen) -> Iterator[TablePanel]:
    window = QWidget()
    qtbot.addWidget(window)
    tasks = Tasks(window)
    desk = Desk(library, "version 1", wording, chosen, tasks)
    panel = TablePanel(desk, "Words", window)
    layout = QVBoxLayout(window)
    layout.addWidget(panel)
    layout.addWidget(RowSentence(panel, window))
    window.show()
    panel.show_table(TOLD)
    yield panel
    tasks.wait()
    window.close()


def said(panel: TablePanel) -> str:
    sentence = panel.window().findChild(RowSentence)
    assert isinstance(sentence, RowSentence)
    return sentence.text()


def test_the_row_that_the_keys_are_on_is_said(panel: TablePanel) -> None:
    panel.view.selectRow(0)
    assert said(panel) == "This is row 0 of the table."
    press(panel.view, Qt.Key.Key_Down)
    assert said(panel) == "This is row 1 of the table."


def test_a_sorted_row_is_said_by_its_place_in_the_table(panel: TablePanel) -> None:
    panel.rows.sort(0)
    panel.view.selectRow(0)
    assert said(panel) == "This is row 1 of the table."


def test_a_new_table_begins_without_a_sentence(panel: TablePanel) -> None:
    panel.view.selectRow(1)
    panel.show_table(TOLD)
    assert said(panel) == ""
    panel.view.selectRow(1)
    panel.show_table(None)
    assert said(panel) == ""


def test_there_is_room_for_two_lines_before_anything_is_said(panel: TablePanel) -> None:
    sentence = panel.window().findChild(RowSentence)
    assert isinstance(sentence, RowSentence)
    assert sentence.height() >= 2 * sentence.fontMetrics().lineSpacing()
