"""What a colour says in the window."""

from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; a word and a symbol always say it too."""

    GOOD = "good"
    BAD = "bad"
    DOUBT = "doubt"
    NOTE = "note"
    UNKNOWN = "unknown"
    ASIDE = "aside"
