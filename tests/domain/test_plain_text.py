import pytest

from payapp.domain.plain_text import is_plain, on_one_line, visible


@pytest.mark.parametrize(
    "letter", ["\x1b", "\x00", "\x07", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066"]
)
def test_a_letter_that_steers_a_terminal_or_turns_the_writing_is_not_plain(letter: str) -> None:
    assert not is_plain(f"Case {letter}[31m12")


@pytest.mark.parametrize(
    "text", ["", "Case 12", "Siân Ŵyn’s post – 0.6", "教師", "a\u00a0b", "a\u00adb"]
)
def test_names_in_any_script_are_plain(text: str) -> None:
    assert is_plain(text)


def test_tabs_and_line_breaks_become_spaces() -> None:
    assert on_one_line(" Case\r\n12\tor\n13 \n") == "Case 12 or 13"


def test_what_cannot_be_printed_is_shown_as_its_escape() -> None:
    assert visible("a\x1b[31mb") == "a\\x1b[31mb"
    assert visible("Siân") == "Siân"
