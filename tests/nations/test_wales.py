"""Wales, rule by rule: published answers, boundary days, and every outcome."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from payapp.check import check
from payapp.domain.assessment import Assessment, certain_gap
from payapp.domain.cases import Case, CaseRefused, Nation
from payapp.domain.figures import NotHeld
from payapp.domain.findings import Finding
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import (
    COORDINATING_ROLES,
    Employer,
    Post,
    Role,
    SchoolType,
)
from payapp.domain.tests_over_facts import Fact, walk
from payapp.nations import wales
from tests.worked import CLASS_TEACHER, TLR_TESTS_MET, about, allowance, library, paid, subjects
from tests.worked import answer as answer_anywhere

ALNCO: Mapping[str, object] = {
    **CLASS_TEACHER,
    **TLR_TESTS_MET,
    "role": "alnco",
    "designated_coordinator": "yes",
    "ewc_registered": "yes",
}
SPECIAL_SCHOOL = {"school_type": "special", "teaches_sen_pupils": "yes"}
U3_2025 = paid("upper-pay-range", 51942, point="U3")
WITH_TLR2 = paid("upper-pay-range", 51942, allowance("tlr2", 3590), point="U3")


def answer(
    post: Mapping[str, object], pay: Mapping[str, object] | None = None, *, on: str = "2025-10-01"
) -> Assessment:
    return answer_anywhere(post, pay, on=on, nation="wales")


def rules_of(found: Finding) -> set[str]:
    return {cited.rule for cited in found.citations}


# Which document binds


@pytest.mark.parametrize(
    ("employer", "on", "outcome", "rule"),
    [
        ("maintained", "2019-08-31", "in-line", "SC-01"),
        ("maintained", "2019-09-01", "in-line", "SC-02"),
        ("maintained", "2025-10-01", "in-line", "SC-02"),
        ("central-service", "2019-08-31", "cannot-tell", "SC-01"),
        ("central-service", "2019-09-01", "in-line", "SC-13"),
        ("independent", "2025-10-01", "does-not-apply", "SC-02"),
        ("agency", "2025-10-01", "does-not-apply", "SC-10"),
    ],
)
def test_wales_has_its_own_document_from_september_2019(
    employer: str, on: str, outcome: str, rule: str
) -> None:
    found = about(answer({**CLASS_TEACHER, "employer": employer}, U3_2025, on=on), "instrument")
    assert found.outcome == outcome
    assert rule in rules_of(found)
    assert rules_of(found).isdisjoint(
        {"SC-01", "SC-02"} - {rule} if employer == "maintained" else ()
    )


def test_the_document_may_be_reissued_within_a_year() -> None:
    assert "W-13" in rules_of(about(answer(CLASS_TEACHER, U3_2025), "instrument"))
    earlier = about(answer(CLASS_TEACHER, U3_2025, on="2019-08-31"), "instrument")
    assert "W-13" not in rules_of(earlier)


@pytest.mark.parametrize(
    ("employer", "wording"),
    [
        ("maintained", "instrument.wales.maintained-before-2019"),
        ("central-service", "instrument.wales.central-service-before-2019"),
        ("independent", "instrument.wales.independent"),
        ("agency", "instrument.wales.agency"),
    ],
)
def test_the_joint_document_is_named_until_the_nations_parted(employer: str, wording: str) -> None:
    post = {**CLASS_TEACHER, "employer": employer}
    assert about(answer(post, U3_2025, on="2019-08-31"), "instrument").wording == wording


@pytest.mark.parametrize("employer", ["academy-on-stpcd", "academy-own-terms"])
def test_wales_has_no_academies(employer: str) -> None:
    with pytest.raises(CaseRefused, match="Wales has no academies") as refused:
        answer({**CLASS_TEACHER, "employer": employer})
    assert (refused.value.field, refused.value.value) == ("post.employer", employer)
    assert "agency, central-service, independent, maintained" in refused.value.accepted


@pytest.mark.parametrize(
    ("post", "pay", "field"),
    [
        ({"employer": "grant-aided"}, {}, "post.employer"),
        ({"employer": "council"}, {}, "post.employer"),
        ({}, {"range": "main-grade"}, "pay.range"),
        ({}, paid("leadership", None, allowance("sen1", 2000)), "pay.allowances[0].kind"),
    ],
)
def test_what_another_nation_has_is_refused_by_name(
    post: dict[str, object], pay: dict[str, object], field: str
) -> None:
    with pytest.raises(CaseRefused, match=r"Wales has no such .*accepted: ") as refused:
        answer(post, pay)
    assert refused.value.field == field


def test_no_document_binds_an_independent_school_and_nothing_is_compared() -> None:
    assessment = answer({**ALNCO, "employer": "independent"}, WITH_TLR2)
    assert assessment.verdict == "does-not-apply"
    assert subjects(assessment).isdisjoint({"alnco-leadership", "leadership", "combination"})
    assert about(assessment, "senco-qualification").outcome == "does-not-apply"


def test_an_employer_not_known_is_asked_for() -> None:
    post = {key: value for key, value in CLASS_TEACHER.items() if key != "employer"}
    assessment = answer(post, U3_2025)
    assert assessment.verdict == "cannot-tell"
    assert about(assessment, "instrument").missing == ("employer",)
    assert about(assessment, "instrument").wording == "instrument.wales.not-known"


@pytest.mark.parametrize(("on", "checked"), [("2019-08-31", {2, 3}), ("2019-09-01", {1})])
def test_no_welsh_paragraph_number_is_shown_as_verified(on: str, checked: set[int]) -> None:
    assessment = answer(CLASS_TEACHER, U3_2025, on=on)
    found = about(assessment, "base-pay"), about(assessment, "sen-allowance")
    assert {cited.checked for finding in found for cited in finding.citations} == checked


def test_no_rule_is_cited_or_applied_that_does_not_name_wales() -> None:
    post = {**ALNCO, "role": "support-staff", "fte": 0.5, "annual_statement": "no"}
    post |= {"reduction_date": "2018-01-01", "reduction_cause": "restructuring"}
    for on in ("2018-10-01", "2020-10-01", "2025-10-01"):
        for finding in answer({**post, "written_notice": "no"}, WITH_TLR2, on=on).findings:
            used = {test.rule for test in walk(finding.because)} | rules_of(finding)
            for rule in used - {""}:
                assert "wales" in library().rules[rule].nations, (finding.about, rule)


# Base pay


@pytest.mark.parametrize(
    ("on", "pay_range", "point", "salary", "outcome"),
    [
        ("2025-09-01", "main-pay-range", "M2", 33731, "in-line"),
        ("2025-09-01", "main-pay-range", "M2", 33730, "below"),
        ("2025-09-01", "main-pay-range", "M6", 46595, "in-line"),
        ("2025-09-01", "upper-pay-range", "U3", 51942, "in-line"),
        ("2025-08-31", "main-pay-range", "M2", 32433, "in-line"),
        ("2025-09-01", "main-pay-range", "M2", 32433, "below"),
        ("2026-10-01", "main-pay-range", "M2", 33731, "in-line"),
        ("2022-09-01", "main-pay-range", "M2", 28866, "below"),
        ("2022-09-01", "main-pay-range", "M2", 29277, "below"),
        ("2022-09-01", "main-pay-range", "M2", 29278, "in-line"),
        ("2022-09-01", "upper-pay-range", "U3", 45085, "in-line"),
        ("2021-09-01", "upper-pay-range", "U3", 42333, "in-line"),
    ],
)
def test_from_2020_each_point_is_statutory(
    on: str, pay_range: str, point: str, salary: int, outcome: str
) -> None:
    found = about(answer(CLASS_TEACHER, paid(pay_range, salary, point=point), on=on), "base-pay")
    assert found.outcome == outcome


def test_pay_over_a_statutory_point_is_above_it() -> None:
    pay = paid("main-pay-range", 35000, point="M2", salary_conserved="no")
    found = about(answer(CLASS_TEACHER, pay), "base-pay")
    assert (found.outcome, found.amount_high) == ("above", Decimal(33731))


def test_a_shortfall_is_told_as_received() -> None:
    post = {**CLASS_TEACHER, "fte": 0.6}
    found = about(answer(post, paid("main-pay-range", 32433, point="M2")), "base-pay")
    assert (found.amount_low, found.paid) == (Decimal("20238.60"), Decimal("19459.80"))
    assert found.gap == Decimal("778.80")


@pytest.mark.parametrize(
    ("on", "salary", "outcome"),
    [
        ("2020-08-31", 24906, "in-line"),
        ("2020-08-31", 24905, "below"),
        ("2020-09-01", 24906, "below"),
        ("2020-09-01", 27018, "cannot-tell"),
    ],
)
def test_m1_ended_on_31_august_2020(on: str, salary: int, outcome: str) -> None:
    pay = paid("main-pay-range", salary, point="M1")
    found = about(answer(CLASS_TEACHER, pay, on=on), "base-pay")
    assert found.outcome == outcome


def test_where_m1_is_asked_for_after_it_ended_its_days_are_named() -> None:
    pay = paid("main-pay-range", point="M1")
    found = about(answer(CLASS_TEACHER, pay, on="2020-09-01"), "base-pay")
    not_held = found.details["not_held"]
    assert isinstance(not_held, NotHeld)
    assert not_held.held == ("2018-09-01..2020-08-31",)


@pytest.mark.parametrize(
    ("on", "outcome"), [("2020-08-31", "below-advisory"), ("2020-09-01", "below")]
)
def test_before_september_2020_a_point_is_advisory(on: str, outcome: str) -> None:
    pay = paid("main-pay-range", 28200, point="M4")
    found = about(answer(CLASS_TEACHER, pay, on=on), "base-pay")
    assert found.outcome == outcome


def test_before_the_first_figure_the_days_that_are_held_are_named() -> None:
    found = about(answer(CLASS_TEACHER, U3_2025, on="2017-08-31"), "base-pay")
    assert found.outcome == "cannot-tell"
    not_held = found.details["not_held"]
    assert isinstance(not_held, NotHeld)
    assert not_held.held == ("2018-09-01..",)


def test_a_head_is_compared_with_the_limits_of_the_schools_group() -> None:
    post = {**CLASS_TEACHER, "role": "headteacher", "headteacher_group": 3}
    found = about(answer(post, paid("leadership", 67530)), "base-pay")
    assert (found.outcome, found.amount_low) == ("below", Decimal(67531))


@pytest.mark.parametrize(
    ("on", "told"), [("2026-08-31", False), ("2026-09-01", True), ("2027-06-01", True)]
)
def test_where_no_later_award_is_held_the_reader_is_told_so(on: str, told: bool) -> None:
    assessment = answer(CLASS_TEACHER, U3_2025, on=on)
    assert assessment.verdict == "appropriate"
    assert ("uplift" in subjects(assessment)) is told
    if told:
        found = about(assessment, "uplift")
        assert (found.outcome, found.force) == ("in-line", "information")
        assert found.details["latest"] == date(2025, 9, 1)
    assert {cited.edition for cited in about(assessment, "base-pay").citations} == {"2025"}


# SEN or ALN allowance, and TLRs


@pytest.mark.parametrize(
    ("on", "low", "high"),
    [
        ("2018-10-01", 2149, 4242),
        ("2019-10-01", 2209, 4359),
        ("2022-10-01", 2461, 4855),
        ("2025-10-01", 2838, 5595),
    ],
)
def test_the_allowance_has_the_values_of_wales(on: str, low: int, high: int) -> None:
    post = {**CLASS_TEACHER, "school_type": "special"}
    found = about(answer(post, paid("upper-pay-range"), on=on), "sen-allowance")
    assert found.outcome == "due-but-missing"
    assert (found.amount_low, found.amount_high) == (Decimal(low), Decimal(high))
    assert ("SEN-32" in rules_of(found)) is (on >= "2019-09-01")


@pytest.mark.parametrize(
    ("kind", "amount", "on", "outcome"),
    [
        ("tlr2", 3590, "2025-10-01", "in-line"),
        ("tlr2", 3589, "2025-10-01", "below"),
        ("tlr2", 8765, "2025-10-01", "above"),
        ("tlr1", 10353, "2025-10-01", "below"),
        ("tlr1", 8986, "2022-10-01", "in-line"),
        ("tlr1", 15205, "2022-10-01", "above"),
        ("tlr2", 3115, "2022-10-01", "in-line"),
        ("tlr2", 3114, "2022-10-01", "below"),
    ],
)
def test_a_tlr_has_the_values_of_wales(kind: str, amount: int, on: str, outcome: str) -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "line_manages_significant_number": "yes"}
    found = about(
        answer(post, paid("upper-pay-range", None, allowance(kind, amount)), on=on), "tlr"
    )
    assert found.outcome == outcome


def test_all_tests_met_and_nothing_paid_is_questionable_by_rules_of_wales() -> None:
    assessment = answer({**CLASS_TEACHER, **TLR_TESTS_MET}, U3_2025)
    assert assessment.verdict == "questionable"
    found = next(each for each in assessment.findings if each.outcome == "short-of-guidance")
    assert rules_of(found) == {"POS-03"}


@pytest.mark.parametrize(
    ("on", "share", "received", "outcome"),
    [
        ("2019-08-31", None, 1632.60, "in-line"),
        ("2021-08-31", None, 1723.80, "in-line"),
        ("2021-08-31", None, 1720.00, "below"),
        ("2021-08-31", 1.0, 1723.80, "in-line"),
        ("2021-09-01", None, 1754.40, "cannot-tell"),
        ("2021-09-01", None, 1750.00, "below"),
        ("2021-09-01", None, 2924.00, "in-line"),
        ("2021-09-01", 1.0, 1754.40, "below"),
        ("2021-09-01", 1.0, 2924.00, "in-line"),
        ("2021-09-01", 0.6, 1754.40, "in-line"),
    ],
)
def test_a_part_timers_tlr_is_by_hours_until_a_full_one_became_possible(
    on: str, share: float | None, received: float, outcome: str
) -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.6}
    held = allowance("tlr2", received, "received")
    if share is not None:
        held["share"] = share
    assessment = answer(post, paid("upper-pay-range", None, held), on=on)
    assert about(assessment, "tlr").outcome == outcome


def test_whether_a_full_tlr_was_agreed_is_asked_where_it_matters() -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.6}
    pay = paid("upper-pay-range", 51942, allowance("tlr2", 2154, "received"), point="U3")
    assessment = answer(post, pay)
    found = about(assessment, "part-time")
    assert (found.outcome, found.missing) == ("cannot-tell", ("share",))
    assert found.wording == "part-time.hours-unless-full"
    assert {"TLR-31", "PT-01"} <= rules_of(found)
    assert assessment.verdict == "cannot-tell"


def test_of_a_full_timer_no_share_is_asked() -> None:
    assessment = answer({**CLASS_TEACHER, **TLR_TESTS_MET}, WITH_TLR2)
    assert "part-time" not in subjects(assessment)
    assert assessment.verdict == "appropriate"


def test_without_hours_a_full_tlr_is_still_compared() -> None:
    post = {key: value for key, value in {**CLASS_TEACHER, **TLR_TESTS_MET}.items() if key != "fte"}
    held = allowance("tlr2", 3590, "received", share=1.0)
    assert about(answer(post, paid("upper-pay-range", None, held)), "tlr").outcome == "in-line"


@pytest.mark.parametrize(
    ("kinds", "outcome"),
    [
        (("tlr1", "tlr2"), "not-permitted"),
        (("tlr1", "tlr3"), None),
        (("tlr2", "tlr3"), None),
        (("tlr2", "sen-allowance"), None),
    ],
)
def test_a_tlr1_is_not_held_with_a_tlr2_but_a_tlr3_may_be_held_with_either(
    kinds: tuple[str, ...], outcome: str | None
) -> None:
    held = [allowance(kind, 3000) for kind in kinds]
    assessment = answer(CLASS_TEACHER, paid("upper-pay-range", 51942, *held))
    if outcome is None:
        assert "combination" not in subjects(assessment)
    else:
        assert about(assessment, "combination").outcome == outcome


def test_an_aln_allowance_and_a_tlr_that_are_each_in_order_may_be_held_together() -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "school_type": "special"}
    held = allowance("tlr2", 3590), allowance("sen-allowance", 3000)
    assessment = answer(post, paid("upper-pay-range", 51942, *held))
    assert about(assessment, "combination").outcome == "in-line"


def test_support_staff_hold_no_tlr() -> None:
    post = {**CLASS_TEACHER, "role": "support-staff"}
    found = about(answer(post, WITH_TLR2), "combination")
    assert (found.outcome, rules_of(found)) == ("not-permitted", {"DF-03"})


def test_of_a_payment_without_a_welsh_paragraph_nothing_is_claimed() -> None:
    pay = paid("upper-pay-range", 51942, allowance("honorarium", 500), allowance("tlr2", 3590))
    found = about(answer(CLASS_TEACHER, pay), "other-allowance")
    assert (found.outcome, found.force) == ("cannot-tell", "may")
    assert found.wording == "other-allowance.not-read"
    assert rules_of(found) == {"SC-02"}


# Leadership pay for ALNCos


def test_an_alnco_on_upper_pay_with_a_tlr_moves_to_leadership_pay_from_september_2025() -> None:
    assessment = answer(ALNCO, WITH_TLR2, on="2025-09-01")
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.force) == ("due-but-missing", "must")
    assert {"W-02", "W-03", "W-06", "W-07"} <= rules_of(found)
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


def test_without_the_range_in_the_pay_policy_the_whole_scale_is_the_least_and_the_most() -> None:
    found = about(answer(ALNCO, WITH_TLR2), "alnco-leadership")
    assert (found.amount_low, found.amount_high) == (Decimal(52680), Decimal(146313))
    assert (found.gap, found.paid) == (None, Decimal(55532))
    assert found.missing == ("alnco_range_in_pay_policy", "headteacher_group")
    assert {"ask-alnco-placement", "ask-back-pay"} <= set(found.next_steps)
    assert found.wording == "alnco-leadership.amount-not-told"
    group_known = about(answer({**ALNCO, "headteacher_group": 2}, WITH_TLR2), "alnco-leadership")
    assert group_known.missing == ("alnco_range_in_pay_policy",)
    assert (group_known.amount_low, group_known.amount_high) == (Decimal(52680), Decimal(85329))


def test_pay_below_the_lowest_leadership_point_is_short_whatever_the_range() -> None:
    assessment = answer(ALNCO, paid("main-pay-range", 46595, point="M6"))
    found = about(assessment, "alnco-leadership")
    assert (found.gap, found.wording) == (Decimal(6085), "alnco-leadership.more-at-least")
    assert assessment.direction == "underpaid"


@pytest.mark.parametrize(
    ("policy", "low", "high", "gap", "wording", "direction"),
    [
        ("L4-L8", 56723, 62612, 1191, "more", "underpaid"),
        ("L1-L5", 52680, 58136, None, "perhaps-more", "irregular"),
        ("L1-L3", 52680, 55345, None, "no-more", "irregular"),
    ],
)
def test_leadership_pay_is_set_beside_all_that_may_end_and_no_gain_is_promised(
    policy: str, low: int, high: int, gap: int | None, wording: str, direction: str
) -> None:
    assessment = answer({**ALNCO, "alnco_range_in_pay_policy": policy}, WITH_TLR2)
    found = about(assessment, "alnco-leadership")
    assert (found.amount_low, found.amount_high) == (Decimal(low), Decimal(high))
    assert found.paid == Decimal(55532)
    assert (found.gap, found.wording) == (gap, f"alnco-leadership.{wording}")
    assert found.details["difference_low"] == low - 55532
    assert found.details["difference_high"] == high - 55532
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", direction)
    assert (found.outcome, found.missing) == ("due-but-missing", ())


def test_an_aln_allowance_counts_as_what_may_end() -> None:
    held = allowance("sen-allowance", 2838), allowance("tlr2", 3590)
    pay = paid("main-pay-range", 46595, *held, point="M6")
    post = {**ALNCO, "alnco_range_in_pay_policy": "L2-L6"}
    found = about(answer(post, pay), "alnco-leadership")
    assert (found.paid, found.gap) == (Decimal(53023), Decimal(974))


def test_what_is_short_in_the_present_pay_is_not_counted_as_leadership_pay_too() -> None:
    post = {**ALNCO, "alnco_range_in_pay_policy": "L4-L8"}
    pay = paid("upper-pay-range", 49944, allowance("tlr2", 3452), point="U3")
    assessment = answer(post, pay)
    found = about(assessment, "alnco-leadership")
    assert about(assessment, "base-pay").gap == Decimal(1998)
    assert about(assessment, "tlr").gap is None
    assert (found.paid, found.gap) == (Decimal(55394), Decimal(1329))
    assert found.details["short_now"] == Decimal(1998)
    assert certain_gap(assessment.findings) == Decimal(56723 - 49944 - 3452)


def test_pay_that_is_not_known_leaves_the_difference_open() -> None:
    post = {**ALNCO, "alnco_range_in_pay_policy": "L4-L8"}
    found = about(answer(post, paid("upper-pay-range")), "alnco-leadership")
    assert (found.outcome, found.paid) == ("due-but-missing", None)
    assert (found.amount_low, found.wording) == (Decimal(56723), "alnco-leadership.paid-not-told")
    part = {**ALNCO, "fte": 0.6}
    unknown_basis = {"kind": "tlr2", "amount": 2000}
    pay = paid("upper-pay-range", 51942, unknown_basis, point="U3")
    assert about(answer(part, pay), "alnco-leadership").paid is None


@pytest.mark.parametrize(
    ("facts", "not_settled", "missing"),
    [
        ({"fte": 0.6}, ("part-time",), ("headteacher_group",)),
        ({"shared_across_schools": "yes"}, ("shared",), ("headteacher_group",)),
        ({"fte": "not-known"}, (), ("headteacher_group", "fte")),
        (
            {"fte": 0.6, "shared_across_schools": "yes", "headteacher_group": 4},
            ("part-time", "shared"),
            (),
        ),
    ],
)
def test_what_is_not_settled_for_part_time_and_shared_alncos_is_said_and_not_guessed(
    facts: dict[str, object], not_settled: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    post = {**ALNCO, "alnco_range_in_pay_policy": "L4-L8", **facts}
    found = about(answer(post, WITH_TLR2), "alnco-leadership")
    assert (found.outcome, found.amount_low) == ("due-but-missing", None)
    assert (found.details["not_settled"], found.missing) == (not_settled, missing)


@pytest.mark.parametrize(
    "text",
    ["L4", "4-8", "L8-L4", "L4 - L8", "L04-L08", "l4-l8", "L4-L8 or so", "L40-L44", "L50-L60"],
)
def test_a_range_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(CaseRefused, match="such as L4-L8") as refused:
        answer({**ALNCO, "alnco_range_in_pay_policy": text}, WITH_TLR2)
    assert refused.value.field == "post.alnco_range_in_pay_policy"
    assert refused.value.value == text


def test_before_the_first_leadership_figure_a_range_has_no_amounts() -> None:
    post = {**ALNCO, "alnco_range_in_pay_policy": "L4-L8"}
    found = about(answer(post, WITH_TLR2, on="2017-10-01"), "alnco-leadership")
    assert (found.outcome, found.amount_low) == ("not-due", None)


def test_a_post_not_known_to_be_the_designated_one_is_not_settled() -> None:
    post = {**ALNCO, "designated_coordinator": "not-known"}
    assessment = answer(post, WITH_TLR2)
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert found.missing == ("designated_coordinator",)
    assert (assessment.verdict, assessment.undecided) == ("cannot-tell", ("alnco-leadership",))


def test_a_range_that_is_not_known_leaves_leadership_pay_open() -> None:
    found = about(answer(ALNCO), "alnco-leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ("range",))


def test_whether_a_local_authoritys_alnco_moves_was_not_found() -> None:
    post = {**ALNCO, "employer": "central-service"}
    found = about(answer(post, WITH_TLR2), "alnco-leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ())
    assert found.wording == "alnco-leadership.central-service"


def test_no_leadership_pay_is_spoken_of_for_a_post_that_does_not_coordinate() -> None:
    assert "alnco-leadership" not in subjects(answer(CLASS_TEACHER, U3_2025))


def test_no_tlr_is_held_out_beside_leadership_pay_that_is_due() -> None:
    """TLR-18 and W-07: a member of the leadership group holds none; before the move one could."""
    post = {**ALNCO, "line_manages_significant_number": "no"}
    pay = paid("main-pay-range", 46595, point="M6")
    before = about(answer(post, pay, on="2025-08-31"), "tlr")
    assert before.outcome == "may-be-considered"
    assert "may-be-considered" not in {found.outcome for found in answer(post, pay).findings}
    held = about(answer(post, WITH_TLR2), "tlr")
    assert held.outcome == "in-line"


@pytest.mark.parametrize(
    ("policy", "gap"), [("L1-L5", 738), ("not-known", 738), ("L5-L9", 58136 - 51942)]
)
def test_an_alnco_due_leadership_pay_is_due_no_aln_allowance_beside_it(
    policy: str, gap: int
) -> None:
    """SEN-25, W-07: the leadership group is outside paragraph 21, also in a special school."""
    post = {**ALNCO, **SPECIAL_SCHOOL, "alnco_range_in_pay_policy": policy}
    assessment = answer(post, U3_2025, on="2026-04-01")
    assert about(assessment, "sen-allowance").outcome == "not-due"
    assert "SEN-25" in rules_of(about(assessment, "sen-allowance"))
    leadership = about(assessment, "alnco-leadership")
    assert [leadership.paid, leadership.gap] == [51942, gap]
    assert certain_gap(assessment.findings) == gap
    before = answer(post, paid("upper-pay-range", 50240), on="2025-08-31")
    assert about(before, "sen-allowance").outcome == "due-but-missing"


@pytest.mark.parametrize(("policy", "told"), [("L5-L20", 16), ("L5-L9", None)])
def test_w_03_a_range_that_is_not_five_points_long_is_told_to_be_checked(
    policy: str, told: int | None
) -> None:
    found = about(
        answer({**ALNCO, "alnco_range_in_pay_policy": policy}, U3_2025), "alnco-leadership"
    )
    assert found.details["points_entered"] == told
    assert found.outcome == "due-but-missing"


def test_what_the_tests_for_a_tlr_turn_on_is_not_asked_of_an_alnco_due_leadership_pay() -> None:
    unasked = {key: value for key, value in ALNCO.items() if key not in TLR_TESTS_MET}
    assert "tlr" not in subjects(answer(unasked, U3_2025, on="2026-04-01"))
    assert "tlr" in subjects(answer(unasked, U3_2025, on="2025-08-31"))


@pytest.mark.parametrize(
    ("kind", "amount", "subject", "more"),
    [
        ("tlr2", 3000, "tlr", 0),
        ("sen-allowance", 2000, "sen-allowance", 0),
        ("tlr3", 500, "tlr3", 52680 - 51942 - 500),
    ],
)
def test_a_payment_short_of_its_minimum_is_not_missed_for_certain_beside_leadership_pay(
    kind: str, amount: int, subject: str, more: int
) -> None:
    """52,680 is the lowest leadership point; what is paid beside 51,942 counts towards it."""
    post = {**ALNCO, **SPECIAL_SCHOOL, "alnco_range_in_pay_policy": "L1-L5"}
    post["time_limited_project"] = "yes"
    pay = paid("upper-pay-range", 51942, allowance(kind, amount), point="U3")
    assessment = answer(post, pay, on="2026-04-01")
    found = about(assessment, subject)
    assert (found.outcome, found.gap) == ("cannot-tell", None)
    assert found.wording == f"{subject}.short-beside-leadership"
    assert certain_gap(assessment.findings) == more


@pytest.mark.parametrize(
    ("kept", "more"),
    [((), 59597 - 51942), ((allowance("tlr2", 5000, safeguarded="yes"),), 59597 - 51942 - 5000)],
)
def test_a_safeguarded_sum_is_not_missed_for_certain_beside_leadership_pay(
    kept: tuple[dict[str, object], ...], more: int
) -> None:
    """59,597 is the sixth leadership point; a TLR of 6,000 was cut, and safeguarded."""
    cut = {"reduction_date": "2025-01-01", "reduction_cause": "restructuring", "sum_before": 6000}
    post = {**ALNCO, **cut, "alnco_range_in_pay_policy": "L6-L10"}
    pay = paid("upper-pay-range", 51942, *kept, point="U3")
    assessment = answer(post, pay, on="2025-10-01")
    found = about(assessment, "safeguarding")
    assert (found.outcome, found.gap) == ("cannot-tell", None)
    assert found.wording == "safeguarding.short-beside-leadership"
    assert certain_gap(assessment.findings) == more
    before = answer(post, paid("upper-pay-range", 49944, *kept, point="U3"), on="2025-08-31")
    assert about(before, "safeguarding").gap == 6000 - (5000 if kept else 0)
    paid_right = paid("upper-pay-range", 51942, allowance("tlr2", 6000, safeguarded="yes"))
    assert about(answer(post, paid_right, on="2025-10-01"), "safeguarding").outcome == "in-line"


def test_no_share_of_a_full_timers_tlr_is_known_to_be_paid_in_wales() -> None:
    """England's rule on shares is not known to apply: half of 3,590 is half too little."""
    post = {**CLASS_TEACHER, **TLR_TESTS_MET}
    pay = paid("upper-pay-range", 51942, allowance("tlr2", 1795, "received", share=0.5), point="U3")
    assessment = answer(post, pay)
    assert about(assessment, "tlr").gap == 1795
    assert about(assessment, "part-time").wording == "part-time.share-of-a-full-timer"
    earlier = answer(post, pay, on="2021-08-31")
    assert about(earlier, "part-time").wording == "part-time.hours"


