"""What would change the answer, on its page: a SENCO of 0.6 with facts still missing.

A SEN allowance of 2025 is £2,787 to £5,497 a year; at 0.6 that is £1,672.20 to £3,298.20.
"""

import pytest
from PySide6.QtCore import Qt

from payapp.gui.change_page import ChangePage, find
from payapp.gui.outline import Form
from tests.gui.desks import OnDesk, copied, lines
from tests.gui.hands import click, press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
OPEN_CASE = "england-cannot-be-told"


@pytest.fixture
def page(on_desk: OnDesk) -> ChangePage:
    on_desk.open(OPEN_CASE)
    page = ChangePage(on_desk.casework, on_desk.window)
    page.refresh()
    return on_desk.show(page)


def row_of(page: ChangePage, beginning: str) -> int:
    told = lines(page.panel.list.outline)
    return next(row for row, line in enumerate(told) if line.startswith(beginning))


def test_what_is_not_known_stands_before_what_was_entered(page: ChangePage) -> None:
    unknown = row_of(page, "If a fact that is not known turns out to be so")
    entered = row_of(page, "If a fact that was entered were otherwise")
    assert unknown == 0 < entered


def test_a_fact_that_would_bring_an_allowance_tells_its_amount_as_received(
    page: ChangePage,
) -> None:
    told = lines(page.panel.list.outline)
    assert any(
        "school or service is the post in?” is Special school, then: A SEN allowance of "
        "£1,672.20 to £3,298.20 a year appears to be due" in line
        for line in told
    )


def test_a_sentence_says_that_it_leads_to_its_question(page: ChangePage) -> None:
    row = row_of(page, "SEN allowance: if the answer to “Do you teach pupils with SEN")
    spoken = str(page.panel.list.outline.index(row).data(SPOKEN))
    assert spoken.endswith("Go to this question.")
    assert page.panel.list.outline.row(row).line.form is Form.QUESTION
    assert page.panel.status.text() == "Enter on a sentence goes to its question."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_ask_for_the_question(page: ChangePage, key: Qt.Key) -> None:
    wanted: list[str] = []
    page.question_wanted.connect(wanted.append)
    row = row_of(page, "SEN allowance: if the answer to “Do you teach pupils with SEN")
    page.panel.list.setFocus()
    page.panel.list.setCurrentIndex(page.panel.list.outline.index(row))
    press(page.panel.list, key)
    assert wanted == ["teaches_sen_pupils"]


def test_a_click_asks_for_the_question_and_one_on_a_heading_closes_it(page: ChangePage) -> None:
    wanted: list[str] = []
    page.question_wanted.connect(wanted.append)
    shown = page.panel.list
    row = row_of(page, "Leadership: if the answer to")
    shown.scrollTo(shown.outline.index(row))
    click(shown.viewport(), shown.visualRect(shown.outline.index(row)).center())
    assert wanted == ["on_leadership_team"]
    before = shown.outline.rowCount()
    shown.scrollToTop()
    click(shown.viewport(), shown.visualRect(shown.outline.index(0)).center())
    assert shown.outline.rowCount() < before
    assert len(wanted) == 1


def test_a_heading_that_was_closed_stays_closed_when_the_case_changes(
    on_desk: OnDesk, page: ChangePage
) -> None:
    shown = page.panel.list
    shown.setFocus()
    shown.setCurrentIndex(shown.outline.index(0))
    press(shown, Qt.Key.Key_Left)
    closed = lines(shown.outline)
    assert closed[:2] == [
        "If a fact that is not known turns out to be so",
        "If a fact that was entered were otherwise",
    ]
    page.refresh()
    on_desk.wait()
    assert lines(shown.outline) == closed


def test_a_case_that_nothing_would_turn_says_so(on_desk: OnDesk) -> None:
    on_desk.open("england-academy-on-its-own-terms")
    found = find(on_desk.open("england-academy-on-its-own-terms"), on_desk.casework)
    page = ChangePage(on_desk.casework, on_desk.window)
    page.refresh()
    on_desk.show(page)
    assert len(lines(page.panel.list.outline)) >= len(found.facts)


def test_the_list_is_copied_with_its_headings(page: ChangePage) -> None:
    click(page.panel.copy)
    text = [line for (line, *_) in copied() if line]
    assert text[0] == "What would change the answer"
    assert text[1] == "If a fact that is not known turns out to be so"
    assert page.panel.status.text() == "Copied as text."


def test_one_sentence_is_copied_by_the_usual_keys(page: ChangePage) -> None:
    row = row_of(page, "Leadership: if the answer to")
    page.panel.list.setFocus()
    page.panel.list.setCurrentIndex(page.panel.list.outline.index(row))
    press(page.panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    ((line,),) = copied()
    assert line.startswith("Leadership: if the answer to")


def test_while_the_case_waits_the_page_says_why_and_offers_nothing(page: ChangePage) -> None:
    page.clear("This waits.")
    assert lines(page.panel.list.outline) == []
    assert page.panel.status.text() == "This waits."
    assert not page.panel.copy.isEnabled()
    assert not page.panel.export.isEnabled()


def test_a_page_that_is_closed_while_it_tries_facts_is_freed(
    on_desk: OnDesk, page: ChangePage
) -> None:
    page.refresh()
    assert on_desk.frees(page)
