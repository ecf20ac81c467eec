"""England: one post on one day, from September 2014.

The School Teachers' Pay and Conditions Document, the SEND Regulations 2014 and the SEND Code of
Practice.
"""

from datetime import date
from typing import Final

from payapp.domain.cases import Case
from payapp.domain.days import months_after, years_after
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.posts import (
    LEADERSHIP_ROLES,
    Employer,
    Post,
    Qualification,
    Role,
    SchoolType,
)
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
    missing_facts,
    value_is,
)
from payapp.nations import stpcd, stpcd_scope, stpcd_sen_allowance, stpcd_tlrs
from payapp.nations.base_pay import base_pay
from payapp.nations.paid_allowance import payment_to_check, with_steps_to_learn
from payapp.nations.question import Question, refuse_what_is_not_known
from payapp.nations.safeguarded_sums import safeguarding
from payapp.nations.stated_duties import is_for_housing
from payapp.nations.teacher_salary import on_leadership_range, salary

RANGES: Final = stpcd_scope.RANGES
KINDS: Final = stpcd_scope.KINDS
EMPLOYERS: Final = frozenset(Employer) - {Employer.GRANT_AIDED}
ROLES: Final = frozenset(Role) - {
    Role.ALNCO,
    Role.LSC,
    Role.ASN_COORDINATOR,
    Role.PRINCIPAL_TEACHER,
}
COORDINATED_SCHOOLS: Final = frozenset({SchoolType.MAINSTREAM, SchoolType.NURSERY})
NOT_BOUND: Final = {
    Employer.ACADEMY_OWN_TERMS: "SC-06",
    Employer.INDEPENDENT: "SC-07",
    Employer.COUNCIL: "SC-08",
    Employer.AGENCY: "SC-10",
}


def findings(case: Case, library: Library) -> tuple[Finding, ...]:
    """Return every finding about a post in England on the day of the case.

    Raises CaseRefused for a value that England does not know.
    """
    refuse(case)
    question = Question(case, library, area=case.pay_area or "", edition=stpcd.edition(case.on))
    rule, question.binds = _instrument_test(question)
    if not _rules_are_known(question):
        return _instrument(question, rule), base_pay(question, rule)
    found = [
        _instrument(question, rule),
        salary(question, rule),
        stpcd_sen_allowance.sen_allowance(question),
        *stpcd_tlrs.standing_tlrs(question),
        *stpcd_tlrs.fixed_term_tlrs(question),
        *stpcd.combinations(question),
        *stpcd_tlrs.part_time(question),
        *_leadership(question),
        *stpcd.responsibility_without_payment(question),
        *stpcd.other_allowances(question, _other_allowance),
        *safeguarding(question),
        *_senco_qualification(question),
        *stpcd.paperwork(question),
    ]
    return tuple(found)


def refuse(case: Case) -> None:
    """Refuse a value that England does not know. Raises CaseRefused."""
    refuse_what_is_not_known(case, EMPLOYERS, RANGES, KINDS)


# Which document binds


def _rules_are_known(question: Question) -> bool:
    """Say whether the rules of the day are held, and it is known which document has them.

    One that does not bind tells of no rules, on whatever day.
    """
    bound = question.binds.result is not NOT_MET
    return question.in_force("SC-04") and not (bound and _is_past_every_document(question))


def _is_past_every_document(question: Question) -> bool:
    return question.on >= question.day("document_not_known_from")


def _instrument_test(question: Question) -> tuple[str, Test]:
    """Whether the Document binds this employer, by statute or by contract, and by which rule."""
    employer = question.post.employer
    if not question.in_force("SC-04"):
        return "SC-04", Test("SC-04", NOT_KNOWN, value=question.on)
    by_statute = "SC-03" if question.in_force("SC-03") else "SC-01"
    if employer is None:
        return "SC-04", value_is("SC-04", "employer", None, holds=False)
    if employer in NOT_BOUND:
        rule = NOT_BOUND[employer]
        return rule, leaf(rule, "employer", employer, NOT_MET)
    if employer is Employer.ACADEMY_ON_STPCD:
        return "SC-05", leaf("SC-05", "employer", employer, MET)
    if employer is Employer.CENTRAL_SERVICE and not question.in_force("SC-11"):
        return "SC-12", Test("SC-12", NOT_KNOWN, value=employer)
    if employer is Employer.CENTRAL_SERVICE:
        return "SC-11", leaf("SC-11", "employer", employer, MET)
    return "SC-04", all_of(
        by_statute, leaf("SC-04", "employer", employer, MET), leaf(by_statute, "on", "", MET)
    )


