"""Scotland: acting in a promoted post, and what is kept when a promoted salary falls.

SNCT Handbook Part 2 Section 1, as councils and unions report it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from payapp.domain.days import years_after
from payapp.domain.figures import Figure, NotHeld
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money, over, pro_rata, short_of
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Result,
    Test,
    all_of,
    any_of,
    fact_is_yes,
    leaf,
    missing_facts,
    value_is,
)
from payapp.nations import job_sizing
from payapp.nations.base_pay import Salary, as_received, salary_entered, salary_or_least
from payapp.nations.question import WHOLE, Question
from payapp.nations.stated_causes import (
    ANOTHER_POST,
    NEW_STRUCTURE,
    OWN_CHOICE,
    Cause,
    Words,
    by_words,
    is_end_of_acting,
    words_of,
)

_RULES = ("SC-ACT-01", "SC-ACT-02", "SC-ACT-03", "SC-JS-19")


def acting(question: Question) -> tuple[Finding, ...]:
    """Whether the promoted salary is due after the qualifying days, and whether it is paid."""
    post = question.post
    acting_is_paid = bool(question.paid(AllowanceKind.ACTING))
    covers = acting_is_paid or post.covering_absent_holder is Fact.YES
    on_spine = question.pay.range in job_sizing.SPINES
    if question.binds.result is NOT_MET or not (post.acting_days or covers):
        return ()
    if (post.acting_days is None and on_spine) or job_sizing.acting_has_ended(question):
        return ()
    days = question.number("acting_days")
    worked = post.acting_days
    due = value_is("SC-ACT-01", "acting_days", worked, holds=worked is not None and worked > days)
    because = all_of("SC-ACT-01", question.binds, due)
    if because.result is NOT_MET:
        return (_say(question, Outcome.NOT_DUE, because, "not-yet"),)
    if because.result is NOT_KNOWN:
        return (_say(question, Outcome.CANNOT_TELL, because, "cannot-tell"),)
    if on_spine:
        paid = _say(question, Outcome.IN_LINE, because, "paid")
        return (paid, *_on_the_scale_of_the_post(question, because))
    return (_on_the_own_scale(question, because),)


def _on_the_scale_of_the_post(question: Question, because: Test) -> tuple[Finding, ...]:
    """The point paid against the score of the post acted in; of a promoted one it is told so."""
    if job_sizing.promoted(question).result is MET:
        return ()
    found = job_sizing.sized(question, because)
    below = found.wording == "promoted-post.below"
    wording = "promoted-post.acting-below-the-score" if below else found.wording
    return (found._replace(wording=wording, details={**found.details, "undated": True}),)


def _on_the_own_scale(question: Question, because: Test) -> Finding:
    """The own salary, with any acting allowance, against the salary of the post acted in."""
    due = _salary_of_the_post(question)
    figure = due.figure
    if isinstance(figure, NotHeld):
        unheld = _say(question, Outcome.CANNOT_TELL, because, "no-figure")
        return unheld._replace(details={**unheld.details, "not_held": figure})
    salary, wanting = _with_acting_allowances(question)
    if salary is None:
        asked = (leaf("SC-ACT-01", fact, None, NOT_KNOWN) for fact in wanting)
        tests = all_of("SC-ACT-01", because, *asked)
        return _say(question, Outcome.CANNOT_TELL, tests, "pay-not-known")
    if salary.is_short_of(figure):
        has_allowance = bool(question.paid(AllowanceKind.ACTING))
        outcome = Outcome.BELOW if has_allowance else Outcome.DUE_BUT_MISSING
    else:
        outcome = Outcome.IN_LINE if due.exact else Outcome.CANNOT_TELL
    found = job_sizing.PromotedPay(question, because, salary).against(
        figure,
        outcome,
        f"promoted-post.{due.wording}-{outcome}",
        _RULES,
        exact=due.exact,
        missing=due.missing,
    )
    by_spine = due.missing == ("role",)
    added_up = bool(question.paid(AllowanceKind.ACTING))
    details = {**found.details, **_days(question), "undated": True, "by_spine": by_spine}
    return found._replace(details={**details, "added_up": added_up})


class SalaryOfThePost(NamedTuple):
    """The figure of the post acted in, or if not `exact` the least that it may be.

    `wording` is what stands in the name of the sentence, and `missing` the facts that tell more.
    """

    figure: Figure | NotHeld
    exact: bool
    wording: str = "acting"
    missing: tuple[str, ...] = ()


def _salary_of_the_post(question: Question) -> SalaryOfThePost:
    """Return what the score is worth on the spine of the post: on either, if it is not known."""
    score, spine = question.post.job_size_score, job_sizing.spine_of(question)
    if score is None:
        least = job_sizing.least_figure(question, spine or job_sizing.PRINCIPAL_TEACHER)
        return SalaryOfThePost(
            least, exact=False, wording="acting-unsized", missing=("job_size_score",)
        )
    worth = job_sizing.worth_of_score(question, score)
    if worth.exact or isinstance(worth.figure, NotHeld):
        return SalaryOfThePost(worth.figure, worth.exact)
    in_a_band = spine and question.library.job_size_point(spine, score)
    wanting = ("role",) if spine is None else () if in_a_band else ("job_size_score",)
    return SalaryOfThePost(worth.figure, exact=False, wording="acting-least", missing=wanting)


def _with_acting_allowances(question: Question) -> tuple[Salary | None, tuple[str, ...]]:
    """Return the salary and the acting allowances as one amount, or the facts that are wanting."""
    salary, wanting = salary_or_least(question)
    allowances, fte = question.paid(AllowanceKind.ACTING), question.post.fte
    if salary is None or not allowances:
        return salary, wanting
    own = as_received(question, salary)
    if fte is None or own is None:
        return None, ("fte",)
    if fte != WHOLE and any(allowance.basis is None for allowance in allowances):
        return None, ("basis",)
    added = sum((_received(allowance, fte) for allowance in allowances), ZERO)
    return Salary(own + added, fte, is_received=True), ()


def _received(allowance: Allowance, fte: Decimal) -> Money:
    whole = allowance.basis is Basis.FULL_TIME_EQUIVALENT
    return pro_rata(allowance.amount, fte) if whole else allowance.amount


def _days(question: Question) -> dict[str, object]:
    """The days worked, those that qualify, and whether two years of working days are passed."""
    worked, long = question.post.acting_days, _days_of_long_acting(question)
    return {
        "worked": worked,
        "days": question.number("acting_days"),
        "months": question.number("acting_restart_months"),
        "long": worked is not None and worked > long,
    }


def _days_of_long_acting(question: Question) -> Decimal:
    return question.number("acting_years_for_conservation") * question.number("working_days")


def _say(question: Question, outcome: Outcome, because: Test, wording: str) -> Finding:
    return question.finding(
        About.PROMOTED_POST,
        outcome,
        Force.MUST,
        because,
        f"promoted-post.acting-{wording}",
        _RULES,
        details=_days(question),
        next_steps=("ask-job-sizing", "ask-union") if outcome is Outcome.CANNOT_TELL else (),
    )


# Conservation

_DOWNGRADED = (
    "sizing",
    "job sizing",
    "job sizing review",
    "sized again",
    "sized lower",
    "post sized again",
    "post sized lower",
    "resized",
    "resizing",
    "post resized",
    "job resized",
    "downgraded",
    "downgrading",
    "post downgraded",
    "promoted post downgraded",
)
_CAUSES: Mapping[Words, Cause] = {
    **by_words("SC-CON-01", MET, (*_DOWNGRADED, *NEW_STRUCTURE)),
    **by_words("SC-CON-01", NOT_MET, (*OWN_CHOICE, *ANOTHER_POST)),
}
_STEPS = ("check-letter", "ask-payroll", "ask-union")
_CONSERVATION_RULES = ("SC-CON-01", "SC-CON-02", "SC-ACT-03", "SC-JS-15")


def conservation(question: Question) -> tuple[Finding, ...]:
    """Cash conservation: the sum before is frozen for three years, or until the post pays more."""
    reduced, conserved = question.post.reduction_date, question.pay.salary_conserved
    if question.binds.result is NOT_MET or (reduced is None and conserved is not Fact.YES):
        return ()
    ends = None if reduced is None else _end(question, reduced)
    because = _runs(question)
    if because.result is NOT_KNOWN:
        found = _conserved(question, Outcome.CANNOT_TELL, because, _why_not_told(question, because))
    elif because.result is MET:
        found = _frozen(question, because)
    elif ends is not None and ends <= question.on:
        found = _ended(question, because)
    else:
        found = _conserved(question, Outcome.NOT_DUE, because, "not-due")
    return (found._replace(details={**found.details, "ends": ends}),)


def as_conserved(question: Question) -> Pay:
    """Return the pay as conservation has it today: conserved, and at the point of the post itself.

    The point from before the cut is none of the post: what it is paid was frozen, and the awards
    since are not due on it (SC-CON-02). Without a score the post's own point is not known.
    """
    pay, own = question.pay, job_sizing.sized_figure(question)
    sized = own.point if isinstance(own, Figure) and own.item == pay.range else None
    left = _is_of_the_point_before(question)
    if _runs(question).result is not MET:
        return replace(pay, point=sized) if left else pay
    point = sized if left or (pay.salary and pay.point is None) else pay.point
    return replace(pay, salary_conserved=Fact.YES, point=point)


def _runs(question: Question) -> Test:
    """Whether a salary is conserved, its three years run on the day, and its sum is known."""
    reduced = question.post.reduction_date
    runs = reduced is not None and reduced <= question.on < _end(question, reduced)
    return all_of(
        "SC-CON-01",
        question.binds,
        _is_conserved(question),
        value_is("SC-CON-01", "reduction_date", reduced, holds=runs),
        value_is("SC-CON-02", "sum_before", question.post.sum_before, holds=True),
    )


def _is_of_the_point_before(question: Question) -> bool:
    """Say whether the point entered was left in the cut: its salary then is the sum that was kept.

    Where its figure of today is paid, the post is on it all the same.
    """
    item, point, reduced = question.pay.range, question.pay.point, question.post.reduction_date
    salary = salary_entered(question)[0]
    if item is None or point is None or reduced is None or salary is None:
        return False
    if reduced > question.on:
        return False
    now = question.figure(item, point)
    if isinstance(now, Figure) and not salary.is_short_of(now):
        return False
    days = (reduced - timedelta(days=1), reduced)
    held = (question.book.find(day, question.area, item, point) for day in days)
    then = {question.received(each.amount) for each in held if isinstance(each, Figure)}
    return not then.isdisjoint(_sums_before(question))


def _end(question: Question, reduced: date) -> date:
    """Return the first day after conservation."""
    return years_after(reduced, int(question.number("safeguarding_years")))


def _is_conserved(question: Question) -> Test:
    """The salary is said to be conserved, or was cut for a cause that conserves it."""
    told = fact_is_yes("SC-CON-01", "salary_conserved", question.pay.salary_conserved)
    return any_of("SC-CON-01", told, _cause_of_the_cut(question))


def _cause_of_the_cut(question: Question) -> Test:
    """Whether the stated cause is a post downgraded, or the end of long acting."""
    cause, days = question.post.reduction_cause, question.post.acting_days
    if is_end_of_acting(cause):
        long = days is not None and days > _days_of_long_acting(question)
        return value_is("SC-ACT-03", "acting_days", days, holds=long)
    rule, result = _CAUSES.get(words_of(cause), ("SC-CON-01", NOT_KNOWN))
    return leaf(rule, "reduction_cause", cause, result)


def _why_not_told(question: Question, because: Test) -> str:
    """Name the wording: of a cause that was entered and settles nothing it is told."""
    unread = question.post.reduction_cause and "reduction_cause" in missing_facts(because)
    return "cause-not-clear" if unread else "cannot-tell"


def _frozen(question: Question, because: Test) -> Finding:
    """The frozen sum against what is paid, or due by the post itself where that is more."""
    salary, wanting = salary_or_least(question)
    own, (least, most) = _of_the_post(question), _sums_before(question)
    paid = None if salary is None else as_received(question, salary)
    if paid is None:
        asked = (leaf("SC-CON-02", fact, None, NOT_KNOWN) for fact in wanting or ("fte",))
        tests = all_of("SC-CON-02", because, *asked)
        return _conserved(question, Outcome.CANNOT_TELL, tests, "cannot-tell")
    if own is not None and own >= most:
        reached = all_of("SC-CON-02", because, leaf("SC-CON-02", "sum_before", most, NOT_MET))
        return _conserved(question, Outcome.NOT_DUE, reached, "caught-up")
    if own is not None and _is_more(question, max(own, most)):
        tests = all_of("SC-CON-02", because, leaf("SC-CON-02", "salary", paid, NOT_MET))
        found = _conserved(question, Outcome.ABOVE, tests, "above")
        return found._replace(amount_low=least, amount_high=most, paid=paid)
    result, outcome, wording = _against_the_sums(paid, least, most)
    fact = ("sum_before", question.post.sum_before) if result is NOT_KNOWN else ("salary", paid)
    tests = all_of("SC-CON-02", because, leaf("SC-CON-02", *fact, result))
    found = _conserved(question, outcome, tests, wording)
    said_not = question.case.pay.salary_conserved is Fact.NO
    details = {**found.details, "before": most, "said_not": said_not}
    return found._replace(details=details, amount_low=least, amount_high=most, paid=paid)


def _is_more(question: Question, due: Money) -> bool:
    """Say whether the salary that was entered is more than is due a year, as received."""
    salary = salary_entered(question)[0]
    paid = None if salary is None else as_received(question, salary)
    return paid is not None and over(paid, due, received=True)


def _sums_before(question: Question) -> tuple[Money, Money]:
    """Return the least and the most that the sum before the cut may be a year, as received.

    It is entered as received; beside a full-time salary of a part-time post it may be full-time,
    too, and is so where it is the same amount.
    """
    before, fte, pay = question.post.sum_before or ZERO, question.post.fte, question.pay
    if fte is None or fte == WHOLE or pay.basis is Basis.RECEIVED:
        return before, before
    in_proportion = pro_rata(before, fte)
    return in_proportion, in_proportion if before == pay.salary else before


def _against_the_sums(paid: Money, least: Money, most: Money) -> tuple[Result, Outcome, str]:
    """Compare what is paid with each sum that may have been frozen: how, and in which words."""
    if short_of(paid, least, received=True):
        return NOT_MET, Outcome.BELOW, "below" if least == most else "below-at-least"
    if short_of(paid, most, received=True):
        return NOT_KNOWN, Outcome.CANNOT_TELL, "basis-not-clear"
    return MET, Outcome.IN_LINE, "in-line"


def _of_the_post(question: Question) -> Money | None:
    """Return what the post itself is worth: its sized point, else the point that is paid."""
    item, point = question.pay.range, question.pay.point
    figure = job_sizing.sized_figure(question)
    if figure is None and item and point:
        figure = question.figure(item, point)
    return question.received(figure.amount) if isinstance(figure, Figure) else None


def _ended(question: Question, because: Test) -> Finding:
    """After three years the post's own salary applies, whatever was conserved."""
    salary, own = salary_or_least(question)[0], _of_the_post(question)
    paid = None if salary is None else as_received(question, salary)
    still = paid is not None and own is not None and over(paid, own, received=True)
    if still and question.pay.salary_conserved is Fact.YES:
        longest = question.library.rules["SC-CON-03"].valid_to
        if longest is not None and question.on <= longest:
            older = Test("SC-CON-03", NOT_KNOWN)
            tests = all_of("SC-CON-01", question.binds, any_of("SC-CON-01", because, older))
            return _conserved(question, Outcome.CANNOT_TELL, tests, "older-terms")
        found = _conserved(question, Outcome.ABOVE, because, "ended-above")
        return found._replace(amount_low=own, amount_high=own, paid=paid)
    return _conserved(question, Outcome.NOT_DUE, because, "ended")


def _conserved(question: Question, outcome: Outcome, because: Test, wording: str) -> Finding:
    return question.finding(
        About.SAFEGUARDING,
        outcome,
        Force.MUST,
        because,
        f"safeguarding.conservation-{wording}",
        _CONSERVATION_RULES,
        details={"before": question.post.sum_before, "cause": question.post.reduction_cause},
        next_steps=() if outcome is Outcome.IN_LINE else _STEPS,
    )
