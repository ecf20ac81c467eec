"""The text of a job description out of a file: plain text, a Word document or a PDF."""

from collections.abc import Container, Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from payapp.domain.refusals import Refused
from payapp.files.pdf_text import text_of_pdf
from payapp.files.row_files import encoding_of
from payapp.files.sheet_safety import first_bytes

MOST_BYTES: Final = 5_000_000
MOST_UNPACKED: Final = 20_000_000
MOST_LETTERS: Final = 100_000
AT_A_TIME: Final = 100_000
TEXTS: Final = (".txt", ".md", ".text")
WORD: Final = ".docx"
PDF: Final = ".pdf"
KINDS: Final = (WORD, PDF, *TEXTS)

_ACCEPTED: Final = "give a Word document (.docx), a PDF or a text file (.txt)"
_ONLY_THE_TEXT: Final = "save only the text of the description"
_SAVE_AGAIN: Final = "open it in Word and save it again as .docx, or as plain text"
_BODY: Final = "word/document.xml"
_NAMESPACE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _TAB, _BREAK, _IN_A_LIST = (
    f"{_NAMESPACE}{tag}" for tag in ("p", "t", "tab", "br", "numPr")
)
# What older programs show in the place of a text box, which holds its words once more.
_INSTEAD: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_POINT: Final = "- "
_FAR_TOO_MUCH: Final = "it unpacks to far more than a description holds"


def read_description(path: Path) -> str:
    """Return the text of a job description. Raises Refused where there is none to be read.

    Of a Word document each paragraph is a line, and each point of a list begins with a dash.
    """
    held = first_bytes(path, MOST_BYTES, MOST_BYTES, _ONLY_THE_TEXT)
    kind = path.suffix.casefold()
    if kind == WORD:
        text = "\n".join(_paragraphs(_document(path, held)))
    elif kind == PDF:
        text = text_of_pdf(path.name, held)
    elif kind in TEXTS:
        text = _decoded(path, held)
    else:
        found = f"'{path.suffix}' is not a kind of file that can be read here"
        raise Refused(path.name, _ACCEPTED, found=found)
    if not text.strip():
        raise Refused(path.name, "give one with the words of the post", found="it holds no text")
    if len(text) > MOST_LETTERS:
        found = f"it holds more than {MOST_LETTERS:,} letters, which is far more than a description"
        raise Refused(path.name, _ONLY_THE_TEXT, found=found)
    return text


def _decoded(path: Path, held: bytes) -> str:
    encoding = encoding_of(path, held)
    if encoding is None:
        raise Refused(path.name, _ACCEPTED, found="this is no text file, whatever its name says")
    return held.decode(encoding, "replace")


def _document(path: Path, held: bytes) -> Element:
    from defusedxml import DefusedXmlException

    try:
        with ZipFile(BytesIO(held)) as archive:
            if archive.getinfo(_BODY).file_size > MOST_UNPACKED:
                raise Refused(path.name, _ONLY_THE_TEXT, found=_FAR_TOO_MUCH)
            document = _parsed(archive.read(_BODY))
    except (BadZipFile, KeyError, OSError, EOFError, RuntimeError, ParseError) as error:
        raise Refused(
            path.name, _SAVE_AGAIN, found="it cannot be read as a Word document"
        ) from error
    except DefusedXmlException as error:
        raise Refused(path.name, _SAVE_AGAIN, found="it holds what no description needs") from error
    return document


def _parsed(held: bytes) -> Element:
    """Return XML taken in bit by bit, so that a window beside it may go on meanwhile."""
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser()
    for start in range(0, len(held), AT_A_TIME):
        parser.feed(held[start : start + AT_A_TIME])
    document: Element = parser.close()
    return document


def _paragraphs(document: Element) -> Iterator[str]:
    """Yield each paragraph as a line, one in a text box after the one that the box stands in."""
    for paragraph in _inside(document, {_INSTEAD}):
        if paragraph.tag != _PARAGRAPH:
            continue
        parts = list(_inside(paragraph, {_INSTEAD, _PARAGRAPH}))
        text = "".join(map(_shown, parts))
        is_point = any(part.tag == _IN_A_LIST for part in parts)
        yield f"{_POINT}{text}" if is_point and text.strip() else text


def _inside(part: Element, left_out: Container[str]) -> Iterator[Element]:
    """Yield all that a part holds in its order, however deep, and nothing of what is left out."""
    waiting = list(reversed(part))
    while waiting:
        each = waiting.pop()
        if each.tag not in left_out:
            yield each
            waiting.extend(reversed(each))


def _shown(part: Element) -> str:
    if part.tag == _TEXT:
        return part.text or ""
    return {_TAB: "\t", _BREAK: "\n"}.get(part.tag, "")
