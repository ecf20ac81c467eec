"""An assessment as the tables of a workbook."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from payapp.domain.assessment import Assessment, CountedGap, certain_gap, counted_gaps, pending_gap
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.domain.money import Money, a_month
from payapp.domain.plain_tables import Cell, Measure, Table, Tally, WorkbookWords
from payapp.report.assessment_in_words import (
    allowance_in_words,
    describe,
    facts_entered,
    in_order,
    source_ids,
    sources_of_figures,
    sources_of_rules,
)
from payapp.report.figures_in_words import source_cells
from payapp.report.finding_values import Scene
from payapp.report.in_words import Because, FindingInWords, Report
from payapp.report.questions import POUNDS, entered_in_words, question_for
from payapp.report.wording import Wording

INDENT = "    "
Row = tuple[Cell, ...]


def assessment_tables(
    assessment: Assessment, library: Library, wording: Wording, audience: str = "teacher"
) -> tuple[Table, ...]:
    """Return the sheets: read me, summary, facts, reasons, figures, money, sources and checks."""
    scene = Scene(assessment.case, library, wording.of(assessment.case.nation), audience)
    report = describe(assessment, library, wording, audience)
    findings = in_order(assessment.findings)
    pairs = tuple(zip(findings, report.findings, strict=True))
    body = (
        _table("summary", tuple(map(_summary_row, report.findings)), wording, _answer(report)),
        _table("facts", tuple(_facts(scene)), wording),
        _table("reasons", tuple(_reasons(report, wording)), wording),
        _table("figures", tuple(_figures(pairs)), wording),
        _money(pairs, wording),
        _table("sources", tuple(_sources(assessment, library, wording)), wording),
    )
    return _read_me(assessment, report, wording), *body, _checks(body, assessment, wording)


def workbook_words(wording: Wording) -> WorkbookWords:
    """Return the words that a workbook adds of its own."""
    return WorkbookWords(*(str(wording.text(f"workbook.{name}")) for name in WorkbookWords._fields))


def _table(
    name: str, rows: Sequence[Row], wording: Wording, introduction: tuple[str, ...] = ()
) -> Table:
    return Table(
        wording.say(f"sheet.{name}.name"),
        wording.each(f"sheet.{name}.headings"),
        wording.each(f"sheet.{name}.kinds"),
        rows,
        introduction=introduction,
    )


def _read_me(assessment: Assessment, report: Report, wording: Wording) -> Table:
    case = assessment.case
    nation = wording.say(f"nation_words.{case.nation}.nation")

    def row(name: str, content: Cell) -> Row:
        return wording.say(f"sheet.read-me.{name}"), content

    rows = (
        row("purpose", wording.say("sheet.read-me.purpose-text")),
        row("case", case.reference),
        row("on", case.on),
        row("nation", nation),
        row("verdict", f"{report.symbol} {report.headline}"),
        row("data-version", report.data_version),
        *(row("limit", limit) for limit in report.not_covered),
        row("live", wording.say("sheet.read-me.live-text")),
    )
    return _table("read-me", rows, wording, (report.title,))


def _answer(report: Report) -> tuple[str, ...]:
    return (f"{report.symbol} {report.headline}", *report.money, *report.undecided)


def _summary_row(finding: FindingInWords) -> Row:
    return (
        finding.title,
        f"{finding.symbol} {finding.outcome_in_words}",
        finding.headline,
        "\n".join(finding.explanation),
        finding.force,
        "\n".join(asked.question for asked in finding.missing),
        "\n".join(finding.next_steps),
    )


def _facts(scene: Scene) -> Iterator[Row]:
    """Yield place and day, each fact that was entered, and each payment with its basis."""
    case, wording = scene.case, scene.wording
    place_and_day = (("nation", case.nation), ("pay_area", case.pay_area), ("on", case.on))
    placed = ((fact, value) for fact, value in place_and_day if value is not None)
    for fact, value in (*placed, *facts_entered(case)):
        asked = question_for(fact, wording, case.nation, scene.audience)
        answer = entered_in_words(fact, value, scene.library, wording, case.nation)
        pounds = value if asked.kind == POUNDS and isinstance(value, Decimal) else None
        yield asked.label, asked.question, answer, pounds
    asked = question_for("allowances", wording, case.nation, scene.audience)
    for allowance in case.pay.allowances:
        told = allowance_in_words(allowance, scene)
        yield asked.label, asked.question, told, allowance.amount


def _reasons(report: Report, wording: Wording) -> Iterator[Row]:
    for finding in report.findings:
        yield from _tests(finding.title, finding.because, wording, 0)


def _tests(title: str, test: Because, wording: Wording, depth: int) -> Iterator[Row]:
    """Yield a test and those below it, each indented under the one it is a part of."""
    symbol = wording.say(f"result_symbol.{test.result}")
    result = f"{symbol} {test.result_in_words}"
    sentence = f"{INDENT * depth}{test.sentence}"
    yield title, depth, result, sentence, test.value, test.rule, test.citation
    for part in test.parts:
        yield from _tests(title, part, wording, depth + 1)


def _figures(pairs: Sequence[tuple[Finding, FindingInWords]]) -> Iterator[Row]:
    for finding, told in pairs:
        for figure, words in zip(finding.figures, told.figures, strict=True):
            yield (
                told.title,
                words.name,
                words.area_in_words,
                figure.valid_from,
                figure.amount,
                words.nature,
                words.provenance,
                figure.confidence,
                ", ".join(figure.sources),
            )


def _money(pairs: Sequence[tuple[Finding, FindingInWords]], wording: Wording) -> Table:
    counted = counted_gaps(tuple(finding for finding, _ in pairs))
    rows = tuple(_money_row(*pair, gap) for pair, gap in zip(pairs, counted, strict=True))
    table = _table("money", rows, wording, wording.each("sheet.money.introduction"))
    return table._replace(totals=wording.each("sheet.money.totals"))


def _money_row(finding: Finding, told: FindingInWords, counted: CountedGap) -> Row:
    short = counted.certain or None, counted.pending or None
    year = (finding.amount_low, finding.amount_high, finding.paid, *short)
    return told.title, f"{told.symbol} {told.outcome_in_words}", *year, *map(_month, year)


def _month(amount: Money | None) -> Money | None:
    return None if amount is None else a_month(amount)


def _sources(assessment: Assessment, library: Library, wording: Wording) -> Iterator[Row]:
    of_figures = set(sources_of_figures(assessment))
    of_rules = set(sources_of_rules(assessment, library))
    for source_id in source_ids(assessment, library):
        source = library.sources[source_id]
        use = "of-both" if source_id in of_figures & of_rules else "of-rules"
        used_for = wording.say(
            f"sheet.sources.{'of-figures' if source_id not in of_rules else use}"
        )
        yield (*source_cells(source, wording), used_for)


def _checks(tables: Sequence[Table], assessment: Assessment, wording: Wording) -> Table:
    """Return the numbers that Excel counts again: rows of each sheet, and what is short."""
    summary, facts, reasons, figures, money, sources = tables
    short, pending = money.totals

    def rows_of(table: Table, name: str) -> Tally:
        sentence = wording.say(f"sheet.checks.{name}")
        return Tally(sentence, table.name, table.headings[0], Measure.COUNT, len(table.rows))

    def total(name: str, heading: str, computed: Money) -> Tally:
        sentence = wording.say(f"sheet.checks.{name}")
        return Tally(sentence, money.name, heading, Measure.SUM, computed)

    tallies = (
        rows_of(summary, "findings"),
        rows_of(facts, "facts"),
        rows_of(reasons, "tests"),
        rows_of(figures, "figures"),
        rows_of(sources, "sources"),
        total("short", short, certain_gap(assessment.findings)),
        total("pending", pending, pending_gap(assessment.findings)),
    )
    table = _table("checks", (), wording, wording.each("sheet.checks.introduction"))
    return table._replace(tallies=tallies)
