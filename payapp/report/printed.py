"""The report of a case as a page holds it: blocks of text in their order, with numbered notes.

It knows neither fonts nor paper. Every sentence is the one that every other face shows; nothing
here is marked up, so that what a person typed stays text.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from payapp.domain.assessment import Assessment
from payapp.domain.library import Library
from payapp.report.assessment_in_words import describe
from payapp.report.assessment_text import how_sure
from payapp.report.data_in_words import data_line
from payapp.report.in_words import Because, FigureInWords, FindingInWords, Report
from payapp.report.questions import words_of_audience
from payapp.report.wording import Wording


class Kind(StrEnum):
    """What a block is, which decides how it looks."""

    TITLE = "title"
    ASIDE = "aside"
    VERDICT = "verdict"
    MONEY = "money"
    HEADING = "heading"
    FINDING = "finding"
    LABEL = "label"
    TEXT = "text"
    ITEM = "item"
    TEST = "test"
    FACT = "fact"
    NOTE = "note"


class Block(NamedTuple):
    """One paragraph: `mark` hangs before it, `notes` are the numbers of its notes.

    `depth` says how many steps it is moved in. Facts stand side by side.
    """

    kind: Kind
    text: str
    mark: str = ""
    notes: tuple[int, ...] = ()
    depth: int = 0


class Printed(NamedTuple):
    """A paper: its blocks, and what stands at the head and the foot of each page.

    `subject` is what the properties of a file may say: nothing of the case. `page` holds `{page}`
    and `{pages}`, `note` holds `{number}`.

    A paper of which `one_page` holds is made to fit:
    smaller first, then by the `shorter` blocks, one after the other.
    """

    subject: str
    head: tuple[str, str]
    foot: str
    page: str
    note: str
    blocks: tuple[Block, ...]
    one_page: bool = False
    shorter: tuple[tuple[Block, ...], ...] = ()

    def text(self) -> str:
        """Return every word between head and foot, a line a block."""
        return "\n".join(f"{block.mark} {block.text}".strip() for block in self.blocks)


class _Notes:
    """Numbers notes from 1 in the order in which they are first mentioned."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, note: str) -> tuple[int, ...]:
        """Return the number of a note; nothing for an empty one."""
        return (self._numbers.setdefault(note, len(self._numbers) + 1),) if note else ()

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Yield every note with its number."""
        return iter(self._numbers.items())


def printed_report(
    assessment: Assessment,
    library: Library,
    wording: Wording,
    made: date,
    audience: str = "teacher",
) -> Printed:
    """Return the report of a case, with everything that the answer rests on."""
    subject = wording.say("title.without")
    blocks = report_blocks(assessment, library, wording, audience)
    return paper(assessment, library, wording, made, subject, blocks)


def report_blocks(
    assessment: Assessment, library: Library, wording: Wording, audience: str
) -> tuple[Block, ...]:
    """Return the blocks of the report of a case, from its question to its sources."""
    report = describe(assessment, library, wording, audience)
    words = words_of_audience(wording, assessment.case.nation, audience)
    notes = _Notes()

    def section(name: str, blocks: Iterable[Block]) -> Iterator[Block]:
        yield from under(wording.say(f"heading.{name}", **words), blocks)

    return (
        *answer_blocks(assessment, report, wording, wording.say("title.without")),
        *section("undecided", items(report.undecided, wording)),
        *section("missing", items((asked.question for asked in report.missing), wording)),
        *section("next_steps", steps(report.next_steps, wording)),
        *section("findings", _findings(report.findings, wording, notes)),
        *section("used", facts(report)),
        *section("not_covered", items(report.not_covered, wording)),
        *under(wording.say("print.notes"), _notes(notes, wording)),
        *section("sources", (Block(Kind.NOTE, source.line) for source in report.sources)),
    )


def paper(
    assessment: Assessment,
    library: Library,
    wording: Wording,
    made: date,
    subject: str,
    blocks: Iterable[Block],
) -> Printed:
    """Return blocks as a paper that names case, day of making and data version on each page."""
    return Printed(
        subject,
        (_reference(assessment, wording), wording.say("print.made", made=made)),
        data_line(library, assessment.case.nation, assessment.case.on, wording),
        str(wording.text("workbook.page")),
        str(wording.text("print.note")),
        tuple(blocks),
    )


def _reference(assessment: Assessment, wording: Wording) -> str:
    reference = assessment.case.reference
    return wording.say("print.case" if reference else "print.no-case", reference=reference)


def answer_blocks(
    assessment: Assessment, report: Report, wording: Wording, title: str
) -> Iterator[Block]:
    """Yield what is read first: what is asked, of which case, the answer, and the money."""
    yield Block(Kind.TITLE, title)
    if assessment.case.reference:
        yield Block(Kind.ASIDE, assessment.case.reference)
    yield Block(Kind.ASIDE, report.used[0])
    verdict = wording.say("print.verdict", symbol=report.symbol, headline=report.headline)
    yield Block(Kind.VERDICT, verdict)
    for place, line in enumerate(report.money):
        yield Block(Kind.TEXT if place else Kind.MONEY, line)


def under(heading: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks under a heading; nothing where there are none."""
    held = tuple(blocks)
    if held:
        yield Block(Kind.HEADING, heading)
        yield from held


