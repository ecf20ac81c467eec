from decimal import Decimal
from pathlib import Path

import pytest

from payapp.domain.plain_tables import WorkbookWords
from payapp.domain.refusals import Refused
from payapp.domain.sheet_plans import Ending, SheetPlan
from payapp.files.result_files import read_people, result_sink
from payapp.files.streamed_workbook import StreamedWorkbook
from tests.files.workbooks import workbook

WORDS = WorkbookWords("Total", "Computed", "OK", "differs", "Page {page}", " [cut]")
HEADINGS = ("Ref", "Verdict", "Codes", "Gap")
PEOPLE = SheetPlan("People", HEADINGS, ("text",) * 3 + ("money",), (9,) * 4, True, "")
ERRORS = SheetPlan("Errors", ("Ref", "What"), ("text", "text"), (9, 9), False, "-errors")
REASONS = SheetPlan("Reasons", ("Ref",), ("text",), (9,))
PLANS = (PEOPLE, REASONS, ERRORS)


def write(path: Path) -> None:
    sink = result_sink(path, PLANS, title="T", words=WORDS)
    sink.add("People", ("=B", "appropriate", None, 0), 2)
    sink.add("People", ("A", "not-appropriate", "tlr:below; base-pay:below", Decimal("651.5")), 1)
    sink.add("Errors", ("=B", "wrong"))
    sink.add("Reasons", ("A",))
    sink.finish(Ending())
    sink.close()


def people(path: Path) -> list[tuple[str, str, tuple[str, ...], Decimal]]:
    return list(read_people(path, "People", HEADINGS))


def test_a_result_in_text_has_the_people_and_beside_them_the_errors(tmp_path: Path) -> None:
    write(tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").splitlines() == [
        "Ref,Verdict,Codes,Gap",
        "A,not-appropriate,tlr:below; base-pay:below,651.5",
        "'=B,appropriate,,0",
    ]
    assert (tmp_path / "out-errors.csv").read_text("utf-8-sig").splitlines() == [
        "Ref,What",
        "'=B,wrong",
    ]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_a_result_can_be_read_back_to_be_compared(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    assert people(tmp_path / name) == [
        ("A", "not-appropriate", ("tlr:below", "base-pay:below"), Decimal("651.50")),
        ("=B", "appropriate", (), Decimal("0.00")),
    ]


def test_a_result_that_went_on_in_a_second_sheet_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    sink = StreamedWorkbook(path, (PEOPLE, ERRORS), title="T", words=WORDS, most_rows=2)
    for rank, name in enumerate("ABC"):
        sink.add("People", (name, "appropriate", "", 0), rank)
    sink.finish(Ending())
    assert [person[0] for person in people(path)] == ["A", "B", "C"]


@pytest.mark.parametrize("rows", [[["x"]], [["Ref", "Gap"]]])
def test_a_file_that_is_no_result_is_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    for title in ("People", "Other"):
        with pytest.raises(Refused, match="no result of a spot check"):
            people(workbook(tmp_path / "in.xlsx", rows, title))
    (tmp_path / "in.csv").write_text("\n")
    with pytest.raises(Refused, match="no result of a spot check"):
        people(tmp_path / "in.csv")


def test_a_gap_that_is_no_amount_is_refused_with_its_row(tmp_path: Path) -> None:
    rows = [HEADINGS, ("A", "appropriate", "", "lots"), ("B",)]
    with pytest.raises(Refused, match="row 2"):
        people(workbook(tmp_path / "in.xlsx", rows))


def test_a_row_that_ends_early_has_no_codes_and_no_gap(tmp_path: Path) -> None:
    found = people(workbook(tmp_path / "in.xlsx", [HEADINGS, ("B",)]))
    assert found == [("B", "", (), Decimal("0.00"))]


def test_a_result_of_another_kind_is_refused_before_the_run(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "out.ods", "a workbook or a CSV file"),
        (tmp_path / "no" / "out.xlsx", "cannot be written"),
    ):
        with pytest.raises(Refused, match=words):
            result_sink(path, PLANS, title="T", words=WORDS)


def test_a_result_in_text_that_was_not_finished_is_put_away(tmp_path: Path) -> None:
    sink = result_sink(tmp_path / "out.csv", PLANS, title="T", words=WORDS)
    sink.add("People", ("A", "", "", 0), 1)
    sink.close()
    assert list(tmp_path.iterdir()) == []
