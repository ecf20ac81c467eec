"""A paper as a list that is walked with the arrow keys, and a pack as files."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.files.case_files import read_case
from payapp.gui.outline import Form
from payapp.gui.pack_files import Place, write_pack
from payapp.gui.paper_list import paper_lines
from payapp.gui.printing import drawn_beside, pdf_of
from payapp.report.papers import Paper, Section
from payapp.report.rep_pack import Pack, printed_pack, rep_pack
from payapp.report.wording import Wording
from tests.gui.conftest import EXAMPLES

PAPER = Paper("Title", (Section("Heading", ("One.", "Two.")), Section("Empty", ())))
MADE = date(2026, 1, 5)


@pytest.fixture
def pack(library: Library, wording: Wording) -> Pack:
    case = read_case(EXAMPLES / "england-cannot-be-told.json")
    return rep_pack(case, library, wording, (date(2025, 9, 1), date(2025, 10, 1)), MADE)


def test_a_section_without_lines_has_no_heading(wording: Wording) -> None:
    (heading,) = paper_lines(PAPER, {}, wording)
    assert (heading.form, heading.text) == (Form.HEADING, "Heading")
    assert heading.starts_open
    assert [line.spoken for line in heading.parts] == ["One.", "Two."]


def test_a_sentence_with_a_fact_leads_to_its_question_and_says_so(wording: Wording) -> None:
    (heading,) = paper_lines(PAPER, {"Two.": "fte"}, wording)
    one, two = heading.parts
    assert (one.fact, two.fact) == ("", "fte")
    assert two.spoken == "Two. Go to this question."


def test_a_pack_is_three_files_under_one_name(
    tmp_path: Path, pack: Pack, library: Library, wording: Wording
) -> None:
    written = write_pack(Place(tmp_path, "case-12"), pack, library, wording, b"%PDF-drawn")
    assert [path.name for path in written] == ["case-12.txt", "case-12.xlsx", "case-12.pdf"]
    assert written[0].read_text("utf-8").startswith("Papers for a meeting: ")
    assert written[2].read_bytes() == b"%PDF-drawn"


def test_a_folder_that_is_not_there_is_refused(
    tmp_path: Path, pack: Pack, library: Library, wording: Wording
) -> None:
    with pytest.raises(Refused, match=r"case-12\.txt: the file cannot be written"):
        write_pack(Place(tmp_path / "none", "case-12"), pack, library, wording, b"")


def test_a_pack_is_drawn_on_as_many_pages_beside_the_window_as_in_its_thread(
    qtbot: QtBot, pack: Pack, library: Library, wording: Wording
) -> None:
    del qtbot
    printed = printed_pack(pack, library, wording, MADE)
    drawn, here = drawn_beside(printed), pdf_of(printed)
    assert drawn.startswith(b"%PDF-1.")
    assert drawn.count(b"/Type /Page\n") == here.count(b"/Type /Page\n") > 3