@pytest.mark.parametrize(
    ("amount", "basis", "force", "verdict"),
    [
        (3590, "received", "may", "appropriate"),
        (4382, "received", "may", "appropriate"),
        (3589, "received", "must", "cannot-tell"),
        (4383, "received", "must", "cannot-tell"),
        (4000, "full-time-equivalent", "must", "cannot-tell"),
    ],
)
def test_tlr_31_a_tlr_in_line_by_the_hours_and_in_full_leaves_nothing_open(
    amount: int, basis: str, force: str, verdict: str
) -> None:
    """At half time 3,590 is the least in full, and 4,382 the most by the hours, of 8,764."""
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.5}
    pay = paid("upper-pay-range", 51942, allowance("tlr2", amount, basis), point="U3")
    assessment = answer(post, pay)
    found = about(assessment, "part-time")
    assert (found.outcome, found.force, found.missing) == ("cannot-tell", force, ("share",))
    assert (about(assessment, "tlr").outcome == "in-line") is (amount not in {3589, 4383})
    assert assessment.verdict == verdict


def test_a_part_timers_tlr_that_is_short_is_as_open_beside_leadership_pay() -> None:
    pay = paid("upper-pay-range", 51942, allowance("tlr2", 3000, share=0.6), point="U3")
    assessment = answer({**ALNCO, "fte": 0.6}, pay, on="2026-04-01")
    assert about(assessment, "part-time").outcome == "cannot-tell"
    assert "below" not in {found.outcome for found in assessment.findings}


