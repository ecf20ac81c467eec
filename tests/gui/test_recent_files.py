"""How recent files are called where they are shown."""

from pathlib import Path

import pytest

from payapp.gui.recent_files import told_apart
from payapp.report.wording import Wording


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        ([], []),
        (["a/AB.json", "b/CD.json"], ["AB", "CD"]),
        (["north/AB.json", "south/AB.json"], ["AB – in north", "AB – in south"]),
        (["north/AB.json", "b/CD.json", "AB.json"], ["AB – in north", "CD", "AB – in "]),
    ],
)
def test_files_of_one_name_are_told_apart_by_their_folders(
    wording: Wording, files: list[str], shown: list[str]
) -> None:
    paths = [Path(file) for file in files]
    assert told_apart(paths, [path.stem for path in paths], wording) == shown


def test_folders_of_one_name_are_told_apart_by_the_whole_way_to_them(wording: Wording) -> None:
    paths = [Path("/x/2025/AB.json"), Path("/y/2025/AB.json"), Path("/y/2026/AB.json")]
    assert told_apart(paths, ["AB"] * 3, wording) == [
        f"AB – in {Path('/x/2025')}",
        f"AB – in {Path('/y/2025')}",
        "AB – in 2026",
    ]
