"""The window with answers in place of its dialogs, loaded and on the (offscreen) screen."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from payapp.domain.library import Library
from payapp.files.places import resources_folder
from payapp.gui.answering import Answers
from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.documents import CaseDocument
from payapp.gui.recolouring import Recolouring
from payapp.gui.style import Scheme, apply_style
from payapp.gui.ways_in import WaysIn
from payapp.gui.window import MainWindow
from payapp.report.printed import Printed
from payapp.report.wording import Wording
from tests.gui.hands import wait_for_case

if TYPE_CHECKING:
    from tests.gui.desks import AtWindow, OnDesk
    from tests.gui.spot_checks import Hands

AtAny = TypeVar("AtAny", bound="AtWindow")

EXAMPLES = resources_folder() / "examples"


class Chosen:
    """Answers what a person would be asked, and keeps what they would be told."""

    def __init__(self) -> None:
        self.open_path: Path | None = None
        self.description_path: Path | None = None
        self.save_path: Path | None = None
        self.workbook_path: Path | None = None
        self.result_path: Path | None = None
        self.pdf_path: Path | None = None
        self.printed_to: Path | None = None
        self.changes = Changes.CANCEL
        self.clears_traces = False
        self.asked_about: list[str] = []
        self.suggested: list[str] = []
        self.told: list[tuple[str, str]] = []

    def case_to_open(self) -> Path | None:
        return self.open_path

    def description_to_open(self) -> Path | None:
        return self.description_path

    def case_to_save(self, suggested: str) -> Path | None:
        self.suggested.append(suggested)
        return self.save_path

    def workbook_to_write(self, suggested: str) -> Path | None:
        self.suggested.append(suggested)
        return self.workbook_path

    def result_to_write(self, suggested: str) -> Path | None:
        self.suggested.append(suggested)
        return self.result_path

    def pdf_to_write(self, suggested: str) -> Path | None:
        self.suggested.append(suggested)
        return self.pdf_path

    def printer_for(self, paper: Printed) -> QPrinter | None:
        """Return a printer that prints into a file, as the dialog would."""
        from payapp.gui.printers import set_up

        if self.printed_to is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.printed_to))
        set_up(printer, paper)
        return printer

    def about_changes(self, name: str) -> Changes:
        self.asked_about.append(name)
        return self.changes

    def about_traces(self) -> bool:
        return self.clears_traces

    def tell(self, title: str, sentence: str) -> None:
        self.told.append((title, sentence))


@pytest.fixture
def answers(library: Library, wording: Wording) -> Answers:
    return Answers(library, wording)


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def styled(qapp: QApplication, qtbot: QtBot) -> Iterator[None]:
    # A new style goes through all widgets; what earlier tests left must not vanish meanwhile.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qapp.setStyleSheet("")  # which a test before may have asked for in its last moment
    font = qapp.font()
    apply_style(qapp, Scheme.LIGHT)
    yield
    qtbot.waitUntil(lambda: qapp.findChild(Recolouring) is None)
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.fixture
def home(qtbot: QtBot, styled: None) -> QWidget:
    """Return a window for whatever needs a parent."""
    del styled
    home = QWidget()
    qtbot.addWidget(home)
    return home


@pytest.fixture
def open_window(
    qtbot: QtBot, wording: Wording, chosen: Chosen, styled: None
) -> Iterator[Callable[[Path | None], MainWindow]]:
    """Return how to open a window and wait for its figures and rules."""
    del styled
    opened: list[MainWindow] = []

    def open_one(first: Path | None = None) -> MainWindow:
        window = MainWindow(wording, chosen, first)
        opened.append(window)
        window.resize(1280, 720)
        window.show()
        qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
        return window

    yield open_one
    for window in opened:
        chosen.changes = Changes.DISCARD
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow]) -> MainWindow:
    return open_window(None)


@pytest.fixture
def ways(window: MainWindow) -> WaysIn:
    assert window.ways is not None
    return window.ways


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> CasePage:
    """Return the page of an open case: a SENCO of whom some facts are still missing."""
    window.open_example(EXAMPLES / "england-cannot-be-told.json")
    return wait_for_case(qtbot, window)


@pytest.fixture
def document(window: MainWindow) -> CaseDocument:
    assert window.document is not None
    return window.document


def until_the_end(made: "AtAny") -> "Iterator[AtAny]":
    """Lend what stands before a window to a test, and close the window after it."""
    yield made
    made.end()


@pytest.fixture
def on_desk(
    qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen, styled: None
) -> Iterator["OnDesk"]:
    """Return a desk before which one page stands on its own."""
    from tests.gui.desks import OnDesk

    del styled
    yield from until_the_end(OnDesk(qtbot, library, wording, chosen))


@pytest.fixture
def hands(
    qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen, styled: None
) -> Iterator["Hands"]:
    """Return the window of spot checks with hands."""
    from tests.gui.spot_checks import Hands

    del styled
    yield from until_the_end(Hands(qtbot, library, wording, chosen))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return a sheet of three people, of whom one has a day that there is not."""
    from tests.gui.spot_checks import write_sheet

    return write_sheet(tmp_path / "staff.csv")
