"""Printing and previewing: what a printer gets is what the PDF holds."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.printers import PreviewNames, choose_printer, preview, set_up
from payapp.gui.printing import Pages, draw, page_layout
from payapp.gui.screen_room import TITLE_BAR
from payapp.gui.window import MainWindow
from payapp.report.printed import Block, Kind, Printed
from tests.gui import hands
from tests.gui.conftest import Chosen

ROOT = Path(__file__).resolve().parents[2]
PAPER = Printed(
    "Subject",
    ("Case: 12", "Made on 22 November 2026"),
    "Figures and rules: 1",
    "Page {page} of {pages}",
    "[{number}]",
    tuple(Block(Kind.TEXT, "word " * 10) for _ in range(100)),
)

NAMES = PreviewNames("Preview", "Zoom", "Page")

Act = Callable[[str], None]


@pytest.fixture
def act(window: MainWindow) -> Act:
    return partial(hands.act, window)


def laid_out() -> Pages:
    return Pages(PAPER, page_layout())


def pages_in(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def test_a_printer_is_set_to_a4_and_names_nothing_of_the_case(qapp: QApplication) -> None:
    del qapp
    printer = QPrinter()
    set_up(printer, PAPER)
    assert (printer.docName(), printer.creator()) == ("Subject", "payapp")
    assert printer.pageLayout().pageSize().name().startswith("A4")
    margins = printer.pageLayout().margins()
    assert {margins.left(), margins.top(), margins.right(), margins.bottom()} == {20}


def test_a_printer_gets_the_pages_of_the_pdf(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, PAPER)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert draw(PAPER, printer) == pages_in(tmp_path / "printed.pdf") == 2


@pytest.mark.parametrize("accepted", [True, False])
def test_the_printer_is_the_one_chosen_or_none(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    titles: list[str] = []

    def decide(dialog: QPrintDialog) -> int:
        titles.append(dialog.windowTitle())
        return int(accepted)

    monkeypatch.setattr(QPrintDialog, "exec", decide)
    printer = choose_printer(PAPER, "Print the report", parent)
    assert (printer is not None) is accepted
    assert titles == ["Print the report"]


def test_the_preview_shows_every_page_and_goes_when_it_is_closed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = preview(laid_out(), NAMES, parent)
    assert dialog.windowTitle() == "Preview"
    named = {field.accessibleName() for field in dialog.findChildren(QLineEdit)}
    assert named == {"Zoom", "Page"}
    dialog.open()
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pageCount() == 2)
    dialog.close()
    qtbot.waitUntil(lambda: not parent.findChildren(QPrintPreviewDialog))


def test_the_preview_opens_as_large_as_a_page_or_as_the_screen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = preview(laid_out(), NAMES, parent)
    room = dialog.screen().availableSize()
    large = (min(1000, room.width()), min(1400, room.height() - TITLE_BAR))
    assert (dialog.width(), dialog.height()) == large
    dialog.open()
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pageCount() == 2)
    assert (dialog.width(), dialog.height()) == large, "nor does it shrink where it is shown"
    dialog.close()


def test_a_preview_of_other_paper_is_laid_out_anew(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = preview(laid_out(), NAMES, parent)
    dialog.printer().setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    dialog.open()
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pageCount() > 4)
    dialog.close()


def test_the_report_and_the_rep_sheet_are_written_as_pdfs(
    act: Act, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    del page
    for name in ("export_pdf", "export_sheet"):
        chosen.pdf_path = tmp_path / f"{name}.pdf"
        act(name)
        assert chosen.pdf_path.read_bytes().startswith(b"%PDF")
    assert pages_in(tmp_path / "export_pdf.pdf") > 1
    assert pages_in(tmp_path / "export_sheet.pdf") == 1
    assert chosen.suggested == ["New case", "New case"]


def test_no_pdf_is_written_where_no_file_is_named(
    act: Act, page: CasePage, chosen: Chosen, window: MainWindow
) -> None:
    del page
    act("export_pdf")
    assert chosen.told == []
    assert window.statusBar().currentMessage() == ""


def test_a_pdf_that_cannot_be_written_is_told(
    act: Act, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    del page
    chosen.pdf_path = tmp_path / "none" / "case.pdf"
    act("export_pdf")
    ((title, sentence),) = chosen.told
    assert title == "The PDF could not be written"
    assert sentence.startswith("case.pdf: the file cannot be written")


def test_the_report_is_printed_on_the_printer_chosen(
    act: Act, page: CasePage, chosen: Chosen, window: MainWindow, tmp_path: Path
) -> None:
    del page
    act("print")
    assert window.statusBar().currentMessage() == ""
    chosen.printed_to = tmp_path / "printed.pdf"
    act("print")
    pages = pages_in(chosen.printed_to)
    assert window.statusBar().currentMessage() == f"Sent to the printer. Pages: {pages}."


def test_the_report_is_previewed(
    qtbot: QtBot, act: Act, page: CasePage, window: MainWindow
) -> None:
    del page
    act("preview")
    qtbot.waitUntil(lambda: bool(window.findChildren(QPrintPreviewDialog)))
    (dialog,) = window.findChildren(QPrintPreviewDialog)
    assert dialog.windowTitle() == "The report as it will be printed"
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(QPrintPreviewDialog))


def test_an_answer_to_put_right_is_named_before_anything_is_printed(
    act: Act, page: CasePage, chosen: Chosen, window: MainWindow
) -> None:
    assert window.document is not None
    post = window.document.plain["post"]
    assert isinstance(post, dict)
    window.document.edit({**window.document.plain, "post": {**post, "fte": 7}}, "change")
    for name in ("export_pdf", "export_sheet", "preview", "print"):
        act(name)
    titles = [title for title, _ in chosen.told]
    assert titles == ["The PDF could not be written"] * 2 + ["This case could not be printed"] * 2
    assert page.answered is not None
    assert page.answered.told is None


def test_without_a_case_there_is_nothing_to_print(window: MainWindow) -> None:
    names = ("export_pdf", "export_sheet", "preview", "print")
    assert not any(window.menus.actions[name].isEnabled() for name in names)


NOT_UNTIL_PRINTED = """
import sys
import payapp.gui.window, payapp.gui.case_page, payapp.gui.printing, payapp.gui.case_papers
print("PySide6.QtPrintSupport" in sys.modules)
import payapp.gui.printers
print("PySide6.QtPrintSupport" in sys.modules)
"""


def test_what_prints_is_not_imported_before_something_is_printed() -> None:
    words = (sys.executable, "-c", NOT_UNTIL_PRINTED)
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["False", "True"]
