"""Every action of the window stands in a menu, whatever button does it too."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from payapp.files.recovery_files import RecoveryCopy, make_folder, write_copy
from payapp.gui.case_page import CasePage
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import payments
from payapp.gui.menus import NEEDS_A_CASE, NOT_ON_ITS_PAGE, PAGE_ACTIONS
from payapp.gui.recovery import place_of
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import act, field, say, type_over
from tests.gui.test_recovery import OpenWindow
from tests.gui.test_recovery_strip import FIRST, KEPT

# What a button says, and the entry that does the same.
ENTRIES = {
    "New case": "new",
    "Open a case file …": "open",
    "Restore it": "restore_copy",
    "Discard it": "discard_copy",
    "Show this as pictures": "pictures",
    "Back to the reasons": "pictures",
    "Next: Post  →": "page_post",
    "Next: Duties  →": "page_duties",
    "Next: Pay  →": "page_pay",
    "Add a payment": "add_payment",
    "Remove this payment": "remove_payment",
    "Why?": "why",
}


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from entries(below)
        elif not action.isSeparator():
            yield action


def in_menus(window: MainWindow) -> list[QAction]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return [each for menu in menus if isinstance(menu, QMenu) for each in entries(menu)]


def buttons(window: MainWindow) -> set[str]:
    """Return what every button says, those of a question that was refused by their question."""
    found = window.findChildren(QPushButton)
    return {each.text().replace("&", "") for each in found if each.text() and each.isEnabled()}


def test_what_checks_stands_in_the_menu_of_checks_and_needs_no_case(window: MainWindow) -> None:
    menus = {menu.title().replace("&", ""): menu for menu in window.findChildren(QMenu)}
    named = [action.objectName() for action in menus["Check"].actions()]
    assert named[-4:] == ["spot_check", "template", "table_check", "compare_runs"]
    assert all(window.menus.actions[name].isEnabled() for name in named[-4:])
    assert not window.menus.actions["check"].isEnabled()


def test_every_button_has_an_entry_in_a_menu_that_does_the_same(open_window: OpenWindow) -> None:
    place = place_of("abc")
    make_folder(place.copy.parent)
    write_copy(place.copy, RecoveryCopy(FIRST, None, KEPT))
    window = open_window(EXAMPLES / "england-senco-upper-range-permanent-tlr.json")
    for name in PAGE_ACTIONS:
        act(window, name)
    said = buttons(window)
    act(window, "pictures")
    said |= buttons(window)
    assert said == set(ENTRIES)
    held = in_menus(window)
    assert [name for name in ENTRIES.values() if window.menus.actions[name] not in held] == []


def test_every_action_stands_in_a_menu_once(window: MainWindow) -> None:
    held = in_menus(window)
    actions = list(window.menus.actions.values())
    assert [action.text() for action in actions if held.count(action) != 1] == []


def test_the_entry_for_pictures_and_the_button_are_one(window: MainWindow, page: CasePage) -> None:
    entry, button = window.menus.actions["pictures"], page.answer.turns.turn
    say(page, "teaches_sen_pupils", "yes")
    states = [(entry.isChecked(), button.isChecked())]
    act(window, "pictures")
    states.append((entry.isChecked(), button.isChecked()))
    button.click()
    states.append((entry.isChecked(), button.isChecked()))
    assert states == [(False, False), (True, True), (False, False)]


def test_where_there_is_no_answer_there_are_no_pictures_and_no_mark_beside_the_entry(
    window: MainWindow, page: CasePage
) -> None:
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    page.end_typing()
    act(window, "pictures")
    assert not page.answer.turns.turn.isChecked()
    assert not window.menus.actions["pictures"].isChecked()


def test_a_payment_is_added_and_the_last_one_removed_from_the_menu(
    window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    before = payments(document.plain)
    act(window, "add_payment")
    assert len(page.form.payments().cards) == len(before) + 1
    act(window, "remove_payment")
    assert len(page.form.payments().cards) == len(before)
    assert payments(document.plain) == before
    for _ in range(len(before) + 1):
        act(window, "remove_payment")
    assert payments(document.plain) == ()


def test_a_copy_is_restored_from_the_menu_and_the_entries_go_with_the_offer(
    open_window: OpenWindow,
) -> None:
    place = place_of("abc")
    make_folder(place.copy.parent)
    write_copy(place.copy, RecoveryCopy(FIRST, Path("Case 12.json"), KEPT))
    window = open_window(None)
    entries_of_copies = [window.menus.actions[name] for name in ("restore_copy", "discard_copy")]
    assert all(each.isEnabled() for each in entries_of_copies)
    act(window, "restore_copy")
    assert window.document is not None
    assert window.document.plain == FIRST
    assert not any(each.isEnabled() for each in entries_of_copies)


def test_where_nothing_is_offered_there_is_nothing_to_restore(window: MainWindow) -> None:
    assert not window.menus.actions["restore_copy"].isEnabled()
    assert not window.menus.actions["discard_copy"].isEnabled()


def test_on_the_first_page_only_that_is_at_hand_which_needs_no_sight_of_the_case(
    window: MainWindow, page: CasePage
) -> None:
    say(page, "teaches_sen_pupils", "no")
    act(window, "welcome")
    at_hand = {name for name in NEEDS_A_CASE if window.menus.actions[name].isEnabled()}
    assert at_hand == NOT_ON_ITS_PAGE
