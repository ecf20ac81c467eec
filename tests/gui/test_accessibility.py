"""The window by keyboard and by ear: names, letters, and the way of the Tab key."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.controls import Choice
from payapp.gui.fault_dialog import FaultDialog
from payapp.gui.form_model import PAGES
from payapp.gui.form_view import PAGE_NAMES
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.faces import BESIDE, DIALOGS, WINDOWS, Faces
from tests.gui.hands import press

SAME_LINE = 6
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
INTERACTIVE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)


def letters(texts: Iterator[str]) -> list[str]:
    """Return the letters that Alt chooses."""
    without = (text.replace("&&", "") for text in texts)
    return [text[text.index("&") + 1].lower() for text in without if "&" in text]


def interactive(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        inside_a_choice = isinstance(widget.parent(), QComboBox) or isinstance(
            widget.window(), QMenu
        )
        popup = widget.windowType() is Qt.WindowType.Popup
        if isinstance(widget, INTERACTIVE) and not inside_a_choice and not popup:
            takes_keys = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
            if takes_keys and widget.isVisibleTo(root):
                yield widget


def spoken_name(widget: QWidget) -> str:
    """Return what is read aloud; of a choice, Qt itself gives the name only outside Linux."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    read = QAccessible.queryAccessibleInterface(widget)
    return read.text(QAccessible.Text.Name)


def in_view(page: CasePage, name: str) -> None:
    page.form.go_to_page_at(PAGE_NAMES.index(name))


@pytest.mark.parametrize("name", PAGES)
def test_every_control_of_every_question_has_a_name(
    window: MainWindow, page: CasePage, name: str
) -> None:
    window.menus.actions["ask_all"].trigger()
    in_view(page, name)
    nameless = [widget for widget in interactive(page) if not spoken_name(widget)]
    assert not nameless
    assert len(list(interactive(page.form))) > len(PAGES[name])


def test_every_control_of_the_welcome_page_has_a_name(window: MainWindow) -> None:
    found = list(interactive(window.welcome))
    assert len(found) >= 3
    assert not [widget for widget in found if not spoken_name(widget)]


def test_a_choice_is_named_by_its_question_and_not_by_its_answer(
    window: MainWindow, page: CasePage
) -> None:
    window.menus.actions["ask_all"].trigger()
    found = page.form.findChildren(Choice)
    assert len(found) > 6
    for choice in found:
        assert spoken_name(choice) != choice.currentText()
        assert spoken_name(choice).endswith("?")
        relations = QAccessible.queryAccessibleInterface(choice).relations()
        assert QAccessible.RelationFlag.Label in {kind for _, kind in relations}


def test_the_verdict_is_read_whole(page: CasePage) -> None:
    headline = page.answer.verdict.headline
    assert headline.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert "Not decided yet: " in spoken_name(headline)


def test_no_letter_is_given_twice_in_the_menu_bar_and_the_page_below(
    window: MainWindow, page: CasePage
) -> None:
    bar = letters(action.text() for action in window.menuBar().actions())
    assert len(bar) == 6
    for shown in (window.welcome, page):
        buttons = letters(button.text() for button in shown.findChildren(QAbstractButton))
        labels = letters(
            label.text() for label in shown.findChildren(QLabel) if label.buddy() is not None
        )
        twice = [letter for letter, count in Counter(bar + buttons + labels).items() if count > 1]
        assert not twice


def test_no_letter_is_given_twice_in_a_menu(window: MainWindow, page: CasePage) -> None:
    assert page.answered is not None
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
    assert len(menus) >= 6
    for menu in menus:
        found = letters(action.text() for action in menu.actions())
        assert len(found) == len(set(found)), menu.title()


