from datetime import date

import pytest

from payapp.domain.cases import Nation, PayArea
from payapp.spot_check.salaries import Salaries
from tests.worked import library

SALARIES = Salaries(library())
AUTUMN = date(2025, 10, 1)


def test_salaries_are_no_allowances() -> None:
    assert "main-pay-range" in SALARIES.items(Nation.ENGLAND)
    assert "tlr2" not in SALARIES.items(Nation.ENGLAND)
    assert "teaching-allowance" not in SALARIES.items(Nation.NORTHERN_IRELAND)


@pytest.mark.parametrize(
    ("nation", "least"), [(Nation.ENGLAND, 16136), (Nation.NORTHERN_IRELAND, 13734)]
)
def test_the_least_salary_is_of_a_year_and_not_of_an_hour(nation: Nation, least: int) -> None:
    assert SALARIES.least(nation) == least
    assert SALARIES.least(nation) == least, "also when asked again"


def test_a_range_is_that_which_has_the_point_on_the_day() -> None:
    ranges = SALARIES.ranges(Nation.ENGLAND, AUTUMN, PayArea.INNER_LONDON, "U3")
    assert ranges == ("upper-pay-range",)
    assert SALARIES.ranges(Nation.ENGLAND, AUTUMN, PayArea.INNER_LONDON, "U3") is ranges


def test_a_point_that_several_ranges_have_tells_none() -> None:
    assert len(SALARIES.ranges(Nation.ENGLAND, AUTUMN, None, "min")) > 1


def test_a_point_between_those_that_are_held_belongs_to_their_range() -> None:
    assert SALARIES.ranges(Nation.NORTHERN_IRELAND, AUTUMN, None, "L8") == ("leadership",)
    assert SALARIES.ranges(Nation.NORTHERN_IRELAND, AUTUMN, None, "L44") == ()


def test_points_like_one_are_named_in_order() -> None:
    assert SALARIES.points_like(Nation.ENGLAND, "M7") == ("M1", "M2", "M3", "M4", "M5", "M6")
    assert SALARIES.points_like(Nation.ENGLAND, "Z9") == ()
    assert SALARIES.points_like(Nation.ENGLAND, "min") == ("min",)


@pytest.mark.parametrize(
    ("item", "number", "point"),
    [
        ("main-pay-range", "6", "M6"),
        ("upper-pay-range", "3", "U3"),
        ("leadership", "10", "L10"),
        ("upper-pay-range", "7", None),
        ("unqualified", "2", None),
        ("main-pay-range", "M6", None),
        ("no-such-range", "6", None),
    ],
)
def test_a_number_is_that_of_a_point_where_the_range_has_one_with_a_letter(
    item: str, number: str, point: str | None
) -> None:
    assert SALARIES.point_of(Nation.ENGLAND, item, number) == point


def test_the_points_of_a_range_are_those_of_the_day_in_order_without_its_limits() -> None:
    held = SALARIES.points_held(Nation.ENGLAND, AUTUMN, None, "main-pay-range")
    assert held == ("M1", "M2", "M3", "M4", "M5", "M6")
    assert SALARIES.points(Nation.ENGLAND, "main-pay-range")[:3] == ("min", "max", "M1")
    assert SALARIES.points_held(Nation.SCOTLAND, AUTUMN, None, "main-grade")[0] == "0"
    assert SALARIES.points_held(Nation.ENGLAND, AUTUMN, None, "") == ()
