from decimal import Decimal

from payapp.casework.shortfall import Sum, shortfall
from payapp.domain.assessment import certain_gap
from payapp.domain.findings import About, Outcome
from tests.worked import (
    CLASS_TEACHER,
    SENCO,
    TLR_TESTS_MET,
    about,
    allowance,
    answer,
    library,
    paid,
)

TEACHER = {**CLASS_TEACHER, "time_limited_project": "no"}
NI = "northern-ireland"
ALNCO = {**SENCO, "role": "alnco", "alnco_range_in_pay_policy": "L1-L5", "ewc_registered": "yes"}
SCOT = {
    "employer": "council",
    "school_type": "mainstream",
    "role": "principal-teacher",
    "qualified_teacher": "yes",
    "fte": 1,
    "promoted_post": "yes",
    "remote_school": "no",
    "distant_island": "no",
    "residential_school": "no",
}


def test_two_payments_on_one_subject_are_added() -> None:
    """On 1 August 2021 a remote school brought 1,614 and a distant island 2,265."""
    post = {**SCOT, "remote_school": "yes", "distant_island": "yes"}
    short = (allowance("remote-schools", 1514), allowance("distant-islands", 2000))
    pay = paid("principal-teacher", None, *short, point="1")
    found = shortfall(answer(post, pay, on="2021-08-01", nation="scotland"), library())
    assert found.sums[About.OTHER_ALLOWANCE].certain == 365


def test_two_payments_of_which_one_may_be_held_are_not_added() -> None:
    """A TLR2 of 3,000 and one of 3,500 come to more than the 3,527 that one is to be at least."""
    found = shortfall(
        answer(
            {**TEACHER, **TLR_TESTS_MET},
            paid("main-pay-range", 45352, allowance("tlr2", 3000), allowance("tlr2", 3500)),
        ),
        library(),
    )
    assert About.TLR not in found.sums
    assert (About.TLR, Outcome.CANNOT_TELL) in [told[:2] for told in found.not_told]
    assert (About.COMBINATION, Outcome.NOT_PERMITTED) in [told[:2] for told in found.not_told]


def test_conservation_holds_what_the_promoted_post_makes_due() -> None:
    """62,115 is due for point 3 and 66,000 is conserved; 60,000 is paid: 6,000 are short."""
    post = {
        **SCOT,
        "job_size_score": 100,
        "reduction_date": "2025-08-01",
        "reduction_cause": "job sizing",
        "sum_before": 66000,
    }
    pay = paid("principal-teacher", 60000, point="3", salary_conserved="yes")
    found = shortfall(answer(post, pay, on="2025-10-01", nation="scotland"), library())
    assert sum(each.certain for each in found.sums.values()) == 6000


def test_what_goes_on_is_counted_as_the_check_counts_it() -> None:
    """A TLR2 of 6,000 was cut to 2,000: 4,000 are short, and 1,527 of them of the minimum."""
    cut = {"reduction_date": "2025-01-01", "reduction_cause": "restructuring", "sum_before": 6000}
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 2000))
    assessment = answer({**TEACHER, **TLR_TESTS_MET, **cut}, pay)
    found = shortfall(assessment, library())
    assert [each.certain for each in found.sums.values()] == [1527, 2473]
    assert certain_gap(assessment.findings) == 4000


def test_a_salary_is_not_too_high_beside_the_promoted_post_that_is_due() -> None:
    """56,000 are more than 54,453, the last point of the main grade, and less than PT 1: 59,367."""
    pay = paid("main-grade", 56000, point="5", salary_conserved="no")
    post = {**SCOT, "role": "principal-teacher", "promoted_post": "yes"}
    assessment = answer(post, pay, on="2026-08-01", nation="scotland")
    assert about(assessment, "base-pay").outcome is Outcome.ABOVE
    found = shortfall(assessment, library())
    assert found.sums == {About.PROMOTED_POST: Sum(Decimal(3367), Decimal(3367))}
    unpromoted = {**SCOT, "role": "class-teacher", "promoted_post": "no"}
    alone = shortfall(answer(unpromoted, pay, on="2026-08-01", nation="scotland"), library())
    assert alone.sums[About.BASE_PAY].over == 1547


