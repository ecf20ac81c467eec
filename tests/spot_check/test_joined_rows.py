"""Rows of one person in a sheet that has a row for each allowance."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from payapp.domain.cases import Case
from payapp.domain.pay import AllowanceKind
from payapp.domain.sheet_rows import Row
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import word_cues
from payapp.spot_check.cells import Words
from payapp.spot_check.joined_rows import MOST_ROWS, Joined, JoinedRows
from payapp.spot_check.people import Refusal
from payapp.spot_check.rows import RowReader
from tests.spot_check.sheets import HEADINGS, TEACHER, layout
from tests.worked import library

BY_CODE = (*HEADINGS, "Alw code", "Alw amount")
TLR, SEN = ("TLR2", 3651), ("SEN", 2885)


def together(
    *people: Sequence[object], headings: Sequence[str] = BY_CODE
) -> tuple[JoinedRows, list[Row]]:
    joining = JoinedRows(layout(*headings))
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(people, start=2))
    return joining, list(joining.of(rows))


def numbers(*people: Sequence[object], headings: Sequence[str] = BY_CODE) -> list[int]:
    return [row.number for row in together(*people, headings=headings)[1]]


def of(reference: str) -> tuple[object, ...]:
    return (reference, *TEACHER[1:])


def test_a_person_with_a_row_for_each_allowance_is_one_with_all_of_them() -> None:
    joining, rows = together((*TEACHER, *TLR), (*TEACHER, *SEN), (*of("P2"), *TLR))
    assert [row.number for row in rows] == [2, 4]
    assert joining.joined == [Joined(3, 2)]
    reader = RowReader(joining.layout, {}, Words(word_cues()), column_guards(), library())
    first, second = (reader.read(row) for row in rows)
    assert isinstance(first, Case)
    assert isinstance(second, Case)
    assert [(each.kind, each.amount) for each in first.pay.allowances] == [
        (AllowanceKind.TLR2, Decimal(3651)),
        (AllowanceKind.SEN_ALLOWANCE, Decimal(2885)),
    ]
    assert [each.kind for each in second.pay.allowances] == [AllowanceKind.TLR2]


def test_what_is_wrong_with_a_further_allowance_is_told_under_its_heading() -> None:
    joining, (row,) = together((*TEACHER, *TLR), (*TEACHER, "SEN", None))
    reader = RowReader(joining.layout, {}, Words(word_cues()), column_guards(), library())
    found = reader.read(row)
    assert isinstance(found, Refusal)
    assert [(each.row, each.heading) for each in found.faults] == [(2, "Alw amount")]


@pytest.mark.parametrize(
    "second",
    [
        (*of("P2"), *SEN),
        (*TEACHER, *TLR),
        (*TEACHER, "tlr2", 1000),
        (*TEACHER, None, None),
        (*TEACHER[:6], 0.5, *TEACHER[7:], *SEN),
        (None, *TEACHER[1:], *SEN),
    ],
    ids=["another person", "the same row", "the same kind", "no kind", "another FTE", "no name"],
)
def test_other_rows_stay_apart(second: tuple[object, ...]) -> None:
    first = (None, *TEACHER[1:], *TLR) if second[0] is None else (*TEACHER, *TLR)
    assert numbers(first, second) == [2, 3]


def test_rows_of_one_person_that_stand_apart_are_not_looked_for() -> None:
    assert numbers((*TEACHER, *TLR), (*of("P2"), *TLR), (*TEACHER, *SEN)) == [2, 3, 4]


def test_no_more_are_taken_together_than_there_is_room_for() -> None:
    kinds = ("TLR1", "TLR2", "TLR3", "SEN", "R&R", "Honorarium")
    people = [(*TEACHER, kind, 100) for kind in kinds]
    assert len(kinds) == MOST_ROWS + 1
    assert numbers(*people) == [2, 2 + MOST_ROWS]


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        (*HEADINGS, "TLR2", "SEN allowance"),
        (*HEADINGS[1:], "Alw code", "Alw amount"),
        (*BY_CODE, "Alw code", "Alw amount"),
    ],
    ids=["no allowances", "a column for each kind", "no reference", "several a row"],
)
def test_a_sheet_that_is_made_otherwise_is_left_as_it_is(headings: tuple[str, ...]) -> None:
    cells = (*TEACHER, *TLR)
    joining, rows = together(cells, (*TEACHER, *SEN), headings=headings)
    assert [row.number for row in rows] == [2, 3]
    assert rows[0].cells == cells
    assert joining.layout == layout(*headings)


def test_what_is_remembered_of_the_headings_is_not_changed() -> None:
    joining, _ = together()
    assert joining.layout.meanings() == layout(*BY_CODE).meanings()
    assert joining.layout.columns == layout(*BY_CODE).columns


def test_a_sheet_without_people_has_none() -> None:
    assert numbers() == []
