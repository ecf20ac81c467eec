"""SEN allowances: paragraph 21 of the Document."""

from dataclasses import replace

from payapp.domain.figures import NotHeld
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO
from payapp.domain.pay import Allowance
from payapp.domain.posts import Employer, Post, SchoolType
from payapp.domain.rules import Force
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
    shared,
    value_is,
)
from payapp.nations.allowance_value import Range, compare, range_of, taken_together
from payapp.nations.paid_allowance import (
    Conclusion,
    paid_outcome,
    value_finding,
    with_steps_to_learn,
)
from payapp.nations.question import Question
from payapp.nations.stpcd_safeguarded import (
    SEN_RULES,
    by_safeguarding,
    unless_safeguarded,
    with_the_claim,
    with_the_notice_to_look_at,
)
from payapp.nations.stpcd_scope import SEN, classroom_teacher


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
        SEN_RULES,
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
    found = by_safeguarding(question, allowance, value, because, About.SEN_ALLOWANCE)
    if found is not None:
        return found
    current = replace(allowance, safeguarded=Fact.NO)
    outcome, wording = paid_outcome(question, current, value, because, "sen-allowance")
    bound = question.binds.result is MET
    if bound and criteria.result is NOT_MET and outcome is not Outcome.ABOVE:
        # No rule that was read forbids one outside the criteria, and none asks for one.
        outcome, wording = Outcome.CANNOT_TELL, "sen-allowance.paid-without-criteria"
        value = value._replace(low=None, high=None, missing=("safeguarded",))
    wording = unless_safeguarded(wording, allowance)
    concluded = Conclusion(About.SEN_ALLOWANCE, outcome, Force.MUST, wording)
    rules = (*SEN_RULES, "SEN-31", "SEN-20") if wording.endswith("criteria") else SEN_RULES
    because = with_the_claim(question, allowance, because)
    found = value_finding(question, concluded, because, rules, value)
    found = with_the_notice_to_look_at(found)
    if not wording.endswith("criteria"):
        return found
    return found._replace(next_steps=_STEPS_WHERE_MISSING)


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
        (*SEN_RULES, "SEN-31") if wording.endswith("coordinator") else SEN_RULES,
        details={"not_held": not_held} if not_held is not None else {},
    )
    return with_steps_to_learn(found)
