"""Two results of spot checks in the window: chosen or dropped, compared, filtered and saved."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.gui.desks import shown
from tests.gui.hands import click, press
from tests.gui.spot_checks import (
    NOT_ENCRYPTED,
    RESULT,
    ROWS,
    Hands,
    of,
    spoken,
    write_rows,
    write_sheet,
)

LAST = (
    ("P1", "appropriate", "", "0"),
    ("P2", "questionable", "tlr:below-advisory", "0"),
    ("P4", "not-appropriate", "base-pay:below", "100.00"),
    ("P5", "appropriate", "", "0"),
)
THIS = (
    ("P1", "not-appropriate", "base-pay:below", "651.50"),
    ("P3", "cannot-tell", "", "0"),
    ("P4", "not-appropriate", "base-pay:below", "120.00"),
    ("P5", "appropriate", "", "0"),
)
COUNTED = (
    "last.csv → this.csv: 4 changes. Reason found anew: 1; verdict or gap changed: 1; "
    "person new: 1; person gone: 1."
)
NOT_FOUND_LAST = "base-pay:below was not found last time"
NOT_AS_BEFORE = "The verdict or the gap is not what it was"


@pytest.fixture
def last(tmp_path: Path) -> Path:
    path = write_rows(tmp_path / "last.csv", (RESULT, *LAST))
    os.utime(path, (1_000, 1_000))
    return path


@pytest.fixture
def this(tmp_path: Path) -> Path:
    path = write_rows(tmp_path / "this.csv", (RESULT, *THIS))
    os.utime(path, (2_000, 2_000))
    return path


def choose(hands: Hands, which: str, path: Path | None) -> None:
    hands.file = path
    click(hands.runs.choose[which])
    hands.wait()


def compare(hands: Hands) -> None:
    click(hands.runs.compare)
    hands.wait()


@pytest.fixture
def compared(hands: Hands, last: Path, this: Path) -> Hands:
    choose(hands, "earlier", last)
    choose(hands, "later", this)
    compare(hands)
    return hands


def save(hands: Hands, path: Path | None) -> None:
    hands.chosen.result_path = path
    click(hands.runs.save)
    hands.wait()


# The two results


def test_nothing_is_compared_before_both_results_are_chosen(hands: Hands, last: Path) -> None:
    page = hands.runs
    assert page.status.text().startswith("Choose two results of spot checks")
    assert not page.compare.isEnabled()
    assert not page.swap.isEnabled()
    choose(hands, "earlier", last)
    assert [label.text() for label in page.names.values()] == [
        "last.csv",
        "No later result is chosen.",
    ]
    assert page.names["earlier"].toolTip() == str(last)
    assert not page.compare.isEnabled()
    choose(hands, "later", None)
    assert not page.compare.isEnabled()
    choose(hands, "later", last)
    assert page.compare.isEnabled()
    assert page.status.text().startswith("Compare them")


def test_of_two_results_that_are_dropped_the_one_written_first_is_the_earlier(
    hands: Hands, last: Path, this: Path
) -> None:
    page = hands.runs
    hands.drop(this, last)
    assert page.results == {"earlier": last, "later": this}
    compare(hands)
    assert page.status.text() == COUNTED


def test_results_that_are_dropped_one_by_one_fill_the_places_in_order(
    hands: Hands, last: Path, this: Path, tmp_path: Path
) -> None:
    page, third = hands.runs, tmp_path / "third.csv"
    hands.drop(this)
    hands.drop(last)
    assert page.results == {"earlier": this, "later": last}
    hands.drop(third)
    assert page.results == {"earlier": this, "later": third}


def test_the_two_can_be_swapped_and_what_was_compared_before_is_taken_away(
    compared: Hands, last: Path, this: Path
) -> None:
    page = compared.runs
    click(page.swap)
    assert page.results == {"earlier": this, "later": last}
    assert shown(page.panel.view) == []
    assert page.save.isHidden()
    compare(compared)
    assert page.status.text().startswith("this.csv → last.csv: 4 changes.")
    assert of(page.panel, 0) == ["P1", "P2", "P4", "P3"]


# What differs


def test_what_is_new_gone_or_changed_is_counted_and_listed(compared: Hands) -> None:
    page = compared.runs
    assert page.status.text() == COUNTED
    assert shown(page.panel.view) == [
        ["P1", NOT_FOUND_LAST, "✓ appropriate", "✗ not appropriate", "£0", "£651.50"],
        ["P3", "This person was not in the earlier result", "", "… cannot tell", "", "£0"],
        ["P4", NOT_AS_BEFORE, "✗ not appropriate", "✗ not appropriate", "£100", "£120"],
        ["P2", "This person is not in the later result", "? questionable", "", "£0", ""],
    ]


def test_a_change_is_read_aloud_and_said_in_full_below(compared: Hands) -> None:
    page = compared.runs
    said = (
        "P1: base-pay:below was not found last time. "
        "Verdict before: ✓ appropriate. Verdict now: ✗ not appropriate."
    )
    assert page.sentence.text() == said
    assert spoken(page.panel, 0, 5) == f"Gap now: £651.50. {said}"
    press(page.panel.view, Qt.Key.Key_Down)
    assert page.sentence.text() == (
        "P3: This person was not in the earlier result. Verdict: … cannot tell."
    )


def test_the_changes_are_filtered_by_kind_and_copied(compared: Hands) -> None:
    page = compared.runs
    compared.choose(page.change, "Person gone")
    assert of(page.panel, 0) == ["P2"]
    assert page.panel.status.text() == "Rows shown: 1 of 4."
    press(page.panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    compared.wait()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Reference", "P2"]
    compared.choose(page.change, "Every change")
    assert len(of(page.panel, 0)) == 4


def test_two_results_that_are_alike_have_no_changes_to_save(hands: Hands, last: Path) -> None:
    page = hands.runs
    hands.drop(last, last)
    compare(hands)
    assert page.status.text() == "last.csv → last.csv: nothing has changed."
    assert not page.save.isEnabled()
    assert not page.change.isEnabled()


def test_the_results_of_two_checks_are_compared_whatever_kind_of_file_they_are(
    hands: Hands, tmp_path: Path
) -> None:
    better = ("T2", "Birtles", "England", "15/01/2026", "45,352", "M6", "2,787", *ROWS[1][7:])
    for name, second in (("january.xlsx", ROWS[1]), ("february.csv", better)):
        hands.window.show_page("sheet")
        hands.open(write_sheet(tmp_path / "staff.csv", (ROWS[0], second)))
        hands.check()
        hands.save(tmp_path / name)
    choose(hands, "earlier", tmp_path / "january.xlsx")
    choose(hands, "later", tmp_path / "february.csv")
    compare(hands)
    panel = hands.runs.panel
    assert {"T2"} == set(of(panel, 0))
    assert "base-pay:below is not found any more" in of(panel, 1)
    assert not [verdict for verdict in of(panel, 3) if verdict.startswith("✗")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("staff.csv", "Staff no,FTE\nT1,1\n", "staff.csv: it is no result of a spot check"),
        ("empty.csv", "", "empty.csv: the file is empty; save it again, or choose another."),
        ("book.xlsx", "no workbook", "book.xlsx: "),
        ("notes.docx", "", "notes.docx: this kind of file is not read"),
        ("gone.csv", None, "gone.csv: there is no such file"),
        ("odd.csv", f"{','.join(RESULT)}\nP1,appropriate,,lots\n", "odd.csv, row 2: 'lots'"),
    ],
)
def test_a_file_that_is_no_result_is_told_in_a_sentence(
    hands: Hands, last: Path, tmp_path: Path, name: str, content: str | None, told: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    choose(hands, "earlier", last)
    choose(hands, "later", path)
    compare(hands)
    page = hands.runs
    assert page.status.text().startswith(told)
    assert shown(page.panel.view) == []
    assert not page.compare.isHidden()
    assert page.running.cancel.isHidden()
    assert page.compare.hasFocus()


def test_a_verdict_that_nobody_knows_is_shown_as_it_stands(
    hands: Hands, last: Path, tmp_path: Path
) -> None:
    other = write_rows(tmp_path / "other.csv", (RESULT, ("P1", "splendid", "", "0")))
    hands.runs.take_files([last])
    hands.runs.take_files([other])
    compare(hands)
    assert of(hands.runs.panel, 3)[0] == "splendid"


# Stopping


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Have results that never come to their end; return what tells that they are being read."""
    begun = Event()

    def people(*_arguments: object) -> Iterator[tuple[str, str, tuple[str, ...], int]]:
        while True:
            begun.set()
            yield "P1", "appropriate", (), 0

    monkeypatch.setattr("payapp.payroll.read_people", people)
    return begun


