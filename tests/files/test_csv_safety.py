import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.files.csv_safety import quoted, unquoted

FORMULAS = ("=cmd|' /C calc'!A0", "=HYPERLINK(1)", "@SUM(A1)", "+1", "-1", "\tx", "\rx")


@pytest.mark.parametrize("text", FORMULAS)
def test_what_might_be_taken_for_a_formula_is_marked_as_text(text: str) -> None:
    assert quoted(text) == f"'{text}"
    assert unquoted(quoted(text)) == text


@pytest.mark.parametrize("text", ["O'Neill", "Siân", "tlr:below", "", "'tis", "#N/A"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert quoted(text) == text
    assert unquoted(text) == text


@given(st.text())
def test_no_text_that_is_written_begins_as_a_formula_does(text: str) -> None:
    assert not quoted(text).startswith(("=", "+", "-", "@", "\t", "\r"))
