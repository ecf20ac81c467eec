"""What England and Wales share, paragraph by paragraph.

The School Teachers' Pay and Conditions Document and its Welsh descendant.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from typing import Final

from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.pay import Allowance
from payapp.domain.posts import (
    COORDINATING_ROLES,
    LEADERSHIP_ROLES,
    Employer,
    Role,
)
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    fact_is_no,
    fact_is_yes,
    leaf,
    missing_facts,
)
from payapp.nations.question import (
    Question,
    pay_year,
)
from payapp.nations.safeguarded_sums import safeguarding_claim
from payapp.nations.stated_duties import paid_for_coordination
from payapp.nations.stpcd_scope import (
    CLASSROOM_ONLY,
    SEN,
    STANDING_TLRS,
    TLR1,
    TLR3,
)
from payapp.nations.stpcd_sen_allowance import sen_criteria
from payapp.nations.stpcd_tlrs import fixed_term_tlr_tests, standing_tlr_tests
from payapp.nations.teacher_salary import (
    LEADING_PRACTITIONER,
    UNQUALIFIED,
    on_leadership_range,
)

START_OF_THE_PAY_YEAR = 9


def edition(on: date) -> str:
    """Return the pay year whose document was in force, by the year of its 1 September."""
    return pay_year(on, START_OF_THE_PAY_YEAR)


_INSTRUMENT_OUTCOMES: Final = {
    MET: Outcome.IN_LINE,
    NOT_MET: Outcome.DOES_NOT_APPLY,
    NOT_KNOWN: Outcome.CANNOT_TELL,
}


def instrument(question: Question, rule: str, wording: str) -> Finding:
    """By which document, and how, an employer is bound; `rule` is the one that decides it."""
    agency = question.post.employer is Employer.AGENCY
    details: dict[str, object] = {}
    if agency:
        weeks = question.number("agency_weeks")
        held = question.post.agency_weeks
        details = {"weeks": weeks, "reached": held is not None and held >= weeks, "held": held}
    steps = ("ask-agency", "ask-union") if agency else ("ask-contract", "ask-pay-policy")
    return question.finding(
        About.INSTRUMENT,
        _INSTRUMENT_OUTCOMES[question.binds.result],
        Force.MUST,
        question.binds,
        wording,
        (rule, "SC-01", "SC-02", "SC-03", "SC-09", "W-13", *(("OTH-08",) if agency else ())),
        details=details,
        next_steps=() if question.binds.result is MET else steps,
    )


# Combinations and other payments


def combinations(question: Question) -> tuple[Finding, ...]:
    """What may not be held together, or on this range, or without qualified teacher status."""
    if question.binds.result is NOT_MET:
        return ()
    found = []
    classroom_payments = question.paid(*CLASSROOM_ONLY)
    post, pay_range = question.post, question.pay.range
    if classroom_payments and on_leadership_range(question):
        found.append(_barred(question, "combination.leadership", "range", pay_range))
    if classroom_payments and pay_range == LEADING_PRACTITIONER:
        found.append(_barred(question, "combination.leading-practitioner", "range", pay_range))
    if classroom_payments and post.qualified_teacher is Fact.NO:
        found.append(_barred(question, "combination.unqualified", "qualified_teacher", Fact.NO))
    if classroom_payments and post.role is Role.SUPPORT_STAFF:
        found.append(_barred(question, "combination.support-staff", "role", post.role))
    found.extend(_two_tlrs(question))
    if pay_range is not None and post.role is not Role.SUPPORT_STAFF:
        found.extend(_off_their_range(question))
    if not found and _both_in_order(question):
        found.append(_held_together(question))
    found.extend(_status_not_known(question))
    return tuple(found)


def _two_tlrs(question: Question) -> tuple[Finding, ...]:
    """Paragraph 20.3: one TLR1 or TLR2; what is safeguarded of an old one may run beside it."""
    held = question.paid(*STANDING_TLRS)
    claims = [safeguarding_claim(question, each) for each in held]
    results = [claim.result for claim in claims]
    if results.count(NOT_MET) > 1:
        return (_barred(question, "combination.two-tlrs", "allowances", "tlr1, tlr2"),)
    open_claims = [claim for claim in claims if claim.result is NOT_KNOWN]
    if not open_claims or len(held) - results.count(MET) <= 1:
        return ()
    unknown = all_of("TLR-11", *open_claims)
    return (_undecided(question, "combination.two-tlrs-unless-safeguarded", unknown),)


def _off_their_range(question: Question) -> tuple[Finding, ...]:
    """A status that does not go with the range: paragraphs 4 and 17."""
    post, pay_range = question.post, question.pay.range
    found = []
    unqualified = pay_range == UNQUALIFIED
    if post.qualified_teacher is Fact.NO and not unqualified:
        found.append(_barred(question, "combination.unqualified-range", "range", pay_range))
    if post.qualified_teacher is Fact.YES and unqualified:
        found.append(_barred(question, "combination.qualified-range", "range", pay_range))
    if question.in_force("LDR-01") and not on_leadership_range(question):
        found.extend(_leader_off_the_leadership_range(question))
    return tuple(found)


def _leader_off_the_leadership_range(question: Question) -> tuple[Finding, ...]:
    """Somebody who is appointed a leader, or whose role is a leader's and who was not asked."""
    post, appointed = question.post, question.post.appointed_head_deputy_or_assistant
    if appointed is Fact.YES:
        return (_barred(question, "combination.leader-range", "range", question.pay.range),)
    if appointed is Fact.NO or post.role not in LEADERSHIP_ROLES:
        return ()
    asked = fact_is_yes("LDR-01", "appointed_head_deputy_or_assistant", appointed)
    return (_undecided(question, "combination.leader-range-not-known", asked),)


