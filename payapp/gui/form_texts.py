"""The words of the form for one audience and nation; the sentences stand in the wording."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from payapp.domain.library import Library
from payapp.gui.form_model import (
    NOT_KNOWN,
    Kind,
    Plain,
    choices,
    fact_of,
    groups,
    place_of_payment,
    points,
    value_of,
)
from payapp.report.figures_in_words import nation_in_words
from payapp.report.questions import (
    Question,
    answer_in_words,
    label_of,
    promoted_duties_in_words,
    question_for,
    words_of_audience,
)
from payapp.report.wording import Wording, capitalised

MONTHS: Final = range(1, 13)
Offered = tuple[tuple[str, str], ...]
DECIDE_WHAT_IS_OFFERED: Final = ("nation", "on", "pay_area", "range")
NO_AMOUNTS: Final[dict[str, Decimal]] = {}
KINDS_OF_ITS_OWN: Final = {
    "range": Kind.CHOICE,
    "point": Kind.CHOICE,
    "allowances": Kind.PAYMENTS,
    "promoted_duties": Kind.TICKS,
}


class FormTexts:
    """What the form says to whom, and in which nation's words."""

    def __init__(
        self, wording: Wording, library: Library, nation: str, audience: str = "teacher"
    ) -> None:
        self.wording = wording
        self.library = library
        self.months: Sequence[str] = tuple(wording.say(f"months.{number}") for number in MONTHS)
        self._questions: dict[str, Question] = {}
        self._offered: dict[tuple[object, ...], Offered] = {}
        self.speak(nation, audience)

    def speak(self, nation: str, audience: str) -> None:
        """Go over to the words of another nation or audience."""
        self.nation, self.audience = nation, audience
        self.words = words_of_audience(self.wording, nation, audience)
        self._questions.clear()
        self._offered.clear()

    def say(self, name: str, /, **values: object) -> str:
        """Return a text of the form."""
        return self.wording.say(f"window.form.{name}", **self.words, **values)

    def page(self, name: str) -> str:
        """Return the title of a page."""
        return self.say(f"pages.{name}.title")

    def tab(self, name: str, needed: int) -> str:
        """Return the title of a page with the number of its questions that would help to decide."""
        title = self.page(name)
        return self.say("tab", title=title, needed=needed) if needed else title

    def introduction(self, name: str) -> str:
        """Return the sentence that introduces a page."""
        return self.say(f"pages.{name}.introduction")

    def kind(self, fact: str) -> Kind:
        """Return how a fact is answered in the form."""
        return KINDS_OF_ITS_OWN.get(fact) or Kind(self._asked(fact).kind)

    def question(self, fact: str) -> str:
        """Return the question that asks for a fact."""
        return self._asked(fact).question

    def help(self, fact: str) -> str:
        """Return why a fact is asked, or where to find it."""
        if self.kind(fact) is Kind.TICKS:
            return self.say("tick_help")
        return self._asked(fact).help

    def to_tick(self) -> Offered:
        """Return the duties of the promoted list with their letters."""
        return tuple(promoted_duties_in_words(self.library))

    def label(self, fact: str) -> str:
        """Return the name of a fact in a word or two."""
        return label_of(fact, self.wording, self.nation, self.audience)

    def name_of_field(self, field: str) -> str:
        """Return the name of the fact that a field of a refusal names, with its payment."""
        found = place_of_payment(field)
        if found is None:
            return self.label(fact_of(field))
        place, fact = found
        return self.say("of_payment", number=place + 1, label=self.label_of_payment(fact))

    def label_of_payment(self, fact: str) -> str:
        """Return what stands above a fact of a payment: no help stands there, so it tells all."""
        own = self.wording.below("window.form.payment_labels")
        return self.say(f"payment_labels.{fact}") if fact in own else self.label(fact)

    def what_was_cleared(self, facts: Sequence[str]) -> str:
        """Return the sentence on answers that the nation does not have; nothing where all stay."""
        labels = "; ".join(self.label(fact) for fact in facts)
        if not labels:
            return ""
        nation = nation_in_words(self.nation, self.wording)
        return self.say("cleared", in_nation=nation, labels=labels)

    def three_answers(self) -> tuple[tuple[str, str, str], ...]:
        """Return yes, no and not known: the code, the word, and the letter that chooses it."""
        return tuple(
            (code, capitalised(self.wording.say(f"answers.{code}")), self.say(f"letters.{code}"))
            for code in ("yes", "no", NOT_KNOWN)
        )

    def offered(self, plain: Plain, fact: str) -> Offered:
        """Return what a choice offers: not known first, then each code with its words."""
        held = value_of(plain, fact) if fact in groups() else None
        key = (fact, held, *(value_of(plain, other) for other in DECIDE_WHAT_IS_OFFERED))
        offered = self._offered.get(key)
        if offered is None:
            offered = self._offered[key] = self._look_up(plain, fact)
        return offered

    def answer(self, fact: str, code: str) -> str:
        """Return an answer as the choice shows it."""
        asked = "allowances" if fact == "kind" else fact
        return capitalised(answer_in_words(asked, code, self.wording, self.nation))

    def _look_up(self, plain: Plain, fact: str) -> Offered:
        every = self._codes("allowances" if fact == "kind" else fact)
        amounts = dict(points(plain, self.library)) if fact == "point" else NO_AMOUNTS
        codes = choices(plain, fact, every, self.library)
        words = ((code, self._words(fact, code, amounts.get(code))) for code in codes)
        return (("", self.say("choose")), *words)

    def _codes(self, fact: str) -> tuple[str, ...]:
        values = (choice.value for choice in self._asked(fact).choices)
        return tuple(value for value in values if value != NOT_KNOWN)

    def _words(self, fact: str, code: str, amount: Decimal | None) -> str:
        """Return a code in words; a point of a range with its amount in pounds a year."""
        if amount is not None:
            return self.say("point", point=code, amount=amount)
        return self.answer(fact, code)

    def _asked(self, fact: str) -> Question:
        question = self._questions.get(fact)
        if question is None:
            question = question_for(fact, self.wording, self.nation, self.audience)
            self._questions[fact] = question
        return question
