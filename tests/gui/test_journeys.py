"""Whole journeys through the window by clicks and keys alone, as a person makes them.

A SENCO of 0.6 on U3 with facts still missing; in Scotland, main grade point 5.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.domain.findings import About, Outcome
from payapp.gui.case_page import CasePage
from payapp.gui.controls import Choice, Field, ThreeWay
from payapp.gui.figures_page import FiguresPage
from payapp.gui.window import MainWindow
from tests.gui.conftest import Chosen
from tests.gui.hands import click, press, type_text, wait_for_case

Standard = QKeySequence.StandardKey
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Person:
    """Somebody at the window, with hands and nothing else."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    def keys(self, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
        """Press keys where the focus is."""
        press(self.window.focusWidget(), key, held)

    def wait(self) -> None:
        """Wait until what is being written is written."""
        output = self.window.output
        assert output is not None
        self._qtbot.waitUntil(lambda: not output.tasks.is_busy, timeout=20_000)

    def open_example(self, reference: str) -> CasePage:
        """Walk through the examples with the arrow keys, and open one with Enter."""
        assert self.window.ways is not None
        examples = self.window.ways.examples
        examples.setFocus()
        press(examples, Qt.Key.Key_Home)
        while examples.currentIndex().data() != reference:
            before = examples.currentIndex().row()
            press(examples, Qt.Key.Key_Down)
            assert examples.currentIndex().row() > before, f"no example is called {reference}"
        press(examples, Qt.Key.Key_Return)
        return wait_for_case(self._qtbot, self.window)

    @property
    def page(self) -> CasePage:
        assert self.window.page is not None
        return self.window.page

    def verdict(self) -> str:
        return self.page.answer.verdict.headline.text()

    def control(self, fact: str) -> QWidget:
        return self.page.form.rows[fact].control

    def come_to(self, fact: str) -> QWidget:
        """Go with Tab from where the focus is to a question, through pages where it must be."""
        for _ in range(200):
            if self.control(fact).isAncestorOf(self.window.focusWidget()):
                break
            if self.window.focusWidget() is self.control(fact):
                break
            self.keys(Qt.Key.Key_Tab, NO_KEYS)
        else:
            raise AssertionError(f"Tab does not come to {fact}")
        return self.window.focusWidget()

    def answered(self, fact: str) -> str:
        """Return the answer that a question of three shows."""
        control = self.control(fact)
        assert isinstance(control, ThreeWay)
        codes = ("yes", "no", "not-known")
        return next(code for code in codes if control.segment(code).isChecked())


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def test_from_the_first_page_to_a_saved_and_reopened_case_by_keys_alone(
    person: Person, chosen: Chosen, tmp_path: Path
) -> None:
    page = person.open_example("SENCO, facts still missing")
    assert page.isVisible()
    person.keys(Qt.Key.Key_3)
    press(person.come_to("teaches_sen_pupils"), "y")
    assert person.answered("teaches_sen_pupils") == "yes"
    undecided = person.verdict()

    person.keys(Qt.Key.Key_4)
    salary = person.come_to("salary")
    salary_field = person.control("salary")
    assert isinstance(salary_field, Field)
    press(salary, Qt.Key.Key_A, CONTROL)
    type_text(salary, "30,000")
    press(salary, Qt.Key.Key_Return)
    assert person.verdict() != undecided
    assert person.verdict().startswith("Your pay does not appear to be appropriate")

    chosen.workbook_path = tmp_path / "report.xlsx"
    person.keys(Qt.Key.Key_E)
    person.wait()
    book = load_workbook(chosen.workbook_path, read_only=True)
    assert "Summary" in book.sheetnames
    book.close()

    chosen.save_path = tmp_path / "mine.json"
    person.keys(Qt.Key.Key_S)
    saved = json.loads(chosen.save_path.read_text("utf-8"))
    assert (saved["pay"]["salary"], saved["post"]["teaches_sen_pupils"]) == (30000, "yes")
    assert person.window.windowTitle().startswith("mine")

    person.keys(Qt.Key.Key_N)
    assert person.answered("teaches_sen_pupils") == "not-known"
    chosen.open_path = chosen.save_path
    person.keys(Qt.Key.Key_O)
    assert person.answered("teaches_sen_pupils") == "yes"
    assert salary_field.text() == "30,000"

    person.keys(Qt.Key.Key_3)
    press(person.come_to("teaches_sen_pupils"), "n")
    assert person.window.isWindowModified()
    person.keys(Qt.Key.Key_Z)
    assert person.answered("teaches_sen_pupils") == "yes"
    assert not person.window.isWindowModified()
    assert chosen.told == []


def test_a_new_scottish_case_is_asked_in_the_words_of_scotland_and_its_salary_decided(
    qtbot: QtBot, person: Person
) -> None:
    person.keys(Qt.Key.Key_N)
    wait_for_case(qtbot, person.window)
    nation = person.come_to("nation")
    assert isinstance(nation, Choice)
    type_text(nation, "Scot")
    assert nation.currentText() == "Scotland"
    press(person.come_to("on"), Qt.Key.Key_A, CONTROL)
    type_text(person.control("on"), "1 October 2025")
    person.keys(Qt.Key.Key_4)
    pay_range = person.come_to("range")
    assert isinstance(pay_range, Choice)
    offered = [pay_range.itemText(place).lower() for place in range(pay_range.count())]
    assert any("main grade" in words for words in offered)
    assert not any("upper pay" in words for words in offered)
    asked = " ".join(person.page.texts.question(fact) for fact in person.page.form.rows)
    assert "additional support needs" in asked.lower() or "asn" in asked.lower()
    person.keys(Qt.Key.Key_F5, NO_KEYS)
    assert person.page.answer.verdict.headline.hasFocus()
    assert person.verdict().startswith("We cannot tell yet")

    press(person.come_to("range"), Qt.Key.Key_Down)
    point = person.come_to("point")
    assert isinstance(point, Choice)
    type_text(point, "5")
    assert point.currentText() == "5   (£52,614 a year)"
    type_text(person.come_to("salary"), "52,614")
    type_text(person.come_to("basis"), "Full")
    person.keys(Qt.Key.Key_1)
    press(person.come_to("employer"), Qt.Key.Key_End)
    person.keys(Qt.Key.Key_2)
    type_text(person.come_to("fte"), "1")
    answered = person.page.answered
    assert answered is not None
    assert answered.told is not None
    findings = answered.told.assessment.findings
    base = [finding.outcome for finding in findings if finding.about is About.BASE_PAY]
    assert base == [Outcome.IN_LINE]


