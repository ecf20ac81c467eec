"""The rep's pack on its page: three files in a folder, and what is said of them."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from payapp.gui.pack_page import PackPage
from tests.gui.desks import OnDesk
from tests.gui.hands import click, press

TEACHER = "england-special-school-without-allowance"


class Folder:
    """The folder that a person would choose."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked = 0

    def choose(self) -> Path | None:
        self.asked += 1
        return self.path


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    chosen = tmp_path / "papers"
    chosen.mkdir()
    return Folder(chosen)


@pytest.fixture
def page(on_desk: OnDesk, folder: Folder) -> PackPage:
    on_desk.open(TEACHER)
    page = PackPage(on_desk.casework, folder.choose, on_desk.window)
    page.refresh()
    return on_desk.show(page)


def files(folder: Folder) -> dict[str, Path]:
    assert folder.path is not None
    return {path.suffix: path for path in folder.path.iterdir()}


def test_a_text_a_workbook_and_a_pdf_are_written_under_one_name(
    on_desk: OnDesk, page: PackPage, folder: Folder
) -> None:
    click(page.write)
    on_desk.wait()
    written = files(folder)
    assert set(written) == {".txt", ".xlsx", ".pdf"}
    assert len({path.stem for path in written.values()}) == 1
    assert page.told.text().splitlines()[1:-1] == [
        written[ending].name for ending in (".txt", ".xlsx", ".pdf")
    ]


def test_the_papers_tell_what_is_owed_for_the_period_that_is_shown(
    on_desk: OnDesk, page: PackPage, folder: Folder
) -> None:
    on_desk.type_over(page.period.first, "1 September 2025")
    on_desk.type_over(page.period.last, "31 August 2026")
    click(page.write)
    on_desk.wait()
    text = files(folder)[".txt"].read_text("utf-8")
    assert "At least £2,787 appears to be owed to the teacher by rules" in text
    assert "It may be up to £5,497, " in text
    book = load_workbook(files(folder)[".xlsx"], read_only=True)
    assert {"Arrears", "Checks", "Sources"} <= set(book.sheetnames)
    book.close()
    assert files(folder)[".pdf"].read_bytes().startswith(b"%PDF-1.")


def test_the_papers_speak_of_the_teacher_whoever_the_window_speaks_to(
    on_desk: OnDesk, page: PackPage, folder: Folder
) -> None:
    on_desk.casework.audience = "teacher"
    click(page.write)
    on_desk.wait()
    text = files(folder)[".txt"].read_text("utf-8")
    assert "the teacher's pay" in text.lower()
    assert "Papers for a meeting: Special-school teacher without the SEN allowance" in text


def test_no_folder_chosen_writes_nothing(page: PackPage, folder: Folder) -> None:
    folder.path = None
    click(page.write)
    assert folder.asked == 1
    assert page.told.isHidden()


def test_a_folder_that_is_gone_is_told_in_a_sentence(
    on_desk: OnDesk, page: PackPage, folder: Folder, tmp_path: Path
) -> None:
    folder.path = tmp_path / "gone"
    click(page.write)
    on_desk.wait()
    assert "cannot be written" in page.told.text()
    assert not folder.path.exists()


def test_papers_of_the_same_name_are_replaced_whole(
    on_desk: OnDesk, page: PackPage, folder: Folder
) -> None:
    for _ in range(2):
        click(page.write)
        on_desk.wait()
    assert len(files(folder)) == 3
    assert folder.path is not None
    assert len(list(folder.path.iterdir())) == 3, "no half-written file is left behind"


@pytest.mark.parametrize("typed", ["soon", "2 September 2085", ""])
def test_without_a_period_nothing_can_be_written(
    on_desk: OnDesk, page: PackPage, folder: Folder, typed: str
) -> None:
    page.period.first.setFocus()
    page.period.first.selectAll()
    press(page.period.first, Qt.Key.Key_Delete)
    if typed:
        on_desk.type_over(page.period.first, typed)
    assert not page.write.isEnabled()
    assert page.told.text().startswith("Enter a first day and a last day")
    click(page.write)
    assert folder.asked == 0
    on_desk.type_over(page.period.first, "1 September 2025")
    assert page.write.isEnabled()
    assert page.told.isHidden()


def test_what_the_papers_hold_and_that_they_name_nobody_is_said_beforehand(page: PackPage) -> None:
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "a text, an Excel workbook and a PDF" in told
    assert "They name nobody, carry the reference of the case, and are not encrypted" in told


def test_what_was_written_is_read_at_once_and_can_be_copied(
    on_desk: OnDesk, page: PackPage
) -> None:
    page.write.setFocus()
    press(page.write, Qt.Key.Key_Space)
    on_desk.wait()
    assert page.told.hasFocus()
    assert page.told.accessibleName().startswith("Written to ")
    assert page.told.accessibleName().endswith(
        "\nThe files are not encrypted: keep them on an encrypted drive."
    )
    assert page.told.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_tab_goes_from_the_period_to_the_button(on_desk: OnDesk, page: PackPage) -> None:
    page.period.first.setFocus()
    for following in (page.period.last, page.write):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_while_the_case_waits_nothing_can_be_written(page: PackPage) -> None:
    page.clear("This waits.")
    assert not page.write.isEnabled()
    assert page.told.text() == "This waits."


def test_closing_while_the_papers_are_written_leaves_them_whole(
    on_desk: OnDesk, page: PackPage, folder: Folder
) -> None:
    click(page.write)
    assert on_desk.frees(page)
    assert set(files(folder)) in ({".txt", ".xlsx", ".pdf"}, set())
