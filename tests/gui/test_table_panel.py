"""A table in its panel: copied and exported as it is shown, counted, and told where it is empty."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from payapp.domain.plain_tables import Table
from payapp.gui.table_panel import Sheets, TablePanel
from payapp.report.figure_tables import ToldTable
from tests.gui.conftest import Chosen
from tests.gui.desks import OnDesk, cells, copied, head_of, values
from tests.gui.hands import click, press

POINTS = ("M10", "M2", "M1")
ROWS = (
    (None, "M10", Decimal(300), date(2026, 9, 1)),
    (None, "M2", Decimal("1200.50"), None),
    (None, "M1", None, date(2025, 9, 1)),
)
TOLD = ToldTable(
    Table("Points", ("Nation", "Point", "Amount", "From"), ("text", "text", "money", "date"), ROWS),
    lambda place: f"Row {place + 1}.",
)


@pytest.fixture
def panel(on_desk: OnDesk) -> TablePanel:
    panel = TablePanel(on_desk.desk, "Points", on_desk.window)
    panel.show_table(TOLD)
    return on_desk.show(panel)


def points(panel: TablePanel) -> list[str]:
    return [row[1] for row in cells(panel)]


def click_heading(panel: TablePanel, column: int) -> None:
    header = panel.view.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    click(header.viewport(), QPoint(middle, header.height() // 2))


def test_a_panel_with_no_table_has_nothing_to_hand_on(on_desk: OnDesk) -> None:
    panel = on_desk.show(TablePanel(on_desk.desk, "Points", on_desk.window))
    assert panel.shown() is None
    assert not panel.copy.isEnabled()
    assert not panel.export.isEnabled()
    QGuiApplication.clipboard().setText("before")
    panel.copy_shown()
    panel.export_shown()
    on_desk.wait()
    assert QGuiApplication.clipboard().text() == "before"


def test_rows_are_counted_and_a_filter_says_of_how_many(panel: TablePanel) -> None:
    assert panel.status.text() == "Rows: 3."
    panel.accept(lambda place: place != 0)
    assert panel.status.text() == "Rows shown: 2 of 3."
    panel.accept(None)
    assert panel.status.text() == "Rows: 3."


def test_a_heading_sorts_up_then_down_then_not_at_all(panel: TablePanel) -> None:
    orders = []
    for _ in range(3):
        click_heading(panel, 1)
        orders.append(points(panel))
    assert orders == [["M1", "M2", "M10"], ["M10", "M2", "M1"], list(POINTS)]


def test_another_table_comes_in_its_own_order_and_unfiltered(panel: TablePanel) -> None:
    click_heading(panel, 1)
    panel.accept(lambda place: place == 2)
    panel.show_table(TOLD)
    assert points(panel) == list(POINTS)
    assert panel.view.horizontalHeader().sortIndicatorSection() == -1


def test_what_is_copied_is_what_is_shown_in_its_order(on_desk: OnDesk, panel: TablePanel) -> None:
    click_heading(panel, 1)
    panel.accept(lambda place: place != 0)
    click(panel.copy)
    on_desk.wait()
    assert copied() == [
        ["Nation", "Point", "Amount", "From"],
        ["", "M1", "", "1 September 2025"],
        ["", "M2", "£1,200.50", ""],
    ]
    assert panel.status.text() == "The rows shown were copied as text."


def test_the_usual_keys_copy_the_whole_table_and_other_keys_do_not(
    on_desk: OnDesk, panel: TablePanel
) -> None:
    QGuiApplication.clipboard().clear()
    panel.view.setFocus()
    press(panel.view, "c")
    on_desk.wait()
    assert QGuiApplication.clipboard().text() == ""
    press(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    on_desk.wait()
    assert len(copied()) == 4


def test_what_is_exported_is_what_is_shown_with_numbers_and_days_as_such(
    on_desk: OnDesk, panel: TablePanel, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "points.xlsx"
    panel.accept(lambda place: place == 0)
    click(panel.export)
    on_desk.wait()
    heading, row = values(chosen.workbook_path, "Points")[:2]
    assert heading == ("Nation", "Point", "Amount", "From")
    assert row[1:3] == ("M10", 300)
    assert str(row[3]).startswith("2026-09-01")
    assert chosen.suggested == ["Points"]


@pytest.mark.parametrize(
    ("of_people", "said"),
    [
        (False, "Written to points.xlsx."),
        (
            True,
            "Written to points.xlsx. The file is not encrypted: keep it on an encrypted drive.",
        ),
    ],
)
def test_where_people_may_be_in_a_file_it_is_said_not_to_be_encrypted(
    on_desk: OnDesk, panel: TablePanel, chosen: Chosen, tmp_path: Path, of_people: bool, said: str
) -> None:
    on_desk.desk.of_people = of_people
    chosen.workbook_path = tmp_path / "points.xlsx"
    click(panel.export)
    on_desk.wait()
    assert panel.status.text() == said


def test_sheets_are_exported_in_the_place_of_the_table_where_there_are_any(
    on_desk: OnDesk, panel: TablePanel, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "sheets.xlsx"
    panel.sheets = Sheets("Title", [TOLD.table._replace(name="Other")])
    click(panel.export)
    on_desk.wait()
    assert values(chosen.workbook_path, "Other")[1][1] == "M10"
    assert head_of(chosen.workbook_path) == "version 1"


def test_sheets_that_say_what_they_rest_on_have_it_at_the_head_of_their_pages(
    on_desk: OnDesk, panel: TablePanel, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "sheets.xlsx"
    panel.sheets = Sheets("Title", [TOLD.table], "Figures of Wales")
    click(panel.export)
    on_desk.wait()
    assert head_of(chosen.workbook_path) == "Figures of Wales"


def test_the_row_of_the_keys_is_told_by_its_place_in_the_table(panel: TablePanel) -> None:
    entered: list[int] = []
    panel.row_entered.connect(entered.append)
    click_heading(panel, 1)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.rows.index(0, 1))
    press(panel.view, Qt.Key.Key_Down)
    assert entered[-2:] == [2, 1]


def test_a_row_that_is_filtered_away_or_replaced_is_let_go_of(panel: TablePanel) -> None:
    entered: list[int] = []
    panel.row_entered.connect(entered.append)
    panel.view.setCurrentIndex(panel.rows.index(0, 1))
    panel.accept(lambda _: False)
    assert entered[-1] == -1
    panel.accept(None)
    panel.view.setCurrentIndex(panel.rows.index(1, 1))
    panel.show_table(TOLD)
    assert entered[-1] == -1


def test_tab_leaves_the_table_for_its_buttons(on_desk: OnDesk, panel: TablePanel) -> None:
    panel.view.setFocus()
    for following in (panel.copy, panel.export):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_a_sentence_stands_in_the_place_of_rows_that_there_are_none_of(panel: TablePanel) -> None:
    panel.show_table(None)
    panel.tell("Enter two days.")
    assert panel.status.text() == "Enter two days."
    assert panel.view.accessibleDescription() == "Enter two days."
    panel.show_table(TOLD)
    assert panel.view.accessibleDescription() == ""
    assert panel.status.isVisible()


def test_no_cell_can_be_written_into(panel: TablePanel) -> None:
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.rows.index(0, 1))
    press(panel.view, Qt.Key.Key_F2)
    press(panel.view, "x")
    assert points(panel) == list(POINTS)


def test_the_column_of_the_nation_can_be_hidden_and_comes_back(panel: TablePanel) -> None:
    panel.hide_nation(hidden=True)
    assert panel.view.isColumnHidden(0)
    panel.hide_nation(hidden=False)
    assert not panel.view.isColumnHidden(0)


def test_a_table_is_freed_with_its_panel(on_desk: OnDesk, panel: TablePanel) -> None:
    click(panel.copy)
    assert on_desk.frees(panel)


LONG = "By our calculation from the award as it was proposed the table would say £2,885; so check."


def in_lines(panel: TablePanel, rows: int, said: str = LONG) -> int:
    """Return how many lines of type a row is high, in a table of so many rows with a sentence."""
    table = Table("Long", ("Mark", "Is"), ("text", "text"), [("✓", said) for _ in range(rows)])
    panel.show_table(ToldTable(table, lambda place: f"Row {place}."))
    return panel.view.rowHeight(0) // panel.view.fontMetrics().height()


def test_a_sentence_goes_on_in_further_lines_and_no_column_lies_beyond_the_edge(
    panel: TablePanel, qtbot: QtBot
) -> None:
    window = panel.window()
    window.resize(420, 400)
    qtbot.waitUntil(lambda: panel.view.viewport().width() < 420)
    assert in_lines(panel, 2) == 3
    assert panel.view.wordWrap()
    assert panel.view.horizontalHeader().length() == panel.view.viewport().width()
    window.resize(1100, 400)
    qtbot.waitUntil(lambda: panel.view.viewport().width() > 900)
    assert in_lines(panel, 2) == 1
    assert not panel.view.wordWrap()


def test_a_table_asks_for_little_room_and_never_for_less_than_two_rows(panel: TablePanel) -> None:
    row = panel.view.rowHeight(0)
    assert 3 * row < panel.view.minimumSizeHint().height() < 5 * row
    assert panel.view.sizeHint() == panel.view.minimumSizeHint()


def test_many_rows_are_no_higher_than_two_lines(panel: TablePanel, qtbot: QtBot) -> None:
    panel.window().resize(420, 400)
    qtbot.waitUntil(lambda: panel.view.viewport().width() < 420)
    assert in_lines(panel, 300) == 2


def test_rows_that_are_not_all_in_view_give_up_as_few_lines_as_it_takes(
    panel: TablePanel, qtbot: QtBot
) -> None:
    panel.window().resize(420, 400)
    qtbot.waitUntil(lambda: panel.view.viewport().width() < 420)
    longer = f"{LONG} {LONG}"
    assert in_lines(panel, 1, longer) == 4
    room, line = panel.view.viewport().height(), panel.view.fontMetrics().height()
    rows = room // (3 * line + 12)
    assert rows * (4 * line + 12) > room
    assert in_lines(panel, rows, longer) == 3
