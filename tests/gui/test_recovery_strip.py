"""The strip that offers what an earlier run could not save."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from payapp.files.recovery_files import RecoveryCopy, make_folder, write_copy
from payapp.gui import recovery
from payapp.gui.choosers import Changes
from payapp.gui.form_model import Plain
from payapp.gui.recovery import left_behind, place_of, recovery_folder
from payapp.gui.recovery_strip import RecoveryStrip
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import act, click, say, wait_for_case
from tests.gui.test_accessibility import letters, spoken_name

FIRST: Plain = {"schema": 1, "nation": "scotland", "on": "2026-10-01", "reference": "Case A"}
KEPT = datetime(2026, 10, 1, 14, 5, tzinfo=UTC)
OpenWindow = Callable[[Path | None], MainWindow]


def leave(run: str, path: Path | None, hours: int = 0, **other: object) -> Path:
    """Have a run that is no more leave a copy behind."""
    place = place_of(run)
    make_folder(place.copy.parent)
    write_copy(place.copy, RecoveryCopy({**FIRST, **other}, path, KEPT + timedelta(hours=hours)))
    return place.copy


def strip_of(window: MainWindow) -> RecoveryStrip:
    """Return the strip, once it has its place."""
    QApplication.processEvents()
    assert window.strip is not None
    return window.strip


def test_where_nothing_was_left_there_is_no_strip(window: MainWindow) -> None:
    assert window.strip is None


def test_copies_are_offered_the_newest_first_until_none_is_left(open_window: OpenWindow) -> None:
    for run, hours in (("a", 1), ("b", 3), ("c", 2)):
        leave(run, Path(f"{run}.json"), hours)
    strip = strip_of(open_window(None))
    offered = []
    while strip.isVisible():
        offered.append(strip.sentence.text().split(": ")[1].split(",")[0])
        click(strip.discard)
    assert offered == ["b.json", "c.json", "a.json"]
    assert list(recovery_folder().iterdir()) == []


def test_nothing_that_the_case_holds_is_said_in_the_strip(open_window: OpenWindow) -> None:
    leave("a", None)
    said = strip_of(open_window(None)).sentence.text()
    assert "a new case" in said
    assert "Case A" not in said


def test_a_case_is_restored_with_a_click(qtbot: QtBot, open_window: OpenWindow) -> None:
    leave("a", None)
    window = open_window(None)
    click(strip_of(window).restore)
    assert window.document is not None
    assert window.document.plain == FIRST
    assert window.document.path is None
    wait_for_case(qtbot, window)
    assert window.windowTitle() == "New case[*] – payapp"
    assert window.isWindowModified()
    assert window.statusBar().currentMessage() == "Restored. Save it to keep it."


def test_a_changed_example_is_offered_and_comes_back_by_its_name(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery, "PAUSE", 0)
    first = open_window(None)
    first.open_example(EXAMPLES / "england-cannot-be-told.json")
    page = wait_for_case(qtbot, first)
    say(page, "teaches_sen_pupils", "yes")
    assert first.recovery is not None
    qtbot.waitUntil(first.recovery.copy.exists)
    left = first.recovery.copy.read_bytes()
    first.close()
    dead = place_of("dead").copy
    dead.write_bytes(left)
    window = open_window(None)
    strip = strip_of(window)
    assert "a case begun from the example 'SENCO, facts still missing'" in strip.sentence.text()
    click(strip.restore)
    wait_for_case(qtbot, window)
    assert window.windowTitle() == "Example: SENCO, facts still missing[*] – payapp"
    assert window.isWindowModified()


def test_what_a_file_is_called_is_shown_as_it_is(open_window: OpenWindow) -> None:
    leave("a", Path("<b>bold.json"))
    strip = strip_of(open_window(None))
    assert strip.sentence.textFormat() is Qt.TextFormat.PlainText
    assert "<b>bold.json" in strip.sentence.text()


@pytest.mark.parametrize(
    ("changes", "reference"), [(Changes.CANCEL, None), (Changes.DISCARD, "Case A")]
)
def test_changes_of_the_case_that_is_open_are_asked_about_first(
    open_window: OpenWindow, chosen: Chosen, changes: Changes, reference: str | None
) -> None:
    leave("a", None)
    window = open_window(EXAMPLES / "england-stale-advisory-point.json")
    assert window.page is not None
    assert window.document is not None
    before = window.document.plain.get("reference")
    say(window.page, "teaches_sen_pupils", "yes")
    chosen.changes = changes
    click(strip_of(window).restore)
    assert chosen.asked_about == ["england-stale-advisory-point"]
    assert window.document.plain.get("reference") == (reference or before)
    assert strip_of(window).isVisible() is (reference is None)


def test_a_case_that_is_restored_and_let_go_is_not_offered_again(
    open_window: OpenWindow, chosen: Chosen
) -> None:
    copy = leave("a", None)
    window = open_window(None)
    click(strip_of(window).restore)
    assert copy.exists()
    chosen.changes = Changes.DISCARD
    window.close()
    assert left_behind() == ((), ())
    assert not copy.exists()


def test_what_is_not_decided_is_offered_the_next_time(open_window: OpenWindow) -> None:
    copy = leave("a", None)
    open_window(None).close()
    assert copy.exists()
    assert strip_of(open_window(None)).isVisible()


def test_a_case_half_typed_is_restored_with_what_is_wrong_beside_its_field(
    open_window: OpenWindow,
) -> None:
    leave("a", None, pay={"salary": "51o48"}, post={"fte": "7"})
    window = open_window(None)
    click(strip_of(window).restore)
    assert window.page is not None
    assert window.page.answered is not None
    assert {each.fact for each in window.page.answered.refusals} == {"salary", "fte"}


def test_a_copy_that_cannot_be_deleted_is_told_in_a_sentence(
    open_window: OpenWindow, chosen: Chosen
) -> None:
    copy = leave("a", None)
    window = open_window(None)
    copy.unlink()
    copy.mkdir()
    click(strip_of(window).discard)
    assert chosen.told == [
        ("The copy could not be deleted", "a.json: the file cannot be deleted; delete it by hand.")
    ]


def test_the_strip_can_be_read_and_used_by_keyboard(open_window: OpenWindow) -> None:
    leave("a", None)
    window = open_window(None)
    strip = strip_of(window)
    assert strip.accessibleName() == "What was not saved"
    for button in (strip.restore, strip.discard):
        assert spoken_name(button)
        assert button.accessibleDescription() == strip.sentence.text()
    act(window, "new")
    act(window, "ask_all")
    shown = window.findChildren(QAbstractButton)
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [button.text() for button in shown if not isinstance(button.window(), QMenu)]
    texts += [each.text() for each in window.findChildren(QLabel) if each.buddy() is not None]
    letter_of_strip = letters(iter([strip.restore.text(), strip.discard.text()]))
    counted = Counter(letters(iter(texts)))
    assert [counted[letter] for letter in letter_of_strip] == [1, 1]


def test_the_sentence_is_shown_whole_in_a_narrow_window(open_window: OpenWindow) -> None:
    leave("a", Path("A long name of a case that goes on and on and on and on and on.json"))
    leave("b", Path("A long name of a case that goes on and on and on and on and on.json"))
    window = open_window(None)
    window.resize(820, 600)
    label = strip_of(window).sentence
    assert label.height() >= label.heightForWidth(label.width()) - 1
