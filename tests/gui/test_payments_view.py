"""The payments beside the salary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from payapp.gui.case_page import CasePage
from payapp.gui.controls import Choice, Field, ThreeWay
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import PAYMENT_FACTS, payments
from payapp.gui.payments_view import PLACES, PaymentsView
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import click, press, say, type_over, type_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(page: CasePage) -> PaymentsView:
    view = page.form.rows["allowances"].control
    assert isinstance(view, PaymentsView)
    page.form.go_to("allowances")
    return view


def amount(view: PaymentsView, place: int) -> Field:
    control = view.cards[place].controls["amount"]
    assert isinstance(control, Field)
    return control


def kind(view: PaymentsView, place: int) -> Choice:
    control = view.cards[place].controls["kind"]
    assert isinstance(control, Choice)
    return control


def choose_kind(view: PaymentsView, place: int, code: str) -> None:
    control = kind(view, place)
    control.setCurrentIndex(control.findData(code))
    control.activated.emit(control.currentIndex())


def test_every_fact_of_a_payment_has_a_place_of_its_own() -> None:
    assert PLACES.keys() == set(PAYMENT_FACTS)
    assert len(set(PLACES.values())) == len(PLACES)


def test_a_payment_of_the_case_is_shown(view: PaymentsView) -> None:
    (card,) = view.cards
    kind = card.controls["kind"]
    assert isinstance(kind, Choice)
    assert kind.currentText() == "TLR2"
    assert amount(view, 0).text() == "2,200"


def test_the_labels_say_of_what_an_amount_and_a_share_are(view: PaymentsView) -> None:
    card = view.cards[0]
    labels = {label.text() for label in card.findChildren(QLabel)}
    assert labels >= {
        "Amount in pounds a year",
        "Full-time amount, or as paid?",
        "Share of the responsibility",
    }
    share = card.controls["share"]
    assert isinstance(share, Field)
    assert share.placeholderText() == "such as 0.5; 1 is all of it"
    assert amount(view, 0).placeholderText() == "such as 2,787"


def test_a_payment_that_says_nothing_of_safeguarding_is_shown_as_not_known(
    view: PaymentsView,
) -> None:
    card = view.cards[0]
    safeguarded = card.controls["safeguarded"]
    assert isinstance(safeguarded, ThreeWay)
    assert safeguarded.segment("not-known").isChecked()
    helps = [label.text() for label in card.findChildren(QLabel)]
    assert any("counts as one that is not safeguarded" in text for text in helps)


def test_a_new_card_is_no_payment_yet_and_leaves_the_answer_as_it_was(
    view: PaymentsView, page: CasePage, document: CaseDocument
) -> None:
    before = document.plain
    headline = page.answer.verdict.headline.text()
    click(view.add)
    assert len(view.cards) == 2
    assert kind(view, 1).currentData() == ""
    assert document.plain == before
    assert page.answer.verdict.headline.text() == headline
    assert not page.answer.refusals.isVisibleTo(page)


def test_a_new_card_keeps_its_place_while_other_questions_are_answered(
    view: PaymentsView, page: CasePage
) -> None:
    click(view.add)
    say(page, "qualified_teacher", "no")
    assert len(view.cards) == 2


def test_a_second_card_is_not_added_before_the_first_is_filled(view: PaymentsView) -> None:
    click(view.add)
    click(view.add)
    assert len(view.cards) == 2


def test_an_empty_card_is_removed_without_a_change_of_the_case(
    view: PaymentsView, document: CaseDocument
) -> None:
    click(view.add)
    click(view.cards[1].remove)
    assert len(view.cards) == 1
    assert document.history.count() == 0


def test_an_empty_card_does_not_pass_to_another_case(
    window: MainWindow, view: PaymentsView
) -> None:
    click(view.add)
    window.open_example(EXAMPLES / "england-senco-upper-range-sen-allowance-and-tlr.json")
    assert [amount(view, place).text() for place in range(len(view.cards))] == ["2,787", "5,000"]


def test_a_payment_with_its_kind_waits_for_its_amount_and_is_then_answered(
    view: PaymentsView, page: CasePage, document: CaseDocument
) -> None:
    click(view.add)
    choose_kind(view, 1, "sen-allowance")
    assert not page.answer.refusals.isVisibleTo(page)
    type_text(amount(view, 1), "2787")
    assert page.answered is not None
    assert page.answered.refusals == ()
    assert payments(document.plain)[1] == {"kind": "sen-allowance", "amount": "2787"}


def test_a_kind_that_is_left_without_an_amount_is_told_at_the_amount_of_its_card(
    view: PaymentsView, page: CasePage
) -> None:
    click(view.add)
    choose_kind(view, 1, "sen-allowance")
    page.check_now()
    assert view.cards[1].refusal("amount").startswith("Enter how much")
    assert view.cards[0].refusal("amount") == ""


def test_an_answer_of_not_known_leaves_a_new_card_empty(
    view: PaymentsView, document: CaseDocument
) -> None:
    click(view.add)
    choose_kind(view, 1, "")
    assert document.history.count() == 0


# What was not accepted


@pytest.fixture
def two(window: MainWindow, page: CasePage, view: PaymentsView) -> PaymentsView:
    """The payments of a case with two, the second of which has an amount that is none."""
    window.open_example(EXAMPLES / "england-senco-upper-range-sen-allowance-and-tlr.json")
    page.form.go_to("allowances")
    type_over(amount(view, 1), "abc")
    press(amount(view, 1), Qt.Key.Key_Return)
    return view


def test_a_refusal_stands_at_the_field_of_its_own_card(two: PaymentsView, page: CasePage) -> None:
    sentence = two.cards[1].refusal("amount")
    assert "abc" in sentence
    assert amount(two, 1).accessibleDescription() == sentence
    assert amount(two, 1).property("refused") is True
    assert two.cards[0].refusal("amount") == ""
    assert amount(two, 0).property("refused") is not True
    assert page.form.rows["allowances"].refusal == ""


def test_the_list_of_refusals_names_the_payment_and_leads_to_its_field(
    two: PaymentsView, page: CasePage
) -> None:
    (link,) = page.answer.refusals.buttons
    assert link.text().startswith("Payment 2, Amount in pounds a year: ")
    page.form.go_to("reference")
    link.click()
    assert amount(two, 1).hasFocus()


def test_a_refusal_goes_once_the_value_is_accepted(two: PaymentsView) -> None:
    type_over(amount(two, 1), "5000")
    assert two.cards[1].refusal("amount") == ""
    assert amount(two, 1).accessibleDescription() == ""
    assert amount(two, 1).property("refused") is False


def test_a_field_of_no_card_leads_to_no_control(two: PaymentsView) -> None:
    assert two.stop_of("post.fte") is None
    assert two.stop_of("pay.allowances[7].amount") is None
    assert two.stop_of("pay.allowances[0].unheard_of") is None


def test_payments_that_came_while_another_page_was_shown_have_their_room_at_once(
    window: MainWindow, page: CasePage, view: PaymentsView
) -> None:
    page.form.go_to("reference")
    window.open_example(EXAMPLES / "england-senco-upper-range-sen-allowance-and-tlr.json")
    page.form.go_to("allowances")
    assert len(view.cards) == 2
    assert all(card.height() >= card.minimumSizeHint().height() for card in view.cards)


def test_a_new_payment_takes_the_keys_to_its_kind(view: PaymentsView) -> None:
    click(view.add)
    assert view.cards[1].controls["kind"].hasFocus()


def test_the_right_payment_is_removed(view: PaymentsView, document: CaseDocument) -> None:
    click(view.add)
    choose_kind(view, 1, "sen-allowance")
    click(view.cards[0].remove)
    assert len(view.cards) == 1
    assert payments(document.plain) == ({"kind": "sen-allowance"},)


def test_an_amount_typed_in_one_go_is_undone_in_one_step(
    view: PaymentsView, document: CaseDocument
) -> None:
    field = amount(view, 0)
    field.setFocus()
    field.selectAll()
    type_text(field, "3651")
    assert document.history.count() == 1
    document.history.undo()
    assert field.text() == "2,200"


def test_an_amount_that_is_not_accepted_is_told_once_it_is_typed(
    view: PaymentsView, page: CasePage
) -> None:
    field = amount(view, 0)
    field.setFocus()
    field.selectAll()
    type_text(field, "much")
    assert not page.answer.refusals.isVisibleTo(page)
    press(field, Qt.Key.Key_Return)
    assert page.answer.refusals.isVisibleTo(page)
    assert "'much' is not accepted" in view.cards[0].refusal("amount")


def test_each_payment_is_named_by_its_number(view: PaymentsView) -> None:
    click(view.add)
    assert [card.accessibleName() for card in view.cards] == ["Payment 1", "Payment 2"]
    assert view.cards[1].remove.accessibleName() == "Remove payment 2"


def test_the_question_leads_to_the_first_amount_or_to_adding_one(
    view: PaymentsView, page: CasePage
) -> None:
    assert amount(view, 0).hasFocus()
    click(view.cards[0].remove)
    page.form.go_to("allowances")
    assert view.add.hasFocus()
