"""What a job description says of a post: as text, and as JSON."""

from collections.abc import Iterator, Mapping
from typing import Final

from payapp.domain.plain_text import visible
from payapp.reading.reading import NO, NOT_KNOWN, YES, Read
from payapp.reading.sentences import Sentence
from payapp.report.questions import label_of
from payapp.report.wording import Wording

MOST_QUOTED: Final = 300
HEADINGS: Final = {"yes": YES, "no": NO, "both": NOT_KNOWN}


def read_as_json(facts: Mapping[str, Read]) -> dict[str, object]:
    """Return each fact with its answer, and the sentences with their places in the text."""
    return {"facts": {fact: _as_json(read) for fact, read in facts.items()}}


def _as_json(read: Read) -> dict[str, object]:
    evidence = [
        {"sentence": each.text, "start": each.start, "end": each.end} for each in read.evidence
    ]
    return {"answer": read.answer, "evidence": evidence}


def read_in_text(name: str, facts: Mapping[str, Read], wording: Wording) -> str:
    """Return what the description of a file shows, rules out and leaves open."""
    lines = [wording.say("reading.title", name=visible(name)), wording.say("reading.caution")]
    found = False
    for heading, answer in HEADINGS.items():
        told = {fact: read for fact, read in facts.items() if _is(read, answer)}
        if told:
            found = True
            lines += ["", wording.say(f"reading.heading.{heading}"), *_told(told, wording)]
    if not found:
        lines += ["", wording.say("reading.none")]
    silent = [fact for fact, read in facts.items() if not read.evidence]
    if silent:
        lines += ["", wording.say("reading.heading.nothing"), *(_fact(f, wording) for f in silent)]
    return "\n".join(lines)


def _is(read: Read, answer: str) -> bool:
    return read.answer == answer and bool(read.evidence)


def _told(facts: Mapping[str, Read], wording: Wording) -> Iterator[str]:
    for fact, read in facts.items():
        yield _fact(fact, wording)
        for each in quoted(read, wording):
            yield wording.say("reading.evidence", quoted=each)


def quoted(read: Read, wording: Wording) -> tuple[str, ...]:
    """Return the sentences that an answer rests on, each on one line in quotation marks.

    Of one that goes on and on the start is quoted.
    """
    return tuple(wording.say("reading.quoted", sentence=_start(each)) for each in read.evidence)


def _start(sentence: Sentence) -> str:
    text = visible(" ".join(sentence.text.split()))
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED].rsplit(' ', 1)[0]} …"


def _fact(fact: str, wording: Wording) -> str:
    return wording.say("reading.fact", label=label_of(fact, wording))
