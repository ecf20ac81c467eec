import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from payapp.casework import published_table
from payapp.casework.published_table import (
    Claim,
    Mark,
    Marked,
    TableCheck,
    check_table,
    nations_to_choose_from,
)
from payapp.domain.cases import Nation, PayArea
from payapp.domain.figures import Figure
from payapp.domain.sheet_rows import Row
from tests.worked import library

ERRORS = Path(__file__).parents[1] / "fixtures" / "published_errors.csv"


@cache
def figures() -> TableCheck:
    return TableCheck(library())


def marks(*rows: Sequence[object], told: Claim | None = None) -> list[Marked]:
    numbered = (Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1))
    return list(check_table(numbered, figures(), told or Claim()))


def only(*rows: Sequence[object], told: Claim | None = None) -> Marked:
    (found,) = marks(*rows, told=told)
    return found


def published() -> list[dict[str, str]]:
    with ERRORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("error", published(), ids=lambda row: f"{row['id']} {row['label']}")
def test_an_amount_that_was_published_wrongly_is_marked(error: dict[str, str]) -> None:
    found = only((error["title"],), (error["label"], error["shown"]))
    assert found.mark.value == error["mark"]
    if error["right"]:
        told = [figure.amount for figure in (*found.figures, *found.expected)]
        assert Decimal(error["right"]) in told


def test_a_right_amount_matches() -> None:
    found = only(("England 2026/27",), ("M6", "£46,940"))
    assert found.mark is Mark.MATCHES
    assert found.expected == ()
    assert {figure.point for figure in found.figures} == {"M6"}


def test_an_amount_of_another_year_says_which() -> None:
    found = only(("Pay 2026/27",), ("", "Rest of England"), ("M1", 31650))
    assert found.mark is Mark.ELSEWHERE
    assert found.figures[0].valid_from == date(2024, 9, 1)
    assert [figure.amount for figure in found.expected] == [Decimal(34069)]


@pytest.mark.parametrize("label", ["SEN allowance", "SEN allowance maximum"])
def test_the_maximum_of_another_year_tells_that_the_maximum_of_the_tables_own_day_is_meant(
    label: str,
) -> None:
    found = only(("England, 1 September 2025",), (label, 5690))
    assert found.mark is Mark.ELSEWHERE
    assert {figure.valid_from for figure in found.figures} == {date(2026, 9, 1)}
    assert [figure.amount for figure in found.expected] == [Decimal(5497)]


def test_an_upper_end_of_a_range_that_is_of_another_year_is_told_as_the_upper_end() -> None:
    low, high = marks(("England, 1 September 2025",), ("SEN allowance", "£2,787 to £5,690"))
    assert low.mark is Mark.MATCHES
    assert [figure.amount for figure in high.expected] == [Decimal(5497)]


def test_where_neither_label_nor_amount_tells_the_point_nothing_is_said_to_be_right() -> None:
    assert only(("England, 1 September 2025",), ("SEN allowance", 5400)).expected == ()
    assert only(("England, 1 September 2025",), ("Some allowance", 5690)).expected == ()
    assert only(("England",), ("SEN allowance", 5400)).expected == ()


def test_an_amount_of_another_nation_says_which() -> None:
    found = only(("England 2025/26",), ("L1", "51,834"))
    assert found.mark is Mark.ELSEWHERE
    assert found.figures[0].nation == "northern-ireland"


def test_an_amount_is_looked_for_first_in_the_nation_that_the_table_claims() -> None:
    found = only(("Northern Ireland 2025/26",), ("M1", "30,000"))
    assert found.mark is Mark.ELSEWHERE
    assert {figure.nation for figure in found.figures} == {"northern-ireland"}
    assert (found.figures[0].point, found.figures[0].valid_from) == ("M2", date(2023, 9, 1))


def test_a_point_that_a_nation_has_no_more_says_when_it_ended() -> None:
    assert only(("Northern Ireland 2025/26",), ("M1", "32,188")).ended == date(2023, 8, 31)
    assert only(("Northern Ireland 2022/23",), ("M1", "32,188")).ended is None
    assert only(("Northern Ireland 2025/26",), ("M9", "32,188")).ended is None
    assert only(("Northern Ireland",), ("M1", "32,188")).ended is None


