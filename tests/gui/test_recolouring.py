"""Changing the colours: by turns, of all that is open, and to the same as from the start."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.recolouring import AT_A_TIME, Recolouring
from payapp.gui.style import DARK, LIGHT, Colours, Scheme, choose_scheme
from payapp.gui.window import MainWindow
from tests.gui.hands import act

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
CASE = EXAMPLES / "england-senco-upper-range-sen-allowance-and-temporary-tlr.json"


class Painted(QWidget):
    """Knows whether it was painted."""

    painted = False

    def event(self, event: QEvent) -> bool:
        self.painted = self.painted or event.type() is QEvent.Type.Paint
        return super().event(event)


@pytest.fixture
def opened(qtbot: QtBot, styled: None) -> QWidget:
    """Return a window that is open."""
    del styled
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def labels(opened: QWidget) -> list[QLabel]:
    """Return the many labels of a window, half of them hidden."""
    made = [QLabel("A text", opened) for _ in range(3 * AT_A_TIME)]
    for label in made:
        label.setProperty("role", "muted")
        label.show()
    for label in made[::2]:
        label.hide()
    return made


def has_ended(qapp: QApplication) -> bool:
    return qapp.findChild(Recolouring) is None


def choose(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    choose_scheme(scheme)
    qtbot.waitUntil(lambda: has_ended(qapp))


def colours_of(labels: list[QLabel]) -> set[str]:
    return {label.palette().color(QPalette.ColorRole.WindowText).name() for label in labels}


def after_each_turn(qapp: QApplication) -> Iterator[int]:
    """Yield the number of each turn of a change that is under way."""
    turn = 0
    while not has_ended(qapp):
        qapp.processEvents()
        yield (turn := turn + 1)


@pytest.mark.parametrize(("scheme", "held"), [(Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)])
def test_all_that_is_open_takes_the_colours_seen_or_not(
    qtbot: QtBot, qapp: QApplication, labels: list[QLabel], scheme: Scheme, held: Colours
) -> None:
    assert colours_of(labels) == {LIGHT.muted}
    choose(qtbot, qapp, Scheme.DARK)
    choose(qtbot, qapp, scheme)
    assert colours_of(labels) == {held.muted}


def test_nothing_is_painted_half_way(
    qapp: QApplication, opened: QWidget, labels: list[QLabel]
) -> None:
    seen = [label for label in labels if label.isVisible()]
    choose_scheme(Scheme.DARK)
    painted = [
        opened.updatesEnabled() for _ in after_each_turn(qapp) if colours_of(seen) != {DARK.muted}
    ]
    assert len(painted) > len(labels) / AT_A_TIME
    assert not any(painted)
    assert opened.updatesEnabled()


def test_what_is_seen_has_its_colours_before_what_is_hidden(
    qapp: QApplication, opened: QWidget, labels: list[QLabel]
) -> None:
    hidden = [label for label in labels if label.isHidden()]
    choose_scheme(Scheme.DARK)
    waiting = [colours_of(hidden) for _ in after_each_turn(qapp) if opened.updatesEnabled()]
    assert waiting[0] != {DARK.muted}
    assert waiting[-1] == {DARK.muted}


def test_each_change_meanwhile_comes_to_the_last(
    qapp: QApplication, opened: QWidget, labels: list[QLabel]
) -> None:
    for stop in (1, 4, 5, 6):
        choose_scheme(Scheme.DARK)
        for turn in after_each_turn(qapp):
            if turn == stop:
                choose_scheme(Scheme.LIGHT)
                assert len(qapp.findChildren(Recolouring)) == 1
        assert colours_of(labels) == {LIGHT.muted}
        assert LIGHT.window in qapp.styleSheet()
        assert opened.updatesEnabled()


def test_what_goes_or_comes_meanwhile_does_no_harm(
    qapp: QApplication, opened: QWidget, labels: list[QLabel]
) -> None:
    choose_scheme(Scheme.DARK)
    for _ in after_each_turn(qapp):
        labels.pop().setParent(None)
        come = QLabel("A text", opened)
        come.setProperty("role", "muted")
        come.show()
        labels.insert(0, come)
    assert colours_of(labels) == {DARK.muted}


def test_a_rule_that_no_longer_holds_leaves_no_old_colour(
    qtbot: QtBot, qapp: QApplication, labels: list[QLabel]
) -> None:
    choose(qtbot, qapp, Scheme.DARK)
    label = labels[1]
    label.setProperty("role", "")
    label.style().unpolish(label)
    label.style().polish(label)
    assert colours_of([label]) == {DARK.text}


def test_a_window_that_opens_meanwhile_is_painted(
    qtbot: QtBot, qapp: QApplication, styled: None
) -> None:
    del styled
    choose_scheme(Scheme.DARK)
    window = Painted()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: has_ended(qapp) and window.painted)


def test_no_size_changes(qtbot: QtBot, qapp: QApplication, styled: None) -> None:
    del styled
    button = QPushButton("Words")
    qtbot.addWidget(button)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.show()
    size = button.sizeHint()
    choose(qtbot, qapp, Scheme.DARK)
    assert button.sizeHint() == size


def pictures(window: MainWindow) -> list[QImage]:
    """Return how every page of the questions and the answer of a window look, all laid out."""
    assert window.page is not None
    form, found = window.page.form, []
    for place in [*range(form.steps.count())] * 2:
        form.steps.setCurrentIndex(place)
        QApplication.processEvents()
        found.append(form.grab().toImage())
    return [*found[-form.steps.count() :], window.page.answer.grab().toImage()]


def test_a_window_looks_as_one_that_had_the_colours_from_the_start(
    qtbot: QtBot, qapp: QApplication, open_window: Callable[[Path | None], MainWindow]
) -> None:
    first = open_window(CASE)
    act(first, "ask_all")
    light = pictures(first)
    choose(qtbot, qapp, Scheme.DARK)
    dark = pictures(first)
    assert not any(one == other for one, other in zip(light, dark, strict=True))
    first.hide()
    second = open_window(CASE)
    act(second, "ask_all")
    assert dark == pictures(second)


def test_the_verdict_follows_the_system(qtbot: QtBot, qapp: QApplication, page: CasePage) -> None:
    choose(qtbot, qapp, Scheme.SYSTEM)
    headline = page.answer.verdict.headline
    for scheme, held in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        qtbot.waitUntil(lambda: has_ended(qapp))
        assert colours_of([headline]) == {held.unknown}
