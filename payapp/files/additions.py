"""Adding a pay award: planned, looked at, and only then written above the shipped figures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from payapp.domain.awards import raised
from payapp.domain.figures import Figure, Provenance, SeriesKey
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.domain.rules import Award
from payapp.files.figure_files import (
    FIGURE_COLUMNS,
    Placed,
    key_of,
    place_figures,
    refuse_broken_series,
    refuse_faulty_figures,
    refuse_points_out_of_range,
)
from payapp.files.schedule_rows import AwardRow, award_cells, cells, columns_of
from payapp.files.schedules import FolderShelves
from payapp.files.sheets import read_sheet
from payapp.files.tables import Table, read_table, write_table

COMPUTED = "D1"
MOST_PERCENT = 100


class Change(NamedTuple):
    """A figure that another one stands in place of."""

    before: Figure
    after: Figure


class Addition(NamedTuple):
    """What would be written: new figures, changed ones, unchanged ones, and awards."""

    added: tuple[Figure, ...]
    changed: tuple[Change, ...]
    unchanged: tuple[Figure, ...]
    awards: tuple[tuple[str, Award], ...]


def plan_from_file(shelves: FolderShelves, path: Path) -> Addition:
    """Plan the figures of a table, csv or xlsx, with the columns of a figures file.

    Raises Refused with row and fix for anything that a figures file would be refused for, and
    for dates or ranges that do not fit what is held.
    """
    placed = place_figures(_read(path), own=True)
    sources = {source.id: source for source in shelves.sources()}
    refuse_faulty_figures(placed, sources)
    for nation in _nations(placed):
        _refuse_what_does_not_fit(shelves, nation, placed)
    figures = [each.figure for each in placed]
    return _sorted_out(Library(shelves), figures, _unexplained(shelves, path.name, figures))


def _unexplained(
    shelves: FolderShelves, file: str, figures: Iterable[Figure]
) -> tuple[tuple[str, Award], ...]:
    """Return a note, in the form of an award, for every new pay date that no award explains."""
    reason = f"Added on this computer from {file}; no percentage was given."
    found = []
    for nation, on in dict.fromkeys((row.nation, row.valid_from) for row in figures):
        if on not in shelves.shipped_award_dates(nation):
            award = Award(on, "", "", "", None, Decimal(0), "none", None, reason)
            found.append((nation, award))
    return tuple(found)


def _read(path: Path) -> Table:
    if path.suffix.lower() == ".xlsx":
        return read_sheet(path, FIGURE_COLUMNS)
    return read_table(path, path.name, FIGURE_COLUMNS)


def plan_from_award(shelves: FolderShelves, nation: str, percent: Decimal, start: date) -> Addition:
    """Plan provisional figures: each one in force on the day before, raised by a percentage.

    The rounding is that of the nation's last award. A series that has a figure from that day is
    left alone, and so is a point that was abolished. Raises Refused for a percentage that is not
    over 0 and at most 100, for a day before the last pay date held, and where there is nothing to
    raise.
    """
    if not 0 < percent <= MOST_PERCENT:
        fix = "give a percentage over 0 and at most 100, such as 3.5"
        raise Refused("award", fix, field="percent", value=f"{percent:f}")
    library = Library(shelves)
    last = library.book(nation).pay_dates[-1]
    if start < last:
        fix = f"give {last} or a later day, or add the figures of that day as a table"
        found = f"{start} is before the last pay date held of {nation}, {last}"
        raise Refused("award", fix, field="from", value=start.isoformat(), found=found)
    award = Award(start, "", "", "", percent, Decimal(0), _rounding(library, nation), None, "")
    figures = [_raised(figure, award) for figure in _to_raise(library, nation, start)]
    if not figures:
        raise Refused(
            "award",
            "give a day after the last pay date on which figures are held",
            field="from",
            value=start.isoformat(),
            found=f"no figure of {nation} ends on the day before {start.isoformat()}",
        )
    return _sorted_out(library, figures, tuple(_award_rows(library, nation, award, figures)))


def _award_rows(
    library: Library, nation: str, award: Award, figures: Iterable[Figure]
) -> Iterator[tuple[str, Award]]:
    """Yield the award, or a row for each item where that day has an award of its own already."""
    if all(held.valid_from != award.valid_from for held in library.awards(nation)):
        yield nation, award
        return
    for item in dict.fromkeys(figure.item for figure in figures):
        yield nation, award._replace(item=item)


def _rounding(library: Library, nation: str) -> str:
    """Return the rounding of the last award that covers the whole nation."""
    general = [award for award in library.awards(nation) if award.percent is not None]
    return next(award.rounding for award in reversed(general) if not award.item)


def _to_raise(library: Library, nation: str, start: date) -> Iterator[Figure]:
    """Yield each figure in force on the day before that has no later one and was not abolished."""
    book, eve = library.book(nation), start - timedelta(days=1)
    last: dict[SeriesKey, Figure] = {key_of(figure): figure for figure in book.every()}
    for figure in last.values():
        in_force = figure.valid_to is None or figure.valid_to >= eve
        if figure.valid_from < start and in_force and not _is_abolished(library, figure, start):
            yield figure


def _is_abolished(library: Library, figure: Figure, start: date) -> bool:
    """Say whether a point stops just as its item goes on with figures that are all held."""
    goes_on = library.book(figure.nation).points(start, figure.area, figure.item)
    return (
        figure.valid_to is not None
        and bool(goes_on)
        and not library.lacks_figures_of(figure.nation, figure.item, start)
    )


def _raised(figure: Figure, award: Award) -> Figure:
    """Return a figure as an award makes it, marked as computed."""
    return figure._replace(
        valid_from=award.valid_from,
        valid_to=None,
        amount=raised(award, figure.amount),
        provenance=Provenance.PROPOSED_DERIVED
        if figure.provenance.is_proposed
        else Provenance.DERIVED,
        sources=tuple(dict.fromkeys((COMPUTED, *figure.sources))),
        confidence=1,
    )


def _nations(placed: Iterable[Placed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.figure.nation for each in placed))


def _refuse_what_does_not_fit(
    shelves: FolderShelves, nation: str, placed: Sequence[Placed]
) -> None:
    new = [each for each in placed if each.figure.nation == nation]
    merged = _merged(shelves, nation, new)
    refuse_points_out_of_range(_of_the_same_dates(merged, new))
    refuse_broken_series(nation, merged, shelves.gaps())


def _merged(shelves: FolderShelves, nation: str, new: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return every row of a nation as it would stand, a later row in place of an earlier one."""
    rows: dict[tuple[date, SeriesKey], Placed] = {}
    for pay_date in shelves.pay_dates(nation):
        for each in shelves.placed(nation, pay_date):
            rows[each.figure.valid_from, key_of(each.figure)] = each
    rows.update({(each.figure.valid_from, key_of(each.figure)): each for each in new})
    return tuple(rows.values())


