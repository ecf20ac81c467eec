"""Part 5: what of a payment that was cut goes on."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from payapp.domain.findings import Finding
from payapp.domain.tests_over_facts import walk
from tests.worked import CLASS_TEACHER, SENCO, about, allowance, answer, paid, subjects

U3 = paid("upper-pay-range", 51048, point="U3")
CUT = {
    **CLASS_TEACHER,
    "reduction_date": "2024-09-01",
    "reduction_cause": "restructuring",
    "sum_before": 3391,
}


def with_pay(*allowances: dict[str, object]) -> dict[str, object]:
    return paid("upper-pay-range", 51048, *allowances)


def safeguarded(*allowances: dict[str, object], **facts: object) -> Finding:
    return about(answer({**CUT, **facts}, with_pay(*allowances)), "safeguarding")


@pytest.mark.parametrize("nation", ["england", "wales"])
@pytest.mark.parametrize(
    ("on", "outcome", "due"),
    [
        ("2024-08-31", "not-due", None),
        ("2024-09-01", "due-but-missing", 3391),
        ("2027-08-31", "due-but-missing", 3391),
        ("2027-09-01", "not-due", None),
    ],
)
def test_a_cut_by_restructuring_is_safeguarded_for_up_to_three_years_in_both_nations(
    nation: str, on: str, outcome: str, due: int | None
) -> None:
    found = about(answer(CUT, U3, on=on, nation=nation), "safeguarding")
    assert (found.outcome, found.amount_low) == (outcome, due)


def test_a_safeguarded_sum_is_the_whole_payment_that_was_cut() -> None:
    found = safeguarded()
    assert (found.outcome, found.gap) == ("due-but-missing", Decimal(3391))


@pytest.mark.parametrize(("amount", "outcome"), [(3391, "in-line"), (3000, "below")])
def test_a_safeguarded_sum_does_not_shrink(amount: int, outcome: str) -> None:
    assert safeguarded(allowance("tlr2", amount, safeguarded="yes")).outcome == outcome


def test_a_safeguarded_sum_does_not_grow() -> None:
    found = safeguarded(allowance("tlr2", 3500, safeguarded="yes"))
    assert (found.outcome, found.amount_high, found.paid) == ("above", Decimal(3391), Decimal(3500))


@pytest.mark.parametrize(
    "facts", [{"qualified_teacher": "no"}, {"appointed_head_deputy_or_assistant": "yes"}]
)
@pytest.mark.parametrize("held", [(), (allowance("tlr2", 3391, safeguarded="yes"),)])
def test_who_is_no_classroom_teacher_is_told_no_sum_for_certain(
    facts: dict[str, str], held: tuple[dict[str, object], ...]
) -> None:
    found = safeguarded(*held, **facts)
    assert (found.outcome, found.gap) == ("cannot-tell", None)
    assert found.wording == "safeguarding.status-not-clear"


def test_a_payment_that_may_be_what_is_left_of_the_one_cut_reduces_the_sum() -> None:
    found = safeguarded(allowance("sen-allowance", 3000))
    assert (found.outcome, found.amount_low, found.amount_high) == (
        "due-but-missing",
        Decimal(391),
        Decimal(3391),
    )
    assert found.wording.endswith("at-least")


@pytest.mark.parametrize("kind", ["recruitment-retention", "tlr3", "other"])
def test_an_unrelated_payment_takes_nothing_from_the_sum(kind: str) -> None:
    found = safeguarded(allowance(kind, 3000), sum_before=5000)
    assert (found.outcome, found.amount_low, found.gap) == (
        "due-but-missing",
        Decimal(5000),
        Decimal(5000),
    )


@pytest.mark.parametrize(
    ("current", "continuing", "outcome"),
    [
        (2000, 1000, "below"),
        (2000, 1391, "in-line"),
        (2000, 2000, "cannot-tell"),
        (3391, None, "cannot-tell"),
        (4000, 3391, "cannot-tell"),
    ],
)
def test_what_is_paid_beside_a_safeguarded_sum_has_to_fit_it(
    current: int, continuing: int | None, outcome: str
) -> None:
    """A sum of 3,391 was cut; 2,000 that is left of it leaves 1,391 to be safeguarded."""
    kept = () if continuing is None else (allowance("tlr2", continuing, safeguarded="yes"),)
    found = safeguarded(allowance("sen-allowance", current), *kept)
    assert found.outcome == outcome
    if outcome == "cannot-tell":
        assert found.wording == "safeguarding.beside-another"


# A sum before the cut in a part-time post: as received, or full-time equivalent like the payments

HALF = {**CUT, "fte": 0.5, "share_rule_adopted": "no"}


def of_half(*allowances: dict[str, object], before: float = 5000, basis: str = "") -> Finding:
    pay = paid("upper-pay-range", 51048, *allowances, basis=basis or "full-time-equivalent")
    return about(answer({**HALF, "sum_before": before}, pay), "safeguarding")


def kept(amount: float, basis: str = "full-time-equivalent") -> dict[str, object]:
    return allowance("tlr2", amount, basis, safeguarded="yes")


def test_the_same_sum_before_the_cut_and_now_is_on_the_same_basis() -> None:
    found = of_half(kept(5000))
    assert (found.outcome, found.amount_low, found.amount_high, found.paid) == (
        "in-line",
        Decimal(2500),
        Decimal(2500),
        Decimal(2500),
    )


@pytest.mark.parametrize(
    ("now", "before", "wording", "gap"),
    [
        (kept(4000), 5000, "below-at-least", 500),
        (kept(5000), 3000, "basis-not-clear", None),
        (kept(5000), 2500, "in-line", None),
        (kept(6000), 5000, "basis-not-clear", None),
        (kept(6000), 2500, "above", None),
        (kept(2500, "received"), 5000, "below", 2500),
        (kept(2500, "received"), 2500, "in-line", None),
    ],
)
def test_a_part_timers_sum_makes_certain_only_what_is_due_on_either_basis(
    now: dict[str, object], before: float, wording: str, gap: int | None
) -> None:
    found = of_half(now, before=before)
    assert (found.wording, found.gap) == (f"safeguarding.{wording}", gap)
    assert found.missing == (("sum_before",) if wording == "basis-not-clear" else ())


@pytest.mark.parametrize(
    ("basis", "wording", "least"),
    [
        ("full-time-equivalent", "due-but-missing-at-least", 2500),
        ("received", "due-but-missing", 5000),
    ],
)
def test_where_no_sum_is_paid_the_salary_says_on_which_basis_amounts_are_entered(
    basis: str, wording: str, least: int
) -> None:
    found = of_half(basis=basis)
    assert (found.wording, found.amount_low, found.amount_high) == (
        f"safeguarding.{wording}",
        Decimal(least),
        Decimal(5000),
    )


def test_a_sum_of_hours_not_known_is_not_counted() -> None:
    found = safeguarded(fte="not-known")
    assert (found.outcome, found.missing, found.gap) == ("cannot-tell", ("fte",), None)


def test_a_part_timers_full_value_counts_as_it_is_received() -> None:
    """At 0.6, 3,391 full-time equivalent is 2,034.60, of which 1,800 of 3,000 are paid."""
    found = safeguarded(allowance("sen-allowance", 3000), fte=0.6)
    assert (found.amount_low, found.amount_high) == (Decimal("234.60"), Decimal(3391))


def test_saf_06_a_tlr3_entered_as_safeguarded_ends_without_it() -> None:
    found = safeguarded(allowance("tlr3", 1500, safeguarded="yes"), sum_before=1500)
    assert (found.outcome, found.wording) == ("not-due", "safeguarding.fixed-term")
    assert "SAF-06" in {test.rule for test in walk(found.because)}


def test_a_tlr3_beside_a_safeguarded_sum_is_no_part_of_it() -> None:
    kept = allowance("tlr2", 3391, safeguarded="yes")
    found = safeguarded(kept, allowance("tlr3", 1500, safeguarded="yes"))
    assert (found.outcome, found.paid) == ("in-line", Decimal(3391))


# The cause


@pytest.mark.parametrize(
    "cause",
    [
        "restructuring",
        "Restructuring of the school",
        "The school was restructured.",
        "due to a staffing restructure",
        "Staffing structure changed",
        "reorganisation",
        "change of pay policy",
        "pay-policy-change",
        "new pay policy",
    ],
)
def test_saf_01_a_new_structure_or_policy_brings_safeguarding(cause: str) -> None:
    assert safeguarded(reduction_cause=cause).outcome == "due-but-missing"


@pytest.mark.parametrize(
    ("cause", "rule"),
    [
        ("moved school", "SAF-03"),
        ("Move to another school", "SAF-03"),
        ("promotion", "SAF-03"),
        ("applied for another post", "SAF-03"),
        ("end of a fixed term", "SAF-06"),
        ("own request", "SAF-01"),
        ("resigned", "SAF-01"),
    ],
)
def test_saf_03_and_06_other_plain_causes_bring_none(cause: str, rule: str) -> None:
    found = safeguarded(reduction_cause=cause)
    assert found.outcome == "not-due"
    told = [test for test in walk(found.because) if test.fact == "reduction_cause"]
    assert [(test.rule, test.result) for test in told] == [(rule, "not-met")]


@pytest.mark.parametrize(
    "cause",
    [
        "The head just stopped it; there was no restructuring",
        "not a restructuring",
        "no change of pay policy",
        "I did not move school",
        "restructuring, or so they say",
        "closure",
        "something else",
        "?",
    ],
)
def test_no_free_text_makes_money_due_or_takes_it_away(cause: str) -> None:
    found = safeguarded(reduction_cause=cause)
    assert (found.outcome, found.wording) == ("cannot-tell", "safeguarding.cause-not-clear")
    assert found.missing == ("reduction_cause",)
    assert found.details["cause"] == cause


def test_a_cause_that_was_not_entered_is_asked_for() -> None:
    found = safeguarded(reduction_cause="not-known")
    assert (found.wording, found.missing) == ("safeguarding.cannot-tell", ("reduction_cause",))


def test_an_employer_not_known_is_asked_for_first() -> None:
    found = safeguarded(employer="not-known")
    assert (found.wording, found.missing) == ("safeguarding.cannot-tell", ("employer",))


# A fall by the share of the responsibility: whether it is safeguarded was not found


SHARED = {**SENCO, **CUT, "fte": 0.6, "share_of_responsibility": 0.6, "sum_before": 3527}


def shared(cause: str, cut: str, nation: str = "england", **facts: Any) -> Finding:
    post = {**SHARED, "reduction_cause": cause, "reduction_date": cut, **facts}
    held = allowance("tlr2", 2190.60, "received")
    return about(answer(post, with_pay(held), on="2026-11-01", nation=nation), "safeguarding")


@pytest.mark.parametrize("cause", ["pay policy: TLR by share", "TLR revalued under the policy"])
def test_a_fall_by_the_share_rule_cannot_be_told(cause: str) -> None:
    found = shared(cause, "2026-09-01")
    assert (found.outcome, found.wording, found.missing) == (
        "cannot-tell",
        "safeguarding.by-share",
        (),
    )


@pytest.mark.parametrize(
    ("cut", "facts", "wording"),
    [
        ("2026-09-01", {}, "by-share"),
        ("2026-09-01", {"share_rule_adopted": "no"}, "by-share"),
        ("2026-03-01", {}, "by-share"),
        ("2026-03-01", {"share_rule_adopted": "yes"}, "by-share"),
        ("2026-03-01", {"share_rule_adopted": "no"}, "due-but-missing-at-least"),
        ("2025-08-31", {}, "due-but-missing-at-least"),
        ("2026-09-01", {"fte": 1, "share_of_responsibility": 1}, "due-but-missing-at-least"),
    ],
)
def test_a_new_policy_that_may_be_the_share_rule_makes_nothing_certain(
    cut: str, facts: dict[str, Any], wording: str
) -> None:
    assert shared("change of pay policy", cut, **facts).wording == f"safeguarding.{wording}"


def test_wales_has_no_share_rule() -> None:
    found = shared("change of pay policy", "2025-10-01", "wales")
    assert found.outcome == "due-but-missing"


def test_a_sen_allowance_is_not_cut_by_the_share_rule() -> None:
    found = safeguarded(
        reduction_date="2025-09-01",
        reduction_cause="change of pay policy",
        sum_before=2787,
        fte=0.6,
    )
    assert (found.outcome, found.amount_low) == ("due-but-missing", Decimal("1672.20"))


# When it is spoken of


def test_safeguarding_is_not_asked_about_where_nothing_was_cut_or_nothing_binds() -> None:
    assert "safeguarding" not in subjects(answer(CLASS_TEACHER, U3))
    assert "safeguarding" not in subjects(answer({**CUT, "employer": "independent"}, U3))


# On another range than that of a TLR, and of what was a salary

LEADER = {
    **CUT,
    "role": "assistant-head",
    "appointed_head_deputy_or_assistant": "yes",
    "major_part_in_running_the_school": "yes",
}


def on_range(pay_range: str, *allowances: dict[str, object], **facts: object) -> Finding:
    post = {**LEADER, **facts}
    return about(answer(post, paid(pay_range, 55000, *allowances)), "safeguarding")


@pytest.mark.parametrize("pay_range", ["leadership", "leading-practitioner", "unqualified"])
def test_saf_03_no_sum_is_claimed_on_a_range_to_which_the_teacher_may_have_moved(
    pay_range: str,
) -> None:
    found = on_range(pay_range)
    assert (found.outcome, found.wording) == ("cannot-tell", "safeguarding.range-not-clear")
    assert (found.missing, found.gap) == (("reduction_cause",), None)
    assert on_range(pay_range, reduction_cause="moved to another range").outcome == "not-due"


def test_saf_03_a_safeguarded_tlr_ends_with_a_move_to_the_leadership_range() -> None:
    found = on_range("leadership", allowance("tlr2", 3391, safeguarded="yes"))
    assert (found.outcome, found.wording) == ("not-due", "safeguarding.another-range")
    assert (found.paid, found.missing) == (None, ())


def test_the_document_safeguards_no_pay_of_support_staff() -> None:
    found = safeguarded(role="support-staff", qualified_teacher="no")
    assert (found.outcome, found.wording) == ("not-due", "safeguarding.staff")
    again = safeguarded(role="support-staff", reduction_cause="own request")
    assert again.wording == "safeguarding.not-due"


@pytest.mark.parametrize(
    ("before", "outcome"), [(32915, "due-but-missing"), (32916, "cannot-tell")]
)
def test_a_sum_as_large_as_a_salary_is_not_missing_beside_one(before: int, outcome: str) -> None:
    """32,916 is the lowest salary of a qualified teacher in 2025, and no TLR comes near it."""
    assert safeguarded(sum_before=before).outcome == outcome


def test_a_conserved_salary_may_hold_what_goes_on_and_no_sum_is_claimed_beside_it() -> None:
    def found(*allowances: dict[str, object]) -> Finding:
        pay = paid("main-pay-range", 48000, *allowances, salary_conserved="yes")
        return about(answer(CUT, pay), "safeguarding")

    alone = found()
    assert (alone.wording, alone.missing) == ("safeguarding.salary", ("sum_before",))
    assert found(allowance("tlr2", 3391, safeguarded="yes")).outcome == "in-line"


def test_a_salary_is_known_as_one_without_the_pay_area_too() -> None:
    post = {**CUT, "sum_before": 40000}
    assert about(answer(post, U3, pay_area="not-known"), "safeguarding").outcome == "cannot-tell"


def test_where_no_figure_is_held_a_large_sum_is_taken_as_it_is_entered() -> None:
    post = {**CUT, "sum_before": 40000, "reduction_date": "2016-01-01"}
    found = about(answer(post, U3, on="2016-10-01", nation="wales"), "safeguarding")
    assert (found.outcome, found.gap) == ("due-but-missing", Decimal(40000))


@pytest.mark.parametrize(
    ("cut", "last"),
    [
        ("2023-09-01", date(2026, 8, 31)),
        ("2024-02-29", date(2027, 2, 28)),
        ("not-known", None),
    ],
)
def test_saf_02_the_last_day_of_the_three_years_is_named(cut: str, last: date | None) -> None:
    kept = allowance("tlr2", 3391, safeguarded="yes")
    found = about(answer({**CUT, "reduction_date": cut}, with_pay(kept)), "tlr")
    assert found.details["last_day"] == last
