"""An allowance that is paid, as a finding: what its value and its proportion come to."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.rules import AllowanceTerms, Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    Fact,
    Test,
    all_of,
    leaf,
    missing_facts,
)
from payapp.nations.allowance_value import Value, compare, span, span_of_hours, span_of_share
from payapp.nations.question import WHOLE, Question


class Conclusion(NamedTuple):
    """What an allowance that is paid came to, and the wording that says so."""

    about: About
    outcome: Outcome
    force: Force
    wording: str


def paid_outcome(
    question: Question, allowance: Allowance, value: Value, because: Test, about: str
) -> tuple[Outcome, str]:
    """What a paid allowance comes to by its value, before its criteria are asked."""
    outcome = value.outcome
    if question.binds.result is NOT_KNOWN:
        return Outcome.CANNOT_TELL, f"{about}.if-bound"
    if outcome is Outcome.ABOVE and allowance.safeguarded is not Fact.NO:
        if allowance.safeguarded is Fact.YES:
            return Outcome.IN_LINE, f"{about}.safeguarded"
        return Outcome.CANNOT_TELL, f"{about}.above-unless-safeguarded"
    if outcome is not Outcome.IN_LINE:
        wanting = "no-figure" if value.not_held or value.range is None else "value-cannot-tell"
        return outcome, f"{about}.{wanting if outcome is Outcome.CANNOT_TELL else outcome}"
    if allowance.safeguarded is Fact.YES:
        return Outcome.IN_LINE, f"{about}.safeguarded"
    if because.result is NOT_KNOWN:
        return Outcome.CANNOT_TELL, f"{about}.tests-not-known"
    return Outcome.IN_LINE, f"{about}.in-line"


def force_of_paid(wording: str) -> Force:
    """The force of what is said of a payment that may be made but need not be.

    Tests not known leave open what *may* be paid, and do not hold back the verdict; whether the
    amount itself is in order is a *must*.
    """
    return Force.MAY if wording.endswith((".tests-not-known", ".if-bound")) else Force.MUST


_STEPS_WHEN_PAID_WRONG = {
    Outcome.BELOW: ("check-payslip", "ask-payroll", "ask-union"),
    Outcome.AWARD_PENDING: ("ask-when-award", "ask-payroll", "ask-union"),
    Outcome.ABOVE: ("check-letter", "ask-payroll", "ask-union"),
    Outcome.NOT_PERMITTED: ("check-letter", "ask-duties-described", "ask-union"),
}
# Where a fact about a payment is found; one about the duties is found where they are described.
_WHERE_IT_STANDS = {
    **dict.fromkeys(("basis", "fte", "range"), "check-payslip"),
    **dict.fromkeys(("qualified_teacher", "employer"), "ask-contract"),
    **dict.fromkeys(("share", "until", "covering_absent_holder"), "check-letter"),
    **dict.fromkeys(("share_rule_adopted", "full_ta_agreed_for_part_timer"), "ask-pay-policy"),
    **dict.fromkeys(
        ("safeguarded", "reduction_date", "reduction_cause"), "ask-safeguarding-notice"
    ),
    "on_leadership_team": "ask-staffing-structure",
}
_WHERE_AMOUNTS_STAND = ("check-payslip", "ask-payroll")


def with_steps_to_learn(finding: Finding) -> Finding:
    """Give an undecided finding the steps that bring what is missing, if it has no others."""
    if finding.outcome is not Outcome.CANNOT_TELL or finding.next_steps:
        return finding
    steps = [_WHERE_IT_STANDS.get(fact, "ask-duties-described") for fact in finding.missing]
    found = dict.fromkeys(steps or _WHERE_AMOUNTS_STAND)
    return finding._replace(next_steps=(*found, "ask-union"))


def value_finding(
    question: Question, concluded: Conclusion, because: Test, rules: tuple[str, ...], value: Value
) -> Finding:
    """Make the finding of an allowance that is paid, with its value compared."""
    about, outcome, force, wording = concluded
    missing = () if outcome is Outcome.IN_LINE else value.missing
    if wording.endswith("not-known"):
        missing = tuple(dict.fromkeys((*missing_facts(because), *missing)))
    figures = value.range.figures if value.range else ()
    if value.confirmed is not None and value.confirmed not in figures:
        figures = (*figures, value.confirmed)
    found = question.finding(
        about,
        outcome,
        force,
        because,
        wording,
        rules,
        details={"range": value.range, "confirmed": value.confirmed, "not_held": value.not_held},
        figures=figures,
        low=value.low,
        high=value.high,
        paid=value.paid,
        missing=missing,
        next_steps=_STEPS_WHEN_PAID_WRONG.get(outcome, ()),
        unchecked=outcome is Outcome.CANNOT_TELL and force is Force.MAY,
    )
    if wording.endswith(_NO_FIGURE):  # which no fact about the post would bring
        found = found._replace(missing=())
    return with_steps_to_learn(found)


_NO_FIGURE: Final = ".no-figure"
SHORT: Final = frozenset({Outcome.BELOW, Outcome.AWARD_PENDING})


def counted_as_one(
    question: Question, found: tuple[Finding, ...], least: Value, rules: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Count payments of which one alone may be held as the one award that they are to be.

    None of them is short for itself. What is sure is what all of them together lack of the least
    award that they may be, whose comparison is `least`: the first that is short tells it.
    """
    told = list(found)
    short = [place for place, finding in enumerate(found) if finding.outcome in SHORT]
    for place in short:
        told[place] = _not_short_for_itself(found[place])
    if short and least.outcome in SHORT:
        told[short[0]] = _short_together(question, found[short[0]], least, rules)
    return tuple(told)


