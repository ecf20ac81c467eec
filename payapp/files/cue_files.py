"""The cue lists, as shipped in resources: those of spot checks, and those of job descriptions."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from payapp.files.places import resources_folder


def heading_cues() -> dict[str, tuple[str, str]]:
    """Return for each heading, in plain words, the column that it means and the kind it tells."""
    return {row["heading"]: (row["column"], row["kind"]) for row in _rows("headings")}


def word_cues() -> dict[tuple[str, str, str], str]:
    """Return the value that a text stands for, by field, nation (or none) and plain text."""
    return {(row["field"], row["nation"], row["text"]): row["value"] for row in _rows("words")}


def ranges() -> tuple[str, ...]:
    """Return every range that a word stands for."""
    return tuple(dict.fromkeys(row["value"] for row in _rows("words") if row["field"] == "range"))


def worked_rows() -> list[dict[str, str]]:
    """Return the worked rows of the template, each by column."""
    return list(_rows("worked_rows"))


def description_cues() -> dict[str, Any]:
    """Return the words, settings and facts by which a job description is read."""
    path = resources_folder() / "reading" / "cues.json"
    held: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return held


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = resources_folder() / "spot_check" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
