"""What the window remembers between two days."""

from pathlib import Path

import pytest

from payapp.gui.settings import MOST_RECENT, WindowSettings
from payapp.gui.style import Scheme


@pytest.fixture
def settings() -> WindowSettings:
    return WindowSettings()


def test_nothing_is_remembered_to_begin_with(settings: WindowSettings) -> None:
    assert settings.recent() == ()
    assert settings.geometry is None
    assert settings.split is None
    assert settings.remembers
    assert settings.scheme is Scheme.SYSTEM
    assert settings.audience == "teacher"


def test_the_newest_file_comes_first_and_each_stands_once(settings: WindowSettings) -> None:
    for name in ("a", "b", "a"):
        settings.remember(Path(name))
    assert settings.recent() == (Path("a"), Path("b"))


def test_no_more_than_ten_files_are_remembered(settings: WindowSettings) -> None:
    assert MOST_RECENT == 10
    for number in range(12):
        settings.remember(Path(f"{number}.json"))
    assert len(settings.recent()) == 10
    assert settings.recent()[0] == Path("11.json")


def test_a_single_file_is_read_back_as_one(settings: WindowSettings) -> None:
    settings.remember(Path("only.json"))
    settings.write()
    assert WindowSettings().recent() == (Path("only.json"),)


def test_one_file_or_all_can_be_forgotten(settings: WindowSettings) -> None:
    for name in ("a", "b", "c"):
        settings.remember(Path(name))
    settings.forget(Path("b"))
    assert settings.recent() == (Path("c"), Path("a"))
    settings.clear()
    assert settings.recent() == ()


def test_nothing_is_remembered_once_it_is_not_wanted(settings: WindowSettings) -> None:
    settings.remember(Path("a"))
    settings.remembers = False
    assert settings.recent() == ()
    settings.remember(Path("b"))
    assert settings.recent() == ()
    settings.write()
    assert not WindowSettings().remembers
    settings.remembers = True
    settings.remember(Path("c"))
    assert settings.recent() == (Path("c"),)


def test_the_settings_lie_in_the_folder_of_the_user(
    settings: WindowSettings, own_home: Path
) -> None:
    settings.scheme = Scheme.DARK
    settings.write()
    assert "dark" in (own_home / "payapp" / "window.ini").read_text("utf-8")
    assert WindowSettings().scheme is Scheme.DARK


def test_a_colour_scheme_that_is_none_is_that_of_the_system(
    settings: WindowSettings, own_home: Path
) -> None:
    settings.scheme = Scheme.DARK
    settings.write()
    file = own_home / "payapp" / "window.ini"
    file.write_text(file.read_text("utf-8").replace("dark", "mauve"), encoding="utf-8")
    assert WindowSettings().scheme is Scheme.SYSTEM


def test_when_all_is_forgotten_no_file_is_left(settings: WindowSettings, own_home: Path) -> None:
    settings.remember(Path("a.json"))
    settings.scheme = Scheme.DARK
    settings.write()
    settings.clear_all()
    assert settings.recent() == ()
    assert settings.scheme is Scheme.SYSTEM
    assert not (own_home / "payapp" / "window.ini").exists()


def test_the_choice_not_to_remember_files_outlives_everything_else(
    settings: WindowSettings, own_home: Path
) -> None:
    settings.scheme = Scheme.DARK
    settings.remembers = False
    settings.clear_all()
    assert not WindowSettings().remembers
    assert "dark" not in (own_home / "payapp" / "window.ini").read_text("utf-8")


@pytest.mark.parametrize("audience", ["teacher", "rep", "payroll"])
def test_whom_the_window_speaks_to_is_remembered(settings: WindowSettings, audience: str) -> None:
    settings.audience = audience
    settings.write()
    assert WindowSettings().audience == audience
    settings.clear_all()
    assert WindowSettings().audience == "teacher"


def test_a_reader_that_is_not_known_is_the_teacher(
    settings: WindowSettings, own_home: Path
) -> None:
    settings.audience = "payroll"
    settings.write()
    file = own_home / "payapp" / "window.ini"
    file.write_text(file.read_text("utf-8").replace("payroll", "cat"), encoding="utf-8")
    assert WindowSettings().audience == "teacher"
