"""Draws a paper on pages: A4, 2 cm of margin, in black, for a PDF or for a printer.

Only QtGui is needed, so that the command line can write a PDF without a screen.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QRectF, QSizeF, Qt, QThread, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from payapp.files.whole_files import write_whole
from payapp.report.printed import Block, Kind, Printed

PROGRAM: Final = "payapp"
MARGIN_MM: Final = 20.0
POINTS: Final = 9.5
SMALL_POINTS: Final = 7.5
POINTS_AN_INCH: Final = 72.0
RESOLUTION: Final = 600
# Everything is laid out in tenths of a point, so that a page is the same on every device.
TENTHS: Final = 10.0
HEAD: Final = 20.0
NARROWEST: Final = 0.8
SHORT: Final = 3
STEP_IN: Final = 11.0
HANGING: Final = 13.0
COLUMNS: Final = 2
# A paper that has to fit one page is tried smaller and smaller, down to about 7 points; what is
# still too long without all that can be left out, smaller yet.
SCALES: Final = tuple(1 - step / 40 for step in range(11))
LAST_SCALES: Final = tuple(1 - step / 40 for step in range(11, 21))
KEEP_WITH_NEXT: Final = int(QTextFormat.Property.UserProperty)
IN_A_COLUMN: Final = KEEP_WITH_NEXT + 1
LEFT_TAB: Final = QTextOption.TabType.LeftTab
INK: Final = QColor(Qt.GlobalColor.black)
NAMESPACE: Final = QUuid("{7d1f7a0e-5c0b-4f57-9a40-2f6f6a1c9e11}")


class Look(NamedTuple):
    """How a kind of block looks; sizes and distances in points."""

    points: float = POINTS
    above: float = 0.0
    below: float = 2.0
    bold: bool = False
    keeps: bool = False


LOOKS: Final = {
    Kind.TITLE: Look(17, 20, 3, bold=True, keeps=True),
    Kind.ASIDE: Look(POINTS, 0, 1),
    Kind.VERDICT: Look(12.5, 0, 0, bold=True),
    Kind.MONEY: Look(10.5, 0, 1, bold=True),
    Kind.HEADING: Look(12.5, 11, 4, bold=True, keeps=True),
    Kind.FINDING: Look(10.5, 7, 2, bold=True, keeps=True),
    Kind.LABEL: Look(POINTS, 2, 1, bold=True, keeps=True),
    Kind.TEXT: Look(POINTS),
    Kind.ITEM: Look(POINTS),
    Kind.TEST: Look(8.5, 0, 1.5),
    Kind.FACT: Look(8.5, 0, 1),
    Kind.NOTE: Look(8, 0, 1.5),
}
# Closer, for a paper that has to fit one page.
CLOSE_LOOKS: Final = LOOKS | {
    Kind.TITLE: Look(14, 0, 2, bold=True),
    Kind.VERDICT: Look(11.5, 0, 0, bold=True),
    Kind.MONEY: Look(POINTS, 0, 1, bold=True),
    Kind.HEADING: Look(10.5, 5, 2, bold=True, keeps=True),
    Kind.ITEM: Look(POINTS, 0, 1),
}


def write_pdf(path: Path, paper: Printed) -> None:
    """Write a paper as a PDF, whole or not at all. Raises Refused where it cannot be written."""
    write_whole(path, pdf_of(paper))


def pdf_of(paper: Printed) -> bytes:
    """Return a paper as a PDF; apart from the time of its making the same paper gives the same."""
    drawing_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(paper.subject)
    writer.setCreator(PROGRAM)
    writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, repr(paper).encode()))
    writer.setPageLayout(page_layout())
    draw(paper, writer)
    del writer
    return bytes(buffer.data().data())


def drawn_beside(paper: Printed) -> bytes:
    """Return a paper as a PDF from a thread beside the window's: in one that Qt knows.

    The layout of text asks for that.
    """
    drawing = _Drawing(paper)
    drawing.start()
    drawing.wait()
    return drawing.drawn


class _Drawing(QThread):
    """Draws one PDF."""

    def __init__(self, paper: Printed) -> None:
        super().__init__()
        self._paper = paper
        self.drawn = b""

    def run(self) -> None:
        """Draw the paper."""
        self.drawn = pdf_of(self._paper)


def drawing_application() -> QGuiApplication:
    """Return the application that runs, or one that draws without a screen."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([PROGRAM])


