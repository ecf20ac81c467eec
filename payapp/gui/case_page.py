"""The page of an open case: the form on the left, its answer on the right, live on every change."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from payapp.domain.library import Library
from payapp.gui.answer_view import AnswerView
from payapp.gui.answering import Answered, Answers
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import Plain, in_nation, with_value
from payapp.gui.form_texts import FormTexts
from payapp.gui.form_view import FormView
from payapp.gui.page_stack import scrolling
from payapp.gui.style import in_type
from payapp.report.because_in_words import facts_with_rules, rules_behind

FORM_WIDTH = 530
NARROWEST_FORM = 440
WIDEST_FORM = 640
NARROWEST_ANSWER = 360


class CasePage(QWidget):
    """Shows the document and its answer, and passes on what a person changes."""

    answered_anew = Signal()

    def __init__(
        self, document: CaseDocument, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.answers = answers
        self.answered: Answered | None = None
        self._ask_all = False
        self._waits = False
        self._typed: str = ""
        nation = str(document.plain.get("nation", ""))
        self.texts = FormTexts(answers.wording, answers.library, nation, answers.audience)
        self.form = FormView(self.texts, self)
        self.answer = AnswerView(answers.wording, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.form.setMinimumWidth(NARROWEST_FORM)
        # On a small screen a long verdict would leave no room for its reasons.
        pane = scrolling(self.answer, self)
        pane.setMinimumWidth(NARROWEST_ANSWER)
        for part in (self.form, pane):
            self.split.addWidget(part)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([min(in_type(FORM_WIDTH), WIDEST_FORM), 2 * FORM_WIDTH])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self._connect()

    def _connect(self) -> None:
        self._document.changed.connect(self.refresh)
        self.form.answered.connect(self._answer)
        self.form.payments_changed.connect(self._change_payments)
        self.form.typing_ended.connect(self.end_typing)
        self.form.why_wanted.connect(self._turn_rules)
        self.answer.question_wanted.connect(self.form.go_to)

    def ask_all(self, *, ask_all: bool) -> None:
        """Ask every question, or only those that matter for the answers so far."""
        self._ask_all = ask_all
        self.form.forget()
        self.refresh()

    def speak_to(self, audience: str) -> None:
        """Word everything for the teacher, a union rep or payroll."""
        self.answers.audience = audience
        self.texts.speak(self.texts.nation, audience)
        self.form.reword()
        self.refresh()

    def check_now(self) -> None:
        """Answer again, and put the keys on the verdict."""
        self.end_typing()
        self.refresh()
        self.answer.focus_verdict()

    def add_payment(self) -> None:
        """Add a payment, as the button below the payments does."""
        self.form.payments().add.click()

    def remove_last_payment(self) -> None:
        """Remove the last payment, if there is one, as its button does."""
        for card in self.form.payments().cards[-1:]:
            card.remove.click()

    def go_to_next_question(self) -> None:
        """Go to the question that would do most to settle what is open."""
        wanted = self._wanted()
        if wanted:
            self.form.go_to(wanted[0])

    def tell_why(self) -> None:
        """Show the rules behind the question that the keys are in, or hide them."""
        fact = self.form.question_with_keys()
        if fact is not None:
            self._turn_rules(fact)

    def _turn_rules(self, fact: str) -> None:
        row = self.form.rows[fact]
        row.show_rules(() if row.shows_rules else self._rules_behind(fact))

    def _rules_behind(self, fact: str) -> tuple[str, ...]:
        if self.answered is None or self.answered.told is None:
            return ()
        return rules_behind(fact, self.answered.told.report.findings, self.answers.wording)

    def _show_rules(self, answered: Answered) -> None:
        """Offer the rules of the new answer, and show them where those of the last one stood."""
        if answered.told is not None:
            self.form.offer_rules(facts_with_rules(answered.told.report.findings))
            for row in self.form.shown_rules():
                row.show_rules(self._rules_behind(row.fact))

    def _wanted(self) -> list[str]:
        """Return the facts of the answers to put right, or else of those that are missing."""
        if self.answered is None:
            return []
        return [refusal.field for refusal in self.answered.refusals] or _missing(self.answered)

    def refresh(self) -> None:
        """Answer the case as it stands, and show it."""
        plain = self._document.plain
        self._speak_for(plain)
        answered = self.answers.to(plain)
        self._waits = self._is_being_typed(answered)
        if self._waits:
            return
        self.answered = answered
        missing = _missing(answered)
        self.form.show_case(plain, missing, answered.refusals, ask_all=self._ask_all)
        self._show_rules(answered)
        self.answer.show_answer(answered, self._names(answered), self.texts.words)
        assessment = answered.told.assessment if answered.told else None
        self.answer.turns.show_assessment(assessment, self.answers.library)
        self.answered_anew.emit()

    def _is_being_typed(self, answered: Answered) -> bool:
        """Say whether the only fault is in a value that is not typed to its end."""
        return bool(self._typed) and {each.fact for each in answered.refusals} == {self._typed}

    def _names(self, answered: Answered) -> Sequence[str]:
        return [
            self.texts.name_of_field(refusal.field) if refusal.fact in self.form.rows else ""
            for refusal in answered.refusals
        ]

    def _speak_for(self, plain: Plain) -> None:
        nation = str(plain.get("nation", self.texts.nation))
        if nation != self.texts.nation:
            self.texts.speak(nation, self.texts.audience)
            self.form.reword()

    def _answer(self, fact: str, value: object) -> None:
        typed = self.form.is_typed(fact)
        self._typed = fact if typed else ""
        after, cleared = self._answered_with(fact, value)
        self._document.edit(after, self._change_of(fact), fact if typed else "")
        self.form.show_note("nation", self.texts.what_was_cleared(cleared))

    def _answered_with(self, fact: str, value: object) -> tuple[Plain, Sequence[str]]:
        """Return the answers with a new one, and the facts that have no such answer with it."""
        plain = self._document.plain
        if fact == "nation" and isinstance(value, str):
            return in_nation(plain, value, self.answers.library)
        return with_value(plain, fact, value), ()

    def _change_payments(self, after: Plain, typed_in: str) -> None:
        self._typed = "allowances" if typed_in else ""
        self._document.edit(after, self._change_of("allowances"), typed_in)

    def _change_of(self, fact: str) -> str:
        return self.answers.wording.say("window.undo", fact=self.texts.label(fact))

    def end_typing(self) -> None:
        """Take what was typed as it stands: say what is wrong with it, if anything is."""
        self._typed = ""
        self._document.end_typing()
        if self._waits:
            self.refresh()

    def renew(self, library: Library) -> None:
        """Answer with a library that was opened again, now that figures were added."""
        self.answers.library = self.texts.library = library
        self.texts.speak(self.texts.nation, self.texts.audience)
        self.form.forget()
        self.refresh()

    def show_from_the_start(self) -> None:
        """Show another case: the first page of the form, and nothing kept from the case before."""
        self.form.forget()
        for row in self.form.shown_rules():
            row.show_rules(())
        self.answer.start_anew()
        self.refresh()
        self.form.go_to_page_at(0)

    def workbook_writer(self) -> Callable[[Path], None]:
        """Return what writes the report as it stands now as an Excel workbook.

        Raises Refused where the workbook cannot be written.
        """
        told = self.answered.told if self.answered else None
        library, wording, audience = self.answers.library, self.answers.wording, self.texts.audience

        def write(path: Path) -> None:
            from payapp.files.workbook import write_workbook
            from payapp.report.assessment_tables import assessment_tables, workbook_words

            if told is not None:
                write_workbook(
                    path,
                    assessment_tables(told.assessment, library, wording, audience),
                    title=told.report.title,
                    data_version=told.report.data_version,
                    words=workbook_words(wording),
                )

        return write


def _missing(answered: Answered) -> list[str]:
    return [asked.fact for asked in answered.told.report.missing] if answered.told else []
