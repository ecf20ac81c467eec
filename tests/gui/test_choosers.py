"""The dialogs of the program itself, answered without anybody there."""

from collections.abc import Callable
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

    def choose(_parent: QWidget, *words: str, options: object = None) -> tuple[str, str]:
        del options
        asked.extend(words)
        return path, ""

    monkeypatch.setattr(QFileDialog, name, staticmethod(choose))
    return asked


def test_the_case_to_open_is_asked_for(dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "getOpenFileName", "case.json")
    assert dialogs.case_to_open() == Path("case.json")
    assert asked == ["Open a case file", "", "Case files (*.json)"]


def test_the_job_description_to_read_is_asked_for(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "getOpenFileName", "post.docx")
    assert dialogs.description_to_open() == Path("post.docx")
    kinds = "Job descriptions (*.docx *.pdf *.txt *.md *.text)"
    assert asked == ["Read a job description", "", kinds]


def test_nothing_is_opened_where_nothing_is_chosen(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getOpenFileName", "")
    assert dialogs.case_to_open() is None


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("mine", "mine.json"),
        ("mine.json", "mine.json"),
        ("MINE.JSON", "MINE.JSON"),
        ("Case 1.2 AB", "Case 1.2 AB.json"),
        ("mine.xlsx", "mine.xlsx.json"),
        ("", None),
    ],
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
        ("staff 1.9", "CSV files (*.csv)", "staff 1.9.csv"),
        ("result", "", "result.xlsx"),
        ("", "CSV files (*.csv)", None),
    ],
)
def test_a_result_ends_as_it_is_typed_or_else_as_the_kind_that_is_chosen(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, path: str | None
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, *words: str, options: object = None) -> tuple[str, str]:
        del options
        asked.extend(words)
        return typed, kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    assert dialogs.result_to_write("staff-result") == (Path(path) if path else None)
    assert asked == [
        "Save the result (the file is not encrypted)",
        "staff-result.xlsx",
        "Excel workbooks (*.xlsx);;CSV files (*.csv)",
    ]


def test_every_dialog_that_writes_says_that_the_file_is_not_encrypted(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def choose(_parent: QWidget, title: str, *_: str, options: object = None) -> tuple[str, str]:
        del options
        titles.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    dialogs.case_to_save("one")
    dialogs.workbook_to_write("one")
    dialogs.result_to_write("one")
    dialogs.pdf_to_write("one")
    assert titles == [
        f"{what} (the file is not encrypted)"
        for what in ("Save the case", "Export to Excel", "Save the result", "Export to PDF")
    ]


class Asked:
    """Files named one after the other in the dialog of Qt, and answers to the questions after."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, named: list[str], *, yes: bool) -> None:
        self.questions: list[str] = []
        self.offered: list[str] = []
        self.defaults: list[QMessageBox.ButtonRole] = []
        self._named = iter(named)
        self._yes = yes
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(self.choose))

        def answer(box: QMessageBox) -> int:
            return self.answer(box)

        monkeypatch.setattr(QMessageBox, "exec", answer)

    def choose(
        self, _parent: QWidget, _title: str, offered: str, _filter: str, *, options: object
    ) -> tuple[str, str]:
        assert options == QFileDialog.Option.DontConfirmOverwrite, "nobody is asked twice"
        self.offered.append(offered)
        return next(self._named, ""), ""

    def answer(self, box: QMessageBox) -> int:
        self.questions.append(box.text())
        self.defaults.append(box.buttonRole(box.defaultButton()))
        roles = QMessageBox.ButtonRole
        wanted = roles.DestructiveRole if self._yes else roles.RejectRole
        next(button for button in box.buttons() if box.buttonRole(button) is wanted).click()
        return 0


@pytest.mark.parametrize("typed", ["abc", "abc.json"])
def test_a_file_that_is_there_is_replaced_only_once_that_is_confirmed(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str
) -> None:
    there = tmp_path / "abc.json"
    there.write_text("kept", encoding="utf-8")
    asked = Asked(monkeypatch, [str(tmp_path / typed)], yes=True)
    assert dialogs.case_to_save("New case") == there
    assert asked.questions == ["'abc.json' is already there. Replace it?"]
    assert asked.defaults == [QMessageBox.ButtonRole.RejectRole]


@pytest.mark.parametrize(
    ("ask", "ending"),
    [
        (Dialogs.case_to_save, ".json"),
        (Dialogs.workbook_to_write, ".xlsx"),
        (Dialogs.result_to_write, ".xlsx"),
        (Dialogs.pdf_to_write, ".pdf"),
    ],
)
def test_where_a_file_is_to_stay_another_name_is_asked_for(
    dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    ask: Callable[[Dialogs, str], Path | None],
    ending: str,
) -> None:
    there = tmp_path / f"out{ending}"
    there.write_text("kept", encoding="utf-8")
    named = [str(tmp_path / "out"), str(tmp_path / "other")]
    asked = Asked(monkeypatch, named, yes=False)
    assert ask(dialogs, "New") == tmp_path / f"other{ending}"
    assert asked.offered == [f"New{ending}", str(there)]
    assert len(asked.questions) == 1


def test_a_name_that_is_free_is_taken_without_a_question(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = Asked(monkeypatch, [str(tmp_path / "new")], yes=False)
    assert dialogs.pdf_to_write("New") == tmp_path / "new.pdf"
    assert asked.questions == []
