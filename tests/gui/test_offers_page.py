"""Offers side by side on their page.

Point M4 of the main pay range was £39,556 from September 2025, leadership point L6 £58,569, and
directed time is 1,265 hours on 195 days; leaders have no such limit.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from payapp.gui.offers_page import OffersPage
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.desks import OnDesk, cells, copied, head_of, lines, values
from tests.gui.hands import click, press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
TODAY = "england-special-school-without-allowance"
LEADER = EXAMPLES / "england-senco-leadership-range.json"
START = '{"schema": 1, "nation": "england"'
ROWS = [
    *("Case", "Against the first", "Range", "Pay a year", "Together"),
    *("Working time", "Pay for each hour", "Is it appropriate?"),
]


@pytest.fixture
def page(on_desk: OnDesk) -> OffersPage:
    on_desk.open(TODAY)
    page = OffersPage(on_desk.casework, on_desk.window)
    page.refresh()
    return on_desk.show(page)


@pytest.fixture
def two(on_desk: OnDesk, page: OffersPage, chosen: Chosen) -> OffersPage:
    """Return the page with the leadership post beside the case that is open."""
    chosen.open_path = LEADER
    click(page.add_file)
    on_desk.wait()
    return page


def column(page: OffersPage, place: int) -> dict[str, str]:
    return {row[0]: row[place] for row in cells(page.panel)}


def test_one_offer_alone_is_compared_with_nothing(page: OffersPage) -> None:
    assert page.panel.status.text() == (
        "Add at least one more offer: a case file, or this case as it stands before you change it."
    )
    assert cells(page.panel) == []
    assert not page.panel.export.isEnabled()


def test_two_offers_differ_by_what_is_paid_together(two: OffersPage) -> None:
    assert [row[0] for row in cells(two.panel)] == ROWS
    assert column(two, 1)["Together"] == "Together: £39,556 a year."
    assert column(two, 2)["Together"] == "Together: £58,569 a year."
    assert column(two, 2)["Against the first"].startswith("£19,013 a year more.")


def test_what_is_lost_of_working_time_is_told_with_the_money(two: OffersPage) -> None:
    assert column(two, 1)["Working time"] == (
        "Working time is limited to 1,265 hours on 195 days a year for full-time work."
    )
    assert column(two, 1)["Pay for each hour"] == "That is £31.27 for each of 1,265 directed hours."
    assert column(two, 2)["Working time"] == "There is no limit on hours or days."
    lost = column(two, 2)["Against the first"]
    assert lost.endswith("The limit on directed hours and days is lost.")


def test_whether_each_is_appropriate_is_said_by_the_report(two: OffersPage) -> None:
    short, fair = (column(two, place)["Is it appropriate?"] for place in (1, 2))
    assert short.startswith("Your pay does not appear to be appropriate for this role")
    assert fair == "Your pay appears to be appropriate for this role."


def test_a_cell_is_read_aloud_with_its_offer(two: OffersPage) -> None:
    spoken = str(two.panel.rows.index(ROWS.index("Together"), 2).data(SPOKEN))
    assert "Offer B" in spoken
    assert "Together: £58,569 a year." in spoken


def test_what_a_union_holds_is_marked_as_no_law(two: OffersPage) -> None:
    told = lines(two.list.outline)
    assert told[0] == "To know before deciding"
    held = [line for line in told if line.startswith("What a union holds (not law)")]
    assert len(held) == 2
    assert "195 days and 1,265 hours" in held[0]


def test_an_offer_that_is_less_says_so(on_desk: OnDesk, two: OffersPage) -> None:
    click(two.remove)
    on_desk.open("england-senco-leadership-range")
    on_desk.chosen.open_path = EXAMPLES / f"{TODAY}.json"
    click(two.add_file)
    on_desk.wait()
    assert column(two, 2)["Against the first"] == (
        "£19,013 a year less.\nA limit on directed hours and days is gained."
    )


def test_four_offers_are_the_most_and_the_buttons_say_so(on_desk: OnDesk, two: OffersPage) -> None:
    for _ in range(2):
        click(two.add_this)
        on_desk.wait()
    assert not two.add_file.isEnabled()
    assert not two.add_this.isEnabled()
    assert two.panel.model.columnCount() == 5
    click(two.add_this)
    assert len(two.others) == 3


def test_taking_the_last_away_leaves_the_keys_where_one_can_go_on(
    on_desk: OnDesk, two: OffersPage
) -> None:
    two.remove.setFocus()
    press(two.remove, Qt.Key.Key_Space)
    on_desk.wait()
    assert two.others == []
    assert two.add_file.hasFocus()
    assert not two.remove.isEnabled()
    assert lines(two.list.outline) == []


def test_the_order_of_the_rows_is_that_of_reading_and_no_heading_sorts_them(
    two: OffersPage,
) -> None:
    header = two.panel.view.horizontalHeader()
    assert not header.sectionsClickable()
    click(header.viewport(), header.viewport().rect().center())
    assert [row[0] for row in cells(two.panel)] == ROWS


def test_long_sentences_are_wrapped_and_none_is_cut(two: OffersPage) -> None:
    view = two.panel.view
    row = ROWS.index("Is it appropriate?")
    assert view.rowHeight(row) >= 2 * view.fontMetrics().height()
    wide = view.columnWidth(1)
    two.window().resize(700, 600)
    QCoreApplication.processEvents()
    assert view.columnWidth(1) < wide
    assert view.rowHeight(row) >= 3 * view.fontMetrics().height()


def test_offers_are_copied_and_exported_as_they_are_shown(
    on_desk: OnDesk, two: OffersPage, chosen: Chosen, tmp_path: Path
) -> None:
    click(two.panel.copy)
    on_desk.wait()
    assert copied()[0][1:3] == ["Offer A", "Offer B"]
    chosen.workbook_path = tmp_path / "offers.xlsx"
    click(two.panel.export)
    on_desk.wait()
    exported = {row[0]: row[1:3] for row in values(chosen.workbook_path, "Offers in columns")}
    assert exported["Together"] == ("Together: £39,556 a year.", "Together: £58,569 a year.")
    assert "figures: from September 20" in head_of(chosen.workbook_path)


def test_no_file_chosen_adds_nothing(page: OffersPage, chosen: Chosen) -> None:
    chosen.open_path = None
    click(page.add_file)
    assert page.others == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "offer.json"),
        (START + ', "on": "soon"}', "field on: 'soon' is not accepted"),
        (
            START + ', "on": "2025-10-01", "post": {"employer": "grant-aided"}}',
            "offer.json, field post.employer: 'grant-aided' is not accepted; England has no such",
        ),
    ],
)
def test_a_file_that_cannot_be_an_offer_is_refused_by_its_name(
    page: OffersPage, chosen: Chosen, tmp_path: Path, text: str, told: str
) -> None:
    chosen.open_path = tmp_path / "offer.json"
    chosen.open_path.write_text(text, encoding="utf-8")
    click(page.add_file)
    assert told in page.panel.status.text()
    assert "offer.json" in page.panel.status.text()
    assert page.others == []


def test_offers_of_two_nations_stand_side_by_side(
    on_desk: OnDesk, page: OffersPage, chosen: Chosen
) -> None:
    chosen.open_path = EXAMPLES / "scotland-special-school-teacher.json"
    click(page.add_file)
    on_desk.wait()
    assert "main grade" in column(page, 2)["Range"].lower()
    assert "main pay range" in column(page, 1)["Range"]


def test_a_page_that_is_closed_while_it_compares_is_freed(on_desk: OnDesk, two: OffersPage) -> None:
    two.refresh()
    assert on_desk.frees(two)
