"""Work beside the window: told of in its thread, replaced by later work, and ended with it."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from payapp.domain.refusals import Refused
from payapp.gui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    del qtbot
    tasks = Tasks()
    yield tasks
    tasks.wait()


class Heard:
    """What was told, and in which thread."""

    def __init__(self) -> None:
        self.made: list[object] = []
        self.refused: list[str] = []
        self.threads: set[int] = set()

    def take(self, made: object) -> None:
        self.made.append(made)
        self.threads.add(threading.get_ident())

    def refuse(self, refused: Refused) -> None:
        self.refused.append(str(refused))


def test_work_is_done_in_another_thread_and_told_of_in_this_one(qtbot: QtBot, tasks: Tasks) -> None:
    heard = Heard()
    tasks.run("read", threading.get_ident, heard.take, heard.refuse)
    assert tasks.is_busy
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard.threads == {threading.get_ident()}
    assert heard.made != [threading.get_ident()]


def test_the_window_waits_a_tenth_of_a_millisecond_for_its_turn_while_work_is_done(
    qtbot: QtBot, tasks: Tasks
) -> None:
    before = sys.getswitchinterval()
    heard = Heard()
    try:
        sys.setswitchinterval(0.005)
        tasks.run("read", sys.getswitchinterval, heard.take, heard.refuse)
        qtbot.waitUntil(lambda: not tasks.is_busy)
    finally:
        sys.setswitchinterval(before)
    assert heard.made == [pytest.approx(0.0001)]


def test_a_refusal_is_told_as_such(qtbot: QtBot, tasks: Tasks) -> None:
    def refuse() -> None:
        raise Refused("figures.csv", "give an amount", row=3, found="nothing there")

    heard = Heard()
    tasks.run("read", refuse, heard.take, heard.refuse)
    qtbot.waitUntil(lambda: bool(heard.refused))
    assert heard.refused == ["figures.csv, row 3: nothing there; give an amount."]
    assert heard.made == []


def test_later_work_of_a_name_replaces_the_earlier(qtbot: QtBot, tasks: Tasks) -> None:
    heard, gate = Heard(), threading.Event()
    tasks.run("read", gate.wait, heard.take, heard.refuse)
    tasks.run("read", lambda: "second", heard.take, heard.refuse)
    tasks.run("read", lambda: "third", heard.take, heard.refuse)
    tasks.run("other", lambda: "beside", heard.take, heard.refuse)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard.made == ["third", "beside"]


def test_of_work_that_is_dropped_nothing_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    heard, gate = Heard(), threading.Event()
    tasks.run("read", gate.wait, heard.take, heard.refuse)
    tasks.drop("read")
    tasks.drop("nothing of this name")
    tasks.run("other", lambda: "beside", heard.take, heard.refuse)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard.made == ["beside"]


def test_a_fault_comes_out_in_the_thread_of_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ZeroDivisionError("a bug")

    heard = Heard()
    with qtbot.captureExceptions() as caught:
        tasks.run("read", fail, heard.take, heard.refuse)
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert heard.made == []


def test_after_the_end_nothing_is_told(tasks: Tasks) -> None:
    heard, gate = Heard(), threading.Event()
    tasks.run("read", gate.wait, heard.take, heard.refuse)
    tasks.run("other", lambda: "never", heard.take, heard.refuse)
    gate.set()
    tasks.wait()
    QCoreApplication.sendPostedEvents(tasks)
    assert not tasks.is_busy
    assert heard.made == []
