"""Two days or two areas side by side on their page, with amounts as they were published.

U3 in England was £51,048 in September 2025, and £62,496 in inner London; SEN1 in Northern
Ireland £2,612 in September 2024 and £2,717 a year later.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from payapp.gui.compare_page import ComparePage
from tests.gui.conftest import Chosen
from tests.gui.desks import OnDesk, cells, copied, values
from tests.gui.hands import click, press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def page(on_desk: OnDesk) -> ComparePage:
    return on_desk.show(ComparePage(on_desk.desk, "northern-ireland", on_desk.window))


def row_of(page: ComparePage, *names: str) -> list[str]:
    return next(row for row in cells(page.panel) if tuple(row[2:4]) == names)


def test_the_last_two_pay_dates_of_the_nation_are_there_to_begin_with(page: ComparePage) -> None:
    assert (page.one_day.text(), page.other_day.text()) == ("1 September 2024", "1 September 2025")
    assert row_of(page, "SEN1", "value")[4:] == ["£2,612", "£2,717", "£105", "4.0"]


def test_a_rise_is_read_aloud_with_both_days(page: ComparePage) -> None:
    row = cells(page.panel).index(row_of(page, "SEN1", "value"))
    assert str(page.panel.rows.index(row, 6).data(SPOKEN)).endswith(
        "SEN1, Northern Ireland: 1 September 2024 is £2,612, 1 September 2025 is £2,717: "
        "£105 more, 4.0%."
    )


def test_the_days_the_other_way_round_tell_a_fall(on_desk: OnDesk, page: ComparePage) -> None:
    on_desk.type_over(page.one_day, "1 September 2025")
    on_desk.type_over(page.other_day, "1 September 2024")
    assert row_of(page, "SEN1", "value")[4:6] == ["£2,717", "£2,612"]
    row = cells(page.panel).index(row_of(page, "SEN1", "value"))
    assert "£105 less" in str(page.panel.rows.index(row, 6).data(SPOKEN))


def test_a_figure_of_one_day_alone_has_an_empty_place_on_the_other(
    on_desk: OnDesk, page: ComparePage
) -> None:
    on_desk.type_over(page.one_day, "1 September 2022")
    on_desk.type_over(page.other_day, "1 September 2023")
    gone = row_of(page, "Main pay scale", "M1")
    assert gone[4] != ""
    assert gone[5:] == ["", "", ""], "M1 was abolished in September 2023"


def test_the_same_day_twice_tells_no_difference(on_desk: OnDesk, page: ComparePage) -> None:
    on_desk.type_over(page.one_day, "1 September 2025")
    assert row_of(page, "SEN1", "value")[4:7] == ["£2,717", "£2,717", "£0"]


def test_two_areas_of_england_are_compared_on_the_second_day(
    on_desk: OnDesk, page: ComparePage
) -> None:
    assert not page.one_area.isEnabled()
    on_desk.choose(page.nation, "England")
    assert page.one_area.isEnabled()
    on_desk.type_over(page.other_day, "1 September 2025")
    on_desk.choose(page.one_area, "Rest of England")
    on_desk.choose(page.other_area, "Inner")
    assert row_of(page, "Upper pay range", "U3")[4:] == ["£51,048", "£62,496", "£11,448", "22.4"]


@pytest.mark.parametrize("typed", ["soon", "31 June 2025", "2025"])
def test_what_is_no_day_is_marked_and_nothing_is_compared(
    on_desk: OnDesk, page: ComparePage, typed: str
) -> None:
    on_desk.type_over(page.other_day, typed)
    assert page.other_day.property("refused") is True
    assert page.panel.status.text().startswith("Choose a nation and enter two days.")
    assert cells(page.panel) == []
    assert not page.panel.export.isEnabled()
    on_desk.type_over(page.other_day, "1 September 2025")
    assert page.other_day.property("refused") is False
    assert cells(page.panel)


def test_the_comparison_is_copied_and_exported_with_its_days_as_headings(
    on_desk: OnDesk, page: ComparePage, chosen: Chosen, tmp_path: Path
) -> None:
    page.panel.view.setFocus()
    press(page.panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    on_desk.wait()
    assert copied()[0][4:7] == ["1 September 2024", "1 September 2025", "Difference"]
    chosen.workbook_path = tmp_path / "compared.xlsx"
    click(page.panel.export)
    on_desk.wait()
    (sheet,) = chosen.suggested
    rows = values(chosen.workbook_path, sheet)
    assert next(row for row in rows if row[2] == "SEN1")[4:7] == (2612, 2717, 105)


def test_tab_goes_through_nation_days_and_areas_in_their_order(
    on_desk: OnDesk, page: ComparePage
) -> None:
    on_desk.choose(page.nation, "England")
    page.nation.setFocus()
    for following in (
        *(page.one_day, page.other_day, page.one_area, page.other_area),
        *(page.panel.view, page.panel.copy, page.panel.export),
    ):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_a_page_that_is_closed_while_it_compares_is_freed(
    on_desk: OnDesk, page: ComparePage
) -> None:
    page.compare()
    assert on_desk.frees(page)
