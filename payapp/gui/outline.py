"""A report as lines that open: what the list beside the form shows. No Qt here."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from payapp.domain.assessment import Verdict
from payapp.domain.findings import Outcome
from payapp.domain.tests_over_facts import Result
from payapp.gui.tones import Tone
from payapp.report.in_words import (
    Asked,
    Because,
    FigureInWords,
    FindingInWords,
    Report,
    SourceInWords,
)
from payapp.report.wording import Wording, capitalised

QUESTIONS_AT_ONCE: Final = 5

TONE_OF_VERDICT: Final = {
    Verdict.APPROPRIATE: Tone.GOOD,
    Verdict.NOT_APPROPRIATE: Tone.BAD,
    Verdict.QUESTIONABLE: Tone.DOUBT,
    Verdict.CANNOT_TELL: Tone.UNKNOWN,
    Verdict.DOES_NOT_APPLY: Tone.ASIDE,
}
TONE_OF_OUTCOME: Final = {
    Outcome.BELOW: Tone.BAD,
    Outcome.DUE_BUT_MISSING: Tone.BAD,
    Outcome.NOT_PERMITTED: Tone.BAD,
    Outcome.ABOVE: Tone.BAD,
    Outcome.BELOW_ADVISORY: Tone.DOUBT,
    Outcome.AWARD_PENDING: Tone.DOUBT,
    Outcome.SHORT_OF_GUIDANCE: Tone.DOUBT,
    Outcome.MAY_BE_CONSIDERED: Tone.NOTE,
    Outcome.CANNOT_TELL: Tone.UNKNOWN,
    Outcome.IN_LINE: Tone.GOOD,
    Outcome.NOT_DUE: Tone.ASIDE,
    Outcome.DOES_NOT_APPLY: Tone.ASIDE,
}
TONE_OF_RESULT: Final = {
    Result.MET: Tone.GOOD,
    Result.NOT_MET: Tone.ASIDE,
    Result.NOT_KNOWN: Tone.UNKNOWN,
}
MARK_OF_RESULT: Final = {Result.MET: "✓", Result.NOT_MET: "✗", Result.NOT_KNOWN: "?"}


class Form(StrEnum):
    """What a line looks like."""

    HEADING = "heading"
    FINDING = "finding"
    PART = "part"
    TEST = "test"
    TEXT = "text"
    STEP = "step"
    QUESTION = "question"
    MONEY = "money"
    FIGURE = "figure"


class Line(NamedTuple):
    """One line: what it shows, what is read aloud, and the lines that it opens into.

    `key` stays the same from one report to the next, so that what is open stays open. `fact`
    names the question that the line leads to.
    """

    key: str
    form: Form
    text: str
    spoken: str
    detail: str = ""
    mark: str = ""
    word: str = ""
    tone: Tone = Tone.ASIDE
    fact: str = ""
    parts: tuple["Line", ...] = ()
    starts_open: bool = False


class Outline:
    """Makes the lines of one report after the other; a finding that stays keeps its lines."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._words: Mapping[str, object] = {}
        self._made: dict[str, tuple[FindingInWords, Line]] = {}
        self._figures: dict[tuple[str, FigureInWords], Line] = {}
        self._sources: dict[str, SourceInWords] = {}

    def of(self, report: Report, words: Mapping[str, object]) -> tuple[Line, ...]:
        """Return a report as lines, in the order in which a reader takes them in.

        `words` are those that differ by reader and nation.
        """
        if words != self._words:
            self._words = words
            self._made.clear()
            self._figures.clear()
        self._sources = {source.id: source for source in report.sources}
        return tuple(self._lines(report))

    def _lines(self, report: Report) -> Iterator[Line]:
        """Yield the headings with what stands below them."""
        yield from self._heading("undecided", _texts("undecided", report.undecided, Form.STEP))
        yield from self._heading("missing", self._questions("missing", report.missing), opened=True)
        yield from self._heading("findings", tuple(self._findings(report.findings)), opened=True)
        yield from self._heading("next_steps", _texts("next", report.next_steps, Form.STEP))
        yield from self._heading("used", tuple(self._used(report)))
        yield from self._heading("not_covered", _texts("not-covered", report.not_covered))
        sources = tuple(_source(f"sources.{each.id}", each) for each in report.sources)
        yield from self._heading("sources", sources)

    def _heading(
        self, name: str, parts: tuple[Line, ...], *, opened: bool = False
    ) -> Iterator[Line]:
        if parts:
            text = self._named(name)
            yield Line(name, Form.HEADING, text, text, parts=parts, starts_open=opened)

    def _say(self, name: str, /, **values: object) -> str:
        return self._wording.say(f"window.answer.{name}", **values)

    def _named(self, name: str) -> str:
        return self._wording.say(f"heading.{name}", **self._words)

    def _questions(self, key: str, missing: Sequence[Asked]) -> tuple[Line, ...]:
        """Return a line for each fact that is asked; a long list keeps its tail folded."""
        lines = tuple(self._question(key, asked) for asked in missing)
        rest = lines[QUESTIONS_AT_ONCE:]
        if len(rest) <= 1:
            return lines
        text = self._say("more_questions", count=len(rest))
        more = Line(f"{key}.more", Form.PART, text, text, parts=rest)
        return (*lines[:QUESTIONS_AT_ONCE], more)

    def _question(self, key: str, asked: Asked) -> Line:
        spoken = self._say("spoken_question", question=asked.question)
        return Line(f"{key}.{asked.fact}", Form.QUESTION, asked.question, spoken, fact=asked.fact)

    def _findings(self, findings: Sequence[FindingInWords]) -> Iterator[Line]:
        seen: dict[str, int] = {}
        for finding in findings:
            number = seen[finding.about] = seen.get(finding.about, 0) + 1
            key = f"finding.{finding.about}.{number}"
            before, line = self._made.get(key, (None, None))
            if line is None or before != finding:
                line = self._finding(key, finding)
                self._made[key] = finding, line
            yield line

    def _finding(self, key: str, finding: FindingInWords) -> Line:
        spoken = self._say(
            "spoken_finding",
            title=finding.title,
            outcome=finding.outcome_in_words,
            headline=finding.headline,
        )
        return Line(
            key,
            Form.FINDING,
            finding.title,
            spoken,
            detail=finding.headline,
            mark=finding.symbol,
            word=finding.outcome_in_words,
            tone=TONE_OF_OUTCOME[Outcome(finding.outcome)],
            parts=tuple(self._parts(key, finding)),
        )

    def _parts(self, key: str, finding: FindingInWords) -> Iterator[Line]:
        yield from self._money(key, finding)
        yield from _texts(f"{key}.explanation", finding.explanation)
        because = (self._because(f"{key}.t", finding.because),)
        yield from self._part(key, "because", because, opened=True)
        missing = self._questions(f"{key}.missing", finding.missing)
        yield from self._part(key, "missing", missing, opened=True)
        figures = self._each_figure(f"{key}.figures", finding.figures)
        yield from self._part(key, "figures", figures)
        yield from self._part(key, "citations", _texts(f"{key}.citations", finding.citations))
        steps = _texts(f"{key}.next", finding.next_steps, Form.STEP)
        yield from self._part(key, "next_steps", steps)

    def _part(
        self, key: str, name: str, parts: tuple[Line, ...], *, opened: bool = False
    ) -> Iterator[Line]:
        if parts:
            text = self._named(name)
            yield Line(f"{key}.{name}", Form.PART, text, text, parts=parts, starts_open=opened)

    def _money(self, key: str, finding: FindingInWords) -> Iterator[Line]:
        """Yield the amounts of a finding, each of which opens into the figures behind it."""
        for line in _texts(f"{key}.money", finding.money, Form.MONEY):
            yield line._replace(parts=self._each_figure(line.key, finding.figures))

    def _used(self, report: Report) -> Iterator[Line]:
        """Yield what was used; a figure opens into where it stands and how sure it is."""
        figures = {each.sentence: each for finding in report.findings for each in finding.figures}
        for line in _texts("used", report.used):
            figure = figures.get(line.text)
            yield line if figure is None else self._figure("used", figure)

    def _each_figure(self, key: str, figures: Sequence[FigureInWords]) -> tuple[Line, ...]:
        return tuple(self._figure(key, figure) for figure in dict.fromkeys(figures))

    def _figure(self, key: str, figure: FigureInWords) -> Line:
        """Return a figure with what it opens into; made once, for it stays the same."""
        line = self._figures.get((key, figure))
        if line is None:
            own = f"{key}.{figure.item}.{figure.point}.{figure.area}.{figure.valid_from}"
            parts = tuple(self._rests_on(own, figure))
            line = Line(own, Form.FIGURE, figure.sentence, figure.sentence, parts=parts)
            self._figures[key, figure] = line
        return line

    def _rests_on(self, key: str, figure: FigureInWords) -> Iterator[Line]:
        """Yield what a figure is, how sure it is, its first day in force, and its sources."""
        phrases = (figure.nature, figure.provenance, figure.confidence)
        sentences = [f"{capitalised(phrase)}." for phrase in phrases]
        in_force = self._say("in_force", **{"from": figure.valid_from})
        yield from _texts(key, (*sentences, in_force))
        for source_id in figure.sources:
            if source_id in self._sources:
                yield _source(f"{key}.{source_id}", self._sources[source_id])

    def _because(self, key: str, test: Because) -> Line:
        spoken = self._say(
            "spoken_test",
            sentence=test.sentence,
            result=test.result_in_words,
            citation=test.citation,
        )
        result = Result(test.result)
        return Line(
            key,
            Form.TEST,
            test.sentence,
            spoken,
            detail=test.citation,
            mark=MARK_OF_RESULT[result],
            word=test.result_in_words,
            tone=TONE_OF_RESULT[result],
            fact=test.fact,
            parts=tuple(
                self._because(f"{key}.{place}", part) for place, part in enumerate(test.parts)
            ),
            starts_open=key.endswith(".t"),
        )


