"""The payments beside the salary: one card each, with what it is, how much, and for what."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from payapp.gui.controls import Choice, Field, ThreeWay
from payapp.gui.form_model import (
    NOT_KNOWN,
    PAYMENT_FACTS,
    Kind,
    Plain,
    payments,
    place_of_payment,
    with_payment,
    with_payment_added,
    without_payment,
)
from payapp.gui.form_texts import FormTexts
from payapp.gui.refusal_label import RefusalLabel
from payapp.gui.style import CLOSE, SMALL_POINTS, SPACE, TIGHT, sized

FIELD_WIDTH: Final = 400
AFTER_THE_CONTROL: Final = 2
WITH_HELP: Final = frozenset({"safeguarded"})
WITH_EXAMPLE: Final = frozenset({"amount", "share"})

# Where each fact stands in its card: row, column, columns across.
PLACES: Final = {
    "kind": (0, 0, 2),
    "amount": (1, 0, 1),
    "basis": (1, 1, 1),
    "share": (2, 0, 1),
    "for_which_duty": (2, 1, 1),
    "from": (3, 0, 1),
    "until": (3, 1, 1),
    "safeguarded": (4, 0, 2),
}


class PaymentCard(QFrame):
    """One payment."""

    answered = Signal(str, object)
    ended = Signal()
    removed = Signal()

    def __init__(self, texts: FormTexts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("payment")
        self._texts = texts
        self.controls: dict[str, ThreeWay | Choice | Field] = {}
        self._cells: dict[str, QVBoxLayout] = {}
        self._refusals: dict[str, RefusalLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 150)
        for fact in PAYMENT_FACTS:
            self._add(fact)
        self.remove = QPushButton(texts.say("remove_payment"), self)
        self.remove.setProperty("kind", "quiet")
        self.remove.clicked.connect(self.removed)
        self._grid.addWidget(self.remove, 5, 0, 1, 2, Qt.AlignmentFlag.AlignRight)

    def _add(self, fact: str) -> None:
        name = QLabel(self._texts.label_of_payment(fact), self)
        name.setFont(sized(SMALL_POINTS, bold=True))
        control = self._control(fact)
        control.set_name(self._texts.question(fact))
        name.setBuddy(control)
        cell = QVBoxLayout()
        cell.setSpacing(TIGHT)
        cell.addWidget(name)
        cell.addWidget(control)
        if fact in WITH_HELP:
            cell.addWidget(self._help(self._texts.help(fact)))
        cell.addStretch(1)
        row, column, across = PLACES[fact]
        self._grid.addLayout(cell, row, column, 1, across)
        self.controls[fact] = control
        self._cells[fact] = cell

    def _help(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(sized(SMALL_POINTS))
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        return label

    def _control(self, fact: str) -> ThreeWay | Choice | Field:
        control: ThreeWay | Choice | Field
        kind = self._texts.kind(fact)
        if kind is Kind.YES_OR_NO:
            control = ThreeWay(self._texts.three_answers(), self)
        elif kind is Kind.CHOICE:
            control = Choice(self)
            control.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        else:
            field = Field(kind, self._texts.months, self)
            field.setMinimumWidth(0)
            field.setMaximumWidth(FIELD_WIDTH)
            if fact in WITH_EXAMPLE:
                field.setPlaceholderText(self._texts.say(f"payment_examples.{fact}"))
            field.typed.connect(lambda value: self.answered.emit(fact, value))
            field.ended.connect(self.ended)
            return field
        control.chosen.connect(lambda value: self.answered.emit(fact, value))
        return control

    def stops(self) -> list[QWidget]:
        """Return what takes the keys, in order of reading."""
        return [
            *(stop for control in self.controls.values() for stop in control.stops()),
            self.remove,
        ]

    def show_payment(self, plain: Plain, payment: Plain, number: int) -> None:
        """Show what a case file holds of one payment."""
        self.setAccessibleName(self._texts.say("payment", number=number))
        self.remove.setAccessibleName(self._texts.say("remove_payment_number", number=number))
        for fact, control in self.controls.items():
            if isinstance(control, Choice):
                control.offer(self._texts.offered(plain, fact))
            control.show_answer(payment.get(fact))

    def show_refusals(self, sentences: Mapping[str, str]) -> None:
        """Show below each fact why it was not accepted; nothing where it was."""
        for fact, control in self.controls.items():
            sentence = sentences.get(fact, "")
            label = self._refusals.get(fact)
            if label is None and sentence:
                label = self._refusals[fact] = RefusalLabel(self)
                self._cells[fact].insertWidget(AFTER_THE_CONTROL, label)
            if label is None or label.sentence == sentence:
                continue
            label.tell(sentence)
            control.describe(sentence)
            if isinstance(control, Field | Choice):
                control.show_refused(refused=bool(sentence))

    def refusal(self, fact: str) -> str:
        """Return the sentence that says why a fact was not accepted, if it was not."""
        label = self._refusals.get(fact)
        return label.sentence if label else ""


class PaymentsView(QWidget):
    """All payments beside the salary, and a button that adds one. It keeps no answer itself.

    A card that was just added is no payment of the case until something is answered in it.
    """

    changed = Signal(object, str)
    cards_changed = Signal()
    ended = Signal()

    def __init__(self, texts: FormTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._plain: Plain = {}
        self._has_empty_card = False
        self.cards: list[PaymentCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(CLOSE)
        self.add = QPushButton(texts.say("add_payment"), self)
        self.add.clicked.connect(self._add_payment)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CLOSE)
        layout.addLayout(self._cards)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        layout.addLayout(line)

    def set_name(self, name: str) -> None:
        """Give the payments the name of their question."""
        self.setAccessibleName(name)

    def describe(self, text: str) -> None:
        """Have a text read after the name."""
        self.setAccessibleDescription(text)

    def show_payments(self, plain: Plain) -> None:
        """Show the payments that a case file holds."""
        self._plain = plain
        held = [*payments(plain), *([{}] if self._has_empty_card else [])]
        while len(self.cards) < len(held):
            self._make_card()
        while len(self.cards) > len(held):
            card = self.cards.pop()
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, (card, payment) in enumerate(zip(self.cards, held, strict=True), start=1):
            card.show_payment(plain, payment, number)

    def show_refusals(self, sentences: Mapping[str, str]) -> None:
        """Show each sentence in the card and at the fact that its field names."""
        of_cards: dict[int, dict[str, str]] = {}
        for field, sentence in sentences.items():
            found = place_of_payment(field)
            if found:
                of_cards.setdefault(found[0], {})[found[1]] = sentence
        for place, card in enumerate(self.cards):
            card.show_refusals(of_cards.get(place, {}))

    def stop_of(self, field: str) -> QWidget | None:
        """Return the control that a field of a refusal names, or None where it names none here."""
        found = place_of_payment(field)
        if found is None or found[0] >= len(self.cards):
            return None
        control = self.cards[found[0]].controls.get(found[1])
        return control.first_stop() if control else None

    def forget(self) -> None:
        """Let go of a card in which nothing was answered."""
        self._has_empty_card = False

    def stops(self) -> list[QWidget]:
        """Return what takes the keys, in order of reading."""
        return [*(stop for card in self.cards for stop in card.stops()), self.add]

    def first_stop(self) -> QWidget:
        """Return where the keys go first: to the first amount, or to adding a payment."""
        return self.cards[0].controls["amount"] if self.cards else self.add

    def _make_card(self) -> None:
        card = PaymentCard(self._texts, self)
        card.answered.connect(lambda fact, value: self._answer(card, fact, value))
        card.removed.connect(lambda: self._remove(card))
        card.ended.connect(self.ended)
        self.cards.append(card)
        self._cards.addWidget(card)
        self.add.raise_()  # so that it is read after the cards
        card.show()

    def _add_payment(self) -> None:
        """Add a card, or go to the one that is still empty."""
        if not self._has_empty_card:
            self._has_empty_card = True
            self.show_payments(self._plain)
            self.cards_changed.emit()
        self.cards[-1].controls["kind"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_empty(self, place: int) -> bool:
        return place >= len(payments(self._plain))

    def _answer(self, card: PaymentCard, fact: str, value: object) -> None:
        """Take an answer. A kind alone is not put to the rules before its amount is typed."""
        place = self.cards.index(card)
        if self._is_empty(place):
            if value in (None, NOT_KNOWN):
                return
            self._has_empty_card = False
            after = with_payment_added(self._plain, fact, value)
        else:
            after = with_payment(self._plain, place, fact, value)
        waits = isinstance(card.controls[fact], Field) or "amount" not in payments(after)[place]
        self._tell(after, f"{place}.{fact}" if waits else "")

    def _remove(self, card: PaymentCard) -> None:
        place = self.cards.index(card)
        if self._is_empty(place):
            self._has_empty_card = False
            self.show_payments(self._plain)
        else:
            self._tell(without_payment(self._plain, place), "")

    def _tell(self, after: Plain, typed_in: str) -> None:
        self._plain = after
        self.changed.emit(after, typed_in)
