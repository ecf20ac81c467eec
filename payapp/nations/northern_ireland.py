"""Northern Ireland: one post on one day, on the scales that are held from September 2010.

Pay is set by circulars of the Department of Education after the Teachers' Negotiating Committee,
never by the School Teachers' Pay and Conditions Document. No circular was read: an amount is an
agreed rate as others print it, or is computed from one.
"""

from decimal import Decimal
from typing import Final

from payapp.domain.cases import Case
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import to_the_penny
from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import (
    COORDINATING_ROLES,
    Employer,
    Phase,
    Role,
)
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Result,
    Test,
    all_of,
    fact_is_no,
    leaf,
    missing_facts,
    value_is,
)
from payapp.nations.base_pay import base_pay
from payapp.nations.later_award import no_later_award
from payapp.nations.northern_ireland_allowances import (
    combinations,
    other_allowances,
    part_time,
    reorganisation,
    sen_allowance,
    sum_during_the_freeze,
    teaching_allowance,
)
from payapp.nations.northern_ireland_leadership import (
    leadership,
    number_of,
    responsibility_without_payment,
)
from payapp.nations.northern_ireland_scope import (
    LEADERSHIP,
    MAIN_SCALE,
    SEN_ALLOWANCES,
    SPECIAL_SCHOOLS,
    TEACHING_ALLOWANCES,
    UNQUALIFIED,
    UPPER_SCALE,
)
from payapp.nations.question import (
    WHOLE,
    Question,
    pay_year,
    refuse_what_is_not_known,
)

EVERYWHERE: Final = "all"
RANGES: Final = frozenset({MAIN_SCALE, UPPER_SCALE, LEADERSHIP, UNQUALIFIED})

KINDS: Final = frozenset(
    {
        *TEACHING_ALLOWANCES,
        *SEN_ALLOWANCES,
        AllowanceKind.ACTING,
        AllowanceKind.HONORARIUM,
        AllowanceKind.OTHER,
    }
)
EMPLOYERS: Final = frozenset(
    {
        Employer.MAINTAINED,
        Employer.GRANT_AIDED,
        Employer.CENTRAL_SERVICE,
        Employer.INDEPENDENT,
        Employer.AGENCY,
    }
)
ROLES: Final = frozenset(
    {
        Role.SENCO,
        Role.LSC,
        Role.SEN_TEACHER,
        Role.SPECIALIST_SENSORY_TEACHER,
        Role.CLASS_TEACHER,
        Role.SUBJECT_LEADER,
        Role.DEPUTY_HEAD,
        Role.HEADTEACHER,
        Role.SUPPLY,
        Role.SUPPORT_STAFF,
    }
)
GRANT_AIDED: Final = frozenset({Employer.MAINTAINED, Employer.GRANT_AIDED})

POINT_THAT_CEASED: Final = "M1"


def findings(case: Case, library: Library) -> tuple[Finding, ...]:
    """Return every finding about a post in Northern Ireland on the day of the case.

    Raises CaseRefused for a value that Northern Ireland does not know.
    """
    refuse(case)
    month = library.limit(case.nation, "pay_year_month").number or WHOLE
    question = Question(case, library, area=EVERYWHERE, edition=pay_year(case.on, int(month)))
    question.binds = _instrument_test(question)
    question.pay_rules = (*_PAY_RULES, *_SCALE_RULES.get(case.pay.range or "", ()))
    found = (
        _instrument(question),
        _base_pay(question),
        *_off_the_scale(question),
        *teaching_allowance(question),
        *sen_allowance(question),
        *combinations(question),
        *part_time(question),
        *leadership(question),
        *responsibility_without_payment(question),
        *other_allowances(question),
        *reorganisation(question),
        *_coordinator_in_law(question),
        *_working_time(question),
        *sum_during_the_freeze(question),
        *no_later_award(question, "NI-PAY-01"),
    )
    return tuple(_with_the_routes(question, finding) for finding in found)


