"""The question that a room is asked: rules are those of its own nation, on its own day."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.cases import Case, Nation
from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, Test
from payapp.nations.question import Question
from tests.worked import library


def question(nation: Nation, on: date = date(2025, 10, 1)) -> Question:
    return Question(Case(nation=nation, on=on), library(), area="all", edition="2025")


@pytest.mark.parametrize(
    ("nation", "cited"),
    [
        (Nation.ENGLAND, ["DF-01", "DF-03"]),
        (Nation.WALES, ["DF-03", "SEN-32"]),
        (Nation.SCOTLAND, []),
    ],
)
def test_a_rule_that_does_not_name_the_nation_is_never_cited(
    nation: Nation, cited: list[str]
) -> None:
    citations = question(nation).cite("DF-01", "DF-03", "SEN-32")
    assert [each.rule for each in citations] == cited


def test_a_rule_of_another_nation_is_not_in_force() -> None:
    assert question(Nation.WALES).in_force("SC-02")
    assert not question(Nation.ENGLAND).in_force("SC-02")
    assert not question(Nation.WALES, date(2019, 8, 31)).in_force("SC-02")


def test_the_first_rule_that_the_nation_has_is_the_one_applied() -> None:
    assert question(Nation.ENGLAND).rule("DF-01", "SEN-25") == "DF-01"
    assert question(Nation.WALES).rule("DF-01", "SEN-25") == "SEN-25"
    assert question(Nation.WALES, date(2020, 1, 1)).rule("W-08", "W-09") == "W-09"


def test_a_limit_is_asked_for_by_what_it_is_a_number_or_a_day() -> None:
    england = question(Nation.ENGLAND)
    assert england.number("coordinator_years_to_qualify") == 3
    assert england.day("coordinator_qualifies_if_after") == date(2009, 9, 1)
    with pytest.raises(ValueError, match="coordinator_qualifies_if_after holds no number"):
        england.number("coordinator_qualifies_if_after")
    with pytest.raises(ValueError, match="coordinator_years_to_qualify holds no date"):
        england.day("coordinator_years_to_qualify")


def short_of(point: str, outcome: Outcome = Outcome.DUE_BUT_MISSING) -> Finding:
    """A finding that makes four fifths of the least SEN allowance of September 2026 due."""
    asked = question(Nation.ENGLAND, date(2026, 10, 1))
    least = asked.figure("sen-allowance", "min", "rest-of-england")
    assert isinstance(least, Figure)
    low, because = Decimal("2308.00"), Test("SEN-01", MET)
    return asked.finding(
        About.SEN_ALLOWANCE,
        outcome,
        Force.MUST,
        because,
        "w",
        (),
        figures=(least._replace(point=point),),
        low=low,
    )


def test_what_a_proposal_makes_due_is_worked_out_from_the_last_confirmed_figure_too() -> None:
    """The least of September 2025 was 2,787, of which four fifths are 2,229.60."""
    assert short_of("min").confirmed_low == Decimal("2229.60")
    assert short_of("min", Outcome.AWARD_PENDING).confirmed_low is None


def test_a_figure_that_was_never_confirmed_makes_nothing_certain() -> None:
    assert short_of("of-a-new-kind").confirmed_low == 0
