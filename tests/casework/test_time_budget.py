from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.casework.time_budget import Duty, TimeBudget, Weeks, time_budget
from tests.worked import CLASS_TEACHER, SENCO, case, library, paid

U3 = paid("upper-pay-range", point="U3")
SCOT = {
    "employer": "council",
    "role": "asn-coordinator",
    "qualified_teacher": "yes",
    "fte": 1,
    "designated_coordinator": "yes",
}
NI = {"employer": "maintained", "role": "senco", "fte": 1, "designated_coordinator": "yes"}


def budget(
    post: Mapping[str, object],
    nation: str = "england",
    pay: Mapping[str, object] | None = None,
    **given: int,
) -> TimeBudget:
    hours = {Duty(name): Decimal(number) for name, number in given.items()}
    on_u3 = U3 if nation == "england" else {}
    return time_budget(case(post, pay or on_u3, nation=nation), library(), hours)


def entry(found: TimeBudget, duty: Duty) -> list[Decimal | int | None]:
    (one,) = [each for each in found.entries if each.duty is duty]
    return [one.hours, one.least, one.most]


def test_what_is_left_is_directed_time_less_every_duty() -> None:
    """1,265 less 700, 70, 250, 60, 40 and 100 is 45."""
    found = budget(
        SENCO, teaching=700, ppa=70, sen=250, meetings=60, reviews=40, administration=100
    )
    assert [found.available, found.taken, found.left] == [1265, 1220, 45]
    assert [each.duty for each in found.entries] == list(Duty)
    assert not any(each.is_beyond for each in found.entries)


def test_duties_may_take_more_than_there_is() -> None:
    assert budget({**SENCO, "fte": 0.5}, teaching=600, sen=100).left == Decimal("-67.50")


def test_hours_that_are_stated_take_the_place_of_the_limit() -> None:
    assert budget({**SENCO, "directed_hours": 1000}, sen=100).left == 900


def test_hours_are_told_apart_from_none_entered_and_from_none_at_all() -> None:
    assert not budget(SENCO).has_hours
    assert budget(SENCO, sen=0).has_hours
    assert budget({**SENCO, "teaching_hours": 20}).has_hours


def test_teaching_that_is_not_given_is_that_of_the_timetable() -> None:
    """20 hours a week over 39 weeks are 780."""
    found = budget({**SENCO, "teaching_hours": 20})
    assert entry(found, Duty.TEACHING) == [780, None, None]
    assert not found.entries[0].is_stated
    assert found.weeks == Weeks(Decimal(39), "")
    assert found.counts_weeks


@pytest.mark.parametrize(
    ("nation", "rule"), [("northern-ireland", "NI-TIME-01"), ("scotland", "SC-WT-05")]
)
def test_the_weeks_with_pupils_follow_from_a_rule_where_one_tells_their_days(
    nation: str, rule: str
) -> None:
    """190 days with pupils are 38 weeks of five days."""
    found = budget(NI if nation == "northern-ireland" else SCOT, nation)
    assert found.weeks == Weeks(Decimal(38), rule)
    assert found.counts_weeks


def test_hours_of_teaching_a_year_count_no_weeks_where_nothing_limits_a_week() -> None:
    assert not budget(SENCO, teaching=700).counts_weeks
    assert not budget(SENCO).counts_weeks


def test_the_share_of_sen_duties_falls_in_a_band_of_the_survey() -> None:
    """253 of 1,265 hours are 20%; 18% of primary SENCOs in England said 20 to 39%."""
    found = budget({**SENCO, "phase": "primary"}, sen=153, reviews=60, administration=40)
    assert found.sen_share == Decimal("0.2")
    assert found.survey is not None
    assert (found.survey.group, found.survey.year, found.survey.size) == (
        "Primary SENCOs in England",
        2018,
        1615,
    )
    assert found.band is not None
    assert (found.band.answer, found.band.percent) == ("20 to 39%", "18")


def test_hours_for_sen_duties_that_were_not_given_are_no_share_of_nought() -> None:
    found = budget({**SENCO, "phase": "primary"}, teaching=1000)
    assert (found.left, found.sen_share, found.band) == (Decimal(265), None, None)
    assert budget(SENCO, teaching=1000, sen=0).sen_share == 0


def test_nobody_but_a_coordinator_is_held_against_the_survey() -> None:
    found = budget(CLASS_TEACHER, sen=100)
    assert (found.survey, found.band) == (None, None)


def test_on_leadership_without_hours_nothing_is_left_or_short() -> None:
    found = budget(SENCO, pay=paid("leadership", point="L6"), sen=300, teaching=700)
    assert (found.available, found.left) == (None, None)
    assert (found.sen_share, found.band) == (Decimal("0.3"), None)
    assert found.survey is not None


def test_without_any_hours_there_is_no_share() -> None:
    found = budget(SENCO, pay=paid("leadership", point="L6"))
    assert (found.sen_share, found.band) == (None, None)


@pytest.mark.parametrize(
    ("setting", "most"),
    [
        ({"phase": "primary"}, Decimal(950)),
        ({"phase": "secondary"}, Decimal(893)),
        ({"phase": "secondary", "school_type": "special"}, Decimal(950)),
        ({}, Decimal(950)),
    ],
)
def test_northern_ireland_limits_teaching_by_school(
    setting: Mapping[str, object], most: Decimal
) -> None:
    """25 or 23.5 hours over 38 weeks."""
    found = budget({**NI, **setting}, "northern-ireland", teaching=900)
    assert entry(found, Duty.TEACHING) == [900, None, most]
    assert found.entries[0].is_beyond == (most < 900)


def test_northern_ireland_keeps_a_tenth_of_directed_time_for_preparation() -> None:
    """126.5 hours, at 0.6 75.9."""
    found = budget({**NI, "fte": 0.6}, "northern-ireland")
    assert entry(found, Duty.PPA) == [Decimal("75.90"), Decimal("75.90"), None]
    short = budget(NI, "northern-ireland", ppa=100)
    assert short.entries[1].is_beyond
    assert short.entries[1].rule == "NI-TIME-02"


@pytest.mark.parametrize(("inducted", "most"), [("yes", Decimal(855)), ("no", Decimal(703))])
def test_scotland_limits_class_contact_and_asks_for_a_third_to_prepare(
    inducted: str, most: Decimal
) -> None:
    """22.5 hours, or 18.5 on induction, over 38 weeks; 600 hours of contact ask for 200."""
    found = budget({**SCOT, "induction_completed": inducted}, "scotland", teaching=600)
    assert entry(found, Duty.TEACHING) == [600, None, most]
    assert entry(found, Duty.PPA) == [200, 200, None]
    assert found.available == 1365
