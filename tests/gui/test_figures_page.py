"""The figures on their page, found by filters; amounts as they were published.

Depute head and headteacher point 4 was £57,657 from January 2022, principal teacher point 5
£44,352 from April 2014, and U3 in England £51,048 from September 2025.
"""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from payapp.gui.figures_page import FiguresPage
from tests.gui.desks import OnDesk, cells
from tests.gui.hands import press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def page(on_desk: OnDesk) -> FiguresPage:
    return on_desk.show(FiguresPage(on_desk.desk, "scotland", on_desk.window))


def test_a_published_salary_is_found_by_its_amount(on_desk: OnDesk, page: FiguresPage) -> None:
    on_desk.type_over(page.search, "57657 depute")
    (row,) = cells(page.panel)
    assert row[2:7] == [
        *("Depute head and headteacher scale", "4", "£57,657"),
        *("1 January 2022", "31 March 2022"),
    ]


@pytest.mark.parametrize(
    "typed", ["£57,657", "57,657", "57657", "DEPUTE 57657", "57657  2022-01-01"]
)
def test_an_amount_is_found_however_it_is_typed(
    on_desk: OnDesk, page: FiguresPage, typed: str
) -> None:
    on_desk.type_over(page.search, typed)
    assert "£57,657" in {row[4] for row in cells(page.panel)}
    assert {row[4] for row in cells(page.panel)} == {"£57,657"}


def test_a_day_shows_only_what_was_in_force_on_it(on_desk: OnDesk, page: FiguresPage) -> None:
    on_desk.choose(page.item, "Principal teacher scale")
    on_desk.type_over(page.on, "31 March 2015")
    amounts = {row[3]: row[4] for row in cells(page.panel)}
    assert amounts["5"] == "£44,352"
    on_desk.type_over(page.on, "1 April 2015")
    assert {row[3]: row[4] for row in cells(page.panel)}["5"] != "£44,352"


def test_what_nothing_fits_leaves_an_empty_table_that_cannot_be_copied(
    on_desk: OnDesk, page: FiguresPage
) -> None:
    on_desk.type_over(page.search, "no such figure")
    assert cells(page.panel) == []
    assert page.panel.status.text().startswith("Rows shown: 0 of ")
    assert not page.panel.copy.isEnabled()
    on_desk.type_over(page.search, "57657 depute")
    assert page.panel.copy.isEnabled()


def test_items_are_offered_as_far_as_the_nation_has_them(page: FiguresPage) -> None:
    offered = [page.item.itemText(place) for place in range(page.item.count())]
    assert offered[0] == "Every item"
    assert "Main grade scale" in offered
    assert "SEN allowance" not in offered


def test_an_item_that_the_next_nation_has_too_stays_chosen(
    on_desk: OnDesk, page: FiguresPage
) -> None:
    on_desk.choose(page.nation, "England")
    on_desk.choose(page.item, "SEN allowance")
    on_desk.choose(page.nation, "Wales")
    assert page.item.currentText() == "SEN/ALN allowance"
    on_desk.choose(page.nation, "Scotland")
    assert page.item.currentText() == "Every item"


def test_the_chart_follows_the_row_and_goes_with_it(on_desk: OnDesk, page: FiguresPage) -> None:
    on_desk.type_over(page.search, "57657 depute")
    page.panel.view.setFocus()
    page.panel.view.setCurrentIndex(page.panel.rows.index(0, 2))
    assert page.card.isVisible()
    assert "Point 4 of the depute head and headteacher scale" in page.card.title.text()
    assert "£39,099 from 1 August 2003" in page.card.sentence.text()
    on_desk.type_over(page.search, "nothing such")
    assert page.card.isHidden()


