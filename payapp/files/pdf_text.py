"""The text of a PDF, of which a page knows letters and their places, but no paragraphs."""

import logging
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import Final
from unicodedata import normalize

from payapp.domain.refusals import Refused

MOST_PAGES: Final = 40
MOST_DECODED: Final = 20_000_000
MOST_PARTS: Final = 400_000
LEAST_SHARE_OF_LETTERS: Final = 0.5
NEARLY_FULL: Final = 0.95
LEAST_OF_A_FULL_LINE: Final = 60

_AS_WORD: Final = "open it in Word and save it as .docx, or save its text as .txt"
_ONLY_THE_PAGES: Final = "save only the pages of the description"
_UNLOCKED: Final = "save a copy that is not locked"
_AS_TEXT: Final = "type its words into a text file, or have them recognised first"
_MARK: Final = re.compile(r"^[\uf000-\uf0ff•●○◦▪■□➢➤✓✔]\s*")
_POINT: Final = re.compile(r"(?:[-*–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]) ", re.IGNORECASE)
_LABEL: Final = re.compile(r"[A-Z][\w /()]{1,30}:(?: |$)")
_PAGE_NUMBER: Final = re.compile(r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?", re.IGNORECASE)
_ENDS: Final = (".", "!", "?", ";", ":")
_BROKEN_AT_A_HYPHEN: Final = re.compile(r"([a-z]-)\n(?=[a-z])")
_FAULTS: Final = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, OSError, EOFError),
    *(RuntimeError, TypeError, ValueError, MemoryError),
)
"""What a broken file makes of reading it, beside the errors of the library itself."""


def text_of_pdf(name: str, held: bytes) -> str:
    """Return the text of a PDF file, each of its paragraphs and points in a line.

    Raises Refused for a file that is broken or locked or longer than a description, and where the
    pages hold pictures only, or letters of which the file does not say what they are.
    """
    pages = _pages(name, held)
    text = "\n".join(_joined([line for line in chain(*pages) if not _PAGE_NUMBER.fullmatch(line)]))
    if not text:
        raise Refused(name, _AS_TEXT, found="its pages are pictures and hold no text")
    letters = sum(map(str.isalpha, text))
    if letters < LEAST_SHARE_OF_LETTERS * len("".join(text.split())):
        raise Refused(name, _AS_WORD, found="it does not say what letters its signs stand for")
    return text


def _pages(name: str, held: bytes) -> list[list[str]]:
    """Return the lines of each page."""
    from pypdf import Configuration, PdfReader, apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is broken is told by a refusal
    bounds = Configuration(
        stream_decoding_work_maximum_length=MOST_DECODED,
        stream_parsing_work_maximum_count=MOST_PARTS,
    )
    try:
        with apply_configuration(bounds):
            pages = PdfReader(BytesIO(held)).pages
            if len(pages) > MOST_PAGES:
                found = f"it has more than {MOST_PAGES} pages, which is far more than a description"
                raise Refused(name, _ONLY_THE_PAGES, found=found)
            return [list(_lines(page.extract_text())) for page in pages]
    except (DependencyError, FileNotDecryptedError) as error:
        raise Refused(name, _UNLOCKED, found="it is locked") from error
    except LimitReachedError as error:
        found = "it holds far more than a description"
        raise Refused(name, _ONLY_THE_PAGES, found=found) from error
    except (PyPdfError, *_FAULTS) as error:
        raise Refused(name, _AS_WORD, found="it cannot be read as a PDF") from error


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a page in plain letters, a mark of a point as a dash before its words."""
    mark = ""
    for line in text.splitlines():
        plain = " ".join(normalize("NFKC", line).split())
        words = _MARK.sub("", plain)
        if words:
            yield f"{'- ' if mark or words != plain else ''}{words}"
        mark = plain if plain and not words else ""


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines, joined where the next goes on because the page was not wide enough."""
    lengths = sorted(map(len, lines))
    widest = lengths[len(lengths) * 9 // 10] if lengths else 0
    full = max(NEARLY_FULL * widest, LEAST_OF_A_FULL_LINE)
    current: list[str] = []
    for line in lines:
        if current and not _goes_on(current[-1], line, full):
            yield _as_one(current)
            current.clear()
        current.append(line)
    if current:
        yield _as_one(current)


def _goes_on(before: str, line: str, full: float) -> bool:
    if before.endswith(_ENDS) or _POINT.match(line) or _LABEL.match(line):
        return False
    return line[0].islower() or len(before) + len(line.split(maxsplit=1)[0]) >= full


def _as_one(lines: Sequence[str]) -> str:
    """Return lines as one; a word with a hyphen at the end of a line goes on in the next."""
    return _BROKEN_AT_A_HYPHEN.sub(r"\1", "\n".join(lines)).replace("\n", " ")
