"""Add an award: from a file or by a percentage, looked at first, and written only by the button."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.gui.controls import Field
from payapp.gui.flow_layout import FlowLayout
from payapp.gui.form_model import Kind
from payapp.gui.refusal_label import RefusalLabel
from payapp.gui.schedule_fields import (
    above,
    choice_field,
    day_field,
    day_in,
    months_of,
    number_in,
    offer_nations,
)
from payapp.gui.style import BASE_POINTS, CLOSE, SPACE, sized
from payapp.gui.table_panel import DataShown, Desk, TablePanel
from payapp.report.figure_tables import ToldTable, addition_table
from payapp.report.schedules_in_words import addition_counted
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.files.additions import Addition
    from payapp.files.schedules import FolderShelves

WIDTH_OF_A_PERCENTAGE: Final = 90
FileChooser = Callable[[], Path | None]


class Planned(NamedTuple):
    """An addition that is not written yet, with its table and its count."""

    addition: "Addition"
    told: ToldTable
    counted: str


def plan(make: "Callable[[FolderShelves], Addition]", wording: Wording) -> Planned:
    """Plan an addition with the files as they are now. Raises Refused as the plan does."""
    from payapp.files.schedules import open_shelves

    shelves = open_shelves()
    library = Library(shelves)
    addition = make(shelves)

    def before(figure: Figure) -> Figure | None:
        return library.book(figure.nation).before(figure)

    told = addition_table(addition.added, addition.changed, before, wording)
    counts = (len(addition.added), len(addition.changed), len(addition.unchanged))
    return Planned(addition, told, addition_counted(*counts, wording))


def plan_file(path: Path, wording: Wording) -> Planned:
    """Plan the figures of a file. Raises Refused with row and fix."""
    from payapp.files.additions import plan_from_file

    return plan(lambda shelves: plan_from_file(shelves, path), wording)


def plan_award(nation: str, percent: Decimal, start: date, wording: Wording) -> Planned:
    """Plan provisional figures by a percentage. Raises Refused where nothing can be raised."""
    from payapp.files.additions import plan_from_award

    return plan(lambda shelves: plan_from_award(shelves, nation, percent, start), wording)


def write(addition: "Addition") -> tuple[Path, ...]:
    """Write an addition into the user's folder. Raises Refused where it cannot be written."""
    from payapp.files.additions import write_addition
    from payapp.files.schedules import open_shelves

    return write_addition(open_shelves(), addition)


