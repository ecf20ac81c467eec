"""Text files read with every doubt refused, and files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from payapp.domain.refusals import Refused


def read_text_file(path: Path, *, most_bytes: int, save_as: str, name: str = "") -> str:
    """Return the text of a file, without any byte order mark.

    `save_as` names the form to save it in; `name` is what refusals call the file. Raises Refused
    where it is missing, no file, larger than `most_bytes`, or not UTF-8.
    """
    name = name or path.name
    if not path.exists():
        raise Refused(name, "check its name and folder", found="there is no such file")
    if not path.is_file():
        raise Refused(name, "name a file", found="this is not a file")
    try:
        if path.stat().st_size > most_bytes:
            most = f"a file may hold at most {most_bytes // 1_000_000} MB"
            raise Refused(name, most, found="the file is too large")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"line {line} is not UTF-8 text"
        raise Refused(name, f"save it again as {save_as}", found=found) from error
    except OSError as error:
        fix = "check that you may read it"
        raise Refused(name, fix, found="the file cannot be read") from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is whole or as it was: beside its place first, then moved there.

    Raises Refused where the folder is missing or the file cannot be written.
    """
    with writing_whole(path) as file:
        file.write(content)


def write_whole_in_folder(path: Path, content: bytes) -> None:
    """Write a file as `write_whole` does, and make its folder first. Raises Refused."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path) from error
    write_whole(path, content)


@contextmanager
def writing_whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to write, which takes its place only when it is left without an error.

    Raises Refused as `write_whole` does.
    """
    from payapp.files.unfinished import begin, holding

    if path.is_dir():
        raise Refused(path.name, "name a file", found="this is a folder")
    part: Path | None = None
    try:
        descriptor, part = begin(path)
        with holding(descriptor):
            with os.fdopen(descriptor, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        part = None
    except OSError as error:
        raise _refused(path) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def _refused(path: Path) -> Refused:
    fix = "name a folder that exists and that you may write to"
    return Refused(path.name, fix, found="the file cannot be written")
