"""The commands template, spot-check and table-check, run in the test's own process."""

import csv
import json
import os
import re
import signal
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from payapp.cli import main
from payapp.domain.sheet_rows import Row
from payapp.spot_check import run as running
from tests.command_line import Captured, answer, refusal
from tests.files.workbooks import cell, inline, row, with_sheet, workbook

HEADINGS = ("Emp no", "Surname", "Job title", "FTE", "Pay scale", "Spine pt", "Basic")
STAFF: Sequence[Sequence[object]] = (
    ("00123", "Smith", "Teacher", 0.6, "UPS", "UPS3", "£52,835"),
    ("00124", "Jones", "Teacher", "0,6", "Main", "M6", 46940),
    ("=cmd|' /C calc'!A0", "O'Neill", "Teacher", 1, "Main", "M6", 46940),
)
TOLD = ("--nation", "england", "--on", "2026-10-01", "--area", "rest-of-england")


def staff(tmp_path: Path, *rows: Sequence[object], name: str = "staff.xlsx") -> Path:
    path = tmp_path / name
    every = (HEADINGS, *(rows or STAFF))
    if path.suffix == ".xlsx":
        return workbook(path, every)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(every)
    return path


def sheet(path: Path, name: str) -> list[tuple[Any, ...]]:
    book: Any = load_workbook(path, data_only=True)
    return list(book[name].iter_rows(values_only=True))


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("result", ["xlsx", "csv"])
def test_the_template_is_accepted_as_it_is(
    tmp_path: Path, capsys: Captured, kind: str, result: str
) -> None:
    source, out = tmp_path / f"t.{kind}", tmp_path / f"r.{result}"
    answer(capsys, "template", source)
    said = answer(capsys, "spot-check", source, out)
    assert "5 people checked, 0 rows not checked" in said
    people = sheet(out, "People") if result == "xlsx" else table(out)
    assert {str(person[0]) for person in people[1:]} == {f"EXAMPLE-{n}" for n in range(1, 6)}


