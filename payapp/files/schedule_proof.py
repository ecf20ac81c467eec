"""The proof of every file and figure, for `payapp schedules check`: it gathers, never stops."""

from collections.abc import Callable, Iterator
from functools import partial

from payapp.domain.cases import Nation
from payapp.domain.library import Library
from payapp.domain.proof import Fault, FaultKind, Proof, prove
from payapp.domain.refusals import Refused
from payapp.files.figure_files import Placed, faults_of_series
from payapp.files.schedules import FolderShelves


def prove_schedules(shelves: FolderShelves) -> Proof:
    """Read every schedule and walk every figure.

    Where a file is refused, the refusals are the faults and no figure is walked: the arithmetic
    would only repeat what is already known to be broken.
    """
    refused = tuple(dict.fromkeys(_refused_files(shelves)))
    if refused:
        return Proof(0, 0, 0, (), refused)
    broken = (fault for nation in Nation for fault in _broken_series(shelves, nation))
    return prove(Library(shelves), tuple(broken))


def _refused_files(shelves: FolderShelves) -> Iterator[Fault]:
    for nation, read in _readings(shelves):
        try:
            read()
        except Refused as refusal:
            yield Fault(FaultKind.UNREADABLE, nation, refusal=str(refusal))


def _readings(shelves: FolderShelves) -> Iterator[tuple[str, Callable[[], object]]]:
    of_all: tuple[Callable[[], object], ...] = (
        shelves.sources,
        shelves.rules,
        shelves.limits,
        shelves.bands,
        shelves.promoted_duties,
        shelves.gaps,
        shelves.known_gaps,
        shelves.survey,
    )
    of_one = (shelves.awards, shelves.terms, shelves.pay_dates)
    yield from (("", read) for read in of_all)
    for nation in Nation:
        yield from ((nation, partial(read, nation)) for read in of_one)
        for path in shelves.figure_files(nation):
            yield nation, partial(shelves.placed_in, nation, path)


def _broken_series(shelves: FolderShelves, nation: str) -> Iterator[Fault]:
    for refusal in faults_of_series(nation, _placed(shelves, nation), shelves.gaps()):
        yield Fault(FaultKind.DATES, nation, refusal=str(refusal))


def _placed(shelves: FolderShelves, nation: str) -> Iterator[Placed]:
    for pay_date in shelves.pay_dates(nation):
        yield from shelves.placed(nation, pay_date)
