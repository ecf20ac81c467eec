"""Fair process, safeguarding and the survey on their page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from payapp.domain.tests_over_facts import Fact
from payapp.gui.process_page import ProcessPage, find
from tests.gui.conftest import Chosen
from tests.gui.desks import OnDesk, copied, lines, read_aloud, values
from tests.gui.hands import click, press

TEACHER = "england-special-school-without-allowance"


@pytest.fixture
def page(on_desk: OnDesk) -> ProcessPage:
    on_desk.open(TEACHER)
    page = ProcessPage(on_desk.casework, on_desk.window)
    page.refresh()
    return on_desk.show(page)


def test_each_thing_asked_for_tells_its_answer_its_force_and_its_paragraph(
    page: ProcessPage,
) -> None:
    told = read_aloud(page.panel.list.outline)
    assert told[0] == "Fair process. Open."
    notice = next(line for line in told if "written notice of the allowance" in line)
    assert notice.startswith("? Have you had written notice of the allowance")
    assert "? Not known. Guidance asks for it. [" in notice
    assert "[School Teachers' Pay and Conditions Document 2025, Section 3, 56" in notice


def test_what_a_union_holds_is_marked_as_no_law(page: ProcessPage) -> None:
    told = lines(page.panel.list.outline)
    paid = next(line for line in told if "pay for the course" in line)
    assert "Yes" not in paid
    assert "A union holds that it should be so; this is not law." in paid


def test_an_answer_is_told_with_a_symbol_and_a_word(on_desk: OnDesk) -> None:
    on_desk.open(TEACHER, written_notice=Fact.YES, does_support_staff_tasks=Fact.YES)
    page = ProcessPage(on_desk.casework, on_desk.window)
    page.refresh()
    on_desk.show(page)
    told = lines(page.panel.list.outline)
    notice = next(line for line in told if "written notice of the allowance" in line)
    tasks = next(line for line in told if "do tasks that support staff should do" in line)
    assert notice.split(" ")[0] != tasks.split(" ")[0] != "?"


def test_a_survey_is_told_as_context_with_its_size_and_year(page: ProcessPage) -> None:
    told = lines(page.panel.list.outline)
    start = told.index("How others said they are paid")
    assert told[start + 1] == (
        "A survey tells what is, not what is due: these numbers are context and no rule."
    )
    assert "published 2018; 1,615 people completed the survey" in told[start + 2]
    assert told[start + 3 : start + 5] == ["Yes: 77%.", "No: 23%."]


def test_a_cut_payment_that_goes_on_is_told_with_its_end(on_desk: OnDesk) -> None:
    case = on_desk.open(
        TEACHER,
        reduction_date=date(2025, 9, 1),
        reduction_cause="restructuring",
        sum_before=Decimal(2787),
    )
    paper = find(case, on_desk.casework)
    safeguarded = paper.sections[1]
    assert safeguarded.lines
    assert any("2028" in line for line in safeguarded.lines), "three years from September 2025"


def test_without_a_cut_there_is_no_heading_for_it(page: ProcessPage, on_desk: OnDesk) -> None:
    case = on_desk.open(TEACHER)
    safeguarded = find(case, on_desk.casework).sections[1]
    assert safeguarded.lines == ()
    assert safeguarded.heading not in lines(page.panel.list.outline)


def test_another_case_is_told_when_it_is_on_the_desk(on_desk: OnDesk, page: ProcessPage) -> None:
    before = lines(page.panel.list.outline)
    on_desk.open("scotland-special-school-teacher")
    page.refresh()
    on_desk.wait()
    after = lines(page.panel.list.outline)
    assert after != before
    assert not any("School Teachers' Pay and Conditions Document" in line for line in after)


def test_everything_is_copied_and_exported(
    on_desk: OnDesk, page: ProcessPage, chosen: Chosen, tmp_path: Path
) -> None:
    page.panel.copy.setFocus()
    press(page.panel.copy, Qt.Key.Key_Space)
    assert copied()[0] == ["Fair process and survey"]
    chosen.workbook_path = tmp_path / "process.xlsx"
    press(page.panel.copy, Qt.Key.Key_Tab)
    assert page.panel.export.hasFocus()
    press(page.panel.export, Qt.Key.Key_Space)
    on_desk.wait()
    told = [cell for row in values(chosen.workbook_path, "Casework") for cell in row]
    assert "Yes: 77%." in told
    assert page.panel.status.text() == "Written to process.xlsx."


def test_an_export_that_is_called_off_writes_nothing_and_says_nothing(
    page: ProcessPage, chosen: Chosen
) -> None:
    chosen.workbook_path = None
    click(page.panel.export)
    assert page.panel.status.text() == ""


def test_a_later_refresh_takes_the_place_of_an_earlier_one(
    on_desk: OnDesk, page: ProcessPage
) -> None:
    case = on_desk.open(TEACHER)
    page.refresh()
    on_desk.casework.case = replace(case, on=date(2026, 10, 1))
    page.refresh()
    on_desk.wait()
    told = "\n".join(read_aloud(page.panel.list.outline))
    assert "Document 2026" in told
    assert "Document 2025," not in told


def test_a_page_that_is_closed_while_it_asks_is_freed(on_desk: OnDesk, page: ProcessPage) -> None:
    page.refresh()
    assert on_desk.frees(page)
