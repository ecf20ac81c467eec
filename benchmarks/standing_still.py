"""How long the window stands still: the longest piece of work between two looks at the keyboard.

Every window and page is opened, and every paper written, in the running program, while a timer
of a few milliseconds tells how long the event loop did not come to it. What is done in threads
counts as far as it holds the window up.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
IN_A_CASE = (
    *("open_all", "close_all", "ask_all", "page_post", "page_duties", "page_pay", "page_employer"),
    *("next_question", "why", "verdict", "add_payment", "undo", "redo", "remove_payment", "check"),
    *("pictures", "pictures", "rep", "payroll", "teacher"),
)
EXAMPLES = ("england-senco-upper-range-sen-allowance-and-temporary-tlr", "england-cannot-be-told")


class Step(NamedTuple):
    """Something that a person does, by its name."""

    name: str
    do: Callable[[], object]


class Stood(NamedTuple):
    """How long the event loop did not come to a timer, and its own work meanwhile, in seconds.

    The two differ where other programs had the processor.
    """

    waited: float
    worked: float


class Watch:
    """Holds the longest time that the event loop did not come to a timer since it was asked."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._come)
        self._beat.start(BEAT)
        self._last = Stood(time.perf_counter(), time.thread_time())
        self._longest = Stood(0, 0)

    def _come(self) -> None:
        now = Stood(time.perf_counter(), time.thread_time())
        passed = Stood(now.waited - self._last.waited, now.worked - self._last.worked)
        self._longest = max(self._longest, passed)
        self._last = now

    def longest(self) -> Stood:
        """Return the longest, and begin anew."""
        self._come()
        longest, self._longest = self._longest, Stood(0, 0)
        return longest


def main() -> int:
    """Print the longest piece of work of each step; exit 1 where one is longer than promised."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PAYAPP_HOME"] = home
        sys.path.insert(0, str(ROOT))
        return measure(Path(home))


def measure(home: Path) -> int:
    """Open the program and walk through all of it; return the exit code."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from payapp.gui.loading import ReadingAhead
    from payapp.gui.style import Scheme, apply_style, arguments
    from payapp.gui.window import MainWindow
    from payapp.report.wording import Wording

    application = QApplication(arguments(["payapp"]))
    apply_style(application, Scheme.LIGHT)
    watch = Watch()
    window = MainWindow(Wording.load(), choosers=cast("Choosers", Chosen(home)))
    ahead = ReadingAhead(window)  # as the program does
    ahead.finished.connect(window.make_first_questions)
    ahead.finished.connect(gc.freeze)
    ahead.finished.connect(lambda: QTimer.singleShot(QUIET, go_on))

    def read_ahead() -> None:
        if window.loading.answers is not None:
            ahead.begin(window.loading.answers.library)

    window.loading.finished.connect(read_ahead)
    steps = walk(window, home)
    found: list[tuple[Stood, str]] = []
    names = ["the start"]

    def go_on() -> None:
        if is_busy(window):
            QTimer.singleShot(QUIET, go_on)
            return
        found.append((watch.longest(), names[-1]))
        step = next(steps, None)
        if step is None:
            application.quit()
            return
        names.append(step.name)
        QTimer.singleShot(0, step.do)
        QTimer.singleShot(QUIET, go_on)

    window.resize(*SIZE)
    window.show()
    application.exec()
    if window.document is not None:
        window.document.history.setClean()
    window.close()
    return tell(found)


def tell(found: list[tuple[Stood, str]]) -> int:
    """Print what each step took, and the longest; return the exit code."""
    for stood, name in found:
        waited, worked = (each * MILLISECONDS for each in stood)
        print(f"{waited:7.1f} ms, of which {worked:6.1f} ms its own work: {name}")
    longest, name = max(found)
    print(f"longest {longest.waited * MILLISECONDS:.1f} ms: {name} (to stay below {MOST})")
    return int(longest.waited * MILLISECONDS > MOST)


def is_busy(window: "MainWindow") -> bool:
    """Say whether anything is still being loaded or made in a thread."""
    others = (window.side.schedules, window.side.casework, window.side.spot_check)
    waits = any(each is not None and each.tasks.is_busy for each in others)
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
    sys.exit(main())
