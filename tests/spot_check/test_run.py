import gc
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from threading import Event
from typing import Any

import pytest

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case
from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.sheet_rows import Row
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import word_cues
from payapp.report.spot_check_in_words import by_one_row
from payapp.spot_check import run as running
from payapp.spot_check.cells import Fault
from payapp.spot_check.people import Person, Refusal, Result
from payapp.spot_check.run import (
    ROWS_A_BLOCK,
    Assessed,
    Assessor,
    Kit,
    Progress,
    assess_in_process,
    prepare_process,
    run,
)
from tests.spot_check.sheets import HEADINGS, TEACHER, layout, reader
from tests.worked import library


def tell(assessment: Assessment) -> list[str]:
    return [str(finding.about) for finding in assessment.findings]


def made(*headings: str) -> Assessor:
    return Assessor(reader(*headings), library(), tell)


def people(results: Sequence[Result]) -> list[Person]:
    return [result for result in results if isinstance(result, Person)]


def rows(count: int) -> Iterator[Row]:
    for number in range(2, count + 2):
        yield Row(number, (f"P{number}", *TEACHER[1:]))


def count(block: Sequence[Row]) -> Assessed:
    """Stand in for the checks: one result a row, none of them about anybody."""
    return Assessed(tuple(Refusal(row.number, "", ()) for row in block), frozenset())


def numbers(found: Iterator[Assessed]) -> list[int]:
    return [result.row for assessed in found for result in assessed.results]


def test_each_row_has_a_result_in_the_same_order() -> None:
    wrong = Row(3, ("P3", "Narnia", *TEACHER[2:]))
    found = made(*HEADINGS).assess_rows([Row(2, TEACHER), wrong, Row(4, TEACHER)])
    assert [type(result) for result in found.results] == [Person, Refusal, Person]
    assert [result.row for result in found.results] == [2, 3, 4]


def test_rows_that_hold_the_same_are_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[Case] = []

    def counted(case: Case, shelf: Library) -> Assessment:
        checked.append(case)
        return check(case, shelf)

    monkeypatch.setattr(running, "check", counted)
    found = made(*HEADINGS).assess_rows(rows(5))
    assert [person.reference for person in people(found.results)] == ["P2", "P3", "P4", "P5", "P6"]
    assert [person.row for person in people(found.results)] == [2, 3, 4, 5, 6]
    assert len(checked) == 1


def test_faults_of_rows_that_hold_the_same_are_told_for_each() -> None:
    both = [Row(number, (f"P{number}", "Narnia", *TEACHER[2:])) for number in (2, 3)]
    found = made(*HEADINGS).assess_rows(both).results
    faults = [fault for result in found if isinstance(result, Refusal) for fault in result.faults]
    assert [(fault.row, fault.reference, fault.value) for fault in faults] == [
        (2, "P2", "Narnia"),
        (3, "P3", "Narnia"),
    ]


def test_what_is_kept_of_rows_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_KEPT", 1)
    cells = [(*TEACHER[:6], share, *TEACHER[7:]) for share in (1, 0.5, 1, 0.5)]
    found = made(*HEADINGS).assess_rows(Row(n, row) for n, row in enumerate(cells, start=2))
    assert [person.row for person in people(found.results)] == [2, 3, 4, 5]


def test_a_combination_that_the_rules_do_not_know_is_a_fault_of_the_row() -> None:
    headings = (*HEADINGS, "Alw code", "Alw amount", "Alw share", "share_of_responsibility")
    found = made(*headings).assess_rows([Row(2, (*TEACHER, "TLR2", 3651, 0.5, 0.6))])
    (refusal,) = found.results
    assert isinstance(refusal, Refusal)
    assert [(fault.heading, fault.fault) for fault in refusal.faults] == [
        ("share_of_responsibility", Fault.REFUSED)
    ]
    assert found.sources == frozenset()


def test_the_sources_that_answers_rest_on_are_named() -> None:
    headings = (*HEADINGS, "qualified_teacher")
    cells = (*TEACHER[:2], "Rest of England", *TEACHER[3:], "yes")
    found = made(*headings).assess_rows([Row(2, cells)])
    (person,) = people(found.results)
    assert "base-pay" in [reason.about for reason in person.reasons]
    figure = (
        library().book("england").find(date(2026, 10, 1), "rest-of-england", "main-pay-range", "M6")
    )
    assert isinstance(figure, Figure)
    assert set(figure.sources) <= found.sources <= set(library().sources)


def test_the_pay_dates_whose_figures_were_in_force_are_named_by_nation() -> None:
    days = ("01/10/2025", "31/08/2026", "01/09/2026", "not a day")
    cells = [(*TEACHER[:3], day, *TEACHER[4:]) for day in days]
    cells += [("P9", "Wales", "", "01/10/2026", *TEACHER[4:]), cells[0]]
    found = made(*HEADINGS).assess_rows(Row(n, row) for n, row in enumerate(cells, start=2))
    assert found.pay_dates == {
        ("england", date(2025, 9, 1)),
        ("england", date(2026, 9, 1)),
        ("wales", date(2025, 9, 1)),
    }


