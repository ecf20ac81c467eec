"""A table and what stands in its place: columns share the width, and an empty table says why."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget
from pytestqt.qtbot import QtBot

from payapp.domain.library import Library
from payapp.domain.plain_tables import Table
from payapp.gui.style import LIGHT
from payapp.gui.table_panel import Desk, TablePanel
from payapp.gui.tasks import Tasks
from payapp.report.figure_tables import ToldTable
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen

ROWS = (("England", "M1", Decimal(34_069)), ("England", "M6", Decimal(46_940)))
TOLD = ToldTable(
    Table("Figures", ("Nation", "Point", "Amount"), ("text", "text", "money"), ROWS),
    lambda place: f"Row {place}.",
)


@pytest.fixture
def panel(
    qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen, styled: None
) -> Iterator[TablePanel]:
    del styled
    home = QWidget()
    qtbot.addWidget(home)
    tasks = Tasks()
    desk = Desk(library, "version 1", wording, chosen, tasks)
    panel = TablePanel(desk, "Figures", home)
    home.show()
    panel.resize(900, 400)
    yield panel
    tasks.wait()


def widths(panel: TablePanel) -> list[int]:
    QApplication.processEvents()
    return [panel.view.columnWidth(column) for column in range(3)]


def test_the_columns_fill_the_width_of_the_table(panel: TablePanel) -> None:
    panel.show_table(TOLD)
    assert sum(widths(panel)) == panel.view.viewport().width()
    panel.resize(1203, 400)
    assert sum(widths(panel)) == panel.view.viewport().width() > 1100


def test_what_is_left_goes_to_all_columns_alike(panel: TablePanel) -> None:
    panel.show_table(TOLD)
    before = widths(panel)
    panel.resize(900 + 300, 400)
    assert [after - old for after, old in zip(widths(panel), before, strict=True)] == [100] * 3


def test_a_hidden_column_leaves_its_width_to_the_others(panel: TablePanel) -> None:
    panel.show_table(TOLD)
    panel.hide_nation(hidden=True)
    assert widths(panel)[0] == 0
    assert sum(widths(panel)) == panel.view.viewport().width()


def test_columns_that_need_more_than_there_is_keep_what_they_need(panel: TablePanel) -> None:
    panel.show_table(TOLD)
    panel.view.setFixedWidth(120)
    needed = widths(panel)
    assert sum(needed) > panel.view.viewport().width()
    panel.view.setFixedWidth(100)
    assert widths(panel) == needed


def test_columns_with_a_width_of_their_own_are_left_alone(panel: TablePanel) -> None:
    panel.show_table(TOLD)
    panel.view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
    panel.view.setColumnWidth(0, 77)
    panel.resize(1200, 400)
    assert widths(panel)[0] == 77


def inked(panel: TablePanel) -> bool:
    """Say whether anything is drawn in the colour of quiet texts inside the table."""
    image = panel.view.viewport().grab().toImage()
    muted = QColor(LIGHT.muted)
    return any(
        image.pixelColor(x, y) == muted for y in range(image.height()) for x in range(image.width())
    )


def test_an_empty_table_says_in_its_place_what_to_do(panel: TablePanel) -> None:
    panel.tell("Add at least one more offer.")
    read = QAccessible.queryAccessibleInterface(panel.view)
    assert read.text(QAccessible.Text.Description) == "Add at least one more offer."
    assert inked(panel)
    assert not panel.status.isVisible(), "it is not said twice"


def test_a_table_with_rows_says_how_many_below(panel: TablePanel) -> None:
    panel.tell("Nothing yet.")
    panel.show_table(TOLD)
    assert panel.status.isVisible()
    assert panel.status.text() == "2 rows."
    assert panel.view.accessibleDescription() == ""
    assert not inked(panel)


def test_before_there_is_a_table_no_rows_are_counted(panel: TablePanel) -> None:
    assert panel.status.text() == ""
    panel.show_table(TOLD)
    panel.show_table(None)
    assert panel.status.text() == ""
