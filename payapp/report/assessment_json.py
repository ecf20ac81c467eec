"""An assessment as the object that `payapp check --json` prints."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from payapp.domain.assessment import Assessment
from payapp.domain.figures import Figure
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.domain.money import Money
from payapp.domain.rules import Citation
from payapp.domain.tests_over_facts import Test
from payapp.report.assessment_in_words import finding_headline, headline_of, step_in_words
from payapp.report.because_in_words import verified_in_words
from payapp.report.figures_in_words import plain_number
from payapp.report.finding_values import Scene, values_of
from payapp.report.wording import Wording


def assessment_json(
    assessment: Assessment, library: Library, wording: Wording | None = None
) -> dict[str, object]:
    """Return an assessment as plain values: amounts are numbers, codes are those of the design."""
    case = assessment.case
    scene = Scene(case, library, (wording or Wording.load()).of(case.nation), "teacher")
    return {
        "verdict": assessment.verdict.value,
        "direction": assessment.direction.value if assessment.direction else None,
        "outcome": assessment.outcome.value,
        "headline": headline_of(assessment, scene),
        "undecided": [about.value for about in assessment.undecided],
        "unchecked": [about.value for about in assessment.unchecked],
        "nation": case.nation.value,
        "on": case.on.isoformat(),
        "reference": case.reference,
        "findings": [_finding(finding, scene) for finding in assessment.findings],
        "data_version": assessment.data_version,
    }


def _finding(finding: Finding, scene: Scene) -> dict[str, object]:
    return {
        "about": finding.about.value,
        "outcome": finding.outcome.value,
        "headline": finding_headline(finding, values_of(finding, scene), scene.wording),
        "force": finding.force.value,
        "because": _test(finding.because),
        "citations": [_citation(citation, scene) for citation in finding.citations],
        "figures": [_figure(figure) for figure in finding.figures],
        "amount_low": _amount(finding.amount_low),
        "amount_high": _amount(finding.amount_high),
        "paid": _amount(finding.paid),
        "gap": _amount(finding.gap),
        "missing": list(finding.missing),
        "next_steps": [step_in_words(step, scene) for step in finding.next_steps],
    }


def _amount(amount: Money | None) -> int | float | None:
    return None if amount is None else plain_number(amount)


def _test(test: Test) -> dict[str, object]:
    return {
        "rule": test.rule,
        "result": test.result.value,
        "join": test.join.value,
        "fact": test.fact,
        "value": _plain(test.value),
        "parts": [_test(part) for part in test.parts],
    }


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return plain_number(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(part) for part in value]
        case Mapping():
            return {str(key): _plain(part) for key, part in value.items()}
        case None | bool() | int():
            return value
    return str(value)


def _citation(citation: Citation, scene: Scene) -> dict[str, object]:
    return {
        "rule": citation.rule,
        "instrument": citation.instrument,
        "edition": citation.edition,
        "paragraph": citation.paragraph,
        "checked": citation.checked,
        "verified": verified_in_words(citation, scene.setting),
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "item": figure.item,
        "point": figure.point,
        "area": figure.area,
        "amount": plain_number(figure.amount),
        "nature": figure.nature.value,
        "provenance": figure.provenance.value,
        "confidence": figure.confidence,
        "sources": list(figure.sources),
        "valid_from": figure.valid_from.isoformat(),
    }
