"""What is said of a pay year for which no award is held."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.worked import CLASS_TEACHER, about, answer, paid, subjects

COUNCIL: Mapping[str, object] = {**CLASS_TEACHER, "employer": "council"}


@pytest.mark.parametrize(
    ("nation", "post", "pay", "latest", "rule"),
    [
        ("wales", CLASS_TEACHER, paid("upper-pay-range", 51942), date(2025, 9, 1), "W-13"),
        (
            "northern-ireland",
            CLASS_TEACHER,
            paid("upper-pay-scale", 50876, point="U3"),
            date(2025, 9, 1),
            "NI-PAY-01",
        ),
    ],
)
def test_a_year_after_the_last_award_its_figures_are_said_to_be_taken_as_in_force(
    nation: str, post: Mapping[str, object], pay: Mapping[str, object], latest: date, rule: str
) -> None:
    year = latest.year + 1
    before = answer(post, pay, on=f"{year}-0{latest.month - 1}-28", nation=nation)
    assert "uplift" not in subjects(before)
    found = about(answer(post, pay, on=f"{year}-0{latest.month}-01", nation=nation), "uplift")
    assert (found.outcome, found.force) == ("in-line", "information")
    assert (found.details["latest"], found.citations[0].rule) == (latest, rule)


@pytest.mark.parametrize(("on", "told"), [("2027-07-31", False), ("2027-08-01", True)])
def test_figures_that_end_with_their_award_are_not_taken_as_in_force_after_it(
    on: str, *, told: bool
) -> None:
    """The Scottish deal of 2026 runs to 31 July 2027."""
    assessment = answer(COUNCIL, paid("main-grade", 54453, point="5"), on=on, nation="scotland")
    assert ("uplift" in subjects(assessment)) is told
    assert (about(assessment, "base-pay").wording == "base-pay.no-figure") is told
    if told:
        found = about(assessment, "uplift")
        assert (found.outcome, found.wording) == ("cannot-tell", "uplift.figures-ended")
        assert (found.missing, found.next_steps) == ((), ("ask-when-award",))


@pytest.mark.parametrize("nation", ["wales", "northern-ireland", "scotland"])
def test_where_no_document_binds_nothing_is_said_of_awards(nation: str) -> None:
    post = {**CLASS_TEACHER, "employer": "independent"}
    assert "uplift" not in subjects(answer(post, None, on="2028-10-01", nation=nation))
