"""What would change the answer, the time budget, safeguarding, the survey and fair process."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from payapp.casework.fair_process import Asked
from payapp.casework.offers import DAYS_IN_A_WEEK
from payapp.casework.safeguarding_periods import Periods
from payapp.casework.suppositions import IN_A_PAYMENT, Supposed
from payapp.casework.survey_beside import Asked as SurveyQuestion
from payapp.casework.time_budget import Entry, TimeBudget
from payapp.casework.what_would_change import Turn
from payapp.domain.assessment import Verdict
from payapp.domain.cases import Case
from payapp.domain.findings import SERIOUSNESS, Outcome
from payapp.domain.library import Library
from payapp.domain.rules import Rule
from payapp.nations.question import WHOLE
from payapp.report.assessment_in_words import finding_headline, headline_of
from payapp.report.because_in_words import citation_in_words
from payapp.report.finding_values import Scene, values_of
from payapp.report.offers_in_words import rule_in_words
from payapp.report.papers import Paper, Section
from payapp.report.questions import (
    answer_in_words,
    entered_in_words,
    question_for,
)
from payapp.report.wording import Wording

_WORTH_SAYING = frozenset({Outcome.DUE_BUT_MISSING, Outcome.MAY_BE_CONSIDERED})
_SHORT = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING})


# What would change the answer


class ToldTurn(NamedTuple):
    """A sentence on what would change the answer, and the facts that it supposes."""

    sentence: str
    facts: tuple[str, ...]


def change_in_words(
    case: Case, turns: Iterable[Turn], library: Library, wording: Wording, audience: str = "teacher"
) -> Paper:
    """Return what would change the answer: facts not known first, then what is known otherwise."""
    told = told_turns(case, turns, library, wording, audience)
    sections = [
        Section(heading, tuple(turn.sentence for turn in held)) for heading, held in told.items()
    ]
    nothing = wording.say("casework.change.nothing-text")
    lines = () if any(told.values()) else (nothing,)
    sections.append(Section(wording.say("casework.change.nothing"), lines))
    return Paper(wording.say("casework.change.title"), tuple(sections))


def told_turns(
    case: Case, turns: Iterable[Turn], library: Library, wording: Wording, audience: str = "teacher"
) -> dict[str, tuple[ToldTurn, ...]]:
    """Return what would change the answer under its headings, each with its facts."""
    scene = Scene(case.at(case.on), library, wording.of(case.nation), audience)
    held = tuple(turns)
    unknown = (turn for turn in held if not turn.is_known_otherwise)
    otherwise = (turn for turn in held if turn.is_known_otherwise and _is_telling(turn))
    return {
        wording.say("casework.change.not-known"): _turns(unknown, scene),
        wording.say("casework.change.otherwise"): _turns(otherwise, scene),
    }


def _is_telling(turn: Turn) -> bool:
    """Say whether a fact that is known would bring a payment, or settle a fault, if otherwise."""
    if turn.turned is None:
        return turn.about is None and turn.verdict_after is Verdict.APPROPRIATE
    brings = turn.tests_met and turn.outcome_after in _WORTH_SAYING
    brings = brings or (turn.outcome_after in _SHORT and _is_of_a_number(turn))
    serious = SERIOUSNESS[turn.outcome_before] <= SERIOUSNESS[Outcome.ABOVE]
    return brings or (serious and turn.outcome_after is Outcome.IN_LINE)


def _is_of_a_number(turn: Turn) -> bool:
    return all(supposed.is_one_of_many for supposed in turn.supposed)


def _turns(turns: Iterable[Turn], scene: Scene) -> tuple[ToldTurn, ...]:
    told = {
        _turn(turn, scene): tuple(supposed.fact for supposed in turn.supposed) for turn in turns
    }
    return tuple(ToldTurn(sentence, facts) for sentence, facts in told.items())


def _turn(turn: Turn, scene: Scene) -> str:
    wording = scene.wording
    supposed = wording.say("casework.change.and").join(
        _supposed(each, scene) for each in turn.supposed
    )
    values = {"supposed": supposed, "then": _then(turn, scene)}
    if turn.about is None:
        return wording.say("casework.change.answer", **values)
    values["about"] = wording.say(f"about.{turn.about}")
    open_tests = turn.tests_met and not turn.is_known_otherwise
    key = "others-met" if open_tests and turn.outcome_after in _WORTH_SAYING else "finding"
    return wording.say(f"casework.change.{key}", **values)


def _supposed(supposed: Supposed, scene: Scene) -> str:
    wording, nation = scene.wording, scene.case.nation
    question = question_for(supposed.fact, wording, nation, scene.audience).question
    if supposed.after == ():
        return wording.say("casework.change.supposed-none", question=question)
    if supposed.fact == IN_A_PAYMENT:  # asked as whether the whole was agreed
        answer = wording.say(f"answers.{'yes' if supposed.after == WHOLE else 'no'}")
    else:
        answer = entered_in_words(supposed.fact, supposed.after, scene.library, wording, nation)
    key = "supposed-any" if isinstance(supposed.after, tuple) else "supposed"
    return wording.say(f"casework.change.{key}", question=question, answer=answer)


def _then(turn: Turn, scene: Scene) -> str:
    """The headline of the finding, or of the whole answer, as it would be."""
    after = scene._replace(case=turn.after.case)
    if turn.about is None:
        return headline_of(turn.after, after)
    if turn.turned is None:
        return scene.wording.say("casework.change.no-longer")
    return finding_headline(turn.turned, values_of(turn.turned, after), scene.wording)


# The time budget


def time_in_words(
    budget: TimeBudget, library: Library, wording: Wording, audience: str = "teacher"
) -> Paper:
    """Return a time budget in sentences: what there is, what the duties take, what is left."""
    scene = Scene(budget.case, library, wording.of(budget.case.nation), audience)
    say = wording.say
    return Paper(
        say("casework.time.title"),
        (
            Section(say("casework.time.heading.available"), tuple(_available(budget, wording))),
            Section(say("casework.time.heading.duties"), tuple(_duties(budget, scene))),
            Section(say("casework.time.heading.survey"), tuple(_share(budget, wording))),
            Section(say("casework.time.heading.counted"), tuple(_counted(budget, scene))),
        ),
    )


def _counted(budget: TimeBudget, scene: Scene) -> Iterator[str]:
    wording, (weeks, rule) = scene.wording, budget.weeks
    if budget.counts_weeks:
        told = rule_in_words(scene.library.rules[rule], scene) if rule else ""
        key = "weeks-with-pupils" if rule else "weeks-of-work"
        days = weeks * DAYS_IN_A_WEEK
        values = {"weeks": hours(weeks, wording), "rule": told, "days": days}
        yield wording.say(f"casework.time.{key}", **values)
    yield from wording.each("casework.time.counted")


def _available(budget: TimeBudget, wording: Wording) -> Iterator[str]:
    time = budget.time
    if time.hours is None:
        yield wording.say("casework.time.no-limit")
    else:
        limit = wording.of(budget.case.nation)
        yield limit.say("casework.time.limit", hours=hours(time.hours, wording), days=time.days)
    if budget.available is not None:
        key = "stated" if time.is_stated else "after-fte"
        yield wording.say(f"casework.time.{key}", hours=hours(budget.available, wording))


def _duties(budget: TimeBudget, scene: Scene) -> Iterator[str]:
    wording = scene.wording
    if not budget.has_hours:
        yield wording.say("casework.time.none-given")
        return
    for entry in budget.entries:
        if entry.hours:
            yield _entry(entry, scene)
    yield wording.say("casework.time.taken", hours=hours(budget.taken, wording))
    if budget.left is not None:
        key = "left" if budget.left >= 0 else "beyond"
        yield wording.say(f"casework.time.{key}", hours=hours(abs(budget.left), wording))
    not_given = [
        wording.say(f"casework.time.duty.{entry.duty}")
        for entry in budget.entries
        if not entry.is_stated and not entry.hours
    ]
    if not_given:
        duties = wording.say("answer_joined").join(not_given)
        yield wording.say("casework.time.not-given", duties=duties)


def _entry(entry: Entry, scene: Scene) -> str:
    wording = scene.wording
    values: dict[str, object] = {
        "duty": wording.say(f"casework.time.duty.{entry.duty}"),
        "hours": hours(entry.hours, wording),
    }
    for name, bound in (("most", entry.most), ("least", entry.least)):
        if bound is not None:
            values["bound"] = hours(bound, wording)
            values["rule"] = rule_in_words(scene.library.rules[entry.rule], scene)
            kept = "beyond" if entry.is_beyond else "kept"
            return wording.say(f"casework.time.entry.{name}-{kept}", **values)
    return wording.say("casework.time.entry.plain", **values)


def hours(number: Decimal, wording: Wording) -> str:
    """Return hours to one decimal at the most."""
    return wording.show(number.quantize(Decimal("0.1")), "number")


def _share(budget: TimeBudget, wording: Wording) -> Iterator[str]:
    if budget.sen_share is None:
        return
    percent = hours(budget.sen_share * 100, wording)
    key = "share-of-the-hours-told" if budget.available is None else "share"
    yield wording.say(f"casework.time.{key}", percent=percent)
    if budget.survey is not None:
        if budget.band is not None:
            band = {"band": budget.band.answer, "percent": budget.band.percent}
            yield wording.say("casework.time.band", **band)
        yield from _survey_question(budget.survey, wording)


# Safeguarding, the survey, fair process


def safeguarding_in_words(
    found: Periods, case: Case, library: Library, wording: Wording, audience: str = "teacher"
) -> Section:
    """Return what of a cut payment goes on, until when, and what ends it."""
    scene = Scene(case.at(case.on), library, wording.of(case.nation), audience)
    return Section(wording.say("casework.safeguarding.heading"), tuple(_periods(found, scene)))


def _periods(found: Periods, scene: Scene) -> Iterator[str]:
    wording = scene.wording
    for period in found.periods:
        yield finding_headline(period.finding, values_of(period.finding, scene), wording)
        if period.due is not None and period.paid is not None:
            amounts = {"due": period.due, "paid": period.paid}
            yield wording.say("casework.safeguarding.amounts", **amounts)
        if period.first is not None and period.last is not None:
            days = {"first": period.first, "last": period.last}
            yield wording.say("casework.safeguarding.days", **days)
        yield from _rules("ended-by", period.ended_by, scene)
        yield from _rules("also", period.also, scene)
    if found.rule_without is not None:
        kinds = (
            answer_in_words("allowances", k, wording, scene.case.nation) for k in found.without
        )
        values = {
            "kinds": wording.say("answer_joined").join(kinds),
            "rule": rule_in_words(found.rule_without, scene),
        }
        yield wording.say("casework.safeguarding.without", **values)


def _rules(key: str, rules: Iterable[Rule], scene: Scene) -> Iterator[str]:
    for rule in rules:
        told = rule_in_words(rule, scene)
        yield scene.wording.say(f"casework.safeguarding.{key}", rule=told)


def survey_in_words(found: Iterable[SurveyQuestion], wording: Wording) -> Section:
    """Return what others answered, with the year and size of the survey: context, never a rule."""
    lines = [line for question in found for line in _survey_question(question, wording)]
    context = (wording.say("casework.survey.context"),) if lines else ()
    return Section(wording.say("casework.survey.heading"), (*context, *lines))


def _survey_question(asked: SurveyQuestion, wording: Wording) -> Iterator[str]:
    values = {"question": asked.question, "group": asked.group}
    yield wording.say(
        "casework.survey.question",
        **values,
        year=str(asked.year),
        size=f"{asked.size:,}",
        source=asked.answers[0].source,
    )
    for each in asked.answers:
        key = "answer" if each.percent else "answer-without"
        told = {"answer": each.answer, "percent": each.percent}
        yield wording.say(f"casework.survey.{key}", **told)


def process_in_words(
    found: Iterable[Asked],
    case: Case,
    library: Library,
    wording: Wording,
    audience: str = "teacher",
) -> Section:
    """Return each thing that fair process asks for: the question, its answer, and who asks."""
    scene = Scene(case.at(case.on), library, wording.of(case.nation), audience)
    lines = tuple(_asked(asked, scene) for asked in found)
    return Section(wording.say("casework.process.heading"), lines)


def _asked(asked: Asked, scene: Scene) -> str:
    wording = scene.wording
    nation = scene.case.nation
    wanted = "yes" if asked.wants_yes else "no"
    cited = [citation_in_words(citation, scene.setting) for citation in asked.citations]
    return wording.say(
        "casework.process.line",
        symbol=wording.say(f"result_symbol.{asked.result}"),
        question=question_for(asked.fact, wording, nation, scene.audience).question,
        answer=answer_in_words(asked.fact, getattr(scene.case.post, asked.fact), wording, nation),
        asked_by=wording.say(f"casework.process.asked_by.{asked.force}.{wanted}"),
        cited="; ".join(cited),
    )
