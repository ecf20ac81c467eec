"""Files that are let go over a window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from payapp.gui.dropped import dropped_files


def event(held: QMimeData) -> QDropEvent:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(9, 9), copy, held, left, Qt.KeyboardModifier.NoModifier)


def test_files_are_taken_in_their_order(tmp_path: Path) -> None:
    paths = [tmp_path / "b.csv", tmp_path / "ä c.xlsx"]
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert dropped_files(event(held)) == paths


@pytest.mark.parametrize("address", ["https://example.org/staff.csv", "mailto:a@example.org"])
def test_what_is_no_file_here_is_not_taken_nor_what_comes_with_it(
    tmp_path: Path, address: str
) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv")), QUrl(address)])
    assert dropped_files(event(held)) == []


def test_text_is_no_file() -> None:
    held = QMimeData()
    held.setText("staff.csv")
    assert dropped_files(event(held)) == []
