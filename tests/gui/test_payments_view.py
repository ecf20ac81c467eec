"""The payments beside the salary."""

import pytest
from PySide6.QtCore import Qt

from payapp.gui.case_page import CasePage
from payapp.gui.controls import Choice, Field, ThreeWay
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import PAYMENT_FACTS, payments
from payapp.gui.payments_view import PLACES, PaymentsView
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import click, press, type_text

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


def test_every_fact_of_a_payment_has_a_place_of_its_own() -> None:
    assert PLACES.keys() == set(PAYMENT_FACTS)
    assert len(set(PLACES.values())) == len(PLACES)


def test_a_payment_of_the_case_is_shown(view: PaymentsView) -> None:
    (card,) = view.cards
    kind = card.controls["kind"]
    assert isinstance(kind, Choice)
    assert kind.currentText() == "TLR2"
    assert amount(view, 0).text() == "2,200"


def test_a_payment_that_says_nothing_of_safeguarding_is_a_current_one(
    view: PaymentsView,
) -> None:
    safeguarded = view.cards[0].controls["safeguarded"]
    assert isinstance(safeguarded, ThreeWay)
    assert safeguarded.segment("no").isChecked()


def test_a_payment_is_added_and_waits_for_its_amount(
    view: PaymentsView, page: CasePage, document: CaseDocument
) -> None:
    click(view.add)
    assert len(view.cards) == 2
    assert page.answered is not None
    assert "Enter how much" in page.answered.refusals[0].sentence
    type_text(amount(view, 1), "2787")
    assert page.answered.refusals == ()
    assert payments(document.plain)[1]["amount"] == "2787"


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
    click(view.cards[0].remove)
    assert len(view.cards) == 1
    assert "amount" not in payments(document.plain)[0]


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
    assert "'much' is not accepted" in page.form.rows["allowances"].refusal


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
