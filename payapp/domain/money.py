"""Pounds and pence: pro rata amounts and the rounding rules of pay awards."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

Money = Decimal

PENNY = Decimal("0.01")
POUND = Decimal(1)
ZERO = Decimal(0)
MONTHS_IN_A_YEAR = Decimal(12)


def to_the_penny(amount: Money) -> Money:
    """Round pounds to the nearest penny, half a penny up."""
    return amount.quantize(PENNY, ROUND_HALF_UP)


def pro_rata(amount: Money, proportion: Decimal) -> Money:
    """Pounds a year received, to the penny, for a full-time amount and a proportion (0 to 1)."""
    return to_the_penny(amount * proportion)


def as_a_proportion(part: Money, whole: Money, candidates: tuple[Decimal | None, ...]) -> Decimal:
    """Return the proportion that makes `part` of `whole`, to the penny.

    One of the candidates if any does; else the quotient.
    """
    stated = (each for each in candidates if each is not None)
    return next((each for each in stated if pro_rata(whole, each) == part), part / whole)


def full_time_equivalent(received: Money, proportion: Decimal) -> Money:
    """Pounds a year full-time equivalent, to the penny, of an amount received.

    Raises ZeroDivisionError for a proportion of nought, which no case file may hold.
    """
    return to_the_penny(received / proportion)


def a_month(amount: Money) -> Money:
    """A twelfth of pounds a year, to the penny."""
    return to_the_penny(amount / MONTHS_IN_A_YEAR)


def up_to_the_pound(amount: Money) -> Money:
    """Round up to the next whole pound; an exact pound stays (England, Wales, Northern Ireland)."""
    return amount.to_integral_value(ROUND_CEILING)


def to_the_nearest_pound(amount: Money) -> Money:
    """Round to the nearest whole pound, half a pound up (Northern Ireland, 2013 and 2014)."""
    return amount.to_integral_value(ROUND_HALF_UP)


def to_the_nearest_three_pounds(amount: Money) -> Money:
    """Round to the nearest multiple of three pounds, ties up (Scotland, SNCT Handbook 2.1.1.1)."""
    return to_the_nearest_pound(amount / 3) * 3


def short_of(paid: Money, due: Money, *, received: bool) -> bool:
    """Say whether `paid` is less than `due`.

    A received amount may have lost its pence in a payroll system, so less than one pound a year
    counts as rounding there; a full-time equivalent is compared to the penny.
    """
    return paid <= due - POUND if received else paid < due


def over(paid: Money, most: Money, *, received: bool) -> bool:
    """Say whether `paid` is more than `most`, with the same allowance for lost pence."""
    return paid >= most + POUND if received else paid > most
