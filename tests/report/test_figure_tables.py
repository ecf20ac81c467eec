"""Tables of figures: cells as they are, and a sentence for each row."""

from datetime import date
from decimal import Decimal

from payapp.domain.coverage import Coverage, Held
from payapp.domain.figure_series import Pair, between_areas, between_dates
from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.lookups import identify
from payapp.domain.plain_tables import Table
from payapp.report.figure_tables import (
    ToldTable,
    addition_table,
    as_text,
    cell_in_words,
    compared_table,
    coverage_table,
    figures_table,
    last_days,
    matches_table,
)
from payapp.report.wording import Wording


def figure(library: Library, nation: str, on: date, *series: str) -> Figure:
    found = library.book(nation).find(on, *series)
    assert isinstance(found, Figure)
    return found


def cells(told: ToldTable, place: int) -> dict[str, object]:
    return dict(zip(told.table.headings, told.table.rows[place], strict=True))


def test_a_figure_has_its_series_amount_days_and_what_it_rests_on(
    library: Library, wording: Wording
) -> None:
    top = figure(library, "england", date(2025, 9, 1), "rest-of-england", "upper-pay-range", "U3")
    told = figures_table([top], last_days([library.book("england")]), wording)
    assert told.table.rows == [
        (
            *("England", "Rest of England", "Upper pay range", "U3"),
            *(Decimal(51048), date(2025, 9, 1), date(2026, 8, 31), "advisory", "printed", 3),
            "E01, E50, E51, E09, E17, E28",
        )
    ]
    assert told.sentence(0) == (
        "£51,048 a year: point U3 of the upper pay range, England (rest of"
        " England), from 1 September 2025 to 31 August 2026 (advisory, printed)."
    )


def test_an_area_that_is_the_whole_nation_says_so(library: Library, wording: Wording) -> None:
    top = figure(library, "wales", date(2025, 9, 1), "all", "upper-pay-range", "U3")
    told = figures_table([top], last_days([library.book("wales")]), wording)
    assert cells(told, 0)["Area"] == "Whole nation"
    assert cells(told, 0)["To"] is None


def test_a_nation_names_an_item_in_its_own_words(library: Library, wording: Wording) -> None:
    book = library.book("northern-ireland")
    row = next(each for each in book.every() if each.item == "leadership")
    assert cells(figures_table([row], last_days([book]), wording), 0)["Item"] == "Leadership scale"


def test_two_days_are_compared_in_pounds_and_per_cent(library: Library, wording: Wording) -> None:
    pairs = between_dates(library.book("england"), date(2025, 9, 1), date(2026, 9, 1))
    top = [pair for pair in pairs if pair.either.point == "U3"][:1]
    told = compared_table(top, "1 September 2025", "1 September 2026", wording)
    assert told.table.headings[4:] == ("1 September 2025", "1 September 2026", "Difference", "In %")
    assert told.table.rows[0][4:] == (51048, 52835, 1787, Decimal("3.5"))
    assert told.sentence(0) == (
        "Point U3 of the upper pay range, England (rest of England): "
        "1 September 2025 is £51,048, 1 September 2026 is £52,835: £1,787 more, 3.5%."
    )


def test_a_fall_an_equal_amount_and_a_figure_that_is_not_held_are_said_so(
    library: Library, wording: Wording
) -> None:
    book = library.book("england")
    fell = between_dates(book, date(2026, 9, 1), date(2025, 9, 1))[:1]
    same = [
        pair
        for pair in between_areas(book, date(2025, 9, 1), "rest-of-england", "inner-london")
        if pair.either.item == "tlr2"
    ]
    assert "£1,153 less, 3.4%." in compared_table(fell, "a", "b", wording).sentence(0)
    assert compared_table(same, "a", "b", wording).sentence(0).endswith("a and b are both £3,527.")
    only = [Pair(None, fell[0].other)]
    assert "a is not held, b is £32,916." in compared_table(only, "a", "b", wording).sentence(0)
    assert compared_table(only, "a", "b", wording).table.rows[0][4:] == (None, 32916, None, None)


def test_the_register_says_what_is_held_in_a_row(wording: Wording) -> None:
    row = Coverage("wales", "tlr2", date(2019, 9, 1), date(2020, 8, 31), Held.PARTLY, 1, 2, 3)
    told = coverage_table([row], wording)
    assert told.table.rows[0][4:] == ("partly held", 1, 2, 3)
    assert told.sentence(0) == (
        "TLR2, Wales, 1 September 2019 to 31 August 2020: partly held; 1 figures printed,"
        " 2 derived, 3 proposed."
    )


def test_an_amount_is_shown_with_the_share_that_gives_it(
    library: Library, wording: Wording
) -> None:
    until = last_days(library.books())
    whole = matches_table(identify(library.books(), Decimal(41333)), until, wording)
    assert {cells(whole, place)["Share"] for place in (0, 1)} == {"whole"}
    assert {row[4] for row in whole.table.rows} == {"max", "M6"}
    part = matches_table(identify(library.books(), Decimal(31701)), until, wording)
    shares = {(row[0], row[4], row[5]) for row in part.table.rows}
    assert ("0.6 of it", "U3", Decimal(52835)) in shares
    none = matches_table(identify(library.books(), Decimal(999_999)), until, wording)
    assert {row[0] for row in none.table.rows} == {"nearest"}
    assert none.sentence(0).startswith("Nearest: ")


def test_an_addition_is_set_beside_the_figure_before_it(library: Library, wording: Wording) -> None:
    book = library.book("england")
    top = figure(library, "england", date(2026, 9, 1), "rest-of-england", "upper-pay-range", "U3")
    told = addition_table([top], [(top, top)], book.before, wording)
    assert [row[4:7] for row in told.table.rows] == [(51048, 52835, 1787), (52835, 52835, 0)]
    assert told.table.headings[4:6] == ("Now", "Then")


def test_a_table_is_copied_with_tabs_between_its_cells(wording: Wording) -> None:
    table = Table("Name", ("A", "B"), ("text", "money"), [("x", Decimal(1200)), (None, None)])
    assert as_text(table, wording) == "A\tB\nx\t£1,200\n\t"


def test_a_cell_is_shown_by_its_kind(wording: Wording) -> None:
    assert cell_in_words(Decimal("3.50"), wording, "number") == "3.50"
    assert cell_in_words(Decimal("3.50"), wording, "money") == "£3.50"
    assert cell_in_words(date(2026, 9, 1), wording) == "1 September 2026"
    assert cell_in_words(7, wording, "number") == "7"
