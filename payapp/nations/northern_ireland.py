"""Northern Ireland: one post on one day, on the scales that are held from September 2010.

Pay is set by circulars of the Department of Education after the Teachers' Negotiating Committee,
never by the School Teachers' Pay and Conditions Document. No circular was read: an amount is an
agreed rate as others print it, or is computed from one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from payapp.domain.cases import Case
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money, pro_rata, to_the_penny
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.posts import (
    COORDINATING_ROLES,
    DesignatedUnit,
    Employer,
    Phase,
    Role,
    SchoolType,
)
from payapp.domain.rules import AllowanceTerms, Force, Proportion
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Result,
    Test,
    all_of,
    any_of,
    fact_is_no,
    fact_is_yes,
    leaf,
    missing_facts,
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
from payapp.nations.base_pay import base_pay, salary_entered
from payapp.nations.later_award import no_later_award
from payapp.nations.paid_allowance import (
    Conclusion,
    counted_as_one,
    each_once,
    force_of_paid,
    paid_outcome,
    payment_to_check,
    proportion_finding,
    short_of_nothing,
    value_finding,
)
from payapp.nations.question import (
    WHOLE,
    Question,
    pay_year,
    refuse_what_is_not_known,
    share_held,
)
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
from payapp.nations.stated_duties import paid_for_coordination

EVERYWHERE: Final = "all"
MAIN_SCALE, UPPER_SCALE, LEADERSHIP, UNQUALIFIED = (
    "main-pay-scale",
    "upper-pay-scale",
    "leadership",
    "unqualified",
)
RANGES: Final = frozenset({MAIN_SCALE, UPPER_SCALE, LEADERSHIP, UNQUALIFIED})
TEACHING_ALLOWANCES: Final = (
    AllowanceKind.TEACHING_ALLOWANCE_1,
    AllowanceKind.TEACHING_ALLOWANCE_2,
    AllowanceKind.TEACHING_ALLOWANCE_3,
    AllowanceKind.TEACHING_ALLOWANCE_4,
    AllowanceKind.TEACHING_ALLOWANCE_5,
)
SEN_ALLOWANCES: Final = (AllowanceKind.SEN1, AllowanceKind.SEN2)
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
PRINCIPALS: Final = frozenset({Role.HEADTEACHER, Role.DEPUTY_HEAD})
SPECIAL_SCHOOLS: Final = frozenset({SchoolType.SPECIAL, SchoolType.HOSPITAL_SCHOOL})
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
        *_teaching_allowance(question),
        *_sen_allowance(question),
        *_combinations(question),
        *_part_time(question),
        *_leadership(question),
        *_responsibility_without_payment(question),
        *_other_allowances(question),
        *_reorganisation(question),
        *_coordinator_in_law(question),
        *_working_time(question),
        *_sum_during_the_freeze(question),
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
    number, pay_range = _number_of(question.pay.point), question.pay.range
    if number is None or pay_range != LEADERSHIP:
        return found
    held = question.book.points(question.on, question.area, LEADERSHIP)
    numbers = {_number_of(figure.point) or 0: figure for figure in held}
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


# Teaching allowances


def _classroom_teacher(question: Question) -> Test:
    """Teaching allowances are for classroom teachers; principals are on the leadership scale."""
    role, pay_range = question.post.role, question.pay.range
    on_another_scale = value_is("NI-TA-13", "range", pay_range, holds=pay_range != LEADERSHIP)
    if role in PRINCIPALS or role is Role.SUPPORT_STAFF:
        return all_of("NI-TA-13", on_another_scale, leaf("NI-TA-13", "role", role, NOT_MET))
    return on_another_scale


def _teaching_allowance_tests(question: Question) -> Test:
    """All three conditions (a) to (c), and one of the descriptions of the second limb.

    The list of descriptions was read only in part: where the two that were read are not met,
    another may be, so that the limb is then not known.
    """
    post = question.post
    described = any_of(
        "NI-TA-07",
        fact_is_yes(
            "NI-TA-07", "leads_area_or_pupil_development", post.leads_area_or_pupil_development
        ),
        fact_is_yes("NI-TA-07", "impact_beyond_own_classes", post.impact_beyond_own_classes),
        Test("NI-TA-07", NOT_KNOWN),
    )
    return all_of(
        "NI-TA-04",
        question.binds,
        _classroom_teacher(question),
        fact_is_yes("NI-TA-04", "significant_responsibility", post.significant_responsibility),
        fact_is_yes("NI-TA-05", "teaching_and_learning_focus", post.teaching_and_learning_focus),
        fact_is_yes("NI-TA-06", "professional_judgement", post.professional_judgement),
        described,
    )


_TEACHING_ALLOWANCE_RULES: Final = (
    "NI-TA-01",
    "NI-TA-04",
    "NI-TA-05",
    "NI-TA-06",
    "NI-TA-07",
    "NI-TA-08",
    "NI-TA-12",
    "NI-TA-13",
    "NI-TA-14",
)
_PART_TIME_RULES: Final = ("NI-TA-09", "NI-TA-10", "NI-TA-11", "NI-PT-01")


def _teaching_allowance(question: Question) -> tuple[Finding, ...]:
    """What each teaching allowance that is paid comes to, or whether one may be considered."""
    tests = _teaching_allowance_tests(question)
    if question.binds.result is NOT_MET:
        return (_allowance(question, Outcome.DOES_NOT_APPLY, tests, "not-bound"),)
    barred = _classroom_teacher(question).result is NOT_MET
    paid = question.paid(*TEACHING_ALLOWANCES)
    if paid and not barred:
        found = tuple(_teaching_allowance_paid(question, tests, each) for each in paid)
        return _as_one_award(question, found, paid, _PAID_RULES)
    if tests.result is MET:
        return (_teaching_allowance_possible(question, tests),)
    if tests.result is NOT_MET:
        wording = "barred" if barred else "not-due"
        return (_allowance(question, Outcome.NOT_DUE, tests, wording),)
    turns_on_binding = question.binds.result is NOT_KNOWN and not missing_facts(tests)
    wording = "cannot-tell-if-bound" if turns_on_binding else "cannot-tell"
    return (_allowance(question, Outcome.CANNOT_TELL, tests, wording),)


def _allowance(question: Question, outcome: Outcome, tests: Test, wording: str) -> Finding:
    return question.finding(
        About.TEACHING_ALLOWANCE,
        outcome,
        Force.MAY,
        tests,
        f"teaching-allowance.{wording}",
        _TEACHING_ALLOWANCE_RULES,
        next_steps=("ask-duties-described",) if outcome is Outcome.CANNOT_TELL else (),
    )


def _terms(question: Question, allowance: Allowance) -> AllowanceTerms | None:
    """How a teaching allowance is paid: by its share where it is split between teachers."""
    terms = question.terms(allowance.kind)
    share = share_held(question, allowance)
    if terms is None or share is None or share == WHOLE:
        return terms
    return terms._replace(proportion=Proportion.SHARE, rules=("NI-TA-11",))


def _compared(
    question: Question,
    allowance: Allowance,
    tests: Test,
    about: str,
    terms: AllowanceTerms | None = None,
) -> tuple[Value, Outcome, str]:
    """Compare an allowance that is paid with its value, and name what that comes to.

    What a protected one rises by, if by anything, was not read: it is in order as it is paid, and
    one that is less than the value of the day is not short for certain.
    """
    value = compare(question, allowance, terms)
    outcome, wording = paid_outcome(question, allowance, value, tests, about)
    if wording == f"{about}.safeguarded":
        return value._replace(low=value.paid, high=value.paid), outcome, wording
    if allowance.safeguarded is Fact.NO or outcome not in _LESS:
        return value, outcome, wording
    asked = ("safeguarded",) if allowance.safeguarded is Fact.NOT_KNOWN else ()
    value = value._replace(low=None, high=None, missing=asked)
    return value, Outcome.CANNOT_TELL, f"{about}.below-unless-safeguarded"


_LESS: Final = frozenset({Outcome.BELOW, Outcome.AWARD_PENDING})


def _teaching_allowance_paid(question: Question, tests: Test, allowance: Allowance) -> Finding:
    terms = _terms(question, allowance)
    value, outcome, wording = _compared(question, allowance, tests, "teaching-allowance", terms)
    failed = tests.result is NOT_MET and question.binds.result is MET
    if failed and allowance.safeguarded is Fact.NO:
        outcome, wording = Outcome.NOT_PERMITTED, "teaching-allowance.paid-without-criteria"
        value = value._replace(low=ZERO, high=ZERO, missing=())
    elif failed and wording == "teaching-allowance.in-line":
        outcome, wording = Outcome.CANNOT_TELL, "teaching-allowance.safeguarding-not-known"
        value = value._replace(low=None, high=None, missing=("safeguarded",))
    concluded = Conclusion(About.TEACHING_ALLOWANCE, outcome, force_of_paid(wording), wording)
    return value_finding(question, concluded, tests, _PAID_RULES, value)


_PAID_RULES: Final = (*_TEACHING_ALLOWANCE_RULES, *_PART_TIME_RULES)


def _as_one_award(
    question: Question,
    found: tuple[Finding, ...],
    paid: tuple[Allowance, ...],
    rules: tuple[str, ...],
) -> tuple[Finding, ...]:
    """Count several current awards of a kind as one: which of them is due was read nowhere.

    A teacher holds one teaching allowance; whether SEN2 comes on top of SEN1 or in its place is not
    settled, and one of them may be entered in parts.
    """
    current = tuple(each for each in paid if each.safeguarded is not Fact.YES)
    if not current[1:]:
        return found
    shares = [share for each in current if (share := each.share) is not None]
    together = replace(
        taken_together(question, current),
        kind=min(each.kind for each in current),
        share=min(shares, default=None),
        safeguarded=Fact.NO,
    )
    terms = _terms(question, together) if together.kind in TEACHING_ALLOWANCES else None
    return counted_as_one(question, found, compare(question, together, terms), rules)


def _teaching_allowance_possible(question: Question, tests: Test) -> Finding:
    """The tests are met and nothing is paid: all five values, for no text says which one fits."""
    found = [range_of(question, kind) for kind in TEACHING_ALLOWANCES]
    values = tuple(each.low for each in found if isinstance(each, Range))
    return question.finding(
        About.TEACHING_ALLOWANCE,
        Outcome.MAY_BE_CONSIDERED,
        Force.MAY,
        tests,
        "teaching-allowance.may-be-considered" if values else "teaching-allowance.may-no-figure",
        (*_TEACHING_ALLOWANCE_RULES, "NI-CO-07", *_PART_TIME_RULES),
        details={"level": "not-established"},
        figures=values,
        low=ZERO,
        high=_most_of_a_new_one(question, values),
        paid=ZERO,
        next_steps=("ask-pay-policy", "ask-duties-described", "ask-union"),
    )


def _most_of_a_new_one(question: Question, values: tuple[Figure, ...]) -> Money | None:
    """The most that a teaching allowance not yet paid could bring, pounds a year received."""
    terms = question.terms(TEACHING_ALLOWANCES[-1])
    if not values or terms is None:
        return None
    most = values[-1].amount
    awarded = Allowance(kind=TEACHING_ALLOWANCES[-1], amount=most)
    return pro_rata(most, span(question, awarded, terms).high)


def _part_time(question: Question) -> tuple[Finding, ...]:
    """How much of a teaching allowance a part-timer, or one of several holders, is paid."""
    held = question.paid(*TEACHING_ALLOWANCES)
    barred = _classroom_teacher(question).result is NOT_MET
    if question.binds.result is NOT_MET or barred:
        return ()
    several = len(held) > 1
    return each_once(
        found for paid in held for found in _proportion(question, paid, several=several)
    )


def _proportion(question: Question, paid: Allowance, *, several: bool) -> Iterator[Finding]:
    terms, share = _terms(question, paid), span_of_share(question, paid).settled
    if terms is None or (question.post.fte == WHOLE and share == WHOLE):
        return
    fails = _teaching_allowance_tests(question).result is NOT_MET
    in_line = compare(question, paid, terms).outcome is Outcome.IN_LINE
    force = Force.MAY if in_line or fails else Force.MUST
    found = proportion_finding(question, paid, terms, _PART_TIME_RULES, force)
    yield short_of_nothing(found) if fails or several else found


# SEN1 and SEN2

_SEN: Final = "sen-allowance"
_SEN_RULES: Final = (
    "NI-SEN-01",
    "NI-SEN-02",
    "NI-SEN-03",
    "NI-SEN-04",
    "NI-SEN-05",
    "NI-SEN-06",
    "NI-SEN-08",
    "NI-CO-06",
)
_WHERE_TO_LOOK: Final = ("check-letter", "ask-pay-policy", "check-payslip", "ask-union")


def _sen_allowance(question: Question) -> tuple[Finding, ...]:
    """The value of SEN1 or SEN2 where one is paid, and what can be said of entitlement.

    No text was found that says who is to be paid it: the contract or the appointment letter decides
    (*McGuigan*), and where it is not known the answer is *cannot tell*.

    That answer is a *must*, which holds back the verdict, where an allowance is on the payslip,
    and in a post in which one is likely or may be: a special school or a specialist class, a
    teacher of deaf or blind children, or a setting that is not known. It is a *may* where the
    setting is known to be another one, or the post is on the leadership scale: the contract could
    still name an allowance there, as any contract could, but nothing that was read gives a reason
    to ask.
    """
    paid = question.paid(*SEN_ALLOWANCES)
    if question.binds.result is NOT_MET:
        return (_entitlement(question, Outcome.DOES_NOT_APPLY, "not-bound", Force.MUST),)
    values = tuple(_sen_value(question, allowance) for allowance in paid)
    values = _as_one_award(question, values, paid, (*_SEN_RULES, "NI-PT-01"))
    letter = question.post.allowance_in_contract_or_letter
    if paid and letter is Fact.YES:
        return values
    if paid:
        wording = "paid-not-in-letter" if letter is Fact.NO else "paid-letter-not-known"
        return (*values, _entitlement(question, Outcome.CANNOT_TELL, wording, Force.MUST))
    return (_sen_not_paid(question),)


def _sen_value(question: Question, allowance: Allowance) -> Finding:
    value, outcome, wording = _compared(question, allowance, question.binds, _SEN)
    fits = leaf("NI-SEN-02", "allowances", allowance.kind, NOT_MET)
    if outcome is Outcome.IN_LINE:
        fits = fits._replace(result=MET)
    elif outcome is Outcome.CANNOT_TELL:
        # The payment itself is known, so that it is never what is wanting.
        fits = Test("NI-SEN-02", NOT_KNOWN, value=allowance.kind)
    because = all_of("NI-SEN-02", question.binds, fits)
    concluded = Conclusion(About.SEN_ALLOWANCE, outcome, Force.MUST, wording)
    return value_finding(question, concluded, because, (*_SEN_RULES, "NI-PT-01"), value)


def _in_the_letter(question: Question) -> Test:
    letter = question.post.allowance_in_contract_or_letter
    in_the_letter = fact_is_yes("NI-SEN-03", "allowance_in_contract_or_letter", letter)
    return all_of("NI-SEN-03", question.binds, in_the_letter)


def _likely_post(question: Question) -> Test:
    """Whether the post is one in which a special needs allowance is likely: a prompt to check."""
    school_type, pay_range = question.post.school_type, question.pay.range
    in_one = value_is("NI-SEN-06", "school_type", school_type, holds=school_type in SPECIAL_SCHOOLS)
    if school_type is None and question.post.in_special_school is Fact.NO:
        in_one = leaf("NI-SEN-06", "in_special_school", Fact.NO, NOT_MET)
    return all_of(
        "NI-SEN-06",
        value_is("NI-SEN-06", "range", pay_range, holds=pay_range != LEADERSHIP),
        any_of(
            "NI-SEN-06",
            in_one,
            _specialist_class(question),
            *_sensory_teacher(question),
        ),
    )


def _sensory_teacher(question: Question) -> tuple[Test, ...]:
    """A teacher of deaf or blind children, who had an allowance by the regulations of 1987."""
    post = question.post
    if post.role is Role.SPECIALIST_SENSORY_TEACHER:
        return (leaf("NI-SEN-05", "role", post.role, MET),)
    if post.sensory_qualification_required is Fact.YES:
        return (leaf("NI-SEN-05", "sensory_qualification_required", Fact.YES, MET),)
    return ()


def _specialist_class(question: Question) -> Test:
    post = question.post
    teaches = fact_is_yes("NI-SEN-06", "teaches_designated_class", post.teaches_designated_class)
    if teaches.result is NOT_KNOWN and post.designated_unit is DesignatedUnit.NONE:
        return leaf("NI-SEN-06", "designated_unit", post.designated_unit, NOT_MET)
    if teaches.result is NOT_KNOWN and post.teaches_sen_pupils is Fact.NO:
        return leaf("NI-SEN-06", "teaches_sen_pupils", Fact.NO, NOT_MET)
    return teaches


def _sen_not_paid(question: Question) -> Finding:
    in_the_letter = _in_the_letter(question)
    likely = _likely_post(question)
    force = Force.MAY if likely.result is NOT_MET else Force.MUST
    if in_the_letter.result is MET:
        # The allowance that the letter names may be the teaching allowance that is paid.
        if question.paid(*TEACHING_ALLOWANCES):
            return _entitlement(question, Outcome.CANNOT_TELL, "letter-names-which", force)
        return _sen_missing(question, in_the_letter)
    if in_the_letter.result is NOT_MET:
        by_policy = question.post.pay_policy_covers_sen
        if likely.result is MET and by_policy is not Fact.NO:
            return _not_in_the_letter(question, in_the_letter, by_policy)
        return _entitlement(question, Outcome.NOT_DUE, "not-due", Force.MUST)
    return _entitlement(question, Outcome.CANNOT_TELL, "cannot-tell", force, likely)


def _not_in_the_letter(question: Question, in_the_letter: Test, by_policy: Fact) -> Finding:
    """Where one is likely, the salary policy may give what contract and letter do not name."""
    found = _entitlement(question, Outcome.CANNOT_TELL, "not-in-the-letter", Force.MUST)
    policy = leaf("NI-SEN-03", "pay_policy_covers_sen", by_policy, NOT_KNOWN)
    asked = by_policy is Fact.NOT_KNOWN
    return found._replace(
        because=any_of("NI-SEN-03", in_the_letter, policy),
        missing=("pay_policy_covers_sen",) if asked else (),
    )


def _entitlement(
    question: Question, outcome: Outcome, wording: str, force: Force, likely: Test | None = None
) -> Finding:
    because = _in_the_letter(question)
    undecided = outcome is Outcome.CANNOT_TELL
    setting = missing_facts(likely) if likely else ()
    return question.finding(
        About.SEN_ALLOWANCE,
        outcome,
        force,
        because,
        f"{_SEN}.{wording}",
        _SEN_RULES,
        details={
            "likely": likely.result if likely else None,
            "sensory": bool(_sensory_teacher(question)),
        },
        figures=_sen_figures(question),
        missing=(*missing_facts(because), *setting) if undecided else (),
        next_steps=_WHERE_TO_LOOK if undecided or outcome is Outcome.NOT_DUE else (),
    )


def _sen_figures(question: Question) -> tuple[Figure, ...]:
    found = (range_of(question, kind) for kind in SEN_ALLOWANCES)
    return tuple(each.low for each in found if isinstance(each, Range))


def _sen_missing(question: Question, in_the_letter: Test) -> Finding:
    """The letter names an allowance and none is paid; which of the two is not asked."""
    figures = _sen_figures(question)
    received = [question.received(figure.amount) for figure in figures] or [None]
    return question.finding(
        About.SEN_ALLOWANCE,
        Outcome.DUE_BUT_MISSING,
        Force.MUST,
        in_the_letter,
        f"{_SEN}.due-but-missing",
        (*_SEN_RULES, "NI-PT-01"),
        figures=figures,
        low=received[0],
        high=received[-1],
        paid=ZERO,
        missing=() if question.post.fte is not None else ("fte",),
        next_steps=("check-letter", "ask-payroll", "ask-union"),
    )


# Combinations


def _combinations(question: Question) -> tuple[Finding, ...]:
    """What may not be held together, and what no text says may or may not be."""
    if question.binds.result is NOT_MET:
        return ()
    teaching = question.paid(*TEACHING_ALLOWANCES)
    special = question.paid(*SEN_ALLOWANCES)
    found = []
    if len(teaching) > question.number("teaching_allowances_at_once"):
        found.append(_more_than_one(question, teaching))
    if teaching and question.pay.range == LEADERSHIP:
        barred = leaf("NI-TA-13", "range", LEADERSHIP, NOT_MET)
        found.append(_barred(question, barred, "combination.leadership"))
    if len({each.kind for each in special}) > 1:
        found.append(_not_settled(question, "combination.sen1-and-sen2"))
    elif len(special) > 1:
        twice = _not_settled(question, "combination.sen-allowance-twice")
        found.append(twice._replace(force=Force.MUST))
    if special and teaching:
        wording = "combination.sen-and-teaching-allowance"
        found.append(_not_settled(question, wording))
    return tuple(found)


def _more_than_one(question: Question, held: tuple[Allowance, ...]) -> Finding:
    """One teaching allowance a teacher; a protected one may run beside it."""
    current = [each for each in held if each.safeguarded is Fact.NO]
    protected = [each for each in held if each.safeguarded is Fact.YES]
    most = question.number("teaching_allowances_at_once")
    result = NOT_KNOWN
    if len(current) > most:
        result = NOT_MET
    elif len(held) - len(protected) <= most:
        result = MET
    one = leaf("NI-TA-02", "allowances", tuple(each.kind for each in held), result)
    if result is NOT_KNOWN:
        one = leaf("NI-TA-02", "safeguarded", Fact.NOT_KNOWN, result)
    wording = "combination.two-teaching-allowances"
    if result is NOT_MET:
        return _barred(question, one, wording)
    outcome = Outcome.IN_LINE if result is MET else Outcome.CANNOT_TELL
    return _combination(question, outcome, one, f"{wording}-{outcome}")


def _barred(question: Question, test: Test, wording: str) -> Finding:
    bound = question.binds.result is MET
    outcome = Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL
    return _combination(question, outcome, test, wording)


def _combination(question: Question, outcome: Outcome, test: Test, wording: str) -> Finding:
    return question.finding(
        About.COMBINATION,
        outcome,
        Force.MUST,
        all_of(test.rule, question.binds, test),
        wording,
        ("NI-TA-02", "NI-TA-03", "NI-TA-13"),
        missing=(*missing_facts(question.binds), *missing_facts(test)),
        next_steps=() if outcome is Outcome.IN_LINE else ("check-letter", "ask-union"),
    )


def _not_settled(question: Question, wording: str) -> Finding:
    """No text that was read says whether these may be held together."""
    return question.finding(
        About.COMBINATION,
        Outcome.CANNOT_TELL,
        Force.INFORMATION,
        Test("NI-SEN-02", NOT_KNOWN),
        wording,
        ("NI-SEN-02",),
        next_steps=("check-letter", "ask-pay-policy"),
    )


# Leadership, and what a co-ordinator is paid for


def _principal(question: Question) -> Test:
    """Principals and vice-principals are paid on the leadership scale; others are not named."""
    post = question.post
    appointed = post.appointed_head_deputy_or_assistant
    if post.role is Role.ASSISTANT_HEAD:
        return Test("NI-LEAD-01", NOT_KNOWN, value=post.role)
    if appointed is Fact.NOT_KNOWN and post.role in PRINCIPALS:
        return leaf("NI-LEAD-01", "role", post.role, MET)
    return fact_is_yes("NI-LEAD-01", "appointed_head_deputy_or_assistant", appointed)


def _leadership(question: Question) -> tuple[Finding, ...]:
    if question.binds.result is NOT_MET:
        return ()
    if question.pay.range == LEADERSHIP:
        return (
            _on_the_leadership_scale(question),
            *_above_the_group(question),
            *_below_the_group(question),
        )
    return (*_off_the_leadership_scale(question), *_coordinator_not_paid(question))


_LEADERSHIP_RULES: Final = (
    "NI-LEAD-01",
    "NI-LEAD-02",
    "NI-LEAD-03",
    "NI-LEAD-04",
    "NI-CO-11",
    "NI-TA-13",
)


def _on_the_leadership_scale(question: Question) -> Finding:
    """Nothing that was read puts anybody else on the scale, nor keeps anybody else off it."""
    tests = all_of("NI-LEAD-01", question.binds, _principal(question))
    in_order = tests.result is MET
    named = "not-named" if tests.result is NOT_MET else "cannot-tell"
    return question.finding(
        About.LEADERSHIP,
        Outcome.IN_LINE if in_order else Outcome.CANNOT_TELL,
        Force.MUST,
        tests,
        f"leadership.{'in-line' if in_order else named}",
        _LEADERSHIP_RULES,
        details={"coordinator": question.post.designated_coordinator is Fact.YES},
        next_steps=() if in_order else ("check-letter", "ask-union"),
    )


def _above_the_group(question: Question) -> tuple[Finding, ...]:
    """A principal's point above the top of the school's group, unless it is conserved."""
    group, conserved = question.post.headteacher_group, question.pay.salary_conserved
    if question.post.role is not Role.HEADTEACHER or group is None or conserved is Fact.YES:
        return ()
    top = question.number(f"principal_group_top_{group}")
    if not _is_above(question, top):
        return ()
    by_salary = {} if question.pay.point else {"above": question.pay.salary}
    tests = any_of(
        "NI-LEAD-02",
        leaf("NI-LEAD-02", "headteacher_group", group, NOT_MET),
        fact_is_yes("NI-LEAD-02", "salary_conserved", conserved),
    )
    bound = all_of("NI-LEAD-02", question.binds, tests)
    not_permitted = bound.result is NOT_MET and question.binds.result is MET
    wording = "above-the-group" if not_permitted else "above-the-group-unless-conserved"
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.NOT_PERMITTED if not_permitted else Outcome.CANNOT_TELL,
            Force.MUST,
            bound,
            f"leadership.{wording}",
            ("NI-LEAD-02", "NI-LEAD-03", "NI-LEAD-04"),
            details={"top": top, **by_salary},
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


def _is_above(question: Question, top: Decimal) -> bool:
    """Say whether the point is above the top of a group; without one, whether the salary is.

    A salary is above it that is more than the figure of the top, or reaches a higher point's.
    """
    if question.pay.point is not None:
        return (_number_of(question.pay.point) or ZERO) > top
    salary = salary_entered(question)[0]
    if salary is None:
        return False

    def is_over(figure: Figure) -> bool:
        number = _number_of(figure.point) or ZERO
        return salary.is_over(figure) if number == top else number > top and not short(figure)

    short = salary.is_short_of
    return any(map(is_over, question.book.points(question.on, question.area, LEADERSHIP)))


def _below_the_group(question: Question) -> tuple[Finding, ...]:
    """A principal's pay below the point at which the group begins: of group 1 alone it is known."""
    group, pay = question.post.headteacher_group, question.pay
    limit = f"principal_group_start_{group}"
    if (question.case.nation, limit) not in question.library.limits:
        return ()
    start = question.number(limit)
    if question.post.role is not Role.HEADTEACHER or not _is_below(question, start):
        return ()
    by_salary = {} if pay.point else {"below": pay.salary}
    lower = leaf("NI-LEAD-02", "headteacher_group", group, NOT_MET)
    bound = question.binds.result is MET
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.BELOW if bound else Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("NI-LEAD-02", question.binds, lower),
            f"leadership.below-the-group{'' if bound else '-if-bound'}",
            ("NI-LEAD-02", "NI-LEAD-03"),
            details={"start": start, **by_salary},
            missing=missing_facts(question.binds),
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


