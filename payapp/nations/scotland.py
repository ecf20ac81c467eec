"""Scotland: the agreements of the SNCT, as its Handbook holds them, applied to one post on one day.

An edition is the salary year, named by the year of its 1 August (SNCT Handbook Part 2 Section 1,
paragraph 1.4); a pay date inside it changes the figures and not the edition.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from payapp.domain.cases import Case
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.pay import Allowance, AllowanceKind, Basis
from payapp.domain.posts import Employer, Role
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
    value_is,
)
from payapp.nations.acting import acting, as_conserved, conservation
from payapp.nations.base_pay import (
    Salary,
    base_pay,
    recognise,
    salary_entered,
    salary_or_least,
)
from payapp.nations.job_sizing import (
    DEPUTE_AND_HEAD,
    PRINCIPAL_TEACHER,
    SPINES,
    promoted,
    promoted_post,
    refuse_unknown_letters,
    review,
)
from payapp.nations.later_award import no_later_award
from payapp.nations.paid_allowance import payment_to_check
from payapp.nations.place_allowances import place_allowances
from payapp.nations.question import WHOLE, Question, pay_year, refuse_what_is_not_known

MAIN_GRADE: Final = "main-grade"
RULE_OF_RANGE: Final = {
    MAIN_GRADE: "SC-PAY-05",
    "chartered-teacher": "SC-PAY-13",
    PRINCIPAL_TEACHER: "SC-PAY-12",
    DEPUTE_AND_HEAD: "SC-PAY-12",
    "principal-teacher-conserved": "SC-CON-02",
}
RANGES: Final = frozenset(RULE_OF_RANGE)
KINDS: Final = frozenset(
    {
        AllowanceKind.REMOTE_SCHOOLS,
        AllowanceKind.DISTANT_ISLANDS,
        AllowanceKind.RESIDENTIAL,
        AllowanceKind.ACTING,
        AllowanceKind.RECRUITMENT_RETENTION,
        AllowanceKind.HONORARIUM,
        AllowanceKind.OTHER,
    }
)
LOCAL_KINDS: Final = (
    AllowanceKind.RECRUITMENT_RETENTION,
    AllowanceKind.HONORARIUM,
    AllowanceKind.OTHER,
)
EMPLOYERS: Final = frozenset(
    {Employer.COUNCIL, Employer.GRANT_AIDED, Employer.INDEPENDENT, Employer.AGENCY}
)
ROLES: Final = frozenset(
    {
        Role.ASN_COORDINATOR,
        Role.SEN_TEACHER,
        Role.SPECIALIST_SENSORY_TEACHER,
        Role.CLASS_TEACHER,
        Role.PRINCIPAL_TEACHER,
        Role.DEPUTY_HEAD,
        Role.HEADTEACHER,
        Role.SUPPLY,
        Role.SUPPORT_STAFF,
    }
)
NOT_BOUND: Final = frozenset({Employer.INDEPENDENT, Employer.AGENCY})


def findings(case: Case, library: Library) -> tuple[Finding, ...]:
    """Return every finding about a post in Scotland on the day of the case.

    Raises CaseRefused for a value that Scotland does not know.
    """
    refuse(case)
    first_month = library.limit(case.nation, "pay_year_month").number
    question = Question(case, library, area="all", edition=pay_year(case.on, int(first_month or 1)))
    refuse_unknown_letters(question)
    question.pay_rules = ("SC-PAY-02", "SC-PAY-03", "SC-PAY-07")
    if question.pay.range in SPINES:
        question.pay_rules = ("SC-PAY-11", "SC-PAY-02", "SC-PAY-03")
    question.binds = _instrument_test(question)
    question.pay = as_conserved(question)
    base = _base_pay(question)
    found = (
        _instrument(question),
        base,
        *_probation_not_known(question, base),
        *_promoted_or_acting(question),
        *place_allowances(question),
        _sen_allowance(question),
        *_local_allowances(question),
        *_part_time(question, base),
        *conservation(question),
        *review(question),
        *_conditions(question),
        *no_later_award(question, "SC-PAY-03"),
    )
    return tuple(_without_ended_conservation(found))


def _without_ended_conservation(found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Say of pay that was conserved that its time is over, where another finding says so."""
    ended = any(each.wording == "safeguarding.conservation-ended-above" for each in found)
    for finding in found:
        over = ended and finding.wording in {"base-pay.conserved", "promoted-post.conserved"}
        yield finding._replace(wording=f"{finding.wording}-ended") if over else finding


