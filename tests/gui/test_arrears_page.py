"""Arrears on their page: a SEN allowance that is not paid, month by month and in all.

The range of the allowance was £2,787 to £5,497 from September 2025, and £2,679 to £5,285 the
year before; point M4 of the main pay range was £39,556.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from payapp.domain.cases import Change
from payapp.domain.posts import Employer
from payapp.gui.arrears_page import ArrearsPage, find
from tests.gui.conftest import Chosen
from tests.gui.desks import OnDesk, cells, copied, head_of, lines, values
from tests.gui.hands import click, press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
WITHOUT = "england-special-school-without-allowance"


@pytest.fixture
def page(on_desk: OnDesk) -> ArrearsPage:
    on_desk.open(WITHOUT)
    page = ArrearsPage(on_desk.casework, on_desk.window)
    page.refresh()
    return on_desk.show(page)


def ask(on_desk: OnDesk, page: ArrearsPage, first: str, last: str) -> None:
    on_desk.type_over(page.period.first, first)
    on_desk.type_over(page.period.last, last)


def test_a_whole_pay_year_comes_to_the_allowance_that_was_not_paid(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    ask(on_desk, page, "1 September 2025", "31 August 2026")
    told = lines(page.list.outline)
    assert told[:2] == [
        "In all",
        "At least £2,787 appears to be owed to you by rules that must be kept, on known facts.",
    ]
    assert told[2].startswith("It may be up to £5,497, ")
    assert [row[4] for row in cells(page.panel)] == ["£232.25"] * 12
    assert page.panel.status.text() == "Rows: 12."


def test_the_year_before_is_counted_with_the_figures_of_that_year(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    ask(on_desk, page, "1 September 2024", "31 August 2025")
    told = lines(page.list.outline)
    assert told[1].startswith("At least £2,679 appears to be owed")
    assert told[2].startswith("It may be up to £5,285, ")


def test_twelve_months_of_rounded_pay_add_up_to_the_salary(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    ask(on_desk, page, "1 September 2025", "31 August 2026")
    paid = [row[3] for row in cells(page.panel)]
    assert paid.count("£3,296.33") == 8
    assert paid.count("£3,296.34") == 4


def test_half_a_month_is_half_of_its_twelfth(on_desk: OnDesk, page: ArrearsPage) -> None:
    ask(on_desk, page, "1 September 2025", "15 September 2025")
    (row,) = cells(page.panel)
    assert row[:2] == ["1 September 2025", "15 September 2025"]
    assert (row[3], row[4], row[5]) == ("£1,648.17", "£116.13", "£229.04")
    assert page.panel.status.text() == "Rows: 1."


def test_a_month_is_read_aloud_with_everything_that_was_counted(page: ArrearsPage) -> None:
    spoken = str(page.panel.rows.index(0, 4).data(SPOKEN))
    assert spoken == (
        "Short: £232.25. September 2025: due at least £3,528.58, paid £3,296.33, short £232.25, "
        "short at most £458.08."
    )


def test_time_limits_name_their_day_and_say_that_they_are_no_advice(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    ask(on_desk, page, "1 September 2025", "31 August 2026")
    told = lines(page.list.outline)
    start = told.index("Time limits for a claim: information, not advice")
    assert any("that time ends on 29 November 2026" in line for line in told[start:])
    assert any("is for a union or a lawyer to say" in line for line in told[start:])


def test_a_rep_reads_of_the_teacher_and_not_of_you(on_desk: OnDesk, page: ArrearsPage) -> None:
    on_desk.casework.audience = "rep"
    page.refresh()
    on_desk.wait()
    told = lines(page.list.outline)[1]
    assert "appears to be owed to the teacher by rules" in told


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("1 September 2025", "31 August 2025", "last"),
        ("soon", "31 August 2026", "first"),
        ("31 June 2025", "31 August 2026", "first"),
        ("1 September 2025", "1 October 2066", "last"),
    ],
)
def test_what_is_no_period_is_refused_beside_its_field_and_leaves_no_months(
    on_desk: OnDesk, page: ArrearsPage, first: str, last: str, wrong: str
) -> None:
    ask(on_desk, page, first, last)
    assert getattr(page.period, wrong).property("refused")
    assert page.panel.status.text() == (
        "Enter a first day and a last day such as 1 September 2025, the last not before the "
        "first, 40 years apart at most."
    )
    assert cells(page.panel) == []
    assert lines(page.list.outline) == []
    assert not page.panel.copy.isEnabled()
    assert not page.panel.export.isEnabled()


def test_a_period_that_is_put_right_is_counted_again(on_desk: OnDesk, page: ArrearsPage) -> None:
    ask(on_desk, page, "1 September 2025", "31 August 2025")
    on_desk.type_over(page.period.last, "30 September 2025")
    assert [row[4] for row in cells(page.panel)] == ["£232.25"]
    assert page.panel.copy.isEnabled()


def test_the_months_are_copied_with_their_headings(on_desk: OnDesk, page: ArrearsPage) -> None:
    ask(on_desk, page, "1 September 2025", "30 November 2025")
    click(page.panel.copy)
    on_desk.wait()
    heading, *rows = copied()
    assert heading[:6] == ["From", "To", "Due at least", "Paid", "Short", "Short at most"]
    assert [row[0] for row in rows] == ["1 September 2025", "1 October 2025", "1 November 2025"]
    assert [row[4] for row in rows] == ["£232.25", "£232.25", "£232.25"]
    assert page.panel.status.text() == "The rows shown were copied as text."


def test_the_workbook_holds_amounts_as_numbers_and_what_each_is_about(
    on_desk: OnDesk, page: ArrearsPage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "arrears.xlsx"
    click(page.panel.export)
    on_desk.wait()
    by_subject = values(chosen.workbook_path, "Arrears by subject")
    found = next(row for row in by_subject if "SEN allowance" in row)
    assert found[2:5] == ("SEN allowance", 232.25, 458.08)
    assert chosen.suggested == ["Arrears"]
    assert head_of(chosen.workbook_path).startswith("England figures: from September 2025, ")


def test_a_workbook_that_cannot_be_written_is_told_and_leaves_nothing(
    on_desk: OnDesk, page: ArrearsPage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "none" / "arrears.xlsx"
    click(page.panel.export)
    on_desk.wait()
    assert "arrears.xlsx" in page.panel.status.text()
    assert "cannot be written" in page.panel.status.text()
    assert list(tmp_path.iterdir()) == []


def test_the_page_is_gone_through_by_the_tab_key_alone(on_desk: OnDesk, page: ArrearsPage) -> None:
    page.period.first.setFocus()
    reached = [on_desk.window.focusWidget()]
    for _ in range(5):
        press(reached[-1], Qt.Key.Key_Tab)
        reached.append(on_desk.window.focusWidget())
    assert reached == [
        *(page.period.first, page.period.last, page.list),
        *(page.panel.view, page.panel.copy, page.panel.export),
    ]


def test_only_the_last_of_two_questions_is_answered(on_desk: OnDesk, page: ArrearsPage) -> None:
    page.period.last.setFocus()
    page.period.last.selectAll()
    page.refresh()
    ask(on_desk, page, "1 September 2025", "30 September 2025")
    assert len(cells(page.panel)) == 1


def test_what_is_counted_is_told_to_nobody_once_the_page_waits(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    page.refresh()
    page.clear("This waits.")
    on_desk.wait()
    QCoreApplication.processEvents()
    assert page.panel.status.text() == "This waits."
    assert cells(page.panel) == []


def test_a_page_that_is_closed_while_it_counts_is_freed(on_desk: OnDesk, page: ArrearsPage) -> None:
    page.refresh()
    assert on_desk.frees(page)


def test_nothing_is_asked_while_there_is_no_case(on_desk: OnDesk) -> None:
    page = on_desk.show(ArrearsPage(on_desk.casework, on_desk.window))
    page.refresh()
    assert not on_desk.tasks.is_busy
    assert cells(page.panel) == []


def test_a_period_before_every_figure_leaves_its_months_untold(on_desk: OnDesk) -> None:
    case = on_desk.open(WITHOUT)
    found = find(case, on_desk.casework, date(1950, 1, 1), date(1950, 2, 28))
    assert {row[4] for row in found.months.table.rows} <= {0, None}


def test_a_later_version_that_the_rules_refuse_is_told_in_the_place_of_the_months(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    case = on_desk.open(WITHOUT)
    later = replace(case.post, employer=Employer.GRANT_AIDED)
    start = date(2026, 1, 1)
    change = Change(from_=start, post=later, pay=case.pay, post_keys={}, pay_keys={})
    on_desk.casework.case, on_desk.casework.name = replace(case, changes=(change,)), "case-12"
    ask(on_desk, page, "1 September 2025", "31 August 2026")
    told = page.panel.status.text()
    assert told.startswith("case-12, field ")
    assert "post.employer: 'grant-aided' is not accepted; England has no such employer" in told
    assert cells(page.panel) == []


def heights(page: ArrearsPage) -> tuple[int, int]:
    QCoreApplication.processEvents()
    above, below = page.split.sizes()
    return above, below


def test_a_few_months_leave_the_room_to_the_sentences_and_many_take_half_of_it(
    on_desk: OnDesk, page: ArrearsPage
) -> None:
    page.resize(1200, 700)
    ask(on_desk, page, "1 September 2025", "1 October 2025")
    above, below = heights(page)
    assert above > 2 * below
    assert page.panel.view.verticalScrollBar().maximum() == 0
    ask(on_desk, page, "1 September 2020", "31 August 2026")
    above, below = heights(page)
    assert abs(above - below) <= 2


def test_a_border_that_a_person_moved_stays_there(on_desk: OnDesk, page: ArrearsPage) -> None:
    page.resize(1200, 700)
    ask(on_desk, page, "1 September 2025", "1 October 2025")
    handle = page.split.handle(1)
    press_at = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=press_at)
    QTest.mouseMove(handle, press_at - QPoint(0, 60))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=press_at - QPoint(0, 60))
    moved = heights(page)
    ask(on_desk, page, "1 September 2020", "31 August 2026")
    assert heights(page) == moved
