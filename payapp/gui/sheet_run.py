"""A payroll sheet looked at and checked beside the window: nothing here knows of Qt."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from threading import Event, Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.domain.sheet_rows import Row
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import heading_cues, word_cues
from payapp.files.result_files import result_sink
from payapp.files.row_files import RowFile, open_rows
from payapp.files.schedules import open_library
from payapp.files.whole_files import writing_whole
from payapp.report.assessment_tables import workbook_words
from payapp.report.layout_in_words import empty_rows, no_headings
from payapp.report.spot_check_in_words import SpotCheckSheets, sentences, sheet_plans
from payapp.report.spot_check_tables import Brief, HeadedColumn, brief_of
from payapp.report.wording import Wording
from payapp.spot_check.job import case_of_row, check_sheet
from payapp.spot_check.layouts import Cue, Cues, Layout
from payapp.spot_check.people import Refusal
from payapp.spot_check.rows import shown_value
from payapp.spot_check.run import Assessed, Kit, Progress
from payapp.spot_check.sheets import SAMPLES, NoHeadings, Opened, open_sheet

if TYPE_CHECKING:
    from payapp.files.layout_files import Meanings

RESULT: Final = ".xlsx"


class Way(NamedTuple):
    """How a sheet is to be read: what its headings mean beside the usual, and whether names are."""

    path: Path
    meanings: "Meanings"
    with_names: bool = True


class Look(NamedTuple):
    """What a sheet holds before it is checked: its columns in order, and about how many rows."""

    columns: tuple[HeadedColumn, ...]
    layout: Layout
    total: int | None


@contextmanager
def opened_sheet(way: Way, wording: Wording) -> Iterator[tuple[RowFile, Opened]]:
    """Open a sheet in the way that was chosen. Raises Refused, also while it is read."""
    known = {heading: Cue(*cue) for heading, cue in {**heading_cues(), **way.meanings}.items()}
    with open_rows(way.path) as file:
        try:
            opened = open_sheet(file, Cues(known), with_names=way.with_names)
        except NoHeadings:
            raise no_headings(file.name, wording) from None
        yield file, opened


def look_at(way: Way, wording: Wording) -> Look:
    """Return the columns of a sheet with three values of each. Raises Refused."""
    with opened_sheet(way, wording) as (file, opened):
        layout, total = opened.layout, file.total
        known = {
            placed.place: HeadedColumn(placed.heading, placed.column.name, placed.kind, samples)
            for placed, samples in zip(layout.placed, opened.samples, strict=True)
        }
    rows = _first_rows(way, layout)
    headings = rows[0].cells if rows else ()
    for place, heading in enumerate(headings):
        if place not in known and shown_value(heading):
            cells = (row.cells[place] for row in rows[1:] if place < len(row.cells))
            samples = tuple(shown_value(cell) for cell in cells)
            known[place] = HeadedColumn(shown_value(heading), "", "", samples)
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


def kit() -> Kit:
    """Return what a spot check is made of; other processes make the same of it."""
    return Kit(open_library, word_cues, column_guards, sentences)


def person_in(
    way: Way, defaults: Mapping[str, object], number: int, library: Library, wording: Wording
) -> Case | Refusal | None:
    """Return the case of one row, or why it has none. Raises Refused."""
    with opened_sheet(way, wording) as (_, opened):
        return case_of_row(opened, defaults, kit()._replace(open_library=lambda: library), number)


class SheetRun:
    """One check of a sheet. Its result is kept on the disk until it is saved or put away."""

    def __init__(
        self, way: Way, defaults: Mapping[str, object], library: Library, wording: Wording
    ) -> None:
        self.way, self.defaults = way, defaults
        self.progress = Progress(0, None, 0)
        self.briefs: list[Brief] = []
        self._wording = wording
        self._folder = TemporaryDirectory()
        self._made = Path(self._folder.name, "result").with_suffix(RESULT)
        self._sink = result_sink(
            self._made,
            sheet_plans(wording),
            title=wording.say("spot_check.title"),
            data_version=library.data_version,
            words=workbook_words(wording),
        )
        self._sheets = SpotCheckSheets(self._sink, library, wording)
        self._layout: Layout | None = None
        self._stopped, self._taking = Event(), Lock()

    @property
    def is_stopped(self) -> bool:
        """Whether the run was told to stop before it came to its end."""
        return self._stopped.is_set()

    def work(self) -> None:
        """Check the rows until done or stopped. Raises Refused."""
        with opened_sheet(self.way, self._wording) as (file, opened):
            self._layout = opened.layout
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
                fault = empty_rows(file.stopped_at)
                self._take(Assessed((Refusal(file.stopped_at, "", (fault,)),), frozenset()))

    def stop(self) -> None:
        """Take nothing more: what was checked until now is the result."""
        with self._taking:
            self._stopped.set()

    def _take(self, assessed: Assessed) -> None:
        with self._taking:
            if not self._stopped.is_set():
                self._sheets.take(assessed)
                self.briefs += [brief_of(each, self._wording) for each in assessed.results]

    def _come_on(self, progress: Progress) -> None:
        self.progress = progress

    def most_serious_first(self) -> list[Brief]:
        """Return a line for each row that was checked."""
        return sorted(self.briefs, key=lambda brief: (brief.rank, brief.row))

    def save(self, path: Path) -> None:
        """Write the result, whole or not at all. Raises Refused."""
        if path.suffix.casefold() != RESULT:
            say = self._wording.say
            fix, found = say("window.spot.save_as"), say("window.spot.not_a_workbook")
            raise Refused(path.name, fix, found=found)
        if self._layout is not None and not self._made.exists():
            self._sheets.finish(self._layout, self.defaults, cancelled=self.is_stopped)
        with writing_whole(path) as file, self._made.open("rb") as made:
            copyfileobj(made, file)

    def close(self) -> None:
        """Put away what was kept on the disk."""
        self._sink.close()
        self._folder.cleanup()
