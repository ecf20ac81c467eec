"""The rep's sheet: what to have at hand in a meeting about one case, on one page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from payapp.domain.assessment import Assessment
from payapp.domain.findings import Outcome
from payapp.domain.library import Library
from payapp.report.assessment_in_words import describe
from payapp.report.because_in_words import verified_in_words
from payapp.report.finding_values import Scene, instrument_in_words
from payapp.report.in_words import FigureInWords, Report
from payapp.report.paragraphs import paragraphs_in_order
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
from payapp.report.questions_to_employer import questions_to_employer
from payapp.report.wording import Wording, capitalised

AUDIENCE = "rep"
ASIDE = (Outcome.NOT_DUE, Outcome.DOES_NOT_APPLY)
MOST_QUESTIONS = 8
NOT_VERIFIED = 1
LEFT_OUT_IN_TURN = ((), ("facts",), ("facts", "paragraphs"))


def rep_sheet(assessment: Assessment, library: Library, wording: Wording, made: date) -> Printed:
    """Return findings, figures, facts, paragraphs, questions and steps for one page.

    What the full report holds too is left out, part by part, where there is no room for it.
    """
    report = describe(assessment, library, wording, AUDIENCE)
    scene = Scene(assessment.case, library, wording.of(assessment.case.nation), AUDIENCE)
    title = wording.say("print.sheet.title")
    entered = " ".join(facts_told(report))
    spare = {
        "paragraphs": tuple(items(_rules(assessment, scene), wording)),
        "facts": (Block(Kind.TEXT, entered),) if entered else (),
    }
    first = (
        *answer_blocks(assessment, report, wording, title),
        *under(wording.say("heading.undecided"), items(report.undecided, wording)),
        *under(wording.say("heading.findings"), _findings(report, wording)),
        *under(wording.say("print.sheet.figures"), items(_figures(report, wording), wording)),
    )
    last = tuple(_to_do(assessment, report, wording))
    whole, *shorter = (
        (*first, *_kept(spare, left_out, wording), *last) for left_out in LEFT_OUT_IN_TURN
    )
    sheet = paper(assessment, library, wording, made, title, whole)
    return sheet._replace(one_page=True, shorter=tuple(shorter))


def _kept(
    spare: Mapping[str, Iterable[Block]], left_out: tuple[str, ...], wording: Wording
) -> Iterator[Block]:
    """Yield the parts for which there is room, and name those for which there is none."""
    for part, blocks in spare.items():
        if part not in left_out:
            yield from under(wording.say(f"print.sheet.{part}"), blocks)
    if left_out:
        parts = ", ".join(wording.say(f"print.sheet.{part}") for part in left_out)
        yield Block(Kind.TEXT, wording.say("print.sheet.left_out", parts=parts))


def _to_do(assessment: Assessment, report: Report, wording: Wording) -> Iterator[Block]:
    """Yield what to ask the employer, and the steps in the order a union would take them."""
    words = words_of_audience(wording, assessment.case.nation, AUDIENCE)
    asked = questions_to_employer(assessment, report, wording)
    yield from under(wording.say("casework.pack.questions"), _questions(asked, wording))
    heading = wording.say("heading.next_steps", **words)
    yield from under(heading, steps(report.next_steps, wording))
    yield Block(Kind.ASIDE, report.not_covered[0])


def _findings(report: Report, wording: Wording) -> Iterator[Block]:
    for finding in report.findings:
        told = wording.say("print.sheet.finding", title=finding.title, headline=finding.headline)
        yield Block(Kind.ITEM, told, finding.symbol)


def _figures(report: Report, wording: Wording) -> Iterator[str]:
    """Yield each figure once, with what binds it, and where it was not printed what it rests on."""
    used = (figure for finding in report.findings for figure in finding.figures)
    for figure in dict.fromkeys(used):
        yield _figure(figure, wording)


def _figure(figure: FigureInWords, wording: Wording) -> str:
    told = {"sentence": figure.sentence, "nature": capitalised(figure.nature)}
    if figure.provenance == wording.say("figure.provenance.printed"):
        return wording.say("print.sheet.figure", **told)
    return wording.say("print.sheet.figure-not-printed", provenance=figure.provenance, **told)


def _rules(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Yield the paragraphs of what may be due, document by document."""
    found: dict[str, dict[tuple[int, str], list[str]]] = {}
    telling = (finding for finding in assessment.findings if finding.outcome not in ASIDE)
    for citation in (each for finding in telling for each in finding.citations):
        instrument = instrument_in_words(citation.instrument, citation.edition, scene.setting)
        verified = verified_in_words(citation, scene.setting)
        read = found.setdefault(instrument, {})
        read.setdefault((citation.checked, verified), []).append(citation.paragraph)
    for instrument, read in found.items():
        yield from _lines_of(instrument, read, scene.wording)


def _lines_of(
    instrument: str, read: Mapping[tuple[int, str], list[str]], wording: Wording
) -> Iterator[str]:
    """Yield a line for each way in which a document was read, the surest first.

    A number that was not verified is left out where it lies within one that was, and so is a
    line that would name the document alone again.
    """
    told: list[str] = []
    by_surety = sorted(read.items(), key=lambda line: -line[0][0])
    for place, ((checked, verified), cited) in enumerate(by_surety):
        paragraphs = paragraphs_in_order(cited, told if checked == NOT_VERIFIED else ())
        told += paragraphs
        if place and not paragraphs:
            continue
        key = "print.sheet.rules" if paragraphs else "print.sheet.rules-without-paragraph"
        joined = wording.say("print.sheet.between").join(paragraphs)
        yield wording.say(key, instrument=instrument, verified=verified, paragraphs=joined)


def _questions(asked: tuple[str, ...], wording: Wording) -> Iterator[Block]:
    """Yield the questions that would settle most, with a box to tick; count the others."""
    first, others = asked[:MOST_QUESTIONS], asked[MOST_QUESTIONS:]
    yield from items(first, wording, "print.sheet.box")
    if others:
        yield Block(Kind.TEXT, wording.say("print.sheet.more_questions", count=len(others)))
