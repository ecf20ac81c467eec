"""The style: contrast in both schemes, and a style sheet without gaps."""

import math
import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from payapp.files.places import resources_folder
from payapp.gui.style import (
    BASE_POINTS,
    DARK,
    LIGHT,
    Colours,
    Scheme,
    apply_style,
    base_font,
    choose_scheme,
    colours,
    palette_of,
    sized,
    style_sheet,
)
from payapp.gui.tones import Tone

SCHEMES = {"light": LIGHT, "dark": DARK}
SHEET = resources_folder() / "style" / "window.qss"


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    held = QColor(colour)
    red, green, blue = map(linear, (held.redF(), held.greenF(), held.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


GROUNDS = ("window", "surface", "hover", "selected")


@pytest.mark.parametrize(
    ("scheme", "text", "ground"), list(product(SCHEMES, ("text", "muted", "accent"), GROUNDS))
)
def test_text_can_be_read_on_every_ground(scheme: str, text: str, ground: str) -> None:
    held = SCHEMES[scheme]
    assert contrast(getattr(held, text), getattr(held, ground)) >= 4.5


@pytest.mark.parametrize(("scheme", "tone"), list(product(SCHEMES, Tone)))
def test_every_tone_can_be_read_on_its_ground_and_the_text_too(scheme: str, tone: Tone) -> None:
    held = SCHEMES[scheme]
    text, ground = held.of(tone)
    assert contrast(text, ground) >= 4.5
    assert contrast(held.text, ground) >= 4.5
    assert contrast(text, held.surface) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_text_on_the_accent_can_be_read(scheme: Colours) -> None:
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


@pytest.mark.parametrize(
    ("scheme", "part"), list(product(SCHEMES, ("border", "accent", "text", "bad")))
)
def test_edges_and_rings_stand_out_from_what_is_beside_them(scheme: str, part: str) -> None:
    held = SCHEMES[scheme]
    assert contrast(getattr(held, part), held.surface) >= 3


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_the_style_sheet_names_only_colours_that_there_are(scheme: Colours) -> None:
    sheet = style_sheet(SHEET.read_text("utf-8"), scheme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_style_sheet_sets_no_size_of_type_in_pixels() -> None:
    assert not re.search(r"font-size:\s*\d+px", SHEET.read_text("utf-8"))


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_every_part_of_the_palette_is_of_the_scheme(scheme: Colours) -> None:
    palette, role = palette_of(scheme), QPalette.ColorRole
    for part, colour in (
        (role.Window, scheme.window),
        (role.Base, scheme.surface),
        (role.Button, scheme.surface),
        (role.ToolTipBase, scheme.surface),
        (role.Highlight, scheme.accent),
        (role.HighlightedText, scheme.on_accent),
    ):
        assert palette.color(part).name() == colour, part


def test_the_palette_has_readable_pairs() -> None:
    for scheme in SCHEMES.values():
        palette, role = palette_of(scheme), QPalette.ColorRole
        for text, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.ButtonText, role.Button),
            (role.HighlightedText, role.Highlight),
            (role.PlaceholderText, role.Base),
        ):
            assert contrast(palette.color(text).name(), palette.color(ground).name()) >= 4.5


@pytest.mark.parametrize(("scheme", "held"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_the_scheme_that_is_chosen_is_shown(
    qtbot: QtBot, qapp: QApplication, styled: None, scheme: Scheme, held: Colours
) -> None:
    del styled
    choose_scheme(scheme)
    assert colours() == held
    qtbot.waitUntil(lambda: held.window in qapp.styleSheet())
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == held.window


def test_the_system_decides_where_nothing_is_chosen(
    qtbot: QtBot, qapp: QApplication, styled: None
) -> None:
    del styled
    apply_style(qapp, Scheme.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() == DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colours() == LIGHT
    qtbot.waitUntil(lambda: LIGHT.window in qapp.styleSheet())
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.window


def test_a_choice_stands_when_the_system_changes(qapp: QApplication, styled: None) -> None:
    del styled
    apply_style(qapp, Scheme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() == LIGHT
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)


def test_type_is_never_smaller_than_the_base_size(qapp: QApplication) -> None:
    assert qapp is not None
    assert base_font().pointSizeF() >= BASE_POINTS


def test_a_heading_grows_with_the_font_of_the_user(qapp: QApplication, styled: None) -> None:
    del styled
    font = qapp.font()
    font.setPointSizeF(21)
    qapp.setFont(font)
    assert sized(14).pointSizeF() == pytest.approx(28)


def rules_of_the_sheet() -> list[tuple[str, dict[str, str]]]:
    """Return the selectors of the style sheet with the names of the colours that they set."""
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", SHEET.read_text("utf-8"))
    return [
        (selector.strip(), dict(re.findall(r"([\w-]+):[^;]*?\$(\w+)", body)))
        for selector, body in rules
    ]


PAIRS = (
    ("color", "background"),
    ("color", "alternate-background-color"),
    ("selection-color", "selection-background-color"),
)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_every_text_that_the_style_sheet_sets_can_be_read_on_its_ground(scheme: Colours) -> None:
    found = 0
    for selector, set_here in rules_of_the_sheet():
        for text, ground in PAIRS:
            if text in set_here and ground in set_here:
                found += 1
                pair = getattr(scheme, set_here[text]), getattr(scheme, set_here[ground])
                assert contrast(*pair) >= 4.5, (selector, text, ground)
    assert found >= 10


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_text_without_a_ground_of_its_own_can_be_read_wherever_it_may_stand(
    scheme: Colours,
) -> None:
    bare = {
        set_here["color"]
        for selector, set_here in rules_of_the_sheet()
        if "color" in set_here and "background" not in set_here and ":disabled" not in selector
    }
    assert bare == {"text", "muted", "accent", "bad"}
    grounds = {name: getattr(scheme, name) for name in ("window", "surface")}
    for text, (name, ground) in product(bare, grounds.items()):
        assert contrast(getattr(scheme, text), ground) >= 4.5, (text, name)
    assert contrast(scheme.bad, scheme.bad_ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_what_cannot_be_chosen_is_fainter_and_still_seen(scheme: Colours) -> None:
    disabled = [set_here for selector, set_here in rules_of_the_sheet() if ":disabled" in selector]
    for set_here in disabled:
        if "color" in set_here:
            text = getattr(scheme, set_here["color"])
            ground = getattr(scheme, set_here.get("background", "surface"))
            assert 3 <= contrast(text, ground) < contrast(scheme.text, ground)


def test_every_control_that_takes_the_keys_has_a_rule_for_them() -> None:
    focused = {selector for selector, _ in rules_of_the_sheet() if ":focus" in selector}
    told = " ".join(focused)
    for control in ("QLineEdit", "QPushButton", "QTabBar", "QTableView", "QPlainTextEdit"):
        assert f"{control}" in told
    assert {"QCheckBox:focus", "QListView#choices:focus"} <= focused
