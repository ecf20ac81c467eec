"""Charts drawn with Qt itself: shape, hatching and words say all that a colour says."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from payapp.gui.style import (
    BASE_POINTS,
    CLOSE,
    SMALL_POINTS,
    SPACE,
    TIGHT,
    Colours,
    colours,
    sized,
)
from payapp.report.charts_in_words import (
    Amount,
    Bar,
    RangeChart,
    SurveyChart,
    YearPoint,
    YearsChart,
)

TRACK: Final = 20.0
MARK: Final = 7.0
PLOT: Final = 132.0
BAR: Final = 9.0
DAYS_IN_A_YEAR: Final = 365.25
LEAST_SPAN: Final = 1.0
LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
WRAP: Final = int(Qt.TextFlag.TextWordWrap)
MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter)


class Chart(QWidget):
    """A drawing with a name and the sentence that says the same; a stop for Tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(sized(SMALL_POINTS))

    def tell(self, title: str, sentence: str) -> None:
        """Take a name and a sentence, and draw anew."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFixedHeight(self.height_for(self.width()))
        self.update()

    def height_for(self, width: int) -> int:
        """Return how high the drawing is in a width."""
        raise NotImplementedError

    def draw(self, painter: QPainter, scheme: Colours, room: QRectF) -> None:
        """Draw into a room."""
        raise NotImplementedError

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return QFontMetricsF(self.font()).height()

    def sizeHint(self) -> QSize:
        """Return the room that the drawing would like."""
        return QSize(420, self.height_for(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width asks for."""
        super().resizeEvent(event)
        height = self.height_for(event.size().width())
        if height != self.height():
            self.setFixedHeight(height)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the keys."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of the keys away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, with a ring where the keys are."""
        del event
        scheme = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        self.draw(painter, scheme, QRectF(self.rect()).adjusted(CLOSE, TIGHT, -CLOSE, -TIGHT))


