"""What may never come out of a check, tried on likely cases of every nation."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from payapp.check import check
from payapp.domain.assessment import Assessment, certain_gap, is_about_pay
from payapp.domain.cases import Case, Nation
from payapp.domain.findings import Outcome
from payapp.domain.pay import Basis
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import Fact
from payapp.nations.job_sizing import SPINES
from payapp.report.assessment_report import describe
from payapp.report.wording import Wording
from tests.likely_cases import likely_case
from tests.worked import library

CASES = st.builds(likely_case, st.sampled_from(tuple(Nation)), st.integers(0, 1_000_000))
RAISES = st.sampled_from([Decimal(1), Decimal(700)])
WORDING = Wording.load()
# A placeholder, a value that is none, a doubled space or stop, and *1 times* or *1 days*.
SLIPS = re.compile(
    r"[{}]|  |\bNone\b(?! of)|\.\.|\.,| \.|(?<![\d.,£])1 (?:times|days|weeks|months|years|points)\b"
)
CODES = re.compile(
    r"\b[a-z]+(?:_[a-z]+)+\b|\bnot-known\b|-pay-(?:range|scale)\b|\bmain-grade\b|\bsen-allowance\b"
)


def checked(case: Case) -> Assessment:
    return check(case, library())


@settings(max_examples=200)
@given(CASES)
def test_appropriate_pay_has_no_open_must_and_no_shortfall(case: Case) -> None:
    assessment = checked(case)
    if assessment.verdict != "appropriate":
        return
    for found in filter(is_about_pay, assessment.findings):
        assert (found.force, found.outcome) != (Force.MUST, Outcome.CANNOT_TELL)
        assert found.gap is None or found.outcome is Outcome.MAY_BE_CONSIDERED


@settings(max_examples=200)
@given(CASES)
def test_what_cannot_be_told_says_what_to_do_next(case: Case) -> None:
    for found in checked(case).findings:
        assert found.next_steps or found.outcome is not Outcome.CANNOT_TELL, found.wording


@settings(max_examples=200)
@given(CASES)
def test_amounts_of_a_finding_agree_with_its_outcome(case: Case) -> None:
    for found in checked(case).findings:
        low, high, paid = found.amount_low, found.amount_high, found.paid
        assert low is None or high is None or 0 <= low <= high
        if found.outcome is Outcome.IN_LINE:
            assert found.gap is None
        if found.outcome is Outcome.BELOW and low is not None and paid is not None:
            assert found.gap == low - paid > 0
        if found.outcome is Outcome.ABOVE and high is not None and paid is not None:
            assert paid > high


@settings(max_examples=150)
@given(CASES, RAISES)
def test_more_salary_never_makes_a_shortfall_larger(case: Case, more: Decimal) -> None:
    if case.pay.salary is None:
        return
    raised = replace(case, pay=replace(case.pay, salary=case.pay.salary + more))
    assert certain_gap(checked(raised).findings) <= certain_gap(checked(case).findings)


@settings(max_examples=150)
@given(CASES, RAISES)
def test_a_larger_payment_never_makes_a_shortfall_larger(case: Case, more: Decimal) -> None:
    gap = certain_gap(checked(case).findings)
    for place, paid in enumerate(case.pay.allowances):
        allowances = list(case.pay.allowances)
        allowances[place] = replace(paid, amount=paid.amount + more)
        raised = replace(case, pay=replace(case.pay, allowances=tuple(allowances)))
        assert certain_gap(checked(raised).findings) <= gap


@settings(max_examples=150)
@given(CASES)
def test_the_same_salary_on_the_other_basis_has_the_same_answer(case: Case) -> None:
    salary, fte = case.pay.salary, case.post.fte
    if salary is None or fte is None or case.pay.basis is not Basis.FULL_TIME_EQUIVALENT:
        return
    received = (salary * fte).quantize(Decimal("0.01"))
    if received != salary * fte:
        return
    same = replace(case, pay=replace(case.pay, salary=received, basis=Basis.RECEIVED))
    assert checked(same).verdict == checked(case).verdict


@pytest.mark.parametrize(
    ("nation", "fact"),
    [
        (Nation.ENGLAND, "qualified_teacher"),
        (Nation.WALES, "qualified_teacher"),
        (Nation.SCOTLAND, "promoted_post"),
        (Nation.ENGLAND, "major_part_in_running_the_school"),
    ],
)
@settings(max_examples=60)
@given(seed=st.integers(0, 1_000_000))
def test_pay_is_not_called_appropriate_by_leaving_a_deciding_fact_out(
    nation: Nation, fact: str, seed: int
) -> None:
    case = likely_case(nation, seed)
    if case.pay.range in SPINES:  # which says by itself that the post is a promoted one
        return
    unasked: dict[str, Any] = {fact: Fact.NOT_KNOWN}
    left_out = checked(replace(case, post=replace(case.post, **unasked)))
    if left_out.verdict == "appropriate":
        assert checked(case).verdict == "appropriate"


@settings(max_examples=80)
@given(CASES)
def test_no_sentence_has_a_slip_or_a_code_in_it(case: Case) -> None:
    for sentence in _sentences(checked(case)):
        assert not SLIPS.search(sentence), sentence
        assert not CODES.search(sentence), sentence


def _sentences(assessment: Assessment) -> Iterator[str]:
    report = describe(assessment, library(), WORDING)
    yield from (report.headline, *report.money, *report.undecided, *report.next_steps)
    for told in report.findings:
        yield from (told.headline, *told.explanation, *told.next_steps)
