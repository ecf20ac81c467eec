from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from payapp.domain.refusals import Refused
from payapp.files import sheets
from payapp.files.sheets import read_sheet

COLUMNS = ("item", "valid_from", "amount")


def saved(path: Path, *rows: Sequence[Any]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def test_cells_read_as_a_csv_file_would_have_them(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "award.xlsx",
        COLUMNS,
        ("tlr1", date(2026, 9, 1), 10531),
        ("tlr2", datetime.fromisoformat("2026-09-01T00:00:00"), 3651.0),
        (None, None, None),
        ("tlr3", "2026-09-01", 19.45),
        ("tlr4", "2026-09-01", None),
    )
    table = read_sheet(path, COLUMNS)
    assert table.name == "award.xlsx"
    assert [(line.number, *line.values.values()) for line in table.lines] == [
        (2, "tlr1", "2026-09-01", "10531"),
        (3, "tlr2", "2026-09-01", "3651"),
        (5, "tlr3", "2026-09-01", "19.45"),
        (6, "tlr4", "2026-09-01", ""),
    ]


def test_a_column_too_many_is_refused_by_its_name(tmp_path: Path) -> None:
    path = saved(tmp_path / "award.xlsx", (*COLUMNS, "bonus"), ("tlr1", "2026-09-01", 1, 2))
    with pytest.raises(Refused) as refusal:
        read_sheet(path, COLUMNS)
    assert str(refusal.value) == (
        "award.xlsx, row 1, column bonus: the column is not known;"
        " the columns are item, valid_from, amount."
    )


def test_a_value_beside_the_table_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "award.xlsx", COLUMNS, ("tlr1", "2026-09-01", 1, "note"))
    with pytest.raises(Refused, match="row 2: the row has 4 values and the heading has 3"):
        read_sheet(path, COLUMNS)


def test_an_empty_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^award.xlsx: the file is empty; "):
        read_sheet(saved(tmp_path / "award.xlsx"), COLUMNS)


@pytest.mark.parametrize("content", [b"", b"item,amount\n", b"PK\x03\x04 cut off"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "award.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused) as refusal:
        read_sheet(path, COLUMNS)
    assert str(refusal.value) == (
        "award.xlsx: it cannot be read as a workbook; save it again as an Excel workbook (.xlsx)."
    )


def test_a_workbook_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read as a workbook"):
        read_sheet(tmp_path / "none.xlsx", COLUMNS)


def test_a_workbook_too_large_is_refused_unopened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "award.xlsx", COLUMNS)
    monkeypatch.setattr(sheets, "MOST_BYTES", 10)
    with pytest.raises(Refused, match="larger than 20 MB"):
        read_sheet(path, COLUMNS)


def test_a_sheet_with_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "award.xlsx", COLUMNS, *[("tlr1", "2026-09-01", 1)] * 9)
    monkeypatch.setattr(sheets, "MOST_ROWS", 5)
    with pytest.raises(Refused) as refusal:
        read_sheet(path, COLUMNS)
    assert str(refusal.value) == "award.xlsx: the sheet has more than 5 rows; split it."


def test_a_cell_at_the_far_corner_does_not_widen_the_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(COLUMNS)
    sheet.append(("tlr1", "2026-09-01", 1))
    sheet["XFD2"] = "far"
    path = tmp_path / "award.xlsx"
    book.save(path)
    assert len(read_sheet(path, COLUMNS).lines) == 1


def test_a_workbook_cut_off_inside_its_sheet_is_refused(tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.xlsx", COLUMNS, *[("tlr1", "2026-09-01", 1)] * 50)
    path = tmp_path / "award.xlsx"
    with ZipFile(whole) as book, ZipFile(path, "w") as cut:
        for name in book.namelist():
            content = book.read(name)
            cut.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    with pytest.raises(Refused, match="cannot be read as a workbook"):
        read_sheet(path, COLUMNS)