def _of_the_same_dates(merged: Sequence[Placed], new: Sequence[Placed]) -> tuple[Placed, ...]:
    dates = {each.figure.valid_from for each in new}
    return tuple(each for each in merged if each.figure.valid_from in dates)


def _sorted_out(
    library: Library, figures: Iterable[Figure], awards: tuple[tuple[str, Award], ...]
) -> Addition:
    added: list[Figure] = []
    changed: list[Change] = []
    unchanged: list[Figure] = []
    for figure in figures:
        book = library.book(figure.nation)
        held = figure.valid_from in book.pay_dates and book.table(figure.valid_from)
        before = held.get(key_of(figure)) if held else None
        if before is None:
            added.append(figure)
        elif before == figure:
            unchanged.append(figure)
        else:
            changed.append(Change(before, figure))
    return Addition(tuple(added), tuple(changed), tuple(unchanged), awards)


def write_addition(shelves: FolderShelves, addition: Addition) -> tuple[Path, ...]:
    """Write a planned addition into the user's folder and return the files written.

    Each file is replaced whole, with what the user had added before kept in it. Raises Refused
    where a file cannot be written.
    """
    figures = [*addition.added, *(change.after for change in addition.changed)]
    written = [
        _write_figures(shelves, nation, pay_date, figures)
        for nation, pay_date in dict.fromkeys((row.nation, row.valid_from) for row in figures)
    ]
    nations = dict.fromkeys(nation for nation, _ in addition.awards)
    written += [_write_awards(shelves, nation, addition.awards) for nation in nations]
    return tuple(written)


def _write_figures(
    shelves: FolderShelves, nation: str, pay_date: date, figures: Iterable[Figure]
) -> Path:
    path = shelves.own / nation / f"{pay_date.isoformat()}.csv"
    kept = shelves.placed_in(nation, path) if path.is_file() else ()
    rows = {key_of(each.figure): each.figure for each in kept}
    for figure in figures:
        if (figure.nation, figure.valid_from) == (nation, pay_date):
            rows[key_of(figure)] = figure
    write_table(path, FIGURE_COLUMNS, map(cells, rows.values()))
    return path


def _write_awards(shelves: FolderShelves, nation: str, awards: Iterable[tuple[str, Award]]) -> Path:
    path = shelves.own / nation / "awards.csv"
    rows = {award[:4]: award for award in shelves.own_awards(nation)}
    rows.update({award[:4]: award for of, award in awards if of == nation})
    write_table(path, columns_of(AwardRow), map(award_cells, rows.values()))
    return path
