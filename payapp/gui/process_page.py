"""What stands beside the answer: fair process, safeguarding, and how others say they are paid."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.casework.fair_process import fair_process
from payapp.casework.safeguarding_periods import safeguarding_periods
from payapp.casework.survey_beside import survey_beside
from payapp.domain.cases import Case
from payapp.domain.refusals import Refused
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.paper_list import PaperPanel
from payapp.report.casework_in_words import (
    process_in_words,
    safeguarding_in_words,
    survey_in_words,
)
from payapp.report.papers import Paper


def find(case: Case, casework: CaseDesk) -> Paper:
    """Return fair process, safeguarding and the survey for a case. Raises CaseRefused."""
    library, wording = casework.desk.library, casework.desk.wording
    told = (case, library, wording, casework.audience)
    return Paper(
        casework.named("process"),
        (
            process_in_words(fair_process(case, library), *told),
            safeguarding_in_words(safeguarding_periods(case, library), *told),
            survey_in_words(survey_beside(case, library), wording),
        ),
    )


class ProcessPage(QWidget):
    """The list, kept up with the case."""

    def __init__(self, casework: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.panel = PaperPanel(casework, casework.named("process"), self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)

    def refresh(self) -> None:
        """Ask again of the case as it stands."""
        case, casework = self._casework.case, self._casework
        if case is not None:
            casework.ask(
                "process", lambda: find(case, casework), self.panel.show_paper, self._refuse
            )

    def clear(self, sentence: str) -> None:
        """Show a sentence in the place of the list."""
        self._casework.desk.tasks.drop("process")
        self.panel.clear(sentence)

    def _refuse(self, refused: Refused) -> None:
        self.clear(str(refused))
