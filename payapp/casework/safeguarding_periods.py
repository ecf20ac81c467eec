"""Safeguarding and conservation: what of a payment that was cut goes on, until when, what ends it.

Part 5 of the School Teachers' Pay and Conditions Documents; SNCT Handbook Part 2 Section 1.
"""

from datetime import date, timedelta
from typing import Final, NamedTuple

from payapp.check import check
from payapp.domain.cases import Case
from payapp.domain.findings import About, Finding
from payapp.domain.library import Library
from payapp.domain.money import Money
from payapp.domain.pay import AllowanceKind
from payapp.domain.rules import Rule

ENDED_BY: Final = ("SAF-03", "SC-CON-02", "SC-CON-03")
AND_THEN: Final = ("SAF-04", "SAF-05", "SAF-07", "SC-ACT-03", "SC-JS-15", "NI-REORG-01")
WITHOUT: Final = "SAF-06"
WITHOUT_SAFEGUARDING: Final = frozenset({AllowanceKind.TLR3})


class Period(NamedTuple):
    """A payment that was cut: pounds a year due and paid, its first and last day, and the rules.

    `last` is None where no date of the cut, or no term, is known. `ended_by` are the rules on what
    ends it early, and `also` what else holds meanwhile.
    """

    finding: Finding
    first: date | None
    last: date | None
    due: Money | None
    paid: Money | None
    ended_by: tuple[Rule, ...]
    also: tuple[Rule, ...]


class Periods(NamedTuple):
    """Every payment that goes on after a cut, and those that end without safeguarding."""

    periods: tuple[Period, ...]
    without: tuple[AllowanceKind, ...]
    rule_without: Rule | None


def safeguarding_periods(case: Case, library: Library) -> Periods:
    """Return what of a cut payment goes on. Raises CaseRefused as `check` does."""
    today = case.at(case.on)
    findings = check(today, library).findings
    ended_by, also = _rules(ENDED_BY, today, library), _rules(AND_THEN, today, library)
    periods = tuple(
        Period(
            finding,
            today.post.reduction_date,
            _last_day(finding),
            finding.amount_low,
            finding.paid,
            ended_by,
            also,
        )
        for finding in findings
        if finding.about is About.SAFEGUARDING
    )
    paid = (allowance.kind for allowance in today.pay.allowances)
    without = tuple(kind for kind in paid if kind in WITHOUT_SAFEGUARDING)
    rule = _rules((WITHOUT,), today, library) if without else ()
    return Periods(periods, without if rule else (), rule[0] if rule else None)


def _last_day(finding: Finding) -> date | None:
    ends = finding.details.get("ends")
    return ends - timedelta(days=1) if isinstance(ends, date) else None


def _rules(ids: tuple[str, ...], case: Case, library: Library) -> tuple[Rule, ...]:
    book = library.rules
    held = book.of_nation(ids, case.nation)
    return tuple(book[rule] for rule in held if book.in_force(rule, case.on))
