"""A short list of texts to choose from, each of which is read aloud as a sentence."""

from collections.abc import Callable, Collection, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from payapp.gui.style import BASE_POINTS, sized

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


def as_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends as a sentence does."""
    return text if text.endswith((".", "?", "!", ":", "]")) else f"{text}."


class SentenceList(QAbstractListModel):
    """A list of texts; `sentence` makes of each what is read aloud.

    A heading is read aloud, too, and the keys pass over it.
    """

    def __init__(self, sentence: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self.texts: tuple[str, ...] = ()
        self._headings: frozenset[int] = frozenset()

    def show_texts(self, texts: Sequence[str], headings: Collection[int] = ()) -> None:
        """Show other texts, of which some are headings, by their places."""
        self.beginResetModel()
        self.texts = tuple(texts)
        self._headings = frozenset(headings)
        self.endResetModel()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say that a text can be chosen, and a heading cannot."""
        is_heading = index.row() in self._headings
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of texts."""
        return 0 if parent.isValid() else len(self.texts)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        """Return a text, the sentence that is read aloud for it, or the type of a heading."""
        if not index.isValid():
            return None
        text = self.texts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                is_heading = index.row() in self._headings
                return as_sentence(text) if is_heading else self._sentence(text)
            case Qt.ItemDataRole.FontRole if index.row() in self._headings:
                return sized(BASE_POINTS, bold=True)
        return None
