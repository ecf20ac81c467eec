"""Pages that scroll: only where the page in front needs more room than the window has."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.page_stack import PageStack, rule, scrolling

SMALL, LARGE = 100, 900


def page(height: int) -> QWidget:
    """Return a page with one part of a height."""
    page = QWidget()
    part = QLabel(page)
    part.setMinimumSize(SMALL, height)
    QVBoxLayout(page).addWidget(part)
    return page


@pytest.fixture
def stack(home: QWidget) -> PageStack:
    stack = PageStack(home)
    stack.addWidget(page(SMALL))
    stack.addWidget(page(LARGE))
    QVBoxLayout(home).addWidget(scrolling(stack, home))
    home.resize(400, 300)
    home.show()
    return stack


def area(stack: PageStack) -> QScrollArea:
    area = stack.window().findChild(QScrollArea)
    assert area is not None
    QApplication.processEvents()
    return area


def test_a_page_that_fits_fills_the_window_and_does_not_scroll(stack: PageStack) -> None:
    shown = area(stack)
    assert shown.verticalScrollBar().maximum() == 0
    assert stack.height() == shown.viewport().height()


def test_a_page_that_does_not_fit_can_be_scrolled_to_its_end(stack: PageStack) -> None:
    stack.setCurrentIndex(1)
    shown = area(stack)
    assert stack.height() >= LARGE
    assert shown.verticalScrollBar().maximum() >= LARGE - shown.viewport().height()
    stack.setCurrentIndex(0)
    assert area(stack).verticalScrollBar().maximum() == 0


def test_without_a_page_nothing_is_asked_for(qtbot: QtBot) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    assert stack.heightForWidth(SMALL) == -1
    assert stack.sizeHint().height() <= SMALL
    assert stack.minimumSizeHint().height() <= SMALL


def test_a_rule_is_a_pixel_high(stack: PageStack) -> None:
    assert rule(stack).height() == 1
