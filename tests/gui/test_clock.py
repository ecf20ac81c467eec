"""The clock of the window: one place, and no case that begins with another day."""

from datetime import date
from pathlib import Path

import pytest

from payapp.gui import clock
from payapp.gui.case_page import CasePage
from payapp.gui.case_papers import report_of, sheet_of
from payapp.gui.documents import CaseDocument
from payapp.gui.window import MainWindow

GUI = Path(clock.__file__).parent


def test_nothing_else_in_the_window_looks_at_the_clock() -> None:
    looking = [path.name for path in GUI.glob("*.py") if ".today()" in path.read_text("utf-8")]
    assert looking == ["clock.py"]


def test_a_new_case_begins_with_the_day_of_the_clock(
    window: MainWindow, document: CaseDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("payapp.gui.window.today", lambda: date(2026, 2, 28))
    window.new_case()
    assert document.plain["on"] == "2026-02-28"


def test_a_paper_says_on_which_day_it_was_made(
    page: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("payapp.gui.case_papers.today", lambda: date(2026, 2, 28))
    for paper in (report_of(page), sheet_of(page)):
        assert paper is not None
        assert any("28 February 2026" in words for words in (*paper.head, paper.foot))
