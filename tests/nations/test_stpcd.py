"""Paragraphs 20 and 21, part-time, combinations, safeguarding and paperwork."""

from decimal import Decimal

import pytest

from payapp.domain.cases import CaseRefused
from payapp.domain.tests_over_facts import NOT_KNOWN, walk
from tests.worked import (
    CLASS_TEACHER,
    SENCO,
    TLR_TESTS_MET,
    about,
    allowance,
    answer,
    paid,
    subjects,
)

U3 = paid("upper-pay-range", 51048, point="U3")
SPECIAL = {**CLASS_TEACHER, "school_type": "special", "teaches_sen_pupils": "yes"}
CUT_IN_2023 = {"reduction_date": "2023-02-10", "reduction_cause": "restructuring"}
SUBJECT_LEADER = {**CLASS_TEACHER, **TLR_TESTS_MET, "role": "subject-leader"}
RESTRUCTURED = {"reduction_date": "2024-09-01", "reduction_cause": "restructuring"}


def with_pay(
    *allowances: dict[str, object], pay_range: str = "upper-pay-range"
) -> dict[str, object]:
    return paid(pay_range, None, *allowances)


def _sen(amount: int) -> dict[str, object]:
    return allowance("sen-allowance", amount)


# SEN allowance: the gateway


@pytest.mark.parametrize("pay_range", ["leadership", "leading-practitioner", "headteacher-group-2"])
def test_leadership_and_leading_practitioners_are_outside_paragraph_21(pay_range: str) -> None:
    post = {**SPECIAL, "appointed_head_deputy_or_assistant": "yes"}
    found = about(answer(post, with_pay(pay_range=pay_range)), "sen-allowance")
    assert found.outcome == "not-due"


def test_somebody_appointed_to_the_leadership_group_is_no_classroom_teacher_on_any_range() -> None:
    assessment = answer({**SPECIAL, "appointed_head_deputy_or_assistant": "yes"}, U3)
    assert about(assessment, "sen-allowance").outcome == "not-due"
    assert about(assessment, "tlr").outcome == "not-due"
    assert "DF-02" in {test.rule for test in walk(about(assessment, "tlr").because)}


def test_a_qualified_teacher_status_not_known_leaves_the_allowance_undecided() -> None:
    post = {**SPECIAL, "qualified_teacher": "not-known"}
    found = about(answer(post, U3), "sen-allowance")
    assert (found.outcome, found.missing) == ("cannot-tell", ("qualified_teacher",))


def test_a_pay_range_not_known_leaves_the_allowance_undecided() -> None:
    found = about(answer(SPECIAL, {}), "sen-allowance")
    assert (found.outcome, found.missing) == ("cannot-tell", ("range",))


# SEN allowance: the routes


def test_a_missing_allowance_is_worth_the_range_of_the_day() -> None:
    found = about(answer(SPECIAL, U3), "sen-allowance")
    assert (found.outcome, found.force) == ("due-but-missing", "must")
    assert (found.amount_low, found.amount_high) == (Decimal("2787.00"), Decimal("5497.00"))
    assert found.gap == Decimal("2787.00")


def test_a_part_timers_missing_allowance_is_worth_its_proportion() -> None:
    found = about(answer({**SPECIAL, "fte": 0.6}, U3), "sen-allowance")
    assert (found.amount_low, found.amount_high) == (Decimal("1672.20"), Decimal("3298.20"))


def test_without_an_fte_the_allowance_is_due_but_its_amount_is_not_guessed() -> None:
    found = about(answer({**SPECIAL, "fte": "not-known"}, U3), "sen-allowance")
    assert (found.outcome, found.amount_low, found.missing) == ("due-but-missing", None, ("fte",))


@pytest.mark.parametrize(
    ("special", "outcome"),
    [("yes", "due-but-missing"), ("no", "not-due"), ("not-known", "cannot-tell")],
)
def test_whether_a_hospital_school_is_a_special_school_is_asked(special: str, outcome: str) -> None:
    post = {**CLASS_TEACHER, "school_type": "hospital-school", "in_special_school": special}
    found = about(answer(post, U3), "sen-allowance")
    assert found.outcome == outcome
    assert found.missing == (("in_special_school",) if special == "not-known" else ())


def test_a_post_confirmed_to_be_in_a_special_school_is_in_one() -> None:
    post = {**CLASS_TEACHER, "school_type": "not-known", "in_special_school": "yes"}
    assert about(answer(post, U3), "sen-allowance").outcome == "due-but-missing"


def test_a_post_said_not_to_be_in_a_special_school_settles_limb_b_without_the_kind_of_school() -> (
    None
):
    """SEN-05: with the other limbs not met, no SEN allowance is due and nothing is asked."""
    post = {**CLASS_TEACHER, "school_type": "not-known"}
    unasked = about(answer(post, U3), "sen-allowance")
    assert (unasked.outcome, unasked.missing) == ("cannot-tell", ("school_type",))
    settled = about(answer({**post, "in_special_school": "no"}, U3), "sen-allowance")
    assert (settled.outcome, settled.missing) == ("not-due", ())
    told = [test for test in walk(settled.because) if test.fact == "in_special_school"]
    assert [(test.rule, test.result) for test in told] == [("SEN-05", "not-met")]


def test_the_senco_award_is_not_the_mandatory_qualification() -> None:
    post = {**SENCO, "qualification_held": "nasenco", "coordinator_qualification_required": "yes"}
    found = about(answer(post, U3), "sen-allowance")
    assert found.outcome == "not-due"
    assert "SEN-04" in {cited.rule for cited in found.citations}


def test_route_a_beside_another_route_needs_no_second_look_at_the_qualification() -> None:
    post = {**SPECIAL, "sensory_qualification_required": "yes"}
    assert about(answer(post, U3), "sen-allowance").details["confirm_qualification"] is False


@pytest.mark.parametrize(
    "fact", ["substantial_direct_work", "sen_teaching_judgement", "greater_involvement_than_normal"]
)
def test_one_test_of_route_d_not_met_settles_it(fact: str) -> None:
    route_d = {
        "setting_analogous_to_designated": "yes",
        "substantial_direct_work": "yes",
        "sen_teaching_judgement": "yes",
        "greater_involvement_than_normal": "yes",
        "teaches_sen_pupils": "yes",
    }
    pru = {**CLASS_TEACHER, **route_d, "school_type": "pru-or-alternative"}
    assert about(answer(pru, U3), "sen-allowance").outcome == "due-but-missing"
    assert about(answer({**pru, fact: "no"}, U3), "sen-allowance").outcome == "not-due"
    unknown = about(answer({**pru, fact: "not-known"}, U3), "sen-allowance")
    assert (unknown.outcome, unknown.missing) == ("cannot-tell", (fact,))


def test_somebody_who_teaches_no_sen_pupils_meets_no_route_that_turns_on_teaching() -> None:
    post = {
        "employer": "maintained",
        "school_type": "mainstream",
        "qualified_teacher": "yes",
        "fte": 1,
        "teaches_sen_pupils": "no",
        "sensory_qualification_required": "yes",
    }
    assert about(answer(post, U3), "sen-allowance").outcome == "not-due"


