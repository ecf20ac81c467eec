"""The hands of a person: clicks and keys, sent as Qt sends them."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.controls import Field, ThreeWay
from payapp.gui.description_dialog import DescriptionDialog
from payapp.gui.window import MainWindow

NO_KEYS = Qt.KeyboardModifier.NoModifier
POSTS = Path(__file__).parents[1] / "reading" / "posts"


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click with the left button, in the middle of a widget unless a place is named."""
    where = widget.rect().center() if place is None else place
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEYS, where)


def press(widget: QWidget, key: Qt.Key | str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key, or the key of a letter."""
    if isinstance(key, str):
        QTest.keyClicks(widget, key, keys)
    else:
        QTest.keyClick(widget, key, keys)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text letter by letter."""
    QTest.keyClicks(widget, text)


def three_way(page: CasePage, fact: str) -> ThreeWay:
    """Return the control of a question that is answered yes, no or not known."""
    control = page.form.rows[fact].control
    assert isinstance(control, ThreeWay)
    return control


def field(page: CasePage, fact: str) -> Field:
    """Return the field of a question that is answered by typing."""
    control = page.form.rows[fact].control
    assert isinstance(control, Field)
    return control


def say(page: CasePage, fact: str, answer: str) -> None:
    """Answer a question with a click."""
    page.form.go_to(fact)
    click(three_way(page, fact).segment(answer))


def type_over(typed_into: Field, text: str) -> None:
    """Type a text in place of what a field holds."""
    typed_into.setFocus()
    typed_into.selectAll()
    type_text(typed_into, text)


def act(window: MainWindow, action: str) -> None:
    """Choose an entry of the menus, and wait for what is written then."""
    window.menus.actions[action].trigger()
    deadline = QDeadlineTimer(20_000)
    while window.output is not None and window.output.tasks.is_busy:
        assert not deadline.hasExpired(), f"{action} never came to an end"
        QTest.qWait(1)


def wait_for_case(qtbot: QtBot, window: MainWindow) -> CasePage:
    """Wait until the page of a case that was opened is shown, and return it."""

    def is_shown() -> bool:
        return window.page is not None and window.page.isVisible()

    qtbot.waitUntil(is_shown)
    assert window.page is not None
    return window.page


def read_description(qtbot: QtBot, window: MainWindow, path: Path) -> DescriptionDialog:
    """Have a job description read, wait until it is shown, and return what shows it."""
    assert window.descriptions is not None
    window.descriptions.read(path)
    return wait_for_description(qtbot, window)


def wait_for_description(qtbot: QtBot, window: MainWindow) -> DescriptionDialog:
    """Wait until a job description that was chosen is read and shown."""

    def shown() -> list[DescriptionDialog]:
        return [each for each in window.findChildren(DescriptionDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]
