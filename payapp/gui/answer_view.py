"""The answer beside the form: the verdict, what has to be put right, and the report as a list."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from payapp.domain.assessment import Assessment
from payapp.domain.findings import About
from payapp.gui.answering import Answered, Refusal, Told
from payapp.gui.controls import put_in_order
from payapp.gui.links import Link
from payapp.gui.outline import TONE_OF_VERDICT, Outline
from payapp.gui.outline_model import OutlineModel
from payapp.gui.outline_view import OutlineView
from payapp.gui.reasons_or_charts import ReasonsOrCharts
from payapp.gui.style import (
    BASE_POINTS,
    CLOSE,
    HEADING_POINTS,
    ROUND,
    SPACE,
    TIGHT,
    colours,
    restyle,
    sized,
)
from payapp.gui.tones import Tone
from payapp.report.wording import Wording

Text = TypeVar("Text", bound=QLabel)

DISC: Final = 44
RING: Final = 2


class Disc(QWidget):
    """The symbol of the verdict in a disc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(DISC, DISC)
        self.symbol = ""
        self.tone = Tone.UNKNOWN

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the symbol in the colour of its tone turned round."""
        del event
        text, ground = colours().of(self.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(text))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(ground))
        painter.setFont(sized(HEADING_POINTS + 3, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.symbol)


class Headline(QLabel):
    """The sentence of the verdict. It takes the keys, and tells its card when that changes."""

    keys_came_or_went = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have come."""
        super().focusInEvent(event)
        self.keys_came_or_went.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have gone."""
        super().focusOutEvent(event)
        self.keys_came_or_went.emit()


class VerdictCard(QFrame):
    """The verdict: a symbol, a sentence, the money, and what stays undecided beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = Tone.UNKNOWN
        self._disc = Disc(self)
        self.headline = _in_type(Headline(self), HEADING_POINTS, bold=True)
        self.headline.keys_came_or_went.connect(self.update)
        self.headline.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._money = _label(self, BASE_POINTS + 1.0, bold=True)
        self._beside = _label(self, BASE_POINTS)
        self._money.hide()
        self._beside.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(CLOSE)
        words.addWidget(self.headline)
        words.addWidget(self._money)
        words.addWidget(self._beside)
        words.addStretch(1)
        layout.addLayout(words, 1)

    @property
    def symbol(self) -> str:
        """The symbol of the verdict."""
        return self._disc.symbol

    def show_verdict(
        self, tone: Tone, symbol: str, headline: str, money: Sequence[str], undecided: str
    ) -> None:
        """Show a verdict, the first sentence on money in bold; a part without text has no room."""
        if (tone, symbol) != (self._tone, self._disc.symbol):
            self._tone = self._disc.tone = tone
            self._disc.symbol = symbol
            restyle(self.headline, "tone", tone.value)
            self.update()
            self._disc.update()
        for label, text in (
            (self.headline, headline),
            (self._money, "".join(money[:1])),
            (self._beside, "\n".join(part for part in (*money[1:], undecided) if part)),
        ):
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
        self.headline.setAccessibleName("\n".join(filter(None, (headline, *money, undecided))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground in the colour of the tone, with a ring where the keys are."""
        del event
        text, ground = colours().of(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.headline.hasFocus():
            painter.setPen(QPen(QColor(text), RING))
        painter.setBrush(QColor(ground))
        inside = QRectF(self.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
        painter.drawRoundedRect(inside, ROUND + 2, ROUND + 2)


class RefusalList(QFrame):
    """What has to be put right, each a button that goes to its question."""

    question_wanted = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refusals")
        self._shown: tuple[Refusal, ...] = ()
        self.buttons: list[Link] = []
        self._layout = QVBoxLayout(self)
        beside = SPACE - TIGHT  # which the sentences below the heading leave free themselves
        self._layout.setContentsMargins(beside, SPACE, beside, beside)
        self._layout.setSpacing(CLOSE)
        heading = _label(self, HEADING_POINTS - 1, bold=True)
        heading.setContentsMargins(TIGHT, 0, TIGHT, 0)
        heading.setText(title)
        self._layout.addWidget(heading)
        self.hide()

    def show_refusals(self, refusals: tuple[Refusal, ...], names: Sequence[str]) -> bool:
        """Show a sentence for each refusal after the name of its question; nothing for none.

        Say whether there are others than before.
        """
        if refusals == self._shown:
            return False
        self._shown = refusals
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self.buttons = [
            self._button(refusal, name) for refusal, name in zip(refusals, names, strict=True)
        ]
        self.setVisible(bool(refusals))
        return True

    def _button(self, refusal: Refusal, name: str) -> Link:
        text = f"{name}: {refusal.sentence}" if name else refusal.sentence
        button = Link(text, Tone.BAD, self)
        button.clicked.connect(lambda: self.question_wanted.emit(refusal.field))
        self._layout.addWidget(button)
        return button


class AnswerView(QWidget):
    """The answer to the case that is open."""

    question_wanted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wording = wording
        self.verdict = VerdictCard(self)
        self.refusals = RefusalList(wording.say("window.answer.put_right"), self)
        self._lines = Outline(wording)
        self.outline = OutlineModel(wording, self)
        self.list = OutlineView(self.outline, self)
        self.list.setAccessibleName(wording.say("window.answer.reasons"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, TIGHT, 0)
        layout.setSpacing(CLOSE)
        self._above = QVBoxLayout()
        self._above.setSpacing(CLOSE)
        for widget in (self.refusals, self.verdict):
            self._above.addWidget(widget)
        layout.addLayout(self._above)
        self._leave_room_for_bar()
        self.turns = ReasonsOrCharts(self.list, wording, self)
        layout.addWidget(self.turns, 1)
        self.refusals.question_wanted.connect(self.question_wanted)
        self.list.question_wanted.connect(self.question_wanted)

    def scroll_as_one(self, *, as_one: bool) -> None:
        """Have a page around it scroll the verdict with its reasons, or the reasons below it."""
        self.list.grow(grows=as_one)
        self.turns.scroll_as_one(as_one=as_one)
        self._leave_room_for_bar()

    def _leave_room_for_bar(self) -> None:
        """End where the lines of the list end, which has a bar beside them unless it grows."""
        bar = self.list.verticalScrollBar().sizeHint().width()
        self._above.setContentsMargins(0, 0, 0 if self.list.grows else bar, 0)

    def show_answer(
        self, answered: Answered, names: Sequence[str], words: Mapping[str, object]
    ) -> None:
        """Show a report, or what has to be put right before there can be one.

        `names` are those of the questions whose answers were refused, `words` those that differ
        by reader and nation.
        """
        if self.refusals.show_refusals(answered.refusals, names):
            stops = [self.verdict.headline, self.list, self.turns.turn]
            put_in_order([*self.refusals.buttons, *stops])
        if answered.told is None:
            sentence = self._wording.say("window.answer.waits")
            self.verdict.show_verdict(Tone.UNKNOWN, "!", sentence, (), "")
            self.outline.show_lines(())
            return
        self._show_told(answered.told, words)

    def _undecided(self, assessment: Assessment) -> str:
        """Return what stays undecided, and what is paid unchecked, in a line each.

        The list says what would settle it.
        """
        own = self._wording.of(assessment.case.nation)
        lines = (("undecided", assessment.undecided), ("unchecked", assessment.unchecked))
        return "\n".join(_named(key, subjects, own) for key, subjects in lines if subjects)

    def _show_told(self, told: Told, words: Mapping[str, object]) -> None:
        report = told.report
        self.verdict.show_verdict(
            TONE_OF_VERDICT[told.assessment.verdict],
            report.symbol,
            report.headline,
            report.money,
            self._undecided(told.assessment),
        )
        self.outline.show_lines(self._lines.of(report, words))

    def start_anew(self) -> None:
        """Let another case begin with its lines as they start, from the top."""
        self.outline.forget_turned()
        self.list.scrollToTop()

    def focus_verdict(self) -> None:
        """Put the keys on the verdict, so that it is read first."""
        self.verdict.headline.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _named(key: str, subjects: Sequence[About], wording: Wording) -> str:
    """Return a line that names subjects as the findings of the nation are headed."""
    names = dict.fromkeys(wording.say(f"about.{about}") for about in subjects)
    return wording.say(f"window.answer.{key}", names=", ".join(names))


def _label(parent: QWidget, points: float, *, bold: bool = False) -> QLabel:
    return _in_type(QLabel(parent), points, bold=bold)


def _in_type(label: Text, points: float, *, bold: bool) -> Text:
    label.setFont(sized(points, bold=bold))
    label.setWordWrap(True)
    return label
