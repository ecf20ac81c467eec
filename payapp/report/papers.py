"""A paper: sentences under headings, as the window, a printed page and the terminal show them."""

from typing import NamedTuple

INDENT = "  "


class Section(NamedTuple):
    """A heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


class Paper(NamedTuple):
    """A title, which may be empty, and its sections; one without lines is not shown."""

    title: str
    sections: tuple[Section, ...]


def paper_text(paper: Paper) -> str:
    """Return a paper as plain text."""
    parts = [paper.title] if paper.title else []
    for heading, body in paper.sections:
        if body:
            parts.append("\n".join((heading, *(f"{INDENT}{line}" for line in body))))
    return "\n\n".join(parts)
