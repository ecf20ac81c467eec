"""The window of spot checks: its three pages, what is dropped on it, and the way to it."""

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from payapp.domain.library import Library
from payapp.gui.spot_check_window import SpotCheckWindow
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen
from tests.gui.desks import WORK_ENDS
from tests.gui.hands import act, click, press
from tests.gui.spot_checks import RESULT, Hands, drop_on, of, open_row, write_rows
from tests.gui.test_accessibility import interactive, letters, spoken_name, texts_with_letters

PAGES = ("sheet", "people", "table", "runs")


@pytest.fixture
def filled(hands: Hands, sheet: Path, tmp_path: Path) -> Hands:
    """Return the window with something on each of its pages."""
    hands.open(sheet)
    hands.check()
    hands.window.show_page("table")
    hands.drop(write_rows(tmp_path / "table.csv", [("M6", "45,352"), ("M1", "12,345")]))
    for name, verdict in (("last.csv", "appropriate"), ("this.csv", "questionable")):
        write_rows(tmp_path / name, [RESULT, ("P1", verdict, "", "0")])
    hands.window.show_page("runs")
    hands.drop(tmp_path / "last.csv", tmp_path / "this.csv")
    click(hands.runs.compare)
    hands.wait()
    return hands


def turn_to(hands: Hands, name: str) -> None:
    """Show a page; the first has two faces, the columns of a sheet and its people."""
    hands.window.show_page("sheet" if name == "people" else name)
    page = hands.page
    if name == "sheet" and page.stack.currentWidget() is page.results:
        click(page.back)


# Its pages


def test_a_page_is_made_when_it_is_first_turned_to(hands: Hands) -> None:
    assert list(hands.window.pages) == ["sheet"]
    press(hands.window.tabs, Qt.Key.Key_Right)
    assert list(hands.window.pages) == ["sheet", "table"]
    press(hands.window.tabs, Qt.Key.Key_Right)
    assert list(hands.window.pages) == ["sheet", "table", "runs"]
    assert hands.window.current_page is hands.window.runs_page


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_no_letter_is_given_twice(filled: Hands, name: str) -> None:
    turn_to(filled, name)
    found: list[QWidget] = list(interactive(filled.window))
    assert len(found) > 5
    assert not [widget for widget in found if not spoken_name(widget)]
    given = Counter(letters(texts_with_letters(filled.window)))
    assert not [letter for letter, count in given.items() if count > 1]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_in_a_window_of_1280_by_720(filled: Hands, name: str) -> None:
    turn_to(filled, name)
    window = filled.window
    assert (window.width(), window.height()) == (1280, 720)
    seen = [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]
    for widget in interactive(window):
        assert widget.width() >= min(widget.minimumSizeHint().width(), 1280), spoken_name(widget)
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert window.rect().contains(corner), spoken_name(widget)
    labels = [each for each in seen if isinstance(each, QLabel) and each.text()]
    assert labels
    for label in labels:
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= needed - 1, label.text()
        if not label.wordWrap():
            assert label.width() >= label.sizeHint().width() - 1, label.text()


