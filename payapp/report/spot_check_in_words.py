"""A spot check in words: the sheets of its result, its sentences, and the faults of rows."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from payapp.domain.assessment import Assessment, Verdict
from payapp.domain.findings import Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money
from payapp.domain.plain_tables import Cell, Measure, Tally
from payapp.domain.rules import weightiest_first
from payapp.domain.sheet_plans import Chart, Ending, SheetPlan, Sink
from payapp.report.assessment_in_words import finding_headline
from payapp.report.data_in_words import data_head, data_sentences
from payapp.report.figures_in_words import source_cells
from payapp.report.finding_values import Scene, values_of
from payapp.report.questions import question_for
from payapp.report.wording import Wording
from payapp.spot_check.cells import Fault
from payapp.spot_check.joined_rows import Joined
from payapp.spot_check.layouts import Layout
from payapp.spot_check.people import Person, Reason, Refusal, RowFault, rank_of
from payapp.spot_check.run import Assessed

AUDIENCE = "payroll"
JOINED = "; "
FILES = {"people": "", "comparison": "", "errors": "-errors"}
MOST_KEPT = 8_000
SHEETS = ("summary", "people", "reasons", "not-told", "errors", "sources", "checks")

Row = tuple[Cell, ...]


def sentences(library: Library) -> Callable[[Assessment], Sequence[str]]:
    """Return what says each finding of an assessment in one sentence, as all faces do.

    Many people of a payroll have a finding in common, so sentences are kept.
    """
    wording = Wording.load()
    kept: dict[tuple[object, ...], str] = {}

    def tell(assessment: Assessment) -> tuple[str, ...]:
        case = assessment.case
        scene = Scene(case, library, wording.of(case.nation), AUDIENCE)
        return tuple(sentence(finding, scene) for finding in assessment.findings)

    def sentence(finding: Finding, scene: Scene) -> str:
        key = _follows_from(finding, scene)
        try:
            found = kept.get(key)
        except TypeError:  # a detail that is a mapping cannot be looked up by
            return _headline(finding, scene)
        if found is None:
            if len(kept) > MOST_KEPT:
                kept.clear()
            found = kept[key] = _headline(finding, scene)
        return found

    return tell


def _headline(finding: Finding, scene: Scene) -> str:
    return finding_headline(finding, values_of(finding, scene), scene.wording)


def _follows_from(finding: Finding, scene: Scene) -> tuple[object, ...]:
    """Return all that the headline of a finding may mention."""
    case = scene.case
    return (
        *(case.nation, case.on, case.pay.range, finding.wording, *finding[8:12]),
        *(finding.citations, *finding.details, *finding.details.values()),
    )


class SpotCheckSheets:
    """Takes the results of a run and turns them into the rows of the result's sheets."""

    def __init__(self, sink: Sink, library: Library, wording: Wording) -> None:
        self._sink, self._library, self._wording = sink, library, wording
        self._names = {sheet: _say(wording, f"sheet.{sheet}.name") for sheet in SHEETS}
        self._counts: Counter[str] = Counter()
        self._gap, self._pending = ZERO, ZERO
        self._shared = (array("Q"), array("Q"))
        self._sources: set[str] = set()
        self._pay_dates: set[tuple[str, date]] = set()
        self._questions: dict[tuple[str, str], str] = {}

    @property
    def checked(self) -> int:
        """How many people were checked."""
        return self._counts["checked"]

    @property
    def refused(self) -> int:
        """How many rows could not be checked."""
        return self._counts["refused"]

    @property
    def repeated(self) -> int:
        """How many rows were checked that share their reference with another row."""
        return len(self._shared[0])

    def take(self, assessed: Assessed) -> None:
        """Take the results of a block of rows."""
        self._sources |= assessed.sources
        self._pay_dates |= assessed.pay_dates
        for result in assessed.results:
            if isinstance(result, Refusal):
                self._counts["refused"] += 1
                self.take_faults(result.faults)
            else:
                self._take_person(result)

    def take_faults(self, faults: Iterable[RowFault]) -> None:
        """Take what was not understood."""
        for fault in faults:
            self._add("errors", fault_row(fault, self._wording))

    def finish(
        self,
        layout: Layout,
        defaults: Mapping[str, object],
        joined: Iterable[Joined] = (),
        *,
        cancelled: bool = False,
    ) -> None:
        """Write the result, with how the sheet was read. Raises Refused where it cannot be."""
        self.take_faults(amounts_not_read(layout))
        self.take_faults(_taken_together(joined, layout))
        self.take_faults(self._same_references(layout))
        for row in self._source_rows():
            self._add("sources", row)
        for row in (*self._summary(cancelled=cancelled), *self._how_read(layout, defaults)):
            self._add("summary", row)
        head = data_head(self._library, sorted(self._pay_dates), self._wording)
        checks, tallies = self._names["checks"], tuple(self._tallies())
        self._sink.finish(Ending(head, checks, tallies, (self._chart(),)))

    def _add(self, sheet: str, row: Row, rank: int = 0) -> None:
        self._sink.add(self._names[sheet], row, rank)
        self._counts[f"rows:{sheet}"] += 1

    def _take_person(self, person: Person) -> None:
        counts = self._counts
        counts["checked"] += 1
        if person.other_row:
            for kept, row in zip(self._shared, (person.row, person.other_row), strict=True):
                kept.append(row)
        counts[f"verdict:{person.verdict}"] += 1
        counts[f"outcome:{person.outcome}"] += 1
        counts["untold"] += person.is_gap_untold
        counts["unchecked"] += bool(person.unchecked)
        self._gap += person.gap
        self._pending += person.pending
        self._add("people", _person_row(person, self._wording), rank_of(person))
        for reason in person.reasons:
            self._add("reasons", _reason_row(person, reason, self._wording))
            for fact in reason.missing:
                self._add("not-told", self._missing_row(person, reason, fact))

    def _missing_row(self, person: Person, reason: Reason, fact: str) -> Row:
        key = (fact, person.nation)
        question = self._questions.get(key)
        if question is None:
            question = question_for(fact, self._wording, person.nation, AUDIENCE).question
            self._questions[key] = question
        return person.reference, person.row, reason.code, fact, question

    def _same_references(self, layout: Layout) -> Iterator[RowFault]:
        """Yield a fault for each row of a person whose reference stands in another row too."""
        headings = (each.heading for each in layout.placed if each.column.name == "reference")
        heading = next(headings, "")
        for row, other in zip(*self._shared, strict=True):
            yield RowFault(row, "", heading, "", Fault.SAME_REFERENCE, str(other))

    def _source_rows(self) -> Iterator[Row]:
        found = (self._library.sources[source_id] for source_id in sorted(self._sources))
        for source in weightiest_first(found):
            yield source_cells(source, self._wording)

    def _summary(self, *, cancelled: bool) -> Iterator[Row]:
        wording, counts = self._wording, self._counts

        def row(key: str, count: int | None, pounds: Money | None = None, note: str = "") -> Row:
            return _say(wording, f"summary.{key}"), count, pounds, note or None

        for verdict in Verdict:
            symbol = wording.say(f"verdict.{verdict}.symbol")
            words = wording.say(f"verdict_short.{verdict}")
            yield f"{symbol} {words}", counts[f"verdict:{verdict}"], None, None
        yield row("checked", counts["checked"])
        yield row("refused", counts["refused"])
        yield row("gap", None, self._gap)
        yield row("pending", None, self._pending)
        yield row("untold", counts["untold"])
        yield row("unchecked", counts["unchecked"])
        for outcome in Outcome:
            words = wording.say(f"outcome.{outcome}.words")
            count = counts[f"outcome:{outcome}"]
            yield _say(wording, "summary.outcome", words=words), count, None, None
        for sentence in data_sentences(self._library, sorted(self._pay_dates), wording):
            yield row("figures", None, note=sentence)
        yield row("data-version", None, note=self._library.data_version)
        if cancelled:
            yield row("cancelled", None)
        yield row("limits", None, note=_say(wording, "summary.limits-note"))

    def _how_read(self, layout: Layout, defaults: Mapping[str, object]) -> Iterator[Row]:
        """Yield what was not said in our own words: headings that were understood, or not."""
        wording = self._wording
        for name, value in defaults.items():
            yield _say(wording, "summary.given", column=name), None, None, str(value)
        for placed in layout.placed:
            if placed.heading != placed.column.name:
                note = " ".join(filter(None, (placed.column.name, placed.kind)))
                yield _say(wording, "summary.read", heading=placed.heading), None, None, note
        if any(placed.column.number for placed in layout.placed):
            note = _say(wording, "summary.none-paid-note")
            yield _say(wording, "summary.none-paid"), None, None, note
        holding = {each.heading for each in layout.doubtful}
        for heading in layout.unread:
            key = "summary.unread-amounts" if heading in holding else "summary.unread"
            if layout.compared is not None and layout.compared.heading == heading:
                key = "summary.compared"
            yield _say(wording, key, heading=heading), None, None, None

    def _chart(self) -> Chart:
        name = self._names["summary"]
        what, number, *_ = _each(self._wording, "sheet.summary.headings")
        return Chart(name, _say(self._wording, "chart"), 1, len(Verdict), what, number)

    def _tallies(self) -> Iterator[Tally]:
        headings = {sheet: _each(self._wording, f"sheet.{sheet}.headings") for sheet in SHEETS}

        def tally(name: str, sheet: str, heading: int, computed: int | Decimal) -> Tally:
            measure = Measure.COUNT if isinstance(computed, int) else Measure.SUM
            said = _say(self._wording, f"check.{name}")
            return Tally(said, self._names[sheet], headings[sheet][heading], measure, computed)

        yield tally("people", "people", 1, self._counts["checked"])
        for sheet in ("reasons", "not-told", "errors", "sources"):
            place = 0 if sheet == "sources" else 1
            yield tally(sheet, sheet, place, self._counts[f"rows:{sheet}"])
        yield tally("gap", "people", GAP_COLUMN, self._gap)
        yield tally("pending", "people", GAP_COLUMN + 1, self._pending)


