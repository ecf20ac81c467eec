"""Which figures the open case rests on stands in a sentence at the foot of the window."""

from datetime import date

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from payapp.gui.about import AboutDialog
from payapp.gui.case_page import CasePage
from payapp.gui.window import MainWindow
from tests.gui.conftest import EXAMPLES
from tests.gui.hands import act, field, type_over

ENGLAND = "England: from September 2014 to September 2027."
SCOTLAND = "Scotland: from August 2003 to August 2026."


def test_the_sentence_follows_the_nation_of_the_case(window: MainWindow) -> None:
    label = window.data_version
    assert label.text().startswith("England figures: from ")
    window.open_example(EXAMPLES / "scotland-special-school-teacher.json")
    assert (
        label.text() == "Scotland figures: from August 2026, award confirmed, some amounts computed"
    )
    assert label.isVisibleTo(window)


def test_the_sentence_follows_the_day_of_the_case(window: MainWindow, page: CasePage) -> None:
    page.form.go_to("on")
    for typed, said in (
        (
            "1 September 2025",
            "England figures: from September 2025, award confirmed, some amounts computed",
        ),
        ("1 September 2026", "England figures: from September 2026, not yet confirmed"),
        ("1 September 2010", "England figures: held from September 2014 on, and not for this day"),
    ):
        type_over(field(page, "on"), typed)
        page.end_typing()
        assert window.data_version.text() == said


def test_all_that_is_held_is_told_on_demand_and_read_aloud(window: MainWindow) -> None:
    label = window.data_version
    assert label.toolTip() == label.held
    lines = label.held.split("\n")
    assert (lines[1], lines[4]) == (ENGLAND, SCOTLAND)
    assert lines[5] == f"Data version: {window.loading.data_version}."
    read = QAccessible.queryAccessibleInterface(label)
    assert read.text(QAccessible.Text.Description) == label.held


def test_about_tells_of_all_that_is_held(window: MainWindow) -> None:
    act(window, "about")
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    assert window.data_version.held in {each.text() for each in dialog.findChildren(QLabel)}
    dialog.close()


def test_what_stands_in_the_way_is_shown_until_there_is_something_to_tell(
    window: MainWindow, page: CasePage
) -> None:
    label, library = window.data_version, page.answers.library
    on = date(2025, 10, 1)
    label.show_data(library, "wales", on)
    label.show_instead("Reading …")
    assert label.text() == "Reading …"
    label.show_data(library, "wales", on)
    assert (
        label.text() == "Wales figures: from September 2025, award confirmed, some amounts computed"
    )


def test_about_shows_every_text_whole(window: MainWindow) -> None:
    act(window, "about")
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    QApplication.processEvents()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    dialog.close()