def test_escape_closes_it_and_what_was_checked_stays(filled: Hands, qtbot: QtBot) -> None:
    window = filled.window
    with qtbot.waitActive(window):
        window.tabs.setFocus()
    press(window.tabs, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.show_page("sheet")
    assert of(filled.page.people, 1) == ["T2", "T1", "T3"]


def test_figures_that_were_added_are_used_from_then_on(hands: Hands, library: Library) -> None:
    hands.window.renew(library)
    assert hands.window._desk.library is library  # noqa: SLF001 - pages ask the desk when they begin


# What is dropped


@pytest.mark.parametrize("name", ["sheet", "table", "runs"])
def test_a_link_that_is_no_file_on_this_computer_is_refused_in_a_sentence(
    hands: Hands, sheet: Path, name: str
) -> None:
    hands.window.show_page(name)
    link = QUrl("https://example.org/staff.csv")
    for links in ([link], [QUrl.fromLocalFile(str(sheet)), link]):
        assert drop_on(hands.window, links)
        title, sentence = hands.chosen.told.pop()
        assert title == "Nothing was opened"
        assert sentence.startswith("Only files on this computer can be dropped here. ")
    hands.wait()
    assert hands.page.status.text().startswith("No sheet is chosen yet.")


def test_files_are_taken_and_what_is_no_link_at_all_is_left_to_others(
    hands: Hands, sheet: Path
) -> None:
    assert not drop_on(hands.window, [])
    hands.chosen.told.clear()
    assert drop_on(hands.window, [QUrl.fromLocalFile(str(sheet))])
    assert hands.chosen.told == []
    hands.wait()
    assert hands.page.status.text().startswith("staff.csv: 13 columns")


def test_a_file_goes_to_the_page_that_is_shown(hands: Hands, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "table.csv", [("M6", "45,352")])
    hands.window.show_page("table")
    hands.drop(path)
    assert len(of(hands.table.panel, 0)) == 1
    hands.window.show_page("runs")
    hands.drop(path)
    assert hands.runs.results == {"earlier": path}
    assert hands.page.status.text().startswith("No sheet is chosen yet.")


# Its file dialog, and its end


@pytest.mark.parametrize("chosen_path", ["staff.csv", ""])
def test_the_file_is_asked_for_among_sheets(
    library: Library,
    wording: Wording,
    chosen: Chosen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    chosen_path: str,
    qtbot: QtBot,
) -> None:
    asked: list[object] = []

    def ask(*words: object) -> tuple[str, str]:
        asked.extend(words)
        return str(tmp_path / chosen_path) if chosen_path else "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(ask))
    window = SpotCheckWindow(library, wording, chosen)
    window.show_page("sheet")
    click(window.sheet_page.choose)
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    assert asked[1:] == ["Choose a file", "", "Sheets (*.xlsx *.xlsm *.csv *.txt *.tsv)"]
    told = window.sheet_page.status.text()
    assert told.startswith("staff.csv: there is no" if chosen_path else "No sheet is chosen")
    window.end()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def test_all_of_it_is_freed_when_it_is_closed_for_good(filled: Hands) -> None:
    window, pages = filled.window, list(filled.window.pages.values())
    inside = window.findChildren(QWidget)
    filled.end()
    assert len(inside) > 50
    assert not any(isValid(each) for each in (window, *pages, *inside))


# Its place in the program


def test_a_sheet_that_is_dropped_on_the_main_window_opens_there_and_a_person_as_its_case(
    qtbot: QtBot, window: MainWindow, sheet: Path
) -> None:
    assert drop_on(window, [QUrl.fromLocalFile(str(sheet))])
    spot_check = window.side.spot_check
    assert spot_check is not None
    qtbot.waitUntil(lambda: not spot_check.tasks.is_busy)
    click(spot_check.sheet_page.check)
    qtbot.waitUntil(lambda: not spot_check.tasks.is_busy, timeout=WORK_ENDS)
    open_row(spot_check.sheet_page.people.view, "✗ not appropriate")
    qtbot.waitUntil(lambda: not spot_check.tasks.is_busy)
    assert window.document is not None
    assert window.document.plain["reference"] == "T2"


def test_the_menu_opens_its_pages_and_writes_the_template(
    window: MainWindow, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "template.xlsx"
    act(window, "template")
    assert load_workbook(chosen.workbook_path).worksheets[0]["A1"].value == "reference"
    window.menus.actions["table_check"].trigger()
    assert window.side.spot_check is not None
    assert window.side.spot_check.tabs.currentIndex() == 1
    window.menus.actions["compare_runs"].trigger()
    assert window.side.spot_check.tabs.currentIndex() == 2
    window.menus.actions["spot_check"].trigger()
    assert window.side.spot_check.tabs.currentIndex() == 0
    chosen.workbook_path = tmp_path / "missing" / "template.xlsx"
    act(window, "template")
    assert chosen.told[-1][0] == "The template was not written"
