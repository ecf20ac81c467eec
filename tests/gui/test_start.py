"""The first paint needs no figure, no library beside Qt, and no names of Qt that can wait."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from payapp.gui import app
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen

ROOT = Path(__file__).resolve().parents[2]

FIRST_PAINT = """
import gc, sys
from enum import EnumType
from PySide6.QtWidgets import QApplication
import payapp.gui.app
from payapp.gui.style import Scheme, apply_style, arguments
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording

def names_of(module, of):
    return [each for each in gc.get_objects() if isinstance(each, EnumType)
            and each.__module__ == f"PySide6.{module}" and each.__qualname__.startswith(of)]

def ask_to_load():
    print(bool(names_of("QtWidgets", "QWizard.")), "and asks to load")

application = QApplication(arguments(["payapp"]))
apply_style(application, Scheme.SYSTEM)
window = MainWindow(Wording.load())
window.loading.start = ask_to_load
window.show()
window.grab()
heavy = ("pydantic", "openpyxl", "defusedxml", "PySide6.QtPrintSupport", "PySide6.QtNetwork")
slow = ("platform", "dataclasses", "concurrent.futures")
rooms = ("payapp.files.schedules", "payapp.nations", "payapp.check", "payapp.gui.case_page")
facts = ("payapp.domain.cases", "payapp.domain.figures", "payapp.domain.rules")
print(sorted(name for name in (*heavy, *slow, *rooms, *facts) if name in sys.modules))
print(names_of("QtCore", "Qt."), names_of("QtWidgets", "QWizard."))
application.processEvents()
"""


def test_what_is_heavy_comes_after_the_first_paint_and_qt_s_names_before_the_figures() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ran.stdout.splitlines() == ["[]", "[] []", "True and asks to load"]


def test_the_program_opens_its_window_and_ends_when_it_is_closed(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[MainWindow] = []

    def close_when_loaded(_application: QApplication) -> int:
        shown = (each for each in qapp.topLevelWidgets() if each.isVisible())
        (window,) = (each for each in shown if isinstance(each, MainWindow))
        opened.append(window)
        qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
        window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", close_when_loaded)
    before = sys.excepthook
    assert app.open_window(None) == 0
    assert sys.excepthook is before
    assert opened
    assert not opened[0].isVisible()


def test_closing_while_the_figures_are_read_waits_for_them(
    qtbot: QtBot, wording: Wording, chosen: Chosen
) -> None:
    window = MainWindow(wording, chosen)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.loading.started):
        window.show()
    assert window.close()
    assert window.loading.isFinished()


def test_figures_that_cannot_be_read_are_told_in_a_sentence(
    qtbot: QtBot, wording: Wording, chosen: Chosen, own_home: Path
) -> None:
    own = own_home / "payapp" / "schedules" / "england"
    own.mkdir(parents=True)
    (own / "soon.csv").write_text("a,b\n", encoding="utf-8")
    window = MainWindow(wording, chosen)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "soon.csv" in window.data_version.text(), timeout=20_000)
    assert window.page is None
    assert not window.menus.actions["new"].isEnabled()
