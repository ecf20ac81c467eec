"""Part 5 in England and Wales: what goes on of a payment that was cut, how long, by what cause."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from payapp.domain.cases import PayArea
from payapp.domain.days import years_after
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money, over, pro_rata, short_of
from payapp.domain.pay import Allowance, AllowanceKind, Basis
from payapp.domain.posts import Role
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    fact_is_yes,
    leaf,
    value_is,
)
from payapp.nations.allowance_value import Span, span, span_of_hours
from payapp.nations.question import WHOLE, Question, share_held
from payapp.nations.stated_causes import (
    ANOTHER_POST,
    FIXED_TERM,
    NEW_STRUCTURE,
    OWN_CHOICE,
    Cause,
    Words,
    by_words,
    words_of,
)
from payapp.nations.teacher_salary import (
    LEADING_PRACTITIONER,
    MAIN,
    UNQUALIFIED,
    on_leadership_range,
)

_TLRS: Final = (AllowanceKind.TLR1, AllowanceKind.TLR2)
_LEAVES_A_SUM: Final = (AllowanceKind.SEN_ALLOWANCE, *_TLRS)
_WITHOUT_TLRS: Final = frozenset({LEADING_PRACTITIONER, UNQUALIFIED})

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
_ENDED_EARLY: Final = (*ANOTHER_POST, "moved another range", "move another range")

_CAUSES: Final[Mapping[Words, Cause]] = {
    **by_words("SAF-01", MET, (*NEW_STRUCTURE, *_NEW_POLICY)),
    **by_words("SAF-01", NOT_MET, OWN_CHOICE),
    **by_words("SAF-03", NOT_MET, _ENDED_EARLY),
    **by_words("SAF-06", NOT_MET, FIXED_TERM),
}
_POLICIES: Final = frozenset(by_words("SAF-01", MET, _NEW_POLICY))
_OF_THE_SHARE_RULE: Final = frozenset({"share", "shares", "revalued", "revaluation", "revaluing"})


def cause_of_the_cut(question: Question) -> Test:
    """Whether the stated cause brings safeguarding; other words than the known ones settle nothing.

    Whether a fall by the share of the responsibility (TLR-20, TLR-21) is safeguarded was found in
    no source, so that no answer could settle it.
    """
    stated = question.post.reduction_cause
    words = words_of(stated)
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


def safeguarding_time(question: Question) -> dict[str, object]:
    """The end of the safeguarding as sentences mention it: the first day after, and the last."""
    ends = safeguarding_ends(question)
    return {"ends": ends, "last_day": None if ends is None else ends - timedelta(days=1)}


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
    """A safeguarded sum, pounds a year as received: least and most due, and what is paid of it.

    `beside` says that a payment beside it may be what is left of the one that was cut, and
    `either_basis` that the sum before may have been entered as received or full-time equivalent.
    """

    least: Money | None = None
    most: Money | None = None
    paid: Money | None = None
    beside: bool = False
    either_basis: bool = False


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
    if tests.result is not NOT_MET and post.role is Role.SUPPORT_STAFF:
        outside = leaf(question.rule("DF-04", "DF-03"), "role", post.role, NOT_MET)
        return (_finding(question, Outcome.NOT_DUE, all_of("SAF-01", tests, outside), "staff"),)
    if tests.result is MET:
        return (_on_the_range_of_the_day(question, tests),)
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


def _on_the_range_of_the_day(question: Question, tests: Test) -> Finding:
    """What goes on of it on the range of the day, to which the teacher may have moved since.

    The sum of a TLR or a SEN allowance ends with that (SAF-03); of what was a salary none is added.
    """
    pay_range = question.pay.range
    going_on = any(each.safeguarded is Fact.YES for each in question.paid(*_LEAVES_A_SUM))
    if pay_range in _WITHOUT_TLRS or on_leadership_range(question):
        if going_on:
            moved = all_of("SAF-01", tests, leaf("SAF-03", "range", pay_range, NOT_MET))
            return _finding(question, Outcome.NOT_DUE, moved, "another-range")
        cause = leaf("SAF-03", "reduction_cause", question.post.reduction_cause, NOT_KNOWN)
        unclear = all_of("SAF-01", tests, cause)
        return _finding(question, Outcome.CANNOT_TELL, unclear, "range-not-clear")
    if _is_no_classroom_teacher(question):
        status = Test("SAF-03", NOT_KNOWN, value=question.post.qualified_teacher)
        return _finding(
            question, Outcome.CANNOT_TELL, all_of("SAF-01", tests, status), "status-not-clear"
        )
    if not going_on and _may_be_a_salary(question):
        before = leaf("SAF-02", "sum_before", question.post.sum_before, NOT_KNOWN)
        return _finding(question, Outcome.CANNOT_TELL, all_of("SAF-02", tests, before), "salary")
    return _sum_of_the_day(question, tests)


def _is_no_classroom_teacher(question: Question) -> bool:
    """Say whether a post on a range with TLRs is entered as one to which none is paid."""
    post = question.post
    leads = post.appointed_head_deputy_or_assistant is Fact.YES and question.in_force("LDR-01")
    return leads or post.qualified_teacher is Fact.NO


def _may_be_a_salary(question: Question) -> bool:
    """Say whether the sum before the cut is one that no TLR or SEN allowance comes to.

    Where the salary is conserved, it may hold what goes on.
    """
    lowest_area = question.area or PayArea.REST_OF_ENGLAND
    least, before = question.figure(MAIN, "min", lowest_area), question.post.sum_before or ZERO
    as_much = isinstance(least, Figure) and before >= least.amount
    return as_much or question.pay.salary_conserved is Fact.YES


def _sum_of_the_day(question: Question, tests: Test) -> Finding:
    """Compare what goes on with the sum before the cut.

    A TLR1, a TLR2 or a SEN allowance that is paid beside it may be what is left of the payment that
    was cut, or another one: so much less may be due. Other payments have no part in it.
    """
    going_on = tuple(
        each
        for each in question.allowances
        if each.safeguarded is Fact.YES and each.kind is not AllowanceKind.TLR3
    )
    left = question.paid(*_LEAVES_A_SUM)
    beside = tuple(each for each in left if each.safeguarded is not Fact.YES)
    unknown = _unknown_proportions(question, (*going_on, *beside))
    if unknown:
        asked = (leaf("SAF-02", fact, None, NOT_KNOWN) for fact in unknown)
        untold = all_of("SAF-02", tests, *asked)
        return _finding(question, Outcome.CANNOT_TELL, untold, "cannot-tell")
    paid, left_over = _total(question, going_on), _total(question, beside)
    low, high = _sums_before(question, (*going_on, *beside))
    sums = Sums(max(low - left_over, ZERO), high, paid, bool(beside), low != high)
    return _against_the_sum(question, tests, sums, max(high - left_over, ZERO))


def _against_the_sum(question: Question, tests: Test, sums: Sums, certain: Money) -> Finding:
    """Compare what is paid: less than `certain` may fall short, on the other basis of the sum."""
    least, most, paid = sums.least or ZERO, sums.most or ZERO, sums.paid or ZERO
    if over(paid, most, received=True):
        return _finding(question, Outcome.ABOVE, tests, "above", sums)
    if short_of(paid, least, received=True):
        return _short(question, tests, sums)
    if sums.beside and (least == ZERO or over(paid, least, received=True)):
        return _finding(question, Outcome.CANNOT_TELL, tests, "beside-another", sums)
    if short_of(paid, certain, received=True):
        before = leaf("SAF-02", "sum_before", question.post.sum_before, NOT_KNOWN)
        unclear = all_of("SAF-02", tests, before)
        return _finding(question, Outcome.CANNOT_TELL, unclear, "basis-not-clear", sums)
    return _finding(question, Outcome.IN_LINE, tests, "in-line", sums._replace(most=certain))


def _short(question: Question, tests: Test, sums: Sums) -> Finding:
    outcome = Outcome.BELOW if sums.paid else Outcome.DUE_BUT_MISSING
    wording = f"{outcome}-at-least" if sums.least != sums.most else outcome
    return _finding(question, outcome, tests, wording, sums)


def _span(question: Question, payment: Allowance) -> Span:
    """The proportion at which a payment is received of the amount that is entered."""
    if payment.basis is not Basis.FULL_TIME_EQUIVALENT:
        return Span(WHOLE, WHOLE)
    terms = question.terms(payment.kind)
    return span_of_hours(question) if terms is None else span(question, payment, terms)


def _spans(question: Question, payments: tuple[Allowance, ...]) -> tuple[Span, ...]:
    """The proportions of the payments; without any, that of a sum on the basis of the salary."""
    if payments:
        return tuple(_span(question, each) for each in payments)
    as_received = question.pay.basis is Basis.RECEIVED
    return (Span(WHOLE, WHOLE) if as_received else span_of_hours(question),)


def _unknown_proportions(question: Question, payments: tuple[Allowance, ...]) -> tuple[str, ...]:
    """Name the facts by which it cannot be told what amounts come to as received."""
    spans = _spans(question, payments)
    return tuple(dict.fromkeys(f for each in spans if each.settled is None for f in each.missing))


def _sums_before(question: Question, payments: tuple[Allowance, ...]) -> tuple[Money, Money]:
    """Return the least and the most that the sum before the cut may be a year, as received.

    It is entered as received; beside a full-time amount of a part-time post it may be full-time,
    too, and is so where the payment that goes on is the same amount.
    """
    before = question.post.sum_before or ZERO
    least = min(pro_rata(before, each.low) for each in _spans(question, payments))
    same = any(
        each.amount == before and _span(question, each).low != WHOLE
        for each in payments
        if each.safeguarded is Fact.YES
    )
    return least, least if same else before


def _total(question: Question, payments: Iterable[Allowance]) -> Money:
    """Add up payments as received, each of a proportion that is known."""
    return sum((pro_rata(each.amount, _span(question, each).low) for each in payments), ZERO)


_RULES: Final = ("SAF-01", "SAF-02", "SAF-03", "SAF-04", "SAF-05", "SAF-06", "SAF-07")


def _finding(
    question: Question, outcome: Outcome, tests: Test, wording: str, sums: Sums = NOT_TOLD
) -> Finding:
    least, most, paid = sums[:3]
    above = question.number("safeguarding_duties_above")
    return question.finding(
        About.SAFEGUARDING,
        outcome,
        Force.MUST,
        tests,
        f"safeguarding.{wording}",
        _RULES,
        details={
            **safeguarding_time(question),
            "cause": question.post.reduction_cause,
            "duties_above": above,
            "extra_duties": least is not None and least > above,
            "beside": sums.beside,
            "either_basis": sums.either_basis,
        },
        low=least,
        high=most,
        paid=paid,
        next_steps=("ask-safeguarding-notice", "ask-payroll", "ask-union"),
    )
