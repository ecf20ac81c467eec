"""The report of a case in blocks: the sentences of every face, numbered notes, no markup."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_report import assessment_text, describe
from payapp.report.in_words import Because, Report
from payapp.report.printed import Block, Kind, Printed, facts_told, printed_report
from payapp.report.wording import Wording
from tests.worked import library

EXAMPLES = sorted((resources_folder() / "examples").glob("*.json"))
PART_TIME = "england-part-time-senco-september-2026.json"
ALNCO = "wales-alnco-upper-range-with-tlr.json"
MADE = date(2026, 11, 22)


@cache
def wording() -> Wording:
    return Wording.load()


@cache
def assessed(name: str) -> Assessment:
    return check(read_case(resources_folder() / "examples" / name), library())


def printed(name: str, audience: str = "teacher") -> Printed:
    return printed_report(assessed(name), library(), wording(), MADE, audience)


def of_kind(paper: Printed, kind: Kind) -> list[Block]:
    return [block for block in paper.blocks if block.kind is kind]


def headings(paper: Printed) -> list[str]:
    return [block.text for block in of_kind(paper, Kind.HEADING)]


def all_of(test: Because) -> Iterator[Because]:
    yield test
    for part in test.parts:
        yield from all_of(part)


def told(report: Report) -> Iterator[str]:
    """Yield every sentence that a report holds."""
    yield from (report.headline, *report.money, *report.undecided, *report.used)
    yield from (*report.not_covered, *report.next_steps)
    yield from (source.line for source in report.sources)
    yield from (asked.question for asked in report.missing)
    for finding in report.findings:
        yield from (finding.headline, *finding.explanation, *finding.money)
        for test in all_of(finding.because):
            yield from (test.sentence, test.citation)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_sentence_of_the_report_is_printed(example: Path) -> None:
    report = describe(assessed(example.name), library(), wording())
    text = printed(example.name).text()
    assert [sentence for sentence in told(report) if sentence not in text] == []


def test_the_page_says_what_the_terminal_says() -> None:
    text = assessment_text(assessed(PART_TIME), library(), wording())
    answer = of_kind(printed(PART_TIME), Kind.VERDICT)[0].text
    assert answer == (
        "✗  Your pay does not appear to be appropriate for this role: "
        "it appears to be less than the rules ask for."
    )
    assert re.sub(" +", " ", answer) in text


def test_the_answer_and_the_steps_come_before_the_reasons() -> None:
    paper = printed(PART_TIME)
    kinds = [block.kind for block in paper.blocks]
    assert kinds[:4] == [Kind.TITLE, Kind.ASIDE, Kind.ASIDE, Kind.VERDICT]
    assert headings(paper) == [
        *("What you can do next", "What was found", "What we used"),
        *("What this does not cover", "Notes", "Sources"),
    ]


def test_what_is_missing_is_asked_before_the_reasons() -> None:
    names = headings(printed(ALNCO))
    assert names.index("What we need to know") < names.index("What was found")


def test_the_steps_are_numbered_from_one() -> None:
    paper = printed(PART_TIME)
    marks = [block.mark for block in of_kind(paper, Kind.ITEM)]
    assert marks[:4] == ["1.", "2.", "3.", "4."]


def test_every_page_names_case_day_of_making_and_data_version() -> None:
    paper = printed(PART_TIME)
    case = "Case: Part-time SENCO with the same TLR, 1 September 2026"
    assert paper.head == (case, "Made on 22 November 2026")
    assert paper.foot == (
        f"England figures: from September 2026, not yet confirmed (data {library().fingerprint})"
    )
    assert paper.page == "Page {page} of {pages}"


def test_a_case_without_a_reference_says_so() -> None:
    assessment = assessed(PART_TIME)
    nameless = replace(assessment.case, reference="")
    paper = printed_report(assessment._replace(case=nameless), library(), wording(), MADE)
    assert paper.head[0] == "Case without a reference"
    assert [block.kind for block in paper.blocks][:3] == [Kind.TITLE, Kind.ASIDE, Kind.VERDICT]


def test_what_the_file_is_called_inside_says_nothing_of_the_case() -> None:
    subjects = {printed(example.name).subject for example in EXAMPLES}
    assert subjects == {"Is this pay appropriate for this role?"}


def test_notes_are_numbered_as_they_are_first_mentioned_and_each_stands_once() -> None:
    paper = printed(PART_TIME)
    first_mentions = dict.fromkeys(number for block in paper.blocks for number in block.notes)
    assert list(first_mentions) == list(range(1, len(first_mentions) + 1))
    notes = [block for block in of_kind(paper, Kind.NOTE) if block.mark]
    assert [note.mark for note in notes] == [f"[{number}]" for number in first_mentions]
    assert len({note.text for note in notes}) == len(notes)


def test_the_note_of_a_test_is_its_citation() -> None:
    paper = printed(PART_TIME)
    notes = {block.mark: block.text for block in of_kind(paper, Kind.NOTE)}
    report = describe(assessed(PART_TIME), library(), wording())
    first = report.findings[0].because
    block = of_kind(paper, Kind.TEST)[0]
    assert block.text == f"{first.result_in_words}: {first.sentence}"
    assert notes[f"[{block.notes[0]}]"] == first.citation


def test_the_note_of_a_figure_says_how_sure_it_is_and_where_it_was_read() -> None:
    paper = printed(ALNCO)
    block = next(each for each in paper.blocks if "minimum of TLR2" in each.text)
    assert block.text == "The minimum of TLR2 from 1 September 2025: £3,590 a year."
    note = next(each for each in paper.blocks if each.mark == f"[{block.notes[0]}]")
    assert note.text.startswith("Statutory: fixed by law. Derived: ")
    assert note.text.endswith("Sources: EDAPT22W, W-GOV25, CALC.")


def test_a_test_stands_one_step_in_from_the_test_that_it_is_a_part_of() -> None:
    depths = [block.depth for block in of_kind(printed(PART_TIME), Kind.TEST)]
    assert max(depths) >= 3
    assert all(below - above <= 1 for above, below in pairwise(depths))


def test_every_colour_has_a_symbol_and_a_word_in_its_place() -> None:
    for block in (*of_kind(printed(ALNCO), Kind.FINDING), *of_kind(printed(ALNCO), Kind.TEST)):
        assert block.mark in "✓✗?!▼⊘▲▽◷◇○–•"
    words = {block.text.split(":")[0] for block in of_kind(printed(ALNCO), Kind.TEST)}
    assert {"met", "not met", "not known"} <= words


def test_facts_hold_neither_the_day_nor_the_figures_which_stand_elsewhere() -> None:
    report = describe(assessed(ALNCO), library(), wording())
    facts = facts_told(report)
    assert facts[0].startswith("Employer: ")
    assert "ALNCo since: 1 September 2021." in facts
    assert not [line for line in facts if line.startswith("Point U3 of")]


@pytest.mark.parametrize(
    ("audience", "sentence"),
    [("teacher", "Your pay appears"), ("rep", "teacher's pay"), ("payroll", "teacher's pay")],
)
def test_the_reader_is_spoken_to_as_on_every_face(audience: str, sentence: str) -> None:
    name = "england-senco-upper-range-sen-allowance-and-temporary-tlr.json"
    assert sentence in of_kind(printed(name, audience), Kind.VERDICT)[0].text


def test_what_was_typed_stays_text() -> None:
    assessment = assessed(PART_TIME)
    typed = replace(assessment.case, reference="<b>A</b> & {page}")
    paper = printed_report(assessment._replace(case=typed), library(), wording(), MADE)
    assert of_kind(paper, Kind.ASIDE)[0].text == "<b>A</b> & {page}"
    assert paper.head[0] == "Case: <b>A</b> & {page}"
