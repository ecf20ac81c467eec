import random
import struct
import zipfile
from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.files import sheet_safety
from payapp.files.sheet_safety import first_bytes, refuse_unsafe
from tests.files.workbooks import with_part, with_texts, workbook

SHEET = "xl/worksheets/sheet1.xml"


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        refuse_unsafe(path)
    return str(caught.value)


def test_an_ordinary_workbook_is_safe(tmp_path: Path) -> None:
    refuse_unsafe(workbook(tmp_path / "in.xlsx", [["a"] * 50] * 200))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path / "in.xlsx", [["a"]]), SHEET, b"0" * 50_000_000)
    assert path.stat().st_size < 100_000
    assert "zip bomb" in refusal(path)


def test_a_small_part_may_be_packed_as_tightly_as_it_likes(tmp_path: Path) -> None:
    refuse_unsafe(with_part(workbook(tmp_path / "in.xlsx", [["a"]]), SHEET, b"0" * 15_000_000))


def test_parts_that_no_sheet_needs_may_not_be_large(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", [["a"]])
    assert "xl/styles.xml is far too large" in refusal(
        with_part(path, "xl/styles.xml", b"<x>" + b"y" * 21_000_000)
    )


def test_all_parts_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "in.xlsx", [["a"] * 50] * 200)
    monkeypatch.setattr(sheet_safety, "MOST_UNPACKED", 10_000)
    assert "far more than a pay sheet holds" in refusal(path)


def test_the_texts_of_a_workbook_have_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_texts(tmp_path / "in.xlsx", "Ref", "FTE")
    refuse_unsafe(path)
    monkeypatch.setattr(sheet_safety, "MOST_TEXTS", 10)
    assert "sharedStrings.xml is far too large" in refusal(path)


def test_a_picture_may_be_larger_than_a_part_of_text(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(21_000_000)  # noqa: S311 - nothing is secret here
    refuse_unsafe(with_part(workbook(tmp_path / "in.xlsx", [["a"]]), "xl/media/a.png", noise))


def test_a_workbook_behind_a_password_of_zip_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", [["a"]])
    held = bytearray(path.read_bytes())
    at = 0
    while (at := held.find(b"PK\x01\x02", at)) >= 0:
        flags = struct.unpack_from("<H", held, at + 8)[0]
        struct.pack_into("<H", held, at + 8, flags | 1)
        at += 4
    path.write_bytes(held)
    assert "password" in refusal(path)


def test_an_archive_without_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert "no workbook that can be read" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_definitions_are_refused_in_any_part_and_encoding(tmp_path: Path, encoding: str) -> None:
    content = "<!DOCTYPE x []><x/>".encode(encoding)
    path = with_part(workbook(tmp_path / "in.xlsx", [["a"]]), "xl/theme/theme1.xml", content)
    assert "DOCTYPE" in refusal(path)


def test_a_file_beyond_the_largest_size_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"x" * 3_000_000)
    with pytest.raises(Refused, match="larger than 2 MB"):
        first_bytes(path, 2_000_000, 8)
    assert first_bytes(path, 4_000_000, 8) == b"x" * 8


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "in.xlsx", [["a"]])

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read" in refusal(path)


def test_a_file_that_holds_nothing_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    path.write_bytes(b"")
    with pytest.raises(Refused, match=r"^in\.xlsx: the file is empty; save it again"):
        refuse_unsafe(path)
