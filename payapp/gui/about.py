"""What the program is, what it is not, and which figures it holds."""

from typing import Final

from PySide6.QtWidgets import QWidget

from payapp import __version__
from payapp.gui.text_dialog import TextDialog
from payapp.report.wording import Wording

PARAGRAPHS: Final = ("text", "limits", "offline", "recovery", "data", "licence")


class AboutDialog(TextDialog):
    """Says that the program works offline, that it advises, and what its data are."""

    def __init__(self, wording: Wording, data_version: str, parent: QWidget | None = None) -> None:
        def say(name: str) -> str:
            return wording.say(f"window.about.{name}", version=data_version)

        heading = wording.say("window.about.heading", version=__version__)
        super().__init__(say("title"), heading, say("close"), parent)
        texts = [say(name) for name in PARAGRAPHS]
        for text in texts:
            self.paragraph(text)
        self.fit(texts)
