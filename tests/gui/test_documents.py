"""The case that is open, and what can be undone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from payapp.domain.refusals import Refused
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import Plain, new_case, with_value
from tests.gui.conftest import EXAMPLES

START: Plain = new_case(date(2026, 10, 1))


@pytest.fixture
def document(qapp: QApplication) -> CaseDocument:
    del qapp
    document = CaseDocument()
    document.start(START)
    return document


def answer(document: CaseDocument, fact: str, value: str, typed_in: str = "") -> None:
    document.edit(with_value(document.plain, fact, value), f"change of {fact}", typed_in)


def test_a_case_begins_without_changes(document: CaseDocument) -> None:
    assert not document.is_modified
    assert not document.history.canUndo()


def test_a_change_is_told_of_once_and_can_be_undone(document: CaseDocument) -> None:
    heard: list[Plain] = []
    document.changed.connect(lambda: heard.append(document.plain))
    answer(document, "role", "senco")
    assert len(heard) == 1
    modified = document.is_modified
    document.history.undo()
    assert document.plain == START
    assert (modified, document.is_modified) == (True, False)


def test_the_same_answers_again_are_no_change(document: CaseDocument) -> None:
    document.edit(dict(START), "nothing")
    assert not document.history.canUndo()


def test_keystrokes_in_one_field_are_one_step(document: CaseDocument) -> None:
    for text in ("5", "51", "510"):
        answer(document, "salary", text, "salary")
    assert document.history.count() == 1
    document.history.undo()
    assert document.plain == START


def test_keystrokes_in_another_field_are_another_step(document: CaseDocument) -> None:
    answer(document, "salary", "5", "salary")
    answer(document, "fte", "1", "fte")
    assert document.history.count() == 2


def test_typing_again_is_another_step(document: CaseDocument) -> None:
    answer(document, "salary", "5", "salary")
    document.end_typing()
    answer(document, "salary", "51", "salary")
    assert document.history.count() == 2


def test_choices_are_steps_of_their_own(document: CaseDocument) -> None:
    answer(document, "role", "senco")
    answer(document, "role", "supply")
    assert document.history.count() == 2


def test_typing_back_to_where_it_began_leaves_nothing_to_undo(document: CaseDocument) -> None:
    answer(document, "reference", "A", "reference")
    answer(document, "reference", "", "reference")
    assert document.plain == START
    assert not document.history.canUndo()
    assert not document.is_modified


def test_the_saved_state_is_the_clean_one(document: CaseDocument, tmp_path: Path) -> None:
    answer(document, "role", "senco")
    document.save(tmp_path / "case.json")
    states = [document.is_modified]
    document.history.undo()
    states.append(document.is_modified)
    document.history.redo()
    states.append(document.is_modified)
    assert states == [False, True, False]


def test_typing_after_saving_is_a_change_again(document: CaseDocument, tmp_path: Path) -> None:
    answer(document, "salary", "5", "salary")
    document.save(tmp_path / "case.json")
    answer(document, "salary", "51", "salary")
    assert document.is_modified


def test_a_case_survives_saving_and_opening(document: CaseDocument, tmp_path: Path) -> None:
    answer(document, "salary", "51048")
    answer(document, "role", "senco")
    document.save(tmp_path / "case.json")
    other = CaseDocument()
    other.open(tmp_path / "case.json")
    assert other.plain["post"] == {"role": "senco"}
    assert other.plain["pay"] == {"salary": 51048}
    assert other.path == tmp_path / "case.json"


def test_a_case_that_is_not_accepted_is_not_written(document: CaseDocument, tmp_path: Path) -> None:
    answer(document, "fte", "7")
    with pytest.raises(Refused, match=r"case\.json.*fte.*'7'"):
        document.save(tmp_path / "case.json")
    assert list(tmp_path.iterdir()) == []
    assert document.path is None


def test_what_was_in_the_file_stays_where_saving_is_refused(
    document: CaseDocument, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    document.save(path)
    before = path.read_bytes()
    answer(document, "fte", "7")
    with pytest.raises(Refused):
        document.save(path)
    assert path.read_bytes() == before


def test_another_case_after_an_example_is_none(document: CaseDocument) -> None:
    document.open_example(EXAMPLES / "england-cannot-be-told.json")
    assert document.example == "SENCO, facts still missing"
    assert not document.is_modified
    answer(document, "role", "senco")
    assert document.example == "SENCO, facts still missing", "changed, it is still the example"
    document.start({"schema": 1})
    assert document.example == ""


def test_an_example_without_a_reference_goes_by_its_file(
    document: CaseDocument, tmp_path: Path
) -> None:
    path = tmp_path / "plain.json"
    path.write_text('{"schema": 1, "nation": "wales", "on": "2025-10-01"}', encoding="utf-8")
    document.open_example(path)
    assert document.example == "plain"


def test_the_last_case_is_told_to_be_gone_before_another_is_told_of(
    document: CaseDocument,
) -> None:
    heard: list[str] = []
    document.left.connect(lambda: heard.append("left"))
    document.changed.connect(lambda: heard.append("changed"))
    answer(document, "role", "senco")
    document.open_example(EXAMPLES / "england-cannot-be-told.json")
    assert heard == ["changed", "left", "changed"]


def test_a_file_that_is_refused_leaves_the_open_case_alone(
    document: CaseDocument, tmp_path: Path
) -> None:
    answer(document, "role", "senco")
    before = document.plain
    with pytest.raises(Refused):
        document.open(tmp_path / "nothing.json")
    assert document.plain == before
    assert document.history.canUndo()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_an_example_is_saved_as_it_was_opened(
    document: CaseDocument, path: Path, tmp_path: Path
) -> None:
    document.open_example(path)
    assert document.path is None
    before = document.plain
    assert document.example == before["reference"]
    document.save(tmp_path / "copy.json")
    assert document.example == ""
    document.open(tmp_path / "copy.json")
    assert document.plain == before
