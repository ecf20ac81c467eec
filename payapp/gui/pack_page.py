"""The rep's pack: one action writes everything to take into a meeting into a folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from payapp.domain.cases import Case
from payapp.domain.refusals import Refused
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.clock import today
from payapp.gui.pack_files import Place, write_pack
from payapp.gui.period_fields import Period
from payapp.gui.printing import drawn_beside
from payapp.gui.schedule_fields import in_a_line
from payapp.gui.style import HEADING_POINTS, SPACE, sized
from payapp.report.rep_pack import pack_name, printed_pack, rep_pack

FolderChooser = Callable[[], Path | None]
WIDEST: Final = 760


def write(
    case: Case, casework: CaseDesk, period: tuple[date, date], folder: Path
) -> tuple[Path, ...]:
    """Write the pack of a case and return its files. Raises Refused."""
    library, wording, made = casework.desk.library, casework.desk.wording, today()
    pack = rep_pack(case, library, wording, period, made)
    place = Place(folder, pack_name(case, casework.name))
    drawn = drawn_beside(printed_pack(pack, library, wording, made))
    return write_pack(place, pack, library, wording, drawn)


class PackPage(QWidget):
    """What the pack holds, the period of its arrears, and the button that writes it."""

    def __init__(self, casework: CaseDesk, choose_folder: FolderChooser, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.choose_folder = choose_folder
        self.period = Period(casework, self)
        self.write = QPushButton(casework.say("write_pack"), self)
        self.write.setProperty("kind", "primary")
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._heading())
        for sentence in casework.desk.wording.each("window.casework.pack_help"):
            layout.addWidget(self._text(sentence))
        layout.addLayout(in_a_line(self.period.boxes()))
        layout.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.told)
        layout.addStretch(1)
        self._tell("")
        self.period.changed.connect(self.refresh)
        self.write.clicked.connect(self._write)

    def _heading(self) -> QLabel:
        heading = self._text(self._casework.say("pack_heading"))
        heading.setFont(sized(HEADING_POINTS, bold=True))
        return heading

    def _text(self, sentence: str) -> QLabel:
        label = QLabel(sentence, self)
        label.setWordWrap(True)
        label.setMaximumWidth(WIDEST)
        return label

    def refresh(self) -> None:
        """Follow the case as it stands."""
        self.period.follow()
        days = self.period.days()
        self._tell("" if days else self._casework.say("no_period"))
        self.write.setEnabled(self._casework.case is not None and days is not None)

    def clear(self, sentence: str) -> None:
        """Show a sentence while nothing can be written."""
        self.write.setEnabled(False)
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.told.setVisible(bool(sentence))

    def _write(self) -> None:
        case, days, casework = self._casework.case, self.period.days(), self._casework
        if case is None or days is None:
            return
        folder = self.choose_folder()
        if folder is not None:
            self._tell(casework.desk.say("writing"))
            casework.ask(
                "pack", lambda: write(case, casework, days, folder), self._written, self._refuse
            )

    def _written(self, files: tuple[Path, ...]) -> None:
        folder, names = files[0].parent, "\n".join(path.name for path in files)
        self._tell(self._casework.say("pack_written", folder=folder, names=names))
        self.told.setFocus()

    def _refuse(self, refused: Refused) -> None:
        self._tell(str(refused))
