"""What to ask the employer: on what is paid and does not fit, then on what is not known."""

from collections.abc import Iterator

from payapp.domain.assessment import Assessment
from payapp.domain.findings import Finding, Outcome
from payapp.report.assessment_in_words import in_order
from payapp.report.in_words import Report
from payapp.report.wording import Wording

WITHOUT_A_RULE = (Outcome.NOT_PERMITTED, Outcome.ABOVE)


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
            short = short or key in {"short", "none-paid"}
            amounts = {"paid": finding.paid, "due": finding.amount_low}
            said = {"title": told.title, "headline": told.headline, **amounts}
            yield wording.say(f"ask_employer.{key}", **said)
    if short:
        yield wording.say("ask_employer.since-when")


def _key(finding: Finding) -> str | None:
    """Return which question a finding leads to, if any."""
    if finding.outcome is Outcome.AWARD_PENDING:
        return "award"
    if finding.outcome in WITHOUT_A_RULE:
        return "by-which-rule"
    if finding.outcome is Outcome.DUE_BUT_MISSING:
        return "none-paid" if finding.amount_low is not None else "none-paid-amount-open"
    return "short" if finding.gap and finding.paid is not None else None
