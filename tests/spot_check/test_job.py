import gc
from collections.abc import Iterator

import pytest

from payapp.domain.cases import Case
from payapp.domain.sheet_rows import Row
from payapp.payroll import kit
from payapp.spot_check import job
from payapp.spot_check.job import case_of_row, check_sheet, processes_for
from payapp.spot_check.people import Person, Refusal
from payapp.spot_check.run import Assessed
from payapp.spot_check.sheets import Opened
from tests.spot_check.sheets import HEADINGS, TEACHER, layout


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    yield
    gc.unfreeze()


def opened(count: int) -> Opened:
    rows = (Row(number, (f"P{number}", *TEACHER[1:])) for number in range(2, count + 2))
    return Opened(layout(*HEADINGS), (), rows)


@pytest.mark.parametrize(
    ("rows", "cores", "processes"),
    [(None, 8, 0), (100, 8, 0), (10_000, 1, 0), (10_000, 2, 2), (500_000, 64, 2)],
)
def test_other_processes_are_started_only_where_that_is_worth_it(
    rows: int | None, cores: int, processes: int
) -> None:
    assert processes_for(rows, cores) == processes


def test_a_small_sheet_is_checked_in_this_process() -> None:
    taken: list[Assessed] = []
    assert check_sheet(opened(3), {}, kit(), taken.append)
    assert [result.row for assessed in taken for result in assessed.results] == [2, 3, 4]


def test_other_processes_give_the_same_results(monkeypatch: pytest.MonkeyPatch) -> None:
    here: list[Assessed] = []
    check_sheet(opened(250), {}, kit(), here.append)
    monkeypatch.setattr(job, "processes_for", lambda *_: 1)
    there: list[Assessed] = []
    assert check_sheet(opened(250), {}, kit(), there.append, total=250)
    assert there == here


def test_a_cancelled_sheet_says_that_it_did_not_get_to_the_end() -> None:
    taken: list[Assessed] = []
    assert not check_sheet(opened(3), {}, kit(), taken.append, is_cancelled=lambda: True)
    assert taken == []


def test_a_person_can_be_opened_as_a_case_by_the_number_of_the_row() -> None:
    case = case_of_row(opened(5), {}, kit(), 4)
    assert isinstance(case, Case)
    assert (case.reference, case.pay.point) == ("P4", "M6")
    assert case_of_row(opened(5), {}, kit(), 99) is None


def test_a_row_without_a_case_says_why() -> None:
    rows = iter([Row(2, ("P1", "Narnia"))])
    found = case_of_row(Opened(layout(*HEADINGS), (), rows), {}, kit(), 2)
    assert isinstance(found, Refusal)


def with_cells_again(*references: str) -> Opened:
    rows = [Row(number, (each, *TEACHER[1:])) for number, each in enumerate(references, start=2)]
    cells = [(1, "Ref"), *((row.number, row.cells[0]) for row in rows)]
    return Opened(
        layout(*HEADINGS), (), iter(rows), cells_again=lambda place: cells if not place else []
    )


def people_of(sheet: Opened) -> list[Person]:
    taken: list[Assessed] = []
    assert check_sheet(sheet, {}, kit(), taken.append)
    return [each for block in taken for each in block.results if isinstance(each, Person)]


def test_whose_reference_stands_in_another_row_cannot_be_told_wherever_that_row_stands() -> None:
    first, alone, second = people_of(with_cells_again("P1", "P2", "P1"))
    assert (first.verdict, first.other_row, first.codes[0]) == (
        *("cannot-tell", 4),
        "same-reference:cannot-tell",
    )
    assert (second.verdict, second.other_row) == ("cannot-tell", 2)
    assert (alone.other_row, alone.codes[0]) == (None, people_of(opened(1))[0].codes[0])


def test_rows_without_a_readable_reference_are_told_each_by_itself() -> None:
    assert [each.other_row for each in people_of(with_cells_again("tbc", "tbc"))] == [None, None]


def test_a_sheet_that_cannot_be_read_again_is_checked_row_by_row() -> None:
    rows = iter([Row(2, TEACHER), Row(3, TEACHER)])
    assert [each.other_row for each in people_of(Opened(layout(*HEADINGS), (), rows))] == [None] * 2


def test_a_sheet_without_references_shares_none() -> None:
    rows = iter([Row(2, TEACHER[1:]), Row(3, TEACHER[1:])])
    sheet = Opened(layout(*HEADINGS[1:]), (), rows, cells_again=lambda _: [(2, "x"), (3, "x")])
    assert [each.other_row for each in people_of(sheet)] == [None, None]
