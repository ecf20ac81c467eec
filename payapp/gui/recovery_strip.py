"""The strip above the page that offers what an earlier run could not save."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from payapp.domain.refusals import Refused
from payapp.gui.recovery import Left
from payapp.gui.style import CLOSE, SPACE
from payapp.report.recovery_in_words import left_in_words
from payapp.report.wording import Wording


class RecoveryStrip(QFrame):
    """Offers one copy after the other, the newest first, and goes when nothing is left to offer."""

    restore_wanted = Signal(object)
    refused = Signal(str, str)
    offering = Signal(bool)

    def __init__(self, lefts: Sequence[Left], wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setAccessibleName(wording.say("window.recovery.name"))
        self._wording = wording
        self._lefts = list(lefts)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.restore = QPushButton(wording.say("window.recovery.restore"), self)
        self.restore.setProperty("kind", "primary")
        self.discard = QPushButton(wording.say("window.recovery.discard"), self)
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self._lefts[0]))
        self.discard.clicked.connect(self._discard)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, CLOSE, SPACE, CLOSE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.restore)
        layout.addWidget(self.discard)
        self._show()

    @property
    def is_offering(self) -> bool:
        """Whether there is a copy of which nothing is decided."""
        return bool(self._lefts)

    def take(self, left: Left) -> None:
        """Offer a copy no more: it is open now."""
        self._lefts.remove(left)
        self._show()

    def end(self) -> None:
        """Leave what is undecided to the next run."""
        for left in self._lefts:
            left.place.lock.unlock()
        self._lefts.clear()
        self._show()

    def _discard(self) -> None:
        try:
            self._lefts.pop(0).place.leave()
        except Refused as refused:
            self.refused.emit(self._wording.say("window.recovery.not_discarded"), str(refused))
        self._show()

    def _show(self) -> None:
        self.setVisible(self.is_offering)
        self.offering.emit(self.is_offering)
        if self._lefts:
            copy, others = self._lefts[0].copy, len(self._lefts) - 1
            sentence = left_in_words(copy.path, copy.kept, others, self._wording, copy.example)
            self.sentence.setText(sentence)
            self.restore.setAccessibleDescription(sentence)
            self.discard.setAccessibleDescription(sentence)