def _is_below(question: Question, start: Decimal) -> bool:
    """Say whether the point is below the start of a group; without one, whether the salary is.

    A salary is below it that is no more than the figure of a lower point.
    """
    if question.pay.point is not None:
        number = _number_of(question.pay.point)
        return number is not None and number < start
    salary = salary_entered(question)[0]
    lower = (
        figure
        for figure in question.book.points(question.on, question.area, LEADERSHIP)
        if (_number_of(figure.point) or ZERO) < start
    )
    return salary is not None and any(not salary.is_over(figure) for figure in lower)


def _number_of(point: str | None) -> int | None:
    """Return 18 of L18, or None where a point is no letter and a number."""
    number = (point or "")[1:]
    return int(number) if number.isdecimal() else None


def _off_the_leadership_scale(question: Question) -> tuple[Finding, ...]:
    """A principal or vice-principal on another scale, who is not just acting up."""
    principal, pay_range = _principal(question), question.pay.range
    acting = question.paid(AllowanceKind.ACTING)
    if principal.result is not MET or pay_range is None or acting:
        return ()
    other = leaf("NI-LEAD-01", "range", pay_range, NOT_MET)
    bound = question.binds.result is MET
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("NI-LEAD-01", question.binds, principal, other),
            "leadership.off-the-scale",
            ("NI-LEAD-01", "NI-ACT-01"),
            missing=missing_facts(question.binds),
            next_steps=("check-letter", "ask-payroll", "ask-union"),
        ),
    )


