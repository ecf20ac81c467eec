"""Two results of spot checks compared beside the window: nothing here knows of Qt."""

from pathlib import Path
from threading import Event
from typing import NamedTuple

from payapp.payroll import People, differences, refuse_to_replace, write_comparison
from payapp.report.comparison_in_words import changes_counted, differences_table
from payapp.report.figure_tables import ToldTable
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Difference


class Compared(NamedTuple):
    """What differs between two results, as a table, and counted in a sentence."""

    found: list[Difference]
    told: ToldTable
    headline: str


class TwoRuns:
    """An earlier and a later result; `read` is how many people were read of both until now."""

    def __init__(self, earlier: Path, later: Path, wording: Wording) -> None:
        self.earlier, self.later = earlier, later
        self.read = 0
        self._wording = wording
        self._stopped = Event()
        self._found: list[Difference] = []

    def work(self) -> Compared:
        """Compare the two, as far as they are read where it is stopped. Raises Refused."""
        say = self._wording.say
        found = differences(self.earlier, self.later, self._wording, self._watched)
        names = say("window.spot.compare_names", earlier=self.earlier.name, later=self.later.name)
        self._found = found
        headline = changes_counted(found, names, self._wording)
        return Compared(found, differences_table(found, self._wording), headline)

    def stop(self) -> None:
        """Read no more people."""
        self._stopped.set()

    def save(self, path: Path) -> list[str]:
        """Write what differs, by the extension of the file. Raises Refused.

        Returns which files that killed runs left of it cannot be deleted.
        """
        for read in (self.earlier, self.later):
            refuse_to_replace(read, path, self._wording)
        return write_comparison(path, self._found, self._wording)

    def _watched(self, people: People) -> People:
        for person in people:
            if self._stopped.is_set():
                return
            self.read += 1
            yield person
