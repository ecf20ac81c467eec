"""Why an answer was not accepted, as a form says it."""

import pytest

from payapp.report.refused_in_words import in_form_words, not_accepted, not_offered
from payapp.report.wording import Wording


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("give a date such as 2026-09-01", "enter a date such as 1 September 2026"),
        (
            "give a day on or after 'from', 2023-09-01",
            "enter a day on or after ‘Paid from’, 1 September 2023",
        ),
        ("accepted: a, b, c", "enter one of a, b, c"),
        (
            "the tlr2 states a share of 0.5; give the same share in both",
            "the TLR2 states a share of 0.5; enter the same share in both",
        ),
        ("the other states a share", "the other states a share"),
        ("2026-13-01", "2026-13-01"),
        ("the closest key is 'colour'", "the closest key is 'colour'"),
        ("", ""),
    ],
)
def test_a_clause_has_no_codes_and_no_iso_days(wording: Wording, clause: str, told: str) -> None:
    assert in_form_words(clause, wording, "england") == told


def test_what_to_enter_comes_before_what_is_wrong(wording: Wording) -> None:
    assert not_accepted("7", "", "give 1", wording, "england") == "Enter 1. '7' is not accepted."
    assert not_accepted("", "it is too long", "give less", wording, "england") == (
        "Enter less. It is too long."
    )


def test_a_label_is_that_of_the_nation(wording: Wording) -> None:
    told = in_form_words("see 'designated_coordinator'", wording, "wales")
    assert told == "see ‘Designated ALNCo’"


def test_an_answer_that_is_not_offered_is_told_with_what_is(wording: Wording) -> None:
    assert not_offered("A council", ("One", "Another"), wording, "wales") == (
        "'A council' is not among the answers in Wales. Select one of these: One; Another."
    )
    assert not_offered("France", ("England",), wording, "france") == (
        "'France' is not among the answers. Select one of these: England."
    )


def test_where_nothing_is_offered_the_question_is_left_open(wording: Wording) -> None:
    assert not_offered("Inner London", (), wording, "wales") == (
        "'Inner London' does not belong here. Leave this question open."
    )
