"""Is this published pay table right? Each amount of a table is held against every figure.

The label beside an amount, the heading above it and the title of the table say which figure it
claims to be, as far as they are recognised. What they do not say, the amount alone must tell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from heapq import nsmallest
from typing import NamedTuple

from payapp.domain.cases import PAY_AREAS, Nation, PayArea
from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.money import POUND, Money
from payapp.domain.sheet_rows import Row

MOST_NAMED = 3
MOST_CLAIMS = 1_000
_LEAST = Decimal(100)
_YEARS = range(1990, 2060)
_AMOUNT = re.compile(
    r"(?<![\d/.,-])£?\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{3,6}(?:\.\d{1,2})?)(?![\d/%]|,\d)",
    re.ASCII,
)
_SECOND_AMOUNT = re.compile(r"(?<=\d)\s*(?:-|–|—|to)\s*(?=£?\d)")
_SEPTEMBER = 9
_YEAR = re.compile(r"\b(20\d{2})\s?[/-]\s?(?:20)?\d{2}\b|\b(?P<alone>20\d{2})\b", re.ASCII)
# The months in which awards begin, and no others: a table also says when it was published.
_MONTHS = {"jan": 1, "apr": 4, "aug": 8, "sep": 9, "oct": 10}
_MONTH = re.compile(r"\b(jan|apr|aug|sep|oct)(?:uary|il|ust|t|tember|ober)?\b")
_ISO_DAY = re.compile(r"\b(20\d{2})-(0[1-9]|1[0-2])-[0-3]\d\b", re.ASCII)
_WRITTEN_DAY = re.compile(r"\b[0-3]?\d[/.](0?[1-9]|1[0-2])[/.](20\d{2})\b", re.ASCII)
_ENDS = (
    (re.compile(r"\b(?:min(?:imum)?|lowest)\b"), "min"),
    (re.compile(r"\bmax(?:imum)?\b"), "max"),
)
_AREA_WORDS = (
    ("inner", PayArea.INNER_LONDON),
    ("outer", PayArea.OUTER_LONDON),
    ("fringe", PayArea.LONDON_FRINGE),
    ("rest of england", PayArea.REST_OF_ENGLAND),
    ("outside london", PayArea.REST_OF_ENGLAND),
)
_NATION_WORDS = (
    (re.compile(r"\bnorthern ireland\b|\bn\.?i\.?\b"), Nation.NORTHERN_IRELAND),
    (re.compile(r"\bwales\b|\bwelsh\b"), Nation.WALES),
    (re.compile(r"\bscotland\b|\bscottish\b"), Nation.SCOTLAND),
    (re.compile(r"\bengland\b|\benglish\b"), Nation.ENGLAND),
)


class Mark(StrEnum):
    """How an amount of a published table compares with the figures."""

    MATCHES = "matches"
    ELSEWHERE = "matches-elsewhere"
    POUND_OUT = "a-pound-out"
    NOTHING = "matches-nothing"


class Claim(NamedTuple):
    """Which figure an amount claims to be; None is what the table does not say."""

    nation: Nation | None = None
    on: date | None = None
    area: PayArea | None = None
    items: tuple[str, ...] | None = None
    point: str | None = None

    def or_else(self, other: "Claim") -> "Claim":
        """Return the claim with what it does not say taken from another; a label stays whole."""
        label = self if self.items else other
        return Claim(
            self.nation or other.nation,
            self.on or other.on,
            self.area or other.area,
            label.items,
            label.point,
        )


class Marked(NamedTuple):
    """An amount with its place (row from 1, column from 0), and what it was found to be.

    `figures` are those that it equals or is a pound from; `expected` is what its label claims.
    `ended` is the last day of what its label claims, where that is no more. `may_be_right` says
    that it equals nothing, and that the figure its label claims is one of those known to be
    wanting.
    """

    row: int
    place: int
    amount: Money
    label: str
    claim: Claim
    mark: Mark
    figures: tuple[Figure, ...]
    expected: tuple[Figure, ...]
    ended: date | None = None
    may_be_right: bool = False


class _Label(NamedTuple):
    """How a label names an item, and how it names the point, if the item does not tell it."""

    pattern: re.Pattern[str]
    items: tuple[str, ...]
    point: str


def _label(pattern: str, items: str, point: str = "") -> _Label:
    return _Label(re.compile(pattern, re.ASCII), tuple(items.split()), point)


# The items are tried in turn: each nation has its own name for what one label says.
_LABELS = (
    _label(r"\btlr ?(?:payment )?([123])\b", "tlr{}"),
    _label(r"\b(?:ta|teaching allowance) ?([1-5])\b", "teaching-allowance", "{}"),
    _label(r"\bsen ?([12])\b", "sen{}", "value"),
    _label(r"\b(?:sen|send|special educational needs?)\b", "sen-allowance"),
    _label(r"\bhead ?teacher (?:group )?([1-8])\b|\bgroup ([1-8])\b", "headteacher-group-{}"),
    _label(r"\bleading practitioners?\b|\blp\b", "leading-practitioner"),
    _label(r"\bm(?:ps|pr|ain)? ?-?([1-6])\b", "main-pay-range main-pay-scale", "M{}"),
    _label(r"\bu(?:ps|pr|pper)? ?-?([1-3])\b", "upper-pay-range upper-pay-scale", "U{}"),
    _label(r"\bl(?:dr|eadership)? ?-?(\d{1,2})\b", "leadership", "L{}"),
    _label(r"\bu(?:q|nq|nqualified)(?: teacher)? ?-?([1-6])\b", "unqualified", "{}"),
    _label(r"\bmain (?:pay )?(?:range|scale)\b", "main-pay-range main-pay-scale"),
    _label(r"\bupper (?:pay )?(?:range|scale)\b", "upper-pay-range upper-pay-scale"),
    _label(r"\bmain grade(?: scale)?(?: point)? ?([0-6])?\b", "main-grade", "{}"),
    _label(r"\bprincipal teacher(?: point)? ?([1-8])?\b", "principal-teacher", "{}"),
)
# In Scotland a head has a point and no group; a number that begins a date is none.
_POINT = r"(?: \(?point)?(?: ?(1?\d)(?! (?:jan|apr|aug|oct|dec)))?\b"
_LABELS_OF_SCOTLAND = (
    _label(r"\bremote\b", "remote-schools-allowance"),
    _label(r"\bislands?\b", "distant-islands-allowance"),
    _label(
        r"\bresidential\b",
        "residential-responsibility-allowance-headteacher"
        " residential-responsibility-allowance-depute"
        " residential-extra-curricular-activities-allowance",
    ),
    _label(rf"\bmain grade(?: scale)?{_POINT}", "main-grade", "{}"),
    _label(rf"\bchartered(?: teacher)?{_POINT}", "chartered-teacher", "{}"),
    _label(rf"\b(?:principal teacher|pt){_POINT}", "principal-teacher", "{}"),
    _label(
        r"\b(?:depute(?: head ?teacher| head)?|head ?teacher|dht|ht)"
        rf"(?:(?: ?/ ?| and )(?:head ?teacher|ht))?{_POINT}",
        "depute-head-headteacher",
        "{}",
    ),
)
_LABELS_OF = {Nation.SCOTLAND: _LABELS_OF_SCOTLAND}


class TableCheck:
    """Holds the amounts of published tables against the figures of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._books = {Nation(book.nation): book for book in library.books()}
        self._by_amount: dict[Money, list[Figure]] = {}
        self._of_claims: dict[Claim, tuple[Figure, ...]] = {}
        for book in self._books.values():
            for figure in book.every():
                self._by_amount.setdefault(figure.amount, []).append(figure)

    def mark(self, amount: Money, claim: Claim) -> tuple[Mark, list[Figure]]:
        """Return how an amount in pounds compares, and the figures that show it, best first."""
        equal = self._nearer_home(self._by_amount.get(amount, []), claim)
        claimed = self._claimed(equal, claim)
        if claimed:
            return Mark.MATCHES, claimed
        near = self._claimed(self._a_pound_from(amount), claim)
        same_point = [figure for figure in equal if _names(claim, figure)]
        if same_point or (equal and not near):
            return Mark.ELSEWHERE, sorted(
                same_point or equal, key=lambda each: _unlike(each, claim)
            )
        if near:
            return Mark.POUND_OUT, near
        named = [figure for figure in self._a_pound_from(amount) if _names(claim, figure)]
        if named:
            return Mark.POUND_OUT, sorted(named, key=lambda each: _unlike(each, claim))
        return Mark.NOTHING, self._nearest(amount, claim)

    def expected(self, claim: Claim) -> tuple[Figure, ...]:
        """Return the figures that a claim names but for nation or area, one of each amount."""
        if claim.on is None or claim.items is None or claim.point is None:
            return ()
        found: dict[Money, Figure] = {}
        for figure in self._all_claimed(claim):
            found.setdefault(figure.amount, figure)
        return tuple(found.values())

    def is_wanting(self, claim: Claim) -> bool:
        """Say whether a claim names a point of a scale of which figures are known to be wanting."""
        if claim.nation is None or claim.on is None or claim.point is None:
            return False
        lacks = self._library.lacks_figures_of
        return any(lacks(claim.nation, item, claim.on) for item in claim.items or ())

    def ended(self, claim: Claim) -> date | None:
        """Return the last day of what a claim names, where a nation had it until before its day."""
        if claim.nation is None or claim.on is None or claim.point is None:
            return None
        book = self._books[claim.nation]
        last = None
        for figure in book.every():
            if _names(claim, figure) and claim.area in {None, figure.area}:
                last = book.in_force_until(figure)
        return last if last and last < claim.on else None

    def _nearer_home(self, figures: list[Figure], claim: Claim) -> list[Figure]:
        """Return those of the figures that the nation of a claim has, or all where it has none."""
        return [each for each in figures if each.nation == claim.nation] or figures

    def _a_pound_from(self, amount: Money) -> list[Figure]:
        return [*self._by_amount.get(amount + POUND, []), *self._by_amount.get(amount - POUND, [])]

    def _nearest(self, amount: Money, claim: Claim) -> list[Figure]:
        """Return the figures nearest to an amount among those that the claim may mean."""
        claimed = self._all_claimed(claim)
        return nsmallest(MOST_NAMED, claimed, key=lambda figure: abs(figure.amount - amount))

    def _all_claimed(self, claim: Claim) -> Sequence[Figure]:
        """Return every figure that a claim may mean; the rows of a table often claim the same."""
        found = self._of_claims.get(claim)
        if found is None:
            every = (figure for figures in self._by_amount.values() for figure in figures)
            if len(self._of_claims) > MOST_CLAIMS:
                self._of_claims.clear()
            found = self._of_claims[claim] = tuple(self._claimed(every, claim))
        return found

    def _claimed(self, figures: Iterable[Figure], claim: Claim) -> list[Figure]:
        """Return those figures that a claim may mean, in force on its day."""
        return [
            figure
            for figure in figures
            if claim.nation in {None, figure.nation}
            and (claim.area in {None, figure.area} or Nation(figure.nation) not in PAY_AREAS)
            and (claim.items is None or _names(claim, figure))
            and (claim.on is None or self._is_in_force(figure, claim.on))
        ]

    def _is_in_force(self, figure: Figure, on: date) -> bool:
        book = self._books[Nation(figure.nation)]
        return book.find(on, figure.area, figure.item, figure.point) == figure


