"""Recovery copies are whole, for one user alone, and never trusted to be sound."""

import json
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.files.case_files import case_as_json, read_case
from payapp.files.places import resources_folder
from payapp.files.recovery_files import RecoveryCopy, make_folder, read_copy, write_copy

KEPT = datetime(2026, 10, 1, 14, 5, tzinfo=UTC)
HALF_TYPED = {
    "schema": 1,
    "nation": "england",
    "on": "1 Oct",
    "post": {"fte": "0.", "promoted_duties": ["a", "b"]},
    "pay": {"salary": "51o48", "allowances": [{"kind": "tlr2"}]},
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "copy.json"


def broken(**other: object) -> str:
    return json.dumps({"kept": KEPT.isoformat(), "file": None, "case": HALF_TYPED} | other)


def test_answers_come_back_as_they_were_also_those_that_no_case_file_may_hold(place: Path) -> None:
    write_copy(place, RecoveryCopy(HALF_TYPED, Path("Case 12.json"), KEPT))
    assert read_copy(place) == RecoveryCopy(HALF_TYPED, Path("Case 12.json"), KEPT)


def test_a_copy_knows_the_example_that_its_case_began_as(place: Path) -> None:
    write_copy(place, RecoveryCopy(HALF_TYPED, None, KEPT, "SENCO, facts still missing"))
    assert read_copy(place).example == "SENCO, facts still missing"


def test_a_copy_from_before_examples_were_named_is_read_as_one_of_none(place: Path) -> None:
    place.write_text(broken(), encoding="utf-8")
    assert read_copy(place).example == ""


def test_a_new_case_has_no_file_to_go_back_to(place: Path) -> None:
    write_copy(place, RecoveryCopy(HALF_TYPED, None, KEPT))
    assert read_copy(place).path is None


@pytest.mark.parametrize(
    "path", sorted((resources_folder() / "examples").glob("*.json")), ids=lambda path: path.stem
)
def test_every_example_comes_back_as_it_was_opened(place: Path, path: Path) -> None:
    held = case_as_json(read_case(path))
    write_copy(place, RecoveryCopy(held, None, KEPT))
    assert read_copy(place).answers == held


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists of its own")
def test_the_copy_and_its_folder_can_be_read_by_the_user_alone(tmp_path: Path) -> None:
    place = tmp_path / "data" / "recovery" / "copy.json"
    make_folder(place.parent)
    write_copy(place, RecoveryCopy(HALF_TYPED, None, KEPT))
    rights = [stat.S_IMODE(path.stat().st_mode) for path in (place, place.parent)]
    assert rights == [0o600, 0o700]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", "the file is empty"),
        ('{"kept": "2026-10-01T14:05', "breaks off in line 1"),
        ("[]", "no recovery copy"),
        ("7", "no recovery copy"),
        ("{}", "no recovery copy"),
        (broken(case=[]), "no recovery copy"),
        (broken(case=None), "no recovery copy"),
        (broken(case={"post": "senco"}), "no recovery copy"),
        (broken(case={"pay": {"allowances": ["tlr2"]}}), "no recovery copy"),
        (broken(case={"pay": {"allowances": {}}}), "no recovery copy"),
        (broken(case={"post": {"role": {}}}), "no recovery copy"),
        (broken(case={"post": {"role": None}}), "no recovery copy"),
        (broken(case={"post": {"promoted_duties": [1]}}), "no recovery copy"),
        (broken(kept="yesterday"), "no recovery copy"),
        (broken(kept=7), "no recovery copy"),
        (broken(kept="0001-01-01T00:00:00+14:00"), "no recovery copy"),
        (broken(file=7), "no recovery copy"),
        (broken(example=7), "no recovery copy"),
        (broken(example=None), "no recovery copy"),
        ('{"post": ' * 5000, "nested too deeply"),
    ],
)
def test_a_broken_copy_is_refused_in_one_sentence(place: Path, content: str, found: str) -> None:
    place.write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match=f"copy.json: .*{found}"):
        read_copy(place)


def test_a_copy_of_groups_without_end_is_refused(place: Path) -> None:
    deep = '{"post": ' * 900 + "{}" + "}" * 900
    place.write_text(broken(case="HERE").replace('"HERE"', deep), encoding="utf-8")
    with pytest.raises(Refused):
        read_copy(place)


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="recovery: the folder cannot be made"):
        make_folder(tmp_path / "file" / "recovery")
    with pytest.raises(Refused, match="the file cannot be written"):
        write_copy(tmp_path / "nowhere" / "copy.json", RecoveryCopy(HALF_TYPED, None, KEPT))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