def test_the_unit_or_service_limb_is_for_unattached_teachers() -> None:
    teaches = {"teaches_sen_pupils": "yes", "teaches_in_la_unit_or_service": "yes"}
    post = {**CLASS_TEACHER, **teaches}
    assert about(answer(post, U3), "sen-allowance").outcome == "not-due"
    unattached = {**post, "employer": "central-service", "school_type": "central-service"}
    assert about(answer(unattached, U3), "sen-allowance").outcome == "due-but-missing"


def test_sen_33_an_allowance_that_rests_on_the_unit_or_service_alone_is_told_to_be_arguable() -> (
    None
):
    teaches = {"teaches_sen_pupils": "yes", "teaches_in_la_unit_or_service": "yes"}
    post = {**CLASS_TEACHER, **teaches, "employer": "central-service"}
    post["school_type"] = "central-service"
    assert about(answer(post, U3), "sen-allowance").details["unsettled_unit"] is True
    special = about(answer({**post, "school_type": "special"}, U3), "sen-allowance")
    assert special.details["unsettled_unit"] is False


@pytest.mark.parametrize(("teaches", "argued"), [("no", True), ("yes", False)])
def test_sen_30_the_post_of_a_coordinator_who_does_not_teach_is_only_argued(
    teaches: str, argued: bool
) -> None:
    post = {**SENCO, "school_type": "special", "teaches_sen_pupils": teaches}
    found = about(answer(post, U3), "sen-allowance")
    assert (found.outcome, found.details["argued_post"]) == ("due-but-missing", argued)


def test_after_rees_the_limb_is_unsettled_for_home_tutors() -> None:
    post = {
        **CLASS_TEACHER,
        "employer": "central-service",
        "school_type": "home-tuition",
        "teaches_sen_pupils": "yes",
        "teaches_in_la_unit_or_service": "yes",
    }
    found = about(answer(post, U3), "sen-allowance")
    assert found.outcome == "cannot-tell"
    assert "SEN-33" in {test.rule for test in walk(found.because) if test.result is NOT_KNOWN}
    assert "SEN-33" in {cited.rule for cited in found.citations}
    settled = {**post, "teaches_in_la_unit_or_service": "no"}
    assert about(answer(settled, U3), "sen-allowance").outcome == "not-due"


def test_a_coordinator_who_does_not_teach_in_a_special_school_is_argued_into_route_b() -> None:
    post = {**SENCO, "school_type": "special"}
    found = about(answer(post, U3), "sen-allowance")
    assert found.outcome == "due-but-missing"
    assert "SEN-30" in {test.rule for test in walk(found.because)}


# SEN allowance: its value


@pytest.mark.parametrize(
    ("amount", "outcome"),
    [(2786, "below"), (2787, "in-line"), (5497, "in-line"), (5498, "above")],
)
def test_the_allowance_lies_between_the_limits_of_the_year(amount: int, outcome: str) -> None:
    found = about(answer(SPECIAL, with_pay(allowance("sen-allowance", amount))), "sen-allowance")
    assert found.outcome == outcome


def test_a_received_allowance_is_compared_with_the_range_pro_rata() -> None:
    post = {**SPECIAL, "fte": 0.8}
    pay = with_pay(allowance("sen-allowance", 2100, "received"))
    found = about(answer(post, pay), "sen-allowance")
    assert (found.outcome, found.amount_low, found.gap) == (
        "below",
        Decimal("2229.60"),
        Decimal("129.60"),
    )


def test_an_allowance_without_a_basis_asks_a_part_timer_for_it() -> None:
    unclear = {"kind": "sen-allowance", "amount": 2400}
    found = about(answer({**SPECIAL, "fte": 0.6}, with_pay(unclear)), "sen-allowance")
    assert (found.outcome, found.missing) == ("cannot-tell", ("basis",))
    assert about(answer(SPECIAL, with_pay(unclear)), "sen-allowance").outcome == "below"


def test_an_allowance_below_only_a_proposed_minimum_waits_for_the_award() -> None:
    pending = with_pay(allowance("sen-allowance", 2787))
    short = with_pay(allowance("sen-allowance", 2786))
    found = about(answer(SPECIAL, pending, on="2026-09-01"), "sen-allowance")
    assert (found.outcome, found.amount_low) == ("award-pending", Decimal("2885.00"))
    assert about(answer(SPECIAL, short, on="2026-09-01"), "sen-allowance").outcome == "below"


def test_an_allowance_paid_while_the_tests_are_not_known_is_not_called_in_line() -> None:
    post = {**SPECIAL, "school_type": "not-known"}
    found = about(answer(post, with_pay(allowance("sen-allowance", 3000))), "sen-allowance")
    assert (found.outcome, found.missing) == ("cannot-tell", ("school_type",))


@pytest.mark.parametrize("amount", [2500, 3000])
def test_no_rule_says_whether_an_allowance_may_be_paid_outside_the_criteria(amount: int) -> None:
    """Neither short of a minimum that nobody is due, nor more than a rule allows."""
    assessment = answer(CLASS_TEACHER, paid("upper-pay-range", 51048, _sen(amount)))
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.force, found.missing) == ("cannot-tell", "must", ("safeguarded",))
    assert (found.amount_low, found.amount_high, found.gap) == (None, None, None)
    assert found.next_steps[0] == "ask-which-criterion"
    assert {"SEN-20", "SEN-31"} <= {cited.rule for cited in found.citations}
    assert assessment.verdict == "cannot-tell"


def test_an_allowance_over_the_maximum_is_too_much_whatever_its_criteria() -> None:
    found = about(answer(CLASS_TEACHER, with_pay(_sen(6000))), "sen-allowance")
    assert found.outcome == "above"


def test_a_coordinator_with_an_allowance_alone_outside_the_criteria_is_questionable() -> None:
    assert answer(SENCO, paid("upper-pay-range", 51048, _sen(2787))).verdict == "questionable"


@pytest.mark.parametrize(
    ("safeguarded", "outcome"), [("yes", "in-line"), ("no", "above"), ("not-known", "cannot-tell")]
)
def test_an_allowance_over_the_maximum_may_be_safeguarded(safeguarded: str, outcome: str) -> None:
    pay = with_pay(allowance("sen-allowance", 6000, safeguarded=safeguarded))
    found = about(answer({**SPECIAL, **RESTRUCTURED}, pay), "sen-allowance")
    assert found.outcome == outcome
    assert found.missing == (("safeguarded",) if safeguarded == "not-known" else ())


@pytest.mark.parametrize(
    ("amounts", "outcome"),
    [((2000, 2000), "in-line"), ((1000, 1786), "below"), ((3000, 3000), "above")],
)
def test_two_sen_allowances_are_compared_as_one_award(
    amounts: tuple[int, int], outcome: str
) -> None:
    duties = ("the unit", "outreach")
    pay = with_pay(
        *(
            allowance("sen-allowance", amount, for_which_duty=duty)
            for amount, duty in zip(amounts, duties, strict=True)
        )
    )
    found = about(answer(SPECIAL, pay), "sen-allowance")
    assert (found.outcome, found.paid) == (outcome, Decimal(sum(amounts)))