def _status_not_known(question: Question) -> tuple[Finding, ...]:
    """Whether the teacher is qualified decides which range, TLR and SEN allowance may be paid."""
    post = question.post
    status = post.qualified_teacher
    turns_on_it = question.pay.range is not None or question.paid(*CLASSROOM_ONLY)
    if status is not Fact.NOT_KNOWN or not turns_on_it or post.role is Role.SUPPORT_STAFF:
        return ()
    rule = question.rule("UQT-01", "W-17")
    asked = fact_is_yes(rule, "qualified_teacher", status)
    return (_undecided(question, "combination.status-not-known", asked),)


def _undecided(question: Question, wording: str, asked: Test) -> Finding:
    """What would not be permitted by one answer, and is in order by the other."""
    return question.finding(
        About.COMBINATION,
        Outcome.CANNOT_TELL,
        Force.MUST,
        all_of(asked.rule, question.binds, asked),
        wording,
        (asked.rule,),
        details={"allowances": question.paid(*CLASSROOM_ONLY)},
        next_steps=("check-letter", "ask-union"),
    )


_COMBINATION_RULES = {
    "combination.leadership": ("TLR-18", "SEN-25"),
    "combination.leading-practitioner": ("TLR-18", "SEN-25"),
    "combination.unqualified": ("DF-03", "SEN-25"),
    "combination.support-staff": ("DF-04", "DF-03"),
    "combination.two-tlrs": ("TLR-11",),
    "combination.unqualified-range": ("UQT-01", "W-17"),
    "combination.qualified-range": ("UQT-01", "W-17"),
    "combination.leader-range": ("LDR-01", "DF-02"),
}


def _barred(question: Question, wording: str, fact: str, value: object) -> Finding:
    rules = _COMBINATION_RULES[wording]
    rule = question.rule(*rules)
    tests = all_of(rule, question.binds, leaf(rule, fact, value, MET))
    bound = question.binds.result is MET
    return question.finding(
        About.COMBINATION,
        Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL,
        Force.MUST,
        tests,
        wording,
        rules,
        details={"allowances": question.paid(*CLASSROOM_ONLY)},
        next_steps=("check-letter", "ask-payroll", "ask-union"),
    )


def _both_in_order(question: Question) -> bool:
    """Say whether a SEN allowance and a TLR are paid, and neither fails its own tests."""
    tests = [
        standing_tlr_tests(question, first=paid.kind is TLR1)
        for paid in question.paid(*STANDING_TLRS)
    ]
    tests += [fixed_term_tlr_tests(question) for _ in question.paid(TLR3)]
    if not tests or not question.paid(SEN):
        return False
    return NOT_MET not in {test.result for test in (*tests, sen_criteria(question))}


def _held_together(question: Question) -> Finding:
    tests = leaf("SEN-19", "allowances", "sen-allowance, tlr", MET)
    return question.finding(
        About.COMBINATION,
        Outcome.IN_LINE,
        Force.MAY,
        tests,
        "combination.held-together",
        ("SEN-19",),
    )


# Paperwork

_PAPERWORK = (
    ("PRC-01", "annual_statement", True),
    ("SEN-24", "written_notice", True),
    ("SEN-17", "pay_policy_covers_sen", True),
    ("SEN-22", "duties_in_job_description", True),
    ("SEN-21", "paid_only_to_recruit_or_retain", False),
    ("SEN-23", "does_support_staff_tasks", False),
)


def paperwork(question: Question) -> tuple[Finding, ...]:
    """Notices, statements, pay policy and job description, as far as anything is known of them."""
    if question.binds.result is NOT_MET:
        return ()
    tests = []
    for rule, fact, expected in _PAPERWORK:
        known: Fact = getattr(question.post, fact)
        if known is not Fact.NOT_KNOWN and question.in_force(rule):
            tests.append(
                fact_is_yes(rule, fact, known) if expected else fact_is_no(rule, fact, known)
            )
    if not tests:
        return ()
    because = all_of("", *tests)
    broken = tuple(test for test in tests if test.result is NOT_MET)
    must = any(question.library.rules[test.rule].force is Force.MUST for test in broken)
    return (
        question.finding(
            About.PAPERWORK,
            Outcome.SHORT_OF_GUIDANCE if broken else Outcome.IN_LINE,
            Force.MUST if must else Force.SHOULD,
            because,
            "paperwork.short" if broken else "paperwork.in-line",
            (*(test.rule for test in tests), "PRC-02", "PRC-03", "PRC-04"),
            details={"broken": broken},
            next_steps=("ask-in-writing", "ask-pay-policy", "ask-union") if broken else (),
        ),
    )


