"""The case that is open: its answers, its file, and what can be undone."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from payapp.files.case_files import case_as_json, parse_case, read_case, write_case
from payapp.gui.form_model import Plain

TYPING = 1
ONE_STEP = -1


class Edit(QUndoCommand):
    """One change of the answers. Keystrokes in one field, one after the other, are one change.

    `typed_in` names the field and the spell of typing; empty for a change that is a step by itself.
    """

    def __init__(self, document: "CaseDocument", after: Plain, typed_in: str, text: str) -> None:
        super().__init__(text)
        self._document = document
        self._before = document.plain
        self.after = after
        self.typed_in = typed_in

    def id(self) -> int:
        """Say which changes may be merged."""
        return TYPING if self.typed_in else ONE_STEP

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later keystroke in, where it belongs to the same spell of typing."""
        if not isinstance(other, Edit) or other.typed_in != self.typed_in:
            return False
        self.after = other.after
        self.setObsolete(self.after == self._before)
        return True

    def redo(self) -> None:
        """Go over to the new answers."""
        self._document.show(self.after)

    def undo(self) -> None:
        """Go back to the old answers."""
        self._document.show(self._before)


class CaseDocument(QObject):
    """A case as its file holds it. Every change is told once, whether made, undone or opened.

    `example` is the reference of the example that the case began as, until it is saved.
    Before another case is told of as a change, `left` tells that the last one is gone.
    """

    left = Signal()
    changed = Signal()
    renamed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self.history.cleanChanged.connect(self.renamed)
        self.plain: Plain = {}
        self.path: Path | None = None
        self.example = ""
        self._spell = 0

    @property
    def is_modified(self) -> bool:
        """Say whether there are changes that no file holds."""
        return not self.history.isClean()

    def start(self, plain: Plain, path: Path | None = None, example: str = "") -> None:
        """Go over to another case, with nothing to undo."""
        self.history.clear()
        self.path, self.example = path, example
        self.left.emit()
        self.show(plain)
        self.renamed.emit()

    def open(self, path: Path) -> None:
        """Open a case file. Raises Refused, and the case that was open stays."""
        self.start(case_as_json(read_case(path)), path)

    def open_example(self, path: Path) -> None:
        """Open an example as a new case of its own. Raises Refused."""
        case = read_case(path)
        self.start(case_as_json(case), example=case.reference or path.stem)

    def restore(self, plain: Plain, path: Path | None, example: str = "") -> None:
        """Go over to a case that no file holds as it is, such as one from before a crash."""
        self.start(plain, path, example)
        self.history.resetClean()

    def save(self, path: Path) -> None:
        """Write the case to a file, whole or not at all. Raises Refused."""
        write_case(path, parse_case(self.plain, path.name))
        self.path, self.example = path, ""
        self.history.setClean()
        self.end_typing()
        self.renamed.emit()

    def edit(self, after: Plain, text: str, typed_in: str = "") -> None:
        """Change the answers in a way that can be undone.

        `text` names the change; `typed_in` names the field where it is a keystroke.
        """
        if after != self.plain:
            spell = f"{typed_in} {self._spell}" if typed_in else ""
            self.history.push(Edit(self, after, spell, text))

    def end_typing(self) -> None:
        """End a spell of typing: the next keystroke is a change of its own."""
        self._spell += 1

    def show(self, plain: Plain) -> None:
        """Take answers as they are and tell of it."""
        self.plain = plain
        self.changed.emit()
