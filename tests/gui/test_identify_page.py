"""Which figure is this? Salaries that were published in advertisements are named."""

import pytest
from PySide6.QtCore import Qt

from payapp.gui.identify_page import IdentifyPage
from tests.gui.desks import OnDesk, cells, copied
from tests.gui.hands import click, press

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def page(on_desk: OnDesk) -> IdentifyPage:
    return on_desk.show(IdentifyPage(on_desk.desk, on_desk.window))


@pytest.mark.parametrize(
    ("typed", "headline", "figure"),
    [
        ("44,352", "£44,352 is:", ["Principal teacher scale", "5", "£44,352", "1 April 2014"]),
        (
            "£57657",
            "£57,657 is:",
            ["Depute head and headteacher scale", "4", "£57,657", "1 January 2022"],
        ),
        ("2787", "£2,787 is:", ["SEN allowance", "min", "£2,787", "1 September 2025"]),
    ],
)
def test_an_advertised_salary_is_named(
    on_desk: OnDesk, page: IdentifyPage, typed: str, headline: str, figure: list[str]
) -> None:
    on_desk.type_over(page.amount, typed)
    press(page.amount, Qt.Key.Key_Return)
    on_desk.wait()
    assert page.headline.text() == headline
    assert figure in [row[3:7] for row in cells(page.panel)]


def test_an_amount_that_is_a_share_says_of_what(on_desk: OnDesk, page: IdentifyPage) -> None:
    on_desk.type_over(page.amount, "22176")
    click(page.look)
    on_desk.wait()
    found = [row for row in cells(page.panel) if row[5] == "£44,352"]
    assert found, "half of point 5 of the principal teacher scale, as advertised in Elgin"
    assert found[0][0] == "0.5 of it"


def test_the_nearest_are_told_where_no_figure_fits(on_desk: OnDesk, page: IdentifyPage) -> None:
    on_desk.type_over(page.amount, "41,332.50")
    click(page.look)
    on_desk.wait()
    assert page.headline.text().startswith("£41,332.50 is no figure that is held")
    assert cells(page.panel)[0][0] == "nearest"
    assert cells(page.panel)[0][5] == "£41,333"


@pytest.mark.parametrize("typed", ["", "lots", "-5", "12.3.4"])
def test_what_is_no_amount_is_refused_beside_the_field(
    on_desk: OnDesk, page: IdentifyPage, typed: str
) -> None:
    if typed:
        on_desk.type_over(page.amount, typed)
    page.amount.setFocus()
    press(page.amount, Qt.Key.Key_Return)
    assert page.amount.property("refused") is True
    assert page.refusal.text().startswith("✗ '")
    assert "is not an amount; give pounds such as 41333" in page.refusal.text()
    assert page.refusal.property("role") == "error"
    assert page.refusal.isVisible()
    assert not page.headline.isVisible()
    assert cells(page.panel) == []
    on_desk.type_over(page.amount, "2787")
    press(page.amount, Qt.Key.Key_Return)
    on_desk.wait()
    assert page.amount.property("refused") is False
    assert page.headline.isVisible()
    assert not page.refusal.isVisible()


def test_a_match_is_read_aloud_whole(on_desk: OnDesk, page: IdentifyPage) -> None:
    on_desk.type_over(page.amount, "44352")
    click(page.look)
    on_desk.wait()
    rows = cells(page.panel)
    place = next(at for at, row in enumerate(rows) if row[3] == "Principal teacher scale")
    assert str(page.panel.rows.index(place, 5).data(SPOKEN)) == (
        "Amount: £44,352. Whole: £44,352 a year: point 5 of the principal teacher scale, "
        "Scotland, from 1 April 2014 to 31 March 2015 (agreed, printed)."
    )


def test_matches_are_copied(on_desk: OnDesk, page: IdentifyPage) -> None:
    on_desk.type_over(page.amount, "2787")
    click(page.look)
    on_desk.wait()
    click(page.panel.copy)
    on_desk.wait()
    assert {row[5] for row in copied()[1:]} >= {"£2,787"}


def test_new_figures_are_looked_through_only_for_what_was_asked(
    on_desk: OnDesk, page: IdentifyPage
) -> None:
    asked: list[bool] = []
    page.renew()
    asked.append(on_desk.tasks.is_busy)
    on_desk.type_over(page.amount, "2787")
    click(page.look)
    on_desk.wait()
    page.renew()
    asked.append(on_desk.tasks.is_busy)
    on_desk.wait()
    assert asked == [False, True]
    assert page.headline.text() == "£2,787 is:"


def test_tab_goes_from_the_amount_to_the_button_and_the_table(
    on_desk: OnDesk, page: IdentifyPage
) -> None:
    page.amount.setFocus()
    for following in (page.look, page.panel.view):
        press(on_desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_a_page_that_is_closed_while_it_looks_is_freed(on_desk: OnDesk, page: IdentifyPage) -> None:
    page.amount.setText("2787")
    page.identify()
    assert on_desk.frees(page)
