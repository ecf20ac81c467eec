"""A pay year for which no award is held: the figures of the last one are taken as in force."""

from datetime import date

from payapp.domain.figure_series import last_award_long_before
from payapp.domain.figures import Figure, FigureBook
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, Test
from payapp.nations.question import Question


def no_later_award(question: Question, rule: str) -> tuple[Finding, ...]:
    """Say from when the figures are, where a year has passed since the last award that is held.

    `rule` is the nation's rule on how its awards are made. Figures of an award that has an end are
    not taken as in force after it.
    """
    latest = last_award_long_before(question.book, question.on)
    if question.binds.result is NOT_MET or latest is None:
        return ()
    go_on = _go_on(question, latest)
    return (
        question.finding(
            About.UPLIFT,
            Outcome.IN_LINE if go_on else Outcome.CANNOT_TELL,
            Force.INFORMATION,
            Test(rule, MET if go_on else NOT_KNOWN, value=question.on),
            "uplift.no-later-award" if go_on else "uplift.figures-ended",
            (rule,),
            details={"latest": latest},
            next_steps=() if go_on else ("ask-when-award",),
        ),
    )


def _go_on(question: Question, latest: date) -> bool:
    """Say whether any figure of an award is still in force on the day of the case."""
    book: FigureBook = question.book
    places = ((row.area, row.item, row.point) for row in book.table(latest).values())
    found = (book.find(question.on, *place) for place in places)
    return any(isinstance(each, Figure) for each in found)
