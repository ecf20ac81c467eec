"""Figures files: one for each pay date, checked row by row and against its neighbours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from payapp.domain.figures import Figure, SeriesKey
from payapp.domain.library import Gap
from payapp.domain.refusals import Refused
from payapp.files.schedule_rows import FigureRow, columns_of, records
from payapp.files.tables import Table, read_table

FIGURE_COLUMNS = columns_of(FigureRow)


class Placed(NamedTuple):
    """A figure and where it stands: the file as refusals call it, the line, whose it is."""

    figure: Figure
    file: str
    row: int
    own: bool


def key_of(figure: Figure) -> SeriesKey:
    """Return the series of a figure within its nation: area, item and point."""
    return figure.area, figure.item, figure.point


def read_figures(
    path: Path, nation: str, sources: Mapping[str, object], *, own: bool
) -> tuple[Placed, ...]:
    """Read the figures of one nation and pay date.

    Raises Refused for anything that a row alone, or the rows of the file together, get wrong.
    """
    name = f"{'your ' if own else ''}{nation}/{path.name}"
    placed = place_figures(read_table(path, name, FIGURE_COLUMNS), own=own)
    for each in placed:
        _refuse_a_misplaced_row(each, nation, path.stem)
    refuse_faulty_figures(placed, sources)
    return placed


def place_figures(table: Table, *, own: bool) -> tuple[Placed, ...]:
    """Return the rows of a table as figures with their places."""
    figures = records(table, FigureRow, FigureRow.record)
    return tuple(
        Placed(figure, table.name, line.number, own)
        for figure, line in zip(figures, table.lines, strict=True)
    )


def refuse_faulty_figures(placed: Sequence[Placed], sources: Mapping[str, object]) -> None:
    """Refuse what each row's dates and sources, or two rows of one pay date, get wrong."""
    seen: dict[tuple[str, date, SeriesKey], Placed] = {}
    for each in placed:
        _refuse_faulty_dates(each)
        _refuse_an_unknown_source(each, sources)
        key = (each.figure.nation, each.figure.valid_from, key_of(each.figure))
        first = seen.setdefault(key, each)
        if first is not each:
            raise _refusal(
                each,
                "point",
                each.figure.point,
                f"this figure stands in row {first.row} already",
                "leave one of the two out",
            )
    refuse_points_out_of_range(placed)


def _refusal(each: Placed, field: str, value: str, found: str, fix: str) -> Refused:
    return Refused(each.file, fix, row=each.row, field=field, value=value, found=found)


def _refuse_a_misplaced_row(each: Placed, nation: str, stem: str) -> None:
    figure = each.figure
    if figure.nation != nation:
        found = f"'{figure.nation}' is not the nation of the folder"
        fix = f"write {nation} or move the row to the folder of its nation"
        raise _refusal(each, "nation", figure.nation, found, fix)
    start = figure.valid_from.isoformat()
    if start != stem:
        found = f"'{start}' is not the date in the name of the file"
        raise _refusal(
            each, "valid_from", start, found, f"write {stem} or move the row to {start}.csv"
        )


def _refuse_faulty_dates(each: Placed) -> None:
    figure = each.figure
    if figure.valid_to is not None and figure.valid_to < figure.valid_from:
        end = figure.valid_to.isoformat()
        fix = "write a later date, or leave it empty while the figure stays in force"
        raise _refusal(each, "valid_to", end, f"'{end}' is before valid_from", fix)


def _refuse_an_unknown_source(each: Placed, sources: Mapping[str, object]) -> None:
    for source in each.figure.sources:
        if source not in sources:
            found = f"'{source}' does not stand in sources.csv"
            fix = "use the id of a source there, or OWN for a figure of your own"
            raise _refusal(each, "sources", source, found, fix)


def refuse_points_out_of_range(placed: Iterable[Placed]) -> None:
    """Refuse a point that lies below the minimum or above the maximum of its item and date."""
    ranges: dict[tuple[str, date, str, str], list[Placed]] = {}
    for each in placed:
        figure = each.figure
        key = (figure.nation, figure.valid_from, figure.area, figure.item)
        ranges.setdefault(key, []).append(each)
    for points in ranges.values():
        limits = {each.figure.point: each for each in points}
        for each in points:
            _refuse_out_of_range(each, limits.get("min"), limits.get("max"))


def _refuse_out_of_range(each: Placed, lowest: Placed | None, highest: Placed | None) -> None:
    amount = each.figure.amount
    if lowest is not None and amount < lowest.figure.amount:
        raise _out_of_range(each, lowest, "below the minimum")
    if highest is not None and amount > highest.figure.amount:
        raise _out_of_range(each, highest, "above the maximum")


def _out_of_range(each: Placed, limit: Placed, how: str) -> Refused:
    """Return the refusal of a point and its limit, at the one of them that the user added."""
    figure = each.figure
    found = f"{_series(each)} is {figure.amount:f}, {how} of {limit.figure.amount:f}"
    at = limit if limit.own and not each.own else each
    return _refusal(
        at,
        "amount",
        f"{at.figure.amount:f}",
        found,
        "correct the point or the range it lies in",
    )


def series_of(placed: Iterable[Placed]) -> dict[SeriesKey, list[Placed]]:
    """Return the figures of one nation by series, each oldest first."""
    series: dict[SeriesKey, list[Placed]] = {}
    for each in sorted(placed, key=lambda one: one.figure.valid_from):
        series.setdefault(key_of(each.figure), []).append(each)
    return series


def refuse_broken_series(nation: str, placed: Iterable[Placed], gaps: Sequence[Gap]) -> None:
    """Refuse overlapping dates and gaps that are not listed with their reason."""
    for fault in faults_of_series(nation, placed, gaps):
        raise fault


def faults_of_series(
    nation: str, placed: Iterable[Placed], gaps: Sequence[Gap]
) -> Iterator[Refused]:
    """Yield every overlap of dates, and every gap in them that is not listed, of one nation."""
    listed = [gap for gap in gaps if gap.nation == nation]
    for key, series in series_of(placed).items():
        for earlier, later in pairwise(series):
            fault = _overlap(earlier, later) or _unlisted_gap(key, earlier, later, listed)
            if fault is not None:
                yield fault


def _overlap(earlier: Placed, later: Placed) -> Refused | None:
    end, start = earlier.figure.valid_to, later.figure.valid_from
    replaces = later.own and not earlier.own
    if end is None or end < start or replaces:
        return None
    found = f"the figure runs to {end} and a later one of {_series(later)} starts on {start}"
    return _refusal(earlier, "valid_to", str(end), found, "leave valid_to empty")


def _unlisted_gap(
    key: SeriesKey, earlier: Placed, later: Placed, listed: Sequence[Gap]
) -> Refused | None:
    end, start = earlier.figure.valid_to, later.figure.valid_from
    if end is None or end + timedelta(days=1) >= start:
        return None
    first, last = end + timedelta(days=1), start - timedelta(days=1)
    if any((gap.first, gap.last) == (first, last) and gap.covers(*key) for gap in listed):
        return None
    found = f"no figure of {_series(later)} is held from {first} to {last}"
    fix = "add the figures between, or list the gap with its reason in gaps.csv"
    return _refusal(later, "valid_from", str(start), found, fix)


def _series(each: Placed) -> str:
    return f"{each.figure.item} {each.figure.point}"
