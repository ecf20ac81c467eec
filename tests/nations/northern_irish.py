"""Posts in Northern Ireland that its tests share."""

from collections.abc import Mapping
from typing import Any

from payapp.domain.assessment import Assessment
from payapp.domain.findings import Finding
from tests.worked import about, allowance, paid
from tests.worked import answer as answer_in

TEACHER: Mapping[str, object] = {
    "employer": "grant-aided",
    "school_type": "mainstream",
    "role": "class-teacher",
    "fte": 1,
    "designated_coordinator": "no",
    "designated_unit": "none",
    "allowance_in_contract_or_letter": "no",
    "significant_responsibility": "no",
}
TESTS_MET: Mapping[str, str] = dict.fromkeys(
    (
        "significant_responsibility",
        "teaching_and_learning_focus",
        "professional_judgement",
        "impact_beyond_own_classes",
    ),
    "yes",
)
SENCO: Mapping[str, object] = {
    **TEACHER,
    **TESTS_MET,
    "role": "senco",
    "designated_coordinator": "yes",
}
SPECIAL: Mapping[str, object] = {
    **TEACHER,
    "school_type": "special",
    "role": "sen-teacher",
    "allowance_in_contract_or_letter": "not-known",
}
PRINCIPAL: Mapping[str, object] = {**TEACHER, "role": "headteacher"}
U3 = paid("upper-pay-scale", 50876, point="U3")


def answer(
    post: Mapping[str, object], pay: Mapping[str, object] | None = None, on: str = "2025-10-01"
) -> Assessment:
    return answer_in(post, pay, on=on, nation="northern-ireland")


def asked(subject: str, *arguments: Any, **keywords: Any) -> Finding:
    return about(answer(*arguments, **keywords), subject)


def every(subject: str, assessment: Assessment) -> list[Finding]:
    return [found for found in assessment.findings if found.about == subject]


def told(found: Finding, *names: str) -> tuple[object, ...]:
    return tuple(getattr(found, name) for name in names)


def cited(found: Finding) -> set[str]:
    return {citation.rule for citation in found.citations}


def without(post: Mapping[str, object], *facts: str) -> dict[str, object]:
    return {fact: value for fact, value in post.items() if fact not in facts}


TA2_2024 = allowance("teaching-allowance-2", 4863, "received")
