"""Results of spot checks: written as a workbook or as CSV files, and read back to be compared."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from payapp.domain.plain_tables import WorkbookWords
from payapp.domain.refusals import Refused
from payapp.domain.sheet_plans import SheetPlan, Sink
from payapp.domain.sheet_rows import Row
from payapp.files.result_tables import ResultTables
from payapp.files.row_files import TEXTS, open_named
from payapp.files.streamed_workbook import StreamedWorkbook
from payapp.files.unfinished import clear

JOINED = "; "
WORKBOOK, TEXT = KINDS = (".xlsx", ".csv")
Reported = tuple[str, str, tuple[str, ...], Decimal]


def result_sink(
    path: Path,
    plans: Sequence[SheetPlan],
    *,
    title: str,
    words: WorkbookWords,
) -> Sink:
    """Return where the rows of a result go, by the extension of its file.

    Raises Refused for another extension, and for a folder that is not there: before the run.
    """
    if not path.parent.is_dir():
        fix = "name a folder that exists and that you may write to"
        raise Refused(path.name, fix, found="the file cannot be written")
    if kind_of(path) == WORKBOOK:
        return StreamedWorkbook(path, plans, title=title, words=words)
    return ResultTables(list(_texts(path, plans)))


def kind_of(path: Path) -> str:
    """Return by its extension which kind of result a file is to be. Raises Refused for another."""
    kind = path.suffix.casefold()
    if kind in KINDS:
        return kind
    fix = "name a file that ends in .xlsx or .csv"
    raise Refused(path.name, fix, found="a result is a workbook or a CSV file")


def files_of(path: Path, plans: Sequence[SheetPlan]) -> list[Path]:
    """Return the files of a result, the one that is named last. Raises Refused as `kind_of`."""
    if kind_of(path) == WORKBOOK:
        return [path]
    return [each for each, _ in _texts(path, plans)]


def clear_unfinished(path: Path, plans: Sequence[SheetPlan]) -> list[str]:
    """Delete what killed runs left of the files of a result; return what cannot be deleted."""
    return [name for each in files_of(path, plans) for name in clear(each)]


def _texts(path: Path, plans: Sequence[SheetPlan]) -> Iterator[tuple[Path, SheetPlan]]:
    """Yield the files of a result in text, the one that was named last: it says all are there."""
    for plan in sorted(plans, key=lambda plan: plan.file_ends or "", reverse=True):
        if plan.file_ends is not None:
            yield path.with_stem(path.stem + plan.file_ends), plan


def read_people(path: Path, sheet: str, headings: Sequence[str]) -> Iterator[Reported]:
    """Yield reference, verdict, reason codes and gap of each person of a result.

    `headings` are those of the four columns. Raises Refused for a file that is no result.
    """
    number = 1
    while True:
        name = sheet if number == 1 else f"{sheet} {number}"
        with open_named(path, name) as file:
            if file is None:
                break
            yield from _people(path.name, iter(file), headings)
        number += 1
        if path.suffix.casefold() in TEXTS:
            return
    if number == 1:
        raise _no_result(path.name)


def _people(name: str, rows: Iterator[Row], headings: Sequence[str]) -> Iterator[Reported]:
    first = next(rows, None)
    cells = first.cells if first else ()
    if not set(headings) <= set(cells):
        raise _no_result(name)
    places = [cells.index(heading) for heading in headings]
    for row in rows:
        reference, verdict, codes, gap = (
            row.cells[place] if place < len(row.cells) else None for place in places
        )
        yield _text(reference), _text(verdict), _codes(codes), _pounds(name, row.number, gap)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _codes(cell: object) -> tuple[str, ...]:
    return tuple(part for part in _text(cell).split(JOINED) if part)


def _pounds(name: str, row: int, cell: object) -> Decimal:
    try:
        return Decimal(str(cell or 0)).quantize(Decimal("0.01"))
    except InvalidOperation:
        fix = "name a file as payapp spot-check wrote it"
        raise Refused(name, fix, row=row, value=_text(cell)) from None


def _no_result(name: str) -> Refused:
    fix = "name a file that payapp spot-check wrote"
    return Refused(name, fix, found="it is no result of a spot check")
