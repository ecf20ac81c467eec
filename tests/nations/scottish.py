"""Builders of Scottish cases for tests."""

from collections.abc import Mapping
from typing import Any

from payapp.domain.assessment import Assessment
from payapp.domain.findings import Finding
from payapp.domain.pay import AllowanceKind
from payapp.report.assessment_report import describe
from payapp.report.wording import Wording
from tests.worked import about, allowance, library, paid
from tests.worked import answer as answer_in

TEACHER: Mapping[str, object] = {
    "employer": "council",
    "school_type": "mainstream",
    "role": "class-teacher",
    "qualified_teacher": "yes",
    "fte": 1,
    "promoted_post": "no",
    "designated_coordinator": "no",
    "significant_responsibility": "no",
    "remote_school": "no",
    "distant_island": "no",
    "residential_school": "no",
}
COORDINATOR: Mapping[str, object] = {
    **TEACHER,
    "role": "asn-coordinator",
    "designated_coordinator": "yes",
    "significant_responsibility": "yes",
}
PROMOTED: Mapping[str, object] = {**TEACHER, "role": "principal-teacher", "promoted_post": "yes"}
HEAD: Mapping[str, object] = {**TEACHER, "role": "headteacher", "promoted_post": "yes"}
ON_POINT_5 = paid("main-grade", 54453, point="5")

__all__ = [
    "COORDINATOR",
    "HEAD",
    "ON_POINT_5",
    "PROMOTED",
    "TEACHER",
    "about",
    "allowance",
    "amounts",
    "answer",
    "of_place",
    "paid",
    "promoted_post",
    "sentences",
    "wordings",
]


def answer(
    post: Mapping[str, object],
    pay: Mapping[str, object] | None = None,
    on: str = "2026-09-01",
    **facts: Any,
) -> Assessment:
    """Check a Scottish post; facts given by name replace those of the post.

    Every finding is put into words, too, so that none is tested that could not be said.
    """
    assessment = answer_in({**post, **facts}, pay, nation="scotland", on=on)
    report = describe(assessment, library(), Wording.load())
    assert len(report.findings) == len(assessment.findings)
    return assessment


def promoted_post(
    post: Mapping[str, object],
    pay: Mapping[str, object] | None = None,
    on: str = "2026-09-01",
    **facts: Any,
) -> Finding:
    """Return the finding about the promoted post."""
    return about(answer(post, pay, on, **facts), "promoted-post")


def of_place(assessment: Assessment, kind: str) -> Finding:
    """Return the first finding about one allowance for a place."""
    wanted = AllowanceKind(kind)
    return next(
        found
        for found in assessment.findings
        if found.wording.startswith("place-allowance") and found.details["kind"] is wanted
    )


def amounts(found: Finding) -> tuple[object, object, object]:
    """Return the least and the most that is due a year, and what is paid."""
    return found.amount_low, found.amount_high, found.paid


def wordings(assessment: Assessment) -> list[str]:
    """Return the wording of every finding."""
    return [found.wording for found in assessment.findings]


def sentences(assessment: Assessment) -> str:
    """Return every headline and explanation of an assessment."""
    report = describe(assessment, library(), Wording.load())
    return " ".join(
        part for found in report.findings for part in (found.headline, *found.explanation)
    )
