"""No text of any window is cut: at 1280 x 720, on a smaller screen, and in larger type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from payapp.gui.controls import Choice
from payapp.gui.style import BASE_POINTS
from payapp.gui.table_panel import TableView
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.faces import BESIDE, DIALOGS, WINDOWS, Faces

USUAL = (1280, 720)
# What 150 % and 200 % leave of a screen with 1280 x 720 pixels.
SMALL = [(853, 480), (640, 360)]
LARGER = 13.0
INSIDE = QLineEdit
TEXTS = (QLabel, QPushButton, QCheckBox, QRadioButton, QTabBar, Choice)


@pytest.fixture
def type_size(request: pytest.FixtureRequest, qapp: QApplication, styled: None) -> Iterator[float]:
    """Set the program in type of a size, in points."""
    del styled
    font = qapp.font()
    font.setPointSizeF(request.param)
    qapp.setFont(font)
    yield request.param
    font.setPointSizeF(BASE_POINTS)
    qapp.setFont(font)


@pytest.fixture
def faces(
    qtbot: QtBot, type_size: float, window: MainWindow, wording: Wording, tmp_path: Path
) -> Iterator[Faces]:
    assert window.font().pointSizeF() == type_size
    faces = Faces(qtbot, window, wording, tmp_path)
    yield faces
    window.side.end()


def shown(face: QWidget, kinds: tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    for kind in kinds:
        yield from (each for each in face.findChildren(kind) if each.isVisible())


def is_cut(widget: QWidget) -> bool:
    """Say whether a text has less room than it needs."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width()) - 1
    if isinstance(widget, Choice):
        return widget.height() < widget.sizeHint().height() or widget.width() < 90
    if isinstance(widget, QTabBar):
        last = widget.tabRect(widget.count() - 1)
        return widget.width() < last.right() or any(_elided(widget))
    if widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width() - 1


def _elided(bar: QTabBar) -> Iterator[bool]:
    for place in range(bar.count()):
        text = bar.tabText(place).replace("&", "")
        yield bar.tabRect(place).width() < bar.fontMetrics().horizontalAdvance(text)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__}: {getattr(widget, 'text', str)()}"


def fill(face: QWidget, size: tuple[int, int]) -> None:
    if not face.isModal():
        face.resize(*size)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("type_size", [BASE_POINTS, LARGER], indirect=True)
@pytest.mark.parametrize("name", WINDOWS)
def test_no_text_is_cut(faces: Faces, name: str) -> None:
    seen = 0
    for page, face in faces.of(name):
        fill(face, USUAL)
        texts = [each for each in shown(face, TEXTS) if not isinstance(each.parent(), INSIDE)]
        assert not [f"{page}: {told(each)}" for each in texts if is_cut(each)]
        seen += len(texts)
    assert seen >= (3 if name in DIALOGS else 30)


@pytest.mark.parametrize("type_size", [BASE_POINTS], indirect=True)
@pytest.mark.parametrize("name", BESIDE)
def test_a_table_that_scrolls_stands_in_no_page_that_scrolls_too(faces: Faces, name: str) -> None:
    for page, face in faces.of(name):
        fill(face, SMALL[0])
        tables = [each for each in face.findChildren(TableView) if each.isVisible()]
        outer = face.findChild(QScrollArea, "scrolling")
        assert outer is not None
        if page == "Figures":  # whose chart and sources stand below the table
            assert all(table.height() >= 190 for table in tables)
        elif tables:
            assert outer.verticalScrollBar().maximum() == 0, page
        for table in tables:
            room = table.viewport().height() // table.fontMetrics().height()
            assert room >= 2, f"{page}: there is no room for a row"


def reach(face: QWidget) -> Iterator[QWidget]:
    """Yield what neither stands in its window nor can be scrolled to."""
    for control in shown(face, (QPushButton, QLineEdit, Choice, QCheckBox, QTabBar)):
        inner = _scrolled(control, face)
        if not inner.rect().contains(_on(inner, control)):
            yield control


def _scrolled(control: QWidget, face: QWidget) -> QWidget:
    """Return what is scrolled with a control in it, or the window where nothing is."""
    area = control.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return (area.widget() if area else None) or face


@pytest.mark.parametrize("type_size", [BASE_POINTS], indirect=True)
@pytest.mark.parametrize("name", ["main", *BESIDE])
@pytest.mark.parametrize("size", SMALL)
def test_every_control_can_be_reached_on_a_small_screen(
    faces: Faces, name: str, size: tuple[int, int]
) -> None:
    for page, face in faces.of(name):
        fill(face, size)
        assert (face.width(), face.height()) == size, f"{page} asks for more"
        assert not [f"{page}: {told(each)}" for each in reach(face)]
        labels = [each for each in face.findChildren(QLabel) if each.isVisible()]
        assert not [f"{page}: {told(each)}" for each in labels if each.wordWrap() and is_cut(each)]
        covering = [
            (told(one), told(other))
            for one, other in _pairs(list(shown(face, (QPushButton, QLineEdit, Choice))))
            if one.isVisible() and _on(face, one).intersects(_on(face, other))
        ]
        assert not covering


def _pairs(widgets: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield each two that share their parent: only those are laid out side by side."""
    for place, one in enumerate(widgets):
        for other in widgets[place + 1 :]:
            if one.parent() is other.parent():
                yield one, other


def _on(face: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(face, widget.rect().topLeft()), widget.size())
