"""A payroll from file to file: a sheet checked and two results compared, for every face alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path

from payapp.domain.refusals import Refused
from payapp.domain.sheet_plans import Ending
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import heading_cues, word_cues
from payapp.files.one_column import cells_of_column
from payapp.files.result_files import clear_unfinished, read_people, result_sink
from payapp.files.row_files import RowFile, open_rows
from payapp.files.schedules import open_library
from payapp.report.assessment_tables import workbook_words
from payapp.report.comparison_in_words import comparison_sheets, people_headings
from payapp.report.layout_in_words import no_headings
from payapp.report.spot_check_in_words import by_one_row, sentences
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Difference, Reported, compare
from payapp.spot_check.layouts import Cue, Cues
from payapp.spot_check.run import Kit
from payapp.spot_check.sheets import NoHeadings, Opened, open_sheet

People = Iterator[tuple[str, str, tuple[str, ...], Decimal]]
Watched = Callable[[People], People]


def kit() -> Kit:
    """Return what a spot check is made of; other processes make the same of it."""
    return Kit(open_library, word_cues, column_guards, sentences, by_one_row)


@contextmanager
def opened_sheet(
    path: Path, meanings: Mapping[str, tuple[str, str]], wording: Wording, *, with_names: bool
) -> Iterator[tuple[RowFile, Opened]]:
    """Open a sheet whose headings mean what they usually do, and `meanings` before that.

    Raises Refused, also while it is read.
    """
    known = {heading: Cue(*cue) for heading, cue in {**heading_cues(), **meanings}.items()}
    with open_rows(path) as file:
        try:
            opened = open_sheet(file, Cues(known), with_names=with_names)
        except NoHeadings:
            raise no_headings(file.name, wording) from None
        yield file, opened._replace(cells_again=partial(cells_of_column, path))


def refuse_to_replace(read: Path, written: Path, wording: Wording) -> None:
    """Raise Refused where a result would take the place of a file that it is made of."""
    if written.exists() and read.exists() and written.samefile(read):
        fix = wording.say("spot_check.same-file.fix")
        raise Refused(written.name, fix, found=wording.say("spot_check.same-file.found"))


def differences(
    last: Path, this: Path, wording: Wording, watched: Watched = lambda people: people
) -> list[Difference]:
    """Return what differs from one result to the later one. Raises Refused.

    The people of each result pass through `watched`, so that it can count them, or end early.
    """
    name, headings = people_headings(wording)
    before, now = (
        [Reported(*person) for person in watched(read_people(path, name, headings))]
        for path in (last, this)
    )
    return list(compare(before, now))


def write_comparison(path: Path, found: Iterable[Difference], wording: Wording) -> list[str]:
    """Write what differs, by the extension of the file.

    Returns which files that killed runs left of it cannot be deleted. Raises Refused.
    """
    plans, rows = comparison_sheets(found, wording)
    title, words = wording.say("spot_check.sheet.comparison.name"), workbook_words(wording)
    sink = result_sink(path, plans, title=title, words=words)
    stuck = clear_unfinished(path, plans)
    with closing(sink):
        for row in rows:
            sink.add(plans[0].name, row)
        sink.finish(Ending())
    return stuck