def items(lines: Iterable[str], wording: Wording, mark: str = "print.bullet") -> Iterator[Block]:
    """Yield lines as the points of a list."""
    for line in lines:
        yield Block(Kind.ITEM, line, wording.say(mark))


def steps(lines: Iterable[str], wording: Wording) -> Iterator[Block]:
    """Yield lines as numbered steps."""
    for number, line in enumerate(lines, start=1):
        yield Block(Kind.ITEM, line, wording.say("print.step", number=number))


def facts_told(report: Report) -> tuple[str, ...]:
    """Return what was entered, without day and place and without the figures, shown elsewhere."""
    figures = {figure.sentence for finding in report.findings for figure in finding.figures}
    return tuple(line for line in report.used[1:] if line not in figures)


def facts(report: Report) -> Iterator[Block]:
    """Yield what was entered, to stand side by side."""
    for line in facts_told(report):
        yield Block(Kind.FACT, line)


def _findings(
    findings: Iterable[FindingInWords], wording: Wording, notes: _Notes
) -> Iterator[Block]:
    for finding in findings:
        outcome = finding.outcome_in_words
        title = wording.say("print.finding", title=finding.title, outcome=outcome)
        yield Block(Kind.FINDING, title, finding.symbol)
        for line in (finding.headline, *finding.explanation, *finding.money):
            yield Block(Kind.TEXT, line)
        yield Block(Kind.LABEL, wording.say("heading.because"))
        yield from _tests(finding.because, wording, notes)
        if finding.figures:
            yield Block(Kind.LABEL, wording.say("heading.figures"))
        for figure in finding.figures:
            note = notes.number(_figure_note(figure, wording))
            yield Block(Kind.TEST, figure.sentence, wording.say("print.bullet"), note)


def _tests(test: Because, wording: Wording, notes: _Notes, depth: int = 0) -> Iterator[Block]:
    """Yield a test and those below it, each moved in under the one that it is a part of."""
    sentence = wording.say("print.test", result=test.result_in_words, sentence=test.sentence)
    symbol = wording.say(f"result_symbol.{test.result}")
    yield Block(Kind.TEST, sentence, symbol, notes.number(test.citation), depth)
    for part in test.parts:
        yield from _tests(part, wording, notes, depth + 1)


def _figure_note(figure: FigureInWords, wording: Wording) -> str:
    sources = ", ".join(figure.sources)
    return wording.say("print.figure_note", sure=how_sure(figure), sources=sources)


def _notes(notes: _Notes, wording: Wording) -> Iterator[Block]:
    for text, number in notes:
        yield Block(Kind.NOTE, text, wording.say("print.note", number=number))
