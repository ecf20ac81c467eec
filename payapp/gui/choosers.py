"""What the window asks in dialogs of their own. Tests put answers in their place."""

import re
from collections.abc import Sequence
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

    def description_to_open(self) -> Path | None:
        """Return the job description to read, or None."""

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
        return self._to_open("open_title", self._say("case_filter"))

    def description_to_open(self) -> Path | None:
        """Return the job description to read, or None."""
        from payapp.files.description_files import KINDS

        kinds = " ".join(f"*{ending}" for ending in KINDS)
        return self._to_open("description_title", self._say("description_filter", kinds=kinds))

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
        title, text = self._say("traces_title"), self._say("traces_text")
        return self._is_confirmed(title, text, self._say("traces_clear"))

    def tell(self, title: str, sentence: str) -> None:
        """Say something that has to be read."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setText(title)
        box.setInformativeText(sentence)
        box.addButton(self._say("understood"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def _to_open(self, title: str, kinds: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self._parent, self._say(title), "", kinds)
        return Path(chosen) if chosen else None

    def _where(self, title: str, suggested: str, kinds: str, suffix: str) -> Path | None:
        """Ask where to write until the name is free, or what it holds may be replaced."""
        from PySide6.QtWidgets import QFileDialog

        # The dialog would ask about the name as it is typed, which may still lack its ending.
        not_by_itself = QFileDialog.Option.DontConfirmOverwrite
        filters, offered = self._say(kinds), suggested + suffix
        while True:
            chosen, kind = QFileDialog.getSaveFileName(
                self._parent, title, offered, filters, options=not_by_itself
            )
            if not chosen:
                return None
            path = _completed(chosen, _ENDING.findall(filters), _ENDING.findall(kind) or [suffix])
            if not path.exists() or self._may_replace(path):
                return path
            offered = str(path)

    def _may_replace(self, path: Path) -> bool:
        title = self._say("replace_title", name=path.name)
        return self._is_confirmed(title, self._say("replace_text"), self._say("replace"))

    def _is_confirmed(self, title: str, text: str, yes: str) -> bool:
        """Ask for a word on what cannot be undone; Enter and Escape both leave it undone."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(title)
        box.setInformativeText(text)
        wanted = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self._say("cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        is_wanted = box.clickedButton() is wanted
        box.deleteLater()
        return is_wanted

    def _say(self, name: str, /, **values: object) -> str:
        return self._wording.say(f"window.dialogs.{name}", **values)


def _completed(chosen: str, accepted: Sequence[str], wanted: Sequence[str]) -> Path:
    """Return a file with its ending: the one that was typed, where it is any of those accepted."""
    has_ending = chosen.lower().endswith(tuple(accepted))
    return Path(chosen if has_ending else chosen + wanted[0])
