"""A sheet looked at and checked beside the window, without any window."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from payapp.cli import main
from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.files import row_files
from payapp.gui.sheet_run import SheetRun, Way, look_at, person_in
from payapp.report.spot_check_tables import HeadedColumn
from payapp.report.wording import Wording
from payapp.spot_check.people import Refusal
from payapp.spot_check.run import Progress
from tests.gui.spot_checks import HEADINGS, ROWS, many_people, write_rows, write_sheet

NO_DEFAULTS: dict[str, object] = {}


@pytest.fixture
def way(sheet: Path) -> Way:
    return Way(sheet, {})


@pytest.fixture
def run(way: Way, library: Library, wording: Wording) -> Iterator[SheetRun]:
    run = SheetRun(way, NO_DEFAULTS, library, wording)
    yield run
    run.close()


def people_of(path: Path) -> list[tuple[object, ...]]:
    return list(load_workbook(path)["People"].iter_rows(min_row=2, values_only=True))


# The look


def test_a_look_has_every_column_in_its_place_with_its_first_values(
    way: Way, wording: Wording
) -> None:
    look = look_at(way, wording)
    assert [column.heading for column in look.columns] == list(HEADINGS)
    assert look.columns[4] == HeadedColumn("Basic", "salary", "", ("45,352.00", "20,000", "45,352"))
    assert look.columns[7] == HeadedColumn("Own heading", "", "", ("1", "2", "3"))
    assert look.total == 4
    assert "salary" in look.layout.columns


def test_a_look_takes_up_no_names_where_they_are_out(way: Way, wording: Wording) -> None:
    look = look_at(way._replace(with_names=False), wording)
    assert "Ashdown" not in str(look.columns)
    assert "Ashdown" in str(look_at(way, wording).columns)


def test_a_look_begins_at_the_headings_wherever_they_stand(
    tmp_path: Path, wording: Wording
) -> None:
    rows = (("Payroll of January",), (), HEADINGS, *ROWS)
    look = look_at(Way(write_rows(tmp_path / "late.csv", rows), {}), wording)
    assert look.layout.heading_row == 3
    assert look.columns[0] == HeadedColumn("Staff no", "reference", "", ("T1", "T2", "T3"))


def test_a_column_without_a_heading_is_not_shown(tmp_path: Path, wording: Wording) -> None:
    rows = (("Staff no", "", "FTE", "Basic"), ("T1", "x", "1", "45000"))
    look = look_at(Way(write_rows(tmp_path / "gap.csv", rows), {}), wording)
    assert [column.heading for column in look.columns] == ["Staff no", "FTE", "Basic"]


def test_a_second_salary_is_shown_as_one_with_its_basis(tmp_path: Path, wording: Wording) -> None:
    rows = [("Staff no", "FTE salary", "Actual salary", "Shoe size"), ("T1", 46_940, 28_164, 42)]
    look = look_at(Way(write_rows(tmp_path / "both.csv", rows), {}), wording)
    assert [(each.column, each.kind) for each in look.columns] == [
        ("reference", ""),
        ("salary", "full-time-equivalent"),
        ("salary", "received"),
        ("", ""),
    ]
    assert look.columns[2].samples == ("28164",)


def test_headings_mean_what_is_said_of_them(way: Way, wording: Wording) -> None:
    told = way._replace(meanings={"own heading": ("induction_completed", "")})
    assert look_at(told, wording).columns[7].column == "induction_completed"


def test_a_sheet_without_headings_is_refused(tmp_path: Path, wording: Wording) -> None:
    path = write_rows(tmp_path / "list.csv", [("apples", "pears")])
    with pytest.raises(Refused, match=r"^list\.csv: no row near the top looks like the headings"):
        look_at(Way(path, {}), wording)


# The run


def test_every_row_is_listed_with_the_most_serious_first(run: SheetRun) -> None:
    listed = run.work()
    assert [(brief.reference, brief.row) for brief in listed.briefs] == [
        *(("T2", 3), ("T1", 2)),
        ("T3", 4),
    ]
    assert [brief.verdict for brief in listed.briefs] == [
        *("not-appropriate", "cannot-tell"),
        "refused",
    ]
    assert len(listed.told.table.rows) == 3
    assert run.progress.done == 3
    assert not run.is_stopped


def test_what_holds_for_all_rows_is_taken_where_no_column_tells(
    tmp_path: Path, library: Library, wording: Wording
) -> None:
    path = write_rows(tmp_path / "few.csv", [("Staff no", "Basic", "FTE"), ("T1", "20000", "1")])
    defaults: dict[str, object] = {"nation": "england", "on": "2026-01-15"}
    run = SheetRun(Way(path, {}), defaults, library, wording)
    assert [brief.verdict for brief in run.work().briefs] == ["cannot-tell"]
    run.close()


def test_a_run_that_is_stopped_takes_nothing_more_and_keeps_what_it_has(
    tmp_path: Path, library: Library, wording: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_sheet(tmp_path / "many.csv", many_people(350))
    run = SheetRun(Way(path, {}), NO_DEFAULTS, library, wording)

    def stop_after_two_blocks(progress: Progress) -> None:
        if progress.done == 200:
            run.stop()

    monkeypatch.setattr(run, "_come_on", stop_after_two_blocks)
    assert len(run.work().briefs) == 200
    assert run.is_stopped
    run.save(tmp_path / "kept.xlsx")
    assert len(people_of(tmp_path / "kept.xlsx")) == 200
    run.close()


def test_a_sheet_that_is_not_read_to_its_end_says_where_reading_stopped(
    tmp_path: Path, library: Library, wording: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_files, "MOST_EMPTY_ROWS", 5)
    rows = [*ROWS[:1], *[("",)] * 9, ROWS[1]]
    run = SheetRun(Way(write_sheet(tmp_path / "gap.csv", rows), {}), NO_DEFAULTS, library, wording)
    listed = run.work()
    assert [brief.reference for brief in listed.briefs] == ["T1", ""]
    assert "reading stopped here" in listed.briefs[-1].found
    run.save(tmp_path / "out.csv")
    errors = (tmp_path / "out-errors.csv").read_text("utf-8-sig").splitlines()
    assert len(errors) == 2
    assert "reading stopped here" in errors[1]
    run.close()


# The result


def test_the_result_is_what_the_command_line_writes(
    run: SheetRun, sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run.work()
    assert run.save(tmp_path / "window.csv") == []
    assert main(["spot-check", str(sheet), str(tmp_path / "command.csv")]) == 0
    assert "2 people checked" in capsys.readouterr().out
    for ending in (".csv", "-errors.csv"):
        window, command = (tmp_path / f"{name}{ending}" for name in ("window", "command"))
        assert window.read_bytes() == command.read_bytes()
    run.save(tmp_path / "window.xlsx")
    assert main(["spot-check", str(sheet), str(tmp_path / "command.xlsx")]) == 0
    assert people_of(tmp_path / "window.xlsx") == people_of(tmp_path / "command.xlsx")


def test_the_sheet_itself_is_never_replaced(run: SheetRun, sheet: Path) -> None:
    run.work()
    before = sheet.read_bytes()
    with pytest.raises(Refused, match="take the place of what is read"):
        run.save(sheet)
    assert sheet.read_bytes() == before


def test_a_run_that_never_began_has_nothing_to_put_away(
    way: Way, library: Library, wording: Wording
) -> None:
    SheetRun(way, NO_DEFAULTS, library, wording).close()


# One person


def test_a_person_is_found_by_the_number_of_the_row(
    way: Way, library: Library, wording: Wording
) -> None:
    case = person_in(way, NO_DEFAULTS, 3, library, wording)
    assert isinstance(case, Case)
    assert (case.reference, case.on) == ("T2", date(2026, 1, 15))
    assert case.pay.salary == Decimal(20000)
    assert isinstance(person_in(way, NO_DEFAULTS, 4, library, wording), Refusal)
    assert person_in(way, NO_DEFAULTS, 99, library, wording) is None


def test_a_person_of_a_sheet_that_is_gone_is_refused(
    way: Way, library: Library, wording: Wording
) -> None:
    way.path.unlink()
    with pytest.raises(Refused, match=r"^staff\.csv: there is no such file"):
        person_in(way, NO_DEFAULTS, 3, library, wording)


def test_a_person_with_a_row_for_each_allowance_is_listed_once_and_opened_with_all_of_them(
    tmp_path: Path, library: Library, wording: Wording
) -> None:
    headings = ("Staff no", "Spine pt", "Alw code", "Alw amount")
    rows = [("T1", "M6", "TLR2", 3651), ("T1", "M6", "SEN", 2885), ("T2", "M6", "", "")]
    way = Way(write_rows(tmp_path / "by-allowance.csv", (headings, *rows)), {})
    told = {"nation": "england", "on": "2026-10-01"}
    run = SheetRun(way, told, library, wording)
    try:
        listed = run.work()
        assert sorted((each.reference, each.row) for each in listed.briefs) == [
            ("T1", 2),
            ("T2", 4),
        ]
        run.save(tmp_path / "result.xlsx")
    finally:
        run.close()
    errors = load_workbook(tmp_path / "result.xlsx")["Errors"].iter_rows(values_only=True)
    assert [row[1] for row in errors] == ["Row", 3]
    case = person_in(way, told, 2, library, wording)
    assert isinstance(case, Case)
    assert [each.kind.value for each in case.pay.allowances] == ["tlr2", "sen-allowance"]
