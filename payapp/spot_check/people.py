"""What a spot check keeps of each row: a person with the reasons, or the faults of the row."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from payapp.domain.assessment import (
    Assessment,
    Verdict,
    certain_gap,
    is_gap_untold,
    makes_the_verdict,
    pending_gap,
)
from payapp.domain.findings import SERIOUSNESS, Finding, Outcome
from payapp.domain.money import PENNY, ZERO, Money
from payapp.domain.rules import Citation, Force
from payapp.spot_check.cells import Fault

SAME_REFERENCE = "same-reference"
"""What the reason is about that nothing is certain, since another row is the person's too."""
UNREMARKABLE = frozenset({Outcome.IN_LINE, Outcome.NOT_DUE, Outcome.DOES_NOT_APPLY})
_MOST_PENCE = 1 << 36
_MOST_ROWS = 1 << 24


class RowFault(NamedTuple):
    """Something in a row that was not understood. `accepted` says what is, where that is known."""

    row: int
    reference: str
    heading: str
    value: str
    fault: Fault
    accepted: str = ""


class Reason(NamedTuple):
    """One finding about a person, with its sentence; money as in the finding.

    `is_unchecked` where a payment is made that was not held against its tests.
    """

    about: str
    outcome: str
    force: str
    sentence: str
    amount_low: Money | None
    amount_high: Money | None
    paid: Money | None
    gap: Money | None
    paragraphs: str
    missing: tuple[str, ...]
    is_unchecked: bool = False

    @property
    def code(self) -> str:
        """The reason in a word that stays the same from run to run, such as `tlr:below`."""
        return f"{self.about}:{self.outcome}"

    @property
    def is_remarkable(self) -> bool:
        """Say whether the finding is more than *in line*, *not due* or *does not apply*."""
        return self.outcome not in UNREMARKABLE


class Person(NamedTuple):
    """What was found about the person of a row; gaps are pounds a year as received.

    The `reasons` that make the verdict come first, and then the most serious. `other_row` is one
    with the same reference, where there is any.
    """

    row: int
    reference: str
    nation: str
    verdict: str
    direction: str
    outcome: str
    gap: Money
    pending: Money
    is_gap_untold: bool
    undecided: tuple[str, ...]
    unchecked: tuple[str, ...]
    reasons: tuple[Reason, ...]
    other_row: int | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons that are more than in line."""
        return tuple(dict.fromkeys(each.code for each in self.reasons if each.is_remarkable))


def told_by_one_row(person: Person, other_row: int, hedged: Callable[[str, int], str]) -> Person:
    """Return a person whose reference another row has too: what that one pays is not counted.

    What this row shows may be told, but nothing of it is certain. Where no document binds the
    employer, that is so whatever else is paid.
    """
    if person.verdict == Verdict.DOES_NOT_APPLY:
        return person._replace(other_row=other_row)
    untold = Reason(
        about=SAME_REFERENCE,
        outcome=Outcome.CANNOT_TELL.value,
        force=Force.INFORMATION.value,
        sentence=hedged("", other_row),
        amount_low=None,
        amount_high=None,
        paid=None,
        gap=None,
        paragraphs="",
        missing=(),
    )
    reasons = (_by_one_row(each, hedged(each.sentence, other_row)) for each in person.reasons)
    return person._replace(
        verdict=Verdict.CANNOT_TELL.value,
        direction="",
        outcome=Outcome.CANNOT_TELL.value,
        gap=ZERO,
        pending=ZERO,
        is_gap_untold=False,
        reasons=(untold, *reasons),
        other_row=other_row,
    )


def _by_one_row(reason: Reason, sentence: str) -> Reason:
    outcome = Outcome.CANNOT_TELL.value if reason.is_remarkable else reason.outcome
    return reason._replace(outcome=outcome, sentence=sentence, gap=None)


class Refusal(NamedTuple):
    """A row that was not checked, and why."""

    row: int
    reference: str
    faults: tuple[RowFault, ...]


Result = Person | Refusal


def person_of(row: int, assessment: Assessment, sentences: Sequence[str]) -> Person:
    """Return what is kept of an assessment; `sentences` has one for each finding."""
    findings = assessment.findings
    case = assessment.case
    return Person(
        row,
        case.reference,
        case.nation.value,
        assessment.verdict.value,
        assessment.direction.value if assessment.direction else "",
        assessment.outcome.value,
        certain_gap(findings),
        pending_gap(findings),
        is_gap_untold(findings),
        tuple(about.value for about in assessment.undecided),
        tuple(about.value for about in assessment.unchecked),
        tuple(_reasons(assessment, sentences)),
    )


def _reasons(assessment: Assessment, sentences: Sequence[str]) -> Iterator[Reason]:
    """Yield a reason for each finding: what the verdict and the gap come from before the rest."""

    def order(told: tuple[Finding, str]) -> tuple[bool, int, Money]:
        finding = told[0]
        beside = not makes_the_verdict(finding, assessment.verdict)
        return beside, SERIOUSNESS[finding.outcome], -(finding.gap or ZERO)

    for finding, sentence in sorted(zip(assessment.findings, sentences, strict=True), key=order):
        yield Reason(
            finding.about.value,
            finding.outcome.value,
            finding.force.value,
            sentence,
            finding.amount_low,
            finding.amount_high,
            finding.paid,
            finding.gap,
            _paragraphs(finding.citations),
            finding.missing,
            finding.unchecked,
        )


@lru_cache(maxsize=1_000)
def _paragraphs(citations: tuple[Citation, ...]) -> str:
    places = (f"{each.instrument} {each.paragraph}".strip() for each in citations)
    return "; ".join(dict.fromkeys(places))


def rank_of(person: Person) -> int:
    """Return a number that puts people in order: outcome, then the larger gap, then the row.

    It is a whole number below 2 ** 64, so that half a million of them take four megabytes.
    """
    pence = min(int((person.gap + person.pending) / PENNY), _MOST_PENCE - 1)
    serious = SERIOUSNESS[Outcome(person.outcome)]
    return (serious * _MOST_PENCE + _MOST_PENCE - 1 - pence) * _MOST_ROWS + person.row % _MOST_ROWS
