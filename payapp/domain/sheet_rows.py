"""Rows of a sheet as they were read: a number and plain cells, whatever file they come from."""

from enum import Enum
from typing import NamedTuple


class NoValue(Enum):
    """A cell that holds something which cannot be read as a value."""

    FORMULA = "a formula that was saved without its result"


class Row(NamedTuple):
    """A row of a sheet: its number as the sheet counts, and its cells from the first column."""

    number: int
    cells: tuple[object, ...]
