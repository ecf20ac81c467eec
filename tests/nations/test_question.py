"""The question that a room is asked: rules are those of its own nation, on its own day."""

from datetime import date

import pytest

from payapp.domain.cases import Case, Nation
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
    assert england.day("coordinator_exempt_before") == date(2009, 9, 1)
    with pytest.raises(ValueError, match="coordinator_exempt_before holds no number"):
        england.number("coordinator_exempt_before")
    with pytest.raises(ValueError, match="coordinator_years_to_qualify holds no date"):
        england.day("coordinator_years_to_qualify")