class RangeView(Chart):
    """A track with the whole range hatched, what is due filled, and a diamond for what is paid.

    Below the ends of both stand their amounts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: RangeChart | None = None

    def show_chart(self, chart: RangeChart) -> None:
        """Show where a payment sits."""
        self.chart = chart
        self.tell(chart.title, chart.sentence)

    def legend(self) -> tuple[tuple[str, str], ...]:
        """Return what each mark means, with its amounts, by the name of the mark."""
        chart = self.chart
        if chart is None:
            return ()
        entries = [("paid", chart.paid.text), ("due", _labelled(chart.due_label, *chart.due))]
        whole = self._whole()
        if whole is not None:
            entries.append(("whole", _labelled(chart.whole_label, *whole)))
        return tuple(entries)

    def _whole(self) -> tuple[Amount, Amount] | None:
        """Return the range where it is more than what is due: the same twice tells nothing."""
        chart = self.chart
        return chart.whole if chart is not None and chart.whole != chart.due else None

    def ends(self, width: float) -> tuple[tuple[Amount, float], ...]:
        """Return the amounts that stand below the ends of the bars, each with its left edge.

        Those of what is due come first; an end whose amount would touch another's has none.
        """
        if self.chart is None:
            return ()
        metrics, at = QFontMetricsF(self.font()), self._scale(width)
        placed: list[tuple[Amount, float, float]] = []
        for end in dict.fromkeys((*self.chart.due, *(self._whole() or ()))):
            room = metrics.horizontalAdvance(end.text)
            left = min(max(at(end) - room / 2, 0.0), max(width - room, 0.0))
            if all(left > last + CLOSE or left + room + CLOSE < first for _, first, last in placed):
                placed.append((end, left, left + room))
        return tuple((end, left) for end, left, _ in placed)

    def _scale(self, width: float) -> Callable[[Amount], float]:
        """Return how far from the left an amount stands in a width."""
        chart = self.chart
        ends = [] if chart is None else [chart.paid, *chart.due, *(self._whole() or ())]
        low = min((float(end.amount) for end in ends), default=0.0)
        high = max((float(end.amount) for end in ends), default=0.0)
        span = max(high - low, LEAST_SPAN)
        return lambda end: MARK + (float(end.amount) - low) / span * (width - 2 * MARK)

    def height_for(self, width: int) -> int:
        """Return the height of the track, of the amounts below it and of its legend."""
        del width
        lines = (1 + len(self.legend())) * (self.line + 2)
        return int(2 * TIGHT + 2 * MARK + TRACK + CLOSE + lines)

    def draw(self, painter: QPainter, scheme: Colours, room: QRectF) -> None:
        """Draw the track, and below it what each mark is."""
        if self.chart is None:
            return
        whole, scale = self._whole(), self._scale(room.width())
        track = QRectF(room.left() + MARK, room.top() + MARK, room.width() - 2 * MARK, TRACK)

        def at(end: Amount) -> float:
            return room.left() + scale(end)

        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(
            QPointF(track.left(), track.center().y()), QPointF(track.right(), track.center().y())
        )
        if whole is not None:
            first, last = map(at, whole)
            _draw_whole(painter, scheme, QRectF(first, track.top(), last - first, TRACK))
        first, last = map(at, self.chart.due)
        due = QRectF(first, track.top() + 4, last - first, TRACK - 8)
        _draw_due(painter, scheme, due)
        _draw_paid(painter, scheme, QPointF(at(self.chart.paid), track.center().y()))
        below = track.bottom() + TIGHT
        self._draw_ends(painter, scheme, QPointF(room.left(), below), room.width())
        below += self.line + 2 + MARK
        self._draw_legend(painter, scheme, QPointF(room.left(), below))

    def _draw_ends(self, painter: QPainter, scheme: Colours, start: QPointF, width: float) -> None:
        painter.setPen(QColor(scheme.muted))
        for end, left in self.ends(width):
            box = QRectF(start.x() + left, start.y(), width, self.line)
            painter.drawText(box, LEFT, end.text)

    def _draw_legend(self, painter: QPainter, scheme: Colours, start: QPointF) -> None:
        width = self.width() - start.x() - CLOSE
        for place, (mark, text) in enumerate(self.legend()):
            top = start.y() + place * (self.line + 2)
            middle = top + self.line / 2
            box = QRectF(start.x(), middle - 5, 24, 10)
            match mark:
                case "paid":
                    _draw_paid(painter, scheme, box.center())
                case "due":
                    _draw_due(painter, scheme, box)
                case _:
                    _draw_whole(painter, scheme, box)
            painter.setPen(QColor(scheme.text))
            painter.drawText(QRectF(start.x() + 32, top, width - 32, self.line), LEFT, text)


def _labelled(label: str, one: object, other: object) -> str:
    """Return a label with its two amounts, or with one where they are the same."""
    texts = dict.fromkeys(str(getattr(end, "text", end)) for end in (one, other))
    return f"{label}: {' – '.join(texts)}"


def _draw_whole(painter: QPainter, scheme: Colours, box: QRectF) -> None:
    painter.setPen(QPen(QColor(scheme.border), 1))
    painter.setBrush(QBrush(QColor(scheme.border), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box)


def _draw_due(painter: QPainter, scheme: Colours, box: QRectF) -> None:
    painter.setPen(QPen(QColor(scheme.text), 1))
    painter.setBrush(QColor(scheme.good_ground))
    painter.drawRect(box if box.width() > MARK else QRectF(box.center().x() - 3, box.y(), 6, 12))


def _draw_paid(painter: QPainter, scheme: Colours, middle: QPointF) -> None:
    corners = [QPointF(0, -MARK), QPointF(MARK, 0), QPointF(0, MARK), QPointF(-MARK, 0)]
    painter.setPen(QPen(QColor(scheme.surface), 1.5))
    painter.setBrush(QColor(scheme.accent))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


class YearsView(Chart):
    """A figure as steps over the years: a disc where it is printed, an open square where not."""

    def __init__(self, plot: float = PLOT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        self.chart: YearsChart | None = None

    def show_chart(self, chart: YearsChart) -> None:
        """Show a figure over the years."""
        self.chart = chart
        self.tell(chart.title, chart.sentence)

    def height_for(self, width: int) -> int:
        """Return the height of the plot, its years and its legend."""
        del width
        return int(2 * TIGHT + self._plot + 3.6 * self.line)

    def draw(self, painter: QPainter, scheme: Colours, room: QRectF) -> None:
        """Draw axes, steps, marks, the first and the last amount, and what the marks mean."""
        if self.chart is None or not self.chart.points:
            return
        points = self.chart.points
        metrics = QFontMetricsF(self.font())
        margin = max(metrics.horizontalAdvance(point.text) for point in points) + SPACE
        plot = QRectF(
            room.left() + margin, room.top() + self.line, room.width() - 1.6 * margin, self._plot
        )
        places = _places(points, plot)
        self._draw_years(painter, scheme, plot)
        self._draw_amounts(painter, scheme, plot, margin)
        painter.setPen(QPen(QColor(scheme.accent), 2))
        painter.drawPolyline(QPolygonF(_steps(places)))
        for point, place in zip(points, places, strict=True):
            _draw_point(painter, scheme, place, is_sure=point.is_sure)
        bottom = plot.bottom() + 1.5 * self.line
        self._draw_legend(painter, scheme, QRectF(room.left(), bottom, room.width(), self.line))

    def _draw_amounts(
        self, painter: QPainter, scheme: Colours, plot: QRectF, margin: float
    ) -> None:
        """Write the first amount on the left, and the last one above its end."""
        points = self.chart.points if self.chart else ()
        painter.setPen(QColor(scheme.text))
        places = _places(points, plot)
        beside = QRectF(plot.left() - margin, places[0].y() - self.line / 2, margin - 10, self.line)
        painter.drawText(beside, RIGHT, points[0].text)
        if len(points) > 1:
            end = places[-1]
            box = QRectF(end.x() - margin, end.y() - self.line - 8, 1.6 * margin, self.line)
            painter.drawText(box, MIDDLE, points[-1].text)

    def _draw_years(self, painter: QPainter, scheme: Colours, plot: QRectF) -> None:
        points = self.chart.points if self.chart else ()
        first, last = points[0].day, points[-1].day
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        years = last.year - first.year + 1
        room = QFontMetricsF(self.font()).horizontalAdvance("2026") + 2 * CLOSE
        every = max(1, -int(-years * room // max(plot.width(), 1.0)))
        for year in range(first.year, last.year + 1, every):
            x = _x_of(date(year, first.month, 1), points, plot)
            painter.setPen(QPen(QColor(scheme.line), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(QColor(scheme.muted))
            box = QRectF(x - room, plot.bottom() + 4, 2 * room, self.line)
            painter.drawText(box, MIDDLE, str(year))

    def _draw_legend(self, painter: QPainter, scheme: Colours, box: QRectF) -> None:
        """Say what disc and square mean, as far as both are there."""
        chart = self.chart
        left = box.left() + MARK
        for sure in (True, False):
            if chart is None or all(point.is_sure is not sure for point in chart.points):
                continue
            text = chart.sure_label if sure else chart.unsure_label
            _draw_point(painter, scheme, QPointF(left, box.center().y()), is_sure=sure)
            painter.setPen(QColor(scheme.muted))
            width = QFontMetricsF(self.font()).horizontalAdvance(text)
            painter.drawText(QRectF(left + 10, box.top(), width + 4, box.height()), LEFT, text)
            left += width + 36


def _x_of(day: date, points: Sequence[YearPoint], plot: QRectF) -> float:
    days = max((points[-1].day - points[0].day).days, DAYS_IN_A_YEAR)
    return plot.left() + (day - points[0].day).days / days * plot.width()


def _places(points: Sequence[YearPoint], plot: QRectF) -> list[QPointF]:
    """Return where each point stands: its day to the right, its amount upwards."""
    amounts = [float(point.amount) for point in points]
    low, high = min(amounts), max(amounts)
    span = max(high - low, LEAST_SPAN)
    inside = plot.height() - 3 * MARK
    return [
        QPointF(
            _x_of(point.day, points, plot),
            plot.bottom() - MARK - (amount - low) / span * inside,
        )
        for point, amount in zip(points, amounts, strict=True)
    ]


def _steps(places: Sequence[QPointF]) -> list[QPointF]:
    """Return a line that stays level until the next day and then steps."""
    line = [places[0]]
    for place in places[1:]:
        line += [QPointF(place.x(), line[-1].y()), place]
    return line


def _draw_point(painter: QPainter, scheme: Colours, place: QPointF, *, is_sure: bool) -> None:
    painter.setPen(QPen(QColor(scheme.accent), 2))
    painter.setBrush(QColor(scheme.accent if is_sure else scheme.surface))
    if is_sure:
        painter.drawEllipse(place, 3.5, 3.5)
    else:
        painter.drawRect(QRectF(place.x() - 3.5, place.y() - 3.5, 7, 7))


class SurveyView(Chart):
    """A bar for each answer, its words above it; hatched where only a limit was printed.

    Below them it says whose arrangement of the answers it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: SurveyChart | None = None

    def show_chart(self, chart: SurveyChart) -> None:
        """Show the answers to a question."""
        self.chart = chart
        self.tell(chart.title, chart.sentence)

    def height_for(self, width: int) -> int:
        """Return the height of all bars with their words."""
        bars = self.chart.bars if self.chart else ()
        inside = width - 2 * CLOSE
        heights = sum(self._height(bar, inside) for bar in bars)
        return int(2 * TIGHT + heights + self._of_us(inside).height())

    def _of_us(self, width: float) -> QRectF:
        """Return the room of the words that say whose arrangement it is."""
        metrics, words = QFontMetricsF(self.font()), self.chart.arranged if self.chart else ""
        room = QRectF(0, 0, max(width, 80.0), 1000)
        return metrics.boundingRect(room, WRAP, words) if words else QRectF()

    def _height(self, bar: Bar, width: float) -> float:
        return self._words(bar, width).height() + BAR + CLOSE + 2

    def _words(self, bar: Bar, width: float) -> QRectF:
        """Return the room of a bar's words, left of its percentage."""
        metrics = QFontMetricsF(self.font())
        room = QRectF(0, 0, max(width - self._percent_width(), 80.0), 1000)
        return metrics.boundingRect(room, WRAP, bar.label)

    def _percent_width(self) -> float:
        texts = [bar.text for bar in self.chart.bars] if self.chart else []
        metrics = QFontMetricsF(self.font())
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + SPACE

    def draw(self, painter: QPainter, scheme: Colours, room: QRectF) -> None:
        """Draw the bars one below the other."""
        bars = self.chart.bars if self.chart else ()
        most = max((float(bar.percent) for bar in bars), default=1.0)
        top = room.top()
        for bar in bars:
            words = self._words(bar, room.width())
            words.moveTo(room.left(), top)
            painter.setPen(QColor(scheme.text))
            width = room.width() - self._percent_width()
            line = QRectF(room.left(), top, width, words.height())
            painter.drawText(line, WRAP | LEFT, bar.label)
            beside = QRectF(room.left(), top, room.width(), words.height())
            painter.drawText(beside, RIGHT, bar.text)
            length = float(bar.percent) / most * room.width()
            box = QRectF(room.left(), words.bottom() + 2, length, BAR)
            _draw_bar(painter, scheme, box, exact=bar.is_exact)
            top += self._height(bar, room.width())
        if self.chart is not None:
            painter.setPen(QColor(scheme.muted))
            of_us = QRectF(room.left(), top, room.width(), self._of_us(room.width()).height())
            painter.drawText(of_us, WRAP | LEFT, self.chart.arranged)


