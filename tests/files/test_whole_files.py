"""Files written whole or not at all, and text read with its doubts refused."""

from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.files.whole_files import read_text_file, write_whole, write_whole_in_folder


def read(path: Path) -> str:
    return read_text_file(path, most_bytes=2_000_000, save_as="CSV UTF-8")


def test_what_was_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"before")
    write_whole(path, b"after\n")
    assert path.read_bytes() == b"after\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_take_its_place_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"before")

    def locked(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Refused, match=r"^note\.txt: the file cannot be written"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="this is a folder; name a file"):
        write_whole(tmp_path, b"")


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes("\ufeffSiân\r\n".encode())
    assert read(path) == "Siân\r\n"


def test_a_file_of_the_most_bytes_is_read_and_one_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"x" * 2_000_000)
    assert len(read(path)) == 2_000_000
    path.write_bytes(b"x" * 2_000_001)
    with pytest.raises(Refused, match="too large; a file may hold at most 2 MB"):
        read(path)


def test_the_line_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"one\ntwo\nthr\xe9e\n")
    with pytest.raises(Refused, match="line 3 is not UTF-8 text; save it again as CSV UTF-8"):
        read(path)


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.txt"
    path.touch()

    def closed(_self: Path) -> bytes:
        raise PermissionError(13, "not yours")

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(Refused, match="cannot be read; check that you may read it"):
        read(path)


def test_a_refusal_uses_the_name_given(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^your awards\.csv: there is no such file"):
        read_text_file(tmp_path / "x", most_bytes=1, save_as="CSV", name="your awards.csv")


def test_a_folder_is_made_for_a_file_that_has_none(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "note.txt"
    write_whole_in_folder(path, b"there")
    assert path.read_bytes() == b"there"


def test_a_folder_that_cannot_be_made_is_refused_under_the_name_of_the_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "one").write_bytes(b"in the way")
    with pytest.raises(Refused) as refused:
        write_whole_in_folder(tmp_path / "one" / "two" / "note.txt", b"there")
    assert str(refused.value) == (
        "note.txt: the file cannot be written; name a folder that exists and that you may write to."
    )
    assert (tmp_path / "one").read_bytes() == b"in the way"
