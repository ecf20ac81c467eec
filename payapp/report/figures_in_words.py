"""Figures, look-ups and amounts in words, and as the plain values that scripts read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from payapp.domain.figure_series import last_award_long_before
from payapp.domain.figures import Figure, FigureBook, Match, NotHeld
from payapp.domain.lookups import AreasDiffer, Identified
from payapp.domain.rules import Source, weightiest_first
from payapp.report.in_words import SourceInWords
from payapp.report.keeping import kept
from payapp.report.wording import Wording, capitalised

DAY_OR_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?")
Until = Callable[[Figure], date | None]


class Shortfall(NamedTuple):
    """Why a look-up was not answered: the field, its value, what is wrong, and what to give."""

    field: str
    value: str
    found: str
    fix: str


def plain_number(amount: Decimal) -> int | float:
    """Return pounds as a JSON number: whole ones as an integer, others with their pence."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def figure_as_json(figure: Figure, until: date | None) -> dict[str, object]:
    """Return a figure under the keys that `payapp figure --json` prints.

    `until` is its last day in force, None where no later row ends it.
    """
    return {
        "amount": plain_number(figure.amount),
        "nature": figure.nature,
        "provenance": figure.provenance,
        "confidence": figure.confidence,
        "sources": list(figure.sources),
        "valid_from": figure.valid_from.isoformat(),
        "valid_to": until.isoformat() if until else None,
    }


def no_later_figure(book: FigureBook, on: date, wording: Wording) -> str | None:
    """Say that no later figure was seen for a day long after the last one; else None."""
    latest = last_award_long_before(book, on)
    if latest is None:
        return None
    nation = nation_in_words(book.nation, wording)
    return wording.say("figure.no_later", nation=nation, latest=latest, on=on)


def figure_in_text(
    figure: Figure,
    until: date | None,
    sources: Mapping[str, Source],
    wording: Wording,
    warning: str | None = None,
) -> str:
    """Return a figure in sentences: what it is, what it rests on, and where it was read."""
    held = (sources[source] for source in figure.sources)
    lines = [
        wording.say("figure.sentence", **_named(figure, until, wording)),
        *((warning,) if warning else ()),
        *(f"{capitalised(phrase)}." for phrase in rests_on(figure, wording)),
        *(source_in_words(source, wording).line for source in weightiest_first(held)),
    ]
    return "\n".join(lines)


def figure_in_a_line(figure: Figure, until: date | None, wording: Wording) -> str:
    """Return a figure in one line, with its nature and provenance in a word each."""
    named = _named(figure, until, wording)
    words = {"nature": figure.nature, "provenance": figure.provenance}
    return wording.say("figure.one_line", **named, **words)


def rests_on(figure: Figure, wording: Wording) -> tuple[str, str, str]:
    """Return a figure's nature, provenance and confidence, each as a phrase."""
    return (
        wording.say(f"figure.nature.{figure.nature}"),
        wording.say(f"figure.provenance.{figure.provenance}"),
        confidence_in_words(figure, wording),
    )


def confidence_in_words(figure: Figure, wording: Wording) -> str:
    """Say how sure a figure is; of a proposed one, how sure what was announced is."""
    kind = "confidence-of-a-proposal" if figure.provenance.is_proposed else "confidence"
    return wording.say(f"figure.{kind}.{figure.confidence}")


@kept
def source_in_words(source: Source, wording: Wording) -> SourceInWords:
    """Return a source in a line; a date that names no year says nothing, and is left out."""
    day = _day_of_source(source.date, wording)
    key = "source.line" if day else "source.line-without-date"
    line = wording.say(key, **{**source._asdict(), "date": day})
    return SourceInWords(source.id, line, source.address)


def source_cells(source: Source, wording: Wording) -> tuple[str, ...]:
    """Return a source as the cells of a sheet: its id, what it is, and where it is found."""
    kind = wording.say(f"source.kind.{source.kind}")
    return source.id, kind, source.title, source.publisher, source.date, source.address


def _day_of_source(day: str, wording: Wording) -> str:
    """Return an ISO day or month with its month in words, and any other date as it is listed."""
    found = DAY_OR_MONTH.fullmatch(day)
    if found:
        year, month, of_month = found.groups()
        words = (of_month and str(int(of_month)), wording.say(f"months.{int(month)}"), year)
        return " ".join(word for word in words if word)
    return day if any(sign.isdigit() for sign in day) else ""


def _named(figure: Figure, until: date | None, wording: Wording) -> dict[str, object]:
    """Return what the sentences about a figure mention, each part in words."""
    per = f"figure.per.{figure.item}"
    last = {"last": until} if until else {}
    return {
        "amount": figure.amount,
        "per": wording.say(per if wording.has(per) else "figure.per.year"),
        "name": name_of(figure.item, figure.point, wording.of(figure.nation)),
        "nation": nation_in_words(figure.nation, wording),
        "area": in_area(figure.area, wording),
        "dates": wording.say(
            "figure.from_to" if until else "figure.from", first=figure.valid_from, **last
        ),
    }


