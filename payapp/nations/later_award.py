"""A pay year for which no award is held: the figures of the last one are taken as in force."""

from payapp.domain.days import years_after
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_MET, leaf
from payapp.nations.question import Question


def no_later_award(question: Question, rule: str) -> tuple[Finding, ...]:
    """Say from when the figures are, where a year has passed since the last award that is held.

    `rule` is the nation's rule on how its awards are made.
    """
    latest = question.book.pay_dates[-1]
    if question.binds.result is NOT_MET or question.on < years_after(latest, 1):
        return ()
    return (
        question.finding(
            About.UPLIFT,
            Outcome.IN_LINE,
            Force.INFORMATION,
            leaf(rule, "on", question.on, MET),
            "uplift.no-later-award",
            (rule,),
            details={"latest": latest},
        ),
    )