def test_alncos_already_on_leadership_are_outside_the_move() -> None:
    post = {**ALNCO, "role": "deputy-head"}
    assessment = answer(post, paid("leadership", 62612, point="L8"))
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.force) == ("in-line", "information")
    assert "W-05" in rules_of(found)
    assert assessment.verdict == "appropriate"


@pytest.mark.parametrize(
    ("paid_now", "appointed", "conserved", "outcome", "wording"),
    [
        ("L2", "no", "no", "below", "below"),
        ("L2", "not-known", "no", "cannot-tell", "below-if-moved"),
        ("L2", "yes", "no", "in-line", "on-leadership"),
        ("L4", "no", "no", "in-line", "within-policy-range"),
        ("L8", "not-known", "no", "in-line", "within-policy-range"),
        ("L9", "no", "no", "above", "above"),
        ("L9", "no", "not-known", "cannot-tell", "above-unless-conserved"),
        ("L9", "no", "yes", "in-line", "above-conserved"),
        ("L9", "not-known", "no", "cannot-tell", "above-if-moved"),
    ],
)
def test_an_alnco_who_was_moved_is_paid_within_the_range_of_the_pay_policy(
    paid_now: str, appointed: str, conserved: str, outcome: str, wording: str
) -> None:
    """W-02 and W-03; W-05 leaves out who was on the leadership scale before."""
    post = {
        **ALNCO,
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": appointed,
    }
    pay = paid("leadership", None, point=paid_now, salary_conserved=conserved)
    assessment = answer(post, pay)
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.wording) == (outcome, f"alnco-leadership.{wording}")
    wrong = {"below": "not-appropriate", "above": "not-appropriate", "cannot-tell": "cannot-tell"}
    assert assessment.verdict == wrong.get(outcome, "appropriate")
    departs = {"below": "underpaid", "above": "overpaid"}
    assert assessment.direction == departs.get(outcome)