def test_what_is_a_pound_out_without_a_label_should_be_the_figure_it_is_near_to() -> None:
    head = ("Scotland", "1 Apr 2026", "1 Aug 2026")
    right, wrong = marks(head, ("5", 52740, 54454))
    assert right.mark is Mark.MATCHES
    assert wrong.mark is Mark.POUND_OUT
    assert [figure.amount for figure in wrong.expected] == [Decimal(54453)]


def test_an_amount_of_another_area_says_which() -> None:
    found = only(("Teacher pay 2026/27",), ("", "Inner London"), ("M6", 46940))
    assert found.mark is Mark.ELSEWHERE
    assert found.figures[0].area == "rest-of-england"


def test_one_table_may_hold_a_column_for_each_area() -> None:
    rows = (("2026/27",), ("Point", "Rest of England", "Inner London"), ("M1", 34069, 41729))
    assert [each.mark for each in marks(*rows)] == [Mark.MATCHES, Mark.MATCHES]


def test_one_table_may_hold_a_column_for_each_year() -> None:
    rows = (("England outside London",), ("", "2024/25", "2025/26"), ("M1", 31650, 32916))
    found = marks(*rows)
    assert [each.claim.on for each in found] == [date(2024, 9, 1), date(2025, 9, 1)]
    assert [each.mark for each in found] == [Mark.MATCHES, Mark.MATCHES]


def test_a_minimum_and_a_maximum_may_stand_beside_each_other() -> None:
    rows = (("England 2026/27",), ("", "Minimum", "Maximum"), ("TLR1", 10531, 17819))
    assert [(each.claim.point, each.mark) for each in marks(*rows)] == [
        ("min", Mark.MATCHES),
        ("max", Mark.MATCHES),
    ]


def test_a_range_in_one_cell_is_two_amounts() -> None:
    found = marks(("England 2026/27",), ("TLR2", "3,651 - 8,913"))
    assert [(each.amount, each.mark) for each in found] == [
        (Decimal(3651), Mark.MATCHES),
        (Decimal(8913), Mark.MATCHES),
    ]


def test_a_line_of_text_is_a_table_too() -> None:
    found = only(("From September 2026 in England M6 is £46,940 a year",))
    assert (found.mark, found.claim.point) == (Mark.MATCHES, "M6")


def test_without_a_label_any_figure_of_that_amount_matches() -> None:
    found = only((46940,))
    assert (found.mark, found.label) == (Mark.MATCHES, "")


def test_without_a_label_a_pound_out_is_told_all_the_same() -> None:
    assert only((" ", 46941), told=Claim(Nation.ENGLAND, date(2026, 10, 1))).mark is Mark.POUND_OUT


def test_a_label_of_another_year_a_pound_out_is_told() -> None:
    found = only(("England 2027/28",), ("U3", "39,405"))
    assert found.mark is Mark.POUND_OUT
    assert found.figures[0].valid_from == date(2018, 9, 1)


def test_what_the_reader_tells_counts_where_the_table_is_silent() -> None:
    found = only(("M2", 33731), told=Claim(nation=Nation.WALES, on=date(2025, 10, 1)))
    assert found.mark is Mark.MATCHES
    elsewhere = only(("M2", 33731), told=Claim(nation=Nation.SCOTLAND))
    assert elsewhere.mark is Mark.ELSEWHERE


