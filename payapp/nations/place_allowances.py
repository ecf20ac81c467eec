"""Scotland's allowances for a place: remote schools, distant islands, residential special schools.

SNCT Handbook Part 2, Appendix 2.5: each is due where the place qualifies, beside the salary. Few
places do, and the council keeps the list: a place that nobody was asked about is named beside the
verdict and does not hold it up.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.posts import Role, SchoolType
from payapp.domain.rules import AllowanceTerms, Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    fact_is_yes,
    leaf,
)
from payapp.nations.allowance_value import Range, Value, compare, find_range
from payapp.nations.paid_allowance import Conclusion, paid_outcome, value_finding
from payapp.nations.question import Question

KINDS: Final = (
    AllowanceKind.REMOTE_SCHOOLS,
    AllowanceKind.DISTANT_ISLANDS,
    AllowanceKind.RESIDENTIAL,
)
_ITEM_OF_ROLE = {
    Role.HEADTEACHER: "residential-responsibility-allowance-headteacher",
    Role.DEPUTY_HEAD: "residential-responsibility-allowance-depute",
}
_ITEM_OF_OTHERS = "residential-extra-curricular-activities-allowance"
_SPECIAL = frozenset({SchoolType.SPECIAL, SchoolType.HOSPITAL_SCHOOL})
_RULES = {
    AllowanceKind.REMOTE_SCHOOLS: ("SC-ALW-01", "SC-ALW-02", "SC-ALW-03", "SC-ALW-06", "SC-PAY-02"),
    AllowanceKind.DISTANT_ISLANDS: ("SC-ALW-06", "SC-ALW-03", "SC-PAY-02"),
    AllowanceKind.RESIDENTIAL: ("SC-ALW-04", "SC-ALW-05", "SC-PAY-02"),
}


class Place(NamedTuple):
    """One kind of allowance as it stands on the day: whether it is due, and at which rates."""

    kind: AllowanceKind
    because: Test
    terms: tuple[AllowanceTerms, ...]


def place_allowances(question: Question) -> tuple[Finding, ...]:
    """Return a finding for each allowance for a place that is paid, due, or not settled."""
    if question.binds.result is NOT_MET:
        return ()
    return tuple(
        finding for kind in KINDS for finding in _of_one_kind(question, _place(question, kind))
    )


def _of_one_kind(question: Question, place: Place) -> tuple[Finding, ...]:
    paid = question.paid(place.kind)
    if paid:
        return tuple(_paid(question, place, allowance) for allowance in paid)
    return (_not_paid(question, place),)


def _place(question: Question, kind: AllowanceKind) -> Place:
    post, rule = question.post, _RULES[kind][0]
    terms = tuple(question.library.allowances(question.case.nation, kind, question.on))
    if kind is AllowanceKind.REMOTE_SCHOOLS:
        test = fact_is_yes(rule, "remote_school", post.remote_school)
    elif kind is AllowanceKind.DISTANT_ISLANDS:
        test = fact_is_yes(rule, "distant_island", post.distant_island)
    else:
        test, terms = _residential(question), _residential_terms(post.role, terms)
    return Place(kind, all_of(rule, question.binds, test), terms)


def _residential(question: Question) -> Test:
    """A residential special school; a school of another type is none."""
    post = question.post
    residential = fact_is_yes("SC-ALW-04", "residential_school", post.residential_school)
    if post.school_type is None and post.in_special_school is Fact.NO:
        elsewhere = leaf("SC-ALW-04", "in_special_school", Fact.NO, NOT_MET)
        return all_of("SC-ALW-04", residential, elsewhere)
    if post.school_type is None or post.school_type in _SPECIAL:
        return residential
    return all_of(
        "SC-ALW-04", residential, leaf("SC-ALW-04", "school_type", post.school_type, NOT_MET)
    )


def _residential_terms(
    role: Role | None, terms: tuple[AllowanceTerms, ...]
) -> tuple[AllowanceTerms, ...]:
    """Return the rates that a role may be paid: all of them where the role is not known."""
    if role is None:
        return terms
    item = _ITEM_OF_ROLE.get(role, _ITEM_OF_OTHERS)
    return tuple(each for each in terms if each.item == item)


def _paid(question: Question, place: Place, allowance: Allowance) -> Finding:
    value = _value(question, allowance, place.terms)
    outcome, wording = paid_outcome(question, allowance, value, place.because, "place-allowance")
    elsewhere = place.because.result is NOT_MET and question.binds.result is MET
    if elsewhere and allowance.safeguarded is not Fact.YES:
        outcome, wording = Outcome.NOT_PERMITTED, "place-allowance.paid-elsewhere"
        value = value._replace(low=ZERO, high=ZERO)
    because = place.because
    if outcome in _AWAY_FROM_A_RATE and _may_turn_on_hours(place, outcome):
        outcome, wording = Outcome.CANNOT_TELL, "place-allowance.paid-hours-not-known"
        because = all_of("SC-ALW-05", because, Test("SC-ALW-05", NOT_KNOWN))
        by_role = ("role",) if _depends_on_the_role(place.terms) else ()
        value = value._replace(low=None, high=None, missing=by_role)
    concluded = Conclusion(About.OTHER_ALLOWANCE, outcome, Force.MUST, wording)
    found = value_finding(question, concluded, because, _RULES[place.kind], value)
    several = value.range is not None and len(value.range.figures) > 1
    more = {"kind": place.kind, "several_rates": several}
    return found._replace(details={**found.details, **more})


_AWAY_FROM_A_RATE = frozenset({Outcome.BELOW, Outcome.AWARD_PENDING, Outcome.ABOVE})


def _may_turn_on_hours(place: Place, outcome: Outcome) -> bool:
    """Say whether an amount may be what hours come to of which no rule was found (SC-ALW-05).

    More than any rate is told where the role may be a head's, whose rate is the highest.
    """
    items = {each.item for each in place.terms}
    return _ITEM_OF_OTHERS in items and (len(items) == 1 or outcome is not Outcome.ABOVE)


def _value(question: Question, allowance: Allowance, terms: tuple[AllowanceTerms, ...]) -> Value:
    """Compare an allowance with each rate that may apply: it is to equal one of them."""
    values = [compare(question, allowance, each) for each in terms]
    held = [(value.range, value) for value in values if value.range is not None]
    if not held:
        return values[0]
    held.sort(key=lambda pair: pair[0].low.amount)
    for _, value in held:
        if value.outcome is Outcome.IN_LINE:
            return value
    (least, lowest), (most, highest) = held[0], held[-1]
    if lowest.outcome in {Outcome.BELOW, Outcome.AWARD_PENDING}:
        return lowest._replace(high=highest.high)
    if highest.outcome is Outcome.ABOVE:
        return highest._replace(low=lowest.low)
    by_role = ("role",) if _depends_on_the_role(terms) else ()
    rates = Range(least.low, most.high)
    return Value(Outcome.CANNOT_TELL, rates, missing=(*lowest.missing, *by_role))


def _depends_on_the_role(terms: tuple[AllowanceTerms, ...]) -> bool:
    """Say whether the rates are those of several roles, one of which was not named."""
    return len({each.item for each in terms}) > 1


def _not_paid(question: Question, place: Place) -> Finding:
    because, rule = place.because, _RULES[place.kind][0]
    if because.result is NOT_MET:
        return _say(question, place, Outcome.NOT_DUE, because, "not-due")
    if because.result is NOT_KNOWN and question.binds.result is MET:
        unasked = _say(question, place, Outcome.CANNOT_TELL, because, "not-asked")
        details = {**unasked.details, "not_asked": True}
        return unasked._replace(force=Force.INFORMATION, details=details)
    if because.result is NOT_KNOWN:
        return _say(question, place, Outcome.CANNOT_TELL, because, "cannot-tell")
    if _depends_on_the_role(place.terms):
        asked = all_of(rule, because, leaf(rule, "role", None, NOT_KNOWN))
        return _say(question, place, Outcome.CANNOT_TELL, asked, "cannot-tell")
    if place.terms[0].item == _ITEM_OF_OTHERS:
        hours = all_of("SC-ALW-05", because, Test("SC-ALW-05", NOT_KNOWN))
        return _say(question, place, Outcome.CANNOT_TELL, hours, "hours-not-known")
    return _missing(question, place)


def _missing(question: Question, place: Place) -> Finding:
    """The place qualifies and nothing is paid: due, at the rates of the day where they are held."""
    found = [find_range(question, each) for each in place.terms]
    rates = sorted((rate.low for rate in found if isinstance(rate, Range)), key=_amount)
    if not rates:
        unheld = _say(question, place, Outcome.DUE_BUT_MISSING, place.because, "due-no-figure")
        return unheld._replace(details={**unheld.details, "not_held": found[0]}, paid=ZERO)
    due = _say(question, place, Outcome.DUE_BUT_MISSING, place.because, "due-but-missing")
    return due._replace(
        details={
            **due.details,
            "range": Range(rates[0], rates[-1]),
            "several_rates": len(rates) > 1,
        },
        figures=tuple(rates),
        amount_low=question.received(rates[0].amount),
        amount_high=question.received(rates[-1].amount),
        paid=ZERO,
        missing=() if question.post.fte is not None else ("fte",),
    )


def _amount(figure: Figure) -> Money:
    return figure.amount


_ASK_THE_COUNCIL = {
    AllowanceKind.REMOTE_SCHOOLS: "ask-place-list",
    AllowanceKind.DISTANT_ISLANDS: "ask-distant-island",
    AllowanceKind.RESIDENTIAL: "ask-residential",
}
_AFTER_THE_COUNCIL: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.DUE_BUT_MISSING: ("ask-payroll", "ask-union"),
    Outcome.CANNOT_TELL: (),
}


def _say(
    question: Question, place: Place, outcome: Outcome, because: Test, wording: str
) -> Finding:
    after = _AFTER_THE_COUNCIL.get(outcome)
    return question.finding(
        About.OTHER_ALLOWANCE,
        outcome,
        Force.MUST,
        because,
        f"place-allowance.{wording}",
        _RULES[place.kind],
        details={"kind": place.kind},
        next_steps=() if after is None else (_ASK_THE_COUNCIL[place.kind], *after),
    )
