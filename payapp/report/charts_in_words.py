"""Charts as records that any face can draw, each with the sentence that says the same."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from payapp.casework.pay_in_range import PlaceInRange, places_in_range
from payapp.casework.survey_beside import Asked, survey_beside
from payapp.domain.assessment import Assessment
from payapp.domain.figure_series import Pair, series_of
from payapp.domain.figures import Figure, FigureBook
from payapp.domain.library import Library, SurveyAnswer
from payapp.domain.money import Money
from payapp.report.figures_in_words import in_area, item_in_words, name_of, nation_in_words
from payapp.report.wording import Wording, capitalised

ABOUT_PAY: Final = ("S1", "S2", "S3", "S4")


class Amount(NamedTuple):
    """An amount with the words that stand beside it."""

    amount: Money
    text: str


class RangeChart(NamedTuple):
    """What is paid, what is due from and to, and the whole range where it is known."""

    title: str
    sentence: str
    paid: Amount
    due: tuple[Amount, Amount]
    due_label: str
    whole: tuple[Amount, Amount] | None
    whole_label: str


class YearPoint(NamedTuple):
    """A figure from a day on; `is_sure` where it is printed in a document that was seen."""

    day: date
    amount: Money
    text: str
    is_sure: bool


class YearsChart(NamedTuple):
    """A figure over the years."""

    title: str
    sentence: str
    points: tuple[YearPoint, ...]
    sure_label: str
    unsure_label: str


class Bar(NamedTuple):
    """An answer with its percentage; `is_exact` is no where only a limit was printed."""

    label: str
    percent: Decimal
    text: str
    is_exact: bool


class SurveyChart(NamedTuple):
    """The answers to one question of a survey, and what the survey is.

    Where they are drawn as bars, it says whose arrangement that is.
    """

    title: str
    sentence: str
    arranged: str
    note: str
    bars: tuple[Bar, ...]


def range_charts(
    assessment: Assessment, library: Library, wording: Wording
) -> tuple[RangeChart, ...]:
    """Return a chart for each payment of which both what is paid and what is due are known."""
    own = wording.of(assessment.case.nation)
    return tuple(_range_chart(place, own) for place in places_in_range(assessment, library))


def _range_chart(place: PlaceInRange, wording: Wording) -> RangeChart:
    say = wording.say
    values = {
        "about": capitalised(say(f"about.{place.about}")),
        "item": item_in_words(place.item, wording),
        "paid": place.paid,
        "low": place.due_low,
        "high": place.due_high,
        "lowest": place.lowest,
        "highest": place.highest,
    }
    due = "open" if place.is_open else "due"
    span = "one" if place.due_low == place.due_high else "span"
    sentences = [
        say("chart.range.paid", **values),
        say(f"chart.range.{due}_{span}", **values),
    ]
    if not place.is_open:
        sentences.append(say(f"chart.range.{_standing(place)}", **_distances(place)))
    if place.unconfirmed:
        sentences.append(say("chart.range.unconfirmed", unconfirmed=place.unconfirmed))
    whole = _ends(place.lowest, place.highest, wording)
    if whole is not None:
        sentences.append(say("chart.range.whole", **values))
    return RangeChart(
        say("chart.range.title", **values),
        " ".join(sentences),
        Amount(place.paid, say("chart.range.paid_label", **values)),
        (_amount(place.due_low, wording), _amount(place.due_high, wording)),
        say(f"chart.range.{due}_label"),
        whole,
        say("chart.range.whole_label", **values),
    )


def _amount(amount: Money, wording: Wording) -> Amount:
    return Amount(amount, wording.pounds(amount))


def _ends(
    lowest: Money | None, highest: Money | None, wording: Wording
) -> tuple[Amount, Amount] | None:
    if lowest is None or highest is None or lowest == highest:
        return None
    return _amount(lowest, wording), _amount(highest, wording)


def _standing(place: PlaceInRange) -> str:
    """Say where what is paid lies against what is due."""
    if place.paid < place.due_low:
        return "below"
    return "above" if place.paid > place.due_high else "inside"


def _distances(place: PlaceInRange) -> dict[str, Money]:
    return {"below": place.due_low - place.paid, "above": place.paid - place.due_high}


def figures_over_the_years(assessment: Assessment) -> tuple[Figure, ...]:
    """Return a figure for each series that a finding rests on, that of the base pay first."""
    found: dict[tuple[str, str, str], Figure] = {}
    for finding in assessment.findings:
        for figure in reversed(finding.figures):
            found.setdefault((figure.area, figure.item, figure.point), figure)
    return tuple(found.values())


def series_in_words(figure: Figure, wording: Wording) -> str:
    """Return the name of the series of a figure, as a choice offers it."""
    return capitalised(name_of(figure.item, figure.point, wording.of(figure.nation)))


def years_chart(figure: Figure, book: FigureBook, wording: Wording) -> YearsChart:
    """Return a figure's series over the years with what it came to from first to last."""
    own = wording.of(figure.nation)
    series = series_of(book, figure)
    points = tuple(
        YearPoint(each.valid_from, each.amount, own.pounds(each.amount), _is_sure(each))
        for each in series
    )
    values = {
        "name": name_of(figure.item, figure.point, own),
        "nation": nation_in_words(figure.nation, own),
        "area": in_area(figure.area, own),
    }
    return YearsChart(
        own.say("chart.years.title", **values),
        " ".join(_years_in_words(series, own, values)),
        points,
        own.say("chart.years.sure"),
        own.say("chart.years.unsure"),
    )


