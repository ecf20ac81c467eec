"""What of a job description may be put into a case, and what the case says already, in words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from payapp.domain.plain_text import on_one_line, visible
from payapp.domain.tests_over_facts import Fact
from payapp.reading.confirming import Offer, Offers, Standing
from payapp.reading.reading import NOT_KNOWN
from payapp.report.figures_in_words import nation_in_words
from payapp.report.questions import answer_in_words, label_of, question_for
from payapp.report.reading_in_words import HEADINGS, quoted
from payapp.report.wording import Wording

_HELD: Final = {Standing.SAME: "same", Standing.OPPOSITE: "opposite"}


class Reader(NamedTuple):
    """In which words a case is told of: those of its nation, and of who reads it."""

    wording: Wording
    nation: str
    audience: str

    def label(self, fact: str) -> str:
        """Return the short name of a fact."""
        return label_of(fact, self.wording, self.nation, self.audience)

    def say(self, name: str, /, **values: object) -> str:
        """Return a text on reading a description."""
        nation = nation_in_words(self.nation, self.wording)
        return self.wording.say(f"reading.{name}", nation=nation, **values)


class ToldFact(NamedTuple):
    """A fact that a description tells of, as a person reads it before confirming it.

    `box` is what a tick says, and `spoken` the same for who cannot see what it stands below; both
    are empty where nothing can be confirmed. `instead` then says what to do, if anything.
    """

    offer: Offer
    label: str
    question: str
    quoted: tuple[str, ...]
    held: str
    box: str
    spoken: str
    instead: str


class Section(NamedTuple):
    """The facts below a heading, and in their place a list of facts where none is told apart."""

    heading: str
    facts: tuple[ToldFact, ...]
    listed: str = ""


class ToldDescription(NamedTuple):
    """What a description says, as it stands before a person who may confirm it."""

    title: str
    introduction: tuple[str, ...]
    sections: tuple[Section, ...]


def description_in_words(name: str, case: str, found: Offers, reader: Reader) -> ToldDescription:
    """Return what the description of a file offers the case of a name."""
    introduction = [reader.say("caution"), reader.say("into", case=visible(case))]
    if not found.told:
        introduction.append(reader.say("none"))
    return ToldDescription(
        reader.say("title", name=visible(name)),
        tuple(introduction),
        tuple(_sections(found, reader)),
    )


def _sections(found: Offers, reader: Reader) -> Iterator[Section]:
    for name, answer in HEADINGS.items():
        told = tuple(_told(offer, reader) for offer in found.told if offer.read.answer == answer)
        if told:
            yield Section(reader.say(f"heading.{name}"), told)
    for heading, facts in (
        ("without_rules", found.without_rules),
        ("heading.nothing", found.untold),
    ):
        if facts:
            yield Section(
                reader.say(heading), (), reader.say("listed", labels=_names(facts, reader))
            )


def _told(offer: Offer, reader: Reader) -> ToldFact:
    label, sentences = reader.label(offer.fact), quoted(offer.read, reader.wording)
    asked = question_for(offer.fact, reader.wording, reader.nation, reader.audience)
    box = _box(offer, reader) if offer.sets else ""
    spoken = reader.say("box.spoken", label=label, box=box, quoted=sentences[0]) if box else ""
    return ToldFact(
        offer,
        label,
        asked.question,
        sentences,
        _held(offer, reader),
        box,
        spoken,
        _instead(offer, reader),
    )


def _held(offer: Offer, reader: Reader) -> str:
    """Return what the case says of a fact now."""
    if not offer.held:
        return reader.say("held.open")
    name = _HELD.get(offer.standing, "told")
    return reader.say(f"held.{name}", held=_known(offer.fact, offer.held, reader))


def _box(offer: Offer, reader: Reader) -> str:
    answer = _answer(offer.fact, offer.read.answer, reader)
    sets = {fact: value for fact, value in offer.sets.items() if value != NOT_KNOWN}
    if sets.keys() == {offer.fact}:
        return reader.say("box.itself", answer=answer)
    return reader.say("box.sets", answer=answer, set=_known(offer.fact, sets, reader))


def _instead(offer: Offer, reader: Reader) -> str:
    if not offer.ask:
        return ""
    name = "look" if offer.held.keys() >= set(offer.ask) else "answer"
    return reader.say(f"instead.{name}", labels=_names(offer.ask, reader))


def _known(fact: str, held: Mapping[str, object], reader: Reader) -> str:
    """Return answers one after the other, that to the fact itself without its name."""
    return reader.say("joined").join(
        _answer(name, value, reader)
        if name == fact
        else reader.say("known", label=reader.label(name), value=_answer(name, value, reader))
        for name, value in held.items()
    )


def _answer(fact: str, value: object, reader: Reader) -> str:
    text = str(value)
    known = Fact(text) if text in set(Fact) else text
    return visible(on_one_line(answer_in_words(fact, known, reader.wording, reader.nation)))


def _names(facts: Iterable[str], reader: Reader) -> str:
    return reader.say("joined").join(map(reader.label, facts))
