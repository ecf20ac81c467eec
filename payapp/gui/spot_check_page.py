"""A sheet of people checked: its columns first, then the run, then a line for each person."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import sleep
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from payapp.domain.assessment import Verdict
from payapp.domain.cases import Case, PayArea
from payapp.domain.refusals import Refused
from payapp.files.layout_files import remember
from payapp.gui.columns_view import ColumnsView
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
from payapp.gui.sheet_run import Listed, Look, SheetRun, Way, look_at, person_in
from payapp.gui.style import CLOSE, restyle
from payapp.gui.table_panel import Desk, TablePanel
from payapp.report.figure_tables import Names
from payapp.report.spot_check_in_words import amounts_not_read_in_words, unfinished_in_words
from payapp.report.spot_check_tables import REFUSED, Brief, verdict_in_words
from payapp.spot_check.people import Refusal

UNTIL_PAINTED: Final = 0.3
"""How long in seconds a saving waits, by when the page and its sentence are surely painted."""


class SpotCheckPage(QWidget):
    """One sheet at a time. `case_wanted` has the case of a person that is to be opened.

    `noted` then says what the case does not hold, where another row is the person's too.
    """

    case_wanted = Signal(object)
    noted = Signal(str)

    def __init__(
        self, desk: Desk, choose_file: Callable[[], Path | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._choose_file = desk, choose_file
        self.run: SheetRun | None = None
        self.briefs: list[Brief] = []
        self._path: Path | None = None
        self._look: Look | None = None
        self._make_controls()
        self._lay_out()
        self._connect()
        self._enable()

    def _make_controls(self) -> None:
        desk = self._desk
        self.choose = QPushButton(self._say("choose_sheet"), self)
        self.no_names = QCheckBox(self._say("no_names"), self)
        self.nation = choice_field(desk, "spot_nation", self)
        offer_nations(self.nation, desk, "spot_not_said")
        self.on = day_field(desk, "spot_on", self)
        self.area = choice_field(desk, "spot_area", self)
        self._offer_areas()
        self.columns = ColumnsView(desk, self)
        self.verdict = choice_field(desk, "spot_verdict", self)
        self._offer_verdicts()
        self.people = TablePanel(desk, self._say("people_name"), self)
        self.people.export.hide()
        self.check = QPushButton(self._say("check"), self)
        self.check.setProperty("kind", "primary")
        self.back = QPushButton(self._say("back"), self)
        self.save = QPushButton(self._say("save"), self)
        texts = {"cancel": self._say("cancel"), "progress": self._say("progress_name")}
        self.running = RunningWork("check", desk.tasks, self, **texts)
        self.status = QLabel(self._say("no_sheet"), self)
        self.status.setWordWrap(True)

    def _lay_out(self) -> None:
        desk = self._desk
        top = QHBoxLayout()
        top.setSpacing(CLOSE)
        top.addWidget(self.choose)
        top.addWidget(self.no_names)
        top.addStretch(1)
        fields: list[tuple[str, QWidget]] = [("spot_nation", self.nation), ("spot_on", self.on)]
        fields += [("spot_area", self.area)]
        self.results = QWidget(self)
        inner = QVBoxLayout(self.results)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(in_a_line([above(desk, "spot_verdict", self.verdict, self.results)]))
        inner.addWidget(self.people, 1)
        self.person = RowSentence(self.people, self.results)
        inner.addWidget(self.person)
        self.first = QWidget(self)
        before = QVBoxLayout(self.first)
        before.setContentsMargins(0, 0, 0, 0)
        before.addLayout(in_a_line(above(desk, name, field, self) for name, field in fields))
        before.addWidget(self.columns, 1)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.first)
        self.stack.addWidget(self.results)
        line = QHBoxLayout()
        line.setSpacing(CLOSE)
        line.addWidget(self.status, 1)
        line.addWidget(self.back)
        self.running.lay_out(line)
        line.addWidget(self.check)
        line.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        layout.addLayout(line)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.no_names.toggled.connect(self._look_again)
        for choice in (self.nation, self.area):
            choice.chosen.connect(choice.show_answer)
            choice.chosen.connect(self._tell_look)
        self.on.textEdited.connect(self._tell_look)
        self.columns.changed.connect(self._look_again)
        self.columns.refused.connect(self.status.setText)
        self.verdict.chosen.connect(self._filter)
        self.check.clicked.connect(self.begin)
        self.running.changed.connect(self._enable)
        self.running.pulse.connect(self._show_progress)
        self.running.cancelled.connect(self._show_checked)
        self.back.clicked.connect(self._go_back)
        self.save.clicked.connect(self._save)
        # Where a style tells of a double click in both ways, the later one replaces the first.
        self.people.view.activated.connect(self._open_person)
        self.people.view.doubleClicked.connect(self._open_person)

    # The sheet and its columns

    def _choose(self) -> None:
        path = self._choose_file()
        if path is not None:
            self.open_sheet(path)

    def take_files(self, files: Sequence[Path]) -> None:
        """Open the sheet that is dropped, the first of several."""
        self.open_sheet(files[0])

    def open_sheet(self, path: Path) -> None:
        """Show the columns of a sheet; what was being checked is stopped."""
        self.stop()
        self._path, self._look = path, None
        self.columns.forget()
        self._look_again()

    def _way(self, path: Path) -> Way:
        return Way(path, self.columns.meanings(), not self.no_names.isChecked())

    def _look_again(self) -> None:
        if self._path is None:
            return
        way, wording = self._way(self._path), self._desk.wording
        self.stack.setCurrentWidget(self.first)
        self.status.setText(self._say("looking"))
        self._desk.tasks.run("look", lambda: look_at(way, wording), self._show_look, self._refuse)

    def _show_look(self, look: Look) -> None:
        self._look = look
        self.columns.show_columns(look.columns)
        self._tell_look()
        self._enable()

    def _tell_look(self) -> None:
        """Tell how the sheet is read: what was said to be lacking may have been given since."""
        look = self._look
        if look is None:
            return
        values = {"columns": len(look.columns), "read": len(look.layout.placed)}
        looked = self._say("looked", name=self._name(), **values)
        not_read = amounts_not_read_in_words(look.layout, self._desk.wording)
        self.status.setText(" ".join(filter(None, (looked, not_read))))

    def _refuse(self, refused: Refused) -> None:
        self._look = None
        self.columns.show_columns(())
        self._enable()
        self.status.setText(str(refused))

    # The run

    def begin(self) -> None:
        """Check the rows of the sheet, unless something that every row needs is lacking."""
        defaults = self._defaults()
        if self._path is None or self._look is None or defaults is None:
            return
        if not self._remember(self._look):
            return
        way, desk = self._way(self._path), self._desk
        if self.run is not None:
            desk.tasks.run("put away", self.run.close, lambda _: None, self._refuse)
        run = self.run = SheetRun(way, defaults, desk.library, desk.wording)
        self.running.bar.setRange(0, self._look.total or 0)
        self.running.bar.setValue(0)
        self._show_progress()
        self.running.begin(run.work, run.stop, partial(self._show_people, run), self._refuse)

    def _remember(self, look: Look) -> bool:
        """Remember what the headings mean, where a name for it is given; say whether it went."""
        name = self.columns.name
        try:
            if name:
                remember(name, look.layout.meanings())
        except Refused as refused:
            self.status.setText(str(refused))
            return False
        return True

    def _defaults(self) -> dict[str, object] | None:
        """Return what holds for all rows, or None where something is lacking, which is told."""
        day = day_typed(self.on, self._desk.wording)
        if is_misread(self.on, day):
            self.status.setText(self._say("not_a_day", value=self.on.text().strip()))
            return None
        given = {
            "nation": self.nation.currentData(),
            "on": day.isoformat() if day else "",
            "pay_area": self.area.currentData(),
        }
        defaults: dict[str, object] = {name: value for name, value in given.items() if value}
        has = self._look.layout.columns | defaults.keys() if self._look else frozenset()
        for name, field in (("nation", self.nation), ("on", self.on)):
            if name not in has:
                self.status.setText(self._say(f"lacks_{name}"))
                field.setFocus()
                return None
        return defaults

    def _show_progress(self) -> None:
        if self.run is None:
            return
        progress = self.run.progress
        if not progress.done:
            self.status.setText(self._say("starting"))
            return
        key = "progress" if progress.total is not None else "progress_open"
        values = {"done": f"{progress.done:,}", "rate": f"{progress.rows_a_second:,.0f}"}
        total = f"{progress.total:,}" if progress.total is not None else ""
        self.status.setText(self._say(key, total=total, **values))
        if progress.total is not None:
            self.running.bar.setRange(0, max(progress.total, 1))
        self.running.bar.setValue(progress.done)

    def stop(self) -> None:
        """Stop what is being checked; what was checked until now stays."""
        self.running.stop()

    def _show_checked(self) -> None:
        """Show what was checked until the run was stopped."""
        if self.run is not None:
            self._show_people(self.run, self.run.listed())

    def put_away(self) -> None:
        """Let go of the last result and of what it kept on the disk; nothing may use it still."""
        run, self.run = self.run, None
        if run is not None:
            run.close()

    def _show_people(self, run: SheetRun, listed: Listed) -> None:
        self.briefs = listed.briefs
        self.people.show_table(listed.told)
        self.verdict.show_answer(None)
        self.stack.setCurrentWidget(self.results)
        key = "stopped" if run.is_stopped else "done"
        self.status.setText(self._say(key, count=f"{len(self.briefs):,}"))
        self._enable()
        self.people.view.setFocus()
        if self.briefs:
            self.people.view.selectRow(0)

    # The people

    def _filter(self, verdict: object) -> None:
        self.verdict.show_answer(verdict)
        briefs = self.briefs
        accepts = (lambda place: briefs[place].verdict == verdict) if verdict else None
        self.people.accept(accepts)

    def _open_person(self) -> None:
        row, run = self.people.view.currentIndex().row(), self.run
        if row < 0 or run is None:
            return
        brief, desk = self.briefs[self.people.rows.place(row)], self._desk
        self.status.setText(self._say("opening", row=brief.row))
        desk.tasks.run(
            "person",
            partial(person_in, run.way, run.defaults, brief.row, desk.library, desk.wording),
            partial(self._hand_over, brief),
            lambda refused: self.status.setText(str(refused)),
        )

    def _hand_over(self, brief: Brief, case: Case | Refusal | None) -> None:
        if not isinstance(case, Case):
            self.status.setText(self._say("not_opened", row=brief.row))
            return
        self.case_wanted.emit(case)
        key = "opened_shared" if brief.other_row else "opened"
        self.status.setText(self._say(key, row=brief.row, other=brief.other_row))
        if brief.other_row:
            self.noted.emit(self.status.text())

    def _save(self) -> None:
        run = self.run
        if run is None:
            return
        path = self._desk.choosers.result_to_write(self._say("suggested", name=self._stem()))
        if path is not None:
            self.status.setText(self._say("saving"))
            self._desk.tasks.run(
                "save",
                partial(_save_once_painted, run, path),
                partial(self._tell_saved, path.name),
                lambda refused: self.status.setText(str(refused)),
            )

    def _tell_saved(self, name: str, stuck: Sequence[str]) -> None:
        told = unfinished_in_words(stuck, self._desk.wording)
        self.status.setText(" ".join([self._say("saved", name=name), *told]))

    def _go_back(self) -> None:
        on_columns = self.stack.currentWidget() is self.first
        self.stack.setCurrentWidget(self.results if on_columns else self.first)
        self._enable()

    # What is offered

    def _enable(self) -> None:
        running, done = self.running.is_running, self.run is not None and bool(self.briefs)
        showing = self.stack.currentWidget() is self.results
        self.check.setVisible(not running and not showing)
        self.check.setEnabled(self._look is not None)
        restyle(self.choose, "kind", "primary" if self._path is None else "")
        self.back.setVisible(showing and not running)
        self.save.setVisible(showing and not running)
        self.save.setEnabled(done)
        for widget in (self.choose, self.no_names, self.first):
            widget.setEnabled(not running)

    def _offer_areas(self) -> None:
        names = Names(self._desk.wording)
        areas = tuple((area.value, names.area(area.value)) for area in PayArea)
        self.area.offer((("", self._desk.say("spot_not_said")), *areas))

    def _offer_verdicts(self) -> None:
        verdicts = (*(verdict.value for verdict in Verdict), REFUSED)
        named = tuple((each, verdict_in_words(each, self._desk.wording)) for each in verdicts)
        self.verdict.offer((("", self._say("every")), *named))

    def _name(self) -> str:
        return self._path.name if self._path else ""

    def _stem(self) -> str:
        return self._path.stem if self._path else ""

    def _say(self, name: str, /, **values: object) -> str:
        return self._desk.wording.say(f"window.spot.{name}", **values)


def _save_once_painted(run: SheetRun, path: Path) -> list[str]:
    """Save in a thread that lets the table be painted first: beside it each cell waits its turn."""
    sleep(UNTIL_PAINTED)
    return run.save(path)
