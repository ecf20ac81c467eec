"""A SEN allowance or a TLR that is entered as safeguarded: what that says of it."""

from decimal import Decimal

import pytest

from tests.nations.stpcd_posts import CUT_IN_2023, RESTRUCTURED, SPECIAL, SUBJECT_LEADER, with_pay
from tests.worked import CLASS_TEACHER, SENCO, about, allowance, answer, paid, subjects


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
    ("payment", "subject"),
    [
        (allowance("tlr1", 1, safeguarded="yes"), "tlr"),
        (allowance("sen-allowance", 4000, safeguarded="yes"), "sen-allowance"),
    ],
)
def test_what_may_be_safeguarded_fails_nothing_while_nobody_knows_whom_the_rules_bind(
    payment: dict[str, object], subject: str
) -> None:
    no = ("significant_responsibility", "teaches_sen_pupils", "sensory_qualification_required")
    fails = {"qualified_teacher": "yes", "school_type": "mainstream", **dict.fromkeys(no, "no")}
    cut = {"reduction_date": "2014-09-01", "reduction_cause": "restructuring", "sum_before": 9000}
    pay = paid("main-pay-range", None, payment)
    found = about(answer(fails, pay, on="2015-01-01"), subject)
    assert (found.outcome, found.because.result) == ("cannot-tell", "not-known")
    bound = {**fails, **cut, "employer": "maintained"}
    found = about(answer(bound, pay, on="2015-01-01"), subject)
    assert (found.outcome, found.because.result) == ("in-line", "met")
