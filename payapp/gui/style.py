"""The one style of the window: colours for light and dark, typography and spacing.

Spacing is in device-independent pixels, sizes of type in points. Every pair of text and ground
here has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from string import Template
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from payapp.files.places import resources_folder
from payapp.gui.tones import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

TIGHT: Final = 4
CLOSE: Final = 8
SPACE: Final = 16
WIDE: Final = 24
ROUND: Final = 8

# What the style sheet leaves above and below the text of a field, as a part of its height, and
# the frame of a field with what Qt keeps free inside it.
AROUND_A_TEXT: Final = 0.42
FIELD_EDGE: Final = 2

SMALL_POINTS: Final = 9.5
BASE_POINTS: Final = 10.5
HEADING_POINTS: Final = 14.0
TITLE_POINTS: Final = 22.0

_PREFERRED_FAMILIES: Final = ["Inter", "Noto Sans", "Open Sans", "Liberation Sans"]
_NO_CHOICE_OF_THE_USER: Final = frozenset({"Sans Serif", "Sans", "DejaVu Sans"})


class Colours(NamedTuple):
    """One colour scheme: grounds, texts, lines and the ground and text of each tone."""

    window: str
    surface: str
    hover: str
    line: str
    border: str
    scroll: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    good: str
    good_ground: str
    bad: str
    bad_ground: str
    doubt: str
    doubt_ground: str
    note: str
    note_ground: str
    unknown: str
    unknown_ground: str
    aside: str
    aside_ground: str

    def of(self, tone: Tone) -> tuple[str, str]:
        """Return the text and the ground of a tone."""
        names = tuple(map(str, self._asdict().values()))
        start = self._fields.index(tone)
        return names[start], names[start + 1]


LIGHT: Final = Colours(
    window="#f4f5f7",
    surface="#ffffff",
    hover="#eef2f7",
    line="#e1e5ea",
    border="#7f8b99",
    scroll="#c3cad3",
    text="#1a2330",
    muted="#526071",
    accent="#1d5a9e",
    on_accent="#ffffff",
    selected="#e4eefa",
    good="#17653a",
    good_ground="#e5f3ea",
    bad="#a12226",
    bad_ground="#fbe9e8",
    doubt="#7a4a00",
    doubt_ground="#fdf1d8",
    note="#1d5a9e",
    note_ground="#e4eefa",
    unknown="#564a8a",
    unknown_ground="#eeebf8",
    aside="#4e5b6b",
    aside_ground="#edf0f3",
)

DARK: Final = Colours(
    window="#14181e",
    surface="#1c222a",
    hover="#252d37",
    line="#2d3642",
    border="#76849a",
    scroll="#424d5b",
    text="#e8ecf1",
    muted="#a7b3c2",
    accent="#8abaf3",
    on_accent="#0d1b2b",
    selected="#22364d",
    good="#86d7a5",
    good_ground="#17352a",
    bad="#ffa9a4",
    bad_ground="#472427",
    doubt="#f2c876",
    doubt_ground="#3d3017",
    note="#8abaf3",
    note_ground="#1e3249",
    unknown="#c2b6f5",
    unknown_ground="#302b4b",
    aside="#b4bfcc",
    aside_ground="#2a323c",
)


class Scheme(StrEnum):
    """Which colours a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_CHOSEN: Final = "payapp_scheme"
_SYSTEM_IS_DARK: Final = "payapp_system_is_dark"
_HALF_LIGHT: Final = 128


def colours() -> Colours:
    """Return the colours that the person chose, or else those that the system asks for."""
    application = QApplication.instance()
    if application is None:
        return LIGHT
    chosen = application.property(_CHOSEN)
    if chosen in {Scheme.LIGHT, Scheme.DARK}:
        return DARK if chosen == Scheme.DARK else LIGHT
    return DARK if application.property(_SYSTEM_IS_DARK) else LIGHT