def refuse(case: Case) -> None:
    """Refuse a value that Northern Ireland does not know. Raises CaseRefused."""
    refuse_what_is_not_known(case, EMPLOYERS, RANGES, KINDS)


# Which circulars bind


def _instrument_test(question: Question) -> Test:
    """Whether the scales reach this employer: grant-aided schools only.

    Maintained schools are a kind of grant-aided school. The rule names schools, so that whether
    it reaches a teacher of the Education Authority's own services is not known.
    """
    employer = question.post.employer
    if employer is Employer.CENTRAL_SERVICE:
        return Test("NI-PAY-02", NOT_KNOWN, value=employer)
    return value_is("NI-PAY-02", "employer", employer, holds=employer in GRANT_AIDED)


_INSTRUMENT_OUTCOMES: Final = {
    MET: Outcome.IN_LINE,
    NOT_MET: Outcome.DOES_NOT_APPLY,
    NOT_KNOWN: Outcome.CANNOT_TELL,
}


def _instrument(question: Question) -> Finding:
    employer, binds = question.post.employer, question.binds
    return question.finding(
        About.INSTRUMENT,
        _INSTRUMENT_OUTCOMES[binds.result],
        Force.MUST,
        binds,
        f"instrument.northern-ireland.{employer or 'not-known'}",
        ("NI-PAY-01", "NI-PAY-02"),
        details={"qualification_read": _is_read_as_qualified(question)},
        next_steps=() if binds.result is MET else ("ask-contract", "ask-pay-policy"),
    )


def _is_read_as_qualified(question: Question) -> bool:
    """Say whether somebody on a scale of qualified teachers is read as one, as nobody said so."""
    unsaid = question.post.qualified_teacher is Fact.NOT_KNOWN
    on_their_scale = question.pay.range not in {None, UNQUALIFIED}
    return unsaid and on_their_scale and question.binds.result is MET


# Scale and point

_PAY_RULES: Final = (
    "NI-PT-01",
    "NI-PAY-03",
    "NI-PAY-04",
    "NI-PAY-05",
    "NI-PAY-06",
    "NI-PAY-07",
    "NI-PAY-08",
)
_SCALE_RULES: Final = {
    MAIN_SCALE: ("NI-PAY-10", "NI-UPS-01"),
    UPPER_SCALE: ("NI-UPS-01", "NI-UPS-04", "NI-UPS-05"),
    LEADERSHIP: ("NI-LEAD-01",),
}


def _base_pay(question: Question) -> Finding:
    """Salary and point; the scales are those of teachers, so that support staff are on none."""
    pay, role = question.pay, question.post.role
    if role is Role.SUPPORT_STAFF and question.binds.result is not NOT_MET:
        return question.finding(
            About.BASE_PAY,
            Outcome.DOES_NOT_APPLY,
            Force.MUST,
            all_of("NI-PAY-02", question.binds, leaf("", "role", role, NOT_MET)),
            "base-pay.support-staff",
            ("NI-PAY-02",),
            next_steps=("ask-contract", "ask-pay-policy"),
        )
    ceased = question.in_force("NI-PAY-03") and pay.point == POINT_THAT_CEASED
    if not ceased or pay.range != MAIN_SCALE or question.binds.result is NOT_MET:
        found = _beside_the_points_held(question, base_pay(question, "NI-PAY-02"))
        return _with_the_day_rate(question, found)
    lowest = _lowest_point(question)
    if pay.salary is not None:
        return base_pay(question, "NI-PAY-02", point=lowest.point, moved_by="NI-PAY-03")
    wanting = leaf("NI-PAY-03", "salary", None, NOT_KNOWN)
    return question.finding(
        About.BASE_PAY,
        Outcome.CANNOT_TELL,
        Force.MUST,
        all_of("NI-PAY-03", question.binds, wanting),
        "base-pay.point-ceased",
        ("NI-PAY-02", *question.pay_rules),
        details={"point": lowest},
        figures=(lowest,),
    )