def test_the_pages_of_the_result_are_headed_by_the_figures_in_a_sentence(
    tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "result.xlsx"
    answer(capsys, "spot-check", staff(tmp_path), out, *TOLD)
    book: Any = load_workbook(out)
    (head,) = {str(each.oddHeader.right.text) for each in book.worksheets}
    assert head.startswith("England figures: from September 2026, not yet confirmed (data ")
    answer(capsys, "template", tmp_path / "template.xlsx")
    answer(capsys, "spot-check", tmp_path / "template.xlsx", out)
    book = load_workbook(out)
    assert str(book["People"].oddHeader.right.text).startswith("Figures of ")
    used = [row[3] for row in sheet(out, "Summary") if row[0] == "Figures used"]
    assert len(used) >= 4


BY_ALLOWANCE = (*HEADINGS, "School type", "QTS", "Alw code", "Alw amount")
TEACHER = ("E1", "Ash", "Teacher", 1, "Main", "M6", 46940, "Special", "Y")


def test_a_person_with_a_row_for_each_allowance_is_told_of_none_that_is_missing(
    tmp_path: Path, capsys: Captured
) -> None:
    rows = (BY_ALLOWANCE, (*TEACHER, "TLR2", 3651), (*TEACHER, "SEN", 2885))
    path, out = workbook(tmp_path / "staff.xlsx", rows), tmp_path / "result.xlsx"
    said = answer(capsys, "spot-check", path, out, *TOLD, "--set", "employer=maintained")
    assert "1 people checked, 0 rows not checked" in said
    (person,) = sheet(out, "People")[1:]
    assert (person[0], person[6], person[-1]) == ("E1", 0, 2)
    assert "due-but-missing" not in person[4]
    (told,) = [row for row in sheet(out, "Errors")[1:] if row[2] == "Alw code"]
    assert told[1] == 3
    alone = workbook(tmp_path / "alone.xlsx", rows[:2])
    answer(capsys, "spot-check", alone, out, *TOLD, "--set", "employer=maintained")
    (person,) = sheet(out, "People")[1:]
    assert person[6] == 2787, "with the TLR alone, a SEN allowance of £2,787 is missing"


def test_no_pay_is_called_in_line_while_the_salary_stands_in_a_column_that_is_not_read(
    tmp_path: Path, capsys: Captured
) -> None:
    rows = (("Emp no", "FTE", "Pay scale", "Spine pt", "Wert"), ("E1", 1, "Main", "M6", 33_000))
    path, out = workbook(tmp_path / "staff.xlsx", rows), tmp_path / "result.xlsx"
    assert "0 people checked, 1 rows not checked" in answer(capsys, "spot-check", path, out, *TOLD)
    assert sheet(out, "Errors")[1][:4] == ("E1", 2, "Wert", "33000")
    for meant, checked in (("salary", 1), ("", 1)):
        said = answer(capsys, "spot-check", path, out, *TOLD, "--column", f"Wert={meant}")
        assert f"{checked} people checked" in said


def test_a_second_salary_is_told_to_be_compared(tmp_path: Path, capsys: Captured) -> None:
    headings = ("Emp no", "FTE", "Spine pt", "FTE salary", "Actual salary")
    rows = (headings, ("E1", 1, "M6", 46_940, 40_000), ("E2", 0.5, "M6", 46_940, 23_470))
    path, out = workbook(tmp_path / "staff.xlsx", rows), tmp_path / "result.xlsx"
    assert "Actual salary -> compared with the salary" in answer(
        capsys, "spot-check", path, "--columns"
    )
    assert "1 people checked, 1 rows not checked" in answer(capsys, "spot-check", path, out, *TOLD)
    assert sheet(out, "Errors")[1][:4] == ("E1", 2, "Actual salary", "40000")
    told = [row[0] for row in sheet(out, "Summary")]
    assert "Column compared with the salary at the FTE: Actual salary" in told


def test_both_kinds_of_file_give_the_same_answer(tmp_path: Path, capsys: Captured) -> None:
    found = []
    for name in ("staff.xlsx", "staff.csv"):
        out = tmp_path / f"{name}.out.csv"
        answer(capsys, "spot-check", staff(tmp_path, name=name), out, *TOLD)
        found.append((table(out), table(out.with_stem(out.stem + "-errors"))))
    assert found[0] == found[1]


def test_a_result_has_a_sheet_for_each_question(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.xlsx"
    said = answer(capsys, "spot-check", staff(tmp_path), out, *TOLD)
    assert said == f"2 people checked, 1 rows not checked: {out}\n"
    assert load_workbook(out).sheetnames == [
        *("Summary", "People", "Reasons", "Not told", "Errors", "Sources", "Checks")
    ]
    assert [row[3] for row in sheet(out, "Checks")[1:]] == ["OK"] * 7
    errors = sheet(out, "Errors")
    assert errors[1][:4] == ("00124", 3, "FTE", "0,6")


def test_no_formula_of_the_input_reaches_the_output(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.xlsx"
    answer(capsys, "spot-check", staff(tmp_path, name="staff.csv"), out, *TOLD)
    with zipfile.ZipFile(out) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        formulas = [
            formula
            for name in sheets
            for formula in re.findall(rb"<f>(.*?)</f>", archive.read(name))
        ]
    assert formulas
    assert all(formula.startswith((b"SUM(", b"COUNTA(", b"IF(")) for formula in formulas)
    assert "=cmd|' /C calc'!A0" in [row[0] for row in sheet(out, "People")]
    text = tmp_path / "out.csv"
    answer(capsys, "spot-check", staff(tmp_path, name="staff.csv"), text, *TOLD)
    assert "'=cmd|' /C calc'!A0" in [row[0] for row in table(text)]


def test_the_same_rows_and_data_give_the_same_bytes_but_for_the_time(
    tmp_path: Path, capsys: Captured
) -> None:
    source, held = staff(tmp_path), []
    for name in ("a.xlsx", "b.xlsx"):
        answer(capsys, "spot-check", source, tmp_path / name, *TOLD)
        with zipfile.ZipFile(tmp_path / name) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        parts["docProps/core.xml"] = b""
        held.append(parts)
    assert held[0] == held[1]


def test_the_headings_are_shown_with_what_they_are_read_as(
    tmp_path: Path, capsys: Captured
) -> None:
    lines = answer(capsys, "spot-check", staff(tmp_path), "--columns").splitlines()
    assert "Spine pt -> point: UPS3 | M6 | M6" in lines
    assert not [line for line in lines if "Smith" in line]


def test_a_heading_may_be_told_and_is_remembered_by_name(tmp_path: Path, capsys: Captured) -> None:
    rows = (("Emp no", "Wert", "Spine pt"), ("P1", 0.6, "M6"))
    source = workbook(tmp_path / "in.xlsx", rows)
    told = answer(
        capsys, "spot-check", source, "--columns", "--column", "Wert=fte", "--map", "county"
    )
    assert "Wert -> fte: 0.6" in told.splitlines()
    assert "Wert -> fte: 0.6" in answer(
        capsys, "spot-check", source, "--columns", "--map", "county"
    )
    assert "Wert -> not read" in answer(capsys, "spot-check", source, "--columns")
    unread = answer(capsys, "spot-check", source, "--columns", "--column", "Spine pt=")
    assert "Spine pt -> not read" in unread


def test_pay_in_a_column_that_is_not_recognised_is_never_passed_over_in_silence(
    tmp_path: Path, capsys: Captured
) -> None:
    rows = (("Emp no", "FTE", "Spine pt", "TLR2 plus"), ("P1", 1, "M6", 3527), ("P2", 1, "M6", ""))
    source, out = workbook(tmp_path / "in.xlsx", rows), tmp_path / "out.csv"
    said = answer(capsys, "spot-check", source, out, *TOLD).splitlines()
    assert said[0].startswith("1 people checked, 1 rows not checked")
    assert said[1].startswith("Not read although they may hold pay, columns: TLR2 plus.")
    errors = table(tmp_path / "out-errors.csv")
    assert [row[:4] for row in errors[1:]] == [
        ["P1", "2", "TLR2 plus", "3527"],
        ["", "1", "TLR2 plus", ""],
    ]
    told = answer(capsys, "spot-check", source, out, *TOLD, "--column", "TLR2 plus=")
    assert told == f"2 people checked, 0 rows not checked: {out}\n"


def test_a_reference_that_comes_twice_is_said(tmp_path: Path, capsys: Captured) -> None:
    rows = (("Emp no", "FTE", "Spine pt"), ("P1", 1, "M6"), ("P1", 1, "M6"))
    source, out = workbook(tmp_path / "in.xlsx", rows), tmp_path / "out.csv"
    said = answer(capsys, "spot-check", source, out, *TOLD).splitlines()
    assert said[1] == (
        "Rows whose reference stands in another row too, so that we cannot tell: 2."
        " See the errors of the result."
    )


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_who_has_a_payment_in_a_row_further_down_is_not_said_to_be_underpaid(
    tmp_path: Path, capsys: Captured, kind: str
) -> None:
    rows = (
        BY_ALLOWANCE,
        (*TEACHER, "TLR2", 2500),
        ("E2", *TEACHER[1:], None, None),
        (*TEACHER, "SEN", 2885),
    )
    path, out = tmp_path / f"staff.{kind}", tmp_path / "result.csv"
    if kind == "xlsx":
        workbook(path, rows)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    answer(capsys, "spot-check", path, out, *TOLD, "--set", "employer=maintained")
    people = {each[-1]: each for each in table(out)[1:]}
    first = people["2"]
    assert first[:4] == ["E1", "cannot-tell", "", "cannot-tell"]
    assert first[5] == (
        "We cannot tell yet: row 4 has the same reference, and what is paid there is not counted"
        " here."
    )
    assert first[6] == "0"
    assert "below" not in first[4]
    assert people["4"][5].startswith("We cannot tell yet: row 2 has the same reference")
    assert "same-reference" not in people["3"][4]


def test_a_value_may_be_given_for_all_rows(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.csv"
    more = ("--set", "employer=maintained", "--set", "qualified_teacher=yes")
    answer(capsys, "spot-check", staff(tmp_path, STAFF[2]), out, *TOLD, *more)
    without = tmp_path / "without.csv"
    answer(capsys, "spot-check", staff(tmp_path, STAFF[2]), without, *TOLD)
    assert table(out)[1][4] != table(without)[1][4]


def test_names_stay_out_where_that_is_wanted(tmp_path: Path, capsys: Captured) -> None:
    rows = (("Surname", "FTE", "Spine pt"), ("Smith", 1, "M6"))
    source = workbook(tmp_path / "in.xlsx", rows)
    named, nameless = tmp_path / "a.csv", tmp_path / "b.csv"
    answer(capsys, "spot-check", source, named, *TOLD)
    answer(capsys, "spot-check", source, nameless, *TOLD, "--no-names")
    assert table(named)[1][0] == "Smith"
    assert table(nameless)[1][0] == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("{in}",), "no file is named for the result"),
        (("{in}", "{out}"), "no column tells the Nation"),
        (("{in}", "{in}", *TOLD), "would take the place of what is read"),
        (("{in}", "out.ods", *TOLD), "a workbook or a CSV file"),
        (("gone.xlsx", "{out}", *TOLD), "no such file"),
        (("{in}", "{out}", *TOLD, "--set", "shoe=42"), "'shoe' is no column"),
        (("{in}", "{out}", *TOLD, "--set", "fte=0,6"), "the comma does not separate thousands"),
        (("{in}", "{out}", *TOLD, "--column", "Basic=shoe"), "'shoe' is no column"),
        (("{in}", "{out}", "--nation", "narnia"), "not a nation"),
        (("{in}", "{out}", *TOLD, "--area", "mars"), "pay_area"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    tmp_path: Path, capsys: Captured, words: Sequence[str], sentence: str
) -> None:
    places = {"in": staff(tmp_path), "out": tmp_path / "out.xlsx"}
    given = [word.format(**places) for word in words]
    assert sentence in refusal(capsys, "spot-check", *given)
    assert not (tmp_path / "out.xlsx").exists()


def test_a_sheet_without_headings_is_refused(tmp_path: Path, capsys: Captured) -> None:
    source = workbook(tmp_path / "in.xlsx", [("a", "b"), (1, 2)])
    said = refusal(capsys, "spot-check", source, tmp_path / "out.xlsx", *TOLD)
    assert "looks like the headings" in said


def test_a_million_blank_rows_are_told_and_not_read(tmp_path: Path, capsys: Captured) -> None:
    blank = "".join(row(number) for number in range(3, 30_000))
    headings = row(1, inline("A1", "Ref"), inline("B1", "FTE"), inline("C1", "Spine pt"))
    body = headings + row(2, inline("A2", "P1"), cell("B2", "1")) + blank
    out = tmp_path / "out.xlsx"
    answer(capsys, "spot-check", with_sheet(tmp_path / "in.xlsx", body), out, *TOLD)
    assert "empty rows" in str(sheet(out, "Errors")[1])


def test_a_run_that_is_stopped_keeps_what_was_done(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assess = running.Assessor.assess_rows

    def interrupted(self: running.Assessor, rows: Sequence[Row]) -> running.Assessed:
        os.kill(os.getpid(), signal.SIGINT)
        return assess(self, rows)

    monkeypatch.setattr(running.Assessor, "assess_rows", interrupted)
    people = [(f"P{number}", *STAFF[0][1:]) for number in range(250)]
    out, before = tmp_path / "out.xlsx", signal.getsignal(signal.SIGINT)
    said = answer(capsys, "spot-check", staff(tmp_path, *people), out, *TOLD)
    assert said.startswith("Stopped. 100 people checked")
    assert len(sheet(out, "People")) == 101
    assert "The run was stopped" in str(sheet(out, "Summary"))
    assert signal.getsignal(signal.SIGINT) is before


def test_progress_is_shown_to_a_person_at_a_terminal(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["spot-check", str(staff(tmp_path)), str(tmp_path / "out.csv"), *TOLD]) == 0
    assert re.search(r"3 of \d+ rows, [\d,]+ a second", capsys.readouterr().err)


def test_two_results_are_compared(tmp_path: Path, capsys: Captured) -> None:
    last, this = tmp_path / "last.xlsx", tmp_path / "this.csv"
    told = (*TOLD, "--set", "employer=maintained", "--set", "basis=full-time-equivalent")
    answer(capsys, "spot-check", staff(tmp_path), last, *told)
    later = [(*STAFF[0][:6], "£40,000"), ("00200", *STAFF[2][1:])]
    answer(capsys, "spot-check", staff(tmp_path, *later), this, *told)
    out = tmp_path / "changes.xlsx"
    said = answer(capsys, "spot-check", "--compare", last, this, out)
    rows = sheet(out, "Changes")
    assert said == f"{len(rows) - 1} changes: {out}\n"
    found = {(row[0], row[1]) for row in rows[1:]}
    assert {("00123", "new"), ("00200", "new-person")} <= found
    assert ("=cmd|' /C calc'!A0", "gone-person") in found
    answer(capsys, "spot-check", "--compare", last, last, tmp_path / "none.csv")
    assert len(table(tmp_path / "none.csv")) == 1


def test_neither_result_is_replaced_by_what_differs(tmp_path: Path, capsys: Captured) -> None:
    last, this = tmp_path / "last.csv", tmp_path / "this.csv"
    for result in (last, this):
        answer(capsys, "spot-check", staff(tmp_path), result, *TOLD)
    before = last.read_bytes()
    for out in (last, this):
        said = refusal(capsys, "spot-check", "--compare", last, this, out)
        assert f"{out.name}: the result would take the place of what is read" in said
    assert last.read_bytes() == before


def test_what_a_killed_run_left_is_deleted_by_the_next_without_a_word(
    tmp_path: Path, capsys: Captured
) -> None:
    out, source = tmp_path / "out.xlsx", staff(tmp_path)
    (tmp_path / "out.xlsx.abcd_123.part").touch()
    answer(capsys, "spot-check", source, out, *TOLD)
    assert set(tmp_path.iterdir()) == {out, source}


def test_what_a_killed_run_left_is_named_where_it_cannot_be_deleted(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_yours(_self: Path) -> None:
        raise PermissionError(1, "not yours")

    (tmp_path / "out.xlsx.abcd_123.part").touch()
    monkeypatch.setattr(Path, "unlink", not_yours)
    assert main(["spot-check", str(staff(tmp_path)), str(tmp_path / "out.xlsx"), *TOLD]) == 0
    assert capsys.readouterr().err == (
        "A run that was stopped before it ended has left out.xlsx.abcd_123.part, which cannot be "
        "deleted. You may delete it yourself.\n"
    )


def test_only_results_can_be_compared(tmp_path: Path, capsys: Captured) -> None:
    source = staff(tmp_path)
    said = refusal(capsys, "spot-check", "--compare", source, source, tmp_path / "out.xlsx")
    assert "no result of a spot check" in said


def pay_table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text("Pay 2026/27,Rest of England\nM1,31650\nM6,46940\n", encoding="utf-8")
    return path


def test_a_published_table_is_marked(tmp_path: Path, capsys: Captured) -> None:
    said = answer(capsys, "table-check", pay_table(tmp_path)).splitlines()
    assert "matches another year" in said[0]
    assert said[1].startswith("✓ row 3")


def test_a_marked_table_is_for_scripts_and_workbooks_too(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.xlsx"
    said = answer(capsys, "table-check", pay_table(tmp_path), "--json", "--xlsx", out)
    assert [each["mark"] for each in json.loads(said)["amounts"]] == [
        *("matches-elsewhere", "matches")
    ]
    assert sheet(out, "Table")[1][3] == 31650


def test_the_reader_may_tell_what_a_table_is_of(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "table.txt"
    path.write_text("M2 33,731\n", encoding="utf-8")
    words = ("table-check", path, "--nation", "wales", "--on", "2025-10-01")
    assert answer(capsys, *words).startswith("✓")


HOSTILE_SHEETS = {
    "corner": row(1_048_576, cell("XFD1048576", "1")),
    "errors": row(3, inline("A3", "P2"), cell("B3", "#N/A", t="e")),
    "long": row(3, inline("A3", "x" * 40_000), cell("B3", "1")),
    "formula": row(3, inline("A3", "P2"), '<c r="B3"><f>HYPERLINK("http://x")</f></c>'),
}


@pytest.mark.parametrize("kind", HOSTILE_SHEETS)
def test_what_is_hostile_in_one_row_does_not_harm_another(
    tmp_path: Path, capsys: Captured, kind: str
) -> None:
    headings = row(1, inline("A1", "Ref"), inline("B1", "FTE"), inline("C1", "Spine pt"))
    good = row(2, inline("A2", "P1"), cell("B2", "1"), inline("C2", "M6"))
    source = with_sheet(tmp_path / "in.xlsx", headings + good + HOSTILE_SHEETS[kind])
    out = tmp_path / "out.xlsx"
    said = answer(capsys, "spot-check", source, out, *TOLD)
    assert "1 people checked" in said
    assert [person[0] for person in sheet(out, "People")[1:]] == ["P1"]
    told = [(error[1], error[2]) for error in sheet(out, "Errors")[1:]]
    expected = {"corner": [], "errors": [(3, "FTE")], "long": [(3, "Ref")], "formula": [(3, "FTE")]}
    assert told == expected[kind]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"a"])
def test_what_is_no_workbook_leaves_an_earlier_result_alone(
    tmp_path: Path, capsys: Captured, content: bytes
) -> None:
    source, out = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    source.write_bytes(content)
    out.write_bytes(b"an earlier result")
    assert refusal(capsys, "spot-check", source, out, *TOLD).startswith("in.xlsx: ")
    assert out.read_bytes() == b"an earlier result"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_sheet_that_breaks_off_midway_leaves_an_earlier_result_alone(
    tmp_path: Path, capsys: Captured
) -> None:
    headings = row(1, inline("A1", "Ref"), inline("B1", "FTE"), inline("C1", "Spine pt"))
    people = "".join(
        row(number, inline(f"A{number}", "x" * 90), cell(f"B{number}", "1"))
        for number in range(2, 1_500)
    )
    source, out = with_sheet(tmp_path / "in.xlsx", f"{headings}{people}<row"), tmp_path / "out.xlsx"
    out.write_bytes(b"an earlier result")
    said = refusal(capsys, "spot-check", source, out, *TOLD)
    assert "cannot be read as a workbook" in said
    assert out.read_bytes() == b"an earlier result"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_table_that_may_be_of_two_nations_is_asked_of_which_it_is(
    tmp_path: Path, capsys: Captured
) -> None:
    rows = (("2025/26",), ("M1", 32916), ("M6", 46595))
    path = workbook(tmp_path / "table.xlsx", rows)
    assert refusal(capsys, "table-check", path) == (
        "table.xlsx: the table does not say of which nation it is, and its amounts equal or come"
        " near figures of England and Wales; write the nation above the table, or choose it: with"
        " --nation, or as Nation of the table in the window.\n"
    )
    assert refusal(capsys, "table-check", path, "--json").startswith("table.xlsx: the table does")
    said = answer(capsys, "table-check", path, "--nation", "wales")
    assert "row 3, column 2: M6: matches. £46,595 is" in said
    assert "row 2, column 2: M1: matches another year, nation, area or point." in said