@pytest.mark.parametrize(
    ("fte", "outcome", "together"),
    [(0.5, "in-line", Decimal("2000.00")), ("not-known", "cannot-tell", None)],
)
def test_sen_allowances_on_different_bases_are_added_as_received(
    fte: object, outcome: str, together: Decimal | None
) -> None:
    pay = with_pay(
        allowance("sen-allowance", 2000), allowance("sen-allowance", 1000, basis="received")
    )
    found = about(answer({**SPECIAL, "fte": fte}, pay), "sen-allowance")
    assert (found.outcome, found.paid) == (outcome, together)


def test_one_safeguarded_sen_allowance_lets_the_sum_go_over_the_maximum() -> None:
    pay = with_pay(
        allowance("sen-allowance", 3000), allowance("sen-allowance", 3000, safeguarded="yes")
    )
    found = about(answer({**SPECIAL, **RESTRUCTURED}, pay), "sen-allowance")
    assert found.outcome == "in-line"


@pytest.mark.parametrize("kind", ["sen-allowance", "tlr2"])
@pytest.mark.parametrize("amount", [1000, 4000, 9000])
def test_a_safeguarded_payment_may_go_on_without_its_tests_and_its_range(
    kind: str, amount: int
) -> None:
    pay = with_pay(allowance(kind, amount, safeguarded="yes"))
    found = about(answer({**CLASS_TEACHER, **RESTRUCTURED}, pay), kind.removesuffix("2"))
    assert (found.outcome, found.wording.split(".")[1]) == ("in-line", "safeguarded")
    assert (found.amount_low, found.paid) == (Decimal(amount), Decimal(amount))
    assert {"SAF-01", "SAF-02"} <= {cited.rule for cited in found.citations}


@pytest.mark.parametrize("kind", ["sen-allowance", "tlr2"])
@pytest.mark.parametrize(
    "facts",
    [
        {"reduction_date": "2022-10-01", "reduction_cause": "restructuring"},
        {"reduction_date": "2024-09-01", "reduction_cause": "moved school"},
    ],
)
def test_saf_02_what_is_paid_on_after_the_safeguarding_is_too_much(
    kind: str, facts: dict[str, str]
) -> None:
    """On 1 October 2025 the three years from 1 October 2022 are over."""
    pay = paid("upper-pay-range", 51048, allowance(kind, 4000, safeguarded="yes"))
    assessment = answer({**CLASS_TEACHER, **facts}, pay)
    found = about(assessment, kind.removesuffix("2"))
    assert (found.outcome, found.amount_high, found.paid) == ("above", Decimal(0), Decimal(4000))
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "overpaid")


@pytest.mark.parametrize(("kind", "amount"), [("tlr2", 9000), ("sen-allowance", 6000)])
def test_a_payment_above_its_range_is_so_unless_it_is_safeguarded_which_nothing_says(
    kind: str, amount: int
) -> None:
    """The maximum of TLR2 was 8,611 and that of the SEN allowance 5,497 in 2025/26."""
    held = allowance(kind, amount)
    post = {**SUBJECT_LEADER, **CUT_IN_2023, "school_type": "special"}
    about_it = kind.removesuffix("2")
    left_out = about(answer(post, paid("upper-pay-range", 51048, held)), about_it)
    assert (left_out.outcome, left_out.wording) == ("above", f"{about_it}.above-unless-stated")
    assert "ask-safeguarding-notice" in left_out.next_steps
    held["safeguarded"] = "yes"
    over = about(answer(post, paid("upper-pay-range", 51048, held), on="2026-03-01"), about_it)
    assert (over.outcome, over.wording) == ("above", f"{about_it}.above")


@pytest.mark.parametrize(
    ("on", "adopted", "amount", "outcome", "gap"),
    [
        ("2026-10-01", "not-known", 1900, "below", "1627"),
        ("2025-10-01", "yes", 1900, "below", "1627"),
        ("2025-10-01", "not-known", 1900, "below", "1627"),
        ("2025-10-01", "yes", 9000, "above", None),
        ("2025-10-01", "yes", 4000, "in-line", None),
    ],
)
def test_a_full_timer_is_read_as_holding_the_whole_and_told_so(
    on: str, adopted: str, amount: int, outcome: str, gap: str | None
) -> None:
    """TLR-20 to TLR-22: what a share is paid, is paid of the share; 3,527 is due for the whole."""
    post = {**SUBJECT_LEADER, "share_rule_adopted": adopted}
    held = allowance("tlr2", amount, "received")
    found = about(answer(post, paid("upper-pay-range", 52835, held), on=on), "tlr")
    assert (found.outcome, found.details["share_assumed"]) == (outcome, True)
    assert found.confirmed_gap == (None if gap is None else Decimal(gap))
    asked = () if outcome == "in-line" else ("share_of_responsibility",)
    assert found.missing == asked


@pytest.mark.parametrize(
    ("more", "facts", "on"),
    [
        ({}, {"share_rule_adopted": "no"}, "2025-10-01"),
        ({}, {}, "2025-08-31"),
        ({}, {"share_of_responsibility": 1}, "2026-10-01"),
        ({"share": 1}, {}, "2026-10-01"),
        ({"basis": "full-time-equivalent"}, {}, "2026-10-01"),
    ],
)
def test_where_no_share_can_apply_or_it_is_stated_nothing_is_assumed(
    more: dict[str, object], facts: dict[str, object], on: str
) -> None:
    held = {**allowance("tlr2", 1900, "received"), **more}
    post = {**SUBJECT_LEADER, **facts}
    found = about(answer(post, paid("upper-pay-range", 52835, held), on=on), "tlr")
    assert "share_assumed" not in found.details
    assert "share_of_responsibility" not in found.missing


@pytest.mark.parametrize("safeguarded", ["yes", "not-known"])
def test_saf_02_a_safeguarding_that_has_ended_makes_no_tlr_due(safeguarded: str) -> None:
    """Cut on 10 February 2023, so that three years are over on 1 March 2026; TLR-01 is a *may*."""
    held = allowance("tlr2", 2000, "received", safeguarded=safeguarded)
    post = {**SUBJECT_LEADER, **CUT_IN_2023}
    pay = paid("upper-pay-range", 51048, held)
    over = about(answer(post, pay, on="2026-03-01"), "tlr")
    assert (over.outcome, over.gap, over.paid) == ("cannot-tell", None, Decimal(2000))
    assert (over.wording, over.missing) == ("tlr.safeguarding-over", ("safeguarded",))
    held["safeguarded"] = "no"
    assert about(answer(post, pay, on="2026-03-01"), "tlr").gap == 1527


def test_an_allowance_that_must_be_paid_is_short_also_when_its_safeguarding_has_ended() -> None:
    """SEN-05 and SEN-01: in a special school 2,787 is due in 2025/26, whatever went before."""
    held = allowance("sen-allowance", 2000, "received", safeguarded="yes")
    pay = paid("upper-pay-range", 51048, held)
    found = about(answer({**SPECIAL, **CUT_IN_2023}, pay, on="2026-03-01"), "sen-allowance")
    assert (found.outcome, found.gap) == ("below", Decimal(787))


