"""The form as widgets: four pages of questions, each with its control, its help and its refusal."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from payapp.gui.answering import Refusal
from payapp.gui.controls import Choice, Field, ThreeWay, put_in_order
from payapp.gui.form_model import (
    PAGES,
    Kind,
    Plain,
    asked,
    fact_of,
    page_of,
    place_of_payment,
    value_of,
)
from payapp.gui.form_texts import FormTexts
from payapp.gui.payments_view import PaymentsView
from payapp.gui.refusal_label import RefusalLabel
from payapp.gui.sentence_list import as_sentence
from payapp.gui.style import CLOSE, SMALL_POINTS, SPACE, TIGHT, WIDE, in_type, sized
from payapp.gui.ticks import Ticks
from payapp.report.wording import capitalised

Control = ThreeWay | Choice | Field | Ticks | PaymentsView
PAGE_NAMES: Final = tuple(PAGES)
AFTER_THE_HELP: Final = 2
ROOM_FOR_A_REFUSAL: Final = 120
# Further apart the ends of a question would not be read together.
WIDEST_PAGE: Final = 680
WIDE_KINDS: Final = frozenset({Kind.PAYMENTS, Kind.TEXT, Kind.LIST, Kind.TICKS, Kind.YES_OR_NO})


class QuestionRow(QWidget):
    """One question: its words, its control, why it is asked, and why an answer was refused.

    `why_wanted` asks for the rules behind it, which `show_rules` shows.
    """

    why_wanted = Signal()

    def __init__(self, fact: str, texts: FormTexts, control: Control, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact = fact
        self.control = control
        self._question = self._label(SMALL_POINTS + 1.0, bold=True)
        self._help = self._label(SMALL_POINTS, role="muted")
        self._needed: QLabel | None = None
        self._refusal: RefusalLabel | None = None
        self._note: QLabel | None = None
        self._rules: QLabel | None = None
        self.why: QPushButton | None = None
        self._texts = texts
        self._question.setBuddy(control)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(TIGHT)
        self._layout.addWidget(self._question)
        self._reasons = QHBoxLayout()
        self._reasons.setSpacing(CLOSE)
        self._reasons.addWidget(self._help, 1)
        self._layout.addLayout(self._reasons)
        self._line = QHBoxLayout()
        self._line.setSpacing(SPACE)
        wide = texts.kind(fact) in WIDE_KINDS
        self._line.addWidget(control, 1 if wide else 0)
        if not wide:
            self._line.addStretch(1)
        self._layout.addSpacing(2)
        self._layout.addLayout(self._line)
        self.reword(texts)

    def _label(self, points: float, *, bold: bool = False, role: str = "") -> QLabel:
        label = QLabel(self)
        label.setFont(sized(points, bold=bold))
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label

    def reword(self, texts: FormTexts) -> None:
        """Ask in the words of the nation and of who is asking."""
        self._question.setText(texts.question(self.fact))
        self._help.setText(texts.help(self.fact))
        self._help.setVisible(bool(self._help.text()))
        self.control.set_name(texts.question(self.fact))
        self._describe()
        self._name_why()

    def _describe(self) -> None:
        """Have what stands beside the question read after its name, what is wrong first."""
        needed = self._needed is not None and not self._needed.isHidden()
        hint = as_sentence(capitalised(self._texts.say("needed"))) if needed else ""
        self.control.describe(
            " ".join(filter(None, (self.refusal, self.note, hint, self._help.text())))
        )

    def offer_rules(self, *, offered: bool) -> None:
        """Offer to show the rules that ask for the fact, or not."""
        if self.why is None and offered:
            self.why = QPushButton(self)
            self.why.setProperty("kind", "beside text")
            self.why.setCheckable(True)
            # The menus have it for the keys: a further stop at each question would be in the way.
            self.why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.why.clicked.connect(self.why_wanted)
            self.why.setFont(sized(SMALL_POINTS))
            beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            self._reasons.addWidget(self.why, 0, beside)
            self._name_why()
        if self.why is not None and self.why.isHidden() == offered:
            self.why.setVisible(offered)

    def _name_why(self) -> None:
        if self.why is not None:
            self.why.setText(self._texts.say("why"))
            name = self._texts.say("why_name", question=self._texts.question(self.fact))
            self.why.setAccessibleName(name)

    @property
    def shows_rules(self) -> bool:
        """Whether the rules behind the question stand below it."""
        return self._rules is not None and not self._rules.isHidden()

    @property
    def rules(self) -> str:
        """The sentences on the rules behind the question, where they are shown."""
        return self._rules.text() if self._rules and self.shows_rules else ""

    def show_rules(self, sentences: Sequence[str]) -> None:
        """Show what the rules behind the question ask, in our words; nothing to hide them."""
        if self._rules is None and sentences:
            self._rules = self._label(SMALL_POINTS, role="rules")
            self._layout.addWidget(self._rules)
        if self._rules is not None:
            self._rules.setText("\n\n".join(sentences))
            self._rules.setVisible(bool(sentences))
        if self.why is not None:
            self.why.setChecked(bool(sentences))

    def show_needed(self, *, needed: bool) -> None:
        """Mark a question whose answer would settle a finding."""
        if self._needed is None and needed:
            self._needed = self._label(SMALL_POINTS - 0.5, role="needed")
            self._needed.setText(self._texts.say("needed"))
            self._needed.setWordWrap(False)
            self._needed.hide()
            self._line.insertWidget(1, self._needed, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._needed is not None and self._needed.isHidden() == needed:
            self._needed.setVisible(needed)
            self._describe()

    def show_refusal(self, sentence: str) -> None:
        """Show why the answer was not accepted; nothing where it was."""
        if self._refusal is None and sentence:
            self._refusal = RefusalLabel(self)
            self._layout.insertWidget(AFTER_THE_HELP, self._refusal)
        if self._refusal is None or self._refusal.sentence == sentence:
            return
        self._refusal.tell(sentence)
        self._describe()
        if isinstance(self.control, Field | Choice):
            self.control.show_refused(refused=bool(sentence))

    @property
    def refusal(self) -> str:
        """The sentence beside the question that says why its answer was not accepted, if any."""
        return self._refusal.sentence if self._refusal else ""

    def show_note(self, sentence: str) -> None:
        """Show what an answer brought with it; nothing to show none."""
        if self._note is None and sentence:
            self._note = self._label(SMALL_POINTS, role="rules")
            self._layout.addWidget(self._note)
        if self._note is not None:
            self._note.setText(sentence)
            self._note.setVisible(bool(sentence))
            self._describe()

    @property
    def note(self) -> str:
        """The sentence on what an answer brought with it, where it is shown."""
        return self._note.text() if self._note else ""

    def focus_control(self) -> None:
        """Put the keys into the control."""
        self.control.first_stop().setFocus(Qt.FocusReason.ShortcutFocusReason)


class FormPage(QScrollArea):
    """One page of the form, and the way to the next."""

    next_wanted = Signal()

    def __init__(self, name: str, texts: FormTexts, following: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = inner = QWidget(self)
        inner.setObjectName("page")
        inner.setMaximumWidth(in_type(WIDEST_PAGE))
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(WIDE, SPACE, WIDE, WIDE)
        layout.setSpacing(WIDE)
        self._introduction = QLabel(inner)
        self._introduction.setWordWrap(True)
        self._introduction.setProperty("role", "muted")
        layout.addWidget(self._introduction)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(WIDE)
        layout.addLayout(self._rows)
        self._end = QLabel(inner)
        self._end.setWordWrap(True)
        self._end.setProperty("role", "rules")
        self._end.hide()
        layout.addWidget(self._end)
        self._following = following
        self.onward = QPushButton(inner)
        self.onward.setProperty("kind", "quiet")
        self.onward.hide()
        self.onward.clicked.connect(self.next_wanted)
        layout.addWidget(self.onward, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setWidget(inner)
        self.reword(texts)

    def reword(self, texts: FormTexts) -> None:
        """Introduce the page in the words of who is asking."""
        self._introduction.setText(texts.introduction(self.name))
        if self._following:
            self.lead_on(texts, texts.page(self._following))

    def lead_on(self, texts: FormTexts, title: str) -> None:
        """Offer the way to the page of a title below the questions, or none."""
        self.onward.setText(texts.say("next", page=title) if title else "")
        self.onward.setVisible(bool(title))

    def end_with(self, sentence: str, *, asks: bool) -> None:
        """Say below the questions why none follows, in place of the way on; nothing to go on.

        A page that `asks` nothing is introduced by that sentence alone.
        """
        if sentence == self._end.text() and self._introduction.isHidden() != asks:
            return
        self._end.setText(sentence)
        self._end.setVisible(bool(sentence))
        self._introduction.setVisible(asks or not sentence)
        if self._following:
            self.onward.setHidden(bool(sentence))

    @property
    def end(self) -> str:
        """The sentence that says why no question follows, where it is shown."""
        return self._end.text()

    def settle(self) -> None:
        """Lay the page out now, so that what comes into view stands where it will stay."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def insert(self, place: int, row: QWidget) -> None:
        """Put a question at its place among those of the page."""
        self._rows.insertWidget(place, row)


