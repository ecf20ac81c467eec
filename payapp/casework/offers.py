"""Offers side by side: pay a year as received, what is gained and lost, and pay for each hour."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from payapp.casework.pay_received import Received, pay_received
from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.findings import About, Finding
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money, pro_rata, to_the_penny
from payapp.domain.pay import AllowanceKind
from payapp.domain.rules import Rule
from payapp.domain.tests_over_facts import NOT_MET, walk
from payapp.nations.question import WHOLE

FEWEST, MOST = 2, 4
# Without limits on working time: leadership and leading practitioners; save an ALNCo until a date.
WITHOUT_LIMITS: Final = "LDR-07"
LIMITS_STILL_APPLY: Final = "W-04"
AT_NO_DETRIMENT: Final = ("POS-02", "LDR-08")
NOT_BY_APPLICATION: Final = "SAF-03"
RANGES_WITHOUT_LIMITS: Final = ("leadership", "leading-practitioner", "headteacher-group")
DAYS_IN_A_WEEK: Final = 5
HOURS_IN_A_WEEK: Final = 7 * 24
YEAR, DAYS, WEEK = "directed_hours", "directed_days", "week_hours"


class WorkingTime(NamedTuple):
    """The most hours and days a year that may be directed, full-time, and the rule; None: no limit.

    `counted` are the hours for which pay is counted: those stated, else the limit after FTE, else
    None. `is_stated` says which.
    """

    hours: Decimal | None
    days: Decimal | None
    rule: str
    counted: Decimal | None
    is_stated: bool


class Offer(NamedTuple):
    """One column: a case, its answer, and what it pays a year as received.

    `total` is salary and allowances, or the least that they come to where `is_told` is false.
    """

    case: Case
    assessment: Assessment
    received: Received
    total: Money
    is_told: bool
    time: WorkingTime
    an_hour: Money | None


class HowSure(StrEnum):
    """What the pounds of a difference are, where a part of a sum cannot be told."""

    TOLD = "told"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    NOT_TOLD = "not-told"


class Difference(NamedTuple):
    """A later column against the first: pounds a year, and what begins, ends or is lost.

    Where a part of the later sum cannot be told the pounds are the least that the difference may
    be, where a part of the first the most, and where a part of both they tell nothing.
    """

    pounds: Money
    how_sure: HowSure
    begins: tuple[AllowanceKind, ...]
    ends: tuple[AllowanceKind, ...]
    loses_limits: bool
    gains_limits: bool

    @property
    def is_told(self) -> bool:
        """Say whether both sums are told, so that the pounds are the difference."""
        return self.how_sure is HowSure.TOLD


class Comparison(NamedTuple):
    """Two to four cases side by side; one difference for each after the first."""

    offers: tuple[Offer, ...]
    differences: tuple[Difference, ...]
    positions: tuple[Rule, ...]
    no_safeguarding: Rule | None


def compare(cases: Sequence[Case], library: Library) -> Comparison:
    """Return cases side by side, each against the first.

    Raises ValueError for fewer than two or more than four, and CaseRefused as `check` does.
    """
    if not FEWEST <= len(cases) <= MOST:
        raise ValueError(f"{len(cases)} cases; give {FEWEST} to {MOST}")
    offers = tuple(offer(case, library) for case in cases)
    differences = tuple(_difference(offers[0], other) for other in offers[1:])
    lost = any(difference.loses_limits for difference in differences)
    positions = _rules(AT_NO_DETRIMENT, offers[0].case, library) if lost else ()
    moved = _rules((NOT_BY_APPLICATION,), offers[0].case, library)
    return Comparison(offers, differences, positions, moved[0] if moved else None)


def _rules(ids: tuple[str, ...], case: Case, library: Library) -> tuple[Rule, ...]:
    book = library.rules
    return tuple(
        book[id_] for id_ in book.of_nation(ids, case.nation) if book.in_force(id_, case.on)
    )


def offer(case: Case, library: Library) -> Offer:
    """Return one case as a column. Raises CaseRefused as `check` does."""
    assessment = check(case, library)
    received = pay_received(assessment, library)
    time = working_time(assessment, library)
    told = received.total
    total = _least(received, assessment) if told is None else told
    an_hour = to_the_penny(total / time.counted) if time.counted else None
    return Offer(assessment.case, assessment, received, total, told is not None, time, an_hour)


def _least(received: Received, assessment: Assessment) -> Money:
    """Salary and allowances as far as told, and otherwise the least that they may come to."""
    salary = received.salary
    if salary is None:
        salary = next(map(_least_salary, _about(assessment, About.BASE_PAY)), ZERO)
    return sum((paid.least for paid in received.allowances), salary)


def _about(assessment: Assessment, about: About) -> list[Finding]:
    return [finding for finding in assessment.findings if finding.about is about]


def _least_salary(finding: Finding) -> Money:
    """The least that base pay makes due, as received; nothing where no figure or FTE is known."""
    return finding.amount_low or ZERO


def working_time(assessment: Assessment, library: Library) -> WorkingTime:
    """Return the limits on the working time of a post, and the hours to count."""
    case = assessment.case
    limits, stated = _limits(case, library), hours_stated(case, library)
    if _is_without_limits(assessment):
        held = library.rules.of_nation((WITHOUT_LIMITS,), case.nation)
        return WorkingTime(None, None, "".join(held), stated, stated is not None)
    most = pro_rata(limits.hours or ZERO, case.post.fte or WHOLE)
    counted = most if stated is None else stated
    return limits._replace(counted=counted, is_stated=stated is not None)


def hours_stated(case: Case, library: Library) -> Decimal | None:
    """Return the hours a year that a case states; where limits are by the week, perhaps of one."""
    stated = case.post.directed_hours
    by_the_week = (case.nation, WEEK) in library.limits
    if stated is None or not by_the_week or stated > HOURS_IN_A_WEEK:
        return stated
    return stated * weeks_a_year(case, library)


def _limits(case: Case, library: Library) -> WorkingTime:
    """Return the most hours and days a year, full-time: fixed by the year, or by the week."""
    days = _days(case, library)
    by_the_year = library.limits.get((case.nation, YEAR))
    if by_the_year is not None:
        return WorkingTime(by_the_year.number, days, by_the_year.rule, None, is_stated=False)
    week = library.limit(case.nation, WEEK)
    hours = (week.number or ZERO) * weeks_a_year(case, library)
    return WorkingTime(hours, days, week.rule, None, is_stated=False)


def weeks_a_year(case: Case, library: Library) -> Decimal:
    """Return the working weeks of a year, five days each."""
    return _days(case, library) / DAYS_IN_A_WEEK


def _days(case: Case, library: Library) -> Decimal:
    days = library.limits.get((case.nation, DAYS)) or library.limit(case.nation, "working_days")
    return days.number or ZERO


def _is_without_limits(assessment: Assessment) -> bool:
    """Say whether the pay is on a range whose holders have no limit on their working time."""
    pay_range = assessment.case.pay.range or ""
    tests = (test for found in _about(assessment, About.LEADERSHIP) for test in walk(found.because))
    later = any(test.rule == LIMITS_STILL_APPLY and test.result is NOT_MET for test in tests)
    return pay_range.startswith(RANGES_WITHOUT_LIMITS) and not later


_HOW_SURE: Final = {
    (True, True): HowSure.TOLD,
    (True, False): HowSure.AT_LEAST,
    (False, True): HowSure.AT_MOST,
    (False, False): HowSure.NOT_TOLD,
}


def _difference(first: Offer, other: Offer) -> Difference:
    before, after = (_kinds(offer) for offer in (first, other))
    return Difference(
        other.total - first.total,
        _HOW_SURE[first.is_told, other.is_told],
        tuple(kind for kind in after if kind not in before),
        tuple(kind for kind in before if kind not in after),
        first.time.hours is not None and other.time.hours is None,
        first.time.hours is None and other.time.hours is not None,
    )


def _kinds(offer: Offer) -> tuple[AllowanceKind, ...]:
    return tuple(dict.fromkeys(paid.allowance.kind for paid in offer.received.allowances))
