"""A whole sheet checked: the rows through the run, on as many cores as that is worth."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager

from payapp.domain.cases import Case
from payapp.spot_check.cells import Words
from payapp.spot_check.joined_rows import Joined
from payapp.spot_check.layouts import Layout
from payapp.spot_check.people import Refusal, Result, told_by_one_row
from payapp.spot_check.references import Shared, shared_references
from payapp.spot_check.rows import RowReader
from payapp.spot_check.run import (
    Assess,
    Assessed,
    Kit,
    Progress,
    assess_in_process,
    assessor,
    prepare_process,
    run,
)
from payapp.spot_check.sheets import Opened, references_again

ROWS_WORTH_A_PROCESS = 2_000
MOST_PROCESSES = 2
"""Each takes some fifty megabytes, and this one keeps up with two at most."""


def check_sheet(
    opened: Opened,
    defaults: Mapping[str, object],
    kit: Kit,
    take: Callable[[Assessed], None],
    *,
    total: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Check every row of a sheet and hand over the results in order; say whether it got to the end.

    `defaults` hold for the columns that the sheet lacks. `total` is how many rows there are; it
    decides whether other processes are worth starting. Where a reference stands in several rows,
    none of them is certain: which do is found out before the first row is checked.
    """
    count = processes_for(total, os.cpu_count() or 1)
    with _workers(opened.layout, defaults, kit, count) as (assess, pool):
        again, headings = references_again(opened), opened.layout.heading_row
        shared = shared_references(again, headings, is_cancelled)
        for assessed in run(
            opened.rows,
            assess,
            total=total,
            progress=progress,
            is_cancelled=is_cancelled,
            pool=pool,
        ):
            take(_told_apart(assessed, shared, opened.joined, kit))
    return not is_cancelled()


def _told_apart(assessed: Assessed, shared: Shared, joined: Sequence[Joined], kit: Kit) -> Assessed:
    """Return results with those of rows that share a reference with another as uncertain."""
    if not shared.rows:
        return assessed

    def told(result: Result) -> Result:
        if isinstance(result, Refusal) or not result.reference:
            return result
        other = shared.other_row(result.row, joined)
        return told_by_one_row(result, other, kit.by_one_row) if other else result

    return assessed._replace(results=tuple(map(told, assessed.results)))


def case_of_row(
    opened: Opened, defaults: Mapping[str, object], kit: Kit, number: int
) -> Case | Refusal | None:
    """Return the case of one row by its number, why it has none, or None where there is no row."""
    row = next((row for row in opened.rows if row.number == number), None)
    if row is None:
        return None
    words, guards = Words(kit.words()), kit.guards()
    return RowReader(opened.layout, defaults, words, guards, kit.open_library()).read(row)


def processes_for(total: int | None, cores: int) -> int:
    """Return how many processes to start beside this one, which reads and writes."""
    if total is None or total < ROWS_WORTH_A_PROCESS:
        return 0
    return min(cores, MOST_PROCESSES) if cores > 1 else 0


@contextmanager
def _workers(
    layout: Layout, defaults: Mapping[str, object], kit: Kit, count: int
) -> Iterator[tuple[Assess, Executor | None]]:
    if not count:
        yield assessor(layout, defaults, kit).assess_rows, None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Started anew and not forked: a window runs threads, which a fork would leave hanging.
    pool = ProcessPoolExecutor(
        count, get_context("spawn"), initializer=prepare_process, initargs=(layout, defaults, kit)
    )
    try:
        yield assess_in_process, pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