class Shown(NamedTuple):
    """What the form shows: the answers, the facts that are asked and needed, and refusals."""

    plain: Plain
    wanted: frozenset[str]
    missing: frozenset[str]
    sentences: Mapping[str, str]
    refusals: Sequence[Refusal]


class FormView(QWidget):
    """The four pages under their tabs. It shows answers and tells of new ones; it keeps none."""

    answered = Signal(str, object)
    payments_changed = Signal(object, str)
    typing_ended = Signal()
    why_wanted = Signal(str)
    answer_wanted = Signal()

    def __init__(self, texts: FormTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.texts = texts
        self._rows: dict[str, QuestionRow] = {}
        self._shown = Shown({}, frozenset(), frozenset(), {}, ())
        self._with_rules: frozenset[str] = frozenset()
        self._waiting: list[str] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._show_next_page)
        self._kept: set[str] = set()
        self._is_anew = False
        self.steps = QTabBar(self)
        self.steps.setObjectName("steps")
        self.steps.setDrawBase(False)
        self.steps.setExpanding(False)
        self.steps.setUsesScrollButtons(False)
        self.steps.setElideMode(Qt.TextElideMode.ElideRight)
        self.steps.setAccessibleName(texts.say("pages_name"))
        self._stack = QStackedWidget(self)
        self.pages: dict[str, FormPage] = {}
        for name, following in zip(PAGE_NAMES, (*PAGE_NAMES[1:], ""), strict=True):
            self._add_page(name, following)
        self.steps.currentChanged.connect(self._turn_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, CLOSE, 0, 0)
        head.addWidget(self.steps, 1)
        layout.addLayout(head)
        layout.addWidget(_rule(self))
        layout.addWidget(self._stack, 1)

    def _add_page(self, name: str, following: str) -> None:
        page = FormPage(name, self.texts, following, self)
        page.next_wanted.connect(lambda: self._go_on(following))
        self.pages[name] = page
        self.steps.addTab(self.texts.page(name))
        self._stack.addWidget(page)

    def show_case(
        self,
        plain: Plain,
        missing: Collection[str],
        refusals: Sequence[Refusal],
        *,
        ask_all: bool,
        is_bound: bool = True,
    ) -> None:
        """Show the answers of a case, and ask only what matters for it.

        Where no document binds (`is_bound`), the pages say that nothing further is asked.

        Questions that are new on a page that is not in view are made a moment later, and all that
        stands there where another case begins.
        """
        wanted = asked(plain, missing, self._kept, all_of_them=ask_all, is_bound=is_bound)
        ends = not (is_bound or ask_all or missing or refusals)
        sentence = self.texts.say("no_document") if ends else ""
        for name, page in self.pages.items():
            page.end_with(sentence, asks=bool(wanted.intersection(PAGES[name])))
        sentences = {refusal.fact: "" for refusal in refusals} | {
            refusal.fact: refusal.sentence
            for refusal in refusals
            if not place_of_payment(refusal.field)  # which stands in the card of the payment
        }
        self._shown = Shown(plain, wanted, frozenset(missing), sentences, refusals)
        self._waiting = list(PAGE_NAMES)
        for name, facts in PAGES.items():
            in_view = PAGE_NAMES.index(name) == self.steps.currentIndex()
            is_new = self._is_anew or wanted.intersection(facts) - self._rows.keys()
            if in_view or not is_new:
                self._show_page(name)
        self._is_anew = False
        self._idle.start()
        self._count_needed([page_of(fact) for fact in missing if fact in wanted])

    @property
    def rows(self) -> dict[str, QuestionRow]:
        """Every question that was asked so far, by its fact."""
        while self._waiting:
            self._show_page(self._waiting[0])
        return self._rows

    def _show_next_page(self) -> None:
        if self._waiting:
            self._show_page(self._waiting[0])
        else:
            self._idle.stop()

    def _show_page(self, name: str) -> None:
        """Show what the case answers and asks on a page."""
        plain, wanted, missing, sentences, _ = self._shown
        self._waiting.remove(name)
        new = [fact for fact in PAGES[name] if fact in wanted and fact not in self._rows]
        for fact in new:
            self._make(fact)
            self._rows[fact].offer_rules(offered=fact in self._with_rules)
        for fact in PAGES[name]:
            row = self._rows.get(fact)
            if row is None:
                continue
            if row.isHidden() == (fact in wanted):
                row.setVisible(fact in wanted)
            if fact in wanted:
                self._show_answer(plain, row)
                row.show_needed(needed=fact in missing and fact not in sentences)
            row.show_refusal(sentences.get(fact, ""))
        if new:
            self._put_stops_in_order()

    def _turn_to(self, place: int) -> None:
        """Bring a page into view, with all its questions."""
        if place < len(PAGE_NAMES) and PAGE_NAMES[place] in self._waiting:
            self._show_page(PAGE_NAMES[place])
        self._stack.setCurrentIndex(place)

    # A page that is no page of questions

    def take_in(self, page: QWidget) -> None:
        """Have something else as a page after those of questions, which the last leads to."""
        self._stack.addWidget(page)
        self.steps.addTab(self.texts.say("answer_page"))
        self.pages[PAGE_NAMES[-1]].lead_on(self.texts, self.texts.say("answer_page"))

    def give_back(self, page: QWidget) -> None:
        """Have the pages of questions alone again."""
        self.steps.removeTab(len(PAGE_NAMES))
        self._stack.removeWidget(page)
        self.pages[PAGE_NAMES[-1]].lead_on(self.texts, "")

    def name_taken_in(self, symbol: str, sentence: str) -> None:
        """Say in the tab of the page that was taken in what stands there."""
        place, title = len(PAGE_NAMES), f"{self.texts.say('answer_page')} {symbol}"
        if self.steps.tabText(place) != title:
            self.steps.setTabText(place, title)
        self.steps.setAccessibleTabName(place, f"{self.texts.say('answer_page')}: {sentence}")

    def turn_to_taken_in(self) -> None:
        """Turn to the page that was taken in, if there is one."""
        if self.steps.count() > len(PAGE_NAMES):
            self.steps.setCurrentIndex(len(PAGE_NAMES))

    def _go_on(self, following: str) -> None:
        if following:
            self._go_to_page(following)
        else:
            self.answer_wanted.emit()

    def offer_rules(self, facts: Collection[str]) -> None:
        """Offer to show the rules behind the questions that some rule asks."""
        self._with_rules = frozenset(facts)
        for fact, row in self._rows.items():
            row.offer_rules(offered=fact in facts)

    def show_note(self, fact: str, sentence: str) -> None:
        """Show what the answer to a question brought with it; nothing to show none."""
        if fact in self._rows:
            self._rows[fact].show_note(sentence)

    def shown_rules(self) -> list[QuestionRow]:
        """Return the questions below which their rules stand."""
        return [row for row in self._rows.values() if row.shows_rules]

    def question_with_keys(self) -> str | None:
        """Return the fact whose question the keys are in, if they are in one."""
        focus = self.focusWidget()
        return next((fact for fact, row in self._rows.items() if row.isAncestorOf(focus)), None)

    def _put_stops_in_order(self) -> None:
        """Have Tab go through every page as it is read."""
        stops: list[QWidget] = [self.steps]
        for name, facts in PAGES.items():
            for fact in facts:
                stops += self._rows[fact].control.stops() if fact in self._rows else []
            stops.append(self.pages[name].onward)
        put_in_order(stops)

    def _count_needed(self, pages: Sequence[str | None]) -> None:
        """Say on each tab how many of its questions would help to decide."""
        for place, name in enumerate(PAGE_NAMES):
            title = self.texts.tab(name, pages.count(name))
            if self.steps.tabText(place) != title:
                self.steps.setTabText(place, title)

    def reword(self) -> None:
        """Ask in the words of another nation or audience."""
        for place, (name, page) in enumerate(self.pages.items()):
            self.steps.setTabText(place, self.texts.page(name))
            page.reword(self.texts)
        for row in self._rows.values():
            row.reword(self.texts)

    def is_typed(self, fact: str) -> bool:
        """Say whether a question is answered by typing."""
        return isinstance(self._rows[fact].control, Field)

    def forget(self) -> None:
        """Let go of the questions that only stayed because they were answered a moment ago."""
        self._kept.clear()
        self._is_anew = True
        self.show_note("nation", "")
        row = self._rows.get("allowances")
        if row is not None and isinstance(row.control, PaymentsView):
            row.control.forget()

    def go_to(self, field: str) -> None:
        """Bring a question into view and put the keys into its control.

        `field` is its fact, or the field that a refusal names, such as `pay.allowances[1].amount`.
        """
        fact = fact_of(field)
        page = page_of(fact)
        if page is None:
            return
        self._go_to_page(page, to_first=False)
        row = self._rows.get(fact) or self._rows.get("allowances")
        if row is not None:
            self.pages[page].settle()
            self.pages[page].verticalScrollBar().setValue(row.y() - SPACE)
            control = row.control
            stop = control.stop_of(field) if isinstance(control, PaymentsView) else None
            if stop is None:
                row.focus_control()
            else:
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.pages[page].ensureWidgetVisible(stop, SPACE, ROOM_FOR_A_REFUSAL)

    def payments(self) -> PaymentsView:
        """Go to the payments, and return what shows them."""
        self.go_to("allowances")
        return next(iter(self.findChildren(PaymentsView)))

    def go_to_page_at(self, place: int) -> None:
        """Show a page by its place, from its top, with the keys on its first question."""
        self._go_to_page(PAGE_NAMES[place])

    def _go_to_page(self, name: str, *, to_first: bool = True) -> None:
        self.steps.setCurrentIndex(PAGE_NAMES.index(name))
        self.pages[name].settle()
        self.pages[name].verticalScrollBar().setValue(0)
        if to_first:
            first = next((fact for fact in PAGES[name] if fact in self._shown.wanted), None)
            if first:
                self._rows[first].focus_control()

    def _make(self, fact: str) -> None:
        """Make the row of a question that is asked for the first time, at its place."""
        page = page_of(fact)
        if page is None:
            return
        row = QuestionRow(fact, self.texts, self._control(fact), self.pages[page].inner)
        before = [other for other in PAGES[page] if other in self._rows]
        place = sum(PAGES[page].index(other) < PAGES[page].index(fact) for other in before)
        row.why_wanted.connect(lambda: self.why_wanted.emit(fact))
        self._rows[fact] = row
        self.pages[page].insert(place, row)

    def _control(self, fact: str) -> Control:
        control: Control
        kind = self.texts.kind(fact)
        match kind:
            case Kind.PAYMENTS:
                control = PaymentsView(self.texts, self)
                control.changed.connect(self.payments_changed)
                control.cards_changed.connect(self._put_stops_in_order)
                control.ended.connect(self.typing_ended)
                return control
            case Kind.YES_OR_NO | Kind.CHOICE:
                yes_or_no = kind is Kind.YES_OR_NO
                control = ThreeWay(self.texts.three_answers(), self) if yes_or_no else Choice(self)
                control.chosen.connect(lambda value: self._tell(fact, value))
                return control
            case Kind.TICKS:
                control = Ticks(self.texts.to_tick(), self)
                control.chosen.connect(lambda value: self._tell(fact, value))
                return control
        control = Field(kind, self.texts.months, self)
        control.typed.connect(lambda value: self._tell(fact, value))
        control.ended.connect(self.typing_ended)
        return control

    def _tell(self, fact: str, value: object) -> None:
        self._kept.add(fact)
        self.answered.emit(fact, value)

    def _show_answer(self, plain: Plain, row: QuestionRow) -> None:
        control = row.control
        if isinstance(control, PaymentsView):
            control.show_payments(plain)
            of_cards = {refusal.field: refusal.sentence for refusal in self._shown.refusals}
            control.show_refusals(of_cards)
            return
        if isinstance(control, Choice):
            control.offer(self.texts.offered(plain, row.fact))
        control.show_answer(value_of(plain, row.fact))


def _rule(parent: QWidget) -> QFrame:
    """Return a thin line across."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
