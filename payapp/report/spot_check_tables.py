"""A spot check as the window lists it: the columns of a sheet, and a line for each person."""

from collections.abc import Sequence
from typing import NamedTuple

from payapp.domain.money import Money
from payapp.domain.plain_tables import Table
from payapp.report.figure_tables import Row, ToldTable
from payapp.report.keeping import kept
from payapp.report.published_table_in_words import MarkedRow, table_of_rows
from payapp.report.spot_check_in_words import JOINED, fault_in_words, found_in_words
from payapp.report.wording import Wording
from payapp.spot_check.columns import known_columns
from payapp.spot_check.layouts import WHICH_KIND
from payapp.spot_check.people import SAME_REFERENCE, Refusal, Result, rank_of

REFUSED = "refused"
_LAST = 1 << 64


class HeadedColumn(NamedTuple):
    """A column of a sheet: its heading, what it is read as (empty for nothing), first values."""

    heading: str
    column: str
    kind: str
    samples: tuple[str, ...]


class Brief(NamedTuple):
    """One line for a row of a sheet; small `rank`s are the most serious. Money is a year's.

    `other_row` is one with the same reference, where there is any.
    """

    rank: int
    row: int
    reference: str
    verdict: str
    gap: Money | None
    pending: Money | None
    found: str
    reasons: str
    other_row: int | None = None


def brief_of(result: Result, wording: Wording) -> Brief:
    """Return the line of a row: what was found about the person, or what is wrong with the row."""
    if isinstance(result, Refusal):
        return _refused(result, wording)
    found = found_in_words(result, wording)
    said = (reason_in_words(code, result.nation, wording) for code in result.codes)
    money = (result.gap or None, result.pending or None)
    told = (result.verdict, *money, found, JOINED.join(said), result.other_row)
    return Brief(rank_of(result), result.row, result.reference, *told)


@kept
def reason_in_words(code: str, nation: str, wording: Wording) -> str:
    """Return the code of a reason, such as `tlr:below`, as its finding is headed in the nation."""
    about, _, outcome = code.partition(":")
    if about == SAME_REFERENCE:
        return _say(wording, "same-reference")
    own = wording.of(nation)
    title, words = own.say(f"about.{about}"), own.say(f"outcome.{outcome}.words")
    return _say(own, "reason", about=title, outcome=words)


def _refused(refusal: Refusal, wording: Wording) -> Brief:
    first = refusal.faults[0]
    words = fault_in_words(first, wording)
    found = _say(wording, "fault", heading=first.heading, sentence=words.sentence, fix=words.fix)
    rank = _LAST + refusal.row
    return Brief(rank, refusal.row, refusal.reference, REFUSED, None, None, found, "")


def verdict_in_words(verdict: str, wording: Wording) -> str:
    """Return a verdict with its symbol, or that a row was not understood."""
    if verdict == REFUSED:
        return _say(wording, "refused")
    symbol = wording.say(f"verdict.{verdict}.symbol")
    return f"{symbol} {wording.say(f'verdict_short.{verdict}')}"


def briefs_table(briefs: Sequence[Brief], wording: Wording) -> ToldTable:
    """Return the lines as a table, in the order they have."""
    verdicts = {each.verdict for each in briefs}
    words = {verdict: verdict_in_words(verdict, wording) for verdict in verdicts}
    rows = [_brief_row(each, words[each.verdict]) for each in briefs]

    def sentence(place: int) -> str:
        each = briefs[place]
        values = {**each._asdict(), "verdict": words[each.verdict]}
        return _say(wording, "sentence", **values)

    return ToldTable(listed("people", rows, wording), sentence)


def _brief_row(each: Brief, verdict: str) -> Row:
    return verdict, each.reference, each.gap, each.pending, each.found, each.reasons, each.row


def columns_table(columns: Sequence[HeadedColumn], wording: Wording) -> ToldTable:
    """Return the columns of a sheet with what they are read as and their first values."""
    read_as = [column_in_words(each.column, each.kind, wording) for each in columns]
    rows = [
        (each.heading, words, *(*each.samples, "", "", "")[:3])
        for each, words in zip(columns, read_as, strict=True)
    ]

    def sentence(place: int) -> str:
        values = {"heading": columns[place].heading, "column": read_as[place]}
        return _say(wording, "column-sentence", **values)

    return ToldTable(listed("columns", rows, wording), sentence)


def column_in_words(column: str, kind: str, wording: Wording) -> str:
    """Return what a heading is read as, in words; no column means that it is not read.

    A column of an allowance has its number, or none, such as `allowance_amount`: then any will do.
    """
    if not column:
        return _say(wording, "not-read")
    known = known_columns().get(column)
    if known is None:
        start, number, field = "any-allowance", 0, column.removeprefix("allowance_")
    else:
        start, number, field = "column", known.number, known.field.rstrip("_")
    values = {"label": _label(field, wording), "kind": _kind_in_words(kind, wording)}
    start = "allowance" if number else start
    ending = {"": "", WHICH_KIND: "-of-some-kind"}.get(kind, "-of-kind")
    return _say(wording, f"{start}{ending}", number=number, **values)


def _label(fact: str, wording: Wording) -> str:
    """Return the short name of a fact in words that do for every nation."""
    key = f"facts.{fact}.label"
    words = wording.below("spot_list.in-any-nation")
    return wording.say(key, **words) if wording.has(key) else fact


def _kind_in_words(kind: str, wording: Wording) -> str:
    """Return the kind of an allowance and the basis of an amount, as far as they are known."""
    named = {**wording.below("facts.allowances.choices"), **wording.below("facts.basis.choices")}
    return _say(wording, "kind-joined").join(str(named.get(each, each)) for each in kind.split())


def told_marked_table(rows: Sequence[MarkedRow], wording: Wording) -> ToldTable:
    """Return the rows of a marked table with the sentence of each."""

    def sentence(place: int) -> str:
        row = rows[place]
        said = " ".join(filter(None, (row.sentence, row.expected)))
        return _say(wording, "marked-sentence", mark=row.mark, said=said)

    return ToldTable(table_of_rows(rows, wording), sentence)


def listed(name: str, rows: Sequence[Row], wording: Wording) -> Table:
    """Return rows as the table of this name."""
    headings, kinds = (wording.each(f"spot_list.{name}.{part}") for part in ("headings", "kinds"))
    return Table(_say(wording, f"{name}.name"), headings, kinds, rows)


def _say(wording: Wording, key: str, **values: object) -> str:
    return wording.say(f"spot_list.{key}", **values)