def test_the_arrow_keys_go_from_row_to_row_and_the_chart_with_them(
    on_desk: OnDesk, page: FiguresPage
) -> None:
    on_desk.type_over(page.search, "principal 44352")
    on_desk.choose(page.nation, "Scotland")
    page.panel.view.setFocus()
    page.panel.view.setCurrentIndex(page.panel.rows.index(0, 2))
    first = page.card.title.text()
    on_desk.type_over(page.search, "principal 2014")
    page.panel.view.setFocus()
    page.panel.view.setCurrentIndex(page.panel.rows.index(0, 2))
    press(page.panel.view, Qt.Key.Key_Down)
    assert page.panel.view.currentIndex().row() == 1
    assert page.card.title.text() != first


def test_a_figure_is_read_aloud_with_its_dates_and_how_sure_it_is(
    on_desk: OnDesk, page: FiguresPage
) -> None:
    on_desk.type_over(page.search, "57657 depute")
    assert page.panel.rows.index(0, 4).data(SPOKEN) == (
        "Amount: £57,657. £57,657 a year: point 4 of the depute head and headteacher scale, "
        "Scotland, from 1 January 2022 to 31 March 2022 (agreed, printed)."
    )


def test_a_filter_holds_for_the_figures_that_are_read_anew(
    on_desk: OnDesk, page: FiguresPage
) -> None:
    on_desk.type_over(page.search, "57657 depute")
    page.renew()
    on_desk.wait()
    assert len(cells(page.panel)) == 1


def test_a_page_that_is_closed_while_it_reads_is_freed(on_desk: OnDesk, page: FiguresPage) -> None:
    page.renew()
    assert on_desk.frees(page)


@pytest.fixture
def on_a_day(on_desk: OnDesk) -> FiguresPage:
    return on_desk.show(FiguresPage(on_desk.desk, "england", on_desk.window, date(2025, 10, 1)))


def test_the_page_begins_with_the_figures_in_force_on_the_day_of_the_case(
    on_desk: OnDesk, on_a_day: FiguresPage
) -> None:
    assert on_a_day.on.text() == "1 October 2025"
    on_desk.type_over(on_a_day.search, "U3 upper rest")
    assert [row[4:6] for row in cells(on_a_day.panel)] == [["£51,048", "1 September 2025"]]
    on_a_day.on.selectAll()
    press(on_a_day.on, Qt.Key.Key_Delete)
    assert len(cells(on_a_day.panel)) > 10


def test_a_chosen_figure_tells_how_sure_it_is_and_where_it_was_read(
    on_desk: OnDesk, on_a_day: FiguresPage
) -> None:
    page = on_a_day
    assert page.sources.isHidden()
    on_desk.type_over(page.search, "51048 U3")
    page.panel.view.setCurrentIndex(page.panel.rows.index(0, 2))
    told = page.sources.sentences.texts
    assert page.sources.isVisible()
    assert told[0].startswith("£51,048 a year: point U3 of the upper pay range")
    assert "Confidence 3 of 3: an official text" in told[3]
    assert len(told) > 4
    on_desk.type_over(page.search, "nothing such")
    assert page.sources.isHidden()


def test_a_row_under_the_mouse_is_told_in_its_sentence(
    on_desk: OnDesk, on_a_day: FiguresPage
) -> None:
    on_desk.type_over(on_a_day.search, "51048 U3")
    tip = on_a_day.panel.rows.index(0, 10).data(Qt.ItemDataRole.ToolTipRole)
    assert str(tip).startswith("£51,048 a year: point U3 of the upper pay range")


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (700, False)])
def test_the_sources_stand_beside_the_chart_or_below_it(
    on_a_day: FiguresPage, width: int, *, beside: bool
) -> None:
    on_a_day.panel.view.setCurrentIndex(on_a_day.panel.rows.index(0, 2))
    on_a_day.resize(width, 700)
    QApplication.processEvents()
    assert (on_a_day.sources.x() > on_a_day.card.geometry().right()) is beside
    assert (on_a_day.sources.y() > on_a_day.card.geometry().bottom()) is not beside


def test_when_nothing_fits_it_is_said_what_to_change(on_desk: OnDesk, page: FiguresPage) -> None:
    on_desk.type_over(page.search, "no such figure")
    assert page.panel.status.text().endswith("Change what is chosen or typed above to see others.")
