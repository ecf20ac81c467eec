from datetime import date
from decimal import Decimal

from payapp.casework.claims import ShortMonth, time_limits
from tests.worked import CLASS_TEACHER, case, library

MONTHS = [
    ShortMonth(date(2018, 10, 31), Decimal(100)),
    ShortMonth(date(2024, 9, 30), Decimal(50)),
    ShortMonth(date(2024, 10, 31), Decimal(0)),
    ShortMonth(date(2026, 8, 31), Decimal(20)),
]
LAST = date(2026, 9, 10)


def limits(nation: str, months: list[ShortMonth]) -> dict[str, tuple[object, ...]]:
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
    on_the_day = [
        ShortMonth(date(2024, 9, 10), Decimal(5)),
        ShortMonth(date(2024, 9, 9), Decimal(7)),
    ]
    found = time_limits(case(CLASS_TEACHER), library(), LAST, on_the_day)
    assert (found[0].inside, found[0].outside) == ((date(2024, 9, 10),), (date(2024, 9, 9),))


def test_without_a_short_month_no_day_is_named() -> None:
    assert limits("wales", [ShortMonth(date(2026, 8, 31), Decimal(0))])["CLM-03"] == (None, None, 0)


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


def test_a_later_month_that_may_be_short_keeps_the_time_open() -> None:
    """Three months less a day of 31 October 2026 end on 30 January 2027."""
    october = ShortMonth(date(2026, 10, 31), Decimal(0), undecided=True)
    found = time_limits(case(CLASS_TEACHER), library(), date(2026, 11, 10), [*MONTHS, october])
    begin = {limit.citation.rule: (limit.begin_by, limit.begin_is_sure) for limit in found}
    assert begin["CLM-03"] == (date(2027, 1, 30), False)
    assert date(2026, 10, 31) not in found[0].inside
    sure = time_limits(case(CLASS_TEACHER), library(), LAST, MONTHS)
    assert [limit.begin_is_sure for limit in sure] == [False, False, True]


def test_what_is_not_decided_names_no_day_unless_an_amount_may_be_short() -> None:
    undecided = ShortMonth(date(2026, 8, 31), Decimal(0), undecided=True)
    assert limits("england", [undecided])["CLM-03"] == (None, None, 0)
    at_most = ShortMonth(date(2026, 8, 31), Decimal(0), Decimal(40))
    assert limits("england", [at_most])["CLM-03"] == (None, date(2026, 11, 29), 0)


def test_a_month_that_is_short_by_an_untold_amount_counts_as_short() -> None:
    untold = ShortMonth(date(2026, 10, 31), Decimal(0), short_untold=True, undecided=True)
    found = time_limits(case(CLASS_TEACHER), library(), date(2026, 11, 10), [*MONTHS, untold])
    assert found[0].inside == (date(2026, 8, 31), date(2026, 10, 31))
    assert found[0].certain == 20
