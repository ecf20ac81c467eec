"""Casework in the window: a person asks each question of the open case, by click and key."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from payapp.casework.time_budget import Duty
from payapp.gui.arrears_page import ArrearsPage
from payapp.gui.case_page import CasePage
from payapp.gui.casework_window import TABS, CaseworkWindow
from payapp.gui.change_page import ChangePage
from payapp.gui.controls import Field
from payapp.gui.offers_page import OffersPage
from payapp.gui.pack_page import PackPage
from payapp.gui.paper_list import PaperList
from payapp.gui.process_page import ProcessPage
from payapp.gui.time_page import TimePage
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import click, press, type_text, wait_for_case
from tests.gui.test_accessibility import interactive, letters, spoken_name

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SHORT = EXAMPLES / "england-special-school-without-allowance.json"
LEADER = EXAMPLES / "england-senco-leadership-range.json"
PageKind = TypeVar("PageKind", bound=QWidget)


class Meeting:
    """The two windows with hands: which page is turned to, and the wait for what it does."""

    def __init__(self, qtbot: QtBot, window: MainWindow, chosen: Chosen) -> None:
        self._qtbot = qtbot
        self.window = window
        self.chosen = chosen
        self.folder: Path | None = None

    def open(self, example: Path) -> None:
        self.window.open_example(example)
        wait_for_case(self._qtbot, self.window)

    def page(self, kind: type[PageKind], name: str) -> PageKind:
        """Turn to a page by its entry in the menu."""
        self.window.menus.actions[f"casework_{name}"].trigger()
        assert self.casework.isVisible()
        self._qtbot.waitUntil(lambda: isinstance(self.casework.stack.currentWidget(), kind))
        self.wait()
        page = self.casework.stack.currentWidget()
        assert isinstance(page, kind)
        return page

    @property
    def casework(self) -> CaseworkWindow:
        assert self.window.side.casework is not None
        return self.window.side.casework

    @property
    def case_page(self) -> CasePage:
        assert self.window.page is not None
        return self.window.page

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.casework.tasks.is_busy, timeout=20_000)

    def type_over(self, field: Field, text: str) -> None:
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        self.wait()

    def end(self) -> None:
        """Close casework for good and have Qt free it."""
        casework, self.window.side.casework = self.casework, None
        casework.end()
        QCoreApplication.sendPostedEvents(casework, QEvent.Type.DeferredDelete)


@pytest.fixture
def meeting(qtbot: QtBot, window: MainWindow, chosen: Chosen) -> Iterator[Meeting]:
    meeting = Meeting(qtbot, window, chosen)
    meeting.open(SHORT)
    yield meeting
    if window.side.casework is not None:
        meeting.end()


def told(shown: PaperList) -> list[str]:
    model = shown.outline
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def cell(page: ArrearsPage | OffersPage, row: int, column: int, role: int = 0) -> str:
    return str(page.panel.rows.index(row, column).data(role))


def test_before_a_case_is_open_nothing_can_be_asked_of_it(qtbot: QtBot, window: MainWindow) -> None:
    names = [f"casework_{name}" for name in TABS]
    assert not any(window.menus.actions[name].isEnabled() for name in names)
    window.open_example(SHORT)
    wait_for_case(qtbot, window)
    assert all(window.menus.actions[name].isEnabled() for name in names)


def test_arrears_begin_with_the_pay_year_up_to_the_day_of_the_case(meeting: Meeting) -> None:
    page = meeting.page(ArrearsPage, "arrears")
    assert (page.period.first.text(), page.period.last.text()) == (
        "1 September 2025",
        "1 October 2025",
    )
    assert cell(page, 0, 0) == "1 September 2025"
    assert any(line.startswith("At least £") for line in told(page.list))


def test_a_month_is_read_aloud_as_a_sentence(meeting: Meeting) -> None:
    page = meeting.page(ArrearsPage, "arrears")
    spoken = cell(page, 0, 4, SPOKEN)
    assert spoken.startswith("Short: £")
    assert "September 2025: due at least £" in spoken


def test_another_period_is_counted_as_soon_as_it_is_typed(meeting: Meeting) -> None:
    page = meeting.page(ArrearsPage, "arrears")
    meeting.type_over(page.period.last, "31 August 2026")
    assert page.panel.rows.rowCount() == 12
    meeting.type_over(page.period.last, "31 August 2024")
    assert page.panel.rows.rowCount() == 0
    assert page.panel.status.text().startswith("Enter a first day and a last day")
    assert page.period.last.property("refused")


def test_the_months_and_the_lists_are_sound_models(
    meeting: Meeting, qtmodeltester: ModelTester
) -> None:
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    page = meeting.page(ArrearsPage, "arrears")
    check(page.panel.rows)
    check(page.list.outline)
    meeting.type_over(page.period.last, "31 August 2026")
    check(page.panel.rows)


def test_arrears_are_exported_with_what_makes_them_up_and_their_checks(
    meeting: Meeting, tmp_path: Path
) -> None:
    page = meeting.page(ArrearsPage, "arrears")
    meeting.chosen.workbook_path = tmp_path / "arrears.xlsx"
    click(page.panel.export)
    meeting.wait()
    assert load_workbook(tmp_path / "arrears.xlsx").sheetnames == [
        "Arrears",
        "Arrears by subject",
        "Checks",
    ]
    assert page.panel.status.text() == (
        "Written to arrears.xlsx. The file is not encrypted: keep it on an encrypted drive."
    )


def test_enter_on_what_would_change_the_answer_goes_to_its_question(meeting: Meeting) -> None:
    meeting.open(EXAMPLES / "england-cannot-be-told.json")
    page = meeting.page(ChangePage, "change")
    shown = page.panel.list
    rows = range(shown.outline.rowCount())
    place = next(row for row in rows if shown.outline.row(row).line.fact == "teaches_sen_pupils")
    shown.setFocus()
    shown.setCurrentIndex(shown.outline.index(place))
    assert str(shown.outline.index(place).data(SPOKEN)).endswith("Go to this question.")
    press(shown, Qt.Key.Key_Return)
    form = meeting.case_page.form
    assert form.steps.currentIndex() == 2
    assert form.rows["teaches_sen_pupils"].isAncestorOf(meeting.case_page.focusWidget())


def test_the_page_that_is_shown_follows_the_case(meeting: Meeting) -> None:
    page = meeting.page(ArrearsPage, "arrears")
    before = told(page.list)
    meeting.case_page.form.go_to("fte")
    field = meeting.case_page.form.rows["fte"].control
    assert isinstance(field, Field)
    meeting.type_over(field, "0.5")
    assert told(page.list) != before


def test_while_an_answer_is_refused_casework_waits_and_says_so(meeting: Meeting) -> None:
    page = meeting.page(ProcessPage, "process")
    assert page.panel.copy.isEnabled()
    meeting.case_page.form.answered.emit("fte", "7")
    meeting.case_page.end_typing()
    meeting.wait()
    assert told(page.panel.list) == []
    assert page.panel.status.text().startswith("This waits until")
    assert not page.panel.copy.isEnabled()


def test_offers_wait_for_a_second_and_take_no_fifth(meeting: Meeting) -> None:
    page = meeting.page(OffersPage, "offers")
    assert page.panel.status.text().startswith("Add at least one more offer")
    assert not page.remove.isEnabled()
    meeting.chosen.open_path = LEADER
    click(page.add_file)
    meeting.wait()
    assert page.panel.model.columnCount() == 3
    for _ in range(2):
        click(page.add_this)
    meeting.wait()
    assert page.panel.model.columnCount() == 5
    assert not page.add_file.isEnabled()
    click(page.remove)
    meeting.wait()
    assert page.panel.model.columnCount() == 4
    assert page.add_file.isEnabled()


def test_an_offer_is_told_column_by_column_and_exported(meeting: Meeting, tmp_path: Path) -> None:
    page = meeting.page(OffersPage, "offers")
    meeting.chosen.open_path = LEADER
    click(page.add_file)
    meeting.wait()
    rows = {cell(page, row, 0): row for row in range(page.panel.rows.rowCount())}
    assert cell(page, rows["Working time"], 2) == "There is no limit on hours or days."
    assert "Offer B: There is no limit" in cell(page, rows["Working time"], 2, SPOKEN)
    assert told(page.list)[0] == "To know before deciding"
    meeting.chosen.workbook_path = tmp_path / "offers.xlsx"
    click(page.panel.export)
    meeting.wait()
    assert load_workbook(tmp_path / "offers.xlsx").sheetnames == ["Offers in columns", "Offers"]


def test_what_a_case_was_stands_beside_what_it_becomes(meeting: Meeting) -> None:
    page = meeting.page(OffersPage, "offers")
    click(page.add_this)
    meeting.wait()
    rows = {cell(page, row, 0): row for row in range(page.panel.rows.rowCount())}
    before = cell(page, rows["Together"], 2)
    assert cell(page, rows["Together"], 1) == before
    salary = meeting.case_page.form.rows["salary"].control
    assert isinstance(salary, Field)
    meeting.case_page.form.go_to("salary")
    meeting.type_over(salary, "30,000")
    assert cell(page, rows["Together"], 1) == "Together: £30,000 a year."
    assert cell(page, rows["Together"], 2) == before


def test_a_file_that_is_no_case_is_named_and_adds_nothing(meeting: Meeting, tmp_path: Path) -> None:
    page = meeting.page(OffersPage, "offers")
    odd = tmp_path / "odd.json"
    odd.write_text('{"schema": 1, "nation": "england"}', encoding="utf-8")
    meeting.chosen.open_path = odd
    click(page.add_file)
    assert page.panel.status.text().startswith("odd.json")
    assert page.others == []


def test_hours_typed_for_a_duty_are_set_against_the_time_there_is(meeting: Meeting) -> None:
    page = meeting.page(TimePage, "time")
    assert any(line.startswith("No hours were entered yet") for line in told(page.panel.list))
    meeting.type_over(page.fields[Duty.SEN], "265")
    assert "1,000 hours are left." in told(page.panel.list)
    meeting.type_over(page.fields[Duty.TEACHING], "1001")
    assert "The duties take more than there is, by this number of hours: 1." in told(
        page.panel.list
    )
    meeting.type_over(page.fields[Duty.SEN], "10001")
    assert page.panel.status.text().startswith("Enter hours a year")
    assert page.fields[Duty.SEN].property("refused")


def test_fair_process_and_the_survey_are_told_and_copied(meeting: Meeting) -> None:
    page = meeting.page(ProcessPage, "process")
    lines = told(page.panel.list)
    assert lines[0] == "Fair process"
    assert lines[1].startswith(
        "Does the pay policy say how teachers with SEN duties are paid? Not known."
    )
    click(page.panel.copy)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Fair process and survey\n")
    assert lines[1] in copied
    assert page.panel.status.text() == "Copied as text."


def test_a_paper_is_exported_line_by_line(meeting: Meeting, tmp_path: Path) -> None:
    page = meeting.page(ProcessPage, "process")
    meeting.chosen.workbook_path = tmp_path / "process.xlsx"
    click(page.panel.export)
    meeting.wait()
    sheet = load_workbook(tmp_path / "process.xlsx")["Casework"]
    assert "Fair process" in [row[0] for row in sheet.iter_rows(values_only=True)]


def test_the_pack_writes_three_files_and_names_them(meeting: Meeting, tmp_path: Path) -> None:
    page = meeting.page(PackPage, "pack")
    page.choose_folder = lambda: tmp_path
    page.write.setFocus()
    press(page.write, Qt.Key.Key_Space)
    meeting.wait()
    written = sorted(path.suffix for path in tmp_path.iterdir())
    assert written == [".pdf", ".txt", ".xlsx"]
    assert all(path.name in page.told.text() for path in tmp_path.iterdir())
    assert page.told.accessibleName() == page.told.text()


def test_a_pack_without_a_period_or_a_folder_is_not_written(
    meeting: Meeting, tmp_path: Path
) -> None:
    page = meeting.page(PackPage, "pack")
    page.choose_folder = lambda: None
    click(page.write)
    assert page.told.isHidden()
    page.choose_folder = lambda: tmp_path / "missing"
    click(page.write)
    meeting.wait()
    assert "cannot be written" in page.told.text()
    meeting.type_over(page.period.first, "2 October 2025")
    assert not page.write.isEnabled()
    assert page.told.text().startswith("Enter a first day")


@pytest.mark.parametrize("name", TABS)
def test_every_control_has_a_name_and_no_letter_is_given_twice(meeting: Meeting, name: str) -> None:
    page = meeting.page(QWidget, name)
    casework = meeting.casework
    found = list(interactive(casework))
    assert len(found) >= 3
    assert not [widget for widget in found if not spoken_name(widget)]
    tabs = letters(casework.tabs.tabText(place) for place in range(casework.tabs.count()))
    assert len(tabs) == 6
    buttons = letters(button.text() for button in page.findChildren(QAbstractButton))
    labels = letters(
        label.text() for label in page.findChildren(QLabel) if label.buddy() is not None
    )
    twice = [letter for letter, count in Counter(tabs + buttons + labels).items() if count > 1]
    assert not twice


def test_pages_are_turned_by_arrow_keys_and_escape_closes(meeting: Meeting) -> None:
    meeting.page(ArrearsPage, "arrears")
    casework = meeting.casework
    assert casework.tabs.hasFocus()
    press(casework.tabs, Qt.Key.Key_Right)
    meeting.wait()
    assert isinstance(casework.stack.currentWidget(), ChangePage)
    press(casework.tabs, Qt.Key.Key_Escape)
    assert not casework.isVisible()


def test_closing_the_window_frees_casework(meeting: Meeting, qtbot: QtBot) -> None:
    meeting.page(ArrearsPage, "arrears")
    with qtbot.waitSignal(meeting.casework.destroyed):
        meeting.end()