def _names(claim: Claim, figure: Figure) -> bool:
    """Say whether a claim has a label and a figure is the item and point that it names."""
    if claim.items is None or figure.item not in claim.items:
        return False
    return claim.point in {None, figure.point}


def _unlike(figure: Figure, claim: Claim) -> tuple[bool, bool, int]:
    """Return how far a figure is from what is claimed: nation, label, and years."""
    years = abs((figure.valid_from - claim.on).days) if claim.on else -figure.valid_from.toordinal()
    return claim.nation not in {None, figure.nation}, not _names(claim, figure), years


def check_table(rows: Iterable[Row], check: TableCheck, told: Claim) -> Iterator[Marked]:
    """Yield every amount of a table with its mark.

    `told` is what the reader says of the table; what its own headings say goes before that,
    because one table may hold several years or areas.
    """
    title, above = Claim(), dict[int, str]()
    for row in rows:
        texts = {place: _shown(cell) for place, cell in enumerate(row.cells) if _shown(cell)}
        amounts = list(_amounts_of(row))
        if not amounts:
            title = _circumstances(" ".join(texts.values())).or_else(title)
            above = {**above, **texts} if len(texts) > 1 else {}
        first = _before_amounts(next(iter(texts.values()), ""), amounts)
        for place, text, amount in amounts:
            heading = above.get(place, "")
            label = " ".join(dict.fromkeys(filter(None, (text, first, heading))))
            claim = _claim_of(label, heading, title.or_else(told))
            yield _marked(row.number, place, amount, (label, claim), check)


