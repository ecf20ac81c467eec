"""Journeys with a job description, by clicks and keys: from its file to the answer of the case."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.description_dialog import ConfirmingTick, DescriptionDialog
from payapp.gui.descriptions import read_file
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import value_of
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import (
    NO_KEYS,
    POSTS,
    act,
    click,
    press,
    read_description,
    say,
    wait_for_case,
    wait_for_description,
)

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SENCO = POSTS / "a04.txt"  # full-time, with a whole-school responsibility
SPECIAL = "TEACHER\nA special school in Leeds\n\nDuties\n- Teach a class of eight pupils.\n"


def tick_of(dialog: DescriptionDialog, fact: str) -> ConfirmingTick:
    tick = next(card.tick for card in dialog.cards if card.told.offer.fact == fact)
    assert tick is not None
    return tick


def button(dialog: DescriptionDialog, text: str) -> QPushButton:
    found = [each for each in dialog.findChildren(QPushButton) if text in each.text()]
    assert len(found) == 1
    return found[0]


def tick(dialog: DescriptionDialog, *facts: str) -> None:
    """Tick facts as a person does who sees each of them first."""
    for fact in facts:
        one = tick_of(dialog, fact)
        dialog.area.ensureWidgetVisible(one)
        click(one)


def verdict(page: CasePage) -> str:
    assert page.answered is not None
    assert page.answered.told is not None
    return page.answered.told.assessment.verdict


def refused(page: CasePage) -> list[str]:
    assert page.answered is not None
    return [refusal.fact for refusal in page.answered.refusals]


def drop(window: MainWindow, path: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, held, left, NO_KEYS))


def idle(qtbot: QtBot, window: MainWindow) -> None:
    descriptions = window.descriptions
    assert descriptions is not None
    qtbot.waitUntil(lambda: not descriptions.tasks.is_busy, timeout=20_000)


@pytest.fixture
def special(tmp_path: Path) -> Path:
    path = tmp_path / "special.txt"
    path.write_text(SPECIAL, encoding="utf-8")
    return path


def test_two_confirmed_facts_turn_the_verdict_and_one_undo_brings_all_back(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument, chosen: Chosen
) -> None:
    before, shown = document.plain, page.answer.verdict.headline.text()
    chosen.description_path = SENCO
    qtbot.waitUntil(window.isActiveWindow)
    press(window.focusWidget(), Qt.Key.Key_J, CONTROL | SHIFT)
    dialog = wait_for_description(qtbot, window)
    tick(dialog, "significant_responsibility", "part_time")
    assert document.plain == before
    click(button(dialog, "Put what is ticked"))
    assert value_of(document.plain, "significant_responsibility") == "yes"
    assert value_of(document.plain, "fte") == 1
    assert verdict(page) == "not-appropriate"
    assert page.answer.verdict.headline.text() != shown
    assert window.statusBar().currentMessage() == (
        "Facts put into the case: 2. Undo takes them out again."
    )
    assert window.menus.actions["undo"].text() == "Undo what a job description shows"
    assert document.history.count() == 1
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert document.plain == before
    assert verdict(page) == "cannot-tell"
    assert page.answer.verdict.headline.text() == shown


def test_by_keys_alone_a_fact_is_found_ticked_and_confirmed(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    assert page.isVisible()
    dialog = read_description(qtbot, window, SENCO)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.heading.hasFocus()
    press(dialog.focusWidget(), Qt.Key.Key_Tab)
    first = dialog.focusWidget()
    assert isinstance(first, ConfirmingTick)
    press(first, Qt.Key.Key_Space)
    (offer,) = dialog.ticked()
    press(first, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert value_of(document.plain, offer.fact) == "yes"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_cancel_changes_nothing_whatever_is_ticked(
    qtbot: QtBot,
    window: MainWindow,
    page: CasePage,
    document: CaseDocument,
    key: Qt.Key | None,
) -> None:
    assert page.isVisible()
    before = document.plain
    dialog = read_description(qtbot, window, SENCO)
    tick(dialog, "significant_responsibility")
    if key is None:
        click(button(dialog, "Cancel"))
    else:
        press(dialog, key)
    assert not dialog.isVisible()
    assert document.plain == before
    assert not document.history.canUndo()


def test_where_nothing_is_ticked_the_case_stays_as_it_was_and_that_is_said(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    assert page.isVisible()
    dialog = read_description(qtbot, window, SENCO)
    assert not dialog.ticked()
    click(button(dialog, "Put what is ticked"))
    assert not document.is_modified
    assert window.statusBar().currentMessage() == (
        "Nothing was ticked, so the case stays as it was."
    )


def test_an_answer_that_says_the_opposite_is_replaced_only_where_it_is_ticked(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    for fact in ("significant_responsibility", "designated_coordinator"):
        say(page, fact, "no")
    dialog = read_description(qtbot, window, SENCO)
    tick(dialog, "designated_coordinator")
    click(button(dialog, "Put what is ticked"))
    assert value_of(document.plain, "designated_coordinator") == "yes"
    assert value_of(document.plain, "significant_responsibility") == "no"


def test_a_special_school_takes_the_place_of_another_kind_and_the_case_is_answered(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument, special: Path
) -> None:
    dialog = read_description(qtbot, window, special)
    tick(dialog, "in_special_school")
    click(button(dialog, "Put what is ticked"))
    assert value_of(document.plain, "school_type") == "special"
    assert refused(page) == []


def test_without_a_case_a_new_one_is_begun_first(
    qtbot: QtBot, window: MainWindow, document: CaseDocument, special: Path
) -> None:
    drop(window, special)
    dialog = wait_for_description(qtbot, window)
    page = wait_for_case(qtbot, window)
    assert page.isVisible()
    assert window.windowTitle() == "New case[*] – payapp"
    tick(dialog, "in_special_school")
    click(button(dialog, "Put what is ticked"))
    assert document.plain["post"] == {"school_type": "special"}


def test_a_description_that_is_dropped_goes_into_the_case_that_is_open_with_its_changes(
    qtbot: QtBot,
    window: MainWindow,
    page: CasePage,
    document: CaseDocument,
    chosen: Chosen,
    special: Path,
) -> None:
    say(page, "teaches_sen_pupils", "no")
    act(window, "welcome")
    drop(window, special)
    dialog = wait_for_description(qtbot, window)
    assert page.isVisible()
    tick(dialog, "teaches_sen_pupils")
    click(button(dialog, "Put what is ticked"))
    assert chosen.asked_about == []
    assert value_of(document.plain, "teaches_sen_pupils") == "yes"
    assert value_of(document.plain, "fte") == 0.6
    assert document.history.count() == 2


@pytest.mark.parametrize(("name", "held"), [("post.txt", b""), ("post.docx", b"no archive")])
def test_a_file_that_is_refused_changes_nothing_and_is_told_in_a_sentence(
    qtbot: QtBot,
    window: MainWindow,
    document: CaseDocument,
    chosen: Chosen,
    tmp_path: Path,
    name: str,
    held: bytes,
) -> None:
    path, before = tmp_path / name, document.plain
    path.write_bytes(held)
    drop(window, path)
    idle(qtbot, window)
    ((title, sentence),) = chosen.told
    assert title == "This job description could not be read"
    assert sentence.startswith(f"{name}: ")
    assert window.welcome.isVisible(), "no case is begun for it"
    assert document.plain is before
    assert window.statusBar().currentMessage() == ""


def test_nothing_is_read_where_nothing_is_chosen(window: MainWindow) -> None:
    act(window, "read_description")
    assert window.descriptions is not None
    assert not window.descriptions.tasks.is_busy


def test_while_a_file_is_read_that_is_said(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    assert page.isVisible()
    assert window.descriptions is not None
    window.descriptions.read(SENCO)
    assert window.statusBar().currentMessage() == "Reading a04.txt …"
    wait_for_description(qtbot, window)
    assert window.statusBar().currentMessage() == ""


def test_what_was_being_typed_is_taken_before_the_case_is_compared(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    page.form.answered.emit("fte", "7")
    assert refused(page) == []
    read_description(qtbot, window, SENCO)
    assert refused(page) == ["fte"]
    assert value_of(document.plain, "fte") == "7"


def test_a_dialog_goes_with_the_case_that_it_was_read_for(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    assert page.isVisible()
    dialog = read_description(qtbot, window, SENCO)
    tick(dialog, "significant_responsibility")
    window.open_example(EXAMPLES / "wales-special-school-teacher.json")
    assert not dialog.isVisible()
    assert not document.is_modified


def test_changes_are_asked_about_by_none_of_it(
    qtbot: QtBot, window: MainWindow, page: CasePage, document: CaseDocument, chosen: Chosen
) -> None:
    chosen.changes = Changes.CANCEL
    say(page, "teaches_sen_pupils", "no")
    read_description(qtbot, window, SENCO)
    assert chosen.asked_about == []
    assert value_of(document.plain, "teaches_sen_pupils") == "no"


@pytest.mark.parametrize(
    ("example", "label"),
    [
        ("wales-special-school-teacher", "Designated ALNCo"),
        ("scotland-special-school-teacher", "Designated ASN co-ordinator"),
    ],
)
def test_facts_are_named_in_the_words_of_the_nation_of_the_case(
    qtbot: QtBot, window: MainWindow, example: str, label: str
) -> None:
    window.open_example(EXAMPLES / f"{example}.json")
    wait_for_case(qtbot, window)
    dialog = read_description(qtbot, window, SENCO)
    assert label in [card.told.label for card in dialog.cards]


def test_a_rep_reads_the_questions_about_the_teacher(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    assert page.isVisible()
    act(window, "rep")
    dialog = read_description(qtbot, window, SENCO)
    asked = {card.told.offer.fact: card.told.question for card in dialog.cards}
    assert asked["qualified_teacher"] == "Does the teacher have qualified teacher status?"


def test_a_description_named_at_the_start_is_read(
    qtbot: QtBot, open_window: Callable[[Path | None], MainWindow], special: Path
) -> None:
    window = open_window(special)
    assert wait_for_description(qtbot, window).isVisible()


def test_closing_the_window_while_a_file_is_read_ends_both(
    window: MainWindow, page: CasePage, chosen: Chosen
) -> None:
    assert page.isVisible()
    assert window.descriptions is not None
    window.descriptions.read(SENCO)
    window.close()
    assert not window.isVisible()
    assert window.findChild(DescriptionDialog) is None
    assert chosen.told == []


def test_a_file_that_is_given_up_is_read_no_further() -> None:
    given_up = Event()
    assert len(read_file(SENCO, given_up).facts) == 24
    given_up.set()
    assert read_file(SENCO, given_up).facts == {}


def test_the_keys_of_the_entry_are_its_own(window: MainWindow) -> None:
    wanted = QKeySequence("Ctrl+Shift+J")
    assert [
        name for name, action in window.menus.actions.items() if wanted in action.shortcuts()
    ] == ["read_description"]
