"""What a finding makes in pounds, a year and a month."""

from collections.abc import Iterator
from typing import Final

from payapp.domain.assessment import certain_gap, is_gap_untold, pending_gap
from payapp.domain.findings import Finding, Outcome
from payapp.report.finding_values import Scene, Values
from payapp.report.wording import Wording

_SHORT: Final = {
    Outcome.BELOW: "money.gap",
    Outcome.DUE_BUT_MISSING: "money.gap",
    Outcome.AWARD_PENDING: "money.gap-pending",
    Outcome.BELOW_ADVISORY: "money.gap-advisory",
    Outcome.ABOVE: "money.over",
}
_DUE: Final = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING, Outcome.AWARD_PENDING})


def money_of(finding: Finding, values: Values, wording: Wording) -> tuple[str, ...]:
    """Return the sentences on money of a finding; none where no amount can be told."""
    keys = (key for key in _keys(finding))
    sentences = (wording.first_known((str(wording.text(key)),), values) for key in keys)
    return tuple(sentence for sentence in sentences if sentence)


def _keys(finding: Finding) -> Iterator[str]:
    low, high, paid = finding.amount_low, finding.amount_high, finding.paid
    if finding.outcome is Outcome.MAY_BE_CONSIDERED:
        yield "money.at-most"
        return
    if low is not None and not low == high == paid:
        yield _span(finding)
    if paid is not None and finding.outcome is not Outcome.DUE_BUT_MISSING:
        yield "money.paid"
    if finding.outcome in _SHORT:
        yield _SHORT[finding.outcome]


def _span(finding: Finding) -> str:
    if finding.amount_high is None:
        return "money.due-at-least"
    if finding.amount_low == finding.amount_high:
        return "money.due-exactly"
    return "money.due" if finding.outcome in _DUE else "money.range"


def total_money(findings: tuple[Finding, ...], scene: Scene) -> tuple[str, ...]:
    """Return what the findings make together, certain and pending apart."""
    certain, pending = certain_gap(findings), pending_gap(findings)
    wording, sentences = scene.wording, []
    if certain:
        sentences.append(wording.say("money.total", total=certain))
    if pending:
        sentences.append(wording.say("money.total-pending", pending=pending))
    if not sentences:
        return (wording.say("money.not-told" if is_gap_untold(findings) else "money.nothing"),)
    return (*sentences, wording.say("money.as-received"))
