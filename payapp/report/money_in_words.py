"""What a finding makes in pounds, a year and a month."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from payapp.domain.assessment import (
    Assessment,
    Verdict,
    certain_gap,
    certainly_short,
    is_about_pay,
    is_gap_untold,
    pending_gap,
)
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money
from payapp.domain.pay import AllowanceKind, Pay
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import Fact
from payapp.report.finding_values import Scene, Values, figure_named, short_of_most
from payapp.report.wording import Wording

_SHORT: Final = {
    Outcome.BELOW: "money.gap",
    Outcome.DUE_BUT_MISSING: "money.gap",
    Outcome.AWARD_PENDING: "money.gap-pending",
    Outcome.BELOW_ADVISORY: "money.gap-advisory",
    Outcome.ABOVE: "money.over",
}
# What of it stands only against a figure whose award is not confirmed.
_UNCONFIRMED: Final = {
    Outcome.BELOW: "money.gap-unconfirmed",
    Outcome.DUE_BUT_MISSING: "money.gap-unconfirmed",
    Outcome.BELOW_ADVISORY: "money.gap-pending",
}
_KINDS: Final = {
    About.SEN_ALLOWANCE: frozenset(
        {AllowanceKind.SEN_ALLOWANCE, AllowanceKind.SEN1, AllowanceKind.SEN2}
    ),
    About.TLR: frozenset({AllowanceKind.TLR1, AllowanceKind.TLR2}),
    About.TLR3: frozenset({AllowanceKind.TLR3}),
    About.TEACHING_ALLOWANCE: frozenset(
        kind for kind in AllowanceKind if kind.startswith("teaching-allowance")
    ),
    About.OTHER_ALLOWANCE: frozenset(
        {AllowanceKind.REMOTE_SCHOOLS, AllowanceKind.DISTANT_ISLANDS, AllowanceKind.RESIDENTIAL}
    ),
}
_DUE: Final = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING, Outcome.AWARD_PENDING})


def money_of(finding: Finding, values: Values, wording: Wording) -> tuple[str, ...]:
    """Return the sentences on money of a finding; none where no amount can be told."""
    texts = (str(wording.text(key)) for key in _keys(finding))
    sentences = (wording.first_known((text,), values) for text in texts)
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
        waits = _awaits_advice(finding)
        yield "money.gap-advisory-pending" if waits else _SHORT[finding.outcome]
    if finding.outcome in _UNCONFIRMED:
        yield _UNCONFIRMED[finding.outcome]


def _awaits_advice(finding: Finding) -> bool:
    """Say whether nothing but an advisory figure is missed, and that only by a proposal."""
    return finding.outcome is Outcome.AWARD_PENDING and finding.force is Force.MAY


def _span(finding: Finding) -> str:
    if finding.details.get("second"):
        return "money.at-most-instead"
    pending = "-if-confirmed" if finding.unconfirmed_gap else ""
    if finding.amount_high is None:
        return f"money.due-at-least{pending}"
    if finding.amount_low == finding.amount_high:
        return f"money.due-exactly{pending}"
    is_due = finding.outcome in _DUE and not _awaits_advice(finding)
    return f"money.due{pending}" if is_due else "money.range"


def total_money(assessment: Assessment, scene: Scene) -> tuple[str, ...]:
    """Return what the findings make together: certain, pending and only advised apart."""
    findings, wording = assessment.findings, scene.wording
    sentences = _short_in_all(assessment, scene)
    taken = tuple(_taken_as_paid(assessment, scene))
    if sentences:
        if is_gap_untold(findings):
            sentences.append(wording.say("money.beside-not-told"))
        return (*sentences, wording.say("money.as-received"), *taken)
    key = _no_total(assessment)
    if taken and key != "not-told" and not assessment.case.pay.allowances:
        return taken
    return (wording.say(f"money.{key}"), *taken)


def _short_in_all(assessment: Assessment, scene: Scene) -> list[str]:
    """Return what is short in all: certain, pending and only advised apart."""
    findings, wording = assessment.findings, scene.wording
    sentences = []
    if certain := certain_gap(findings):
        short = certainly_short(findings)
        key = "money.total" if len(short) > 1 else "money.total-of-one"
        sentences.append(wording.say(key, total=certain))
        if certain < sum((each.confirmed_gap or ZERO for each in short), ZERO):
            sentences.append(wording.say("money.counted-once"))
        sentences.append(_since(short, scene))
    if pending := pending_gap(findings):
        key = "money.total-pending" if certain else "money.total-pending-alone"
        sentences.append(wording.say(key, pending=pending))
    if advised := _advised(findings):
        adopted = assessment.case.post.pay_policy_adopts_points is not Fact.NO
        key = "money.total-advisory" if adopted else "money.total-advisory-not-adopted"
        sentences.append(wording.say(key, advisory=advised))
    return sentences


def _taken_as_paid(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Say of a salary that was not entered that the figure of the point stands in its place."""
    for finding in assessment.findings:
        figure = finding.details.get("taken_as_paid")
        if isinstance(figure, Figure):
            name = figure_named(figure, scene.wording)
            yield scene.wording.say("money.taken-as-paid", name=name, amount=figure.amount)


