"""How long the window takes: on screen from a cold start, and from an answer to its new verdict.

The start is measured side by side with a bare window of the same widgets: Qt's own classes of the
same number and with the same words, in one column, under the same menus. Both are whole processes,
in turn; read the ratio. An answer is measured on the largest of the example cases, from the change
to the painted window.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1280, 720)
ROUNDS = 9
ANSWERS = 60
MILLISECONDS = 1000
MOST_OF_THE_BARE_WINDOW = 1.4
MOST_OF_AN_ANSWER = 16

BARE = """
import json, sys, time
from PySide6 import QtWidgets
from PySide6.QtGui import QAction
widgets, menus = json.loads(sys.argv[1])
application = QtWidgets.QApplication(["bare"])
window, inside = QtWidgets.QMainWindow(), QtWidgets.QWidget()
layout = QtWidgets.QVBoxLayout(inside)
for name, words in widgets:
    widget = getattr(QtWidgets, name)()
    if words:
        widget.setText(words)
    layout.addWidget(widget)
for title, actions in menus:
    menu = QtWidgets.QMenu(title, window)
    window.menuBar().addMenu(menu)
    for text in actions:
        menu.addAction(QAction(text, window))
window.setCentralWidget(inside)
window.resize(1280, 720)
window.show()
window.grab()
print(time.monotonic())
"""
PAYAPP = """
import gc, json, time
from payapp.__main__ import OBJECTS_BEFORE_A_COLLECTION
gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
from PySide6 import QtWidgets
from payapp.gui import app

def painted(application):
    window, = (each for each in application.topLevelWidgets() if each.isVisible())
    window.grab()
    print(time.monotonic())
    widgets = []
    for widget in window.findChildren(QtWidgets.QWidget):
        kind = next(each for each in type(widget).__mro__ if each.__module__ == "PySide6.QtWidgets")
        if kind.__name__ not in ("QMenu", "QMenuBar"):
            words = widget.text() if hasattr(widget, "text") else ""
            widgets.append((kind.__name__, words))
    menus = [
        (menu.title(), [action.text() for action in menu.actions()])
        for menu in window.findChildren(QtWidgets.QMenu)
    ]
    print(json.dumps((widgets, menus)))
    return 0

QtWidgets.QApplication.exec = painted
app.open_window(None)
"""


def main() -> int:
    """Print both measurements; exit 1 where either is more than was promised."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PAYAPP_HOME"] = home
        # Its bytecode is compiled, as an installation has it; the first round does that.
        os.environ["PYTHONPYCACHEPREFIX"] = home
        os.environ["PYTHONDONTWRITEBYTECODE"] = ""
        sys.path.insert(0, str(ROOT))
        ratio, answer = measure_start(), measure_answers()
    return int(ratio > MOST_OF_THE_BARE_WINDOW or answer > MOST_OF_AN_ANSWER)


def measure_start() -> float:
    """Time both windows as whole processes, in turn; return ours over the bare one."""
    described = run(PAYAPP)[1]
    widgets, menus = json.loads(described)
    run(BARE, described)
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(run(BARE, described)[0])
        ours.append(run(PAYAPP)[0])
    floor, taken = statistics.median(bare), statistics.median(ours)
    actions = sum(len(texts) for _, texts in menus)
    print(f"from the start to the first paint: {taken * MILLISECONDS:.0f} ms")
    print(
        f"bare window of the same {len(widgets)} widgets and {actions} actions in menus: "
        f"{floor * MILLISECONDS:.0f} ms"
    )
    print(f"ratio: {taken / floor:.2f} (to stay below {MOST_OF_THE_BARE_WINDOW})")
    return taken / floor


def run(program: str, *arguments: str) -> tuple[float, str]:
    """Run a program; return the seconds from its start to its first paint, and its last word."""
    start = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    painted, _, said = ran.stdout.partition("\n")
    return float(painted) - start, said


def measure_answers() -> float:
    """Time one answer after the other in a window with the largest example; return the median."""
    from PySide6.QtWidgets import QApplication

    from payapp.files.places import resources_folder
    from payapp.gui.style import Scheme, apply_style
    from payapp.gui.window import MainWindow
    from payapp.report.wording import Wording

    application = QApplication(["payapp"])
    apply_style(application, Scheme.LIGHT)
    window = MainWindow(Wording.load())
    window.loading.finished.connect(gc.freeze)  # as the program does
    window.resize(*SIZE)  # where the answer stands beside the questions
    window.show()
    while window.page is None:
        application.processEvents()
    largest = max(
        (resources_folder() / "examples").glob("*.json"), key=lambda path: path.stat().st_size
    )
    window.open_example(largest)
    window.page.form.go_to("sustained")
    application.processEvents()
    taken = []
    for number in range(ANSWERS):
        start = time.perf_counter()
        window.page.form.answered.emit("sustained", ("no", "yes")[number % 2])
        window.page.answer.repaint()
        taken.append(time.perf_counter() - start)
    middle = statistics.median(taken) * MILLISECONDS
    print(
        f"an answer to its painted verdict ({largest.stem}): {middle:.1f} ms "
        f"(to stay below {MOST_OF_AN_ANSWER})"
    )
    if window.document is not None:
        window.document.history.setClean()
    window.close()
    return middle


if __name__ == "__main__":
    sys.exit(main())
