"""The assessment: all findings about one case, and the one verdict that heads them."""

from enum import StrEnum
from typing import NamedTuple

from payapp.domain.cases import Case
from payapp.domain.findings import SERIOUSNESS, About, Finding, Outcome
from payapp.domain.money import ZERO, Money
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN


class Verdict(StrEnum):
    """The answer to: is this pay appropriate for this role?"""

    DOES_NOT_APPLY = "does-not-apply"
    NOT_APPROPRIATE = "not-appropriate"
    QUESTIONABLE = "questionable"
    CANNOT_TELL = "cannot-tell"
    APPROPRIATE = "appropriate"


class Direction(StrEnum):
    """Which way pay that is not appropriate departs from the rules."""

    UNDERPAID = "underpaid"
    OVERPAID = "overpaid"
    IRREGULAR = "irregular"


_BESIDE_THE_VERDICT = frozenset({About.SENCO_QUALIFICATION, About.PAPERWORK})
# In order of seriousness: the first of them that was found decides the direction.
_DIRECTION = {
    Outcome.BELOW: Direction.UNDERPAID,
    Outcome.DUE_BUT_MISSING: Direction.UNDERPAID,
    Outcome.NOT_PERMITTED: Direction.IRREGULAR,
    Outcome.ABOVE: Direction.OVERPAID,
}
# Pay that is due in place of other pay is more than it only where a gap is shown.
_IN_PLACE_OF_OTHER_PAY = frozenset({About.ALNCO_LEADERSHIP})
_CERTAINLY_SHORT = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING})
# What is short by the hours stands in the finding on the salary or the payment itself.
_TOLD_WITH_THE_PAYMENT = frozenset({About.PART_TIME})
HELD_BY_SAFEGUARDING = frozenset(
    {
        About.SEN_ALLOWANCE,
        About.TLR,
        About.TLR3,
        About.TEACHING_ALLOWANCE,
        About.PROMOTED_POST,
    }
)
_QUESTIONABLE = frozenset({Outcome.BELOW_ADVISORY, Outcome.AWARD_PENDING})
_NO_DOCUMENT = (About.INSTRUMENT, Outcome.DOES_NOT_APPLY)
_NO_FIGURE = (About.BASE_PAY, Outcome.DOES_NOT_APPLY)
_OUTSIDE_DOCUMENTS = frozenset({_NO_DOCUMENT, _NO_FIGURE})


class Assessment(NamedTuple):
    """A case and what was found; the view of every face, which computes nothing of its own.

    `undecided` holds the verdict back or stands beside a worse one; `unchecked` is paid without
    being checked against its tests, which no *must* asks for.
    """

    case: Case
    findings: tuple[Finding, ...]
    verdict: Verdict
    direction: Direction | None
    outcome: Outcome
    undecided: tuple[About, ...]
    unchecked: tuple[About, ...]
    data_version: str


def certain_gap(findings: tuple[Finding, ...]) -> Money:
    """Add up what is short in pounds a year, as received, by the rules and confirmed figures."""
    return sum((each.certain for each in counted_gaps(findings)), ZERO)


def pending_gap(findings: tuple[Finding, ...]) -> Money:
    """Add up what is short in pounds a year only by an award that is not confirmed."""
    return sum((each.pending for each in counted_gaps(findings)), ZERO)


class CountedGap(NamedTuple):
    """What of a finding is counted as short, in pounds a year as received.

    `certain` is so by confirmed figures, `pending` only by an award that is not confirmed.
    """

    certain: Money
    pending: Money


def counted_gaps(findings: tuple[Finding, ...]) -> tuple[CountedGap, ...]:
    """Return what of each finding is counted, so that no pound is counted twice.

    What is short in a payment may be a part of the sum that is to go on in its place (SAF-02).
    """
    told = (each for each in findings if each.about in HELD_BY_SAFEGUARDING)
    held = sum((each.gap or ZERO for each in told if _is_short(each, _CERTAINLY_SHORT)), ZERO)
    return tuple(_counted(finding, held) for finding in findings)


def _counted(finding: Finding, held: Money) -> CountedGap:
    certain, pending = finding.confirmed_gap or ZERO, finding.unconfirmed_gap or ZERO
    if finding.about is About.SAFEGUARDING:
        certain = max(certain - held, ZERO)
    return CountedGap(
        certain if _is_short(finding, _CERTAINLY_SHORT) else ZERO,
        pending if _is_short(finding, _CERTAINLY_SHORT | _QUESTIONABLE) else ZERO,
    )