_DISCRETION: Final = ("NI-CO-06", "NI-CO-07", "NI-TA-08", "NI-TA-12", "NI-TA-14")
_HOW_TO_ASK: Final = ("ask-pay-policy", "ask-duties-described", "ask-union")


def _coordinator_not_paid(question: Question) -> tuple[Finding, ...]:
    """A co-ordinator with neither a leadership post nor a teaching allowance for it.

    The governors may award one and need not: no rule that was read gives a co-ordinator pay.
    """
    post = question.post
    coordinator = post.designated_coordinator
    sees_it_so = coordinator is Fact.NOT_KNOWN and post.role in COORDINATING_ROLES
    if question.pay.range is None or not (coordinator is Fact.YES or sees_it_so):
        return ()
    by_allowance = _coordination_paid(question)
    if by_allowance.result is MET:
        return ()
    designated = fact_is_yes("NI-CO-07", "designated_coordinator", coordinator)
    is_coordinator = all_of("NI-CO-07", question.binds, designated).result is MET
    unpaid = by_allowance.result is NOT_MET
    known = is_coordinator and unpaid
    wording = "coordinator-not-paid" if unpaid else "coordinator-duty-not-clear"
    paid = any_of("NI-CO-06", leaf("NI-CO-06", "range", question.pay.range, NOT_MET), by_allowance)
    return (
        question.finding(
            About.LEADERSHIP,
            Outcome.SHORT_OF_GUIDANCE if known else Outcome.CANNOT_TELL,
            Force.MAY,
            all_of("NI-CO-06", question.binds, designated, paid),
            f"leadership.{wording if is_coordinator else 'coordinator-not-known'}",
            _DISCRETION,
            details={"has_sen": bool(question.paid(*SEN_ALLOWANCES))},
            missing=(
                *missing_facts(question.binds),
                *missing_facts(designated),
                *missing_facts(by_allowance),
            ),
            next_steps=_HOW_TO_ASK,
            questions_pay=MET if known else NOT_KNOWN,
        ),
    )


