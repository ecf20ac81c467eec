"""What a check makes in pounds a year: short for certain, short at most, overpaid, or not told.

Certain is what a *must* makes due on known facts: the gap of the finding. What of it stands only
against a proposed figure is told beside it as unconfirmed; what fails against nothing but a
proposal is not certain, and neither is what is due from a day that nothing tells. What an employer
may pay and need not is no back pay, and not counted at all. A pound is counted once: findings on
part-time work and on payments held together say again what another finding counts, leadership pay
and safeguarding are net of the pay that they come in place of, and what cannot be held together is
not added up to a most.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final, NamedTuple

from payapp.check import check
from payapp.domain.assessment import HELD_BY_SAFEGUARDING, Assessment
from payapp.domain.cases import Case
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money
from payapp.domain.pay import AllowanceKind, Pay
from payapp.domain.posts import Post
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import Fact

COUNTED: Final = (
    About.BASE_PAY,
    About.SEN_ALLOWANCE,
    About.TLR,
    About.TLR3,
    About.TEACHING_ALLOWANCE,
    About.PROMOTED_POST,
    About.OTHER_ALLOWANCE,
    About.ALNCO_LEADERSHIP,
    About.SAFEGUARDING,
)
_CERTAIN: Final = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING})
_AT_MOST: Final = frozenset({Outcome.AWARD_PENDING, Outcome.BELOW_ADVISORY})
_SHORT: Final = _CERTAIN | _AT_MOST
# Pay in place of other pay that is due without an amount may come to no more.
_MAY_BE_NO_GAIN: Final = frozenset({About.ALNCO_LEADERSHIP})
_OVER: Final = frozenset({Outcome.ABOVE, Outcome.NOT_PERMITTED})
_ALLOWANCES: Final = (About.SEN_ALLOWANCE, About.TLR, About.TLR3)
# Of these one teacher holds one at a time.
_HELD_ONCE: Final = frozenset({About.SEN_ALLOWANCE, About.TLR, About.TEACHING_ALLOWANCE})
# What these two make due already holds what the others do.
_HOLDS: Final[Mapping[About, tuple[About, ...]]] = {
    About.ALNCO_LEADERSHIP: (About.BASE_PAY, *_ALLOWANCES),
    About.SAFEGUARDING: tuple(each for each in COUNTED if each in HELD_BY_SAFEGUARDING),
}


class Sum(NamedTuple):
    """Pounds a year as received about one subject.

    `at_most` holds what is certain, and `unconfirmed` is the part of that which stands only against
    a figure whose award is accepted but not confirmed.
    """

    certain: Money = ZERO
    at_most: Money = ZERO
    over: Money = ZERO
    unconfirmed: Money = ZERO

    def plus(self, other: "Sum") -> "Sum":
        """Return two sums together."""
        return Sum(*(one + two for one, two in zip(self, other, strict=True)))


class NotTold(NamedTuple):
    """A subject on which more, or less, may be due than any amount here says, and the facts.

    `kind` is the payment, where there are several on the subject. `undated` says that an amount is
    counted at most and not for certain, because nothing tells from which day on it is due.
    """

    about: About
    outcome: Outcome
    missing: tuple[str, ...]
    kind: AllowanceKind | None = None
    undated: bool = False

    @property
    def is_short(self) -> bool:
        """Say whether pay is short or missing by an amount that cannot be told."""
        return self.outcome in _CERTAIN and self.about not in _MAY_BE_NO_GAIN and not self.undated

    @property
    def is_of_the_salary(self) -> bool:
        """Say whether it is the salary itself of which nothing tells whether it is due."""
        undecided = self.outcome in {Outcome.CANNOT_TELL, Outcome.DOES_NOT_APPLY}
        return undecided and self.about is About.BASE_PAY

    @property
    def may_be_short(self) -> bool:
        """Say whether pay is short by what cannot be told, or may be."""
        return self.outcome is Outcome.CANNOT_TELL or self.outcome in _SHORT


class Shortfall(NamedTuple):
    """What one check makes in pounds a year, by subject, and what could not be told."""

    sums: Mapping[About, Sum]
    not_told: tuple[NotTold, ...]


def shortfall(assessment: Assessment, library: Library) -> Shortfall:
    """Return what an assessment makes in pounds a year."""
    sums: dict[About, Sum] = {}
    for finding in assessment.findings:
        if finding.about in COUNTED:
            _count(sums, finding.about, _sum(finding, assessment.case, library))
    for about, held in _HOLDS.items():
        if about in sums:
            _replace(sums, about, held)
    if About.BASE_PAY in sums and sums.get(About.PROMOTED_POST, Sum()).certain:
        # The salary of a post that is due more is not too high for another scale.
        sums[About.BASE_PAY] = sums[About.BASE_PAY]._replace(over=ZERO)
    counted = {about: sums[about] for about in COUNTED if any(sums.get(about, ()))}
    return Shortfall(counted, tuple(dict.fromkeys(_not_told(assessment.findings))))


def _count(sums: dict[About, Sum], about: About, found: Sum) -> None:
    """Add what a finding makes to its subject; of what is held once the greatest is the most."""
    before = sums.get(about, Sum())
    together = before.plus(found)
    if about in _HELD_ONCE:
        at_most = max(before.at_most, found.at_most, together.certain)
        together = together._replace(at_most=at_most)
    sums[about] = together


def _replace(sums: dict[About, Sum], about: About, others: Iterable[About]) -> None:
    """Make one subject net of those that it holds.

    Pay that surely ends makes no more of them, and is not too much beside what comes in its place.
    """
    held = {other: sums[other] for other in others if other in sums}
    if about is About.ALNCO_LEADERSHIP and sums[about].certain:
        held = {
            other: each._replace(at_most=each.certain, over=ZERO) for other, each in held.items()
        }
        sums.update(held)
    sums[about] = _net(about, sums[about], held.values())


def _net(about: About, own: Sum, others: Iterable[Sum]) -> Sum:
    """Take from what holds other pay the part that is counted with that.

    What leadership pay is compared with holds what is certain of the others already.
    """
    held = Sum()
    for other in others:
        held = held.plus(other)
    counted = ZERO if about is About.ALNCO_LEADERSHIP else held.certain
    certain = max(own.certain - counted, ZERO)
    at_most = max(own.at_most + held.certain - counted - held.at_most, certain)
    return Sum(certain, at_most, own.over, min(own.unconfirmed, certain))


def _sum(finding: Finding, case: Case, library: Library) -> Sum:
    """Return what one finding makes in pounds a year; nothing where that cannot be told."""
    outcome = finding.outcome
    if outcome is Outcome.CANNOT_TELL and finding.force is Force.MUST:
        return Sum(at_most=_most(finding) or _most_if_so(finding, case, library))
    if outcome in _OVER:
        return Sum(over=_over(finding))
    if outcome in _CERTAIN and _is_undated(finding):
        return Sum(at_most=_most(finding))
    if outcome in _CERTAIN:
        certain = finding.gap or ZERO
        unconfirmed = finding.unconfirmed_gap or ZERO
        return Sum(certain, max(_most(finding), certain), unconfirmed=unconfirmed)
    return Sum(at_most=_most(finding)) if outcome in _AT_MOST else Sum()


def _is_undated(finding: Finding) -> bool:
    """Say whether what is due is told for the day of the check, and not from which day on."""
    return bool(finding.details.get("undated"))


def _most(finding: Finding) -> Money:
    """The most that may be due a year less what is paid."""
    amounts = [each for each in (finding.amount_low, finding.amount_high) if each is not None]
    if finding.paid is None or not amounts:
        return ZERO
    return max(max(amounts) - finding.paid, ZERO)


def _over(finding: Finding) -> Money:
    """What is paid a year beyond the most that is due."""
    if finding.paid is None or finding.amount_high is None:
        return ZERO
    return max(finding.paid - finding.amount_high, ZERO)


def _most_if_so(finding: Finding, case: Case, library: Library) -> Money:
    """The most that an undecided *must* may be worth: if every open yes-or-no fact is a yes."""
    supposed = _supposing(case, finding.missing)
    if supposed is None:
        return ZERO
    findings = check(supposed, library).findings
    same = (each for each in findings if each.about is finding.about and each.outcome in _SHORT)
    return max(map(_most, same), default=ZERO)


def _supposing(case: Case, facts: Iterable[str]) -> Case | None:
    post, pay = (_open(record, facts) for record in (case.post, case.pay))
    if not post and not pay:
        return None
    return replace(case, post=replace(case.post, **post), pay=replace(case.pay, **pay))


def _open(record: Post | Pay, facts: Iterable[str]) -> dict[str, Any]:
    names = {field.name for field in fields(record)}
    held = (fact for fact in facts if fact in names)
    return {fact: Fact.YES for fact in held if getattr(record, fact) is Fact.NOT_KNOWN}


def _not_told(findings: Iterable[Finding]) -> Iterator[NotTold]:
    """Yield each subject whose amount cannot be told, instead of counting it as nothing."""
    for finding in findings:
        about, outcome = finding.about, finding.outcome
        if about is About.COMBINATION and outcome is Outcome.NOT_PERMITTED:
            yield NotTold(about, outcome, finding.missing)
        if about not in COUNTED:
            continue
        undated = outcome in _CERTAIN and _is_undated(finding)
        undecided = outcome is Outcome.CANNOT_TELL and finding.force is Force.MUST
        lacks_amount = finding.paid is None or finding.amount_high is finding.amount_low is None
        not_bound = about is About.BASE_PAY and outcome is Outcome.DOES_NOT_APPLY
        short_or_over = outcome in _SHORT | _OVER
        if undecided or not_bound or undated or (short_or_over and lacks_amount):
            yield NotTold(about, outcome, finding.missing, _kind(finding), undated)


def _kind(finding: Finding) -> AllowanceKind | None:
    kind = finding.details.get("kind")
    return kind if isinstance(kind, AllowanceKind) else None
