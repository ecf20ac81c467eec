"""Recovery after a crash: what a killed run leaves, and what a run that ends in order does not."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from payapp.gui import recovery
from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.documents import CaseDocument
from payapp.gui.recovery import Recovery, left_behind, place_of, recovery_folder
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import act, field, say, type_over, wait_for_case

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = EXAMPLES / "england-cannot-be-told.json"
OpenWindow = Callable[[Path | None], MainWindow]

# Opens a file, changes an answer, and kills itself once the copy is written.
KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from payapp.gui import recovery
from payapp.gui.form_model import with_value
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording

recovery.PAUSE = 0
application = QApplication(["payapp"])
window = MainWindow(Wording.load(), first=Path(sys.argv[1]))

def change():
    document = window.document
    document.edit(with_value(document.plain, "salary", "30000"), "change of salary")
    look.start(10)

def look_for_the_copy():
    if window.recovery.copy.exists():
        os.kill(os.getpid(), signal.SIGKILL)

look = QTimer()
look.timeout.connect(look_for_the_copy)
window.loading.finished.connect(lambda: QTimer.singleShot(0, change))
window.show()
application.exec()
"""


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "PAUSE", 0)


@pytest.fixture
def kept(qtbot: QtBot) -> Callable[[MainWindow], Path]:
    """Return how to wait for the copy of a window."""

    def wait(window: MainWindow) -> Path:
        copy = keeper(window).copy
        qtbot.waitUntil(copy.exists)
        return copy

    return wait


