"""Northern Ireland, rule by rule: published answers, boundary days, and every outcome."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case, CaseRefused, Nation
from payapp.domain.figures import NotHeld
from payapp.domain.findings import Finding, Outcome
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import DesignatedUnit, Employer, Phase, Post, Role, SchoolType
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, Fact, walk
from payapp.nations import northern_ireland
from payapp.nations.base_pay import Recognised
from tests.worked import about, allowance, library, paid, subjects
from tests.worked import answer as answer_in

TEACHER: Mapping[str, object] = {
    "employer": "grant-aided",
    "school_type": "mainstream",
    "role": "class-teacher",
    "fte": 1,
    "designated_coordinator": "no",
    "designated_unit": "none",
    "allowance_in_contract_or_letter": "no",
    "significant_responsibility": "no",
}
TESTS_MET: Mapping[str, str] = dict.fromkeys(
    (
        "significant_responsibility",
        "teaching_and_learning_focus",
        "professional_judgement",
        "impact_beyond_own_classes",
    ),
    "yes",
)
SENCO: Mapping[str, object] = {
    **TEACHER,
    **TESTS_MET,
    "role": "senco",
    "designated_coordinator": "yes",
}
SPECIAL: Mapping[str, object] = {
    **TEACHER,
    "school_type": "special",
    "role": "sen-teacher",
    "allowance_in_contract_or_letter": "not-known",
}
PRINCIPAL: Mapping[str, object] = {**TEACHER, "role": "headteacher"}
U3 = paid("upper-pay-scale", 50876, point="U3")


def answer(
    post: Mapping[str, object], pay: Mapping[str, object] | None = None, on: str = "2025-10-01"
) -> Assessment:
    return answer_in(post, pay, on=on, nation="northern-ireland")


def asked(subject: str, *arguments: Any, **keywords: Any) -> Finding:
    return about(answer(*arguments, **keywords), subject)


def every(subject: str, assessment: Assessment) -> list[Finding]:
    return [found for found in assessment.findings if found.about == subject]


def told(found: Finding, *names: str) -> tuple[object, ...]:
    return tuple(getattr(found, name) for name in names)


def cited(found: Finding) -> set[str]:
    return {citation.rule for citation in found.citations}


def without(post: Mapping[str, object], *facts: str) -> dict[str, object]:
    return {fact: value for fact, value in post.items() if fact not in facts}


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


# Teaching allowances


def test_where_the_tests_are_met_one_may_be_considered_at_any_of_five_values() -> None:
    found = asked("teaching-allowance", SENCO, U3)
    assert (found.outcome, found.force) == ("may-be-considered", "may")
    assert [figure.amount for figure in found.figures] == [2505, 5058, 8682, 11957, 16135]
    assert told(found, "amount_low", "amount_high", "paid") == (0, 16135, 0)
    assert found.details["level"] == "not-established"


def test_a_part_timer_without_one_is_shown_the_most_that_the_hours_allow() -> None:
    post = {**SENCO, "fte": 0.5, "full_ta_agreed_for_part_timer": "no"}
    found = asked("teaching-allowance", post, U3)
    assert found.amount_high == Decimal("8067.50")


def test_before_the_values_are_held_the_possibility_is_still_said() -> None:
    found = asked("teaching-allowance", SENCO, paid("upper-pay-scale"), on="2012-10-01")
    assert (found.outcome, found.wording) == (
        "may-be-considered",
        "teaching-allowance.may-no-figure",
    )
    assert found.amount_high is None


@pytest.mark.parametrize("fact", list(TESTS_MET)[:3])
def test_each_of_the_three_conditions_must_be_met(fact: str) -> None:
    refused = asked("teaching-allowance", {**SENCO, fact: "no"}, U3)
    assert (refused.outcome, refused.wording) == ("not-due", "teaching-allowance.not-due")
    unknown = asked("teaching-allowance", without(SENCO, fact), U3)
    assert (unknown.outcome, unknown.force, unknown.missing) == ("cannot-tell", "may", (fact,))


@pytest.mark.parametrize("fact", ["leads_area_or_pupil_development", "impact_beyond_own_classes"])
def test_either_description_that_was_read_is_enough(fact: str) -> None:
    post = {**without(SENCO, "impact_beyond_own_classes"), fact: "yes"}
    assert asked("teaching-allowance", post, U3).outcome == "may-be-considered"


def test_neither_description_settles_nothing_because_the_list_was_read_in_part() -> None:
    neither = {"leads_area_or_pupil_development": "no", "impact_beyond_own_classes": "no"}
    found = asked("teaching-allowance", {**SENCO, **neither}, U3)
    assert (found.outcome, found.missing) == ("cannot-tell", ())


@pytest.mark.parametrize(
    ("kind", "amount", "on"),
    [
        ("teaching-allowance-1", 2282, "2024-08-31"),
        ("teaching-allowance-1", 2408, "2024-09-01"),
        ("teaching-allowance-2", 4609, "2023-09-01"),
        ("teaching-allowance-3", 7912, "2023-09-01"),
        ("teaching-allowance-4", 10897, "2023-09-01"),
        ("teaching-allowance-5", 15514, "2024-09-01"),
    ],
)
def test_a_teaching_allowance_is_one_spot_value(kind: str, amount: int, on: str) -> None:
    def outcome(amount: int) -> tuple[str, str]:
        found = asked(
            "teaching-allowance", SENCO, paid("upper-pay-scale", 1, allowance(kind, amount)), on=on
        )
        return found.outcome, found.force

    assert outcome(amount) == ("in-line", "must")
    assert outcome(amount - 1) == ("below", "must")
    assert outcome(amount + 1) == ("above", "must")


def test_in_2023_allowances_rose_without_the_thousand_pounds() -> None:
    pay = paid("upper-pay-scale", 46368, allowance("teaching-allowance-1", 3282), point="U3")
    assert asked("teaching-allowance", SENCO, pay, on="2023-09-01").outcome == "above"


def test_one_paid_where_its_tests_are_not_met_is_questioned() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3")
    found = asked("teaching-allowance", TEACHER, pay)
    assert found.outcome == "not-permitted"
    assert found.wording == "teaching-allowance.paid-without-criteria"
    assert [found.amount_low, found.amount_high, found.paid] == [0, 0, 5058]


@pytest.mark.parametrize("amount", [5000, 5058, 5100])
def test_one_whose_tests_are_not_met_is_questioned_whatever_its_amount(amount: int) -> None:
    """The second teaching allowance was worth 5,058 in September 2025."""
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", amount), point="U3")
    assessment = answer(TEACHER, pay)
    assert about(assessment, "teaching-allowance").outcome == "not-permitted"
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


def test_one_that_may_be_protected_is_not_held_to_its_tests() -> None:
    held = allowance("teaching-allowance-2", 5058, safeguarded="not-known")
    found = asked("teaching-allowance", TEACHER, paid("upper-pay-scale", 50876, held, point="U3"))
    assert found.wording == "teaching-allowance.safeguarding-not-known"
    assert (found.outcome, found.missing) == ("cannot-tell", ("safeguarded",))
    assert [found.amount_low, found.amount_high, found.paid] == [None, None, 5058]


@pytest.mark.parametrize(
    ("kind", "value", "about_what"),
    [("teaching-allowance-2", 5058, "teaching-allowance"), ("sen1", 2717, "sen-allowance")],
)
def test_a_protected_allowance_is_not_held_against_the_value_of_the_day(
    kind: str, value: int, about_what: str
) -> None:
    """How much of a protected one is paid, and whether it rises, was not read (NI-REORG-01)."""

    def found(amount: int, safeguarded: str) -> Finding:
        payment = allowance(kind, amount, safeguarded=safeguarded)
        return asked(about_what, SENCO, paid("upper-pay-scale", 50876, payment, point="U3"))

    short = found(value - 100, "yes")
    assert (short.outcome, short.missing, short.gap) == ("cannot-tell", (), None)
    assert short.wording == f"{about_what}.below-unless-safeguarded"
    assert found(value - 100, "not-known").missing == ("safeguarded",)
    assert found(value - 100, "no").gap == 100
    over = found(value + 100, "yes")
    assert over.outcome == "in-line"
    assert [over.amount_low, over.amount_high, over.paid] == [value + 100] * 3


def test_a_payment_that_was_entered_is_never_asked_for() -> None:
    pay = paid("main-pay-scale", 20000, allowance("sen2", 3954))
    found = asked("sen-allowance", SENCO, pay, on="2008-09-01")
    assert (found.wording, found.missing) == ("sen-allowance.no-figure", ())


def test_one_paid_in_full_with_tests_not_known_leaves_a_may_open() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3")
    assessment = answer(without(SENCO, "professional_judgement"), pay)
    found = about(assessment, "teaching-allowance")
    assert (found.outcome, found.force) == ("cannot-tell", "may")
    assert found.missing == ("professional_judgement",)
    assert assessment.verdict == "appropriate"


def test_a_protected_one_may_be_above_the_value() -> None:
    kept = allowance("teaching-allowance-1", 9000, safeguarded="yes")
    found = asked("teaching-allowance", SENCO, paid("upper-pay-scale", 50876, kept, point="U3"))
    assert (found.outcome, found.wording) == ("in-line", "teaching-allowance.safeguarded")


TA2_2024 = allowance("teaching-allowance-2", 4863, "received")


@pytest.mark.parametrize(
    ("agreed", "outcome", "force"),
    [("yes", "in-line", "must"), ("no", "above", "must"), ("not-known", "cannot-tell", "must")],
)
def test_a_part_timer_holds_a_full_one_only_if_the_governors_agreed(
    agreed: str, outcome: str, force: str
) -> None:
    post = {**SENCO, "fte": 0.6, "full_ta_agreed_for_part_timer": agreed}
    pay = paid("upper-pay-scale", 48919, TA2_2024, point="U3")
    found = asked("teaching-allowance", post, pay, on="2024-10-01")
    assert (found.outcome, found.force) == (outcome, force)


def test_otherwise_a_part_timer_is_paid_pro_rata() -> None:
    post = {**SENCO, "fte": 0.6, "full_ta_agreed_for_part_timer": "no"}
    pro_rata = allowance("teaching-allowance-2", 2917.80, "received")
    assessment = answer(post, paid("upper-pay-scale", 48919, pro_rata, point="U3"), "2024-10-01")
    found = about(assessment, "teaching-allowance")
    assert told(found, "outcome", "amount_low") == ("in-line", Decimal("2917.80"))
    hours = about(assessment, "part-time")
    assert (hours.outcome, hours.details["proportion"]) == ("in-line", Decimal("0.6"))
    assert {"NI-TA-09", "NI-TA-10"} <= cited(hours)


def test_a_split_one_is_paid_by_its_share_whatever_the_hours() -> None:
    half = allowance("teaching-allowance-2", 2431.50, "received", share=0.5)
    assessment = answer(SENCO, paid("upper-pay-scale", 48919, half, point="U3"), "2024-10-01")
    found = about(assessment, "teaching-allowance")
    assert told(found, "outcome", "amount_low") == ("in-line", Decimal("2431.50"))
    split = about(assessment, "part-time")
    assert (split.wording, split.details["share"]) == ("part-time.share", Decimal("0.5"))
    assert any(test.rule == "NI-TA-11" for test in walk(split.because))


def test_a_share_that_the_post_and_the_allowance_state_differently_is_refused() -> None:
    half = allowance("teaching-allowance-2", 2431, "received", share=0.5)
    with pytest.raises(CaseRefused, match="share_of_responsibility"):
        answer({**SENCO, "share_of_responsibility": 0.6}, paid("upper-pay-scale", 1, half))


def test_a_full_time_holder_of_a_whole_one_needs_no_word_about_hours() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3")
    assert not every("part-time", answer(SENCO, pay))


def test_hours_that_decide_the_value_leave_a_must_open_and_others_a_may() -> None:
    whole = allowance("teaching-allowance-2", 5058)
    post = {**SENCO, "fte": 0.6}
    found = asked("part-time", post, paid("upper-pay-scale", 50876, whole, point="U3"))
    assert (found.outcome, found.force) == ("cannot-tell", "may")
    assert found.missing == ("full_ta_agreed_for_part_timer",)
    received = allowance("teaching-allowance-2", 5058, "received")
    found = asked("part-time", post, paid("upper-pay-scale", 50876, received, point="U3"))
    assert (found.outcome, found.force) == ("cannot-tell", "must")


# What may not be held together


def test_a_second_teaching_allowance_is_not_permitted() -> None:
    pay = paid(
        "upper-pay-scale",
        50876,
        allowance("teaching-allowance-1", 2505),
        allowance("teaching-allowance-2", 5058),
        point="U3",
    )
    assessment = answer(SENCO, pay)
    found = about(assessment, "combination")
    assert (found.outcome, found.force) == ("not-permitted", "must")
    assert {"NI-TA-02", "NI-TA-03"} <= cited(found)
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


@pytest.mark.parametrize(
    ("second", "outcome", "gap"), [(504, "below", 1), (505, "cannot-tell", None)]
)
def test_of_two_teaching_allowances_none_is_short_for_itself(
    second: int, outcome: str, gap: int | None
) -> None:
    """The first was worth 2,505 and the second 5,058; 2,000 are paid beside the amount."""
    two = (allowance("teaching-allowance-2", 2000), allowance("teaching-allowance-1", second))
    found = every("teaching-allowance", answer(SENCO, paid("upper-pay-scale", 50876, *two)))
    assert [(each.outcome, each.gap) for each in found] == [(outcome, gap), ("cannot-tell", None)]
    assert found[1].wording == "teaching-allowance.below-beside-another"


def test_of_two_split_teaching_allowances_the_smaller_share_tells_the_least() -> None:
    """A fifth of 2,505 is 501; 500 are paid in all."""
    two = (
        allowance("teaching-allowance-1", 300, "received", share=0.5),
        allowance("teaching-allowance-2", 200, "received", share=0.2),
    )
    found = every("teaching-allowance", answer(SENCO, paid("upper-pay-scale", 50876, *two)))
    assert [found[0].amount_low, found[0].paid, found[0].gap] == [501, 500, 1]


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (("sen1", 1358), ("sen1", 1359), "cannot-tell"),
        (("sen1", 1358), ("sen1", 1357), "below"),
        (("sen1", 1000), ("sen2", 5362), "cannot-tell"),
    ],
)
def test_of_two_special_needs_allowances_none_is_short_for_itself(
    one: tuple[str, int], other: tuple[str, int], outcome: str
) -> None:
    """SEN1 was worth 2,717 and SEN2 5,362; whether both are due at once was read nowhere."""
    post = {**SPECIAL, "allowance_in_contract_or_letter": "yes"}
    two = (allowance(*one, for_which_duty="a"), allowance(*other, for_which_duty="b"))
    assessment = answer(post, paid("upper-pay-scale", 50876, *two, point="U3"))
    assert about(assessment, "sen-allowance").outcome == outcome
    assert assessment.direction == ("underpaid" if outcome == "below" else None)


def test_the_proportion_of_each_teaching_allowance_is_told() -> None:
    split = allowance("teaching-allowance-1", 1252.50, "received", share=0.5)
    whole = allowance("teaching-allowance-2", 5058, "received", safeguarded="yes")
    for held in ((split, whole), (whole, split)):
        pay = paid("upper-pay-scale", 50876, *held, point="U3")
        told = every("part-time", answer({**SENCO, "fte": 0.6}, pay))
        wordings = {each.wording for each in told}
        assert wordings == {"part-time.share", "part-time.full-or-hours"}


@pytest.mark.parametrize(
    ("facts", "wording", "missing"),
    [
        ({"employer": "central-service"}, "cannot-tell-if-bound", ()),
        ({"employer": "not-known"}, "cannot-tell", ("employer",)),
        (
            {"leads_area_or_pupil_development": "no", "impact_beyond_own_classes": "no"},
            "cannot-tell",
            (),
        ),
    ],
)
def test_what_leaves_a_teaching_allowance_open_is_named(
    facts: dict[str, str], wording: str, missing: tuple[str, ...]
) -> None:
    found = asked("teaching-allowance", {**SENCO, **facts}, U3)
    assert (found.wording, found.missing) == (f"teaching-allowance.{wording}", missing)


def test_a_vice_principals_hours_decide_nothing_about_a_teaching_allowance() -> None:
    post = {**PRINCIPAL, "role": "deputy-head", "fte": 0.6}
    pay = paid("leadership", 55728, allowance("teaching-allowance-1", 2000), point="L4")
    assessment = answer(post, pay)
    assert not every("part-time", assessment)
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


def test_a_part_timer_is_short_by_the_hours_in_no_allowance_that_fails_or_has_a_second() -> None:
    """Of 2,505 and 5,058 a part-timer at 0.6 would be paid 1,503 and 3,034.80."""
    post = {"fte": 0.6, "full_ta_agreed_for_part_timer": "no"}
    one = allowance("teaching-allowance-1", 1000, "received")
    two = (one, allowance("teaching-allowance-2", 1000, "received"))
    for facts, held in (({**TEACHER, **post}, (one,)), ({**SENCO, **post}, two)):
        pay = paid("upper-pay-scale", 50876, *held, point="U3")
        assert asked("part-time", facts, pay).outcome == "in-line"
    pay = paid("upper-pay-scale", 50876, one, point="U3")
    assert asked("part-time", {**SENCO, **post}, pay).outcome == "below"


@pytest.mark.parametrize(
    ("safeguarded", "outcome"), [("yes", "in-line"), ("not-known", "cannot-tell")]
)
def test_a_protected_teaching_allowance_may_run_beside_a_current_one(
    safeguarded: str, outcome: str
) -> None:
    pay = paid(
        "upper-pay-scale",
        50876,
        allowance("teaching-allowance-1", 2505),
        allowance("teaching-allowance-2", 5058, safeguarded=safeguarded),
        point="U3",
    )
    assert asked("combination", SENCO, pay).outcome == outcome


def test_a_combination_is_not_called_barred_where_the_employer_is_not_known() -> None:
    two = (allowance("teaching-allowance-1", 2505), allowance("teaching-allowance-2", 5058))
    pay = paid("upper-pay-scale", 50876, *two, point="U3")
    found = asked("combination", without(SENCO, "employer"), pay)
    assert (found.outcome, found.missing) == ("cannot-tell", ("employer",))


@pytest.mark.parametrize("role", ["headteacher", "deputy-head"])
def test_a_principal_on_the_leadership_scale_holds_no_teaching_allowance(role: str) -> None:
    pay = paid("leadership", 51834, allowance("teaching-allowance-1", 2505), point="L1")
    assessment = answer({**SENCO, "role": role}, pay)
    assert about(assessment, "combination").outcome == "not-permitted"
    barred = about(assessment, "teaching-allowance")
    assert (barred.outcome, barred.wording) == ("not-due", "teaching-allowance.barred")


@pytest.mark.parametrize("role", ["deputy-head", "support-staff"])
def test_a_role_outside_classroom_teaching_is_barred_on_any_scale(role: str) -> None:
    found = asked("teaching-allowance", {**SENCO, "role": role}, U3)
    assert (found.outcome, found.wording) == ("not-due", "teaching-allowance.barred")


def test_no_text_says_whether_special_needs_allowances_are_held_together_or_with_another() -> None:
    pay = paid(
        "upper-pay-scale",
        50876,
        allowance("sen1", 2717),
        allowance("sen2", 5362),
        allowance("teaching-allowance-1", 2505),
        point="U3",
    )
    found = every("combination", answer({**SPECIAL, **TESTS_MET}, pay))
    assert [each.wording.rpartition(".")[2] for each in found] == [
        "sen1-and-sen2",
        "sen-and-teaching-allowance",
    ]
    assert {(each.outcome, each.force) for each in found} == {
        (Outcome.CANNOT_TELL, Force.INFORMATION)
    }


# SEN1 and SEN2


@pytest.mark.parametrize(
    ("kind", "amount", "on"),
    [
        ("sen1", 2062, "2016-09-01"),
        ("sen2", 4075, "2016-09-01"),
        ("sen1", 2612, "2024-09-01"),
        ("sen2", 5155, "2024-09-01"),
        ("sen1", 2717, "2025-09-01"),
        ("sen2", 5362, "2025-09-01"),
    ],
)
def test_the_value_is_compared_where_one_is_paid(kind: str, amount: int, on: str) -> None:
    def outcome(amount: int) -> list[str]:
        pay = paid("upper-pay-scale", 1, allowance(kind, amount))
        post = {**SPECIAL, "allowance_in_contract_or_letter": "yes"}
        return [found.outcome for found in every("sen-allowance", answer(post, pay, on))]

    assert outcome(amount) == ["in-line"]
    assert outcome(amount - 1) == ["below"]
    assert outcome(amount + 1) == ["above"]


@pytest.mark.parametrize(
    ("on", "provenance"), [("2024-09-01", "printed"), ("2025-09-01", "derived")]
)
def test_a_value_carries_whether_it_is_printed_or_computed(on: str, provenance: str) -> None:
    pay = paid("upper-pay-scale", 1, allowance("sen2", 5000))
    found = asked("sen-allowance", SPECIAL, pay, on=on)
    assert [figure.provenance for figure in found.figures] == [provenance]
    assert ("NI-SEN-01" in cited(found)) is (provenance == "derived")


def test_a_part_timers_special_needs_allowance_is_pro_rata() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("sen1", 1630, "received"), point="U3")
    found = asked("sen-allowance", {**SPECIAL, "fte": 0.6}, pay)
    assert told(found, "outcome", "amount_low") == ("in-line", Decimal("1630.20"))


@pytest.mark.parametrize(
    ("letter", "wording"),
    [("not-known", "paid-letter-not-known"), ("no", "paid-not-in-letter")],
)
def test_entitlement_to_one_that_is_paid_cannot_be_decided_from_published_text(
    letter: str, wording: str
) -> None:
    post = {**SPECIAL, "allowance_in_contract_or_letter": letter}
    assessment = answer(post, paid("upper-pay-scale", 50876, allowance("sen1", 2717), point="U3"))
    value, entitlement = every("sen-allowance", assessment)
    assert value.outcome == "in-line"
    assert (entitlement.outcome, entitlement.force) == ("cannot-tell", "must")
    assert entitlement.wording.endswith(wording)
    assert entitlement.next_steps == (
        "check-letter",
        "ask-pay-policy",
        "check-payslip",
        "ask-union",
    )
    assert assessment.verdict == "cannot-tell"


def test_one_that_the_letter_names_and_the_payslip_shows_is_in_order() -> None:
    post = {**SPECIAL, "allowance_in_contract_or_letter": "yes"}
    pay = paid("upper-pay-scale", 50876, allowance("sen2", 5362), point="U3")
    assert answer(post, pay).verdict == "appropriate"


def test_one_that_the_letter_names_and_nobody_pays_is_due_by_contract() -> None:
    post = {**SPECIAL, "allowance_in_contract_or_letter": "yes", "fte": 0.6}
    assessment = answer(post, U3)
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.force) == ("due-but-missing", "must")
    assert told(found, "amount_low", "amount_high") == (Decimal("1630.20"), Decimal("3217.20"))
    assert told(found, "paid", "gap") == (0, Decimal("1630.20"))
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "underpaid")


def test_the_same_special_needs_allowance_entered_twice_is_not_called_sen1_and_sen2() -> None:
    held = [allowance("sen1", 2717, for_which_duty=duty) for duty in ("unit", "outreach")]
    post = {**SPECIAL, "allowance_in_contract_or_letter": "yes"}
    assessment = answer(post, paid("upper-pay-scale", 50876, *held, point="U3"))
    (found,) = every("combination", assessment)
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert found.wording == "combination.sen-allowance-twice"
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("post", "verdict"),
    [(SENCO, "appropriate"), ({**SENCO, "school_type": "special"}, "cannot-tell")],
)
def test_a_letter_that_may_name_the_teaching_allowance_that_is_paid_proves_no_other(
    post: Mapping[str, object], verdict: str
) -> None:
    pay = paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3")
    assessment = answer({**post, "allowance_in_contract_or_letter": "yes"}, pay)
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.wording) == ("cannot-tell", "sen-allowance.letter-names-which")
    assert (found.gap, assessment.verdict) == (None, verdict)


def test_what_is_due_by_contract_is_said_without_an_amount_where_none_can_be_told() -> None:
    post = {**SPECIAL, "allowance_in_contract_or_letter": "yes"}
    no_hours = asked("sen-allowance", without(post, "fte"), U3)
    assert told(no_hours, "amount_low", "missing") == (None, ("fte",))
    no_figure = asked("sen-allowance", post, U3, on="2014-03-01")
    assert told(no_figure, "outcome", "amount_high") == ("due-but-missing", None)


def test_special_needs_work_alone_is_no_wages_claim() -> None:
    # McGuigan v Wellington College and BELB: no contractual entitlement was shown.
    post = {
        **SPECIAL,
        "teaches_sen_pupils": "yes",
        "teaches_designated_class": "yes",
        "allowance_in_contract_or_letter": "no",
        "pay_policy_covers_sen": "no",
    }
    found = asked("sen-allowance", post, U3)
    assert (found.outcome, found.wording) == (
        "not-due",
        "sen-allowance.not-due",
    )
    assert "NI-SEN-03" in cited(found)
    assert "check-letter" in found.next_steps


@pytest.mark.parametrize(
    ("policy", "missing"), [("not-known", ("pay_policy_covers_sen",)), ("yes", ())]
)
def test_where_one_is_likely_the_letter_alone_does_not_settle_it_before_the_salary_policy(
    policy: str, missing: tuple[str, ...]
) -> None:
    post = {**SPECIAL, "allowance_in_contract_or_letter": "no", "pay_policy_covers_sen": policy}
    assessment = answer(post, U3)
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.force, found.wording) == (
        "cannot-tell",
        "must",
        "sen-allowance.not-in-the-letter",
    )
    assert (found.missing, assessment.verdict) == (missing, "cannot-tell")
    assert found.next_steps[:2] == ("check-letter", "ask-pay-policy")
    assert [figure.amount for figure in found.figures] == [2717, 5362]


@pytest.mark.parametrize("facts", [{}, {"school_type": "not-known"}, {"in_special_school": "no"}])
def test_elsewhere_a_letter_that_names_none_settles_it(facts: dict[str, str]) -> None:
    post = {**TEACHER, "allowance_in_contract_or_letter": "no", **facts}
    assessment = answer(post, U3)
    assert about(assessment, "sen-allowance").outcome == "not-due"
    assert assessment.verdict == "appropriate"


def test_a_post_said_not_to_be_in_a_special_school_is_asked_for_no_kind_of_school() -> None:
    post = without(TEACHER, "school_type", "designated_unit", "allowance_in_contract_or_letter")
    found = asked("sen-allowance", {**post, "in_special_school": "no"}, U3)
    assert found.missing == ("allowance_in_contract_or_letter", "teaches_designated_class")


def test_a_teacher_on_a_scale_is_told_to_be_read_as_qualified_where_nobody_said_so() -> None:
    assert asked("instrument", TEACHER, U3).details["qualification_read"] is True
    for post, pay in (
        ({**TEACHER, "qualified_teacher": "yes"}, U3),
        ({**TEACHER, "qualified_teacher": "no"}, U3),
        (TEACHER, paid("unqualified", 20000)),
        (TEACHER, {}),
        (without(TEACHER, "employer"), U3),
    ):
        assert asked("instrument", post, pay).details["qualification_read"] is False


@pytest.mark.parametrize(
    ("facts", "force"),
    [
        ({"school_type": "special"}, "must"),
        ({"school_type": "hospital-school"}, "must"),
        ({"teaches_designated_class": "yes"}, "must"),
        ({"designated_unit": "unit"}, "must"),
        ({"school_type": "not-known"}, "must"),
        ({"teaches_designated_class": "no"}, "may"),
        ({"designated_unit": "unit", "teaches_sen_pupils": "no"}, "may"),
        ({}, "may"),
    ],
)
def test_the_verdict_waits_for_the_letter_only_where_an_allowance_may_be_expected(
    facts: dict[str, str], force: str
) -> None:
    post = {**TEACHER, "allowance_in_contract_or_letter": "not-known", **facts}
    assessment = answer(post, U3)
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.force) == ("cannot-tell", force)
    assert found.missing[0] == "allowance_in_contract_or_letter"
    assert [figure.amount for figure in found.figures] == [2717, 5362]
    assert assessment.verdict == ("cannot-tell" if force == "must" else "appropriate")


def test_the_setting_is_asked_for_after_the_letter() -> None:
    post = without(TEACHER, "school_type", "designated_unit", "allowance_in_contract_or_letter")
    assert asked("sen-allowance", post, U3).missing == (
        "allowance_in_contract_or_letter",
        "school_type",
        "teaches_designated_class",
    )


def test_a_principal_is_not_kept_waiting_for_a_letter_about_an_allowance() -> None:
    post = {**PRINCIPAL, "school_type": "special", "allowance_in_contract_or_letter": "not-known"}
    found = asked("sen-allowance", post, paid("leadership", 51834, point="L1"))
    assert (found.outcome, found.force) == ("cannot-tell", "may")


# Leadership


@pytest.mark.parametrize("role", ["headteacher", "deputy-head"])
def test_principals_and_vice_principals_are_paid_on_the_leadership_scale(role: str) -> None:
    post = {**TEACHER, "role": role, "designated_coordinator": "yes"}
    assessment = answer(post, paid("leadership", 55728, point="L4"))
    found = about(assessment, "leadership")
    assert (found.outcome, found.details["coordinator"]) == ("in-line", True)
    assert "NI-CO-11" in cited(found)
    assert assessment.verdict == "appropriate"


@pytest.mark.parametrize(
    ("facts", "wording"),
    [
        ({"role": "class-teacher"}, "cannot-tell"),
        ({"role": "assistant-head"}, "cannot-tell"),
        ({"appointed_head_deputy_or_assistant": "no"}, "not-named"),
    ],
)
def test_nothing_read_says_whether_others_may_be_on_the_leadership_scale(
    facts: dict[str, str], wording: str
) -> None:
    found = asked("leadership", {**TEACHER, **facts}, paid("leadership", 51834, point="L1"))
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert found.wording == f"leadership.{wording}"


def test_a_vice_principal_on_the_upper_scale_is_on_the_wrong_scale() -> None:
    post = {**TEACHER, "role": "deputy-head"}
    assert asked("leadership", post, U3).outcome == "not-permitted"
    assert asked("leadership", without(post, "employer"), U3).missing == ("employer",)


def test_somebody_acting_up_keeps_the_own_scale() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("acting", 4000), point="U3")
    assessment = answer({**TEACHER, "role": "deputy-head"}, pay)
    assert not every("leadership", assessment)
    found = about(assessment, "other-allowance")
    assert (found.outcome, found.force, cited(found)) == ("cannot-tell", "may", {"NI-ACT-01"})


@pytest.mark.parametrize(
    ("group", "last"),
    [(1, 18), (2, 21), (3, 24), (4, 27), (5, 31), (6, 35), (7, 39), (8, 43)],
)
def test_a_principals_point_ends_with_the_group_of_the_school(group: int, last: int) -> None:
    post = {**PRINCIPAL, "headteacher_group": group}

    def outcomes(point: int, conserved: str) -> list[str]:
        pay = paid("leadership", 70000, point=f"L{point}", salary_conserved=conserved)
        return [found.outcome for found in every("leadership", answer(post, pay))]

    assert outcomes(last, "no") == ["in-line"]
    assert outcomes(last + 1, "no") == ["in-line", "not-permitted"]
    assert outcomes(last + 1, "not-known") == ["in-line", "cannot-tell"]
    assert outcomes(last + 1, "yes") == ["in-line"]


@pytest.mark.parametrize(
    "facts", [{"role": "deputy-head", "headteacher_group": 1}, {"role": "headteacher"}]
)
def test_the_top_of_the_group_is_read_for_principals_of_a_known_group(
    facts: dict[str, object],
) -> None:
    pay = paid("leadership", 100000, point="L43", salary_conserved="no")
    assert len(every("leadership", answer({**TEACHER, **facts}, pay))) == 1


@pytest.mark.parametrize(
    ("group", "salary", "above"),
    [
        (1, 78223, False),
        (1, 78224, True),
        (1, 90427, True),
        (2, 85000, False),
        (2, 90427, True),
        (3, 90427, False),
        (8, 143422, False),
    ],
)
def test_ni_lead_02_a_salary_above_the_group_is_as_a_point_above_it(
    group: int, salary: int, *, above: bool
) -> None:
    """Group 1 ends at L18, 78,223; group 2 at L21, which is not held; group 3 at L24, 90,427."""
    post = {**PRINCIPAL, "headteacher_group": group}

    def found(conserved: str) -> list[str]:
        pay = paid("leadership", salary, salary_conserved=conserved)
        return [str(each.outcome) for each in every("leadership", answer(post, pay))[1:]]

    assert found("no") == (["not-permitted"] if above else [])
    assert found("not-known") == (["cannot-tell"] if above else [])
    assert found("yes") == []


def test_a_part_time_principals_salary_is_held_against_the_group_in_proportion() -> None:
    post = {**PRINCIPAL, "headteacher_group": 1, "fte": 0.5}
    for salary, above in ((39111.50, False), (45213.50, True)):
        pay = paid("leadership", salary, basis="received", salary_conserved="no")
        assert (len(every("leadership", answer(post, pay))) == 2) is above


def test_a_point_that_is_no_number_is_compared_with_no_group() -> None:
    post = {**PRINCIPAL, "headteacher_group": 1}
    for pay in (
        paid("leadership", 60000, point="top"),
        paid("leadership", 60000),
        {"range": "leadership"},
    ):
        assert len(every("leadership", answer(post, pay))) == 1


@pytest.mark.parametrize(
    ("group", "point", "salary", "short"),
    [
        (1, "L1", 51834, True),
        (1, "L4", 55728, True),
        (1, "L5", 58000, True),
        (1, "L6", 58000, False),
        (1, "L7", 60038, False),
        (2, "L4", 55728, False),
        (1, None, 51834, True),
        (1, None, 55728, True),
        (1, None, 55729, False),
        (1, "top", 51834, False),
    ],
)
def test_ni_lead_02_a_principal_of_group_1_is_paid_at_l6_or_above(
    group: int, point: str | None, salary: int, *, short: bool
) -> None:
    """L4 is 55,728 and L6 is not held; where the other groups begin was not found."""
    named = {} if point is None else {"point": point}
    pay = paid("leadership", salary, **named)
    assessment = answer({**PRINCIPAL, "headteacher_group": group}, pay)
    found = every("leadership", assessment)[1:]
    assert [str(each.outcome) for each in found] == (["below"] if short else [])
    assert assessment.verdict != "appropriate" or not short
    for each in found:
        assert (each.amount_low, each.gap) == (None, None)
        assert {"NI-LEAD-02"} <= cited(each)
        assert each.details["start"] == 6
        assert each.details.get("below") == (salary if point is None else None)


@pytest.mark.parametrize(
    "post", [{**TEACHER, "role": "deputy-head"}, without({**TEACHER, "role": "headteacher"}, "fte")]
)
def test_the_start_of_the_group_is_for_principals_whose_salary_is_known(
    post: dict[str, object],
) -> None:
    pay = paid("leadership", 51834, basis="received")
    assert len(every("leadership", answer({**post, "headteacher_group": 1}, pay))) == 1


def test_below_the_group_of_a_school_that_may_not_be_bound_is_undecided() -> None:
    post = {**without(PRINCIPAL, "employer"), "headteacher_group": 1}
    found = every("leadership", answer(post, paid("leadership", 51834, point="L1")))[1]
    assert (found.outcome, found.missing) == ("cannot-tell", ("employer",))
    assert found.wording == "leadership.below-the-group-if-bound"


# What a co-ordinator is paid for


@pytest.mark.parametrize("pay_range", ["main-pay-scale", "upper-pay-scale"])
def test_a_coordinator_with_nothing_for_it_makes_the_pay_questionable(pay_range: str) -> None:
    pay = paid(pay_range, {"main-pay-scale": 43830, "upper-pay-scale": 47390}[pay_range])
    assessment = answer(SENCO, pay)
    found = about(assessment, "leadership")
    assert (found.outcome, found.force) == ("short-of-guidance", "may")
    assert found.questions_pay is MET
    assert {"NI-CO-06", "NI-CO-07", "NI-TA-08"} <= cited(found)
    assert assessment.verdict == "questionable"


def test_a_special_needs_allowance_alone_does_not_pay_for_coordinating() -> None:
    post = {**SENCO, "allowance_in_contract_or_letter": "yes"}
    assessment = answer(post, paid("upper-pay-scale", 50876, allowance("sen1", 2717), point="U3"))
    assert about(assessment, "leadership").details["has_sen"] is True
    assert assessment.verdict == "questionable"


@pytest.mark.parametrize(
    ("duty", "verdict"),
    [
        (None, "appropriate"),
        ("SEN co-ordination", "appropriate"),
        ("learning support", "appropriate"),
        ("LSC", "appropriate"),
        ("Special needs", "appropriate"),
        ("Head of music", "questionable"),
        ("Literacy co-ordinator", "questionable"),
        ("Senior teacher", "cannot-tell"),
        ("not SENCO", "cannot-tell"),
    ],
)
def test_only_a_teaching_allowance_for_that_duty_pays_for_coordinating(
    duty: str | None, verdict: str
) -> None:
    more = {} if duty is None else {"for_which_duty": duty}
    paid_for = allowance("teaching-allowance-2", 5058, **more)
    assessment = answer(SENCO, paid("upper-pay-scale", 50876, paid_for, point="U3"))
    assert assessment.verdict == verdict


@pytest.mark.parametrize("role", ["senco", "lsc"])
def test_whether_somebody_who_sees_it_so_is_the_coordinator_is_asked(role: str) -> None:
    post = {**TEACHER, "role": role, "designated_coordinator": "not-known"}
    assessment = answer(post, U3)
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ("designated_coordinator",))
    assert found.questions_pay is NOT_KNOWN
    assert assessment.verdict == "cannot-tell"


def test_a_coordinator_of_an_employer_not_known_is_not_called_questionable() -> None:
    found = asked("leadership", without(SENCO, "employer"), U3)
    assert (found.outcome, found.questions_pay) == ("cannot-tell", NOT_KNOWN)
    assert found.missing == ("employer",)


def test_without_a_scale_nothing_is_said_of_how_coordinating_is_paid() -> None:
    assert not every("leadership", answer(SENCO))


def test_a_responsibility_that_meets_the_tests_unpaid_makes_the_pay_questionable() -> None:
    post = {**TEACHER, **TESTS_MET, "role": "subject-leader"}
    assessment = answer(post, U3)
    possible, unpaid = every("teaching-allowance", assessment)
    assert possible.outcome == "may-be-considered"
    assert (unpaid.outcome, unpaid.force) == ("short-of-guidance", "may")
    assert unpaid.questions_pay is MET
    assert assessment.verdict == "questionable"
    whole = allowance("teaching-allowance-2", 5058)
    assert answer(post, paid("upper-pay-scale", 50876, whole, point="U3")).verdict == "appropriate"


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