def test_leadership_pay_under_the_range_is_short_of_its_lowest_point() -> None:
    """L2 was 53,997 and L4 56,723: 2,726 are short."""
    post = {
        **ALNCO,
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": "no",
    }
    pay = paid("leadership", 53997, point="L2")
    found = about(answer(post, pay), "alnco-leadership")
    assert (found.gap, found.citations[0].rule) == (Decimal(2726), "W-03")
    less = answer(post, paid("leadership", 53000, point="L2"))
    assert certain_gap(less.findings) == 3723


@pytest.mark.parametrize(
    ("facts", "told"),
    [({"fte": 0.5}, {"part_time"}), ({"shared_across_schools": "yes"}, {"shared"})],
)
@pytest.mark.parametrize(("point", "side"), [("L2", "below"), ("L9", "above")])
def test_how_the_range_reaches_part_time_and_shared_alncos_was_not_found(
    facts: Mapping[str, object], told: set[str], point: str, side: str
) -> None:
    """So nothing is short or too much for certain; inside the range they are as any other."""
    post = {
        **ALNCO,
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": "no",
        **facts,
    }
    assessment = answer(post, paid("leadership", None, point=point, salary_conserved="no"))
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.gap, found.missing) == ("cannot-tell", None, ())
    assert found.wording == f"alnco-leadership.{side}-not-settled"
    assert {name for name in ("part_time", "shared") if found.details[name]} == told
    assert assessment.verdict == "cannot-tell"
    assert certain_gap(assessment.findings) == 0
    inside = answer(post, paid("leadership", None, point="L4"))
    assert about(inside, "alnco-leadership").outcome == "in-line"


