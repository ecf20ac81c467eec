"""PDF files as text: paragraphs out of lines, and a plain sentence for what cannot be read."""

import random
import zlib
from collections.abc import Sequence
from contextlib import suppress

import pytest

from payapp.domain.refusals import Refused
from payapp.files.pdf_text import MOST_PAGES, text_of_pdf
from tests.files.pdfs import pdf_of

NAME = "senco.pdf"
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<aa> <aa>] " % (
    b"11" * 32,
    b"22" * 32,
)
WIDE = [
    "The postholder co-ordinates provision for pupils with special educational needs and holds the",
    "SEND register of the school, which all teachers read before each term begins and put up-to-",
    "date with the postholder after it.",
]


def text(*pages: Sequence[str]) -> str:
    return text_of_pdf(NAME, pdf_of(*pages))


def refusal(held: bytes) -> str:
    with pytest.raises(Refused) as refused:
        text_of_pdf(NAME, held)
    return str(refused.value)


def test_a_line_that_was_broken_only_by_the_width_of_the_page_is_made_whole() -> None:
    assert text(WIDE) == (
        "The postholder co-ordinates provision for pupils with special educational needs and holds "
        "the SEND register of the school, which all teachers read before each term begins and put "
        "up-to-date with the postholder after it."
    )


def test_a_line_that_goes_on_with_a_small_letter_belongs_to_the_one_before() -> None:
    told = text([*WIDE, "Leads the work of", "teaching assistants."])
    assert told.splitlines()[-1] == "Leads the work of teaching assistants."


def test_headings_points_labels_and_ended_sentences_begin_lines_of_their_own() -> None:
    lines = [
        *("SENCO", "Salary: U1 with a TLR2", "Duties"),
        *("- leads the teaching of pupils with SEN", "2. keeps the register", "b) trains staff"),
        *("Meets parents.", "All teachers take part."),
    ]
    assert text([*WIDE, *lines]).splitlines()[1:] == lines


def test_a_label_is_not_taken_for_the_rest_of_a_wide_line() -> None:
    told = text([*WIDE[:1], "Responsible to: the headteacher"])
    assert told.splitlines() == [WIDE[0], "Responsible to: the headteacher"]


def test_the_mark_of_a_point_is_a_dash_before_its_words_also_from_a_line_of_its_own() -> None:
    told = text(["• leads the team", "•", "teaches two days a week", "Ends."])
    assert told.splitlines() == ["- leads the team", "- teaches two days a week", "Ends."]


def test_tabs_joined_letters_and_numbers_of_pages_are_not_in_the_way() -> None:
    told = text(["Of\xa0\xa0the   school's \tstaff.", "1"], ["Page 2 of 2", "Ends.", "2 / 2"])
    assert told == "Of the school's staff.\nEnds."


def test_pages_follow_one_another() -> None:
    assert text(["First page."], ["Second page."]) == "First page.\nSecond page."


@pytest.mark.parametrize("lines", [[], ["   "], ["3"]])
def test_pages_without_words_are_said_to_be_pictures(lines: list[str]) -> None:
    assert refusal(pdf_of(lines)) == (
        "senco.pdf: its pages are pictures and hold no text; type its words into a text file, or "
        "have them recognised first."
    )


def test_signs_that_stand_for_no_letters_are_not_taken_for_a_description() -> None:
    assert refusal(pdf_of(["#$%& ()*+ 1234 a"])) == (
        "senco.pdf: it does not say what letters its signs stand for; open it in Word and save it "
        "as .docx, or save its text as .txt."
    )


@pytest.mark.parametrize("held", [b"", b"%PDF-1.4\n", b"PK\x03\x04", pdf_of(["Ends."])[:200]])
def test_what_is_no_whole_pdf_is_refused(held: bytes) -> None:
    assert refusal(held) == (
        "senco.pdf: it cannot be read as a PDF; open it in Word and save it as .docx, or save its "
        "text as .txt."
    )


def test_a_locked_file_is_refused() -> None:
    assert refusal(pdf_of(["Ends."], encrypt=LOCKED)) == (
        "senco.pdf: it is locked; save a copy that is not locked."
    )


def test_more_pages_than_a_description_has_are_refused() -> None:
    pages = [["One line."]] * MOST_PAGES
    assert text(*pages).count("One line.") == MOST_PAGES
    assert refusal(pdf_of(*pages, ["One more."])) == (
        "senco.pdf: it has more than 40 pages, which is far more than a description; save only "
        "the pages of the description."
    )


def test_a_page_that_unpacks_to_a_flood_is_refused_before_it_is_held() -> None:
    flood = zlib.compress(b"(all) Tj " * 3_000_000, 9)
    plain = pdf_of(["Ends."])
    start, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(flood), flood)
    assert refusal(plain[:start] + stream + plain[end:]).endswith(
        "save only the pages of the description."
    )


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_file_is_read_or_refused_and_never_more(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    held = bytearray(pdf_of(WIDE, ["- leads the team (of ten)", "Ends."]))
    for _ in range(chance.randint(1, 30)):
        held[chance.randrange(len(held))] = chance.randrange(256)
    with suppress(Refused):
        assert text_of_pdf(NAME, bytes(held)).strip()


def test_nothing_is_printed_of_what_is_broken(capfd: pytest.CaptureFixture[str]) -> None:
    refusal(b"%PDF-1.4\ntrailer << >>\nstartxref\n99999\n%%EOF")
    assert capfd.readouterr() == ("", "")