def _beside_the_points_held(question: Question, found: Finding) -> Finding:
    """A leadership point without a figure: not less than the one before, nor more than the next.

    Pay that is less than the one or more than the other is so for certain, and by that at the
    least.
    """
    number, pay_range = number_of(question.pay.point), question.pay.range
    if number is None or pay_range != LEADERSHIP:
        return found
    held = question.book.points(question.on, question.area, LEADERSHIP)
    numbers = {number_of(figure.point) or 0: figure for figure in held}
    before = max((each for each in numbers if each < number), default=None)
    after = min((each for each in numbers if each > number), default=None)
    if number in numbers or before is None or after is None:
        return found
    lower, upper = numbers[before], numbers[after]
    short = base_pay(question, "NI-PAY-02", point=lower.point)
    if short.outcome is Outcome.BELOW:
        most = question.received(upper.amount)
        return short._replace(wording="base-pay.below-a-lower-point", amount_high=most)
    over = base_pay(question, "NI-PAY-02", point=upper.point)
    if over.outcome is Outcome.ABOVE:
        least = question.received(lower.amount)
        return over._replace(wording="base-pay.above-a-higher-point", amount_low=least)
    return found


def _lowest_point(question: Question) -> Figure:
    """Return the point that a teacher on the point that ceased was moved to."""
    points = question.book.points(question.on, question.area, MAIN_SCALE)
    return min(points, key=lambda figure: figure.amount)


def _with_the_day_rate(question: Question, finding: Finding) -> Finding:
    """A substitute is paid a 195th of the salary of the own point for each day."""
    pay = question.pay
    if question.post.role is not Role.SUPPLY or not pay.range or not pay.point:
        return finding
    point = question.figure(pay.range, pay.point)
    if not isinstance(point, Figure):
        return finding
    rate = to_the_penny(point.amount / question.number("day_rate_days"))
    return finding._replace(
        details={**finding.details, "day_rate": rate, "point_of_the_day_rate": point},
        citations=(*finding.citations, *question.cite("NI-SUB-01")),
    )


_STATUS_AND_SCALE: Final = {
    Fact.YES: "combination.qualified-range",
    Fact.NO: "combination.unqualified-range",
    Fact.NOT_KNOWN: "combination.status-not-known",
}


