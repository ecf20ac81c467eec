"""The gap of a finding is the least due less what is paid, where that is short."""

from decimal import Decimal

import pytest

from payapp.domain.findings import SERIOUSNESS, About, Finding, Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_MET, Test


def finding(low: str | None, paid: str | None) -> Finding:
    return Finding(
        About.TLR,
        Outcome.BELOW,
        Force.MUST,
        Test("TLR-13", MET),
        "tlr.below",
        amount_low=None if low is None else Decimal(low),
        paid=None if paid is None else Decimal(paid),
    )


def test_the_gap_is_what_is_due_at_least_less_what_is_paid() -> None:
    assert finding("3651.00", "2200").gap == Decimal("1451.00")


@pytest.mark.parametrize(("low", "paid"), [("3651", "3651"), ("3651", "4000")])
def test_there_is_no_gap_where_enough_is_paid(low: str, paid: str) -> None:
    assert finding(low, paid).gap is None


@pytest.mark.parametrize(("low", "paid"), [(None, "1"), ("1", None), (None, None)])
def test_a_gap_that_cannot_be_told_is_none(low: str | None, paid: str | None) -> None:
    assert finding(low, paid).gap is None


def test_pence_lost_by_rounding_in_pay_that_is_in_line_are_no_gap() -> None:
    rounded = finding("10091.57", "10091.56")
    assert rounded.gap == Decimal("0.01")
    assert rounded._replace(outcome=Outcome.IN_LINE).gap is None


@pytest.mark.parametrize(
    ("outcome", "confirmed", "gap"),
    [
        (Outcome.BELOW, None, "260"),
        (Outcome.BELOW, "3527", "136"),
        (Outcome.DUE_BUT_MISSING, "3300", "0"),
        (Outcome.AWARD_PENDING, None, "0"),
        (Outcome.BELOW_ADVISORY, None, "0"),
    ],
)
def test_of_a_gap_only_what_confirmed_figures_make_is_confirmed(
    outcome: Outcome, confirmed: str | None, gap: str
) -> None:
    low = None if confirmed is None else Decimal(confirmed)
    short = finding("3651", "3391")._replace(outcome=outcome, confirmed_low=low)
    assert short.confirmed_gap == Decimal(gap)
    assert short.unconfirmed_gap == Decimal(260) - Decimal(gap)


def test_without_a_gap_nothing_of_it_is_confirmed() -> None:
    assert finding("3651", "3651").confirmed_gap is None
    assert finding("3651", "3651").unconfirmed_gap is None
    assert finding(None, "3651").confirmed_gap is None


ABOUT = """
    instrument base-pay sen-allowance tlr tlr3 teaching-allowance leadership alnco-leadership
    promoted-post combination part-time safeguarding senco-qualification paperwork uplift
    other-allowance
"""
OUTCOMES = """
    below due-but-missing not-permitted above below-advisory award-pending short-of-guidance
    may-be-considered cannot-tell in-line not-due does-not-apply
"""


def test_what_a_finding_is_about_has_the_codes_that_scripts_read() -> None:
    assert {each.value for each in About} == set(ABOUT.split())


def test_outcomes_have_the_codes_that_scripts_read_the_most_serious_first() -> None:
    assert [each.value for each in Outcome] == OUTCOMES.split()
    assert sorted(Outcome, key=SERIOUSNESS.__getitem__) == list(Outcome)


def test_a_finding_says_nothing_that_it_was_not_told() -> None:
    plain = finding(None, None)
    assert (plain.citations, plain.figures, plain.missing, plain.next_steps) == ((), (), (), ())
    assert dict(plain.details) == {}
    assert plain.questions_pay is NOT_MET
    assert not plain.unchecked