def _texts(key: str, texts: Sequence[str], form: Form = Form.TEXT) -> tuple[Line, ...]:
    return tuple(
        Line(f"{key}.{place}", form, text, text) for place, text in enumerate(texts) if text
    )


def _source(key: str, source: SourceInWords) -> Line:
    spoken = f"{source.line}. {source.address}"
    return Line(key, Form.TEXT, source.line, spoken, detail=source.address)


class Shown(NamedTuple):
    """A line as it stands in the list: how deep, whether open, and where its card ends."""

    line: Line
    depth: int
    is_open: bool
    in_card: bool
    ends_card: bool


def shown(lines: Sequence[Line], turned: frozenset[str]) -> tuple[Shown, ...]:
    """Return the lines that are to be seen; `turned` are those not as they started."""
    found: list[Shown] = []
    for line in lines:
        is_open = is_opened(line, turned)
        found.append(Shown(line, 0, is_open, in_card=False, ends_card=False))
        if is_open:
            for part in line.parts:
                found += _card(part, turned)
    return tuple(found)


def is_opened(line: Line, turned: frozenset[str]) -> bool:
    """Say whether a line stands open."""
    return bool(line.parts) and line.starts_open != (line.key in turned)


def _card(line: Line, turned: frozenset[str]) -> list[Shown]:
    rows = list(_below(line, 1, turned))
    rows[-1] = rows[-1]._replace(ends_card=True)
    return rows


def _below(line: Line, depth: int, turned: frozenset[str]) -> Iterator[Shown]:
    is_open = is_opened(line, turned)
    yield Shown(line, depth, is_open, in_card=True, ends_card=False)
    if is_open:
        for part in line.parts:
            yield from _below(part, depth + 1, turned)
