"""The page of an open case: the form on the left, its answer on the right, live on every change."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from payapp.domain.findings import About, Outcome
from payapp.domain.library import Library
from payapp.gui.answer_pane import AnswerPane
from payapp.gui.answer_view import AnswerView
from payapp.gui.answering import Answered, Answers
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import PAGES, Plain, as_date, in_nation, value_of, with_value
from payapp.gui.form_texts import FormTexts
from payapp.gui.form_view import FormView
from payapp.gui.style import in_type
from payapp.report.because_in_words import facts_with_rules, rules_behind

FORM_WIDTH = 530
NARROWEST_FORM = 440
WIDEST_FORM = 640
NARROWEST_ANSWER = 360
NARROWEST_PAGE = 320
# What the form and the answer need beside each other, which no type makes more than the most.
BESIDE_EACH_OTHER = 900
MOST_FOR_BOTH = 1100


class CasePage(QWidget):
    """Shows the document and its answer, and passes on what a person changes.

    Where there is no room for both beside each other, the answer is one more page of the form.
    `nothing_to_show` says why what was asked for did nothing.
    """

    answered_anew = Signal()
    nothing_to_show = Signal(str)

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
        self._missing: list[str] = []
        nation = str(document.plain.get("nation", ""))
        self.texts = FormTexts(answers.wording, answers.library, nation, answers.audience)
        self.form = FormView(self.texts, self)
        self.answer = AnswerView(answers.wording, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.form.setMinimumWidth(NARROWEST_FORM)
        self.pane = AnswerPane(self.answer, self)
        self.pane.setMinimumWidth(NARROWEST_ANSWER)
        self._widths: QByteArray | None = None
        for part in (self.form, self.pane):
            self.split.addWidget(part)
        self.form.lower()  # so that it is read before the answer
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([min(in_type(FORM_WIDTH), WIDEST_FORM), 2 * FORM_WIDTH])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self._connect()

    def _connect(self) -> None:
        self._document.left.connect(self._forget)
        self._document.changed.connect(self.refresh)
        self.form.answered.connect(self._answer)
        self.form.payments_changed.connect(self._change_payments)
        self.form.typing_ended.connect(self.end_typing)
        self.form.why_wanted.connect(self._turn_rules)
        self.answer.question_wanted.connect(self.form.go_to)
        self.form.answer_wanted.connect(self.go_to_answer)

    # Beside each other, or one behind the other

    def minimumSizeHint(self) -> QSize:
        """Return the room that one page needs, whether it is the form or the answer."""
        return QSize(NARROWEST_PAGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answer beside the form, or among its pages where there is no room for both."""
        super().resizeEvent(event)
        is_narrow = self.width() < min(in_type(BESIDE_EACH_OTHER), MOST_FOR_BOTH)
        if is_narrow != self.is_narrow:
            self._put_behind() if is_narrow else self._put_beside()

    @property
    def is_narrow(self) -> bool:
        """Whether the answer is one of the pages of the form."""
        return self._widths is not None

    @property
    def day(self) -> date | None:
        """The day for which the case is checked, where one is given."""
        return as_date(value_of(self._document.plain, "on"))

    def _put_behind(self) -> None:
        self._widths = self.split.saveState()
        self.form.setMinimumWidth(NARROWEST_PAGE)
        self.form.take_in(self.pane)
        self._name_answer()

    def _put_beside(self) -> None:
        widths, self._widths = self._widths, None
        self.form.give_back(self.pane)
        self.form.setMinimumWidth(NARROWEST_FORM)
        self.split.addWidget(self.pane)
        self.form.lower()
        self.pane.show()
        if widths is not None:
            self.split.restoreState(widths)

    def widths(self) -> QByteArray:
        """Return how wide the form and the answer stand beside each other, or last stood."""
        return self.split.saveState() if self._widths is None else self._widths

    def go_to_answer(self) -> None:
        """Put the keys on the verdict, from whatever page."""
        self.show_answer()
        self.answer.focus_verdict()

    def show_answer(self) -> None:
        """Bring the answer into view from its start, where it is one of the pages."""
        self.pane.to_top()
        self.form.turn_to_taken_in()

    def _name_answer(self) -> None:
        """Name the page of the answer with the symbol and the sentence of its verdict."""
        if self.is_narrow:
            verdict = self.answer.verdict
            self.form.name_taken_in(verdict.symbol, verdict.headline.text())

    # What a person asks for

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
        self.go_to_answer()

    def add_payment(self) -> None:
        """Add a payment, as the button below the payments does."""
        self.form.payments().add.click()

    def remove_last_payment(self) -> None:
        """Remove the last payment, if there is one, as its button does."""
        for card in self.form.payments().cards[-1:]:
            card.remove.click()

    def go_to_next_question(self) -> None:
        """Go to the question that would do most to settle what is open, or say that none is."""
        wanted = self._wanted()
        if wanted:
            self.form.go_to(wanted[0])
        else:
            self._tell_nothing("no_question_open")

    def tell_why(self) -> None:
        """Show the rules behind the question that the keys are in, or hide them."""
        fact = self.form.question_with_keys()
        if fact is None:
            self._tell_nothing("no_question_with_keys")
        elif not self.form.rows[fact].shows_rules and not self._rules_behind(fact):
            self._tell_nothing("no_rules_behind")
        else:
            self._turn_rules(fact)

    def _tell_nothing(self, name: str) -> None:
        self.nothing_to_show.emit(self.answers.wording.say(f"window.{name}"))

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
        """Answer the case as it stands, and show it.

        While an answer is to be put right, what was asked before it stays asked.
        """
        plain = self._document.plain
        self._speak_for(plain)
        answered = self.answers.to(plain)
        self._waits = self._is_being_typed(answered)
        if self._waits:
            return
        self.answered = answered
        if answered.told is not None:
            self._missing = _missing(answered)
        self.form.show_case(
            plain,
            self._missing,
            answered.refusals,
            ask_all=self._ask_all,
            is_bound=_is_bound(answered),
        )
        self._show_rules(answered)
        self.answer.show_answer(answered, self._names(answered), self.texts.words)
        assessment = answered.told.assessment if answered.told else None
        self.answer.turns.show_assessment(assessment, self.answers.library)
        self._name_answer()
        self.answered_anew.emit()

    def step(self, through_history: Callable[[], object]) -> None:
        """Undo or do again, and bring the first question whose answer changed into view."""
        before = self._document.plain
        through_history()
        after, rows = self._document.plain, self.form.rows
        asked = (fact for facts in PAGES.values() for fact in facts if fact in rows)
        for fact in asked:
            if value_of(before, fact) != value_of(after, fact) and not rows[fact].isHidden():
                self.form.go_to(fact)
                return

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
            self._missing = []
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

    def _forget(self) -> None:
        """Keep nothing of the case that was shown."""
        self._missing = []
        self.form.forget()
        for row in self.form.shown_rules():
            row.show_rules(())
        self.answer.start_anew()

    def show_from_the_start(self) -> None:
        """Go to the first page of the form, and to the top of the answer."""
        self.pane.to_top()
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


def _is_bound(answered: Answered) -> bool:
    """Say whether some pay document binds, or may bind, the post."""
    findings = answered.told.assessment.findings if answered.told else ()
    none_binds = About.INSTRUMENT, Outcome.DOES_NOT_APPLY
    return none_binds not in [(finding.about, finding.outcome) for finding in findings]