# Other payments


def other_allowances(
    question: Question, find: Callable[[Question, Allowance], Finding | None]
) -> tuple[Finding, ...]:
    """What the nation's own `find` makes of each payment beside TLRs and SEN allowances."""
    if question.binds.result is NOT_MET:
        return ()
    found = (find(question, allowance) for allowance in question.allowances)
    return tuple(finding for finding in found if finding is not None)


# Whether the pay is for the role


def coordination_may_be_unpaid(question: Question) -> bool:
    """Say whether a teacher on a range with TLRs has none that is sure to be for co-ordination."""
    if question.pay.range in (None, LEADING_PRACTITIONER):
        return False
    return coordination_paid("POS-03", question).result is not MET


def coordination_paid(rule: str, question: Question) -> Test:
    """The test that co-ordination is paid for by a TLR1 or TLR2; its duty may leave that open."""
    return paid_for_coordination(rule, question.paid(*STANDING_TLRS), "no tlr1 or tlr2")


def coordinates(question: Question) -> Fact:
    """Whether the post is a co-ordinator's; *no* where it is seen as another kind of post."""
    designated, role = question.post.designated_coordinator, question.post.role
    if designated is Fact.NOT_KNOWN and role is not None and role not in COORDINATING_ROLES:
        return Fact.NO
    return designated


def working_time_limits(question: Question) -> dict[str, object]:
    """The working time limits that leadership pay does without (paragraph 51, 2018 number)."""
    return {
        "hours": question.number("directed_hours"),
        "days": question.number("directed_days"),
    }


def coordinator_not_paid(
    question: Question, because: Test, rules: tuple[str, ...], *, off_the_team: bool = False
) -> Finding:
    """A co-ordinator off the leadership range has no TLR for it: *questionable* pay.

    It stays open where it is not known who co-ordinates, what a TLR is paid for, or whether the
    document binds. `off_the_team` says that the nation's Code advises a place on the leadership
    team.
    """
    still_open = dict(_open_about_coordination(question))
    name = next(iter(still_open), "")
    has_sen = bool(question.paid(SEN))
    return question.finding(
        About.LEADERSHIP,
        Outcome.CANNOT_TELL if name else Outcome.SHORT_OF_GUIDANCE,
        Force.SHOULD if off_the_team else Force.POSITION,
        because,
        f"leadership.coordinator-{name or 'not-paid'}",
        (*rules, "SEN-20") if has_sen else rules,
        details={
            **working_time_limits(question),
            "off_the_team": off_the_team,
            "has_sen": has_sen,
            "unqualified": question.post.qualified_teacher is Fact.NO,
        },
        missing=tuple(chain.from_iterable(still_open.values())),
        next_steps=("ask-staffing-structure", "ask-duties-described", "ask-union"),
        questions_pay=NOT_KNOWN if name else MET,
    )


def _open_about_coordination(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is open of a co-ordinator's payment, with the facts that would settle it."""
    if question.post.designated_coordinator is not Fact.YES:
        yield "not-known", ("designated_coordinator",)
    if coordination_paid("POS-03", question).result is NOT_KNOWN:
        yield "duty-not-clear", ("for_which_duty",)
    if question.binds.result is NOT_KNOWN:
        yield "if-bound", missing_facts(question.binds)


def responsibility_without_payment(question: Question) -> tuple[Finding, ...]:
    """All TLR tests are met and nothing, or a SEN allowance alone, is paid for the duty."""
    post, pay_range = question.post, question.pay.range
    if question.binds.result is not MET or post.designated_coordinator is Fact.YES:
        return ()
    if pay_range in (None, LEADING_PRACTITIONER) or question.paid(*STANDING_TLRS):
        return ()
    tests = standing_tlr_tests(question)
    if tests.result is not MET:
        return ()
    has_sen = bool(question.paid(SEN))
    return (
        question.finding(
            About.TLR,
            Outcome.SHORT_OF_GUIDANCE,
            Force.SHOULD if has_sen else Force.POSITION,
            tests,
            "tlr.sen-allowance-alone" if has_sen else "tlr.responsibility-not-paid",
            ("SEN-20", "POS-03") if has_sen else ("POS-03", "TLR-27"),
            next_steps=("ask-staffing-structure", "ask-duties-described", "ask-union"),
            questions_pay=MET,
        ),
    )