def refuse(case: Case) -> None:
    """Refuse a value that Scotland does not know. Raises CaseRefused."""
    refuse_what_is_not_known(case, EMPLOYERS, RANGES, KINDS)


# Who is bound


def _instrument_test(question: Question) -> Test:
    """Whether the SNCT agreements bind: a council or grant-aided school, and a registered teacher.

    Only registered teachers may be employed to teach, so that somebody paid on one of the scales
    is read as registered unless it is said otherwise.
    """
    post, pay_range = question.post, question.pay.range
    employed = value_is(
        "SC-REG-01", "employer", post.employer, holds=post.employer not in NOT_BOUND
    )
    registered = fact_is_yes("SC-REG-01", "qualified_teacher", post.qualified_teacher)
    if post.role is Role.SUPPORT_STAFF and registered.result is not NOT_MET:
        as_a_teacher = leaf("SC-REG-01", "role", post.role, NOT_KNOWN)
        return all_of("SC-REG-01", employed, registered, as_a_teacher)
    if registered.result is NOT_KNOWN and pay_range is not None:
        registered = leaf("SC-REG-01", "range", pay_range, MET)
    return all_of("SC-REG-01", employed, registered)


_INSTRUMENT_OUTCOMES = {
    MET: Outcome.IN_LINE,
    NOT_MET: Outcome.DOES_NOT_APPLY,
    NOT_KNOWN: Outcome.CANNOT_TELL,
}


def _instrument(question: Question) -> Finding:
    """By which agreement, and how, this employer is bound."""
    post, binds = question.post, question.binds
    name = str(post.employer or "not-known")
    if post.qualified_teacher is Fact.NO and post.employer not in NOT_BOUND:
        name = "not-registered"
    elif post.employer is not None and binds.result is NOT_KNOWN:
        name = "registration-not-known"
        if post.role is Role.SUPPORT_STAFF:
            name = "support-staff"
    read = post.qualified_teacher is Fact.NOT_KNOWN and binds.result is MET
    return question.finding(
        About.INSTRUMENT,
        _INSTRUMENT_OUTCOMES[binds.result],
        Force.MUST,
        binds,
        f"instrument.scotland.{name}",
        ("SC-REG-01", "SC-REG-05", "SC-ENF-04"),
        details={"registration_read": read},
        next_steps=() if binds.result is MET else ("ask-contract", "ask-union"),
    )


# Base pay


def _base_pay(question: Question) -> Finding:
    """The point of a scale or spine, each an exact salary (SNCT Handbook Appendix 2.1)."""
    rule = RULE_OF_RANGE.get(question.pay.range or MAIN_GRADE, "SC-PAY-05")
    carried_on = _point_of_the_old_scale(question)
    if carried_on is not None:
        return _renumbered(question, rule, carried_on)
    inducted = question.post.induction_completed
    if inducted is Fact.NO and question.pay.range == MAIN_GRADE:
        return _during_probation(question, rule)
    if inducted is not Fact.YES or question.binds.result is not MET:
        return _found_at_its_point(question, rule)
    if _on_the_point_of_probation(question) or _below_the_next_point(question):
        return _after_probation(question, rule)
    return _found_at_its_point(question, rule)


def _found_at_its_point(question: Question, rule: str) -> Finding:
    """The pay against its point; where that was left in a cut, the point of the post is asked."""
    found = base_pay(question, rule)
    left = question.case.pay.point if question.pay.point is None else None
    if left is None or found.wording != "base-pay.no-such-point":
        return found
    return found._replace(
        wording="base-pay.point-left-in-a-cut", details={**found.details, "left": left}
    )


