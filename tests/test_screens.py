"""The pictures in docs/screens: every page of every window is there, light and dark, and small."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from payapp.domain.cases import Nation
from payapp.gui.form_view import PAGE_NAMES
from payapp.gui.style import Scheme

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "docs" / "screens"
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
BASES = {"paged_window", "text_dialog"}


def modules(ending: str) -> list[str]:
    """Return the modules of the windows or dialogs that a person can open."""
    found = {path.stem for path in (ROOT / "payapp" / "gui").glob(f"*_{ending}.py")}
    return sorted(found - BASES)


WINDOWS, DIALOGS = modules("window"), modules("dialog")
MOST_BYTES = 4_000_000


def pages() -> Iterator[str]:
    """Yield each page that a person can turn to, by the name of its picture."""
    yield "welcome"
    yield from (f"form-{name}" for name in PAGE_NAMES)
    yield from (nation.value for nation in Nation if nation is not Nation.ENGLAND)
    for window in WINDOWS:
        tabs = import_module(f"payapp.gui.{window}").TABS
        kind = window.removesuffix("_window").replace("_", "-")
        yield from (f"{kind}-{tab}" for tab in tabs)
    yield "about"
    yield from (dialog.removesuffix("_dialog") for dialog in DIALOGS)
    yield from ("paper-report", "paper-sheet")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", list(pages()))
def test_every_page_has_its_picture_in_both_schemes(page: str, scheme: Scheme) -> None:
    picture = QImage(str(SCREENS / f"{page}-{scheme.value}.png"))
    assert not picture.isNull(), f"make it with scripts/make_screens.py: {page}, {scheme.value}"
    assert picture.width() >= 360


def test_the_windows_are_all_walked() -> None:
    assert len(WINDOWS) >= 3
    assert len(list(pages())) >= 25


def test_every_picture_has_its_other_scheme() -> None:
    names = {path.name for path in SCREENS.glob("*.png")}
    light = {name.replace("-light", "-dark") for name in names if "-light" in name}
    assert light == {name for name in names if "-dark" in name}
    assert len(names) == 2 * len(light)


def test_light_is_light_and_dark_is_dark() -> None:
    for path in SCREENS.glob("case*.png"):
        corner = QImage(str(path)).pixelColor(2, 2).lightness()
        assert (corner > 200) is path.name.endswith("-light.png")


def test_the_pictures_stay_small() -> None:
    assert 0 < sum(path.stat().st_size for path in SCREENS.iterdir()) < MOST_BYTES


def test_what_the_readme_shows_is_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert shown
    assert not [path for path in shown if not (ROOT / path).is_file()]
