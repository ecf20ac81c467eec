"""Figures, comparisons, coverage and matches as plain tables, each row with its sentence."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from payapp.domain.coverage import Coverage
from payapp.domain.figure_series import Pair
from payapp.domain.figures import Figure, FigureBook
from payapp.domain.lookups import Identified
from payapp.domain.plain_tables import Cell, Table
from payapp.report.figures_in_words import (
    Until,
    area_in_words,
    figure_in_a_line,
    in_area,
    item_in_words,
    name_of,
    nation_in_words,
)
from payapp.report.wording import Wording, capitalised

Row = tuple[Cell, ...]


class ToldTable(NamedTuple):
    """A table, and the sentence that says a row of it, made when it is asked for."""

    table: Table
    sentence: Callable[[int], str]


class Names:
    """What the cells of a table call nations, areas and items, each looked up once."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.nation = cache(lambda nation: nation_in_words(nation, wording))
        self.area = cache(self._area)
        self.item = cache(self._item)

    def _area(self, area: str) -> str:
        words = area_in_words(area, self._wording)
        return capitalised(words) or self._wording.say("figure_table.whole_nation")

    def _item(self, nation: str, item: str) -> str:
        article = self._wording.say("figure_table.article")
        named = item_in_words(item, self._wording.of(nation))
        return capitalised(named.removeprefix(article))

    def series(self, figure: Figure) -> tuple[str, str, str, str]:
        """Return nation, area, item and point as cells."""
        item = self.item(figure.nation, figure.item)
        return self.nation(figure.nation), self.area(figure.area), item, figure.point


def _made(
    name: str,
    rows: Sequence[Row],
    wording: Wording,
    sentence: Callable[[int], str],
    **values: object,
) -> ToldTable:
    start = f"figure_table.{name}"
    headings = wording.each(f"{start}.headings", **values)
    kinds = wording.each(f"{start}.kinds")
    return ToldTable(Table(wording.say(f"{start}.name"), headings, kinds, rows), sentence)


def figures_table(figures: Sequence[Figure], until: Until, wording: Wording) -> ToldTable:
    """Return figures one below the other; `until` says the last day of each."""
    names = Names(wording)
    rows = [
        (
            *names.series(figure),
            figure.amount,
            figure.valid_from,
            until(figure),
            str(figure.nature),
            str(figure.provenance),
            figure.confidence,
            ", ".join(figure.sources),
        )
        for figure in figures
    ]

    def sentence(place: int) -> str:
        figure = figures[place]
        return f"{figure_in_a_line(figure, until(figure), wording.of(figure.nation))}."

    return _made("figures", rows, wording, sentence)


def last_days(books: Iterable[FigureBook]) -> Until:
    """Return how to look up the last day in force of figures of some nations."""
    by_nation = {book.nation: book for book in books}
    return lambda figure: by_nation[figure.nation].in_force_until(figure)


def compared_table(pairs: Sequence[Pair], one: str, other: str, wording: Wording) -> ToldTable:
    """Return pairs with their difference; `one` and `other` say what each column is."""
    names = Names(wording)
    rows = [
        (
            *names.series(pair.either),
            pair.one and pair.one.amount,
            pair.other and pair.other.amount,
            pair.difference,
            pair.percent,
        )
        for pair in pairs
    ]
    return _made(
        "compared",
        rows,
        wording,
        lambda place: _pair_in_words(pairs[place], one, other, wording),
        one=one,
        other=other,
    )


def _pair_in_words(pair: Pair, one: str, other: str, wording: Wording) -> str:
    """Return what the one is, what the other is, and how far they differ."""
    figure, difference = pair.either, pair.difference
    own = wording.of(figure.nation)
    absent = own.say("figure_table.not_held")
    key = "only"
    if difference is not None:
        key = "more" if difference > 0 else "less" if difference < 0 else "same"
    return own.say(
        f"figure_table.compared.{key}",
        name=name_of(figure.item, figure.point, own),
        nation=nation_in_words(figure.nation, own),
        area=in_area(figure.area, own),
        first=one,
        second=other,
        one=pair.one.amount if pair.one else absent,
        other=pair.other.amount if pair.other else absent,
        difference=abs(difference or Decimal(0)),
        percent=str(abs(pair.percent or Decimal(0))),
    )


def coverage_table(register: Sequence[Coverage], wording: Wording) -> ToldTable:
    """Return the coverage register: an item in a pay year in each row."""
    names = Names(wording)
    rows = [
        (
            names.nation(row.nation),
            names.item(row.nation, row.item),
            row.first,
            row.last,
            wording.say(f"schedules.held.{row.held}"),
            row.printed,
            row.derived,
            row.proposed,
        )
        for row in register
    ]

    def sentence(place: int) -> str:
        row = register[place]
        own = wording.of(row.nation)
        words = {
            **row._asdict(),
            "nation": nation_in_words(row.nation, own),
            "item": item_in_words(row.item, own),
            "held": own.say(f"schedules.held.{row.held}"),
        }
        return own.say("figure_table.coverage.sentence", **words)

    return _made("coverage", rows, wording, sentence)


def matches_table(found: Identified, until: Until, wording: Wording) -> ToldTable:
    """Return what an amount may be: whole figures, common shares of figures, or the nearest."""
    say, names = wording.say, Names(wording)
    start = "figure_table.matches"
    shares = [(match.figure, say(f"{start}.whole")) for match in found.whole]
    shares += [
        (match.figure, say(f"{start}.share", share=f"{match.proportion:f}"))
        for match in found.pro_rata
    ]
    shares += [(figure, say(f"{start}.nearest")) for figure in found.nearest]
    rows = [
        (
            share,
            *names.series(figure),
            figure.amount,
            figure.valid_from,
            until(figure),
            str(figure.nature),
            str(figure.provenance),
        )
        for figure, share in shares
    ]

    def sentence(place: int) -> str:
        figure, share = shares[place]
        line = figure_in_a_line(figure, until(figure), wording.of(figure.nation))
        return f"{capitalised(share)}: {line}."

    return _made("matches", rows, wording, sentence)


def addition_table(
    added: Sequence[Figure],
    changed: Sequence[tuple[Figure, Figure]],
    before: Callable[[Figure], Figure | None],
    wording: Wording,
) -> ToldTable:
    """Return what an addition does: each new or changed figure beside the one it follows.

    `before` looks up the figure of the same series on the day before a new one.
    """
    pairs = [Pair(before(figure), figure) for figure in added]
    pairs += [Pair(*change) for change in changed]
    start = "figure_table.addition"
    one, other = wording.say(f"{start}.before"), wording.say(f"{start}.after")
    return compared_table(pairs, one, other, wording)


def as_text(table: Table, wording: Wording) -> str:
    """Return a table as lines of cells with tabs between, to be pasted elsewhere."""
    told = cache(lambda cell: cell_in_words(cell, wording))
    lines = [table.headings, *(map(told, row) for row in table.rows)]
    return "\n".join("\t".join(line) for line in lines)


def cell_in_words(cell: Cell, wording: Wording, kind: str = "") -> str:
    """Return a cell as it is read: pounds with their sign, days with the month in words."""
    if cell is None:
        return ""
    if kind == "number" and isinstance(cell, Decimal):
        return f"{cell:f}"
    return wording.show(cell) if isinstance(cell, Decimal | date) else str(cell)