def _coordination_paid(question: Question) -> Test:
    """Whether a teaching allowance is paid for co-ordinating; its duty may leave that open."""
    held = question.paid(*TEACHING_ALLOWANCES)
    return paid_for_coordination("NI-CO-06", held, "no teaching allowance")


def _responsibility_without_payment(question: Question) -> tuple[Finding, ...]:
    """All tests of a teaching allowance are met and none is paid; a co-ordinator is told above."""
    tests = _teaching_allowance_tests(question)
    coordinates = question.post.designated_coordinator is Fact.YES
    if tests.result is not MET or coordinates or question.paid(*TEACHING_ALLOWANCES):
        return ()
    return (
        question.finding(
            About.TEACHING_ALLOWANCE,
            Outcome.SHORT_OF_GUIDANCE,
            Force.MAY,
            tests,
            "teaching-allowance.responsibility-not-paid",
            _DISCRETION,
            next_steps=_HOW_TO_ASK,
            questions_pay=MET,
        ),
    )


# Other payments

_OTHER_PAYMENTS: Final = {
    AllowanceKind.ACTING: (Force.MAY, "NI-ACT-01", ("check-letter",)),
    AllowanceKind.HONORARIUM: (Force.MUST, "NI-ACT-02", ("ask-honorarium-approval", "ask-union")),
    AllowanceKind.OTHER: (Force.INFORMATION, "NI-PAY-01", ("check-letter",)),
}


