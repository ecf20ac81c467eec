"""Opens the window."""

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from payapp.gui.faults import catch_faults
from payapp.gui.loading import ReadingAhead
from payapp.gui.settings import WindowSettings
from payapp.gui.style import apply_style, arguments
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording


def open_window(named: Path | None) -> int:
    """Open the window, with the case or the sheet that is named, and return the exit code."""
    running = QApplication.instance()
    application = (
        running if isinstance(running, QApplication) else QApplication(arguments(sys.argv[:1]))
    )
    application.setApplicationName("payapp")
    application.setDesktopFileName("payapp")
    wording = Wording.load()
    apply_style(application, WindowSettings().scheme)
    window = MainWindow(wording, first=named)
    window.loading.finished.connect(lambda: _read_ahead(window))

    def show_fault(details: str) -> None:
        from payapp.gui.fault_dialog import FaultDialog

        dialog = FaultDialog(details, wording, window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    before = catch_faults(show_fault)
    window.show()
    try:
        return application.exec()
    finally:
        sys.excepthook = before


def _read_ahead(window: MainWindow) -> None:
    """Read all figures, and leave what was loaded out of every later collection.

    It stays until the end; no answer need wait while it is gone through again, nor a reading.
    """
    gc.freeze()
    if window.loading.answers is not None:
        ahead = ReadingAhead(window)
        ahead.finished.connect(window.make_first_questions)
        ahead.finished.connect(gc.freeze)
        ahead.begin(window.loading.answers.library)