def is_gap_untold(findings: tuple[Finding, ...]) -> bool:
    """Say whether pay that is short or missing cannot be told in pounds, or need be no gain."""
    short = (finding for finding in findings if finding.outcome in _CERTAINLY_SHORT)
    told_elsewhere = _TOLD_WITH_THE_PAYMENT
    return any(
        is_about_pay(finding) and finding.gap is None and finding.about not in told_elsewhere
        for finding in short
    )


def certainly_short(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that `certain_gap` adds up."""
    return tuple(finding for finding in findings if _is_short(finding, _CERTAINLY_SHORT))


def _is_short(finding: Finding, outcomes: frozenset[Outcome]) -> bool:
    return is_about_pay(finding) and finding.outcome in outcomes and finding.gap is not None


def is_about_pay(finding: Finding) -> bool:
    """Say whether a finding takes part in the verdict."""
    return finding.about not in _BESIDE_THE_VERDICT


def undecided_musts(findings: tuple[Finding, ...]) -> tuple[About, ...]:
    """Return what about pay stays undecided: a *must*, or whether the post co-ordinates."""
    return tuple(dict.fromkeys(each.about for each in findings if holds_the_verdict(each)))


def holds_the_verdict(finding: Finding) -> bool:
    """Say whether a finding about pay leaves a *must* undecided, or whether the post co-ordinates.

    Such a finding holds the verdict back, or stands beside a worse one.
    """
    if not is_about_pay(finding):
        return False
    undecided = finding.outcome is Outcome.CANNOT_TELL and finding.force is Force.MUST
    return undecided or finding.questions_pay is NOT_KNOWN


def makes_the_verdict(finding: Finding, verdict: Verdict) -> bool:
    """Say whether a finding is one that a verdict follows from; none makes pay appropriate."""
    if not is_about_pay(finding):
        return False
    if verdict is Verdict.NOT_APPROPRIATE:
        return finding.outcome in _DIRECTION
    if verdict is Verdict.QUESTIONABLE:
        return finding.outcome in _QUESTIONABLE or finding.questions_pay is MET
    if verdict is Verdict.CANNOT_TELL:
        return holds_the_verdict(finding)
    return verdict is Verdict.DOES_NOT_APPLY and finding[:2] in _OUTSIDE_DOCUMENTS


def unchecked_payments(findings: tuple[Finding, ...]) -> tuple[About, ...]:
    """Return what is paid that *may* be paid, where the tests for it are not known."""
    return tuple(dict.fromkeys(finding.about for finding in findings if finding.unchecked))


def most_serious(findings: tuple[Finding, ...]) -> Finding:
    """Return the finding whose outcome is the most serious, the first of equals."""
    return min(findings, key=lambda finding: SERIOUSNESS[finding.outcome])


def assess(case: Case, findings: tuple[Finding, ...], data_version: str) -> Assessment:
    """Draw the one verdict and the overall outcome from the findings."""
    undecided = undecided_musts(findings)
    verdict, direction = _verdict(findings, undecided)
    outcome = most_serious(findings).outcome
    unchecked = unchecked_payments(findings)
    return Assessment(
        case, findings, verdict, direction, outcome, undecided, unchecked, data_version
    )


def _is_settled(finding: Finding) -> bool:
    """Say whether it is known which way the pay departs from what the finding says is due."""
    told = finding.gap is not None or finding.outcome is Outcome.ABOVE
    return finding.about not in _IN_PLACE_OF_OTHER_PAY or told


def _verdict(
    findings: tuple[Finding, ...], undecided: tuple[About, ...]
) -> tuple[Verdict, Direction | None]:
    pay = [finding for finding in findings if finding.about not in _BESIDE_THE_VERDICT]
    found = [finding[:2] for finding in pay]
    if _NO_DOCUMENT in found:
        return Verdict.DOES_NOT_APPLY, None
    outcomes = {finding.outcome for finding in pay}
    for outcome, direction in _DIRECTION.items():
        if outcome in outcomes:
            surely = any(finding.outcome is outcome and _is_settled(finding) for finding in pay)
            return Verdict.NOT_APPROPRIATE, direction if surely else Direction.IRREGULAR
    if outcomes & _QUESTIONABLE or MET in [finding.questions_pay for finding in pay]:
        return Verdict.QUESTIONABLE, None
    if undecided:
        return Verdict.CANNOT_TELL, None
    if _NO_FIGURE in found:
        return Verdict.DOES_NOT_APPLY, None
    return Verdict.APPROPRIATE, None