def test_cancel_stops_the_reading_and_keeps_the_choice(
    qtbot: QtBot, hands: Hands, last: Path, this: Path, endless: Event
) -> None:
    page = hands.runs
    hands.drop(last, this)
    click(page.compare)
    assert page.running.cancel.hasFocus()
    assert not page.choose["earlier"].isEnabled()
    qtbot.waitUntil(lambda: page.status.text().endswith(" people read"))
    assert endless.is_set()
    press(page.running.cancel, Qt.Key.Key_Space)
    assert page.status.text() == "Stopped. Nothing was compared."
    assert page.compare.isEnabled()
    assert page.compare.hasFocus()
    hands.wait()
    assert shown(page.panel.view) == []


def test_what_is_being_read_is_stopped_by_other_results_and_by_the_end_of_the_window(
    qtbot: QtBot, hands: Hands, last: Path, this: Path, endless: Event
) -> None:
    page = hands.runs
    hands.drop(last, this)
    click(page.compare)
    qtbot.waitUntil(endless.is_set)
    hands.drop(last)
    assert page.running.cancel.isHidden()
    click(page.compare)
    endless.clear()
    qtbot.waitUntil(endless.is_set)
    hands.end()
    assert not isValid(page)


# Saving


def test_the_changes_are_saved_as_the_command_line_writes_them(
    compared: Hands, tmp_path: Path
) -> None:
    save(compared, tmp_path / "changes.xlsx")
    assert compared.runs.status.text() == f"Written: changes.xlsx.{NOT_ENCRYPTED}"
    rows = list(load_workbook(tmp_path / "changes.xlsx")["Changes"].iter_rows(values_only=True))
    assert [row[:3] for row in rows[1:]] == [
        ("P1", "new", "base-pay:below"),
        ("P3", "new-person", ""),
        ("P4", "changed", ""),
        ("P2", "gone-person", ""),
    ]
    save(compared, tmp_path / "changes.csv")
    lines = (tmp_path / "changes.csv").read_text("utf-8-sig").splitlines()
    assert lines[1] == (
        "P1,new,base-pay:below,appropriate,not-appropriate,0.00,651.50,"
        "base-pay:below was not found last time"
    )
    assert compared.chosen.suggested == ["this-changes", "this-changes"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("last.csv", "last.csv: the result would take the place of what is read"),
        ("this.csv", "this.csv: the result would take the place of what is read"),
        ("changes.txt", "name a file that ends in .xlsx or .csv"),
        ("no/changes.csv", "the file cannot be written"),
    ],
)
def test_a_place_that_cannot_take_the_changes_is_refused(
    compared: Hands, tmp_path: Path, name: str, told: str
) -> None:
    save(compared, tmp_path / name)
    assert told in compared.runs.status.text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["last.csv", "this.csv"]
    save(compared, None)
    assert told in compared.runs.status.text()


def test_the_changes_stay_after_a_refusal_and_can_be_saved_elsewhere(
    compared: Hands, tmp_path: Path
) -> None:
    save(compared, tmp_path / "no" / "changes.csv")
    assert len(of(compared.runs.panel, 0)) == 4
    save(compared, tmp_path / "changes.csv")
    assert (tmp_path / "changes.csv").exists()


# What Qt asks for


def test_the_model_holds_what_qt_asks_of_models(
    compared: Hands, qtmodeltester: ModelTester
) -> None:
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    check(compared.runs.panel.model)
    compared.choose(compared.runs.change, "Person")
    check(compared.runs.panel.rows)
