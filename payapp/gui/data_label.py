"""Which figures a window rests on, always in view, with all that are held on demand."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from payapp.gui.yielding_label import YieldingLabel
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.domain.library import Library


class DataLabel(YieldingLabel):
    """A line on the figures of a nation and a day; its tip and `held` tell of all nations.

    Without a day it tells of all days, and without a nation of all nations.
    """

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say("window.loading"), parent)
        self._wording = wording
        self._shown: tuple[Library, str, date | None] | None = None
        self.held = ""

    def show_data(self, library: "Library", nation: str, on: date | None) -> None:
        """Tell of the figures that are in force in a nation on a day."""
        from payapp.report.data_in_words import all_data_in_words

        if self._shown == (library, nation, on):
            return
        self._shown = library, nation, on
        self.setText(self._line(library, nation, on))
        self.held = "\n".join(all_data_in_words(library, self._wording))
        self.setToolTip(self.held)
        self.setAccessibleDescription(self.held)

    def _line(self, library: "Library", nation: str, on: date | None) -> str:
        from payapp.report import data_in_words as told

        if not nation:
            return told.data_of_all_nations(library, self._wording)
        if on is None:
            return told.data_held_in_words(library, nation, self._wording)
        return told.data_in_words(library, nation, on, self._wording)

    def show_instead(self, sentence: str) -> None:
        """Show what stands in the way of telling."""
        self._shown = None
        self.setText(sentence)
