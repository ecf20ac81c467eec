"""Teaching and learning responsibility payments: paragraph 20 of the Document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money, pro_rata
from payapp.domain.pay import Allowance, Basis
from payapp.domain.posts import Post
from payapp.domain.rules import Force, Proportion
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    any_of,
    fact_is_yes,
    leaf,
)
from payapp.nations.allowance_value import (
    Range,
    Value,
    compare,
    range_of,
    span,
    span_of_share,
    taken_together,
)
from payapp.nations.paid_allowance import (
    Conclusion,
    counted_as_one,
    each_in_proportion,
    force_of_paid,
    paid_outcome,
    proportion_finding,
    short_of_nothing,
    value_finding,
    with_steps_to_learn,
)
from payapp.nations.question import WHOLE, Question
from payapp.nations.safeguarded_sums import safeguarding_claim
from payapp.nations.stpcd_safeguarded import (
    TLR_RULES,
    by_safeguarding,
    missing,
    unless_safeguarded,
    with_the_claim,
    with_the_notice_to_look_at,
)
from payapp.nations.stpcd_scope import COVERS, STANDING_TLRS, TLR1, TLR2, TLR3, classroom_teacher


def standing_tlr_tests(question: Question, *, first: bool = False) -> Test:
    """Paragraph 20: criteria (a) to (e) of a TLR1 or TLR2; `first` adds what TLR1 asks."""
    name = "first tlr" if first else "standing tlr"
    return question.remember(name, lambda: _standing_tlr_tests(question, first=first))


def _standing_tlr_tests(question: Question, *, first: bool) -> Test:
    post = question.post
    parts = [
        _sustained(post),
        fact_is_yes("TLR-02", "accountable", post.accountable),
        fact_is_yes("TLR-03", "significant_responsibility", post.significant_responsibility),
        fact_is_yes("TLR-04a", "teaching_and_learning_focus", post.teaching_and_learning_focus),
        fact_is_yes("TLR-04b", "professional_judgement", post.professional_judgement),
        fact_is_yes(
            "TLR-04c", "leads_area_or_pupil_development", post.leads_area_or_pupil_development
        ),
        fact_is_yes("TLR-04d", "impact_beyond_own_classes", post.impact_beyond_own_classes),
        fact_is_yes("TLR-04e", "leads_practice_of_others", post.leads_practice_of_others),
    ]
    if first:
        parts.append(
            fact_is_yes(
                "TLR-05", "line_manages_significant_number", post.line_manages_significant_number
            )
        )
    return all_of("TLR-01", question.binds, classroom_teacher(question), *parts)


def _sustained(post: Post) -> Test:
    """A responsibility for good, or for as long as its absent holder is covered (TLR-16)."""
    sustained = fact_is_yes("TLR-01", "sustained", post.sustained)
    covers = fact_is_yes("TLR-16", COVERS, post.covering_absent_holder)
    if sustained.result is NOT_MET or (sustained.result, covers.result) == (NOT_KNOWN, MET):
        return any_of("TLR-16", sustained, covers)
    return sustained


def fixed_term_tlr_tests(question: Question) -> Test:
    """Paragraph 20.3: a TLR3 is for a time-limited project and asks criteria (a), (b) and (d)."""
    post = question.post
    return all_of(
        "TLR-06",
        question.binds,
        classroom_teacher(question),
        fact_is_yes("TLR-06", "time_limited_project", post.time_limited_project),
        fact_is_yes("TLR-07", "teaching_and_learning_focus", post.teaching_and_learning_focus),
        fact_is_yes("TLR-07", "professional_judgement", post.professional_judgement),
        fact_is_yes("TLR-07", "impact_beyond_own_classes", post.impact_beyond_own_classes),
    )


_TLR3_RULES = ("TLR-06", "TLR-07", "TLR-08", "TLR-10", "TLR-12", "TLR-13", "TLR-23", "SAF-06")


def standing_tlrs(question: Question) -> tuple[Finding, ...]:
    """Paragraph 20: what each TLR1 or TLR2 that is paid comes to, or whether one may be paid."""
    paid = question.paid(*STANDING_TLRS)
    if question.binds.result is NOT_MET:
        tests = standing_tlr_tests(question)
        return (_tlr(question, Outcome.DOES_NOT_APPLY, tests, "tlr.not-bound"),)
    if paid:
        found = tuple(_standing_tlr_paid(question, allowance) for allowance in paid)
        current = _not_safeguarded(question, paid)
        if not current[1:]:
            return found
        return counted_as_one(question, found, _as_one_tlr(question, current), TLR_RULES)
    return (_standing_tlr_not_paid(question),)


def _not_safeguarded(question: Question, held: tuple[Allowance, ...]) -> tuple[Allowance, ...]:
    """Return the TLRs that are, or may be, current awards, of which a teacher holds one."""
    claims = ((each, safeguarding_claim(question, each)) for each in held)
    return tuple(each for each, claim in claims if claim.result is not MET)


def _as_one_tlr(question: Question, held: tuple[Allowance, ...]) -> Value:
    """Compare several TLRs as the one that their duties make (20.3): a TLR2 at the least."""
    shares = [share for each in held if (share := each.share) is not None]
    together = replace(taken_together(question, held), kind=TLR2, safeguarded=Fact.NO)
    return compare(question, replace(together, share=min(shares, default=None)))


def _standing_tlr_not_paid(question: Question) -> Finding:
    tests = standing_tlr_tests(question)
    if tests.result is NOT_MET:
        barred = classroom_teacher(question).result is NOT_MET
        return _tlr(question, Outcome.NOT_DUE, tests, "tlr.barred" if barred else "tlr.not-due")
    if tests.result is NOT_KNOWN:
        return _tlr(question, Outcome.CANNOT_TELL, tests, "tlr.cannot-tell")
    first = question.post.line_manages_significant_number is Fact.YES
    lower, upper = range_of(question, TLR2), range_of(question, TLR1 if first else TLR2)
    if not isinstance(lower, Range) or not isinstance(upper, Range):
        return _tlr(question, Outcome.MAY_BE_CONSIDERED, tests, "tlr.may-no-figure")
    return question.finding(
        About.TLR,
        Outcome.MAY_BE_CONSIDERED,
        Force.MAY,
        tests,
        "tlr.may-be-considered-first" if first else "tlr.may-be-considered",
        (*TLR_RULES, "TLR-26"),
        details={"range": lower, "upper": upper},
        figures=tuple(dict.fromkeys((*lower.figures, *upper.figures))),
        low=ZERO,
        high=_most_of_a_tlr(question, upper, _NEW_TLR),
        paid=ZERO,
        next_steps=("ask-staffing-structure", "ask-duties-described", "ask-union"),
    )


_NEW_TLR = Allowance(kind=TLR2, amount=ZERO)


def _most_of_a_tlr(question: Question, upper: Range, allowance: Allowance) -> Money | None:
    """The most that a TLR could bring in a range, at the proportion of the day."""
    terms = question.terms(TLR2)
    most = None if terms is None else span(question, allowance, terms).high
    return None if most is None else pro_rata(upper.high.amount, most)


def _standing_tlr_paid(question: Question, allowance: Allowance) -> Finding:
    tests = standing_tlr_tests(question, first=allowance.kind is TLR1)
    if classroom_teacher(question).result is NOT_MET:
        return _tlr(question, Outcome.NOT_DUE, tests, "tlr.barred")
    value = compare(question, allowance)
    claimed = by_safeguarding(question, allowance, value, tests, About.TLR)
    if claimed is not None:
        return claimed
    current = replace(allowance, safeguarded=Fact.NO)
    outcome, wording = paid_outcome(question, current, value, tests, "tlr")
    if tests.result is NOT_MET and question.binds.result is MET:
        outcome = Outcome.NOT_PERMITTED
        wording, most = _without_its_tests(question, allowance)
        value = value._replace(low=ZERO, high=most, missing=())
    elif wording in _AMOUNT_IN_ORDER and _is_temporary(question, allowance):
        covers = fact_is_yes("TLR-16", COVERS, question.post.covering_absent_holder)
        outcome, wording = _TEMPORARY.get(covers.result, (outcome, wording))
        tests = all_of("TLR-16", tests, covers)
    wording = unless_safeguarded(wording, allowance)
    concluded = Conclusion(About.TLR, outcome, force_of_paid(wording), wording)
    because = with_the_claim(question, allowance, tests)
    found = value_finding(question, concluded, because, (*TLR_RULES, "TLR-16"), value)
    found = with_the_notice_to_look_at(found)
    if wording == _A_SECOND_MAY_BE_MEANT:
        found = _beside_the_second(question, allowance, found)
    if _is_assumed_whole(question, allowance):
        found = _asking_for_the_share(found)
    # Its own tests decide what may be paid; only the cover decides what must not be.
    if not wording.endswith("temporary-not-known"):
        return found
    return missing(found, COVERS)


def _without_its_tests(question: Question, allowance: Allowance) -> tuple[str, Money | None]:
    """How a TLR that fails its tests is told, and the most that may be paid instead.

    A TLR1 that lacks nothing but its line management may be a TLR2.
    """
    second = range_of(question, TLR2)
    lacks_line_management = allowance.kind is TLR1 and standing_tlr_tests(question).result is MET
    if lacks_line_management and isinstance(second, Range):
        return _A_SECOND_MAY_BE_MEANT, _most_of_a_tlr(question, second, allowance)
    return "tlr.paid-without-criteria", ZERO


_A_SECOND_MAY_BE_MEANT: Final = "tlr.first-without-line-management"


def _beside_the_second(question: Question, allowance: Allowance, found: Finding) -> Finding:
    """Tell what a TLR2 is worth, and whether what is paid is less than either may be."""
    as_either = (compare(question, replace(allowance, kind=kind)) for kind in STANDING_TLRS)
    below_both = all(value.outcome is Outcome.BELOW for value in as_either)
    details = {"second": range_of(question, TLR2), "below_both": below_both}
    return found._replace(details={**found.details, **details})


def _is_assumed_whole(question: Question, allowance: Allowance) -> bool:
    """Say whether a received TLR is read as a whole one for want of the share that may apply."""
    terms, post = question.terms(allowance.kind), question.post
    by_share = terms is not None and (
        terms.proportion is Proportion.SHARE
        or (
            terms.proportion is Proportion.HOURS_UNLESS_SHARE_ADOPTED
            and post.share_rule_adopted is not Fact.NO
        )
    )
    stated = (allowance.share, post.share_of_responsibility)
    received = allowance.basis is not Basis.FULL_TIME_EQUIVALENT
    return by_share and received and post.fte == WHOLE and stated == (None, None)


def _asking_for_the_share(found: Finding) -> Finding:
    """Say that the whole was assumed, and ask for the share where the answer turns on it."""
    missing = found.missing
    if found.outcome in (Outcome.BELOW, Outcome.AWARD_PENDING, Outcome.ABOVE):
        missing = (*missing, "share_of_responsibility")
    return found._replace(details={**found.details, "share_assumed": True}, missing=missing)


_AMOUNT_IN_ORDER = frozenset({"tlr.in-line", "tlr.tests-not-known"})
_TEMPORARY: Final = {
    NOT_MET: (Outcome.NOT_PERMITTED, "tlr.temporary"),
    NOT_KNOWN: (Outcome.CANNOT_TELL, "tlr.temporary-not-known"),
}


def _is_temporary(question: Question, allowance: Allowance) -> bool:
    """Say whether a TLR1 or TLR2 has an end, and none follows it on the next day."""
    until = allowance.until
    if until is None:
        return False
    following = (paid for paid in question.pay.allowances if paid.kind in STANDING_TLRS)
    return all(paid.from_ != until + timedelta(days=1) for paid in following)


def _tlr(question: Question, outcome: Outcome, tests: Test, wording: str) -> Finding:
    found = question.finding(About.TLR, outcome, Force.MAY, tests, wording, TLR_RULES)
    return with_steps_to_learn(found)


def fixed_term_tlrs(question: Question) -> tuple[Finding, ...]:
    """Paragraph 20.3: each TLR3 that is paid, or whether one may be paid for a project."""
    if question.binds.result is NOT_MET:
        return ()
    # A payment for a fixed term is never safeguarded (SAF-06), whatever was entered.
    paid = tuple(replace(each, safeguarded=Fact.NO) for each in question.paid(TLR3))
    if paid:
        values = (_fixed_term_tlr_paid(question, allowance) for allowance in paid)
        return (*values, *_term_not_known(question, paid))
    tests = fixed_term_tlr_tests(question)
    if question.post.time_limited_project is not Fact.YES or tests.result is NOT_KNOWN:
        return ()
    may = tests.result is MET
    found = range_of(question, TLR3)
    figures = found.figures if isinstance(found, Range) else ()
    return (
        question.finding(
            About.TLR3,
            Outcome.MAY_BE_CONSIDERED if may else Outcome.NOT_DUE,
            Force.MAY,
            tests,
            "tlr3.may-be-considered" if may else "tlr3.not-due",
            _TLR3_RULES,
            details={"range": found},
            figures=figures,
            low=ZERO if may else None,
            high=figures[-1].amount if may and figures else None,
            paid=ZERO,
        ),
    )


def _fixed_term_tlr_paid(question: Question, allowance: Allowance) -> Finding:
    tests = fixed_term_tlr_tests(question)
    if classroom_teacher(question).result is NOT_MET:
        return question.finding(
            About.TLR3, Outcome.NOT_DUE, Force.MAY, tests, "tlr3.barred", _TLR3_RULES
        )
    value = compare(question, allowance)
    outcome, wording = paid_outcome(question, allowance, value, tests, "tlr3")
    if tests.result is NOT_MET and question.binds.result is MET:
        outcome, wording = _fixed_term_tlr_wrong(question, outcome, wording)
    if outcome is Outcome.NOT_PERMITTED:
        value = value._replace(low=ZERO, high=ZERO, missing=())
    force = Force.SHOULD if outcome is Outcome.SHORT_OF_GUIDANCE else force_of_paid(wording)
    concluded = Conclusion(About.TLR3, outcome, force, wording)
    return value_finding(question, concluded, tests, _TLR3_RULES, value)


def _fixed_term_tlr_wrong(
    question: Question, outcome: Outcome, wording: str
) -> tuple[Outcome, str]:
    """A criterion that fails comes before the amount; a standing duty is against guidance only."""
    post = question.post
    criteria = (
        post.teaching_and_learning_focus,
        post.professional_judgement,
        post.impact_beyond_own_classes,
    )
    if post.time_limited_project is not Fact.NO or Fact.NO in criteria:
        return Outcome.NOT_PERMITTED, "tlr3.paid-without-criteria"
    if outcome is Outcome.IN_LINE:
        return Outcome.SHORT_OF_GUIDANCE, "tlr3.standing-duty"
    return outcome, wording


def _term_not_known(question: Question, paid: tuple[Allowance, ...]) -> tuple[Finding, ...]:
    """Paragraph 20.3: how long a TLR3 runs is settled at its start, so that it has a last day."""
    if all(each.until is not None for each in paid):
        return ()
    if classroom_teacher(question).result is NOT_MET:
        return ()
    tests = all_of("TLR-08", question.binds, leaf("TLR-08", "until", None, NOT_KNOWN))
    return (
        question.finding(
            About.TLR3,
            Outcome.CANNOT_TELL,
            Force.MUST,
            tests,
            "tlr3.term-not-known",
            ("TLR-08", "TLR-06"),
            next_steps=("check-letter", "ask-union"),
        ),
    )


# Part-time


def part_time(question: Question) -> tuple[Finding, ...]:
    """How a part-timer's TLR1 or TLR2 is worked out on the day; TLR3 is never reduced.

    A safeguarded sum is fixed in cash and takes no part in it (SAF-02). What is received and is in
    line at any proportion that may apply leaves nothing to turn on, and neither does one that fails
    its tests: it is short of nothing. A second one makes neither of them short for itself.
    """
    held = [paid for paid in question.paid(*STANDING_TLRS) if paid.safeguarded is Fact.NO]
    if question.binds.result is NOT_MET or classroom_teacher(question).result is NOT_MET:
        return ()
    return each_in_proportion(held, partial(_proportion, question))


def _proportion(question: Question, paid: Allowance, *, several: bool) -> Iterator[Finding]:
    terms = question.terms(paid.kind)
    shared = span_of_share(question, paid).settled != WHOLE
    if terms is None or (question.post.fte == WHOLE and not shared):
        return
    fails = standing_tlr_tests(question, first=paid.kind is TLR1).result is NOT_MET
    value = compare(question, paid, terms)
    either_way = value.outcome is Outcome.IN_LINE and value.paid is not None
    force = Force.MAY if either_way or fails else Force.MUST
    found = proportion_finding(question, paid, terms, (*terms.rules, "TLR-23", "PT-01"), force)
    yield short_of_nothing(found) if fails or several else found
