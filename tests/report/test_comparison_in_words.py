from decimal import Decimal

import pytest

from payapp.report.comparison_in_words import comparison_sheets, people_headings
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
