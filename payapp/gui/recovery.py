"""Recovery after a crash: a copy of unsaved changes, kept until they are saved or let go.

Every run holds a lock of its own for as long as it lives, so that two windows at once leave each
other's copies alone, and a copy whose lock nobody holds was left by a run that did not end in
order.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from payapp.domain.refusals import Refused
from payapp.files.places import user_folder
from payapp.files.recovery_files import (
    RecoveryCopy,
    make_folder,
    read_copy,
    write_copy,
)
from payapp.files.removing import remove_file
from payapp.gui.documents import CaseDocument
from payapp.gui.settings import WindowSettings
from payapp.gui.tasks import Tasks

PAUSE: Final = 3000
COPY: Final = ".json"
LOCK: Final = ".lock"
BROKEN: Final = ".broken"
PART: Final = ".part"
ENDINGS: Final = frozenset({COPY, LOCK, BROKEN, PART})


def recovery_folder() -> Path:
    """Return the folder of the copies, which need not exist."""
    return user_folder() / "recovery"


class Place(NamedTuple):
    """Where the copy of one run lies, and the lock that says whether the run lives."""

    copy: Path
    lock: QLockFile

    def take(self) -> bool:
        """Hold the place; say whether no other run holds it."""
        if self.lock.isLocked() or self.lock.tryLock(0):
            return True
        is_readable = self.lock.getLockInfo()[0]
        if is_readable or not self.lock.removeStaleLockFile():
            return False
        # A lock that names no run, as a power cut leaves it, and that no run holds.
        return self.lock.tryLock(0)

    def leave(self) -> None:
        """Delete the copy and let go of the place. Raises Refused."""
        remove_file(self.copy)
        self.lock.unlock()


class Left(NamedTuple):
    """A copy that a run left behind, held by this run until it is decided what becomes of it."""

    place: Place
    copy: RecoveryCopy


class LeftBehind(NamedTuple):
    """What earlier runs left: the copies, newest first, and what is wrong with broken ones."""

    copies: tuple[Left, ...]
    refused: tuple[Refused, ...]


def place_of(run: str) -> Place:
    """Return the place of a run."""
    folder = recovery_folder()
    lock = QLockFile(str(folder / f"{run}{LOCK}"))
    lock.setStaleLockTime(0)  # however long a run has lived, it is alive
    return Place(folder / f"{run}{COPY}", lock)


def left_behind() -> LeftBehind:
    """Take over what runs that no longer live left behind; a broken copy is set aside."""
    copies, refused = [], []
    for place in _dead():
        if not place.copy.exists():
            place.lock.unlock()
            continue
        try:
            copies.append(Left(place, read_copy(place.copy)))
        except Refused as refusal:
            refused.append(refusal)
            with suppress(OSError):
                place.copy.replace(place.copy.with_suffix(BROKEN))
            place.lock.unlock()
    newest_first = sorted(copies, key=lambda left: left.copy.kept, reverse=True)
    return LeftBehind(tuple(newest_first), tuple(refused))


def clear_copies() -> None:
    """Delete every copy that no living run holds, also those set aside. Raises Refused."""
    for place in _dead():
        place.leave()
        remove_file(place.copy.with_suffix(BROKEN))


def _dead() -> Iterator[Place]:
    """Yield the place of every run that is no more, held, without what it had half written."""
    folder = recovery_folder()
    files = list(folder.iterdir()) if folder.is_dir() else []
    for run in sorted({file.name.split(".")[0] for file in files if file.suffix in ENDINGS}):
        place = place_of(run)
        if place.take():
            for part in folder.glob(f"{run}.*{PART}"):
                with suppress(OSError):
                    part.unlink()
            yield place


class Recovery(QObject):
    """Keeps a copy of the case that is open for as long as it has changes that no file holds.

    The copy is written in a thread, some seconds after a change and no more often. Where files
    are not to be remembered, none is kept. `refused` tells once why no copy can be kept.
    """

    refused = Signal(str)

    def __init__(self, document: CaseDocument, settings: WindowSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._place = place_of(uuid4().hex)
        self._has_copy = False
        self._is_told = False
        self.tasks = Tasks(self)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE)
        self.timer.timeout.connect(self._keep)
        document.history.indexChanged.connect(self.look)
        document.renamed.connect(self.look)

    @property
    def copy(self) -> Path:
        """Where the copy of this run lies while there is one."""
        return self._place.copy

    def look(self) -> None:
        """Keep a copy a moment from now where there are changes to keep, else delete it."""
        if not self._is_wanted():
            self.delete()
        elif not self.timer.isActive():
            self.timer.start()

    def delete(self) -> None:
        """Delete the copy, until there is another change."""
        self.timer.stop()
        if self._has_copy:
            self._has_copy = False
            self._do("copy", partial(remove_file, self.copy))

    def take_over(self, left: Left) -> None:
        """Go on with a copy that was left behind as that of this run."""
        self._do("leave", self._place.leave)
        self._place = left.place
        self._has_copy = True

    def end(self) -> None:
        """Delete the copy for good, now that the window is closed in order."""
        self._document.history.indexChanged.disconnect(self.look)
        self._document.renamed.disconnect(self.look)
        self.timer.stop()
        self.tasks.wait()
        with suppress(Refused):
            self._place.leave()

    def _is_wanted(self) -> bool:
        return self._document.is_modified and self._settings.remembers

    def _keep(self) -> None:
        if self._is_wanted():
            self._has_copy = True
            of = self._document
            copy = RecoveryCopy(of.plain, of.path, datetime.now(UTC), of.example)
            self._do("copy", partial(_write, self._place, copy))

    def _do(self, name: str, work: Callable[[], None]) -> None:
        self.tasks.run(name, work, lambda _done: None, self._tell)

    def _tell(self, refusal: Refused) -> None:
        if not self._is_told:
            self._is_told = True
            self.refused.emit(str(refusal))


def _write(place: Place, copy: RecoveryCopy) -> None:
    """Write a copy to a place that this run holds from now on. Raises Refused."""
    make_folder(place.copy.parent)
    if not place.take():
        fix = "see that its folder can be written to"
        raise Refused(place.copy.name, fix, found="the recovery copy cannot be locked")
    write_copy(place.copy, copy)
