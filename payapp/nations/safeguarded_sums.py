"""Part 5 in England and Wales: what of a payment that was cut goes on, how long, and by what cause.

A cause is written in the user's own words, so that only a whole phrase that leaves no doubt is
read. Anything else is asked about: no free text makes money due, or takes it away.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from payapp.domain.days import years_after
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money, over, short_of
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Result,
    Test,
    all_of,
    fact_is_yes,
    leaf,
    value_is,
)
from payapp.nations.allowance_value import compare
from payapp.nations.question import WHOLE, Question, share_held

_TLRS: Final = (AllowanceKind.TLR1, AllowanceKind.TLR2)
_LEAVES_A_SUM: Final = (AllowanceKind.SEN_ALLOWANCE, *_TLRS)

_FILLERS: Final = frozenset(
    {
        *("a", "an", "the", "my", "our", "its", "of", "in", "to", "at", "for", "from", "by"),
        *("due", "because", "following", "has", "have", "been", "was", "were"),
    }
)
_NEW_STRUCTURE: Final = (
    "restructuring",
    "restructure",
    "restructured",
    "school restructuring",
    "school restructure",
    "school restructured",
    "staff restructuring",
    "staff restructure",
    "staff restructured",
    "staffing restructuring",
    "staffing restructure",
    "reorganisation",
    "reorganised",
    "school reorganisation",
    "school reorganised",
    "staff reorganisation",
    "change structure",
    "structure changed",
    "new structure",
    "change staffing structure",
    "changes staffing structure",
    "changed staffing structure",
    "new staffing structure",
    "restructuring staffing structure",
)
_NEW_POLICY: Final = (
    "change policy",
    "policy changed",
    "new policy",
    "change pay policy",
    "changes pay policy",
    "changed pay policy",
    "new pay policy",
    "change school pay policy",
    "new school pay policy",
)
_ENDED_EARLY: Final = (
    "moved school",
    "moved schools",
    "move school",
    "moved another school",
    "move another school",
    "changed school",
    "changed schools",
    "change school",
    "new post application",
    "applied another post",
    "applied new post",
    "promotion",
    "promoted",
    "moved another range",
    "move another range",
)
_FIXED_TERM: Final = (
    "end fixed term",
    "end term",
    "fixed term",
    "fixed term ended",
    "fixed term expired",
    "expiry fixed term",
)
_OWN_CHOICE: Final = (
    "own request",
    "request",
    "request teacher",
    "requested",
    "resigned",
    "resignation",
    "stepped down",
    "voluntary",
    "voluntarily",
    "own choice",
    "choice",
    "gave up",
    "gave it up",
)


def _by_words(
    rule: str, result: Result, phrases: tuple[str, ...]
) -> dict[frozenset[str], tuple[str, Result]]:
    return {frozenset(phrase.split()): (rule, result) for phrase in phrases}


_CAUSES: Final[Mapping[frozenset[str], tuple[str, Result]]] = {
    **_by_words("SAF-01", MET, (*_NEW_STRUCTURE, *_NEW_POLICY)),
    **_by_words("SAF-01", NOT_MET, _OWN_CHOICE),
    **_by_words("SAF-03", NOT_MET, _ENDED_EARLY),
    **_by_words("SAF-06", NOT_MET, _FIXED_TERM),
}
_POLICIES: Final = frozenset(_by_words("SAF-01", MET, _NEW_POLICY))
_OF_THE_SHARE_RULE: Final = frozenset({"share", "shares", "revalued", "revaluation", "revaluing"})


def _words(cause: str | None) -> frozenset[str]:
    """The words of a stated cause that carry meaning; *not* and *no* are among them."""
    return frozenset(re.findall(r"\w+", (cause or "").lower())) - _FILLERS


def cause_of_the_cut(question: Question) -> Test:
    """Whether the stated cause brings safeguarding; other words than the known ones settle nothing.

    Whether a fall by the share of the responsibility (TLR-20, TLR-21) is safeguarded was found in
    no source, so that no answer could settle it.
    """
    stated = question.post.reduction_cause
    words = _words(stated)
    rule, result = _CAUSES.get(words, ("SAF-01", NOT_KNOWN))
    if words & _OF_THE_SHARE_RULE or (words in _POLICIES and _may_be_by_share(question)):
        return Test("SAF-01", NOT_KNOWN, value=stated)
    return leaf(rule, "reduction_cause", stated, result)


def _may_be_by_share(question: Question) -> bool:
    """Say whether the new policy may be that TLRs are paid by the share: one goes on at less."""
    post, rules = question.post, question.library.rules
    cut = post.reduction_date
    if cut is None or not (question.in_force("TLR-20") or question.in_force("TLR-21")):
        return False
    by_choice = rules.in_force("TLR-20", cut) and post.share_rule_adopted is not Fact.NO
    if not by_choice and not rules.in_force("TLR-21", cut):
        return False
    return any(
        post.fte != WHOLE or share_held(question, paid) != WHOLE for paid in question.paid(*_TLRS)
    )


def safeguarding_ends(question: Question) -> date | None:
    """The first day on which nothing is safeguarded any more; None where no cut was entered."""
    cut = question.post.reduction_date
    years = int(question.number("safeguarding_years"))
    return None if cut is None else years_after(cut, years)


def _runs(question: Question) -> Test:
    """Whether the day lies in the time of the safeguarding."""
    cut, ends = question.post.reduction_date, safeguarding_ends(question)
    running = cut is not None and ends is not None and cut <= question.on < ends
    return value_is("SAF-02", "reduction_date", cut, holds=running)


def safeguarding_claim(question: Question, allowance: Allowance) -> Test:
    """Whether a payment goes on as a safeguarded sum: it is entered as one, and may be one."""
    return all_of(
        "SAF-01",
        fact_is_yes("SAF-01", "safeguarded", allowance.safeguarded),
        _runs(question),
        cause_of_the_cut(question),
    )


class Sums(NamedTuple):
    """A safeguarded sum, pounds a year as received: least and most due, and what is paid of it."""

    least: Money | None = None
    most: Money | None = None
    paid: Money | None = None


NOT_TOLD: Final = Sums()


def safeguarding(question: Question) -> tuple[Finding, ...]:
    """Part 5: a payment cut by restructuring or a change of policy goes on, for a time."""
    post = question.post
    if question.binds.result is NOT_MET or post.reduction_date is None:
        return ()
    if _is_for_a_fixed_term(question):
        fixed = leaf("SAF-06", "allowances", AllowanceKind.TLR3, NOT_MET)
        tests = all_of("SAF-01", question.binds, fixed)
        return (_finding(question, Outcome.NOT_DUE, tests, "fixed-term"),)
    cause = cause_of_the_cut(question)
    tests = all_of(
        "SAF-01",
        question.binds,
        cause,
        _runs(question),
        value_is("SAF-01", "sum_before", post.sum_before, holds=True),
    )
    if tests.result is MET:
        return (_sum_of_the_day(question, tests),)
    if tests.result is NOT_MET:
        return (_finding(question, Outcome.NOT_DUE, tests, "not-due"),)
    return (_finding(question, Outcome.CANNOT_TELL, tests, _why_not_told(cause)),)


def _why_not_told(cause: Test) -> str:
    if cause.result is NOT_KNOWN and cause.value is not None:
        return "cause-not-clear" if cause.fact else "by-share"
    return "cannot-tell"


def _is_for_a_fixed_term(question: Question) -> bool:
    """Say whether all that is entered as safeguarded is a TLR3, which ends without it (SAF-06)."""
    claimed = {paid.kind for paid in question.allowances if paid.safeguarded is Fact.YES}
    return claimed == {AllowanceKind.TLR3}


def _sum_of_the_day(question: Question, tests: Test) -> Finding:
    """Compare what goes on with the sum before the cut.

    A TLR1, a TLR2 or a SEN allowance that is paid beside it may be what is left of the payment that
    was cut, or another one: so much less may be due. Other payments have no part in it.
    """
    before = question.post.sum_before or ZERO
    paid = _total(
        question,
        (
            each
            for each in question.allowances
            if each.safeguarded is Fact.YES and each.kind is not AllowanceKind.TLR3
        ),
    )
    beside = [each for each in question.paid(*_LEAVES_A_SUM) if each.safeguarded is not Fact.YES]
    least = max(before - _total(question, beside), ZERO)
    sums = Sums(least, before, paid)
    if over(paid, before, received=True):
        return _finding(question, Outcome.ABOVE, tests, "above", sums)
    if short_of(paid, least, received=True):
        return _short(question, tests, sums)
    if beside and (least == ZERO or over(paid, least, received=True)):
        return _finding(question, Outcome.CANNOT_TELL, tests, "beside-another", sums)
    return _finding(question, Outcome.IN_LINE, tests, "in-line", sums._replace(most=least))


def _short(question: Question, tests: Test, sums: Sums) -> Finding:
    outcome = Outcome.BELOW if sums.paid else Outcome.DUE_BUT_MISSING
    wording = f"{outcome}-at-least" if sums.least != sums.most else outcome
    return _finding(question, outcome, tests, wording, sums)


def _total(question: Question, payments: Iterable[Allowance]) -> Money:
    """Add up payments as received; one whose proportion cannot be told counts as it is entered."""
    amounts = (compare(question, each).paid or each.amount for each in payments)
    return sum(amounts, ZERO)


_RULES: Final = ("SAF-01", "SAF-02", "SAF-03", "SAF-04", "SAF-05", "SAF-06", "SAF-07")


def _finding(
    question: Question, outcome: Outcome, tests: Test, wording: str, sums: Sums = NOT_TOLD
) -> Finding:
    least, most, paid = sums
    above = question.number("safeguarding_duties_above")
    return question.finding(
        About.SAFEGUARDING,
        outcome,
        Force.MUST,
        tests,
        f"safeguarding.{wording}",
        _RULES,
        details={
            "ends": safeguarding_ends(question),
            "cause": question.post.reduction_cause,
            "duties_above": above,
            "extra_duties": least is not None and least > above,
        },
        low=least,
        high=most,
        paid=paid,
        next_steps=("ask-safeguarding-notice", "ask-payroll", "ask-union"),
    )