def nation_in_words(nation: str, wording: Wording) -> str:
    """Return the name of a nation."""
    return wording.say(f"facts.nation.choices.{nation}")


def item_in_words(item: str, wording: Wording) -> str:
    """Return the name of an item; one that is not known is named as it is."""
    key = f"item_named.{item}"
    return wording.say(key) if wording.has(key) else item


def name_of(item: str, point: str, wording: Wording) -> str:
    """Return a point with its item, such as *the minimum of TLR2*."""
    key = f"point_of.{point}"
    named = key if wording.has(key) else "point_of.other"
    return wording.say(named, point=point, item=item_in_words(item, wording))


def area_in_words(area: str, wording: Wording) -> str:
    """Return the name of an area; empty for the whole nation."""
    key = f"figure.area.{area}"
    return wording.say(key) if wording.has(key) else area


def in_area(area: str, wording: Wording) -> str:
    """Return the name of an area in brackets, as it follows a nation; empty for all of it."""
    words = area_in_words(area, wording)
    return wording.say("figure.in_area", area=words) if words else ""


def why_no_figure(found: NotHeld | AreasDiffer, wording: Wording) -> Shortfall:
    """Say why a look-up has no answer, and what is held instead or what to name."""
    if isinstance(found, NotHeld):
        return why_not_held(found, wording)
    return _why_areas_differ(found, wording)


def why_not_held(lacking: NotHeld, wording: Wording) -> Shortfall:
    """Say why a look-up has no answer, and what is held instead."""
    held = list(lacking.held)
    if lacking.lacking == "date":
        held = [_period(period, wording) for period in held]
    asked = {**lacking._asdict(), "date": lacking.on.isoformat()}
    own = wording.of(lacking.nation)
    words = {
        **asked,
        "nation": nation_in_words(lacking.nation, wording),
        "item_name": item_in_words(lacking.item, own),
        "name": name_of(lacking.item, lacking.point, own),
    }
    return Shortfall(
        lacking.lacking,
        asked[lacking.lacking],
        wording.say(f"figure.not_held.{lacking.lacking}", **words),
        wording.say(f"figure.held.{lacking.lacking}", held=", ".join(held)),
    )


def _why_areas_differ(found: AreasDiffer, wording: Wording) -> Shortfall:
    return Shortfall(
        "area",
        "",
        wording.say(
            "figure.areas_differ",
            name=name_of(found.item, found.point, wording.of(found.nation)),
            nation=nation_in_words(found.nation, wording),
        ),
        wording.say("figure.name_the_area", areas=", ".join(found.areas)),
    )


def _period(period: str, wording: Wording) -> str:
    first, last = (date.fromisoformat(day) if day else None for day in period.split(".."))
    if last is None:
        return wording.say("figure.held_open_period", first=first)
    return wording.say("figure.held_period", first=first, last=last)


def identified_as_json(amount: Decimal, found: Identified, until: Until) -> dict[str, object]:
    """Return what an amount may be under the keys that `payapp identify --json` prints."""

    def plain(figure: Figure) -> dict[str, object]:
        series = {key: getattr(figure, key) for key in ("nation", "area", "item", "point")}
        return {**series, **figure_as_json(figure, until(figure))}

    matches = (*found.whole, *found.pro_rata)
    return {
        "amount": plain_number(amount),
        "matches": [
            {**plain(match.figure), "share": plain_number(match.proportion)} for match in matches
        ],
        "nearest": [plain(figure) for figure in found.nearest],
    }


def identified_headline(amount: Decimal, found: Identified, wording: Wording) -> str:
    """Return in a line whether an amount is a figure, a common share of one, or none."""
    key = "whole" if found.whole else "pro_rata" if found.pro_rata else "none"
    return wording.say(f"identify.{key}", amount=amount)


def identified_in_text(amount: Decimal, found: Identified, until: Until, wording: Wording) -> str:
    """Return what an amount may be, a line for each figure."""

    def line(figure: Figure) -> str:
        return figure_in_a_line(figure, until(figure), wording)

    def share(match: Match) -> str:
        proportion = f"{match.proportion:f}"
        return wording.say("identify.share", share=proportion, figure=line(match.figure))

    lines: list[str] = []
    if found.whole:
        lines.append(wording.say("identify.whole", amount=amount))
        lines += [f"  {line(match.figure)}" for match in found.whole]
    if found.pro_rata:
        lines.append(wording.say("identify.pro_rata", amount=amount))
        lines += [f"  {share(match)}" for match in found.pro_rata]
    if found.nearest:
        lines.append(wording.say("identify.none", amount=amount))
        lines += [f"  {line(figure)}" for figure in found.nearest]
    return "\n".join(lines)
