"""Paragraphs of one document as a list to look them up by: each once, in the document's order."""

import re
from collections.abc import Iterable, Iterator

_PARTED = re.compile(r"; |(?<=\d), (?=\d)")
_REMARKED = re.compile(r"(?P<paragraph>\d\S*) \((?P<remark>\D+)\)")
_TOKEN = re.compile(r"\d+|[a-z]+")
_RANGE = re.compile(r"(?P<stem>.*?)\(?(?P<first>\d+|[a-z])\)?-\(?(?P<last>\d+|[a-z])\)?")
_OF_ANOTHER_NUMBERING = re.compile(r" \(\d")
Place = tuple[str, ...]
_NAMED_PART, _NUMBER, _OTHER_WORDS = range(3)


def paragraphs_in_order(cited: Iterable[str], beside: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what rules cite of a document: named parts, then numbers, then other words.

    What lies within another paragraph of the list, or of those that stand `beside` it, is left
    out. A remark that stands behind several numbers is told once, behind the last of them.
    """
    single = {part for text in cited for part in _PARTED.split(text) if part}
    wider, kept = list(beside), []
    for paragraph in sorted(single, key=_width):
        if not any(_lies_within(paragraph, other) for other in wider):
            kept.append(paragraph)
            wider.append(paragraph)
    return tuple(_remarks_once(sorted(kept, key=_place)))


def _width(paragraph: str) -> tuple[bool, int, int, str]:
    """Have what takes in more come first, and what carries a remark last."""
    places = _places(paragraph)
    return bool(_REMARKED.fullmatch(paragraph)), min(map(len, places)), -len(places), paragraph


def _lies_within(paragraph: str, other: str) -> bool:
    """Say whether who looks up the other reads this paragraph too: 40.1 lies within 40-41."""
    if _OF_ANOTHER_NUMBERING.search(paragraph) or _REMARKED.fullmatch(other):
        return False
    remarked = _REMARKED.fullmatch(paragraph)
    sought = _places(remarked["paragraph"] if remarked else paragraph)
    wider = _places(other)
    return all(any(place[: len(each)] == each for each in wider) for place in sought)


def _places(paragraph: str) -> tuple[Place, ...]:
    """Return what a paragraph names as steps down into the document; a range names each of it."""
    return tuple(place for part in paragraph.lower().split(" / ") for place in _of_a_range(part))


def _of_a_range(part: str) -> tuple[Place, ...]:
    found = _RANGE.fullmatch(part)
    if found is None or found["first"].isdigit() is not found["last"].isdigit():
        return (tuple(_TOKEN.findall(part)),)
    stem = tuple(_TOKEN.findall(found["stem"]))
    return tuple((*stem, step) for step in _steps(found["first"], found["last"]))


def _steps(first: str, last: str) -> Iterator[str]:
    if first.isdigit():
        return map(str, range(int(first), int(last) + 1))
    return map(chr, range(ord(first), ord(last) + 1))


def _remarks_once(paragraphs: Iterable[str]) -> Iterator[str]:
    remarked: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        found = _REMARKED.fullmatch(paragraph)
        if found is None:
            yield paragraph
        else:
            remarked.setdefault(found["remark"], []).append(found["paragraph"])
    for remark, numbers in remarked.items():
        yield f"{', '.join(numbers)} ({remark})"


def _place(paragraph: str) -> tuple[int, list[tuple[bool, int, str]]]:
    """Numbers go by what they count: 20.4 before 20.10, and 49 before 49(1)."""
    remarked = _REMARKED.fullmatch(paragraph)
    looked_up = remarked["paragraph"] if remarked else paragraph
    tokens = [
        (not token.isdigit(), int(token) if token.isdigit() else 0, token)
        for token in _TOKEN.findall(looked_up.lower())
    ]
    if paragraph[0].isdigit():
        return _NUMBER, tokens
    return (_NAMED_PART if any(map(str.isdigit, paragraph)) else _OTHER_WORDS), tokens
