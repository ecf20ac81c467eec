"""A sheet to be filled in: its headings, worked rows, notes, and what may be chosen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from payapp.domain.plain_tables import Cell


class Template(NamedTuple):
    """A sheet to be filled in; `choices` are by heading, and the first row of notes heads them."""

    sheet: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    choices: Mapping[str, tuple[str, ...]]
    choices_sheet: str
    notes_sheet: str
    notes: Sequence[tuple[str, ...]]