def test_the_minimum_of_a_part_timers_tlr_is_not_due_for_a_safeguarded_sum() -> None:
    """SAF-02: a fixed cash amount, which is less than half of 3,527 here."""
    held = allowance("tlr2", 1000, "received", safeguarded="yes")
    post = {**SUBJECT_LEADER, **CUT_IN_2023, "fte": 0.5, "share_rule_adopted": "no"}
    assessment = answer(post, paid("upper-pay-range", 51048, held), on="2025-12-01")
    assert about(assessment, "tlr").outcome == "in-line"
    assert "part-time" not in subjects(assessment)


def test_a_payment_whose_tests_are_met_needs_no_safeguarding() -> None:
    over_again = {"reduction_date": "2022-10-01", "reduction_cause": "restructuring"}
    pay = with_pay(allowance("tlr2", 4000, safeguarded="yes"))
    assert about(answer({**SENCO, **over_again}, pay), "tlr").wording == "tlr.in-line"
    assert about(answer(SENCO, pay), "tlr").wording == "tlr.in-line"


@pytest.mark.parametrize("kind", ["sen-allowance", "tlr2"])
@pytest.mark.parametrize(
    ("safeguarded", "missing"),
    [
        ("yes", ("reduction_date", "reduction_cause")),
        ("not-known", ("safeguarded", "reduction_date", "reduction_cause")),
    ],
)
def test_a_payment_entered_as_safeguarded_without_a_cut_is_asked_about(
    kind: str, safeguarded: str, missing: tuple[str, ...]
) -> None:
    pay = paid("upper-pay-range", 51048, allowance(kind, 4000, safeguarded=safeguarded))
    assessment = answer(CLASS_TEACHER, pay)
    found = about(assessment, kind.removesuffix("2"))
    assert (found.outcome, found.force, found.missing) == ("cannot-tell", "must", missing)
    assert found.next_steps == ("ask-safeguarding-notice", "ask-union")
    assert assessment.verdict == "cannot-tell"


def test_a_safeguarded_payment_is_not_judged_where_the_employer_is_not_known() -> None:
    pay = with_pay(allowance("tlr2", 4000, safeguarded="yes"))
    found = about(answer({**CLASS_TEACHER, "employer": "not-known"}, pay), "tlr")
    assert found.wording == "tlr.if-bound"


def test_an_allowance_is_not_judged_where_the_employer_is_not_known() -> None:
    post = {**SPECIAL, "employer": "not-known"}
    found = about(answer(post, with_pay(allowance("sen-allowance", 1))), "sen-allowance")
    assert found.outcome == "cannot-tell"


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"teaches_designated_class": "yes", "teaches_sen_pupils": "no"}, "teaches_sen_pupils"),
        (
            {"teaches_designated_class": "yes", "designated_unit": "none"},
            "teaches_designated_class",
        ),
        (
            {
                "teaches_sen_pupils": "no",
                "setting_analogous_to_designated": "yes",
                "substantial_direct_work": "yes",
                "sen_teaching_judgement": "yes",
                "greater_involvement_than_normal": "yes",
            },
            "sen_teaching_judgement",
        ),
    ],
)
def test_answers_that_do_not_go_together_make_no_allowance_due_and_are_asked_again(
    facts: dict[str, str], missing: str
) -> None:
    post = {**CLASS_TEACHER, "teaches_sen_pupils": "yes", **facts}
    post["sensory_qualification_required"] = "not-known"
    found = about(answer(post, U3), "sen-allowance")
    assert (found.outcome, found.gap) == ("cannot-tell", None)
    assert missing in found.missing


def test_sen_01_an_allowance_is_due_also_in_a_year_without_a_figure() -> None:
    on = "2027-10-01"
    assessment = answer(SPECIAL, with_pay(), on=on)
    missing = about(assessment, "sen-allowance")
    assert (missing.outcome, missing.amount_low, missing.gap) == ("due-but-missing", None, None)
    assert missing.wording == "sen-allowance.due-no-figure"
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "underpaid")
    held = about(
        answer(SPECIAL, with_pay(allowance("sen-allowance", 3000)), on=on), "sen-allowance"
    )
    assert (held.outcome, held.amount_low) == ("cannot-tell", None)


# TLR1 and TLR2


@pytest.mark.parametrize("fact", sorted(TLR_TESTS_MET))
def test_each_criterion_of_a_standing_tlr_is_needed(fact: str) -> None:
    assert about(answer(SENCO, U3), "tlr").outcome == "may-be-considered"
    covers_nobody = {**SENCO, "covering_absent_holder": "no"}
    assert about(answer({**covers_nobody, fact: "no"}, U3), "tlr").outcome == "not-due"
    unknown = about(answer({**SENCO, fact: "not-known"}, U3), "tlr")
    assert (unknown.outcome, unknown.missing, unknown.force) == ("cannot-tell", (fact,), "may")


def test_a_tlr_that_may_be_paid_is_never_counted_as_due() -> None:
    found = about(answer(SENCO, U3), "tlr")
    assert (found.amount_low, found.amount_high, found.gap) == (
        Decimal(0),
        Decimal("8611.00"),
        None,
    )


def test_line_management_of_a_significant_number_opens_tlr1() -> None:
    found = about(answer({**SENCO, "line_manages_significant_number": "yes"}, U3), "tlr")
    assert found.amount_high == Decimal("17216.00")


@pytest.mark.parametrize(
    ("manages", "outcome"),
    [("yes", "in-line"), ("no", "not-permitted"), ("not-known", "cannot-tell")],
)
def test_tlr1_asks_for_line_management(manages: str, outcome: str) -> None:
    post = {**SENCO, "line_manages_significant_number": manages}
    found = about(answer(post, with_pay(allowance("tlr1", 10174))), "tlr")
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("kind", "amount", "outcome"),
    [
        ("tlr2", 3526, "below"),
        ("tlr2", 3527, "in-line"),
        ("tlr2", 8611, "in-line"),
        ("tlr2", 8612, "above"),
        ("tlr1", 10173, "below"),
        ("tlr1", 17217, "above"),
    ],
)
def test_a_tlr_lies_between_the_limits_of_its_range(kind: str, amount: int, outcome: str) -> None:
    post = {**SENCO, "line_manages_significant_number": "yes"}
    assert about(answer(post, with_pay(allowance(kind, amount))), "tlr").outcome == outcome


def test_a_tlr_paid_for_a_duty_that_fails_a_test_is_not_provided_for() -> None:
    post = {**SENCO, "teaching_and_learning_focus": "no"}
    found = about(answer(post, with_pay(allowance("tlr2", 5000))), "tlr")
    assert (found.outcome, found.amount_high) == ("not-permitted", Decimal(0))


@pytest.mark.parametrize("amount", [3000, 3527, 9000])
def test_the_tests_of_a_tlr_come_before_its_amount(amount: int) -> None:
    """Nothing is short of a minimum, or more than a maximum, of what may not be paid at all."""
    post = {**SENCO, "leads_practice_of_others": "no"}
    found = about(answer(post, with_pay(allowance("tlr2", amount))), "tlr")
    assert (found.outcome, found.amount_high, found.gap) == ("not-permitted", Decimal(0), None)
    assert found.next_steps == ("check-letter", "ask-duties-described", "ask-union")


