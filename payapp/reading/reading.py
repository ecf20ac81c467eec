"""Reads a job description: for each fact what it says, and the sentences that show it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from payapp.domain.tests_over_facts import Fact
from payapp.reading.cues import ALTHOUGH, TITLE, TOP, WANTED, Cue, Cues, Words
from payapp.reading.sentences import Place, Sentence, sentences

MOST_EVIDENCE: Final = 5
LINES_OF_A_TITLE: Final = 3
_CLAUSE = re.compile(r";|,? but |, although |, though ")
YES, NO, NOT_KNOWN = Fact.YES.value, Fact.NO.value, Fact.NOT_KNOWN.value


class Read(NamedTuple):
    """What a description says of a fact: yes, no or not-known, and the sentences that show it.

    Where some show it and others rule it out, it is not known, and all of them are given.
    """

    answer: str
    evidence: tuple[Sentence, ...]


class _Looked(NamedTuple):
    """A sentence, and of whom or what it tells."""

    sentence: Sentence
    is_wanted: bool
    is_of_others: bool
    is_ruled_out: bool
    is_title: bool


def read(text: str, cues: Cues) -> dict[str, Read]:
    """Return for each fact that has cues what a job description says of it."""
    return dict(facts_in(text, cues))


def facts_in(text: str, cues: Cues) -> Iterator[tuple[str, Read]]:
    """Yield each fact with what a job description says of it, so that one may stop in between."""
    found = list(sentences(text))
    top = " ".join(each.text for each in found if each.place is Place.TOP).casefold()
    title = [each.start for each in found if each.place is Place.TOP][:LINES_OF_A_TITLE]
    looked = [_look(each, top, cues, is_title=each.start in title) for each in found]
    settings: set[str] = set()
    for name, shows in cues.settings.items():
        if any(_found(looked, shows, settings, cues)):
            settings.add(name)
    for fact, of in cues.facts.items():
        shown, ruled_out = (
            _found(looked, each, settings, cues) for each in (of.shows, of.rules_out)
        )
        yield fact, _read(shown, ruled_out)


def _read(shown: list[Sentence], ruled_out: list[Sentence]) -> Read:
    if shown and ruled_out:
        return Read(NOT_KNOWN, tuple((shown + ruled_out)[:MOST_EVIDENCE]))
    answer = YES if shown else NO if ruled_out else NOT_KNOWN
    return Read(answer, tuple((shown or ruled_out)[:MOST_EVIDENCE]))


def _look(sentence: Sentence, top: str, cues: Cues, *, is_title: bool) -> _Looked:
    words = cues.words
    wanted = words["wanted_heading"].are_in(sentence.section) or words["wanted"].are_in(
        sentence.text
    )
    below = sentence.section if sentence.place is Place.BODY else ""
    return _Looked(
        sentence,
        is_wanted=wanted,
        is_of_others=_is_of_others(sentence.text, top, words["others"]),
        is_ruled_out=words["negation"].are_in(below),
        is_title=is_title,
    )


def _is_of_others(text: str, top: str, others: Words) -> bool:
    """Say whether a sentence tells of somebody else: of a person who is not named at the top."""
    named = others.first_in(text).casefold()
    return bool(named) and named.removeprefix("the ") not in top


def _found(
    looked: Iterable[_Looked], shows: Iterable[Cue], settings: set[str], cues: Cues
) -> list[Sentence]:
    here = [
        cue
        for cue in shows
        if settings.issuperset(cue.settings) and settings.isdisjoint(cue.not_settings)
    ]
    return [each.sentence for each in looked if any(_holds(each, cue, cues) for cue in here)]


def _holds(looked: _Looked, cue: Cue, cues: Cues) -> bool:
    sentence = looked.sentence
    if TOP in cue.flags and sentence.place is not Place.TOP:
        return False
    if TITLE in cue.flags and not looked.is_title:
        return False
    if looked.is_wanted and WANTED not in cue.flags:
        return False
    if ALTHOUGH not in cue.flags and (looked.is_of_others or looked.is_ruled_out):
        return False
    return _words_hold(sentence.text, cue, cues.words)


def _words_hold(text: str, cue: Cue, words: Mapping[str, Words]) -> bool:
    """Say whether a sentence holds what a cue asks for, its first words in a half without a no."""
    first, *rest = cue.groups
    if ALTHOUGH in cue.flags:
        begins = words[first].are_in(text)
    else:
        halves = _CLAUSE.split(text)
        begins = any(
            words[first].are_in(each) and not words["negation"].are_in(each) for each in halves
        )
    return (
        begins
        and all(words[group].are_in(text) for group in rest)
        and not any(words[group].are_in(text) for group in cue.none_of)
    )
