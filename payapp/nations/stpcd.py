"""What England and Wales share, paragraph by paragraph.

The School Teachers' Pay and Conditions Document and its Welsh descendant.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import Final

from payapp.domain.figures import NotHeld
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money, pro_rata
from payapp.domain.pay import Allowance, AllowanceKind, Basis
from payapp.domain.posts import (
    COORDINATING_ROLES,
    LEADERSHIP_ROLES,
    Employer,
    Post,
    Role,
    SchoolType,
)
from payapp.domain.rules import Force, Proportion
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    any_of,
    fact_is_no,
    fact_is_yes,
    leaf,
    missing_facts,
    shared,
    value_is,
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
    SHORT,
    Conclusion,
    counted_as_one,
    each_once,
    force_of_paid,
    paid_outcome,
    proportion_finding,
    short_of_nothing,
    value_finding,
    with_steps_to_learn,
)
from payapp.nations.question import (
    WHOLE,
    Question,
    pay_year,
)
from payapp.nations.safeguarded_sums import safeguarding_claim, safeguarding_time
from payapp.nations.stated_duties import paid_for_coordination
from payapp.nations.teacher_salary import (
    GROUP,
    LEADERSHIP,
    LEADING_PRACTITIONER,
    MAIN,
    UNQUALIFIED,
    on_leadership_range,
)

SEN = AllowanceKind.SEN_ALLOWANCE
TLR1, TLR2, TLR3 = AllowanceKind.TLR1, AllowanceKind.TLR2, AllowanceKind.TLR3
STANDING_TLRS = (TLR1, TLR2)
_COVERS = "covering_absent_holder"
CLASSROOM_ONLY = (SEN, TLR1, TLR2, TLR3)
RANGES: Final = frozenset(
    {
        MAIN,
        "upper-pay-range",
        UNQUALIFIED,
        LEADING_PRACTITIONER,
        LEADERSHIP,
        *(f"{GROUP}{group}" for group in range(1, 9)),
    }
)
KINDS: Final = frozenset(
    {
        *CLASSROOM_ONLY,
        AllowanceKind.RESIDENTIAL,
        AllowanceKind.RECRUITMENT_RETENTION,
        AllowanceKind.ACTING,
        AllowanceKind.HONORARIUM,
        AllowanceKind.UNQUALIFIED_ALLOWANCE,
        AllowanceKind.OTHER,
    }
)
UNATTACHED_SETTINGS = frozenset({SchoolType.CENTRAL_SERVICE, SchoolType.HOME_TUITION})
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


def classroom_teacher(question: Question) -> Test:
    """The gateway to paragraphs 20 and 21: qualified, and on neither of the two other ranges."""
    return question.remember("classroom teacher", lambda: _classroom_teacher(question))


def _classroom_teacher(question: Question) -> Test:
    post, pay_range = question.post, question.pay.range
    range_rule = question.rule("DF-01", "SEN-25")
    on_a_classroom_range = pay_range != LEADING_PRACTITIONER and not on_leadership_range(question)
    parts = [
        fact_is_yes("DF-03", "qualified_teacher", post.qualified_teacher),
        value_is(range_rule, "range", pay_range, holds=on_a_classroom_range),
    ]
    if post.role is Role.SUPPORT_STAFF:
        parts.append(leaf(question.rule("DF-04", "DF-03"), "role", post.role, NOT_MET))
    appointed = post.appointed_head_deputy_or_assistant
    as_a_leader = appointed is Fact.NOT_KNOWN and post.role in LEADERSHIP_ROLES
    if (appointed is Fact.YES or as_a_leader) and question.in_force("DF-02"):
        parts.append(fact_is_no("DF-02", "appointed_head_deputy_or_assistant", appointed))
    return all_of(question.rule("DF-01", "DF-03"), *parts)


# Paragraph 21: SEN allowances


def sen_criteria(question: Question) -> Test:
    """Paragraph 21.2: any one of the criteria (a) to (d)."""
    post = question.post
    facts = (
        "paragraph 21.2",
        post.employer,
        post.school_type,
        post.in_special_school,
        post.designated_coordinator,
        post.sensory_qualification_required,
        post.teaches_sen_pupils,
        post.teaches_designated_class,
        post.teaches_in_la_unit_or_service,
        post.setting_analogous_to_designated,
        post.substantial_direct_work,
        post.sen_teaching_judgement,
        post.greater_involvement_than_normal,
    )
    return shared(facts, lambda: _sen_criteria(post))


def _sen_criteria(post: Post) -> Test:
    route_a = all_of(
        "SEN-02",
        fact_is_yes(
            "SEN-03", "sensory_qualification_required", post.sensory_qualification_required
        ),
        fact_is_yes("SEN-02", "teaches_sen_pupils", post.teaches_sen_pupils),
    )
    route_c = fact_is_yes("SEN-06", "teaches_designated_class", post.teaches_designated_class)
    route_d = all_of(
        "SEN-08",
        fact_is_yes(
            "SEN-08", "setting_analogous_to_designated", post.setting_analogous_to_designated
        ),
        fact_is_yes("SEN-09", "substantial_direct_work", post.substantial_direct_work),
        fact_is_yes("SEN-10", "sen_teaching_judgement", post.sen_teaching_judgement),
        fact_is_yes(
            "SEN-11", "greater_involvement_than_normal", post.greater_involvement_than_normal
        ),
    )
    return any_of(
        "SEN-01",
        _in_a_special_school(post),
        route_a,
        _settled_without_teaching(post, route_c),
        _settled_without_teaching(post, _unit_or_service(post)),
        _settled_without_teaching(post, route_d),
    )


def _in_a_special_school(post: Post) -> Test:
    """Case (b); whether a hospital school is a special school stands in no rule, so it is asked.

    A co-ordinator who teaches no SEN pupils there is argued into the route by the post alone.
    """
    said_not = post.school_type is None and post.in_special_school is Fact.NO
    if said_not or post.school_type is SchoolType.HOSPITAL_SCHOOL:
        return fact_is_yes("SEN-05", "in_special_school", post.in_special_school)
    special = post.school_type is SchoolType.SPECIAL
    argued = post.designated_coordinator is Fact.YES and post.teaches_sen_pupils is Fact.NO
    rule = "SEN-30" if special and argued else "SEN-05"
    return value_is(rule, "school_type", post.school_type, holds=special)


def _settled_without_teaching(post: Post, route: Test) -> Test:
    """A post in which no pupils with SEN are taught meets no route that turns on teaching them."""
    if route.result is not NOT_KNOWN or post.teaches_sen_pupils is not Fact.NO:
        return route
    return all_of(route.rule, leaf("SEN-31", "teaches_sen_pupils", Fact.NO, NOT_MET), route)


def _unit_or_service(post: Post) -> Test:
    """The limb of 21.2(c) for unattached teachers; unsettled for home tutors after *Rees*."""
    if post.employer is not None and post.employer is not Employer.CENTRAL_SERVICE:
        return leaf("SEN-07", "employer", post.employer, NOT_MET)
    teaches = post.teaches_in_la_unit_or_service
    if post.school_type is SchoolType.HOME_TUITION and teaches is Fact.YES:
        return Test("SEN-33", NOT_KNOWN, value=post.school_type)
    return all_of(
        "SEN-07",
        value_is("SEN-07", "employer", post.employer, holds=True),
        fact_is_yes("SEN-07", "teaches_in_la_unit_or_service", teaches),
    )


_SEN_RULES = (
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


def sen_allowance(question: Question) -> Finding:
    """Paragraph 21: a SEN allowance must be paid where any criterion is met."""
    criteria = sen_criteria(question)
    gateway = classroom_teacher(question)
    because = all_of("SEN-01", question.binds, gateway, criteria)
    if question.binds.result is NOT_MET:
        return _sen(question, Outcome.DOES_NOT_APPLY, because, "sen-allowance.not-bound")
    paid = question.paid(SEN)
    if gateway.result is NOT_MET:
        return _sen(question, Outcome.NOT_DUE, because, "sen-allowance.barred")
    if paid:
        return _sen_paid(question, because, criteria, taken_together(question, paid))
    if because.result is MET:
        return _sen_missing(question, because)
    if because.result is NOT_MET:
        return _sen_not_due(question, because)
    return _sen(question, Outcome.CANNOT_TELL, because, "sen-allowance.cannot-tell")


def _sen_not_due(question: Question, because: Test) -> Finding:
    coordinates = question.post.designated_coordinator is Fact.YES
    wording = "sen-allowance.not-due-coordinator" if coordinates else "sen-allowance.not-due"
    return _sen(question, Outcome.NOT_DUE, because, wording)


def _sen_missing(question: Question, because: Test) -> Finding:
    found, rests = range_of(question, SEN), _what_it_rests_on(because)
    if not isinstance(found, Range):
        return _sen_missing_without_a_figure(question, because, found, rests)
    return question.finding(
        About.SEN_ALLOWANCE,
        Outcome.DUE_BUT_MISSING,
        Force.MUST,
        because,
        "sen-allowance.due-but-missing",
        _SEN_RULES,
        details={"range": found, **rests},
        figures=found.figures,
        low=question.received(found.low.amount),
        high=question.received(found.high.amount),
        paid=ZERO,
        missing=() if question.post.fte is not None else ("fte",),
        next_steps=_STEPS_WHERE_MISSING,
    )


def _sen_missing_without_a_figure(
    question: Question, because: Test, not_held: NotHeld | None, rests: dict[str, bool]
) -> Finding:
    """It is due all the same."""
    wording = "sen-allowance.due-no-figure"
    due = _sen(question, Outcome.DUE_BUT_MISSING, because, wording, not_held)
    return due._replace(
        details={**due.details, **rests}, paid=ZERO, next_steps=_STEPS_WHERE_MISSING
    )


_STEPS_WHERE_MISSING = ("ask-which-criterion", "ask-pay-policy", "ask-union")


def _what_it_rests_on(because: Test) -> dict[str, bool]:
    """Say whether the one route that is met is a doubtful one.

    A SENCO award can be mistaken for the qualification of route (a), whether *designated special*
    governs the unit or service of an unattached teacher is unsettled after *Rees*, and the post of
    a co-ordinator who does not teach is only argued into route (b).
    """
    routes = {test.rule: test.result for test in because.parts[-1].parts}
    met = [rule for rule, result in routes.items() if result is MET]
    return {
        "confirm_qualification": met == ["SEN-02"],
        "unsettled_unit": met == ["SEN-07"],
        "argued_post": met == ["SEN-30"],
    }


def _sen_paid(question: Question, because: Test, criteria: Test, allowance: Allowance) -> Finding:
    value = compare(question, allowance)
    found = _by_safeguarding(question, allowance, value, because, About.SEN_ALLOWANCE)
    if found is not None:
        return found
    current = replace(allowance, safeguarded=Fact.NO)
    outcome, wording = paid_outcome(question, current, value, because, "sen-allowance")
    bound = question.binds.result is MET
    if bound and criteria.result is NOT_MET and outcome is not Outcome.ABOVE:
        # No rule that was read forbids one outside the criteria, and none asks for one.
        outcome, wording = Outcome.CANNOT_TELL, "sen-allowance.paid-without-criteria"
        value = value._replace(low=None, high=None, missing=("safeguarded",))
    wording = _unless_safeguarded(wording, allowance)
    concluded = Conclusion(About.SEN_ALLOWANCE, outcome, Force.MUST, wording)
    rules = (*_SEN_RULES, "SEN-31", "SEN-20") if wording.endswith("criteria") else _SEN_RULES
    found = value_finding(question, concluded, because, rules, value)
    found = _with_the_notice_to_look_at(found)
    if not wording.endswith("criteria"):
        return found
    return found._replace(next_steps=_STEPS_WHERE_MISSING)


# A payment that is entered as safeguarded


def _by_safeguarding(
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
        return _missing(found, *missing_facts(claim))
    if allowance.safeguarded is Fact.YES and because.result is NOT_MET:
        value = value._replace(low=ZERO, high=ZERO)
        return _claimed(question, about, Outcome.ABOVE, tests, "no-longer-safeguarded", value)
    if short:
        value = value._replace(low=None, high=None)
        found = _claimed(question, about, Outcome.CANNOT_TELL, tests, "safeguarding-over", value)
        return _missing(found, "safeguarded")
    return None


def _unless_safeguarded(wording: str, allowance: Allowance) -> str:
    """Return the wording with its caveat: a payment above its range is read as a current award."""
    above = wording.endswith(".above") and allowance.safeguarded is Fact.NO
    return f"{wording}-unless-stated" if above else wording


def _with_the_notice_to_look_at(found: Finding) -> Finding:
    if not found.wording.endswith("unless-stated"):
        return found
    return found._replace(next_steps=("ask-safeguarding-notice", *found.next_steps))


def _missing(found: Finding, *facts: str) -> Finding:
    """Name other facts than those of all its tests as what would settle a finding."""
    return with_steps_to_learn(found._replace(missing=facts, next_steps=()))


def _claimed(
    question: Question, about: About, outcome: Outcome, tests: Test, wording: str, value: Value
) -> Finding:
    rules = _SEN_RULES if about is About.SEN_ALLOWANCE else _TLR_RULES
    concluded = Conclusion(about, outcome, Force.MUST, f"{about}.{wording}")
    found = value_finding(question, concluded, tests, ("SAF-01", "SAF-02", "SAF-03", *rules), value)
    return found._replace(details={**found.details, **safeguarding_time(question)})


def _sen(
    question: Question,
    outcome: Outcome,
    because: Test,
    wording: str,
    not_held: NotHeld | None = None,
) -> Finding:
    found = question.finding(
        About.SEN_ALLOWANCE,
        outcome,
        Force.MUST,
        because,
        wording,
        (*_SEN_RULES, "SEN-31") if wording.endswith("coordinator") else _SEN_RULES,
        details={"not_held": not_held} if not_held is not None else {},
    )
    return with_steps_to_learn(found)


# Paragraph 20: teaching and learning responsibility payments


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
    covers = fact_is_yes("TLR-16", _COVERS, post.covering_absent_holder)
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


_TLR_RULES = (
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
        return counted_as_one(question, found, _as_one_tlr(question, current), _TLR_RULES)
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
        (*_TLR_RULES, "TLR-26"),
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
    claimed = _by_safeguarding(question, allowance, value, tests, About.TLR)
    if claimed is not None:
        return claimed
    current = replace(allowance, safeguarded=Fact.NO)
    outcome, wording = paid_outcome(question, current, value, tests, "tlr")
    if tests.result is NOT_MET and question.binds.result is MET:
        outcome = Outcome.NOT_PERMITTED
        wording, most = _without_its_tests(question, allowance)
        value = value._replace(low=ZERO, high=most, missing=())
    elif wording in _AMOUNT_IN_ORDER and _is_temporary(question, allowance):
        covers = fact_is_yes("TLR-16", _COVERS, question.post.covering_absent_holder)
        outcome, wording = _TEMPORARY.get(covers.result, (outcome, wording))
        tests = all_of("TLR-16", tests, covers)
    wording = _unless_safeguarded(wording, allowance)
    concluded = Conclusion(About.TLR, outcome, force_of_paid(wording), wording)
    found = value_finding(question, concluded, tests, (*_TLR_RULES, "TLR-16"), value)
    found = _with_the_notice_to_look_at(found)
    if wording == _A_SECOND_MAY_BE_MEANT:
        found = _beside_the_second(question, allowance, found)
    if _is_assumed_whole(question, allowance):
        found = _asking_for_the_share(found)
    # Its own tests decide what may be paid; only the cover decides what must not be.
    if not wording.endswith("temporary-not-known"):
        return found
    return _missing(found, _COVERS)


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
    found = question.finding(About.TLR, outcome, Force.MAY, tests, wording, _TLR_RULES)
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


# Part-time


def part_time(question: Question) -> tuple[Finding, ...]:
    """How a part-timer's TLR1 or TLR2 is worked out on the day; TLR3 is never reduced.

    A safeguarded sum is fixed in cash and takes no part in it (SAF-02). What is received and is in
    line at any proportion that may apply leaves nothing to turn on, and neither does one that fails
    its tests: it is short of nothing. A second one makes neither of them short for itself.
    """
    held = [paid for paid in question.paid(*STANDING_TLRS) if paid.safeguarded is Fact.NO]
    barred = classroom_teacher(question).result is NOT_MET
    if question.binds.result is NOT_MET or barred:
        return ()
    several = len(held) > 1
    return each_once(
        found for paid in held for found in _proportion(question, paid, several=several)
    )


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
