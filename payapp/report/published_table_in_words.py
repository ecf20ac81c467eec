"""A published pay table held against the figures, in words: a line for each amount."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from payapp.casework.published_table import Mark, Marked, nations_to_choose_from
from payapp.domain.figures import Figure, Provenance
from payapp.domain.money import Money
from payapp.domain.plain_tables import Table
from payapp.domain.refusals import Refused
from payapp.report.figures_in_words import name_of, nation_in_words, plain_number
from payapp.report.wording import Wording

MOST_NAMED = 2
SERIOUS = tuple(Mark)
ONE_SOURCE = "one-source"
SURE = ("printed", ONE_SOURCE, "derived", "proposed", "proposed-derived")
"""How far a figure can be held against a table, the surest first."""


class MarkedRow(NamedTuple):
    """An amount of a table as a row in words; row and column count from 1."""

    row: int
    column: int
    label: str
    amount: Money
    mark: str
    sentence: str
    expected: str


def table_in_text(marked: Sequence[Marked], wording: Wording) -> str:
    """Return a line for each amount, and how many there are of each kind."""
    if not marked:
        return _say(wording, "none")
    counts = Counter(each.mark for each in marked)
    totals = (
        _say(wording, "count", words=_say(wording, f"mark.{mark}"), count=counts[mark])
        for mark in SERIOUS
    )
    return "\n".join((*(_line(each, wording) for each in marked), *totals))


def refuse_without_nation(file: str, marked: Sequence[Marked], wording: Wording) -> None:
    """Raise Refused for a table that may be of several nations and does not say of which."""
    nations = nations_to_choose_from(marked)
    if nations:
        named = (nation_in_words(nation, wording) for nation in nations)
        joined = _say(wording, "no-nation.joined").join(named)
        found = _say(wording, "no-nation.found", nations=joined)
        raise Refused(file, _say(wording, "no-nation.fix"), found=found)


def table_as_json(marked: Sequence[Marked]) -> dict[str, object]:
    """Return the marked amounts for scripts."""
    return {"amounts": [_plain(each) for each in marked]}


def marked_table(marked: Sequence[Marked], wording: Wording) -> Table:
    """Return the marked amounts as a table for a workbook."""
    return table_of_rows([marked_row(each, wording) for each in marked], wording)


def marked_row(marked: Marked, wording: Wording) -> MarkedRow:
    """Return the row of a marked amount."""
    return MarkedRow(
        marked.row,
        marked.place + 1,
        marked.label,
        marked.amount,
        mark_in_words(marked, wording),
        sentence_of(marked, wording),
        _expected(marked, wording),
    )


def table_of_rows(rows: Sequence[MarkedRow], wording: Wording) -> Table:
    """Return the rows of marked amounts under their headings."""
    names = ("headings", "kinds")
    headings, kinds = (wording.each(f"table_check.sheet.{name}") for name in names)
    return Table(_say(wording, "sheet.name"), headings, kinds, rows)


def mark_in_words(marked: Marked, wording: Wording) -> str:
    """Return the symbol and the words of a mark."""
    symbol, words = (_say(wording, f"{name}.{marked.mark}") for name in ("symbol", "mark"))
    return f"{symbol} {words}"


def sentence_of(marked: Marked, wording: Wording) -> str:
    """Return what an amount is, or what it is near to, in a sentence."""
    key = f"said.{marked.mark}"
    if marked.mark is Mark.NOTHING and marked.figures:
        key = f"{key}-near"
    nearest = marked.figures[0].amount if marked.figures else None
    figures = _figures(marked.figures, wording)
    return _say(wording, key, amount=marked.amount, figures=figures, nearest=nearest)


def _say(wording: Wording, key: str, **values: object) -> str:
    return wording.say(f"table_check.{key}", **values)


def _line(marked: Marked, wording: Wording) -> str:
    values = {
        "symbol": _say(wording, f"symbol.{marked.mark}"),
        "row": marked.row,
        "column": marked.place + 1,
        "label": marked.label,
        "mark": _say(wording, f"mark.{marked.mark}"),
        "sentence": f"{sentence_of(marked, wording)} {_expected(marked, wording)}".strip(),
    }
    return _say(wording, "line" if marked.label else "line-without-label", **values)


def _figures(figures: Sequence[Figure], wording: Wording) -> str:
    """Name the first of the figures; those alike but for the pay area are named once."""
    named = list(dict.fromkeys(_figure(figure, wording) for figure in figures))
    shown = _say(wording, "joined").join(named[:MOST_NAMED])
    more = len(named) - MOST_NAMED
    return shown + (_say(wording, "more", count=more) if more > 0 else "")


def _figure(figure: Figure, wording: Wording) -> str:
    area = wording.say(f"figure.area.{figure.area}")
    values = {
        "name": name_of(figure.item, figure.point, wording.of(figure.nation)),
        "nation": nation_in_words(figure.nation, wording),
        "area": wording.say("figure.in_area", area=area) if area else "",
        "from": figure.valid_from,
    }
    return _say(wording, "figure", **values)


def _expected(marked: Marked, wording: Wording) -> str:
    """Return what an amount should be and how sure that is, or that there is no such point."""
    if marked.may_be_right:
        return _say(wording, "may-be-right")
    if not marked.expected:
        return _ended(marked, wording)
    amounts = [wording.show(figure.amount) for figure in marked.expected]
    sure = max((_how_sure(figure) for figure in marked.expected), key=SURE.index)
    joined = _say(wording, "expected-joined").join(amounts)
    return _say(wording, f"expected.{sure}", expected=joined)


def _how_sure(figure: Figure) -> str:
    """Return in a word how far a figure can be held against a table."""
    is_alone = figure.provenance is Provenance.PRINTED and figure.confidence == 1
    return ONE_SOURCE if is_alone else figure.provenance.value


def _ended(marked: Marked, wording: Wording) -> str:
    """Say until when there was what a label claims."""
    claim = marked.claim
    if marked.ended is None or not claim.nation or not claim.point:
        return ""
    nation = nation_in_words(claim.nation, wording)
    return _say(wording, "ended", point=claim.point, nation=nation, ended=marked.ended)


def _plain(marked: Marked) -> dict[str, object]:
    return {
        "row": marked.row,
        "column": marked.place + 1,
        "label": marked.label,
        "amount": plain_number(marked.amount),
        "mark": marked.mark.value,
        "figures": [_plain_figure(figure) for figure in marked.figures],
        "expected": [plain_number(figure.amount) for figure in marked.expected],
        "expected_provenance": [figure.provenance.value for figure in marked.expected],
        "ended": marked.ended.isoformat() if marked.ended else None,
    }


def _plain_figure(figure: Figure) -> dict[str, object]:
    return {
        "nation": figure.nation,
        "area": figure.area,
        "item": figure.item,
        "point": figure.point,
        "amount": plain_number(figure.amount),
        "valid_from": figure.valid_from.isoformat(),
    }
