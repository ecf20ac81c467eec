import pytest

from payapp.spot_check.sheets import NoHeadings, open_sheet
from tests.spot_check.sheets import HEADINGS, TEACHER, Sheet, cues


def test_headings_may_stand_below_a_title() -> None:
    sheet = Sheet(("County payroll",), (), HEADINGS, TEACHER)
    opened = open_sheet(sheet, cues(), with_names=True)
    assert opened.layout.heading_row == 3
    assert [row.number for row in opened.rows] == [4]


def test_a_title_with_one_word_of_ours_is_no_heading_row() -> None:
    sheet = Sheet(("Allowance",), ("Ref", "FTE", "Spine pt", "Date"), ("1", 1, "M1", "x"))
    opened = open_sheet(sheet, cues(), with_names=True)
    assert opened.layout.heading_row == 2


def test_a_sheet_of_two_columns_has_headings_too() -> None:
    opened = open_sheet(Sheet(("Payroll",), ("Ref", "x"), ("a", 1)), cues(), with_names=True)
    assert opened.layout.heading_row == 2
    assert [row.cells for row in opened.rows] == [("a", None)]


def test_three_samples_of_each_column_are_shown() -> None:
    rows = [("P1", 0.6), ("P2", None), ("P3", "0,6"), ("P4", 1)]
    opened = open_sheet(Sheet(("Ref", "FTE"), *rows), cues(), with_names=True)
    assert opened.samples == (("P1", "P2", "P3"), ("0.6", "", "0,6"))
    assert [row.cells[0] for row in opened.rows] == ["P1", "P2", "P3", "P4"]


def test_a_sheet_without_headings_is_refused() -> None:
    with pytest.raises(NoHeadings):
        open_sheet(Sheet(("a", "b"), (1, 2)), cues(), with_names=True)
    with pytest.raises(NoHeadings):
        open_sheet(Sheet(), cues(), with_names=True)


def test_columns_that_mean_nothing_are_not_taken_up() -> None:
    sheet = Sheet(("Ref", "Shoe size", "FTE", "Spine pt"), ("P1", 42, 1, "M6"))
    opened = open_sheet(sheet, cues(), with_names=True)
    assert sheet.skipped == {1}
    assert [row.cells for row in opened.rows] == [("P1", None, 1, "M6")]


GROUPS = ("Employee", None, "Post", "Post", "Pay", "Pay", "Allowances", "Allowances")
BELOW = ("No", "Name", "Title", "FTE %", "Scale", "Point", "TLR2", "SEN")


def test_a_line_that_heads_groups_of_headings_is_not_taken_for_them() -> None:
    person = ("1001", "Ash", "Teacher", 60, "Main", "M6", 2191, None)
    opened = open_sheet(Sheet(("Pay list",), GROUPS, BELOW, person), cues(), with_names=True)
    assert opened.layout.heading_row == 3
    assert {"fte", "range", "point", "role"} <= opened.layout.columns
    assert [row.number for row in opened.rows] == [4]


def test_a_person_whose_cells_are_words_of_headings_is_no_line_of_headings() -> None:
    headings = ("Ref", "Alw code", "Alw amount")
    person = ("Teacher", "TLR2", 3651, "SEN", "Basic")
    opened = open_sheet(Sheet(headings, person), cues(), with_names=True)
    assert opened.layout.heading_row == 1
    assert [row.number for row in opened.rows] == [2]
    only = open_sheet(Sheet(headings), cues(), with_names=True)
    assert list(only.rows) == []


def test_a_column_that_is_not_read_and_holds_amounts_is_doubtful() -> None:
    headings = ("Ref", "FTE", "Spine pt", "Gross", "Shoe size", "Leaving", "Cost centre")
    rows = [(f"P{number}", 1, "M6", None, 42, 2027, 51002) for number in range(50)]
    sheet = Sheet(headings, *rows, ("P51", 1, "M6", "£32,916", 42, 2027, 51002))
    opened = open_sheet(sheet, cues(), with_names=True)
    assert [(each.place, each.heading) for each in opened.layout.doubtful] == [(3, "Gross")]
    assert sheet.skipped == {4, 5, 6}, "the amounts of a sheet without a salary are looked at"
    assert len(list(opened.rows)) == 51


def test_a_column_that_speaks_of_an_allowance_is_taken_up() -> None:
    sheet = Sheet(("Ref", "FTE", "Spine pt", "TLR2 plus"), ("P1", 1, "M6", 3527))
    opened = open_sheet(sheet, cues(), with_names=True)
    assert [row.cells for row in opened.rows] == [("P1", 1, "M6", 3527)]


def test_a_row_that_ends_before_a_column_holds_no_amount_in_it() -> None:
    sheet = Sheet(("Ref", "FTE", "Spine pt", "Gross"), ("P1", 1, "M6"))
    assert open_sheet(sheet, cues(), with_names=True).layout.doubtful == ()


def test_a_name_serves_as_reference_where_there_is_no_other() -> None:
    sheet = Sheet(("Surname", "FTE", "Spine pt", "Date"), ("Jones", 1, "M6", "x"))
    opened = open_sheet(sheet, cues(), with_names=True)
    assert opened.layout.columns == {"reference", "fte", "point", "on"}
    assert [row.cells[0] for row in opened.rows] == ["Jones"]


def test_names_stay_out_where_that_is_wanted() -> None:
    sheet = Sheet(("Surname", "FTE", "Spine pt", "Date"), ("Jones", 1, "M6", "x"))
    opened = open_sheet(sheet, cues(), with_names=False)
    assert "reference" not in opened.layout.columns
    assert "Jones" not in [cell for row in opened.rows for cell in row.cells]
    assert "Jones" not in [sample for samples in opened.samples for sample in samples]


def test_names_stay_out_where_there_is_a_reference() -> None:
    sheet = Sheet(("Emp no", "Surname", "FTE", "Spine pt"), ("7", "Jones", 1, "M6"))
    opened = open_sheet(sheet, cues(), with_names=True)
    assert [row.cells for row in opened.rows] == [("7", None, 1, "M6")]
