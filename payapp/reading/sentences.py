"""A text taken apart into sentences that know where they stand in it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

LONGEST_HEADING: Final = 70
WORDS_OF_A_NUMBERED_HEADING: Final = 4
LINES_AT_THE_TOP: Final = 6
LONGEST_AT_THE_TOP: Final = 120
LONGEST_SENTENCE: Final = 2000

_BULLET = re.compile(r"\s*(?:[-*•·▪–—o>]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9£-])|(?<=;)\s+")
_SHORT_FORMS = re.compile(
    r"\b(?:e\.g|i\.e|etc|approx|incl|Mr|Mrs|Ms|Dr|St|No|para|yrs?|hrs?)\.\s*$"
)
_ENDS_A_SENTENCE = (".", "!", "?", ";", ":")


class Place(StrEnum):
    """Where a sentence stands: above the first section, as a heading, or in a section."""

    TOP = "top"
    HEADING = "heading"
    BODY = "body"


class Sentence(NamedTuple):
    """A sentence, a point of a list or a heading; `text` is the given text from start to end.

    `section` is the heading above it, or nothing.
    """

    text: str
    start: int
    end: int
    place: Place
    section: str


class _Block(NamedTuple):
    """Lines that belong together: a paragraph, or a point of a list with its further lines."""

    start: int
    end: int
    is_point: bool
    is_numbered: bool


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in their order."""
    section, is_top, in_list = "", True, False
    blocks = list(_blocks(text))
    for number, block in enumerate(blocks):
        inside = text[block.start : block.end]
        is_heading = _is_heading(inside, block)
        leads_a_list = is_heading and any(each.is_point for each in blocks[number + 1 : number + 2])
        is_top = is_top and number < LINES_AT_THE_TOP and len(inside) <= LONGEST_AT_THE_TOP
        is_top = is_top and not block.is_point and not (leads_a_list and number > 0)
        if not is_top and is_heading:
            section, in_list = inside, False
            yield Sentence(inside, block.start, block.end, Place.HEADING, section)
            continue
        if in_list and not block.is_point:
            section = ""  # the list that stood below the heading is over
        in_list = block.is_point
        place = Place.TOP if is_top else Place.BODY
        for begin, over in _parts(text, block):
            for start, end in _cut(text, begin, over):
                yield Sentence(text[start:end], start, end, place, section)


def _is_heading(inside: str, block: _Block) -> bool:
    if "\n" in inside or _END.search(inside) or inside.endswith((".", "!", "?", ";", ",")):
        return False
    if block.is_numbered:
        return len(inside.split()) <= WORDS_OF_A_NUMBERED_HEADING
    return len(inside) <= LONGEST_HEADING and not block.is_point


def _blocks(text: str) -> Iterator[_Block]:
    """Yield lines joined where the next goes on with the sentence of the one before."""
    current: _Block | None = None
    for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        point = _BULLET.match(line[0])
        if point and point.end() < len(line[0]):
            start = line.start() + point.end()
        goes_on = line[0].lstrip()[:1].islower() and not point
        if current and goes_on and _may_go_on(text, current, start):
            current = current._replace(end=end)
            continue
        if current:
            yield current
        numbered = point is not None and bool(re.search(r"\d", point[0]))
        current = _Block(start, end, point is not None, numbered)
    if current:
        yield current


def _may_go_on(text: str, block: _Block, start: int) -> bool:
    between = text[block.end : start]
    return between.count("\n") == 1 and not text[: block.end].endswith(_ENDS_A_SENTENCE)


def _parts(text: str, block: _Block) -> Iterator[tuple[int, int]]:
    begin = block.start
    for end in _END.finditer(text, block.start, block.end):
        if _SHORT_FORMS.search(text, begin, end.end()):
            continue
        yield begin, end.start()
        begin = end.end()
    if begin < block.end:
        yield begin, block.end


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or in pieces between words where it goes on and on."""
    while end - begin > LONGEST_SENTENCE:
        furthest = begin + LONGEST_SENTENCE
        cut = text.rfind(" ", begin + 1, furthest)
        yield begin, cut if cut > 0 else furthest
        begin = cut + 1 if cut > 0 else furthest
    if begin < end:
        yield begin, end