@pytest.mark.parametrize(
    ("kind", "duty", "gap"),
    [
        ("honorarium", "ALNCo", 403),
        ("other", None, 403),
        ("other", "something", 403),
        ("other", "head of music", 3403),
        ("recruitment-retention", "ALNCo", 3403),
    ],
)
def test_another_payment_for_the_role_is_counted_with_what_leadership_pay_replaces(
    kind: str, duty: str | None, gap: int
) -> None:
    """L3 is 55,345 and U3 51,942; beside it 3,000 are paid for the role, or for another duty."""
    post = {**ALNCO, "alnco_range_in_pay_policy": "L3-L7"}
    stated = {} if duty is None else {"for_which_duty": duty}
    pay = paid("upper-pay-range", 51942, allowance(kind, 3000, **stated), point="U3")
    found = about(answer(post, pay), "alnco-leadership")
    assert found.outcome == "due-but-missing"
    assert found.gap == gap
    assert bool(found.details["for_the_role"]) is (gap == 403)


@pytest.mark.parametrize(("salary", "gap"), [(40000, 15345), (50000, 5345), (33000, 22345)])
def test_leadership_pay_is_compared_with_a_salary_that_is_at_no_point(
    salary: int, gap: int
) -> None:
    """L3 is 55,345; the main range of Wales runs from 33,731 to 46,595."""
    post = {**ALNCO, "alnco_range_in_pay_policy": "L3-L7"}
    assessment = answer(post, paid("main-pay-range", salary))
    assert about(assessment, "alnco-leadership").outcome == "due-but-missing"
    assert certain_gap(assessment.findings) == gap