def _during_probation(question: Question, rule: str) -> Finding:
    """A probationer is on the point of probation, whichever point is entered (SC-PAY-10)."""
    _read_the_salary(question, question.pay.point)
    if _on_the_point_of_probation(question) or question.pay.salary is None:
        return _found_at_its_point(question, rule)
    due = base_pay(question, rule, point=f"{question.number('probation_point'):f}")
    is_more = due.outcome is Outcome.ABOVE or due.wording == "base-pay.above-unless-conserved"
    probation = leaf("SC-PAY-10", "induction_completed", Fact.NO, NOT_KNOWN if is_more else MET)
    found = due._replace(
        because=all_of("SC-PAY-10", probation, due.because),
        citations=(*due.citations, *question.cite("SC-PAY-10")),
    )
    if not is_more:
        return found
    return found._replace(
        outcome=Outcome.CANNOT_TELL,
        wording="base-pay.more-than-in-probation",
        amount_low=None,
        amount_high=None,
        missing=("induction_completed",),
        next_steps=("check-letter", "ask-union"),
    )


def _read_the_salary(question: Question, point: str | None) -> None:
    """Read a main grade point without a salary as paid at its figure."""
    figure = question.figure(MAIN_GRADE, point or "")
    if question.pay.salary is None and isinstance(figure, Figure):
        whole = Basis.FULL_TIME_EQUIVALENT
        question.pay = replace(question.pay, salary=figure.amount, basis=whole)


def _point_of_the_old_scale(question: Question) -> str | None:
    """Return today's point for one whose salary is that of the same number on the old scale."""
    point, day = question.pay.point or "", question.day("main_grade_renumbered_from")
    if question.pay.range != MAIN_GRADE or not point.isdecimal() or question.on < day:
        return None
    carried_on = int(point) - question.number("main_grade_points_dropped")
    salary, figure = salary_entered(question)[0], question.figure(MAIN_GRADE, point)
    paid = isinstance(figure, Figure) and salary and not salary.is_short_of(figure)
    if salary is None or paid or carried_on < question.number("point_after_probation"):
        return None
    known = recognise(question, MAIN_GRADE, salary)
    of_the_old_scale = known and known.figure.point == point and known.figure.valid_from < day
    return f"{carried_on:f}" if of_the_old_scale else None


def _renumbered(question: Question, rule: str, carried_on: str) -> Finding:
    """The point that carries on the old one is surely due; the one of the same number may be."""
    found, point = base_pay(question, rule, point=carried_on), question.pay.point or ""
    if found.outcome is not Outcome.BELOW:
        return found
    details: dict[str, object] = {
        "old_point": point,
        "renumbered": question.day("main_grade_renumbered_from"),
    }
    most, same_number = found.amount_high, question.figure(MAIN_GRADE, point)
    if isinstance(same_number, Figure):
        most = question.received(same_number.amount)
        details |= {"same_number": same_number}
    return found._replace(
        wording="base-pay.renumbered",
        details={**found.details, **details},
        amount_high=most,
    )


def _probation_not_known(question: Question, base: Finding) -> tuple[Finding, ...]:
    """The point of probation is left once probation is completed, so that it has to be known."""
    inducted = question.post.induction_completed
    open_ = inducted is Fact.NOT_KNOWN and base.outcome is Outcome.IN_LINE
    if not open_ or not _on_the_point_of_probation(question):
        return ()
    asked = fact_is_no("SC-PAY-10", "induction_completed", inducted)
    return (
        question.finding(
            About.BASE_PAY,
            Outcome.CANNOT_TELL,
            Force.MUST,
            all_of("SC-PAY-10", question.binds, asked),
            "base-pay.point-of-probation",
            ("SC-PAY-10",),
            next_steps=("check-letter", "ask-union"),
        ),
    )


def _on_the_point_of_probation(question: Question) -> bool:
    """Say whether the point for probation is paid: it is named, or the salary is its figure."""
    if question.pay.range == MAIN_GRADE and question.pay.point is not None:
        return question.pay.point == f"{question.number('probation_point'):f}"
    return _pay_without_a_point(question, Salary.equals, "probation_point")


