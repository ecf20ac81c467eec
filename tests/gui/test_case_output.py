"""What is written of the case that is open: its file and its workbook."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Changes
from payapp.gui.window import MainWindow
from tests.gui.conftest import Chosen
from tests.gui.hands import act, field, say, three_way, type_over


def is_asked(page: CasePage, fact: str) -> bool:
    return fact in page.form.rows and not page.form.rows[fact].isHidden()


def test_a_case_is_saved_and_opened_again_as_it_was(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.save_path = tmp_path / "Case 7.json"
    say(page, "teaches_sen_pupils", "yes")
    assert window.isWindowModified()
    act(window, "save")
    assert not window.isWindowModified()
    assert window.windowTitle() == "Case 7[*] – payapp"
    assert window.statusBar().currentMessage() == (
        "Saved as Case 7.json. The file is not encrypted: keep it on an encrypted drive."
    )
    assert json.loads(chosen.save_path.read_text("utf-8"))["post"]["teaches_sen_pupils"] == "yes"
    act(window, "new")
    assert is_asked(page, "teaches_sen_pupils")
    assert three_way(page, "teaches_sen_pupils").segment("not-known").isChecked()
    chosen.open_path = chosen.save_path
    act(window, "open")
    assert three_way(page, "teaches_sen_pupils").segment("yes").isChecked()


def test_a_case_with_a_file_is_saved_there_without_asking(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.save_path = tmp_path / "one.json"
    act(window, "save_as")
    chosen.save_path = tmp_path / "other.json"
    say(page, "teaches_sen_pupils", "no")
    act(window, "save")
    assert '"teaches_sen_pupils": "no"' in (tmp_path / "one.json").read_text("utf-8")
    assert not (tmp_path / "other.json").exists()


def test_the_report_is_exported_as_a_workbook(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "report.xlsx"
    act(window, "export")
    book = load_workbook(chosen.workbook_path, read_only=True)
    assert len(book.sheetnames) == 8
    book.close()
    assert "report.xlsx" in window.statusBar().currentMessage()
    assert page.answered is not None


def test_saving_that_was_cancelled_does_not_lose_the_changes(
    window: MainWindow, page: CasePage, chosen: Chosen
) -> None:
    say(page, "teaches_sen_pupils", "no")
    chosen.changes, chosen.save_path = Changes.SAVE, None
    assert not window.close()
    assert window.isWindowModified()


def test_a_case_with_a_value_that_is_not_accepted_is_not_saved(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.save_path = tmp_path / "bad.json"
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    act(window, "save")
    assert not chosen.save_path.exists()
    assert "'7' is not accepted" in chosen.told[0][1]
    assert field(page, "fte").hasFocus()


def test_a_case_with_a_value_that_is_not_accepted_is_not_exported(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "bad.xlsx"
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    act(window, "export")
    assert not chosen.workbook_path.exists()
    assert chosen.told[0][0] == "The workbook could not be written"


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_lost(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    say(page, "teaches_sen_pupils", "no")
    chosen.save_path = tmp_path / "nowhere" / "case.json"
    act(window, "save_as")
    assert chosen.told[0][0] == "This case could not be saved"
    assert window.isWindowModified()
    chosen.workbook_path = tmp_path / "nowhere" / "case.xlsx"
    act(window, "export")
    assert chosen.told[1][0] == "The workbook could not be written"


def test_a_workbook_shows_the_case_as_it_stood_when_it_was_asked_for(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "before.xlsx"
    window.menus.actions["export"].trigger()
    say(page, "teaches_sen_pupils", "yes")
    chosen.workbook_path = tmp_path / "after.xlsx"
    act(window, "export")
    asked = "Do you teach pupils with SEN as part of the post?"
    before, after = tmp_path / "before.xlsx", tmp_path / "after.xlsx"
    assert any(asked in cell for cell in cells(before, "Summary"))
    assert asked not in cells(before, "Facts")
    assert not any(asked in cell for cell in cells(after, "Summary"))
    assert asked in cells(after, "Facts")


def cells(path: Path, sheet: str) -> list[str]:
    """Return the texts of a sheet of a workbook."""
    book = load_workbook(path, read_only=True)
    rows = book[sheet].iter_rows(values_only=True)
    found = [str(cell) for row in rows for cell in row if cell is not None]
    book.close()
    return found


def test_closing_waits_until_the_workbook_is_written(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path
) -> None:
    del page
    chosen.workbook_path = tmp_path / "last.xlsx"
    window.menus.actions["export"].trigger()
    assert window.close()
    assert len(load_workbook(chosen.workbook_path, read_only=True).sheetnames) == 8


@pytest.mark.parametrize("action", ["save", "save_as"])
def test_where_a_value_is_refused_no_name_is_asked_for(
    window: MainWindow, page: CasePage, chosen: Chosen, tmp_path: Path, action: str
) -> None:
    chosen.save_path = tmp_path / "mine.json"
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    act(window, action)
    assert [title for title, _ in chosen.told] == ["This case could not be saved"]
    assert chosen.suggested == []
    assert not chosen.save_path.exists()
    assert field(page, "fte").hasFocus()
