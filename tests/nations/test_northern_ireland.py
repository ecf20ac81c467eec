"""Northern Ireland, rule by rule: published answers, boundary days, and every outcome."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.check import check
from payapp.domain.cases import Case, CaseRefused, Nation
from payapp.domain.figures import NotHeld
from payapp.domain.findings import Finding, Outcome
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import DesignatedUnit, Employer, Phase, Post, Role, SchoolType
from payapp.domain.tests_over_facts import MET, Fact
from payapp.nations import northern_ireland
from payapp.nations.base_pay import Recognised
from tests.nations.northern_irish import (
    PRINCIPAL,
    SENCO,
    SPECIAL,
    TEACHER,
    TESTS_MET,
    U3,
    answer,
    asked,
    cited,
    every,
    told,
    without,
)
from tests.worked import about, allowance, library, paid, subjects

# Which circulars bind


@pytest.mark.parametrize(
    ("employer", "outcome"),
    [
        ("grant-aided", "in-line"),
        ("maintained", "in-line"),
        ("central-service", "cannot-tell"),
        ("independent", "does-not-apply"),
        ("agency", "does-not-apply"),
    ],
)
def test_the_scales_reach_grant_aided_schools_only(employer: str, outcome: str) -> None:
    found = asked("instrument", {**TEACHER, "employer": employer}, U3)
    assert found.outcome == outcome
    assert found.wording == f"instrument.northern-ireland.{employer}"
    assert {"NI-PAY-01", "NI-PAY-02"} == cited(found)


def test_a_maintained_school_is_a_kind_of_grant_aided_school() -> None:
    one = answer({**TEACHER, "employer": "grant-aided"}, U3)
    other = answer({**TEACHER, "employer": "maintained"}, U3)
    assert (one.verdict, other.verdict) == ("appropriate", "appropriate")


@pytest.mark.parametrize("employer", ["independent", "agency"])
def test_outside_grant_aided_schools_the_verdict_is_that_nothing_applies(employer: str) -> None:
    pay = paid("main-pay-scale", 20000, allowance("sen1", 5), point="M4")
    assessment = answer({**SPECIAL, **TESTS_MET, "employer": employer}, pay)
    assert assessment.verdict == "does-not-apply"
    for subject in ("base-pay", "teaching-allowance", "sen-allowance"):
        assert about(assessment, subject).outcome == "does-not-apply"
    assert not every("leadership", assessment)


def test_an_employer_not_known_is_asked_for_and_nothing_is_called_in_line() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3")
    assessment = answer(without(SENCO, "employer"), pay)
    assert assessment.verdict == "cannot-tell"
    assert about(assessment, "instrument").missing == ("employer",)
    assert about(assessment, "base-pay").wording == "base-pay.if-bound"
    assert about(assessment, "teaching-allowance").wording == "teaching-allowance.if-bound"


def test_whether_the_scales_reach_the_education_authoritys_own_service_is_not_settled() -> None:
    assessment = answer({**TEACHER, "employer": "central-service"}, U3)
    assert assessment.verdict == "cannot-tell"
    assert about(assessment, "instrument").missing == ()
    assert about(assessment, "instrument").next_steps == ("ask-contract", "ask-pay-policy")


@pytest.mark.parametrize("employer", ["academy-on-stpcd", "academy-own-terms", "council"])
def test_an_employer_of_another_nation_is_refused_with_what_is_accepted(employer: str) -> None:
    with pytest.raises(CaseRefused, match=r"post\.employer.*grant-aided.*maintained") as refusal:
        answer({**TEACHER, "employer": employer}, U3)
    assert refusal.value.value == employer


@pytest.mark.parametrize(
    ("pay", "field"),
    [
        (paid("main-pay-range", 40000), "pay.range"),
        (paid("upper-pay-scale", 50876, allowance("tlr2", 3000)), r"pay.allowances\[0\].kind"),
        (paid("upper-pay-scale", 1, allowance("sen1", 1), allowance("tlr1", 1)), r"\[1\].kind"),
    ],
)
def test_a_range_or_payment_of_another_nation_is_refused(
    pay: dict[str, object], field: str
) -> None:
    with pytest.raises(CaseRefused, match=f"{field}.*Northern Ireland has no such"):
        answer(TEACHER, pay)


def test_no_rule_of_another_nations_document_is_ever_cited() -> None:
    pay = paid(
        "upper-pay-scale",
        40000,
        allowance("teaching-allowance-1", 9),
        allowance("sen2", 9),
        allowance("honorarium", 9),
        point="U3",
    )
    post = {**SPECIAL, **TESTS_MET, "fte": 0.6, "directed_hours": 1300}
    rules = {rule for found in answer(post, pay).findings for rule in cited(found)}
    assert rules
    assert all(rule.startswith("NI-") for rule in rules)


@pytest.mark.parametrize(("on", "edition"), [("2025-08-31", "2024"), ("2025-09-01", "2025")])
def test_the_edition_is_the_pay_year_that_begins_in_september(on: str, edition: str) -> None:
    assert {each.edition for each in asked("instrument", TEACHER, U3, on=on).citations} == {edition}


# Scale and point


@pytest.mark.parametrize(
    ("on", "pay_range", "point", "amount"),
    [
        ("2010-09-01", "main-pay-scale", "M1", 21588),
        ("2013-08-31", "upper-pay-scale", "U3", 36756),
        ("2014-09-01", "unqualified", "value", 14010),
        ("2016-09-01", "main-pay-scale", "M1", 22243),
        ("2016-09-01", "upper-pay-scale", "U3", 37870),
        ("2016-09-01", "leadership", "L4", 41562),
        ("2016-09-01", "leadership", "L9", 47020),
        ("2016-09-01", "leadership", "L18", 58676),
        ("2016-09-01", "leadership", "L24", 67962),
        ("2023-08-31", "main-pay-scale", "M1", 25598),
        ("2023-09-01", "main-pay-scale", "M2", 30000),
        ("2024-08-31", "main-pay-scale", "M2", 30000),
        ("2024-09-01", "main-pay-scale", "M2", 31650),
        ("2024-09-01", "main-pay-scale", "M6", 42144),
        ("2024-09-01", "upper-pay-scale", "U3", 48919),
        ("2024-09-01", "leadership", "L7", 57728),
        ("2024-09-01", "leadership", "L13", 66634),
        ("2025-08-31", "main-pay-scale", "M2", 31650),
        ("2025-09-01", "main-pay-scale", "M2", 32916),
        ("2025-09-01", "upper-pay-scale", "U3", 50876),
        ("2027-08-31", "upper-pay-scale", "U3", 50876),
    ],
)
def test_an_agreed_point_is_exact(on: str, pay_range: str, point: str, amount: int) -> None:
    post = PRINCIPAL if pay_range == "leadership" else TEACHER
    exact = asked("base-pay", post, paid(pay_range, amount, point=point), on=on)
    assert told(exact, "outcome", "amount_low", "amount_high") == ("in-line", amount, amount)
    short = asked("base-pay", post, paid(pay_range, amount - 1, point=point), on=on)
    assert told(short, "outcome", "force", "gap") == ("below", "must", 1)
    over = paid(pay_range, amount + 1, point=point, salary_conserved="no")
    assert asked("base-pay", post, over, on=on).outcome == "above"


def test_m1_is_gone_from_september_2023_and_its_holder_is_on_m2() -> None:
    old = paid("main-pay-scale", 25598, point="M1")
    assert asked("base-pay", TEACHER, old, on="2023-08-31").outcome == "in-line"
    found = asked("base-pay", TEACHER, old, on="2023-09-01")
    assert told(found, "outcome", "amount_low", "gap") == ("below", 30000, 4402)
    assert "NI-PAY-03" in cited(found)
    moved = paid("main-pay-scale", 30000, point="M1")
    assert asked("base-pay", TEACHER, moved, on="2023-09-01").outcome == "in-line"


def test_m1_without_a_salary_is_not_read_as_paid_at_m2() -> None:
    found = asked("base-pay", TEACHER, paid("main-pay-scale", point="M1"), on="2023-09-01")
    assert (found.outcome, found.force, found.missing) == ("cannot-tell", "must", ("salary",))
    assert [figure.amount for figure in found.figures] == [30000]
    before = asked("base-pay", TEACHER, paid("main-pay-scale", point="M1"), on="2023-08-31")
    assert (before.outcome, before.wording) == ("in-line", "base-pay.read-from-the-point")


def test_m1_in_a_school_outside_the_scales_is_not_moved_anywhere() -> None:
    post = {**TEACHER, "employer": "independent"}
    found = asked("base-pay", post, paid("main-pay-scale", 1, point="M1"), on="2023-09-01")
    assert found.outcome == "does-not-apply"


def test_a_teacher_above_m1_keeps_the_point_in_september_2023() -> None:
    found = asked("base-pay", TEACHER, paid("main-pay-scale", 32067, point="M3"), on="2023-09-01")
    assert told(found, "outcome", "amount_low") == ("in-line", 32067)


def test_the_thousand_pounds_of_2023_stays_in_the_points() -> None:
    kept = paid("upper-pay-scale", 48919, point="U3")
    assert asked("base-pay", TEACHER, kept, on="2024-09-01").outcome == "in-line"
    # 46,368 less the 1,000, raised by the 5.5% of 2024.
    taken_out = paid("upper-pay-scale", 47864, point="U3")
    assert asked("base-pay", TEACHER, taken_out, on="2024-09-01").gap == 1055


def test_the_starting_point_before_the_award_of_2024_is_recognised() -> None:
    found = asked("base-pay", TEACHER, paid("main-pay-scale", 30000, point="M2"), on="2024-09-01")
    assert told(found, "outcome", "gap") == ("below", 1650)
    recognised = found.details["recognised"]
    assert isinstance(recognised, Recognised)
    assert recognised.figure.valid_from == date(2023, 9, 1)
    assert recognised.how == "earlier-year"


@pytest.mark.parametrize(
    ("on", "rule"),
    [
        ("2021-08-31", "NI-PAY-08"),
        ("2021-09-01", "NI-PAY-05"),
        ("2023-08-31", "NI-PAY-05"),
        ("2023-09-01", "NI-PAY-04"),
        ("2024-08-31", "NI-PAY-04"),
        ("2024-09-01", "NI-PAY-06"),
        ("2025-08-31", "NI-PAY-06"),
        ("2025-09-01", "NI-PAY-07"),
    ],
)
def test_the_award_in_force_on_the_day_is_cited_and_no_other(on: str, rule: str) -> None:
    awards = {f"NI-PAY-0{number}" for number in range(4, 9)}
    assert cited(asked("base-pay", TEACHER, U3, on=on)) & awards == {rule}


def test_pay_above_a_point_may_be_conserved_and_that_is_asked() -> None:
    over = asked("base-pay", TEACHER, paid("upper-pay-scale", 52000, point="U3"))
    assert (over.outcome, over.missing) == ("cannot-tell", ("salary_conserved",))
    conserved = paid("upper-pay-scale", 52000, point="U3", salary_conserved="yes")
    assert asked("base-pay", TEACHER, conserved).outcome == "in-line"


def test_a_part_timer_is_paid_the_point_pro_rata() -> None:
    pay = paid("upper-pay-scale", 30000, point="U3", basis="received")
    found = asked("base-pay", {**TEACHER, "fte": 0.6}, pay)
    assert told(found, "outcome", "amount_low") == ("below", Decimal("30525.60"))
    assert found.gap == Decimal("525.60")
    assert "NI-PT-01" in cited(found)


@pytest.mark.parametrize(("point", "salary"), [("L2", 60000), ("L8", 61000), ("L23", 80000)])
def test_a_leadership_point_that_is_not_held_is_named_with_what_is_held(
    point: str, salary: int
) -> None:
    found = asked("base-pay", PRINCIPAL, paid("leadership", salary, point=point))
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    not_held = found.details["not_held"]
    assert isinstance(not_held, NotHeld)
    assert (not_held.point, len(not_held.held)) == (point, 14)


def test_less_than_the_lowest_point_is_short_whichever_point_it_is() -> None:
    found = asked("base-pay", PRINCIPAL, paid("leadership", 51000, point="L2"))
    assert told(found, "outcome", "amount_low") == ("below", 51834)


def test_between_the_points_that_are_held_the_point_is_asked_for() -> None:
    found = asked("base-pay", PRINCIPAL, paid("leadership", 61500))
    assert (found.outcome, found.wording) == ("cannot-tell", "base-pay.point-not-held")
    assert found.missing == ("point",)


def test_a_salary_that_is_no_point_of_a_full_scale_is_recognised_from_another_year() -> None:
    found = asked("base-pay", TEACHER, paid("main-pay-scale", 42144))
    assert (found.outcome, found.wording) == ("cannot-tell", "base-pay.no-such-point")
    recognised = found.details["recognised"]
    assert isinstance(recognised, Recognised)
    assert (recognised.figure.point, recognised.figure.valid_from) == ("M6", date(2024, 9, 1))


@pytest.mark.parametrize(("on", "held"), [("2009-10-01", "2010-09-01"), ("2014-03-01", "2014-09")])
def test_a_day_without_figures_is_answered_with_what_is_held(on: str, held: str) -> None:
    found = asked("base-pay", TEACHER, paid("main-pay-scale", 30000), on=on)
    assert found.outcome == "cannot-tell"
    not_held = found.details["not_held"]
    assert isinstance(not_held, NotHeld)
    assert not_held.lacking == "date"
    assert any(held in period for period in not_held.held)


def test_a_substitute_is_paid_a_195th_of_the_own_point_a_day() -> None:
    post = {**TEACHER, "role": "supply"}
    found = asked("base-pay", post, paid("main-pay-scale", point="M2"), on="2024-10-01")
    assert found.details["day_rate"] == Decimal("162.31")
    assert "NI-SUB-01" in cited(found)
    for pay in (paid("main-pay-scale", 31650), paid("leadership", 60000, point="L2")):
        assert "day_rate" not in asked("base-pay", post, pay, on="2024-10-01").details


@pytest.mark.parametrize(
    ("point", "salary", "outcome", "low", "high", "gap"),
    [
        ("L5", 50000, "below", 55728, 60038, 5728),
        ("L6", 55727, "below", 55728, 60038, 1),
        ("L5", 55728, "cannot-tell", None, None, None),
        ("L6", 60038, "cannot-tell", None, None, None),
        ("L5", 60039, "above", 55728, 60038, None),
        ("L2", 51833, "below", 51834, 55728, 1),
        ("L4", 55000, "below", 55728, 55728, 728),
        ("L44", 150000, "above", 51834, 143422, None),
        ("L44", 143422, "cannot-tell", None, None, None),
        ("top", 54000, "cannot-tell", None, None, None),
        ("L5", None, "cannot-tell", None, None, None),
    ],
)
def test_a_leadership_point_without_a_figure_lies_between_those_that_are_held(
    point: str, salary: int | None, outcome: str, low: int | None, high: int | None, gap: int | None
) -> None:
    """L1 is 51,834, L4 55,728, L7 60,038 and L43 143,422; between them nothing is held."""
    pay = paid("leadership", salary, point=point, salary_conserved="no")
    found = asked("base-pay", {**PRINCIPAL, "role": "deputy-head"}, pay)
    assert found.outcome == outcome
    assert [found.amount_low, found.amount_high, found.gap] == [low, high, gap]


def test_a_point_without_a_figure_is_compared_in_proportion_and_only_where_bound() -> None:
    post = {**PRINCIPAL, "role": "deputy-head", "fte": 0.5}
    pay = paid("leadership", 26000, point="L5", basis="received")
    found = asked("base-pay", post, pay)
    assert told(found, "wording", "gap") == ("base-pay.below-a-lower-point", 1864)
    assert asked("base-pay", without(post, "employer"), pay).outcome == "cannot-tell"


@pytest.mark.parametrize("pay", [U3, paid("unqualified", 20000), {}])
def test_support_staff_are_on_no_scale_of_teachers(pay: dict[str, object]) -> None:
    post = {**TEACHER, "role": "support-staff"}
    assessment = answer(post, pay)
    found = about(assessment, "base-pay")
    assert (found.outcome, found.wording) == ("does-not-apply", "base-pay.support-staff")
    assert "combination" not in subjects(assessment)
    assert assessment.verdict == "does-not-apply"
    elsewhere = {**post, "employer": "independent"}
    assert about(answer(elsewhere, pay), "base-pay").wording == "base-pay.not-bound"


def test_a_flat_sum_of_the_freeze_is_told_to_the_lowest_paid_and_not_counted() -> None:
    """The scales stood still in 2011 and 2012; those on 21,000 or less got 250."""

    def told(salary: int | None, on: str, **facts: object) -> list[Finding]:
        pay = paid("unqualified", salary)
        found = every("uplift", answer({**TEACHER, "qualified_teacher": "no", **facts}, pay, on=on))
        return [each for each in found if each.wording == "uplift.sum-during-the-freeze"]

    for on in ("2011-09-01", "2013-08-31"):
        (found,) = told(13734, on)
        assert (found.outcome, found.force, found.gap) == ("in-line", "information", None)
        assert (found.details["flat"], found.details["up_to"]) == (250, 21000)
        assert cited(found) == {"NI-PAY-12"}
    assert len(told(21000, "2012-09-01")) == 1
    assert told(21001, "2012-09-01") == []
    assert told(None, "2012-09-01") == []
    assert told(13734, "2011-08-31") == []
    assert told(13734, "2013-09-01") == []
    assert told(13734, "2012-09-01", employer="independent") == []


def test_an_answer_at_an_exact_point_rests_on_that_figure_alone() -> None:
    printed = asked("base-pay", PRINCIPAL, paid("leadership", 41562, point="L4"), on="2016-09-01")
    assert [(figure.point, figure.provenance) for figure in printed.figures] == [("L4", "printed")]
    unbound = asked("base-pay", without(TEACHER, "employer"), U3)
    assert [figure.amount for figure in unbound.figures] == [50876]
    assert unbound.details["compared"] == unbound.figures[0]


def test_a_derived_figure_is_marked_as_computed() -> None:
    found = asked("base-pay", TEACHER, paid("main-pay-scale", 43830, point="M6"))
    assert found.outcome == "in-line"
    assert {figure.provenance for figure in found.figures if figure.point == "M6"} == {"derived"}


# The co-ordinator in law


@pytest.mark.parametrize(
    ("role", "designated"), [("senco", "yes"), ("class-teacher", "yes"), ("lsc", "not-known")]
)
def test_no_law_in_force_asks_a_coordinator_for_a_qualification(role: str, designated: str) -> None:
    post = {**TEACHER, "role": role, "designated_coordinator": designated}
    found = asked("senco-qualification", post, U3)
    assert (found.outcome, found.force) == ("does-not-apply", "information")
    assert found.because.rule == "NI-CO-04"
    assert found.because.result is MET
    assert {"NI-CO-01", "NI-CO-02", "NI-CO-03", "NI-CO-04"} <= cited(found)


def test_a_class_teacher_is_told_nothing_of_the_coordinators_place_in_law() -> None:
    assert not every("senco-qualification", answer(TEACHER, U3))


# Working time


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"directed_hours": 1265}, "in-line"),
        ({"directed_hours": 1266}, "not-permitted"),
        ({"phase": "primary", "teaching_hours": 25}, "in-line"),
        ({"phase": "primary", "teaching_hours": 25.5}, "not-permitted"),
        ({"phase": "secondary", "teaching_hours": 23.5}, "in-line"),
        ({"phase": "secondary", "teaching_hours": 24}, "not-permitted"),
        (
            {
                "phase": "secondary",
                "school_type": "special",
                "teaching_hours": 25,
                "pay_policy_covers_sen": "no",
            },
            "in-line",
        ),
        ({"phase": "all-age", "teaching_hours": 23.5}, "in-line"),
        ({"phase": "all-age", "teaching_hours": 24}, "cannot-tell"),
        ({"fte": 0.6, "directed_hours": 759}, "in-line"),
        ({"fte": 0.6, "directed_hours": 760}, "cannot-tell"),
        ({"fte": 0.6, "directed_hours": 1266}, "not-permitted"),
    ],
)
def test_directed_and_teaching_hours_have_limits(facts: dict[str, object], outcome: str) -> None:
    assessment = answer({**TEACHER, **facts}, U3)
    found = about(assessment, "paperwork")
    assert (found.outcome, found.force) == (outcome, "must")
    assert "NI-TIME-01" in cited(found)
    assert assessment.verdict == "appropriate"


def test_hours_that_cannot_be_judged_name_what_is_wanting() -> None:
    found = asked("paperwork", without({**TEACHER, "teaching_hours": 24}, "fte", "employer"), U3)
    assert (found.outcome, found.missing) == ("cannot-tell", ("employer", "fte", "phase"))


@pytest.mark.parametrize(
    "facts",
    [
        {"fte": 0.6, "directed_hours": 760},
        {"fte": 0.6, "phase": "secondary", "teaching_hours": 14.2},
        {"phase": "all-age", "teaching_hours": 24},
    ],
)
def test_hours_that_were_given_are_never_asked_for_again(facts: dict[str, object]) -> None:
    """1,265 and 23.5 hours are for full-time work; 759 and 14.1 are 0.6 of them."""
    found = asked("paperwork", {**TEACHER, "phase": "primary", **facts}, U3)
    assert (found.outcome, found.missing) == ("cannot-tell", ())


def test_the_duties_of_a_teaching_allowance_belong_in_the_time_budget() -> None:
    post = {**SENCO, "directed_hours": 1265}
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3")
    assert "NI-CO-09" in cited(asked("paperwork", post, pay))
    assert "NI-CO-09" not in cited(asked("paperwork", post, U3))


def test_the_hours_of_principals_are_not_judged() -> None:
    post = {**PRINCIPAL, "directed_hours": 2000}
    assert not every("paperwork", answer(post, paid("leadership", 51834, point="L1")))
    assert not every("paperwork", answer(TEACHER, U3))


# Other payments, reorganisation, routes


def test_an_honorarium_needs_an_approval_that_nobody_told_of() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("honorarium", 500), point="U3")
    assessment = answer(TEACHER, pay)
    found = about(assessment, "other-allowance")
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert (cited(found), found.next_steps[0]) == ({"NI-ACT-02"}, "ask-honorarium-approval")
    assert assessment.verdict == "cannot-tell"


def test_another_payment_is_shown_without_judgement() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("other", 500), point="U3")
    assessment = answer(TEACHER, pay)
    assert about(assessment, "other-allowance").force == "information"
    assert assessment.verdict == "appropriate"


@pytest.mark.parametrize(
    ("cause", "on", "outcome"),
    [
        ("reorganisation of the school", "2017-09-01", "may-be-considered"),
        ("closure", "2016-12-30", "not-due"),
        ("closure", "2016-12-31", "may-be-considered"),
        ("School closure", "2017-09-01", "may-be-considered"),
        ("merger of the schools", "2017-09-01", "may-be-considered"),
        ("own request", "2017-09-01", "not-due"),
        ("promotion", "2017-09-01", "not-due"),
        ("capability", "2017-09-01", "not-due"),
        ("lack of capability after closure", "2017-09-01", "cannot-tell"),
        ("no reorganisation", "2017-09-01", "cannot-tell"),
        ("disclosure", "2017-09-01", "cannot-tell"),
        (None, "2017-09-01", "cannot-tell"),
    ],
)
def test_a_post_lost_in_a_reorganisation_may_bring_an_allowance(
    cause: str | None, on: str, outcome: str
) -> None:
    post = {**TEACHER, "reduction_date": "2016-12-31", "sum_before": 1903}
    if cause is not None:
        post["reduction_cause"] = cause
    found = asked("safeguarding", post, U3, on=on)
    assert (found.outcome, found.force) == (outcome, "may")
    assert cited(found) == {"NI-REORG-01"}


def test_a_reorganisation_allowance_that_is_paid_is_not_asked_for_again() -> None:
    post = {**TEACHER, "reduction_date": "2016-12-31", "reduction_cause": "reorganisation"}
    kept = allowance("teaching-allowance-1", 1946, safeguarded="yes")
    pay = paid("upper-pay-scale", 38723, kept, point="U3")
    assert asked("safeguarding", post, pay, on="2017-09-01").outcome == "in-line"


def test_a_shortfall_comes_with_the_routes_and_the_three_months() -> None:
    short = asked("base-pay", TEACHER, paid("upper-pay-scale", 48919, point="U3"))
    assert short.details["tribunal_months"] == 3
    assert {"NI-ROUTE-01", "NI-ROUTE-02", "NI-ROUTE-03", "NI-ROUTE-04"} <= cited(short)
    assert short.next_steps[-2:] == ("raise-grievance", "notify-labour-relations-agency")
    assert "NI-ROUTE-02" not in cited(asked("base-pay", TEACHER, U3))


# Whatever is asked

FACTS = st.sampled_from(list(Fact))
AMOUNTS = st.integers(min_value=1, max_value=150_000).map(Decimal)
PARTS = st.sampled_from([None, Decimal("0.2"), Decimal("0.6"), Decimal(1)])

ALLOWANCES = st.builds(
    Allowance,
    kind=st.sampled_from(list(AllowanceKind)),
    amount=st.one_of(st.sampled_from([Decimal(2505), Decimal(2717)]), AMOUNTS),
    basis=st.sampled_from([None, *Basis]),
    share=PARTS,
    for_which_duty=st.sampled_from([None, "SEN", "music"]),
    safeguarded=FACTS,
)
PAYS = st.builds(
    Pay,
    range=st.sampled_from([None, *sorted(northern_ireland.RANGES)]),
    point=st.sampled_from([None, "M1", "M2", "M6", "U3", "L2", "L24", "value", "?"]),
    salary=st.one_of(st.none(), st.sampled_from([Decimal(30000), Decimal(50876)]), AMOUNTS),
    basis=st.sampled_from([None, *Basis]),
    salary_conserved=FACTS,
    allowances=st.lists(ALLOWANCES, max_size=3).map(tuple),
)
POSTS = st.builds(
    Post,
    employer=st.sampled_from([None, *Employer]),
    school_type=st.sampled_from([None, *SchoolType]),
    phase=st.sampled_from([None, *Phase]),
    designated_unit=st.sampled_from([None, *DesignatedUnit]),
    headteacher_group=st.sampled_from([None, *range(1, 9)]),
    role=st.sampled_from([None, *Role]),
    fte=PARTS,
    share_of_responsibility=PARTS,
    designated_coordinator=FACTS,
    teaches_sen_pupils=FACTS,
    teaches_designated_class=FACTS,
    significant_responsibility=FACTS,
    teaching_and_learning_focus=FACTS,
    professional_judgement=FACTS,
    impact_beyond_own_classes=FACTS,
    appointed_head_deputy_or_assistant=FACTS,
    allowance_in_contract_or_letter=FACTS,
    full_ta_agreed_for_part_timer=FACTS,
    reduction_date=st.sampled_from([None, date(2016, 12, 31)]),
    reduction_cause=st.sampled_from([None, "closure", "choice"]),
    directed_hours=st.sampled_from([None, Decimal(1200), Decimal(1300)]),
    teaching_hours=st.sampled_from([None, Decimal(24)]),
)
DAYS = st.dates(min_value=date(2009, 9, 1), max_value=date(2027, 8, 31))


@given(post=POSTS, pay=PAYS, on=DAYS)
def test_any_post_on_any_day_is_answered_or_refused_in_a_sentence(
    post: Post, pay: Pay, on: date
) -> None:
    case = Case(nation=Nation.NORTHERN_IRELAND, on=on, post=post, pay=pay)
    try:
        findings = check(case, library()).findings
    except CaseRefused:
        findings = ()
    for found in findings:
        assert all(rule.startswith("NI-") for rule in cited(found))
        if found.outcome is Outcome.IN_LINE and found.about == "base-pay":
            assert found.figures
        if found.outcome is Outcome.BELOW:
            assert found.because.result is not MET


@given(pay=PAYS, on=DAYS)
def test_no_base_pay_is_called_in_line_on_a_day_whose_figures_are_not_held(
    pay: Pay, on: date
) -> None:
    accepted = tuple(each for each in pay.allowances if each.kind in northern_ireland.KINDS)
    post = Post(employer=Employer.GRANT_AIDED, fte=Decimal(1))
    pay = Pay(range=pay.range, point=pay.point, salary=pay.salary, allowances=accepted)
    case = Case(nation=Nation.NORTHERN_IRELAND, on=on, post=post, pay=pay)
    found = about(check(case, library()), "base-pay")
    held = not (on < date(2010, 9, 1) or date(2013, 9, 1) <= on < date(2014, 9, 1))
    assert held or found.outcome is Outcome.CANNOT_TELL


# Status and scale


@pytest.mark.parametrize(
    ("status", "pay_range", "told"),
    [
        ("yes", "unqualified", ["combination.qualified-range"]),
        ("no", "main-pay-scale", ["combination.unqualified-range"]),
        ("yes", "main-pay-scale", []),
        ("no", "unqualified", []),
        ("not-known", "unqualified", ["combination.status-not-known"]),
        ("not-known", "main-pay-scale", []),
    ],
)
def test_no_text_says_who_is_paid_at_the_rate_for_unqualified_teachers(
    status: str, pay_range: str, told: list[str]
) -> None:
    assessment = answer({**TEACHER, "qualified_teacher": status}, paid(pay_range), "2022-10-01")
    found = every("combination", assessment)
    assert [each.wording for each in found] == told
    assert all((each.outcome, each.force) == ("cannot-tell", "must") for each in found)


def test_a_qualified_teacher_at_the_unqualified_rate_cannot_be_told_to_be_in_order() -> None:
    post = {**TEACHER, "qualified_teacher": "yes"}
    assert answer(post, paid("unqualified", point="value"), "2022-10-01").verdict == "cannot-tell"


def test_status_and_scale_are_no_matter_where_the_scales_do_not_bind() -> None:
    post = {**TEACHER, "employer": "independent", "qualified_teacher": "yes"}
    assert not every("combination", answer(post, paid("unqualified"), "2022-10-01"))


def test_a_part_timers_allowance_is_not_short_by_rules_that_may_not_bind() -> None:
    """Whether the scales reach the Education Authority's own services is not known."""
    post = {**SENCO, "employer": "central-service", "fte": 0.6}
    assessment = answer(
        post, paid("upper-pay-scale", 50876, allowance("teaching-allowance-4", 500))
    )
    assert every("part-time", assessment)[0].outcome == "cannot-tell"
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("facts", "sensory"),
    [
        ({"role": "specialist-sensory-teacher"}, True),
        ({"sensory_qualification_required": "yes"}, True),
        ({"sensory_qualification_required": "no"}, False),
        ({}, False),
    ],
)
def test_a_teacher_of_deaf_or_blind_children_is_asked_what_the_letter_says(
    facts: dict[str, object], *, sensory: bool
) -> None:
    """The regulations of 1987 gave them an allowance (NI-SEN-05): a reason to ask, and no more."""
    post = {**without(TEACHER, "allowance_in_contract_or_letter"), **facts}
    assessment = answer(post, U3)
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.force) == ("cannot-tell", "must" if sensory else "may")
    assert found.missing == ("allowance_in_contract_or_letter",)
    assert found.details["sensory"] is sensory
    assert assessment.verdict == ("cannot-tell" if sensory else "appropriate")
