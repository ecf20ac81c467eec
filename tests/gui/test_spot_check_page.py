"""A sheet of people in the window: looked at, checked, stopped, filtered, opened and saved."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from payapp.gui import spot_check_page
from tests.gui.desks import WORK_ENDS, shown
from tests.gui.hands import click, press, type_text
from tests.gui.spot_checks import (
    HEADINGS,
    NOT_ENCRYPTED,
    REST,
    ROWS,
    Hands,
    many_people,
    of,
    open_row,
    spoken,
    write_rows,
    write_sheet,
)

NO_NAMES = QPoint(9, 12)


@pytest.fixture
def checked(hands: Hands, sheet: Path) -> Hands:
    """Return the window with three people checked: one short, one in line, one not understood."""
    hands.open(sheet)
    hands.check()
    return hands


def people_of(path: Path) -> list[object]:
    sheet = load_workbook(path)["People"]
    return [row[0] for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True)]


# Opening a sheet


def test_before_a_sheet_is_chosen_nothing_can_be_checked(hands: Hands) -> None:
    page = hands.page
    assert not page.check.isEnabled()
    assert page.status.text().startswith("No sheet is chosen yet.")
    page.begin()
    assert page.run is None


def test_a_choice_that_is_called_off_changes_nothing(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    before = hands.page.status.text()
    hands.file = None
    click(hands.page.choose)
    hands.wait()
    assert hands.page.status.text() == before


def test_a_sheet_is_told_with_how_many_columns_are_read(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    assert hands.page.status.text() == (
        "staff.csv: 13 columns, of which 11 are read. Choose a row to read it as something else."
    )
    assert hands.page.check.isEnabled()


def test_before_the_run_a_column_that_may_hold_pay_and_is_not_read_is_named(
    hands: Hands, tmp_path: Path
) -> None:
    rows = (("Emp no", "FTE", "Spine pt", "TLR2 plus"), ("P1", 1, "M6", 3527))
    hands.open(write_rows(tmp_path / "pay.csv", rows))
    assert hands.page.status.text().endswith(
        "Not read although they may hold pay, columns: TLR2 plus. If they do, say which columns"
        " they are and check again: no finding takes account of them."
    )


def test_a_sheet_that_is_dropped_is_opened(hands: Hands, sheet: Path, tmp_path: Path) -> None:
    hands.drop(sheet, tmp_path / "second.csv")
    assert hands.page.status.text().startswith("staff.csv: 13 columns")


def test_a_workbook_is_opened_as_a_text_file_is(hands: Hands, tmp_path: Path) -> None:
    book = Workbook()
    for row in (HEADINGS, *ROWS):
        book.worksheets[0].append(row)
    book.save(tmp_path / "staff.xlsx")
    hands.open(tmp_path / "staff.xlsx")
    hands.check()
    assert of(hands.page.people, 1) == ["T2", "T1", "T3"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("book.xlsx", b"no workbook", "book.xlsx: "),
        (
            "staff.docx",
            b"",
            "staff.docx: this kind of file is not read; save it as an Excel workbook",
        ),
        ("empty.csv", b"", "empty.csv: the file is empty"),
        ("gone.csv", None, "gone.csv: there is no such file"),
        ("list.csv", b"apples,pears\n1,2\n", "list.csv: no row near the top looks like"),
        ("book.csv", b"PK\x03\x04", "book.csv: this is a workbook and no text file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence_and_nothing_is_checked(
    hands: Hands, sheet: Path, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    hands.open(sheet)
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    hands.open(path)
    assert hands.page.status.text().startswith(told)
    assert not hands.page.check.isEnabled()
    assert shown(hands.page.columns.view) == []
    hands.open(sheet)
    assert hands.page.check.isEnabled()


def test_a_sheet_of_headings_alone_has_no_people(hands: Hands, tmp_path: Path) -> None:
    hands.open(write_sheet(tmp_path / "none.csv", ()))
    hands.check()
    page = hands.page
    assert page.status.text().startswith("0 rows checked.")
    assert not page.save.isEnabled()
    press(page.people.view, Qt.Key.Key_Return)
    assert hands.cases == []


def test_names_are_not_even_shown_where_they_are_not_to_be_read(hands: Hands, sheet: Path) -> None:
    hands.open(sheet)
    assert "Ashdown" in str(shown(hands.page.columns.view))
    click(hands.page.no_names, NO_NAMES)
    hands.wait()
    assert hands.page.no_names.isChecked()
    assert "Ashdown" not in str(shown(hands.page.columns.view))


# What holds for all rows


def test_what_no_column_tells_is_asked_before_the_run(hands: Hands, tmp_path: Path) -> None:
    rows = [("Staff no", "Basic", "Spine pt"), ("T1", "45000", "M6")]
    hands.open(write_rows(tmp_path / "few.csv", rows))
    page = hands.page
    hands.check()
    assert page.status.text().startswith("No column tells the nation.")
    assert page.nation.hasFocus()
    hands.choose(page.nation, "England")
    assert page.status.text().startswith("few.csv: 3 columns"), "the nation is given now"
    hands.check()
    assert page.status.text().startswith("No column tells the day.")
    assert page.on.hasFocus()
    type_text(page.on, "31 February 2026")
    assert page.status.text().startswith("few.csv: 3 columns")
    hands.check()
    assert page.status.text().startswith("'31 February 2026' is no day.")
    assert page.run is None
    page.on.clear()
    type_text(page.on, "15 January 2026")
    hands.check()
    assert of(page.people, 1) == ["T1"]


def test_a_pay_area_for_all_rows_is_taken_by_those_without_one(
    hands: Hands, tmp_path: Path
) -> None:
    place = HEADINGS.index("Pay area")
    rows = [[cell for at, cell in enumerate(row) if at != place] for row in (HEADINGS, ROWS[0])]
    hands.open(write_rows(tmp_path / "staff.csv", rows))
    hands.choose(hands.page.area, "Inner London")
    hands.check()
    click(hands.page.people.view.viewport(), QPoint(40, 10))
    press(hands.page.people.view, Qt.Key.Key_Return)
    hands.wait()
    assert [case.pay_area for case in hands.cases] == ["inner-london"]


# The run


def test_the_most_serious_stand_first_and_what_was_not_understood_last(checked: Hands) -> None:
    page = checked.page
    assert page.status.text().startswith("3 rows checked. Double click or press Enter")
    assert of(page.people, 1) == ["T2", "T1", "T3"]
    assert of(page.people, 0)[-1] == "! row not understood"
    assert "Date: there is no such day" in of(page.people, 4)[-1]
    assert of(page.people, 6) == ["3", "2", "4"]
    assert spoken(page.people, 0, 1).startswith("Reference: T2. Row 3, T2: ✗ not appropriate.")


def test_the_row_that_the_keys_are_on_is_said_in_full_below(checked: Hands) -> None:
    page = checked.page
    assert page.person.text().startswith("Row 3, T2: ✗ not appropriate.")
    press(page.people.view, Qt.Key.Key_Down)
    assert page.person.text().startswith("Row 2, T1: ")
    checked.choose(page.verdict, "! row")
    assert of(page.people, 1) == ["T3"]


def test_the_columns_come_back_after_the_run(checked: Hands) -> None:
    page = checked.page
    assert page.check.isHidden()
    click(page.back)
    assert page.stack.currentWidget() is page.first
    assert not page.check.isHidden()
    checked.check()
    assert page.stack.currentWidget() is page.results
    assert of(page.people, 1) == ["T2", "T1", "T3"]


def test_cancel_keeps_what_is_done_and_answers_within_a_fifth_of_a_second(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    hands.open(write_sheet(tmp_path / "many.csv", many_people(1_900)))
    page = hands.page
    click(page.check)
    assert page.status.text() == "Preparing the check …"
    assert page.running.cancel.hasFocus()
    assert not page.choose.isEnabled()
    qtbot.waitUntil(lambda: page.running.bar.value() > 0, timeout=WORK_ENDS)
    assert " of 1,9" in page.status.text()
    assert page.status.text().endswith(" a second")
    start = monotonic()
    press(page.running.cancel, Qt.Key.Key_Space)
    taken = monotonic() - start
    kept = page.people.model.rowCount()
    assert 0 < kept < 1_900
    assert taken < 0.2
    assert page.status.text() == f"Stopped. The {kept:,} rows that were checked are kept."
    hands.save(tmp_path / "kept.xlsx")
    assert len(people_of(tmp_path / "kept.xlsx")) == kept
    summary = load_workbook(tmp_path / "kept.xlsx")["Summary"]
    assert "The run was stopped before its end" in str([row[0].value for row in summary.rows])


def test_another_sheet_stops_what_is_being_checked(
    qtbot: QtBot, hands: Hands, tmp_path: Path, sheet: Path
) -> None:
    hands.open(write_sheet(tmp_path / "many.csv", many_people(1_900)))
    page = hands.page
    click(page.check)
    qtbot.waitUntil(lambda: page.running.bar.value() > 0, timeout=WORK_ENDS)
    run = page.run
    hands.drop(sheet)
    assert run is not None
    assert run.is_stopped
    assert page.status.text().startswith("staff.csv")
    assert page.stack.currentWidget() is page.first
    assert page.running.cancel.isHidden()
    hands.check()
    assert of(page.people, 1) == ["T2", "T1", "T3"]


def test_a_sheet_that_is_damaged_further_down_ends_the_run_with_a_sentence(
    hands: Hands, tmp_path: Path
) -> None:
    path = write_sheet(tmp_path / "torn.csv", many_people(300))
    path.write_bytes(path.read_bytes() + b'"' + b"x" * 200_000)
    hands.open(path)
    hands.check()
    assert hands.page.status.text().startswith("torn.csv, row 302: a value is longer")
    assert hands.page.running.cancel.isHidden()


# The people


def test_the_people_are_filtered_by_verdict(checked: Hands) -> None:
    page = checked.page
    checked.choose(page.verdict, "! row")
    assert of(page.people, 1) == ["T3"]
    assert page.people.status.text() == "Rows shown: 1 of 3."
    checked.choose(page.verdict, "✗")
    assert of(page.people, 1) == ["T2"]
    checked.choose(page.verdict, "Every")
    assert len(of(page.people, 1)) == 3


def test_what_is_shown_is_copied_with_its_headings(checked: Hands) -> None:
    checked.choose(checked.page.verdict, "! row")
    click(checked.page.people.copy)
    checked.wait()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["Verdict", "Reference"],
        ["! row not understood", "T3"],
    ]


def test_enter_opens_a_person_as_a_case_and_a_row_that_has_none_is_told(checked: Hands) -> None:
    page = checked.page
    press(page.people.view, Qt.Key.Key_Return)
    checked.wait()
    assert [case.reference for case in checked.cases] == ["T2"]
    assert page.status.text() == "Row 3 is open as a case in the main window."
    press(page.people.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(page.people.view, Qt.Key.Key_Return)
    checked.wait()
    assert len(checked.cases) == 1
    assert page.status.text().startswith("Row 4 cannot be opened")


def test_a_person_whose_reference_another_row_has_too_is_opened_with_a_word_on_it(
    hands: Hands, tmp_path: Path
) -> None:
    noted: list[str] = []
    hands.window.noted.connect(noted.append)
    row = ("P1", "A", "England", "15/01/2026", "30000", "M6", "", "", *REST)
    other = ("P1", "A", "England", "15/01/2026", "39000", "M6", "", "", *REST)
    hands.open(write_sheet(tmp_path / "shared.csv", [row, ("P2", *row[1:]), other]))
    hands.check()
    page = hands.page
    open_row(page.people.view, "✗ not appropriate")
    hands.wait()
    assert noted == []
    open_row(page.people.view, "… cannot tell")
    hands.wait()
    assert page.status.text() == noted[0]
    assert [case.reference for case in hands.cases] == ["P2", "P1"]
    assert len(noted) == 1
    assert noted[0] == (
        "Row 2 is open as a case in the main window. Row 4 has the same reference, and what is "
        "paid there is not in this case."
    )


def test_a_double_click_opens_a_person_once_also_where_the_list_is_filtered(
    checked: Hands,
) -> None:
    view = checked.page.people.view
    checked.choose(checked.page.verdict, "…")
    open_row(view, "… cannot tell")
    checked.wait()
    assert [case.reference for case in checked.cases] == ["T1"]


def test_a_person_of_a_sheet_that_is_gone_cannot_be_opened(checked: Hands, sheet: Path) -> None:
    sheet.unlink()
    press(checked.page.people.view, Qt.Key.Key_Return)
    checked.wait()
    assert checked.cases == []
    assert checked.page.status.text().startswith("staff.csv: there is no such file")


# The result


def test_the_result_is_saved_as_a_workbook_as_often_as_wanted(
    checked: Hands, tmp_path: Path
) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        checked.save(tmp_path / name)
        assert checked.page.status.text() == f"Written: {name}.{NOT_ENCRYPTED}"
        assert people_of(tmp_path / name) == ["T2", "T1"]
    assert checked.chosen.suggested == ["staff-result", "staff-result"]


def test_a_result_is_written_only_after_the_page_had_the_time_to_be_painted(
    checked: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, seen = tmp_path / "out.xlsx", list[tuple[float, bool]]()
    monkeypatch.setattr(
        spot_check_page, "sleep", lambda seconds: seen.append((seconds, out.exists()))
    )
    checked.save(out)
    assert seen == [(spot_check_page.UNTIL_PAINTED, False)]
    assert out.exists()


def test_the_result_is_saved_as_csv_with_what_was_not_understood_beside_it(
    checked: Hands, tmp_path: Path
) -> None:
    checked.save(tmp_path / "out.csv")
    assert checked.page.status.text() == f"Written: out.csv.{NOT_ENCRYPTED}"
    people = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in people[1:]] == [
        ["T2", "not-appropriate"],
        ["T1", "cannot-tell"],
    ]
    errors = (tmp_path / "out-errors.csv").read_text("utf-8-sig").splitlines()
    assert errors[1].startswith("T3,4,Date,31/02/2026,")


def test_nothing_is_saved_where_no_file_is_chosen(checked: Hands) -> None:
    before = checked.page.status.text()
    click(checked.page.save)
    checked.wait()
    assert checked.page.status.text() == before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("result.txt", "name a file that ends in .xlsx or .csv"),
        ("staff.csv", "the result would take the place of what is read"),
        ("no/result.xlsx", "the file cannot be written"),
    ],
)
def test_a_place_that_cannot_take_the_result_is_refused_and_another_is_taken(
    checked: Hands, sheet: Path, tmp_path: Path, name: str, told: str
) -> None:
    before = sheet.read_bytes()
    checked.save(tmp_path / name)
    assert told in checked.page.status.text()
    assert [path.name for path in tmp_path.iterdir()] == ["staff.csv"]
    assert sheet.read_bytes() == before
    checked.save(tmp_path / "result.xlsx")
    assert people_of(tmp_path / "result.xlsx") == ["T2", "T1"]


def test_a_result_that_is_open_elsewhere_stays_as_it_is(
    checked: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(b"open in a spreadsheet program")

    replace = Path.replace

    def in_use(self: Path, target: Path) -> Path:
        if target == locked:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", in_use)
    checked.save(locked)
    assert checked.page.status.text().startswith("locked.xlsx: the file cannot be written")
    assert locked.read_bytes() == b"open in a spreadsheet program"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there anyway")
def test_what_a_killed_run_left_is_deleted_and_named_only_where_it_cannot_be(
    checked: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / "out.csv.abcdefgh.part"
    part.touch()
    checked.save(tmp_path / "out.csv")
    assert not part.exists()
    assert checked.page.status.text() == f"Written: out.csv.{NOT_ENCRYPTED}"
    part.touch()

    def not_yours(_self: Path) -> None:
        raise PermissionError(1, "not yours")

    monkeypatch.setattr(Path, "unlink", not_yours)
    checked.save(tmp_path / "out.csv")
    assert checked.page.status.text() == (
        f"Written: out.csv.{NOT_ENCRYPTED} A run that was stopped before it ended has left "
        "out.csv.abcdefgh.part, which cannot be deleted. You may delete it yourself."
    )


# What Qt asks for


def test_the_models_hold_what_qt_asks_of_models(
    hands: Hands, sheet: Path, qtmodeltester: ModelTester
) -> None:
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    hands.open(sheet)
    check(hands.page.columns.model)
    hands.check()
    check(hands.page.people.model)
    hands.choose(hands.page.verdict, "! row")
    check(hands.page.people.rows)


def test_the_page_is_freed_with_its_window_and_lets_go_of_what_it_kept(checked: Hands) -> None:
    page = checked.page
    checked.end()
    assert not isValid(page)
    assert page.run is None
