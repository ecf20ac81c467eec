"""The rep's sheet: what to have at hand in a meeting about one case, on one page."""

from collections.abc import Iterator
from datetime import date

from payapp.domain.assessment import Assessment
from payapp.domain.library import Library
from payapp.report.assessment_in_words import describe
from payapp.report.finding_values import Scene, instrument_in_words
from payapp.report.in_words import FigureInWords, Report
from payapp.report.printed import (
    Block,
    Kind,
    Printed,
    answer_blocks,
    facts_told,
    items,
    paper,
    steps,
    under,
)
from payapp.report.questions import words_of_audience
from payapp.report.wording import Wording, capitalised

AUDIENCE = "rep"
MOST_QUESTIONS = 8


def rep_sheet(assessment: Assessment, library: Library, wording: Wording, made: date) -> Printed:
    """Return findings, figures, paragraphs, facts, questions and steps for one page."""
    report = describe(assessment, library, wording, AUDIENCE)
    scene = Scene(assessment.case, library, wording.of(assessment.case.nation), AUDIENCE)
    words = words_of_audience(wording, assessment.case.nation, AUDIENCE)
    title = wording.say("print.sheet.title")
    entered = " ".join(facts_told(report))
    blocks = (
        *answer_blocks(assessment, report, wording, title),
        *under(wording.say("heading.findings"), _findings(report, wording)),
        *under(wording.say("print.sheet.figures"), items(_figures(report, wording), wording)),
        *under(wording.say("print.sheet.paragraphs"), items(_rules(assessment, scene), wording)),
        *under(wording.say("print.sheet.facts"), [Block(Kind.TEXT, entered)] if entered else []),
        *under(wording.say("casework.pack.questions"), _questions(report, wording)),
        *under(
            wording.say("heading.next_steps", **words),
            steps(report.next_steps, wording),
        ),
        Block(Kind.ASIDE, report.not_covered[0]),
    )
    return paper(assessment, wording, made, title, blocks)._replace(one_page=True)


def _findings(report: Report, wording: Wording) -> Iterator[Block]:
    for finding in report.findings:
        told = wording.say("print.sheet.finding", title=finding.title, headline=finding.headline)
        yield Block(Kind.ITEM, told, finding.symbol)


def _figures(report: Report, wording: Wording) -> Iterator[str]:
    """Yield each figure once, with what binds it."""
    used = (figure for finding in report.findings for figure in finding.figures)
    for figure in dict.fromkeys(used):
        yield _figure(figure, wording)


def _figure(figure: FigureInWords, wording: Wording) -> str:
    nature = capitalised(figure.nature)
    return wording.say("print.sheet.figure", sentence=figure.sentence, nature=nature)


def _rules(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Yield the paragraphs cited, a line for each document as it was read."""
    wording = scene.wording
    found: dict[tuple[str, str], dict[str, None]] = {}
    unnumbered = wording.each("citation.without-paragraph")
    for citation in (each for finding in assessment.findings for each in finding.citations):
        instrument = instrument_in_words(citation.instrument, citation.edition, scene)
        verified = wording.say(f"citation.verified.{citation.checked}")
        paragraphs = found.setdefault((instrument, verified), {})
        if citation.paragraph not in unnumbered:
            paragraphs[citation.paragraph] = None
    for (instrument, verified), paragraphs in found.items():
        key = "print.sheet.rules" if paragraphs else "print.sheet.rules-without-paragraph"
        joined = wording.say("print.sheet.between").join(paragraphs)
        yield wording.say(key, instrument=instrument, verified=verified, paragraphs=joined)


def _questions(report: Report, wording: Wording) -> Iterator[Block]:
    """Yield the questions that would settle most, with a box to tick; count the others."""
    first, others = report.missing[:MOST_QUESTIONS], report.missing[MOST_QUESTIONS:]
    yield from items((asked.question for asked in first), wording, "print.sheet.box")
    if others:
        yield Block(Kind.TEXT, wording.say("print.sheet.more_questions", count=len(others)))