class _Dated(NamedTuple):
    """From when on what is missing appears to hold, what was entered, and what tells of it."""

    since: date
    entered: date
    by: str


def _since(short: tuple[Finding, ...], scene: Scene) -> str:
    """Say since when what is missing may be missing, or how to find that out."""
    dated = [found for finding in short if (found := _dated(finding, scene))]
    if not dated:
        return scene.wording.say("money.since.not-told")
    since, entered, by = min(dated)
    key = by if since == entered else f"from-{by}"
    return scene.wording.say(f"money.since.{key}", since=since, entered=entered)


def _dated(finding: Finding, scene: Scene) -> _Dated | None:
    """Return from when on a finding may hold, by what was entered and by what makes it due.

    Before the figures that it rests on, and before its youngest rule, something else was due.
    """
    case = scene.case
    kinds = _KINDS.get(finding.about, frozenset())
    paid = [each for each in case.pay.allowances if each.kind in kinds and each.is_paid_on(case.on)]
    dates = [(allowance.from_, "payment") for allowance in paid]
    if finding.about is About.SAFEGUARDING:
        dates.append((case.post.reduction_date, "reduction"))
    if finding.about is About.ALNCO_LEADERSHIP:
        dates.append((case.post.coordinator_since, "co-ordinator"))
    told = [(on, by) for on, by in dates if on is not None and on <= case.on]
    if not told:
        return None
    entered, by = min(told)
    return _Dated(max((entered, *_starts(finding, scene))), entered, by)


def _starts(finding: Finding, scene: Scene) -> Iterator[date]:
    """Yield the day from which each figure and each rule of a finding has held."""
    yield from (figure.valid_from for figure in finding.figures)
    for citation in finding.citations:
        began = scene.library.rules[citation.rule].valid_from
        if began is not None:
            yield began


def _no_total(assessment: Assessment) -> str:
    if assessment.verdict is Verdict.DOES_NOT_APPLY:
        return "not-compared"
    if any(finding.details.get("below_both") for finding in assessment.findings):
        return "below-both"
    if is_gap_untold(assessment.findings):
        return "not-told"
    if assessment.undecided or any(map(_is_open, assessment.findings)):
        if not _has_pay(assessment.case.pay):
            return "nothing-compared"
        return "nothing-yet" if any(map(_is_compared, assessment.findings)) else "nothing-held"
    return "nothing"


def _is_open(finding: Finding) -> bool:
    """Say whether a payment, be it one that may be made, could not be decided."""
    return finding.outcome is Outcome.CANNOT_TELL and is_about_pay(finding)


def _is_compared(finding: Finding) -> bool:
    """Say whether an amount that was entered was compared with a figure."""
    if finding.outcome is Outcome.CANNOT_TELL:
        return any(finding.details.get(name) for name in ("compared", "range"))
    return bool(finding.figures) and finding.outcome is not Outcome.MAY_BE_CONSIDERED


def _has_pay(pay: Pay) -> bool:
    return bool(pay.salary is not None or pay.point is not None or pay.allowances)


def _advised(findings: tuple[Finding, ...]) -> Money:
    """Add up what is short of advisory figures alone, pounds a year as received."""
    short = (
        (short_of_most(found) or ZERO) - (found.gap or ZERO)
        for found in findings
        if found.outcome is Outcome.BELOW_ADVISORY or _awaits_advice(found)
    )
    return sum(short, ZERO)
