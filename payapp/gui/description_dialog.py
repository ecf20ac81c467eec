"""What a job description says of the post, fact by fact, to be confirmed by a person."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from payapp.gui.style import (
    BASE_POINTS,
    CLOSE,
    HEADING_POINTS,
    SMALL_POINTS,
    SPACE,
    TIGHT,
    in_type,
    sized,
)
from payapp.gui.text_dialog import OF_THE_SCREEN, TextDialog
from payapp.gui.ticks import Tick
from payapp.reading.confirming import Offer, Standing
from payapp.report.confirming_in_words import Section, ToldDescription, ToldFact
from payapp.report.wording import Wording

SIZE: Final = (680, 640)
BELOW_A_TICK: Final = 56
"""What stays in view below the tick that the keys are on, in pixels: as much as Qt asks for."""


class ConfirmingTick(Tick):
    """The tick that confirms a fact; `reached` tells that the keys have come to it."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it, unless a click brought the keys: what is clicked must not move."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.reached.emit()


class FactCard(QFrame):
    """One fact: its question, the sentences quoted, what the case holds, and the tick if any."""

    def __init__(self, told: ToldFact, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = told
        self.setObjectName("card")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(SPACE, CLOSE, SPACE, CLOSE)
        self._rows.setSpacing(TIGHT)
        self._line(told.label).setFont(sized(BASE_POINTS, bold=True))
        self._small(told.question).setProperty("role", "muted")
        self._line("\n".join(told.quoted)).setContentsMargins(0, TIGHT, 0, TIGHT)
        held = self._small(told.held)
        if told.offer.standing is Standing.OPPOSITE:
            held.setProperty("tone", "doubt")
            held.setContentsMargins(CLOSE, TIGHT, CLOSE, TIGHT)
        self.tick = self._tick(told) if told.box else None
        if told.instead:
            self._small(told.instead)

    def _line(self, text: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(True)
        self._rows.addWidget(label)
        return label

    def _small(self, text: str) -> QLabel:
        label = self._line(text)
        label.setFont(sized(SMALL_POINTS))
        return label

    def _tick(self, told: ToldFact) -> ConfirmingTick:
        tick = ConfirmingTick(told.box, self)
        tick.setAccessibleName(told.spoken)
        tick.setAccessibleDescription(" ".join((told.question, told.held, *told.quoted[1:])))
        self._rows.addWidget(tick)
        return tick


class DescriptionDialog(TextDialog):
    """Lists what a description shows, rules out and leaves open. Nothing is ticked to begin with.

    `confirmed` tells of the offers that were ticked, once the dialog is left by its first button.
    """

    confirmed = Signal(object)

    def __init__(self, told: ToldDescription, wording: Wording, parent: QWidget | None) -> None:
        def say(name: str) -> str:
            return wording.say(f"window.description.{name}")

        self.cards: list[FactCard] = []
        has_ticks = any(fact.box for section in told.sections for fact in section.facts)
        super().__init__(say("title"), told.title, say("put" if has_ticks else "close"), parent)
        for text in told.introduction:
            self.paragraph(text)
        for section in told.sections:
            self._add(section)
        self.rows.addStretch(1)
        if has_ticks:
            self._offer_cancel(say("cancel"))
            self.accepted.connect(self._tell)
        self._begin_at_the_top(told)
        if self.cards:  # it scrolls: to ask how high all of it is would take long
            self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            size = QSize(*map(in_type, SIZE))
            self.resize(size.boundedTo(self.screen().availableSize() * OF_THE_SCREEN))
        else:
            self.fit(told.introduction)

    def lay_out(self) -> None:
        """Style and lay out while nobody looks: to be shown then takes half as long."""
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        for layout in (self.parts, self.rows):
            layout.activate()

    def _offer_cancel(self, text: str) -> None:
        cancel = QPushButton(text, self)
        cancel.clicked.connect(self.reject)
        self.close_button.setDefault(True)
        self.buttons.insertWidget(1, cancel)
        QWidget.setTabOrder(cancel, self.close_button)

    def _begin_at_the_top(self, told: ToldDescription) -> None:
        """Have the keys on the heading first, and the caution read with it."""
        self.heading.setObjectName("heading")
        self.heading.setIndent(0)  # which the room for its ring would else bring
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setAccessibleName(" ".join((f"{told.title}.", *told.introduction)))
        self.heading.setFocus()
        self.setAccessibleDescription("\n".join(_without_ticks(told)))

    def _add(self, section: Section) -> None:
        self.paragraph(section.heading).setFont(sized(HEADING_POINTS - 2, bold=True))
        for fact in section.facts:
            card = FactCard(fact, self.inner)
            self.cards.append(card)
            self.rows.addWidget(card)
            if card.tick is not None:
                card.tick.reached.connect(lambda card=card: self._show_whole(card))
        if section.listed:
            self.paragraph(section.listed)

    def _show_whole(self, card: FactCard) -> None:
        """Bring a card into view with the sentences above its tick."""
        self.area.ensureWidgetVisible(card, 0, BELOW_A_TICK)

    def ticked(self) -> list[Offer]:
        """Return the offers that are ticked."""
        return [card.told.offer for card in self.cards if card.tick and card.tick.isChecked()]

    def _tell(self) -> None:
        self.confirmed.emit(self.ticked())


def _without_ticks(told: ToldDescription) -> Iterator[str]:
    """Yield what Tab would pass over: the facts that have no tick, and those that are listed."""
    for section in told.sections:
        for fact in section.facts:
            if not fact.box:
                heard = (f"{section.heading}: {fact.label}.", *fact.quoted, fact.held, fact.instead)
                yield " ".join(filter(None, heard))
        if section.listed:
            yield f"{section.heading}: {section.listed}"
