"""A payroll from file to file: what the command line and the window have in common."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from payapp.domain.refusals import Refused
from payapp.payroll import differences, kit, opened_sheet, refuse_to_replace, write_comparison
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Change, Difference

WORDING = Wording.load()
RESULT = ("Reference", "Verdict", "Reasons", "Gap a year")
LAST = (("P1", "appropriate", "", "0"), ("P2", "questionable", "tlr:below-advisory", "0"))
THIS = (("P1", "not-appropriate", "base-pay:below", "651.50"), ("P3", "appropriate", "", "0"))


def write(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def results(tmp_path: Path) -> tuple[Path, Path]:
    last, this = tmp_path / "last.csv", tmp_path / "this.csv"
    return write(last, (RESULT, *LAST)), write(this, (RESULT, *THIS))


@pytest.fixture
def found(results: tuple[Path, Path]) -> list[Difference]:
    return differences(*results, WORDING)


def test_its_parts_can_be_made_by_another_process() -> None:
    assert all(part.__module__.startswith("payapp.") for part in kit())


def test_a_sheet_is_opened_by_the_usual_headings_and_those_that_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "staff.csv", [("Ref", "FTE", "Our pay"), ("P1", "1", "46940")])
    with opened_sheet(path, {}, WORDING, with_names=True) as (file, opened):
        assert opened.layout.columns == {"reference", "fte"}
        assert file.total == 2
    meanings = {"our pay": ("salary", "")}
    with opened_sheet(path, meanings, WORDING, with_names=True) as (_, opened):
        assert opened.layout.columns == {"reference", "fte", "salary"}
        assert [row.cells for row in opened.rows] == [("P1", "1", "46940")]


def test_a_sheet_without_headings_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "staff.csv", [("a", "b"), ("c", "d")])
    words = r"^staff\.csv: no row near the top looks like the headings"
    with pytest.raises(Refused, match=words), opened_sheet(path, {}, WORDING, with_names=True):
        pass


def test_a_result_may_take_any_place_but_that_of_what_it_is_made_of(tmp_path: Path) -> None:
    read = write(tmp_path / "staff.csv", [("a",)])
    other = write(tmp_path / "other.csv", [("a",)])
    refuse_to_replace(read, other, WORDING)
    refuse_to_replace(read, tmp_path / "new.csv", WORDING)
    refuse_to_replace(tmp_path / "new.csv", other, WORDING)
    with pytest.raises(Refused, match="take the place of what is read; name another file"):
        refuse_to_replace(read, tmp_path / "." / "staff.csv", WORDING)


def test_what_differs_between_two_results_is_found(found: list[Difference]) -> None:
    told = [(each.reference, each.change, each.code) for each in found]
    assert told == [
        ("P1", Change.NEW, "base-pay:below"),
        ("P3", Change.NEW_PERSON, ""),
        ("P2", Change.GONE_PERSON, ""),
    ]


def test_a_comparison_is_written_as_a_workbook_or_as_text(
    found: list[Difference], tmp_path: Path
) -> None:
    assert write_comparison(tmp_path / "out.xlsx", found, WORDING) == []
    rows = list(load_workbook(tmp_path / "out.xlsx")["Changes"].iter_rows(values_only=True))
    assert rows[1][:7] == (
        "P1",
        "new",
        "base-pay:below",
        *("appropriate", "not-appropriate"),
        0,
        651.5,
    )
    assert write_comparison(tmp_path / "out.csv", found, WORDING) == []
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert lines[-1] == "P2,gone-person,,questionable,,0.00,,This person is not in the later result"


def test_what_a_killed_run_left_of_a_comparison_is_deleted(
    found: list[Difference], tmp_path: Path
) -> None:
    part = tmp_path / "out.csv.abcdefgh.part"
    part.touch()
    assert write_comparison(tmp_path / "out.csv", found, WORDING) == []
    assert not part.exists()


def test_a_file_that_is_no_result_is_not_compared(
    results: tuple[Path, Path], tmp_path: Path
) -> None:
    other = write(tmp_path / "staff.csv", [("Ref", "FTE")])
    with pytest.raises(Refused, match=r"^staff\.csv: it is no result of a spot check"):
        differences(other, results[1], WORDING)
