"""The coverage register: what is held, how sure it is, and what is known to be missing."""

from typing import Final, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.domain.cases import Nation
from payapp.domain.coverage import coverage, rules_held
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.gui.schedule_fields import above, choice_field, in_a_line, offer_nations
from payapp.gui.sentence_list import SentenceList, as_sentence
from payapp.gui.sentence_view import SentenceView
from payapp.gui.style import CLOSE, in_type
from payapp.gui.table_panel import DataShown, Desk, TablePanel
from payapp.report.figure_tables import ToldTable, coverage_table
from payapp.report.schedules_in_words import notes_on
from payapp.report.wording import Wording

HEIGHT_OF_NOTES: Final = 170


class Register(NamedTuple):
    """The register of some nations, and what there is to know beside it."""

    told: ToldTable
    notes: tuple[str, ...]


def read_register(library: Library, nation: str, wording: Wording) -> Register:
    """Return the register of one nation, or of all where none is named."""
    nations = [nation] if nation else [each.value for each in Nation]
    rows = [row for each in nations for row in coverage(library, each)]
    notes = [
        note
        for each in nations
        for note in notes_on(each, rules_held(library, each), library.known_gaps, wording)
    ]
    return Register(coverage_table(rows, wording), tuple(notes))


class CoveragePage(QWidget):
    """The register of a nation as a table, its rules and known gaps as a list."""

    def __init__(self, desk: Desk, nation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.nation = choice_field(desk, "nation", self)
        self.panel = TablePanel(desk, desk.say("coverage_name"), self)
        self.notes = SentenceList(as_sentence, self)
        self.list = SentenceView(desk.say("notes_name"), self.notes, self)
        self.list.setMaximumHeight(in_type(HEIGHT_OF_NOTES))
        offer_nations(self.nation, desk, "every_nation")
        self.nation.show_answer(nation)
        self.nation.chosen.connect(self._choose_nation)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(in_a_line([above(desk, "nation", self.nation, self)]))
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.list)
        self.renew()

    @property
    def data_shown(self) -> DataShown:
        """The nation whose register is shown, of all days."""
        return self.nation.currentData() or "", None

    def renew(self) -> None:
        """Read the register, in a thread, and show it."""
        library, wording = self._desk.library, self._desk.wording
        nation = self.nation.currentData()
        self.panel.tell(self._desk.say("reading"))
        self._desk.tasks.run(
            "coverage",
            lambda: read_register(library, nation, wording),
            self._show,
            self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        self.panel.tell(str(refused))

    def _choose_nation(self, nation: object) -> None:
        self.nation.show_answer(nation)
        self.renew()

    def _show(self, register: Register) -> None:
        self.panel.show_table(register.told)
        self.panel.hide_nation(hidden=bool(self.nation.currentData()))
        self.notes.show_texts(register.notes)
