from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from payapp.domain.refusals import Refused
from payapp.files.description_files import (
    AT_A_TIME,
    MOST_BYTES,
    MOST_LETTERS,
    MOST_UNPACKED,
    read_description,
)
from tests.files.pdfs import pdf_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ELSE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BODY = "word/document.xml"


def document(*paragraphs: str) -> str:
    body = "".join(paragraphs)
    return f'<w:document xmlns:w="{WORD}" xmlns:mc="{ELSE}"><w:body>{body}</w:body></w:document>'


def paragraph(inside: str, *, point: bool = False) -> str:
    properties = "<w:pPr><w:numPr/></w:pPr>" if point else ""
    return f"<w:p>{properties}{inside}</w:p>"


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def word_file(path: Path, body: str, name: str = BODY) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_description(path)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_however_it_is_encoded(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "post.txt"
    path.write_bytes("SENCO – £2,000 – “the unit”".encode(encoding))
    assert read_description(path) == "SENCO – £2,000 – “the unit”"


def test_a_word_document_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    body = document(
        paragraph(words("SENCO") + words(", two") + words(" days")),
        paragraph(words("Lead the unit"), point=True),
        paragraph("", point=True),
        paragraph("<w:r><w:t>Pay</w:t><w:tab/><w:t>U1</w:t><w:br/><w:t>Hours</w:t></w:r>"),
    )
    path = word_file(tmp_path / "Post.DOCX", body)
    assert read_description(path) == "SENCO, two days\n- Lead the unit\n\nPay\tU1\nHours"


def test_the_words_of_a_text_box_are_read_once(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{paragraph(words('Two days'), point=True)}</w:txbxContent>"
    box = (
        f"<mc:AlternateContent><mc:Choice>{inside}</mc:Choice>"
        f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
    )
    sign = (
        "<mc:AlternateContent><mc:Choice><w:t>Duties</w:t></mc:Choice>"
        "<mc:Fallback><w:t>Duties</w:t></mc:Fallback></mc:AlternateContent>"
    )
    body = document(paragraph(f"{words('SENCO')}<w:r>{box}</w:r>"), paragraph(f"<w:r>{sign}</w:r>"))
    assert read_description(word_file(tmp_path / "post.docx", body)) == "SENCO\n- Two days\nDuties"


def test_a_long_document_is_read_to_its_end(tmp_path: Path) -> None:
    comment = f"<!--{'x' * AT_A_TIME}-->"
    body = document(comment, paragraph(words("SENCO")), comment, paragraph(words("Two days")))
    assert read_description(word_file(tmp_path / "post.docx", body)) == "SENCO\nTwo days"


def test_a_document_of_parts_within_parts_without_end_is_read(tmp_path: Path) -> None:
    deep = f"{'<w:r>' * 5000}<w:t>SENCO</w:t>{'</w:r>' * 5000}"
    path = word_file(tmp_path / "post.docx", document(paragraph(deep)))
    assert read_description(path) == "SENCO"


def test_a_text_that_is_far_too_long_for_a_description_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text("a" * MOST_LETTERS, encoding="utf-8")
    assert len(read_description(path)) == MOST_LETTERS
    path.write_text("a" * (MOST_LETTERS + 1), encoding="utf-8")
    assert refusal(path) == (
        "post.txt: it holds more than 100,000 letters, which is far more than a description; "
        "save only the text of the description."
    )


def test_a_kind_that_cannot_be_read_is_named_with_those_that_can(tmp_path: Path) -> None:
    path = tmp_path / "post.odt"
    path.write_bytes(b"PK")
    assert refusal(path) == (
        "post.odt: '.odt' is not a kind of file that can be read here; "
        "give a Word document (.docx), a PDF or a text file (.txt)."
    )


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.txt") == (
        "no.txt: there is no such file; check its name and folder."
    )
    folder = tmp_path / "posts.txt"
    folder.mkdir()
    assert refusal(folder) == "posts.txt: this is not a file; name a file."


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "post.txt"
    path.write_text("SENCO", encoding="utf-8")

    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path) == "post.txt: the file cannot be read; check that you may read it."


def test_a_file_that_is_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refusal(path) == (
        "post.txt: the file is larger than 5 MB; save only the text of the description."
    )


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ("", "the file is empty; save it again, or choose another."),
        (" \n\t\n", "it holds no text; give one with the words of the post."),
    ],
)
def test_a_text_without_words_is_refused(tmp_path: Path, held: str, why: str) -> None:
    path = tmp_path / "post.txt"
    path.write_text(held, encoding="utf-8")
    assert refusal(path) == f"post.txt: {why}"


def test_something_else_under_the_name_of_a_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_bytes(b"PK\x03\x04\x00\x00")
    assert refusal(path).startswith("post.txt: this is no text file, whatever its name says; ")


@pytest.mark.parametrize("name", ["word/other.xml", "xl/workbook.xml"])
def test_an_archive_that_is_no_word_document_is_refused(tmp_path: Path, name: str) -> None:
    path = word_file(tmp_path / "post.docx", document(), name)
    assert refusal(path) == (
        "post.docx: it cannot be read as a Word document; "
        "open it in Word and save it again as .docx, or as plain text."
    )


@pytest.mark.parametrize("held", [b"no archive", b"PK\x03\x04 cut off"])
def test_a_damaged_word_document_is_refused(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "post.docx"
    path.write_bytes(held)
    assert "it cannot be read as a Word document" in refusal(path)


def test_xml_that_is_broken_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "post.docx", "<w:document>")
    assert "it cannot be read as a Word document" in refusal(path)


def test_xml_that_would_unpack_without_end_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa">]>' + document(paragraph(words("&a;")))
    path = word_file(tmp_path / "post.docx", bomb)
    assert "it holds what no description needs" in refusal(path)


def test_a_document_that_unpacks_to_far_too_much_is_refused_unpacked(tmp_path: Path) -> None:
    path = word_file(tmp_path / "post.docx", " " * (MOST_UNPACKED + 1))
    assert "it unpacks to far more than a description holds" in refusal(path)


def test_a_pdf_is_read_whatever_the_case_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "POST.PDF"
    path.write_bytes(pdf_of(["SENCO", "- leads the teaching of pupils with SEN"]))
    assert read_description(path) == "SENCO\n- leads the teaching of pupils with SEN"
