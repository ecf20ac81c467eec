"""What of a description may be put into a case once a person has confirmed it."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import NamedTuple

from payapp.reading.cues import Confirming, Cues
from payapp.reading.reading import NOT_KNOWN, YES, Read

Held = Callable[[str], object | None]


class Standing(Enum):
    """What a case says of a fact already, beside what a description says of it."""

    OPEN = auto()
    SAME = auto()
    OPPOSITE = auto()


class Offer(NamedTuple):
    """A fact that a description tells of, and what confirming it would set in a case.

    `sets` is empty where there is nothing to confirm; `ask` then names the facts that have to be
    asked for instead, unless the case says the same. `held` is what it says of any of these.
    """

    fact: str
    read: Read
    sets: Mapping[str, object]
    ask: tuple[str, ...]
    held: Mapping[str, object]
    standing: Standing


class Offers(NamedTuple):
    """The facts told of; those told of on which no rule of the nation turns; and those untold."""

    told: tuple[Offer, ...]
    without_rules: tuple[str, ...]
    untold: tuple[str, ...]


def offers(facts: Mapping[str, Read], cues: Cues, nation: str, held: Held) -> Offers:
    """Return what a description offers a case of a nation; `held` gives the case's own answers.

    An answer of the case is as its file holds it, and None where it is not known.
    """
    of_use = {fact: nation not in cues.facts[fact].no_rule_in for fact in facts}
    evidenced = [fact for fact, read in facts.items() if read.evidence]
    return Offers(
        tuple(_offer(fact, facts[fact], cues, held) for fact in evidenced if of_use[fact]),
        tuple(fact for fact in evidenced if not of_use[fact]),
        tuple(fact for fact, read in facts.items() if of_use[fact] and not read.evidence),
    )


def confirmed(ticked: Iterable[Offer]) -> dict[str, object]:
    """Return what the offers that were confirmed set, as a case file holds it."""
    return {fact: value for offer in ticked for fact, value in offer.sets.items()}


def _offer(fact: str, read: Read, cues: Cues, held: Held) -> Offer:
    does = cues.facts[fact].confirmed[YES if read.answer == NOT_KNOWN else read.answer]
    if read.answer == NOT_KNOWN and not does.ask:
        does = Confirming({}, {}, tuple(_wanted(does))[:1])
    named = dict.fromkeys((fact, *does.sets, *does.ask))
    known = {name: value for name in named if (value := held(name)) is not None}
    standing = _standing(fact, read.answer, does, held) if does.sets else Standing.OPEN
    sets = {} if standing is Standing.SAME else does.sets
    return Offer(fact, read, sets, does.ask, known, standing)


def _wanted(does: Confirming) -> dict[str, object]:
    """Return what the case says once it is confirmed, without what is left open then."""
    return {fact: value for fact, value in does.sets.items() if value != NOT_KNOWN}


def _standing(fact: str, answer: str, does: Confirming, held: Held) -> Standing:
    wanted = _wanted(does)
    if all(_is_same(held(name), value) for name, value in wanted.items()):
        return Standing.SAME
    if any(_is_same(held(name), value) for name, value in does.said_by.items()):
        return Standing.SAME
    said = {fact: answer} | wanted
    differs = (held(name) not in (None, value) for name, value in said.items())
    return Standing.OPPOSITE if any(differs) else Standing.OPEN


def _is_same(held: object, value: object) -> bool:
    """Say whether two answers are one, however a number is written."""
    try:
        return held == value or Decimal(str(held)) == Decimal(str(value))
    except InvalidOperation:
        return False