def _draw_bar(painter: QPainter, scheme: Colours, box: QRectF, *, exact: bool) -> None:
    colour = QColor(scheme.accent)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour) if exact else QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box)


class ChartCard(QFrame):
    """The frame of a chart: its title above it, and below it the sentence that says the same."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.title = _label(self, BASE_POINTS, bold=True)
        self.sentence = _label(self, SMALL_POINTS)
        self.sentence.setProperty("role", "muted")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(SPACE, SPACE - TIGHT, SPACE, SPACE - TIGHT)
        self.rows.setSpacing(CLOSE)
        for widget in (self.title, chart, self.sentence):
            self.rows.addWidget(widget)

    def tell(self, title: str, sentence: str) -> None:
        """Write a title and a sentence."""
        self.title.setText(title)
        self.sentence.setText(sentence)


class RangeCard(ChartCard):
    """Where a payment sits."""

    def __init__(self, parent: QWidget) -> None:
        self.chart = RangeView()
        super().__init__(self.chart, parent)

    def show_chart(self, chart: RangeChart) -> None:
        """Show a payment with its sentence."""
        self.chart.show_chart(chart)
        self.tell(chart.title, chart.sentence)


class YearsCard(ChartCard):
    """A figure over the years; `plot` is the height of the steps in pixels."""

    def __init__(self, parent: QWidget, plot: float = PLOT) -> None:
        self.chart = YearsView(plot)
        super().__init__(self.chart, parent)

    def show_chart(self, chart: YearsChart) -> None:
        """Show a figure with its sentence."""
        self.chart.show_chart(chart)
        self.tell(chart.title, chart.sentence)


class SurveyCard(ChartCard):
    """The answers to a question of a survey; its bars say the numbers, and the note the rest."""

    def __init__(self, parent: QWidget) -> None:
        self.chart = SurveyView()
        super().__init__(self.chart, parent)

    def show_chart(self, chart: SurveyChart) -> None:
        """Show the answers, or say them where no percentage was printed."""
        self.chart.show_chart(chart)
        self.chart.setVisible(bool(chart.bars))
        self.tell(chart.title, chart.note if chart.bars else chart.sentence)


def _label(parent: QWidget, points: float, *, bold: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setFont(sized(points, bold=bold))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
