"""Which figure is this? An amount in, and every figure that it may be."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from payapp.domain.library import Library
from payapp.domain.lookups import Identified, identify
from payapp.domain.refusals import Refused
from payapp.gui.controls import Field
from payapp.gui.form_model import Kind
from payapp.gui.refusal_label import RefusalLabel
from payapp.gui.schedule_fields import above, months_of, number_in
from payapp.gui.style import CLOSE, HEADING_POINTS, sized
from payapp.gui.table_panel import DataShown, Desk, TablePanel
from payapp.report.figure_tables import ToldTable, last_days, matches_table
from payapp.report.figures_in_words import identified_headline
from payapp.report.wording import Wording


def find(library: Library, amount: Decimal, wording: Wording) -> tuple[str, ToldTable]:
    """Return what an amount is in a sentence, and the figures in a table."""
    books = library.books()
    found: Identified = identify(books, amount)
    told = matches_table(found, last_days(books), wording)
    return identified_headline(amount, found, wording), told


class IdentifyPage(QWidget):
    """A box for an amount, a sentence, and a table of the figures that it may be."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.amount = Field(Kind.POUNDS, months_of(desk.wording), self)
        self.amount.set_name(desk.say("amount"))
        self.amount.setPlaceholderText(desk.say("amount_example"))
        self.look = QPushButton(desk.say("identify"), self)
        self.look.setProperty("kind", "primary")
        self.headline = QLabel(desk.say("identify_help"), self)
        self.headline.setFont(sized(HEADING_POINTS - 2))
        self.headline.setWordWrap(True)
        self.refusal = RefusalLabel(self)
        self.refusal.hide()
        self.panel = TablePanel(desk, desk.say("matches_name"), self)
        line = QHBoxLayout()
        line.setSpacing(CLOSE)
        line.addLayout(above(desk, "amount", self.amount, self))
        line.addWidget(self.look, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(line)
        layout.addWidget(self.refusal)
        layout.addWidget(self.headline)
        layout.addWidget(self.panel, 1)
        self.amount.returnPressed.connect(self.identify)
        self.look.clicked.connect(self.identify)

    @property
    def data_shown(self) -> DataShown:
        """An amount is looked for in every nation and on every day."""
        return "", None

    def renew(self) -> None:
        """Look again, now that there are other figures."""
        if self.panel.told is not None:
            self.identify()

    def identify(self) -> None:
        """Look for the amount that is typed, or say what an amount is."""
        amount = number_in(self.amount.text())
        self.amount.show_refused(refused=amount is None)
        if amount is None:
            self._desk.tasks.drop("identify")
            sentence = self._desk.wording.say("cli.accepted.amount", value=self.amount.text())
            self._say_refused(f"{sentence}.")
            return
        library, wording = self._desk.library, self._desk.wording
        self.panel.tell(self._desk.say("reading"))
        self._desk.tasks.run(
            "identify", lambda: find(library, amount, wording), self._show, self._refuse
        )

    def _show(self, found: tuple[str, ToldTable]) -> None:
        sentence, told = found
        self.refusal.tell("")
        self.amount.describe("")
        self.headline.setText(sentence)
        self.headline.show()
        self.panel.show_table(told)

    def _refuse(self, refused: Refused) -> None:
        self._say_refused(str(refused))

    def _say_refused(self, sentence: str) -> None:
        """Say why there is nothing to look for, as the form does, in the place of an answer."""
        self.headline.hide()
        self.refusal.tell(sentence)
        self.amount.describe(sentence)
        self.panel.show_table(None)
