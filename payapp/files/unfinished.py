"""Files under way beside their place: held while they are written, deleted where a run was killed.

A file that is being written is locked by its run. The system takes the lock away with the process,
however that ends, so that a file without one was left behind.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Final

ENDING: Final = ".part"
_LETTERS_KEPT: Final = 60
_RANDOM: Final = "[a-z0-9_]{8}"

if sys.platform == "win32":

    def is_held(descriptor: int) -> bool:
        """Say that an open file is held: here, what is open cannot be deleted by anybody."""
        del descriptor
        return True

    @contextmanager
    def holding(descriptor: int) -> Iterator[None]:
        """Do nothing: a file that is open cannot be moved to its place here."""
        del descriptor
        yield

    def _delete_if_left(part: Path) -> None:
        with suppress(PermissionError):
            part.unlink()

else:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def is_held(descriptor: int) -> bool:
        """Hold an open file for as long as it is open; say whether nobody else holds it."""
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
        except OSError:
            return False
        return True

    @contextmanager
    def holding(descriptor: int) -> Iterator[None]:
        """Go on holding a file that is closed meanwhile, until it has its place."""
        held = os.dup(descriptor)
        try:
            yield
        finally:
            os.close(held)

    def _delete_if_left(part: Path) -> None:
        with part.open("r+b") as file:
            if is_held(file.fileno()):
                part.unlink()


def begin(path: Path) -> tuple[int, Path]:
    """Make a file beside the place of another, and return it open with its name. Raises OSError.

    Where the disk knows no locks it is not held, and is never taken for one that was left.
    """
    while True:
        descriptor, name = mkstemp(prefix=_start(path), suffix=ENDING, dir=path.parent)
        is_held(descriptor)
        part = Path(name)
        if part.exists():
            return descriptor, part
        os.close(descriptor)  # another run came between the making and the holding


def clear(path: Path) -> list[str]:
    """Delete what killed runs left of a file; return the names of what cannot be deleted."""
    stuck = []
    for part in _parts(path):
        try:
            _delete_if_left(part)
        except FileNotFoundError:
            continue
        except OSError:
            stuck.append(part.name)
    return sorted(stuck)


def _parts(path: Path) -> Iterator[Path]:
    looks = re.compile(re.escape(_start(path)) + _RANDOM + re.escape(ENDING))
    with suppress(OSError):
        yield from [each for each in path.parent.iterdir() if looks.fullmatch(each.name)]


def _start(path: Path) -> str:
    """Return how the name of the unfinished file begins; a long name is cut to leave room."""
    return f"{path.name[:_LETTERS_KEPT]}."