GAP_COLUMN = 6


def _say(wording: Wording, key: str, **values: object) -> str:
    return wording.say(f"spot_check.{key}", **values)


def _each(wording: Wording, key: str) -> tuple[str, ...]:
    return wording.each(f"spot_check.{key}")


def sheet_plans(wording: Wording) -> tuple[SheetPlan, ...]:
    """Return the sheets of a result, before they have rows."""
    return tuple(sheet_plan(sheet, wording) for sheet in SHEETS)


def sheet_plan(sheet: str, wording: Wording) -> SheetPlan:
    """Return one sheet of a result or of a comparison, before it has rows."""
    start = f"sheet.{sheet}"
    return SheetPlan(
        _say(wording, f"{start}.name"),
        _each(wording, f"{start}.headings"),
        _each(wording, f"{start}.kinds"),
        tuple(int(width) for width in _each(wording, f"{start}.widths")),
        is_ranked=sheet == "people",
        file_ends=FILES.get(sheet),
    )


def found_in_words(person: Person, wording: Wording) -> str:
    """Return what was found about a person: the reason that makes the verdict.

    Where no document binds the employer that is the reason. Where pay is appropriate it is the most
    serious that is more than in line. What is paid without being checked is named behind it.
    """
    reasons = person.reasons
    told = (each for each in reasons if each.is_remarkable or each.outcome == person.verdict)
    first = next(told, None)
    found = first.sentence if first else wording.say("spot_list.nothing-found")
    if not person.unchecked:
        return found
    own = wording.of(person.nation)
    names = (own.say(f"about.{about}") for about in person.unchecked)
    joined = wording.say("answer_joined").join(names)
    return wording.say("spot_list.found-unchecked", found=found, names=joined)


