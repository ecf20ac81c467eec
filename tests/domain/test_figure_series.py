"""Figures beside each other: the amounts are those of the reference figures."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.figure_series import (
    Pair,
    between_areas,
    between_dates,
    in_force_on,
    last_award_long_before,
    series_of,
)
from payapp.domain.figures import Figure, FigureBook
from payapp.files.schedules import open_library


@pytest.fixture(scope="module")
def england() -> FigureBook:
    return open_library().book("england")


@pytest.fixture(scope="module")
def scotland() -> FigureBook:
    return open_library().book("scotland")


@pytest.fixture(scope="module")
def northern_ireland() -> FigureBook:
    return open_library().book("northern-ireland")


def found(book: FigureBook, on: date, area: str, item: str, point: str) -> Figure:
    figure = book.find(on, area, item, point)
    assert isinstance(figure, Figure)
    return figure


def pair_of(pairs: tuple[Pair, ...], area: str, item: str, point: str) -> Pair:
    (pair,) = (
        each
        for each in pairs
        if (each.either.area, each.either.item, each.either.point) == (area, item, point)
    )
    return pair


def test_each_series_shows_its_latest_figure_up_to_the_day(scotland: FigureBook) -> None:
    held = {(each.item, each.point): each for each in in_force_on(scotland, date(2024, 1, 15))}
    top = held["main-grade", "5"]
    islands = held["distant-islands-allowance", "value"]
    assert (top.amount, top.valid_from) == (Decimal(48516), date(2024, 1, 1))
    assert (islands.amount, islands.valid_from) == (Decimal(2742), date(2023, 10, 1))


def test_a_figure_with_a_last_day_is_in_force_on_it_and_not_after(england: FigureBook) -> None:
    last = in_force_on(england, date(2028, 8, 31))
    after = in_force_on(england, date(2028, 9, 1))
    key = ("rest-of-england", "upper-pay-range", "U3")
    assert key in {(each.area, each.item, each.point) for each in last}
    assert key not in {(each.area, each.item, each.point) for each in after}


def test_figures_in_force_stand_as_in_the_latest_table(northern_ireland: FigureBook) -> None:
    """The oldest tables hold some points alone: those of 2024 do not stand in their order."""
    held = [(each.item, each.point) for each in in_force_on(northern_ireland, date(2024, 9, 1))]
    assert held[:9] == [
        *(("main-pay-scale", point) for point in ("M2", "M3", "M4", "M5", "M6")),
        *(("upper-pay-scale", point) for point in ("U1", "U2", "U3")),
        ("leadership", "L1"),
    ]
    pairs = between_dates(northern_ireland, date(2024, 9, 1), date(2025, 9, 1))
    assert [(pair.either.item, pair.either.point) for pair in pairs][:9] == held[:9]


def test_nothing_is_in_force_before_the_first_figure(england: FigureBook) -> None:
    assert in_force_on(england, date(2014, 8, 31)) == ()


def test_a_series_holds_its_figures_oldest_first(england: FigureBook) -> None:
    top = found(england, date(2026, 9, 1), "rest-of-england", "upper-pay-range", "U3")
    series = series_of(england, top)
    years = [(figure.valid_from.year, figure.amount) for figure in series]
    assert years[-4:] == [
        (2024, Decimal(49084)),
        (2025, Decimal(51048)),
        (2026, Decimal(52835)),
        (2027, Decimal(54421)),
    ]
    assert {figure.point for figure in series} == {"U3"}


def test_two_dates_differ_by_pounds_and_by_per_cent(england: FigureBook) -> None:
    pairs = between_dates(england, date(2025, 9, 1), date(2026, 9, 1))
    pair = pair_of(pairs, "rest-of-england", "upper-pay-range", "U3")
    assert pair.difference == Decimal(52835 - 51048)
    assert pair.percent == Decimal("3.5")


def test_a_fall_is_a_negative_difference(england: FigureBook) -> None:
    pairs = between_dates(england, date(2026, 9, 1), date(2025, 9, 1))
    pair = pair_of(pairs, "rest-of-england", "upper-pay-range", "U3")
    assert pair.difference == Decimal(-1787)
    assert pair.percent == Decimal("-3.4")


def test_a_figure_without_a_partner_stands_alone(england: FigureBook) -> None:
    pairs = between_dates(england, date(2014, 8, 31), date(2014, 9, 1))
    assert pairs
    assert all(pair.one is None and pair.difference is None for pair in pairs)
    assert all(pair.percent is None for pair in pairs)
    assert pairs[0].either == pairs[0].other


def test_two_areas_are_laid_beside_each_other_by_item_and_point(england: FigureBook) -> None:
    pairs = between_areas(england, date(2025, 10, 1), "rest-of-england", "inner-london")
    pair = pair_of(pairs, "rest-of-england", "tlr2", "min")
    assert (pair.one, pair.difference) == (
        found(england, date(2025, 10, 1), "rest-of-england", "tlr2", "min"),
        Decimal(0),
    )
    assert pair.percent == Decimal("0.0")
    assert all(each.one is None or each.one.area == "rest-of-england" for each in pairs)
    assert all(each.other is None or each.other.area == "inner-london" for each in pairs)


def test_a_pair_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        _ = Pair(None, None).either


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2026, 8, 1), None),
        (date(2027, 7, 31), None),
        (date(2027, 8, 1), date(2026, 8, 1)),
        (date(2035, 1, 1), date(2026, 8, 1)),
    ],
)
def test_a_year_after_the_last_figures_they_are_those_of_an_award_long_before(
    scotland: FigureBook, on: date, last: date | None
) -> None:
    assert last_award_long_before(scotland, on) == last
