"""The dialogs of the program itself, answered without anybody there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.choosers import Changes, Dialogs
from payapp.report.wording import Wording


@pytest.fixture
def dialogs(qtbot: QtBot, wording: Wording) -> Dialogs:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Dialogs(parent, wording)


def answer(monkeypatch: pytest.MonkeyPatch, name: str, path: str) -> list[str]:
    """Have a file dialog of Qt answered, and return what it was asked with."""
    asked: list[str] = []

    def choose(_parent: QWidget, *words: str) -> tuple[str, str]:
        asked.extend(words)
        return path, ""

    monkeypatch.setattr(QFileDialog, name, staticmethod(choose))
    return asked


def test_the_case_to_open_is_asked_for(dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "getOpenFileName", "case.json")
    assert dialogs.case_to_open() == Path("case.json")
    assert asked == ["Open a case file", "", "Case files (*.json)"]


def test_nothing_is_opened_where_nothing_is_chosen(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getOpenFileName", "")
    assert dialogs.case_to_open() is None


@pytest.mark.parametrize(
    ("typed", "path"), [("mine", "mine.json"), ("mine.json", "mine.json"), ("", None)]
)
def test_a_case_file_ends_as_such(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, typed: str, path: str | None
) -> None:
    asked = answer(monkeypatch, "getSaveFileName", typed)
    assert dialogs.case_to_save("New case") == (Path(path) if path else None)
    assert asked[1] == "New case.json"


def test_a_workbook_ends_as_such(dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "getSaveFileName", "report")
    assert dialogs.workbook_to_write("Case 7") == Path("report.xlsx")
    assert asked[1:] == ["Case 7.xlsx", "Excel workbooks (*.xlsx)"]


@pytest.mark.parametrize(
    ("role", "changes"),
    [
        (QMessageBox.ButtonRole.AcceptRole, Changes.SAVE),
        (QMessageBox.ButtonRole.DestructiveRole, Changes.DISCARD),
        (QMessageBox.ButtonRole.RejectRole, Changes.CANCEL),
    ],
)
def test_each_button_says_what_happens_to_the_changes(
    dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
    role: QMessageBox.ButtonRole,
    changes: Changes,
) -> None:
    def click(box: QMessageBox) -> int:
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    assert dialogs.about_changes("Case 7") is changes


def test_the_question_about_changes_is_in_our_own_words_with_letters_of_their_own(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def read(box: QMessageBox) -> int:
        texts.append(box.text())
        texts.extend(button.text() for button in box.buttons())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", read)
    dialogs.about_changes("Case 7")
    question, *buttons = texts
    assert question == "Save the changes to Case 7?"
    letters = [text[text.index("&") + 1].lower() for text in buttons]
    assert len(letters) == len(set(letters)) == 3


def test_what_has_to_be_read_is_shown_with_its_sentence(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def read(box: QMessageBox) -> int:
        shown.extend((box.text(), box.informativeText()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", read)
    dialogs.tell("This file could not be opened", "case.json: the file is empty.")
    assert shown == ["This file could not be opened", "case.json: the file is empty."]


@pytest.mark.parametrize(
    ("role", "is_wanted"),
    [(QMessageBox.ButtonRole.DestructiveRole, True), (QMessageBox.ButtonRole.RejectRole, False)],
)
def test_traces_are_cleared_only_by_the_button_that_says_so(
    dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
    role: QMessageBox.ButtonRole,
    is_wanted: bool,  # a parameter of the test
) -> None:
    defaults: list[QMessageBox.ButtonRole] = []

    def click(box: QMessageBox) -> int:
        defaults.append(box.buttonRole(box.defaultButton()))
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    assert dialogs.about_traces() is is_wanted
    assert defaults == [QMessageBox.ButtonRole.RejectRole]


@pytest.mark.parametrize(
    ("typed", "kind", "path"),
    [
        ("result", "Excel workbooks (*.xlsx)", "result.xlsx"),
        ("result", "CSV files (*.csv)", "result.csv"),
        ("result.csv", "Excel workbooks (*.xlsx)", "result.csv"),
        ("result", "", "result.xlsx"),
        ("", "CSV files (*.csv)", None),
    ],
)
def test_a_result_ends_as_it_is_typed_or_else_as_the_kind_that_is_chosen(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, path: str | None
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, *words: str) -> tuple[str, str]:
        asked.extend(words)
        return typed, kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    assert dialogs.result_to_write("staff-result") == (Path(path) if path else None)
    assert asked == [
        "Save the result",
        "staff-result.xlsx",
        "Excel workbooks (*.xlsx);;CSV files (*.csv)",
    ]