def nations_to_choose_from(marked: Iterable[Marked]) -> tuple[Nation, ...]:
    """Return the nations of which a table may be that names none; nothing where one is left.

    They are those whose figures its amounts equal or come near to.
    """
    untold = (each for each in marked if each.claim.nation is None)
    found = {figure.nation for each in untold for figure in (*each.figures, *each.expected)}
    return tuple(nation for nation in Nation if nation in found) if len(found) > 1 else ()


def _marked(
    row: int, place: int, amount: Money, labelled: tuple[str, Claim], check: TableCheck
) -> Marked:
    label, claim = labelled
    mark, figures = check.mark(amount, claim)
    if mark is Mark.MATCHES:
        return Marked(row, place, amount, label, claim, mark, tuple(figures), ())
    named = claim if mark is Mark.NOTHING else _with_point_of(figures, claim)
    expected = check.expected(named)
    if not expected and mark is Mark.POUND_OUT and claim.nation and claim.on:
        expected = _of_one_amount(figures)
    ended = None if expected else check.ended(claim)
    untold = mark is Mark.NOTHING and not expected and ended is None
    wanting = untold and check.is_wanting(claim)
    return Marked(row, place, amount, label, claim, mark, tuple(figures), expected, ended, wanting)


def _with_point_of(figures: Sequence[Figure], claim: Claim) -> Claim:
    """Return a claim with the one point at which the figures have what its label names.

    The label of a range often names no point: that an amount is the maximum of another year tells
    that the maximum is meant.
    """
    points = {figure.point for figure in figures if _names(claim, figure)}
    return claim._replace(point=points.pop()) if len(points) == 1 else claim


