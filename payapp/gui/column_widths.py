"""How wide the columns of a table are: whole cells where there is room, and sentences in lines."""

from collections.abc import Sequence
from heapq import nlargest
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from payapp.gui.style import in_type
from payapp.report.figure_tables import ToldTable, cell_in_words
from payapp.report.wording import Wording

MEASURED: Final = 200
LONGEST: Final = 12
WIDEST: Final = 330
A_SENTENCE: Final = 400
LEAST_OF_A_SENTENCE: Final = 230
MOST_LINES: Final = 4
ROOM_OF_A_CELL: Final = 28
ROOM_BESIDE_LINES: Final = 24
ROOM_OF_A_HEADING: Final = 42
FAR: Final = 10_000
WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class Column(NamedTuple):
    """The width that a column asks for in pixels, and the one in which no cell of it is cut.

    `sentences` are its longest cells where they are so long that they go on in further lines.
    """

    asked: int
    whole: int
    sentences: tuple[str, ...] = ()

    @property
    def least(self) -> int:
        """The width below which it is not brought to have every column in view."""
        return min(self.asked, in_type(LEAST_OF_A_SENTENCE)) if self.sentences else self.asked

    def lines(self, width: int, metrics: QFontMetrics) -> int:
        """Return how many lines its longest cells take in a width, up to the most there are."""
        room = QRect(0, 0, width - ROOM_BESIDE_LINES, FAR)
        heights = (metrics.boundingRect(room, WRAP, each).height() for each in self.sentences)
        return min(max(heights, default=0) // metrics.height() or 1, MOST_LINES)


def columns_of(told: ToldTable, metrics: QFontMetrics, wording: Wording) -> list[Column]:
    """Measure the columns of a table by their headings, their first cells and their longest."""
    return [_column(told, place, metrics, wording) for place in range(len(told.table.headings))]


def _column(told: ToldTable, place: int, metrics: QFontMetrics, wording: Wording) -> Column:
    rows, heading = told.table.rows, told.table.headings[place]
    first = {row[place] for row in rows[:MEASURED]}
    shown = (cell_in_words(cell, wording) for cell in first)
    texts = {cell for row in rows if isinstance(cell := row[place], str)}
    longest = tuple(nlargest(LONGEST, texts, key=len))
    head = metrics.horizontalAdvance(heading) + in_type(ROOM_OF_A_HEADING)
    wide = max(map(metrics.horizontalAdvance, shown), default=0)
    wider = max(map(metrics.horizontalAdvance, longest), default=0)
    asked = max(wide + in_type(ROOM_OF_A_CELL), head)
    whole = max(wider + in_type(ROOM_OF_A_CELL), asked)
    sentences = longest if wider > in_type(A_SENTENCE) else ()
    return Column(min(asked, in_type(WIDEST)), whole, sentences)


def shared(columns: Sequence[Column], room: int) -> list[int]:
    """Return the widths of columns that fill a room, in pixels.

    Where there is more than they ask for, it goes first to those with cells that are cut. Where
    there is less, sentences give way, if that brings every column into view.
    """
    spare = room - sum(column.asked for column in columns)
    if spare >= 0:
        cut = [column.whole - column.asked for column in columns]
        grown = _added([column.asked for column in columns], cut, min(spare, sum(cut)))
        return _added(grown, [1] * len(columns), room - sum(grown))
    least = [column.least for column in columns]
    if sum(least) > room:
        return [column.asked for column in columns]
    return _added(least, [bool(column.sentences) for column in columns], room - sum(least))


def _added(widths: Sequence[int], shares: Sequence[int], more: int) -> list[int]:
    """Return widths to which more pixels are added by shares, down to the last one."""
    wider, left, whole = list(widths), more, sum(shares)
    for place, share in enumerate(shares):
        if share:
            part = left * share // whole
            wider[place] += part
            left, whole = left - part, whole - share
    return wider
