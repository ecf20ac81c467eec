"""Spot checks in the window: a sheet is looked at, checked, stopped, saved, and a person opened."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.files.layout_files import remembered
from payapp.gui.controls import Choice
from payapp.gui.spot_check_page import SpotCheckPage
from payapp.gui.spot_check_window import SpotCheckWindow
from payapp.gui.table_panel import TablePanel, TableView
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen
from tests.gui.hands import act, click, press, type_text
from tests.gui.test_accessibility import interactive, spoken_name

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
HEADINGS = (
    *("Staff no", "Surname", "Nation", "Date", "Basic", "Spine pt"),
    *("SEN allowance", "Own heading", "Employer", "Range"),
    *("Role", "FTE", "Pay area"),
)
REST = ("maintained-school", "main", "class-teacher", "1", "rest of england")
ROWS = (
    ("T1", "Ashdown", "England", "15/01/2026", "45,352.00", "M6", "", "1", *REST),
    ("T2", "Birtles", "England", "15/01/2026", "20,000", "M6", "1,000", "2", *REST),
    ("T3", "Cardew", "England", "31/02/2026", "45,352", "M6", "", "3", *REST),
)
CHECK_ALL = 60_000


def write_sheet(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((HEADINGS, *rows))
    return path


class Hands:
    """The window with hands: what is chosen as a file, and the wait for what it does."""

    def __init__(self, qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen) -> None:
        self.file: Path | None = None
        self.cases: list[Case] = []
        self._qtbot = qtbot
        self.window = SpotCheckWindow(library, wording, chosen, lambda: self.file)
        self.window.case_wanted.connect(self.cases.append)
        self.window.show_page("sheet")

    @property
    def page(self) -> SpotCheckPage:
        return self.window.sheet_page

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.window.tasks.is_busy, timeout=CHECK_ALL)

    def open(self, path: Path) -> None:
        self.file = path
        click(self.page.choose)
        self.wait()

    def choose(self, choice: Choice, first_letters: str) -> None:
        """Choose an entry from the list that a click opens."""
        click(choice)
        place = choice.findText(first_letters, Qt.MatchFlag.MatchStartsWith)
        assert place >= 0
        choice.view().setCurrentIndex(choice.model().index(place, 0))
        press(choice.view(), Qt.Key.Key_Return)
        self.wait()

    def check(self) -> None:
        click(self.page.check)
        self.wait()


@pytest.fixture
def hands(
    qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen, styled: None
) -> Iterator[Hands]:
    del styled
    hands = Hands(qtbot, library, wording, chosen)
    yield hands
    hands.window.end()
    QCoreApplication.sendPostedEvents(hands.window, QEvent.Type.DeferredDelete)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return write_sheet(tmp_path / "staff.csv")


def shown(view: TableView) -> list[list[str]]:
    rows = view.rows
    columns = range(rows.columnCount())
    return [[str(rows.index(r, c).data()) for c in columns] for r in range(rows.rowCount())]


def of(panel: TablePanel, column: int) -> list[str]:
    return [row[column] for row in shown(panel.view)]


def select(view: TableView, heading: str) -> None:
    row = next(row for row, cells in enumerate(shown(view)) if cells[0] == heading)
    place = view.visualRect(view.rows.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_heading_is_shown_with_what_it_is_read_as_and_three_values(
    hands: Hands, sheet: Path
) -> None:
    hands.open(sheet)
    found = {cells[0]: cells[1:] for cells in shown(hands.page.columns.view)}
    assert list(found) == list(HEADINGS)
    assert found["Basic"] == ["salary", "45,352.00", "20,000", "45,352"]
    assert found["Own heading"] == ["Not read", "1", "2", "3"]
    assert hands.page.check.isEnabled()


def test_names_are_not_even_shown_where_they_are_not_to_be_read(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    assert "Ashdown" in str(shown(hands.page.columns.view))
    click(hands.page.no_names, QPoint(9, hands.page.no_names.height() // 2))
    hands.wait()
    assert hands.page.no_names.isChecked()
    assert "Ashdown" not in str(shown(hands.page.columns.view))


def test_a_heading_is_read_as_something_else_when_it_is_chosen(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    select(hands.page.columns.view, "Own heading")
    hands.choose(hands.page.columns.column, "point")
    found = {cells[0]: cells[1] for cells in shown(hands.page.columns.view)}
    assert found["Own heading"] == "Not read", "a column is placed once, by its first heading"
    hands.choose(hands.page.columns.column, "fte")
    found = {cells[0]: cells[1] for cells in shown(hands.page.columns.view)}
    assert found["Own heading"] == "fte"
    hands.choose(hands.page.columns.column, "Not read")
    found = {cells[0]: cells[1] for cells in shown(hands.page.columns.view)}
    assert found["Own heading"] == "Not read"


def test_the_most_serious_stand_first_and_what_was_not_understood_last(
    hands: Hands, sheet: Path
) -> None:
    hands.open(sheet)
    hands.check()
    page = hands.page
    assert page.status.text().startswith("3 rows checked.")
    assert of(page.people, 1) == ["T2", "T1", "T3"]
    assert of(page.people, 0)[-1] == "! row not understood"
    assert "Date: " in of(page.people, 4)[-1]
    first = page.people.rows.index(0, 1)
    assert str(first.data(SPOKEN)).startswith("Reference: T2")


def test_the_people_are_filtered_by_verdict(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    hands.check()
    hands.choose(hands.page.verdict, "! row")
    assert of(hands.page.people, 1) == ["T3"]
    hands.choose(hands.page.verdict, "Every")
    assert len(of(hands.page.people, 1)) == 3


def test_enter_opens_a_person_as_a_case_and_a_row_that_has_none_is_told(
    hands: Hands, sheet: Path
) -> None:
    hands.open(sheet)
    hands.check()
    press(hands.page.people.view, Qt.Key.Key_Return)
    hands.wait()
    assert [case.reference for case in hands.cases] == ["T2"]
    press(hands.page.people.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(hands.page.people.view, Qt.Key.Key_Return)
    hands.wait()
    assert len(hands.cases) == 1
    assert hands.page.status.text().startswith("Row 4 cannot be opened")


def test_the_result_is_saved_as_a_workbook_as_often_as_wanted(
    hands: Hands, sheet: Path, chosen: Chosen, tmp_path: Path
) -> None:
    hands.open(sheet)
    hands.check()
    for name in ("one.xlsx", "two.xlsx"):
        chosen.result_path = tmp_path / name
        click(hands.page.save)
        hands.wait()
        assert hands.page.status.text() == f"Written: {name}"
        book = load_workbook(tmp_path / name)
        people = list(book["People"].iter_rows(min_row=2, max_col=1, values_only=True))
        assert people == [("T2",), ("T1",)]
    assert chosen.suggested == ["staff-result", "staff-result"]


def test_a_result_that_is_no_workbook_is_refused(
    hands: Hands, sheet: Path, chosen: Chosen, tmp_path: Path
) -> None:
    hands.open(sheet)
    hands.check()
    chosen.result_path = tmp_path / "result.txt"
    click(hands.page.save)
    hands.wait()
    assert "name a file that ends in .xlsx" in hands.page.status.text()
    assert not chosen.result_path.exists()


def test_cancel_keeps_what_is_done_and_answers_within_a_fifth_of_a_second(
    qtbot: QtBot, hands: Hands, tmp_path: Path, chosen: Chosen
) -> None:
    rows = tuple(
        (f"P{n}", "A", "England", "15/01/2026", str(30_000 + n), "M6", "", "", *REST)
        for n in range(1_900)
    )
    hands.open(write_sheet(tmp_path / "many.csv", rows))
    page = hands.page
    click(page.check)
    qtbot.waitUntil(lambda: page.bar.value() > 0, timeout=CHECK_ALL)
    assert " of 1,9" in page.status.text()
    assert page.status.text().endswith(" a second")
    start = monotonic()
    click(page.cancel)
    taken = monotonic() - start
    kept = page.people.model.rowCount()
    assert 0 < kept < 1_900
    assert taken < 0.2
    assert page.status.text() == f"Stopped. The {kept:,} rows that were checked are kept."
    chosen.result_path = tmp_path / "kept.xlsx"
    click(page.save)
    hands.wait()
    assert load_workbook(chosen.result_path)["People"].max_row == kept + 1


def test_what_no_column_tells_is_asked_before_the_run(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Staff no,Basic,Spine pt\nT1,45000,M6\n", encoding="utf-8")
    hands.open(path)
    page = hands.page
    hands.check()
    assert page.status.text().startswith("No column tells the nation.")
    hands.choose(page.nation, "England")
    hands.check()
    assert page.status.text().startswith("No column tells the day.")
    type_text(page.on, "soon")
    hands.check()
    assert page.status.text().startswith("'soon' is no day.")
    page.on.selectAll()
    type_text(page.on, "15 January 2026")
    hands.check()
    assert of(page.people, 1) == ["T1"]


def test_columns_are_remembered_by_name(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    select(hands.page.columns.view, "Own heading")
    hands.choose(hands.page.columns.column, "employer")
    type_text(hands.page.columns.map, "Payroll North")
    hands.check()
    assert remembered()["Payroll North"]["own heading"] == ("employer", "")
    hands.open(sheet)
    assert hands.page.columns.map.findText("Payroll North") > 0


def test_a_sheet_that_cannot_be_read_is_told_in_a_sentence(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"no workbook")
    hands.open(path)
    assert hands.page.status.text().startswith("book.xlsx")
    assert not hands.page.check.isEnabled()


def test_the_columns_come_back_after_the_run(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    hands.check()
    assert hands.page.check.isHidden()
    click(hands.page.back)
    assert hands.page.stack.currentWidget() is hands.page.first
    assert not hands.page.check.isHidden()


def test_a_pasted_table_is_marked_and_exported(
    hands: Hands, chosen: Chosen, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setText(
        "Main pay range England 2025\t\nM6\t£45,352\nM1\t£99\t£12,345"
    )
    hands.window.show_page("table")
    page = hands.window.table_page
    click(page.paste)
    hands.wait()
    assert of(page.panel, 3)[-1] == "£12,345"
    assert of(page.panel, 4)[-1].endswith("matches nothing")
    assert "amounts." in page.headline.text()
    chosen.workbook_path = tmp_path / "marked.xlsx"
    click(page.panel.export)
    hands.wait()
    assert (
        len(load_workbook(chosen.workbook_path).worksheets[0]["D"])
        == page.panel.model.rowCount() + 1
    )


def test_an_empty_clipboard_and_a_file_of_another_kind_are_told(
    hands: Hands, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setText("")
    hands.window.show_page("table")
    page = hands.window.table_page
    click(page.paste)
    assert page.headline.text() == "There is no text to paste."
    hands.file = tmp_path / "table.docx"
    click(page.open)
    hands.wait()
    assert page.headline.text().startswith("table.docx")


def test_the_models_hold_what_qt_asks_of_models(
    hands: Hands, sheet: Path, qtmodeltester: ModelTester
) -> None:
    hands.open(sheet)
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    check(hands.page.columns.model)
    hands.check()
    check(hands.page.people.model)


@pytest.mark.parametrize("name", ["sheet", "table"])
def test_every_control_has_a_name(hands: Hands, sheet: Path, name: str) -> None:
    hands.open(sheet)
    hands.window.show_page(name)
    found: list[QWidget] = list(interactive(hands.window))
    assert len(found) > 5
    assert not [widget for widget in found if not spoken_name(widget)]


def test_a_sheet_that_is_dropped_on_the_main_window_opens_there_and_a_person_as_its_case(
    qtbot: QtBot, window: MainWindow, sheet: Path
) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(sheet))])
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, held, Qt.MouseButton.LeftButton, no_keys))
    assert window.side.spot_check is not None
    spot_check = window.side.spot_check
    qtbot.waitUntil(lambda: not spot_check.tasks.is_busy)
    click(spot_check.sheet_page.check)
    qtbot.waitUntil(lambda: not spot_check.tasks.is_busy, timeout=CHECK_ALL)
    view = spot_check.sheet_page.people.view
    place = view.visualRect(view.rows.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not spot_check.tasks.is_busy)
    assert window.document is not None
    assert window.document.plain["reference"] == "T2"


def test_the_menu_opens_both_pages_and_writes_the_template(
    window: MainWindow, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "template.xlsx"
    act(window, "template")
    assert load_workbook(chosen.workbook_path).worksheets[0]["A1"].value == "reference"
    window.menus.actions["table_check"].trigger()
    assert window.side.spot_check is not None
    assert window.side.spot_check.tabs.currentIndex() == 1
    window.menus.actions["spot_check"].trigger()
    assert window.side.spot_check.tabs.currentIndex() == 0
    chosen.workbook_path = tmp_path / "missing" / "template.xlsx"
    act(window, "template")
    assert chosen.told[-1][0] == "The template was not written"
