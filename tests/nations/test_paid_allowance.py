"""The next step after each answer on an allowance: it brings the fact that is wanting."""

import pytest

from tests.worked import CLASS_TEACHER, SENCO, about, allowance, answer, paid

U3 = paid("upper-pay-range", 51048, point="U3")


def with_pay(*allowances: dict[str, object]) -> dict[str, object]:
    return paid("upper-pay-range", 51048, *allowances)


def test_a_tlr_that_may_not_be_paid_asks_for_no_criterion_of_the_sen_allowance() -> None:
    post = {**SENCO, "line_manages_significant_number": "no"}
    found = about(answer(post, with_pay(allowance("tlr1", 10174))), "tlr")
    assert found.next_steps == ("check-letter", "ask-duties-described", "ask-union")


@pytest.mark.parametrize(
    ("fact", "step"),
    [
        ("share_rule_adopted", "ask-pay-policy"),
        ("share_of_responsibility", "ask-duties-described"),
    ],
)
def test_a_value_that_cannot_be_told_says_where_to_learn_it(fact: str, step: str) -> None:
    post = {**SENCO, "fte": 0.6, "share_of_responsibility": 1}
    on = "2026-01-15"
    if fact == "share_of_responsibility":
        post, on = {**SENCO, "fte": 0.6}, "2026-11-15"
    assessment = answer(post, with_pay(allowance("tlr2", 2190.60, "received")), on=on)
    for subject in ("tlr", "part-time"):
        found = about(assessment, subject)
        assert (found.missing, found.next_steps) == ((fact,), (step, "ask-union"))


def test_a_basis_not_known_stands_on_the_payslip() -> None:
    pay = with_pay({"kind": "sen-allowance", "amount": 2400})
    post = {**CLASS_TEACHER, "school_type": "special", "fte": 0.6}
    assert about(answer(post, pay), "sen-allowance").next_steps == ("check-payslip", "ask-union")


def test_open_criteria_are_told_by_the_duties() -> None:
    post = {**CLASS_TEACHER, "teaches_sen_pupils": "yes", "teaches_designated_class": "not-known"}
    for pay in (U3, with_pay(allowance("sen-allowance", 3000))):
        found = about(answer(post, pay), "sen-allowance")
        assert (found.outcome, found.next_steps) == (
            "cannot-tell",
            ("ask-duties-described", "ask-union"),
        )
    unpaid = about(answer({**SENCO, "accountable": "not-known"}, U3), "tlr")
    assert unpaid.next_steps == ("ask-duties-described", "ask-union")


def test_where_no_fact_is_wanting_the_amount_is_asked_about() -> None:
    found = about(answer(SENCO, with_pay(allowance("tlr2", 5000)), on="2027-10-01"), "tlr")
    assert (found.outcome, found.missing) == ("cannot-tell", ())
    assert found.next_steps == ("check-payslip", "ask-payroll", "ask-union")


def test_an_employer_not_known_is_told_by_the_contract() -> None:
    post = {**SENCO, "employer": "not-known"}
    found = about(answer(post, with_pay(allowance("tlr2", 5000))), "tlr")
    assert found.next_steps == ("ask-contract", "ask-union")


def test_who_is_on_the_leadership_team_stands_in_the_staffing_structure() -> None:
    post = {**SENCO, "on_leadership_team": "not-known"}
    found = about(answer(post, with_pay(allowance("tlr2", 5000))), "leadership")
    assert found.next_steps == ("ask-staffing-structure", "ask-union")


def test_a_known_answer_that_is_in_line_has_no_next_step() -> None:
    assert about(answer(SENCO, with_pay(allowance("tlr2", 5000))), "tlr").next_steps == ()


UNASKED = {
    "employer": "maintained",
    "school_type": "mainstream",
    "role": "class-teacher",
    "qualified_teacher": "yes",
    "fte": 1,
}


@pytest.mark.parametrize(
    ("kind", "subject"),
    [("tlr2", "tlr"), ("tlr3", "tlr3"), ("sen-allowance", "sen-allowance")],
)
def test_an_allowance_without_a_figure_asks_for_no_answer_that_brings_none(
    kind: str, subject: str
) -> None:
    """No allowance of September 2027 is held."""
    held = allowance(kind, 3651, until="2028-08-31")
    found = about(answer(UNASKED, with_pay(held), on="2027-10-01"), subject)
    assert (found.outcome, found.wording) == ("cannot-tell", f"{subject}.no-figure")
    assert (found.missing, found.next_steps[0]) == ((), "check-payslip")
