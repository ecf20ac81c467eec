"""The list that shows a report: drawn as cards that open, walked with the arrow keys."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from payapp.gui.controls import draw_chevron
from payapp.gui.outline import Form, Shown
from payapp.gui.outline_model import OutlineModel
from payapp.gui.style import BASE_POINTS, CLOSE, ROUND, SMALL_POINTS, SPACE, Colours, colours, sized

AnyIndex = QModelIndex | QPersistentModelIndex

STEP_IN: Final = 22
MARK: Final = 26
SMALL_MARK: Final = 18
GAP_BETWEEN_CARDS: Final = 8
WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter)
FAR: Final = 10_000
SMALLEST_CHIP: Final = 40
CHEVRON: Final = 18
MARKED: Final = frozenset({Form.TEST, Form.QUESTION, Form.STEP})
# They turn the page around a list that grows.
PAGE_KEYS: Final = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class OutlineDelegate(QStyledItemDelegate):
    """Draws the lines of a report, and knows how high each one is in the width at hand."""

    def __init__(self, view: "OutlineView") -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[object, ...], int] = {}
        self.renew_fonts()

    def renew_fonts(self) -> None:
        """Take the fonts of the program anew, and forget what was measured with the old ones."""
        self.base = sized(BASE_POINTS)
        self.strong = sized(BASE_POINTS, bold=True)
        self.heading = sized(BASE_POINTS + 1.5, bold=True)
        self.small = sized(SMALL_POINTS)
        self.small_strong = sized(SMALL_POINTS, bold=True)
        self._heights.clear()

    # How high

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the room that a line needs."""
        del option
        width = self._view.viewport().width()
        row = self._view.outline.row(index.row())
        line = row.line
        key = (line.text, line.detail, line.word, line.form, row.depth, row.ends_card, width)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > FAR:
                self._heights.clear()
            height = self._heights[key] = self._height(row, width)
        return QSize(width, height)

    def _height(self, row: Shown, width: int) -> int:
        room = self._text_room(row, QRect(0, 0, width, FAR))
        height = _height_of(self._font_of(row), row.line.text, room.width())
        if row.line.detail:
            font = self.base if row.line.form is Form.FINDING else self.small
            height += 3 + _height_of(font, row.line.detail, room.width())
        above, below = _padding(row)
        return height + above + below + (GAP_BETWEEN_CARDS if row.ends_card else 0)

    def _font_of(self, row: Shown) -> QFont:
        match row.line.form:
            case Form.HEADING:
                return self.heading
            case Form.FINDING | Form.MONEY:
                return self.strong
            case Form.PART:
                return self.small_strong
        return self.base

    def _text_room(self, row: Shown, rect: QRect) -> QRect:
        """Return the room of the text: right of the mark, left of the word that says the result."""
        line = row.line
        left = _indent(row)
        if line.form is Form.FINDING:
            left += MARK + 12
        elif line.form in MARKED or _is_folded_tail(row):
            left += SMALL_MARK + 8
        elif _opens_among_texts(row):
            left += CHEVRON
        right = SPACE
        if line.form is Form.TEST and line.word:
            right += QFontMetrics(self.small_strong).horizontalAdvance(line.word) + 2 * SPACE
        elif line.form in {Form.FINDING, Form.QUESTION}:
            right += 24
        above, _ = _padding(row)
        return rect.adjusted(left, above, -right, 0)

    # How it looks

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line."""
        row = self._view.outline.row(index.row())
        rect = QRect(option.rect)
        scheme = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.ends_card:
            rect.adjust(0, 0, 0, -GAP_BETWEEN_CARDS)
        if row.in_card:
            _draw_card(painter, row, rect, scheme)
        self._draw_state(painter, option, rect, scheme)
        self._draw_marks(painter, row, rect, scheme)
        self._draw_texts(painter, row, rect, scheme)
        painter.restore()

    def _draw_state(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, scheme: Colours
    ) -> None:
        """Show which line the keys are on, and which one the mouse is over."""
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        inside = QRectF(rect).adjusted(3, 2, -3, -2)
        if over and not current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.hover))
            painter.drawRoundedRect(inside, 6, 6)
        if current:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.setBrush(QColor(scheme.selected))
            painter.drawRoundedRect(inside, 6, 6)

    def _draw_marks(self, painter: QPainter, row: Shown, rect: QRect, scheme: Colours) -> None:
        line = row.line
        above, _ = _padding(row)
        text, ground = scheme.of(line.tone)
        left = rect.left() + _indent(row)
        first_line = rect.top() + above + QFontMetrics(self._font_of(row)).height() / 2
        middle = QPointF(left + SMALL_MARK / 2, first_line)
        far_right = QPointF(rect.right() - 22, first_line)
        match line.form:
            case Form.FINDING:
                large = QPointF(left + MARK / 2, rect.top() + above + MARK / 2 - 3)
                self._disc(painter, large, MARK, text, ground, line.mark)
                draw_chevron(painter, far_right, scheme.muted, down=row.is_open)
            case Form.TEST:
                self._disc(painter, middle, SMALL_MARK, text, ground, line.mark)
            case Form.QUESTION:
                self._disc(painter, middle, SMALL_MARK, scheme.note, scheme.note_ground, "?")
                draw_chevron(painter, far_right, scheme.note, down=False)
            case Form.STEP:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(scheme.accent))
                painter.drawEllipse(middle, 3.0, 3.0)
        if line.parts and line.form is not Form.FINDING:
            before = QPointF(left + CHEVRON / 2 - 4, first_line)
            place = QPointF(left - 12, first_line)
            if _is_folded_tail(row):
                place = middle
            elif _opens_among_texts(row):
                place = before
            draw_chevron(painter, place, scheme.muted, down=row.is_open)

    def _disc(
        self, painter: QPainter, middle: QPointF, size: int, text: str, ground: str, mark: str
    ) -> None:
        """Draw the symbol that stands beside every colour."""
        half = size / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(middle, half, half)
        painter.setPen(QColor(text))
        painter.setFont(self.strong if size == MARK else self.small_strong)
        around = QRectF(middle.x() - half, middle.y() - half, size, size)
        painter.drawText(around, MIDDLE, mark)

    def _draw_texts(self, painter: QPainter, row: Shown, rect: QRect, scheme: Colours) -> None:
        line = row.line
        room = self._text_room(row, rect)
        text, ground = scheme.of(line.tone)
        painter.setFont(self._font_of(row))
        painter.setPen(QColor(_colour_of_text(row, scheme)))
        used = painter.drawText(room, WRAP, line.text)
        if line.detail:
            finding = line.form is Form.FINDING
            painter.setFont(self.base if finding else self.small)
            painter.setPen(QColor(scheme.text if finding else scheme.muted))
            painter.drawText(room.adjusted(0, used.height() + 3, 0, 0), WRAP, line.detail)
        if line.form is Form.FINDING and line.word:
            width = QFontMetrics(self.strong).horizontalAdvance(line.text)
            start = QPointF(room.left() + width + 10, room.top())
            self._chip(painter, start, room.right(), line.word, text, ground)
        if line.form is Form.TEST and line.word:
            painter.setFont(self.small_strong)
            painter.setPen(QColor(text))
            right = QRect(room.right(), room.top(), rect.right() - SPACE - room.right(), 20)
            painter.drawText(right, int(Qt.AlignmentFlag.AlignRight), line.word)

    def _chip(
        self, painter: QPainter, start: QPointF, end: int, word: str, text: str, ground: str
    ) -> None:
        """Draw the outcome in words beside the title of a finding, as far as there is room."""
        metrics = QFontMetrics(self.small_strong)
        room = int(end - start.x()) - 2 * CLOSE
        if room < SMALLEST_CHIP:
            return
        width = metrics.horizontalAdvance(word)
        if width > room:
            word, width = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room), room
        chip = QRectF(start.x(), start.y() - 1, width + 2 * CLOSE, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(QColor(text))
        painter.setFont(self.small_strong)
        painter.drawText(chip, MIDDLE, word)


def _is_folded_tail(row: Shown) -> bool:
    """Say whether a line holds the tail of a list, and stands among its entries."""
    return row.line.form is Form.PART and row.depth == 1


def _opens_among_texts(row: Shown) -> bool:
    """Say whether a line with figures behind it needs room for the mark that it opens."""
    return bool(row.line.parts) and row.line.form in {Form.MONEY, Form.FIGURE}


def _indent(row: Shown) -> int:
    if row.line.form is Form.HEADING:
        return STEP_IN
    return SPACE + (row.depth - 1) * STEP_IN + (MARK - STEP_IN + 12 if row.depth > 1 else 0)


def _padding(row: Shown) -> tuple[int, int]:
    """Return the air above and below a line."""
    match row.line.form:
        case Form.HEADING:
            return 14, 8
        case Form.FINDING:
            return 13, 13
        case Form.PART if row.depth > 1:
            return 9, 5
        case Form.PART | Form.QUESTION | Form.STEP:
            return 8, 8
    return (10, 10) if row.depth == 1 else (5, 6)


def _colour_of_text(row: Shown, scheme: Colours) -> str:
    match row.line.form:
        case Form.PART:
            return scheme.muted
        case Form.QUESTION:
            return scheme.accent
    return scheme.text


def _height_of(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), FAR), WRAP, text).height()


def _draw_card(painter: QPainter, row: Shown, rect: QRect, scheme: Colours) -> None:
    """Draw the part of a card that lies behind one row."""
    card = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if row.depth > 1:
        card.setTop(card.top() - 2 * ROUND)
    if not row.ends_card:
        card.setBottom(card.bottom() + 2 * ROUND)
    painter.save()
    painter.setClipRect(rect)
    path = QPainterPath()
    path.addRoundedRect(card, ROUND, ROUND)
    painter.fillPath(path, QColor(scheme.surface))
    painter.setPen(QPen(QColor(scheme.line), 1))
    painter.drawPath(path)
    painter.restore()


class OutlineView(QListView):
    """The report as a list: Right opens or goes in, Left closes, Enter opens or asks a question.

    Where it grows with its lines, `reached` tells the page around it which place the keys are at.
    """

    question_wanted = Signal(str)
    reached = Signal(QRect)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = model
        self.grows = False
        self.setModel(model)
        self._delegate = OutlineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._show_bar()
        model.rowsInserted.connect(self._show_bar)
        model.rowsRemoved.connect(self._show_bar)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def _show_bar(self) -> None:
        """Keep the bar beside lines, so that their width stays; an empty list needs none."""
        policy = Qt.ScrollBarPolicy
        scrolls = self.outline.rowCount() and not self.grows
        wanted = policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def grow(self, *, grows: bool) -> None:
        """Be as high as all lines, for a page that scrolls them with the rest, or scroll them."""
        if grows != self.grows:
            self.grows = grows
            self._show_bar()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def doItemsLayout(self) -> None:
        """Lay the lines out, and ask for the height of all of them where the list grows."""
        super().doItemsLayout()
        if self.grows:
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed: that of all lines where the list grows."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self.contentsSize().height()) if self.grows else least

    def scrollTo(
        self, index: AnyIndex, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a line into view, here or in the page around the list."""
        super().scrollTo(index, hint)
        if self.grows:
            self.reached.emit(self.visualRect(index))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Return where the keys are, which a page around the list brings into view after Tab."""
        if self.grows and query is Qt.InputMethodQuery.ImCursorRectangle:
            current = self.currentIndex()
            return self.visualRect(current if current.isValid() else self.outline.index(0))
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, close and copy with the keys of a list that opens."""
        place = self.currentIndex().row()
        if self.grows and event.key() in PAGE_KEYS:
            event.ignore()
        elif place < 0:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.outline.row(place).line.spoken)
        elif event.key() == Qt.Key.Key_Right:
            self._go_in(place)
        elif event.key() == Qt.Key.Key_Left:
            self._close(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._act(place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open, close or follow the line that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._act(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _act(self, place: int) -> None:
        row = self.outline.row(place)
        if row.line.parts:
            self._turn(place)
        elif row.line.fact:
            self.question_wanted.emit(row.line.fact)

    def _turn(self, place: int) -> None:
        """Open or close a line; what it opens into comes into view, the line itself first."""
        self.outline.turn(place)
        if self.outline.row(place).is_open:
            self.executeDelayedItemsLayout()
            for shown in (self.outline.last_in(place), place):
                self.scrollTo(self.outline.index(shown))

    def _go_in(self, place: int) -> None:
        """Open a closed line, or go to the first line that an open one opened into."""
        if not self.outline.row(place).is_open:
            self._turn(place)
        elif self.outline.row(place).line.parts:
            self.setCurrentIndex(self.outline.index(place + 1))

    def _close(self, place: int) -> None:
        """Close an open line, or go to the line above that a closed one was opened from."""
        if self.outline.row(place).is_open:
            self.outline.turn(place)
            return
        above = self.outline.place_above(place)
        if above is not None:
            self.setCurrentIndex(self.outline.index(above))
