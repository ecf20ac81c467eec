"""The library: every nation's figures, rules and terms, each part read when first asked for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, Protocol

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, FigureBook
from payapp.domain.rules import (
    AllowanceTerms,
    Award,
    Limit,
    Rule,
    RuleBook,
    Source,
    in_force,
    sources_to_show,
)


class Band(NamedTuple):
    """The job-size scores, both inclusive, that give one point of a Scottish spine."""

    spine: str
    point: str
    lowest: int
    highest: int | None
    rule: str


class PromotedDuty(NamedTuple):
    """A duty of principal teachers by its letter in the agreement.

    `also_of_teachers` says whether the list of every teacher's duties holds it, too.
    """

    letter: str
    duty: str
    also_of_teachers: bool
    rule: str


class Gap(NamedTuple):
    """Days, both inclusive, for which a series is not held, and why; an empty name means any."""

    nation: str
    area: str
    item: str
    point: str
    first: date
    last: date
    reason: str

    def covers(self, area: str, item: str, point: str) -> bool:
        """Say whether the gap is one of this series."""
        asked = (area, item, point)
        named = (self.area, self.item, self.point)
        return all(name in ("", part) for name, part in zip(named, asked, strict=True))


class KnownGap(NamedTuple):
    """Something to know of the data, as a sentence; no items means the whole nation.

    `lacks` says that figures of the items are missing in the period.
    """

    nation: str
    items: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    lacks: bool
    gap: str


class SurveyAnswer(NamedTuple):
    """A published answer of co-ordinators on their pay or time; the percentage as printed.

    `year` is that of publication, and `size` how many completed the whole survey.
    """

    id: str
    question: str
    group: str
    answer: str
    percent: str
    source: str
    year: int
    size: int


class Shelves(Protocol):
    """Where a library's parts are read from."""

    def pay_dates(self, nation: str) -> Sequence[date]:
        """Return every date that figures of a nation start on."""

    def figures(self, nation: str, pay_date: date) -> Sequence[Figure]:
        """Return the figures of a nation that start on a date."""

    def awards(self, nation: str) -> Sequence[Award]:
        """Return the pay awards of a nation."""

    def terms(self, nation: str) -> Sequence[AllowanceTerms]:
        """Return how a nation's allowances are paid."""

    def rules(self) -> Sequence[Rule]:
        """Return every rule."""

    def sources(self) -> Sequence[Source]:
        """Return every source."""

    def limits(self) -> Sequence[tuple[str, Limit]]:
        """Return every number or date that a rule fixes, with its nation."""

    def bands(self) -> Sequence[Band]:
        """Return the job-size bands of Scotland."""

    def promoted_duties(self) -> Sequence[PromotedDuty]:
        """Return the duties of principal teachers in Scotland."""

    def gaps(self) -> Sequence[Gap]:
        """Return the listed gaps in the dates of figures."""

    def known_gaps(self) -> Sequence[KnownGap]:
        """Return what the data do not hold, in sentences."""

    def survey(self) -> Sequence[SurveyAnswer]:
        """Return the published survey answers."""

    def version(self) -> str:
        """Return the newest pay dates and a fingerprint of all files."""

    def fingerprint(self) -> str:
        """Return what changes with any file that is held."""

    def has_own_figures(self) -> bool:
        """Say whether the user added figures."""