def test_a_tlr1_short_of_its_minimum_that_manages_nobody_is_no_shortfall() -> None:
    manages_nobody = {**SENCO, "line_manages_significant_number": "no"}
    found = about(answer(manages_nobody, with_pay(allowance("tlr1", 9782))), "tlr")
    assert (found.outcome, found.gap) == ("not-permitted", None)


@pytest.mark.parametrize(
    ("covering", "unpaid", "held"),
    [
        ("yes", "may-be-considered", "in-line"),
        ("no", "not-due", "not-permitted"),
        ("not-known", "cannot-tell", "cannot-tell"),
    ],
)
def test_tlr_16_a_responsibility_is_temporary_for_whoever_covers_its_absent_holder(
    covering: str, unpaid: str, held: str
) -> None:
    post = {**SENCO, "sustained": "no", "covering_absent_holder": covering}
    pay = with_pay(allowance("tlr2", 3527, from_="2025-09-01", until="2026-04-01"))
    assert about(answer(post, pay), "tlr").outcome == held
    found = about(answer(post, U3), "tlr")
    assert found.outcome == unpaid
    assert found.missing == (("covering_absent_holder",) if covering == "not-known" else ())


def test_whoever_covers_an_absent_holder_need_not_know_whether_the_duty_lasts() -> None:
    post = {**SENCO, "sustained": "not-known", "covering_absent_holder": "yes"}
    assert about(answer(post, U3), "tlr").outcome == "may-be-considered"


@pytest.mark.parametrize(
    ("covering", "outcome"),
    [("yes", "in-line"), ("no", "not-permitted"), ("not-known", "cannot-tell")],
)
def test_a_temporary_tlr_is_for_covering_an_absent_holder(covering: str, outcome: str) -> None:
    post = {**SENCO, "covering_absent_holder": covering}
    pay = with_pay(allowance("tlr2", 5000, until="2026-08-31"))
    assert about(answer(post, pay), "tlr").outcome == outcome


def test_a_temporary_tlr_asks_whether_an_absent_holder_is_covered() -> None:
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 5000, until="2026-08-31"))
    assessment = answer(SENCO, pay)
    found = about(assessment, "tlr")
    assert (found.force, found.missing) == ("must", ("covering_absent_holder",))
    assert found.next_steps == ("check-letter", "ask-union")
    assert (assessment.verdict, assessment.undecided) == ("cannot-tell", ("tlr",))


def test_of_a_temporary_tlr_with_open_tests_only_the_cover_is_asked_for() -> None:
    post = {**SENCO, "sustained": "not-known"}
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 5000, until="2026-08-31"))
    assert about(answer(post, pay), "tlr").missing == ("covering_absent_holder",)


def test_a_temporary_tlr_that_covers_nobody_is_not_permitted_whatever_its_tests() -> None:
    post = {**SENCO, "covering_absent_holder": "no", "sustained": "not-known"}
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 5000, until="2026-08-31"))
    assert about(answer(post, pay), "tlr").wording == "tlr.temporary"


@pytest.mark.parametrize(
    ("start", "outcome"), [("2026-09-01", "in-line"), ("2026-09-02", "not-permitted")]
)
def test_a_tlr_that_goes_on_the_next_day_is_not_temporary(start: str, outcome: str) -> None:
    """A payment entered year by year is one TLR whose value rose with the award."""
    pay = paid(
        "upper-pay-range",
        51048,
        allowance("tlr2", 5000, until="2026-08-31"),
        allowance("tlr2", 5175, from_=start),
    )
    post = {**SENCO, "covering_absent_holder": "no"}
    assert about(answer(post, pay), "tlr").outcome == outcome


@pytest.mark.parametrize(
    ("safeguarded", "outcomes"),
    [("no", ["not-permitted"]), ("not-known", ["cannot-tell"]), ("yes", [])],
)
def test_a_safeguarded_sum_of_an_old_tlr_may_run_beside_a_new_one(
    safeguarded: str, outcomes: list[str]
) -> None:
    pay = paid(
        "upper-pay-range",
        51048,
        allowance("tlr2", 5000),
        allowance("tlr1", 12000, safeguarded=safeguarded),
    )
    found = answer({**SENCO, **RESTRUCTURED}, pay).findings
    told = [each for each in found if each.wording.startswith("combination.two-tlrs")]
    assert [each.outcome for each in told] == outcomes


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_tlr_11_of_two_tlrs_none_is_short_for_itself(nation: str) -> None:
    """Together 4,600: one TLR2 was worth 3,527 at the least in England, and 3,590 in Wales."""
    pay = paid("upper-pay-range", 51942, allowance("tlr2", 3600), allowance("tlr2", 1000))
    assessment = answer({**SENCO, "designated_coordinator": "no"}, pay, nation=nation)
    first, second = (each for each in assessment.findings if each.about == "tlr")
    assert (first.outcome, first.paid) == ("in-line", Decimal(3600))
    assert (second.outcome, second.wording) == ("cannot-tell", "tlr.below-beside-another")
    assert [second.amount_low, second.amount_high, second.paid, second.gap] == [
        None,
        None,
        1000,
        None,
    ]
    assert second.next_steps == ("check-letter", "ask-pay-policy", "ask-union")
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


@pytest.mark.parametrize(
    ("second", "outcome", "gap"), [(1526, "below", 1), (1527, "cannot-tell", None)]
)
def test_tlr_11_two_tlrs_lack_together_what_one_would(
    second: int, outcome: str, gap: int | None
) -> None:
    """A TLR2 was worth 3,527 at the least; beside the first 2,000 are paid."""
    pay = with_pay(allowance("tlr1", 2000), allowance("tlr2", second))
    post = {**SENCO, "line_manages_significant_number": "yes"}
    found = [each for each in answer(post, pay).findings if each.about == "tlr"]
    assert (found[0].outcome, found[0].gap) == (outcome, gap)
    assert (found[1].outcome, found[1].gap) == ("cannot-tell", None)


def test_tlr_11_two_tlrs_that_only_a_proposal_makes_short_wait_for_the_award() -> None:
    """Together 3,600: a TLR2 was worth 3,527 at the least in 2025, and 3,651 by the proposal."""
    pay = with_pay(allowance("tlr2", 2600), allowance("tlr2", 1000))
    found = about(answer(SENCO, pay, on="2026-10-01"), "tlr")
    assert (found.wording, found.outcome, found.gap) == (
        "tlr.short-together",
        "award-pending",
        Decimal(51),
    )
    assert found.confirmed_gap == 0


def test_tlr_11_two_tlrs_are_held_against_the_smaller_of_their_shares() -> None:
    """By a share of 0.2 a TLR2 was worth 730.20 at the least; 3,651 x 0.2 is more than 700."""
    two = (
        allowance("tlr2", 400, "received", share=0.4),
        allowance("tlr2", 300, "received", share=0.2),
    )
    found = about(answer(SENCO, with_pay(*two), on="2026-10-01"), "tlr")
    assert (found.amount_low, found.paid) == (Decimal("730.20"), Decimal(700))


def test_tlr_11_a_tlr_beside_a_safeguarded_sum_is_short_for_itself() -> None:
    kept = allowance("tlr1", 12000, safeguarded="yes")
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 3000), kept)
    found = about(answer({**SENCO, **RESTRUCTURED}, pay), "tlr")
    assert (found.wording, found.gap) == ("tlr.below", Decimal(527))


