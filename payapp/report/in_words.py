"""The records that every face shows: an assessment in sentences, ready to print.

Nothing here computes; each sentence is made once, in this room, and shown everywhere.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from payapp.domain.plain_tables import Cell, Table

__all__ = [
    "Asked",
    "Because",
    "Cell",
    "FigureInWords",
    "FindingInWords",
    "Report",
    "SourceInWords",
    "Table",
]


class FigureInWords(NamedTuple):
    """A figure as a reader sees it: the amount, what it is, where it stands, and how sure."""

    sentence: str
    amount: Decimal
    nature: str
    provenance: str
    confidence: str
    sources: tuple[str, ...]
    item: str
    point: str
    area: str
    valid_from: date
    name: str
    area_in_words: str


class SourceInWords(NamedTuple):
    """Where a figure or a rule was read: a line that names it, and its address."""

    id: str
    line: str
    address: str


class Because(NamedTuple):
    """One test of the explanation: its sentence, how it came out, its rule and its fact.

    `criterion` is what the rule asks, which the sentence leaves out where it stands above.
    """

    sentence: str
    result: str
    result_in_words: str
    rule: str
    criterion: str
    citation: str
    fact: str
    value: str
    parts: tuple["Because", ...]


class Asked(NamedTuple):
    """A fact that would settle a finding, and the question to ask for it."""

    fact: str
    question: str


class FindingInWords(NamedTuple):
    """One finding in sentences; `symbol` stands beside every colour."""

    about: str
    title: str
    outcome: str
    outcome_in_words: str
    symbol: str
    headline: str
    explanation: tuple[str, ...]
    because: Because
    citations: tuple[str, ...]
    figures: tuple[FigureInWords, ...]
    money: tuple[str, ...]
    missing: tuple[Asked, ...]
    next_steps: tuple[str, ...]
    force: str


class Report(NamedTuple):
    """An assessment in sentences, in the order in which a reader takes them in."""

    title: str
    verdict: str
    direction: str | None
    symbol: str
    headline: str
    money: tuple[str, ...]
    undecided: tuple[str, ...]
    findings: tuple[FindingInWords, ...]
    missing: tuple[Asked, ...]
    used: tuple[str, ...]
    not_covered: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[SourceInWords, ...]
    data_version: str
