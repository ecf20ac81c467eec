from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.domain import money

AMOUNTS = st.decimals(min_value=0, max_value=200_000, places=4)
WHOLE_POUNDS = st.integers(min_value=0, max_value=200_000).map(Decimal)
PROPORTIONS = st.decimals(min_value="0.0001", max_value=1, places=4)


@pytest.mark.parametrize(
    ("amount", "penny"), [("1.005", "1.01"), ("1.004", "1.00"), ("2", "2.00"), ("0.125", "0.13")]
)
def test_half_a_penny_goes_up(amount: str, penny: str) -> None:
    assert str(money.to_the_penny(Decimal(amount))) == penny


@pytest.mark.parametrize(
    ("before", "percent", "after"),
    [
        ("675", "4", "702"),
        ("32916", "3.5", "34069"),
        ("29664", "5.5", "31296"),
        ("48919", "4", "50876"),
    ],
)
def test_awards_of_england_and_northern_ireland_round_up(
    before: str, percent: str, after: str
) -> None:
    exact = Decimal(before) * (100 + Decimal(percent)) / 100
    assert money.up_to_the_pound(exact) == Decimal(after)


@pytest.mark.parametrize(("amount", "pound"), [("22023.49", "22023"), ("22023.5", "22024")])
def test_the_nearest_pound_goes_up_at_the_half(amount: str, pound: str) -> None:
    assert money.to_the_nearest_pound(Decimal(amount)) == Decimal(pound)


@pytest.mark.parametrize(
    ("amount", "multiple"),
    [("33594", "33594"), ("33595.4", "33594"), ("33595.5", "33597"), ("40303.4", "40302")],
)
def test_scottish_rates_go_to_the_nearest_three_pounds(amount: str, multiple: str) -> None:
    assert money.to_the_nearest_three_pounds(Decimal(amount)) == Decimal(multiple)


def test_pro_rata_pay_is_to_the_penny() -> None:
    assert money.pro_rata(Decimal(3651), Decimal("0.6")) == Decimal("2190.60")
    assert money.pro_rata(Decimal(52835), Decimal("0.3333")) == Decimal("17609.91")


def test_a_month_is_a_twelfth_to_the_penny() -> None:
    assert money.a_month(Decimal(2885)) == Decimal("240.42")


def test_full_time_equivalent_undoes_pro_rata() -> None:
    assert money.full_time_equivalent(Decimal("2190.60"), Decimal("0.6")) == Decimal("3651.00")


def test_no_full_time_equivalent_of_a_proportion_of_nought() -> None:
    with pytest.raises(ZeroDivisionError):
        money.full_time_equivalent(Decimal(1), Decimal(0))


@pytest.mark.parametrize(
    ("paid", "received", "short"),
    [
        ("2999.99", False, True),
        ("3000", False, False),
        ("2999.01", True, False),
        ("2999.00", True, True),
    ],
)
def test_lost_pence_are_no_shortfall_in_received_pay(
    paid: str, received: bool, short: bool
) -> None:
    assert money.short_of(Decimal(paid), Decimal(3000), received=received) is short


@pytest.mark.parametrize(
    ("paid", "received", "over"),
    [
        ("3000.01", False, True),
        ("3000", False, False),
        ("3000.99", True, False),
        ("3001.00", True, True),
    ],
)
def test_lost_pence_are_no_excess_in_received_pay(paid: str, received: bool, over: bool) -> None:
    assert money.over(Decimal(paid), Decimal(3000), received=received) is over


def test_a_stated_proportion_is_preferred_to_a_quotient_of_rounded_pounds() -> None:
    stated = (None, Decimal(1), Decimal("0.8333"))
    assert money.as_a_proportion(Decimal("2939.05"), Decimal(3527), stated) == Decimal("0.8333")
    assert money.as_a_proportion(Decimal(500), Decimal(2000), stated) == Decimal("0.25")


@given(AMOUNTS)
def test_rounding_up_never_takes_away_and_adds_less_than_a_pound(amount: Decimal) -> None:
    assert 0 <= money.up_to_the_pound(amount) - amount < 1


@given(AMOUNTS)
def test_the_nearest_pound_is_at_most_half_a_pound_away(amount: Decimal) -> None:
    assert abs(money.to_the_nearest_pound(amount) - amount) <= Decimal("0.5")


@given(AMOUNTS)
def test_the_nearest_three_pounds_divide_by_three_and_lie_near(amount: Decimal) -> None:
    rounded = money.to_the_nearest_three_pounds(amount)
    assert rounded % 3 == 0
    assert abs(rounded - amount) <= Decimal("1.51")


@given(WHOLE_POUNDS)
def test_every_rounding_leaves_what_is_exact(amount: Decimal) -> None:
    assert money.up_to_the_pound(amount) == amount
    assert money.to_the_nearest_pound(amount) == amount
    assert money.to_the_nearest_three_pounds(amount * 3) == amount * 3


@given(WHOLE_POUNDS, PROPORTIONS)
def test_pro_rata_is_never_more_than_the_whole(amount: Decimal, proportion: Decimal) -> None:
    assert money.pro_rata(amount, proportion) <= amount


@given(WHOLE_POUNDS, PROPORTIONS, PROPORTIONS)
def test_a_greater_proportion_never_pays_less(amount: Decimal, one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    assert money.pro_rata(amount, low) <= money.pro_rata(amount, high)


@given(AMOUNTS, AMOUNTS, st.booleans())
def test_nobody_is_both_short_and_over(paid: Decimal, due: Decimal, received: bool) -> None:
    short = money.short_of(paid, due, received=received)
    assert not (short and money.over(paid, due, received=received))