@pytest.mark.parametrize(
    ("on", "outcome", "wording"),
    [
        ("2026-01-15", "not-due", "alnco-leadership.not-yet"),
        ("2026-01-16", "due-but-missing", "alnco-leadership.more-at-least"),
        ("2025-08-31", "not-due", "alnco-leadership.before"),
    ],
)
def test_nothing_is_due_as_alnco_before_becoming_the_alnco(
    on: str, outcome: str, wording: str
) -> None:
    post = {**ALNCO, "headteacher_group": 1, "coordinator_since": "2026-01-16"}
    assessment = answer(post, U3_2025, on=on)
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.wording) == (outcome, wording)
    assert certain_gap(assessment.findings) == (738 if outcome == "due-but-missing" else 0)
    assert "leadership" not in subjects(assessment)


def test_a_teacher_who_becomes_the_alnco_later_is_not_read_as_moved_before() -> None:
    """Beside leadership pay a TLR is barred (TLR-18), save what a moved ALNCo had (W-07)."""
    pay = paid("leadership", 52680, allowance("tlr2", 4000), point="L1")
    for since, outcome in (("2025-09-01", "cannot-tell"), ("2026-01-16", "not-permitted")):
        found = about(answer({**ALNCO, "coordinator_since": since}, pay), "combination")
        assert found.outcome == outcome


@pytest.mark.parametrize("pay", [U3_2025, {}])
@pytest.mark.parametrize("qualified", ["yes", "no"])
def test_support_staff_who_are_the_alnco_are_not_told_that_leadership_pay_is_due(
    pay: Mapping[str, object], qualified: str
) -> None:
    """The move is one of teachers (W-02, W-08): what holds for support staff was not read."""
    post = {**ALNCO, "role": "support-staff", "qualified_teacher": qualified}
    assessment = answer(post, pay)
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ())
    assert found.wording == "alnco-leadership.support-staff"
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("facts", "pay", "missing"),
    [
        (
            {"appointed_head_deputy_or_assistant": "not-known"},
            "L2",
            "appointed_head_deputy_or_assistant",
        ),
        ({"fte": "not-known"}, "L2", "fte"),
        ({}, None, "salary"),
    ],
)
def test_whether_leadership_pay_lies_in_the_range_asks_for_what_is_wanting(
    facts: Mapping[str, object], pay: str | None, missing: str
) -> None:
    post = {
        **ALNCO,
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": "no",
        **facts,
    }
    found = about(answer(post, paid("leadership", None, point=pay)), "alnco-leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", (missing,))


@pytest.mark.parametrize(
    ("salary", "fte", "outcome", "gap", "missing"),
    [
        (54000, 1, "below", 2723, ()),
        (57000, 1, "in-line", None, ()),
        (62613, 1, "cannot-tell", None, ("salary_conserved",)),
        (27000, 0.5, "cannot-tell", None, ("basis",)),
    ],
)
def test_leadership_pay_at_no_point_is_still_held_against_the_range(
    salary: int, fte: float, outcome: str, gap: int | None, missing: tuple[str, ...]
) -> None:
    """L4 is 56,723 and L8 62,612; none of these is a point, which base pay asks for."""
    post = {
        **ALNCO,
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": "no",
    }
    pay = {"range": "leadership", "salary": salary}
    found = about(answer({**post, "fte": fte}, pay), "alnco-leadership")
    assert (found.outcome, found.missing) == (outcome, missing)
    assert found.gap == gap


def test_a_central_service_is_not_known_to_be_reached_by_the_move() -> None:
    post = {
        **ALNCO,
        "employer": "central-service",
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": "no",
    }
    found = about(answer(post, paid("leadership", None, point="L2")), "alnco-leadership")
    assert found.outcome == "cannot-tell"


def test_a_head_who_is_the_alnco_is_considered_under_paragraph_nine() -> None:
    post = {**ALNCO, "role": "headteacher", "headteacher_group": 1}
    assessment = answer(post, paid("leadership", 62612, point="L8"))
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.force) == ("may-be-considered", "may")
    assert "HT-02" in rules_of(found)
    assert [cited.paragraph for cited in found.citations if cited.rule == "HT-02"] == ["9"]
    assert assessment.verdict == "appropriate"


@pytest.mark.parametrize(
    ("on", "outcome"), [("2025-08-31", "not-due"), ("2025-09-01", "due-but-missing")]
)
def test_leadership_pay_begins_on_1_september_2025(on: str, outcome: str) -> None:
    found = about(answer(ALNCO, WITH_TLR2, on=on), "alnco-leadership")
    assert found.outcome == outcome
    assert found.details["pay_from"] == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("on", "wording", "apply"),
    [
        ("2026-03-07", "leadership.conditions-later", False),
        ("2026-03-08", "leadership.conditions", True),
    ],
)
def test_leadership_conditions_reach_a_moved_alnco_on_8_march_2026(
    on: str, wording: str, apply: bool
) -> None:
    assessment = answer(ALNCO, paid("leadership", 56723, point="L4"), on=on)
    found = about(assessment, "leadership")
    assert (found.wording, "W-04" in rules_of(found)) == (wording, not apply)
    assert found.details["hours"] == 1265
    assert about(assessment, "alnco-leadership").details["conditions_apply"] is apply


