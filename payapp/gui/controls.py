"""The controls that a question is answered with: yes / no / not known, a choice, a typed value."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from payapp.gui.form_model import NOT_KNOWN, Kind, as_plain, as_text
from payapp.gui.style import CLOSE, Colours, colours, control_height, in_type, restyle

WIDTHS: Final = {
    Kind.NUMBER: 110,
    Kind.POUNDS: 150,
    Kind.DATE: 210,
}
_CHEVRON: Final = 4.5
LEFT_OF_AN_ANSWER: Final = 10
RIGHT_OF_AN_ANSWER: Final = 28
FAR: Final = 10_000
WRAP: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(
    Qt.TextFlag.TextWordWrap
)


class Segment(QRadioButton):
    """One answer of a three-way control, drawn as a button; `plain` for the one that says least."""

    def __init__(self, word: str, *, plain: bool, parent: QWidget) -> None:
        super().__init__(word, parent)
        self._plain = plain
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the room of the word, as wide as its bold form."""
        metrics = QFontMetrics(self._bold())
        return QSize(metrics.horizontalAdvance(self.text()) + 32, control_height(metrics))

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on the button."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the answer, filled where it is the one given, with a ring where the keys are."""
        del event
        scheme = colours()
        ground, text, edge = self._colours(scheme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.5 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(scheme.text if self.hasFocus() else edge), width))
        painter.setBrush(QColor(ground))
        inside = width / 2
        box = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(text))
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _colours(self, scheme: Colours) -> tuple[str, str, str]:
        if self.isChecked() and self._plain:
            return scheme.aside_ground, scheme.aside, scheme.border
        if self.isChecked():
            return scheme.accent, scheme.on_accent, scheme.accent
        return scheme.hover if self.underMouse() else scheme.surface, scheme.text, scheme.border

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class ThreeWay(QWidget):
    """Yes, no and not known side by side: one stop for Tab, arrows or the first letter to choose.

    `answers` are the codes with their words and the letter that chooses each.
    """

    chosen = Signal(object)

    def __init__(
        self, answers: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._segments: dict[str, Segment] = {}
        self._letters = {letter.lower(): code for code, _, letter in answers}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CLOSE)
        for code, word, _ in answers:
            segment = Segment(word, plain=code == NOT_KNOWN, parent=self)
            segment.clicked.connect(lambda _checked, code=code: self.chosen.emit(code))
            self._segments[code] = segment
            layout.addWidget(segment)
        layout.addStretch(1)
        self.show_answer(None)

    def set_name(self, name: str) -> None:
        """Say the question before each answer to a reader that cannot see it."""
        for segment in self._segments.values():
            segment.setAccessibleName(f"{name} {segment.text()}")

    def describe(self, text: str) -> None:
        """Have a text read after each answer."""
        for segment in self._segments.values():
            segment.setAccessibleDescription(text)

    def show_answer(self, value: object | None) -> None:
        """Show an answer; None is not known."""
        for code, segment in self._segments.items():
            chosen = code == (value or NOT_KNOWN)
            segment.setChecked(chosen)
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    def stops(self) -> list[QWidget]:
        """Return what takes the keys, in order of reading."""
        return list(self._segments.values())

    def first_stop(self) -> QWidget:
        """Return where the keys go first: the answer that is given."""
        return next(segment for segment in self._segments.values() if segment.isChecked())

    def segment(self, code: str) -> Segment:
        """Return the button of one answer."""
        return self._segments[code]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose an answer by its letter."""
        code = self._letters.get(event.text().lower())
        if code is None:
            super().keyPressEvent(event)
            return
        self._segments[code].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._segments[code].click()


class Choice(QComboBox):
    """A list to choose one answer from; the first entry is *not known*."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[tuple[str, str], ...] = ()
        self._refused = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._choose)
        self.currentIndexChanged.connect(self._fit)

    def offer(self, offered: tuple[tuple[str, str], ...]) -> None:
        """Offer codes with their words."""
        if offered == self._offered:
            return
        self._offered = offered
        self.clear()
        for code, words in offered:
            self.addItem(words, code)

    def show_refused(self, *, refused: bool) -> None:
        """Mark the list whose answer was not accepted."""
        if self._refused != refused:
            self._refused = refused
            self.update()

    def set_name(self, name: str) -> None:
        """Give the control the name of its question; it would else be read by its answer alone."""
        self.setAccessibleName(name)

    def describe(self, text: str) -> None:
        """Have a text read after the answer."""
        self.setAccessibleDescription(text)

    def show_answer(self, value: object | None) -> None:
        """Show an answer; None is the first entry."""
        codes = [code for code, _ in self._offered]
        self.setCurrentIndex(codes.index(value) if value in codes else 0)

    def stops(self) -> list[QWidget]:
        """Return what takes the keys."""
        return [self]

    def first_stop(self) -> QWidget:
        """Return where the keys go first."""
        return self

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which is what a person scrolls."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Return a width that a long answer may fall short of: it goes on in another line."""
        return QSize(180, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the size of the longest answer with its chevron."""
        hint = super().sizeHint()
        return QSize(hint.width() + 2 * CLOSE, control_height(self.fontMetrics()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the answer needs in the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the lines of the answer ask for."""
        metrics = self.fontMetrics()
        room = QRect(0, 0, self.width() - LEFT_OF_AN_ANSWER - RIGHT_OF_AN_ANSWER, FAR)
        lines = metrics.boundingRect(room, WRAP, self.currentText()).height()
        height = control_height(metrics) + max(lines - metrics.height(), 0)
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the control like the fields beside it."""
        del event
        scheme = colours()
        painter = QPainter(self)
        _draw_box(painter, self, scheme, refused=self._refused)
        painter.setPen(QColor(scheme.text if self.currentData() else scheme.muted))
        room = self.rect().adjusted(LEFT_OF_AN_ANSWER, 0, -RIGHT_OF_AN_ANSWER, 0)
        painter.drawText(room, WRAP, self.currentText())

    def _choose(self, place: int) -> None:
        self.chosen.emit(self.itemData(place) or None)


class OpenChoice(QComboBox):
    """A list to choose a name from, in which another name may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setAcceptDrops(False)  # a file let go here is for the window
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box round the field like those beside it."""
        del event
        _draw_box(QPainter(self), self, colours())


def _draw_box(
    painter: QPainter, choice: QComboBox, scheme: Colours, *, refused: bool = False
) -> None:
    """Draw the frame and the chevron of a list, with a ring where the keys are or what is wrong."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focus = choice.hasFocus()
    edge = scheme.border if choice.isEnabled() else scheme.line
    ring = scheme.bad if refused else scheme.accent
    painter.setPen(QPen(QColor(ring if focus or refused else edge), 2 if focus or refused else 1))
    painter.setBrush(QColor(scheme.surface))
    inside = 1.0 if focus or refused else 0.5
    box = QRectF(choice.rect()).adjusted(inside, inside, -inside, -inside)
    painter.drawRoundedRect(box, 5, 5)
    middle = QPointF(choice.width() - 16, choice.height() / 2 + 1)
    draw_chevron(painter, middle, scheme.muted, down=True)


def put_in_order(stops: Sequence[QWidget]) -> None:
    """Have Tab go from each stop to the next."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def draw_chevron(painter: QPainter, middle: QPointF, colour: str, *, down: bool) -> None:
    """Draw the mark of something that opens, or that stands open where it points down."""
    pen = QPen(QColor(colour), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    far, near = _CHEVRON, _CHEVRON / 2
    ends = (
        [QPointF(-far, -near), QPointF(0, near), QPointF(far, -near)]
        if down
        else [QPointF(-near, -far), QPointF(near, 0), QPointF(-near, far)]
    )
    painter.drawPolyline([middle + end for end in ends])


class Field(QLineEdit):
    """A typed answer. It tells of every keystroke, and of the moment when typing has ended."""

    typed = Signal(object)
    ended = Signal()

    def __init__(self, kind: Kind, months: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._months = months
        self._shown: object | None = None
        self.setAcceptDrops(False)  # a file let go here is for the window
        if kind in WIDTHS:
            self.setFixedWidth(in_type(WIDTHS[kind]))
        self.textEdited.connect(self._tell)
        self.editingFinished.connect(self.ended)

    def set_name(self, name: str) -> None:
        """Give the field the name of its question."""
        self.setAccessibleName(name)

    def describe(self, text: str) -> None:
        """Have a text read after the value."""
        self.setAccessibleDescription(text)

    def show_answer(self, value: object | None) -> None:
        """Show an answer, unless it is what the person is typing just now."""
        if self.hasFocus() and value == as_plain(self.kind, self.text(), self._months):
            return
        text = as_text(self.kind, value, self._months)
        if text != self.text():
            self.setText(text)

    def stops(self) -> list[QWidget]:
        """Return what takes the keys."""
        return [self]

    def first_stop(self) -> QWidget:
        """Return where the keys go first."""
        return self

    def show_refused(self, *, refused: bool) -> None:
        """Mark the field whose value was not accepted."""
        restyle(self, "refused", refused)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write a value that was understood in its usual form."""
        super().focusOutEvent(event)
        self.show_answer(as_plain(self.kind, self.text(), self._months))

    def _tell(self, text: str) -> None:
        self.typed.emit(as_plain(self.kind, text, self._months))
