"""What to ask the employer: on what is paid and does not fit, then on what is not known."""

from collections.abc import Iterator

from payapp.domain.assessment import Assessment
from payapp.domain.findings import Finding, Outcome
from payapp.domain.money import ZERO
from payapp.report.assessment_in_words import in_order
from payapp.report.in_words import Report
from payapp.report.wording import Wording

WITHOUT_A_RULE = (Outcome.NOT_PERMITTED, Outcome.ABOVE)
_ASKS_FOR_AMOUNTS = frozenset({"short", "none-paid"})
_ASKS_SINCE_WHEN = _ASKS_FOR_AMOUNTS | {"none-paid-amount-open"}


def questions_to_employer(
    assessment: Assessment, report: Report, wording: Wording
) -> tuple[str, ...]:
    """Return the questions to put to the employer, the most serious finding first."""
    found = in_order(assessment.findings)
    about_pay = tuple(_about_pay(found, report, wording))
    return (*about_pay, *(asked.question for asked in report.missing))


def _about_pay(findings: tuple[Finding, ...], report: Report, wording: Wording) -> Iterator[str]:
    short = False
    for finding, told in zip(findings, report.findings, strict=True):
        key = _key(finding)
        if key is not None:
            short = short or key in _ASKS_SINCE_WHEN
            certain = (finding.paid or ZERO) + (finding.confirmed_gap or ZERO)
            amounts = {"paid": finding.paid, "due": finding.amount_low, "certain": certain}
            said = {"title": told.title, "headline": told.headline, **amounts}
            yield wording.say(f"ask_employer.{key}{_and_pending(finding, key)}", **said)
    if short:
        yield wording.say("ask_employer.since-when")


def _and_pending(finding: Finding, key: str) -> str:
    """Name the question that tells what hangs on an award apart from what is certain."""
    both = key in _ASKS_FOR_AMOUNTS and finding.confirmed_gap and finding.unconfirmed_gap
    return "-and-pending" if both else ""


def _waits_for_an_award(finding: Finding) -> bool:
    """Say whether all that is short hangs on an award that is not confirmed."""
    pending = finding.outcome is Outcome.AWARD_PENDING
    return pending or bool(finding.gap and not finding.confirmed_gap)


def _key(finding: Finding) -> str | None:
    """Return which question a finding leads to, if any."""
    if finding.outcome is not Outcome.DUE_BUT_MISSING and _waits_for_an_award(finding):
        return "award"
    if finding.outcome in WITHOUT_A_RULE:
        return "by-which-rule"
    if finding.outcome is Outcome.DUE_BUT_MISSING and not (finding.paid and finding.gap):
        amount_tells = finding.amount_low is not None and not finding.paid
        return "none-paid" if amount_tells else "none-paid-amount-open"
    return "short" if finding.gap and finding.paid is not None else None
