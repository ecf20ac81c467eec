"""JSON text: what is read, and what is refused with its line."""

from decimal import Decimal

import pytest

from payapp.domain.refusals import Refused
from payapp.files.json_text import parse_json, shown


def test_fractions_are_read_as_written() -> None:
    assert parse_json("[0.10, 1e2, 3]", "x.json") == [Decimal("0.10"), Decimal("1e2"), 3]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{'a': 1}", "x.json: line 1, column 2 is not JSON, at ''a': 1}'; mend the line"),
        ('{"a": 1,\n\n}', "line 3, column 1 is not JSON, at '}'"),
        ("[1, 2\n", "the file breaks off in line 2"),
        ('["never closed', "the file breaks off in line 1"),
        ('{"a": {"b": 1, "b": 1}}', "the key 'b' stands twice"),
        ("[-Infinity]", "-Infinity is not a number"),
    ],
)
def test_text_that_is_not_sound_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_json(text, "x.json")
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("value", "as_shown"),
    [
        ("senco", "senco"),
        (True, "true"),
        (None, "null"),
        (Decimal("0.5"), "0.5"),
        ([Decimal("1.5"), "a"], '[1.5, "a"]'),
        ("a\tb\u202e\ud800", "a\\tb\\u202e\\ud800"),
        ("x" * 61, "x" * 57 + "..."),
        ("£2,000", "£2,000"),
    ],
)
def test_a_value_is_shown_short_and_printable(value: object, as_shown: str) -> None:
    assert shown(value) == as_shown