class Library:
    """What the checks look things up in. Nothing is read before it is asked for."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._books: dict[str, FigureBook] = {}
        self._terms: dict[str, dict[str, tuple[AllowanceTerms, ...]]] = {}
        self._shown: dict[tuple[str, str], tuple[str, ...]] = {}

    def book(self, nation: str) -> FigureBook:
        """Return the figures of a nation."""
        book = self._books.get(nation)
        if book is None:
            dates = self._shelves.pay_dates(nation)
            book = FigureBook(nation, dates, lambda on: self._shelves.figures(nation, on))
            self._books[nation] = book
        return book

    def books(self) -> tuple[FigureBook, ...]:
        """Return the figures of all nations."""
        return tuple(self.book(nation) for nation in Nation)

    @cached_property
    def rules(self) -> RuleBook:
        """Every rule by its id."""
        return RuleBook(self._shelves.rules())

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self._shelves.sources()}

    def sources_shown(self, rule: str, nation: str) -> tuple[str, ...]:
        """Return the ids of the sources of a rule that are shown in a nation."""
        shown = self._shown.get((rule, nation))
        if shown is None:
            named = self.rules[rule].sources
            held = (self.sources[source] for source in named if source in self.sources)
            shown = tuple(source.id for source in sources_to_show(held, nation))
            self._shown[rule, nation] = shown
        return shown

    def terms(self, nation: str) -> Mapping[str, tuple[AllowanceTerms, ...]]:
        """Return how a nation's allowances are paid, by kind of allowance."""
        terms = self._terms.get(nation)
        if terms is None:
            terms = {}
            for row in self._shelves.terms(nation):
                terms[row.kind] = (*terms.get(row.kind, ()), row)
            self._terms[nation] = terms
        return terms

    def allowances(self, nation: str, kind: str, on: date) -> Iterator[AllowanceTerms]:
        """Yield the terms of a kind of allowance on a day: one for each point it is paid from."""
        for row in self.terms(nation).get(kind, ()):
            if in_force(row.valid_from, row.valid_to, on):
                yield row

    def allowance(self, nation: str, kind: str, on: date) -> AllowanceTerms | None:
        """Return the first terms of a kind of allowance on a day, or None where there are none."""
        for row in self.terms(nation).get(kind, ()):
            if in_force(row.valid_from, row.valid_to, on):
                return row
        return None

    def limit(self, nation: str, limit_id: str) -> Limit:
        """Return a number or date that a rule fixes; KeyError where the data hold none."""
        return self.limits[nation, limit_id]

    @cached_property
    def limits(self) -> Mapping[tuple[str, str], Limit]:
        """Every number or date that a rule fixes, by nation and id."""
        return {(nation, limit.id): limit for nation, limit in self._shelves.limits()}

    def awards(self, nation: str) -> tuple[Award, ...]:
        """Return the pay awards of a nation, oldest first."""
        return tuple(sorted(self._shelves.awards(nation), key=lambda award: award.valid_from))

    def job_size_point(self, spine: str, score: Decimal) -> str | None:
        """Return the point that a job-size score gives, or None where no published band holds it.

        The bands are in whole points, and no rule that was read rounds a score: one between two of
        them, such as 82.5, is in neither.
        """
        for band in self.bands:
            top = score if band.highest is None else band.highest
            if band.spine == spine and band.lowest <= score <= top:
                return band.point
        return None

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The job-size bands of Scotland."""
        return tuple(self._shelves.bands())

    @cached_property
    def promoted_duties(self) -> Mapping[str, PromotedDuty]:
        """The duties of principal teachers in Scotland by their letter."""
        return {duty.letter: duty for duty in self._shelves.promoted_duties()}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The listed gaps in the dates of figures."""
        return tuple(self._shelves.gaps())

    @cached_property
    def known_gaps(self) -> tuple[KnownGap, ...]:
        """What the data do not hold, in sentences."""
        return tuple(self._shelves.known_gaps())

    def lacks_figures_of(self, nation: str, item: str, on: date) -> bool:
        """Say whether figures of an item are known to be wanting on a day."""
        return any(
            gap.lacks
            and gap.nation == nation
            and item in gap.items
            and in_force(gap.valid_from, gap.valid_to, on)
            for gap in self.known_gaps
        )

    @cached_property
    def survey(self) -> tuple[SurveyAnswer, ...]:
        """The published survey answers."""
        return tuple(self._shelves.survey())

    @cached_property
    def data_version(self) -> str:
        """The newest pay date of each nation and a fingerprint of all files, also the user's."""
        return self._shelves.version()

    @cached_property
    def fingerprint(self) -> str:
        """What changes with any file that is held, also the user's."""
        return self._shelves.fingerprint()

    @cached_property
    def has_own_figures(self) -> bool:
        """Whether the user added figures to those that are shipped."""
        return self._shelves.has_own_figures()