def _below_the_next_point(question: Question) -> bool:
    """Say whether no point is named, and less is paid than the point after probation."""
    return _pay_without_a_point(question, Salary.is_short_of, "point_after_probation")


def _pay_without_a_point(
    question: Question, compare: Callable[[Salary, Figure], bool], limit: str
) -> bool:
    """Compare a salary of the main grade with the figure of a point, where none is named."""
    if question.pay.range != MAIN_GRADE or question.pay.point is not None:
        return False
    figure = question.figure(MAIN_GRADE, f"{question.number(limit):f}")
    salary = salary_or_least(question)[0]
    return salary is not None and isinstance(figure, Figure) and compare(salary, figure)


def _after_probation(question: Question, rule: str) -> Finding:
    """A teacher who has completed probation and is left on its point."""
    _read_the_salary(question, f"{question.number('probation_point'):f}")
    due = f"{question.number('point_after_probation'):f}"
    found = base_pay(question, rule, point=due)
    inducted = leaf("SC-PAY-10", "induction_completed", Fact.YES, MET)
    wording = "base-pay.probation-ended" if found.outcome is Outcome.BELOW else found.wording
    return found._replace(
        wording=wording,
        because=all_of("SC-PAY-10", inducted, found.because),
        citations=(*found.citations, *question.cite("SC-PAY-10")),
    )


# Promoted, or acting in a promoted post


def _promoted_or_acting(question: Question) -> tuple[Finding, ...]:
    """Acting from another scale takes the place of job sizing; otherwise both are shown."""
    acted = acting(question)
    from_own_scale = bool(acted) and question.pay.range not in SPINES
    waiting = any(finding.outcome is Outcome.NOT_DUE for finding in acted)
    if from_own_scale and (not waiting or promoted(question).result is MET):
        return acted
    return (*promoted_post(question), *acted)


# Allowances


def _sen_allowance(question: Question) -> Finding:
    """There is no national allowance for additional support needs (Appendices 2.1 and 2.5)."""
    sensory = question.post.sensory_qualification_required is Fact.YES
    listed = leaf("SC-PAY-06", "allowances", "none for additional support needs", NOT_MET)
    if not question.in_force("SC-PAY-06"):
        listed = Test("SC-PAY-06", NOT_KNOWN)
    because = all_of("SC-PAY-06", question.binds, listed)
    if question.binds.result is NOT_MET:
        outcome, wording = Outcome.DOES_NOT_APPLY, "not-bound"
    elif question.binds.result is NOT_KNOWN or listed.result is NOT_KNOWN:
        outcome, wording = Outcome.CANNOT_TELL, "cannot-tell"
        because = all_of("SC-PAY-06", question.binds, listed._replace(result=NOT_KNOWN))
    else:
        outcome, wording = Outcome.NOT_DUE, "sensory" if sensory else "none"
    rules = ("SC-PAY-06", "SC-PAY-05", "SC-ASL-04", *(("SC-REG-03",) if sensory else ()))
    return question.finding(
        About.SEN_ALLOWANCE,
        outcome,
        Force.INFORMATION,
        because,
        f"sen-allowance.scotland-{wording}",
        rules,
        next_steps=("ask-contract",) if outcome is Outcome.CANNOT_TELL else (),
    )


def _local_allowances(question: Question) -> tuple[Finding, ...]:
    """No national rule was read on these payments: a council's own agreement decides."""
    if question.binds.result is NOT_MET:
        return ()
    return tuple(_local_allowance(question, paid) for paid in question.paid(*LOCAL_KINDS))


def _local_allowance(question: Question, paid: Allowance) -> Finding:
    rules, wording = ("SC-PAY-06",), "other-allowance.scotland-local"
    found = payment_to_check(question, rules, wording, paid.kind, Force.INFORMATION)
    return found._replace(details={**found.details, "amount": paid.amount})


# Part-time work