def test_from_a_case_to_a_figure_and_its_years_and_back(
    qtbot: QtBot, person: Person, chosen: Chosen, tmp_path: Path
) -> None:
    person.open_example("SENCO, facts still missing")
    person.keys(Qt.Key.Key_5)
    schedules = person.window.side.schedules
    assert schedules is not None
    qtbot.waitUntil(lambda: bool(schedules.pages) and not schedules.tasks.is_busy, timeout=20_000)
    page = schedules.stack.currentWidget()
    assert isinstance(page, FiguresPage)
    page.search.setFocus()
    type_text(page.search, "51048 U3")
    press(page.search, Qt.Key.Key_Tab)
    assert page.panel.view.hasFocus()
    press(page.panel.view, Qt.Key.Key_Down)
    assert "upper pay range over the years" in page.card.title.text()
    chosen.workbook_path = tmp_path / "figures.xlsx"
    press(page.panel.view, Qt.Key.Key_Tab)
    press(page.panel.copy, Qt.Key.Key_Tab)
    press(page.panel.export, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not schedules.tasks.is_busy, timeout=20_000)
    sheet = load_workbook(chosen.workbook_path).worksheets[0]
    assert [cell.value for cell in sheet[2]][3:5] == ["U3", 51048]
    press(page, Qt.Key.Key_Escape)
    assert not schedules.isVisible()
    assert person.window.isVisible()


def by_menu(person: Person, menu: str, entry: str) -> None:
    """Open a menu of the bar by its letter, and choose an entry by its letter."""
    bar = person.window.menuBar()
    opener = next(each for each in bar.actions() if letter_of(each.text()) == menu)
    bar.setActiveAction(opener)
    shown = opener.menu()
    assert isinstance(shown, QWidget)
    assert shown.isVisible()
    press(shown, entry)


def letter_of(text: str) -> str:
    return text[text.index("&") + 1].lower() if "&" in text else ""


def letter(person: Person, action: str) -> str:
    return letter_of(person.window.menus.actions[action].text())


@pytest.mark.parametrize(("action", "least"), [("export_pdf", 2), ("export_sheet", 1)])
def test_a_pdf_is_written_from_the_menu_by_letters(
    person: Person, chosen: Chosen, tmp_path: Path, action: str, least: int
) -> None:
    person.open_example("SENCO, facts still missing")
    chosen.pdf_path = tmp_path / "case.pdf"
    by_menu(person, "f", letter(person, action))
    person.wait()
    written = chosen.pdf_path.read_bytes()
    assert written.startswith(b"%PDF-1.")
    assert written.count(b"/Type /Page\n") >= least
    assert "case.pdf" in person.window.statusBar().currentMessage()


def test_the_report_is_printed_by_the_keys_of_the_system(
    person: Person, chosen: Chosen, tmp_path: Path
) -> None:
    person.open_example("SENCO, facts still missing")
    chosen.printed_to = tmp_path / "printed.pdf"
    person.keys(Qt.Key.Key_P)
    person.wait()
    assert chosen.printed_to.read_bytes().startswith(b"%PDF-1.")
    assert chosen.printed_to.read_bytes().count(b"/Type /Page\n") >= 2


def test_the_preview_is_closed_by_escape_and_freed(qtbot: QtBot, person: Person) -> None:
    person.open_example("SENCO, facts still missing")
    by_menu(person, "f", letter(person, "preview"))
    qtbot.waitUntil(lambda: person.window.findChild(QPrintPreviewDialog) is not None)
    preview = person.window.findChild(QPrintPreviewDialog)
    assert preview is not None
    assert preview.isVisible()
    press(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: person.window.findChild(QPrintPreviewDialog) is None)


def test_a_rep_changes_the_words_by_the_menu_and_the_facts_stay(person: Person) -> None:
    person.open_example("SENCO, facts still missing")
    before = person.control("salary")
    assert isinstance(before, Field)
    salary = before.text()
    by_menu(person, "v", letter(person, "rep"))
    assert "the teacher's pay" in person.verdict()
    assert before.text() == salary == "51,048"
    assert not person.window.isWindowModified()


def test_a_click_here_and_there_does_what_the_keys_do(
    qtbot: QtBot, person: Person, open_window: Callable[[Path | None], MainWindow]
) -> None:
    del open_window
    assert person.window.ways is not None
    examples = person.window.ways.examples
    model = examples.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    wanted = next(index for index in rows if index.data() == "SENCO, facts still missing")
    examples.scrollTo(wanted)
    click(examples.viewport(), examples.visualRect(wanted).center())
    wait_for_case(qtbot, person.window)
    person.page.form.go_to("teaches_sen_pupils")
    control = person.control("teaches_sen_pupils")
    assert isinstance(control, ThreeWay)
    click(control.segment("no"))
    assert person.answered("teaches_sen_pupils") == "no"
    assert person.window.isWindowModified()
