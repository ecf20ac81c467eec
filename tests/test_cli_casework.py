"""The commands of casework, run in the test's own process."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.command_line import Captured, answer, refusal

EXAMPLES = Path(__file__).resolve().parents[1] / "resources" / "examples"
SHORT = str(EXAMPLES / "england-special-school-without-allowance.json")
OPEN = str(EXAMPLES / "england-cannot-be-told.json")
LEADER = str(EXAMPLES / "england-senco-leadership-range.json")

pytestmark = pytest.mark.usefixtures("qapp")

N4 = {
    "schema": 1,
    "reference": "Case N4 / 2024",
    "nation": "northern-ireland",
    "on": "2025-01-15",
    "post": {"employer": "maintained", "role": "class-teacher", "fte": 1},
    "pay": {"range": "main-pay-scale", "point": "M2", "salary": 30000, "basis": "received"},
}


@pytest.fixture
def n4(tmp_path: Path) -> str:
    return written(tmp_path / "n4.json", N4)


def written(path: Path, held: dict[str, Any]) -> str:
    path.write_text(json.dumps(held), encoding="utf-8")
    return str(path)


PERIOD = ("--from", "2024-09-01", "--to", "2025-05-31")


def test_arrears_prints_one_object_with_its_totals_first(capsys: Captured, n4: str) -> None:
    held = json.loads(answer(capsys, "arrears", n4, *PERIOD, "--json"))
    assert list(held)[:2] == ["total", "total_high"]
    assert held["total"] == 1237.5
    assert [month["shortfall"] for month in held["months"]] == [137.5] * 9


def test_arrears_prints_sentences_and_writes_a_workbook(
    capsys: Captured, n4: str, tmp_path: Path
) -> None:
    out = tmp_path / "arrears.xlsx"
    told = answer(capsys, "arrears", n4, *PERIOD, "--xlsx", str(out))
    assert "At least £1,237.50 appears to be owed to you" in told
    assert load_workbook(out).sheetnames == ["Arrears", "Arrears by subject", "Checks"]


def heads(path: Path) -> set[str]:
    """Return what the pages of a workbook are headed by."""
    book: Any = load_workbook(path)
    return {str(sheet.oddHeader.right.text) for sheet in book.worksheets}


def test_the_pages_of_the_workbooks_are_headed_by_the_figures_in_a_sentence(
    capsys: Captured, n4: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    answer(capsys, "arrears", n4, *PERIOD, "--xlsx", str(out))
    (head,) = heads(out)
    assert head.startswith("Northern Ireland figures: from September 2024, award confirmed")
    answer(capsys, "compare", OPEN, LEADER, "--xlsx", str(out))
    (head,) = heads(out)
    assert head.startswith("England figures: from September 20")
    assert head.count("(data ") == 1


def test_arrears_of_a_period_that_ends_first_are_refused(capsys: Captured, n4: str) -> None:
    told = refusal(capsys, "arrears", n4, "--from", "2025-05-31", "--to", "2025-05-30")
    assert "the period ends on 30 May 2025, before it begins on 31 May 2025" in told


@pytest.mark.parametrize("command", ["arrears", "change", "time", "pack", "compare"])
def test_a_case_that_its_nation_does_not_know_is_refused_by_its_file(
    capsys: Captured, tmp_path: Path, command: str
) -> None:
    path = written(tmp_path / "odd.json", {**N4, "pay": {"range": "main-grade"}})
    more = {
        "arrears": PERIOD,
        "pack": ("--out", str(tmp_path / "out")),
        "compare": (SHORT,),
    }
    told = refusal(capsys, command, path, *more.get(command, ()))
    assert told.startswith("odd.json, field pay.range: 'main-grade'")
    assert not (tmp_path / "out").exists()


def test_compare_prints_columns_and_one_object(capsys: Captured) -> None:
    told = answer(capsys, "compare", OPEN, LEADER)
    assert "Offers side by side" in told
    held = json.loads(answer(capsys, "compare", OPEN, LEADER, "--json"))
    assert [len(held["offers"]), len(held["differences"])] == [2, 1]


def test_compare_writes_a_workbook_with_the_offers_in_columns(
    capsys: Captured, tmp_path: Path
) -> None:
    out = tmp_path / "offers.xlsx"
    answer(capsys, "compare", OPEN, LEADER, "--xlsx", str(out))
    book = load_workbook(out)
    assert book.sheetnames == ["Offers in columns", "Offers"]
    cells = [cell for row in book["Offers in columns"].iter_rows(values_only=True) for cell in row]
    assert "Working time" in cells
    assert "There is no limit on hours or days." in cells


@pytest.mark.parametrize("number", [1, 5])
def test_compare_takes_two_to_four_cases(capsys: Captured, number: int) -> None:
    told = refusal(capsys, "compare", *[LEADER] * number)
    assert f"{number} case files were given; give two, three or four." in told


def test_change_says_what_would_turn_the_answer(capsys: Captured) -> None:
    assert "the other tests are met" in answer(capsys, "change", OPEN)


def test_time_takes_hours_a_year_for_each_duty(capsys: Captured) -> None:
    told = answer(capsys, "time", SHORT, "--teaching", "700", "--sen", "126.5")
    assert "Teaching: 700 hours." in told
    assert "Special needs duties: 126.5 hours." in told


def test_time_refuses_what_is_no_number_of_hours(capsys: Captured) -> None:
    assert "'many' is not a number of hours" in refusal(capsys, "time", SHORT, "--sen", "many")


def test_pack_writes_a_text_a_workbook_and_a_pdf_by_the_reference(
    capsys: Captured, n4: str, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    told = answer(capsys, "pack", n4, "--out", str(folder))
    endings = (".pdf", ".txt", ".xlsx")
    names = [f"case-n4-2024-2025-01-15{ending}" for ending in endings]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert all(name in told for name in names)
    assert (folder / names[0]).read_bytes().startswith(b"%PDF-1.")
    text = (folder / names[1]).read_text(encoding="utf-8")
    assert "What was due and what was paid, 1 September 2024 to 15 January 2025" in text


def test_pack_without_a_reference_is_named_by_the_case_file(
    capsys: Captured, tmp_path: Path
) -> None:
    path = written(tmp_path / "My case.json", {**N4, "reference": ""})
    answer(capsys, "pack", path, "--out", str(tmp_path), *PERIOD)
    assert (tmp_path / "my-case-2025-01-15.xlsx").exists()


@pytest.mark.parametrize("out", ["n4.json", "missing/folder"])
def test_pack_refuses_a_place_where_there_is_no_folder(
    capsys: Captured, n4: str, tmp_path: Path, out: str
) -> None:
    told = refusal(capsys, "pack", n4, "--out", str(tmp_path / out))
    assert "this is no folder" in told
    assert [path.name for path in tmp_path.iterdir()] == ["n4.json"]


def test_without_qt_no_pack_is_written(
    capsys: Captured, n4: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "payapp.gui.pack_files", raising=False)
    monkeypatch.setitem(sys.modules, "payapp.gui.printing", None)
    told = refusal(capsys, "pack", n4, "--out", str(tmp_path / "papers"))
    assert told.startswith("papers: the libraries that draw it are missing on this computer")
    assert not (tmp_path / "papers").exists()