def test_an_area_is_asked_of_england_only() -> None:
    claim = Claim(nation=Nation.WALES, area=PayArea.INNER_LONDON)
    assert only(("M2", 33731), told=claim).mark is Mark.MATCHES


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Pay 2026/27", date(2026, 9, 1)),
        ("Pay 2026-27", date(2026, 9, 1)),
        ("Pay 2026/2027", date(2026, 9, 1)),
        ("From 1 April 2024", date(2024, 4, 1)),
        ("August 2025 award", date(2025, 8, 1)),
        ("From 1 Apr 2026", date(2026, 4, 1)),
        ("1 Aug 2026", date(2026, 8, 1)),
        ("Sep 2025", date(2025, 9, 1)),
        ("Sept 2025", date(2025, 9, 1)),
        ("Jan 2022", date(2022, 1, 1)),
        ("Oct. 2024", date(2024, 10, 1)),
        ("From 01/04/2026", date(2026, 4, 1)),
        ("From 1.4.2026", date(2026, 4, 1)),
        ("2026-04-01", date(2026, 4, 1)),
        ("Pay 2018", date(2018, 9, 1)),
        ("Published July 2026: pay", date(2026, 9, 1)),
        ("Pay", None),
    ],
)
def test_a_title_tells_the_day_from_which_its_year_runs(text: str, day: date | None) -> None:
    assert only((text,), ("M6", "£46,940")).claim.on == day


@pytest.mark.parametrize(
    ("label", "items", "point"),
    [
        ("M4", ("main-pay-range", "main-pay-scale"), "M4"),
        ("MPS 4", ("main-pay-range", "main-pay-scale"), "M4"),
        ("UPS3", ("upper-pay-range", "upper-pay-scale"), "U3"),
        ("L18", ("leadership",), "L18"),
        ("TLR 1 maximum", ("tlr1",), "max"),
        ("TLR3", ("tlr3",), None),
        ("SEN allowance min", ("sen-allowance",), "min"),
        ("SEN 2", ("sen2",), "value"),
        ("TA3", ("teaching-allowance",), "3"),
        ("Unqualified 6", ("unqualified",), "6"),
        ("Headteacher group 4 max", ("headteacher-group-4",), "max"),
        ("Leading practitioner lowest", ("leading-practitioner",), "min"),
        ("Main grade point 5", ("main-grade",), "5"),
        ("Principal teacher", ("principal-teacher",), None),
        ("Bonus", None, None),
    ],
)
def test_labels_of_pay_tables_are_recognised(
    label: str, items: tuple[str, ...] | None, point: str | None
) -> None:
    claim = only((label, 46940)).claim
    assert (claim.items, claim.point) == (items, point)


@pytest.mark.parametrize(
    "cell", ["2026", 2026, 12, 0.6, True, "60%", date(2026, 9, 1), "01/09/2026", "£50", None, "M6"]
)
def test_years_shares_and_dates_are_no_amounts(cell: object) -> None:
    assert marks(("M6", cell)) == []


@pytest.mark.parametrize("cell", ["£2,026", 2826, 3651.0, "£ 3,651", "3651", "£3,651.00 a year"])
def test_amounts_are_seen_however_they_are_written(cell: object) -> None:
    assert len(marks(("TLR2", cell))) == 1


def test_an_amount_without_any_figure_to_compare_with_has_no_nearest() -> None:
    found = only(("Northern Ireland 2026/27",), ("M1", "32,188"))
    assert (found.mark, found.figures, found.expected) == (Mark.NOTHING, (), ())


def test_every_shipped_figure_of_today_matches_under_its_own_label() -> None:
    book = library().book("england")
    day = date(2026, 10, 1)
    figures_now = [
        figure
        for item in ("main-pay-range", "upper-pay-range", "leadership")
        for figure in book.points(day, "rest-of-england", item)
        if figure.point not in {"min", "max"}
    ]
    rows = [(figure.point, int(figure.amount)) for figure in figures_now]
    found = marks(("Rest of England 2026/27",), *rows)
    assert len(found) == len(figures_now) > 40
    assert {each.mark for each in found} == {Mark.MATCHES}


def test_what_was_looked_up_is_kept_only_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published_table, "MOST_CLAIMS", 2)
    looked: list[object] = []
    claimed: Any = vars(TableCheck)["_claimed"]

    def look(self: TableCheck, figures: Iterable[Figure], claim: Claim) -> list[Figure]:
        looked.append(claim)
        found: list[Figure] = claimed(self, figures, claim)
        return found

    monkeypatch.setattr(TableCheck, "_claimed", look)
    check = TableCheck(library())
    claims = [
        Claim(Nation.ENGLAND, date(2025, 9, 1), None, ("main-pay-range",), f"M{number}")
        for number in range(1, 7)
    ]
    first = [check.mark(Decimal(99_999), claim) for claim in claims]
    before = len(looked)
    again = [check.mark(Decimal(99_999), claim) for claim in claims]
    assert first == again
    assert all(mark is Mark.NOTHING and figures for mark, figures in first)
    assert len(looked) == 2 * before, "those of the first time are forgotten"


