"""A payroll sheet looked at and checked beside the window: nothing here knows of Qt."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, NamedTuple

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.sheet_rows import Row
from payapp.files.row_files import RowFile, open_rows
from payapp.payroll import kit, opened_sheet, refuse_to_replace
from payapp.report.assessment_tables import workbook_words
from payapp.report.figure_tables import ToldTable
from payapp.report.layout_in_words import empty_rows
from payapp.report.spot_check_in_words import SpotCheckSheets, sheet_plans
from payapp.report.spot_check_tables import Brief, HeadedColumn, brief_of, briefs_table
from payapp.report.wording import Wording
from payapp.spot_check.job import case_of_row, check_sheet
from payapp.spot_check.layouts import Layout
from payapp.spot_check.people import Refusal, Result
from payapp.spot_check.rows import shown_value
from payapp.spot_check.run import Assessed, Progress
from payapp.spot_check.sheets import SAMPLES, Opened

if TYPE_CHECKING:
    from payapp.files.kept_results import KeptResult
    from payapp.files.layout_files import Meanings


class Way(NamedTuple):
    """How a sheet is to be read: what its headings mean beside the usual, and whether names are."""

    path: Path
    meanings: "Meanings"
    with_names: bool = True

    def opened(self, wording: Wording) -> AbstractContextManager[tuple[RowFile, Opened]]:
        """Open the sheet. Raises Refused, also while it is read."""
        return opened_sheet(self.path, self.meanings, wording, with_names=self.with_names)


class Look(NamedTuple):
    """What a sheet holds before it is checked: its columns in order, and about how many rows."""

    columns: tuple[HeadedColumn, ...]
    layout: Layout
    total: int | None


def look_at(way: Way, wording: Wording) -> Look:
    """Return the columns of a sheet with three values of each. Raises Refused."""
    with way.opened(wording) as (file, opened):
        layout, total = opened.layout, file.total
        known = {
            placed.place: HeadedColumn(placed.heading, placed.column.name, placed.kind, samples)
            for placed, samples in zip(layout.placed, opened.samples, strict=True)
        }
    rows = _first_rows(way, layout)
    headings = rows[0].cells if rows else ()
    other = layout.compared
    for place, heading in enumerate(headings):
        if place not in known and shown_value(heading):
            cells = (row.cells[place] for row in rows[1:] if place < len(row.cells))
            samples = tuple(shown_value(cell) for cell in cells)
            is_compared = other is not None and other.place == place
            meaning = (other.column.name, other.kind) if other and is_compared else ("", "")
            known[place] = HeadedColumn(shown_value(heading), *meaning, samples)
    return Look(tuple(known[place] for place in sorted(known)), layout, total)


def _first_rows(way: Way, layout: Layout) -> list[Row]:
    """Return the row of the headings and the first below it, without names where they are out."""
    found: list[Row] = []
    with open_rows(way.path) as file:
        if not way.with_names:
            file.skipped.update(layout.names)
        for row in file:
            if row.number >= layout.heading_row:
                found.append(row)
            if len(found) > SAMPLES:
                break
    return found


def person_in(
    way: Way, defaults: Mapping[str, object], number: int, library: Library, wording: Wording
) -> Case | Refusal | None:
    """Return the case of one row, or why it has none. Raises Refused."""
    with way.opened(wording) as (_, opened):
        return case_of_row(opened, defaults, kit()._replace(open_library=lambda: library), number)


class Listed(NamedTuple):
    """The rows that were checked, and the same as a table."""

    briefs: list[Brief]
    told: ToldTable


class SheetRun:
    """One check of a sheet. Its result is kept on the disk until it is saved or put away."""

    def __init__(
        self, way: Way, defaults: Mapping[str, object], library: Library, wording: Wording
    ) -> None:
        self.way, self.defaults = way, defaults
        self.progress = Progress(0, None, 0)
        self.briefs: list[Brief] = []
        self._library, self._wording = library, wording
        self._opened: Opened | None = None
        self._stopped, self._taking = Event(), Lock()

    @cached_property
    def _kept(self) -> "KeptResult":
        from payapp.files.kept_results import KeptResult

        return KeptResult(
            sheet_plans(self._wording),
            title=self._wording.say("spot_check.title"),
            words=workbook_words(self._wording),
        )

    @cached_property
    def _sheets(self) -> SpotCheckSheets:
        return SpotCheckSheets(self._kept, self._library, self._wording)

    @property
    def is_stopped(self) -> bool:
        """Whether the run was told to stop before it came to its end."""
        return self._stopped.is_set()

    def work(self) -> Listed:
        """Check the rows until done or stopped, and return them. Raises Refused."""
        with self.way.opened(self._wording) as (file, opened):
            self._opened = opened
            self.progress = Progress(0, file.total, 0)
            check_sheet(
                opened,
                self.defaults,
                kit(),
                self._take,
                total=file.total,
                progress=self._come_on,
                is_cancelled=self._stopped.is_set,
            )
            if file.stopped_at is not None:
                self._take_empty(file.stopped_at)
        return self.listed()

    def stop(self) -> None:
        """Take nothing more: what was checked until now is the result."""
        with self._taking:
            self._stopped.set()

    def _take(self, assessed: Assessed) -> None:
        with self._taking:
            if not self._stopped.is_set():
                self._sheets.take(assessed)
                self._brief(assessed.results)

    def _take_empty(self, row: int) -> None:
        """Take it that reading stopped at a row."""
        fault = empty_rows(row)
        with self._taking:
            if not self._stopped.is_set():
                self._sheets.take_faults([fault])
                self._brief([Refusal(row, "", (fault,))])

    def _brief(self, results: Sequence[Result]) -> None:
        self.briefs += [brief_of(each, self._wording) for each in results]

    def _come_on(self, progress: Progress) -> None:
        self.progress = progress

    def listed(self) -> Listed:
        """Return a line for each row that was checked until now, the most serious first."""
        briefs = sorted(self.briefs, key=attrgetter("rank"))
        return Listed(briefs, briefs_table(briefs, self._wording))

    def save(self, path: Path) -> list[str]:
        """Write the result, by the extension of its file. Raises Refused.

        Returns which files that killed runs left of it cannot be deleted.
        """
        refuse_to_replace(self.way.path, path, self._wording)
        opened = self._opened
        if opened is not None and not self._kept.is_finished:
            layout, joined, cancelled = opened.layout, opened.joined, self.is_stopped
            self._sheets.finish(layout, self.defaults, joined, cancelled=cancelled)
        return self._kept.save(path)

    def close(self) -> None:
        """Put away what was kept on the disk."""
        if "_kept" in vars(self):
            self._kept.close()
