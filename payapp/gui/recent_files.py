"""Recent files as they are shown: by their names, told apart where two are called the same."""

from collections.abc import Sequence
from pathlib import Path

from payapp.report.wording import Wording


def told_apart(paths: Sequence[Path], names: Sequence[str], wording: Wording) -> list[str]:
    """Return the names of files, with the folder where another file has the same name."""
    alike = [
        [other for other, called in zip(paths, names, strict=True) if called == name]
        for name in names
    ]
    return [
        name if len(same) == 1 else _in_its_folder(path, name, same, wording)
        for path, name, same in zip(paths, names, alike, strict=True)
    ]


def _in_its_folder(path: Path, name: str, same: Sequence[Path], wording: Wording) -> str:
    """Name the folder of a file, and the whole way to it where the folders are called the same."""
    folders = [other.parent.name for other in same]
    folder = path.parent.name if folders.count(path.parent.name) == 1 else str(path.parent)
    return wording.say("window.welcome.told_apart", name=name, folder=folder)
