"""Rules, sources, allowance terms, limits and awards as records; the texts live in schedules/."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

MOST_DAYS_KEPT = 1_000
# What a criterion may name in braces, to be told in each nation's own words.
WORDS_OF_A_NATION = ("coordinator", "sen", "sen_allowance")


class Force(StrEnum):
    """How strongly a rule binds."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    POSITION = "position"
    INFORMATION = "information"


class Kind(StrEnum):
    """What payapp does with a rule: test it, show it beside a finding, or keep it as context."""

    TEST = "test"
    SHOWN = "shown"
    CONTEXT = "context"


class Rule(NamedTuple):
    """One atomic rule. An empty `valid_from` means always, or not yet in force as the text says.

    `criterion` may name words of a nation in braces, such as {sen} for SEN or ALN.
    `checked` is 3 for a text that was read, 2 for a restatement, 1 for a paragraph number that
    was not verified.
    """

    id: str
    nations: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    instrument: str
    paragraph: str
    force: Force
    criterion: str
    decides: str
    sources: tuple[str, ...]
    checked: int
    kind: Kind


class SourceKind(StrEnum):
    """What a source is, the weightiest first; a document is the law or agreement itself."""

    DOCUMENT = "document"
    OFFICIAL = "official"
    UNION_OR_EMPLOYER = "union-or-employer"
    OTHER = "other"
    FORUM = "forum"


SOURCE_KINDS = tuple(SourceKind)


class Source(NamedTuple):
    """Where a figure or a rule was read, and the nations it is about: none where about any."""

    id: str
    title: str
    publisher: str
    date: str
    address: str
    gave: str
    kind: SourceKind
    nations: tuple[str, ...]


def weightiest_first(sources: Iterable[Source], nation: str = "") -> tuple[Source, ...]:
    """Return sources by their kind, and those of one kind in the order they came in.

    Where a nation is named, what is about other nations only comes last.
    """

    def weight(source: Source) -> tuple[bool, int]:
        return bool(nation) and not _is_about(source, nation), SOURCE_KINDS.index(source.kind)

    return tuple(sorted(sources, key=weight))


def _is_about(source: Source, nation: str) -> bool:
    return not source.nations or nation in source.nations


def sources_to_show(sources: Iterable[Source], nation: str) -> tuple[Source, ...]:
    """Return the sources of a rule that are shown in a nation.

    What is about other nations only is left out, then forums and blogs; each only where another
    source is left.
    """
    held = tuple(sources)
    about = tuple(each for each in held if _is_about(each, nation)) or held
    return tuple(each for each in about if each.kind is not SourceKind.FORUM) or about


class Citation(NamedTuple):
    """A rule as a reader looks it up; the edition is the pay year whose document was in force."""

    rule: str
    instrument: str
    edition: str
    paragraph: str
    checked: int


class Proportion(StrEnum):
    """What reduces an allowance from its full value to what is received."""

    HOURS = "hours"
    SHARE = "share"
    HOURS_UNLESS_SHARE_ADOPTED = "hours-unless-share-adopted"
    FULL_OR_HOURS = "full-or-hours"
    HOURS_UNLESS_FULL = "hours-unless-full"
    NONE = "none"


class AllowanceTerms(NamedTuple):
    """How one kind of allowance is paid in one nation from one date."""

    kind: str
    valid_from: date | None
    valid_to: date | None
    area: str
    item: str
    point: str
    is_range: bool
    proportion: Proportion
    rules: tuple[str, ...]


class Limit(NamedTuple):
    """A number or a date that a rule fixes."""

    id: str
    number: Decimal | None
    day: date | None
    rule: str


class Award(NamedTuple):
    """A pay award: its date, what it covers, and how it turns one figure into the next.

    `percent` is on the figure in force at `base_date`; `flat` is added in pounds after it.
    """

    valid_from: date
    area: str
    item: str
    point: str
    percent: Decimal | None
    flat: Decimal
    rounding: str
    base_date: date | None
    exception: str


def in_force(valid_from: date | None, valid_to: date | None, on: date) -> bool:
    """Say whether a day falls in a period; an open end has no limit."""
    return (valid_from is None or valid_from <= on) and (valid_to is None or on <= valid_to)


class RuleBook:
    """Every rule by its id."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.by_id: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self._citations: dict[tuple[str, str, bool], Citation] = {}
        self._days: dict[tuple[str, date, str, bool], RulesOfTheDay] = {}

    def __getitem__(self, rule_id: str) -> Rule:
        """Return the rule of an id; KeyError where the data hold none."""
        return self.by_id[rule_id]

    def in_force(self, rule_id: str, on: date) -> bool:
        """Say whether a rule is in force on a day."""
        rule = self.by_id[rule_id]
        return in_force(rule.valid_from, rule.valid_to, on)

    def of_nation(self, rule_ids: tuple[str, ...], nation: str) -> tuple[str, ...]:
        """Return those of the rules that name a nation: no other may be cited there."""
        return tuple(rule for rule in rule_ids if nation in self.by_id[rule].nations)

    def of_the_day(
        self, nation: str, on: date, edition: str, *, paragraphs_read: bool = True
    ) -> "RulesOfTheDay":
        """Return the rules that a nation has in force on a day, to be cited by one edition."""
        key = (nation, on, edition, paragraphs_read)
        found = self._days.get(key)
        if found is None:
            if len(self._days) > MOST_DAYS_KEPT:
                self._days.clear()
            found = self._days[key] = RulesOfTheDay(self, *key)
        return found

    def cite(self, rule_id: str, edition: str, *, paragraphs_read: bool = True) -> Citation:
        """Return a rule as a citation of one edition.

        Where the paragraphs of a nation's own document were not read, each is shown as not
        verified whatever the row says.
        """
        key = (rule_id, edition, paragraphs_read)
        found = self._citations.get(key)
        if found is None:
            rule = self.by_id[rule_id]
            checked = rule.checked if paragraphs_read else 1
            found = Citation(rule_id, rule.instrument, edition, rule.paragraph, checked)
            self._citations[key] = found
        return found


class RulesOfTheDay:
    """The rules that a nation has in force on one day, cited by one edition."""

    __slots__ = ("_book", "_cited", "_edition", "_read", "ids")

    def __init__(self, book: RuleBook, nation: str, on: date, edition: str, read: bool) -> None:  # noqa: FBT001  # made by RuleBook alone
        self.ids = frozenset(
            rule.id
            for rule in book.by_id.values()
            if nation in rule.nations and in_force(rule.valid_from, rule.valid_to, on)
        )
        self._book, self._edition, self._read = book, edition, read
        self._cited: dict[tuple[str, ...], tuple[Citation, ...]] = {}

    def cite(self, rule_ids: tuple[str, ...]) -> tuple[Citation, ...]:
        """Return those of the rules that are in force, each once, as citations."""
        found = self._cited.get(rule_ids)
        if found is None:
            found = self._cited[rule_ids] = tuple(
                self._book.cite(rule_id, self._edition, paragraphs_read=self._read)
                for rule_id in dict.fromkeys(rule_ids)
                if rule_id in self.ids
            )
        return found