def _short_together(
    question: Question, finding: Finding, least: Value, rules: tuple[str, ...]
) -> Finding:
    wording = f"{finding.about}.short-together"
    concluded = Conclusion(finding.about, least.outcome, Force.MUST, wording)
    return value_finding(question, concluded, finding.because, rules, least)


def _not_short_for_itself(finding: Finding) -> Finding:
    return finding._replace(
        outcome=Outcome.CANNOT_TELL,
        wording=f"{finding.about}.below-beside-another",
        amount_low=None,
        amount_high=None,
        missing=(),
        next_steps=("check-letter", "ask-pay-policy", "ask-union"),
        confirmed_low=None,
    )


def payment_to_check(
    question: Question,
    rules: tuple[str, ...],
    wording: str,
    kind: AllowanceKind,
    force: Force = Force.MAY,
) -> Finding:
    """A payment of which no national amount is held: the rule is shown, nothing is compared."""
    return question.finding(
        About.OTHER_ALLOWANCE,
        Outcome.CANNOT_TELL,
        force,
        Test(rules[0], NOT_KNOWN, value=kind),
        wording,
        rules,
        details={"kind": kind},
        next_steps=("check-letter",),
        unchecked=force is not Force.MUST,
    )


def proportion_finding(
    question: Question,
    allowance: Allowance,
    terms: AllowanceTerms,
    rules: tuple[str, ...],
    force: Force = Force.MUST,
) -> Finding:
    """Make the finding of how much of its full value an allowance is paid at on the day.

    The first of `terms.rules` is the rule that is applied, and `rules` are the ones that are shown.
    """
    proportion = span(question, allowance, terms)
    value = compare(question, allowance, terms)
    rule = terms.rules[0]
    fte = question.post.fte
    tests = all_of(
        rule,
        question.binds,
        *(leaf(rule, fact, None, NOT_KNOWN) for fact in proportion.missing),
        *(() if fte is None else (leaf(rule, "fte", fte, MET),)),
    )
    outcome = Outcome.IN_LINE
    unsettled = proportion.settled is None or question.binds.result is NOT_KNOWN
    if unsettled or value.outcome is Outcome.CANNOT_TELL:
        outcome = Outcome.CANNOT_TELL
    elif value.outcome is Outcome.BELOW and question.post.fte != WHOLE:
        outcome = Outcome.BELOW
    found = question.finding(
        About.PART_TIME,
        outcome,
        force,
        tests,
        f"part-time.{terms.proportion}",
        rules,
        details={
            "hours": span_of_hours(question).settled,
            "share": span_of_share(question, allowance).settled,
            "proportion": proportion.settled,
        },
        missing=proportion.missing,
    )
    return with_steps_to_learn(found)


def short_of_nothing(finding: Finding) -> Finding:
    """Return how an allowance is paid part-time, where no more of it is due for certain."""
    below = finding.outcome is Outcome.BELOW
    return finding._replace(outcome=Outcome.IN_LINE) if below else finding


class _Proportion(Protocol):
    """Finds how much of one payment a part-timer is paid, of `several` of its kind or alone."""

    def __call__(self, paid: Allowance, /, *, several: bool) -> Iterable[Finding]:
        """Return the findings on one payment."""


def each_in_proportion(held: Sequence[Allowance], proportion: _Proportion) -> tuple[Finding, ...]:
    """Return the findings on the proportions of payments; of two that say the same the first."""
    told: dict[object, Finding] = {}
    for paid in held:
        for each in proportion(paid, several=len(held) > 1):
            says = (each.outcome, each.wording, each.details.get("proportion"), each.missing)
            told.setdefault(says, each)
    return tuple(told.values())