def _is_sure(figure: Figure) -> bool:
    return not figure.provenance.is_proposed and not figure.provenance.is_derived


def _years_in_words(
    series: Sequence[Figure], wording: Wording, values: dict[str, str]
) -> Iterator[str]:
    first, last = series[0], series[-1]
    whole = Pair(first, last)
    difference = whole.difference or Decimal(0)
    key = "rose" if difference > 0 else "fell" if difference < 0 else "same"
    yield wording.say(
        f"chart.years.{key if len(series) > 1 else 'once'}",
        **values,
        first=first.amount,
        first_day=first.valid_from,
        last=last.amount,
        last_day=last.valid_from,
        difference=abs(difference),
        percent=str(abs(whole.percent or Decimal(0))),
    )
    unsure = sum(not _is_sure(figure) for figure in series)
    if unsure:
        yield wording.say("chart.years.not_sure", unsure=unsure, all=len(series))


def survey_charts(
    assessment: Assessment, library: Library, wording: Wording
) -> tuple[SurveyChart, ...]:
    """Return how others in the same role said they are paid: context, and never a rule."""
    asked = survey_beside(assessment.case, library)
    return tuple(_survey_chart(each, wording) for each in asked if each.id in ABOUT_PAY)


def _survey_chart(asked: Asked, wording: Wording) -> SurveyChart:
    say = wording.say
    values = {
        "question": asked.question,
        "group": asked.group,
        "source": asked.answers[0].source,
        "year": str(asked.year),
        "size": f"{asked.size:,}",
    }
    answers = "; ".join(
        each.removesuffix(".") for each in _answers_in_words(asked.answers, wording)
    )
    bars = tuple(_bars(asked.answers, wording))
    sentence = say("chart.survey.sentence", answers=answers, **values)
    arranged = say("chart.survey.arranged") if bars else ""
    note = say("chart.survey.note", **values)
    return SurveyChart(
        say("chart.survey.title", **values),
        " ".join(filter(None, (sentence, arranged, note))),
        arranged,
        note,
        bars,
    )


def _answers_in_words(answers: Iterable[SurveyAnswer], wording: Wording) -> Iterator[str]:
    for each in answers:
        told = {"answer": each.answer, "percent": each.percent}
        key = "answer" if each.percent else "answer-without"
        yield wording.say(f"casework.survey.{key}", **told)


def _bars(answers: Iterable[SurveyAnswer], wording: Wording) -> Iterator[Bar]:
    for each in answers:
        number = each.percent.rpartition(" ")[2]
        if number:
            text = wording.say("chart.survey.percent", percent=each.percent)
            yield Bar(each.answer, Decimal(number), text, number == each.percent)