def _instrument(question: Question, rule: str) -> Finding:
    """By which document, and how, this employer is bound."""
    employer = question.post.employer
    wording = f"instrument.england.{employer or 'not-known'}"
    if employer is Employer.CENTRAL_SERVICE and question.binds.result is NOT_KNOWN:
        wording = "instrument.england.central-service-before-2016"
    if not question.in_force(rule):
        wording = "instrument.england.rules-not-held"
    found = stpcd.instrument(question, rule, wording)
    if question.on < question.day("document_not_seen_from"):
        return found
    if found.outcome is Outcome.IN_LINE and _is_past_every_document(question):
        return found._replace(
            outcome=Outcome.CANNOT_TELL, wording="instrument.england.document-not-known"
        )
    first_not_seen = stpcd.edition(question.day("document_not_seen_from"))
    details = {"document_not_seen": True, "document_to_come": question.edition > first_not_seen}
    return found._replace(details={**found.details, **details})


# Leadership


def _appointed(question: Question) -> Test:
    """Paragraph 4: only heads, deputies and assistant heads are paid on the leadership range."""
    post = question.post
    appointed = fact_is_yes(
        "LDR-01", "appointed_head_deputy_or_assistant", post.appointed_head_deputy_or_assistant
    )
    if appointed.result is NOT_KNOWN and post.role in LEADERSHIP_ROLES:
        appointed = leaf("LDR-10", "role", post.role, MET)
    return all_of("LDR-01", question.binds, appointed)


def _leadership(question: Question) -> tuple[Finding, ...]:
    if question.binds.result is NOT_MET:
        return ()
    if on_leadership_range(question):
        return (*_on_the_leadership_range(question), *_shared(question))
    return (*_coordinator_off_the_leadership_range(question), *_shared(question))


_LEADERSHIP_RULES = ("LDR-01", "DF-02", "LDR-03", "LDR-07", "LDR-10", "LDR-04")


def _on_the_leadership_range(question: Question) -> tuple[Finding, ...]:
    tests = _appointed(question)
    bound = question.binds.result is MET
    outcome = {
        MET: Outcome.IN_LINE,
        NOT_MET: Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL,
        NOT_KNOWN: Outcome.CANNOT_TELL,
    }[tests.result]
    wording = f"leadership.{outcome if bound else 'if-bound'}"
    post = question.post
    part = _major_part(post)
    # Without the part the range is open to nobody but a head, appointed as a leader or not.
    without_it = bound and tests.result is NOT_KNOWN and part.result is NOT_MET
    if outcome is Outcome.IN_LINE or without_it:
        outcome, wording = _BY_THE_PART.get(part.result, (outcome, wording))
        tests = all_of("LDR-03", tests, part)
    return (
        question.finding(
            About.LEADERSHIP,
            outcome,
            Force.MUST,
            tests,
            wording,
            (*_LEADERSHIP_RULES, "HT-01") if post.role is Role.HEADTEACHER else _LEADERSHIP_RULES,
            details=stpcd.working_time_limits(question),
            missing=missing_facts(question.binds if tests.result is NOT_MET else tests),
            next_steps=() if outcome is Outcome.IN_LINE else ("check-letter", "ask-union"),
        ),
    )


_BY_THE_PART: Final = {
    NOT_MET: (Outcome.NOT_PERMITTED, "leadership.no-major-part"),
    NOT_KNOWN: (Outcome.CANNOT_TELL, "leadership.part-not-known"),
}


def _major_part(post: Post) -> Test:
    """A head, or a deputy or assistant who plays a major part under the head."""
    fact = "major_part_in_running_the_school"
    part = fact_is_yes("LDR-03", fact, post.major_part_in_running_the_school)
    is_head = value_is("LDR-03", "role", post.role, holds=post.role is Role.HEADTEACHER)
    return any_of("LDR-03", part, is_head)


