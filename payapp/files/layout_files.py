"""What the headings of a payroll system's sheets mean, remembered by name in the user's folder."""

import json
from collections.abc import Mapping
from pathlib import Path

from payapp.domain.refusals import Refused
from payapp.files.json_text import parse_json
from payapp.files.places import user_folder
from payapp.files.removing import remove_file
from payapp.files.whole_files import read_text_file, write_whole_in_folder

MOST_BYTES = 5_000_000
Meanings = dict[str, tuple[str, str]]


def remembered() -> dict[str, Meanings]:
    """Return for each name what its headings mean: a column, and the kind that it tells.

    Raises Refused where the file has been damaged.
    """
    path = _path()
    if not path.exists():
        return {}
    held = parse_json(read_text_file(path, most_bytes=MOST_BYTES, save_as="JSON"), path.name)
    try:
        return {
            name: {heading: (str(column), str(kind)) for heading, (column, kind) in cues.items()}
            for name, cues in held.items()
        }
    except (AttributeError, TypeError, ValueError) as error:
        fix = "delete the file; it is written anew"
        raise Refused(path.name, fix, found="it does not hold headings by name") from error


def remember(name: str, meanings: Mapping[str, tuple[str, str]]) -> None:
    """Keep what headings mean under a name. Raises Refused where that cannot be written."""
    path = _path()
    held = {**remembered(), name: dict(meanings)}
    write_whole_in_folder(path, json.dumps(held, indent=2, sort_keys=True).encode())


def forget_headings() -> None:
    """Forget what headings mean under every name. Raises Refused where that cannot be."""
    remove_file(_path())


def _path() -> Path:
    return user_folder() / "spot-check-headings.json"
