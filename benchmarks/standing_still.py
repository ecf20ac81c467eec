"""How long the window stands still: the longest piece of work between two looks at the keyboard.

Every window and page is opened, and every paper written, in the running program, while a timer
of a few milliseconds tells how long the event loop did not come to it. What is done in threads
counts as far as it holds the window up.

A virtual machine may be kept from its processors by its host, and the kernel counts for how long.
The program is therefore opened anew and walked through until each step was seen a few times with
nothing taken by the host while the window stood still the longest; of these times the worst counts.
A step that was not seen so is told as not measured.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from payapp.gui.choosers import Choosers
    from payapp.gui.paged_window import PagedWindow
    from payapp.gui.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
MILLISECONDS = 1000
QUIET = 250
SIZE = (1280, 720)
PEOPLE = 10_000
BEAT = 4
MOST = 100
MOST_ROUNDS = 15
TIMES_SEEN = 3
ONE_ROUND = "--one-round"
PROCESSORS = Path("/proc/stat")
STOLEN = 8
"""Where a line of the kernel's statistics has the time that the host gave to others."""
IN_A_CASE = (
    *("open_all", "close_all", "ask_all", "page_post", "page_duties", "page_pay", "page_employer"),
    *("next_question", "why", "verdict", "add_payment", "undo", "redo", "remove_payment", "check"),
    *("pictures", "pictures", "rep", "payroll", "teacher"),
)
DESCRIPTION = ROOT / "tests" / "reading" / "posts" / "a04.txt"
EXAMPLES = ("england-senco-upper-range-sen-allowance-and-temporary-tlr", "england-cannot-be-told")


class Step(NamedTuple):
    """Something that a person does, by its name."""

    name: str
    do: Callable[[], object]


class Stood(NamedTuple):
    """How long the event loop did not come to a timer, in seconds.

    `worked` is its own work meanwhile: the two differ where other threads or programs had the
    processor. `stolen` is what the host kept of all processors meanwhile, added up.
    """

    waited: float
    worked: float
    stolen: float


class Done(NamedTuple):
    """A step that was done, and the longest that the window stood still in it."""

    name: str
    longest: Stood


class Watch:
    """Holds the longest time that the event loop did not come to a timer since it was asked."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._come)
        self._beat.start(BEAT)
        self._last = self._now()
        self._longest = Stood(0, 0, 0)

    def _now(self) -> Stood:
        return Stood(time.perf_counter(), time.thread_time(), stolen())

    def _come(self) -> None:
        now = self._now()
        passed = Stood(*(late - early for late, early in zip(now, self._last, strict=True)))
        self._longest = max(self._longest, passed)
        self._last = now

    def done(self, name: str) -> Done:
        """Return the longest in the step that is done, and begin anew."""
        self._come()
        longest, self._longest = self._longest, Stood(0, 0, 0)
        return Done(name, longest)


def stolen() -> float:
    """Return for how many seconds the host has kept the processors since they were started."""
    if not PROCESSORS.is_file():
        return 0
    return int(PROCESSORS.read_text().split(maxsplit=STOLEN + 1)[STOLEN]) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print the longest piece of work of each step; exit 1 where one is longer than promised."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rounds: list[list[Done]] = []
    while len(rounds) < MOST_ROUNDS and not is_seen(rounds):
        rounds.append(run_a_round())
    return tell(list(zip(*rounds, strict=True)))


def is_seen(rounds: Sequence[Sequence[Done]]) -> bool:
    """Say whether every step was seen often enough without the host's part."""
    steps = list(zip(*rounds, strict=True))
    return bool(steps) and all(len(undisturbed(each)) >= TIMES_SEEN for each in steps)


def undisturbed(step: Sequence[Done]) -> list[Done]:
    """Return the times of a step in which the host took nothing while the window stood still."""
    return [each for each in step if not each.longest.stolen]


