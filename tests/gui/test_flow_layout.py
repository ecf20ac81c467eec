"""Fields in lines: they go on below where the window is narrow, and none is cut or covered."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from payapp.gui.flow_layout import FlowLayout

WIDE, HIGH, GAP = 100, 30, 10


def box(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFixedSize(WIDE, HIGH)
    return label


@pytest.fixture
def boxes(home: QWidget) -> list[QLabel]:
    line = FlowLayout(GAP, home)
    boxes = [box(home) for _ in range(3)]
    for each in boxes[:2]:
        line.addWidget(each)
    inner = QVBoxLayout()
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(boxes[2])
    line.add_layout(inner)
    home.show()
    return boxes


def line_of(home: QWidget) -> FlowLayout:
    line = home.layout()
    assert isinstance(line, FlowLayout)
    return line


def tops(home: QWidget, boxes: list[QLabel], width: int) -> list[int]:
    """Return where the boxes stand in a width, from above, once none covers another."""
    home.resize(width, 400)
    home.grab()
    assert all(
        not one.geometry().intersects(other.geometry()) for one, other in combinations(boxes, 2)
    )
    return [each.geometry().top() for each in boxes]


def test_all_stand_in_one_line_where_there_is_room(home: QWidget, boxes: list[QLabel]) -> None:
    assert tops(home, boxes, 3 * WIDE + 2 * GAP) == [0, 0, 0]
    assert [each.geometry().left() for each in boxes] == [0, 110, 220]


def test_the_last_goes_on_below_where_a_pixel_is_lacking(
    home: QWidget, boxes: list[QLabel]
) -> None:
    assert tops(home, boxes, 3 * WIDE + 2 * GAP - 1) == [0, 0, HIGH + GAP]


def test_each_has_a_line_of_its_own_where_two_do_not_fit(
    home: QWidget, boxes: list[QLabel]
) -> None:
    assert tops(home, boxes, 2 * WIDE) == [0, 40, 80]


def test_the_height_follows_from_the_width(home: QWidget, boxes: list[QLabel]) -> None:
    line = line_of(home)
    assert line.hasHeightForWidth()
    assert line.heightForWidth(1000) == HIGH
    assert line.heightForWidth(2 * WIDE + GAP) == 2 * HIGH + GAP
    assert (line.sizeHint().width(), line.sizeHint().height()) == (320, HIGH)
    assert (line.minimumSize().width(), line.minimumSize().height()) == (WIDE, HIGH)
    assert line.count() == len(boxes)


def test_a_part_is_taken_out_by_its_place(home: QWidget, boxes: list[QLabel]) -> None:
    line = line_of(home)
    taken, following = line.takeAt(0), line.itemAt(0)
    assert taken is not None
    assert taken.widget() is boxes[0]
    assert following is not None
    assert following.widget() is boxes[1]
    assert line.takeAt(2) is None
    assert line.itemAt(-1) is None
