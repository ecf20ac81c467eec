"""Paragraph 20: what TLRs ask for, what they are worth, and what part-timers receive."""

from decimal import Decimal

import pytest

from payapp.domain.cases import CaseRefused
from tests.nations.stpcd_posts import RESTRUCTURED, U3, sen, with_pay
from tests.worked import SENCO, TLR_TESTS_MET, about, allowance, answer, paid, subjects


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
    pay = with_pay(allowance(kind, 3527 if kind == "tlr2" else 1000), sen(2787))
    found = answer({**SENCO, **facts}, pay).findings
    assert ("combination.held-together" in {each.wording for each in found}) is told


def test_nobody_on_the_leadership_range_is_judged_on_the_tests_of_a_tlr3() -> None:
    pay = with_pay(allowance("tlr3", 1000), pay_range="leadership")
    assert about(answer(PROJECT, pay), "tlr3").outcome == "not-due"


def test_no_tlr3_is_spoken_of_where_no_document_binds() -> None:
    post = {**PROJECT, "employer": "independent"}
    assert "tlr3" not in subjects(answer(post, with_pay(allowance("tlr3", 1000))))