_OUTCOME_OF_PART_TIME = {
    Outcome.BELOW: Outcome.BELOW,
    Outcome.CANNOT_TELL: Outcome.CANNOT_TELL,
}


def _part_time(question: Question, base: Finding) -> tuple[Finding, ...]:
    """Paragraph 1.3: a part-time salary is the full-time one in proportion to the hours."""
    fte = question.post.fte
    if question.binds.result is NOT_MET or fte is None or fte == WHOLE:
        return ()
    outcome = _OUTCOME_OF_PART_TIME.get(base.outcome, Outcome.IN_LINE)
    hours = question.number("week_hours")
    wording = "no-salary" if base.details.get("taken_as_paid") else outcome
    return (
        question.finding(
            About.PART_TIME,
            outcome,
            Force.SHOULD,
            all_of("SC-PAY-02", leaf("SC-PAY-02", "fte", fte, MET), base.because),
            f"part-time.scotland-{wording}",
            ("SC-PAY-02", "SC-WT-01"),
            details={"fte": fte, "hours": hours * fte, "hours_full_time": hours},
            missing=base.missing,
            next_steps=base.next_steps,
        ),
    )


# Conditions beside pay


def _conditions(question: Question) -> tuple[Finding, ...]:
    """Class contact, the 35-hour week and support staff's work: they decide no pay."""
    if question.binds.result is NOT_MET:
        return ()
    tests = (*_class_contact(question), *_working_time(question), *_support_tasks(question))
    if not tests:
        return ()
    because = all_of("", *tests)
    outcome, wording = {
        MET: (Outcome.IN_LINE, "in-line"),
        NOT_MET: (Outcome.SHORT_OF_GUIDANCE, "beyond"),
        NOT_KNOWN: (Outcome.CANNOT_TELL, "cannot-tell"),
    }[because.result]
    fte = question.post.fte or WHOLE
    return (
        question.finding(
            About.PAPERWORK,
            outcome,
            Force.MUST,
            because,
            f"scotland-conditions.{wording}",
            (*(test.rule for test in tests), "SC-WT-04", "SC-WT-05", "SC-WT-06", "SC-WT-08"),
            details={
                "contact": _most_contact(question)[1] * fte,
                "week": question.number("week_hours") * fte,
                "broken": tuple(test for test in tests if test.result is NOT_MET),
            },
            next_steps=("ask-working-time", "ask-union") if outcome is not Outcome.IN_LINE else (),
        ),
    )


def _most_contact(question: Question) -> tuple[str, Decimal]:
    """The rule and the most hours of class contact a week, full-time; fewer on induction."""
    if question.post.induction_completed is Fact.NO:
        return "SC-WT-03", question.number("class_contact_hours_on_induction")
    return "SC-WT-02", question.number("class_contact_hours")


def _class_contact(question: Question) -> tuple[Test, ...]:
    rule, most = _most_contact(question)
    return _within(question, rule, "teaching_hours", question.post.teaching_hours, most)


def _working_time(question: Question) -> tuple[Test, ...]:
    """The 35-hour week, as the hours of a year of 195 days."""
    a_day = question.number("hour_rate_hours") / question.number("day_rate_days")
    most = question.number("working_days") * a_day
    return _within(question, "SC-WT-01", "directed_hours", question.post.directed_hours, most)


def _within(
    question: Question, rule: str, fact: str, hours: Decimal | None, most: Decimal
) -> tuple[Test, ...]:
    """Test hours against a full-time limit, which is less in proportion for part-timers."""
    if hours is None or not question.in_force(rule):
        return ()
    fte = question.post.fte
    if fte is None and hours <= most:
        return (leaf(rule, "fte", None, NOT_KNOWN),)
    return (value_is(rule, fact, hours, holds=hours <= most * (fte or WHOLE)),)


def _support_tasks(question: Question) -> tuple[Test, ...]:
    told = question.post.does_support_staff_tasks
    if told is Fact.NOT_KNOWN or not question.in_force("SC-DUT-06"):
        return ()
    return (fact_is_no("SC-DUT-06", "does_support_staff_tasks", told),)
