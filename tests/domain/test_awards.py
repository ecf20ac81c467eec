from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.domain.awards import ROUNDINGS, StepKind, award_for, raised, steps
from payapp.domain.figures import Figure, Nature, Provenance
from payapp.domain.rules import Award


def award(
    on: date,
    percent: str | None,
    *,
    item: str = "",
    point: str = "",
    area: str = "",
    flat: int = 0,
    rounding: str = "up",
    base: date | None = None,
    exception: str = "",
) -> Award:
    rate = None if percent is None else Decimal(percent)
    return Award(on, area, item, point, rate, Decimal(flat), rounding, base, exception)


def figure(on: date, amount: int, item: str = "main-grade") -> Figure:
    return Figure(
        "scotland",
        "all",
        on,
        None,
        item,
        "1",
        Decimal(amount),
        Nature.AGREED,
        Provenance.PRINTED,
        ("SC07",),
        3,
    )


AUGUST_2024, AUGUST_2025, APRIL_2026 = date(2024, 8, 1), date(2025, 8, 1), date(2026, 4, 1)


def test_the_award_that_names_most_of_a_series_covers_it() -> None:
    on = date(2026, 9, 1)
    general, of_item = award(on, "3.5"), award(on, "4", item="unqualified")
    of_point = award(on, "5", item="unqualified", point="1", area="rest-of-england")
    awards = [of_point, general, of_item]
    assert award_for(awards, "rest-of-england", "unqualified", "1") is of_point
    assert award_for(awards, "inner-london", "unqualified", "1") is of_item
    assert award_for(awards, "inner-london", "tlr2", "min") is general


def test_no_award_covers_a_series_that_none_names() -> None:
    assert award_for([award(date(2026, 9, 1), "1", item="tlr1")], "all", "tlr2", "min") is None


def test_a_flat_sum_is_added_before_rounding() -> None:
    northern = award(date(2023, 9, 1), "4.1", flat=1000)
    assert raised(northern, Decimal(43581)) == Decimal(46368)


def test_an_exception_is_no_arithmetic() -> None:
    with pytest.raises(ValueError, match="a round target"):
        raised(award(date(2022, 9, 1), None, exception="a round target"), Decimal(1))


def test_an_award_may_be_on_the_figure_of_an_earlier_date() -> None:
    series = [figure(AUGUST_2024, 40305), figure(AUGUST_2025, 41916), figure(APRIL_2026, 42018)]
    awards = {
        AUGUST_2025: [award(AUGUST_2025, "4", rounding="nearest-3")],
        APRIL_2026: [award(APRIL_2026, "4.25", rounding="nearest-3", base=AUGUST_2024)],
    }
    kinds = [step.kind for step in steps(series, awards)]
    assert kinds == [StepKind.FIRST, StepKind.REPRODUCED, StepKind.REPRODUCED]


def test_a_base_date_before_the_series_leaves_the_running_amount() -> None:
    series = [figure(AUGUST_2025, 1000), figure(APRIL_2026, 1100)]
    awards = {APRIL_2026: [award(APRIL_2026, "10", base=date(2000, 1, 1))]}
    assert steps(series, awards)[1].computed == Decimal(1100)


def test_awards_between_two_figures_held_are_applied_in_turn() -> None:
    series = [figure(date(2010, 9, 1), 21588), figure(date(2014, 9, 1), 22023)]
    awards = {
        date(2013, 9, 1): [award(date(2013, 9, 1), "1", rounding="nearest")],
        date(2014, 9, 1): [award(date(2014, 9, 1), "1", rounding="nearest")],
    }
    assert steps(series, awards)[1].computed == Decimal(22022)
    assert steps(series, awards)[1].kind is StepKind.DIFFERENT


def test_a_figure_with_no_award_on_its_date_is_told_apart() -> None:
    series = [figure(AUGUST_2024, 100), figure(APRIL_2026, 104)]
    awards = {
        AUGUST_2025: [award(AUGUST_2025, "4")],
        APRIL_2026: [award(APRIL_2026, "1", item="other")],
    }
    step = steps(series, awards)[1]
    assert (step.kind, step.before, step.computed) == (StepKind.NO_AWARD, series[0], None)


def test_an_exception_carries_its_reason() -> None:
    series = [figure(AUGUST_2024, 100), figure(AUGUST_2025, 999)]
    awards = {AUGUST_2025: [award(AUGUST_2025, None, exception="set as a target")]}
    step = steps(series, awards)[1]
    assert (step.kind, step.reason) == (StepKind.EXCEPTION, "set as a target")


def test_an_empty_series_has_no_steps() -> None:
    assert steps([], {}) == ()


@given(
    st.integers(min_value=1, max_value=200_000).map(Decimal),
    st.decimals(min_value=0, max_value=20, places=2),
    st.sampled_from(sorted(ROUNDINGS)),
)
def test_a_raised_amount_lies_within_the_rounding_of_the_exact_one(
    amount: Decimal, percent: Decimal, rounding: str
) -> None:
    exact = amount * (100 + percent) / 100
    after = raised(award(AUGUST_2025, str(percent), rounding=rounding), amount)
    assert abs(after - exact) <= Decimal("1.51")
