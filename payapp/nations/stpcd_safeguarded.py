"""A SEN allowance or a TLR that is entered as safeguarded: what that says of it."""

from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO
from payapp.domain.pay import Allowance
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    any_of,
    missing_facts,
)
from payapp.nations.allowance_value import Value
from payapp.nations.paid_allowance import SHORT, Conclusion, value_finding, with_steps_to_learn
from payapp.nations.question import Question
from payapp.nations.safeguarded_sums import safeguarding_claim, safeguarding_time

SEN_RULES = (
    "SEN-01",
    "SEN-02",
    "SEN-03",
    "SEN-04",
    "SEN-05",
    "SEN-06",
    "SEN-07",
    "SEN-08",
    "SEN-09",
    "SEN-10",
    "SEN-11",
    "SEN-12",
    "SEN-13",
    "SEN-14",
    "SEN-15",
    "SEN-16",
    "SEN-25",
    "SEN-26",
    "SEN-32",
    "SEN-33",
)


def by_safeguarding(
    question: Question, allowance: Allowance, value: Value, because: Test, about: About
) -> Finding | None:
    """What its safeguarding says of a payment; None where its own tests decide.

    Safeguarded it goes on, whatever its tests and its range; while that is not known it is only in
    line where it would be so without. Once the time is over it needs its tests again, and its
    minimum is due only where a payment must be made or the sum is a new award. Where one must be
    made, less than the minimum is short all the time.
    """
    if allowance.safeguarded is Fact.NO or question.binds.result is NOT_KNOWN:
        return None
    must = about is About.SEN_ALLOWANCE and because.result is MET
    short = value.outcome in SHORT
    if must and short:
        return None
    claim = safeguarding_claim(question, allowance)
    tests = any_of("", because, claim)
    if claim.result is MET:
        value = value._replace(low=value.paid, high=value.paid)
        return _claimed(question, about, Outcome.IN_LINE, tests, "safeguarded", value)
    if claim.result is NOT_KNOWN:
        if value.outcome is Outcome.IN_LINE and because.result is MET:
            return None
        above = value.outcome is Outcome.ABOVE
        wording = "above-unless-safeguarded" if above else "safeguarding-not-known"
        found = _claimed(question, about, Outcome.CANNOT_TELL, tests, wording, value)
        return missing(found, *missing_facts(claim))
    if allowance.safeguarded is Fact.YES and because.result is NOT_MET:
        value = value._replace(low=ZERO, high=ZERO)
        return _claimed(question, about, Outcome.ABOVE, tests, "no-longer-safeguarded", value)
    if short:
        value = value._replace(low=None, high=None)
        found = _claimed(question, about, Outcome.CANNOT_TELL, tests, "safeguarding-over", value)
        return missing(found, "safeguarded")
    return None


def with_the_claim(question: Question, allowance: Allowance, tests: Test) -> Test:
    """Return the tests of a payment, or its safeguarding where nobody knows whom the rules bind."""
    if allowance.safeguarded is Fact.NO or question.binds.result is not NOT_KNOWN:
        return tests
    return any_of("", tests, safeguarding_claim(question, allowance))


def unless_safeguarded(wording: str, allowance: Allowance) -> str:
    """Return the wording with its caveat: a payment above its range is read as a current award."""
    above = wording.endswith(".above") and allowance.safeguarded is Fact.NO
    return f"{wording}-unless-stated" if above else wording


def with_the_notice_to_look_at(found: Finding) -> Finding:
    """Return a finding that says *unless stated* with the step to look at the notice first."""
    if not found.wording.endswith("unless-stated"):
        return found
    return found._replace(next_steps=("ask-safeguarding-notice", *found.next_steps))


def missing(found: Finding, *facts: str) -> Finding:
    """Name other facts than those of all its tests as what would settle a finding."""
    return with_steps_to_learn(found._replace(missing=facts, next_steps=()))


def _claimed(
    question: Question, about: About, outcome: Outcome, tests: Test, wording: str, value: Value
) -> Finding:
    rules = SEN_RULES if about is About.SEN_ALLOWANCE else TLR_RULES
    concluded = Conclusion(about, outcome, Force.MUST, f"{about}.{wording}")
    found = value_finding(question, concluded, tests, ("SAF-01", "SAF-02", "SAF-03", *rules), value)
    return found._replace(details={**found.details, **safeguarding_time(question)})


TLR_RULES = (
    "TLR-01",
    "TLR-02",
    "TLR-03",
    "TLR-04a",
    "TLR-04b",
    "TLR-04c",
    "TLR-04d",
    "TLR-04e",
    "TLR-05",
    "TLR-13",
    "TLR-18",
    "TLR-19",
    "TLR-20",
    "TLR-21",
    "TLR-22",
    "TLR-24",
    "TLR-31",
    "TLR-32",
    "W-01",
    "DF-03",
)