@pytest.mark.parametrize("appointed", ["deputy-head", "appointed"])
def test_a_deputy_had_leadership_conditions_before(appointed: str) -> None:
    change: dict[str, object] = (
        {"appointed_head_deputy_or_assistant": "yes"}
        if appointed == "appointed"
        else {"role": appointed}
    )
    pay = paid("leadership", 56723, allowance("tlr2", 3590), point="L4")
    assessment = answer({**ALNCO, **change}, pay, on="2026-03-07")
    assert about(assessment, "leadership").wording == "leadership.conditions"
    assert about(assessment, "combination").outcome == "not-permitted"


def test_whether_a_moved_alnco_keeps_a_tlr_is_not_settled() -> None:
    pay = paid("leadership", 56723, allowance("tlr2", 3590), point="L4")
    assessment = answer(ALNCO, pay)
    found = about(assessment, "combination")
    assert (found.outcome, found.wording) == ("cannot-tell", "combination.moved-to-leadership")
    assert "W-07" in rules_of(found)
    assert (assessment.verdict, assessment.undecided) == ("cannot-tell", ("combination",))


def test_other_combinations_of_a_moved_alnco_are_judged_as_ever() -> None:
    held = allowance("tlr1", 11000), allowance("tlr2", 3590)
    found = answer(ALNCO, paid("leadership", 56723, *held, point="L4")).findings
    outcomes = {str(each.outcome) for each in found if each.wording == "combination.two-tlrs"}
    assert outcomes == {"not-permitted"}


def test_before_the_change_an_alnco_might_have_main_pay_an_allowance_and_a_tlr() -> None:
    teaches = {"teaches_sen_pupils": "yes", "teaches_designated_class": "yes"}
    post = {**ALNCO, "school_type": "pru-or-alternative", **teaches}
    held = allowance("sen-allowance", 2729), allowance("tlr2", 3452)
    pay = paid("main-pay-range", 44802, *held, point="M6")
    assessment = answer(post, pay, on="2025-08-31")
    assert assessment.verdict == "appropriate"
    assert about(assessment, "combination").outcome == "in-line"
    history = about(assessment, "alnco-leadership")
    assert (history.outcome, history.force) == ("not-due", "information")
    assert rules_of(history) == {"W-16", "W-12"}


@pytest.mark.parametrize(
    ("designated", "outcome", "verdict"),
    [("yes", "short-of-guidance", "questionable"), ("not-known", "cannot-tell", "cannot-tell")],
)
def test_before_the_change_an_alnco_with_no_tlr_was_questionably_paid(
    designated: str, outcome: str, verdict: str
) -> None:
    post = {**ALNCO, "designated_coordinator": designated, "significant_responsibility": "no"}
    assessment = answer(post, paid("upper-pay-range", 49944, point="U3"), on="2025-08-31")
    found = about(assessment, "leadership")
    assert (found.outcome, found.force) == (outcome, "position")
    assert rules_of(found) == {"W-11", "POS-02", "POS-03"}
    assert assessment.verdict == verdict


def test_before_the_designation_duty_the_unions_view_stands_alone() -> None:
    found = about(answer(ALNCO, U3_2025, on="2020-10-01"), "leadership")
    assert rules_of(found) == {"POS-03"}


def test_from_september_2025_the_duty_takes_the_place_of_the_question() -> None:
    assert "leadership" not in subjects(answer(ALNCO, U3_2025, on="2025-09-01"))


def test_nothing_settles_leadership_pay_for_an_alnco_who_is_no_qualified_teacher() -> None:
    """L1 was 52,680 and point 6 of the unqualified range 35,875: no gain is promised."""
    post = {**ALNCO, "qualified_teacher": "no", "ewc_registered": "no"}
    assessment = answer(post, paid("unqualified", 35875, point="6"))
    found = about(assessment, "alnco-leadership")
    assert (found.outcome, found.wording) == ("cannot-tell", "alnco-leadership.not-qualified")
    assert (found.amount_low, found.gap, found.missing) == (None, None, ())
    assert assessment.verdict == "cannot-tell"
    assert certain_gap(assessment.findings) == 0


def test_a_part_timers_short_tlr_is_not_certain_beside_leadership_pay_that_is_due() -> None:
    """0.6 of the 3,590 is 2,154; whether it goes on beside leadership pay was not found."""
    entered = allowance("tlr2", 2000, "received", share=0.6)
    pay = paid("upper-pay-range", 51942, entered, point="U3")
    assessment = answer({**ALNCO, "fte": 0.6}, pay)
    for subject in ("tlr", "part-time"):
        found = about(assessment, subject)
        assert (found.outcome, found.amount_low, found.gap) == ("cannot-tell", None, None)
        assert found.next_steps == ("ask-what-ends", "ask-union")


# Who may be the ALNCo


@pytest.mark.parametrize(
    ("facts", "outcome", "wording"),
    [
        ({"ewc_registered": "yes"}, "in-line", "registered"),
        ({"ewc_registered": "no"}, "not-permitted", "not-registered"),
        ({"ewc_registered": "not-known"}, "cannot-tell", "registration-not-known"),
        (
            {"ewc_registered": "no", "coordinator_since": "2021-01-04"},
            "not-permitted",
            "not-registered",
        ),
        ({"ewc_registered": "no", "coordinator_since": "2021-01-03"}, "cannot-tell", "experience"),
        ({"ewc_registered": "yes", "employer": "independent"}, "does-not-apply", "no-duty"),
    ],
)
def test_an_alnco_is_registered_as_a_teacher(
    facts: dict[str, object], outcome: str, wording: str
) -> None:
    found = about(answer({**ALNCO, **facts}, WITH_TLR2), "senco-qualification")
    assert (found.outcome, found.wording) == (outcome, f"senco-qualification.{wording}")
    asked = "ask-registration" in found.next_steps
    assert asked is (outcome in {"not-permitted", "cannot-tell"})


@pytest.mark.parametrize(
    ("on", "employer", "told"),
    [
        ("2022-08-31", "maintained", False),
        ("2022-09-01", "maintained", True),
        ("2023-08-31", "maintained", True),
        ("2023-09-01", "maintained", False),
        ("2022-10-01", "independent", False),
    ],
)
def test_the_payment_made_once_of_2022_is_told_for_its_year_and_counted_nowhere(
    on: str, employer: str, *, told: bool
) -> None:
    """U3 of 2022/23 is 45,085, by the 6.5%; the 1.5% beside it is in no figure."""
    post = {**CLASS_TEACHER, "employer": employer}
    assessment = answer(post, paid("upper-pay-range", 45085, point="U3"), on=on)
    found = [each for each in assessment.findings if each.wording == "uplift.paid-once"]
    assert bool(found) is told
    for each in found:
        assert (each.outcome, each.force) == ("in-line", "information")
        assert (each.figures, each.amount_low, each.gap) == ((), None, None)
        assert rules_of(each) == {"W-18"}
        assert (assessment.verdict, assessment.outcome) == ("appropriate", "in-line")


