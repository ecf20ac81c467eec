"""The time limits for a claim about pay, and rates for a day: information with its rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from payapp.check import cite_as_answered
from payapp.domain.cases import Case, Nation
from payapp.domain.days import months_after, years_after
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money
from payapp.domain.rules import Citation, Limit

# Rules that say how far back a claim looks, and those that say by when it is begun.
LOOK_BACK: Final = ("CLM-01", "CLM-02", "SC-ENF-05")
BEGIN_WITHIN: Final = ("CLM-03", "NI-ROUTE-02")
DAY_RATES: Final = ("SC-PAY-04a", "SC-PAY-04b")


class TimeLimit(NamedTuple):
    """One time limit, as information: how far checked stands in its citation, and it is no advice.

    `back_to` is the first day that a claim begun on the last day of the period looks back to, and
    `inside` and `outside` the last days of the months that were short; a month counts by its last
    day, when pay is commonly due. `begin_by` is the last day to begin a claim on the last month of
    the period that is or may be short; `begin_is_sure` says that an amount is short in that month
    for certain. `certain` is what is short for certain in the months inside.
    """

    citation: Citation
    number: Decimal | None
    back_to: date | None
    begin_by: date | None
    begin_is_sure: bool
    inside: tuple[date, ...]
    outside: tuple[date, ...]
    certain: Money


class ShortMonth(NamedTuple):
    """The last day of a month, what was short in it for certain and at most, and what is untold.

    `short_untold` is a month in which pay is short by an amount that cannot be told, and
    `undecided` one in which a fact or a figure is wanting that would tell.
    """

    last: date
    certain: Money
    at_most: Money = ZERO
    short_untold: bool = False
    undecided: bool = False

    @property
    def is_short(self) -> bool:
        """Say whether pay is short, by whatever amount."""
        return self.certain > ZERO or self.short_untold

    @property
    def is_in_question(self) -> bool:
        """Say whether pay is short, or an amount may be."""
        return self.is_short or self.at_most > ZERO


class DayRate(NamedTuple):
    """A nation's own rate for one day of a broken period: a part of the year's pay."""

    citation: Citation
    days: Decimal | None


def time_limits(
    case: Case, library: Library, last: date, months: Sequence[ShortMonth]
) -> tuple[TimeLimit, ...]:
    """Return every time limit of the nation that was in force on the last day of a period."""
    short = [month for month in months if month.is_short]
    in_question = any(month.is_in_question for month in months)
    asked = (month for month in months if month.is_in_question or month.undecided)
    open_to_a_claim = list(asked) if in_question else []
    found = []
    for rule in _in_force((*LOOK_BACK, *BEGIN_WITHIN), case, library, last):
        number = _number(case.nation, library, rule)
        back_to = years_after(last, -int(number)) if number and rule in LOOK_BACK else None
        within = number if rule in BEGIN_WITHIN else None
        begin_by = _begin_by(open_to_a_claim, within)
        (citation,) = cite_as_answered((rule,), replace(case, on=last), library)
        inside = [month for month in short if back_to is None or month.last >= back_to]
        found.append(
            TimeLimit(
                citation,
                number,
                back_to,
                begin_by,
                begin_by is not None and open_to_a_claim[-1].certain > ZERO,
                tuple(month.last for month in inside),
                tuple(month.last for month in short if month not in inside),
                sum((month.certain for month in inside), ZERO),
            )
        )
    return tuple(found)


def _in_force(rules: Sequence[str], case: Case, library: Library, on: date) -> Iterator[str]:
    for rule in rules:
        if case.nation in library.rules[rule].nations and library.rules.in_force(rule, on):
            yield rule


def _begin_by(short: Sequence[ShortMonth], months: Decimal | None) -> date | None:
    if not short or months is None:
        return None
    return months_after(short[-1].last, int(months)) - timedelta(days=1)


def _number(nation: Nation, library: Library, rule: str) -> Decimal | None:
    limits = (limit for (of, _), limit in library.limits.items() if of == nation)
    return _of_rule(rule, limits)


def _of_rule(rule: str, limits: Iterator[Limit]) -> Decimal | None:
    return next((limit.number for limit in limits if limit.rule == rule), None)


def day_rates(case: Case, library: Library, days: Sequence[date]) -> tuple[DayRate, ...]:
    """Return the nation's own rates for a day that apply to any of some days."""
    rules = dict.fromkeys(rule for day in days for rule in _in_force(DAY_RATES, case, library, day))
    last = replace(case, on=max(days, default=case.on))
    return tuple(
        DayRate(citation, _number(case.nation, library, citation.rule))
        for citation in cite_as_answered(rules, last, library)
    )