def _coordinator_off_the_leadership_range(question: Question) -> tuple[Finding, ...]:
    """The Code's advice, and the union's position, on how a SENCO is placed and paid."""
    coordinator = stpcd.coordinates(question)
    if coordinator is Fact.NO or _is_surely_a_leader(question):
        return ()
    designated = fact_is_yes("SNC-01", "designated_coordinator", coordinator)
    team = fact_is_yes("LDR-09", "on_leadership_team", question.post.on_leadership_team)
    if stpcd.coordination_may_be_unpaid(question):
        return (_coordinator_not_paid(question, designated, team),)
    return (_coordinator_on_the_team(question, designated, team),)


def _is_surely_a_leader(question: Question) -> bool:
    """Say whether the leadership range is the one of the post, so that it pays for all its duties.

    That another range is entered is told as what is not allowed (LDR-01).
    """
    appointed = question.post.appointed_head_deputy_or_assistant is Fact.YES
    return appointed and question.in_force("LDR-01") and question.pay.range is not None


def _coordinator_not_paid(question: Question, designated: Test, team: Test) -> Finding:
    paid = stpcd.coordination_paid("POS-01", question)
    off_the_team = team.result is NOT_MET
    return stpcd.coordinator_not_paid(
        question,
        all_of("POS-01", designated, any_of("POS-03", team, paid)),
        (*(("LDR-09",) if off_the_team else ()), "POS-01", "POS-03", "LDR-11", "SNC-12"),
        off_the_team=off_the_team,
    )


def _coordinator_on_the_team(question: Question, designated: Test, team: Test) -> Finding:
    outcome = {
        MET: Outcome.IN_LINE,
        NOT_MET: Outcome.SHORT_OF_GUIDANCE,
        NOT_KNOWN: Outcome.CANNOT_TELL,
    }[team.result]
    found = question.finding(
        About.LEADERSHIP,
        outcome,
        Force.SHOULD,
        all_of("LDR-09", designated, team),
        f"leadership.team-{outcome}",
        ("LDR-09", "LDR-10", "LDR-07", "POS-02"),
        details=stpcd.working_time_limits(question),
        missing=("on_leadership_team",) if outcome is Outcome.CANNOT_TELL else (),
    )
    return with_steps_to_learn(found)


def _shared(question: Question) -> tuple[Finding, ...]:
    """The Code on a SENCO shared across schools, who should not be a headteacher (6.92)."""
    post = question.post
    if post.shared_across_schools is not Fact.YES or post.role is not Role.HEADTEACHER:
        return ()
    if post.designated_coordinator is not Fact.YES:
        return ()
    tests = all_of(
        "SNC-16",
        fact_is_yes("SNC-16", "shared_across_schools", Fact.YES),
        leaf("SNC-16", "role", post.role, NOT_MET),
    )
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.SHORT_OF_GUIDANCE,
            Force.SHOULD,
            tests,
            "leadership.shared-headteacher",
            ("SNC-16",),
        ),
    )


# Other payments


_WITHOUT_A_NATIONAL_AMOUNT: Final = {
    AllowanceKind.RECRUITMENT_RETENTION: (("OTH-01", "OTH-02"), "other-allowance.incentive"),
    AllowanceKind.ACTING: (("OTH-04",), "other-allowance.acting"),
    AllowanceKind.UNQUALIFIED_ALLOWANCE: (("UQT-02",), "other-allowance.unqualified"),
    AllowanceKind.RESIDENTIAL: (("OTH-06",), "other-allowance.residential"),
    AllowanceKind.OTHER: (("OTH-05",), "other-allowance.other"),
}


