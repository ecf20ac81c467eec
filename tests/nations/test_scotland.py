"""Scotland, rule by rule: who is bound, base pay, part-time work and conditions."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.check import check
from payapp.domain.cases import Case, CaseRefused, Nation
from payapp.domain.figures import Figure, NotHeld
from payapp.domain.findings import Outcome
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import Post, Role, SchoolType
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, Fact
from payapp.nations import scotland
from payapp.report.assessment_report import describe
from payapp.report.wording import Wording
from tests.nations.scottish import (
    COORDINATOR,
    ON_POINT_5,
    PROMOTED,
    TEACHER,
    about,
    allowance,
    amounts,
    answer,
    of_place,
    paid,
    wordings,
)
from tests.worked import library

# Who is bound


@pytest.mark.parametrize(
    ("facts", "outcome", "wording"),
    [
        ({}, "in-line", "council"),
        ({"employer": "grant-aided"}, "in-line", "grant-aided"),
        ({"employer": "independent"}, "does-not-apply", "independent"),
        ({"employer": "agency"}, "does-not-apply", "agency"),
        ({"employer": "not-known"}, "cannot-tell", "not-known"),
        ({"qualified_teacher": "no"}, "does-not-apply", "not-registered"),
        ({"qualified_teacher": "no", "employer": "agency"}, "does-not-apply", "agency"),
    ],
)
def test_the_agreements_bind_councils_and_grant_aided_schools_for_registered_teachers(
    facts: Mapping[str, Any], outcome: str, wording: str
) -> None:
    found = about(answer(TEACHER, ON_POINT_5, **facts), "instrument")
    assert (found.outcome, found.wording) == (outcome, f"instrument.scotland.{wording}")
    assert found.citations[0].rule == "SC-REG-01"


def test_where_nothing_binds_the_verdict_is_that_and_only_what_may_stand_in_the_contract() -> None:
    assessment = answer(
        TEACHER,
        paid("main-grade", 20000, allowance("distant-islands", 1), allowance("other", 5)),
        employer="independent",
        acting_days=100,
        reduction_date="2025-01-01",
        teaching_hours=40,
        fte=0.5,
        last_sized="2020-01-01",
    )
    assert assessment.verdict == "does-not-apply"
    assert wordings(assessment) == [
        "instrument.scotland.independent",
        "base-pay.not-bound",
        "sen-allowance.scotland-not-bound",
    ]


def test_somebody_paid_on_a_scale_is_read_as_registered_and_told_so() -> None:
    assessment = answer(TEACHER, ON_POINT_5, qualified_teacher="not-known")
    found = about(assessment, "instrument")
    assert (found.outcome, found.details["registration_read"]) == (Outcome.IN_LINE, True)
    assert about(assessment, "base-pay").outcome is Outcome.IN_LINE
    assert about(answer(TEACHER, ON_POINT_5), "instrument").details["registration_read"] is False


@pytest.mark.parametrize("registered", ["yes", "not-known"])
def test_support_staff_are_not_read_as_teachers_whatever_scale_is_entered(registered: str) -> None:
    assessment = answer(
        TEACHER, paid("main-grade", 30000), role="support-staff", qualified_teacher=registered
    )
    found = about(assessment, "instrument")
    assert (found.outcome, found.wording) == ("cannot-tell", "instrument.scotland.support-staff")
    assert "role" in found.missing
    assert (about(assessment, "base-pay").outcome, assessment.verdict) == (
        "cannot-tell",
        "cannot-tell",
    )
    unregistered = answer(TEACHER, ON_POINT_5, role="support-staff", qualified_teacher="no")
    assert about(unregistered, "instrument").wording == "instrument.scotland.not-registered"


def test_without_a_scale_registration_is_asked_for() -> None:
    found = about(answer(TEACHER, {}, qualified_teacher="not-known"), "instrument")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("qualified_teacher",))
    assert found.wording == "instrument.scotland.registration-not-known"
    open_case = answer(TEACHER, {}, qualified_teacher="not-known")
    told = describe(open_case, library(), Wording.load()).findings
    headline = next(each.headline for each in told if each.about == "instrument")
    assert headline.startswith("We cannot tell yet whether the national agreements of the SNCT")


@pytest.mark.parametrize(
    ("facts", "pay", "field", "value"),
    [
        ({"employer": "maintained"}, {}, "post.employer", "maintained"),
        ({"employer": "central-service"}, {}, "post.employer", "central-service"),
        ({}, {"range": "upper-pay-range"}, "pay.range", "upper-pay-range"),
        (
            {},
            {"allowances": [allowance("tlr2", 3000)]},
            "pay.allowances[0].kind",
            "tlr2",
        ),
        (
            {},
            {"allowances": [allowance("other", 1), allowance("sen-allowance", 2)]},
            "pay.allowances[1].kind",
            "sen-allowance",
        ),
        ({"promoted_duties": ["a", "k"]}, {}, "post.promoted_duties", "k"),
        ({"changes_since_sizing": ["D"]}, {}, "post.changes_since_sizing", "D"),
    ],
)
def test_what_scotland_does_not_know_is_refused_by_name(
    facts: Mapping[str, Any], pay: Mapping[str, object], field: str, value: str
) -> None:
    with pytest.raises(CaseRefused, match="accepted: ") as refused:
        answer(TEACHER, pay, **facts)
    assert (refused.value.field, refused.value.value) == (field, value)


def test_a_form_offers_only_what_the_check_accepts() -> None:
    assert Role.ASN_COORDINATOR in scotland.ROLES
    assert not scotland.ROLES & {Role.SENCO, Role.ALNCO, Role.LSC, Role.ASSISTANT_HEAD}


# Base pay: agreed points, each an exact salary


@pytest.mark.parametrize(
    ("on", "pay_range", "point", "amount"),
    [
        ("2003-08-01", "main-grade", "0", 18000),
        ("2006-06-01", "principal-teacher-conserved", "SEN", 35442),
        ("2008-04-01", "depute-head-headteacher", "2", 41532),
        ("2014-11-15", "principal-teacher", "5", 44352),
        ("2018-11-01", "depute-head-headteacher", "1", 46464),
        ("2018-03-31", "depute-head-headteacher", "1", 45111),
        ("2022-01-01", "chartered-teacher", "6", 51903),
        ("2022-01-01", "depute-head-headteacher", "4", 57657),
        ("2026-07-31", "main-grade", "1", 42018),
        ("2026-08-01", "main-grade", "1", 43383),
        ("2027-07-31", "depute-head-headteacher", "19", 124365),
    ],
)
def test_a_published_point_is_in_line_and_a_pound_either_way_is_not(
    on: str, pay_range: str, point: str, amount: int
) -> None:
    def outcome(salary: int) -> str:
        pay = paid(pay_range, salary, point=point, salary_conserved="no")
        return about(answer(TEACHER, pay, on), "base-pay").outcome

    assert [outcome(amount - 1), outcome(amount), outcome(amount + 1)] == [
        "below",
        "in-line",
        "above",
    ]


@pytest.mark.parametrize(
    ("on", "due", "edition"),
    [
        ("2025-07-31", 33594, "2024"),
        ("2025-08-01", 34938, "2025"),
        ("2026-03-31", 34938, "2025"),
        ("2026-04-01", 35022, "2025"),
        ("2026-07-31", 35022, "2025"),
        ("2026-08-01", 36159, "2026"),
    ],
)
def test_three_pay_dates_fall_in_two_salary_years(on: str, due: int, edition: str) -> None:
    pay = paid("main-grade", due, point="0")
    found = about(answer(TEACHER, pay, on, induction_completed="no"), "base-pay")
    assert (found.outcome, found.wording) == (Outcome.IN_LINE, "base-pay.in-line")
    assert (found.amount_low, found.citations[0].edition) == (Decimal(due), edition)


def test_a_stale_salary_is_recognised_as_that_of_the_date_before() -> None:
    found = about(answer(TEACHER, paid("main-grade", 42018, point="1")), "base-pay")
    assert (found.outcome, found.gap) == (Outcome.BELOW, Decimal(1365))
    recognised = found.details["recognised"]
    assert recognised is not None
    assert "April 2026" in _headlines_and_explanations(
        TEACHER, paid("main-grade", 42018, point="1")
    )


def test_a_point_that_is_not_held_says_which_are() -> None:
    found = about(answer(PROMOTED, paid("depute-head-headteacher", 80000, point="7")), "base-pay")
    assert (found.outcome, found.wording) == (Outcome.CANNOT_TELL, "base-pay.no-figure")
    lacking = found.details["not_held"]
    assert isinstance(lacking, NotHeld)
    assert (lacking.lacking, lacking.held) == ("point", ("1", "2", "3", "4", "5", "19"))


def test_above_a_point_a_conserved_salary_is_in_line() -> None:
    pay = paid("principal-teacher", 70000, point="1", salary_conserved="yes")
    found = about(answer(PROMOTED, pay), "base-pay")
    assert found.wording == "base-pay.conserved"
    compared = found.details["compared"]
    assert isinstance(compared, Figure)
    assert (compared.point, compared.amount) == ("1", Decimal(59367))


@pytest.mark.parametrize("on", ["2003-07-31", "2007-12-01", "2008-03-31", "2027-08-01"])
def test_outside_the_dates_held_the_window_is_named(on: str) -> None:
    found = about(answer(TEACHER, paid("main-grade", 40000, point="3"), on), "base-pay")
    lacking = found.details["not_held"]
    assert isinstance(lacking, NotHeld)
    assert lacking.lacking == "date"
    assert lacking.held[-1] == "2008-04-01..2027-07-31"


# Probation


def test_left_on_the_point_of_probation_after_it_is_pay_below_the_next_point() -> None:
    for pay in (paid("main-grade", point="0"), paid("main-grade", 22866, point="0")):
        found = about(answer(TEACHER, pay, "2018-02-01", induction_completed="yes"), "base-pay")
        assert (found.outcome, found.wording) == (Outcome.BELOW, "base-pay.probation-ended")
        assert (found.amount_low, found.gap) == (Decimal(27438), Decimal(4572))
        assert found.citations[-1].rule == "SC-PAY-10"


def test_after_probation_a_salary_of_the_next_point_is_in_line() -> None:
    pay = paid("main-grade", 43383, point="0")
    found = about(answer(TEACHER, pay, induction_completed="yes"), "base-pay")
    assert (found.outcome, found.wording) == (Outcome.IN_LINE, "base-pay.in-line")


def test_on_the_point_of_probation_it_is_asked_whether_it_is_completed() -> None:
    pay = paid("main-grade", 36159, point="0")
    assessment = answer(TEACHER, pay)
    assert about(assessment, "base-pay").outcome == Outcome.IN_LINE
    asked = next(each for each in assessment.findings if each.citations[0].rule == "SC-PAY-10")
    assert (asked.outcome, asked.force) == (Outcome.CANNOT_TELL, Force.MUST)
    assert asked.missing == ("induction_completed",)
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(("salary", "facts"), [(30000, {}), (36159, {"induction_completed": "no"})])
def test_the_end_of_probation_is_not_asked_where_it_decides_nothing(
    salary: int, facts: dict[str, str]
) -> None:
    found = answer(TEACHER, paid("main-grade", salary, point="0"), **facts).findings
    assert "base-pay.point-of-probation" not in {each.wording for each in found}


@pytest.mark.parametrize(
    ("salary", "basis", "fte", "gap"),
    [
        (36159, "full-time-equivalent", 1, 7224),
        (40000, "full-time-equivalent", 1, 3383),
        (36000, "full-time-equivalent", 1, 7383),
        (18079.50, "received", 0.5, 3612),
    ],
)
def test_the_point_of_probation_is_left_after_it_though_the_point_is_not_named(
    salary: float, basis: str, fte: float, gap: float
) -> None:
    pay = paid("main-grade", salary, basis=basis)
    assessment = answer(TEACHER, pay, "2026-08-15", induction_completed="yes", fte=fte)
    found = about(assessment, "base-pay")
    assert (found.outcome, found.wording) == (Outcome.BELOW, "base-pay.probation-ended")
    assert (found.gap, assessment.verdict) == (Decimal(gap), "not-appropriate")


@pytest.mark.parametrize(("salary", "fte"), [(36159, 1), (18079, 0.5)])
def test_the_salary_of_probation_is_asked_about_though_the_point_is_not_named(
    salary: float, fte: float
) -> None:
    pay = paid("main-grade", salary, basis="received")
    assessment = answer(TEACHER, pay, "2026-08-15", fte=fte)
    asked = next(each for each in assessment.findings if each.citations[0].rule == "SC-PAY-10")
    assert (asked.missing, assessment.verdict) == (("induction_completed",), "cannot-tell")


@pytest.mark.parametrize(("salary", "verdict"), [(43383, "appropriate"), (54453, "appropriate")])
def test_a_salary_of_a_later_point_is_no_matter_of_probation(salary: int, verdict: str) -> None:
    for told in ("yes", "not-known"):
        assessment = answer(TEACHER, paid("main-grade", salary), induction_completed=told)
        assert assessment.verdict == verdict
    assert answer(TEACHER, {"range": "main-grade"}).verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("pay", "outcome", "due"),
    [
        (paid("main-grade", 36159, point="1"), "in-line", (36159, 36159, 36159)),
        (paid("main-grade", 35022, point="1"), "below", (36159, 36159, 35022)),
        (paid("main-grade", 35022, point="0"), "below", (36159, 36159, 35022)),
        (paid("main-grade", 43383, point="1"), "cannot-tell", (None, None, None)),
        (paid("main-grade", point="1"), "cannot-tell", (None, None, None)),
        (paid("main-grade", 54453), "cannot-tell", (None, None, None)),
        (paid("main-grade", 54453, salary_conserved="no"), "cannot-tell", (None, None, None)),
        (paid("main-grade", point="0"), "in-line", (36159, 36159, 36159)),
    ],
)
def test_a_probationer_is_on_the_point_of_probation_whichever_point_is_entered(
    pay: Mapping[str, object], outcome: str, due: tuple[object, object, object]
) -> None:
    """Point 0 is 36,159 and point 1 43,383 from August 2026 (SC-PAY-10)."""
    assessment = answer(TEACHER, pay, induction_completed="no")
    found = about(assessment, "base-pay")
    assert (found.outcome, found.amount_low, found.amount_high) == (outcome, *due[:2])
    if outcome == "cannot-tell":
        assert found.wording == "base-pay.more-than-in-probation"
        assert found.missing == ("induction_completed",)
        assert (found.gap, assessment.verdict) == (None, "cannot-tell")
    else:
        assert found.paid == due[2]


def test_of_a_probationer_the_salary_and_the_figure_have_to_be_known() -> None:
    unpaid = about(answer(TEACHER, paid("main-grade"), induction_completed="no"), "base-pay")
    assert (unpaid.outcome, unpaid.missing) == (Outcome.CANNOT_TELL, ("salary", "point"))
    pay = paid("main-grade", 22866, point="1")
    unheld = about(answer(TEACHER, pay, "2019-06-01", induction_completed="no"), "base-pay")
    assert unheld.wording == "base-pay.no-figure"


def test_probation_is_not_judged_where_the_agreements_may_not_bind_or_no_figure_is_held() -> None:
    pay = paid("main-grade", point="0")
    unbound = answer(TEACHER, pay, induction_completed="yes", employer="not-known")
    assert about(unbound, "base-pay").outcome is Outcome.CANNOT_TELL
    unheld = answer(TEACHER, pay, "2018-06-01", induction_completed="yes")
    assert about(unheld, "base-pay").outcome is Outcome.CANNOT_TELL


# The main grade renumbered: old points 2 to 6 are the points 1 to 5 of April 2019


@pytest.mark.parametrize(
    ("point", "salary", "on", "due", "gap", "most"),
    [
        ("3", 31635, "2019-05-01", 33849, 2214, 35817),
        ("2", 29937, "2019-05-01", 32034, 2097, 33849),
        ("6", 37575, "2019-05-01", 40206, 2631, 40206),
        ("3", 30714, "2019-05-01", 33849, 3135, 35817),
        ("3", 31635, "2020-05-01", 34863, 3228, 36891),
    ],
)
def test_the_salary_of_an_old_point_is_compared_with_the_point_that_carries_it_on(
    point: str, salary: int, on: str, due: int, gap: int, most: int
) -> None:
    assessment = answer(TEACHER, paid("main-grade", salary, point=point), on)
    found = about(assessment, "base-pay")
    assert (found.outcome, found.wording) == (Outcome.BELOW, "base-pay.renumbered")
    assert amounts(found) == (due, most, salary)
    assert found.gap == gap


@pytest.mark.parametrize(
    ("point", "salary", "on", "due"),
    [
        ("3", 35000, "2019-05-01", 35817),
        ("3", 30714, "2018-05-01", 31635),
        ("2", 31635, "2019-05-01", 33849),
        ("1", 27438, "2019-05-01", 32034),
        ("3", 35817, "2020-05-01", 36891),
    ],
)
def test_any_other_salary_is_compared_with_the_point_that_is_named(
    point: str, salary: int, on: str, due: int
) -> None:
    found = about(answer(TEACHER, paid("main-grade", salary, point=point), on), "base-pay")
    assert (found.wording, found.amount_low) == ("base-pay.below", Decimal(due))


def test_an_old_point_is_not_compared_where_the_agreements_may_not_bind() -> None:
    pay = paid("main-grade", 31635, point="3")
    found = about(answer(TEACHER, pay, "2019-05-01", employer="not-known"), "base-pay")
    assert (found.outcome, found.wording) == (Outcome.CANNOT_TELL, "base-pay.if-bound")
    in_line = about(answer(TEACHER, paid("main-grade", 35817, point="3"), "2019-05-01"), "base-pay")
    assert in_line.outcome is Outcome.IN_LINE
    unknown = about(
        answer(TEACHER, {"range": "main-grade", "point": "3"}, "2019-05-01"), "base-pay"
    )
    assert unknown.outcome is Outcome.IN_LINE


# No national allowance for additional support needs


def test_there_is_no_national_allowance_for_additional_support_needs() -> None:
    found = about(answer(COORDINATOR, ON_POINT_5), "sen-allowance")
    assert (found.outcome, found.force) == (Outcome.NOT_DUE, Force.INFORMATION)
    assert (found.wording, found.because.result) == ("sen-allowance.scotland-none", NOT_MET)
    leaf = found.because.parts[-1]
    assert (leaf.fact, leaf.value) == ("allowances", "none for additional support needs")
    assert found.citations[0].rule == "SC-PAY-06"


def test_a_qualification_for_sensory_impairment_brings_no_allowance() -> None:
    assessment = answer(TEACHER, ON_POINT_5, sensory_qualification_required="yes")
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.wording) == (Outcome.NOT_DUE, "sen-allowance.scotland-sensory")
    assert "SC-REG-03" in {citation.rule for citation in found.citations}


@pytest.mark.parametrize(
    ("on", "facts"),
    [("2026-09-01", {"employer": "not-known"}), ("2007-07-31", {})],
)
def test_whether_an_allowance_may_exist_is_not_known_before_the_tables_or_without_an_employer(
    on: str, facts: Mapping[str, Any]
) -> None:
    found = about(answer(TEACHER, paid("main-grade", point="1"), on, **facts), "sen-allowance")
    assert (found.outcome, found.because.result) == (Outcome.CANNOT_TELL, NOT_KNOWN)


def test_no_finding_is_made_on_a_coordinators_qualification() -> None:
    subjects = {found.about for found in answer(COORDINATOR, ON_POINT_5).findings}
    assert "senco-qualification" not in subjects


def test_a_local_payment_is_compared_with_nothing_and_decides_nothing() -> None:
    pay = paid("main-grade", 54453, allowance("honorarium", 500), point="5")
    assessment = answer(TEACHER, pay)
    found = next(one for one in assessment.findings if one.wording.endswith("scotland-local"))
    assert (found.outcome, found.force) == (Outcome.CANNOT_TELL, Force.INFORMATION)
    assert assessment.verdict == "appropriate"


# Part-time work


def test_half_a_principal_teacher_of_2014_is_paid_half_the_point() -> None:
    pay = paid("principal-teacher", 22176, point="5", basis="received")
    assessment = answer(PROMOTED, pay, "2014-11-15", fte=0.5, job_size_score=130)
    assert assessment.verdict == "appropriate"
    assert about(assessment, "base-pay").amount_low == Decimal(22176)
    part_time = about(assessment, "part-time")
    assert (part_time.outcome, part_time.force) == (Outcome.IN_LINE, Force.SHOULD)
    assert (part_time.details["hours"], part_time.citations[0].rule) == (17.5, "SC-PAY-02")


@pytest.mark.parametrize(
    ("pay", "outcome"),
    [
        (paid("main-grade", 20000, point="5", basis="received"), "below"),
        (paid("main-grade", 27226, point="5", basis="received"), "in-line"),
        (paid("main-grade", 40000, point="5", basis="received", salary_conserved="no"), "in-line"),
        ({"range": "main-grade", "point": "5", "salary": 27226}, "cannot-tell"),
    ],
)
def test_a_part_time_salary_is_in_proportion(pay: Mapping[str, object], outcome: str) -> None:
    assert about(answer(TEACHER, pay, fte=0.5), "part-time").outcome == outcome


def test_a_part_time_salary_that_was_not_entered_is_not_called_in_proportion() -> None:
    found = about(answer(TEACHER, paid("main-grade", point="5"), fte=0.5), "part-time")
    assert (found.outcome, found.wording) == (Outcome.IN_LINE, "part-time.scotland-no-salary")
    assert found.details["hours"] == 17.5


def test_full_time_work_has_no_finding_on_part_time() -> None:
    subjects = {found.about for found in answer(TEACHER, ON_POINT_5).findings}
    assert "part-time" not in subjects


# Conditions beside pay


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"teaching_hours": 22.5}, "in-line"),
        ({"teaching_hours": 22.51}, "short-of-guidance"),
        ({"teaching_hours": 18.5, "induction_completed": "no"}, "in-line"),
        ({"teaching_hours": 19, "induction_completed": "no"}, "short-of-guidance"),
        ({"teaching_hours": 11.25, "fte": 0.5}, "in-line"),
        ({"teaching_hours": 11.5, "fte": 0.5}, "short-of-guidance"),
        ({"teaching_hours": 20, "fte": "not-known"}, "cannot-tell"),
        ({"teaching_hours": 23, "fte": "not-known"}, "short-of-guidance"),
        ({"directed_hours": 1365}, "in-line"),
        ({"directed_hours": 1366}, "short-of-guidance"),
        ({"does_support_staff_tasks": "yes"}, "short-of-guidance"),
        ({"does_support_staff_tasks": "no"}, "in-line"),
    ],
)
def test_class_contact_the_week_and_support_tasks_are_conditions_that_decide_no_pay(
    facts: Mapping[str, Any], outcome: str
) -> None:
    in_probation = "induction_completed" in facts
    pay = paid("main-grade", 36159, point="0") if in_probation else ON_POINT_5
    assessment = answer(TEACHER, pay, **facts)
    found = about(assessment, "paperwork")
    assert (found.outcome, found.force) == (outcome, Force.MUST)
    assert assessment.verdict == "appropriate"


def test_unknown_hours_of_a_part_time_post_ask_for_the_fte() -> None:
    assessment = answer(TEACHER, ON_POINT_5, teaching_hours=20, fte="not-known")
    assert about(assessment, "paperwork").missing == ("fte",)


def test_conditions_are_judged_only_from_the_day_of_their_rule() -> None:
    pay = paid("main-grade", point="1")
    before = answer(TEACHER, pay, "2006-07-31", teaching_hours=30, does_support_staff_tasks="yes")
    assert "paperwork" not in {found.about for found in before.findings}
    after = answer(TEACHER, pay, "2006-08-01", teaching_hours=30, does_support_staff_tasks="yes")
    assert [test.rule for test in about(after, "paperwork").because.parts] == ["SC-WT-02"]


# Published salaries of worked cases


def test_a_head_on_fair_isle_was_paid_56787_with_the_islands_allowance_once() -> None:
    pay = paid("depute-head-headteacher", 54522, allowance("distant-islands", 2265), point="3")
    assessment = answer(PROMOTED, pay, "2021-03-31", role="headteacher", distant_island="yes")
    base, island = about(assessment, "base-pay"), of_place(assessment, "distant-islands")
    assert (base.outcome, island.outcome) == (Outcome.IN_LINE, Outcome.IN_LINE)
    assert base.paid is not None
    assert island.paid is not None
    assert base.paid + island.paid == Decimal(56787)


def test_a_promoted_teacher_may_earn_less_than_a_chartered_one_and_both_be_in_line() -> None:
    on = "2022-01-01"
    chartered = answer(TEACHER, paid("chartered-teacher", 51903, point="6"), on)
    head = answer(PROMOTED, paid("depute-head-headteacher", 52350, point="1"), on)
    principal = answer(PROMOTED, paid("principal-teacher", point="4"), on)
    assert about(chartered, "base-pay").outcome is Outcome.IN_LINE
    assert about(head, "base-pay").outcome is Outcome.IN_LINE
    assert about(principal, "base-pay").amount_low == Decimal(51903)


def test_an_hour_of_supply_in_2011_was_a_1645th_of_point_1() -> None:
    point = library().book("scotland").amount(date(2011, 9, 1), "all", "main-grade", "1")
    hours = library().limit("scotland", "hour_rate_hours").number
    assert (point, hours) == (Decimal(25716), Decimal(1645))
    assert point is not None
    assert hours is not None
    assert round(point / hours, 4) == Decimal("15.6328")


# Whatever is asked, an answer or what is held


def _texts() -> Wording:
    return Wording.load()


def _headlines_and_explanations(post: Mapping[str, object], pay: Mapping[str, object]) -> str:
    report = describe(answer(post, pay), library(), _texts())
    return " ".join(
        part for found in report.findings for part in (found.headline, *found.explanation)
    )


FACTS = st.sampled_from(Fact)
MAYBE_LETTERS = st.none() | st.lists(st.sampled_from("abcdefghij"), max_size=4).map(tuple)
MAYBE_CHANGES = st.none() | st.lists(st.sampled_from("ABC"), max_size=5).map(tuple)
DAYS = st.dates(date(2002, 8, 1), date(2028, 7, 31))
MONEY = st.integers(0, 130_000).map(Decimal)
POSTS = st.builds(
    Post,
    employer=st.none() | st.sampled_from(sorted(scotland.EMPLOYERS)),
    school_type=st.none() | st.sampled_from(SchoolType),
    role=st.none() | st.sampled_from(Role),
    fte=st.none() | st.sampled_from([Decimal(1), Decimal("0.6")]),
    qualified_teacher=FACTS,
    induction_completed=FACTS,
    designated_coordinator=FACTS,
    significant_responsibility=FACTS,
    promoted_post=FACTS,
    job_size_score=st.none() | st.integers(0, 600).map(Decimal),
    last_sized=st.none() | DAYS,
    changes_since_sizing=MAYBE_CHANGES,
    acting_days=st.none() | st.integers(0, 600),
    promoted_duties=MAYBE_LETTERS,
    remote_school=FACTS,
    distant_island=FACTS,
    residential_school=FACTS,
    covering_absent_holder=FACTS,
    sensory_qualification_required=FACTS,
    reduction_date=st.none() | DAYS,
    reduction_cause=st.none() | st.sampled_from(["job sizing", "end of acting", "own wish"]),
    sum_before=st.none() | MONEY,
    teaching_hours=st.none() | st.integers(0, 40).map(Decimal),
    directed_hours=st.none() | st.integers(0, 1500).map(Decimal),
    does_support_staff_tasks=FACTS,
)
ALLOWANCES = st.builds(
    Allowance,
    kind=st.sampled_from(sorted(scotland.KINDS)),
    amount=MONEY,
    basis=st.none() | st.sampled_from(Basis),
    safeguarded=FACTS,
)
PAYS = st.builds(
    Pay,
    range=st.none() | st.sampled_from(sorted(scotland.RANGES)),
    point=st.none() | st.sampled_from(["0", "1", "3", "5", "6", "8", "19", "SEN"]),
    salary=st.none() | MONEY,
    basis=st.none() | st.sampled_from(Basis),
    salary_conserved=FACTS,
    allowances=st.lists(ALLOWANCES, max_size=3).map(tuple),
)


@given(post=POSTS, pay=PAYS, on=DAYS)
def test_every_case_is_answered_in_words_or_says_what_is_wanting(
    post: Post, pay: Pay, on: date
) -> None:
    assessment = check(Case(nation=Nation.SCOTLAND, on=on, post=post, pay=pay), library())
    report = describe(assessment, library(), _texts())
    assert len(report.findings) == len(assessment.findings)
    for found in assessment.findings:
        assert found.gap is None or found.gap > 0
        if found.outcome in {Outcome.BELOW, Outcome.DUE_BUT_MISSING}:
            assert found.because.result is not NOT_KNOWN
        if "not_held" in found.details and found.wording.endswith("no-figure"):
            assert isinstance(found.details["not_held"], Figure | NotHeld)


@given(post=POSTS, pay=PAYS, on=DAYS)
def test_no_pound_is_counted_twice_between_the_salary_and_the_promoted_post(
    post: Post, pay: Pay, on: date
) -> None:
    assessment = check(Case(nation=Nation.SCOTLAND, on=on, post=post, pay=pay), library())
    base, found = about(assessment, "base-pay"), _promoted(assessment.findings)
    if found is None or found.gap is None or base.outcome is not Outcome.BELOW:
        return
    assert base.amount_low is not None
    assert found.paid is not None
    assert found.paid >= base.amount_low


def _promoted(findings: tuple[Any, ...]) -> Any:
    return next((found for found in findings if found.about == "promoted-post"), None)


def test_the_kinds_of_other_nations_are_none_of_scotlands() -> None:
    assert AllowanceKind.SEN_ALLOWANCE not in scotland.KINDS
    assert about(answer(TEACHER, ON_POINT_5), "instrument").because.result is MET


# Promoted or not


def test_whether_a_main_grade_post_is_promoted_has_to_be_known() -> None:
    """SC-PAY-12: a promoted post is paid at the point of its job size, which is a must."""
    assessment = answer(TEACHER, ON_POINT_5, promoted_post="not-known")
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert found.missing == ("promoted_post",)
    assert assessment.verdict == "cannot-tell"


def test_a_coordinator_whose_promotion_is_not_known_is_asked_for_it_first() -> None:
    found = about(answer(COORDINATOR, ON_POINT_5, promoted_post="not-known"), "promoted-post")
    assert (found.outcome, found.force, found.missing[0]) == (
        "cannot-tell",
        "must",
        "promoted_post",
    )
