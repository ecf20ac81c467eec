"""What the window remembers between two days: its place, its words, and recent files."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from payapp.files.places import user_folder
from payapp.files.removing import remove_file
from payapp.gui.menus import AUDIENCES
from payapp.gui.style import Scheme

MOST_RECENT: Final = 10
_RECENT: Final = "recent/files"
_FORGET: Final = "recent/do_not_remember"
_GEOMETRY: Final = "window/geometry"
_SCHEME: Final = "window/colours"
_SPLIT: Final = "window/split"
_AUDIENCE: Final = "window/words_for"


class WindowSettings:
    """Reads and writes what is remembered. No answer of a case is ever among it."""

    def __init__(self) -> None:
        place = user_folder() / "window.ini"
        self._held = QSettings(str(place), QSettings.Format.IniFormat)

    def recent(self) -> tuple[Path, ...]:
        """Return the case files opened last, the newest first."""
        held = self._held.value(_RECENT)
        paths = [held] if isinstance(held, str) else held
        return tuple(map(Path, paths)) if isinstance(paths, list) else ()

    def remember(self, path: Path) -> None:
        """Put a case file first among the recent ones, unless files are not to be remembered."""
        if self.remembers:
            others = [other for other in self.recent() if other != path]
            self._keep((path, *others)[:MOST_RECENT])

    def forget(self, path: Path) -> None:
        """Take one case file out of the recent ones."""
        self._keep(tuple(other for other in self.recent() if other != path))

    def clear(self) -> None:
        """Forget every recent case file."""
        self._keep(())

    @property
    def remembers(self) -> bool:
        """Whether case files are remembered."""
        return self._held.value(_FORGET, "no") != "yes"

    @remembers.setter
    def remembers(self, remembers: bool) -> None:
        self._held.setValue(_FORGET, "no" if remembers else "yes")
        if not remembers:
            self.clear()

    @property
    def geometry(self) -> QByteArray | None:
        """The place and size of the window."""
        return self._bytes(_GEOMETRY)

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._held.setValue(_GEOMETRY, geometry)

    @property
    def split(self) -> QByteArray | None:
        """How the window is divided between form and answer."""
        return self._bytes(_SPLIT)

    @split.setter
    def split(self, split: QByteArray) -> None:
        self._held.setValue(_SPLIT, split)

    @property
    def scheme(self) -> Scheme:
        """The colours that the person wants."""
        held = self._held.value(_SCHEME)
        return Scheme(held) if held in list(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._held.setValue(_SCHEME, scheme.value)

    @property
    def audience(self) -> str:
        """Whom the window speaks to: the teacher, a union rep or payroll."""
        held = self._held.value(_AUDIENCE)
        return held if held in AUDIENCES else AUDIENCES[0]

    @audience.setter
    def audience(self, audience: str) -> None:
        self._held.setValue(_AUDIENCE, audience)

    def clear_all(self) -> None:
        """Forget everything but the choice not to remember files. Raises Refused."""
        remembers = self.remembers
        self._held.clear()
        if not remembers:
            self.remembers = False
        self._held.sync()
        if remembers:
            remove_file(Path(self._held.fileName()))

    def write(self) -> None:
        """Write what is remembered to its file now."""
        self._held.sync()

    def _bytes(self, key: str) -> QByteArray | None:
        held = self._held.value(key)
        return held if isinstance(held, QByteArray) else None

    def _keep(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self._held.setValue(_RECENT, [str(path) for path in paths])
        else:
            self._held.remove(_RECENT)
