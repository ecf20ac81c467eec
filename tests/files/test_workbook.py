import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from payapp.check import check
from payapp.domain.plain_tables import Cell, Measure, Table, Tally, WorkbookWords
from payapp.domain.refusals import Refused
from payapp.files.workbook import clean_text, row_height, widths, write_workbook
from payapp.report.assessment_tables import assessment_tables, workbook_words
from payapp.report.wording import Wording
from tests.worked import SENCO, case, library

WORDS = WorkbookWords("Total", "Total as computed", "OK", "differs", "Page {page} of {pages}", "…")
HEADINGS = ("Name", "From", "Amount", "Share")
KINDS = ("text", "date", "money", "number")
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Siân O'Neill", date(2026, 9, 1), Decimal("2191.50"), Decimal("0.6")),
    ("B", None, Decimal(1200), 1),
)
HOSTILE = (
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.org","click")',
    "@SUM(A1:A9)",
    "+1",
    "-1",
    "\t=1+1",
    "#N/A",
    "#REF!",
    "=1+1",
    "'quoted",
    "O'Neill",
    "Siân",
    "TRUE",
    "00123",
    "2026-09-01",
    "http://example.org",
)


def table(rows: Sequence[Sequence[Cell]] = ROWS, **more: Any) -> Table:
    return Table("People", HEADINGS, KINDS, rows, **more)


def written(tmp_path: Path, *tables: Table, values: bool = False) -> Any:
    path = tmp_path / "out.xlsx"
    write(path, *tables)
    return load_workbook(path, data_only=values)


def write(path: Path, *tables: Table) -> None:
    write_workbook(path, tables, title="A title", data_version="data 1", words=WORDS)


def sheet(tmp_path: Path, one: Table) -> Worksheet:
    found: Worksheet = written(tmp_path, one)[one.name]
    return found


def of_text(text: str, tmp_path: Path) -> Any:
    one = Table("Text", ("Text",), ("text",), ((text,),))
    return sheet(tmp_path, one)["A2"]


def test_numbers_and_dates_are_numbers_and_dates(tmp_path: Path) -> None:
    found = sheet(tmp_path, table())
    assert found["B2"].value == datetime(2026, 9, 1)  # noqa: DTZ001 - a sheet has no time zones
    assert found["B2"].is_date
    assert found["C2"].value == 2191.5
    assert found["C2"].data_type == "n"
    assert found["D2"].value == 0.6
    assert found["B3"].value is None


def test_money_shows_pounds_and_has_pence_only_where_an_amount_has_some(tmp_path: Path) -> None:
    assert "£" in sheet(tmp_path, table())["C3"].number_format
    assert sheet(tmp_path, table())["C3"].number_format.endswith("0.00")
    whole = table((("A", None, Decimal(3), None),))
    assert sheet(tmp_path, whole)["C2"].number_format.endswith("#,##0")


def test_the_heading_is_bold_frozen_filtered_and_repeated_on_paper(tmp_path: Path) -> None:
    found = sheet(tmp_path, table())
    assert [cell.value for cell in found[1]] == list(HEADINGS)
    assert all(cell.font.bold for cell in found[1])
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref == "A1:D3"
    assert found.print_title_rows == "$1:$1"


def test_an_introduction_stands_above_the_heading(tmp_path: Path) -> None:
    found = sheet(tmp_path, table(introduction=("What this is.", "And what not.")))
    assert found["A1"].value == "What this is."
    assert found["A4"].value == "Name"
    assert found.freeze_panes == "A5"
    assert found.auto_filter.ref == "A4:D6"
    assert found.print_title_rows == "$4:$4"


def test_a_sheet_is_ready_for_paper(tmp_path: Path) -> None:
    found = sheet(tmp_path, table())
    assert found.page_setup.orientation == "landscape"
    assert found.page_setup.fitToWidth == 1
    assert found.page_setup.fitToHeight == 0
    assert found.sheet_properties.pageSetUpPr is not None
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert found.oddHeader is not None
    assert found.oddFooter is not None
    assert found.oddHeader.left.text == "&F"
    assert found.oddHeader.right.text == "data 1"
    assert found.oddHeader.left.size == found.oddHeader.right.size == 8
    assert found.oddFooter.center.text == "Page &P of &N"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    cell = of_text(text, tmp_path)
    assert cell.value == text
    assert cell.data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "#N/A"])
