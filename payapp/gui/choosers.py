"""What the window asks in dialogs of their own. Tests put answers in their place."""

import re
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QWidget

from payapp.report.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from payapp.report.printed import Printed

_ENDING: Final = re.compile(r"\*(\.\w+)")


class Changes(Enum):
    """What is to happen to changes that no file holds."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Choosers(Protocol):
    """Asks for files and decisions."""

    def case_to_open(self) -> Path | None:
        """Return the case file to open, or None."""

    def case_to_save(self, suggested: str) -> Path | None:
        """Return where to save a case, or None."""

    def workbook_to_write(self, suggested: str) -> Path | None:
        """Return where to write a workbook, or None."""

    def result_to_write(self, suggested: str) -> Path | None:
        """Return where to write a result, as a workbook or as CSV, or None."""

    def pdf_to_write(self, suggested: str) -> Path | None:
        """Return where to write a PDF, or None."""

    def printer_for(self, paper: "Printed") -> "QPrinter | None":
        """Return the printer that is to print a paper, or None."""

    def about_changes(self, name: str) -> Changes:
        """Ask what is to happen to the changes of a case."""

    def about_traces(self) -> bool:
        """Ask whether all traces of use are to be cleared."""

    def tell(self, title: str, sentence: str) -> None:
        """Say something that has to be read."""


class Dialogs:
    """The choosers of the program itself."""

    def __init__(self, parent: QWidget, wording: Wording) -> None:
        self._parent = parent
        self._wording = wording

    def case_to_open(self) -> Path | None:
        """Return the case file to open, or None."""
        from PySide6.QtWidgets import QFileDialog

        title = self._say("open_title")
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, "", self._say("case_filter"))
        return Path(chosen) if chosen else None

    def case_to_save(self, suggested: str) -> Path | None:
        """Return where to save a case, or None."""
        return self._where(self._say("save_title"), suggested, "case_filter", ".json")

    def workbook_to_write(self, suggested: str) -> Path | None:
        """Return where to write a workbook, or None."""
        return self._where(self._say("export_title"), suggested, "workbook_filter", ".xlsx")

    def result_to_write(self, suggested: str) -> Path | None:
        """Return where to write a result, as a workbook or as CSV, or None."""
        return self._where(self._say("result_title"), suggested, "result_filter", ".xlsx")

    def pdf_to_write(self, suggested: str) -> Path | None:
        """Return where to write a PDF, or None."""
        return self._where(self._say("pdf_title"), suggested, "pdf_filter", ".pdf")

    def printer_for(self, paper: "Printed") -> "QPrinter | None":
        """Return the printer that is to print a paper, or None."""
        from payapp.gui.printers import choose_printer

        return choose_printer(paper, self._say("print_title"), self._parent)

    def about_changes(self, name: str) -> Changes:
        """Ask what is to happen to the changes of a case."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self._say("changes_title", name=name))
        box.setInformativeText(self._say("changes_text"))
        save = box.addButton(self._say("save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self._say("discard"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self._say("cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked is save:
            return Changes.SAVE
        return Changes.DISCARD if clicked is discard else Changes.CANCEL

    def about_traces(self) -> bool:
        """Ask whether all traces of use are to be cleared."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self._say("traces_title"))
        box.setInformativeText(self._say("traces_text"))
        clear = box.addButton(self._say("traces_clear"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self._say("cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        is_wanted = box.clickedButton() is clear
        box.deleteLater()
        return is_wanted

    def tell(self, title: str, sentence: str) -> None:
        """Say something that has to be read."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setText(title)
        box.setInformativeText(sentence)
        box.addButton(self._say("understood"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def _where(self, title: str, suggested: str, kinds: str, suffix: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getSaveFileName(
            self._parent, title, suggested + suffix, self._say(kinds)
        )
        if not chosen:
            return None
        path = Path(chosen)
        ending = _ENDING.search(kind)
        return path if path.suffix else path.with_suffix(ending[1] if ending else suffix)

    def _say(self, name: str, /, **values: object) -> str:
        return self._wording.say(f"window.dialogs.{name}", **values)
