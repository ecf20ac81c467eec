"""Allowances in Northern Ireland: for teaching, for special needs, together, and other payments."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.domain.cases import CaseRefused
from payapp.domain.findings import Finding, Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import walk
from tests.nations.northern_irish import (
    PRINCIPAL,
    SENCO,
    SPECIAL,
    TA2_2024,
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
from tests.worked import about, allowance, paid


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
