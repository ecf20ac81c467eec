"""A short list of texts to choose from, each of which is read aloud as a sentence."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


def as_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends as a sentence does."""
    return text if text.endswith((".", "?", "!", ":", "]")) else f"{text}."


class SentenceList(QAbstractListModel):
    """A list of texts; `sentence` makes of each what is read aloud."""

    def __init__(self, sentence: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self.texts: tuple[str, ...] = ()

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other texts."""
        self.beginResetModel()
        self.texts = tuple(texts)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of texts."""
        return 0 if parent.isValid() else len(self.texts)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a text, or the sentence that is read aloud for it."""
        if not index.isValid():
            return None
        text = self.texts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(text)
        return None
