"""Work that is watched and stopped: what is shown meanwhile, who is told, and where the keys go."""

from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from payapp.domain.refusals import Refused
from payapp.gui.running_work import RunningWork
from payapp.gui.tasks import Tasks
from tests.gui.hands import click, press


class Bench:
    """A window with a button that begins work, which goes on until it is let go or stopped."""

    def __init__(self) -> None:
        self.window, self.tasks = QWidget(), Tasks()
        self.begin = QPushButton("Begin", self.window)
        texts = {"cancel": "Cancel", "progress": "How far it has come"}
        self.running = RunningWork("count", self.tasks, self.window, **texts)
        line = QHBoxLayout(self.window)
        line.addWidget(self.begin)
        self.running.lay_out(line)
        self.told: list[object] = []
        self.begun, self.let_go = Event(), Event()
        self.running.cancelled.connect(lambda: self.told.append("cancelled"))
        self.begin.clicked.connect(self.do)
        self.window.show()
        self.window.activateWindow()

    def do(self) -> None:
        self.running.begin(self.work, self.let_go.set, self.told.append, self.told.append)

    def work(self) -> int:
        self.begun.set()
        assert self.let_go.wait(20)
        return 7

    def end(self) -> None:
        self.let_go.set()
        self.tasks.wait()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench()
    qtbot.waitUntil(bench.window.isActiveWindow)
    yield bench
    bench.end()


@pytest.fixture
def begun(bench: Bench, qtbot: QtBot) -> Bench:
    click(bench.begin)
    qtbot.waitUntil(bench.begun.is_set)
    return bench


def parts_shown(bench: Bench) -> list[bool]:
    return [part.isVisible() for part in (bench.running.bar, bench.running.cancel)]


def is_running(bench: Bench) -> bool:
    return bench.running.is_running


def test_bar_and_button_are_shown_only_while_work_is_done(bench: Bench, qtbot: QtBot) -> None:
    assert parts_shown(bench) == [False, False]
    assert not is_running(bench)
    click(bench.begin)
    assert parts_shown(bench) == [True, True]
    assert is_running(bench)
    bench.let_go.set()
    qtbot.waitUntil(lambda: bench.told == [7])
    assert parts_shown(bench) == [False, False]
    assert not is_running(bench)


def test_the_keys_go_to_the_button_to_cancel_and_both_parts_have_names(begun: Bench) -> None:
    assert begun.running.cancel.hasFocus()
    assert begun.running.cancel.text() == "Cancel"
    assert begun.running.bar.accessibleName() == "How far it has come"


def test_the_pulse_comes_while_work_is_done_and_not_afterwards(begun: Bench, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(begun.running.pulse, timeout=2_000):
            pass
    click(begun.running.cancel)
    with qtbot.assertNotEmitted(begun.running.pulse, wait=250):
        pass


def test_cancel_answers_at_once_and_nothing_is_told_of_what_the_work_made(begun: Bench) -> None:
    start = monotonic()
    press(begun.running.cancel, Qt.Key.Key_Space)
    assert monotonic() - start < 0.2
    assert begun.told == ["cancelled"]
    assert parts_shown(begun) == [False, False]
    assert begun.let_go.is_set()
    begun.tasks.wait()
    QCoreApplication.processEvents()
    assert begun.told == ["cancelled"]


def test_what_a_page_stops_by_itself_is_no_cancel_and_is_stopped_once(begun: Bench) -> None:
    changes: list[bool] = []
    begun.running.changed.connect(lambda: changes.append(begun.running.is_running))
    begun.running.stop()
    begun.running.stop()
    assert changes == [False]
    assert begun.told == []


def test_other_work_stops_the_one_before(begun: Bench, qtbot: QtBot) -> None:
    begun.running.begin(lambda: 8, lambda: None, begun.told.append, begun.told.append)
    assert begun.let_go.is_set()
    assert is_running(begun)
    qtbot.waitUntil(lambda: begun.told == [8])
    assert not is_running(begun)


def test_a_refusal_is_told_once_nothing_is_shown_as_running(bench: Bench, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []

    def work() -> None:
        raise Refused("table.csv", "give another", found="it is empty")

    def refuse(refused: Refused) -> None:
        told.append((str(refused), bench.running.is_running))

    bench.running.begin(work, lambda: None, bench.told.append, refuse)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0].startswith("table.csv: it is empty")
    assert told[0][1] is False
    assert bench.told == []
    assert parts_shown(bench) == [False, False]
