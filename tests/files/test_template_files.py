import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from payapp.domain.refusals import Refused
from payapp.domain.templates import Template
from payapp.files.template_files import write_template

TEMPLATE = Template(
    "People",
    ("reference", "basis", "met", "asked", "on", "fte"),
    [("P1", "received", "yes", None, date(2026, 10, 1), Decimal("0.6"))],
    {"basis": ("full-time-equivalent", "received"), "met": ("yes", "no"), "asked": ("yes", "no")},
    "Choices",
    "Notes",
    [("Column", "What"), ("reference", "Who it is.")],
)


def test_the_first_sheet_has_headings_and_worked_rows_below(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", TEMPLATE)
    book: Any = load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["People", "Notes", "Choices"]
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(TEMPLATE.headings)
    assert sheet["F2"].value == 0.6
    assert sheet["E2"].value.date() == date(2026, 10, 1)
    assert sheet["A1"].font.bold


def test_columns_of_choices_have_drop_downs_and_share_their_lists(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", TEMPLATE)
    book: Any = load_workbook(tmp_path / "t.xlsx")
    found = {
        each.formula1: str(each.sqref).replace("C2:C5000 D2:D5000", "C2:D5000")
        for each in book["People"].data_validations.dataValidation
    }
    assert found == {
        "'Choices'!$A$2:$A$3": "B2:B5000",
        "'Choices'!$B$2:$B$3": "C2:D5000",
    }
    assert [cell.value for cell in book["Choices"]["B"]] == ["met", "yes", "no"]


def test_notes_explain_each_column(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", TEMPLATE)
    notes: Any = load_workbook(tmp_path / "t.xlsx")["Notes"]
    assert [[cell.value for cell in row] for row in notes] == [
        ["Column", "What"],
        ["reference", "Who it is."],
    ]


def test_a_template_in_text_has_the_same_rows(tmp_path: Path) -> None:
    write_template(tmp_path / "t.csv", TEMPLATE)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [list(TEMPLATE.headings), ["P1", "received", "yes", "", "2026-10-01", "0.6"]]


def test_a_template_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.xlsx or \.csv"):
        write_template(tmp_path / "t.pdf", TEMPLATE)
    assert list(tmp_path.iterdir()) == []
