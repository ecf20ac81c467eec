"""The time budget on its page: a full-time teacher may be directed for 1,265 hours a year."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from payapp.casework.time_budget import Duty
from payapp.gui.time_page import TimePage
from tests.gui.conftest import Chosen
from tests.gui.desks import OnDesk, copied, lines, values
from tests.gui.hands import click, press

TEACHER = "england-special-school-without-allowance"
LEADER = "england-senco-leadership-range"
NONE_GIVEN = "No hours were entered yet for any duty, so there is nothing to add up."
REFUSAL = "Enter hours a year as a number up to 10,000, such as 38 or 126.5."


@pytest.fixture
def page(on_desk: OnDesk) -> TimePage:
    on_desk.open(TEACHER)
    page = TimePage(on_desk.casework, on_desk.window)
    page.refresh()
    return on_desk.show(page)


def test_with_nothing_stated_the_time_there_is_is_told_and_no_sums(page: TimePage) -> None:
    told = lines(page.panel.list.outline)
    assert told[0] == "Time there is"
    assert told[1] == "A full-time teacher may be directed for 1,265 hours on 195 days a year."
    assert NONE_GIVEN in told
    assert not any("hours are left" in line for line in told)


def test_hours_are_added_up_and_taken_off(on_desk: OnDesk, page: TimePage) -> None:
    on_desk.type_over(page.fields[Duty.TEACHING], "900")
    on_desk.type_over(page.fields[Duty.SEN], "265")
    told = lines(page.panel.list.outline)
    assert "Teaching: 900 hours." in told
    assert "Together: 1,165 hours." in told
    assert "100 hours are left." in told


def test_special_needs_duties_are_told_as_a_share(on_desk: OnDesk, page: TimePage) -> None:
    for duty, typed in (
        (Duty.SEN, "126.5"),
        (Duty.REVIEWS, "63.25"),
        (Duty.ADMINISTRATION, "63.25"),
    ):
        on_desk.type_over(page.fields[duty], typed)
    told = lines(page.panel.list.outline)
    assert "Special needs duties, reviews and their administration take 20% of the time." in told


def test_duties_that_take_more_than_there_is_are_told_with_the_excess(
    on_desk: OnDesk, page: TimePage
) -> None:
    on_desk.type_over(page.fields[Duty.TEACHING], "1365")
    assert "The duties take more than there is, by this number of hours: 100." in lines(
        page.panel.list.outline
    )


def test_a_part_timer_has_directed_time_in_proportion(on_desk: OnDesk) -> None:
    on_desk.open(TEACHER, fte=Decimal("0.6"))
    page = TimePage(on_desk.casework, on_desk.window)
    page.refresh()
    on_desk.show(page)
    assert "For this post that is 759 hours." in lines(page.panel.list.outline)


def test_a_leader_has_no_limit_and_so_nothing_is_left_over(on_desk: OnDesk) -> None:
    on_desk.open(LEADER)
    page = TimePage(on_desk.casework, on_desk.window)
    page.refresh()
    on_desk.show(page)
    told = lines(page.panel.list.outline)
    assert "No limit on directed hours applies to this post." in told
    assert not any("left" in line for line in told)


def test_hours_that_follow_from_the_case_are_shown_in_grey_until_others_are_typed(
    on_desk: OnDesk,
) -> None:
    on_desk.open("scotland-special-school-teacher", teaching_hours=Decimal(21))
    page = TimePage(on_desk.casework, on_desk.window)
    page.refresh()
    on_desk.show(page)
    teaching, ppa = page.fields[Duty.TEACHING], page.fields[Duty.PPA]
    assert (teaching.text(), teaching.placeholderText()) == ("", "798"), "21 hours in 38 weeks"
    assert ppa.placeholderText() == "266", "a third of it is kept for preparation"
    on_desk.type_over(teaching, "600")
    assert ppa.placeholderText() == "200"


@pytest.mark.parametrize("typed", ["many", "-3", "10001", "3,5,0 h"])
def test_what_is_no_number_of_hours_is_refused_beside_its_field(
    on_desk: OnDesk, page: TimePage, typed: str
) -> None:
    on_desk.type_over(page.fields[Duty.MEETINGS], typed)
    assert page.fields[Duty.MEETINGS].property("refused") is True
    assert page.panel.status.text() == REFUSAL
    assert lines(page.panel.list.outline) == []
    assert not page.panel.copy.isEnabled()


def test_a_field_that_is_emptied_or_put_right_is_refused_no_longer(
    on_desk: OnDesk, page: TimePage
) -> None:
    field = page.fields[Duty.MEETINGS]
    on_desk.type_over(field, "many")
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    on_desk.wait()
    assert field.property("refused") is False
    assert NONE_GIVEN in lines(page.panel.list.outline)
    on_desk.type_over(field, "65")
    assert "1,200 hours are left." in lines(page.panel.list.outline)


def test_each_field_is_named_by_its_duty_and_unit_and_belongs_to_a_label(page: TimePage) -> None:
    labels = {label.buddy(): label.text() for label in page.findChildren(QLabel)}
    for field in page.fields.values():
        assert field.accessibleName() == f"{labels[field]}, hours a year"
    assert len({labels[field] for field in page.fields.values()}) == 6


def test_tab_goes_down_the_duties_and_on_to_the_budget(on_desk: OnDesk, page: TimePage) -> None:
    first, *rest = page.fields.values()
    first.setFocus()
    for following in (*rest, page.panel.list, page.panel.copy, page.panel.export):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_the_budget_is_copied_and_exported_under_its_title(
    on_desk: OnDesk, page: TimePage, chosen: Chosen, tmp_path: Path
) -> None:
    click(page.panel.copy)
    assert copied()[0] == ["Time budget for a year"]
    chosen.workbook_path = tmp_path / "time.xlsx"
    click(page.panel.export)
    on_desk.wait()
    told = [cell for row in values(chosen.workbook_path, "Casework") for cell in row]
    assert NONE_GIVEN in told
    assert chosen.suggested == ["Time budget for a year"]


def test_a_page_that_is_closed_while_it_counts_is_freed(on_desk: OnDesk, page: TimePage) -> None:
    page.refresh()
    assert on_desk.frees(page)
