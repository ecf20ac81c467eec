"""Comma-separated tables: read with every doubt refused, written whole or not at all."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from payapp.domain.refusals import Refused
from payapp.files.whole_files import read_text_file, write_whole_in_folder

MOST_BYTES = 20_000_000


class Line(NamedTuple):
    """One row of a table: its line in the file, and its values by column."""

    number: int
    values: dict[str, str]


class Table(NamedTuple):
    """The rows of a file and the name that refusals call it by."""

    name: str
    lines: tuple[Line, ...]


def read_table(path: Path, name: str, columns: Sequence[str]) -> Table:
    """Read a table that has exactly these columns.

    Raises Refused for a file that is missing, empty, too large or not UTF-8, an unknown or
    missing column, and a row that is not as long as the heading.
    """
    text = read_text_file(path, most_bytes=MOST_BYTES, save_as="CSV UTF-8", name=name)
    return table_from_rows(name, columns, _numbered_rows(name, text))


def _numbered_rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        fix = "look for a quotation mark that is not closed"
        found = "a value is longer than any schedule holds"
        raise Refused(name, fix, found=found) from error


def table_from_rows(
    name: str, columns: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]
) -> Table:
    """Return rows under their heading, which is the first of them, as a table.

    Raises Refused as `read_table` does.
    """
    numbered = iter(rows)
    first = next(numbered, None)
    if first is None:
        raise Refused(name, "give it a heading and at least one row", found="the file is empty")
    heading = _heading(name, columns, first)
    lines = tuple(_line(name, heading, number, row) for number, row in numbered)
    if not lines:
        raise Refused(name, "add at least one row", found="the file has a heading and no rows")
    return Table(name, lines)


def _heading(
    name: str, columns: Sequence[str], first: tuple[int, Sequence[str]]
) -> tuple[str, ...]:
    number, row = first
    heading = tuple(cell.strip() for cell in row)
    for column in heading:
        if column not in columns:
            fix = f"the columns are {', '.join(columns)}"
            raise Refused(name, fix, row=number, field=column, found="the column is not known")
        if heading.count(column) > 1:
            fix = "leave one of them out"
            raise Refused(name, fix, row=number, field=column, found="the column stands twice")
    for column in columns:
        if column not in heading:
            fix = "add it to the heading and to every row"
            raise Refused(name, fix, row=number, field=column, found="the column is missing")
    return heading


def _line(name: str, heading: Sequence[str], number: int, row: Sequence[str]) -> Line:
    if len(row) != len(heading):
        raise Refused(
            name,
            "fill every column and put text with a comma in quotation marks",
            row=number,
            found=f"the row has {len(row)} values and the heading has {len(heading)}",
        )
    return Line(number, dict(zip(heading, row, strict=True)))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table and the folder it lies in; the file is whole, or as it was before."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    write_whole_in_folder(path, text.getvalue().encode("utf-8"))
