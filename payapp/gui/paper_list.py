"""Sentences under headings as a list: walked with the arrow keys, read one sentence at a time."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from payapp.domain.tests_over_facts import Result
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.outline import MARK_OF_RESULT, TONE_OF_RESULT, Form, Line
from payapp.gui.outline_model import OutlineModel
from payapp.gui.outline_view import OutlineView
from payapp.gui.shown_panel import ShownPanel
from payapp.gui.table_panel import Sheets, export
from payapp.report.papers import Paper, paper_table, paper_text
from payapp.report.wording import Wording

# Where a sentence ends with what it is taken from, that stands below it in small type.
CITED: Final = re.compile(r"(.+?) \[(.+)\]", re.DOTALL)
TONE_OF_MARK: Final = {MARK_OF_RESULT[result]: TONE_OF_RESULT[result] for result in Result}


def paper_lines(paper: Paper, facts: Mapping[str, str], wording: Wording) -> tuple[Line, ...]:
    """Return a paper as lines that open; `facts` names the question that a sentence leads to."""
    return tuple(_sections(paper, facts, wording))


def _sections(paper: Paper, facts: Mapping[str, str], wording: Wording) -> Iterator[Line]:
    for heading, lines in paper.sections:
        if lines:
            parts = tuple(
                _line(f"{heading}.{place}", line, facts.get(line, ""), wording)
                for place, line in enumerate(lines)
            )
            yield Line(heading, Form.HEADING, heading, heading, parts=parts, starts_open=True)


def _line(key: str, text: str, fact: str, wording: Wording) -> Line:
    if not fact:
        cited = CITED.fullmatch(text)
        said, where = cited.groups() if cited else (text, "")
        mark, _, rest = said.partition(" ")
        if mark in TONE_OF_MARK:
            tone = TONE_OF_MARK[mark]
            return Line(key, Form.TEST, rest, text, detail=where, mark=mark, tone=tone)
        return Line(key, Form.TEXT, said, text, detail=where)
    spoken = wording.say("window.answer.spoken_question", question=text)
    return Line(key, Form.QUESTION, text, spoken, fact=fact)


class PaperList(OutlineView):
    """The list of a paper."""

    def __init__(self, name: str, wording: Wording, parent: QWidget) -> None:
        super().__init__(OutlineModel(wording, parent), parent)
        self._wording = wording
        self.setAccessibleName(name)

    def show_paper(self, paper: Paper, facts: Mapping[str, str] | None = None) -> None:
        """Show a paper; what was opened or closed stays so."""
        self.outline.show_lines(paper_lines(paper, facts or {}, self._wording))


class PaperPanel(ShownPanel):
    """A paper as a list, and the buttons to copy it and to export it to a workbook."""

    def __init__(self, casework: CaseDesk, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = casework.desk
        self._copied = casework.say("copied")
        self._paper = Paper("", ())
        self.list = PaperList(name, casework.desk.wording, self)
        self.lay_out(self.list, self._desk.say("copy"), self._desk.say("export"))
        self.show_paper(self._paper)

    def show_paper(self, paper: Paper, facts: Mapping[str, str] | None = None) -> None:
        """Show a paper; without sentences there is nothing to copy."""
        self._paper = paper
        self.list.show_paper(paper, facts)
        self.tell("")
        self.can_hand_on(can=self.list.outline.rowCount() > 0)

    def tell(self, sentence: str) -> None:
        """Say something below the list."""
        self.status.setText(sentence)

    def clear(self, sentence: str) -> None:
        """Show a sentence in the place of a paper."""
        self.show_paper(Paper("", ()))
        self.tell(sentence)

    def copy_shown(self) -> None:
        """Put the sentences on the clipboard, under their headings."""
        QGuiApplication.clipboard().setText(paper_text(self._paper))
        self.tell(self._copied)

    def export_shown(self) -> None:
        """Ask where to write the sentences as a workbook, and write it."""
        table = paper_table([self._paper], self._desk.wording)
        title = self._paper.title or table.name
        export(Sheets(title, [table]), title, self._desk, self.tell)
