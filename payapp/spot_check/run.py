"""The run of a spot check: blocks of rows through the check, with progress and a way to stop.

`assess_rows` of an `Assessor` is the core: rows in, results out, the same for every row whatever
stands beside it, so that any engine that maps a function over partitions can run it unchanged.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, wait
from datetime import date
from itertools import islice
from signal import SIG_IGN, SIGINT, signal
from time import monotonic
from typing import NamedTuple

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.library import Library
from payapp.domain.sheet_rows import Row
from payapp.spot_check.cells import Fault, Words
from payapp.spot_check.layouts import Layout
from payapp.spot_check.people import Person, Refusal, Result, RowFault, person_of
from payapp.spot_check.rows import Guards, RowReader

ROWS_A_BLOCK = 100
BLOCKS_AHEAD = 8
MOST_KEPT = 2_000
LOOK_EVERY = 0.05
OBJECTS_BEFORE_A_COLLECTION = 100_000

Tell = Callable[[Assessment], Sequence[str]]
Assess = Callable[[Sequence[Row]], "Assessed"]


class Kit(NamedTuple):
    """What an assessor is made of, each part by a function that another process can call.

    `by_one_row` returns a sentence about a row whose reference another row has too, hedged; of an
    empty one it makes the sentence that says so.
    """

    open_library: Callable[[], Library]
    words: Callable[[], Mapping[tuple[str, str, str], str]]
    guards: Callable[[], Guards]
    tell: Callable[[Library], Tell]
    by_one_row: Callable[[str, int], str]


class Assessed(NamedTuple):
    """The results of a block of rows, in order, and what they rest on.

    `sources` are ids, and `pay_dates` those whose figures were in force, by nation.
    """

    results: tuple[Result, ...]
    sources: frozenset[str]
    pay_dates: frozenset[tuple[str, date]] = frozenset()


class _Kept(NamedTuple):
    """The result of a row for others that hold the same, and what it rests on."""

    result: Result
    sources: frozenset[str] = frozenset()
    pay_date: tuple[str, date] | None = None


class Progress(NamedTuple):
    """How far a run has come; `total` is None where the number of rows is not known."""

    done: int
    total: int | None
    rows_a_second: float


class Assessor:
    """Turns rows into results. Rows that hold the same are checked once."""

    def __init__(self, reader: RowReader, library: Library, tell: Tell) -> None:
        self._reader, self._library, self._tell = reader, library, tell
        self._kept: dict[tuple[object, ...], _Kept] = {}

    def assess_rows(self, rows: Iterable[Row]) -> Assessed:
        """Return a result for each row, in the same order."""
        results: list[Result] = []
        sources: set[str] = set()
        pay_dates: set[tuple[str, date] | None] = set()
        for row in rows:
            kept = self._assess(row)
            results.append(kept.result)
            sources |= kept.sources
            pay_dates.add(kept.pay_date)
        return Assessed(tuple(results), frozenset(sources), frozenset(filter(None, pay_dates)))

    def _assess(self, row: Row) -> _Kept:
        key = self._reader.key(row)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._assess_anew(row)
            self._kept[key] = found
            return found
        result = _of_row(found.result, row.number, self._reader.reference(row))
        return found._replace(result=result)

    def _assess_anew(self, row: Row) -> _Kept:
        case = self._reader.read(row)
        if isinstance(case, Refusal):
            return _Kept(case)
        try:
            assessment = check(case, self._library)
        except CaseRefused as refused:
            heading = self._reader.heading_of(refused.field)
            why = (Fault.REFUSED, refused.accepted)
            fault = RowFault(row.number, case.reference, heading, refused.value, *why)
            return _Kept(Refusal(row.number, case.reference, (fault,)))
        person = person_of(row.number, assessment, self._tell(assessment))
        sources = frozenset(_sources(assessment, self._library))
        return _Kept(person, sources, _pay_date(case, self._library))


def _of_row(result: Result, number: int, reference: str) -> Result:
    """Return the result of a row for another row that holds the same."""
    if isinstance(result, Person):
        return result._replace(row=number, reference=reference)
    faults = (fault._replace(row=number, reference=reference) for fault in result.faults)
    return Refusal(number, reference, tuple(faults))


def _sources(assessment: Assessment, library: Library) -> Iterator[str]:
    for finding in assessment.findings:
        for figure in finding.figures:
            yield from figure.sources
        for citation in finding.citations:
            yield from library.sources_shown(citation.rule, assessment.case.nation)


def _pay_date(case: Case, library: Library) -> tuple[str, date]:
    """Return the nation, and from when the figures are that it had on the day of a case."""
    dates = library.book(case.nation).pay_dates
    return case.nation, max((each for each in dates if each <= case.on), default=case.on)


def assessor(layout: Layout, defaults: Mapping[str, object], kit: Kit) -> Assessor:
    """Return an assessor of the rows of one sheet.

    What it holds for good is put out of the garbage collector's way.
    """
    library = kit.open_library()
    reader = RowReader(layout, defaults, Words(kit.words()), kit.guards(), library)
    made = Assessor(reader, library, kit.tell(library))
    gc.collect()
    gc.freeze()
    return made


_of_this_process: list[Assessor] = []


def prepare_process(layout: Layout, defaults: Mapping[str, object], kit: Kit) -> None:
    """Make the assessor of a process that works on blocks of a sheet.

    Ctrl+C at the terminal reaches every process; the one that leads the run decides what it means.
    """
    signal(SIGINT, SIG_IGN)
    gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
    _of_this_process[:] = [assessor(layout, defaults, kit)]


def assess_in_process(rows: Sequence[Row]) -> Assessed:
    """Assess a block of rows in a process that was prepared for its sheet."""
    return _of_this_process[0].assess_rows(rows)


def run(
    rows: Iterable[Row],
    assess: Assess,
    *,
    total: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    pool: Executor | None = None,
) -> Iterator[Assessed]:
    """Yield the results of every block of rows in order, until done or cancelled.

    With a pool, blocks are assessed beside each other; `assess` must then be a function that its
    processes know. What was assessed before a cancel has been yielded.
    """
    start, done = monotonic(), 0
    blocks = _blocks(rows)
    found = (
        map(assess, _until(blocks, is_cancelled))
        if pool is None
        else _beside_each_other(blocks, assess, pool, is_cancelled)
    )
    for assessed in found:
        done += len(assessed.results)
        yield assessed
        rate = done / max(monotonic() - start, 1e-9)
        progress(Progress(done, None if total is None else max(total, done), rate))


def _blocks(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    every = iter(rows)
    while block := tuple(islice(every, ROWS_A_BLOCK)):
        yield block


def _until(
    blocks: Iterator[tuple[Row, ...]], is_cancelled: Callable[[], bool]
) -> Iterator[tuple[Row, ...]]:
    for block in blocks:
        if is_cancelled():
            return
        yield block


def _beside_each_other(
    blocks: Iterator[tuple[Row, ...]],
    assess: Assess,
    pool: Executor,
    is_cancelled: Callable[[], bool],
) -> Iterator[Assessed]:
    """Yield what the pool assessed in the order of the blocks, a few of which are under way."""
    under_way: deque[Future[Assessed]] = deque()
    for block in _until(blocks, is_cancelled):
        under_way.append(pool.submit(assess, block))
        if len(under_way) < BLOCKS_AHEAD:
            continue
        if not _is_done(under_way[0], is_cancelled):
            break
        yield under_way.popleft().result()
    while under_way and _is_done(under_way[0], is_cancelled):
        yield under_way.popleft().result()
    for future in under_way:
        future.cancel()


def _is_done(future: Future[Assessed], is_cancelled: Callable[[], bool]) -> bool:
    """Wait for a block, looking often whether the run was cancelled; say whether it is there."""
    while not is_cancelled():
        if wait([future], LOOK_EVERY).done:
            return True
    return future.done()
