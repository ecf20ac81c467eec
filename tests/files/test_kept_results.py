"""A result that is kept until it is wanted, in the kind that it is wanted in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from payapp.domain.plain_tables import WorkbookWords
from payapp.domain.refusals import Refused
from payapp.domain.sheet_plans import Ending, SheetPlan
from payapp.files import streamed_workbook
from payapp.files.kept_results import KeptResult

WORDS = WorkbookWords("Total", "Computed", "OK", "differs", "Page {page}", " [cut]")
PEOPLE = SheetPlan("People", ("Ref", "Gap"), ("text", "money"), (9, 9), True, "")
ERRORS = SheetPlan("Errors", ("Ref", "What"), ("text", "text"), (9, 9), False, "-errors")
CHECKS = SheetPlan("Checks", ("What", "Number"), ("text", "number"), (9, 9))


@pytest.fixture
def kept() -> Iterator[KeptResult]:
    kept = KeptResult((PEOPLE, ERRORS, CHECKS), title="T", words=WORDS)
    kept.add("People", ("B", 0), 2)
    kept.add("People", ("A", 5), 1)
    kept.add("Errors", ("C", "wrong"))
    yield kept
    kept.close()


def finish(kept: KeptResult) -> KeptResult:
    kept.finish(Ending())
    return kept


def references(path: Path) -> Sequence[object]:
    return [row[0] for row in load_workbook(path)["People"].iter_rows(values_only=True)]


def test_a_result_is_saved_in_both_kinds_and_again(kept: KeptResult, tmp_path: Path) -> None:
    finish(kept)
    for name in ("one.xlsx", "two.XLSX"):
        assert kept.save(tmp_path / name) == []
        assert references(tmp_path / name) == ["Ref", "A", "B"]
    for name in ("one", "two"):
        assert kept.save(tmp_path / f"{name}.csv") == []
        assert (tmp_path / f"{name}.csv").read_text("utf-8-sig") == "Ref,Gap\nA,5\nB,0\n"
        assert (tmp_path / f"{name}-errors.csv").read_text("utf-8-sig") == "Ref,What\nC,wrong\n"


def test_it_is_finished_once_all_rows_are_there(kept: KeptResult) -> None:
    assert not kept.is_finished
    assert finish(kept).is_finished


def test_another_kind_is_refused_and_nothing_is_written(kept: KeptResult, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"out\.txt: .*CSV file; name a file that ends in \.xlsx"):
        finish(kept).save(tmp_path / "out.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_result_that_is_in_use_is_refused_and_can_be_saved_elsewhere(
    kept: KeptResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(kept)
    locked, replace = tmp_path / "locked.xlsx", Path.replace
    locked.write_bytes(b"open in a spreadsheet program")

    def in_use(self: Path, target: Path) -> Path:
        if target == locked:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", in_use)
    with pytest.raises(Refused, match=r"locked\.xlsx: the file cannot be written"):
        kept.save(locked)
    assert locked.read_bytes() == b"open in a spreadsheet program"
    assert kept.save(tmp_path / "free.xlsx") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["free.xlsx", "locked.xlsx"]


def test_what_killed_runs_left_of_any_of_its_files_is_deleted(
    kept: KeptResult, tmp_path: Path
) -> None:
    for name in ("out.csv.abcdefgh.part", "out-errors.csv.abcdefgh.part"):
        (tmp_path / name).touch()
    assert finish(kept).save(tmp_path / "out.csv") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out-errors.csv", "out.csv"]


def test_what_cannot_be_deleted_is_named_and_the_result_is_saved(
    kept: KeptResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.csv.abcdefgh.part").touch()

    def not_yours(_self: Path) -> None:
        raise PermissionError(1, "not yours")

    monkeypatch.setattr(Path, "unlink", not_yours)
    assert finish(kept).save(tmp_path / "out.csv") == ["out.csv.abcdefgh.part"]
    assert (tmp_path / "out.csv").exists()


def test_what_could_not_be_laid_by_fails_in_the_same_words_again(
    kept: KeptResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise Refused("result.xlsx", "free some room", found="the disk is full")

    finish(kept)
    with monkeypatch.context() as patched:
        patched.setattr(streamed_workbook, "writing_whole", full)
        with pytest.raises(Refused, match="the disk is full"):
            kept.save(tmp_path / "out.xlsx")
    with pytest.raises(Refused, match="the disk is full"):
        kept.save(tmp_path / "out.xlsx")
    assert kept.save(tmp_path / "out.csv") == [], "the other kind is not concerned"


def test_nothing_is_left_behind_once_it_is_closed(kept: KeptResult, tmp_path: Path) -> None:
    finish(kept).save(tmp_path / "out.csv")
    folder = Path(kept._folder.name)  # noqa: SLF001 - nothing else knows the folder
    assert folder.exists()
    kept.close()
    assert not folder.exists()
