"""Journeys through the window by clicks and keys, as a person would make them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.controls import Choice
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import payments, with_payment, with_payment_added, with_value
from payapp.gui.ways_in import WaysIn
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import act, click, field, press, say, three_way, type_over, wait_for_case

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


def verdict(page: CasePage) -> str:
    assert page.answered is not None
    return page.answered.told.assessment.verdict if page.answered.told else "refused"


def is_asked(page: CasePage, fact: str) -> bool:
    return fact in page.form.rows and not page.form.rows[fact].isHidden()


def test_before_a_case_is_open_there_is_nothing_to_save_or_export(window: MainWindow) -> None:
    disabled = ("save", "save_as", "export", "undo", "redo", "check")
    assert not any(window.menus.actions[name].isEnabled() for name in disabled)
    assert window.windowTitle() == "payapp"


def test_the_welcome_page_offers_every_example_by_its_reference(ways: WaysIn) -> None:
    model = ways.examples.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    shown = {row.data() for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled}
    headings = [row.data() for row in rows if not row.flags() & Qt.ItemFlag.ItemIsEnabled]
    assert headings == ["England", "Wales", "Northern Ireland", "Scotland"]
    held = {json.loads(path.read_text("utf-8"))["reference"] for path in EXAMPLES.glob("*.json")}
    assert shown == held


def test_an_example_opens_with_enter_and_is_answered(
    qtbot: QtBot, window: MainWindow, ways: WaysIn
) -> None:
    examples = ways.examples
    examples.setFocus()
    press(examples, Qt.Key.Key_Home)
    press(examples, Qt.Key.Key_Return)
    assert wait_for_case(qtbot, window).answer.verdict.headline.text()


def test_an_example_opens_with_a_click_as_a_case_without_a_file(
    ways: WaysIn, document: CaseDocument
) -> None:
    examples = ways.examples
    place = examples.visualRect(examples.model().index(1, 0)).center()
    click(examples.viewport(), place)
    assert document.plain["reference"] == examples.model().index(1, 0).data()
    assert document.path is None
    assert not document.is_modified


def test_an_example_is_called_one_until_it_is_saved_under_a_name(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    assert page.isVisible()
    assert window.windowTitle() == "Example: SENCO, facts still missing[*] – payapp"
    assert not window.isWindowModified()
    chosen.save_path = tmp_path / "mine.json"
    act(window, "save")
    assert chosen.suggested == ["New case"], "a reference may hold what no file name may"
    assert window.windowTitle() == "mine[*] – payapp"
    chosen.changes = Changes.DISCARD
    act(window, "new")
    assert window.windowTitle() == "New case[*] – payapp"


def test_an_answer_by_click_changes_the_verdict_at_once(page: CasePage) -> None:
    assert verdict(page) == "cannot-tell"
    before = page.answer.verdict.headline.text()
    page.form.go_to("salary")
    type_over(field(page, "salary"), "30,000")
    assert verdict(page) == "not-appropriate"
    assert page.answer.verdict.headline.text() != before


def test_a_payment_that_was_not_checked_is_named_under_the_verdict(
    page: CasePage, document: CaseDocument
) -> None:
    plain = with_payment_added(
        with_value(document.plain, "leads_practice_of_others", None), "kind", "tlr2"
    )
    place = len(payments(plain)) - 1
    plain = with_payment(plain, place, "amount", 4000)
    document.edit(with_payment(plain, place, "basis", "full-time-equivalent"), "A payment")
    told = page.answer.verdict.headline.accessibleName()
    assert "Paid, but not checked: TLR1 or TLR2." in told.splitlines()


def test_an_answer_by_letter_key_is_taken(page: CasePage) -> None:
    page.form.go_to("teaches_sen_pupils")
    control = three_way(page, "teaches_sen_pupils")
    for letter, code in (("y", "yes"), ("n", "no"), ("k", "not-known")):
        press(control, letter)
        assert control.segment(code).isChecked()
        assert control.segment(code).hasFocus()


def test_a_question_that_no_longer_matters_goes_and_an_answered_one_stays(page: CasePage) -> None:
    assert is_asked(page, "setting_analogous_to_designated")
    say(page, "teaches_sen_pupils", "no")
    assert is_asked(page, "teaches_sen_pupils")
    assert not is_asked(page, "substantial_direct_work")


def test_a_question_answered_a_moment_ago_does_not_vanish_under_the_hand(page: CasePage) -> None:
    say(page, "sensory_qualification_required", "yes")
    say(page, "sensory_qualification_required", "not-known")
    assert is_asked(page, "sensory_qualification_required")


def test_a_missing_fact_in_the_list_leads_to_its_question(page: CasePage) -> None:
    model, shown = page.answer.outline, page.answer.list
    lines = [model.row(place).line for place in range(model.rowCount())]
    place = next(place for place, line in enumerate(lines) if line.fact == "teaches_sen_pupils")
    shown.setFocus()
    shown.setCurrentIndex(model.index(place))
    press(shown, Qt.Key.Key_Return)
    assert page.form.steps.currentIndex() == 2
    assert three_way(page, "teaches_sen_pupils").isAncestorOf(page.focusWidget())


def test_a_click_on_a_missing_fact_leads_to_its_question(page: CasePage) -> None:
    model, shown = page.answer.outline, page.answer.list
    lines = [model.row(place).line for place in range(model.rowCount())]
    place = next(place for place, line in enumerate(lines) if line.fact)
    shown.scrollTo(model.index(place))
    middle = shown.visualRect(model.index(place)).center()
    click(shown.viewport(), middle)
    fact = lines[place].fact
    assert page.form.rows[fact].isAncestorOf(page.focusWidget())


def test_f5_puts_the_keys_on_the_verdict(qtbot: QtBot, window: MainWindow, page: CasePage) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_F5)
    assert page.answer.verdict.headline.hasFocus()
    assert page.answer.verdict.headline.accessibleName().startswith(
        page.answer.verdict.headline.text()
    )


def test_ctrl_and_a_number_go_to_a_page_of_the_form(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for number, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
        press(window, key, CONTROL)
        assert page.form.steps.currentIndex() == number


def test_the_button_at_the_foot_of_a_page_goes_to_the_next(page: CasePage) -> None:
    for number, name in enumerate(("employer", "post", "duties"), start=1):
        click(page.form.pages[name].onward)
        assert page.form.steps.currentIndex() == number


def test_the_next_open_question_is_the_most_useful_one(window: MainWindow, page: CasePage) -> None:
    assert page.answered is not None
    assert page.answered.told is not None
    fact = page.answered.told.report.missing[0].fact
    act(window, "next_question")
    assert page.form.rows[fact].isAncestorOf(page.focusWidget())


def test_where_no_question_is_open_the_key_to_the_next_says_so(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_example(EXAMPLES / "england-senco-leadership-range.json")
    answered = wait_for_case(qtbot, window).answered
    assert answered is not None
    assert answered.told is not None
    assert not answered.told.report.missing
    act(window, "next_question")
    assert window.statusBar().currentMessage() == "There is no question left open here."


def test_a_question_without_rules_says_so_when_its_rules_are_asked_for(
    window: MainWindow, page: CasePage
) -> None:
    page.form.steps.setFocus()
    act(window, "why")
    assert window.statusBar().currentMessage() == (
        "Put the keys into a question first; its rules can then be shown."
    )
    page.form.go_to("reference")
    act(window, "why")
    assert not page.form.rows["reference"].shows_rules
    assert window.statusBar().currentMessage() == "No rule that was looked at asks this question."


def test_an_answer_can_be_undone_and_done_again(window: MainWindow, page: CasePage) -> None:
    say(page, "teaches_sen_pupils", "no")
    assert window.menus.actions["undo"].text() == "Undo change of Teaches pupils with SEN"
    act(window, "undo")
    assert three_way(page, "teaches_sen_pupils").segment("not-known").isChecked()
    assert not window.isWindowModified()
    act(window, "redo")
    assert three_way(page, "teaches_sen_pupils").segment("no").isChecked()


def test_what_is_undone_or_done_again_is_brought_into_view_with_the_keys_on_it(
    window: MainWindow, page: CasePage
) -> None:
    say(page, "teaches_sen_pupils", "no")
    for step in ("undo", "redo"):
        page.form.go_to("salary")
        act(window, step)
        row = page.form.rows["teaches_sen_pupils"]
        assert row.isVisible()
        holder = QApplication.focusWidget()
        assert holder is not None
        assert row.isAncestorOf(holder)


def test_what_is_typed_in_one_go_is_undone_in_one_step(
    window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    page.form.go_to("salary")
    type_over(field(page, "salary"), "49,000")
    assert document.history.count() == 1
    act(window, "undo")
    assert field(page, "salary").text() == "51,048"


def test_typing_again_after_leaving_the_field_is_a_step_of_its_own(
    page: CasePage, document: CaseDocument
) -> None:
    page.form.go_to("salary")
    type_over(field(page, "salary"), "49000")
    press(field(page, "salary"), Qt.Key.Key_Return)
    type_over(field(page, "salary"), "50000")
    assert document.history.count() == 2


def test_closing_with_changes_asks_and_cancel_keeps_the_window(
    window: MainWindow, page: CasePage, chosen: Chosen
) -> None:
    say(page, "teaches_sen_pupils", "no")
    chosen.changes = Changes.CANCEL
    assert not window.close()
    assert chosen.asked_about == ["Example: SENCO, facts still missing"]
    assert window.isVisible()


def test_closing_with_changes_can_save_them(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    say(page, "teaches_sen_pupils", "no")
    chosen.changes, chosen.save_path = Changes.SAVE, tmp_path / "kept.json"
    assert window.close()
    assert chosen.save_path.exists()


def test_closing_with_changes_can_let_them_go(
    window: MainWindow, page: CasePage, chosen: Chosen
) -> None:
    say(page, "teaches_sen_pupils", "no")
    chosen.changes = Changes.DISCARD
    assert window.close()


def test_closing_without_changes_asks_nothing(
    window: MainWindow, page: CasePage, chosen: Chosen
) -> None:
    assert page.answered is not None
    assert window.close()
    assert chosen.asked_about == []


def test_a_value_that_is_not_accepted_is_told_beside_its_field_and_at_the_top(
    page: CasePage,
) -> None:
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    assert verdict(page) == "cannot-tell", "while it is typed the answer stays"
    press(field(page, "fte"), Qt.Key.Key_Return)
    assert verdict(page) == "refused"
    row = page.form.rows["fte"]
    assert "'7' is not accepted" in row.refusal
    assert page.answer.refusals.isVisibleTo(page)
    assert "Full-time equivalent" in page.answer.refusals.buttons[0].text()
    type_over(field(page, "fte"), "0.7")
    assert verdict(page) == "cannot-tell"
    assert not row.refusal
    assert not page.answer.refusals.isVisibleTo(page)


def test_why_a_question_is_asked_is_told_with_its_paragraph(
    window: MainWindow, page: CasePage
) -> None:
    page.form.go_to("teaches_designated_class")
    act(window, "why")
    row = page.form.rows["teaches_designated_class"]
    assert "School Teachers' Pay and Conditions Document" in row.rules
    assert "paragraph 21.2" in row.rules
    assert "It bears on: SEN allowance" in row.rules
    act(window, "why")
    assert row.rules == ""


def test_the_rules_behind_a_question_are_shown_by_a_click_and_follow_the_answers(
    window: MainWindow, page: CasePage
) -> None:
    page.form.go_to("teaches_designated_class")
    row = page.form.rows["teaches_designated_class"]
    assert row.why is not None
    click(row.why)
    assert row.why.isChecked()
    before = row.rules
    page.form.answered.emit("on", "2018-10-01")
    page.end_typing()
    assert row.rules
    assert row.rules != before
    assert "2018" in row.rules
    click(row.why)
    assert not row.why.isChecked()
    assert window.isWindowModified()


def test_the_rules_behind_a_question_are_closed_again_in_the_next_case(
    window: MainWindow, page: CasePage
) -> None:
    page.form.go_to("teaches_designated_class")
    act(window, "why")
    row = page.form.rows["teaches_designated_class"]
    assert row.rules
    window.open_example(EXAMPLES / "england-cannot-be-told.json")
    assert row.rules == ""
    assert row.why is not None
    assert not row.why.isChecked()


def test_the_list_of_problems_leads_to_the_field(page: CasePage) -> None:
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    press(field(page, "fte"), Qt.Key.Key_Return)
    page.form.go_to("range")
    click(page.answer.refusals.buttons[0])
    assert field(page, "fte").hasFocus()


def test_every_value_that_is_not_accepted_is_told_at_once(page: CasePage) -> None:
    for fact, text in (("fte", "7"), ("salary", "lots")):
        page.form.go_to(fact)
        type_over(field(page, fact), text)
        press(field(page, fact), Qt.Key.Key_Return)
    assert len(page.answer.refusals.buttons) == 2


def test_a_file_that_is_no_case_is_refused_and_the_open_case_stays(
    window: MainWindow, document: CaseDocument, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    before = document.plain
    chosen.open_path = tmp_path / "broken.json"
    chosen.open_path.write_text('{"schema": 1,', encoding="utf-8")
    act(window, "open")
    assert "broken.json" in chosen.told[0][1]
    assert document.plain == before
    assert page.isVisible()


def test_opened_and_saved_files_are_remembered_and_can_be_opened_from_the_menu(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path, document: CaseDocument
) -> None:
    assert page.answered is not None
    chosen.save_path = tmp_path / "mine.json"
    act(window, "save_as")
    act(window, "new")
    window.menus.recent.aboutToShow.emit()
    entry = window.menus.recent.actions()[0]
    assert entry.text() == "&1  mine.json"
    entry.trigger()
    assert document.path == chosen.save_path
    act(window, "welcome")
    assert window.ways is not None
    assert window.ways.recent.model().rowCount() == 1


def test_the_list_of_recent_files_can_be_cleared_and_turned_off(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    assert page.answered is not None
    chosen.save_path = tmp_path / "mine.json"
    act(window, "save_as")
    window.menus.recent.aboutToShow.emit()
    clear, remember = window.menus.recent.actions()[-2:]
    remember.trigger()
    assert not window.settings.remembers
    assert window.settings.recent() == ()
    act(window, "save_as")
    assert window.settings.recent() == ()
    clear.trigger()
    assert window.settings.recent() == ()


def recent_titles(ways: WaysIn) -> list[str]:
    model = ways.recent.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_list_that_is_cleared_is_gone_from_the_first_page_too(
    window: MainWindow, ways: WaysIn, tmp_path: Path
) -> None:
    window.settings.remember(tmp_path / "mine.json")
    window.show_welcome()
    assert recent_titles(ways) == ["mine"]
    window.menus.recent.aboutToShow.emit()
    window.menus.recent.actions()[-2].trigger()
    assert recent_titles(ways) == []
    assert not ways.recent.isVisible()


def test_files_that_are_not_to_be_remembered_are_gone_from_the_first_page_too(
    window: MainWindow, ways: WaysIn, tmp_path: Path
) -> None:
    window.settings.remember(tmp_path / "mine.json")
    window.show_welcome()
    window.menus.recent.aboutToShow.emit()
    window.menus.recent.actions()[-1].trigger()
    assert recent_titles(ways) == []


def test_a_single_recent_file_is_forgotten_by_delete_or_from_the_menu(
    qtbot: QtBot, window: MainWindow, ways: WaysIn, tmp_path: Path
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for name in ("a", "b", "c"):
        window.settings.remember(tmp_path / f"{name}.json")
    window.show_welcome()
    ways.recent.setFocus()
    ways.recent.setCurrentIndex(ways.recent.model().index(1, 0))
    press(ways.recent, Qt.Key.Key_Delete)
    assert recent_titles(ways) == ["c", "a"]
    assert ways.recent.currentIndex().data() == "a"
    window.menus.recent.aboutToShow.emit()
    entries = window.menus.forget.actions()
    assert [entry.text() for entry in entries] == ["&1  c.json", "&2  a.json"]
    entries[0].trigger()
    assert recent_titles(ways) == ["a"]
    assert window.settings.recent() == (tmp_path / "a.json",)


def test_two_recent_files_of_one_name_are_shown_with_their_folders(
    window: MainWindow, ways: WaysIn, tmp_path: Path
) -> None:
    for folder in ("north & west", "south"):
        window.settings.remember(tmp_path / folder / "AB.json")
    window.show_welcome()
    assert recent_titles(ways) == ["AB – in south", "AB – in north & west"]
    window.menus.recent.aboutToShow.emit()
    assert [entry.text() for entry in window.menus.recent.actions()[:2]] == [
        "&1  AB.json – in south",
        "&2  AB.json – in north && west",
    ]


def test_a_recent_file_that_is_gone_is_told_and_forgotten(
    window: MainWindow, chosen: Chosen, tmp_path: Path
) -> None:
    window.settings.remember(tmp_path / "gone.json")
    window.open_file(tmp_path / "gone.json")
    assert "gone.json" in chosen.told[0][1]
    assert window.settings.recent() == ()


def drop(window: MainWindow, *paths: Path) -> tuple[QDragEnterEvent, QDropEvent]:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return drop_data(window, held)


def drop_data(window: MainWindow, held: QMimeData) -> tuple[QDragEnterEvent, QDropEvent]:
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(9, 9), copy, held, LEFT, NO_KEYS)
    window.dragEnterEvent(entering)
    dropping = QDropEvent(QPointF(9, 9), copy, held, LEFT, NO_KEYS)
    window.dropEvent(dropping)
    return entering, dropping


def test_a_case_file_that_is_dropped_on_the_window_opens(
    window: MainWindow, document: CaseDocument
) -> None:
    path = EXAMPLES / "england-cannot-be-told.json"
    drop(window, path)
    assert document.path == path


def test_any_other_file_that_is_dropped_is_refused_in_a_sentence(
    window: MainWindow, chosen: Chosen, tmp_path: Path
) -> None:
    drop(window, tmp_path / "photo.png")
    assert chosen.told[0][1] == (
        "'photo.png' is no case file, no job description and no sheet of people. "
        "Drop a case file (.json), a job description (.docx, .pdf, .txt), or "
        "a workbook (.xlsx, .xlsm) or CSV file of people for a spot check."
    )


def test_several_files_at_once_are_refused_in_a_sentence(
    window: MainWindow, document: CaseDocument, chosen: Chosen
) -> None:
    entering, _ = drop(window, *sorted(EXAMPLES.glob("*.json"))[:2])
    assert entering.isAccepted(), "else nothing could be said about it"
    assert document.path is None
    assert chosen.told[0][1].startswith("2 files were dropped together; one at a time")


def test_a_link_that_is_dropped_is_refused_in_a_sentence(
    window: MainWindow, chosen: Chosen
) -> None:
    held = QMimeData()
    held.setUrls([QUrl("https://example.org/case.json")])
    entering, _ = drop_data(window, held)
    assert entering.isAccepted()
    assert chosen.told[0][1].startswith("Only a file on this computer can be dropped here.")


def test_a_text_that_is_drawn_over_the_window_is_not_taken(
    window: MainWindow, chosen: Chosen
) -> None:
    held = QMimeData()
    held.setText("case.json")
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, held, LEFT, NO_KEYS)
    window.dragEnterEvent(entering)
    assert not entering.isAccepted()
    assert chosen.told == []


def test_a_case_file_that_is_let_go_over_a_field_opens(
    page: CasePage, window: MainWindow, document: CaseDocument
) -> None:
    page.form.go_to("salary")
    salary, before = field(page, "salary"), field(page, "salary").text()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(EXAMPLES / "england-cannot-be-told.json"))])
    held.setText("file:///england-cannot-be-told.json")  # which a field would take
    middle = salary.mapTo(window, salary.rect().center())
    entering = QDragEnterEvent(middle, Qt.DropAction.CopyAction, held, LEFT, NO_KEYS)
    dropping = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, held, LEFT, NO_KEYS)
    for event in (entering, dropping):
        QApplication.sendEvent(window.windowHandle(), event)
    assert salary.text() == before
    assert document.path == EXAMPLES / "england-cannot-be-told.json"


def test_a_file_named_at_the_start_is_open_once_the_figures_are_read(
    open_window: Callable[[Path | None], MainWindow],
) -> None:
    path = EXAMPLES / "england-cannot-be-told.json"
    window = open_window(path)
    assert window.document is not None
    assert window.document.path == path


def test_a_sheet_named_at_the_start_opens_the_spot_check(
    qtbot: QtBot, open_window: Callable[[Path | None], MainWindow], sheet: Path, chosen: Chosen
) -> None:
    window = open_window(sheet)
    assert chosen.told == []
    assert window.side.spot_check is not None
    assert window.side.spot_check.isVisible()
    assert window.side.spot_check.sheet_page.columns.isVisible()
    columns = window.side.spot_check.sheet_page.columns
    qtbot.waitUntil(lambda: columns.model.rowCount() > 0, timeout=20_000)


def test_what_a_person_of_a_sheet_does_not_hold_is_told_beside_the_case(window: MainWindow) -> None:
    window.side.noted.emit("Row 4 has the same reference.")
    assert window.statusBar().currentMessage() == "Row 4 has the same reference."


# The first page before an open case


def test_before_a_case_is_open_the_first_page_leads_back_to_none(window: MainWindow) -> None:
    assert not window.welcome.back.isVisible()
    act(window, "welcome")
    assert window.menus.actions["welcome"].text() == "&Welcome page"


@pytest.mark.parametrize("way", ["button", "entry"])
def test_the_first_page_leads_back_to_the_case_as_it_was_left(
    window: MainWindow, page: CasePage, way: str
) -> None:
    say(page, "teaches_sen_pupils", "no")
    act(window, "welcome")
    back, entry = window.welcome.back, window.menus.actions["welcome"]
    assert back.isVisible()
    assert back.hasFocus()
    assert (back.text(), entry.text()) == (
        "&Back to the open case: Example: SENCO, facts still missing",
        "B&ack to the open case: Example: SENCO, facts still missing",
    )
    (back.click if way == "button" else entry.trigger)()
    assert page.isVisible()
    assert page.form.steps.currentIndex() == 2
    assert three_way(page, "teaches_sen_pupils").segment("no").isChecked()
    assert entry.text() == "&Welcome page"


def test_on_the_first_page_the_open_case_keeps_its_mark_and_can_be_saved(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    say(page, "teaches_sen_pupils", "no")
    act(window, "welcome")
    assert window.isWindowModified()
    assert window.windowTitle() == "Example: SENCO, facts still missing[*] – payapp"
    assert not window.menus.actions["undo"].isEnabled(), "nobody could see what is undone"
    chosen.save_path = tmp_path / "R&D.json"
    act(window, "save")
    assert chosen.save_path.exists()
    assert not window.isWindowModified()
    assert window.welcome.back.text() == "&Back to the open case: R&&D"


def test_a_long_name_does_not_make_the_way_back_longer_than_the_page(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    assert page.answered is not None
    chosen.save_path = tmp_path / f"{'long ' * 20}.json"
    act(window, "save")
    act(window, "welcome")
    assert window.welcome.back.text() == f"&Back to the open case: {'long ' * 7}long…"


def test_a_value_to_put_right_before_saving_brings_the_case_back(
    window: MainWindow, page: CasePage, chosen: Chosen
) -> None:
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    act(window, "welcome")
    act(window, "save")
    assert [title for title, _ in chosen.told] == ["This case could not be saved"]
    assert field(page, "fte").hasFocus()


def test_whom_the_window_speaks_to_is_kept_until_the_next_day(
    open_window: Callable[[Path | None], MainWindow],
) -> None:
    act(open_window(None), "rep")
    again = open_window(EXAMPLES / "england-cannot-be-told.json")
    assert again.page is not None
    assert again.menus.actions["rep"].isChecked()
    assert again.page.texts.question("employer") == "Who employs the teacher?"
    assert "the teacher's" in again.page.answer.verdict.headline.text().lower()


def test_the_data_version_is_always_in_the_status_bar(window: MainWindow) -> None:
    assert window.data_version.text().startswith("England figures: from ")
    assert window.data_version.isVisibleTo(window)


def test_every_question_is_asked_on_demand(window: MainWindow, page: CasePage) -> None:
    some = sum(not row.isHidden() for row in page.form.rows.values())
    window.menus.actions["ask_all"].trigger()
    every = sum(not row.isHidden() for row in page.form.rows.values())
    assert every > 2 * some
    window.menus.actions["ask_all"].trigger()
    assert sum(not row.isHidden() for row in page.form.rows.values()) == some


def test_all_reasons_open_and_close_at_once(window: MainWindow, page: CasePage) -> None:
    start = page.answer.outline.rowCount()
    act(window, "open_all")
    opened = page.answer.outline.rowCount()
    act(window, "close_all")
    assert page.answer.outline.rowCount() < start < opened


@pytest.mark.parametrize(("audience", "word"), [("rep", "the teacher's"), ("teacher", "your")])
def test_the_window_speaks_to_the_reader_that_is_chosen(
    window: MainWindow, page: CasePage, audience: str, word: str
) -> None:
    act(window, "rep")
    act(window, audience)
    assert word in page.answer.verdict.headline.text().lower()
    employed = "Who employs the teacher?" if audience == "rep" else "Who employs you?"
    assert page.texts.question("employer") == employed


def test_a_new_case_begins_on_the_first_page_with_nothing_known(
    window: MainWindow, page: CasePage, document: CaseDocument
) -> None:
    page.form.go_to("salary")
    act(window, "new")
    assert page.form.steps.currentIndex() == 0
    assert set(document.plain) == {"schema", "nation", "on"}
    nation = page.form.rows["nation"].control
    assert isinstance(nation, Choice)
    assert nation.currentText() == "England"


def test_a_range_brings_its_points_with_their_amounts(page: CasePage) -> None:
    point = page.form.rows["point"].control
    assert isinstance(point, Choice)
    assert [point.itemText(place) for place in range(point.count())] == [
        "Not known",
        "U1   (£47,472 a year)",
        "U2   (£49,232 a year)",
        "U3   (£51,048 a year)",
    ]


def test_a_dialog_about_the_program_is_gone_after_closing(qtbot: QtBot, window: MainWindow) -> None:
    from payapp.gui.about import AboutDialog

    act(window, "about")
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    assert "information, not legal advice" in "".join(
        label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text")
    )
    with qtbot.waitSignal(dialog.destroyed):
        click(dialog.close_button)
    assert window.findChild(AboutDialog) is None


def test_the_place_of_the_window_is_remembered_and_no_answer_is(
    qtbot: QtBot,
    open_window: Callable[[Path | None], MainWindow],
    own_home: Path,
    chosen: Chosen,
    wording: Wording,
) -> None:
    window = open_window(None)
    window.resize(window.width(), 640)
    window.open_example(EXAMPLES / "england-cannot-be-told.json")
    chosen.changes = Changes.DISCARD
    window.close()
    held = (own_home / "payapp" / "window.ini").read_text("utf-8")
    assert "geometry" in held
    assert "facts still missing" not in held
    again = MainWindow(wording, chosen)
    qtbot.addWidget(again)
    assert again.height() == 640


def test_light_and_dark_can_be_chosen_and_are_remembered(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    def lightness() -> int:
        return page.palette().window().color().lightness()

    act(window, "scheme_dark")
    qtbot.waitUntil(lambda: lightness() < 64)
    act(window, "scheme_light")
    qtbot.waitUntil(lambda: lightness() > 192)
    assert window.settings.scheme == "light"


def test_another_case_is_answered_once(window: MainWindow) -> None:
    assert window.page is not None
    answered: list[object] = []
    window.page.answered_anew.connect(lambda: answered.append(window.page))
    window.open_example(EXAMPLES / "england-cannot-be-told.json")
    window.open_example(EXAMPLES / "wales-special-school-teacher.json")
    assert len(answered) == 2


def test_the_first_questions_are_made_before_a_case_is_opened(window: MainWindow) -> None:
    assert window.page is not None
    assert window.page.answered is None
    window.make_first_questions()
    assert "nation" in window.page.form.rows
    assert not window.page.isVisible()


def test_a_case_that_is_open_is_not_answered_for_the_sake_of_the_first(
    window: MainWindow, page: CasePage
) -> None:
    before = page.answered
    window.make_first_questions()
    assert page.answered is before
