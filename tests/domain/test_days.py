from datetime import date

import pytest

from payapp.domain.days import months_after, years_after


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2023, 8, 1), 3, date(2026, 8, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 3, date(2027, 3, 1)),
    ],
)
def test_years_later_it_is_the_same_day_or_the_first_of_march(
    day: date, years: int, later: date
) -> None:
    assert years_after(day, years) == later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 8, 1), 12, date(2026, 8, 1)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 11, 30), 0, date(2025, 11, 30)),
    ],
)
def test_months_later_it_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert months_after(day, months) == later
