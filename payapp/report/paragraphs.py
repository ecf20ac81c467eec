"""Paragraphs of one document as a list to look them up by: each once, in the document's order."""

import re
from collections.abc import Iterable, Iterator

_PARTED = re.compile(r"; |(?<=\d), (?=\d)")
_REMARKED = re.compile(r"(?P<paragraph>\d\S*) \((?P<remark>\D+)\)")
_TOKEN = re.compile(r"\d+|[a-z]+")
_NAMED_PART, _NUMBER, _OTHER_WORDS = range(3)


def paragraphs_in_order(cited: Iterable[str]) -> tuple[str, ...]:
    """Return what rules cite of a document: named parts, then numbers, then other words.

    A remark that stands behind several numbers is told once, behind the last of them.
    """
    single = {part for text in cited for part in _PARTED.split(text) if part}
    return tuple(_remarks_once(sorted(single, key=_place)))


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
