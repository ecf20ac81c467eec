"""Files that are deleted, with a sentence where that cannot be."""

from pathlib import Path

from payapp.domain.refusals import Refused


def remove_file(path: Path) -> None:
    """Delete a file, if there is one. Raises Refused where it cannot be deleted."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        fix = "delete it by hand"
        raise Refused(path.name, fix, found="the file cannot be deleted") from error
