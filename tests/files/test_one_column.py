"""One column of a sheet, read without its rows."""

from pathlib import Path

import pytest

from payapp.files.one_column import cells_of_column
from payapp.files.row_files import open_rows
from tests.files.workbooks import cell, inline, row, with_sheet, workbook

ROWS = (("Title",), (), ("Ref", "FTE"), ("P1", 1), ("P&2", 0.6), (None, 1), (123, 1), (7.5, 1))


def test_the_cells_of_a_column_come_with_the_numbers_of_their_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", ROWS)
    assert list(cells_of_column(path, 0)) == [
        *((1, "Title"), (3, "Ref"), (4, "P1"), (5, "P&2"), (7, "123"), (8, 7.5))
    ]
    assert list(cells_of_column(path, 1)) == [(3, "FTE"), (4, "1"), (5, 0.6), *ONES]
    assert list(cells_of_column(path, 2)) == []


ONES = ((6, "1"), (7, "1"), (8, "1"))


def test_the_column_is_that_which_the_rows_have(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "in.xlsx", [[f"{row}-{place}" for place in range(30)] for row in "ab"]
    )
    with open_rows(path) as rows:
        every = {each.number: each.cells for each in rows}
    for place in (0, 25, 26, 29):
        assert dict(cells_of_column(path, place)) == {n: c[place] for n, c in every.items()}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_file_is_read_with_what_separates_it(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "in.csv"
    lines = (("Ref", "FTE"), ("P1", "1"), (), ("Siân", "0.6"), ("", "1"))
    path.write_text("\n".join(map(separator.join, lines)), "cp1252")
    assert list(cells_of_column(path, 0)) == [(1, "Ref"), (2, "P1"), (4, "Siân"), (5, "")]
    assert list(cells_of_column(path, 1)) == [(1, "FTE"), (2, "1"), (4, "0.6"), (5, "1")]


def test_a_text_in_the_cell_itself_is_read_as_well_as_one_in_the_list_of_texts(
    tmp_path: Path,
) -> None:
    body = row(1, inline("A1", "Ref")) + row(2, inline("A2", "O&amp;M")) + row(3, cell("A3", "5"))
    assert list(cells_of_column(with_sheet(tmp_path / "in.xlsx", body), 0)) == [
        (1, "Ref"),
        (2, "O&M"),
        (3, "5"),
    ]


def test_cells_that_do_not_say_where_they_stand_are_counted(tmp_path: Path) -> None:
    body = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert list(cells_of_column(with_sheet(tmp_path / "in.xlsx", body), 0)) == [(1, 1), (2, 3)]
    assert list(cells_of_column(with_sheet(tmp_path / "in.xlsx", body), 1)) == [(1, 2)]


def test_a_sheet_that_is_read_in_pieces_loses_no_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "in.xlsx", [("Ref", "x" * 20)] + [(f"P{n}", n) for n in range(200)])
    monkeypatch.setattr("payapp.files.one_column._PIECE", 700)
    assert [found for _, found in cells_of_column(path, 0)] == [
        "Ref",
        *(f"P{n}" for n in range(200)),
    ]


def test_what_is_damaged_ends_the_column_and_refuses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")
    assert list(cells_of_column(path, 0)) == []
    text = tmp_path / "in.csv"
    text.write_text("Ref,FTE\nP1," + "9" * 200_000, "utf-8")
    assert list(cells_of_column(text, 0)) == [(1, "Ref")]
