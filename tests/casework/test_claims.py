from datetime import date
from decimal import Decimal

from payapp.casework.claims import time_limits
from tests.worked import CLASS_TEACHER, case, library

MONTHS = [
    (date(2018, 10, 31), Decimal(100)),
    (date(2024, 9, 30), Decimal(50)),
    (date(2024, 10, 31), Decimal(0)),
    (date(2026, 8, 31), Decimal(20)),
]
LAST = date(2026, 9, 10)


def limits(nation: str, months: list[tuple[date, Decimal]]) -> dict[str, tuple[object, ...]]:
    found = time_limits(case(CLASS_TEACHER, nation=nation), library(), LAST, months)
    return {limit.citation.rule: (limit.back_to, limit.begin_by, limit.certain) for limit in found}


def test_england_looks_back_two_years_in_a_tribunal_and_six_in_a_court() -> None:
    assert limits("england", MONTHS) == {
        "CLM-01": (date(2024, 9, 10), None, 70),
        "CLM-02": (date(2020, 9, 10), None, 70),
        "CLM-03": (None, date(2026, 11, 29), 170),
    }


def test_scotland_looks_back_five_years_in_a_court() -> None:
    found = limits("scotland", MONTHS)
    assert set(found) == {"CLM-01", "CLM-03", "SC-ENF-05"}
    assert found["SC-ENF-05"] == (date(2021, 9, 10), None, 70)


def test_northern_ireland_has_three_months_and_no_look_back_that_was_read() -> None:
    assert limits("northern-ireland", MONTHS) == {"NI-ROUTE-02": (None, date(2026, 11, 29), 170)}


def test_a_month_counts_by_its_last_day() -> None:
    on_the_day = [(date(2024, 9, 10), Decimal(5)), (date(2024, 9, 9), Decimal(7))]
    found = time_limits(case(CLASS_TEACHER), library(), LAST, on_the_day)
    assert (found[0].inside, found[0].outside) == ((date(2024, 9, 10),), (date(2024, 9, 9),))


def test_without_a_short_month_no_day_is_named() -> None:
    assert limits("wales", [(date(2026, 8, 31), Decimal(0))])["CLM-03"] == (None, None, 0)


def test_each_limit_says_how_far_it_was_checked() -> None:
    found = time_limits(case(CLASS_TEACHER, nation="scotland"), library(), LAST, MONTHS)
    assert {limit.citation.rule: limit.citation.checked for limit in found} == {
        "CLM-01": 1,
        "CLM-03": 1,
        "SC-ENF-05": 2,
    }


def test_a_rule_that_was_not_yet_in_force_is_not_shown() -> None:
    found = time_limits(case(CLASS_TEACHER), library(), date(2015, 6, 30), MONTHS)
    assert [limit.citation.rule for limit in found] == ["CLM-02", "CLM-03"]
