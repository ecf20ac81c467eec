"""Is this published pay table right? A table is opened or pasted, and each amount is marked."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import takewhile
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from payapp.casework.published_table import Claim, Marked, TableCheck, check_table
from payapp.domain.cases import Nation
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.domain.sheet_rows import Row
from payapp.files.row_files import open_rows
from payapp.gui.row_sentence import RowSentence
from payapp.gui.running_work import RunningWork
from payapp.gui.schedule_fields import (
    above,
    choice_field,
    day_field,
    day_typed,
    in_a_line,
    is_misread,
    offer_nations,
)
from payapp.gui.style import CLOSE
from payapp.gui.table_panel import Desk, TablePanel
from payapp.report.figure_tables import ToldTable
from payapp.report.published_table_in_words import MarkedRow, marked_row, refuse_without_nation
from payapp.report.spot_check_tables import told_marked_table
from payapp.report.wording import Wording


class MarkedTable(NamedTuple):
    """The amounts of a table with their marks, and what is said of all of them."""

    told: ToldTable
    headline: str


class Marking:
    """Marks the amounts of one table beside the window."""

    def __init__(self, name: str, told: Claim, library: Library, wording: Wording) -> None:
        self._name, self._told = name, told
        self._library, self._wording = library, wording
        self._stopped = Event()
        self._marked: list[MarkedRow] = []

    def stop(self) -> None:
        """Look at no more amounts."""
        self._stopped.set()

    def of_file(self, path: Path) -> MarkedTable:
        """Return the amounts of a table in a file. Raises Refused."""
        with open_rows(path) as rows:
            return self.of_rows(rows)

    def of_rows(self, rows: Iterable[Row]) -> MarkedTable:
        """Return the amounts of a table, as far as it is read where it is stopped.

        Raises Refused where it does not say of which of several nations it is.
        """
        until_stopped = takewhile(lambda _: not self._stopped.is_set(), rows)
        found: list[Marked] = []
        for each in check_table(until_stopped, TableCheck(self._library), self._told):
            found.append(each)
            self._marked.append(marked_row(each, self._wording))
        if not self._stopped.is_set():
            refuse_without_nation(self._name, found, self._wording)
        return self.listed()

    @property
    def done(self) -> int:
        """How many amounts were marked until now."""
        return len(self._marked)

    def listed(self) -> MarkedTable:
        """Return the amounts that were marked until now."""
        rows = self._marked.copy()
        return MarkedTable(told_marked_table(rows, self._wording), self._headline(rows))

    def _headline(self, rows: Sequence[MarkedRow]) -> str:
        counts = Counter(row.mark for row in rows)
        told = (self._say("mark_count", words=words, count=f"{n:,}") for words, n in counts.items())
        marks = self._say("marks_joined").join(told)
        key = "counted" if rows else "no_amounts"
        return self._say(key, name=self._name, count=f"{len(rows):,}", marks=marks)

    def _say(self, name: str, /, **values: object) -> str:
        return self._wording.say(f"window.spot.{name}", **values)


def rows_of(text: str) -> list[Row]:
    """Return the rows of a table as it is copied from a sheet or a page."""
    reader = csv.reader(text.splitlines(), delimiter="\t")
    return [Row(number, tuple(cells)) for number, cells in enumerate(reader, start=1)]


class TableCheckPage(QWidget):
    """Two ways in, what is told of the table beside it, and its amounts with their marks."""

    def __init__(
        self, desk: Desk, choose_file: Callable[[], Path | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._choose_file = desk, choose_file
        self.marking: Marking | None = None
        self.nation = choice_field(desk, "table_nation", self)
        self.on = day_field(desk, "table_on", self)
        self.open = QPushButton(self._say("open_table"), self)
        self.paste = QPushButton(self._say("paste_table"), self)
        texts = {"cancel": self._say("cancel_table"), "progress": self._say("table_progress")}
        self.running = RunningWork("table", desk.tasks, self, **texts)
        self.headline = QLabel(self._say("table_help"), self)
        self.headline.setWordWrap(True)
        self.panel = TablePanel(desk, self._say("table_name"), self)
        self.sentence = RowSentence(self.panel, self)
        offer_nations(self.nation, desk, "spot_not_said")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.nation.chosen.connect(self.nation.show_answer)
        self.open.clicked.connect(self._open)
        self.paste.clicked.connect(self._paste)
        self.running.changed.connect(self._enable)
        self.running.pulse.connect(self._show_progress)
        self.running.cancelled.connect(self._show_marked)

    def _lay_out(self) -> None:
        desk, line = self._desk, QHBoxLayout()
        line.setSpacing(CLOSE)
        line.addWidget(self.open)
        line.addWidget(self.paste)
        line.addStretch(1)
        self.running.lay_out(line)
        fields = (("table_nation", self.nation), ("table_on", self.on))
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(in_a_line(above(desk, name, field, self) for name, field in fields))
        layout.addLayout(line)
        layout.addWidget(self.headline)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.sentence)

    def _open(self) -> None:
        path = self._choose_file()
        if path is not None:
            self.take_files([path])

    def take_files(self, files: Sequence[Path]) -> None:
        """Mark the table that is dropped or chosen, the first of several."""
        marking = self._begin(files[0].name)
        if marking is not None:
            self._mark(marking, partial(marking.of_file, files[0]))

    def _paste(self) -> None:
        rows = rows_of(QGuiApplication.clipboard().text())
        if not rows:
            self.headline.setText(self._say("nothing_pasted"))
            return
        marking = self._begin(self._say("pasted"))
        if marking is not None:
            self._mark(marking, partial(marking.of_rows, rows))

    def stop(self) -> None:
        """Stop what is being marked."""
        self.running.stop()

    def _begin(self, name: str) -> Marking | None:
        """Return what marks the next table, or None where what was typed is no day."""
        self.stop()
        desk, told = self._desk, self._claim()
        self.marking = Marking(name, told, desk.library, desk.wording) if told else None
        return self.marking

    def _claim(self) -> Claim | None:
        nation = self.nation.currentData()
        on = day_typed(self.on, self._desk.wording)
        if is_misread(self.on, on):
            self.headline.setText(self._say("not_a_day", value=self.on.text().strip()))
            return None
        return Claim(nation=Nation(nation) if nation else None, on=on)

    def _mark(self, marking: Marking, work: Callable[[], MarkedTable]) -> None:
        self.headline.setText(self._say("reading_table"))
        self.running.begin(work, marking.stop, self._show, self._refuse)

    def _show_progress(self) -> None:
        if self.marking is not None and self.marking.done:
            self.headline.setText(self._say("amounts_marked", count=f"{self.marking.done:,}"))

    def _show_marked(self) -> None:
        """Show the amounts that were marked until it was stopped."""
        if self.marking is not None:
            self._show(self.marking.listed())
            self.headline.setText(self._say("table_stopped", headline=self.headline.text()))

    def _show(self, marked: MarkedTable) -> None:
        self.headline.setText(marked.headline)
        self.panel.show_table(marked.told)
        if marked.told.table.rows:
            self.panel.view.setFocus()
            self.panel.view.selectRow(0)
        else:
            self.open.setFocus()

    def _refuse(self, refused: Refused) -> None:
        self.headline.setText(str(refused))
        self.panel.show_table(None)
        self.open.setFocus()

    def _enable(self) -> None:
        for widget in (self.open, self.paste, self.nation, self.on):
            widget.setEnabled(not self.running.is_running)

    def _say(self, name: str, /, **values: object) -> str:
        return self._desk.wording.say(f"window.spot.{name}", **values)
