"""The form: what is made at once, what a moment later, and that both come to the same."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.answering import Refusal
from payapp.gui.case_page import CasePage
from payapp.gui.controls import Choice, Field, ThreeWay
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import PAGES, value_of
from payapp.gui.form_view import FormView, QuestionRow
from payapp.gui.payments_view import PaymentsView
from payapp.gui.ticks import Ticks
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import click, press, say

CASE = {"schema": 1, "nation": "england", "on": "2026-09-01", "post": {"fte": 0.6}}


@pytest.fixture
def form(window: MainWindow, page: CasePage) -> FormView:
    """Return a form of its own, for which no page is made yet."""
    return FormView(page.texts, window)


def made(form: FormView) -> set[str]:
    """Return the facts whose questions are made by now."""
    return {row.fact for row in form.findChildren(QuestionRow)}


def test_only_the_page_in_view_is_made_at_once(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    assert made(form)
    assert made(form) <= set(PAGES["employer"])


def test_the_other_pages_are_made_when_there_is_nothing_else_to_do(
    form: FormView, qtbot: QtBot
) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    qtbot.waitUntil(lambda: all(made(form) & set(facts) for facts in PAGES.values()), timeout=5_000)


def test_another_case_is_shown_on_the_page_in_view_first_and_elsewhere_later(
    form: FormView, qtbot: QtBot
) -> None:
    paid = {"allowances": [{"kind": "tlr2", "amount": 4000, "basis": "received"}]}
    form.show_case(CASE, (), (), ask_all=True)
    payments = form.rows["allowances"].control
    assert isinstance(payments, PaymentsView)
    form.forget()
    form.show_case({**CASE, "on": "2026-10-01", "pay": paid}, (), (), ask_all=True)
    assert not payments.cards
    qtbot.waitUntil(lambda: len(payments.cards) == 1)


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_page_that_is_turned_to_is_made_first(form: FormView, place: int) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    form.go_to_page_at(place)
    wanted = list(PAGES)[place]
    others = {fact for name in list(PAGES)[1:] if name != wanted for fact in PAGES[name]}
    assert made(form) & set(PAGES[wanted])
    assert not made(form) & others


def test_a_question_that_is_gone_to_is_made_first(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    form.go_to("salary")
    assert "salary" in made(form)
    assert form.steps.currentIndex() == list(PAGES).index("pay")


def test_whoever_asks_for_the_questions_gets_all_of_them(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    assert {"nation", "fte", "salary"} <= form.rows.keys()
    assert made(form) == form.rows.keys()


def test_questions_stand_in_their_order_in_whatever_order_they_are_made(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=False)
    before = set(form.rows)
    form.resize(530, 680)
    form.show()
    form.show_case(CASE, (), (), ask_all=True)
    assert before < form.rows.keys()
    for name, facts in PAGES.items():
        form.go_to_page_at(list(PAGES).index(name))
        form.pages[name].settle()
        rows = [form.rows[fact] for fact in facts if fact in form.rows]
        tops = [row.y() for row in rows]
        assert tops == sorted(set(tops)), name


def test_a_question_that_no_longer_matters_is_hidden_and_comes_back(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    every = {fact for fact, row in form.rows.items() if not row.isHidden()}
    form.show_case(CASE, (), (), ask_all=False)
    some = {fact for fact, row in form.rows.items() if not row.isHidden()}
    assert some < every
    form.show_case(CASE, (), (), ask_all=True)
    assert {fact for fact, row in form.rows.items() if not row.isHidden()} == every


def test_a_refusal_on_a_page_out_of_view_stands_there_when_it_is_turned_to(form: FormView) -> None:
    refusal = Refusal("post.fte", "fte", "'7' is not accepted; enter more than 0, at most 1.")
    form.show_case(CASE, (), (refusal,), ask_all=False)
    form.go_to_page_at(1)
    row = form.rows["fte"]
    assert row.refusal == refusal.sentence
    helped = "1 is full-time; 0.6 is three days of five. Pay and most allowances follow it."
    assert row.control.accessibleDescription() == f"{refusal.sentence} {helped}"
    form.show_case(CASE, (), (), ask_all=False)
    assert form.rows["fte"].refusal == ""
    assert form.rows["fte"].control.accessibleDescription() == helped


def test_what_stands_beside_a_question_is_read_after_each_of_its_answers(form: FormView) -> None:
    form.show_case(CASE, ("qualified_teacher",), (), ask_all=False)
    form.go_to_page_at(1)
    control = form.rows["qualified_teacher"].control
    assert isinstance(control, ThreeWay)
    helped = "Most allowances are for qualified teachers only."
    for answer in ("yes", "no", "not-known"):
        read = control.segment(answer).accessibleDescription()
        assert read == f"Would help to decide. {helped}"
    form.show_case(CASE, (), (), ask_all=False)
    assert control.segment("yes").accessibleDescription() == helped


def test_a_question_that_would_settle_something_is_marked_until_it_is_refused(
    form: FormView, page: CasePage
) -> None:
    mark = page.texts.say("needed")
    form.show_case(CASE, ("qualified_teacher",), (), ask_all=False)
    assert mark in words_of(form.rows["qualified_teacher"])
    assert mark not in words_of(form.rows["fte"])
    refusal = Refusal("post.qualified_teacher", "qualified_teacher", "'x' is not accepted.")
    form.show_case(CASE, ("qualified_teacher",), (refusal,), ask_all=False)
    assert mark not in words_of(form.rows["qualified_teacher"])


def words_of(row: QuestionRow) -> list[str]:
    """Return the texts that are shown in a row."""
    widgets = row.findChildren(QWidget)
    return [str(each.property("text")) for each in widgets if not each.isHidden()]


def test_each_kind_of_fact_has_its_kind_of_control(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    kinds = {"qualified_teacher": ThreeWay, "range": Choice, "fte": Field, "salary": Field}
    for fact, kind in kinds.items():
        assert isinstance(form.rows[fact].control, kind), fact


def test_only_questions_that_a_rule_asks_offer_it(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    form.offer_rules({"fte", "salary"})
    offering = {fact for fact, row in form.rows.items() if row.why and not row.why.isHidden()}
    assert offering == {"fte", "salary"}
    form.offer_rules({"salary"})
    offering = {fact for fact, row in form.rows.items() if row.why and not row.why.isHidden()}
    assert offering == {"salary"}


def test_the_way_to_the_rules_is_named_by_its_question(form: FormView, page: CasePage) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    form.offer_rules({"fte"})
    why = form.rows["fte"].why
    assert why is not None
    assert page.texts.question("fte") in why.accessibleName()


def test_rules_are_shown_and_hidden_below_their_question(form: FormView) -> None:
    form.show_case(CASE, (), (), ask_all=True)
    form.offer_rules({"fte"})
    row = form.rows["fte"]
    assert row.rules == ""
    row.show_rules(("One rule.", "Another."))
    assert row.rules == "One rule.\n\nAnother."
    assert [each.fact for each in form.shown_rules()] == ["fte"]
    row.show_rules(())
    assert row.rules == ""
    assert form.shown_rules() == []


def choose_nation(page: CasePage, nation: str) -> None:
    control = page.form.rows["nation"].control
    assert isinstance(control, Choice)
    control.setCurrentIndex(control.findData(nation))
    control.activated.emit(control.currentIndex())


def test_a_change_of_nation_says_once_what_it_left_open_and_is_undone_in_one_step(
    page: CasePage, document: CaseDocument
) -> None:
    before = document.plain
    choose_nation(page, "scotland")
    row = page.form.rows["nation"]
    assert row.note.startswith("Left open, for Scotland has no such answer: ")
    assert row.control.accessibleDescription().startswith(row.note)
    assert page.answered is not None
    assert page.answered.refusals == ()
    document.history.undo()
    assert document.plain == before
    say(page, "qualified_teacher", "no")
    assert row.note == ""


@pytest.fixture
def ticks(window: MainWindow) -> Ticks:
    """Return the duties of the promoted list of a case that ticks three of them."""
    window.open_example(EXAMPLES / "scotland-unpromoted-asn-coordinator.json")
    assert window.page is not None
    window.page.form.go_to("promoted_duties")
    ticks = window.page.form.rows["promoted_duties"].control
    assert isinstance(ticks, Ticks)
    return ticks


def test_the_duties_of_the_promoted_list_are_ticked_one_by_one(
    window: MainWindow, ticks: Ticks
) -> None:
    assert ticks.entries["a"].text() == (
        "(a) leading and managing colleagues and giving them strategic direction"
    )
    ticked = [code for code, entry in ticks.entries.items() if entry.isChecked()]
    assert (len(ticks.entries), ticked) == (10, ["a", "d", "e"])
    click(ticks.entries["d"])
    assert window.document is not None
    assert value_of(window.document.plain, "promoted_duties") == ["a", "e"]
    window.document.history.undo()
    assert ticks.entries["d"].isChecked()


def test_without_a_tick_the_duties_are_not_known(window: MainWindow, ticks: Ticks) -> None:
    for code in "ade":
        press(ticks.entries[code], Qt.Key.Key_Space)
    assert window.document is not None
    assert value_of(window.document.plain, "promoted_duties") is None


@pytest.mark.parametrize("audience", ["teacher", "rep", "payroll"])
def test_no_tab_is_cut_on_a_small_screen(window: MainWindow, page: CasePage, audience: str) -> None:
    page.speak_to(audience)
    window.resize(853, 480)
    QCoreApplication.processEvents()
    tabs = page.form.steps
    for place in range(tabs.count()):
        words = tabs.fontMetrics().horizontalAdvance(f"{tabs.tabText(place)} (10)")
        assert tabs.tabRect(place).width() >= tabs.fontMetrics().horizontalAdvance(
            tabs.tabText(place)
        )
        assert words < tabs.width() / 3
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