def run_a_round() -> list[Done]:
    """Open the program anew and walk through it; return its steps."""
    with tempfile.TemporaryDirectory() as home:
        ran = subprocess.run(
            [sys.executable, __file__, ONE_ROUND, home],
            env={**os.environ, "PAYAPP_HOME": home},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    steps = json.loads(ran.stdout)
    return [Done(name, Stood(*longest)) for name, longest in steps]


def measure(home: Path) -> list[Done]:
    """Open the program and walk through all of it; return what each step took."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from payapp.__main__ import OBJECTS_BEFORE_A_COLLECTION
    from payapp.gui.loading import ReadingAhead
    from payapp.gui.style import Scheme, apply_style, arguments
    from payapp.gui.window import MainWindow
    from payapp.report.wording import Wording

    gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)  # as the program does
    application = QApplication(arguments(["payapp"]))
    apply_style(application, Scheme.LIGHT)
    window = MainWindow(Wording.load(), choosers=cast("Choosers", Chosen(home)))
    ahead = ReadingAhead(window)
    ahead.finished.connect(window.make_first_questions)
    ahead.finished.connect(gc.freeze)
    ahead.finished.connect(lambda: QTimer.singleShot(QUIET, go_on))

    def read_ahead() -> None:
        gc.freeze()
        if window.loading.answers is not None:
            ahead.begin(window.loading.answers.library)

    window.loading.finished.connect(read_ahead)
    steps = walk(window, home)
    found: list[Done] = []
    names = ["the start"]

    def go_on() -> None:
        if is_busy(window):
            QTimer.singleShot(QUIET, go_on)
            return
        found.append(watch.done(names[-1]))
        step = next(steps, None)
        if step is None:
            application.quit()
            return
        names.append(step.name)
        QTimer.singleShot(0, step.do)
        QTimer.singleShot(QUIET, go_on)

    window.resize(*SIZE)
    window.show()
    # Nothing stands still before there is a loop; window.py measures the time until then.
    watch = Watch()
    application.exec()
    if window.document is not None:
        window.document.history.setClean()
    window.close()
    return found


def tell(steps: Sequence[Sequence[Done]]) -> int:
    """Print what each step took in its rounds, and the longest; return the exit code."""
    longest, missing = Done("", Stood(0, 0, 0)), 0
    for rounds in steps:
        seen = undisturbed(rounds)
        of = f"the worst of {len(seen)} times ({len(rounds)} rounds): {rounds[0].name}"
        if not seen:
            missing += 1
            print(f"not measured, {of}")
            continue
        worst = max(seen, key=lambda each: each.longest)
        waited, worked = (each * MILLISECONDS for each in worst.longest[:2])
        print(f"{waited:7.1f} ms, {worked:6.1f} ms of it own work, {of}")
        longest = max(longest, worst, key=lambda each: each.longest)
    most_of_all = longest.longest.waited * MILLISECONDS
    print(f"{missing} of {len(steps)} steps not measured: the host took the processors each time")
    print(f"longest {most_of_all:.1f} ms: {longest.name} (to stay below {MOST})")
    return int(most_of_all > MOST or missing > 0)


def is_busy(window: "MainWindow") -> bool:
    """Say whether anything is still being loaded or made in a thread."""
    others = (window.side.schedules, window.side.casework, window.side.spot_check)
    every = (*others, window.descriptions)
    waits = any(each is not None and each.tasks.is_busy for each in every)
    return window.page is None or window.loading.isRunning() or waits


def walk(window: "MainWindow", home: Path) -> Iterator[Step]:
    """Yield what a person does, one after the other; each is done before the next is made."""
    from payapp.files.places import resources_folder
    from payapp.gui.style import Scheme

    actions = window.menus.actions
    for name in EXAMPLES:
        path = resources_folder() / "examples" / f"{name}.json"
        yield Step(f"open {name}", partial(window.open_example, path))
    for name in IN_A_CASE:
        yield Step(f"action {name}", actions[name].trigger)
    yield from confirm_a_description(window)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        yield Step(f"colours {scheme}", actions[f"scheme_{scheme}"].trigger)
    for name in ("export", "export_pdf", "export_sheet", "template", "save_as"):
        yield Step(f"action {name}", actions[name].trigger)
    for name in ("preview", "about"):
        yield Step(f"action {name}", actions[name].trigger)
        yield Step(f"  and close {name}", close_dialogs)
    yield Step("the schedules", actions["schedules"].trigger)
    yield from turn(window.side.schedules)
    yield Step("casework", actions["casework_arrears"].trigger)
    yield from turn(window.side.casework)
    yield Step("spot check", actions["spot_check"].trigger)
    yield from turn(window.side.spot_check)
    yield from check_people(window, home)
    yield Step("a new case", actions["new"].trigger)


def confirm_a_description(window: "MainWindow") -> Iterator[Step]:
    """Yield what a person does with a job description."""
    from payapp.gui.description_dialog import DescriptionDialog

    if window.descriptions is None:
        return
    yield Step("read a job description", partial(window.descriptions.read, DESCRIPTION))
    yield Step("  look at what it says", window.update)
    for dialog in window.findChildren(DescriptionDialog):
        ticks = [card.tick for card in dialog.cards if card.tick is not None]
        for number, tick in enumerate(ticks[:2], start=1):
            yield Step(f"  confirm fact {number}", tick.click)
        yield Step("  put them into the case", dialog.close_button.click)


def close_dialogs() -> None:
    """Close every dialog that is open."""
    from PySide6.QtWidgets import QApplication, QDialog

    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog):
            each.close()


def turn(window: "PagedWindow[Any] | None") -> Iterator[Step]:
    """Yield the turn to each page of a window, and back to the first."""
    if window is not None:
        for place in [*range(1, window.tabs.count()), 0]:
            text = window.tabs.tabText(place).replace("&", "")
            yield Step(f"  page {text}", partial(window.tabs.setCurrentIndex, place))


def check_people(window: "MainWindow", home: Path) -> Iterator[Step]:
    """Yield what a person does with a sheet of many people, of whom no two are paid alike."""
    from PySide6.QtCore import Qt

    spot_check = window.side.spot_check
    if spot_check is None:
        return
    page, sheet = spot_check.sheet_page, home / "people.csv"
    rows = "".join(f"P{number},{20_000 + number},M6,1\n" for number in range(PEOPLE))
    sheet.write_text(f"Reference,Salary,Point,FTE\n{rows}", encoding="utf-8")
    yield Step(f"  open a sheet of {PEOPLE:,} people", partial(spot_check.open_sheet, sheet))
    page.nation.show_answer("england")
    page.on.setText("15 January 2026")
    yield Step("  check them", page.check.click)
    for verdict in ("not-appropriate", "cannot-tell", ""):
        yield Step(f"  show {verdict or 'all'}", partial(page.verdict.chosen.emit, verdict))
    header = page.people.view.horizontalHeader()
    for column in range(page.people.model.columnCount()):
        yield Step(
            f"  sort by {page.people.model.headerData(column, Qt.Orientation.Horizontal)}",
            partial(header.setSortIndicator, column, Qt.SortOrder.AscendingOrder),
        )
    yield Step("  save the result", page.save.click)


class Chosen:
    """Chooses a file for everything that is to be written, and lets changes go."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Answer every question about a file with one."""
        from payapp.gui.choosers import Changes

        suffixes = {"pdf_to_write": "pdf", "workbook_to_write": "xlsx", "result_to_write": "xlsx"}
        suffix = suffixes.get(name, "json")
        if name == "about_changes":
            return lambda *_: Changes.DISCARD
        return lambda *_: self._home / f"{name}.{suffix}"


if __name__ == "__main__":
    if ONE_ROUND in sys.argv:
        sys.path.insert(0, str(ROOT))
        print(json.dumps(measure(Path(sys.argv[-1]))))
    else:
        sys.exit(main())
