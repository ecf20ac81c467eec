"""The payments beside the salary: one card each, with what it is, how much, and for what."""

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
    PAYMENT_FACTS,
    Kind,
    Plain,
    payments,
    with_payment,
    with_payment_added,
    without_payment,
)
from payapp.gui.form_texts import FormTexts
from payapp.gui.style import CLOSE, SMALL_POINTS, SPACE, TIGHT, sized

FIELD_WIDTH: Final = 400

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
        self._names: dict[str, QLabel] = {}
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
        name = QLabel(self._texts.label(fact), self)
        name.setFont(sized(SMALL_POINTS, bold=True))
        control = self._control(fact)
        control.set_name(self._texts.question(fact))
        name.setBuddy(control)
        cell = QVBoxLayout()
        cell.setSpacing(TIGHT)
        cell.addWidget(name)
        cell.addWidget(control)
        cell.addStretch(1)
        row, column, across = PLACES[fact]
        self._grid.addLayout(cell, row, column, 1, across)
        self.controls[fact] = control
        self._names[fact] = name

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
            control.show_answer(payment.get(fact, "no" if fact == "safeguarded" else None))


class PaymentsView(QWidget):
    """All payments beside the salary, and a button that adds one. It keeps no answer itself."""

    changed = Signal(object, str)
    cards_changed = Signal()
    ended = Signal()

    def __init__(self, texts: FormTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._plain: Plain = {}
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

    def show_payments(self, plain: Plain) -> None:
        """Show the payments that a case file holds."""
        self._plain = plain
        held = payments(plain)
        while len(self.cards) < len(held):
            self._make_card()
        while len(self.cards) > len(held):
            card = self.cards.pop()
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, (card, payment) in enumerate(zip(self.cards, held, strict=True), start=1):
            card.show_payment(plain, payment, number)

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
        card.show()

    def _add_payment(self) -> None:
        kinds = self._texts.offered(self._plain, "kind")
        self.changed.emit(with_payment_added(self._plain, kinds[1][0]), "")
        self.cards_changed.emit()
        self.cards[-1].controls["kind"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, card: PaymentCard, fact: str, value: object) -> None:
        place = self.cards.index(card)
        typed = isinstance(card.controls[fact], Field)
        self.changed.emit(
            with_payment(self._plain, place, fact, value), f"{place}.{fact}" if typed else ""
        )

    def _remove(self, card: PaymentCard) -> None:
        self.changed.emit(without_payment(self._plain, self.cards.index(card)), "")