def page_layout() -> QPageLayout:
    """Return A4 upright with the same margin all round."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    upright = QPageLayout.Orientation.Portrait
    page = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(page, upright, margins, QPageLayout.Unit.Millimeter)


def draw(paper: Printed, device: QPagedPaintDevice) -> int:
    """Lay a paper out for a device, draw every page there, and return how many there are."""
    pages = Pages(paper, device.pageLayout())
    pages.draw_all(device)
    return pages.count


class Pages:
    """A paper laid out on pages, measured in tenths of a point."""

    def __init__(self, paper: Printed, layout: QPageLayout) -> None:
        self.paper = paper
        self._room = layout.paintRect(QPageLayout.Unit.Point).size()
        room = self._room * TENTHS
        self._width = room.width()
        self._height = room.height() - 2 * HEAD * TENTHS
        self.document = self._fitted() if paper.one_page else self._laid_out(paper.blocks, 1.0)
        self.count = self.document.pageCount()

    def _fitted(self) -> QTextDocument:
        """Lay out as much, and then as large, as one page allows."""
        *fuller, shortest = (self.paper.blocks, *self.paper.shorter)
        tries = [(blocks, scale) for blocks in (*fuller, shortest) for scale in SCALES]
        for blocks, scale in (*tries, *((shortest, scale) for scale in LAST_SCALES)):
            document = self._laid_out(blocks, scale)
            if document.pageCount() == 1:
                break
        return document

    def _laid_out(self, blocks: Sequence[Block], scale: float) -> QTextDocument:
        looks = CLOSE_LOOKS if self.paper.one_page else LOOKS
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(_font(POINTS * scale))
        document.setDefaultTextOption(_wrapping())
        document.setPageSize(QSizeF(self._width, self._height))
        _Writer(document, looks, scale, self.paper.note).write(blocks)
        if not self.paper.one_page:
            self._mend_breaks(document)
        return document

    def _mend_breaks(self, document: QTextDocument) -> None:
        """Begin a new page before what has to stand together and would be parted."""
        document.pageCount()  # has Qt lay everything out, which it otherwise does when it is idle
        for together in _kept_together(document):
            first = self._page_of(document, together.first, 0)
            if first != self._page_of(document, together.last, together.line):
                form = together.first.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(together.first).setBlockFormat(form)
                document.pageCount()

    def _page_of(self, document: QTextDocument, block: QTextBlock, line: int) -> int:
        """Return the page on which a line of a block stands; -1 is its last line."""
        box = document.documentLayout().blockBoundingRect(block)
        lines = block.layout()
        number = line % lines.lineCount()
        down = lines.lineAt(number).y() - lines.boundingRect().top()
        return int((box.top() + down + TENTHS) // self._height)

    def fits(self, layout: QPageLayout) -> bool:
        """Say whether the pages are laid out for pages of this kind."""
        return layout.paintRect(QPageLayout.Unit.Point).size() == self._room

    def draw_all(self, device: QPagedPaintDevice) -> None:
        """Draw every page on a device."""
        painter = QPainter(device)
        for number in range(self.count):
            if number:
                device.newPage()
            self.draw(painter, number)
        painter.end()

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw one page, counted from 0, with its head and foot."""
        painter.save()
        device = painter.device()
        to_device = 1 / (POINTS_AN_INCH * TENTHS)
        painter.scale(device.logicalDpiX() * to_device, device.logicalDpiY() * to_device)
        self._draw_head_and_foot(painter, number)
        top = number * self._height
        shown = QRectF(0, top, self._width, self._height)
        painter.translate(0, HEAD * TENTHS - top)
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, INK)
        context.palette = palette
        context.clip = shown
        self.document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_head_and_foot(self, painter: QPainter, number: int) -> None:
        line = SMALL_POINTS * 1.6 * TENTHS
        bottom = self._height + 2 * HEAD * TENTHS
        painter.setPen(QPen(INK, TENTHS / 2))
        page = self.paper.page.format(page=number + 1, pages=self.count)
        self._draw_line(painter, 0, *self.paper.head)
        self._draw_line(painter, bottom - line, self.paper.foot, page)
        for place in (line, bottom - line - TENTHS):
            painter.drawLine(QLineF(0, place, self._width, place))

    def _draw_line(self, painter: QPainter, top: float, left: str, right: str) -> None:
        """Draw a text at each end of a line; a long left one is narrowed, and cut at the last."""
        font = _font(SMALL_POINTS)
        metrics = QFontMetricsF(font)
        room = self._width - metrics.horizontalAdvance(right) - STEP_IN * TENTHS
        box = QRectF(0, top, self._width, metrics.height())
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, right)
        narrowed = max(NARROWEST, min(1.0, room / max(metrics.horizontalAdvance(left), 1.0)))
        font = _font(SMALL_POINTS * narrowed)
        cut = QFontMetricsF(font).elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, cut)