def test_what_ends_with_leadership_pay_is_not_too_much_beside_it() -> None:
    """53,942 are 2,000 more than U3; 59,597 is the least of the range L6 to L10."""
    post = {
        **TEACHER,
        **TLR_TESTS_MET,
        "accountable": "no",
        "role": "alnco",
        "designated_coordinator": "yes",
        "alnco_range_in_pay_policy": "L6-L10",
    }
    held = allowance("tlr2", 3590)
    pay = paid("upper-pay-range", 53942, held, point="U3", salary_conserved="no")
    found = shortfall(answer(post, pay, on="2025-10-01", nation="wales"), library())
    assert sum(each.certain for each in found.sums.values()) == 59597 - 53942 - 3590
    assert sum(each.over for each in found.sums.values()) == 0


def test_the_confirmed_part_is_worked_out_by_the_share_that_is_stated() -> None:
    """0.81 of 3,651 is 2,957.31, of the confirmed 3,527 2,856.87, and of 8,913 7,219.53."""
    assessment = answer(
        {**TEACHER, **TLR_TESTS_MET, "fte": 0.37, "share_of_responsibility": 0.81},
        paid("main-pay-range", 46940, allowance("tlr2", 2000, "received", share=0.81)),
        on="2026-10-01",
    )
    found = shortfall(assessment, library()).sums[About.TLR]
    assert (found.certain, found.at_most) == (Decimal("957.31"), Decimal("5219.53"))
    assert found.unconfirmed == Decimal("100.44")


def test_an_unpaid_letter_without_hours_is_named_and_not_counted() -> None:
    post = {
        "employer": "maintained",
        "school_type": "special",
        "role": "sen-teacher",
        "allowance_in_contract_or_letter": "yes",
        "designated_coordinator": "no",
        "significant_responsibility": "no",
    }
    pay = paid("main-pay-scale", None, point="M2")
    found = shortfall(answer(post, pay, nation="northern-ireland"), library())
    assert About.SEN_ALLOWANCE not in found.sums
    (told,) = [told for told in found.not_told if told.about is About.SEN_ALLOWANCE]
    assert told.missing == ("fte",)


def test_an_undecided_must_is_worth_no_amount_where_no_yes_or_no_fact_is_open() -> None:
    """What is not known is who employs the teacher."""
    post = {**TEACHER, "employer": "not-known", "school_type": "special"}
    found = shortfall(answer(post, paid("main-pay-range", 45352)), library())
    assert found.sums == {}
    assert About.SEN_ALLOWANCE in [told.about for told in found.not_told]


def test_a_payment_that_is_not_permitted_is_named_where_its_most_cannot_be_told() -> None:
    found = shortfall(
        answer(TEACHER, paid("main-pay-range", 45352, allowance("honorarium", 500))), library()
    )
    assert found.sums == {}
    assert (About.OTHER_ALLOWANCE, Outcome.NOT_PERMITTED) in [told[:2] for told in found.not_told]


def test_where_no_document_binds_the_employer_nothing_is_owed_and_nothing_told() -> None:
    found = shortfall(
        answer({**TEACHER, "employer": "independent"}, paid("main-pay-range", 20000)), library()
    )
    assert found.sums == {}
    assert (About.BASE_PAY, Outcome.DOES_NOT_APPLY) in [told[:2] for told in found.not_told]


def test_sums_are_added_part_by_part() -> None:
    added = Sum(Decimal(1), Decimal(2), Decimal(3)).plus(Sum(over=Decimal(4)))
    assert added == Sum(Decimal(1), Decimal(2), Decimal(7))


def test_a_missing_allowance_is_short_by_its_least_and_at_most_by_its_most() -> None:
    """The range of the SEN allowance was 2,787 to 5,497 from September 2025."""
    special = {**CLASS_TEACHER, "school_type": "special", "teaches_sen_pupils": "yes"}
    found = shortfall(answer(special, paid("main-pay-range", 39556, point="M4")), library())
    assert found.sums[About.SEN_ALLOWANCE] == Sum(Decimal(2787), Decimal(5497))


