"""The tables of the schedules: drawn, read aloud, sorted and filtered."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from payapp.domain.plain_tables import Table
from payapp.gui.table_model import FilterModel, ToldTableModel
from payapp.report.figure_tables import ToldTable
from payapp.report.wording import Wording

DOWN = Qt.SortOrder.DescendingOrder
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ROWS = (
    ("M10", Decimal(300), date(2026, 9, 1), 3),
    ("M2", Decimal("1200.50"), None, 2),
    ("m1", None, date(2025, 9, 1), 1),
)
TOLD = ToldTable(
    Table("Name", ("Point", "Amount", "From", "Sure"), ("text", "money", "date", "number"), ROWS),
    lambda place: f"Row {place}.",
)


@pytest.fixture
def model(wording: Wording, qtmodeltester: ModelTester) -> Iterator[ToldTableModel]:
    model = ToldTableModel(wording)
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    check(model)
    model.show_table(TOLD)
    check(model)
    yield model
    check(model)


@pytest.fixture
def rows(model: ToldTableModel, qtmodeltester: ModelTester) -> Iterator[FilterModel]:
    rows = FilterModel(model)
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    check(rows)
    yield rows
    check(rows)


def points(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_cell_is_drawn_as_it_is_read(model: ToldTableModel) -> None:
    assert [model.index(1, column).data() for column in range(4)] == ["M2", "£1,200.50", "", "2"]
    assert model.index(0, 2).data() == "1 September 2026"
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)] == [
        *("Point", "Amount", "From", "Sure")
    ]


def test_a_cell_is_read_aloud_with_its_heading_and_the_sentence_of_its_row(
    model: ToldTableModel,
) -> None:
    assert model.index(1, 1).data(SPOKEN) == "Amount: £1,200.50. Row 1."
    assert model.index(1, 2).data(SPOKEN) == "From: nothing. Row 1."


def test_no_cell_is_silent(model: ToldTableModel) -> None:
    cells = [model.index(row, column) for row in range(3) for column in range(4)]
    assert all(cell.data(SPOKEN).endswith(".") for cell in cells)


def test_amounts_and_numbers_stand_on_the_right_with_their_headings(model: ToldTableModel) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    right = int(Qt.AlignmentFlag.AlignRight)
    sides = [bool(int(model.index(0, column).data(role)) & right) for column in range(4)]
    assert sides == [False, True, False, True]
    for column, side in enumerate(sides):
        heading = model.headerData(column, Qt.Orientation.Horizontal, role)
        assert bool(int(heading or 0) & right) is side


def test_text_is_sorted_with_its_numbers_by_size(model: ToldTableModel) -> None:
    model.sort(0)
    assert points(model) == ["m1", "M2", "M10"]
    model.sort(0, DOWN)
    assert points(model) == ["M10", "M2", "m1"]


@pytest.mark.parametrize(
    "in_order",
    [
        ("P2", "P10", "P999999999999", "P1000000000000"),
        ("7 b", "007 c", "08 a"),
        ("gap of £90 of £1", "gap of £100 of £1", "gap of £100 of £20", "Gap of £1000"),
        ("Row", "row 2", "rows"),
        ("a", "b"),
    ],
)
def test_texts_are_ordered_number_by_number_without_regard_to_capitals(
    wording: Wording, in_order: tuple[str, ...]
) -> None:
    model = ToldTableModel(wording)
    rows = [(text,) for text in reversed(in_order)]
    model.show_table(ToldTable(Table("Name", ("Text",), ("text",), rows), str))
    model.sort(0)
    assert points(model) == list(in_order)


def test_rows_that_are_alike_keep_the_order_of_the_table(wording: Wording) -> None:
    model = ToldTableModel(wording)
    rows = [("b", Decimal(1)), ("a", Decimal(2)), ("B", Decimal(3)), ("b", Decimal(4))]
    table = Table("Name", ("Text", "Amount"), ("text", "money"), rows)
    model.show_table(ToldTable(table, str))
    model.sort(0)
    assert [model.index(row, 1).data() for row in range(4)] == ["£2", "£1", "£3", "£4"]


@pytest.mark.parametrize("column", [1, 2])
def test_empty_cells_stand_last_either_way(model: ToldTableModel, column: int) -> None:
    for order in (Qt.SortOrder.AscendingOrder, DOWN):
        model.sort(column, order)
        assert model.index(2, column).data() == ""
        assert model.index(1, column).data() != ""


def test_without_a_column_the_table_has_its_own_order_again(model: ToldTableModel) -> None:
    model.sort(1, DOWN)
    model.sort(-1)
    assert points(model) == ["M10", "M2", "m1"]


def test_what_is_held_on_to_goes_with_its_row(model: ToldTableModel) -> None:
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(0)
    assert (held.row(), held.data()) == (2, "£300")


def test_a_filter_shows_what_is_accepted_and_leaves_the_order(
    rows: FilterModel, model: ToldTableModel
) -> None:
    rows.accept(lambda place: place != 1)
    assert points(rows) == ["M10", "m1"]
    rows.sort(0)
    assert points(rows) == ["m1", "M10"]
    assert (rows.places(), rows.place(1)) == ([2, 0], 0)
    rows.accept(None)
    assert points(rows) == points(model) == ["m1", "M2", "M10"]


def test_a_table_that_is_taken_away_leaves_nothing(
    rows: FilterModel, model: ToldTableModel
) -> None:
    rows.accept(lambda place: place == 0)
    rows.accept_all()
    model.show_table(None)
    assert (rows.rowCount(), model.columnCount()) == (0, 0)
    assert model.headerData(0, Qt.Orientation.Horizontal) is None
    model.sort(0)
    with pytest.raises(IndexError):
        model.cells(0)


def test_what_is_not_asked_of_a_cell_is_none(model: ToldTableModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
