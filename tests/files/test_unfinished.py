"""What killed runs leave beside a file: told from what is being written, and deleted."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import mkstemp

import pytest

from payapp.files.unfinished import begin, clear, holding
from payapp.files.whole_files import write_whole, writing_whole

WRITES_FOR_EVER = """
import sys, time
from pathlib import Path
from tempfile import mkstemp
from payapp.files.whole_files import writing_whole
with writing_whole(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("begun", flush=True)
    sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there the system itself keeps open files from being deleted"
)


def left(path: Path, name: str = "out.csv.abcd_123.part") -> Path:
    part = path.with_name(name)
    part.write_bytes(b"half")
    return part


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.csv"


def test_what_a_killed_run_left_is_deleted_and_what_it_had_written_stays(out: Path) -> None:
    write_whole(out, b"before")
    script = [sys.executable, "-c", WRITES_FOR_EVER, str(out)]
    with subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"begun\n"
        assert len(names(out.parent)) == 2
        assert clear(out) == []
        assert len(names(out.parent)) == 2, "the run is alive, and what it writes is its own"
        run.kill()
    assert len(names(out.parent)) == 2
    assert clear(out) == []
    assert names(out.parent) == ["out.csv"]
    assert out.read_bytes() == b"before"


def test_what_this_program_is_writing_itself_is_left_alone(out: Path) -> None:
    with writing_whole(out) as file:
        file.write(b"whole")
        assert clear(out) == []
        assert len(names(out.parent)) == 1
    assert out.read_bytes() == b"whole"


def test_it_is_held_until_it_has_its_place_though_it_is_closed_before(out: Path) -> None:
    descriptor, part = begin(out)
    with holding(descriptor):
        os.close(descriptor)
        clear(out)
        assert part.exists()
    clear(out)
    assert not part.exists()


@pytest.mark.parametrize(
    "name",
    [
        "out.csv",
        "out.csv.part",
        "out.csv.short.part",
        "out.csv.abcd_123.other",
        "other.csv.abcd_123.part",
        "out.csv.more.abcd_123.part",
        "outxcsv.abcd_123.part",
    ],
)
def test_what_is_no_unfinished_file_of_the_same_name_is_not_touched(out: Path, name: str) -> None:
    left(out, name)
    assert clear(out) == []
    assert names(out.parent) == [name]


def test_what_cannot_be_deleted_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left(out)

    def not_yours(_self: Path) -> None:
        raise PermissionError(1, "not yours")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", not_yours)
        assert clear(out) == ["out.csv.abcd_123.part"]
    assert clear(out) == []
    assert names(out.parent) == []


def test_what_another_run_deletes_meanwhile_is_nobodys_trouble(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(out)
    unlink = Path.unlink

    def gone(self: Path) -> None:
        unlink(self)
        unlink(self)

    monkeypatch.setattr(Path, "unlink", gone)
    assert clear(out) == []


def test_a_folder_that_is_not_there_holds_nothing_to_delete(tmp_path: Path) -> None:
    assert clear(tmp_path / "no" / "out.csv") == []


def test_where_the_disk_knows_no_locks_nothing_is_deleted_and_writing_goes_on(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_descriptor: int, _how: int) -> None:
        raise OSError(95, "not supported")

    left(out)
    monkeypatch.setattr("payapp.files.unfinished.flock", no_locks)
    assert clear(out) == []
    write_whole(out, b"whole")
    assert names(out.parent) == ["out.csv", "out.csv.abcd_123.part"]


def test_a_file_that_is_cleared_before_it_is_held_is_made_anew(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def and_cleared_once(**where: object) -> tuple[int, str]:
        descriptor, name = mkstemp(prefix=str(where["prefix"]), suffix=".part", dir=out.parent)
        made.append(Path(name))
        if len(made) == 1:
            made[0].unlink()
        return descriptor, name

    monkeypatch.setattr("payapp.files.unfinished.mkstemp", and_cleared_once)
    descriptor, part = begin(out)
    os.close(descriptor)
    assert len(made) == 2
    assert part == made[1]


def test_a_name_as_long_as_the_disk_allows_is_written_and_cleared(tmp_path: Path) -> None:
    out = tmp_path / f"{'é' * 123}.csv"
    write_whole(out, b"whole")
    left(out, f"{'é' * 60}.abcd_123.part")
    assert clear(out) == []
    assert names(tmp_path) == [out.name]
