"""Writes the rep's pack: a text, a workbook and a PDF in one folder. No window is needed."""

from pathlib import Path
from typing import NamedTuple

from payapp.domain.library import Library
from payapp.files.whole_files import write_whole
from payapp.files.workbook import write_workbook
from payapp.report.assessment_tables import workbook_words
from payapp.report.data_in_words import data_line
from payapp.report.rep_pack import Pack, pack_tables, pack_text
from payapp.report.wording import Wording


class Place(NamedTuple):
    """Where the files of a pack go, and what they are called before their endings."""

    folder: Path
    name: str

    def file(self, ending: str) -> Path:
        """Return the file of an ending."""
        return self.folder / f"{self.name}{ending}"


def write_pack(
    place: Place, pack: Pack, library: Library, wording: Wording, drawn: bytes
) -> tuple[Path, ...]:
    """Write the three files of a pack, of which one is drawn, and return them. Raises Refused."""
    case = pack.assessment.case
    text, book, pages = map(place.file, (".txt", ".xlsx", ".pdf"))
    write_whole(text, f"{pack_text(pack, library, wording)}\n".encode())
    write_workbook(
        book,
        pack_tables(pack, library, wording),
        title=pack.title,
        data_version=data_line(library, case.nation, case.on, wording),
        words=workbook_words(wording),
    )
    write_whole(pages, drawn)
    return text, book, pages
