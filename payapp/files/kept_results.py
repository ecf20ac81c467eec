"""A result that is kept until it is wanted: as a workbook or as CSV files, as often as wanted."""

from collections.abc import Sequence
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from payapp.domain.plain_tables import Cell, WorkbookWords
from payapp.domain.refusals import Refused
from payapp.domain.sheet_plans import Ending, SheetPlan, Sink
from payapp.files.result_files import KINDS, clear_unfinished, files_of, kind_of, result_sink
from payapp.files.whole_files import writing_whole


class KeptResult:
    """Takes the rows of planned sheets, and lays them in a folder of its own until it is closed."""

    def __init__(self, plans: Sequence[SheetPlan], *, title: str, words: WorkbookWords) -> None:
        self._plans = plans
        self._folder = TemporaryDirectory()
        self._sinks: dict[str, Sink] = {
            kind: result_sink(self._made(kind), plans, title=title, words=words) for kind in KINDS
        }
        self._end: Ending | None = None
        self._tried: dict[str, Refused | None] = {}

    @property
    def is_finished(self) -> bool:
        """Whether all rows were taken."""
        return self._end is not None

    def add(self, sheet: str, row: Sequence[Cell], rank: int = 0) -> None:
        """Take a row of a sheet."""
        for sink in self._sinks.values():
            sink.add(sheet, row, rank)

    def finish(self, ending: Ending) -> None:
        """Take what is told of all rows; no row comes after it."""
        self._end = ending

    def save(self, path: Path) -> list[str]:
        """Write a result that is finished, each of its files whole or not at all.

        Returns which files that killed runs left of it cannot be deleted. Raises Refused, also for
        another extension than those of a result.
        """
        kind, stuck = kind_of(path), clear_unfinished(path, self._plans)
        self._make(kind)
        made = files_of(self._made(kind), self._plans)
        for source, target in zip(made, files_of(path, self._plans), strict=True):
            with writing_whole(target) as file, source.open("rb") as laid:
                copyfileobj(laid, file)
        return stuck

    def close(self) -> None:
        """Put away what was kept."""
        for sink in self._sinks.values():
            sink.close()
        self._folder.cleanup()

    def _made(self, kind: str) -> Path:
        return Path(self._folder.name, "result").with_suffix(kind)

    def _make(self, kind: str) -> None:
        """Make the files of a kind once; where that failed the rows are gone, and it fails again.

        Raises Refused.
        """
        if self._end is not None and kind not in self._tried:
            self._tried[kind] = None
            try:
                self._sinks[kind].finish(self._end)
            except Refused as refused:
                self._tried[kind] = refused
        failed = self._tried.get(kind)
        if failed is not None:
            raise failed
