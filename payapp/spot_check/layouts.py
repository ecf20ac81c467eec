"""Which column of a sheet holds what: guessed from headings, or given, and always shown."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from payapp.spot_check.cells import plain_words
from payapp.spot_check.columns import Column, Group, known_columns

NAME = "name"
SALARY = "salary"
WHICH_KIND = "which"
"""What stands for the kind of an allowance where a heading does not tell which it is."""

FIRST_ALLOWANCE = 1
_OF_ALLOWANCES = re.compile(
    r"\b(?:tlrs?[123]?[a-d]?|allowances?|allw?|alws?|allow|allces?|sen[12]?|send|ta ?[1-5]"
    r"|responsibilit\w*|honorari\w*|retention|supplements?)\b",
    re.ASCII,
)
_OF_OTHER_THINGS = re.compile(
    r"\b(?:no|nos|number|code|id|ref|reference|urn|dfe|laestab|centre|year|phone|telephone|mobile"
    r"|postcode|pupils?|hours?|days?|weeks?|dates?|start|end|from|until|reason|desc\w*)\b",
    re.ASCII,
)
_OF_AMOUNTS = re.compile(
    r"(?:amounts?|amt|values?|annual(?: value| amount)?|pa|p a|per annum|pounds|paid|actual|£)",
    re.ASCII,
)
_A_YEAR = re.compile(r" (?:p a|pa|per annum|a year|per year)$", re.ASCII)
_NUMBER = re.compile(r"\s*\d+\s*$", re.ASCII)
_PERCENT = re.compile(r"%|\bper ?cent", re.IGNORECASE)
_MAY_BE_MERGED = frozenset(f"allowance_{field}" for field in ("kind", "amount", "basis", "share"))


class Cue(NamedTuple):
    """What a heading means: a column, or a name.

    `kind` is that of an allowance whose amounts the column holds, with their basis after a space
    where the heading tells it, or the basis of a salary.
    """

    column: str
    kind: str = ""


_AMOUNT = Cue("allowance_amount")
_KIND = Cue("allowance_kind")
_UNTOUCHED: Mapping[int, Cue] = MappingProxyType({})


class Cues:
    """The headings that payroll systems write, each with what it means.

    A column of allowances is meant without its number, such as `allowance_amount`.
    """

    def __init__(self, cues: Mapping[str, Cue]) -> None:
        self._cues = dict(cues)
        for name in known_columns():
            self._cues.setdefault(plain_words(name), Cue(name))

    def meaning(self, heading: str) -> Cue | None:
        """Return what a heading means, or None where it is not recognised."""
        plain = plain_words(heading)
        found = self._cues.get(plain) or self._cues.get(_A_YEAR.sub("", plain))
        if found is None and "%" in heading:
            found = self._cues.get(plain_words(heading.replace("%", " percent ")))
        return found


class Placed(NamedTuple):
    """A column of ours at its place in the sheet, counted from 0; `kind` is as in a cue."""

    column: Column
    place: int
    heading: str
    kind: str = ""

    @property
    def is_percentage(self) -> bool:
        """Whether its heading says that it holds percentages."""
        return _PERCENT.search(self.heading) is not None


class Doubtful(NamedTuple):
    """A column at its place that is not read although it may hold pay.

    `is_allowance` where its heading speaks of allowances, so that nobody whose row has an amount
    in it can be said to be paid none.
    """

    place: int
    heading: str
    is_allowance: bool


class Layout(NamedTuple):
    """Where everything stands in a sheet; `heading_row` counts from 1.

    `unread` are headings that mean nothing to a check, and `names` those of people's names. Of the
    unread, `unexplained` are those of which nobody said that they are not to be read, and
    `doubtful` those that may hold pay, as far as heading and cells tell. `repeated` are columns
    of further allowances behind those of the sheet, from rows that are taken together, and
    `compared` is a second column of salaries, on the other basis than the one that is read.
    `named_by` are the places of names that together serve as the reference.
    """

    heading_row: int
    placed: tuple[Placed, ...]
    unread: tuple[str, ...] = ()
    names: tuple[int, ...] = ()
    unexplained: tuple[Doubtful, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    repeated: tuple[Placed, ...] = ()
    compared: Placed | None = None
    named_by: tuple[int, ...] = ()

    @property
    def allowances_not_read(self) -> tuple[Doubtful, ...]:
        """The columns that speak of allowances and are not read."""
        return tuple(each for each in self.doubtful if each.is_allowance)

    @property
    def salaries_not_read(self) -> tuple[Doubtful, ...]:
        """The other columns that may hold pay, where none is read as the salary."""
        if SALARY in self.columns:
            return ()
        return tuple(each for each in self.doubtful if not each.is_allowance)

    @property
    def columns(self) -> frozenset[str]:
        """The names of our columns that the sheet has."""
        return frozenset(placed.column.name for placed in self.placed)

    def meanings(self) -> dict[str, tuple[str, str]]:
        """Return what each heading that is read means, to be remembered for the next sheet."""
        said = (each for each in self.placed if each.place not in self.named_by)
        return {plain_words(each.heading): (each.column.name, each.kind) for each in said}


def headings_known(cells: Sequence[object], cues: Cues) -> int:
    """Return how many cells of a row are headings that mean something."""
    return sum(isinstance(cell, str) and cues.meaning(cell) is not None for cell in cells)


def guess_layout(
    row: int,
    headings: Sequence[object],
    above: Sequence[object],
    cues: Cues,
    cells_tell: Mapping[int, Cue] = _UNTOUCHED,
) -> Layout:
    """Return the layout that the headings of a row tell.

    `above` is the row over it, whose texts may head several columns at once. A column is placed
    once: a second heading of the same meaning is not read, except that allowances are numbered.
    `cells_tell` holds by its place what a column is where its cells tell more than its heading.
    """
    placed: list[Placed] = []
    unread: list[str] = []
    names: list[int] = []
    unexplained: list[Doubtful] = []
    taken: Counter[str] = Counter()
    compared: Placed | None = None
    for place, heading, cue, under in _meanings(headings, above, cues, cells_tell):
        column = _column(cue, taken) if cue else None
        if cue and cue.column == NAME:
            names.append(place)
        elif cue and column:
            taken[cue.column] += 1
            placed.append(Placed(column, place, heading, cue.kind))
        elif cue and compared is None and _is_on_the_other_basis(cue, placed):
            unread.append(heading)
            compared = Placed(known_columns()[SALARY], place, heading, cue.kind)
        else:
            unread.append(heading)
            unexplained += _unexplained(place, heading, cue, under)
    doubtful = tuple(each for each in unexplained if each.is_allowance)
    told = (tuple(unread), tuple(names), tuple(unexplained), doubtful)
    return Layout(row, _numbered(placed), *told, compared=compared)


def amounts_headed_like_kinds(
    layout: Layout, cues: Cues, holds_amounts: Callable[[int], bool]
) -> dict[int, Cue]:
    """Return by its place what a column is that is headed "Allowance" and holds amounts.

    Its kinds stand in another column, or are not told. A heading that speaks of a code, or of
    which somebody has said what it means, is left as it is.
    """
    kinds = {
        each.place
        for each in layout.placed
        if each.column.field == "kind" and cues.meaning(each.heading) == _KIND
        if not _OF_OTHER_THINGS.search(plain_words(each.heading))
    }
    amounts = set(filter(holds_amounts, kinds))
    told = any(each.column.field == "kind" and each.place not in amounts for each in layout.placed)
    return dict.fromkeys(amounts, _AMOUNT if told else _AMOUNT._replace(kind=WHICH_KIND))


def kinds_headed_like_amounts(layout: Layout, names_kinds: Callable[[int], bool]) -> dict[int, Cue]:
    """Return by its place what a column is that is headed "TLR" and names kinds of it.

    Their amounts stand in the next column that is headed so; without one nothing is found.
    """
    either = [each.place for each in layout.placed if each.kind == WHICH_KIND]
    kinds = set(filter(names_kinds, either))
    found: dict[int, Cue] = {}
    for place, beside in pairwise(either):
        if place in kinds and beside not in kinds:
            found |= {place: _KIND, beside: _AMOUNT}
    return found


def _is_on_the_other_basis(cue: Cue, placed: Iterable[Placed]) -> bool:
    """Say whether a heading tells the salary on another basis than the one that is read."""
    read = next((each.kind for each in placed if each.column.name == SALARY), "")
    return cue.column == SALARY and bool(cue.kind and read) and cue.kind != read


def _unexplained(place: int, heading: str, cue: Cue | None, under: str) -> Iterator[Doubtful]:
    """Yield an unread column unless it was said that it is not to be read, or counts things.

    A heading such as "Amount" speaks of an allowance where the one that it stands `under` does.
    """
    plain = plain_words(heading)
    if (cue is None or cue.column) and not _OF_OTHER_THINGS.search(plain):
        said = f"{plain_words(under)} {plain}" if _OF_AMOUNTS.fullmatch(plain) else plain
        yield Doubtful(place, heading, _OF_ALLOWANCES.search(said) is not None)


def _meanings(
    headings: Sequence[object], above: Sequence[object], cues: Cues, cells_tell: Mapping[int, Cue]
) -> Iterator[tuple[int, str, Cue | None, str]]:
    """Yield place, heading, meaning, and what stands above, of each column that has a heading.

    A text in the row above heads its own column, and as a merged one those beside it as long as
    they tell an allowance's kind, amount, basis or share under it.
    """
    group = under = ""
    last: Cue | None = None
    for place, cell in enumerate(headings):
        over = _shown(above[place]) if place < len(above) else ""
        heading, under = _shown(cell) or over, over or under
        joined = _joined(over or group, heading, cues)
        reaches = joined is not None and joined.column in _MAY_BE_MERGED
        group = over or (group if reaches else "")
        if heading:
            last = (
                cells_tell.get(place)
                or (joined if over or reaches else None)
                or cues.meaning(heading)
                or _beside_a_kind(heading, last)
            )
            yield place, heading, last, under


def _beside_a_kind(heading: str, last: Cue | None) -> Cue | None:
    """Return what "Amount" means on the right of a column that tells kinds of allowances."""
    is_beside = last is not None and last.column == "allowance_kind"
    return _AMOUNT if is_beside and _OF_AMOUNTS.fullmatch(plain_words(heading)) else None


def _joined(over: str, heading: str, cues: Cues) -> Cue | None:
    """Return what a heading means under another, which may count its allowances: Allowance 2."""
    if not over:
        return None
    found = cues.meaning(f"{over} {heading}")
    if found is None or found.column in _numbered_columns():
        return cues.meaning(f"{_NUMBER.sub('', over)} {heading}") or found
    return found


@cache
def _numbered_columns() -> frozenset[str]:
    return frozenset(column.name for column in known_columns().values() if column.number)


def _shown(cell: object) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""


def _column(cue: Cue, taken: Counter[str]) -> Column | None:
    columns = known_columns()
    field = cue.column.removeprefix("allowance_")
    numbered = f"allowance_{FIRST_ALLOWANCE}_{field}"
    if cue.column in columns:
        return None if taken[cue.column] else columns[cue.column]
    return columns.get(numbered)


def _numbered(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Give each allowance whose heading has no number the next free one.

    A new allowance begins where a field of the one before it comes again, and with each column
    that is headed by a kind.
    """
    columns, found = known_columns(), []
    listed = list(placed)
    free = max((each.column.number for each in listed if _says_number(each)), default=0)
    open_fields: set[str] = set()
    for each in listed:
        if each.column.group is not Group.ALLOWANCE or _says_number(each):
            found.append(each)
            continue
        field = each.column.field
        if each.kind or field in open_fields or not open_fields:
            free, open_fields = free + 1, set()
        open_fields = {*open_fields, field, *(["kind"] if each.kind else [])}
        column = columns.get(f"allowance_{free}_{field.rstrip('_')}")
        if column is not None:
            found.append(each._replace(column=column))
    return tuple(found)


def _says_number(placed: Placed) -> bool:
    return any(character.isdigit() for character in placed.heading) and not placed.kind
