"""The coverage register on its page: what is held, how sure it is, and what is missing."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from payapp.gui.coverage_page import CoveragePage
from tests.gui.desks import OnDesk, cells
from tests.gui.hands import press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def page(on_desk: OnDesk) -> CoveragePage:
    return on_desk.show(CoveragePage(on_desk.desk, "scotland", on_desk.window))


def test_an_item_is_told_for_each_pay_year_with_how_it_is_known(page: CoveragePage) -> None:
    first = next(row for row in cells(page.panel) if row[1] == "Main grade scale")
    assert first[2:6] == ["1 August 2003", "31 July 2004", "held", "14"]


def test_a_year_is_read_aloud_as_a_sentence(page: CoveragePage) -> None:
    assert str(page.panel.rows.index(0, 4).data(SPOKEN)).endswith(
        "The main grade scale, Scotland, 1 August 2003 to 31 July 2004: held; 14 figures printed, "
        "0 derived, 0 proposed."
    )


def test_rules_and_known_gaps_stand_below_the_register(page: CoveragePage) -> None:
    rules, *gaps = page.notes.texts
    assert rules.startswith("Rules: ")
    assert "paragraph number not verified" in rules
    assert "Known gap: Points 6 to 18 are not held." in gaps


def test_a_gap_is_read_aloud_as_it_stands(page: CoveragePage) -> None:
    for row, note in enumerate(page.notes.texts):
        assert page.notes.index(row).data(SPOKEN) == note


def test_a_nation_shows_its_own_alone_and_all_show_the_column_of_nations(
    on_desk: OnDesk, page: CoveragePage
) -> None:
    assert page.panel.view.isColumnHidden(0)
    of_scotland = len(cells(page.panel))
    on_desk.choose(page.nation, "Wales")
    assert {row[0] for row in cells(page.panel)} == {"Wales"}
    assert not any("Points 6 to 18" in note for note in page.notes.texts)
    on_desk.choose(page.nation, "")
    assert not page.panel.view.isColumnHidden(0)
    assert {row[0] for row in cells(page.panel)} == {
        *("England", "Wales", "Northern Ireland", "Scotland"),
    }
    assert len(cells(page.panel)) > of_scotland


def test_a_gap_that_is_long_is_wrapped_and_not_cut(page: CoveragePage) -> None:
    view, notes = page.list, page.notes.texts
    long = max(range(len(notes)), key=lambda row: len(notes[row]))
    narrow = view.visualRect(page.notes.index(long)).height()
    assert narrow >= view.fontMetrics().height()
    page.window().resize(480, 600)
    QCoreApplication.processEvents()
    view.doItemsLayout()
    assert view.visualRect(page.notes.index(long)).height() > narrow
    assert view.horizontalScrollBar().maximum() == 0


def test_tab_goes_from_the_nation_through_the_table_to_the_gaps(
    on_desk: OnDesk, page: CoveragePage
) -> None:
    page.nation.setFocus()
    for following in (page.panel.view, page.panel.copy, page.panel.export, page.list):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_a_page_that_is_closed_while_it_reads_is_freed(on_desk: OnDesk, page: CoveragePage) -> None:
    page.renew()
    assert on_desk.frees(page)
