"""Builders of cases for tests, in the shape of a case file."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.files.case_files import parse_case
from payapp.files.schedules import open_library

TLR_TESTS_MET: Mapping[str, str] = dict.fromkeys(
    (
        "significant_responsibility",
        "teaching_and_learning_focus",
        "professional_judgement",
        "leads_area_or_pupil_development",
        "impact_beyond_own_classes",
        "leads_practice_of_others",
        "sustained",
        "accountable",
    ),
    "yes",
)
NO_SEN_CLASS: Mapping[str, str] = dict.fromkeys(
    (
        "sensory_qualification_required",
        "teaches_sen_pupils",
        "teaches_designated_class",
        "teaches_in_la_unit_or_service",
        "setting_analogous_to_designated",
    ),
    "no",
)
CLASS_TEACHER: Mapping[str, object] = {
    "employer": "maintained",
    "school_type": "mainstream",
    "role": "class-teacher",
    "qualified_teacher": "yes",
    "fte": 1,
    "designated_coordinator": "no",
    "significant_responsibility": "no",
    **NO_SEN_CLASS,
}
SENCO: Mapping[str, object] = {
    **CLASS_TEACHER,
    **TLR_TESTS_MET,
    "role": "senco",
    "designated_coordinator": "yes",
    "coordinator_since": "2018-09-01",
    "qualification_held": "nasenco",
    "on_leadership_team": "yes",
}


@cache
def library() -> Library:
    """Return the shipped library, read once for all tests."""
    return open_library()


def case(
    post: Mapping[str, object],
    pay: Mapping[str, object] | None = None,
    *,
    on: str = "2025-10-01",
    nation: str = "england",
    **more: Any,
) -> Case:
    """Return a case; an English one is in the rest of England unless it says otherwise."""
    told: dict[str, object] = {"schema": 1, "nation": nation, "on": on, "post": dict(post)}
    if nation == "england":
        told["pay_area"] = "rest-of-england"
    told["pay"] = deepcopy(dict(pay or {}))
    told.update(more)
    return parse_case(told)


def paid(
    pay_range: str,
    salary: float | str | None = None,
    *allowances: Mapping[str, object],
    point: str | None = None,
    basis: str = "full-time-equivalent",
    **more: object,
) -> dict[str, object]:
    """Return the pay part of a case file."""
    pay: dict[str, object] = {"range": pay_range, "basis": basis, **more}
    if salary is not None:
        pay["salary"] = salary
    if point is not None:
        pay["point"] = point
    if allowances:
        pay["allowances"] = list(allowances)
    return pay


def allowance(
    kind: str, amount: float, basis: str = "full-time-equivalent", **more: object
) -> dict[str, object]:
    """Return one allowance of a case file; `from_` stands for its key `from`."""
    return {
        "kind": kind,
        "amount": amount,
        "basis": basis,
        **{key.rstrip("_"): value for key, value in more.items()},
    }


def answer(*arguments: Any, **keywords: Any) -> Assessment:
    """Check a case built as `case` builds it."""
    return check(case(*arguments, **keywords), library())


def about(assessment: Assessment, subject: str) -> Finding:
    """Return the first finding about a subject."""
    return next(found for found in assessment.findings if found.about == subject)


def subjects(assessment: Assessment) -> set[str]:
    """Return what the findings are about."""
    return {str(found.about) for found in assessment.findings}
