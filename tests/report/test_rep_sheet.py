"""The rep's sheet: what to have at hand in a meeting, short enough for one page."""

import re
from datetime import date
from functools import cache

import pytest

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_report import describe
from payapp.report.printed import Block, Kind, Printed
from payapp.report.rep_sheet import MOST_QUESTIONS, rep_sheet
from payapp.report.wording import Wording
from tests.worked import library

EXAMPLES = sorted(path.name for path in (resources_folder() / "examples").glob("*.json"))
MISSING = "england-cannot-be-told.json"
PART_TIME = "england-part-time-senco-september-2026.json"
ALNCO = "wales-alnco-upper-range-with-tlr.json"
MADE = date(2026, 11, 22)


@cache
def assessed(name: str) -> Assessment:
    return check(read_case(resources_folder() / "examples" / name), library())


@cache
def sheet(name: str) -> Printed:
    return rep_sheet(assessed(name), library(), Wording.load(), MADE)


def under(paper: Printed, heading: str) -> list[Block]:
    """Return the blocks below a heading."""
    places = [place for place, block in enumerate(paper.blocks) if block.kind is Kind.HEADING]
    start = next(place for place in places if paper.blocks[place].text == heading)
    end = next((place for place in places if place > start), len(paper.blocks))
    return list(paper.blocks[start + 1 : end])


def test_the_sheet_is_made_for_one_page_and_the_rep() -> None:
    paper = sheet(ALNCO)
    assert paper.one_page
    assert paper.blocks[0].text == "For the meeting: is this pay appropriate for this role?"
    assert "The teacher's pay" in paper.text()
    assert "Your" not in paper.text()


def test_the_parts_stand_in_the_order_of_a_meeting() -> None:
    headings = [block.text for block in sheet(ALNCO).blocks if block.kind is Kind.HEADING]
    assert headings == [
        *("What was found", "Figures", "Paragraphs", "Facts"),
        *("Questions to put to the employer", "What the teacher can do next"),
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_findings_steps_money_and_what_is_undecided_are_those_of_the_report(name: str) -> None:
    report = describe(assessed(name), library(), Wording.load(), "rep")
    text = sheet(name).text()
    wanted = [report.headline, *report.money, *report.undecided, *report.next_steps]
    wanted += [finding.headline for finding in report.findings]
    wanted += [figure.sentence for finding in report.findings for figure in finding.figures]
    assert [sentence for sentence in wanted if sentence not in text] == []


def test_a_figure_stands_once_with_what_binds_it() -> None:
    lines = [block.text for block in under(sheet(ALNCO), "Figures")]
    assert len(set(lines)) == len(lines)
    assert "Point U3 of the upper pay range from 1 September 2025: £51,942 a year. Statutory: " in (
        line.removesuffix("fixed by law.") for line in lines
    )
    assert (
        "The minimum of TLR2 from 1 September 2025: £3,590 a year. Statutory: fixed by law; "
        "derived: computed from a printed figure and the award, and printed in no source that "
        "was read."
    ) in lines


def test_paragraphs_stand_in_a_line_for_each_document_as_it_was_read() -> None:
    lines = [block.text for block in under(sheet(PART_TIME), "Paragraphs")]
    starts = [line.split(": ")[0] for line in lines]
    assert len(set(starts)) == len(starts)
    (code,) = (line for line in lines if line.startswith("SEND Code"))
    assert code == (
        "SEND Code of Practice: 0 to 25 years (statutory guidance)"
        " (read in the text or in a quotation of it): 6.87"
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_line_of_paragraphs_names_one_of_them_twice(name: str) -> None:
    lines = [block.text for block in sheet(name).blocks if block.kind is Kind.ITEM]
    for line in lines:
        _, parted, listed = line.partition("): ")
        paragraphs = listed.split("; ") if parted else []
        assert len(set(paragraphs)) == len(paragraphs), line


def test_paragraphs_stand_in_the_order_of_their_document() -> None:
    lines = [block.text for block in under(sheet(PART_TIME), "Paragraphs")]
    (regulations,) = (line for line in lines if line.startswith("Special Educational Needs and"))
    assert regulations.endswith("): 2; 49")


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_document_is_named_without_a_paragraph_only_where_it_stands_in_no_other_line(
    name: str,
) -> None:
    lines = [block.text for block in under(sheet(name), "Paragraphs")]
    documents = [line.split(" (read")[0].split(" (paragraph")[0] for line in lines]
    for line, document in zip(lines, documents, strict=True):
        assert "): " in line or documents.count(document) == 1, line


def test_a_number_that_was_not_verified_gives_way_to_one_that_was_and_takes_it_in() -> None:
    told = [block.text for block in under(sheet(PART_TIME), "Paragraphs")]
    (sure,) = (line for line in told if "others restate an earlier edition" in line)
    assert sure.partition("): ")[2].startswith("Section 1; Section 2 / Section 3; 17; 20; 22; 40")
    assert not [line for line in told if "paragraph number not verified" in line]


def test_the_most_useful_questions_have_a_box_and_the_others_are_counted() -> None:
    report = describe(assessed(MISSING), library(), Wording.load(), "rep")
    assert len(report.missing) > MOST_QUESTIONS
    asked = [
        each for each in under(sheet(MISSING), "Questions to put to the employer") if each.mark
    ]
    assert [block.text for block in asked] == [
        missing.question for missing in report.missing[:MOST_QUESTIONS]
    ]
    assert {block.mark for block in asked} == {"□"}
    others = len(report.missing) - MOST_QUESTIONS
    assert f"Further questions, which stand in the full report: {others}." in sheet(MISSING).text()


def test_steps_end_with_the_union_and_then_the_formal_one() -> None:
    steps = [
        block for block in under(sheet(PART_TIME), "What the teacher can do next") if block.mark
    ]
    assert [block.mark for block in steps] == [f"{n}." for n in range(1, len(steps) + 1)]
    assert "grievance" in steps[-1].text
    assert "payslip" in steps[0].text


def test_it_ends_by_saying_what_it_is_not() -> None:
    assert sheet(ALNCO).blocks[-1].text == (
        "This is a calculation from what was entered, not legal advice."
    )


def test_where_there_is_no_room_facts_give_way_first_and_then_paragraphs_by_name() -> None:
    without_facts, without_both = sheet(ALNCO).shorter
    headings = [
        [block.text for block in blocks if block.kind is Kind.HEADING]
        for blocks in (without_facts, without_both)
    ]
    assert "Paragraphs" in headings[0]
    assert "Facts" not in headings[0]
    assert not {"Paragraphs", "Facts"} & set(headings[1])
    told = "Left out for want of room; the full report holds it: Facts, Paragraphs."
    assert told in [block.text for block in without_both]
    assert told not in sheet(ALNCO).text()


def test_paragraphs_of_what_is_not_due_are_left_to_the_full_report() -> None:
    told = [block.text for block in under(sheet(ALNCO), "Paragraphs")]
    assert not [line for line in told if re.search(r"\b21\b", line.partition("): ")[2])]
