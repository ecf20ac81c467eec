import gc
from collections.abc import Iterator

import pytest

from payapp.domain.cases import Case
from payapp.domain.sheet_rows import Row
from payapp.payroll import kit
from payapp.spot_check import job
from payapp.spot_check.job import case_of_row, check_sheet, processes_for
from payapp.spot_check.people import Refusal
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
