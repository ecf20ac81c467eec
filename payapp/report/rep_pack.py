"""The rep's pack: everything to take into a meeting about one case, as text, workbook and pages.

It names nobody: it holds the reference of the case and nothing else that tells whose it is.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from payapp.casework.arrears import Arrears, arrears
from payapp.casework.fair_process import fair_process
from payapp.casework.safeguarding_periods import safeguarding_periods
from payapp.casework.survey_beside import survey_beside
from payapp.casework.what_would_change import what_would_change
from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.plain_tables import Table
from payapp.report.arrears_in_words import arrears_in_words, arrears_sheets, arrears_tallies
from payapp.report.assessment_in_words import describe
from payapp.report.assessment_tables import assessment_tables
from payapp.report.assessment_text import assessment_text
from payapp.report.casework_in_words import (
    change_in_words,
    process_in_words,
    safeguarding_in_words,
    survey_in_words,
)
from payapp.report.papers import Paper, Section, paper_table, paper_text
from payapp.report.printed import Block, Kind, Printed, items, paper, report_blocks, under
from payapp.report.questions_to_employer import questions_to_employer
from payapp.report.wording import Wording

AUDIENCE = "rep"


class Pack(NamedTuple):
    """The papers of one case: its answer, its arrears, and the papers beside them."""

    title: str
    assessment: Assessment
    arrears: Arrears
    papers: tuple[Paper, ...]


def start_of_pay_year(case: Case, library: Library) -> date:
    """Return the first day of the pay year in which the day of a case falls."""
    month = int(library.limit(case.nation, "pay_year_month").number or 1)
    return date(case.on.year - (case.on.month < month), month, 1)


def rep_pack(
    case: Case, library: Library, wording: Wording, period: tuple[date, date], made: date
) -> Pack:
    """Return the papers of a case, with the arrears of a period. Raises CaseRefused."""
    assessment = check(case, library)
    found = arrears(case, library, *period)
    title = wording.say("casework.pack.title-without")
    if case.reference:
        title = wording.say("casework.pack.title", reference=case.reference)
    made_on = wording.say("casework.pack.made", made=made, on=case.on)
    no_name = wording.say("casework.pack.no-name")
    papers = (
        Paper(title, (Section(wording.say("casework.pack.heading"), (made_on, no_name)),)),
        arrears_in_words(found, library, wording, AUDIENCE),
        change_in_words(case, what_would_change(case, library), library, wording, AUDIENCE),
        _to_do(assessment, library, wording),
        Paper("", tuple(_beside(case, library, wording))),
    )
    return Pack(title, assessment, found, papers)


def _to_do(assessment: Assessment, library: Library, wording: Wording) -> Paper:
    """The questions to put to the employer, and the steps in the order a union would take them."""
    report = describe(assessment, library, wording, AUDIENCE)
    questions = questions_to_employer(assessment, report, wording)
    return Paper(
        "",
        (
            Section(wording.say("casework.pack.questions"), questions),
            Section(wording.say("casework.pack.steps"), report.next_steps),
        ),
    )


def _beside(case: Case, library: Library, wording: Wording) -> Iterator[Section]:
    periods = safeguarding_periods(case, library)
    yield safeguarding_in_words(periods, case, library, wording, AUDIENCE)
    yield process_in_words(fair_process(case, library), case, library, wording, AUDIENCE)
    yield survey_in_words(survey_beside(case, library), wording)


def pack_text(pack: Pack, library: Library, wording: Wording) -> str:
    """Return a pack as one text: what it is, the answer with its reasons, and the other papers."""
    first, *others = map(paper_text, pack.papers)
    answer = assessment_text(pack.assessment, library, wording, AUDIENCE)
    return "\n\n".join((first, answer, *others))


def pack_tables(pack: Pack, library: Library, wording: Wording) -> tuple[Table, ...]:
    """Return a pack as the sheets of one workbook; its checks count every total again."""
    *sheets, checks = assessment_tables(pack.assessment, library, wording, AUDIENCE)
    tallies = (*checks.tallies, *arrears_tallies(pack.arrears, wording))
    return (
        *sheets,
        *arrears_sheets(pack.arrears, library, wording, AUDIENCE),
        _papers(pack, wording),
        checks._replace(tallies=tallies),
    )


def _papers(pack: Pack, wording: Wording) -> Table:
    """Every paper but arrears, which have sheets of their own."""
    first, _, *others = pack.papers
    return paper_table((first, *others), wording)


def printed_pack(pack: Pack, library: Library, wording: Wording, made: date) -> Printed:
    """Return a pack as pages: what it is, the answer with its reasons, and the other papers."""
    first, *others = pack.papers
    blocks = (
        *_blocks(first, wording),
        *report_blocks(pack.assessment, library, wording, AUDIENCE),
        *(block for other in others for block in _blocks(other, wording)),
    )
    subject = wording.say("casework.pack.title-without")
    return paper(pack.assessment, library, wording, made, subject, blocks)


def _blocks(shown: Paper, wording: Wording) -> Iterator[Block]:
    if shown.title:
        yield Block(Kind.TITLE, shown.title)
    for heading, lines in shown.sections:
        yield from under(heading, items(lines, wording))


def pack_name(case: Case, otherwise: str) -> str:
    """Return what the files of a pack are called: the reference, or else a name, and the day."""
    named = _file_name(case.reference) or _file_name(otherwise)
    return f"{named}-{case.on}"


def _file_name(text: str) -> str:
    """Return a text as part of the name of a file: letters and digits, with hyphens between."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
