"""Which figures the open case rests on, always in view, with all that are held on demand."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from payapp.gui.yielding_label import YieldingLabel
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.domain.library import Library


class DataLabel(YieldingLabel):
    """A line on the figures of a nation and a day; its tip and `held` tell of all nations."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say("window.loading"), parent)
        self._wording = wording
        self._shown: tuple[Library, str, date] | None = None
        self.held = ""

    def show_data(self, library: "Library", nation: str, on: date) -> None:
        """Tell of the figures that are in force in a nation on a day."""
        from payapp.report.data_in_words import all_data_in_words, data_in_words

        if self._shown == (library, nation, on):
            return
        self._shown = library, nation, on
        self.setText(data_in_words(library, nation, on, self._wording))
        self.held = "\n".join(all_data_in_words(library, self._wording))
        self.setToolTip(self.held)
        self.setAccessibleDescription(self.held)

    def show_instead(self, sentence: str) -> None:
        """Show what stands in the way of telling."""
        self._shown = None
        self.setText(sentence)
