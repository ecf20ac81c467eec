"""Brings in what the first paint does without: pydantic, the figures and the rules."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QScrollArea

from payapp.domain.refusals import Refused
from payapp.files.places import resources_folder
from payapp.gui.clock import today
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.domain.library import Library
    from payapp.gui.answering import Answers

BETWEEN_FILES: Final = 5
OF_A_CASE: Final = (
    "payapp.gui.case_page",
    "payapp.gui.documents",
    "payapp.gui.case_output",
    "payapp.gui.recovery",
    "payapp.gui.ways_in",
)
"""What the page of a case is made of."""
AHEAD: Final = (
    "payapp.gui.printing",
    "payapp.gui.printers",
    "payapp.gui.case_papers",
    "payapp.gui.charts",
    "payapp.gui.table_panel",
    "payapp.gui.schedule_fields",
    "payapp.gui.schedules_window",
    "payapp.casework.suppositions",
    "payapp.report.casework_in_words",
    "payapp.gui.casework_window",
    "payapp.casework.arrears",
    "payapp.report.rep_pack",
    "payapp.gui.arrears_page",
    "payapp.spot_check.layouts",
    "payapp.spot_check.sheets",
    "payapp.spot_check.job",
    "payapp.files.row_files",
    "payapp.files.result_files",
    "payapp.casework.published_table",
    "payapp.report.spot_check_tables",
    "payapp.payroll",
    "payapp.gui.spot_check_page",
)
"""What the other windows are made of, what others stand on first."""


class Example(NamedTuple):
    """An example case: its reference, its file, and its nation in words."""

    title: str
    path: Path
    nation: str


class Loading(QThread):
    """Loads beside the window, so that it never stands still; `finished` tells of the end."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.answers: Answers | None = None
        self.examples: tuple[Example, ...] = ()
        self.data_version = ""
        self.refused: Refused | None = None

    def run(self) -> None:
        """Import, open the library and answer an empty case once, so that the first is quick."""
        from payapp.files.schedules import open_library
        from payapp.gui.answering import Answers
        from payapp.gui.form_model import new_case

        try:
            library = open_library()
            answers = Answers(library, self._wording)
            answers.to(new_case(today()))
            self.data_version = library.data_version
        except Refused as refused:
            self.refused = refused
            return
        self.examples = tuple(_examples(self._wording))
        for name in OF_A_CASE:
            import_module(name)
        self.answers = answers


def _examples(wording: Wording) -> Iterator[Example]:
    """Yield the example cases, those of a nation one after the other."""
    from payapp.domain.cases import Nation
    from payapp.files.case_files import read_case
    from payapp.report.figures_in_words import nation_in_words

    paths = sorted((resources_folder() / "examples").glob("*.json"))
    cases = [(read_case(path), path) for path in paths]
    for nation in Nation:
        name = nation_in_words(nation, wording)
        for case, path in cases:
            if case.nation == nation:
                yield Example(case.reference or path.stem, path, name)


class ReadingAhead(QObject):
    """Reads the figures of every nation and day in idle moments, so that no page waits for a file.

    After them comes the code of the other windows. A file takes some milliseconds; a
    thread would hold up the window for longer. What is refused is left to whoever asks for it, who
    tells of it in its place.
    """

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN_FILES)
        self._timer.timeout.connect(self._read_one)
        self._waiting: Iterator[Callable[[], object]] = iter(())

    def begin(self, library: "Library") -> None:
        """Begin to read the figures of a library."""
        names = (partial(import_module, each) for each in AHEAD)
        self._waiting = chain(_files_of(library), names)
        self._timer.start()

    def _read_one(self) -> None:
        try:
            read = next(self._waiting)
        except StopIteration:
            self._timer.stop()
            self.finished.emit()
            return
        with suppress(Refused):
            read()


def learn_widgets() -> None:
    """Have the names of every kind of widget made, as the first look at one of Qt's own does.

    It takes some thirty milliseconds, which the first page would take longer to come.
    """
    QScrollArea().viewport()


def _files_of(library: "Library") -> Iterator[Callable[[], object]]:
    from payapp.domain.cases import Nation

    for nation in Nation:
        with suppress(Refused):
            book = library.book(nation)
            yield from (partial(book.table, pay_date) for pay_date in reversed(book.pay_dates))
