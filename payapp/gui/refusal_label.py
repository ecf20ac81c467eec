"""The sentence beside a field that says why its value was not accepted."""

from typing import Final

from PySide6.QtWidgets import QLabel, QWidget

from payapp.gui.style import SMALL_POINTS, sized

SYMBOL: Final = "✗"


class RefusalLabel(QLabel):
    """A sentence after a symbol, so that colour is not all that tells it from the help."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = ""
        self.setFont(sized(SMALL_POINTS))
        self.setWordWrap(True)
        self.setProperty("role", "error")

    def tell(self, sentence: str) -> None:
        """Say why, or nothing where there is nothing to say."""
        self.sentence = sentence
        self.setText(f"{SYMBOL} {sentence}" if sentence else "")
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