@pytest.mark.parametrize(("nation", "most"), [("england", 8611), ("wales", 8764)])
def test_tlr_05_a_tlr1_that_lacks_only_its_line_management_may_be_a_tlr2(
    nation: str, most: int
) -> None:
    """A TLR2 was worth 8,611 at the most in England and 8,764 in Wales."""
    post = {**SENCO, "line_manages_significant_number": "no", "designated_coordinator": "no"}
    pay = paid("upper-pay-range", 51942, allowance("tlr1", 10174))
    assessment = answer(post, pay, on="2025-10-01", nation=nation)
    found = about(assessment, "tlr")
    assert (found.outcome, found.wording) == ("not-permitted", "tlr.first-without-line-management")
    assert [found.amount_low, found.amount_high, found.paid] == [0, most, 10174]
    assert found.details["below_both"] is False


@pytest.mark.parametrize(("amount", "below"), [(3526, True), (3527, False), (8612, False)])
def test_tlr_02_a_tlr1_that_may_be_a_tlr2_is_less_than_either_below_the_least_tlr2(
    amount: int, below: bool
) -> None:
    """A TLR2 was worth 3,527 at the least and 8,611 at the most in September 2025."""
    post = {**SENCO, "line_manages_significant_number": "no", "designated_coordinator": "no"}
    found = about(answer(post, with_pay(allowance("tlr1", amount))), "tlr")
    assert found.outcome == "not-permitted"
    assert found.details["below_both"] is below


def test_tlr_05_a_tlr1_that_fails_another_test_as_well_is_worth_nothing() -> None:
    post = {**SENCO, "line_manages_significant_number": "no", "sustained": "no"}
    found = about(answer(post, with_pay(allowance("tlr1", 10174))), "tlr")
    assert (found.wording, found.amount_high) == ("tlr.paid-without-criteria", Decimal(0))


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, "cannot-tell"),
        ({"reduction_date": "2022-10-01", "reduction_cause": "restructuring"}, "not-permitted"),
    ],
)
def test_two_full_tlrs_are_held_together_only_while_one_is_safeguarded(
    facts: dict[str, str], outcome: str
) -> None:
    pay = paid(
        "upper-pay-range",
        51048,
        allowance("tlr2", 3651),
        allowance("tlr2", 3651, safeguarded="yes"),
    )
    found = about(answer({**SENCO, **facts}, pay), "combination")
    assert found.outcome == outcome
    assert found.missing == (() if facts else ("reduction_date", "reduction_cause"))


@pytest.mark.parametrize(
    ("until", "safeguarded", "verdict"),
    [
        ("2026-07-31", "no", "appropriate"),
        ("not-known", "no", "cannot-tell"),
        ("not-known", "yes", "cannot-tell"),
    ],
)
def test_tlr_08_a_tlr3_has_a_last_day(until: str, safeguarded: str, verdict: str) -> None:
    post = {**SENCO, "time_limited_project": "yes"}
    tlrs = (
        allowance("tlr2", 5000),
        allowance("tlr3", 1000, until=until, safeguarded=safeguarded),
    )
    assessment = answer(post, paid("upper-pay-range", 51048, *tlrs))
    assert assessment.verdict == verdict
    if verdict == "cannot-tell":
        found = next(each for each in assessment.findings if each.outcome == "cannot-tell")
        assert (found.about, found.force, found.missing) == ("tlr3", "must", ("until",))


@pytest.mark.parametrize("safeguarded", ["no", "yes", "not-known"])
def test_saf_06_a_tlr3_above_its_range_is_no_safeguarded_sum(safeguarded: str) -> None:
    post = {**SENCO, "time_limited_project": "yes"}
    pay = with_pay(allowance("tlr3", 9000, until="2026-07-31", safeguarded=safeguarded))
    assert about(answer(post, pay), "tlr3").outcome == "above"


def test_the_last_day_of_a_tlr3_that_is_barred_is_not_asked_for() -> None:
    pay = paid("leadership", 58569, allowance("tlr3", 1000))
    wordings = {each.wording for each in answer(SENCO, pay).findings}
    assert "tlr3.term-not-known" not in wordings


def test_a_tlr_paid_with_its_tests_unanswered_is_named_beside_the_verdict() -> None:
    """The tests of what *may* be paid do not hold the verdict, and nobody reads a yes into it."""
    post = {**SENCO, "leads_practice_of_others": "not-known"}
    assessment = answer(post, paid("upper-pay-range", 51048, allowance("tlr2", 5000)))
    assert (assessment.verdict, assessment.undecided) == ("appropriate", ())
    assert assessment.unchecked == ("tlr",)


def test_a_tlr_paid_with_its_tests_met_is_not_named_as_unchecked() -> None:
    assert answer(SENCO, paid("upper-pay-range", 51048, allowance("tlr2", 5000))).unchecked == ()


def test_a_tlr_that_may_be_paid_in_a_year_without_a_figure_names_no_amount() -> None:
    found = about(answer(SENCO, with_pay(), on="2027-10-01"), "tlr")
    assert (found.outcome, found.amount_high) == ("may-be-considered", None)


def test_a_tlr_over_the_range_whose_safeguarding_is_not_known_holds_the_verdict_back() -> None:
    assessment = answer(SENCO, with_pay(allowance("tlr2", 9000, safeguarded="not-known")))
    assert about(assessment, "tlr").force == "must"
    assert (assessment.verdict, "tlr" in assessment.undecided) == ("cannot-tell", True)


# The part-time rule by date


def part_timer(
    amount: float, on: str, *, share: float | None = None, **facts: object
) -> tuple[str, str]:
    held: dict[str, object] = {"share": share} if share is not None else {}
    pay = with_pay(allowance("tlr2", amount, "received", **held))
    assessment = answer({**SENCO, "fte": 0.6, **facts}, pay, on=on)
    return about(assessment, "tlr").outcome, about(assessment, "part-time").outcome


def test_to_august_2025_a_part_timers_tlr_is_pro_rata_whatever_the_share() -> None:
    assert part_timer(2034.60, "2025-08-31", share=1) == ("in-line", "in-line")
    assert part_timer(2033, "2025-08-31", share=1) == ("below", "below")


@pytest.mark.parametrize(
    ("adopted", "outcome"), [("no", "in-line"), ("yes", "below"), ("not-known", "cannot-tell")]
)
def test_in_2025_26_the_employer_may_choose_the_share(adopted: str, outcome: str) -> None:
    found = part_timer(2116.20, "2025-09-01", share=1, share_rule_adopted=adopted)
    assert found == (outcome, outcome)


def test_in_2025_26_a_choice_not_known_does_not_matter_where_share_and_hours_agree() -> None:
    assert part_timer(2116.20, "2026-08-31", share=0.6) == ("in-line", "in-line")


def test_from_september_2026_the_share_decides() -> None:
    assert part_timer(3651, "2026-09-01", share=1) == ("in-line", "in-line")
    assert part_timer(2200, "2026-09-01", share=1) == ("below", "below")


def test_from_september_2026_a_share_not_known_cannot_be_told() -> None:
    assert part_timer(2200, "2026-09-01") == ("cannot-tell", "cannot-tell")


