"""Paragraph 21: who is due a SEN allowance, and what it is worth."""

from decimal import Decimal

import pytest

from payapp.domain.tests_over_facts import NOT_KNOWN, walk
from tests.nations.stpcd_posts import RESTRUCTURED, SPECIAL, U3, sen, with_pay
from tests.worked import CLASS_TEACHER, SENCO, about, allowance, answer, paid


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
    assessment = answer(CLASS_TEACHER, paid("upper-pay-range", 51048, sen(amount)))
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.force, found.missing) == ("cannot-tell", "must", ("safeguarded",))
    assert (found.amount_low, found.amount_high, found.gap) == (None, None, None)
    assert found.next_steps[0] == "ask-which-criterion"
    assert {"SEN-20", "SEN-31"} <= {cited.rule for cited in found.citations}
    assert assessment.verdict == "cannot-tell"


def test_an_allowance_over_the_maximum_is_too_much_whatever_its_criteria() -> None:
    found = about(answer(CLASS_TEACHER, with_pay(sen(6000))), "sen-allowance")
    assert found.outcome == "above"


def test_a_coordinator_with_an_allowance_alone_outside_the_criteria_is_questionable() -> None:
    assert answer(SENCO, paid("upper-pay-range", 51048, sen(2787))).verdict == "questionable"


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
