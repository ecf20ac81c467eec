"""A window of its own with pages behind tabs, each made when it is first turned to."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from payapp.gui.data_label import DataLabel
from payapp.gui.page_stack import PageStack, rule, scrolling
from payapp.gui.screen_room import resize_within_screen
from payapp.gui.style import CLOSE, SMALL_POINTS, TIGHT, sized
from payapp.gui.tasks import Tasks
from payapp.report.wording import Wording

SIZE: Final = (1280, 720)

PageKind = TypeVar("PageKind", bound=QWidget)


class PagedWindow(QWidget, Generic[PageKind]):
    """A window with a tab for each of `names`; its texts stand in the wording below `texts`.

    What inherits from it makes the pages, and has `data_version` tell at the foot of the figures
    that are used. `turned` tells that a page is shown.
    """

    turned = Signal()

    def __init__(self, names: Sequence[str], texts: str, wording: Wording) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("answer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.names = tuple(names)
        self.tasks = Tasks(self)
        self.pages: dict[str, PageKind] = {}
        self._aside: dict[str, PageKind] = {}  # made, and not shown yet
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("steps")
        self.tabs.setAccessibleName(wording.say(f"{texts}.tabs_name"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = PageStack(self)
        for name in self.names:
            self.tabs.addTab(wording.say(f"{texts}.tabs.{name}"))
        self.tabs.currentChanged.connect(self.turn_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QFrame(self)
        head.setObjectName("formHead")
        line = QHBoxLayout(head)
        line.setContentsMargins(CLOSE, TIGHT, CLOSE, 0)
        line.addWidget(self.tabs, 1)
        layout.addWidget(head)
        layout.addWidget(rule(self))
        layout.addWidget(scrolling(self.stack, self), 1)
        self.data_version = DataLabel(wording, self)
        self.data_version.setProperty("role", "muted")
        self.data_version.setFont(sized(SMALL_POINTS))
        foot = QHBoxLayout()
        foot.setContentsMargins(CLOSE, TIGHT, CLOSE, TIGHT)
        foot.addStretch(1)
        foot.addWidget(self.data_version)
        layout.addWidget(rule(self))
        layout.addLayout(foot)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.close)
        resize_within_screen(self, *SIZE)

    def page(self, name: str) -> PageKind:
        """Return a page by its name, made now where it is not there yet."""
        found = self.pages.get(name)
        if found is None:
            found = self.pages[name] = self._aside.pop(name, None) or self._make(name)
            found.setContentsMargins(CLOSE, CLOSE, CLOSE, TIGHT)
            self.stack.addWidget(found)
        return found

    def turn_to(self, place: int) -> None:
        """Show a page by its place."""
        if self.tabs.currentIndex() != place:
            self.tabs.setCurrentIndex(place)  # which comes back here
            return
        from_within = self.stack.isAncestorOf(QApplication.focusWidget() or self)
        before, page = self.stack.currentWidget(), self.page(self.names[place])
        self.stack.setCurrentWidget(page)
        if from_within and page is not before:  # as by the letter of a tab
            first_stop(page).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.turned.emit()

    def come_forward(self) -> None:
        """Show the window before all others."""
        self.show()
        self.raise_()
        self.activateWindow()

    def show_soon(self, name: str) -> None:
        """Show the window now, then make one of its pages, then show that: each in its turn."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(self.names.index(name))
        self.come_forward()
        QTimer.singleShot(0, self, self._make_the_chosen)

    def _make_the_chosen(self) -> None:
        if self.isVisible():  # nobody has closed it meanwhile
            if self._chosen not in self.pages | self._aside:
                self._aside[self._chosen] = self._make(self._chosen)
            QTimer.singleShot(0, self, self._show_the_chosen)

    def _show_the_chosen(self) -> None:
        if self.isVisible():
            self.show_page(self._chosen)

    @property
    def _chosen(self) -> str:
        return self.names[self.tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Show the window with one of its pages."""
        self.come_forward()
        self.turn_to(self.names.index(name))

    @property
    def current_page(self) -> PageKind | None:
        """The page whose tab is chosen, or None while it is not made."""
        return self.pages.get(self._chosen)

    def end(self) -> None:
        """Close for good, once what is being written is written."""
        self.tasks.wait()
        self.close()
        self.deleteLater()

    def _make(self, name: str) -> PageKind:
        """Make a page; what only it needs is imported now."""
        raise NotImplementedError(name)


def first_stop(page: QWidget) -> QWidget:
    """Return what Tab would reach first in a page, or the page where there is nothing."""
    stop = page.nextInFocusChain()
    while stop is not None and stop is not page:
        takes_keys = bool(stop.focusPolicy() & Qt.FocusPolicy.TabFocus.value)
        if page.isAncestorOf(stop) and takes_keys and stop.isEnabled() and stop.isVisibleTo(page):
            return stop
        stop = stop.nextInFocusChain()
    return page