def _other_allowance(question: Question, allowance: Allowance) -> Finding | None:
    kind = allowance.kind
    match kind:
        case AllowanceKind.HONORARIUM:
            return _not_permitted(question, "OTH-07", "other-allowance.honorarium", kind)
        case AllowanceKind.RECRUITMENT_RETENTION if on_leadership_range(question):
            if is_for_housing(allowance):
                wording = "other-allowance.leadership-housing"
                return payment_to_check(question, ("OTH-03",), wording, kind)
            return _not_permitted(question, "OTH-03", "other-allowance.leadership-incentive", kind)
        case AllowanceKind.UNQUALIFIED_ALLOWANCE if question.post.qualified_teacher is Fact.YES:
            return _not_permitted(question, "UQT-02", "other-allowance.qualified", kind)
        case _ if kind in _WITHOUT_A_NATIONAL_AMOUNT:
            rules, wording = _WITHOUT_A_NATIONAL_AMOUNT[kind]
            return payment_to_check(question, rules, wording, kind)
        case _:
            return None


def _not_permitted(question: Question, rule: str, wording: str, kind: AllowanceKind) -> Finding:
    bound = question.binds.result is MET
    return question.finding(
        About.OTHER_ALLOWANCE,
        Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL,
        Force.MUST,
        all_of(rule, question.binds, leaf(rule, "allowances", kind, MET)),
        wording,
        (rule,),
        next_steps=("check-letter", "ask-payroll", "ask-union"),
    )


# Regulation 49: who may be SENCO


def _senco_qualification(question: Question) -> tuple[Finding, ...]:
    """Regulation 49: who may be the SENCO, and by when the qualification must be held."""
    post = question.post
    if post.designated_coordinator is not Fact.YES:
        return ()
    reached = _relevant_school(question)
    if reached.result is NOT_MET:
        return (
            _qualification(
                question, Outcome.DOES_NOT_APPLY, reached, "senco-qualification.no-duty"
            ),
        )
    since = post.coordinator_since
    if since is not None and since > question.on:
        later = all_of("SNC-04", reached, leaf("SNC-04", "coordinator_since", since, NOT_KNOWN))
        wording = "senco-qualification.since-later"
        return (_qualification(question, Outcome.CANNOT_TELL, later, wording),)
    status, held, exempt = _status(question), _held(question), _exempt(question)
    award = any_of("SNC-04", held, exempt, _within_three_years(question))
    tests = all_of("SNC-01", reached, status, award)
    if tests.result is NOT_KNOWN:
        return (
            _qualification(question, Outcome.CANNOT_TELL, tests, "senco-qualification.cannot-tell"),
        )
    if tests.result is MET:
        why = "exempt" if exempt.result is MET else "not-yet"
        wording = f"senco-qualification.{'held' if held.result is MET else why}"
        return (_qualification(question, Outcome.IN_LINE, tests, wording),)
    not_open = status.result is NOT_MET
    wording = _NOT_OPEN_TO_THE_TEACHER if not_open else "senco-qualification.overdue"
    return (_qualification(question, Outcome.NOT_PERMITTED, tests, wording),)


_NOT_OPEN_TO_THE_TEACHER: Final = "senco-qualification.status"


def _relevant_school(question: Question) -> Test:
    post = question.post
    if post.employer in (Employer.INDEPENDENT, Employer.COUNCIL):
        return leaf("SNC-09", "employer", post.employer, NOT_MET)
    return value_is(
        "SNC-09", "school_type", post.school_type, holds=post.school_type in COORDINATED_SCHOOLS
    )


def _status(question: Question) -> Test:
    """A qualified teacher working as one, or the head (regulation 49(2) and (3))."""
    post = question.post
    qualified = fact_is_yes("SNC-01", "qualified_teacher", post.qualified_teacher)
    if post.induction_completed is Fact.NO:
        inducted = fact_is_yes("SNC-01", "induction_completed", Fact.NO)
        qualified = all_of("SNC-01", qualified, inducted)
    if post.role is Role.SUPPORT_STAFF:
        qualified = all_of("SNC-01", qualified, leaf("SNC-01", "role", post.role, NOT_MET))
    if post.role is Role.HEADTEACHER:
        return any_of("SNC-02", leaf("SNC-02", "role", post.role, MET), qualified)
    return qualified


def _held(question: Question) -> Test:
    post = question.post
    held = post.qualification_held
    if held is None:
        return leaf("SNC-04", "qualification_held", None, NOT_KNOWN)
    if held is Qualification.NASENCO:
        return all_of(
            "SNC-05", leaf("SNC-05", "qualification_held", held, MET), *_in_time(question)
        )
    if held is Qualification.NPQ_SENCO:
        rule = "SNC-06" if question.in_force("SNC-06") else "SNC-04"
        return all_of(rule, leaf(rule, "qualification_held", held, MET), *_not_completed(question))
    return leaf("SNC-04", "qualification_held", held, NOT_MET)


