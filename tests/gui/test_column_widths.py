"""The widths of columns: nothing is cut while there is room, and sentences give way first."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from payapp.domain.plain_tables import Table
from payapp.gui.column_widths import Column, columns_of, shared
from payapp.report.figure_tables import ToldTable
from payapp.report.wording import Wording

PLAIN = Column(100, 100)
CUT = Column(100, 160)
LONG = "By our calculation from the award as it was proposed the table would say £2,885."
SENTENCE = Column(330, 900, (LONG, "Short."))


@pytest.fixture
def metrics(home: QWidget, qapp: QApplication) -> QFontMetrics:
    del home
    return QFontMetrics(qapp.font())


def told(*cells: str) -> ToldTable:
    table = Table("Table", ("Heading",), ("text",), [(cell,) for cell in cells])
    return ToldTable(table, lambda place: f"Row {place}.")


@pytest.mark.parametrize(
    ("columns", "room", "widths"),
    [
        ((PLAIN, PLAIN), 200, [100, 100]),
        ((PLAIN, PLAIN), 301, [150, 151]),
        ((PLAIN, CUT), 240, [100, 140]),
        ((PLAIN, CUT), 280, [110, 170]),
        ((PLAIN, PLAIN), 150, [100, 100]),
        ((PLAIN, SENTENCE), 400, [100, 300]),
        ((SENTENCE, SENTENCE), 501, [250, 251]),
        ((PLAIN, SENTENCE), 331, [100, 231]),
        ((PLAIN, SENTENCE), 300, [100, 330]),
        ((), 300, []),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_room_is_shared_among_columns(
    columns: tuple[Column, ...], room: int, widths: list[int]
) -> None:
    assert shared(columns, room) == widths


def test_a_cell_beyond_the_first_rows_counts_for_the_width_in_which_nothing_is_cut(
    metrics: QFontMetrics, wording: Wording
) -> None:
    (column,) = columns_of(told(*["M1"] * 300, "Principal teacher's scale"), metrics, wording)
    assert column.asked < metrics.horizontalAdvance("Principal teacher's scale")
    assert column.whole > metrics.horizontalAdvance("Principal teacher's scale")
    assert not column.sentences


def test_long_cells_are_sentences_that_go_on_in_further_lines(
    metrics: QFontMetrics, wording: Wording
) -> None:
    (column,) = columns_of(told("Short.", LONG), metrics, wording)
    assert column.sentences == (LONG, "Short.")
    assert column.least == 230 < column.asked == 330 < column.whole
    assert column.lines(column.whole, metrics) == 1
    assert column.lines(metrics.horizontalAdvance(LONG) * 2 // 3, metrics) == 2
    assert column.lines(100, metrics) == 4, "and no more, however many it needs"


def test_a_column_without_sentences_has_one_line_in_any_width(metrics: QFontMetrics) -> None:
    assert Column(100, 100).lines(10, metrics) == 1


def test_a_table_without_rows_is_as_wide_as_its_headings(
    metrics: QFontMetrics, wording: Wording
) -> None:
    (column,) = columns_of(told(), metrics, wording)
    assert column.asked == column.whole > metrics.horizontalAdvance("Heading")
