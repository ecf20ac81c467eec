"""Cues: which words in which sentences show that a fact of a post holds, or that it does not.

The words are data. A cue names groups of words that a sentence must hold all of, as in
`teach + learners + sen`; `-words` asks that it hold none of a group. `@setting` asks for what the
whole description shows, `!setting` for the opposite. A cue looks at duties alone: `#wanted` has it
look at what is asked of applicants too, `#top` at the lines at the top alone, `#title` at the first
of them, and `#although` also where a sentence says no or not.

Beside the cues of a fact stands what confirming it does. Without a word on it, the fact itself is
set. `sets` names other facts and what they become, and `said_by` answers that say the same; where
no answer can safely be set, `ask` names what has to be asked instead. `no_rule_in` names nations in
which no rule turns on any of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final, NamedTuple

from payapp.domain.cases import Nation
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact

WANTED, TOP, TITLE, ALTHOUGH = "wanted", "top", "title", "although"
_ANSWERS: Final = (Fact.YES.value, Fact.NO.value)
_FLAGS: Final = frozenset({WANTED, TOP, TITLE, ALTHOUGH})
_FACTS: Final = frozenset(field.name for field in fields(Post))
_FEW_WORDS: Final = r"(?:[\s,'’()-]+[\w'’]+){0,8}?[\s,'’()-]+"


class Cue(NamedTuple):
    """What a sentence and its description must hold."""

    groups: tuple[str, ...]
    none_of: tuple[str, ...]
    settings: tuple[str, ...]
    not_settings: tuple[str, ...]
    flags: frozenset[str]


class Confirming(NamedTuple):
    """What confirming an answer sets, which answers say the same, and what is asked instead.

    What it sets is as a case file holds it; not-known leaves a fact open.
    """

    sets: Mapping[str, object]
    said_by: Mapping[str, object]
    ask: tuple[str, ...]


class FactCues(NamedTuple):
    """What shows that a fact holds, what rules it out, and what confirming yes or no does."""

    shows: tuple[Cue, ...]
    rules_out: tuple[Cue, ...]
    confirmed: Mapping[str, Confirming]
    no_rule_in: frozenset[str]


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
    """Return cues as they are written.

    Raises ValueError for words, a setting, a fact, an answer or a nation that there is not.
    """
    cues = Cues(
        {name: words_of(phrases) for name, phrases in held["words"].items()},
        {name: tuple(map(cue_of, shows)) for name, shows in held["settings"].items()},
        {fact: _fact_cues(fact, given) for fact, given in held["facts"].items()},
    )
    for cue in _all(cues):
        words, settings = {*cue.groups, *cue.none_of}, {*cue.settings, *cue.not_settings}
        unknown = (words - cues.words.keys()) | (settings - cues.settings.keys())
        if unknown:
            raise ValueError(sorted(unknown))
    return cues


def _fact_cues(fact: str, given: Mapping[str, Any]) -> FactCues:
    shows, rules_out = (tuple(map(cue_of, given[name])) for name in ("shows", "rules_out"))
    confirmed = {answer: Confirming({fact: answer}, {}, ()) for answer in _ANSWERS}
    for answer, does in given.get("confirmed", {}).items():
        if answer not in confirmed:
            raise ValueError(answer)
        confirmed[answer] = _confirming(does)
    no_rule_in = frozenset(given.get("no_rule_in", ()))
    unknown = no_rule_in.difference(Nation) | set(_facts_in(fact, confirmed)).difference(_FACTS)
    if unknown:
        raise ValueError(sorted(unknown))
    return FactCues(shows, rules_out, confirmed, no_rule_in)


def _confirming(does: Mapping[str, Any]) -> Confirming:
    """Return what confirming does: it sets something, or else asks for something instead."""
    if does.keys() - set(Confirming._fields) or ("sets" in does) == ("ask" in does):
        raise ValueError(sorted(does))
    return Confirming(does.get("sets", {}), does.get("said_by", {}), tuple(does.get("ask", ())))


def _facts_in(fact: str, confirmed: Mapping[str, Confirming]) -> Iterator[str]:
    yield fact
    for does in confirmed.values():
        yield from (*does.sets, *does.said_by, *does.ask)


def _all(cues: Cues) -> Iterable[Cue]:
    for shows in cues.settings.values():
        yield from shows
    for of in cues.facts.values():
        yield from (*of.shows, *of.rules_out)