def test_part_time_makes_short_in_proportion() -> None:
    """0.6 of 2,787 is 1,672.20, of 5,497 3,298.20."""
    special = {
        **CLASS_TEACHER,
        "school_type": "special",
        "teaches_sen_pupils": "yes",
        "fte": 0.6,
    }
    found = shortfall(answer(special, paid("main-pay-range", 39556, point="M4")), library())
    assert found.sums[About.SEN_ALLOWANCE][:2] == (Decimal("1672.20"), Decimal("3298.20"))


def test_a_salary_below_its_range_is_short_by_what_lacks_to_the_least() -> None:
    """The main pay range was 32,916 to 45,352: 30,000 is 2,916 short, and 15,352 of the most."""
    found = shortfall(answer(CLASS_TEACHER, paid("main-pay-range", 30000)), library())
    assert found.sums[About.BASE_PAY][:2] == (Decimal(2916), Decimal(15352))


def test_what_is_paid_beyond_the_most_is_over_and_not_short() -> None:
    """A TLR2 was 8,611 at most in 2025: 9,000 is 389 over."""
    post = {**TEACHER, **TLR_TESTS_MET, "line_manages_significant_number": "no"}
    pay = paid("main-pay-range", 45352, allowance("tlr2", 9000))
    found = shortfall(answer(post, pay), library())
    assert found.sums[About.TLR] == Sum(over=Decimal(389))


def test_pay_that_is_in_line_makes_nothing() -> None:
    found = shortfall(answer(CLASS_TEACHER, paid("main-pay-range", 39556, point="M4")), library())
    assert About.BASE_PAY not in found.sums


def test_what_an_employer_may_pay_is_no_back_pay() -> None:
    """TLR-01: the employer may award a TLR2, of 8,611 at most, and need not."""
    post = {**TEACHER, **TLR_TESTS_MET, "line_manages_significant_number": "no"}
    assessment = answer(post, paid("main-pay-range", 45352))
    assert Outcome.MAY_BE_CONSIDERED in [each.outcome for each in assessment.findings]
    assert About.TLR not in shortfall(assessment, library()).sums


def test_a_teaching_allowance_that_may_be_awarded_is_no_back_pay_in_northern_ireland() -> None:
    """NI-TA-08, NI-CO-07: the award stays discretionary."""
    post = {
        **SENCO,
        "employer": "grant-aided",
        "line_manages_significant_number": "no",
        "allowance_in_contract_or_letter": "not-known",
    }
    found = shortfall(answer(post, paid("upper-pay-scale", 50876), nation=NI), library())
    assert About.TEACHING_ALLOWANCE not in found.sums
    assert sum(each.certain for each in found.sums.values()) == 0


def test_the_most_of_leadership_pay_holds_what_it_comes_in_place_of() -> None:
    """W-02: 46,595 is paid on M6 and L5 was 58,136 in 2025: 11,541 at most, 6,085 for L1."""
    found = shortfall(answer(ALNCO, paid("main-pay-range", 46595), nation="wales"), library())
    assert found.sums == {About.ALNCO_LEADERSHIP: Sum(Decimal(6085), Decimal(11541))}


def test_pay_that_ends_with_the_move_makes_no_more_than_what_is_missing_in_it_now() -> None:
    """45,000 is 1,595 short of M6, and 58,136 for L5 13,136 more than it in all."""
    pay = paid("main-pay-range", 45000, point="M6")
    found = shortfall(answer(ALNCO, pay, nation="wales"), library())
    sums = found.sums.values()
    assert sum(each.certain for each in sums) == 52680 - 45000
    assert sum(each.at_most for each in sums) == 58136 - 45000


def test_of_payments_that_exclude_each_other_the_greatest_is_the_most() -> None:
    """A TLR2 of 3,000 and one of 3,500 may not be held together; 8,611 was the most of one."""
    found = shortfall(
        answer(
            {**TEACHER, **TLR_TESTS_MET},
            paid(
                "main-pay-range",
                45352,
                allowance("tlr2", 3000, safeguarded="not-known"),
                allowance("tlr2", 3500, safeguarded="not-known"),
            ),
        ),
        library(),
    )
    assert found.sums[About.TLR].at_most == 5611
