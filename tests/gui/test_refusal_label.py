"""Why a value was not accepted is told by a word, a symbol and a frame, wherever it was entered."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QWidget

from payapp.gui.case_page import CasePage
from payapp.gui.controls import Choice, Field
from payapp.gui.payments_view import PaymentsView
from payapp.gui.refusal_label import RefusalLabel
from payapp.gui.style import colours

SENTENCE = "'X9' is not among the answers. Select one of these: U1, U2 or U3."


def shows_red(control: Choice | Field) -> bool:
    """Say whether the frame is red in the middle of the upper edge."""
    image = control.grab().toImage()
    red = QColor(colours().bad).rgb()
    return any(image.pixel(image.width() // 2, y) == red for y in range(3))


def test_a_refusal_stands_after_a_symbol_and_is_read_without_it(home: QWidget) -> None:
    label = RefusalLabel(home)
    label.tell(SENTENCE)
    assert label.text() == f"✗ {SENTENCE}"
    read = QAccessible.queryAccessibleInterface(label)
    assert read.text(QAccessible.Text.Name) == SENTENCE


def test_without_a_refusal_there_is_no_symbol(home: QWidget) -> None:
    label = RefusalLabel(home)
    label.tell(SENTENCE)
    label.tell("")
    assert (label.text(), label.isHidden()) == ("", True)


@pytest.mark.parametrize("fact", ["range", "salary"])
def test_a_list_that_was_refused_has_the_frame_of_a_field_that_was_refused(
    page: CasePage, fact: str
) -> None:
    page.form.go_to_page_at(3)
    row = page.form.rows[fact]
    control = row.control
    assert isinstance(control, Choice | Field)
    assert not shows_red(control)
    row.show_refusal(SENTENCE)
    assert shows_red(control)
    assert row.refusal == SENTENCE
    assert control.accessibleDescription().startswith(SENTENCE)
    row.show_refusal("")
    assert not shows_red(control)
    assert row.refusal == ""


@pytest.mark.parametrize("fact", ["kind", "amount"])
def test_a_list_in_the_card_of_a_payment_has_that_frame_too(page: CasePage, fact: str) -> None:
    page.add_payment()
    view = page.form.payments()
    assert isinstance(view, PaymentsView)
    control = view.cards[0].controls[fact]
    assert isinstance(control, Choice | Field)
    view.show_refusals({f"pay.allowances[0].{fact}": SENTENCE})
    assert shows_red(control)
    assert view.cards[0].refusal(fact) == SENTENCE
    view.show_refusals({})
    assert not shows_red(control)


def test_an_answer_that_a_list_does_not_offer_is_refused_with_all_three(page: CasePage) -> None:
    page.form.go_to("employer")
    page.form.answered.emit("employer", "X9")
    page.end_typing()
    row = page.form.rows["employer"]
    assert page.answered is not None
    assert [refusal.fact for refusal in page.answered.refusals] == ["employer"]
    assert "X9" in row.refusal
    assert isinstance(row.control, Choice)
    assert shows_red(row.control)
