"""A paper: sentences under headings, as the window, a printed page and the terminal show them."""

from collections.abc import Iterable
from typing import NamedTuple

from payapp.domain.plain_tables import Table
from payapp.report.wording import Wording

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


def paper_table(papers: Iterable[Paper], wording: Wording) -> Table:
    """Return papers as one sheet: a row for each line, after the heading that it stands under."""
    key = "casework.sheet.paper"
    rows = tuple(
        (section.heading, line)
        for paper in papers
        for section in paper.sections
        for line in section.lines
    )
    headings, kinds = wording.each(f"{key}.headings"), wording.each(f"{key}.kinds")
    return Table(wording.say(f"{key}.name"), headings, kinds, rows)
