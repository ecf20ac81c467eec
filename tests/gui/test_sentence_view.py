"""A list of sentences shows each of them whole, in any width and any type."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from payapp.gui.sentence_list import SentenceList
from payapp.gui.sentence_view import SentenceView
from payapp.gui.style import BASE_POINTS
from tests.gui.hands import press

LONG = (
    "Known gap: The final text of the September 2026 document was not seen: the figures from "
    "1 September 2026 and 2027 are accepted awards, shown as proposed."
)
SENTENCES = ("Short.", LONG)
WRAP = int(Qt.TextFlag.TextWordWrap)


@pytest.fixture
def view(home: QWidget) -> SentenceView:
    view = SentenceView("Rules and known gaps", SentenceList(str), home)
    model = view.model()
    assert isinstance(model, SentenceList)
    model.setParent(view)
    model.show_texts(SENTENCES)
    home.resize(640, 360)
    view.resize(640, 300)
    home.show()
    return view


def lines_of(view: SentenceView, row: int) -> int:
    """Return how many lines of type the row is high."""
    metrics = QFontMetrics(view.font())
    return view.visualRect(view.model().index(row, 0)).height() // metrics.height()


@pytest.mark.parametrize("width", [900, 400, 200])
@pytest.mark.parametrize("points", [BASE_POINTS, 16.0])
def test_each_sentence_is_as_high_as_its_lines(
    view: SentenceView, width: int, points: float
) -> None:
    font = view.font()
    font.setPointSizeF(points)
    view.setFont(font)
    view.resize(width, 300)
    view.doItemsLayout()
    QApplication.processEvents()
    metrics = QFontMetrics(view.font())
    for row, sentence in enumerate(SENTENCES):
        place = view.visualRect(view.model().index(row, 0))
        inside = QRect(0, 0, place.width() - 24, 10_000)
        assert place.height() >= metrics.boundingRect(inside, WRAP, sentence).height()
        assert place.width() <= view.viewport().width()


def test_a_long_sentence_goes_on_in_another_line(view: SentenceView) -> None:
    view.resize(300, 300)
    view.doItemsLayout()
    assert lines_of(view, 1) > lines_of(view, 0)


def test_it_is_read_by_its_name_and_never_scrolled_sideways(view: SentenceView) -> None:
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Rules and known gaps"
    assert view.horizontalScrollBar().maximum() == 0


def test_the_sentence_that_the_keys_are_on_looks_different(view: SentenceView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    room = view.visualRect(view.model().index(0, 0))
    with_keys = view.viewport().grab(room).toImage()
    press(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    assert view.viewport().grab(room).toImage() != with_keys
