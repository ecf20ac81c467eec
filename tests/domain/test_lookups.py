"""Look-ups without a pay area, and amounts whose figure is sought, over the shipped figures."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.figures import Figure, NotHeld
from payapp.domain.library import Library
from payapp.domain.lookups import AreasDiffer, find_in_any_area, identify
from payapp.files.schedules import open_library


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def amount_of(found: object) -> Decimal:
    assert isinstance(found, Figure)
    return found.amount


def test_an_allowance_that_is_the_same_in_all_pay_areas_needs_no_area(library: Library) -> None:
    found = find_in_any_area(library.book("england"), date(2025, 9, 1), "tlr2", "min")
    assert amount_of(found) == Decimal(3527)


def test_a_salary_that_differs_between_pay_areas_is_not_guessed(library: Library) -> None:
    found = find_in_any_area(library.book("england"), date(2025, 9, 1), "main-pay-range", "M1")
    assert found == AreasDiffer(
        "england",
        "main-pay-range",
        "M1",
        ("rest-of-england", "london-fringe", "outer-london", "inner-london"),
    )


def test_a_point_held_for_one_pay_area_only_is_not_given_for_the_others(library: Library) -> None:
    found = find_in_any_area(library.book("england"), date(2025, 9, 1), "leadership", "L5")
    assert isinstance(found, AreasDiffer)
    assert found.areas == ("rest-of-england",)


def test_a_nation_without_pay_areas_needs_none(library: Library) -> None:
    found = find_in_any_area(library.book("wales"), date(2025, 9, 1), "main-pay-range", "M2")
    assert amount_of(found) == Decimal(33731)


def test_an_allowance_of_special_places_is_found_where_it_is_held(library: Library) -> None:
    book = library.book("scotland")
    found = find_in_any_area(book, date(2026, 4, 1), *SCOTTISH_RESIDENTIAL)
    assert amount_of(found) == Decimal(12042)


SCOTTISH_RESIDENTIAL = ("residential-extra-curricular-activities-allowance", "value")


@pytest.mark.parametrize(
    ("on", "item", "point", "lacking", "among_the_held"),
    [
        (date(2025, 9, 1), "main-grades", "1", "item", "remote-schools-allowance"),
        (date(2025, 9, 1), "main-grade", "9", "point", "5"),
        (date(2025, 9, 1), "remote-schools-allowance", "c", "point", "b"),
        (date(1999, 9, 1), "main-grade", "0", "date", "2003-08-01.."),
    ],
)
def test_what_is_not_held_is_answered_with_what_is(
    library: Library, on: date, item: str, point: str, lacking: str, among_the_held: str
) -> None:
    found = find_in_any_area(library.book("scotland"), on, item, point)
    assert isinstance(found, NotHeld)
    assert found.lacking == lacking
    assert any(held.startswith(among_the_held) for held in found.held)


def test_a_whole_figure_is_identified_newest_first(library: Library) -> None:
    found = identify(library.books(), Decimal(41333))
    assert {(match.figure.item, match.figure.point) for match in found.whole} == {
        ("main-pay-range", "max"),
        ("main-pay-range", "M6"),
    }
    assert {match.figure.valid_from for match in found.whole} == {date(2023, 9, 1)}
    assert found.nearest == ()
    of_years = [match.figure.valid_from for match in identify(library.books(), Decimal(571)).whole]
    assert of_years == sorted(of_years, reverse=True)


def test_half_of_a_figure_is_identified_as_a_half(library: Library) -> None:
    found = identify(library.books(), Decimal("20666.50"))
    assert found.whole == ()
    assert (Decimal("0.5"), "M6") in {
        (match.proportion, match.figure.point) for match in found.pro_rata
    }


def test_a_rate_for_an_hour_is_no_part_of_a_years_pay(library: Library) -> None:
    """A tenth of 14.78 is 1.48; the rate itself is still recognised."""
    found = identify(library.books(), Decimal(1))
    assert (found.whole, found.pro_rata) == ((), ())
    assert found.nearest[0].amount == Decimal("14.78")
    hourly = identify(library.books(), Decimal("14.78"))
    assert {match.figure.item for match in hourly.whole} == {"unqualified-hourly"}


def test_an_amount_that_is_no_figure_gets_the_nearest_ones(library: Library) -> None:
    found = identify(library.books(), Decimal(40001))
    assert (found.whole, found.pro_rata) == ((), ())
    assert [figure.amount for figure in found.nearest][:2] == [Decimal(39979), Decimal(40023)]
    assert len(found.nearest) == 5
