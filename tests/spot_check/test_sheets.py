from collections.abc import Sequence

import pytest

from payapp.domain.sheet_rows import Row
from payapp.spot_check.layouts import Cue, Cues
from payapp.spot_check.sheets import NoHeadings, open_sheet, references_again
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


def allowances_in(*rows: tuple[object, ...]) -> list[tuple[str, str, str]]:
    """Return heading, column and kind of what is read as an allowance in a sheet."""
    opened = open_sheet(Sheet(*rows), cues(), with_names=True)
    placed = [each for each in opened.layout.placed if each.column.number]
    return [(each.heading, each.column.name, each.kind) for each in placed]


@pytest.mark.parametrize("cell", [3000, "3,000", "£3,000.00"])
def test_allowance_over_amounts_is_an_amount_whose_kind_is_not_told(cell: object) -> None:
    rows = (("Ref", "FTE", "Basic", "Allowance"), ("P1", 1, 45352, cell), ("P2", 1, 45352, None))
    assert allowances_in(*rows) == [("Allowance", "allowance_1_amount", "which")]


@pytest.mark.parametrize("cell", ["TLR2", None, 2, "-"])
def test_allowance_over_anything_else_is_the_kind(cell: object) -> None:
    rows = (("Ref", "FTE", "Allowance", "Amount"), ("P1", 1, cell, 3527))
    assert allowances_in(*rows)[0] == ("Allowance", "allowance_1_kind", "")


def test_an_amount_headed_allowance_has_the_kind_that_another_column_tells() -> None:
    rows = (("Ref", "FTE", "Allowance", "Allowance type"), ("P1", 1, 3000, "TLR2"))
    assert allowances_in(*rows) == [
        ("Allowance", "allowance_1_amount", ""),
        ("Allowance type", "allowance_1_kind", ""),
    ]


def test_one_number_among_kinds_is_a_slip_and_words_for_nothing_are_no_kinds() -> None:
    headings = ("Ref", "FTE", "Allowance")
    kinds = ("TLR2", "TLR1", 3000, "SEN allowance")
    rows = [(f"P{n}", 1, cell) for n, cell in enumerate(kinds)]
    assert allowances_in(headings, *rows) == [("Allowance", "allowance_1_kind", "")]
    amounts = ("nil", 3000, "nil", 3527, "nil")
    rows = [(f"P{n}", 1, cell) for n, cell in enumerate(amounts)]
    assert allowances_in(headings, *rows) == [("Allowance", "allowance_1_amount", "which")]


def test_numbers_under_a_heading_of_codes_are_no_amounts() -> None:
    rows = (("Ref", "FTE", "Allowance code"), ("P1", 1, 4021))
    assert allowances_in(*rows) == [("Allowance code", "allowance_1_kind", "")]


def test_what_somebody_said_of_a_heading_goes_before_what_its_cells_tell() -> None:
    told = Cues({"ref": Cue("reference"), "fte": Cue("fte"), "paid": Cue("allowance_1_kind")})
    rows = (("Ref", "FTE", "Paid"), ("P1", 1, 3000))
    placed = open_sheet(Sheet(*rows), told, with_names=True).layout.placed
    assert [each.column.name for each in placed] == ["reference", "fte", "allowance_1_kind"]


NAMED = ("Title", "Forename", "Surname", "FTE", "Spine pt")


def names_of(*people: Sequence[object], again: bool = False) -> list[object]:
    opened = open_sheet(Sheet(NAMED, *people), cues(), with_names=True)
    if not again:
        return [row.cells[0] for row in opened.rows]
    rows = [Row(number, tuple(cells)) for number, cells in enumerate((NAMED, *people), start=1)]

    def cells_again(place: int) -> list[tuple[int, object]]:
        return [(row.number, row.cells[place]) for row in rows if row.cells[place] is not None]

    return [cell for _, cell in references_again(opened._replace(cells_again=cells_again))][1:]


@pytest.mark.parametrize("again", [False, True])
def test_all_names_of_a_person_serve_as_the_reference_together(*, again: bool) -> None:
    people = (
        ("Ms", "Ann", "Lee", 1, "M6"),
        ("Mr", "Ann", "Fox", 1, "M6"),
        (None, "Bo", None, 1, 6),
    )
    assert names_of(*people, again=again) == ["Ms Ann Lee", "Mr Ann Fox", "Bo"]


def test_a_person_without_a_name_has_no_reference() -> None:
    assert names_of((None, None, None, 1, "M6")) == [None]


def test_that_a_name_served_as_a_reference_is_not_remembered_for_the_next_sheet() -> None:
    opened = open_sheet(Sheet(NAMED, ("Ms", "Ann", "Lee", 1, "M6")), cues(), with_names=True)
    assert set(opened.layout.meanings()) == {"fte", "spine pt"}


def test_a_column_of_references_is_read_again_as_it_stands() -> None:
    opened = open_sheet(Sheet(HEADINGS, TEACHER), cues(), with_names=True)
    assert list(references_again(opened)) == []
    again = opened._replace(cells_again=lambda place: [(1, f"column {place}"), (2, 12.0)])
    assert list(references_again(again)) == [(1, "column 0"), (2, 12.0)]


BY_KIND = ("Ref", "FTE", "Spine pt", "TLR", "TLR amount")


def test_a_column_headed_tlr_that_names_kinds_has_its_amounts_beside_it() -> None:
    people = (("P1", 1, "M6", "TLR2a", 4000), ("P2", 1, "M6", None, None), ("P3", 1, "M6", "2b", 5))
    opened = open_sheet(Sheet(BY_KIND, *people), cues(), with_names=True)
    assert [(each.column.name, each.kind) for each in opened.layout.placed[3:]] == [
        ("allowance_1_kind", ""),
        ("allowance_1_amount", ""),
    ]


@pytest.mark.parametrize("kinds", [(4000, 5000), (None, None), ("nil", 4000), ("TLR2", "TLR2")])
def test_two_columns_headed_tlr_of_which_not_one_alone_names_kinds_stay_amounts(
    kinds: tuple[object, object],
) -> None:
    people = [("P1", 1, "M6", kind, kind) for kind in kinds]
    opened = open_sheet(Sheet(BY_KIND, *people), cues(), with_names=True)
    assert [each.kind for each in opened.layout.placed[3:]] == ["which", "which"]