def _of_one_amount(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return one of some figures where all have the same amount."""
    return tuple(figures[:1]) if len({figure.amount for figure in figures}) == 1 else ()


def _shown(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _amounts_of(row: Row) -> Iterator[tuple[int, str, Money]]:
    """Yield the amounts of a row, each with its place and the text before it in its own cell."""
    for place, cell in enumerate(row.cells):
        if isinstance(cell, bool | date) or cell is None:
            continue
        if isinstance(cell, int | float):
            amount = Decimal(f"{cell:.15g}")
            if amount >= _LEAST and amount not in _YEARS:
                yield place, "", amount
            continue
        yield from _amounts_in(place, _shown(cell))


def _amounts_in(place: int, text: str) -> Iterator[tuple[int, str, Money]]:
    start, text = 0, _SECOND_AMOUNT.sub(" : ", text)
    for found in _AMOUNT.finditer(text):
        plain = found[1].replace(",", "")
        marked = "£" in found[0] or "," in found[1]
        if Decimal(plain) >= _LEAST and (marked or Decimal(plain) not in _YEARS):
            yield place, text[start : found.start()].strip(" :/-–£"), Decimal(plain)
            start = found.end()


def _before_amounts(text: str, amounts: Sequence[tuple[int, str, Money]]) -> str:
    """Return the first text of a row, without amounts where it is they that stand there."""
    holds_any = any(f"{amount:,}" in text or str(amount) in text for _, _, amount in amounts)
    return "" if holds_any else text


def _claim_of(label: str, heading: str, told: Claim) -> Claim:
    """Return what a label and the heading above it say an amount is, and what is told besides."""
    claim = _circumstances(heading).or_else(_circumstances(label)).or_else(told)
    text = label.casefold()
    point = next((name for pattern, name in _ENDS if pattern.search(text)), None)
    items: tuple[str, ...] | None = None
    for each in _LABELS if claim.nation is None else _LABELS_OF.get(claim.nation, _LABELS):
        if found := each.pattern.search(text):
            number = next((part for part in found.groups() if part), "")
            items = tuple(item.format(number) for item in each.items)
            point = _point(each.point, number) or point
            break
    if items is None:
        return claim
    return claim._replace(items=items, point=point)


def _point(named: str, number: str) -> str | None:
    """Return the point that a label names, where it names one."""
    return named.format(number) if number or "{" not in named else None


def _circumstances(text: str) -> Claim:
    """Return the nation, day and area that a heading tells."""
    plain = text.casefold()
    nation = next((nation for pattern, nation in _NATION_WORDS if pattern.search(plain)), None)
    area = next((area for words, area in _AREA_WORDS if words in plain), None)
    return Claim(nation or (Nation.ENGLAND if area else None), _day_in(plain), area)


def _day_in(text: str) -> date | None:
    """Return the day from which a pay year runs: September, where no month is named."""
    if iso := _ISO_DAY.search(text):
        return date(int(iso[1]), int(iso[2]), 1)
    if written := _WRITTEN_DAY.search(text):
        return date(int(written[2]), int(written[1]), 1)
    found = _YEAR.search(text)
    if not found:
        return None
    month = _MONTH.search(text)
    return date(int(found[1] or found["alone"]), _MONTHS[month[1]] if month else _SEPTEMBER, 1)
