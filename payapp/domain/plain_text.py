"""Text that may come from anybody: nothing in it may steer a terminal or turn a line around."""

import unicodedata
from typing import Final

# Control letters, and the line and paragraph separators, by their Unicode category.
_STEERING: Final = frozenset({"Cc", "Zl", "Zp"})
# Marks that turn the direction of writing, so that a line reads otherwise than it is.
_TURNING: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANKS: Final = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def on_one_line(text: str) -> str:
    """Return text without blanks around it, its tabs and line breaks as spaces."""
    return text.replace("\r\n", "\n").translate(_BLANKS).strip()


def is_plain(text: str) -> bool:
    """Say whether text holds no letter that steers a terminal or turns the writing around."""
    return text.isprintable() or not any(map(_steers, text))


def _steers(letter: str) -> bool:
    return letter in _TURNING or unicodedata.category(letter) in _STEERING


def visible(text: str) -> str:
    """Return text with every letter that cannot be printed as its escape instead."""
    return "".join(map(_printable, text))


def _printable(letter: str) -> str:
    return letter if letter.isprintable() else letter.encode("unicode_escape").decode()