def keeper(window: MainWindow) -> Recovery:
    assert window.recovery is not None
    return window.recovery


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is to be written or deleted any more."""
    of = keeper(window)
    qtbot.waitUntil(lambda: not of.timer.isActive() and not of.tasks.is_busy)


def files() -> list[str]:
    folder = recovery_folder()
    return sorted(path.suffix for path in folder.iterdir()) if folder.is_dir() else []


def kill_a_run(path: Path) -> None:
    """Have a run of its own killed while it has changes that are not saved."""
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], cwd=ROOT, check=False, timeout=120
    )
    assert ran.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_a_killed_run_had_not_saved_is_offered_and_comes_back_as_changed(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, chosen: Chosen
) -> None:
    path = tmp_path / "Case 12.json"
    path.write_bytes(EXAMPLE.read_bytes())
    kill_a_run(path)
    assert files() == [".json", ".lock"]
    window = open_window(None)
    strip = window.strip
    assert strip is not None
    qtbot.waitUntil(strip.isVisible)
    assert "Case 12.json" in strip.sentence.text()
    strip.restore.click()
    assert window.document is not None
    assert window.document.path == path
    assert window.document.plain["pay"] == {
        "range": "upper-pay-range",
        "point": "U3",
        "salary": "30000",
        "basis": "full-time-equivalent",
        "allowances": [{"kind": "tlr2", "amount": 2200, "basis": "received"}],
    }
    wait_for_case(qtbot, window)
    assert window.isWindowModified()
    assert not strip.isVisible()
    qtbot.waitUntil(lambda: files() == [".json", ".lock"])  # a new copy may be on its way
    act(window, "save")
    settled(qtbot, window)
    assert '"salary": 30000' in path.read_text("utf-8")
    assert files() == [".lock"]
    window.close()
    assert files() == []
    assert not chosen.told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_two_windows_never_offer_the_same_copy(open_window: OpenWindow) -> None:
    kill_a_run(EXAMPLE)
    first, second = open_window(None), open_window(None)
    assert first.strip is not None
    assert second.strip is None
    first.close()
    third = open_window(None)
    assert third.strip is not None


def test_a_run_that_lives_keeps_its_copy_to_itself(
    window: MainWindow, page: CasePage, kept: Callable[[MainWindow], Path]
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    copy = kept(window)
    found = left_behind()
    assert found == ((), ())
    assert copy.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists of its own")
def test_the_copy_can_be_read_by_the_user_alone(
    window: MainWindow, page: CasePage, kept: Callable[[MainWindow], Path]
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    assert stat.S_IMODE(kept(window).stat().st_mode) == 0o600


def test_without_changes_nothing_is_kept(qtbot: QtBot, window: MainWindow, page: CasePage) -> None:
    assert page.answered is not None
    settled(qtbot, window)
    assert files() == []


def test_what_is_undone_is_kept_no_longer(
    qtbot: QtBot, window: MainWindow, page: CasePage, kept: Callable[[MainWindow], Path]
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    kept(window)
    act(window, "undo")
    settled(qtbot, window)
    assert files() == [".lock"]


def test_the_last_letter_that_was_typed_is_in_the_copy(
    qtbot: QtBot, window: MainWindow, page: CasePage, kept: Callable[[MainWindow], Path]
) -> None:
    page.form.go_to("salary")
    type_over(field(page, "salary"), "49,00")
    kept(window)
    settled(qtbot, window)
    QTest.keyClicks(field(page, "salary"), "7")
    settled(qtbot, window)
    assert '"49007"' in kept(window).read_text("utf-8")


def test_a_later_change_does_not_put_off_the_copy_of_an_earlier_one(
    window: MainWindow, page: CasePage
) -> None:
    timer = keeper(window).timer
    timer.setInterval(60_000)
    running = set()
    for answer in ("yes", "no", "yes"):
        say(page, "teaches_sen_pupils", answer)
        running.add(timer.timerId())
    assert timer.isActive()
    assert len(running) == 1
    assert files() == []


@pytest.mark.parametrize("action", ["new", "welcome_example"])
def test_changes_that_are_let_go_are_kept_no_longer(
    qtbot: QtBot,
    window: MainWindow,
    page: CasePage,
    kept: Callable[[MainWindow], Path],
    chosen: Chosen,
    action: str,
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    kept(window)
    chosen.changes = Changes.DISCARD
    if action == "new":
        act(window, "new")
    else:
        window.open_example(EXAMPLE)
    settled(qtbot, window)
    assert files() == [".lock"]


@pytest.mark.parametrize("moment", ["before it is written", "after"])
def test_a_window_that_is_closed_in_order_leaves_nothing(
    window: MainWindow,
    page: CasePage,
    kept: Callable[[MainWindow], Path],
    chosen: Chosen,
    moment: str,
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    if moment == "after":
        kept(window)
    chosen.changes = Changes.DISCARD
    window.close()
    assert files() == []


def test_a_window_that_stays_open_after_all_keeps_its_copy(
    window: MainWindow, page: CasePage, kept: Callable[[MainWindow], Path], chosen: Chosen
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    copy = kept(window)
    chosen.changes = Changes.CANCEL
    window.close()
    assert window.isVisible()
    assert copy.exists()


def test_where_files_are_not_to_be_remembered_no_copy_is_kept(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    window.settings.remembers = False
    say(page, "teaches_sen_pupils", "yes")
    settled(qtbot, window)
    assert files() == []


def test_the_copy_goes_when_files_are_to_be_remembered_no_longer_and_comes_when_they_are(
    qtbot: QtBot, window: MainWindow, page: CasePage, kept: Callable[[MainWindow], Path]
) -> None:
    say(page, "teaches_sen_pupils", "yes")
    copy = kept(window)
    window.menus.recent.aboutToShow.emit()
    remember = window.menus.recent.actions()[-1]
    remember.trigger()
    settled(qtbot, window)
    assert not copy.exists()
    remember.trigger()
    assert kept(window) == copy


def leave(run: str, content: str) -> Path:
    """Have a copy lie there as a run that is no more left it."""
    place = place_of(run).copy
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(content, encoding="utf-8")
    return place


def test_a_broken_copy_is_told_in_a_sentence_and_set_aside(
    qtbot: QtBot, open_window: OpenWindow, chosen: Chosen
) -> None:
    leave("abc", "")
    window = open_window(None)
    qtbot.waitUntil(lambda: bool(chosen.told))
    assert chosen.told == [
        (
            "What was not saved cannot be restored",
            "abc.json: the file is empty; open a case file. The copy was set aside.",
        )
    ]
    assert window.strip is None
    assert files() == [".broken"]
    assert left_behind() == ((), ())


def test_what_a_run_had_half_written_when_it_was_killed_is_deleted() -> None:
    copy = leave("abc", "{}")
    copy.rename(copy.with_name("abc.json.x1y2z3a4.part"))
    assert left_behind() == ((), ())
    assert files() == []


def test_a_lock_that_a_power_cut_left_empty_keeps_no_copy_back() -> None:
    copy = leave("abc", '{"kept": "2026-10-01T14:05:00+00:00", "file": null, "case": {}}')
    copy.with_suffix(".lock").write_text("", encoding="utf-8")
    found = left_behind()
    assert [left.copy.answers for left in found.copies] == [{}]


def test_a_file_of_somebody_else_in_the_folder_is_left_alone() -> None:
    other = leave("abc", "{}").with_name("notes.txt")
    leave("abc", "{}").rename(other)
    assert left_behind() == ((), ())
    assert files() == [".txt"]


def test_where_no_copy_can_be_kept_that_is_told_once_and_work_goes_on(
    qtbot: QtBot, window: MainWindow, page: CasePage, own_home: Path, document: CaseDocument
) -> None:
    own_home.joinpath("payapp").mkdir(exist_ok=True)
    recovery_folder().write_text("in the way", encoding="utf-8")
    said: list[str] = []
    keeper(window).refused.connect(said.append)
    for answer in ("yes", "no"):
        say(page, "teaches_sen_pupils", answer)
        settled(qtbot, window)
    assert said == ["recovery: the folder cannot be made; see that its place can be written to."]
    assert window.statusBar().currentMessage().startswith("No recovery copy is kept. recovery:")
    assert document.is_modified


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in lists of its own")
def test_a_place_that_cannot_be_locked_is_told(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    of = keeper(window)
    of.copy.with_suffix(".lock").mkdir(parents=True)
    with qtbot.waitSignal(of.refused) as told:
        say(page, "teaches_sen_pupils", "yes")
    assert "the recovery copy cannot be locked" in told.args[0]
    assert not of.copy.exists()
