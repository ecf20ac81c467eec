"""The first page: what the program does and does not do, and the ways in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from payapp.gui.style import CLOSE, HEADING_POINTS, SPACE, TITLE_POINTS, WIDE, sized
from payapp.report.wording import Wording


class FileList(QListView):
    """A short list of files by their titles; Enter or a click opens one."""

    chosen = Signal(Path)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._titles = QStringListModel(self)
        self._paths: tuple[Path, ...] = ()
        self.setModel(self._titles)
        self.clicked.connect(self._choose)

    def show_files(self, files: Sequence[tuple[str, Path]]) -> None:
        """Show files with their titles."""
        self._paths = tuple(path for _, path in files)
        self._titles.setStringList([title for title, _ in files])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the file that the keys are on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._paths[index.row()])


class Welcome(QWidget):
    """The page that is there before any case is open."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal(Path)
    recent_wanted = Signal(Path)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wording = wording
        self.new = self._button("new", kind="primary")
        self.open = self._button("open")
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.examples = FileList(self._say("examples"), self)
        self.recent = FileList(self._say("recent"), self)
        self.examples.chosen.connect(self.example_wanted)
        self.recent.chosen.connect(self.recent_wanted)
        self._recent_heading = self._heading("recent")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * WIDE, 2 * WIDE, 3 * WIDE, 2 * WIDE)
        layout.setSpacing(3 * WIDE)
        layout.addLayout(self._left(), 5)
        layout.addLayout(self._right(), 4)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        title = self._label("title")
        title.setFont(sized(TITLE_POINTS, bold=True))
        column.addWidget(title)
        lead = self._label("lead")
        lead.setFont(sized(HEADING_POINTS - 1.5))
        column.addWidget(lead)
        column.addSpacing(CLOSE)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(SPACE)
        column.addLayout(self._promises())
        column.addStretch(1)
        return column

    def _promises(self) -> QGridLayout:
        """Return what the program does, does not do, and never does."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, (mark, name) in enumerate((("✓", "does"), ("✗", "does_not"), ("⌂", "offline"))):
            symbol = QLabel(mark, self)
            symbol.setFont(sized(HEADING_POINTS, bold=True))
            symbol.setProperty("role", "muted")
            grid.addWidget(symbol, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(name), row, 1)
        return grid

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(CLOSE)
        column.addWidget(self._recent_heading)
        column.addWidget(self.recent, 2)
        column.addSpacing(CLOSE)
        column.addWidget(self._heading("examples"))
        column.addWidget(self.examples, 5)
        self.show_recent(())
        return column

    def show_examples(self, files: Sequence[tuple[str, Path]]) -> None:
        """Show the example cases by their references."""
        self.examples.show_files(files)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the files opened last; where there are none, nothing."""
        self.recent.show_files([(path.stem, path) for path in paths])
        self.recent.setVisible(bool(paths))
        self._recent_heading.setVisible(bool(paths))

    def _button(self, name: str, *, kind: str = "") -> QPushButton:
        button = QPushButton(self._say(name), self)
        if kind:
            button.setProperty("kind", kind)
        return button

    def _heading(self, name: str) -> QLabel:
        heading = QLabel(self._say(name), self)
        heading.setFont(sized(HEADING_POINTS - 2, bold=True))
        return heading

    def _label(self, name: str) -> QLabel:
        label = QLabel(self._say(name), self)
        label.setWordWrap(True)
        return label

    def _say(self, name: str) -> str:
        return self._wording.say(f"window.welcome.{name}")
