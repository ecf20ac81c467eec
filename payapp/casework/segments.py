"""A period cut into segments in which nothing changes, each with the one check that answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import Final, NamedTuple

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.days import years_after
from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.pay import Pay
from payapp.domain.posts import Post
from payapp.domain.rules import AllowanceTerms, Rule

ONE_DAY: Final = timedelta(days=1)
SAFEGUARDING_YEARS: Final = "safeguarding_years"


class Segment(NamedTuple):
    """Days, both inclusive, on all of which the answer to a case is the same."""

    first: date
    last: date
    assessment: Assessment


def segments(case: Case, library: Library, first: date, last: date) -> tuple[Segment, ...]:
    """Return the segments of a period, both days inclusive, in order.

    Raises ValueError where the last day is before the first, and CaseRefused as `check` does.
    """
    if last < first:
        raise ValueError(f"the period ends on {last}, before it begins on {first}")
    changes = sorted({day for day in change_days(case, library) if first < day <= last})
    starts = (first, *changes)
    ends = (*(day - ONE_DAY for day in changes), last)
    return tuple(
        Segment(start, end, check(replace(case, on=start), library))
        for start, end in zip(starts, ends, strict=True)
    )


def change_days(case: Case, library: Library) -> Iterator[date]:
    """Yield each day from which the answer may differ: figures, rules, terms, limits, the case."""
    pay_dates = library.book(case.nation).pay_dates
    yield from pay_dates
    yield years_after(pay_dates[-1], 1)  # from then on an award is missing, and is said to be
    yield from _of_rules_and_terms(case, library)
    versions = ((case.post, case.pay), *((change.post, change.pay) for change in case.changes))
    yield from (change.from_ for change in case.changes)
    for post, pay in versions:
        yield from _of_payments(pay)
        yield from _of_a_reduction(post, case, library)
        if post.coordinator_since is not None:
            yield post.coordinator_since


def _of_rules_and_terms(case: Case, library: Library) -> Iterator[date]:
    """Yield the first day of each figure's, rule's and allowance's time, and that after its end."""
    nation = case.nation
    dated: Iterable[Figure | Rule | AllowanceTerms] = chain(
        library.book(nation).every(),
        (rule for rule in library.rules.by_id.values() if nation in rule.nations),
        *library.terms(nation).values(),
    )
    for start, end in {(row.valid_from, row.valid_to) for row in dated}:
        yield from _start_and_day_after(start, end)
    days = (limit.day for (of, _), limit in library.limits.items() if of == nation)
    yield from (day for day in days if day is not None)


def _start_and_day_after(start: date | None, end: date | None) -> Iterator[date]:
    if start is not None:
        yield start
    if end is not None:
        yield end + ONE_DAY


def _of_payments(pay: Pay) -> Iterator[date]:
    for allowance in pay.allowances:
        yield from _start_and_day_after(allowance.from_, allowance.until)


def _of_a_reduction(post: Post, case: Case, library: Library) -> Iterator[date]:
    """Yield the day of a cut in pay, and the first day after it is made up for."""
    limit = library.limits.get((case.nation, SAFEGUARDING_YEARS))
    if post.reduction_date is not None:
        yield post.reduction_date
        if limit is not None and limit.number is not None:
            yield years_after(post.reduction_date, int(limit.number))
