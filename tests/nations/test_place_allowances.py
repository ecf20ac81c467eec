"""Scotland's allowances for remote schools, distant islands and residential special schools."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from payapp.domain.figures import NotHeld
from payapp.domain.findings import Finding, Outcome
from payapp.domain.rules import Force
from tests.nations.scottish import HEAD, TEACHER, allowance, amounts, answer, of_place, paid

IN_2022 = "2022-06-01"
RESIDENTIAL: Mapping[str, object] = {
    **HEAD,
    "school_type": "special",
    "residential_school": "yes",
}


def place(
    kind: str,
    *allowances: Mapping[str, object],
    on: str = IN_2022,
    post: Mapping[str, object] = TEACHER,
    **facts: Any,
) -> Finding:
    """Return the finding on one kind of allowance beside a main grade salary."""
    return of_place(
        answer(post, paid("main-grade", None, *allowances, point="5"), on, **facts), kind
    )


def test_each_allowance_for_a_place_has_its_answer() -> None:
    for kind in ("remote-schools", "distant-islands", "residential"):
        found = place(kind)
        assert (found.outcome, found.force) == (Outcome.NOT_DUE, Force.MUST)


@pytest.mark.parametrize(
    ("kind", "fact"),
    [
        ("remote-schools", "remote_school"),
        ("distant-islands", "distant_island"),
        ("residential", "residential_school"),
    ],
)
def test_an_unknown_place_is_asked_for(kind: str, fact: str) -> None:
    facts: dict[str, Any] = {fact: "not-known", "school_type": "not-known"}
    found = place(kind, **facts)
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, (fact,))


def test_places_that_nobody_was_asked_about_do_not_hold_up_the_verdict() -> None:
    unasked = dict.fromkeys(("remote_school", "distant_island", "residential_school"), "not-known")
    assessment = answer({**TEACHER, **unasked}, paid("main-grade", 54453, point="5"))
    assert assessment.verdict == "appropriate"
    assert {found.wording for found in assessment.findings} >= {"place-allowance.not-asked"}


# Remote schools: two rates


def test_an_unpaid_allowance_of_a_remote_school_is_due_at_one_of_two_rates() -> None:
    found = place("remote-schools", remote_school="yes", fte=0.5)
    assert (found.outcome, found.paid) == (Outcome.DUE_BUT_MISSING, Decimal(0))
    assert (found.amount_low, found.amount_high) == (Decimal(864), Decimal("1618.5"))
    assert (found.gap, found.citations[0].rule) == (Decimal(864), "SC-ALW-01")


@pytest.mark.parametrize(
    ("amount", "outcome"),
    [
        (1727, "below"),
        (1728, "in-line"),
        (2000, "cannot-tell"),
        (3237, "in-line"),
        (3238, "above"),
    ],
)
def test_a_remote_schools_allowance_is_to_equal_one_of_its_rates(amount: int, outcome: str) -> None:
    found = place("remote-schools", allowance("remote-schools", amount), remote_school="yes")
    assert (found.outcome, found.paid) == (outcome, None if outcome == "cannot-tell" else amount)


def test_an_unknown_fte_is_asked_for_what_is_due() -> None:
    found = place("remote-schools", remote_school="yes", fte="not-known")
    assert (found.outcome, found.missing) == (Outcome.DUE_BUT_MISSING, ("fte",))
    assert (found.amount_low, found.gap) == (None, None)


@pytest.mark.parametrize(
    ("amounts", "outcome", "wording"),
    [((), "due-but-missing", "due-no-figure"), ((1800,), "cannot-tell", "no-figure")],
)
def test_a_rate_that_is_not_held_says_for_when_one_is(
    amounts: tuple[int, ...], outcome: str, wording: str
) -> None:
    """SC-ALW-06: where the place qualifies the allowance must be paid, whatever its rate."""
    allowances = [allowance("remote-schools", amount) for amount in amounts]
    found = place("remote-schools", *allowances, on="2026-09-01", remote_school="yes")
    assert (found.outcome, found.wording) == (outcome, f"place-allowance.{wording}")
    assert (found.amount_low, found.gap) == (None, None)
    lacking = found.details["not_held"]
    assert isinstance(lacking, NotHeld)
    assert lacking.held[-1] == "2024-04-01..2025-03-31"


@pytest.mark.parametrize(
    ("kind", "facts", "several"),
    [
        ("remote-schools", {"remote_school": "yes"}, True),
        ("distant-islands", {"distant_island": "yes"}, False),
    ],
)
def test_whether_there_are_several_rates_to_ask_about_is_told(
    kind: str, facts: Mapping[str, Any], several: bool
) -> None:
    assert place(kind, **facts).details["several_rates"] is several
    assert place(kind, allowance(kind, 2000), **facts).details["several_rates"] is several


# Distant islands


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2020-10-01", 2265),
        ("2021-09-30", 2265),
        ("2021-10-01", 2397),
        ("2022-10-01", 2541),
        ("2023-10-01", 2742),
        ("2024-09-30", 2742),
    ],
)
def test_the_islands_allowance_changes_each_october(on: str, due: int) -> None:
    exact = place("distant-islands", allowance("distant-islands", due), on=on, distant_island="yes")
    short = place(
        "distant-islands", allowance("distant-islands", due - 1), on=on, distant_island="yes"
    )
    assert (exact.outcome, short.outcome) == (Outcome.IN_LINE, Outcome.BELOW)
    assert short.gap == Decimal(1)


def test_from_october_2024_the_islands_allowance_is_not_held() -> None:
    found = place("distant-islands", on="2024-10-01", distant_island="yes")
    assert (found.outcome, found.paid) == (Outcome.DUE_BUT_MISSING, Decimal(0))
    assert (found.wording, found.gap) == ("place-allowance.due-no-figure", None)
    assert found.next_steps == ("ask-distant-island", "ask-payroll", "ask-union")


def test_both_allowances_may_be_paid_together() -> None:
    pay = paid(
        "main-grade",
        None,
        allowance("remote-schools", 1728),
        allowance("distant-islands", 2397),
        point="5",
    )
    assessment = answer(TEACHER, pay, IN_2022, remote_school="yes", distant_island="yes")
    assert assessment.verdict == "appropriate"


def test_an_allowance_paid_where_the_place_does_not_qualify_is_not_permitted() -> None:
    found = place("distant-islands", allowance("distant-islands", 2397))
    assert (found.outcome, found.wording) == (
        Outcome.NOT_PERMITTED,
        "place-allowance.paid-elsewhere",
    )
    assert amounts(found) == (0, 0, 2397)
    conserved = place("distant-islands", allowance("distant-islands", 2397, safeguarded="yes"))
    assert conserved.outcome is Outcome.IN_LINE


def test_an_allowance_for_a_place_not_known_asks_for_it() -> None:
    found = place("distant-islands", allowance("distant-islands", 2397), distant_island="not-known")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("distant_island",))


def test_without_an_employer_an_allowance_is_not_judged() -> None:
    found = place("distant-islands", allowance("distant-islands", 1), employer="not-known")
    assert (found.outcome, found.wording) == (Outcome.CANNOT_TELL, "place-allowance.if-bound")


# Residential special schools


@pytest.mark.parametrize(("role", "due"), [("headteacher", 26988), ("deputy-head", 21753)])
def test_heads_and_deputes_of_residential_special_schools_have_an_allowance(
    role: str, due: int
) -> None:
    missing = place("residential", post=RESIDENTIAL, on="2026-09-01", role=role)
    assert missing.outcome is Outcome.DUE_BUT_MISSING
    assert amounts(missing) == (due, due, 0)
    right = place(
        "residential", allowance("residential", due), post=RESIDENTIAL, on="2026-09-01", role=role
    )
    assert (right.outcome, right.citations[0].rule) == (Outcome.IN_LINE, "SC-ALW-04")


def test_others_there_have_an_allowance_whose_hours_are_not_known() -> None:
    post = {**RESIDENTIAL, "role": "class-teacher"}
    found = place("residential", post=post, on="2026-09-01")
    assert (found.outcome, found.wording) == (
        Outcome.CANNOT_TELL,
        "place-allowance.hours-not-known",
    )
    right = place("residential", allowance("residential", 12432), post=post, on="2026-09-01")
    assert right.outcome is Outcome.IN_LINE


@pytest.mark.parametrize("amount", [1000, 12431, 12433, 20000])
def test_sc_alw_05_less_or_more_than_the_set_rate_may_be_what_the_hours_come_to(
    amount: int,
) -> None:
    post = {**RESIDENTIAL, "role": "class-teacher"}
    pay = paid("main-grade", 54453, allowance("residential", amount), point="5")
    assessment = answer({**post, "promoted_post": "no"}, pay)
    found = of_place(assessment, "residential")
    assert (found.outcome, found.gap, found.missing) == (Outcome.CANNOT_TELL, None, ())
    assert found.wording == "place-allowance.paid-hours-not-known"
    assert assessment.verdict == "cannot-tell"


def test_sc_alw_04_the_set_rate_of_a_head_turns_on_no_hours() -> None:
    post = {**RESIDENTIAL, "role": "headteacher"}
    found = place("residential", allowance("residential", 1000), post=post, on="2026-09-01")
    assert (found.outcome, found.gap) == (Outcome.BELOW, Decimal(25988))


def test_less_than_any_rate_of_a_role_not_known_is_not_told() -> None:
    post = {**RESIDENTIAL, "role": "not-known", "promoted_post": "no"}
    less = place("residential", allowance("residential", 1000), post=post, on="2026-09-01")
    assert (less.outcome, less.gap, less.missing) == (Outcome.CANNOT_TELL, None, ("role",))
    more = place("residential", allowance("residential", 30000), post=post, on="2026-09-01")
    assert more.outcome is Outcome.ABOVE


def test_a_role_that_is_not_known_is_asked_for() -> None:
    post = {**RESIDENTIAL, "role": "not-known", "promoted_post": "no"}
    unpaid = place("residential", post=post, on="2026-09-01")
    assert (unpaid.outcome, unpaid.missing) == (Outcome.CANNOT_TELL, ("role",))
    between = place("residential", allowance("residential", 15000), post=post, on="2026-09-01")
    assert (between.outcome, between.missing) == (Outcome.CANNOT_TELL, ("role",))


@pytest.mark.parametrize("school_type", ["special", "hospital-school", "not-known"])
def test_a_special_school_may_be_residential(school_type: str) -> None:
    found = place("residential", post=RESIDENTIAL, on="2026-09-01", school_type=school_type)
    assert found.outcome is Outcome.DUE_BUT_MISSING


def test_a_mainstream_school_is_no_residential_special_school() -> None:
    found = place("residential", post=RESIDENTIAL, on="2026-09-01", school_type="mainstream")
    assert found.outcome is Outcome.NOT_DUE


def test_a_school_said_to_be_no_special_school_is_no_residential_one() -> None:
    facts = {"school_type": "not-known", "in_special_school": "no"}
    assert place("residential", post=RESIDENTIAL, on="2026-09-01", **facts).outcome == "not-due"


def test_two_payments_of_one_kind_are_each_judged() -> None:
    pay = paid(
        "main-grade",
        None,
        allowance("distant-islands", 2397),
        allowance("distant-islands", 100),
        point="5",
    )
    assessment = answer(TEACHER, pay, IN_2022, distant_island="yes")
    outcomes = [
        found.outcome
        for found in assessment.findings
        if found.wording.startswith("place-allowance")
        and found.details["kind"] == "distant-islands"
    ]
    assert outcomes == [Outcome.IN_LINE, Outcome.BELOW]