def test_text_that_looks_live_stays_text_when_it_is_typed_again(tmp_path: Path, text: str) -> None:
    assert of_text(text, tmp_path).quotePrefix


@pytest.mark.parametrize("place", ["title", "name", "heading", "introduction", "tally"])
def test_no_text_becomes_a_formula_wherever_it_stands(tmp_path: Path, place: str) -> None:
    live = "=1+1"
    one = Table(
        "T",
        (live if place == "heading" else "H", "Computed", "Live", "Result"),
        ("text", "number", "number", "text"),
        (),
        introduction=(live,) if place == "introduction" else (),
        tallies=(Tally(live if place == "tally" else "t", "T", "Computed", Measure.COUNT, 1),),
    )
    path = tmp_path / "out.xlsx"
    write_workbook(path, (one,), title=live, data_version="v", words=WORDS)
    formulas = [
        cell.value for row in load_workbook(path)["T"] for cell in row if cell.data_type == "f"
    ]
    assert len(formulas) == 2
    assert live not in formulas


def test_control_characters_and_halves_of_characters_are_left_out(tmp_path: Path) -> None:
    assert of_text("a\x00b\x07c\x1bd\ud800e\ufffe", tmp_path).value == "abcde"


def test_lines_of_a_text_stay_lines(tmp_path: Path) -> None:
    assert of_text("one\r\ntwo\rthree\nfour", tmp_path).value == "one\ntwo\nthree\nfour"


def test_a_text_of_forty_thousand_letters_is_cut_and_says_so(tmp_path: Path) -> None:
    value = of_text("x" * 40_000, tmp_path).value
    assert len(value) == 32_767
    assert value.endswith("x…")


def test_a_text_as_long_as_a_cell_can_hold_is_whole() -> None:
    assert clean_text("x" * 32_767, "…") == "x" * 32_767


def test_characters_that_take_two_places_are_counted_as_two() -> None:
    cut = clean_text("😀" * 20_000, "…")
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut == "😀" * 16_383 + "…"


def test_totals_are_live_with_the_computed_value_below(tmp_path: Path) -> None:
    found = sheet(tmp_path, table(totals=("Amount",)))
    assert found["A5"].value == "Total"
    assert found["C5"].value == "=SUM(C2:C3)"
    assert found["A6"].value == "Total as computed"
    assert found["C6"].value == 3391.5
    assert found["D5"].value is None


def test_the_filter_leaves_the_totals_out(tmp_path: Path) -> None:
    assert sheet(tmp_path, table(totals=("Amount",))).auto_filter.ref == "A1:D3"


def checks() -> Table:
    return Table(
        "Checks",
        ("Check", "Computed", "Live", "Result"),
        ("text", "number", "number", "text"),
        (),
        tallies=(
            Tally("Rows", "People", "Name", Measure.COUNT, 2),
            Tally("Amounts", "People", "Amount", Measure.SUM, Decimal("3391.50")),
        ),
    )


def test_a_tally_is_counted_again_beside_the_computed_number(tmp_path: Path) -> None:
    found = written(tmp_path, table(), checks())["Checks"]
    assert [cell.value for cell in found[2]] == [
        "Rows",
        2,
        "=COUNTA('People'!A2:A3)",
        '=IF(ABS(C2-B2)<0.005,"OK","differs")',
    ]
    assert found["C3"].value == "=SUM('People'!C2:C3)"


def test_formulas_stand_only_in_totals_and_tallies(tmp_path: Path) -> None:
    book = written(tmp_path, table(totals=("Amount",)), checks())
    live = {
        f"{found.title}!{cell.coordinate}"
        for found in book
        for row in found
        for cell in row
        if cell.data_type == "f"
    }
    assert live == {"People!C5", "Checks!C2", "Checks!D2", "Checks!C3", "Checks!D3"}


def test_a_table_without_rows_has_its_heading(tmp_path: Path) -> None:
    found = sheet(tmp_path, table((), totals=("Amount",)))
    assert found["A1"].value == "Name"
    assert found.auto_filter.ref == "A1:D1"
    assert found["C4"].value == 0


