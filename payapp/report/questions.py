"""The questions about a post and its pay in plain words, and the answers to them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact
from payapp.report.keeping import kept
from payapp.report.wording import Wording

NOT_KNOWN = Fact.NOT_KNOWN.value
YES_OR_NO = "yes-or-no"
POUNDS = "pounds"


class Choice(NamedTuple):
    """An answer that may be chosen: its value in a case file, and its words."""

    value: str
    label: str


class Question(NamedTuple):
    """A fact as it is asked for; `kind_of` says which kinds there are."""

    fact: str
    group: str
    kind: str
    label: str
    question: str
    help: str
    choices: tuple[Choice, ...]


class Group(NamedTuple):
    """Questions that a person thinks of together."""

    id: str
    title: str
    facts: tuple[str, ...]


def words_of_audience(
    wording: Wording, nation: str, audience: str = "teacher"
) -> dict[str, object]:
    """Return the words that differ by reader and by nation, such as *your* and *SENCO*."""
    own = wording.below(f"audience.{audience}")
    return {**own, **wording.below(f"nation_words.{nation}")}


def facts_in_words(wording: Wording) -> tuple[str, ...]:
    """Return the id of every fact that can be asked for, in the order of the texts."""
    return tuple(key.split(".")[1] for key in wording if _is_question(key))


def _is_question(key: str) -> bool:
    return key.startswith("facts.") and key.endswith(".question")


@kept
def question_for(
    fact: str, wording: Wording, nation: str = "england", audience: str = "teacher"
) -> Question:
    """Return the question for a fact. Raises TextMissing for a fact that has none."""
    wording = wording.of(nation)
    words = words_of_audience(wording, nation, audience)
    return Question(
        fact,
        wording.say(f"facts.{fact}.group"),
        kind_of(fact, wording),
        label_of(fact, wording, nation, audience),
        wording.say(key_for(audience, fact, "question", wording), **words),
        wording.say(key_for(audience, fact, "help", wording), **words),
        _choices(fact, wording),
    )


def key_for(audience: str, fact: str, part: str, wording: Wording) -> str:
    """Return the key of a text on a fact: that for this reader, or else the one for all."""
    own = f"facts_for.{audience}.{fact}.{part}"
    return own if wording.has(own) else f"facts.{fact}.{part}"


def groups(
    wording: Wording, nation: str = "england", audience: str = "teacher"
) -> tuple[Group, ...]:
    """Return the groups of questions in the order in which a person thinks of them."""
    words = words_of_audience(wording, nation, audience)
    members: dict[str, list[str]] = {group: [] for group in wording.each("fact_group_order")}
    for fact in facts_in_words(wording):
        members[wording.say(f"facts.{fact}.group")].append(fact)
    return tuple(
        Group(group, wording.say(f"fact_groups.{group}", **words), tuple(facts))
        for group, facts in members.items()
    )


@kept
def label_of(
    fact: str, wording: Wording, nation: str = "england", audience: str = "teacher"
) -> str:
    """Return the short name of a fact."""
    words = words_of_audience(wording, nation, audience)
    return wording.of(nation).say(f"facts.{fact}.label", **words)


def _choices(fact: str, wording: Wording) -> tuple[Choice, ...]:
    if kind_of(fact, wording) == YES_OR_NO:
        return tuple(Choice(value, wording.say(f"answers.{value}")) for value in Fact)
    shared = f"facts.{fact}.choices_of"
    named = wording.say(shared) if wording.has(shared) else fact
    found = wording.below(f"facts.{named}.choices")
    return tuple(Choice(value, str(label)) for value, label in found.items())


def kind_of(fact: str, wording: Wording) -> str:
    """Return what a fact takes: yes-or-no, choice, pounds, number, date, text or list."""
    hint = _hints().get(fact)
    if hint is None or get_origin(hint) is tuple:
        return "list"
    if issubclass(hint, Fact):
        return YES_OR_NO
    if issubclass(hint, StrEnum):
        return "choice"
    if issubclass(hint, Decimal | int):
        return POUNDS if wording.has(f"facts.{fact}.unit") else "number"
    return "date" if issubclass(hint, date) else "text"


@cache
def _hints() -> Mapping[str, Any]:
    """Return the type of every fact by its id, with *or not known* taken away."""
    found = {}
    for record in (Case, Post, Pay, Allowance):
        for name, hint in get_type_hints(record).items():
            known = get_args(hint)[0] if get_origin(hint) is UnionType else hint
            found[name.rstrip("_")] = known
    return found


def answer_in_words(fact: str, value: object, wording: Wording, nation: str) -> str:
    """Return the value of a fact as a reader sees it."""
    match value:
        case None:
            return wording.say(f"answers.{NOT_KNOWN}")
        case Fact():
            return wording.say(f"answers.{value}")
        case tuple():
            joined = wording.say("answer_joined")
            return joined.join(answer_in_words(fact, part, wording, nation) for part in value)
        case Decimal() if not wording.has(f"facts.{fact}.unit"):
            return wording.show(value, "number")
        case str():
            return _chosen(fact, value, wording.of(nation))
    return wording.show(value)


def entered_in_words(
    fact: str, value: object, library: Library, wording: Wording, nation: str
) -> str:
    """Return the value of a fact as a reader sees it, each letter of a list with its duty."""
    if fact != "promoted_duties" or not isinstance(value, tuple):
        return answer_in_words(fact, value, wording, nation)
    listed = dict(promoted_duties_in_words(library))
    return "; ".join(listed.get(str(letter).strip(" ().").lower(), str(letter)) for letter in value)


def promoted_duties_in_words(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the letter of each duty of the promoted list in Scotland, and the duty after it."""
    for letter, duty in library.promoted_duties.items():
        yield letter, f"({letter}) {duty.duty}"


def _chosen(fact: str, value: str, wording: Wording) -> str:
    for key in (f"facts.{fact}.choices.{value}", f"item_named.{value}", f"values.{value}"):
        if wording.has(key):
            return wording.say(key)
    return str(value)