class _Writer:
    """Writes blocks into a document, larger or smaller by a scale."""

    def __init__(
        self, document: QTextDocument, looks: Mapping[Kind, Look], scale: float, note: str
    ) -> None:
        self._cursor = QTextCursor(document)
        self._unit = TENTHS * scale
        self._scale = scale
        self._note = note
        self._looks = looks
        self._fresh = True

    def write(self, blocks: Sequence[Block]) -> None:
        """Write every block; facts stand side by side."""
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind is Kind.FACT:
                self._side_by_side(tuple(group))
            else:
                for block in group:
                    self._write(block)

    def _write(self, block: Block) -> None:
        if block.kind is Kind.VERDICT:
            self._framed(block)
            return
        if not self._fresh:
            self._cursor.insertBlock()
        self._fill(block)
        self._fresh = False

    def _fill(self, block: Block) -> None:
        look = self._looks[block.kind]
        hanging = HANGING * self._unit if block.mark else 0.0
        form = QTextBlockFormat()
        form.setTopMargin(self._above(look) * self._unit)
        form.setBottomMargin(look.below * self._unit)
        form.setLeftMargin(block.depth * STEP_IN * self._unit + hanging * _marks(block))
        form.setTextIndent(-hanging * _marks(block))
        form.setTabPositions([QTextOption.Tab(hanging * _marks(block), LEFT_TAB)])
        form.setProperty(KEEP_WITH_NEXT, look.keeps)
        text = QTextCharFormat()
        text.setFont(_font(look.points * self._scale, bold=look.bold))
        text.setForeground(INK)
        self._cursor.setBlockFormat(form)
        self._cursor.insertText(_hung(block) + block.text, text)
        notes = " ".join(self._note.format(number=number) for number in block.notes)
        if notes:
            small = QTextCharFormat(text)
            small.setFont(_font(SMALL_POINTS * self._scale))
            self._cursor.insertText(f"\N{NO-BREAK SPACE}{notes}", small)

    def _above(self, look: Look) -> float:
        """Return the distance above a paragraph; the first one begins at the top of its page."""
        return look.above if self._cursor.position() else 0.0

    def _framed(self, block: Block) -> None:
        form = QTextFrameFormat()
        form.setBorder(1.2 * self._unit)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(INK)
        form.setPadding(6 * self._unit)
        form.setTopMargin(6 * self._unit)
        form.setBottomMargin(5 * self._unit)
        self._cursor.insertFrame(form)
        self._fill(block)
        self._leave()

    def _side_by_side(self, blocks: Sequence[Block]) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(self._unit)
        form.setBottomMargin(self._looks[Kind.HEADING].above * self._unit)
        form.setCellSpacing(0)
        half = QTextLength(QTextLength.Type.PercentageLength, 100 / COLUMNS)
        form.setColumnWidthConstraints([half] * COLUMNS)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        rows = -(-len(blocks) // COLUMNS)
        table = self._cursor.insertTable(rows, COLUMNS, form)
        for place, block in enumerate(blocks):
            cell = table.cellAt(place % rows, place // rows)
            self._cursor = cell.firstCursorPosition()
            self._fill(block)
            column = self._cursor.blockFormat()
            column.setRightMargin(STEP_IN * self._unit)
            column.setProperty(IN_A_COLUMN, True)  # noqa: FBT003 - Qt takes it by its place
            self._cursor.setBlockFormat(column)
        self._leave()

    def _leave(self) -> None:
        """Go on after a frame or a table, where Qt keeps an empty block."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True


def _marks(block: Block) -> float:
    """Return how wide the mark of a block hangs: that of a note has brackets round it."""
    return 1.6 if block.kind is Kind.NOTE else 1.0


def _hung(block: Block) -> str:
    return f"{block.mark}\t" if block.mark else ""


class _Together(NamedTuple):
    """What has to stand on one page: from the first line of a block to a line of another."""

    first: QTextBlock
    last: QTextBlock
    line: int


def _kept_together(document: QTextDocument) -> Iterator[_Together]:
    """Yield headings with two paragraphs or all facts below them, and each short paragraph."""
    heading: QTextBlock | None = None
    block = document.begin()
    while block.isValid():
        in_column = _has(block, IN_A_COLUMN)
        if _has(block, KEEP_WITH_NEXT):
            heading = heading or block
        elif heading is not None:
            yield _below(heading, block)
            heading = None
        if not in_column and block.layout().lineCount() <= SHORT:
            yield _Together(block, block, -1)
        block = block.next()


def _below(heading: QTextBlock, block: QTextBlock) -> _Together:
    """Return a heading with what has to follow it, of which a block is the first."""
    last = block
    while _has(last, IN_A_COLUMN) and _has(last.next(), IN_A_COLUMN):
        last = last.next()
    if _has(block, IN_A_COLUMN):
        return _Together(heading, last, -1)
    return _Together(heading, block.next() if block.next().isValid() else block, 0)


def _has(block: QTextBlock, mark: int) -> bool:
    return block.isValid() and block.blockFormat().boolProperty(mark)


def _wrapping() -> QTextOption:
    """Break a word that is longer than its line, such as an address."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont(QGuiApplication.font().family())
    font.setPixelSize(round(points * TENTHS))
    font.setBold(bold)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # no colour at its edges
    return font
