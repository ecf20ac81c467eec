from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from payapp.casework.segments import change_days, segments
from payapp.casework.shortfall import shortfall
from payapp.check import check
from payapp.domain.cases import Nation
from tests.many_cases import many_cases
from tests.worked import CLASS_TEACHER, allowance, case, library, paid

FIRST, LAST = date(2025, 3, 10), date(2026, 12, 20)


@pytest.mark.parametrize("nation", Nation)
def test_segments_cover_a_period_without_a_gap(nation: Nation) -> None:
    asked = next(many_cases(nation, 1))
    found = segments(asked, library(), FIRST, LAST)
    assert (found[0].first, found[-1].last) == (FIRST, LAST)
    for earlier, later in pairwise(found):
        assert later.first - earlier.last == timedelta(days=1)


@pytest.mark.parametrize("nation", Nation)
def test_nothing_changes_inside_a_segment(nation: Nation) -> None:
    """The first and the last day of a segment, and one between, come to the same."""
    for asked in many_cases(nation, 10):
        for first, last, assessment in segments(asked, library(), FIRST, LAST):
            expected = shortfall(assessment, library())
            for day in (first + (last - first) // 2, last):
                again = check(replace(asked, on=day), library())
                assert shortfall(again, library()) == expected, day


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-09-01", "a pay date, and the end of a rule"),
        ("2027-09-01", "the day after the last day of a figure"),
        ("2025-02-03", "a version of the case"),
        ("2025-04-05", "the first day of an allowance"),
        ("2025-06-08", "the day after the last day of an allowance"),
        ("2024-05-06", "the day of a cut in pay"),
        ("2027-05-06", "the third anniversary of a cut in pay"),
        ("2025-07-08", "the day from which the post of a co-ordinator is held"),
    ],
)
def test_each_kind_of_change_begins_a_segment(day: str, why: str) -> None:
    paid_for_a_while = allowance("tlr3", 1000, from_="2025-04-05", until="2025-06-07")
    asked = case(
        {**CLASS_TEACHER, "reduction_date": "2024-05-06", "coordinator_since": "2025-07-08"},
        paid("main-pay-range", 45352, paid_for_a_while),
        changes=[{"from": "2025-02-03", "post": {"fte": 0.5}}],
    )
    assert date.fromisoformat(day) in set(change_days(asked, library())), why


def test_a_day_of_a_rule_in_wales_begins_a_segment() -> None:
    asked = case(CLASS_TEACHER, nation="wales")
    assert date(2026, 3, 8) in set(change_days(asked, library()))