def test_a_full_timer_may_hold_a_share_from_september_2025() -> None:
    half = with_pay(allowance("tlr2", 1763.50, "received", share=0.5))
    adopted = answer({**SENCO, "share_rule_adopted": "yes"}, half, on="2025-09-01")
    assert about(adopted, "tlr").outcome == "in-line"
    before = answer(SENCO, half, on="2025-08-31")
    assert about(before, "tlr").outcome == "below"


def test_the_full_value_of_a_part_timers_tlr_is_compared_and_what_reaches_them_is_told() -> None:
    pay = with_pay(allowance("tlr2", 5000, share=0.5))
    found = about(answer({**SENCO, "fte": 0.6}, pay, on="2026-10-01"), "tlr")
    assert (found.outcome, found.amount_low, found.paid) == (
        "in-line",
        Decimal("2500.00"),
        Decimal("2500.00"),
    )


def test_the_full_value_alone_does_not_tell_what_a_part_timer_should_receive() -> None:
    pay = with_pay(allowance("tlr2", 5000))
    assessment = answer({**SENCO, "fte": 0.6}, pay, on="2026-10-01")
    assert about(assessment, "tlr").amount_low is None
    undecided = about(assessment, "part-time")
    assert (undecided.outcome, undecided.missing) == ("cannot-tell", ("share_of_responsibility",))
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        ({"accountable": "no"}, ["not-permitted", "in-line"]),
        ({"qualified_teacher": "no"}, ["not-due"]),
        ({"role": "leading-practitioner"}, ["not-due"]),
    ],
)
def test_a_part_timers_tlr_that_may_not_be_paid_is_short_of_nothing(
    facts: dict[str, object], outcomes: list[str]
) -> None:
    """A TLR2 was worth 3,391 at the least in 2024."""
    leads = facts.get("role") == "leading-practitioner"
    pay_range = "leading-practitioner" if leads else "upper-pay-range"
    pay = with_pay(allowance("tlr2", 3000), pay_range=pay_range)
    assessment = answer({**SENCO, "fte": 0.6, **facts}, pay, on="2024-10-01")
    told = [each for each in assessment.findings if each.about in {"tlr", "part-time"}]
    assert [each.outcome for each in told] == outcomes
    assert assessment.direction != "underpaid"


def test_the_hours_of_a_part_timer_decide_nothing_about_a_tlr_that_fails_its_tests() -> None:
    pay = with_pay(allowance("tlr2", 2500, "received"))
    post = {**SENCO, "fte": 0.6, "accountable": "no"}
    found = about(answer(post, pay, on="2026-10-01"), "part-time")
    assert (found.outcome, found.force) == ("cannot-tell", "may")


@pytest.mark.parametrize(("second", "shares"), [(0.6, ["0.4", "0.6"]), (0.4, ["0.4"])])
def test_the_proportion_of_each_tlr_is_told_and_told_once(second: float, shares: list[str]) -> None:
    one = allowance("tlr2", 4000, share=0.4, for_which_duty="art")
    other = allowance("tlr2", 5000, share=second, for_which_duty="SENCO")
    assessment = answer({**SENCO, "fte": 0.6}, with_pay(one, other), on="2026-10-01")
    told = [each for each in assessment.findings if each.about == "part-time"]
    assert [str(each.details["proportion"]) for each in told] == shares


@pytest.mark.parametrize("answers", [("yes", "not-known"), ("not-known", "yes")])
def test_a_sen_allowance_of_which_a_part_may_be_safeguarded_is_open(
    answers: tuple[str, str],
) -> None:
    """Together 6,000, more than the 5,497 that a SEN allowance was worth at the most."""
    held = (
        allowance("sen-allowance", 3000, safeguarded=each, for_which_duty=each) for each in answers
    )
    post = {**SENCO, "school_type": "special", **RESTRUCTURED}
    found = about(answer(post, with_pay(*held)), "sen-allowance")
    assert (found.outcome, found.missing) == ("cannot-tell", ("safeguarded",))


@pytest.mark.parametrize("safeguarded", ["yes", "not-known"])
@pytest.mark.parametrize(
    ("amounts", "gap"), [((1000,), 1787), ((500, 500), 1787), ((1000, 1787), None)]
)
def test_sen_12_a_safeguarded_sum_leaves_the_minimum_due_where_a_sen_allowance_must_be_paid(
    amounts: tuple[int, ...], gap: int | None, safeguarded: str
) -> None:
    """A SEN allowance was worth 2,787 at the least, and must be paid in a special school."""
    post = {**SENCO, "school_type": "special", **RESTRUCTURED, "sum_before": 1000}
    kept, *current = amounts
    held = [allowance("sen-allowance", kept, safeguarded=safeguarded)]
    held += [allowance("sen-allowance", each, for_which_duty="now") for each in current]
    found = about(answer(post, with_pay(*held)), "sen-allowance")
    assert found.gap == gap
    assert (found.outcome == "below") is (gap is not None)


def test_of_two_tlrs_a_part_timer_is_short_in_neither_by_the_hours() -> None:
    two = (allowance("tlr2", 4000), allowance("tlr2", 2000))
    for held in (two, two[::-1]):
        assessment = answer({**SENCO, "fte": 0.6}, with_pay(*held), on="2024-10-01")
        assert about(assessment, "part-time").outcome == "in-line"


def test_a_full_timer_with_the_whole_responsibility_raises_no_part_time_question() -> None:
    assert "part-time" not in subjects(answer(SENCO, with_pay(allowance("tlr2", 5000))))


def test_two_shares_that_contradict_each_other_are_refused() -> None:
    pay = with_pay(allowance("tlr2", 2200, "received", share=0.5))
    with pytest.raises(
        CaseRefused, match=r"share_of_responsibility is '1': the tlr2 states a share of 0\.5"
    ):
        answer({**SENCO, "fte": 0.6, "share_of_responsibility": 1}, pay, on="2026-10-01")


# TLR3

PROJECT = {**SENCO, "time_limited_project": "yes"}


def test_a_tlr3_may_be_paid_for_a_time_limited_project() -> None:
    found = about(answer(PROJECT, U3, on="2024-10-01"), "tlr3")
    assert (found.outcome, found.amount_low, found.amount_high) == (
        "may-be-considered",
        Decimal(0),
        Decimal(3344),
    )


@pytest.mark.parametrize(
    "fact", ["teaching_and_learning_focus", "professional_judgement", "impact_beyond_own_classes"]
)
def test_a_tlr3_asks_for_criteria_a_b_and_d(fact: str) -> None:
    assert about(answer({**PROJECT, fact: "no"}, U3), "tlr3").outcome == "not-due"
    assert "tlr3" not in subjects(answer({**PROJECT, fact: "not-known"}, U3))
    held = answer({**PROJECT, fact: "no"}, with_pay(allowance("tlr3", 1000)))
    assert about(held, "tlr3").outcome == "not-permitted"


@pytest.mark.parametrize("fact", ["leads_area_or_pupil_development", "leads_practice_of_others"])
def test_a_tlr3_does_not_ask_for_criteria_c_and_e(fact: str) -> None:
    assert about(answer({**PROJECT, fact: "no"}, U3), "tlr3").outcome == "may-be-considered"


