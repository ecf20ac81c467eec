"""The columns of a sheet: what each is read as, and how that is changed and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from payapp.files.layout_files import remembered
from payapp.files.places import user_folder
from payapp.gui.columns_view import ColumnsView
from tests.gui.desks import shown
from tests.gui.hands import click, press, type_text
from tests.gui.spot_checks import HEADINGS, SPOKEN, Hands, of, select, write_rows


@pytest.fixture
def opened(hands: Hands, sheet: Path) -> Hands:
    hands.open(sheet)
    return hands


def read_as(hands: Hands) -> dict[str, str]:
    """Return what each heading is read as."""
    return {cells[0]: cells[1] for cells in shown(hands.page.columns.view)}


def columns(hands: Hands) -> ColumnsView:
    return hands.page.columns


def test_every_heading_is_shown_with_what_it_is_read_as_and_three_values(opened: Hands) -> None:
    found = {cells[0]: cells[1:] for cells in shown(columns(opened).view)}
    assert list(found) == list(HEADINGS)
    assert found["Basic"] == ["Salary", "45,352.00", "20,000", "45,352"]
    assert found["SEN allowance"] == ["Allowance 1: SEN allowance", "", "1,000", ""]
    assert found["Own heading"] == ["Not read", "1", "2", "3"]


def test_a_column_is_read_aloud_in_a_sentence(opened: Hands) -> None:
    view = columns(opened).view
    assert str(view.rows.index(0, 0).data(SPOKEN)) == (
        "Heading: Staff no. Staff no is read as: Reference."
    )


def test_the_choice_follows_the_row_that_the_keys_are_on(opened: Hands) -> None:
    view, choice = columns(opened).view, columns(opened).column
    assert choice.currentText() == "Reference"
    view.setFocus()
    press(view, Qt.Key.Key_Down)
    assert choice.currentText() == "Not read"
    press(view, Qt.Key.Key_Down)
    assert choice.currentText() == "Nation"
    select(view, "SEN allowance")
    assert choice.currentText() == "Allowance: SEN allowance"


def test_a_heading_is_read_as_something_else_when_it_is_chosen(opened: Hands) -> None:
    select(columns(opened).view, "Own heading")
    opened.choose(columns(opened).column, "Point")
    assert read_as(opened)["Own heading"] == "Not read", "a column is placed once"
    opened.choose(columns(opened).column, "Full-time equivalent")
    assert read_as(opened)["Own heading"] == "Full-time equivalent"
    opened.choose(columns(opened).column, "Not read")
    assert read_as(opened)["Own heading"] == "Not read"


def test_an_allowance_of_any_kind_may_be_chosen(opened: Hands) -> None:
    select(columns(opened).view, "Own heading")
    opened.choose(columns(opened).column, "Allowance: TLR2")
    assert read_as(opened)["Own heading"] == "Allowance 2: TLR2"


def test_the_row_stays_chosen_when_it_is_read_as_something_else(opened: Hands) -> None:
    view = columns(opened).view
    select(view, "Own heading")
    row = view.currentIndex().row()
    opened.choose(columns(opened).column, "Induction completed")
    assert view.currentIndex().row() == row
    assert columns(opened).column.currentText() == "Induction completed"


def test_what_is_chosen_by_keys_is_what_the_run_reads(hands: Hands, tmp_path: Path) -> None:
    rows = [("Staff no", "Nation", "Date", "Took home"), ("T1", "England", "15/01/2026", "45,352")]
    hands.open(write_rows(tmp_path / "staff.csv", rows))
    view = columns(hands).view
    view.setFocus()
    press(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.choose(columns(hands).column, "Salary")
    hands.check()
    press(hands.page.people.view, Qt.Key.Key_Return)
    hands.wait()
    assert [case.pay.salary for case in hands.cases] == [45352]


def test_a_column_that_nobody_offers_is_still_named_as_it_is(opened: Hands) -> None:
    """An allowance whose kind no heading tells is read, though none is chosen so."""
    select(columns(opened).view, "Own heading")
    opened.choose(columns(opened).column, "Allowance 1: Share")
    assert read_as(opened)["Own heading"] == "Allowance 1: Share it is paid for"
    assert columns(opened).column.currentText() == "Allowance 1: Share it is paid for"


def test_columns_are_remembered_by_name_and_come_back_with_it(opened: Hands, sheet: Path) -> None:
    view = columns(opened)
    select(view.view, "Own heading")
    opened.choose(view.column, "Employer")
    type_text(view.map, "Payroll North")
    opened.check()
    assert remembered()["Payroll North"]["own heading"] == ("employer", "")
    opened.open(sheet)
    assert view.name == "Payroll North"
    place = view.map.findText("Payroll North")
    assert place > 0
    view.map.setFocus()
    view.map.setCurrentIndex(place)
    view.map.activated.emit(place)
    opened.wait()
    assert view.meanings()["own heading"] == ("employer", "")


def test_without_a_name_nothing_is_remembered(opened: Hands) -> None:
    opened.check()
    assert remembered() == {}
    assert of(opened.page.people, 1) == ["T2", "T1", "T3"]


def test_another_sheet_begins_with_the_usual_meanings(opened: Hands, sheet: Path) -> None:
    select(columns(opened).view, "Own heading")
    opened.choose(columns(opened).column, "Induction completed")
    opened.open(sheet)
    assert read_as(opened)["Own heading"] == "Not read"
    assert columns(opened).meanings() == {}


@pytest.mark.parametrize("content", ["no JSON", '{"Payroll": 1}'])
def test_a_memory_that_was_damaged_is_told_and_the_sheet_is_read_nevertheless(
    hands: Hands, sheet: Path, content: str
) -> None:
    told: list[str] = []
    columns(hands).refused.connect(told.append)
    user_folder().mkdir(parents=True, exist_ok=True)
    (user_folder() / "spot-check-headings.json").write_text(content, encoding="utf-8")
    hands.open(sheet)
    assert [sentence.partition(":")[0] for sentence in told] == ["spot-check-headings.json"]
    assert read_as(hands)["Basic"] == "Salary"
    type_text(columns(hands).map, "Payroll North")
    hands.check()
    assert hands.page.status.text().startswith("spot-check-headings.json")
    assert hands.page.run is None
    columns(hands).map.activated.emit(0)
    assert len(told) == 2


def test_there_is_nothing_to_choose_before_there_are_columns(hands: Hands) -> None:
    assert not columns(hands).column.isEnabled()
    assert columns(hands).name == ""
    click(columns(hands).view.viewport())
    assert columns(hands).meanings() == {}


def test_nothing_is_left_of_a_sheet_that_is_followed_by_one_that_cannot_be_read(
    opened: Hands, tmp_path: Path
) -> None:
    assert columns(opened).column.currentText() == "Reference"
    opened.open(tmp_path / "gone.csv")
    assert columns(opened).column.currentText() == ""
    assert not columns(opened).column.isEnabled()
    assert shown(columns(opened).view) == []
