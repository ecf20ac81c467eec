"""Plain tables: what a workbook or a printed page shows, with no say in how it is drawn."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Cell = str | int | Decimal | date | None


class Measure(StrEnum):
    """What a tally takes of a column: the sum of its numbers, or how many cells hold anything."""

    SUM = "sum"
    COUNT = "count"


class Tally(NamedTuple):
    """A number that must come out of a column of another table, and the number that did.

    A workbook counts it again by a live formula, beside the computed one.
    """

    sentence: str
    table: str
    heading: str
    measure: Measure
    computed: int | Decimal


class Table(NamedTuple):
    """A plain table for a workbook sheet or a printed page.

    `kinds` says for each column how its cells are shown: text, money, date or number. `totals`
    names the columns that are added up below the rows. The rows of a table with `tallies` are
    made of them: sentence, computed number, live number, and whether the two agree.
    """

    name: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    totals: tuple[str, ...] = ()
    introduction: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()


class WorkbookWords(NamedTuple):
    """The few words that a workbook adds of its own, in the language of its tables.

    `page` holds `{page}` and `{pages}`; `cut` is what stands at the end of a text that a cell
    cannot hold.
    """

    total: str
    computed_total: str
    agrees: str
    differs: str
    page: str
    cut: str
