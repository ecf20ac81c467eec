"""The menus: every action of the window once, with its words and its keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from payapp.gui.style import Scheme
from payapp.report.wording import Wording

Standard = QKeySequence.StandardKey

AUDIENCES: Final = ("teacher", "rep", "payroll")
PAGE_ACTIONS: Final = ("page_employer", "page_post", "page_duties", "page_pay")
CASEWORK_PAGES: Final = ("arrears", "change", "offers", "time", "process", "pack")
CASEWORK_ACTIONS: Final = tuple(f"casework_{page}" for page in CASEWORK_PAGES)
PAPER_ACTIONS: Final = ("export_pdf", "export_sheet", "preview", "print")
PAYMENT_ACTIONS: Final = ("add_payment", "remove_payment")
COPY_ACTIONS: Final = ("restore_copy", "discard_copy")
RECENT: Final = "recent"
COLOURS: Final = "colours"
SCHEMES: Final = tuple(f"scheme_{scheme}" for scheme in Scheme)
SPOT_CHECK_ACTIONS: Final = ("spot_check", "template", "table_check", "compare_runs")
LINE: Final = ""

MENUS: Final[Mapping[str, tuple[str, ...]]] = {
    "file": (
        *("new", "open", RECENT, "read_description", *COPY_ACTIONS, "clear_traces", LINE),
        *("save", "save_as", "export", LINE),
        *(*PAPER_ACTIONS, LINE, "quit"),
    ),
    "edit": ("undo", "redo", LINE, *PAYMENT_ACTIONS),
    "view": (
        *(
            *PAGE_ACTIONS,
            "schedules",
            LINE,
            "ask_all",
            "open_all",
            "close_all",
            "pictures",
            LINE,
        ),
        *(*AUDIENCES, LINE, COLOURS, "welcome"),
    ),
    "check": ("check", "verdict", "next_question", "why", LINE, *SPOT_CHECK_ACTIONS),
    "casework": CASEWORK_ACTIONS,
    "help": ("help", "about"),
}
KEYS: Final[Mapping[str, QKeySequence.StandardKey | str]] = {
    "new": Standard.New,
    "open": Standard.Open,
    "read_description": "Ctrl+Shift+J",
    "save": Standard.Save,
    "save_as": Standard.SaveAs,
    "export": "Ctrl+E",
    "print": Standard.Print,
    "quit": Standard.Quit,
    "undo": Standard.Undo,
    "redo": Standard.Redo,
    "page_employer": "Ctrl+1",
    "page_post": "Ctrl+2",
    "page_duties": "Ctrl+3",
    "page_pay": "Ctrl+4",
    "schedules": "Ctrl+5",
    "spot_check": "Ctrl+6",
    "open_all": "Ctrl+Shift+O",
    "close_all": "Ctrl+Shift+L",
    "check": Standard.Refresh,
    "verdict": "Ctrl+Return",
    "next_question": "Ctrl+J",
    "why": "Ctrl+R",
    "casework_arrears": "Ctrl+Shift+A",
    "casework_pack": "Ctrl+Shift+P",
    "help": Standard.HelpContents,
}
# Where a platform has no standard keys for it.
KEYS_ELSE: Final = {"save_as": "Ctrl+Shift+S", "quit": "Ctrl+Q", "check": "F5"}
CHECKABLE: Final = frozenset({"ask_all", "pictures", *AUDIENCES, *SCHEMES})
NEEDS_A_CASE: Final = frozenset(
    {
        *("save", "save_as", "export", "undo", "redo", "check", "verdict", "next_question"),
        *("why", "ask_all", "open_all", "close_all", *PAGE_ACTIONS, *PAPER_ACTIONS),
        *("pictures", *PAYMENT_ACTIONS, *CASEWORK_ACTIONS),
    }
)
# Of these, what may be done while the first page stands before the case.
NOT_ON_ITS_PAGE: Final = frozenset({"save", "save_as", "export", *PAPER_ACTIONS, *CASEWORK_ACTIONS})


class Menus:
    """The actions by name, and the menus of recent files, which the window fills."""

    def __init__(self, window: QMainWindow, wording: Wording) -> None:
        self.actions: dict[str, QAction] = {}
        self._wording = wording
        self._window = window
        self.recent = QMenu(self._say("menus.recent"), window)
        self.forget = QMenu(self._say("actions.forget_recent"), window)
        self._colours = QMenu(self._say("menus.colours"), window)
        for scheme in SCHEMES:
            self._add(self._colours, scheme)
        for name, entries in MENUS.items():
            menu = QMenu(self._say(f"menus.{name}"), window)
            window.menuBar().addMenu(menu)
            for entry in entries:
                self._add(menu, entry)
        self._group(AUDIENCES)
        self._group(SCHEMES)

    def _add(self, menu: QMenu, entry: str) -> None:
        if entry == LINE:
            menu.addSeparator()
        elif entry == RECENT:
            menu.addMenu(self.recent)
        elif entry == COLOURS:
            menu.addMenu(self._colours)
        else:
            menu.addAction(self._action(entry))

    def _action(self, name: str) -> QAction:
        action = QAction(self._say(f"actions.{name}"), self._window)
        action.setObjectName(name)
        action.setCheckable(name in CHECKABLE)
        keys = KEYS.get(name)
        if keys is not None:
            standard = QKeySequence.keyBindings(keys) if isinstance(keys, Standard) else []
            # As a list: one alone would bring in all names of `Qt` before the first paint.
            action.setShortcuts(standard or [QKeySequence(str(KEYS_ELSE.get(name, keys)))])
        self.actions[name] = action
        return action

    def _group(self, names: Sequence[str]) -> None:
        """Have one of these actions chosen at a time, the first to begin with."""
        group = QActionGroup(self._window)
        for name in names:
            group.addAction(self.actions[name])
        self.actions[names[0]].setChecked(True)

    def connect_to(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Have each action do what stands for it."""
        for name, do in handlers.items():
            self.actions[name].triggered.connect(lambda _checked=False, do=do: do())

    def enable(self, *, has_case: bool, shows_case: bool) -> None:
        """Make what needs an open case, or the page of one, available or not."""
        for name in NEEDS_A_CASE:
            self.actions[name].setEnabled(has_case if name in NOT_ON_ITS_PAGE else shows_case)

    def _say(self, name: str) -> str:
        return self._wording.say(f"window.{name}", you="you", do="do")
