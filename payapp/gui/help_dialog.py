"""How the program is used, in a few sentences, and which keys do what."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from payapp.gui.style import BASE_POINTS, SPACE, TIGHT, sized
from payapp.gui.text_dialog import TextDialog
from payapp.report.wording import Wording

STEPS: Final = ("answer", "description", "open", "reasons", "more", "safe")
# In the order in which they are wanted; the keys themselves stand with the menus.
ACTIONS: Final = (
    *("page_employer", "page_post", "page_duties", "page_pay", "next_question", "why"),
    *("check", "open_all", "close_all", "undo", "save", "export", "print", "schedules"),
    *("read_description", "spot_check", "casework_arrears", "casework_pack"),
)
HANDS: Final = ("letters", "lines", "copy", "escape")


class HelpDialog(TextDialog):
    """Says what to do first and next, and lists the keys as they are set in the menus."""

    def __init__(
        self, wording: Wording, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        def say(name: str) -> str:
            return wording.say(f"window.help.{name}")

        super().__init__(say("title"), say("heading"), say("close"), parent)
        texts = [say(name) for name in STEPS]
        for text in texts:
            self.paragraph(text)
        self.paragraph(say("keys")).setFont(sized(BASE_POINTS, bold=True))
        keys = [(say(f"{name}_keys"), say(name)) for name in HANDS]
        keys += [(_keys_of(actions[name]), _words_of(wording, name)) for name in ACTIONS]
        self.rows.addLayout(self._table(keys))
        self.rows.addStretch(1)
        self.fit([*texts, *(f"{key}: {what}." for key, what in keys)])

    def _table(self, keys: list[tuple[str, str]]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(SPACE)
        table.setVerticalSpacing(TIGHT)
        table.setColumnStretch(1, 1)
        for row, texts in enumerate(keys):
            for column, text in enumerate(texts):
                label = QLabel(text, self)
                label.setWordWrap(column == 1)
                table.addWidget(label, row, column)
        return table


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _words_of(wording: Wording, name: str) -> str:
    """Return an entry of the menus without its letter, its number and its dots."""
    entry = wording.say(f"window.actions.{name}").replace("&", "")
    return entry.lstrip("0123456789 ").rstrip(" …")