OF_TWO_NATIONS = (("2025/26",), ("M1", 32916), ("M6", 46595))  # M1 of England, M6 of Wales


def test_a_table_that_names_no_nation_and_has_figures_of_two_may_be_of_either() -> None:
    assert nations_to_choose_from(marks(*OF_TWO_NATIONS)) == (Nation.ENGLAND, Nation.WALES)


def test_what_a_table_should_say_counts_too_where_it_names_no_nation() -> None:
    found = nations_to_choose_from(marks(("2025/26",), ("M6", 40000)))
    assert found == (Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND)


def test_a_table_whose_amounts_only_one_nation_has_need_not_name_it() -> None:
    assert nations_to_choose_from(marks(("2025/26",), ("M1", 32916), ("M6", 45352))) == ()
    assert nations_to_choose_from([]) == ()


def test_a_table_that_names_its_nation_or_whose_nation_is_told_leaves_none_to_choose() -> None:
    named = (("England 2025/26",), *OF_TWO_NATIONS[1:])
    assert nations_to_choose_from(marks(*named)) == ()
    told = Claim(nation=Nation.WALES)
    assert nations_to_choose_from(marks(*OF_TWO_NATIONS, told=told)) == ()


@pytest.mark.parametrize(
    ("label", "amount", "mark", "should_be"),
    [
        ("Headteacher 1", 67332, "matches", None),
        ("Headteacher point 1", 67332, "matches", None),
        ("Depute head 5", 76617, "matches", None),
        ("DHT/HT 2", 69402, "matches", None),
        ("Depute and headteacher 2", 71694, "matches-elsewhere", 69402),
        ("Chartered teacher 6", 66759, "matches", None),
        ("Chartered teacher 5", 66759, "matches-elsewhere", 64290),
        ("PT 3", 61818, "matches-elsewhere", 64290),
        ("Principal Teacher (Point 4)", 66759, "matches", None),
        ("Main grade point 4", 54453, "matches-elsewhere", 51582),
        ("Residential allowance, headteacher", 26988, "matches", None),
        ("Residential allowance, depute", 21753, "matches", None),
    ],
)
def test_scottish_labels_name_points_of_the_promoted_and_the_chartered_scales(
    label: str, amount: int, mark: str, should_be: int | None
) -> None:
    """A headteacher has a point in Scotland and no group."""
    found = only(("Scotland, 1 August 2026",), (label, amount))
    expected = [] if should_be is None else [Decimal(should_be)]
    assert (found.mark, [figure.amount for figure in found.expected]) == (mark, expected)


def test_a_heading_with_a_date_names_no_point() -> None:
    found = only(("Scottish scales", "Headteacher 1 August 2026"), ("19", 124365))
    assert (found.mark, found.claim.point) == (Mark.MATCHES, None)


def test_allowances_of_islands_and_of_remote_schools_are_those_of_the_day() -> None:
    for label, amount in (("Distant islands allowance", 2742), ("Remote schools, (b)", 3621)):
        assert only(("Scotland, 1 June 2024",), (label, amount), told=JUNE).mark is Mark.MATCHES


JUNE = Claim(Nation.SCOTLAND, date(2024, 6, 1))


@pytest.mark.parametrize(
    ("label", "may_be_right"), [("Headteacher 10", True), ("Headteacher 2", False), ("PT 3", False)]
)
def test_an_amount_of_a_point_that_is_known_to_be_wanting_may_be_right(
    label: str, may_be_right: bool
) -> None:
    """Points 6 to 18 of heads and deputes were found in no source."""
    found = only(("Scotland, 1 August 2026",), (label, 90000))
    assert (found.mark, found.may_be_right) == (Mark.NOTHING, may_be_right)
    assert only((label, 90000), told=Claim(Nation.SCOTLAND)).may_be_right is False