def palette_of(scheme: Colours) -> QPalette:
    """Return the palette of a colour scheme for every widget that is not styled by name."""
    palette = QPalette()
    role = QPalette.ColorRole
    for colour, roles in (
        (scheme.window, (role.Window,)),
        (scheme.surface, (role.Base, role.Button, role.ToolTipBase)),
        (scheme.hover, (role.AlternateBase,)),
        (scheme.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (scheme.accent, (role.Highlight, role.Link, role.Accent)),
        (scheme.on_accent, (role.HighlightedText,)),
        (scheme.muted, (role.PlaceholderText,)),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(scheme.border))
    return palette


def base_font() -> QFont:
    """Return the font of the window: the user's own family, at a size that reads with ease."""
    font = QFont(QGuiApplication.font())
    if font.family() in _NO_CHOICE_OF_THE_USER:
        font.setFamilies([*_PREFERRED_FAMILIES, font.family()])
    font.setPointSizeF(max(BASE_POINTS, font.pointSizeF()))
    return font


def sized(points: float, *, bold: bool = False) -> QFont:
    """Return the window's font in another size, in points, where the base size is as shipped."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * points / BASE_POINTS)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def in_type(pixels: int) -> int:
    """Return a width in pixels that grows with the font of the program as its texts do."""
    return round(pixels * max(QGuiApplication.font().pointSizeF() / BASE_POINTS, 1.0))


def control_height(metrics: QFontMetrics) -> int:
    """Return how high a control is in pixels: as high as the style sheet makes a field."""
    return metrics.height() + 2 * round(AROUND_A_TEXT * metrics.height()) + 2 * FIELD_EDGE


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property that the style sheet reads, and have it drawn accordingly."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def style_sheet(template: str, scheme: Colours) -> str:
    """Return a style sheet whose `$names` are filled with the colours of a scheme."""
    return Template(template).substitute(scheme._asdict())


def arguments(program: Sequence[str]) -> list[str]:
    """Return the words that QApplication starts with, so that it draws alike on every system.

    To set the style by a call would bring in every name of Qt's styles before the first paint.
    """
    return [*program, "-style", "fusion"]


def apply_style(application: QApplication, scheme: Scheme) -> None:
    """Give the program its style, and follow the system when it turns light or dark."""
    application.setFont(base_font())
    if application.property(_SYSTEM_IS_DARK) is None:
        # Qt's own name for it would bring in all names of `Qt` before the first paint.
        ground = application.palette().window().color()
        application.setProperty(_SYSTEM_IS_DARK, ground.lightness() < _HALF_LIGHT)
        application.styleHints().colorSchemeChanged.connect(_follow_system)
    choose_scheme(scheme)


def _follow_system(scheme: "Qt.ColorScheme") -> None:
    from PySide6.QtCore import Qt

    application = QApplication.instance()
    if application is not None:
        application.setProperty(_SYSTEM_IS_DARK, scheme is Qt.ColorScheme.Dark)
    _recolour()


def choose_scheme(scheme: Scheme) -> None:
    """Show the window in the colours that a person wants."""
    application = QApplication.instance()
    if application is not None:
        application.setProperty(_CHOSEN, scheme.value)
    _recolour()


def _recolour() -> None:
    """Show the colours that are chosen now: at once before the first window, else by turns."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    if not application.styleSheet():
        _dress(application)
        return
    from payapp.gui.recolouring import Recolouring

    if application.findChild(Recolouring) is None:
        Recolouring(application, partial(_dress, application))


def _dress(application: QApplication) -> None:
    """Give the program the palette and the style sheet of its colours.

    To put one sheet in the place of the other at once would take much longer.
    """
    template = resources_folder() / "style" / "window.qss"
    application.setStyleSheet("")
    application.setPalette(palette_of(colours()))
    application.setStyleSheet(style_sheet(template.read_text(encoding="utf-8"), colours()))
