"""Cues: which words in which sentences show that a fact of a post holds, or that it does not.

The words are data. A cue names groups of words that a sentence must hold all of, as in
`teach + learners + sen`; `-words` asks that it hold none of a group. `@setting` asks for what the
whole description shows, `!setting` for the opposite. A cue looks at duties alone: `#wanted` has it
look at what is asked of applicants too, `#top` at the lines at the top alone, `#title` at the first
of them, and `#although` also where a sentence says no or not.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

WANTED, TOP, TITLE, ALTHOUGH = "wanted", "top", "title", "although"
_FLAGS: Final = frozenset({WANTED, TOP, TITLE, ALTHOUGH})
_FEW_WORDS: Final = r"(?:[\s,'’()-]+[\w'’]+){0,8}?[\s,'’()-]+"


class Cue(NamedTuple):
    """What a sentence and its description must hold."""

    groups: tuple[str, ...]
    none_of: tuple[str, ...]
    settings: tuple[str, ...]
    not_settings: tuple[str, ...]
    flags: frozenset[str]


class FactCues(NamedTuple):
    """What shows that a fact holds, and what rules it out."""

    shows: tuple[Cue, ...]
    rules_out: tuple[Cue, ...]


class Words(NamedTuple):
    """A group of words, and phrases in which they mean something else."""

    found: re.Pattern[str]
    set_aside: re.Pattern[str] | None

    def are_in(self, text: str) -> bool:
        """Say whether a text holds any of the words, phrases that were set aside left out."""
        return bool(self.first_in(text))

    def first_in(self, text: str) -> str:
        """Return the first of the words in a text, or nothing."""
        if not self.found.search(text):
            return ""
        kept = self.set_aside.sub(" _ ", text) if self.set_aside else text
        first = self.found.search(kept)
        return first[0] if first else ""


class Cues(NamedTuple):
    """The words by their groups, what shows a setting, and what shows or rules out each fact."""

    words: Mapping[str, Words]
    settings: Mapping[str, tuple[Cue, ...]]
    facts: Mapping[str, FactCues]


def words_of(phrases: Iterable[str]) -> Words:
    """Return what finds any of some phrases as whole words, in any case.

    `*` stands for the rest of a word, `..` for up to eight words, and `#` for a number. A phrase
    after a dash is set aside: what stands in it does not count.
    """
    every = list(phrases)
    found = [each for each in every if not each.startswith("-")]
    aside = [each[1:] for each in every if each.startswith("-")]
    return Words(_any_of(found), _any_of(aside) if aside else None)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_phrase, phrases)), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    parts = (r"[\s-]+".join(map(_word, part.split())) for part in phrase.split(".."))
    inside = _FEW_WORDS.join(parts)
    return rf"(?<![\w'’]){inside}(?!\w|['’]s)"


def _word(word: str) -> str:
    escaped = re.escape(word).replace("'", "['’]").replace(r"\-", r"[\s-]?")
    return escaped.replace(r"\*", r"[\w'’]*").replace(r"\#", r"\d+(?:\.\d+)?")


def cue_of(text: str) -> Cue:
    """Return a cue as it is written. Raises ValueError for a flag that there is not."""
    parts = [part for part in text.split() if part != "+"]
    flags = frozenset(part[1:] for part in parts if part.startswith("#"))
    if flags - _FLAGS:
        raise ValueError(text)
    return Cue(
        groups=tuple(part for part in parts if part[0] not in "-@!#"),
        none_of=tuple(part[1:] for part in parts if part.startswith("-")),
        settings=tuple(part[1:] for part in parts if part.startswith("@")),
        not_settings=tuple(part[1:] for part in parts if part.startswith("!")),
        flags=flags,
    )


def cues_of(held: Mapping[str, Any]) -> Cues:
    """Return cues as they are written. Raises ValueError for words or a setting not given."""
    cues = Cues(
        {name: words_of(phrases) for name, phrases in held["words"].items()},
        {name: tuple(map(cue_of, shows)) for name, shows in held["settings"].items()},
        {fact: _fact_cues(given) for fact, given in held["facts"].items()},
    )
    for cue in _all(cues):
        words, settings = {*cue.groups, *cue.none_of}, {*cue.settings, *cue.not_settings}
        unknown = (words - cues.words.keys()) | (settings - cues.settings.keys())
        if unknown:
            raise ValueError(sorted(unknown))
    return cues


def _fact_cues(given: Mapping[str, Iterable[str]]) -> FactCues:
    shows, rules_out = (tuple(map(cue_of, given[name])) for name in ("shows", "rules_out"))
    return FactCues(shows, rules_out)


def _all(cues: Cues) -> Iterable[Cue]:
    for shows in cues.settings.values():
        yield from shows
    for of in cues.facts.values():
        yield from (*of.shows, *of.rules_out)
