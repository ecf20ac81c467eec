"""Offers side by side in sentences, as the object for scripts, and as a sheet."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from payapp.casework.offers import Comparison, Difference, HowSure, Offer
from payapp.check import cite_as_answered
from payapp.domain.assessment import is_about_pay
from payapp.domain.findings import Outcome
from payapp.domain.library import Library
from payapp.domain.money import pro_rata
from payapp.domain.pay import AllowanceKind
from payapp.domain.plain_tables import Table
from payapp.domain.rules import Rule
from payapp.report.assessment_in_words import headline_of
from payapp.report.because_in_words import citation_in_words, criterion_in_words
from payapp.report.figure_tables import ToldTable
from payapp.report.figures_in_words import plain_number
from payapp.report.finding_values import Scene, item_named
from payapp.report.papers import Paper, Section
from payapp.report.questions import answer_in_words
from payapp.report.wording import Wording

_COLUMNS = "ABCD"


def comparison_in_words(
    found: Comparison, library: Library, wording: Wording, audience: str = "teacher"
) -> Paper:
    """Return two to four cases side by side in sentences, each against the first."""
    scenes = [
        Scene(offer.case, library, wording.of(offer.case.nation), audience)
        for offer in found.offers
    ]
    sections = [
        Section(column_name(offer, place, wording), tuple(_offer(offer, scene)))
        for place, (offer, scene) in enumerate(zip(found.offers, scenes, strict=True))
    ]
    for place, difference in enumerate(found.differences, start=1):
        names = {
            "first": column_name(found.offers[0], 0, wording),
            "other": column_name(found.offers[place], place, wording),
        }
        heading = wording.say("casework.offers.heading.difference", **names)
        sections.append(Section(heading, tuple(_difference(difference, scenes[place]))))
    know = wording.say("casework.offers.heading.know")
    sections.append(Section(know, tuple(_to_know(found, scenes[0]))))
    return Paper(wording.say("casework.offers.title"), tuple(sections))


def column_name(offer: Offer, place: int, wording: Wording) -> str:
    """Return what a column is called: its letter, and the reference of its case if it has one."""
    letter = _COLUMNS[place]
    if not offer.case.reference:
        return wording.say("casework.offers.column", letter=letter)
    reference = offer.case.reference
    return wording.say("casework.offers.column-named", letter=letter, reference=reference)


def _offer(offer: Offer, scene: Scene) -> Iterator[str]:
    for lines in _aspects(offer, scene).values():
        yield from lines


def _aspects(offer: Offer, scene: Scene) -> dict[str, tuple[str, ...]]:
    """Return what is told of one offer, by what it is told about."""
    wording = scene.wording
    return {
        "range": tuple(_range(offer, wording)),
        "pay": tuple(_pay(offer, scene)),
        "total": tuple(_total(offer, wording)),
        "limits": (_limit(offer, wording),),
        "an-hour": (_an_hour(offer, wording),),
        "answer": (headline_of(offer.assessment, scene),),
    }


def _range(offer: Offer, wording: Wording) -> Iterator[str]:
    pay = offer.case.pay
    if pay.range is not None:
        values = {"range": item_named(pay.range, wording), "point": pay.point or ""}
        key = "on-range-and-point" if pay.point else "on-range"
        yield wording.say(f"casework.offers.{key}", **values)


def _pay(offer: Offer, scene: Scene) -> Iterator[str]:
    wording = scene.wording
    if offer.received.salary is not None:
        yield wording.say("casework.offers.salary", amount=offer.received.salary)
    for paid in offer.received.allowances:
        kind = _kind(paid.allowance.kind, scene)
        key = "allowance" if paid.received is not None else "allowance-least"
        yield wording.say(f"casework.offers.{key}", kind=kind, amount=paid.least)


def _total(offer: Offer, wording: Wording) -> Iterator[str]:
    """Tell the sum, and what in it does not appear to be allowed, or not so much of it."""
    key = "total" if offer.is_told else "total-least"
    yield wording.say(f"casework.offers.{key}", total=offer.total)
    beyond = {Outcome.NOT_PERMITTED, Outcome.ABOVE}
    found = (each for each in offer.assessment.findings if is_about_pay(each))
    subjects = dict.fromkeys(each.about for each in found if each.outcome in beyond)
    if subjects:
        named = wording.say("answer_joined").join(wording.say(f"about.{each}") for each in subjects)
        yield wording.say("casework.offers.total-beyond", subjects=named)


def _limit(offer: Offer, wording: Wording) -> str:
    time = offer.time
    if time.hours is None:
        return wording.say(f"casework.offers.{'no-limit' if time.rule else 'limit-not-read'}")
    return wording.say("casework.offers.limit", hours=_whole(time.hours), days=time.days)


def _an_hour(offer: Offer, wording: Wording) -> str:
    time = offer.time
    if offer.an_hour is None or time.counted is None:
        return wording.say("casework.offers.an-hour-not-told")
    if not offer.is_told and not offer.total:
        return wording.say("casework.offers.an-hour-pay-not-told")
    key = "an-hour-stated" if time.is_stated else "an-hour-by-limit"
    least = "" if offer.is_told else "-least"
    hours = _whole(time.counted)
    return wording.say(f"casework.offers.{key}{least}", amount=offer.an_hour, hours=hours)


def _whole(hours: Decimal) -> Decimal:
    return pro_rata(hours, Decimal(1))


def _kind(kind: AllowanceKind, scene: Scene) -> str:
    return answer_in_words("allowances", kind, scene.wording, scene.case.nation)


def _difference(difference: Difference, scene: Scene) -> Iterator[str]:
    wording = scene.wording

    def kinds(held: Iterable[AllowanceKind]) -> str:
        return wording.say("answer_joined").join(_kind(kind, scene) for kind in held)

    yield from _pounds(difference, wording)
    if difference.begins:
        yield wording.say("casework.offers.difference.begins", kinds=kinds(difference.begins))
    if difference.ends:
        yield wording.say("casework.offers.difference.ends", kinds=kinds(difference.ends))
    if difference.loses_limits:
        yield wording.say("casework.offers.difference.loses-limits")
    if difference.gains_limits:
        yield wording.say("casework.offers.difference.gains-limits")


def _pounds(difference: Difference, wording: Wording) -> Iterator[str]:
    """Tell the difference, or its bound; the most of a loss is the least of the difference."""
    pounds, sure = difference.pounds, difference.how_sure
    if sure is HowSure.NOT_TOLD:
        yield wording.say("casework.offers.difference.neither-told")
        return
    key = "same" if not pounds else "more" if pounds > 0 else "less"
    if pounds < 0:
        sure = _OF_A_LOSS.get(sure, sure)
    bound = "" if sure is HowSure.TOLD else f"-{sure}"
    yield wording.say(f"casework.offers.difference.{key}{bound}", amount=abs(pounds))
    if bound:
        yield wording.say("casework.offers.difference.not-told")


_OF_A_LOSS = {HowSure.AT_LEAST: HowSure.AT_MOST, HowSure.AT_MOST: HowSure.AT_LEAST}


def _to_know(found: Comparison, scene: Scene) -> Iterator[str]:
    wording = scene.wording
    if found.no_safeguarding is not None:
        rule = rule_in_words(found.no_safeguarding, scene)
        yield wording.say("casework.offers.no-safeguarding", rule=rule)
    for position in found.positions:
        yield wording.say("casework.offers.position", rule=rule_in_words(position, scene))
    yield from wording.each("casework.offers.assumptions")


def rule_in_words(rule: Rule, scene: Scene) -> str:
    """Return what a rule says, with where it stands and how far that was checked."""
    (citation,) = cite_as_answered((rule.id,), scene.case, scene.library)
    cited = citation_in_words(citation, scene.setting)
    criterion = criterion_in_words(rule.id, scene.setting)
    return scene.wording.say("casework.rule", criterion=criterion, cited=cited)


def comparison_json(found: Comparison, wording: Wording) -> dict[str, object]:
    """Return a comparison as plain values: amounts are numbers."""
    return {
        "offers": [
            _offer_as_json(offer, column_name(offer, place, wording))
            for place, offer in enumerate(found.offers)
        ],
        "differences": [_difference_as_json(difference) for difference in found.differences],
        "data_version": found.offers[0].assessment.data_version,
    }


def _offer_as_json(offer: Offer, name: str) -> dict[str, object]:
    time, assessment = offer.time, offer.assessment
    return {
        "name": name,
        "reference": offer.case.reference,
        "nation": offer.case.nation.value,
        "on": offer.case.on.isoformat(),
        "salary": _number(offer.received.salary),
        "allowances": [
            {"kind": paid.allowance.kind.value, "received": _number(paid.received)}
            for paid in offer.received.allowances
        ],
        "total": plain_number(offer.total),
        "total_is_told": offer.is_told,
        "hours_limit": _number(time.hours),
        "days_limit": _number(time.days),
        "hours_counted": _number(time.counted),
        "an_hour": _number(offer.an_hour),
        "verdict": assessment.verdict.value,
        "direction": assessment.direction.value if assessment.direction else None,
    }


def _difference_as_json(difference: Difference) -> dict[str, object]:
    return {
        "pounds": plain_number(difference.pounds),
        "pounds_are_told": difference.is_told,
        "begins": [kind.value for kind in difference.begins],
        "ends": [kind.value for kind in difference.ends],
        "loses_limits": difference.loses_limits,
        "gains_limits": difference.gains_limits,
    }


def _number(amount: Decimal | None) -> int | float | None:
    return None if amount is None else plain_number(amount)


def comparison_tables(
    found: Comparison, library: Library, wording: Wording, audience: str = "teacher"
) -> tuple[Table, Table]:
    """Return a comparison as sheets: the offers in columns, and everything line by line."""
    paper = comparison_in_words(found, library, wording, audience)
    return offers_table(found, library, wording, audience).table, _lines_table(paper, wording)


def _lines_table(paper: Paper, wording: Wording) -> Table:
    rows = tuple((heading, line) for heading, lines in paper.sections for line in lines)
    key = "casework.sheet.offers"
    headings, kinds = wording.each(f"{key}.headings"), wording.each(f"{key}.kinds")
    return Table(wording.say(f"{key}.name"), headings, kinds, rows)


def offers_table(
    found: Comparison, library: Library, wording: Wording, audience: str = "teacher"
) -> ToldTable:
    """Return offers in columns: a row for each thing that is told of them."""
    columns = [
        _column(found, place, Scene(offer.case, library, wording.of(offer.case.nation), audience))
        for place, offer in enumerate(found.offers)
    ]
    letters = _COLUMNS[: len(found.offers)]
    names = [wording.say("casework.offers.column", letter=letter) for letter in letters]
    key = "casework.sheet.offers-beside"
    rows = tuple(
        (wording.say(f"{key}.row.{aspect}"), *("\n".join(column[aspect]) for column in columns))
        for aspect in columns[0]
    )
    headings = (wording.say(f"{key}.heading"), *names)
    table = Table(wording.say(f"{key}.name"), headings, ("text",) * len(headings), rows)
    return ToldTable(table, lambda place: _row_in_words(table, place, wording))


def _column(found: Comparison, place: int, scene: Scene) -> dict[str, tuple[str, ...]]:
    """Return everything told of one offer, with what it is against the first."""
    against = tuple(_difference(found.differences[place - 1], scene)) if place else ()
    offer = found.offers[place]
    named = {"case": (offer.case.reference,), "against": against}
    return named | _aspects(offer, scene)


def _row_in_words(table: Table, place: int, wording: Wording) -> str:
    about, *cells = table.rows[place]
    told = " ".join(
        wording.say("casework.sheet.offers-beside.cell", offer=name, told=cell)
        for name, cell in zip(table.headings[1:], cells, strict=True)
        if cell
    )
    return wording.say("casework.sheet.offers-beside.spoken", about=about, told=told)
