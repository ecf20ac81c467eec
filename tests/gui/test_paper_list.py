"""Sentences under headings in their panel: shown, copied whole, and let go of."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from payapp.gui.casework_desk import CaseDesk
from payapp.gui.paper_list import PaperPanel, paper_lines
from payapp.gui.tones import Tone
from payapp.report.papers import Paper, Section
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen
from tests.gui.desks import OnDesk, lines, read_aloud, values
from tests.gui.hands import click, press

PAPER = Paper(
    "Two things",
    (
        Section("First", ("One sentence.", "Another. [Document 2025, paragraph 21.2]")),
        Section("Nothing", ()),
        Section("Second", ("A third sentence.",)),
    ),
)


@pytest.fixture
def panel(on_desk: OnDesk) -> PaperPanel:
    panel = PaperPanel(CaseDesk(on_desk.desk), "Things", on_desk.window)
    panel.show_paper(PAPER, {"A third sentence.": "fte"})
    return on_desk.show(panel)


def test_sentences_stand_below_their_headings_and_empty_sections_are_left_out(
    panel: PaperPanel,
) -> None:
    assert lines(panel.list.outline) == [
        *("First", "One sentence.", "Another."),
        *("Second", "A third sentence."),
    ]


def test_what_a_sentence_is_taken_from_stands_below_it_and_is_read_with_it(
    panel: PaperPanel, wording: Wording
) -> None:
    first = paper_lines(PAPER, {}, wording)[0]
    assert (first.parts[1].text, first.parts[1].detail) == (
        "Another.",
        "Document 2025, paragraph 21.2",
    )
    assert "Another. [Document 2025, paragraph 21.2]" in read_aloud(panel.list.outline)


def test_the_list_has_the_name_that_it_was_given(panel: PaperPanel) -> None:
    assert panel.list.accessibleName() == "Things"


def test_everything_is_copied_also_what_is_closed(panel: PaperPanel) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.outline.index(0))
    press(panel.list, Qt.Key.Key_Left)
    assert "One sentence." not in lines(panel.list.outline)
    click(panel.copy)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "Two things"
    assert "  One sentence." in text.splitlines()
    assert "[Document 2025, paragraph 21.2]" in text


def test_a_paper_is_exported_with_a_heading_beside_each_sentence(
    on_desk: OnDesk, panel: PaperPanel, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.workbook_path = tmp_path / "things.xlsx"
    click(panel.export)
    on_desk.wait()
    rows = values(chosen.workbook_path, "Casework")
    assert ("First", "One sentence.") in [row[:2] for row in rows]
    assert ("Second", "A third sentence.") in [row[:2] for row in rows]
    assert chosen.suggested == ["Two things"]


def test_a_panel_that_is_cleared_says_why_and_hands_nothing_on(panel: PaperPanel) -> None:
    panel.clear("This waits.")
    assert lines(panel.list.outline) == []
    assert panel.status.text() == "This waits."
    assert not panel.copy.isEnabled()
    panel.show_paper(PAPER)
    assert panel.copy.isEnabled()
    assert panel.status.text() == ""


def test_a_panel_is_freed_with_its_list(on_desk: OnDesk, panel: PaperPanel) -> None:
    assert on_desk.frees(panel)


@pytest.mark.parametrize(
    ("mark", "tone"), [("✓", Tone.GOOD), ("✗", Tone.ASIDE), ("?", Tone.UNKNOWN)]
)
def test_the_symbol_of_a_result_is_drawn_as_in_the_answer_and_read_with_its_sentence(
    wording: Wording, mark: str, tone: Tone
) -> None:
    text = f"{mark} Yearly pay statement: it depends [Document 2025, paragraph 3]"
    (line,) = paper_lines(Paper("", (Section("Fair process", (text,)),)), {}, wording)[0].parts
    assert (line.mark, line.tone, line.text) == (mark, tone, "Yearly pay statement: it depends")
    assert line.detail == "Document 2025, paragraph 3"
    assert line.spoken == text


def test_a_word_is_no_symbol(wording: Wording) -> None:
    (line,) = paper_lines(Paper("", (Section("", ("A sentence.",)),)), {}, wording)[0].parts
    assert (line.mark, line.text) == ("", "A sentence.")
