"""The main job as a whole: every example, any day, any post, and what more facts may do."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from payapp.check import check, cite_as_answered
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.findings import Finding
from payapp.domain.posts import Post
from payapp.domain.rules import Kind
from payapp.domain.tests_over_facts import NOT_KNOWN, Fact, Result, walk
from payapp.files.case_files import read_case
from tests.worked import about, allowance, answer, case, library, paid, subjects

EXAMPLES = sorted(Path("resources/examples").glob("*.json"))

# What each arrangement of the survey (question S1), and each hard case, comes to.
ANSWERS = {
    "england-academy-on-its-own-terms": ("does-not-apply", None),
    "england-assistant-head-with-sen-allowance": ("not-appropriate", "irregular"),
    "england-cannot-be-told": ("cannot-tell", None),
    "england-part-time-senco-august-2026": ("appropriate", None),
    "england-part-time-senco-september-2026": ("not-appropriate", "underpaid"),
    "england-resourced-provision-teacher-with-tlr": ("not-appropriate", "underpaid"),
    "england-senco-leadership-range": ("appropriate", None),
    "england-senco-main-range-nothing": ("questionable", None),
    "england-senco-main-range-permanent-tlr": ("appropriate", None),
    "england-senco-main-range-sen-allowance": ("questionable", None),
    "england-senco-main-range-sen-allowance-and-tlr": ("appropriate", None),
    "england-senco-main-range-temporary-tlr": ("not-appropriate", "irregular"),
    "england-senco-other-arrangement-honorarium": ("not-appropriate", "irregular"),
    "england-senco-upper-range-nothing": ("questionable", None),
    "england-senco-upper-range-permanent-tlr": ("appropriate", None),
    "england-senco-upper-range-sen-allowance": ("questionable", None),
    "england-senco-upper-range-sen-allowance-and-temporary-tlr": ("appropriate", None),
    "england-senco-upper-range-sen-allowance-and-tlr": ("appropriate", None),
    "england-senco-upper-range-temporary-tlr": ("appropriate", None),
    "england-special-school-without-allowance": ("not-appropriate", "underpaid"),
    "england-stale-advisory-point": ("questionable", None),
    "england-teacher-of-the-deaf": ("not-appropriate", "underpaid"),
    "northern-ireland-senco-teaching-allowance": ("appropriate", None),
    "northern-ireland-senco-upper-scale-nothing": ("questionable", None),
    "northern-ireland-special-school-teacher": ("cannot-tell", None),
    "northern-ireland-starting-point-before-the-award": ("not-appropriate", "underpaid"),
    "scotland-island-teacher-without-the-allowance": ("not-appropriate", "underpaid"),
    "scotland-principal-teacher-low-point": ("not-appropriate", "underpaid"),
    "scotland-special-school-teacher": ("appropriate", None),
    "scotland-unpromoted-asn-coordinator": ("questionable", None),
    "wales-alnco-range-in-the-pay-policy": ("not-appropriate", "underpaid"),
    "wales-alnco-upper-range-with-tlr": ("not-appropriate", "irregular"),
    "wales-special-school-teacher": ("appropriate", None),
}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_each_example_has_its_answer(name: str) -> None:
    assessment = check(read_case(Path("resources/examples", f"{name}.json")), library())
    assert (assessment.verdict, assessment.direction) == ANSWERS[name]


def test_every_example_is_checked() -> None:
    assert {path.stem for path in EXAMPLES} == set(ANSWERS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_names_itself_in_words(path: Path) -> None:
    assert len(json.loads(path.read_text("utf-8"))["reference"]) > 10


def test_the_example_of_the_design_is_underpaid_by_1451_pounds() -> None:
    """The minimum of TLR2 is 3,651 from September 2026; 2,200 is paid for the whole of it."""
    post = {
        "employer": "maintained",
        "school_type": "mainstream",
        "role": "senco",
        "qualified_teacher": "yes",
        "fte": 0.6,
        "significant_responsibility": "yes",
        "impact_beyond_own_classes": "yes",
    }
    tlr = allowance("tlr2", 2200, "received", from_="2026-09-01", share=1.0)
    assessment = answer(post, paid("upper-pay-range", 52835, tlr, point="U3"), on="2026-10-01")
    assert (assessment.verdict, assessment.direction, assessment.outcome) == (
        "not-appropriate",
        "underpaid",
        "below",
    )
    assert str(about(assessment, "tlr").gap) == "1451.00"
    assert about(assessment, "base-pay").outcome == "in-line"


def test_a_case_is_checked_on_its_day_with_the_version_then_in_force() -> None:
    told = case(
        {"employer": "maintained", "fte": 0.6},
        paid("main-pay-range", 32916),
        changes=[{"from": "2025-09-15", "post": {"fte": 0.8}}],
    )
    assert check(told, library()).case.post.fte is not None
    assert str(check(told, library()).case.post.fte) == "0.8"


@pytest.mark.parametrize(
    ("nation", "own", "foreign"),
    [
        ("england", "tlr2", "sen1"),
        ("wales", "tlr2", "teaching-allowance-1"),
        ("northern-ireland", "sen1", "tlr2"),
        ("scotland", "acting", "sen-allowance"),
    ],
)
def test_an_allowance_of_another_nation_is_refused_in_a_later_version_too(
    nation: str, own: str, foreign: str
) -> None:
    pay = {"allowances": [allowance(own, 2000)]}
    later = {"from": "2027-01-01", "pay": {"allowances": [allowance(foreign, 2000)]}}
    told = case({}, pay, nation=nation, changes=[later])
    with pytest.raises(CaseRefused) as refusal:
        check(told, library())
    assert refusal.value.field == "changes from 2027-01-01, pay.allowances[0].kind"
    assert refusal.value.value == foreign


def test_an_employer_of_another_nation_is_refused_in_a_later_version_too() -> None:
    told = case(
        {},
        nation="wales",
        changes=[{"from": "2027-01-01", "post": {"employer": "academy-on-stpcd"}}],
    )
    with pytest.raises(CaseRefused, match="Wales has no academies"):
        check(told, library())


# Any post on any day

TRI_FACTS = [
    field.name
    for field in fields(Post)
    if field.default is Fact.NOT_KNOWN and field.name not in {"in_special_school", "part_time"}
]
choices: dict[str, st.SearchStrategy[object]] = {
    "employer": st.sampled_from(
        ["maintained", "academy-on-stpcd", "academy-own-terms", "agency", "central-service"]
    ),
    "school_type": st.sampled_from(
        ["mainstream", "special", "hospital-school", "pru-or-alternative", "home-tuition"]
    ),
    "role": st.sampled_from(["senco", "class-teacher", "headteacher", "supply", "sen-teacher"]),
    "fte": st.sampled_from([1, 0.6, 0.5]),
    "headteacher_group": st.integers(1, 8),
    "coordinator_since": st.sampled_from(["2008-09-01", "2018-09-01", "2025-09-01"]),
    "earlier_coordinator_months": st.integers(0, 30),
    "qualification_held": st.sampled_from(["none", "nasenco", "npq-senco", "other"]),
    "reduction_date": st.sampled_from(["2020-09-01", "2024-09-01"]),
    "reduction_cause": st.sampled_from(["restructuring", "own request", "unclear"]),
    "sum_before": st.integers(0, 5000),
    "share_of_responsibility": st.sampled_from([0.5, 1]),
}
known_facts = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys(TRI_FACTS, st.sampled_from(["yes", "no"])), **choices}
)
allowances = st.lists(
    st.builds(
        allowance,
        st.sampled_from(["sen-allowance", "tlr1", "tlr2", "tlr3", "honorarium", "other"]),
        st.integers(0, 20000),
        st.sampled_from(["full-time-equivalent", "received"]),
        safeguarded=st.sampled_from(["yes", "no", "not-known"]),
    ),
    max_size=3,
    unique_by=str,
)
pays = st.builds(
    lambda pay_range, salary, held, point: paid(pay_range, salary, *held, point=point),
    st.sampled_from(
        ["main-pay-range", "upper-pay-range", "leadership", "unqualified", "leading-practitioner"]
    ),
    st.none() | st.integers(15000, 150000),
    allowances,
    st.sampled_from([None, "M1", "U3", "L1", "L5", "3"]),
)
days = st.dates(date(2013, 9, 1), date(2029, 9, 1)).map(date.isoformat)
areas = st.sampled_from(["rest-of-england", "inner-london", "not-known"])


@settings(max_examples=300)
@given(known_facts, pays, days, areas)
def test_any_english_post_on_any_day_is_answered_or_says_what_is_held(
    post: Mapping[str, object], pay: dict[str, object], on: str, area: str
) -> None:
    assessment = answer(post, pay, on=on, pay_area=area)
    for found in assessment.findings:
        _is_whole(found, assessment)


def _is_whole(found: Finding, assessment: Assessment) -> None:
    """What no finding may lack, whatever it came to."""
    rules = library().rules
    for test in walk(found.because):
        assert not test.rule or rules[test.rule].kind is Kind.TEST
        assert test.rule or test.parts
    assert found.citations or found.outcome == "cannot-tell", found
    for figure in found.figures:
        assert figure.sources
        assert figure.valid_from <= assessment.case.on
    if found.amount_low is not None and found.amount_high is not None:
        assert 0 <= found.amount_low <= found.amount_high
    if found.outcome in {"below", "due-but-missing"} and found.amount_low is not None:
        assert found.gap is not None


@settings(max_examples=300, suppress_health_check=[HealthCheck.filter_too_much])
@given(known_facts, known_facts, pays, days)
def test_more_facts_never_turn_a_settled_test_around(
    first: dict[str, object], more: dict[str, object], pay: dict[str, object], on: str
) -> None:
    assume(not _contradicts_itself({**more, **first}))
    before = _results(answer(first, pay, on=on))
    after = _results(answer({**more, **first}, pay, on=on))
    for subject, result in before.items():
        assert result is NOT_KNOWN or subject not in after or after[subject] is result


def _contradicts_itself(post: Mapping[str, object]) -> bool:
    """Say whether somebody teaches those they do not teach, or leads on a teacher's range."""
    teaching = [
        "teaches_designated_class",
        "teaches_in_la_unit_or_service",
        "setting_analogous_to_designated",
        "sen_teaching_judgement",
    ]
    teaches = "yes" in [post.get(fact) for fact in teaching]
    appointed = post.get("appointed_head_deputy_or_assistant") == "yes"
    return appointed or (teaches and post.get("teaches_sen_pupils") == "no")


def _results(assessment: Assessment) -> dict[str, Result]:
    """How the entitlements came out whose tests turn on facts alone."""
    return {
        subject: about(assessment, subject).because.result
        for subject in subjects(assessment) & {"instrument", "sen-allowance", "tlr"}
    }


@settings(max_examples=100)
@given(known_facts, pays, days)
def test_the_same_case_is_answered_the_same_twice(
    post: dict[str, object], pay: dict[str, object], on: str
) -> None:
    told: Case = case(post, pay, on=on)
    assert check(told, library()) == check(told, library())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_rule_beside_an_answer_is_cited_as_the_answer_cites_it(path: Path) -> None:
    asked = read_case(path)
    cited = {each for finding in check(asked, library()).findings for each in finding.citations}
    assert cited
    assert set(cite_as_answered([each.rule for each in cited], asked, library())) == cited


def test_where_nothing_was_in_force_the_year_of_the_day_stands_for_the_edition() -> None:
    (citation,) = cite_as_answered(("SC-04",), case({}, on="1990-03-01"), library())
    assert (citation.rule, citation.edition, citation.checked) == ("SC-04", "1990", 2)