def test_a_day_before_all_figures_stands_for_itself() -> None:
    found = made(*HEADINGS).assess_rows([Row(2, (*TEACHER[:3], "01/10/1995", *TEACHER[4:]))])
    assert found.pay_dates == {("england", date(1995, 10, 1))}


def test_blocks_come_in_order_until_all_rows_are_done() -> None:
    found = list(run(rows(2 * ROWS_A_BLOCK + 1), count))
    assert [len(assessed.results) for assessed in found] == [ROWS_A_BLOCK, ROWS_A_BLOCK, 1]
    assert numbers(iter(found)) == list(range(2, 2 * ROWS_A_BLOCK + 3))


def test_no_rows_are_no_results() -> None:
    assert list(run([], count)) == []


def test_progress_tells_how_many_are_done_and_how_fast() -> None:
    seen: list[Progress] = []
    list(run(rows(150), count, total=150, progress=seen.append))
    assert [(each.done, each.total) for each in seen] == [(100, 150), (150, 150)]
    assert all(each.rows_a_second > 0 for each in seen)


def test_a_total_that_was_too_small_grows_with_what_is_done() -> None:
    seen: list[Progress] = []
    list(run(rows(150), count, total=20, progress=seen.append))
    assert [each.total for each in seen] == [100, 150]
    list(run(rows(1), count, progress=seen.append))
    assert seen[-1].total is None


def test_a_cancel_keeps_what_is_done_and_reads_no_further() -> None:
    stopped, read = Event(), []

    def watched() -> Iterator[Row]:
        for row in rows(100_000):
            read.append(row.number)
            yield row

    found = run(watched(), count, is_cancelled=stopped.is_set)
    first = next(found)
    stopped.set()
    assert list(found) == []
    assert len(first.results) == ROWS_A_BLOCK
    assert len(read) <= 2 * ROWS_A_BLOCK


def test_a_pool_keeps_the_order_of_the_rows() -> None:
    with ThreadPoolExecutor(2) as pool:
        found = numbers(run(rows(1_550), count, pool=pool))
    assert found == list(range(2, 1_552))


def test_a_cancel_does_not_wait_for_what_a_pool_has_under_way() -> None:
    stopped, release = Event(), Event()

    def held(block: Sequence[Row]) -> Assessed:
        if block[0].number > 2:
            stopped.set()
            release.wait(5)
        return count(block)

    with ThreadPoolExecutor(2) as pool:
        found = numbers(run(rows(3_000), held, pool=pool, is_cancelled=stopped.is_set))
        assert not release.is_set()
        release.set()
    assert found in ([], list(range(2, ROWS_A_BLOCK + 2)))


class Waiting(Executor):
    """A pool of which nothing is done until that is said."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.futures.append(future)
        if len(self.futures) == 1:
            future.set_result(fn(*args))
        return future


@pytest.mark.parametrize("blocks", [3, 30])
def test_what_a_pool_has_not_begun_is_cancelled(blocks: int) -> None:
    pool, stopped = Waiting(), Event()
    found = run(rows(blocks * ROWS_A_BLOCK), count, pool=pool, is_cancelled=stopped.is_set)
    first = next(found)
    stopped.set()
    assert list(found) == []
    assert [result.row for result in first.results] == list(range(2, ROWS_A_BLOCK + 2))
    assert all(future.cancelled() for future in pool.futures[1:])


@pytest.mark.parametrize(("blocks", "under_way"), [(3, 3), (30, 9)])
def test_a_pool_is_waited_for_until_the_run_is_cancelled(blocks: int, under_way: int) -> None:
    pool, looks = Waiting(), iter([False] * 12)
    every = rows(blocks * ROWS_A_BLOCK)
    found = run(every, count, pool=pool, is_cancelled=lambda: next(looks, True))
    assert len(list(found)) == 1
    assert len(pool.futures) == under_way


def test_a_cancel_at_the_end_keeps_what_a_pool_has_done() -> None:
    stopped = Event()
    with ThreadPoolExecutor(2) as pool:
        found = run(rows(300), count, pool=pool, is_cancelled=stopped.is_set)
        first = next(found)
        stopped.set()
        rest = list(found)
    assert len(first.results) == ROWS_A_BLOCK
    assert len(rest) <= 2


@pytest.fixture
def _signals_and_collector() -> Iterator[None]:
    before, threshold = signal.getsignal(signal.SIGINT), gc.get_threshold()
    yield
    signal.signal(signal.SIGINT, before)
    gc.set_threshold(*threshold)
    gc.unfreeze()


@pytest.mark.usefixtures("_signals_and_collector")
def test_another_process_is_prepared_once_for_its_sheet() -> None:
    kit = Kit(library, word_cues, column_guards, lambda _: tell, by_one_row)
    prepare_process(layout(*HEADINGS), {}, kit)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    found = assess_in_process([Row(2, TEACHER)]).results
    assert [person.reference for person in people(found)] == ["P1"]
