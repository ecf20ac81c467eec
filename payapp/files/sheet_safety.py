"""Is it safe to open this as a workbook? Asked of the zip directory and the first bytes only."""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from payapp.domain.refusals import Refused

MOST_BYTES: Final = 300_000_000
MOST_UNPACKED: Final = 3_000_000_000
MOST_TEXTS: Final = 300_000_000
MOST_OF_A_SMALL_PART: Final = 20_000_000
MOST_PARTS: Final = 2_000
RATIO_ASKED_ABOVE: Final = 20_000_000
HIGHEST_RATIO: Final = 150
LOOKED_AT: Final = 2_048

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_SAVE_AGAIN: Final = "save it again as an Excel workbook (.xlsx)"
_SPLIT_OR_CSV: Final = "split it, or save it as CSV"
_SPLIT: Final = "save only the sheet with the rows, or split it"


def refuse_unsafe(path: Path) -> None:
    """Raise Refused for a file that is no workbook, is locked, or unpacks to more than it should.

    Nothing is unpacked but the first bytes of each part.
    """
    start = first_bytes(path, MOST_BYTES, len(_OLE))
    if start.startswith(_OLE):
        found = "it is protected by a password, or in the old .xls form"
        raise Refused(path.name, "save it as .xlsx without a password", found=found)
    if not start.startswith(_ZIP):
        found = "it is not a workbook, whatever its name says"
        raise Refused(path.name, "name a text file .csv, or save it again as .xlsx", found=found)
    try:
        with ZipFile(path) as archive:
            _refuse_parts(path.name, archive)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Refused(path.name, _SAVE_AGAIN, found="the file is damaged") from error


def first_bytes(path: Path, most: int, count: int, too_large: str = _SPLIT_OR_CSV) -> bytes:
    """Return the first bytes of a file of at most so many. Raises Refused where it has none.

    `too_large` says what to do with a file of more bytes.
    """
    if not path.exists():
        raise Refused(path.name, "check its name and folder", found="there is no such file")
    if not path.is_file():
        raise Refused(path.name, "name a file", found="this is not a file")
    try:
        if path.stat().st_size > most:
            found = f"the file is larger than {most // 1_000_000} MB"
            raise Refused(path.name, too_large, found=found)
        with path.open("rb") as file:
            start = file.read(count)
    except OSError as error:
        fix = "check that you may read it"
        raise Refused(path.name, fix, found="the file cannot be read") from error
    if not start:
        raise Refused(path.name, "save it again, or choose another", found="the file is empty")
    return start


def _refuse_parts(name: str, archive: ZipFile) -> None:
    parts = archive.infolist()
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise Refused(name, _SAVE_AGAIN, found="it holds no workbook that can be read")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(name, _SPLIT, found="it unpacks to far more than a pay sheet holds")
    for part in parts:
        _refuse_part(name, part)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                start = file.read(LOOKED_AT)
            if any(doctype in start for doctype in _DOCTYPES):
                found = "it holds definitions (DOCTYPE) that no workbook needs"
                raise Refused(name, _SAVE_AGAIN, found=found)


def _refuse_part(name: str, part: ZipInfo) -> None:
    encrypted = part.flag_bits & 1
    if encrypted:
        raise Refused(name, "save it without a password", found="it is protected by a password")
    if part.file_size > _most(part.filename):
        raise Refused(name, _SPLIT, found=f"its part {part.filename} is far too large")
    swollen = part.file_size > HIGHEST_RATIO * max(part.compress_size, 1)
    if swollen and part.file_size > RATIO_ASKED_ABOVE:
        found = "it unpacks to far more than its size, as a zip bomb does"
        raise Refused(name, "delete the empty rows and columns and save it again", found=found)


def _most(part: str) -> int:
    if part.startswith("xl/worksheets/"):
        return MOST_UNPACKED
    if part == "xl/sharedStrings.xml":
        return MOST_TEXTS
    return MOST_OF_A_SMALL_PART if part.endswith((".xml", ".rels")) else MOST_BYTES
