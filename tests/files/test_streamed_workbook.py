import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from payapp.domain.plain_tables import Measure, Tally, WorkbookWords
from payapp.domain.refusals import Refused
from payapp.domain.sheet_plans import Chart, Ending, SheetPlan
from payapp.files.streamed_workbook import StreamedWorkbook

WORDS = WorkbookWords("Total", "Computed", "OK", "differs", "Page {page} of {pages}", " [cut]")
PEOPLE = SheetPlan("People", ("Ref", "Gap", "On"), ("text", "money", "date"), (20, 12, 16))
CHECKS = SheetPlan(
    "Checks", ("What", "Computed", "Live", "Result"), ("text", *["number"] * 2, "text"), (40,) * 4
)
HOSTILE = (
    *("=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "@SUM(1)", "+1", "-1", "#N/A", "'quoted"),
    *("\ttab", "O'Neill", "Siân", "a & b < c > d", "line\nbreak", " padded "),
)


def book(path: Path, *plans: SheetPlan, most_rows: int = 100) -> StreamedWorkbook:
    return StreamedWorkbook(
        path,
        plans or (PEOPLE,),
        title="T",
        words=WORDS,
        most_rows=most_rows,
    )


def written(path: Path, *, values: bool = False) -> Any:
    return load_workbook(path, data_only=values)


def test_rows_are_written_as_text_numbers_and_dates(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx")
    made.add("People", ("P1", Decimal("651.50"), date(2026, 9, 1)))
    made.add("People", ("P2", None, None))
    made.finish(Ending())
    sheet = written(tmp_path / "out.xlsx")["People"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=1)] == [
        ["Ref", "Gap", "On"]
    ]
    assert sheet["B2"].value == 651.5
    assert "£" in sheet["B2"].number_format
    assert sheet["C2"].value.date() == date(2026, 9, 1)
    assert sheet["A3"].value == "P2"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_arrives_as_text_whatever_it_begins_with(tmp_path: Path, text: str) -> None:
    made = book(tmp_path / "out.xlsx")
    made.add("People", (text, None, None))
    made.finish(Ending())
    cell = written(tmp_path / "out.xlsx")["People"]["A2"]
    assert cell.value == text
    assert cell.data_type in {"s", "inlineStr"}


def test_text_beyond_what_a_cell_holds_is_cut_and_says_so(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx")
    made.add("People", ("x" * 40_000, None, None))
    made.add("People", ("bell\x07", None, None))
    made.finish(Ending())
    sheet = written(tmp_path / "out.xlsx")["People"]
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith(" [cut]")
    assert sheet["A3"].value == "bell"


def test_a_heading_is_frozen_filtered_and_repeated_on_paper(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx")
    made.add("People", ("P1", None, None))
    made.finish(Ending("v1 & v2"))
    sheet = written(tmp_path / "out.xlsx")["People"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width == 20
    assert sheet.oddHeader.right.text == "v1 && v2"


def test_rows_of_a_ranked_sheet_are_put_in_order(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", PEOPLE._replace(is_ranked=True))
    for rank in (3, 1, 2):
        made.add("People", (f"P{rank}", None, None), rank)
    made.finish(Ending())
    sheet = written(tmp_path / "out.xlsx")["People"]
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == ["P1", "P2", "P3"]


def test_every_sheet_is_headed_also_one_that_goes_on(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", PEOPLE, CHECKS, most_rows=2)
    for number in range(3):
        made.add("People", (f"P{number}", None, None))
    made.finish(Ending("England figures"))
    sheets = written(tmp_path / "out.xlsx").worksheets
    assert [each.title for each in sheets] == ["People", "People 2", "People 3", "Checks"]
    assert {each.oddHeader.right.text for each in sheets} == {"England figures"}


def test_a_sheet_that_is_full_goes_on_in_a_second_one(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", PEOPLE, CHECKS, most_rows=3)
    for number in range(5):
        made.add("People", (f"P{number}", number, None))
    tally = Tally("Gaps", "People", "Gap", Measure.SUM, 10)
    count = Tally("People", "People", "Ref", Measure.COUNT, 5)
    made.finish(Ending("", "Checks", (tally, count)))
    found = written(tmp_path / "out.xlsx")
    assert found.sheetnames == ["People", "People 2", "People 3", "Checks"]
    assert [found[f"People{more}"].max_row for more in ("", " 2", " 3")] == [3, 3, 2]
    assert found["People 2"]["A1"].value == "Ref"
    assert found["Checks"]["C2"].value == (
        "=SUM('People'!B2:B3)+SUM('People 2'!B2:B3)+SUM('People 3'!B2:B2)"
    )
    assert found["Checks"]["C3"].value.startswith("=COUNTA('People'!A2:A3)")


def test_a_live_number_stands_beside_the_computed_one_with_its_result(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", PEOPLE, CHECKS)
    made.add("People", ("P1", Decimal("651.50"), None))
    made.finish(
        Ending("", "Checks", (Tally("Gaps", "People", "Gap", Measure.SUM, Decimal("651.50")),))
    )
    formulas = written(tmp_path / "out.xlsx")["Checks"]
    values = written(tmp_path / "out.xlsx", values=True)["Checks"]
    assert formulas["C2"].value == "=SUM('People'!B2:B2)"
    assert formulas["D2"].value == '=IF(ABS(C2-B2)<0.005,"OK","differs")'
    assert [values[f"{letter}2"].value for letter in "ABCD"] == ["Gaps", 651.5, 651.5, "OK"]


def test_a_sheet_without_rows_can_still_be_counted(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", PEOPLE, CHECKS)
    made.finish(Ending("", "Checks", (Tally("People", "People", "Ref", Measure.COUNT, 0),)))
    found = written(tmp_path / "out.xlsx")
    assert found["Checks"]["C2"].value == "=COUNTA('People'!A2:A2)"


def test_a_chart_shows_rows_of_its_sheet(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", CHECKS)
    made.add("Checks", ("a", 1, None, None))
    made.add("Checks", ("b", 2, None, None))
    made.finish(Ending(charts=(Chart("Checks", "How many", 1, 2, "What", "Computed"),)))
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "'Checks'!$B$2:$B$3" in chart
    assert "'Checks'!$A$2:$A$3" in chart
    assert "How many" in chart


def test_the_same_rows_give_the_same_bytes_but_for_the_time(tmp_path: Path) -> None:
    parts = []
    for name in ("a.xlsx", "b.xlsx"):
        made = book(tmp_path / name, PEOPLE, CHECKS)
        for number in range(20):
            made.add("People", (f"P{number}", Decimal(number), None))
        made.finish(Ending("", "Checks", (Tally("P", "People", "Ref", Measure.COUNT, 20),)))
        with zipfile.ZipFile(tmp_path / name) as archive:
            held = {
                info.filename: (info.date_time, archive.read(info)) for info in archive.filelist
            }
        day, core = held.pop("docProps/core.xml")
        held["docProps/core.xml"] = day, re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"", core)
        parts.append(held)
    assert parts[0] == parts[1]


def test_no_user_is_named_in_the_properties(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx")
    made.finish(Ending())
    found = written(tmp_path / "out.xlsx").properties
    assert (found.creator, found.lastModifiedBy, found.title) == ("payapp", None, "T")


def test_what_cannot_be_written_is_refused_and_leaves_what_was_there(tmp_path: Path) -> None:
    made = book(tmp_path / "no" / "out.xlsx")
    made.add("People", ("P1", None, None))
    with pytest.raises(Refused, match="cannot be written"):
        made.finish(Ending())
    made.close()
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_was_not_finished_is_put_away(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", PEOPLE._replace(is_ranked=True), CHECKS)
    made.add("People", ("P1", None, None), 1)
    made.close()
    made.close()
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_are_kept_at_once_all_arrive(tmp_path: Path) -> None:
    made = book(tmp_path / "out.xlsx", most_rows=5000)
    for number in range(1_500):
        made.add("People", (f"P{number}", number, None))
    made.finish(Ending())
    sheet = written(tmp_path / "out.xlsx")["People"]
    assert sheet.max_row == 1_501
    assert sheet["A1501"].value == "P1499"