def test_every_entry_of_a_menu_can_be_chosen_by_a_letter(window: MainWindow) -> None:
    entries = [
        action
        for menu in window.findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert not [entry.text() for entry in entries if "&" not in entry.text()]


def test_no_two_actions_share_their_keys(window: MainWindow) -> None:
    keys = [
        key.toString() for action in window.menus.actions.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    assert "F5" in keys


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_through_a_page_from_top_to_bottom(
    qtbot: QtBot, window: MainWindow, page: CasePage, name: str
) -> None:
    window.menus.actions["ask_all"].trigger()
    in_view(page, name)
    qtbot.waitUntil(window.isActiveWindow)
    shown = page.form.pages[name]
    reached: list[str] = []
    places: list[int] = []
    for _ in range(300):
        widget = page.focusWidget()
        if not shown.inner.isAncestorOf(widget):
            break
        places.append(widget.mapTo(shown.inner, QPoint(0, 0)).y())
        reached += [fact for fact, row in page.form.rows.items() if row.isAncestorOf(widget)]
        press(widget, Qt.Key.Key_Tab)
    asked = [fact for fact in PAGES[name] if not page.form.rows[fact].isHidden()]
    assert list(dict.fromkeys(reached)) == asked
    assert all(later >= earlier - SAME_LINE for earlier, later in pairwise(places))


def test_tab_leads_from_the_form_to_the_verdict_and_on_to_its_reasons(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    onward = page.form.pages["employer"].onward
    onward.setFocus()
    press(onward, Qt.Key.Key_Tab)
    assert page.answer.verdict.headline.hasFocus()
    press(page.answer.verdict.headline, Qt.Key.Key_Tab)
    assert page.answer.list.hasFocus()


def test_a_question_that_gets_the_keys_is_brought_into_view(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    window.menus.actions["ask_all"].trigger()
    qtbot.waitUntil(window.isActiveWindow)
    for fact in ("directed_hours", "teaches_sen_pupils"):
        page.form.go_to(fact)
        shown = page.form.pages["duties"]
        control = page.form.rows[fact].control
        place = control.mapTo(shown.viewport(), QPoint(0, 0))
        assert shown.viewport().rect().contains(place)
        top = page.form.rows[fact].mapTo(shown.viewport(), QPoint(0, 0)).y()
        assert top >= 0, "the question itself is in view too"


def test_the_dialog_of_a_fault_has_names_and_letters(qtbot: QtBot, wording: Wording) -> None:
    dialog = FaultDialog("details", wording)
    qtbot.addWidget(dialog)
    assert all(spoken_name(widget) for widget in interactive(dialog))
    found = letters(button.text() for button in dialog.findChildren(QAbstractButton))
    assert len(found) == len(set(found)) == 2


@pytest.mark.parametrize("size", [(1280, 720), (820, 600)])
def test_no_text_of_the_form_is_cut(
    window: MainWindow, page: CasePage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.menus.actions["ask_all"].trigger()
    for name in PAGES:
        in_view(page, name)
        QApplication.processEvents()
        shown = page.form.pages[name]
        assert shown.inner.width() <= shown.viewport().width()
        for label in shown.inner.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()


# Every window, every page


@pytest.fixture
def faces(qtbot: QtBot, window: MainWindow, wording: Wording, tmp_path: Path) -> Faces:
    return Faces(qtbot, window, wording, tmp_path)


def seen(root: QWidget) -> list[QWidget]:
    return list(interactive(root))


@pytest.mark.parametrize("name", WINDOWS)
def test_every_control_of_every_page_has_a_name(faces: Faces, name: str) -> None:
    pages = {}
    for page, shown in faces.of(name):
        found = seen(shown)
        nameless = [type(widget).__name__ for widget in found if not spoken_name(widget).strip()]
        assert not nameless, page
        pages[page] = len(found)
    assert all(pages.values()), pages


@pytest.mark.parametrize("name", WINDOWS)
def test_no_letter_is_given_twice_in_what_is_shown_at_a_time(faces: Faces, name: str) -> None:
    for page, shown in faces.of(name):
        given = Counter(letters(texts_with_letters(shown)))
        assert not [letter for letter, count in given.items() if count > 1], page


def texts_with_letters(root: QWidget) -> Iterator[str]:
    """Yield every text whose letter Alt would choose in what is shown."""
    bars = (bar for bar in root.findChildren(QMenuBar) if bar.isVisible())
    yield from (action.text() for bar in bars for action in bar.actions())
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            yield widget.text()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))


@pytest.mark.parametrize("name", WINDOWS)
def test_tab_goes_the_way_of_reading_and_reaches_everything(
    qtbot: QtBot, faces: Faces, name: str
) -> None:
    for page, shown in faces.of(name):
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        way = walk_by_tab(shown)
        back = [
            (spoken_name(one), spoken_name(other))
            for one, other in pairwise([*way, way[0]])
            if leads_back(widget_place(one, shown), widget_place(other, shown))
        ]
        assert len(back) == min(1, len(way) - 1), (page, back)
        unreached = [spoken_name(each) for each in seen(shown) if is_a_stop(each, way)]
        assert not unreached, page


def walk_by_tab(root: QWidget) -> list[QWidget]:
    """Return what Tab reaches until it comes round."""
    current = seen(root)[0]
    current.setFocus()
    reached: list[QWidget] = []
    for _ in range(120):
        press(current, Qt.Key.Key_Tab)
        current = root.focusWidget()
        if current in reached:
            break
        reached.append(current)
    else:
        raise AssertionError("Tab never comes round")
    return reached


def leads_back(one: QRect, other: QRect) -> bool:
    """Say whether the way leads back: up and not to the right, or to the left in a line."""
    if other.bottom() < one.top():
        return other.left() < one.right()
    return other.right() <= one.left() and other.top() < one.bottom()


def widget_place(widget: QWidget, root: QWidget) -> QRect:
    """Return where a widget stands, as if all that is scrolled had room."""
    place, below = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()), 0
    for area in root.findChildren(QScrollArea):
        inner, start = area.widget(), area.viewport().mapTo(root, QPoint(0, 0))
        if inner is not None and inner.isAncestorOf(widget):
            return QRect(start + widget.mapTo(inner, QPoint(0, 0)), widget.size())
        if area.isVisible() and place.top() >= start.y() + area.viewport().height():
            below += area.verticalScrollBar().maximum()
    return place.translated(0, below)


def is_a_stop(widget: QWidget, way: list[QWidget]) -> bool:
    """Say whether a control should have been reached and was not."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled() and widget not in way


@pytest.mark.parametrize("name", WINDOWS)
def test_the_control_that_the_keys_are_on_looks_different(
    qtbot: QtBot, faces: Faces, name: str
) -> None:
    for page, shown in faces.of(name):
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        for widget in seen(shown):
            if not widget.isEnabled() or isinstance(widget, QAbstractItemView):
                continue
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            assert widget.hasFocus(), (page, spoken_name(widget))
            with_keys = widget.grab().toImage()
            widget.clearFocus()
            assert widget.grab().toImage() != with_keys, (page, spoken_name(widget))


@pytest.mark.parametrize("name", WINDOWS)
def test_every_line_of_a_list_or_a_table_is_read_as_a_sentence(faces: Faces, name: str) -> None:
    for page, shown in faces.of(name):
        for view in shown.findChildren(QAbstractItemView):
            if not view.isVisibleTo(shown) or isinstance(view, QHeaderView):
                continue
            model = view.model()
            for row, column in product(range(min(model.rowCount(), 40)), range(20)):
                if model.hasIndex(row, column):
                    told = str(model.index(row, column).data(SPOKEN) or "")
                    assert told.endswith((".", "?", ":", "]")), (page, row, column, told)


@pytest.mark.parametrize("name", [*BESIDE, *DIALOGS])
def test_escape_closes_every_window_but_the_main_one(faces: Faces, name: str) -> None:
    _, shown = next(faces.of(name))
    press(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_preview_of_a_print_has_names_and_closes_by_escape(qtbot: QtBot, faces: Faces) -> None:
    preview = faces.preview()
    preview.activateWindow()
    named = [widget for widget in seen(preview) if spoken_name(widget).strip()]
    assert named == seen(preview)
    assert preview.windowTitle()
    press(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not preview.isVisible())


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_freed_when_it_is_closed(qtbot: QtBot, faces: Faces, name: str) -> None:
    dialog = faces.dialog(name)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: gone == [True])


@pytest.mark.parametrize("name", BESIDE)
def test_a_window_beside_the_main_one_is_freed_with_it(
    qtbot: QtBot, faces: Faces, name: str
) -> None:
    gone: list[bool] = []
    faces.beside(name).destroyed.connect(lambda: gone.append(True))
    faces.window.close()
    qtbot.waitUntil(lambda: gone == [True])
    assert getattr(faces.window.side, name) is None


def order_of_reading(root: QWidget, widgets: list[QWidget]) -> list[QWidget]:
    """Return widgets in the order in which a reader that walks the window meets them."""
    met: list[QWidget] = []

    def walk(widget: QWidget) -> None:
        if widget in widgets:
            met.append(widget)
        read = QAccessible.queryAccessibleInterface(widget)
        for place in range(read.childCount()):
            inside = read.child(place).object()
            if isinstance(inside, QWidget) and not isinstance(inside, QAbstractItemView):
                walk(inside)
            elif isinstance(inside, QWidget) and inside in widgets:
                met.append(inside)

    walk(root)
    return met


@pytest.mark.parametrize("size", [(1280, 720), (853, 480)])
def test_a_reader_that_walks_the_page_meets_the_form_before_the_answer(
    window: MainWindow, page: CasePage, size: tuple[int, int]
) -> None:
    window.resize(853, 480)
    QApplication.processEvents()
    window.resize(*size)
    QApplication.processEvents()
    wanted: list[QWidget] = [page.form.steps, page.answer.verdict.headline]
    if page.is_narrow:
        page.show_answer()
    assert order_of_reading(page, wanted) == wanted


def test_a_name_above_a_field_or_a_list_is_met_before_it(faces: Faces) -> None:
    seen_labels = 0
    for _, shown in faces.of("schedules"):
        for label in shown.findChildren(QLabel):
            buddy: QWidget | None = label.buddy()
            if buddy and label.isVisible():
                assert order_of_reading(shown, [buddy, label]) == [label, buddy], label.text()
                seen_labels += 1
    assert seen_labels > 10
