"""A fault of the program itself: caught in one place, told by details without case data."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion

from payapp import __version__

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def details_of(fault: BaseException) -> str:
    """Return the versions and where it happened: no message and no value, which may name people."""
    import platform  # not before it is needed: it is slow to load

    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    versions = f"payapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join([versions, platform.system(), type(fault).__name__, *places])


def _module(file: str) -> str:
    """Return the end of a path: the folders before it may name a person."""
    return "/".join(file.replace("\\", "/").split("/")[-2:])


def catch_faults(show: Callable[[str], None]) -> Hook:
    """Have every exception that nobody handled shown by its details, and return the old hook."""
    before = sys.excepthook

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, fault, trace)
            return
        show(details_of(fault.with_traceback(trace)))

    sys.excepthook = hook
    return before
