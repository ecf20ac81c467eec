"""Papers on pages: A4 with its margins, the same bytes for the same paper, nothing half-written."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextDocument,
)

from payapp.check import check
from payapp.domain.cases import Nation
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.files.case_files import read_case
from payapp.gui import printing
from payapp.gui.printing import (
    Pages,
    drawing_application,
    drawn_beside,
    page_layout,
    pdf_of,
    write_pdf,
)
from payapp.report.printed import Block, Kind, Printed, printed_report
from payapp.report.rep_sheet import rep_sheet
from payapp.report.wording import Wording
from tests.gui.conftest import EXAMPLES
from tests.many_cases import many_cases

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(EXAMPLES.glob("*.json"))
LONG = EXAMPLES / "england-part-time-senco-september-2026.json"
MADE = date(2026, 11, 22)
MANY = 8
SMALLEST_TO_READ = 70  # tenths of a point
TIMES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)|xmp:\w+Date=\"[^\"]*\"")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def report(library: Library, wording: Wording) -> Printed:
    return printed_report(check(read_case(LONG), library), library, wording, MADE)


def paper(*blocks: Block, one_page: bool = False, head: str = "Case: 12") -> Printed:
    return Printed(
        "Subject",
        (head, "Made on 22 November 2026"),
        "Figures and rules: 1",
        "Page {page} of {pages}",
        "[{number}]",
        blocks,
        one_page,
    )


def lines(number: int, words: int = 10) -> tuple[Block, ...]:
    return tuple(Block(Kind.TEXT, "word " * words) for _ in range(number))


def laid_out(printed: Printed) -> Pages:
    device = QPdfWriter(QBuffer())
    device.setPageLayout(page_layout())
    return Pages(printed, device.pageLayout())


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def page_of(document: QTextDocument, block: QTextBlock, line: int) -> int:
    box, layout = document.documentLayout().blockBoundingRect(block), block.layout()
    within = layout.lineAt(line).y() - layout.boundingRect().top()
    return int((box.top() + within + 5) // document.pageSize().height())


def block_with(document: QTextDocument, text: str) -> QTextBlock:
    return next(block for block in blocks_of(document) if text in block.text())


def test_a_pdf_has_as_many_pages_as_were_laid_out(report: Printed) -> None:
    pdf = pdf_of(report)
    assert pdf.startswith(b"%PDF-1.")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert pages_in(pdf) == laid_out(report).count
    assert pages_in(pdf) > 2


def test_pages_are_a4_with_two_centimetres_all_round(report: Printed) -> None:
    assert re.search(rb"/MediaBox \[0 0 595(?:\.\d+)? 842(?:\.\d+)?\]", pdf_of(report))
    document = laid_out(report).document
    width_in_mm = document.pageSize().width() / 10 / 72 * 25.4
    assert width_in_mm == pytest.approx(170, abs=0.5)


def test_every_word_of_a_paper_is_on_its_pages(report: Printed) -> None:
    text = laid_out(report).document.toPlainText()
    assert [block.text for block in report.blocks if block.text not in text] == []
    assert [mark for block in report.blocks if (mark := block.mark) not in text] == []


def test_notes_stand_behind_their_sentence() -> None:
    document = laid_out(paper(Block(Kind.TEST, "met: yes.", "✓", (3, 4)))).document
    assert document.toPlainText() == "✓\tmet: yes. [3] [4]"


def test_what_was_typed_is_no_markup() -> None:
    document = laid_out(paper(Block(Kind.TEXT, "<h1>A</h1> & {x}"))).document
    assert document.toPlainText() == "<h1>A</h1> & {x}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_rep_sheet_of_every_example_is_one_page(
    library: Library, wording: Wording, case: Path
) -> None:
    sheet = rep_sheet(check(read_case(case), library), library, wording, MADE)
    pages = laid_out(sheet)
    assert pages.count == pages_in(pdf_of(sheet)) == 1
    assert pages.document.defaultFont().pixelSize() >= SMALLEST_TO_READ
    assert all(block.text in pages.document.toPlainText() for block in sheet.blocks)


@pytest.mark.parametrize("nation", list(Nation))
def test_the_rep_sheet_of_cases_of_all_kinds_is_one_page(
    library: Library, wording: Wording, nation: Nation
) -> None:
    for case in islice(many_cases(nation, MANY), MANY):
        sheet = rep_sheet(check(case, library), library, wording, MADE)
        pages = laid_out(sheet)
        assert pages.count == 1
        assert pages.document.defaultFont().pixelSize() >= SMALLEST_TO_READ


def test_what_finds_no_room_on_the_one_page_gives_way_to_the_shorter_paper() -> None:
    long, shorter = lines(300), (Block(Kind.TEXT, "Shorter"), *lines(60))
    printed = paper(*long, one_page=True)._replace(shorter=(shorter, lines(2)))
    document = laid_out(printed).document
    assert document.toPlainText().startswith("Shorter")
    assert document.pageCount() == 1


def test_what_is_too_long_even_so_is_drawn_smaller_yet() -> None:
    document = laid_out(paper(*lines(90), one_page=True)).document
    assert document.pageCount() == 1
    assert document.defaultFont().pixelSize() < SMALLEST_TO_READ


def test_a_paper_for_one_page_is_as_large_as_it_may_be() -> None:
    short, long = (laid_out(paper(*lines(number), one_page=True)).document for number in (3, 70))
    assert short.defaultFont().pixelSize() == 95
    assert 50 < long.defaultFont().pixelSize() < 95


@pytest.mark.parametrize("above", range(40, 60))
def test_a_heading_is_never_the_last_line_of_a_page(above: int) -> None:
    blocks = (*lines(above), Block(Kind.HEADING, "Heading"), Block(Kind.FINDING, "Finding"))
    document = laid_out(paper(*blocks, Block(Kind.TEXT, "Below"), *lines(3))).document
    pages = {
        page_of(document, block_with(document, text), 0) for text in ("Heading", "Finding", "Below")
    }
    assert len(pages) == 1


@pytest.mark.parametrize("above", range(50, 60))
def test_a_short_paragraph_is_not_parted_by_a_page(above: int) -> None:
    document = laid_out(paper(*lines(above), Block(Kind.TEXT, "Three " * 45))).document
    block = block_with(document, "Three")
    count = block.layout().lineCount()
    assert 1 < count <= 3
    assert page_of(document, block, 0) == page_of(document, block, count - 1)


@pytest.mark.parametrize("above", range(38, 58, 4))
def test_the_facts_stay_together_under_their_heading(above: int) -> None:
    facts = [Block(Kind.FACT, f"Fact {number}.") for number in range(30)]
    blocks = (*lines(above), Block(Kind.HEADING, "Facts below"), *facts, *lines(2))
    document = laid_out(paper(*blocks)).document
    pages = {
        page_of(document, block_with(document, text), 0)
        for text in ("Facts below", "Fact 0.", "Fact 29.")
    }
    assert len(pages) == 1


def test_facts_stand_in_two_columns_one_after_the_other() -> None:
    facts = [Block(Kind.FACT, f"Fact {number}.") for number in range(5)]
    document = laid_out(paper(*facts)).document
    boxes = [
        document.documentLayout().blockBoundingRect(block_with(document, fact.text))
        for fact in facts
    ]
    assert boxes[0].left() == boxes[2].left() < boxes[3].left() == boxes[4].left()
    assert boxes[0].top() == boxes[3].top() < boxes[1].top() == boxes[4].top()


def test_a_paper_drawn_beside_the_window_is_the_same_to_the_byte(report: Printed) -> None:
    beside, here = (TIMES.sub(b"", drawn) for drawn in (drawn_beside(report), pdf_of(report)))
    assert beside.startswith(b"%PDF-1.")
    assert beside == here


def test_the_same_paper_gives_the_same_bytes_but_for_the_time(report: Printed) -> None:
    first, second = (TIMES.sub(b"", pdf_of(report)) for _ in range(2))
    assert first == second
    other = report._replace(head=("Case: another", report.head[1]))
    assert TIMES.sub(b"", pdf_of(other)) != first


def test_the_properties_of_a_pdf_say_nothing_of_the_case_or_the_user(report: Printed) -> None:
    pdf = pdf_of(report)
    spoken = re.findall(rb"/(Title|Author|Creator|Producer) \(((?:\\.|[^)])*)\)", pdf)
    texts = {name: value.replace(b"\0", b"").removeprefix(b"\xfe\xff") for name, value in spoken}
    assert texts[b"Title"] == b"Is this pay appropriate for this role?"
    assert texts[b"Creator"] == b"payapp"
    assert texts.get(b"Author", b"") == b""
    assert b"Part-time SENCO" not in pdf


def painted(pages: Pages, number: int) -> QImage:
    image = QImage(1000, 1500, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    image.setDotsPerMeterX(5000)
    image.setDotsPerMeterY(5000)
    painter = QPainter(image)
    pages.draw(painter, number)
    painter.end()
    return image


def test_paper_is_black_on_white_in_a_dark_window_too(qapp: QGuiApplication) -> None:
    before = QPalette(qapp.palette())
    light = painted(laid_out(paper(*lines(3), Block(Kind.VERDICT, "✗ No"))), 0)
    dark = QPalette(before)
    dark.setColor(QPalette.ColorRole.Text, 0xFFFFFF)
    dark.setColor(QPalette.ColorRole.Base, 0)
    qapp.setPalette(dark)
    try:
        assert painted(laid_out(paper(*lines(3), Block(Kind.VERDICT, "✗ No"))), 0) == light
    finally:
        qapp.setPalette(before)
    assert light.allGray()


def test_head_and_foot_stand_on_every_page() -> None:
    pages = laid_out(paper(*lines(120)))
    assert pages.count == 3
    first, second = (painted(pages, number).copy(0, 0, 500, 30) for number in (0, 1))
    assert first == second
    blank = QImage(first.size(), first.format())
    blank.fill(0xFFFFFFFF)
    assert first != blank
    ends = [painted(pages, number).copy(700, 1250, 300, 90) for number in (0, 1)]
    assert ends[0] != ends[1]


def test_a_long_reference_is_cut_and_leaves_the_day_readable() -> None:
    long, longer = (
        painted(laid_out(paper(*lines(1), head="Case: " + "reference " * times)), 0)
        for times in (50, 60)
    )
    assert long == longer


def test_a_pdf_takes_its_place_only_when_it_is_whole(
    report: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"as it was")

    def fail(_paper: Printed, _device: object) -> int:
        raise OSError("full")

    with monkeypatch.context() as failing:
        failing.setattr(printing, "draw", fail)
        with pytest.raises(OSError, match="full"):
            write_pdf(out, report)
    assert out.read_bytes() == b"as it was"
    write_pdf(out, report)
    assert out.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [out]


def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(
    report: Printed, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=r"out\.pdf: the file cannot be written; name a folder"):
        write_pdf(tmp_path / "none" / "out.pdf", report)
    with pytest.raises(Refused, match="this is a folder; name a file"):
        write_pdf(tmp_path, report)


def test_the_application_that_runs_is_drawn_with(qapp: QGuiApplication) -> None:
    assert drawing_application() is qapp


def test_a_pdf_is_drawn_into_any_buffer_at_any_resolution(report: Printed) -> None:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(150)
    writer.setPageLayout(page_layout())
    assert printing.draw(report, writer) == laid_out(report).count


WITHOUT_A_SCREEN = """
import os, sys
for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
    os.environ.pop(name, None)
from payapp.cli import main
code = main(["check", sys.argv[1], "--pdf", sys.argv[2]])
heavy = {"PySide6.QtPrintSupport", "PySide6.QtWidgets", "PySide6.QtNetwork", "openpyxl"}
sys.exit(code or bool(heavy & sys.modules.keys()))
"""


def test_the_command_line_draws_without_a_screen_and_without_widgets(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    words = (sys.executable, "-c", WITHOUT_A_SCREEN, str(LONG), str(out))
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert pages_in(out.read_bytes()) > 2
