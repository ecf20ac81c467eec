"""The arithmetic of pay awards: which award covers a figure, and what it makes of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from payapp.domain.figures import Figure
from payapp.domain.money import (
    Money,
    to_the_nearest_pound,
    to_the_nearest_three_pounds,
    to_the_penny,
    up_to_the_pound,
)
from payapp.domain.rules import Award

HUNDRED = Decimal(100)

ROUNDINGS: Mapping[str, Callable[[Money], Money]] = {
    "up": up_to_the_pound,
    "nearest": to_the_nearest_pound,
    "nearest-3": to_the_nearest_three_pounds,
    "penny": to_the_penny,
}


class StepKind(StrEnum):
    """How a figure stands to the one before it in its series."""

    FIRST = "first"
    REPRODUCED = "reproduced"
    EXCEPTION = "exception"
    NO_AWARD = "no-award"
    DIFFERENT = "different"


class Step(NamedTuple):
    """A figure, the one before it, and what the awards between them come to.

    `computed` is None where there was nothing to compute; `reason` is that of an exception.
    """

    kind: StepKind
    figure: Figure
    before: Figure | None = None
    computed: Money | None = None
    reason: str = ""


def award_for(awards: Sequence[Award], area: str, item: str, point: str) -> Award | None:
    """Return the award of one date that covers a series; the row that names most of it wins."""
    covering = [
        award
        for award in awards
        if award.area in ("", area) and award.item in ("", item) and award.point in ("", point)
    ]
    return max(covering, key=_narrowness, default=None)


def _narrowness(award: Award) -> tuple[bool, bool, bool]:
    return award.item != "", award.point != "", award.area != ""


def raised(award: Award, amount: Money) -> Money:
    """Return an amount raised by an award and rounded as it says; ValueError for an exception."""
    if award.percent is None:
        raise ValueError(f"the award of {award.valid_from} is an exception: {award.exception}")
    exact = amount * (HUNDRED + award.percent) / HUNDRED + award.flat
    return ROUNDINGS[award.rounding](exact)


def steps(series: Sequence[Figure], awards: Mapping[date, Sequence[Award]]) -> tuple[Step, ...]:
    """Return each figure of one series, oldest first, with what the awards make of it.

    Where dates between two figures are not held, every award since the earlier one is applied in
    turn, each to the rounded result of the last.
    """
    if not series:
        return ()
    later = (_step(series, index, awards) for index in range(1, len(series)))
    return (Step(StepKind.FIRST, series[0]), *later)


def _step(series: Sequence[Figure], index: int, awards: Mapping[date, Sequence[Award]]) -> Step:
    before, figure = series[index - 1], series[index]
    amount, covered = before.amount, False
    for on in sorted(awards):
        if not before.valid_from < on <= figure.valid_from:
            continue
        award = award_for(awards[on], figure.area, figure.item, figure.point)
        if award is None:
            continue
        if award.percent is None:
            return Step(StepKind.EXCEPTION, figure, before, None, award.exception)
        covered = covered or on == figure.valid_from
        amount = raised(award, _base(series, award, amount))
    if not covered:
        return Step(StepKind.NO_AWARD, figure, before)
    kind = StepKind.REPRODUCED if amount == figure.amount else StepKind.DIFFERENT
    return Step(kind, figure, before, amount)


def _base(series: Sequence[Figure], award: Award, amount: Money) -> Money:
    """Return what the percentage is on: the running amount, or the figure of the base date."""
    if award.base_date is None:
        return amount
    held = [figure.amount for figure in series if figure.valid_from <= award.base_date]
    return held[-1] if held else amount
