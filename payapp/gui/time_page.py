"""Time budget: hours a year for each duty, and what is left of the time there is."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from payapp.casework.time_budget import Duty, time_budget
from payapp.domain.cases import Case
from payapp.domain.refusals import Refused
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.controls import Field
from payapp.gui.form_model import Kind
from payapp.gui.paper_list import PaperPanel
from payapp.gui.schedule_fields import months_of, number_in
from payapp.gui.style import CLOSE, SPACE
from payapp.report.casework_in_words import hours, time_in_words
from payapp.report.papers import Paper

MOST_HOURS: Final = 10_000
WIDEST_DUTIES: Final = 380


class Found(NamedTuple):
    """A time budget in sentences, and the hours that follow from a rule or the case."""

    paper: Paper
    following: Mapping[Duty, str]


def find(case: Case, casework: CaseDesk, stated: Mapping[Duty, Decimal]) -> Found:
    """Return the time budget of a case. Raises CaseRefused as `check` does."""
    library, wording = casework.desk.library, casework.desk.wording
    budget = time_budget(case, library, stated)
    following = {entry.duty: hours(entry.hours, wording) for entry in budget.entries}
    return Found(time_in_words(budget, library, wording, casework.audience), following)


class TimePage(QWidget):
    """A field for each duty, with the hours that follow without it, and what is left beside it."""

    def __init__(self, casework: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.fields = {duty: self._field(duty) for duty in Duty}
        self.panel = PaperPanel(casework, casework.named("time"), self)
        layout = QHBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._duties())
        layout.addWidget(self.panel, 1)

    def _duties(self) -> QWidget:
        shown = QWidget(self)
        shown.setMaximumWidth(WIDEST_DUTIES)
        grid = QGridLayout()
        grid.setSpacing(CLOSE)
        grid.setColumnStretch(0, 1)
        for row, (duty, field) in enumerate(self.fields.items()):
            label = QLabel(self._named(duty), shown)
            label.setWordWrap(True)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        introduction = QLabel(self._casework.say("time_help"), shown)
        introduction.setWordWrap(True)
        introduction.setProperty("role", "muted")
        layout = QVBoxLayout(shown)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(introduction)
        layout.addLayout(grid)
        layout.addStretch(1)
        return shown

    def _field(self, duty: Duty) -> Field:
        field = Field(Kind.NUMBER, months_of(self._casework.desk.wording), self)
        field.set_name(self._casework.say("duty_name", duty=self._named(duty)))
        field.typed.connect(lambda _: self.refresh())
        return field

    def _named(self, duty: Duty) -> str:
        return self._casework.desk.wording.say(f"casework.time.duty.{duty}")

    def refresh(self) -> None:
        """Count again with the hours that are typed, for the case as it stands."""
        case, casework = self._casework.case, self._casework
        if case is None:
            return
        stated = self._stated()
        if stated is None:
            self.clear(casework.say("no_hours"))
            return
        casework.ask("time", lambda: find(case, casework, stated), self._show, self._refuse)

    def _stated(self) -> Mapping[Duty, Decimal] | None:
        """Return the hours typed, or None where something else than hours is."""
        stated: dict[Duty, Decimal] = {}
        for duty, field in self.fields.items():
            typed = field.text().strip()
            number = number_in(typed)
            wrong = bool(typed) and (number is None or number > MOST_HOURS)
            field.show_refused(refused=wrong)
            if wrong:
                return None
            if number is not None:
                stated[duty] = number
        return stated

    def clear(self, sentence: str) -> None:
        """Show a sentence in the place of the budget."""
        self._casework.desk.tasks.drop("time")
        self.panel.clear(sentence)

    def _show(self, found: Found) -> None:
        self.panel.show_paper(found.paper)
        for duty, field in self.fields.items():
            field.setPlaceholderText(found.following[duty])

    def _refuse(self, refused: Refused) -> None:
        self.clear(str(refused))
