"""Recovery copies: what a case that is not saved yet comes back from after a crash.

A copy holds the answers as they were on the screen, also those that a case file may not hold.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from payapp.domain.refusals import Refused
from payapp.files.case_files import MOST_BYTES
from payapp.files.json_text import parse_json
from payapp.files.whole_files import read_text_file, write_whole

_GROUPS: Final = frozenset({"post", "pay"})
_LISTS: Final = frozenset({"allowances", "changes"})


class RecoveryCopy(NamedTuple):
    """The answers of a case, the file that they belong to, and when they were kept.

    `example` is the reference of the example that the case began as, where it began as one.
    """

    answers: Mapping[str, object]
    path: Path | None
    kept: datetime
    example: str = ""


def make_folder(folder: Path) -> None:
    """Make the folder of the copies, for this user alone. Raises Refused."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        fix = "see that its place can be written to"
        raise Refused(folder.name, fix, found="the folder cannot be made") from error


def write_copy(place: Path, copy: RecoveryCopy) -> None:
    """Write a copy, whole or not at all, for this user alone to read. Raises Refused."""
    held = {
        "kept": copy.kept.isoformat(),
        "file": None if copy.path is None else str(copy.path),
        "example": copy.example,
        "case": copy.answers,
    }
    write_whole(place, json.dumps(held, ensure_ascii=False).encode())


def read_copy(place: Path) -> RecoveryCopy:
    """Return the copy that a file holds. Raises Refused where it is broken."""
    text = read_text_file(place, most_bytes=MOST_BYTES, save_as="JSON in UTF-8")
    held = parse_json(text, place.name)
    try:
        path = None if held["file"] is None else Path(held["file"])
        kept = datetime.fromisoformat(held["kept"]).astimezone()
        return RecoveryCopy(_answers(held["case"]), path, kept, _text(held.get("example", "")))
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        fix = "open the case from its own file"
        raise Refused(place.name, fix, found="this is no recovery copy") from error


def _text(held: object) -> str:
    """Return a text as it is. Raises TypeError for anything else."""
    if not isinstance(held, str):
        raise TypeError
    return held


def _answers(held: object) -> dict[str, object]:
    """Return answers of which every part has the shape that the form works with.

    Raises TypeError.
    """
    if not isinstance(held, Mapping):
        raise TypeError
    return {key: _part(key, value) for key, value in held.items()}


def _part(key: str, held: object) -> object:
    if key in _GROUPS:
        return _answers(held)
    match held:
        case list() if key in _LISTS:
            return [_answers(entry) for entry in held]
        case list() if all(isinstance(entry, str) for entry in held):
            return held
        case Decimal():
            return float(held)
        case str() | int():
            return held
    raise TypeError
