"""Clear all traces: what use leaves on a computer goes, and what a person saved stays."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from payapp.files.layout_files import remember, remembered
from payapp.files.recovery_files import make_folder
from payapp.gui import recovery
from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.recovery import left_behind, place_of, recovery_folder
from payapp.gui.settings import WindowSettings
from payapp.gui.style import Scheme
from payapp.gui.traces import clear_traces
from payapp.gui.window import MainWindow
from tests.gui.conftest import Chosen
from tests.gui.hands import act, say


@pytest.fixture
def used(own_home: Path) -> Path:
    """Return the user's folder as use has left it."""
    settings = WindowSettings()
    settings.remember(Path("Case 12.json"))
    settings.scheme = Scheme.DARK
    settings.write()
    remember("county", {"grade": ("point", "")})
    make_folder(recovery_folder())
    for name in ("a.json", "a.lock", "b.broken", "c.json.x1y2z3a4.part"):
        (recovery_folder() / name).write_text("Case 12", encoding="utf-8")
    own = own_home / "payapp" / "schedules" / "england"
    own.mkdir(parents=True)
    (own / "kept.txt").write_text("added figures", encoding="utf-8")
    return own_home / "payapp"


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_recent_files_copies_headings_and_settings_go_and_added_figures_stay(used: Path) -> None:
    assert clear_traces(WindowSettings()) == ()
    assert files_in(used) == ["kept.txt"]
    assert remembered() == {}


def test_what_cannot_be_cleared_is_told_and_the_rest_is_cleared(used: Path) -> None:
    headings = used / "spot-check-headings.json"
    headings.unlink()
    headings.mkdir()
    (refused,) = clear_traces(WindowSettings())
    assert str(refused) == (
        "spot-check-headings.json: the file cannot be deleted; delete it by hand."
    )
    assert files_in(used) == ["kept.txt"]


def test_the_copy_of_a_window_that_is_open_elsewhere_stays(used: Path) -> None:
    other = place_of("other")
    assert other.take()
    other.copy.write_text("{}", encoding="utf-8")
    clear_traces(WindowSettings())
    assert files_in(used) == ["kept.txt", "other.json", "other.lock"]
    other.lock.unlock()


def test_nothing_is_cleared_before_it_is_confirmed(
    used: Path, window: MainWindow, chosen: Chosen
) -> None:
    before = files_in(used)
    chosen.clears_traces = False
    act(window, "clear_traces")
    assert [name for name in before if name not in files_in(used)] == []
    assert window.settings.recent() == (Path("Case 12.json"),)


def test_once_confirmed_nothing_is_left_also_after_closing(
    qtbot: QtBot,
    used: Path,
    window: MainWindow,
    page: CasePage,
    chosen: Chosen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recovery, "PAUSE", 0)
    assert window.recovery is not None
    window.recovery.timer.setInterval(0)
    say(page, "teaches_sen_pupils", "yes")
    qtbot.waitUntil(window.recovery.copy.exists)
    chosen.clears_traces = True
    act(window, "clear_traces")
    assert window.ways is not None
    assert window.ways.recent.model().rowCount() == 0
    assert window.statusBar().currentMessage().endswith("settings are cleared.")
    tasks = window.recovery.tasks
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert left_behind() == ((), ())
    chosen.changes = Changes.DISCARD
    window.close()
    assert files_in(used) == ["kept.txt"]


def test_a_copy_that_is_offered_is_cleared_too(
    used: Path, window: MainWindow, chosen: Chosen
) -> None:
    chosen.clears_traces = True
    act(window, "clear_traces")
    assert window.strip is None or not window.strip.isVisible()
    window.close()
    assert files_in(used) == ["kept.txt"]


def test_what_could_not_be_cleared_is_told_by_the_window(
    used: Path, window: MainWindow, chosen: Chosen
) -> None:
    (used / "spot-check-headings.json").unlink()
    (used / "spot-check-headings.json").mkdir()
    chosen.clears_traces = True
    act(window, "clear_traces")
    (told,) = [each for each in chosen.told if each[0].startswith("Not every trace")]
    assert told[1] == "spot-check-headings.json: the file cannot be deleted; delete it by hand."