def _other_allowances(question: Question) -> tuple[Finding, ...]:
    """Payments without a published amount; an honorarium needs an approval that no fact holds."""
    if question.binds.result is NOT_MET:
        return ()
    return tuple(
        _other_allowance(question, allowance.kind)
        for allowance in question.allowances
        if allowance.kind in _OTHER_PAYMENTS
    )


def _other_allowance(question: Question, kind: AllowanceKind) -> Finding:
    force, rule, steps = _OTHER_PAYMENTS[kind]
    found = payment_to_check(question, (rule,), f"other-allowance.{kind}", kind, force)
    return found._replace(next_steps=steps)


_REORGANISED: Final = (
    *NEW_STRUCTURE,
    "closure",
    "closed",
    "school closure",
    "school closed",
    "merger",
    "merged",
    "school merger",
    "schools merged",
    "merger school",
    "merger schools",
    "merger two schools",
    "amalgamation",
    "amalgamated",
    "amalgamation school",
    "amalgamation schools",
    "schools amalgamated",
    "rationalisation",
    "rationalised",
)
_CAUSES: Final[Mapping[Words, Cause]] = {
    **by_words("NI-REORG-01", MET, _REORGANISED),
    **by_words("NI-REORG-01", NOT_MET, (*OWN_CHOICE, *ANOTHER_POST, *FIXED_TERM, "capability")),
}


