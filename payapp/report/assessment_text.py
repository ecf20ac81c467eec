"""An assessment as plain text for a terminal, in the order in which a reader takes it in."""

from collections.abc import Iterable, Iterator

from payapp.domain.assessment import Assessment
from payapp.domain.library import Library
from payapp.report.assessment_in_words import describe
from payapp.report.in_words import Asked, Because, FigureInWords, FindingInWords, Report
from payapp.report.questions import label_of, words_of_audience
from payapp.report.wording import Wording, capitalised

INDENT = "  "


def assessment_text(
    assessment: Assessment, library: Library, wording: Wording, audience: str = "teacher"
) -> str:
    """Return an assessment as text: the answer, the money, the reasons, and what to do next."""
    report = describe(assessment, library, wording, audience)
    words = words_of_audience(wording, assessment.case.nation, audience)

    def section(name: str, lines: Iterable[str]) -> Iterator[str]:
        held = [f"{INDENT}{line}" for line in lines]
        if held:
            yield ""
            yield wording.say(f"heading.{name}", **words)
            yield from held

    lines = [
        report.title,
        wording.say("verdict_line", symbol=report.symbol, headline=report.headline),
        *section("money", report.money),
        *section("undecided", report.undecided),
        *section("missing", _asked(report.missing, assessment, wording)),
        *_findings(report, wording, words),
        *section("used", report.used),
        *section("not_covered", report.not_covered),
        *section("next_steps", report.next_steps),
        *section("sources", [source.line for source in report.sources]),
        *section("data_version", (report.data_version,)),
    ]
    return "\n".join(lines)


def _asked(missing: Iterable[Asked], assessment: Assessment, wording: Wording) -> Iterator[str]:
    for asked in missing:
        label = label_of(asked.fact, wording, assessment.case.nation)
        yield wording.say("asked_line", label=label, question=asked.question)


def _findings(report: Report, wording: Wording, words: dict[str, object]) -> Iterator[str]:
    yield ""
    yield wording.say("heading.findings", **words)
    for finding in report.findings:
        yield ""
        yield from (f"{INDENT}{line}".rstrip() for line in _finding(finding, wording))


def _finding(finding: FindingInWords, wording: Wording) -> Iterator[str]:
    yield wording.say(
        "finding_line", symbol=finding.symbol, title=finding.title, headline=finding.headline
    )
    yield from (f"{INDENT}{line}" for line in (*finding.explanation, *finding.money))
    yield f"{INDENT}{wording.say('heading.because')}"
    yield from because_lines(finding.because, wording, depth=2)
    figures = [f"{INDENT * 2}{_figure(figure, wording)}" for figure in finding.figures]
    if figures:
        yield f"{INDENT}{wording.say('heading.figures')}"
        yield from figures


def _figure(figure: FigureInWords, wording: Wording) -> str:
    return wording.say(
        "figure_line",
        sentence=figure.sentence,
        sure=how_sure(figure),
        sources=", ".join(figure.sources),
    )


def how_sure(figure: FigureInWords) -> str:
    """Return what a figure is, where it was read, and how sure it is, as sentences."""
    parts = (figure.nature, figure.provenance, figure.confidence)
    return " ".join(f"{capitalised(part)}." for part in parts)


def because_lines(
    because: Because, wording: Wording, depth: int = 0, above: str = ""
) -> Iterator[str]:
    """Yield a test and those below it, indented, each with its result and its paragraph.

    A paragraph that is that of the test above is not repeated.
    """
    symbol = wording.say(f"result_symbol.{because.result}")
    line = wording.say(
        "because_line", symbol=symbol, result=because.result_in_words, sentence=because.sentence
    )
    new = because.citation and because.citation != above
    yield f"{INDENT * depth}{line}{f' [{because.citation}]' if new else ''}"
    for part in because.parts:
        yield from because_lines(part, wording, depth + 1, because.citation)
