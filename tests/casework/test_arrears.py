"""Arrears against hand calculations, each written out where it is expected."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from payapp.casework.arrears import Arrears, Month, arrears
from payapp.domain.cases import Case, CaseRefused, Nation
from payapp.domain.findings import About
from tests.many_cases import many_cases
from tests.worked import CLASS_TEACHER, TLR_TESTS_MET, allowance, case, library, paid

NI_TEACHER: Mapping[str, object] = {
    "employer": "maintained",
    "school_type": "mainstream",
    "role": "class-teacher",
    "qualified_teacher": "yes",
    "fte": 1,
    "designated_coordinator": "no",
    "significant_responsibility": "no",
    "allowance_in_contract_or_letter": "no",
}
ALNCO: Mapping[str, object] = {
    **CLASS_TEACHER,
    "role": "alnco",
    "designated_coordinator": "yes",
    "ewc_registered": "yes",
    "headteacher_group": 3,
    "alnco_range_in_pay_policy": "L4-L8",
}
PRINCIPAL_TEACHER: Mapping[str, object] = {
    "employer": "council",
    "school_type": "mainstream",
    "role": "principal-teacher",
    "qualified_teacher": "yes",
    "fte": 1,
    "promoted_post": "yes",
    "job_size_score": 100,
    "designated_coordinator": "no",
    "remote_school": "no",
    "distant_island": "no",
    "residential_school": "no",
}
HOLDS_TLR: Mapping[str, object] = {
    **CLASS_TEACHER,
    **TLR_TESTS_MET,
    "line_manages_significant_number": "no",
}
NO_MAY = {"time_limited_project": "no", "pay_policy_adopts_points": "yes"}


def over(asked: Case, first: str, last: str) -> Arrears:
    return arrears(asked, library(), date.fromisoformat(first), date.fromisoformat(last))


def pounds(text: str) -> Decimal:
    return Decimal(text)


def certain(found: Arrears) -> list[Decimal]:
    return [month.certain for month in found.months]


def test_the_published_arrears_of_the_northern_irish_starting_point_come_out_to_the_penny() -> None:
    """30,000 to 31,650 is 1,650 a year, 137.50 a month; nine months are 1,237.50 (case N4)."""
    asked = case(NI_TEACHER, paid("main-pay-scale", 30000, point="M2"), nation="northern-ireland")
    found = over(asked, "2024-09-01", "2025-05-31")
    assert certain(found) == [pounds("137.50")] * 9
    assert found.total == found.total_high == pounds("1237.50")
    assert found.overpaid == 0
    assert found.months[0].paid == pounds("2500.00")
    assert found.months[0].due == pounds("2637.50")


def test_the_published_arrears_of_the_northern_irish_upper_scale_come_out_to_the_penny() -> None:
    """46,368 to 48,919 is 2,551 a year; nine twelfths of it are 1,913.25."""
    asked = case(NI_TEACHER, paid("upper-pay-scale", 46368, point="U3"), nation="northern-ireland")
    assert over(asked, "2024-09-01", "2025-05-31").total == pounds("1913.25")


def test_an_award_paid_late_is_short_until_it_is_paid() -> None:
    """M6: 45,352 less 43,607 is 1,745 a year; September to December are four twelfths, 581.67."""
    asked = case(
        {**CLASS_TEACHER, **NO_MAY},
        paid("main-pay-range", 43607, point="M6"),
        changes=[{"from": "2026-01-01", "pay": {"salary": 45352}}],
    )
    found = over(asked, "2025-07-01", "2026-03-31")
    assert certain(found)[:2] == [0, 0]
    assert sum(certain(found)[2:6]) == pounds("581.67")
    assert certain(found)[6:] == [0, 0, 0]
    assert found.total == pounds("581.67")


def test_a_tlr_left_pro_rata_is_short_from_1_september_2026() -> None:
    """At 0.6 of 3,527 nothing is short until August; then 3,651 for the whole duty is due.

    3,651 less 2,116.20 is 1,534.80 a year; four twelfths: 511.60. Against the last confirmed 3,527
    it is 1,410.80 and four twelfths of that 470.27, so that 41.33 rest on the proposed figure. At
    most 8,913 may be due by the proposed one: 8,913 less 2,116.20 is 6,796.80; four twelfths:
    2,265.60.
    """
    asked = case(
        {**HOLDS_TLR, **NO_MAY, "fte": 0.6, "share_rule_adopted": "no"},
        paid("main-pay-range", None, allowance("tlr2", 2116.2, "received", share=1), point="M6"),
    )
    found = over(asked, "2026-07-01", "2026-12-31")
    assert certain(found)[:2] == [0, 0]
    assert (found.total, found.unconfirmed) == (pounds("511.60"), pounds("41.33"))
    assert found.total_high == pounds("2265.60")
    assert {line.about for month in found.months for line in month.lines} == {About.TLR}


def test_an_alnco_is_short_of_leadership_pay_from_september_2025() -> None:
    """L4 is 56,723 and L8 62,612; on U3, 51,942, at least 4,781 and at most 10,670 are short.

    September to March are seven twelfths: 2,788.92 and 6,224.17. August 2025 is before.
    """
    asked = case(ALNCO, paid("upper-pay-range", None, point="U3"), nation="wales")
    found = over(asked, "2025-08-01", "2026-03-31")
    assert found.months[0].certain == 0
    assert found.total == pounds("2788.92")
    assert found.total_high == pounds("6224.17")


def test_leadership_pay_for_an_alnco_counts_no_shortfall_of_the_salary_twice() -> None:
    """Paid 51,000 on U3: 942 of salary, and 4,781 from U3 to L4; together 56,723 less 51,000."""
    policy = {**ALNCO, "pay_policy_adopts_points": "yes"}
    asked = case(policy, paid("upper-pay-range", 51000, point="U3"), nation="wales")
    found = over(asked, "2025-09-01", "2026-08-31")
    assert found.total == pounds("5723.00")
    assert found.total_high == pounds("11612.00")


def test_a_scottish_principal_teacher_is_short_by_two_pay_dates_in_one_year() -> None:
    """Point 3 was 62,115, from April 2026 62,265 and from August 64,290.

    April to July: 150 a year, 12.50 a month. August and September: 2,175 a year, 181.25 a month.
    """
    asked = case(PRINCIPAL_TEACHER, paid("principal-teacher", 62115, point="3"), nation="scotland")
    found = over(asked, "2026-03-01", "2026-09-30")
    months = ["0", "12.50", "12.50", "12.50", "12.50", "181.25", "181.25"]
    assert certain(found) == [pounds(month) for month in months]
    assert found.total == found.total_high == pounds("412.50")


def test_a_change_of_hours_changes_what_is_due() -> None:
    """M6 is 45,352: at 0.6 27,211.20 is due, at 0.8 36,281.60.

    October to December: 27,211.20 less 24,000 is 3,211.20 a year, 267.60 a month. January to
    March: 36,281.60 less 36,000 is 281.60 a year; three twelfths are 70.40.
    """
    asked = case(
        {**CLASS_TEACHER, **NO_MAY, "fte": 0.6},
        paid("main-pay-range", 24000, point="M6", basis="received"),
        changes=[{"from": "2026-01-01", "post": {"fte": 0.8}, "pay": {"salary": 36000}}],
    )
    found = over(asked, "2025-10-01", "2026-03-31")
    assert certain(found)[:3] == [pounds("267.60")] * 3
    assert sum(certain(found)[3:]) == pounds("70.40")
    assert found.total == pounds("873.20")


def test_an_allowance_that_must_be_paid_is_short_from_the_day_it_stops() -> None:
    """In a special school 2,787 to 5,497 a year is due; paid until December, nothing after.

    January to March: three twelfths of 2,787 are 696.75, and of 5,497 1,374.25.
    """
    asked = case(
        {**CLASS_TEACHER, **NO_MAY, "school_type": "special", "teaches_sen_pupils": "yes"},
        paid("main-pay-range", 45352, allowance("sen-allowance", 2787, until="2025-12-31")),
    )
    found = over(asked, "2025-09-01", "2026-03-31")
    assert certain(found)[:4] == [0] * 4
    assert certain(found)[4:] == [pounds("232.25")] * 3
    assert found.total == pounds("696.75")
    assert found.total_high == pounds("1374.25")


def test_a_tlr_below_its_minimum_that_was_stopped_is_no_back_pay_afterwards() -> None:
    """TLR2 of 3,000 is 527 short of 3,527; four twelfths are 175.67 until December.

    Until then up to 8,611 may be due, 5,611 more than is paid, of which four twelfths are 1,870.33.
    Afterwards the employer may pay a TLR2 and need not.
    """
    asked = case(
        {**HOLDS_TLR, **NO_MAY},
        paid("main-pay-range", 45352, allowance("tlr2", 3000)),
        changes=[{"from": "2026-01-01", "pay": {"allowances": []}}],
    )
    found = over(asked, "2025-09-01", "2026-03-31")
    assert found.total == pounds("175.67")
    assert certain(found)[4:] == [0] * 3
    assert found.total_high == pounds("1870.33")


def test_an_overpayment_is_told_as_plainly_as_a_shortfall() -> None:
    """TLR2 of 9,000 is 389 more than 8,611; six twelfths are 194.50."""
    asked = case({**HOLDS_TLR, **NO_MAY}, paid("main-pay-range", 45352, allowance("tlr2", 9000)))
    found = over(asked, "2025-09-01", "2026-02-28")
    assert [found.total, found.total_high] == [0, 0]
    assert found.overpaid == pounds("194.50")
    month = found.months[-1]
    assert month.due is not None
    assert month.paid is not None
    assert month.paid - month.due == month.over


def test_a_tlr_paid_without_its_tests_is_overpaid() -> None:
    """3,600 a year for a duty that fails a test; three twelfths are 900."""
    asked = case(
        {**CLASS_TEACHER, **NO_MAY}, paid("main-pay-range", 45352, allowance("tlr2", 3600))
    )
    assert over(asked, "2025-09-01", "2025-11-30").overpaid == pounds("900.00")


def test_a_sen_allowance_outside_the_criteria_is_not_called_overpaid() -> None:
    asked = case(
        {**CLASS_TEACHER, **NO_MAY}, paid("main-pay-range", 45352, allowance("sen-allowance", 2787))
    )
    found = over(asked, "2025-09-01", "2025-11-30")
    assert found.overpaid == 0
    assert About.SEN_ALLOWANCE in [told.about for told in found.months[0].not_told]


def test_an_advisory_point_is_counted_only_in_the_high_total() -> None:
    """U3 was 49,084 and is 51,048: 1,964 a year, three twelfths are 491, where policy adopts it."""
    asked = case(CLASS_TEACHER, paid("upper-pay-range", 49084, point="U3"))
    found = over(asked, "2025-09-01", "2025-11-30")
    assert found.total == 0
    assert found.total_high == pounds("491.00")


def test_a_proposed_award_counts_only_in_the_high_total() -> None:
    """U3 of 51,048 fails only against the proposed 52,835: 1,787 a year, two twelfths 297.83."""
    asked = case({**CLASS_TEACHER, **NO_MAY}, paid("upper-pay-range", 51048, point="U3"))
    found = over(asked, "2026-09-01", "2026-10-31")
    assert found.total == 0
    assert found.total_high == pounds("297.83")


def test_what_of_a_shortfall_rests_on_a_proposed_figure_is_told_beside_it() -> None:
    """The minimum of M was 32,916 and is proposed at 34,069; at 0.6: 19,749.60 and 20,441.40.

    Paid 19,000: 1,441.40 a year is short, of which 749.60 is by the last confirmed figure; up to
    the proposed M6, 28,164, 9,164 may be due.
    """
    asked = case({**CLASS_TEACHER, "fte": 0.6}, paid("main-pay-range", 19000, basis="received"))
    found = over(asked, "2026-09-01", "2027-08-31")
    assert (found.total, found.unconfirmed) == (pounds("1441.40"), pounds("691.80"))
    assert found.total_high == pounds("9164.00")


def test_an_amount_that_rests_on_a_fact_not_known_is_in_the_high_total_and_named() -> None:
    """Whether the fourth test of route (d) is met is not known: up to 5,497 a year may be due."""
    post = {
        **CLASS_TEACHER,
        **NO_MAY,
        **dict.fromkeys(
            (
                "teaches_sen_pupils",
                "setting_analogous_to_designated",
                "substantial_direct_work",
                "sen_teaching_judgement",
            ),
            "yes",
        ),
    }
    found = over(case(post, paid("main-pay-range", 45352)), "2025-09-01", "2026-08-31")
    assert found.total == 0
    assert found.total_high == pounds("5497.00")
    (not_told,) = found.months[0].not_told
    assert (not_told.about, not_told.missing) == (
        About.SEN_ALLOWANCE,
        ("greater_involvement_than_normal",),
    )


def test_an_allowance_named_in_the_letter_is_due_at_the_figure_of_each_year() -> None:
    """SEN1 was 2,612 and is 2,717 from September 2025: one twelfth of each, 217.67 and 226.42."""
    asked = case(
        {**NI_TEACHER, "allowance_in_contract_or_letter": "yes"},
        paid("upper-pay-scale", None, point="U3"),
        nation="northern-ireland",
    )
    found = over(asked, "2025-08-01", "2025-09-30")
    assert found.total == pounds("444.08")
    assert found.months[0].certain == pounds("217.67")


def test_leadership_pay_of_an_alnco_begins_with_the_post() -> None:
    """From U3 to L4 4,781 a year are short: 398.42 a month, and 16 of the 31 days of January."""
    post = {**ALNCO, "coordinator_since": "2026-01-16"}
    asked = case(post, paid("upper-pay-range", 51942, point="U3"), nation="wales")
    found = over(asked, "2025-12-01", "2026-02-28")
    short = [month.certain for month in found.months]
    assert short == [pounds("0"), pounds("205.63"), pounds("398.42")]


def test_a_part_of_a_month_is_its_days_of_a_twelfth() -> None:
    """137.50 a month: 15 of 30 days are 68.75, and 10 of 31 days are 44.35."""
    asked = case(NI_TEACHER, paid("main-pay-scale", 30000, point="M2"), nation="northern-ireland")
    found = over(asked, "2024-09-16", "2024-10-10")
    assert certain(found) == [pounds("68.75"), pounds("44.35")]
    assert [month.is_whole for month in found.months] == [False, False]
    assert found.day_rates == ()


def test_a_change_inside_a_month_splits_it_by_its_days() -> None:
    """Short by 137.50 a month until 20 January: 20 of 31 days are 88.71."""
    asked = case(
        NI_TEACHER,
        paid("main-pay-scale", 30000, point="M2"),
        nation="northern-ireland",
        changes=[{"from": "2025-01-21", "pay": {"salary": 31650}}],
    )
    (month,) = over(asked, "2025-01-01", "2025-01-31").months
    assert month.is_whole
    assert month.certain == pounds("88.71")


def test_a_part_of_a_month_in_scotland_names_the_rate_for_a_day() -> None:
    asked = case(PRINCIPAL_TEACHER, paid("principal-teacher", 62115, point="3"), nation="scotland")
    (rate,) = over(asked, "2026-04-01", "2026-05-10").day_rates
    assert (rate.citation.rule, rate.days) == ("SC-PAY-04b", pounds("235"))
    both = over(asked, "2011-08-20", "2011-09-10").day_rates
    assert [(each.citation.rule, each.days) for each in both] == [
        ("SC-PAY-04a", pounds("261")),
        ("SC-PAY-04b", pounds("235")),
    ]
    assert over(asked, "2026-04-01", "2026-05-31").day_rates == ()


def test_safeguarding_counts_no_shortfall_of_a_current_payment_twice() -> None:
    """8,000 is due in all and 3,000 is paid: 5,000, though the TLR2 alone is 527 short."""
    post = {
        **HOLDS_TLR,
        **NO_MAY,
        "reduction_date": "2025-09-01",
        "reduction_cause": "restructuring",
        "sum_before": 8000,
    }
    asked = case(post, paid("main-pay-range", 45352, allowance("tlr2", 3000)))
    found = over(asked, "2025-09-01", "2026-08-31")
    assert found.total == pounds("5000.00")
    lines = {line.about: line.certain for line in found.months[0].lines}
    assert set(lines) == {About.TLR, About.SAFEGUARDING}


def test_safeguarding_ends_inside_a_period_on_its_third_anniversary() -> None:
    """4,000 a year until 15 March: 14 of 31 days of 333.33 are 150.54."""
    post = {
        **CLASS_TEACHER,
        **NO_MAY,
        "reduction_date": "2023-03-15",
        "reduction_cause": "restructuring",
        "sum_before": 4000,
    }
    found = over(case(post, paid("main-pay-range", 45352)), "2026-03-01", "2026-04-30")
    assert certain(found) == [pounds("150.54"), 0]


def test_pay_that_cannot_be_told_is_not_read_as_nothing() -> None:
    asked = case({**CLASS_TEACHER, **NO_MAY}, paid("main-pay-range"))
    (month,) = over(asked, "2025-10-01", "2025-10-31").months
    assert (month.due, month.paid) == (None, None)
    assert [told.about for told in month.not_told] == [About.BASE_PAY]
    assert set(month.not_told[0].missing) == {"salary", "point"}


def test_a_payment_that_may_not_be_held_is_named_where_its_amount_cannot_be_told() -> None:
    post = {**HOLDS_TLR, "role": "assistant-head", "appointed_head_deputy_or_assistant": "yes"}
    asked = case(post, paid("leadership", 60000, allowance("tlr2", 4000)))
    (month,) = over(asked, "2025-10-01", "2025-10-31").months
    assert About.COMBINATION in [told.about for told in month.not_told]


def test_months_of_a_year_add_up_to_the_year() -> None:
    """1,000 pounds of allowance a year are 83.33 a month and still 1,000 in the year."""
    asked = case({**HOLDS_TLR, **NO_MAY}, paid("main-pay-range", 45352, allowance("tlr2", 2527)))
    found = over(asked, "2025-09-01", "2026-08-31")
    assert found.total == pounds("1000.00")
    assert set(certain(found)) == {pounds("83.33"), pounds("83.34")}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    asked = case(CLASS_TEACHER, paid("main-pay-range", 45352))
    with pytest.raises(ValueError, match="before it begins"):
        over(asked, "2025-10-02", "2025-10-01")


def test_a_version_that_the_rules_do_not_know_is_refused() -> None:
    asked = case(
        CLASS_TEACHER,
        paid("main-pay-range", 45352),
        changes=[{"from": "2026-01-01", "pay": {"range": "main-grade"}}],
    )
    with pytest.raises(CaseRefused, match="main-grade"):
        over(asked, "2025-10-01", "2026-02-28")


def adds_up(month: Month) -> bool:
    told = month.due is None or month.paid is None
    lines = [sum((line[place] for line in month.lines), Decimal(0)) for place in range(1, 4)]
    same = lines == [month.certain, month.at_most, month.over]
    return same and (told or month.due == (month.paid or 0) + month.certain - month.over)


@pytest.mark.parametrize("nation", Nation)
def test_every_month_adds_up_and_the_total_is_that_of_its_months(nation: Nation) -> None:
    for asked in many_cases(nation, 12):
        found = arrears(asked, library(), date(2025, 7, 20), date(2026, 9, 10))
        assert all(map(adds_up, found.months))
        assert found.total == sum(certain(found))
        assert found.total <= found.total_high
        assert all(month.at_most >= 0 for month in found.months)


def test_a_month_whose_amount_is_not_held_is_not_read_as_paid_in_full() -> None:
    """The islands allowance was 2,742 until September 2024, 114.25 a month at half time.

    Its rates from October 2024 are not held: the allowance is still due and still unpaid, so that
    the last short month is December 2024, and three months less a day of it end on 30 March 2025.
    """
    post = {**PRINCIPAL_TEACHER, "fte": 0.5, "distant_island": "yes"}
    asked = case(post, paid("principal-teacher", None, point="3"), nation="scotland")
    found = over(asked, "2024-09-01", "2024-12-31")
    assert certain(found) == [pounds("114.25"), 0, 0, 0]
    assert [month.is_short_untold for month in found.months] == [False, True, True, True]
    assert found.months[0].due is not None
    assert [month.due for month in found.months[1:]] == [None] * 3
    assert [told.kind for told in found.months[1].not_told] == ["distant-islands"]
    limits = {limit.citation.rule: limit for limit in found.limits}
    assert (limits["CLM-03"].begin_by, limits["CLM-03"].begin_is_sure) == (date(2025, 3, 30), False)
    assert len(limits["CLM-01"].inside) == 4


def test_the_salary_for_acting_is_not_certain_before_it_is_known_from_which_day() -> None:
    """SC-ACT-01 is a council's report: whether pay starts on day 21 or on day 1 is not settled."""
    post = {**PRINCIPAL_TEACHER, "promoted_post": "no", "acting_days": 60}
    asked = case(post, paid("main-grade", None, point="5"), nation="scotland")
    found = over(asked, "2026-04-01", "2026-06-30")
    assert found.total == 0
    assert found.total_high > 0
    assert [told.undated for told in found.months[0].not_told] == [True]
    assert not found.months[0].is_short_untold


@pytest.mark.parametrize(
    ("facts", "first", "last", "dues"),
    [
        ({}, "2007-10-01", "2007-12-31", ["2642.25", "2642.25", None]),
        ({}, "2003-06-01", "2003-08-31", [None, None, None]),
        ({"employer": "independent"}, "2008-04-01", "2008-06-30", [None, None, None]),
    ],
)
def test_of_a_salary_that_cannot_be_compared_nothing_is_said_to_be_due(
    facts: Mapping[str, object], first: str, last: str, dues: list[str | None]
) -> None:
    """Point 6 was 31,707, 142.25 a month more than 2,500, until the gap of December 2007.

    In August 2003 it was 28,707, and whether the 30,000 paid is conserved is not known.
    """
    post = {**PRINCIPAL_TEACHER, "role": "class-teacher", "promoted_post": "no", **facts}
    post["job_size_score"] = "not-known"
    asked = case(post, paid("main-grade", 30000, point="6"), nation="scotland")
    found = over(asked, first, last)
    assert [month.due for month in found.months] == [
        None if due is None else pounds(due) for due in dues
    ]
    assert [month.paid for month in found.months] == [pounds("2500.00")] * 3
