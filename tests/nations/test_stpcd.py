"""Combinations of payments, and paperwork, as England and Wales share them."""

import pytest

from tests.nations.stpcd_posts import U3, with_pay
from tests.worked import (
    SENCO,
    about,
    allowance,
    answer,
    paid,
    subjects,
)

# Combinations


@pytest.mark.parametrize(
    ("facts", "pay", "rule"),
    [
        ({}, with_pay(allowance("sen-allowance", 3000), pay_range="leadership"), "SEN-25"),
        ({}, with_pay(allowance("tlr2", 5000), pay_range="leading-practitioner"), "TLR-18"),
        (
            {"qualified_teacher": "no"},
            with_pay(allowance("tlr2", 5000), pay_range="unqualified"),
            "DF-03",
        ),
        ({"qualified_teacher": "no"}, with_pay(pay_range="main-pay-range"), "UQT-01"),
        ({}, with_pay(pay_range="unqualified"), "UQT-01"),
        ({"appointed_head_deputy_or_assistant": "yes"}, with_pay(), "LDR-01"),
        ({"role": "support-staff"}, with_pay(allowance("sen-allowance", 3000)), "DF-04"),
        ({}, with_pay(allowance("tlr1", 11000), allowance("tlr2", 5000)), "TLR-11"),
    ],
)
def test_what_may_not_be_held_together_is_not_permitted(
    facts: dict[str, object], pay: dict[str, object], rule: str
) -> None:
    assessment = answer({**SENCO, **facts}, pay)
    found = about(assessment, "combination")
    assert (found.outcome, assessment.direction) == ("not-permitted", "irregular")
    assert rule in {cited.rule for cited in found.citations}


def test_a_combination_cannot_be_told_where_the_employer_is_not_known() -> None:
    post = {**SENCO, "employer": "not-known"}
    pay = with_pay(allowance("tlr1", 11000), allowance("tlr2", 5000))
    assert about(answer(post, pay), "combination").outcome == "cannot-tell"


def test_combinations_are_not_judged_where_no_document_binds() -> None:
    post = {**SENCO, "employer": "independent"}
    pay = with_pay(allowance("tlr1", 11000), allowance("tlr2", 5000))
    assert "combination" not in subjects(answer(post, pay))


def test_a_payment_that_has_ended_is_not_counted() -> None:
    pay = with_pay(allowance("tlr1", 11000, until="2025-08-31"), allowance("tlr2", 5000))
    assert "combination" not in subjects(answer(SENCO, pay))


# Paperwork


def test_paperwork_that_nothing_is_known_of_is_not_spoken_of() -> None:
    assert "paperwork" not in subjects(answer(SENCO, U3))
    assert "paperwork" not in subjects(
        answer({**SENCO, "employer": "agency", "written_notice": "no"}, U3)
    )


@pytest.mark.parametrize(
    ("facts", "outcome", "force"),
    [
        ({"annual_statement": "yes"}, "in-line", "should"),
        ({"annual_statement": "no"}, "short-of-guidance", "must"),
        ({"pay_policy_covers_sen": "no"}, "short-of-guidance", "must"),
        ({"does_support_staff_tasks": "yes"}, "short-of-guidance", "should"),
        ({"does_support_staff_tasks": "no", "written_notice": "yes"}, "in-line", "should"),
    ],
)
def test_paperwork_is_judged_as_far_as_it_is_known(
    facts: dict[str, object], outcome: str, force: str
) -> None:
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 5000))
    assessment = answer({**SENCO, **facts}, pay)
    found = about(assessment, "paperwork")
    assert (found.outcome, found.force) == (outcome, force)
    assert assessment.verdict == "appropriate"
