"""Text in a CSV file that a spreadsheet might take for a formula, marked as text and unmarked."""

from typing import Final

LOOKS_LIVE: Final = ("=", "+", "-", "@", "\t", "\r")


def quoted(text: str) -> str:
    """Return a text with an apostrophe before it where it might be taken for a formula."""
    return f"'{text}" if text.startswith(LOOKS_LIVE) else text


def unquoted(text: str) -> str:
    """Return a text as it was before `quoted`."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(LOOKS_LIVE) else text
