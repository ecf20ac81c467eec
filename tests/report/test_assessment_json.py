import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from payapp.check import check
from payapp.domain.cases import Case, Nation
from payapp.domain.tests_over_facts import Result
from payapp.report.assessment_report import assessment_json, describe
from payapp.report.wording import Wording
from tests.many_cases import many_cases
from tests.worked import CLASS_TEACHER, SENCO, case, library

U3 = {"range": "upper-pay-range", "point": "U3", "salary": 51048, "basis": "full-time-equivalent"}
KEYS_OF_A_FINDING = [
    "about",
    "outcome",
    "headline",
    "force",
    "because",
    "citations",
    "figures",
    "amount_low",
    "amount_high",
    "paid",
    "gap",
    "missing",
    "next_steps",
]


@cache
def wording() -> Wording:
    return Wording.load()


def as_json(one: Case) -> dict[str, Any]:
    printed = json.dumps(assessment_json(check(one, library()), library(), wording()))
    held: dict[str, Any] = json.loads(printed)
    return held


def finding(held: dict[str, Any], about: str) -> dict[str, Any]:
    found: dict[str, Any] = next(f for f in held["findings"] if f["about"] == about)
    return found


@pytest.mark.parametrize("nation", Nation)
def test_every_assessment_is_an_object_of_plain_values(nation: Nation) -> None:
    for one in many_cases(nation, 60):
        held = as_json(one)
        assert held["nation"] == nation
        assert held["on"] == one.on.isoformat()
        assert all(list(found) == KEYS_OF_A_FINDING for found in held["findings"])


def test_the_answer_stands_at_the_top() -> None:
    held = as_json(case(CLASS_TEACHER, {**U3, "salary": 40000}, reference="Case 12"))
    assert held["verdict"] == "not-appropriate"
    assert held["direction"] == "underpaid"
    assert held["outcome"] == "below"
    assert held["undecided"] == []
    assert held["reference"] == "Case 12"
    assert held["data_version"] == library().data_version


def test_amounts_are_numbers_and_what_is_not_known_is_null() -> None:
    post = {**CLASS_TEACHER, "school_type": "special", "fte": 0.6}
    found = finding(as_json(case(post, U3)), "sen-allowance")
    assert found["amount_low"] == 1672.2
    assert found["amount_high"] == 3298.2
    assert found["paid"] == 0
    assert found["gap"] == 1672.2
    unknown = finding(as_json(case({**post, "fte": "not-known"}, U3)), "sen-allowance")
    assert unknown["amount_low"] is None
    assert unknown["gap"] is None
    assert unknown["missing"] == ["fte"]


def test_a_whole_amount_is_an_integer() -> None:
    post = {**CLASS_TEACHER, "school_type": "special"}
    found = finding(as_json(case(post, U3)), "sen-allowance")
    assert isinstance(found["amount_low"], int)
    assert found["figures"][0]["amount"] == 2787


def test_the_tree_of_tests_is_nested_as_it_was_decided() -> None:
    post = {**CLASS_TEACHER, "school_type": "special"}
    tree = finding(as_json(case(post, U3)), "sen-allowance")["because"]
    assert tree["rule"] == "SEN-01"
    assert tree["join"] == "all-of"
    assert tree["result"] == Result.MET
    leaves = [leaf for part in tree["parts"] for leaf in part["parts"]]
    school = next(leaf for leaf in leaves if leaf["fact"] == "school_type")
    assert school["value"] == "special"
    assert school["parts"] == []


def test_a_number_in_the_tree_is_a_number() -> None:
    tree = finding(as_json(case(CLASS_TEACHER, U3)), "base-pay")["because"]
    salary = next(part for part in tree["parts"] if part["fact"] == "salary")
    assert Decimal(salary["value"]) == Decimal(51048)
    assert isinstance(salary["value"], int)


def test_a_citation_says_edition_and_how_far_it_was_checked() -> None:
    cited = finding(as_json(case(SENCO, U3)), "sen-allowance")["citations"][0]
    assert cited == {
        "rule": "SEN-01",
        "instrument": "Document",
        "edition": "2025",
        "paragraph": "21.2",
        "checked": 3,
        "verified": "read in this or an earlier edition, or in a quotation",
    }


def test_a_figure_says_what_it_is_and_where_it_comes_from() -> None:
    figure = finding(as_json(case(CLASS_TEACHER, U3)), "base-pay")["figures"][0]
    assert {**figure, "sources": None} == {
        "item": "upper-pay-range",
        "point": "min",
        "area": "rest-of-england",
        "amount": 47472,
        "nature": "statutory",
        "provenance": "printed",
        "confidence": 3,
        "sources": None,
        "valid_from": "2025-09-01",
    }
    assert figure["sources"]


def test_scripts_and_readers_get_the_same_sentence() -> None:
    one = case(SENCO, U3)
    report = describe(check(one, library()), library(), wording())
    held = as_json(one)
    assert held["headline"] == report.headline
    assert sorted(found["headline"] for found in held["findings"]) == sorted(
        found.headline for found in report.findings
    )
    steps = {step for found in held["findings"] for step in found["next_steps"]}
    assert steps <= set(report.next_steps)