class AdditionPage(QWidget):
    """Two ways to plan an addition, what it would change, and the one button that writes it."""

    added = Signal()

    def __init__(self, desk: Desk, choose_file: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choose_file = choose_file
        self._planned: Planned | None = None
        self._day: date | None = None
        self.choose = QPushButton(desk.say("choose_file"), self)
        self.nation = choice_field(desk, "nation", self)
        offer_nations(self.nation, desk, "choose_nation")
        self.percent = Field(Kind.TEXT, months_of(desk.wording), self)
        self.percent.set_name(desk.say("percent"))
        self.percent.setFixedWidth(WIDTH_OF_A_PERCENTAGE)
        self.start = day_field(desk, "start", self)
        self.work_out = QPushButton(desk.say("work_out"), self)
        self.refusal = RefusalLabel(self)
        self.refusal.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.refusal.hide()
        self.panel = TablePanel(desk, desk.say("preview_name"), self)
        self.write = QPushButton(desk.say("write"), self)
        self.write.setProperty("kind", "primary")
        self.write.setEnabled(False)
        self._lay_out()
        self._connect()
        self.panel.tell(desk.say("nothing_planned"))

    def _lay_out(self) -> None:
        desk = self._desk
        from_file = self._box("from_file", [], self.choose)
        fields = (("nation", self.nation), ("percent", self.percent), ("start", self.start))
        parts = [above(desk, name, control, self) for name, control in fields]
        by_award = self._box("by_award", parts, self.work_out)
        ways = FlowLayout(SPACE)
        ways.addWidget(from_file)
        ways.addWidget(by_award)
        line = QHBoxLayout()
        help_to_write = self._muted("write_help")
        line.addWidget(help_to_write, 1)
        line.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(ways)
        layout.addWidget(self.refusal)
        layout.addWidget(self.panel, 1)
        layout.addLayout(line)
        for last in (self.refusal, self.panel, help_to_write, self.write):
            last.raise_()  # so that it is read after the ways above it

    def _muted(self, name: str) -> QLabel:
        label = QLabel(self._desk.say(name), self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _box(self, name: str, parts: list[QVBoxLayout], button: QPushButton) -> QFrame:
        """Return a way to plan: its heading, its fields, and the button below them."""
        frame = QFrame(self)
        frame.setObjectName("chart")
        heading = QLabel(self._desk.say(name), frame)
        heading.setFont(sized(BASE_POINTS, bold=True))
        line = QHBoxLayout()
        line.setSpacing(CLOSE)
        for part in parts:
            line.addLayout(part)
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(SPACE, CLOSE, SPACE, SPACE - 2)
        rows.setSpacing(CLOSE)
        rows.addWidget(heading)
        rows.addLayout(line)
        rows.addStretch(1)
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _connect(self) -> None:
        self.choose.clicked.connect(self._plan_file)
        self.work_out.clicked.connect(self._plan_award)
        self.nation.chosen.connect(self.nation.show_answer)
        self.start.typed.connect(self._choose_day)
        self.write.clicked.connect(self._write)

    @property
    def data_shown(self) -> DataShown:
        """The nation whose figures are raised, of all days."""
        return self.nation.currentData() or "", None

    def renew(self) -> None:
        """Keep what is shown: each plan is made with the files as they are then."""

    def _choose_day(self, value: object) -> None:
        self._day = day_in(value)
        self.start.show_refused(refused=value is not None and self._day is None)

    def _plan_file(self) -> None:
        path = self._choose_file()
        wording = self._desk.wording
        if path is not None:
            self._plan(lambda: plan_file(path, wording))

    def _plan_award(self) -> None:
        """Work out provisional figures, or say which field is not answered."""
        nation, percent, start = (
            self.nation.currentData(),
            number_in(self.percent.text()),
            self._day,
        )
        wording = self._desk.wording
        self.percent.show_refused(refused=bool(self.percent.text().strip()) and percent is None)
        if not nation:
            self._say_wanting("nation_wanting")
        elif percent is None:
            self._say_wanting("percent_wanting", self.percent)
        elif start is None:
            self._say_wanting("start_wanting", self.start)
        else:
            self._plan(lambda: plan_award(nation, percent, start, wording))

    def _say_wanting(self, name: str, field: Field | None = None) -> None:
        """Say what is to be entered, and what stands in its field instead, if anything does."""
        self._desk.tasks.drop("plan")
        self._take(None)
        typed = " ".join(field.text().split()) if field else ""
        sentence = self._desk.say(name)
        told = self._desk.say("typed_instead", sentence=sentence, value=typed)
        self._say_refused(told if typed else sentence)

    def _plan(self, make: Callable[[], Planned]) -> None:
        self._take(None)
        self.panel.tell(self._desk.say("planning"))
        self._desk.tasks.run("plan", make, self._take, self._refuse)

    def _take(self, planned: Planned | None) -> None:
        """Show a plan, or that there is none."""
        self._planned = planned
        self.refusal.hide()
        self.panel.show_table(planned.told if planned else None)
        writes = planned is not None and bool(planned.told.table.rows)
        self.write.setEnabled(writes)
        if planned is None:
            self.panel.tell(self._desk.say("nothing_planned"))
            return
        rest = "" if writes else f" {self._desk.wording.say('schedules.nothing_to_write')}"
        self.panel.tell(planned.counted + rest)

    def _refuse(self, refused: Refused) -> None:
        self._take(None)
        self._say_refused(str(refused))

    def _say_refused(self, sentence: str) -> None:
        self.refusal.tell(sentence)
        self.refusal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        planned = self._planned
        if planned is None:
            return
        self.write.setEnabled(False)
        self._desk.tasks.run(
            "write", lambda: write(planned.addition), self._tell_written, self._refuse
        )

    def _tell_written(self, paths: tuple[Path, ...]) -> None:
        self._take(None)
        files = ", ".join(f"{path.parent.name}/{path.name}" for path in paths)
        self.panel.tell(self._desk.wording.say("schedules.written", file=files))
        self.added.emit()
