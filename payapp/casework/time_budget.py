"""Time budget: directed time against what the duties of a post take, in hours a year."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from payapp.casework.offers import DAYS_IN_A_WEEK, WorkingTime, weeks_a_year, working_time
from payapp.casework.survey_beside import TIME_FOR_DUTIES, Asked, band_of, survey_beside
from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.library import Library, SurveyAnswer
from payapp.domain.money import ZERO
from payapp.domain.posts import Phase, SchoolType
from payapp.domain.rules import Limit
from payapp.domain.tests_over_facts import Fact
from payapp.nations.question import WHOLE


class Duty(StrEnum):
    """What directed time goes on."""

    TEACHING = "teaching"
    PPA = "ppa"
    SEN = "sen"
    MEETINGS = "meetings"
    REVIEWS = "reviews"
    ADMINISTRATION = "administration"


SEN_DUTIES: Final = frozenset({Duty.SEN, Duty.REVIEWS, Duty.ADMINISTRATION})
SPECIAL_SCHOOLS: Final = frozenset({SchoolType.SPECIAL, SchoolType.HOSPITAL_SCHOOL})


class Entry(NamedTuple):
    """One duty in hours a year, whether they were stated or follow from a rule, and its limit.

    `most` and `least` are what a rule allows or asks for, with the id of the rule.
    """

    duty: Duty
    hours: Decimal
    is_stated: bool
    least: Decimal | None = None
    most: Decimal | None = None
    rule: str = ""

    @property
    def is_beyond(self) -> bool:
        """Say whether a rule is not kept."""
        short = self.least is not None and self.hours < self.least
        return short or (self.most is not None and self.hours > self.most)


class Weeks(NamedTuple):
    """The weeks, of five days, over which teaching hours a week are counted.

    `rule` is the id of the rule that tells the days with pupils. It is empty where none that was
    read does: all working days of the year are counted then, which makes teaching the most it is.
    """

    number: Decimal
    rule: str


class TimeBudget(NamedTuple):
    """Directed time in hours a year, what the duties take of it, and what is left.

    `available` is None where no limit applies and no hours are stated; `left` is then None, too,
    and below nought where the duties take more. `sen_share` is the part of the time, from 0 to 1,
    that SEN duties, reviews and administration take, and None where no hours of them were given;
    `band` is the survey's answer it falls in. Where no time is told the share is that of the hours
    taken, which falls in no band.
    """

    case: Case
    time: WorkingTime
    available: Decimal | None
    entries: tuple[Entry, ...]
    taken: Decimal
    left: Decimal | None
    sen_share: Decimal | None
    survey: Asked | None
    band: SurveyAnswer | None
    weeks: Weeks

    @property
    def has_hours(self) -> bool:
        """Say whether any hours were given, or follow from a rule."""
        return bool(self.taken) or any(entry.is_stated for entry in self.entries)

    @property
    def counts_weeks(self) -> bool:
        """Say whether hours of teaching, or their limit, are counted by the week."""
        teaching = self.entries[0]
        return teaching.most is not None or bool(teaching.hours and not teaching.is_stated)


def time_budget(case: Case, library: Library, hours: Mapping[Duty, Decimal]) -> TimeBudget:
    """Return the directed time of a post against hours a year for each duty.

    Teaching that is not given is the case's teaching hours a week; time to prepare that is not
    given is the least that a rule asks for. Raises CaseRefused as `check` does.
    """
    assessment = check(case, library)
    today = assessment.case
    time = working_time(assessment, library)
    weeks = _weeks_with_pupils(today, library)
    entries = tuple(_entries(assessment, library, hours, weeks.number))
    taken = _sum(entries)
    available = time.counted
    sen = tuple(each for each in entries if each.duty in SEN_DUTIES)
    share = _share(_sum(sen), available or taken) if any(each.is_stated for each in sen) else None
    asked = (each for each in survey_beside(today, library) if each.id == TIME_FOR_DUTIES)
    survey = next(asked, None)
    band = None if share is None or survey is None else band_of(share, survey.answers)
    band = None if available is None else band
    left = None if available is None else available - taken
    return TimeBudget(today, time, available, entries, taken, left, share, survey, band, weeks)


def _sum(entries: Iterable[Entry]) -> Decimal:
    return sum((entry.hours for entry in entries), ZERO)


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return part / whole if whole else None


def _entries(
    assessment: Assessment, library: Library, hours: Mapping[Duty, Decimal], weeks: Decimal
) -> Iterator[Entry]:
    case = assessment.case
    teaching = _teaching(case, library, hours.get(Duty.TEACHING), weeks)
    yield teaching
    yield _preparation(case, library, hours.get(Duty.PPA), teaching.hours)
    yield from (
        Entry(duty, hours.get(duty, ZERO), duty in hours)
        for duty in Duty
        if duty not in {Duty.TEACHING, Duty.PPA}
    )


def _teaching(case: Case, library: Library, given: Decimal | None, weeks: Decimal) -> Entry:
    """Teaching against the nation's weekly limit, over the weeks with pupils, after FTE."""
    hours = (case.post.teaching_hours or ZERO) * weeks if given is None else given
    limit = _weekly_limit(case, library)
    if limit is None:
        return Entry(Duty.TEACHING, hours, given is not None)
    most = (limit.number or ZERO) * weeks * (case.post.fte or WHOLE)
    return Entry(Duty.TEACHING, hours, given is not None, most=most, rule=limit.rule)


def _weeks_with_pupils(case: Case, library: Library) -> Weeks:
    for name in ("teaching_days", "pupil_days"):
        limit = library.limits.get((case.nation, name))
        if limit is not None and limit.number is not None:
            return Weeks(limit.number / DAYS_IN_A_WEEK, limit.rule)
    return Weeks(weeks_a_year(case, library), "")


def _weekly_limit(case: Case, library: Library) -> Limit | None:
    """The most hours of teaching a week; where it goes by school, the greater if none is known."""
    name = "class_contact_hours"
    if case.post.induction_completed is Fact.NO:
        name = "class_contact_hours_on_induction"
    found = library.limits.get((case.nation, name))
    secondary = case.post.phase is Phase.SECONDARY and case.post.school_type not in SPECIAL_SCHOOLS
    by_school = "teaching_hours_post_primary" if secondary else "teaching_hours_primary_and_special"
    return found or library.limits.get((case.nation, by_school))


def _preparation(case: Case, library: Library, given: Decimal | None, teaching: Decimal) -> Entry:
    """Time to plan, prepare and assess against the least that a rule asks for."""
    of_directed = library.limits.get((case.nation, "ppa_hours"))
    of_contact = library.limits.get((case.nation, "contact_hours_for_one_of_preparation"))
    if of_directed is not None and of_directed.number is not None:
        least = of_directed.number * (case.post.fte or WHOLE)
        return _at_least(given, least, of_directed.rule)
    if of_contact is not None and of_contact.number:
        return _at_least(given, teaching / of_contact.number, of_contact.rule)
    return Entry(Duty.PPA, given or ZERO, given is not None)


def _at_least(given: Decimal | None, least: Decimal, rule: str) -> Entry:
    hours = least if given is None else given
    return Entry(Duty.PPA, hours, given is not None, least=least, rule=rule)
