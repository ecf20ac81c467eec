"""How long the window takes: on screen from a cold start, and from an answer to its new verdict.

The start is measured side by side with a bare window of the same number of widgets, in turn, as
whole processes; read the ratio. An answer is measured on the largest of the example cases, from
the change to the painted window.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 9
ANSWERS = 60
MILLISECONDS = 1000

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget
application = QApplication(["bare"])
window, inside = QMainWindow(), QWidget()
layout = QVBoxLayout(inside)
for number in range(int(sys.argv[1])):
    layout.addWidget(QLabel(str(number)))
window.setCentralWidget(inside)
window.resize(1280, 720)
window.show()
window.grab()
print(time.monotonic())
"""
PAYAPP = """
import gc, time
from payapp.__main__ import OBJECTS_BEFORE_A_COLLECTION
gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
from PySide6.QtWidgets import QApplication, QWidget
from payapp.gui.settings import WindowSettings
from payapp.gui.style import apply_style, arguments
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
application = QApplication(arguments(["payapp"]))
apply_style(application, WindowSettings().scheme)
window = MainWindow(Wording.load())
window.loading.start = lambda: None
window.show()
window.grab()
print(time.monotonic())
print(len(window.findChildren(QWidget)))
"""


def main() -> None:
    """Print both measurements."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PAYAPP_HOME"] = home
        # Its bytecode is compiled, as an installation has it; the first round does that.
        os.environ["PYTHONPYCACHEPREFIX"] = home
        os.environ["PYTHONDONTWRITEBYTECODE"] = ""
        sys.path.insert(0, str(ROOT))
        measure_start()
        measure_answers()


def measure_start() -> None:
    """Time both windows as whole processes, in turn."""
    widgets = run(PAYAPP)[1]
    run(BARE, widgets)
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(run(BARE, widgets)[0])
        ours.append(run(PAYAPP)[0])
    floor, taken = statistics.median(bare), statistics.median(ours)
    print(f"from the start to the first paint, {widgets} widgets: {taken * MILLISECONDS:.0f} ms")
    print(f"bare window of as many widgets: {floor * MILLISECONDS:.0f} ms")
    print(f"ratio: {taken / floor:.2f} (to stay below 1.5)")


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
    painted, *others = ran.stdout.split()
    return float(painted) - start, " ".join(others)


def measure_answers() -> None:
    """Time one answer after the other in a window with the largest example."""
    from PySide6.QtWidgets import QApplication

    from payapp.files.places import resources_folder
    from payapp.gui.style import Scheme, apply_style
    from payapp.gui.window import MainWindow
    from payapp.report.wording import Wording

    application = QApplication(["payapp"])
    apply_style(application, Scheme.LIGHT)
    window = MainWindow(Wording.load())
    window.loading.finished.connect(gc.freeze)  # as the program does
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
    print(f"an answer to its painted verdict ({largest.stem}): {middle:.1f} ms (to stay below 16)")
    if window.document is not None:
        window.document.history.setClean()
    window.close()


if __name__ == "__main__":
    main()
