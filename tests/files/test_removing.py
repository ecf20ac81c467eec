"""Files that are deleted."""

from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.files.removing import remove_file


def test_a_file_is_deleted_and_one_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("x", encoding="utf-8")
    remove_file(path)
    remove_file(path)
    assert not path.exists()


def test_what_cannot_be_deleted_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the file cannot be deleted; delete it by hand"):
        remove_file(tmp_path)
    assert tmp_path.is_dir()
