from decimal import Decimal

import pytest

from payapp.report.comparison_in_words import (
    change_in_words,
    changes_counted,
    comparison_sheets,
    differences_table,
    people_headings,
)
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Change, Difference

WORDING = Wording.load()


def test_the_columns_to_compare_are_those_of_a_result() -> None:
    assert people_headings(WORDING) == ("People", ("Reference", "Verdict", "Reasons", "Gap a year"))


def test_a_change_is_a_row_with_a_sentence() -> None:
    found = Difference("P1", Change.NEW, "tlr:below", "appropriate", "x", Decimal(0), Decimal(5))
    plans, rows = comparison_sheets([found], WORDING)
    assert [plan.name for plan in plans] == ["Changes"]
    assert len(plans[0].headings) == len(rows[0])
    assert rows[0][:3] == ("P1", "new", "tlr:below")
    assert rows[0][-1] == "tlr:below was not found last time"


@pytest.mark.parametrize("change", list(Change))
def test_every_kind_of_change_has_a_sentence(change: Change) -> None:
    found = Difference("P1", change, "tlr:below", "", "", None, None)
    assert comparison_sheets([found], WORDING)[1][0][-1]


BEFORE, NOW = ("appropriate", "not-appropriate"), (Decimal(0), Decimal(1500))
FOUND = (
    Difference("P1", Change.NEW, "tlr:below", *BEFORE, *NOW),
    Difference("P2", Change.GONE_PERSON, "", "questionable", "", Decimal(0), None),
    Difference("P3", Change.NEW, "base-pay:below", "splendid", "", Decimal(0), None),
)


def test_the_changes_are_counted_by_their_kinds_in_the_order_of_the_kinds() -> None:
    assert changes_counted(FOUND, "a → b", WORDING) == (
        "a → b: 3 changes. Reason found anew: 2; person gone: 1."
    )
    assert changes_counted((), "a → b", WORDING) == "a → b: nothing has changed."
    many = changes_counted(FOUND[:1] * 1_234, "a → b", WORDING)
    assert many == "a → b: 1,234 changes. Reason found anew: 1,234."


@pytest.mark.parametrize("change", list(Change))
def test_every_kind_of_change_has_a_name(change: Change) -> None:
    assert change_in_words(change.value, WORDING)


def test_a_change_is_listed_with_the_same_sentence_as_in_the_file() -> None:
    told = differences_table(FOUND, WORDING)
    in_file = comparison_sheets(FOUND, WORDING)[1]
    assert [row[1] for row in told.table.rows] == [row[-1] for row in in_file]
    assert told.table.rows[0] == (
        *("P1", "tlr:below was not found last time"),
        *("✓ appropriate", "✗ not appropriate"),
        *NOW,
    )
    assert len(told.table.headings) == len(told.table.kinds) == 6


def test_a_change_is_said_with_the_verdicts_that_there_are() -> None:
    said = differences_table(FOUND, WORDING).sentence
    assert said(0) == (
        "P1: tlr:below was not found last time. "
        "Verdict before: ✓ appropriate. Verdict now: ✗ not appropriate."
    )
    assert said(1) == "P2: This person is not in the later result. Verdict: ? questionable."


def test_a_verdict_that_nobody_knows_stays_as_the_file_has_it() -> None:
    assert differences_table(FOUND, WORDING).table.rows[2][2] == "splendid"