def _in_time(question: Question) -> tuple[Test, ...]:
    """Whether a NASENCO course was begun and completed in time, as far as its dates are given."""
    post = question.post
    tests = []
    if post.course_started is not None:
        begun = post.course_started < question.day("nasenco_course_begun_before")
        tests.append(value_is("SNC-05", "course_started", post.course_started, holds=begun))
    if post.course_completed is not None:
        done = post.course_completed < question.day("nasenco_course_completed_before")
        tests.append(value_is("SNC-05", "course_completed", post.course_completed, holds=done))
    return (*tests, *_not_completed(question))


def _not_completed(question: Question) -> tuple[Test, ...]:
    """What speaks against holding it on the day: a course that is completed only later."""
    completed = question.post.course_completed
    if completed is None or completed <= question.on:
        return ()
    rule = question.rule("SNC-08", "SNC-04")
    return (leaf(rule, "course_completed", completed, NOT_KNOWN),)


def _exempt(question: Question) -> Test:
    """In the post by 1 September 2009, or a SENCO for more than twelve months before."""
    post = question.post
    after = question.day("coordinator_qualifies_if_after")
    since, months = post.coordinator_since, post.earlier_coordinator_months
    most = question.number("coordinator_earlier_months")
    return any_of(
        "SNC-04",
        value_is("SNC-04", "coordinator_since", since, holds=since is not None and since <= after),
        value_is(
            "SNC-04",
            "earlier_coordinator_months",
            months,
            holds=months is not None and months > most,
        ),
    )


def _third_anniversary(question: Question, since: date) -> date:
    return years_after(since, int(question.number("coordinator_years_to_qualify")))


def _began_before(question: Question) -> date | None:
    """The last day on which somebody with earlier service may first have become a SENCO."""
    since, months = question.post.coordinator_since, question.post.earlier_coordinator_months
    return None if since is None or not months else months_after(since, -months)


def _within_three_years(question: Question) -> Test:
    """The time runs from first becoming a SENCO: of earlier service only its length is known."""
    since, began_before = question.post.coordinator_since, _began_before(question)
    if began_before is not None and question.on <= _third_anniversary(question, began_before):
        return Test("SNC-04", NOT_KNOWN, value=began_before)
    since = began_before or since
    within = since is not None and question.on <= _third_anniversary(question, since)
    return value_is("SNC-04", "coordinator_since", since, holds=within)


_QUALIFICATION_RULES = (
    "SNC-01",
    "SNC-02",
    "SNC-03",
    "SNC-04",
    "SNC-05",
    "SNC-06",
    "SNC-07",
    "SNC-08",
    "SNC-09",
    "SNC-12",
)


def _qualification(question: Question, outcome: Outcome, tests: Test, wording: str) -> Finding:
    since = question.post.coordinator_since
    started = question.post.course_started
    began_before = _began_before(question)
    first = None if began_before is not None else since
    details: dict[str, object] = {
        "since": since,
        "by": None if first is None else _third_anniversary(question, first),
        "served_before": began_before is not None,
        "service_not_asked": question.post.earlier_coordinator_months is None,
        "completed_before": question.day("nasenco_course_completed_before"),
        "on_nasenco_course": started is not None
        and started < question.day("nasenco_course_begun_before"),
    }
    return question.finding(
        About.SENCO_QUALIFICATION,
        outcome,
        Force.MUST,
        tests,
        wording,
        _QUALIFICATION_RULES,
        details=details,
        next_steps=("ask-union",)
        if wording == _NOT_OPEN_TO_THE_TEACHER
        else _STEPS_TO_A_QUALIFICATION.get(outcome, ()),
    )


_STEPS_TO_A_QUALIFICATION: Final = {
    Outcome.NOT_PERMITTED: ("ask-qualification-time", "ask-union"),
    Outcome.CANNOT_TELL: ("check-qualification",),
}
