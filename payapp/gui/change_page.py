"""What would change the answer: sentences, each of which leads to the question it turns on."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.casework.what_would_change import what_would_change
from payapp.domain.cases import Case
from payapp.domain.refusals import Refused
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.paper_list import PaperPanel
from payapp.report.casework_in_words import change_in_words, told_turns
from payapp.report.papers import Paper


class Found(NamedTuple):
    """What would change the answer, and the question that each sentence leads to."""

    paper: Paper
    facts: Mapping[str, str]


def find(case: Case, casework: CaseDesk) -> Found:
    """Return what would change the answer to a case. Raises CaseRefused as `check` does."""
    library = casework.desk.library
    turns = what_would_change(case, library)
    told = (case, turns, library, casework.desk.wording, casework.audience)
    facts = {turn.sentence: turn.facts[0] for held in told_turns(*told).values() for turn in held}
    return Found(change_in_words(*told), facts)


class ChangePage(QWidget):
    """The list, kept up with the case."""

    question_wanted = Signal(str)

    def __init__(self, casework: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.panel = PaperPanel(casework, casework.named("change"), self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        self.panel.list.question_wanted.connect(self.question_wanted)

    def refresh(self) -> None:
        """Try the facts of the case as it stands."""
        case, casework = self._casework.case, self._casework
        if case is not None:
            self.panel.tell(casework.desk.say("reading"))
            casework.ask("change", lambda: find(case, casework), self._show, self._refuse)

    def clear(self, sentence: str) -> None:
        """Show a sentence in the place of the list."""
        self._casework.desk.tasks.drop("change")
        self.panel.clear(sentence)

    def _show(self, found: Found) -> None:
        self.panel.show_paper(found.paper, found.facts)
        if found.facts:
            self.panel.tell(self._casework.say("change_help"))

    def _refuse(self, refused: Refused) -> None:
        self.clear(str(refused))