def test_a_tlr3_for_a_standing_duty_is_against_the_guidance() -> None:
    post = {**SENCO, "time_limited_project": "no"}
    found = about(answer(post, with_pay(allowance("tlr3", 1000))), "tlr3")
    assert (found.outcome, found.force) == ("short-of-guidance", "should")


@pytest.mark.parametrize(
    "fact",
    ["teaching_and_learning_focus", "professional_judgement", "impact_beyond_own_classes"],
)
@pytest.mark.parametrize("project", ["no", "not-known"])
def test_a_tlr3_that_fails_a_criterion_is_not_permitted_whatever_the_duty(
    fact: str, project: str
) -> None:
    post = {**SENCO, "time_limited_project": project, fact: "no"}
    pay = with_pay(allowance("tlr3", 1000, until="2026-08-31"))
    found = about(answer(post, pay), "tlr3")
    assert (found.outcome, found.wording) == ("not-permitted", "tlr3.paid-without-criteria")
    assert [found.amount_low, found.amount_high, found.paid] == [0, 0, 1000]


def test_a_tlr3_for_a_standing_duty_is_held_to_its_minimum() -> None:
    post = {**SENCO, "time_limited_project": "no"}
    assert about(answer(post, with_pay(allowance("tlr3", 100))), "tlr3").outcome == "below"


def test_a_tlr3_that_fails_a_criterion_is_not_short_of_a_minimum() -> None:
    post = {**PROJECT, "professional_judgement": "no"}
    found = about(answer(post, with_pay(allowance("tlr3", 100))), "tlr3")
    assert (found.outcome, found.gap) == ("not-permitted", None)


def test_a_project_not_known_leaves_a_tlr3_undecided() -> None:
    found = about(answer(SENCO, with_pay(allowance("tlr3", 1000))), "tlr3")
    assert (found.outcome, found.force, found.missing) == (
        "cannot-tell",
        "may",
        ("time_limited_project",),
    )


@pytest.mark.parametrize(
    ("amount", "outcome"), [(674, "below"), (675, "in-line"), (3344, "in-line"), (3345, "above")]
)
def test_a_tlr3_lies_between_its_limits(amount: int, outcome: str) -> None:
    found = about(answer(PROJECT, with_pay(allowance("tlr3", amount)), on="2024-10-01"), "tlr3")
    assert found.outcome == outcome


def test_a_tlr3_may_be_held_beside_a_tlr2() -> None:
    pay = with_pay(allowance("tlr2", 5000), allowance("tlr3", 1000))
    assert "combination" not in subjects(answer(PROJECT, pay))


@pytest.mark.parametrize(
    ("facts", "kind", "told"),
    [
        ({"school_type": "special"}, "tlr2", True),
        ({"school_type": "special", "time_limited_project": "yes"}, "tlr3", True),
        ({"school_type": "special", "time_limited_project": "no"}, "tlr3", False),
        ({"school_type": "special", "accountable": "no"}, "tlr2", False),
        ({}, "tlr2", False),
    ],
)
def test_only_payments_that_are_each_in_order_are_said_to_go_together(
    facts: dict[str, str], kind: str, told: bool
) -> None:
    pay = with_pay(allowance(kind, 3527 if kind == "tlr2" else 1000), _sen(2787))
    found = answer({**SENCO, **facts}, pay).findings
    assert ("combination.held-together" in {each.wording for each in found}) is told


def test_nobody_on_the_leadership_range_is_judged_on_the_tests_of_a_tlr3() -> None:
    pay = with_pay(allowance("tlr3", 1000), pay_range="leadership")
    assert about(answer(PROJECT, pay), "tlr3").outcome == "not-due"


def test_no_tlr3_is_spoken_of_where_no_document_binds() -> None:
    post = {**PROJECT, "employer": "independent"}
    assert "tlr3" not in subjects(answer(post, with_pay(allowance("tlr3", 1000))))


# Combinations


@pytest.mark.parametrize(
    ("facts", "pay", "rule"),
    [
        ({}, with_pay(allowance("sen-allowance", 3000), pay_range="leadership"), "SEN-25"),
        ({}, with_pay(allowance("tlr2", 5000), pay_range="leading-practitioner"), "TLR-18"),
        (
            {"qualified_teacher": "no"},
            with_pay(allowance("tlr2", 5000), pay_range="unqualified"),
            "DF-03",
        ),
        ({"qualified_teacher": "no"}, with_pay(pay_range="main-pay-range"), "UQT-01"),
        ({}, with_pay(pay_range="unqualified"), "UQT-01"),
        ({"appointed_head_deputy_or_assistant": "yes"}, with_pay(), "LDR-01"),
        ({"role": "support-staff"}, with_pay(allowance("sen-allowance", 3000)), "DF-04"),
        ({}, with_pay(allowance("tlr1", 11000), allowance("tlr2", 5000)), "TLR-11"),
    ],
)
def test_what_may_not_be_held_together_is_not_permitted(
    facts: dict[str, object], pay: dict[str, object], rule: str
) -> None:
    assessment = answer({**SENCO, **facts}, pay)
    found = about(assessment, "combination")
    assert (found.outcome, assessment.direction) == ("not-permitted", "irregular")
    assert rule in {cited.rule for cited in found.citations}


def test_a_combination_cannot_be_told_where_the_employer_is_not_known() -> None:
    post = {**SENCO, "employer": "not-known"}
    pay = with_pay(allowance("tlr1", 11000), allowance("tlr2", 5000))
    assert about(answer(post, pay), "combination").outcome == "cannot-tell"


def test_combinations_are_not_judged_where_no_document_binds() -> None:
    post = {**SENCO, "employer": "independent"}
    pay = with_pay(allowance("tlr1", 11000), allowance("tlr2", 5000))
    assert "combination" not in subjects(answer(post, pay))


def test_a_payment_that_has_ended_is_not_counted() -> None:
    pay = with_pay(allowance("tlr1", 11000, until="2025-08-31"), allowance("tlr2", 5000))
    assert "combination" not in subjects(answer(SENCO, pay))


# Paperwork


def test_paperwork_that_nothing_is_known_of_is_not_spoken_of() -> None:
    assert "paperwork" not in subjects(answer(SENCO, U3))
    assert "paperwork" not in subjects(
        answer({**SENCO, "employer": "agency", "written_notice": "no"}, U3)
    )


@pytest.mark.parametrize(
    ("facts", "outcome", "force"),
    [
        ({"annual_statement": "yes"}, "in-line", "should"),
        ({"annual_statement": "no"}, "short-of-guidance", "must"),
        ({"pay_policy_covers_sen": "no"}, "short-of-guidance", "must"),
        ({"does_support_staff_tasks": "yes"}, "short-of-guidance", "should"),
        ({"does_support_staff_tasks": "no", "written_notice": "yes"}, "in-line", "should"),
    ],
)
def test_paperwork_is_judged_as_far_as_it_is_known(
    facts: dict[str, object], outcome: str, force: str
) -> None:
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 5000))
    assessment = answer({**SENCO, **facts}, pay)
    found = about(assessment, "paperwork")
    assert (found.outcome, found.force) == (outcome, force)
    assert assessment.verdict == "appropriate"
