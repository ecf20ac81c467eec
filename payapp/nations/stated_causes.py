"""Why a payment was cut, in the user's own words: only whole phrases that leave no doubt are read.

Anything else settles nothing and is asked about: no free text makes money due, or takes it away.
"""

import re
from collections.abc import Mapping
from typing import Final

from payapp.domain.tests_over_facts import Result

Words = frozenset[str]
Cause = tuple[str, Result]

_FILLERS: Final = frozenset(
    {
        *("a", "an", "the", "my", "our", "its", "of", "in", "to", "at", "for", "from", "by"),
        *("due", "because", "following", "has", "have", "been", "was", "were"),
    }
)
NEW_STRUCTURE: Final = (
    "restructuring",
    "restructure",
    "restructured",
    "school restructuring",
    "school restructure",
    "school restructured",
    "staff restructuring",
    "staff restructure",
    "staff restructured",
    "staffing restructuring",
    "staffing restructure",
    "reorganisation",
    "reorganised",
    "school reorganisation",
    "school reorganised",
    "staff reorganisation",
    "change structure",
    "structure changed",
    "new structure",
    "change staffing structure",
    "changes staffing structure",
    "changed staffing structure",
    "new staffing structure",
    "restructuring staffing structure",
)
ANOTHER_POST: Final = (
    "moved school",
    "moved schools",
    "move school",
    "moved another school",
    "move another school",
    "changed school",
    "changed schools",
    "change school",
    "new post application",
    "applied another post",
    "applied new post",
    "promotion",
    "promoted",
)
FIXED_TERM: Final = (
    "end fixed term",
    "end term",
    "fixed term",
    "fixed term ended",
    "fixed term expired",
    "expiry fixed term",
)
OWN_CHOICE: Final = (
    "own request",
    "request",
    "request teacher",
    "requested",
    "resigned",
    "resignation",
    "stepped down",
    "voluntary",
    "voluntarily",
    "own choice",
    "choice",
    "gave up",
    "gave it up",
)

_ACTING: Final = "acting"
_END_OF_ACTING: Final = frozenset(
    {
        *(_ACTING, "up", "post", "period", "temporary", "end", "ended", "over", "finished"),
        *("ceased", "stopped", "stepped", "stepping", "down", "after"),
    }
)


def by_words(rule: str, result: Result, phrases: tuple[str, ...]) -> Mapping[Words, Cause]:
    """Return what each of some phrases comes to by a rule, found by its words."""
    return {frozenset(phrase.split()): (rule, result) for phrase in phrases}


def words_of(cause: str | None) -> Words:
    """Return the words of a stated cause that carry meaning; *not* and *no* are among them."""
    return frozenset(re.findall(r"\w+", (cause or "").lower())) - _FILLERS


def is_end_of_acting(cause: str | None) -> bool:
    """Say whether a stated cause is that acting came to its end, and nothing else."""
    words = words_of(cause)
    return _ACTING in words and words <= _END_OF_ACTING
