"""Two results of spot checks, a month apart perhaps: what is new, gone or changed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from payapp.domain.refusals import Refused
from payapp.gui.row_sentence import RowSentence
from payapp.gui.running_work import RunningWork
from payapp.gui.schedule_fields import above, choice_field, in_a_line
from payapp.gui.style import CLOSE
from payapp.gui.table_panel import Desk, TablePanel
from payapp.gui.two_runs import Compared, TwoRuns
from payapp.report.comparison_in_words import change_in_words
from payapp.report.spot_check_in_words import unfinished_in_words
from payapp.report.wording import capitalised
from payapp.spot_check.comparison import Change

EARLIER: Final = "earlier"
LATER: Final = "later"
WHICH: Final = (EARLIER, LATER)


class CompareRunsPage(QWidget):
    """Two results to choose or to drop, and below them a row for each change."""

    def __init__(
        self, desk: Desk, choose_file: Callable[[], Path | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._choose_file = desk, choose_file
        self.results: dict[str, Path] = {}
        self.runs: TwoRuns | None = None
        self.compared: Compared | None = None
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show_results()

    def _make_controls(self) -> None:
        desk = self._desk
        self.choose = {which: QPushButton(self._say(which), self) for which in WHICH}
        self.names = {which: QLabel(self) for which in WHICH}
        self.swap = QPushButton(self._say("swap"), self)
        self.change = choice_field(desk, "spot_verdict", self)
        kinds = ((each.value, self._kind_in_words(each)) for each in Change)
        self.change.offer((("", self._say("every_change")), *kinds))
        self.panel = TablePanel(desk, self._say("changes_name"), self)
        self.panel.export.hide()
        self.sentence = RowSentence(self.panel, self)
        self.status = QLabel(self._say("compare_help"), self)
        self.status.setWordWrap(True)
        texts = {"cancel": self._say("cancel_compare"), "progress": self._say("compare_progress")}
        self.running = RunningWork("compare", desk.tasks, self, **texts)
        self.compare = QPushButton(self._say("compare"), self)
        self.compare.setProperty("kind", "primary")
        self.save = QPushButton(self._say("save_changes"), self)

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setSpacing(CLOSE)
        top.setColumnStretch(1, 1)
        for row, which in enumerate(WHICH):
            top.addWidget(self.choose[which], row, 0)
            top.addWidget(self.names[which], row, 1)
        top.addWidget(self.swap, 1, 2)
        line = QHBoxLayout()
        line.setSpacing(CLOSE)
        line.addWidget(self.status, 1)
        self.running.lay_out(line)
        line.addWidget(self.compare)
        line.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(top)
        layout.addLayout(in_a_line([above(self._desk, "spot_verdict", self.change, self)]))
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.sentence)
        layout.addLayout(line)

    def _connect(self) -> None:
        for which in WHICH:
            self.choose[which].clicked.connect(partial(self._choose, which))
        self.swap.clicked.connect(self._swap)
        self.change.chosen.connect(self._filter)
        self.compare.clicked.connect(self.begin)
        self.running.changed.connect(self._enable)
        self.running.pulse.connect(self._show_progress)
        self.running.cancelled.connect(self._tell_stopped)
        self.save.clicked.connect(self._save)

    # The two results

    def take_files(self, files: Sequence[Path]) -> None:
        """Take results that are dropped: of two at once, the one written first is the earlier.

        One alone goes where none is yet, or else to the place of the later one.
        """
        self.stop()
        if len(files) > 1:
            first, second = sorted(files[:2], key=_written_at)
            self.results = {EARLIER: first, LATER: second}
        else:
            free = [which for which in WHICH if which not in self.results]
            self.results[(free or [LATER])[0]] = files[0]
        self._show_results()

    def _choose(self, which: str) -> None:
        path = self._choose_file()
        if path is not None:
            self.results[which] = path
            self._show_results()

    def _swap(self) -> None:
        self.results = {EARLIER: self.results[LATER], LATER: self.results[EARLIER]}
        self._show_results()

    def _show_results(self) -> None:
        """Show which results are chosen, and nothing of what was compared before."""
        self.compared = None
        self.panel.show_table(None)
        self.change.show_answer(None)
        for which, label in self.names.items():
            path = self.results.get(which)
            label.setText(path.name if path else self._say(f"{which}_none"))
            label.setToolTip(str(path) if path else "")
        self.status.setText(self._say("compare_ready" if self._both else "compare_help"))
        self.panel.tell(self._say("changes_here"))
        self._enable()

    @property
    def _both(self) -> bool:
        return len(self.results) == len(WHICH)

    # The comparison

    def begin(self) -> None:
        """Read both results and compare them."""
        wording = self._desk.wording
        runs = self.runs = TwoRuns(self.results[EARLIER], self.results[LATER], wording)
        self.status.setText(self._say("comparing"))
        self.running.begin(runs.work, runs.stop, self._show, self._refuse)

    def stop(self) -> None:
        """Stop what is being compared."""
        self.running.stop()

    def _tell_stopped(self) -> None:
        self.status.setText(self._say("compare_stopped"))
        self.compare.setFocus()

    def _show_progress(self) -> None:
        if self.runs is not None:
            self.status.setText(self._say("people_read", count=f"{self.runs.read:,}"))

    def _show(self, compared: Compared) -> None:
        self.compared = compared
        self.panel.show_table(compared.told)
        self.change.show_answer(None)
        self._enable()
        self.status.setText(compared.headline)
        self.panel.view.setFocus()
        if compared.found:
            self.panel.view.selectRow(0)

    def _refuse(self, refused: Refused) -> None:
        self.status.setText(str(refused))
        self.compare.setFocus()

    # The changes

    def _filter(self, change: object) -> None:
        self.change.show_answer(change)
        found = self.compared.found if self.compared else []
        self.panel.accept((lambda place: found[place].change == change) if change else None)

    def _save(self) -> None:
        runs = self.runs
        if runs is None:
            return
        suggested = self._say("suggested_changes", name=runs.later.stem)
        path = self._desk.choosers.result_to_write(suggested)
        if path is not None:
            self.status.setText(self._say("saving"))
            told = partial(self._tell_saved, path.name)
            work = partial(runs.save, path)
            self._desk.tasks.run("save changes", work, told, self._refuse)

    def _tell_saved(self, name: str, stuck: Sequence[str]) -> None:
        told = unfinished_in_words(stuck, self._desk.wording)
        self.status.setText(" ".join([self._say("saved", name=name), *told]))

    def _enable(self) -> None:
        running = self.running.is_running
        self.compare.setVisible(not running and self.compared is None)
        self.compare.setEnabled(self._both)
        self.save.setVisible(self.compared is not None)
        self.save.setEnabled(self.compared is not None and bool(self.compared.found))
        self.swap.setEnabled(self._both and not running)
        self.change.setEnabled(self.save.isEnabled())
        for button in self.choose.values():
            button.setEnabled(not running)

    def _kind_in_words(self, change: Change) -> str:
        return capitalised(change_in_words(change, self._desk.wording))

    def _say(self, name: str, /, **values: object) -> str:
        return self._desk.wording.say(f"window.spot.{name}", **values)


def _written_at(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0