def _reorganisation(question: Question) -> tuple[Finding, ...]:
    """A post lost in a reorganisation may bring an allowance; its sum and term were not read."""
    post = question.post
    if question.binds.result is NOT_MET or post.reduction_date is None:
        return ()
    cause = post.reduction_cause
    rule, reorganised = _CAUSES.get(words_of(cause), ("NI-REORG-01", NOT_KNOWN))
    lost = post.reduction_date <= question.on
    tests = all_of(
        "NI-REORG-01",
        question.binds,
        leaf(rule, "reduction_cause", cause, reorganised),
        value_is("NI-REORG-01", "reduction_date", post.reduction_date, holds=lost),
    )
    paid = any(each.safeguarded is Fact.YES for each in question.allowances)
    outcome = {
        MET: Outcome.IN_LINE if paid else Outcome.MAY_BE_CONSIDERED,
        NOT_MET: Outcome.NOT_DUE,
        NOT_KNOWN: Outcome.CANNOT_TELL,
    }[tests.result]
    return (
        question.finding(
            About.SAFEGUARDING,
            outcome,
            Force.MAY,
            tests,
            f"safeguarding.{outcome}",
            ("NI-REORG-01",),
            details={"sum_before": post.sum_before},
            next_steps=("check-letter", "ask-union"),
        ),
    )


def _sum_during_the_freeze(question: Question) -> tuple[Finding, ...]:
    """A flat sum for the lowest paid while the scales stood still: told, and not counted.

    Whether it was paid once or month by month, and went by the full-time salary, was not read.
    """
    if question.binds.result is NOT_MET or not question.in_force("NI-PAY-12"):
        return ()
    pay = question.pay.salary
    if pay is None or pay > question.number("freeze_sum_up_to"):
        return ()
    return (
        question.finding(
            About.UPLIFT,
            Outcome.IN_LINE,
            Force.INFORMATION,
            all_of("NI-PAY-12", leaf("NI-PAY-12", "salary", pay, MET)),
            "uplift.sum-during-the-freeze",
            ("NI-PAY-12",),
            details={
                "flat": question.number("freeze_sum"),
                "up_to": question.number("freeze_sum_up_to"),
            },
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
