"""Arrears in sentences, as the object for scripts, and as the sheets of a workbook."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from payapp.casework.arrears import Arrears, Award, Line, Month
from payapp.casework.claims import DayRate, TimeLimit
from payapp.casework.segments import ONE_DAY
from payapp.casework.shortfall import NotTold
from payapp.domain.library import Library
from payapp.domain.plain_tables import Cell, Measure, Table, Tally
from payapp.report.assessment_in_words import finding_headline
from payapp.report.because_in_words import citation_in_words, criterion_in_words
from payapp.report.figure_tables import ToldTable
from payapp.report.figures_in_words import plain_number
from payapp.report.finding_values import Scene, values_of
from payapp.report.papers import Paper, Section
from payapp.report.questions import answer_in_words, label_of
from payapp.report.wording import Wording

_TOTALS = ("certain", "at_most", "over", "unconfirmed")


def arrears_in_words(
    found: Arrears, library: Library, wording: Wording, audience: str = "teacher"
) -> Paper:
    """Return arrears in sentences: totals, months, time limits, and how it is counted."""
    title = wording.say("casework.arrears.title", first=found.first, last=found.last)
    told = _sections(found, library, wording, audience)
    return Paper(title, tuple(told.values()))


def beside_the_months(
    found: Arrears, library: Library, wording: Wording, audience: str = "teacher"
) -> Paper:
    """Return arrears in sentences for a face that shows the months as a table."""
    told = _sections(found, library, wording, audience)
    return Paper("", tuple(section for name, section in told.items() if name != "months"))


def months_told(
    found: Arrears, library: Library, wording: Wording, audience: str = "teacher"
) -> ToldTable:
    """Return the months as a table, each with the sentence that tells it."""
    months, _ = arrears_sheets(found, library, wording, audience)
    lines = tuple(_month(month, wording) for month in found.months)
    return ToldTable(months, lines.__getitem__)


def _sections(
    found: Arrears, library: Library, wording: Wording, audience: str
) -> dict[str, Section]:
    scene = Scene(found.case, library, wording.of(found.case.nation), audience)
    lines = {
        "totals": _totals(found, scene),
        "months": (_month(month, wording) for month in found.months),
        "not-told": _not_told(found, scene),
        "awards": (_award(award, scene) for award in found.awards),
        "limits": _limits(found, scene),
        "day-rates": (_day_rate(rate, scene) for rate in found.day_rates),
        "counted": wording.each("casework.arrears.counted"),
    }
    return {name: _section(name, told, wording) for name, told in lines.items()}


def _section(name: str, lines: Iterable[str], wording: Wording) -> Section:
    return Section(wording.say(f"casework.arrears.heading.{name}"), tuple(lines))


def _totals(found: Arrears, scene: Scene) -> Iterator[str]:
    wording, words = scene.wording, scene.words

    def say(key: str, **amounts: Decimal) -> str:
        return wording.say(f"casework.arrears.{key}", **words, **amounts)

    untold = [month for month in found.months if month.is_short_untold]
    nothing = "no-amount" if untold else "nothing"
    confirmed = found.total - found.unconfirmed
    yield say("total" if confirmed else nothing, total=confirmed)
    if untold:
        yield wording.say("casework.arrears.untold", months=_spans(untold, wording))
    if found.unconfirmed:
        yield say("unconfirmed", total=found.unconfirmed, together=found.total)
    if found.total_high > found.total:
        yield say("total-high", total=found.total_high)
    if found.overpaid:
        yield say("overpaid", total=found.overpaid)
        yield say("may-be-recovered")


def _month(month: Month, wording: Wording) -> str:
    amounts = _amounts(month)
    shown = wording.each("casework.arrears.month.shown")
    parts = [
        wording.say(f"casework.arrears.month.{name}", amount=amounts[name])
        for name in shown
        if amounts[name] is not None and (amounts[name] or name in {"due", "paid"})
    ]
    if month.is_short_untold:
        parts.append(wording.say("casework.arrears.month.short-untold"))
    if month.paid is None:
        parts.append(wording.say("casework.arrears.month.paid-not-told"))
    elif any(told.is_of_the_salary for told in month.not_told):
        parts.append(wording.say("casework.arrears.month.due-not-told"))
    return wording.say(
        "casework.arrears.month.line",
        name=_name(month, wording),
        amounts=wording.say("casework.arrears.month.joined").join(parts),
    )


def _name(month: Month, wording: Wording) -> str:
    key = "whole" if month.is_whole else "part"
    return wording.say(
        f"casework.arrears.month.{key}",
        month=wording.say(f"months.{month.first.month}"),
        year=str(month.first.year),
        first=month.first,
        last=month.last,
    )


def _spans(months: Iterable[Month], wording: Wording) -> str:
    """Name months, those that follow one another by the first and the last of them."""
    runs: list[list[Month]] = []
    for month in months:
        if runs and runs[-1][-1].last + ONE_DAY == month.first:
            runs[-1].append(month)
        else:
            runs.append([month])
    return wording.say("answer_joined").join(_span(run, wording) for run in runs)


def _span(run: Sequence[Month], wording: Wording) -> str:
    if len(run) == 1:
        return _name(run[0], wording)
    first, last = _name(run[0], wording), _name(run[-1], wording)
    if not (run[0].is_whole and run[-1].is_whole):
        first, last = wording.show(run[0].first), wording.show(run[-1].last)
    return wording.say("casework.arrears.month.span", first=first, last=last)


def _amounts(month: Month) -> dict[str, Decimal | None]:
    """The amounts of a month; the most is told only where it is more than what is certain."""
    at_most = month.at_most if month.at_most > month.certain else None
    return {
        "due": _confirmed_due(month),
        "paid": month.paid,
        "certain": month.certain - month.unconfirmed,
        "unconfirmed": month.unconfirmed,
        "at_most": at_most,
        "over": month.over,
    }


def _confirmed_due(month: Month) -> Decimal | None:
    """What is due at least without what stands only by an award that is not confirmed."""
    return None if month.due is None else month.due - month.unconfirmed


def _not_told(found: Arrears, scene: Scene) -> Iterator[str]:
    """Yield once what each amount leaves out, and the facts that would settle it."""
    every = dict.fromkeys(told for month in found.months for told in month.not_told)
    for told in every:
        months = [month for month in found.months if told in month.not_told]
        yield scene.wording.say(
            "casework.arrears.not-told.in-months",
            left_out=_left_out(told, scene),
            months=_spans(months, scene.wording),
        )


def _left_out(told: NotTold, scene: Scene) -> str:
    wording = scene.wording
    labels = [label_of(fact, wording, scene.case.nation, scene.audience) for fact in told.missing]
    values = {
        "about": _subject(told, scene),
        "outcome": wording.say(f"outcome.{told.outcome}.words"),
        "missing": wording.say("answer_joined").join(labels),
    }
    key = "undated" if told.undated else "with-facts" if labels else "without-facts"
    return wording.say(f"casework.arrears.not-told.{key}", **values)


def _subject(told: NotTold, scene: Scene) -> str:
    """The subject that is left out, or the payment, where there are several on the subject."""
    if told.kind is None:
        return scene.wording.say(f"about.{told.about}")
    return answer_in_words("allowances", told.kind, scene.wording, scene.case.nation)


def _award(award: Award, scene: Scene) -> str:
    finding, then = award.finding, scene._replace(case=award.case)
    (citation,) = finding.citations
    return scene.wording.say(
        "casework.arrears.award",
        headline=finding_headline(finding, values_of(finding, then), then.wording),
        criterion=criterion_in_words(citation.rule, then.setting),
        citation=citation_in_words(citation, then.setting),
    )


def _limits(found: Arrears, scene: Scene) -> Iterator[str]:
    wording = scene.wording
    inside = "inside-and-pending" if found.unconfirmed else "inside"
    for limit in found.limits:
        yield wording.say(
            "casework.arrears.limit.rule",
            criterion=criterion_in_words(limit.citation.rule, scene.setting),
            citation=citation_in_words(limit.citation, scene.setting),
        )
        if limit.back_to is not None:
            yield wording.say(
                f"casework.arrears.limit.{inside}",
                back_to=limit.back_to,
                inside=len(limit.inside),
                outside=len(limit.outside),
                certain=limit.certain,
            )
        if limit.begin_by is not None:
            sure = "begin-by" if limit.begin_is_sure else "begin-by-if-short"
            yield wording.say(f"casework.arrears.limit.{sure}", day=limit.begin_by)
    yield wording.say("casework.arrears.limit.no-advice")


def _day_rate(rate: DayRate, scene: Scene) -> str:
    return scene.wording.say(
        "casework.arrears.day-rate",
        criterion=criterion_in_words(rate.citation.rule, scene.setting),
        citation=citation_in_words(rate.citation, scene.setting),
    )


# The object for scripts


def arrears_json(found: Arrears) -> dict[str, object]:
    """Return arrears as plain values: amounts are numbers, days are ISO dates."""
    return {
        "total": plain_number(found.total),
        "total_high": plain_number(found.total_high),
        "unconfirmed": plain_number(found.unconfirmed),
        "overpaid": plain_number(found.overpaid),
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "months": [_month_as_json(month) for month in found.months],
        "time_limits": [_limit_as_json(limit) for limit in found.limits],
        "data_version": found.data_version,
    }


def _month_as_json(month: Month) -> dict[str, object]:
    return {
        "month": f"{month.first:%Y-%m}",
        "from": month.first.isoformat(),
        "to": month.last.isoformat(),
        "due": _number(month.due),
        "paid": _number(month.paid),
        **_as_numbers(month),
        "by_subject": [{"about": line.about.value, **_as_numbers(line)} for line in month.lines],
        "not_told": [
            {"about": told.about.value, "kind": told.kind, "missing": list(told.missing)}
            for told in month.not_told
        ],
    }


def _as_numbers(counted: Month | Line) -> dict[str, object]:
    return {
        "shortfall": plain_number(counted.certain),
        "shortfall_high": plain_number(counted.at_most),
        "unconfirmed": plain_number(counted.unconfirmed),
        "overpaid": plain_number(counted.over),
    }


def _number(amount: Decimal | None) -> int | float | None:
    return None if amount is None else plain_number(amount)


def _limit_as_json(limit: TimeLimit) -> dict[str, object]:
    return {
        "rule": limit.citation.rule,
        "instrument": limit.citation.instrument,
        "paragraph": limit.citation.paragraph,
        "checked": limit.citation.checked,
        "back_to": limit.back_to.isoformat() if limit.back_to else None,
        "begin_by": limit.begin_by.isoformat() if limit.begin_by else None,
        "begin_by_is_sure": limit.begin_is_sure,
        "months_inside": len(limit.inside),
        "months_outside": len(limit.outside),
        "shortfall_inside": plain_number(limit.certain),
    }


# The sheets of a workbook


def arrears_tables(
    found: Arrears, library: Library, wording: Wording, audience: str = "teacher"
) -> tuple[Table, ...]:
    """Return the sheets: the months, what makes them up, and the checks that count them again."""
    return (*arrears_sheets(found, library, wording, audience), _checks(found, wording))


def arrears_sheets(
    found: Arrears, library: Library, wording: Wording, audience: str
) -> tuple[Table, Table]:
    """Return the months with their totals, and the subjects that make them up."""
    paper = arrears_in_words(found, library, wording, audience)
    told = [line for section in paper.sections for line in section.lines]
    months = [_month(month, wording) for month in found.months]
    introduction = (paper.title, *(line for line in told if line not in months))
    scene = Scene(found.case, library, wording.of(found.case.nation), audience)
    rows = tuple(_row(month, scene) for month in found.months)
    return (
        _table("months", rows, wording, introduction),
        _table("subjects", tuple(_subjects(found, scene.wording)), wording, ()),
    )


def _table(
    name: str, rows: tuple[tuple[Cell, ...], ...], wording: Wording, introduction: tuple[str, ...]
) -> Table:
    key = f"casework.sheet.arrears-{name}"
    headings = wording.each(f"{key}.headings")
    totals = tuple(h for h in headings if h in wording.each(f"{key}.totals"))
    kinds = wording.each(f"{key}.kinds")
    return Table(wording.say(f"{key}.name"), headings, kinds, rows, totals, introduction)


def _row(month: Month, scene: Scene) -> tuple[Cell, ...]:
    left_out = "\n".join(_left_out(told, scene) for told in month.not_told)
    return month.first, month.last, _confirmed_due(month), month.paid, *_counted(month), left_out


def _counted(counted: Month | Line) -> tuple[Decimal, ...]:
    """What is short by confirmed figures, the most, what is overpaid, and what waits."""
    unconfirmed = counted.unconfirmed
    return counted.certain - unconfirmed, counted.at_most, counted.over, unconfirmed


def _subjects(found: Arrears, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    for month in found.months:
        for line in month.lines:
            yield month.first, month.last, wording.say(f"about.{line.about}"), *_counted(line)


def _checks(found: Arrears, wording: Wording) -> Table:
    key = "sheet.checks"
    return Table(
        wording.say(f"{key}.name"),
        wording.each(f"{key}.headings"),
        wording.each(f"{key}.kinds"),
        (),
        introduction=wording.each(f"{key}.introduction"),
        tallies=arrears_tallies(found, wording),
    )


def arrears_tallies(found: Arrears, wording: Wording) -> tuple[Tally, ...]:
    """Return the numbers that both sheets of arrears must add up to."""
    certain = found.total - found.unconfirmed
    totals = (certain, found.total_high, found.overpaid, found.unconfirmed)
    return tuple(
        Tally(
            wording.say(f"casework.sheet.arrears-{sheet}.tally.{name}"),
            wording.say(f"casework.sheet.arrears-{sheet}.name"),
            heading,
            Measure.SUM,
            total,
        )
        for sheet in ("months", "subjects")
        for name, heading, total in zip(
            _TOTALS, wording.each(f"casework.sheet.arrears-{sheet}.totals"), totals, strict=True
        )
    )
