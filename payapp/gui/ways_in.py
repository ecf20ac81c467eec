"""The ways into a case from the first page: recent files, and examples.

They come with the figures, after the first paint: Qt's lists would take a tenth of it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from payapp.gui.recent_files import told_apart
from payapp.gui.second_click import SecondClick
from payapp.gui.sentence_list import SentenceList
from payapp.gui.sentence_view import SentenceView
from payapp.gui.style import CLOSE, HEADING_POINTS, sized
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.gui.loading import Example


class FileList(SentenceView):
    """A short list of files by their titles; Enter or a click opens one."""

    chosen = Signal(Path)

    spoken = "spoken_file"

    def __init__(self, name: str, wording: Wording, parent: QWidget) -> None:
        self._wording = wording
        self.titles = SentenceList(self.sentence)
        super().__init__(name, self.titles, parent)
        self.titles.setParent(self)
        self._paths: tuple[Path | None, ...] = ()
        self._second_click = SecondClick(self)
        self.clicked.connect(self._choose_by_click)

    def sentence(self, title: str) -> str:
        """Return what is read aloud for a title."""
        return self._wording.say(f"window.welcome.{self.spoken}", title=title)

    def show_files(self, files: Sequence[tuple[str, Path | None]]) -> None:
        """Show files with their titles; a title without a file is a heading."""
        self._paths = tuple(path for _, path in files)
        headings = [place for place, path in enumerate(self._paths) if path is None]
        self.titles.show_texts([title for title, _ in files], headings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the file that the keys are on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose_by_click(self, index: QModelIndex) -> None:
        self._second_click.take()
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        path = self._paths[index.row()] if index.isValid() else None
        if path is not None:
            self.chosen.emit(path)


class ExampleList(FileList):
    """The examples under their nations, each of which is also read aloud with its nation."""

    spoken = "spoken_example"

    def __init__(self, name: str, wording: Wording, parent: QWidget) -> None:
        self._nations: dict[str, str] = {}
        super().__init__(name, wording, parent)

    def sentence(self, title: str) -> str:
        """Return what is read aloud for the title of an example."""
        nation = self._nations.get(title, "")
        return self._wording.say(f"window.welcome.{self.spoken}", title=title, nation=nation)

    def show_examples(self, examples: Sequence["Example"]) -> None:
        """Show examples, those of a nation one after the other, under the nations."""
        self._nations = {example.title: example.nation for example in examples}
        self.show_files(tuple(_under_nations(examples)))

    def moveCursor(
        self, action: SentenceView.CursorAction, keys: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go where the keys lead; the first row is a heading, and the first example is below it."""
        index = super().moveCursor(action, keys)
        is_heading = index.isValid() and self._paths[index.row()] is None
        return self.model().index(index.row() + 1, 0) if is_heading else index


def _under_nations(examples: Sequence["Example"]) -> Iterator[tuple[str, Path | None]]:
    for nation, those in groupby(examples, attrgetter("nation")):
        yield nation, None
        yield from (each[:2] for each in those)


class RecentList(FileList):
    """The recent files, of which one can be taken off by Delete or by the menu under the mouse."""

    forget_wanted = Signal(Path)
    spoken = "spoken_recent"

    def __init__(self, name: str, wording: Wording, parent: QWidget) -> None:
        super().__init__(name, wording, parent)
        self.forget = QAction(wording.say("window.welcome.forget"), self)
        self.forget.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.forget.triggered.connect(self._forget)
        self.addAction(self.forget)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _forget(self) -> None:
        """Have the file that the keys are on forgotten, and leave them at its place."""
        row = self.currentIndex().row()
        path = self._paths[row] if row >= 0 else None
        if path is None:
            return
        self.forget_wanted.emit(path)
        self.setCurrentIndex(self.model().index(min(row, len(self._paths) - 1), 0))


class WaysIn(QWidget):
    """The recent files above the examples; where there are none, the examples alone."""

    example_wanted = Signal(Path)
    recent_wanted = Signal(Path)
    forget_wanted = Signal(Path)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        names = {name: wording.say(f"window.welcome.{name}") for name in ("recent", "examples")}
        self._wording = wording
        self._recent_heading = QLabel(names["recent"], self)
        self.recent = RecentList(names["recent"], wording, self)
        examples_heading = QLabel(names["examples"], self)
        self.examples = ExampleList(names["examples"], wording, self)
        for heading in (self._recent_heading, examples_heading):
            heading.setFont(sized(HEADING_POINTS - 2, bold=True))
        self.examples.chosen.connect(self.example_wanted)
        self.recent.chosen.connect(self.recent_wanted)
        self.recent.forget_wanted.connect(self.forget_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CLOSE)
        column.addWidget(self._recent_heading)
        column.addWidget(self.recent, 2)
        column.addSpacing(CLOSE)
        column.addWidget(examples_heading)
        column.addWidget(self.examples, 5)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the files opened last; where there are none, nothing."""
        titles = told_apart(paths, [path.stem for path in paths], self._wording)
        self.recent.show_files(list(zip(titles, paths, strict=True)))
        self.recent.setVisible(bool(paths))
        self._recent_heading.setVisible(bool(paths))