def by_one_row(sentence: str, other_row: int) -> str:
    """Return a sentence about a row as one that says only what this row shows.

    An empty one becomes the sentence that another row has the same reference.
    """
    key = "by-one-row" if sentence else "same-reference"
    return _say(Wording.load(), key, sentence=sentence, row=other_row)


def _person_row(person: Person, wording: Wording) -> Row:
    return (
        person.reference,
        person.verdict,
        person.direction,
        person.outcome,
        JOINED.join(person.codes),
        found_in_words(person, wording),
        person.gap,
        person.pending,
        JOINED.join(person.undecided),
        JOINED.join(person.unchecked),
        person.nation,
        person.row,
    )


def _reason_row(person: Person, reason: Reason, wording: Wording) -> Row:
    return (
        person.reference,
        person.row,
        reason.code,
        reason.sentence,
        wording.say(f"force.{reason.force}"),
        reason.amount_low,
        reason.amount_high,
        reason.paid,
        reason.gap,
        reason.paragraphs,
        _say(wording, "unchecked") if reason.is_unchecked else None,
    )


def _taken_together(joined: Iterable[Joined], layout: Layout) -> Iterator[RowFault]:
    """Yield a fault for each row that was taken together with the one of the same person."""
    headings = (each.heading for each in layout.placed if each.column.field == "kind")
    heading = next(headings, "")
    for row, first in joined:
        yield RowFault(row, "", heading, "", Fault.TAKEN_TOGETHER, str(first))


def amounts_not_read(layout: Layout) -> Iterator[RowFault]:
    """Yield a fault for each heading that is not read although it may be one of pay."""
    for each in layout.doubtful:
        yield RowFault(layout.heading_row, "", each.heading, "", Fault.AMOUNTS_NOT_READ)


def amounts_not_read_in_words(layout: Layout, wording: Wording) -> str:
    """Return a sentence that names the columns that may hold pay and are not read, or nothing."""
    headings = [each.heading for each in layout.doubtful]
    if not headings:
        return ""
    names = _say(wording, "not-read-joined").join(headings)
    return _say(wording, "not-read", count=len(headings), headings=names)


def unfinished_in_words(files: Iterable[str], wording: Wording) -> list[str]:
    """Return a sentence for each file of a killed run that could not be deleted."""
    return [_say(wording, "unfinished", file=file) for file in files]


class FaultInWords(NamedTuple):
    """What is wrong with a cell, and what to do about it."""

    sentence: str
    fix: str


def fault_in_words(fault: RowFault, wording: Wording) -> FaultInWords:
    """Return the sentence and the fix of a fault."""
    values = {**fault._asdict(), "accepted": fault.accepted or ""}
    key = f"fault.{fault.fault}"
    return FaultInWords(
        _say(wording, f"{key}.found", **values), _say(wording, f"{key}.fix", **values)
    )


def fault_row(fault: RowFault, wording: Wording) -> Row:
    """Return a fault as a row of the sheet of errors."""
    words = fault_in_words(fault, wording)
    return fault.reference, fault.row, fault.heading, fault.value, words.sentence, words.fix
