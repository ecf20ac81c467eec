"""Brings in what the first paint does without: pydantic, the figures and the rules."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread

from payapp.domain.refusals import Refused
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.answering import Answers


class Loading(QThread):
    """Loads beside the window, so that it never stands still; `finished` tells of the end."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.answers: Answers | None = None
        self.data_version = ""
        self.refused: Refused | None = None

    def run(self) -> None:
        """Import, open the library and answer an empty case once, so that the first is quick."""
        from payapp.files.schedules import open_library
        from payapp.gui.answering import Answers
        from payapp.gui.form_model import new_case

        try:
            library = open_library()
            answers = Answers(library, self._wording)
            answers.to(new_case(date.today()))  # noqa: DTZ011  # the day where the user is
            self.data_version = library.data_version
        except Refused as refused:
            self.refused = refused
            return
        self.answers = answers