def test_registration_stands_beside_the_verdict_on_pay() -> None:
    post = {**ALNCO, "ewc_registered": "no"}
    assert answer(post, WITH_TLR2, on="2024-10-01").verdict == "cannot-tell"
    pay = paid("upper-pay-range", 49944, allowance("tlr2", 3590), point="U3")
    assert answer(post, pay, on="2024-10-01").verdict == "appropriate"


@pytest.mark.parametrize(
    ("on", "rules"),
    [
        ("2021-01-03", None),
        ("2021-01-04", {"W-09", "W-10"}),
        ("2021-08-31", {"W-09", "W-10"}),
        ("2021-09-01", {"W-08", "W-10"}),
    ],
)
def test_each_regulation_is_cited_for_its_own_days(on: str, rules: set[str] | None) -> None:
    assessment = answer(ALNCO, WITH_TLR2, on=on)
    if rules is None:
        assert "senco-qualification" not in subjects(assessment)
    else:
        assert rules_of(about(assessment, "senco-qualification")) == rules


def test_paperwork_rests_on_rules_of_wales_alone() -> None:
    facts = {"annual_statement": "no", "written_notice": "no"}
    found = about(answer({**CLASS_TEACHER, **facts}, U3_2025), "paperwork")
    assert (found.outcome, found.force) == ("short-of-guidance", "should")
    assert rules_of(found) == {"SEN-24"}
    assert "paperwork" not in subjects(answer({**CLASS_TEACHER, "annual_statement": "no"}, U3_2025))


# Any post, any day, any pay

FACTS = st.sampled_from(Fact)
SHARES = st.sampled_from([None, Decimal("0.4"), Decimal("0.6"), Decimal(1)])
AMOUNTS = st.integers(min_value=0, max_value=150_000).map(Decimal)
BASES = st.sampled_from([None, *Basis])
POSTS = st.builds(
    Post,
    employer=st.sampled_from([None, *sorted(wales.EMPLOYERS)]),
    school_type=st.sampled_from([None, *SchoolType]),
    headteacher_group=st.sampled_from([None, *range(1, 9)]),
    role=st.sampled_from([None, *Role]),
    fte=SHARES,
    alnco_range_in_pay_policy=st.sampled_from([None, "L1-L5", "L4-L8", "L39-L43"]),
    coordinator_since=st.sampled_from([None, date(2019, 9, 1), date(2022, 9, 1)]),
    **dict.fromkeys(
        (
            "qualified_teacher",
            "ewc_registered",
            "designated_coordinator",
            "shared_across_schools",
            "appointed_head_deputy_or_assistant",
            "teaches_designated_class",
            "teaches_sen_pupils",
            "significant_responsibility",
        ),
        FACTS,
    ),
)
PAYS = st.builds(
    Pay,
    range=st.sampled_from([None, *sorted(wales.RANGES)]),
    point=st.sampled_from([None, "M1", "M2", "M6", "U3", "L4", "L43", "3"]),
    salary=st.none() | AMOUNTS,
    basis=BASES,
    salary_conserved=FACTS,
    allowances=st.lists(
        st.builds(
            Allowance,
            kind=st.sampled_from(sorted(wales.KINDS)),
            amount=AMOUNTS,
            basis=BASES,
            share=SHARES,
            safeguarded=FACTS,
        ),
        max_size=3,
    ).map(tuple),
)
FIRST, LAST = date(2016, 9, 1), date(2026, 9, 1)
DAYS = st.integers(min_value=0, max_value=(LAST - FIRST).days).map(
    lambda days: FIRST + timedelta(days)
)


@settings(max_examples=400)
@given(DAYS, POSTS, PAYS)
def test_every_post_day_and_pay_gets_an_answer_from_a_figure_held_or_what_is_held(
    on: date, post: Post, pay: Pay
) -> None:
    assessment = check(Case(nation=Nation.WALES, on=on, post=post, pay=pay), library())
    for finding in assessment.findings:
        for rule in {test.rule for test in walk(finding.because)} | rules_of(finding):
            assert not rule or "wales" in library().rules[rule].nations, (finding.wording, rule)
        for figure in finding.figures:
            assert figure.nation == "wales"
        if finding.outcome in {"below", "above", "below-advisory"}:
            assert finding.figures or finding.about in {"part-time", "safeguarding"}
        if finding.about == "alnco-leadership" and finding.gap is not None:
            assert finding.wording in {
                "alnco-leadership.more",
                "alnco-leadership.below",
                "alnco-leadership.below-if-moved",
            }
    if on >= date(2019, 9, 1):
        cited = {cited.checked for each in assessment.findings for cited in each.citations}
        assert cited <= {1}


@given(DAYS, PAYS)
def test_whoever_coordinates_off_leadership_hears_of_leadership_pay_in_a_bound_school(
    on: date, pay: Pay
) -> None:
    post = Post(employer=Employer.MAINTAINED, role=Role.ALNCO, designated_coordinator=Fact.YES)
    assert post.role in COORDINATING_ROLES
    assessment = check(Case(nation=Nation.WALES, on=on, post=post, pay=pay), library())
    found = about(assessment, "alnco-leadership")
    on_leadership = (pay.range or "").startswith("head") or pay.range == "leadership"
    if on < date(2025, 9, 1):
        assert found.outcome == "not-due"
    elif pay.range is None:
        assert found.outcome == "cannot-tell"
    else:
        assert found.outcome == ("in-line" if on_leadership else "due-but-missing")


def test_an_allowance_of_any_kind_is_either_compared_or_shown() -> None:
    compared = {"sen-allowance", "tlr1", "tlr2", "tlr3"}
    for kind in sorted(wales.KINDS):
        pay = Pay(allowances=(Allowance(kind=AllowanceKind(kind), amount=Decimal(3000)),))
        post = Post(employer=Employer.MAINTAINED)
        found = check(
            Case(nation=Nation.WALES, on=date(2025, 10, 1), post=post, pay=pay), library()
        )
        assert ("other-allowance" in subjects(found)) is (kind not in compared)


# Status and scale


@pytest.mark.parametrize("on", ["2018-10-01", "2025-10-01"])
@pytest.mark.parametrize(
    ("status", "pay_range", "outcomes"),
    [
        ("yes", "unqualified", ["not-permitted"]),
        ("no", "main-pay-range", ["not-permitted"]),
        ("not-known", "main-pay-range", ["cannot-tell"]),
        ("yes", "main-pay-range", []),
        ("no", "unqualified", []),
    ],
)
def test_w_17_the_unqualified_scale_is_for_teachers_without_qualified_status(
    on: str, status: str, pay_range: str, outcomes: list[str]
) -> None:
    post = {**CLASS_TEACHER, "qualified_teacher": status}
    found = [
        each
        for each in answer(post, paid(pay_range), on=on).findings
        if each.about == "combination"
    ]
    assert [each.outcome for each in found] == outcomes
    assert all("W-17" in rules_of(each) for each in found)


def test_support_staff_in_wales_are_not_asked_for_a_teachers_range() -> None:
    assessment = answer({**CLASS_TEACHER, "role": "support-staff"}, {"salary": 24000})
    assert about(assessment, "base-pay").outcome == "does-not-apply"
    assert assessment.verdict == "does-not-apply"
