"""Where things lie: the shipped schedules and resources, and the user's own data."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def schedules_folder() -> Path:
    """Return the folder of the figures and rules that come with the program."""
    return _shipped("schedules")


def resources_folder() -> Path:
    """Return the folder of icons, style, wording, cue lists and examples."""
    return _shipped("resources")


def user_folder() -> Path:
    """Return the user's data folder, which need not exist; PAYAPP_HOME names another one."""
    chosen = os.environ.get("PAYAPP_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("payapp", appauthor=False)


def _shipped(name: str) -> Path:
    """Return a shipped folder: unpacked when frozen, in the package installed, else beside it."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked) / name
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
