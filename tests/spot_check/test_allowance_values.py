"""What an allowance comes to in a year, and what can only be the amount of a month."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.cases import Nation
from payapp.spot_check.allowance_values import AllowanceValues
from tests.worked import library

ON = date(2025, 10, 1)
ENGLAND = Nation.ENGLAND


@pytest.fixture(scope="module")
def values() -> AllowanceValues:
    return AllowanceValues(library())


@pytest.mark.parametrize(
    ("nation", "kind", "least", "most"),
    [
        (ENGLAND, "sen-allowance", 2787, 5497),
        (ENGLAND, "tlr2", 3527, 8611),
        (Nation.SCOTLAND, "remote-schools", None, None),
        (ENGLAND, "honorarium", None, None),
    ],
)
def test_the_least_and_the_most_of_an_allowance_are_those_of_the_day(
    values: AllowanceValues, nation: Nation, kind: str, least: int | None, most: int | None
) -> None:
    found = values.values(nation, ON, kind)
    if least is not None and most is not None:
        assert found == (Decimal(least), Decimal(most))
    elif nation is ENGLAND:
        assert found is None


def is_of_a_month(values: AllowanceValues, amount: str, part: str = "", kind: str = "tlr2") -> bool:
    share = Decimal(part) if part else None
    return values.is_of_a_month(ENGLAND, ON, kind, Decimal(amount), share)


@pytest.mark.parametrize("amount", ["293.92", "500", "717.58"])
def test_a_twelfth_of_what_is_paid_in_a_year_is_of_a_month(
    values: AllowanceValues, amount: str
) -> None:
    assert is_of_a_month(values, amount)
    assert is_of_a_month(values, amount, "1")


@pytest.mark.parametrize("amount", ["0", "250", "1000", "1763.50", "3000", "3527"])
def test_what_is_more_or_less_is_the_amount_of_a_year(values: AllowanceValues, amount: str) -> None:
    assert not is_of_a_month(values, amount)


def test_a_part_timer_may_receive_as_little_in_a_year(values: AllowanceValues) -> None:
    assert not is_of_a_month(values, "352.70", "0.1")
    assert is_of_a_month(values, "176.35", "0.6"), "a twelfth of 0.6 of £3,527"
    assert is_of_a_month(values, "293.92", "0.6"), "a twelfth of the whole, whatever the share"


def test_an_allowance_without_a_figure_is_of_no_month(values: AllowanceValues) -> None:
    assert not is_of_a_month(values, "100", kind="other")