def test_columns_fit_their_texts_and_share_a_page() -> None:
    short = Table("T", ("A", "Longer heading"), ("text", "text"), (("a", "x" * 30),))
    assert widths(short) == (9, 32)
    wide = Table("T", tuple("abcdefg"), ("text",) * 7, (("x" * 200,) * 7,))
    assert sum(widths(wide)) <= 190


def test_a_column_that_the_highest_row_would_cut_takes_from_those_that_need_least() -> None:
    long, short = "x" * 1000, "y" * 70
    made = Table("T", ("A", "B", "C", "D"), ("text",) * 4, ((long, short, short, short),))
    found = widths(made)
    assert sum(found) <= 190
    assert found[1:] == (47, 47, 47), "a thousand letters need no more than the 48 they share"
    taller = widths(made._replace(rows=((long * 3, short, short, short),)))
    assert sum(taller) == sum(found)
    assert taller[0] == 112
    height = row_height((long * 3, short, short, short), taller)
    assert height == 405, "27 lines are the most that a row has room for"
    endless = widths(made._replace(rows=((long * 30, short, short, short),)))
    assert endless[1:] == (18, 18, 18), "headings keep their room"
    assert widths(made._replace(rows=((long * 30,) * 4,))) == found


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    assert row_height(("a", "b"), (10, 10)) is None
    assert row_height(("x" * 35, "b"), (10, 10)) == 60
    assert row_height(("one\ntwo", None), (10, 10)) == 30
    assert row_height(("x" * 9999,), (10,)) == 405


def test_the_properties_name_the_program_and_nobody(tmp_path: Path) -> None:
    properties = written(tmp_path, table()).properties
    assert properties.creator == "payapp"
    assert properties.lastModifiedBy is None
    assert properties.title == "A title"


def test_the_same_tables_make_the_same_sheets(tmp_path: Path) -> None:
    contents = []
    for name in ("one.xlsx", "two.xlsx"):
        write(tmp_path / name, table(), checks())
        with zipfile.ZipFile(tmp_path / name) as packed:
            held = {part: packed.read(part) for part in packed.namelist()}
        held.pop("docProps/core.xml")
        contents.append(held)
    assert contents[0] == contents[1]


def test_a_workbook_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_text("older")
    write(path, table())
    assert load_workbook(path).sheetnames == ["People"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.xlsx"]


@pytest.mark.parametrize("place", ["no such folder/out.xlsx", "."])
def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(
    tmp_path: Path, place: str
) -> None:
    with pytest.raises(Refused) as refused:
        write(tmp_path / place, table())
    assert str(refused.value).endswith(".")
    assert not list(tmp_path.iterdir())


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_every_check_again_and_agrees(tmp_path: Path) -> None:
    pay = {"range": "upper-pay-range", "point": "U3", "salary": 40000, "basis": "received"}
    assessment = check(case({**SENCO, "school_type": "special"}, pay), library())
    wording = Wording.load()
    path = tmp_path / "case.xlsx"
    write_workbook(
        path,
        assessment_tables(assessment, library(), wording),
        title="Case",
        data_version=assessment.data_version,
        words=workbook_words(wording),
    )
    computed = {row[0]: row[1:] for row in recalculated(path)["Checks"].iter_rows(values_only=True)}
    results = [row for name, row in computed.items() if name and row[-1] in {"OK", "differs"}]
    assert len(results) == 7
    assert all(row[-1] == "OK" for row in results)
    short = computed["Short a year, all findings together"]
    assert short[0] == short[1] > 0


def recalculated(path: Path) -> Any:
    """Return a workbook as LibreOffice saves it after working out every formula."""
    assert SOFFICE is not None
    home = path.parent / "office"
    out = path.parent / "recalculated"
    command = [SOFFICE, f"-env:UserInstallation={home.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return load_workbook(out / path.name, data_only=True)


def test_a_bold_heading_has_the_room_of_its_lines(tmp_path: Path) -> None:
    narrow = Table(
        "Money", ("Short", "Short a month if the award is confirmed"), ("text", "money"), ()
    )
    assert sheet(tmp_path, narrow).row_dimensions[1].height == 60