def _off_the_scale(question: Question) -> tuple[Finding, ...]:
    """A status that does not go with the scale: no text that was read says who is paid on which."""
    status, pay_range = question.post.qualified_teacher, question.pay.range
    unqualified, staff = pay_range == UNQUALIFIED, question.post.role is Role.SUPPORT_STAFF
    if question.binds.result is NOT_MET or pay_range is None or staff:
        return ()
    asked = fact_is_no("NI-PAY-11", "qualified_teacher", status)
    if asked.result is MET if unqualified else status is not Fact.NO:
        return ()
    if asked.result is not NOT_KNOWN:
        asked = Test("NI-PAY-11", NOT_KNOWN, value=pay_range)
    return (
        question.finding(
            About.COMBINATION,
            Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("NI-PAY-11", question.binds, asked),
            _STATUS_AND_SCALE[status],
            ("NI-PAY-11",),
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


# The co-ordinator in law, and working time


def _coordinator_in_law(question: Question) -> tuple[Finding, ...]:
    """What the law in force says of the role: a lead under the Code, and no qualification."""
    post = question.post
    coordinates = post.designated_coordinator is Fact.YES
    if not coordinates and post.role not in COORDINATING_ROLES:
        return ()
    return (
        question.finding(
            About.SENCO_QUALIFICATION,
            Outcome.DOES_NOT_APPLY,
            Force.INFORMATION,
            Test("NI-CO-04", MET),
            "senco-qualification.no-rule",
            (
                "NI-CO-01",
                "NI-CO-02",
                "NI-CO-03",
                "NI-CO-04",
                "NI-CO-05",
                "NI-CO-06",
                "NI-CO-08",
                "NI-CO-10",
            ),
        ),
    )


def _working_time(question: Question) -> tuple[Finding, ...]:
    """Directed hours a year and teaching hours a week; principals are outside what was read."""
    if question.binds.result is NOT_MET or question.pay.range == LEADERSHIP:
        return ()
    post = question.post
    directed = question.number("directed_hours")
    tests = [
        _within(question, fact, hours, *most)
        for fact, hours, most in (
            ("directed_hours", post.directed_hours, (directed, directed)),
            ("teaching_hours", post.teaching_hours, _teaching_hours(question)),
        )
        if hours is not None
    ]
    if not tests:
        return ()
    because = all_of("NI-TIME-01", question.binds, *tests)
    broken = tuple(test for test in tests if test.result is NOT_MET)
    outcome = Outcome.NOT_PERMITTED if broken else Outcome.CANNOT_TELL
    if because.result is MET:
        outcome = Outcome.IN_LINE
    return (_hours(question, outcome, because, broken),)


def _teaching_hours(question: Question) -> tuple[Decimal, Decimal]:
    """The least and the greatest weekly limit that may apply: one, where the school is known."""
    primary = question.number("teaching_hours_primary_and_special")
    post_primary = question.number("teaching_hours_post_primary")
    if question.post.school_type in SPECIAL_SCHOOLS or question.post.phase is Phase.PRIMARY:
        return primary, primary
    if question.post.phase is Phase.SECONDARY:
        return post_primary, post_primary
    return post_primary, primary


def _within(
    question: Question, fact: str, hours: Decimal, least: Decimal, greatest: Decimal
) -> Test:
    """Whether hours keep to a limit that is given for full-time work."""
    fte = question.post.fte
    result: Result = NOT_KNOWN
    if hours > greatest:
        result = NOT_MET
    elif fte is not None and hours <= least * fte:
        result = MET
    return leaf("NI-TIME-01", fact, hours, result)


def _hours(
    question: Question, outcome: Outcome, because: Test, broken: tuple[Test, ...]
) -> Finding:
    holds_one = bool(question.paid(*TEACHING_ALLOWANCES))
    steps = ("ask-time-budget", "raise-grievance", "ask-union") if broken else ("ask-time-budget",)
    found = question.finding(
        About.PAPERWORK,
        outcome,
        Force.MUST,
        because,
        f"paperwork.{outcome}",
        (
            "NI-TIME-01",
            "NI-TIME-02",
            "NI-TIME-03",
            "NI-TIME-04",
            "NI-CO-08",
            *(("NI-CO-09",) if holds_one else ()),
        ),
        details={
            "broken": broken,
            "hours": question.number("directed_hours"),
            "days": question.number("directed_days"),
            "ppa_hours": question.number("ppa_hours"),
        },
        next_steps=() if outcome is Outcome.IN_LINE else steps,
    )
    # The hours themselves are known, so that they are never what is wanting.
    missing = _missing_of_hours(question) if outcome is Outcome.CANNOT_TELL else ()
    return found._replace(missing=missing)


def _missing_of_hours(question: Question) -> tuple[str, ...]:
    known = {"fte": question.post.fte, "phase": question.post.phase}
    wanting = (fact for fact, value in known.items() if value is None)
    return (*missing_facts(question.binds), *wanting)


# The routes

_WRONG: Final = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING})


def _with_the_routes(question: Question, finding: Finding) -> Finding:
    """Add to a shortfall where to take it, and how little time a wages claim leaves."""
    if finding.outcome not in _WRONG:
        return finding
    return finding._replace(
        details={**finding.details, "tribunal_months": question.number("tribunal_months")},
        citations=(
            *finding.citations,
            *question.cite("NI-ROUTE-01", "NI-ROUTE-02", "NI-ROUTE-03", "NI-ROUTE-04"),
        ),
        next_steps=(*finding.next_steps, "raise-grievance", "notify-labour-relations-agency"),
    )
