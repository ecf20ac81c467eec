"""The schedules: a person browses, compares, looks an amount up, exports, and adds an award."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from payapp.domain.library import Library
from payapp.files.places import schedules_folder
from payapp.gui.addition_page import AdditionPage
from payapp.gui.compare_page import ComparePage
from payapp.gui.coverage_page import CoveragePage
from payapp.gui.figures_page import FiguresPage
from payapp.gui.identify_page import IdentifyPage
from payapp.gui.schedules_window import TABS, SchedulesWindow
from payapp.gui.window import MainWindow
from payapp.report.wording import Wording
from tests.gui.conftest import Chosen
from tests.gui.desks import cells
from tests.gui.hands import click, press, type_text
from tests.gui.test_accessibility import interactive, letters, spoken_name

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
PageKind = TypeVar("PageKind", bound=QWidget)
COLUMNS = "nation,area,valid_from,valid_to,item,point,amount,nature,provenance,sources,confidence"


class Desk:
    """The window with hands: what is chosen as a file, and the wait for what it does."""

    def __init__(self, qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen) -> None:
        self.file: Path | None = None
        self._qtbot = qtbot
        self.window = SchedulesWindow(library, "version 1", wording, chosen, lambda: self.file)
        self.window.show_for("england")
        qtbot.waitUntil(lambda: bool(self.window.pages))
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.window.tasks.is_busy, timeout=20_000)

    def page(self, kind: type[PageKind]) -> PageKind:
        """Turn to a page by the keys of its tab."""
        self.window.tabs.setFocus()
        for _ in TABS:
            press(self.window.tabs, Qt.Key.Key_Left)
        for _ in TABS:
            page = self.window.stack.currentWidget()
            if isinstance(page, kind):
                self.wait()
                return page
            press(self.window.tabs, Qt.Key.Key_Right)
        raise AssertionError(kind)

    def choose(self, choice: QWidget, first_letters: str) -> None:
        """Choose an entry by typing how it begins; without letters, the first one."""
        choice.setFocus()
        if first_letters:
            type_text(choice, first_letters)
        else:
            press(choice, Qt.Key.Key_Home)
        self.wait()


@pytest.fixture
def desk(
    qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen, styled: None
) -> Iterator[Desk]:
    del styled
    desk = Desk(qtbot, library, wording, chosen)
    yield desk
    desk.window.end()
    QCoreApplication.sendPostedEvents(desk.window, QEvent.Type.DeferredDelete)


def write_over(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def test_the_figures_of_the_nation_are_there_at_once(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    assert page.panel.model.rowCount() == 3631
    assert page.panel.status.text() == "Rows: 3,631."
    assert page.panel.view.isColumnHidden(0)


def test_figures_are_found_by_item_area_day_and_words(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    desk.choose(page.item, "Upper")
    desk.choose(page.area, "Inner")
    write_over(page.on, "15 January 2026")
    write_over(page.search, "U3")
    assert [row[2:7] for row in cells(page.panel)] == [
        ["Upper pay range", "U3", "£62,496", "1 September 2025", "31 August 2026"]
    ]
    assert page.panel.status.text() == "Rows shown: 1 of 3,631."


def test_an_amount_is_found_with_its_comma_and_sign(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    write_over(page.search, "£51,048")
    assert {row[4] for row in cells(page.panel)} == {"£51,048"}
    assert {row[3] for row in cells(page.panel)} >= {"U3", "max"}


def test_the_line_at_the_foot_tells_of_the_figures_that_the_page_shows(desk: Desk) -> None:
    line, page = desk.window.data_version, desk.page(FiguresPage)
    assert line.text() == "England figures: held from September 2014 to September 2027"
    write_over(page.on, "15 January 2026")
    assert line.text() == (
        "England figures: from September 2025, award confirmed, some amounts computed"
    )
    desk.choose(page.nation, "Scot")
    assert line.text().startswith("Scotland figures: from August 2025, ")
    desk.choose(page.nation, "")
    assert line.text().startswith("Figures of England, Wales, Northern Ireland, Scotland (data ")


def test_each_page_of_the_schedules_has_a_line_of_its_own(desk: Desk) -> None:
    line = desk.window.data_version
    compared = desk.page(ComparePage)
    assert line.text() == "England figures: from September 2027, not yet confirmed"
    write_over(compared.other_day, "1 October 2025")
    assert line.text().startswith("England figures: from September 2025, ")
    desk.page(CoveragePage)
    assert line.text() == "England figures: held from September 2014 to September 2027"
    desk.page(IdentifyPage)
    assert line.text().startswith("Figures of England, Wales, Northern Ireland, Scotland")
    desk.choose(desk.page(AdditionPage).nation, "Wales")
    assert line.text() == "Wales figures: held from September 2017 to September 2025"


def test_a_day_that_is_none_is_marked_and_filters_nothing(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    write_over(page.on, "31 June 2026")
    assert page.on.property("refused") is True
    assert page.panel.rows.rowCount() == 3631
    page.on.clear()
    page.on.textEdited.emit("")
    assert page.on.property("refused") is False


def test_another_nation_is_read_when_it_is_chosen(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    desk.choose(page.item, "Upper")
    desk.choose(page.nation, "Scot")
    assert page.panel.model.rowCount() == 757
    assert page.item.currentText() == "Every item"
    desk.choose(page.nation, "")
    assert page.panel.model.rowCount() == 5380
    assert not page.panel.view.isColumnHidden(0)


def test_the_row_that_the_keys_are_on_is_drawn_over_the_years(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    assert page.card.isHidden()
    write_over(page.search, "51048 U3")
    page.panel.view.setFocus()
    page.panel.view.setCurrentIndex(page.panel.rows.index(0, 3))
    assert page.card.isVisible()
    assert page.card.title.text() == "Point U3 of the upper pay range over the years"
    assert "£54,421 from 1 September 2027" in page.card.sentence.text()


def test_a_heading_that_is_clicked_sorts(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    header = page.panel.view.horizontalHeader()
    for _ in range(2):
        place = header.sectionViewportPosition(4) + 20
        click(header.viewport(), header.viewport().rect().topLeft() + _point(place))
    amounts = [page.panel.rows.index(row, 4).data() for row in range(3)]
    as_numbers = [int(str(amount).replace("£", "").replace(",", "")) for amount in amounts]
    assert as_numbers == sorted(as_numbers, reverse=True)
    assert as_numbers[0] > 150_000


def _point(x: int) -> QPoint:
    return QPoint(x, 10)


def test_every_cell_is_read_as_a_sentence(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    rows = page.panel.rows
    for row in range(0, rows.rowCount(), 400):
        for column in range(rows.columnCount()):
            assert str(rows.index(row, column).data(SPOKEN)).endswith(").")
    view = QAccessible.queryAccessibleInterface(page.panel.view)
    assert view.text(QAccessible.Text.Name) == "Figures"


def test_what_is_shown_is_copied_as_text(desk: Desk) -> None:
    page = desk.page(FiguresPage)
    write_over(page.search, "51048 U3")
    click(page.panel.copy)
    desk.wait()
    heading, row = QGuiApplication.clipboard().text().splitlines()
    assert heading.split("\t")[:5] == ["Nation", "Area", "Item", "Point", "Amount"]
    assert row.split("\t")[3:6] == ["U3", "£51,048", "1 September 2025"]
    QGuiApplication.clipboard().clear()
    page.panel.view.setFocus()
    press(page.panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    assert QGuiApplication.clipboard().text().startswith("Nation\tArea")


def test_what_is_shown_is_exported_with_amounts_as_numbers(
    desk: Desk, chosen: Chosen, tmp_path: Path
) -> None:
    page = desk.page(FiguresPage)
    write_over(page.search, "51048 U3")
    chosen.workbook_path = tmp_path / "figures.xlsx"
    click(page.panel.export)
    desk.wait()
    assert page.panel.status.text() == "Written to figures.xlsx."
    sheet = load_workbook(tmp_path / "figures.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][3:5] == ["U3", 51048]


def test_a_workbook_that_cannot_be_written_is_refused_in_a_sentence(
    desk: Desk, chosen: Chosen, tmp_path: Path
) -> None:
    page = desk.page(FiguresPage)
    chosen.workbook_path = None
    click(page.panel.export)
    assert page.panel.status.text() == "Rows: 3,631."
    chosen.workbook_path = tmp_path / "nowhere" / "figures.xlsx"
    click(page.panel.export)
    desk.wait()
    assert "figures.xlsx" in page.panel.status.text()
    assert not (tmp_path / "nowhere").exists()


def test_the_last_two_pay_dates_are_compared_to_begin_with(desk: Desk) -> None:
    page = desk.page(ComparePage)
    assert [page.one_day.text(), page.other_day.text()] == ["1 September 2026", "1 September 2027"]
    row = next(row for row in cells(page.panel) if row[3] == "U3")
    assert row[4:] == ["£52,835", "£54,421", "£1,586", "3.0"]


def test_two_days_that_are_typed_are_compared(desk: Desk) -> None:
    page = desk.page(ComparePage)
    write_over(page.one_day, "1/9/2025")
    write_over(page.other_day, "1/9/2026")
    desk.wait()
    row = next(row for row in cells(page.panel) if row[3] == "U3")
    assert row[4:] == ["£51,048", "£52,835", "£1,787", "3.5"]
    spoken = [page.panel.rows.index(number, 6).data(SPOKEN) for number in range(20)]
    assert any("£1,787 more, 3.5%." in str(sentence) for sentence in spoken)


def test_two_areas_are_compared_on_the_second_day(desk: Desk) -> None:
    page = desk.page(ComparePage)
    write_over(page.other_day, "1/10/2025")
    desk.choose(page.one_area, "Rest")
    assert {row[1] for row in cells(page.panel)} == {"Rest of England"}
    desk.choose(page.other_area, "Inner")
    headings = [page.panel.rows.headerData(column, Qt.Orientation.Horizontal) for column in (4, 5)]
    assert headings == ["Rest of England", "Inner London"]
    row = next(row for row in cells(page.panel) if row[3] == "U3")
    assert row[4:] == ["£51,048", "£62,496", "£11,448", "22.4"]


def test_a_comparison_that_lacks_a_day_or_a_nation_says_so(desk: Desk) -> None:
    page = desk.page(ComparePage)
    write_over(page.one_day, "soon")
    assert page.one_day.property("refused") is True
    assert page.panel.status.text().startswith("Choose a nation and enter two days.")
    assert page.panel.rows.rowCount() == 0
    desk.choose(page.nation, "Wales")
    assert not page.one_area.isEnabled()
    assert page.panel.rows.rowCount() > 20
    desk.choose(page.nation, "")
    assert page.panel.rows.rowCount() == 0


def test_the_register_and_its_gaps_are_shown(desk: Desk) -> None:
    page = desk.page(CoveragePage)
    assert page.panel.rows.rowCount() == 238
    assert {row[4] for row in cells(page.panel)} <= {"held", "partly held", "not held"}
    notes = page.notes.texts
    assert notes[0].startswith("Rules: ")
    assert all(note.startswith("Known gap: ") for note in notes[1:])
    desk.choose(page.nation, "Wales")
    assert {row[0] for row in cells(page.panel)} == {"Wales"}


def test_an_amount_is_looked_up_by_enter(desk: Desk) -> None:
    page = desk.page(IdentifyPage)
    write_over(page.amount, "41,333")
    press(page.amount, Qt.Key.Key_Return)
    desk.wait()
    assert page.headline.text() == "£41,333 is:"
    assert {tuple(row[3:6]) for row in cells(page.panel)} == {
        ("Main pay range", "max", "£41,333"),
        ("Main pay range", "M6", "£41,333"),
    }


def test_an_amount_that_is_no_figure_is_shown_with_the_nearest(desk: Desk) -> None:
    page = desk.page(IdentifyPage)
    write_over(page.amount, "999999")
    click(page.look)
    desk.wait()
    assert "is no figure that is held" in page.headline.text()
    assert [row[0] for row in cells(page.panel)] == ["nearest"] * 5


def test_what_is_no_amount_is_refused_in_a_sentence(desk: Desk) -> None:
    page = desk.page(IdentifyPage)
    write_over(page.amount, "about 40k")
    click(page.look)
    assert "is not an amount; give pounds such as 41333" in page.refusal.sentence
    assert page.amount.property("refused") is True
    assert page.panel.rows.rowCount() == 0


def plan_award(desk: Desk, percent: str, day: str) -> AdditionPage:
    page = desk.page(AdditionPage)
    desk.choose(page.nation, "Wales")
    write_over(page.percent, percent)
    write_over(page.start, day)
    click(page.work_out)
    desk.wait()
    return page


def test_an_award_is_shown_before_anything_is_written(desk: Desk, own_home: Path) -> None:
    page = plan_award(desk, "3.5%", "1 September 2026")
    assert page.panel.status.text().startswith("New figures: ")
    top = next(row for row in cells(page.panel) if row[3] == "U3")
    assert top[4:] == ["£51,942", "£53,760", "£1,818", "3.5"]
    assert page.write.isEnabled()
    assert not (own_home / "payapp" / "schedules").exists()


def test_an_award_is_written_by_the_button_alone(qtbot: QtBot, desk: Desk, own_home: Path) -> None:
    page = plan_award(desk, "3.5", "1 September 2026")
    with qtbot.waitSignal(desk.window.added):
        click(page.write)
    folder = own_home / "payapp" / "schedules" / "wales"
    assert sorted(path.name for path in folder.iterdir()) == ["2026-09-01.csv", "awards.csv"]
    assert page.panel.status.text() == "Written: wales/2026-09-01.csv, wales/awards.csv"
    assert not page.write.isEnabled()


@pytest.mark.parametrize(
    ("nation", "percent", "day", "sentence"),
    [
        ("", "3", "1 September 2028", "Select the nation whose figures are to be raised."),
        ("Wales", "three", "1 September 2028", "Enter the percentage, such as 3.5."),
        ("Wales", "3", "soon", "Enter the day from which the award is paid"),
        ("Wales", "300", "1 September 2028", "award, field percent: '300' is not accepted"),
        ("Wales", "3", "1 September 2001", "2001-09-01 is before the last pay date held of wales"),
    ],
)
def test_an_award_that_cannot_be_planned_is_refused_in_a_sentence(
    desk: Desk, nation: str, percent: str, day: str, sentence: str
) -> None:
    page = desk.page(AdditionPage)
    desk.choose(page.nation, nation)
    write_over(page.percent, percent)
    write_over(page.start, day)
    click(page.work_out)
    desk.wait()
    assert sentence in page.refusal.text()
    assert page.refusal.isVisible()
    assert not page.write.isEnabled()


def test_a_file_is_planned_and_a_faulty_one_refused_with_its_row(
    desk: Desk, tmp_path: Path
) -> None:
    page = desk.page(AdditionPage)
    good = f"{COLUMNS}\nwales,all,2026-09-01,,sen1,value,3000,statutory,printed,W1,3\n"
    desk.file = tmp_path / "award.csv"
    desk.file.write_text(good.replace("3000", "many"), encoding="utf-8")
    click(page.choose)
    desk.wait()
    assert "row 2, column amount" in page.refusal.text()
    desk.file = None
    click(page.choose)
    assert page.refusal.isVisible()


def test_a_plan_that_changes_nothing_cannot_be_written(desk: Desk) -> None:
    page = desk.page(AdditionPage)
    desk.file = schedules_folder() / "wales" / "2025-09-01.csv"
    click(page.choose)
    desk.wait()
    assert page.panel.status.text().endswith("There is nothing to write.")
    assert not page.write.isEnabled()


def test_every_model_holds_what_qt_asks_of_a_model(desk: Desk, qtmodeltester: ModelTester) -> None:
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    plan_award(desk, "3", "1 September 2026")
    pages = (desk.page(FiguresPage), desk.page(ComparePage), desk.page(CoveragePage))
    write_over(pages[0].search, "U3")
    for page in (*pages, desk.page(AdditionPage)):
        assert page.panel.rows.rowCount() > 0
        check(page.panel.rows)
        check(page.panel.model)


def test_every_control_has_a_name_and_no_letter_is_given_twice(desk: Desk) -> None:
    for place in range(len(TABS)):
        desk.window.turn_to(place)
        desk.wait()
        assert not [widget for widget in interactive(desk.window) if not spoken_name(widget)]
        tabs = [desk.window.tabs.tabText(number) for number in range(len(TABS))]
        page = desk.window.pages[TABS[place]]
        buttons = [button.text() for button in page.findChildren(QAbstractButton)]
        given = Counter(letters(iter([*tabs, *buttons])))
        assert not [letter for letter, count in given.items() if count > 1]


def test_tab_goes_through_the_fields_to_the_table_and_its_buttons(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page(FiguresPage)
    qtbot.waitUntil(desk.window.isActiveWindow)
    page.nation.setFocus()
    reached: list[QWidget] = [page.nation]
    while len(reached) < 8:
        press(reached[-1], Qt.Key.Key_Tab)
        reached.append(desk.window.focusWidget())
    assert reached == [
        *(page.nation, page.area, page.item, page.on, page.search),
        *(page.panel.view, page.panel.copy, page.panel.export),
    ]


def test_escape_closes_the_window(desk: Desk) -> None:
    press(desk.window, Qt.Key.Key_Escape)
    assert not desk.window.isVisible()


def test_an_award_that_is_written_is_known_everywhere(
    qtbot: QtBot, window: MainWindow, own_home: Path
) -> None:
    assert window.page is not None
    window.menus.actions["schedules"].trigger()
    schedules = window.side.schedules
    assert schedules is not None
    qtbot.waitUntil(lambda: bool(schedules.pages) and not schedules.tasks.is_busy)
    before, named = window.page.answers.library, window.data_version.text()
    schedules.turn_to(TABS.index("add"))
    page = schedules.pages["add"]
    assert isinstance(page, AdditionPage)
    page.nation.setFocus()
    type_text(page.nation, "Wales")
    write_over(page.percent, "3.5")
    write_over(page.start, "1 September 2026")
    click(page.work_out)
    qtbot.waitUntil(page.write.isEnabled, timeout=20_000)
    click(page.write)
    case_page = window.page
    qtbot.waitUntil(lambda: case_page.answers.library is not before, timeout=20_000)
    assert window.data_version.text() != named
    assert window.data_version.text().endswith("with your own figures")
    assert case_page.answers.library.book("wales").pay_dates[-1].isoformat() == "2026-09-01"
    assert case_page.texts.library is schedules.desk.library is case_page.answers.library
    assert schedules.data_version.text() == (
        "Wales figures: held from September 2017 to September 2026, with your own figures"
    )
    assert (own_home / "payapp" / "schedules" / "wales" / "2026-09-01.csv").is_file()


def test_the_schedules_open_by_their_keys_and_close_with_the_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    schedules = window.side.schedules
    assert schedules is not None
    assert schedules.isVisible()
    schedules.close()
    window.menus.actions["schedules"].trigger()
    assert window.side.schedules is schedules
    qtbot.waitUntil(lambda: bool(schedules.pages))
    with qtbot.waitSignal(schedules.destroyed):
        window.close()
    assert window.side.schedules is None


def test_a_long_gap_takes_as_many_lines_as_it_needs(desk: Desk) -> None:
    page = desk.page(CoveragePage)
    heights = {
        note: page.list.visualRect(page.notes.index(row)).height()
        for row, note in enumerate(page.notes.texts)
    }
    longest, shortest = max(heights, key=len), min(heights, key=len)
    assert heights[longest] > heights[shortest]
