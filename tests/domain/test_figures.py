from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.domain.figures import (
    Figure,
    FigureBook,
    Nature,
    NotHeld,
    Provenance,
    in_order,
    nearest,
    place_of,
    same_amount,
)

FIRST, SECOND, THIRD = date(2024, 9, 1), date(2025, 9, 1), date(2026, 9, 1)


def figure(
    start: date,
    point: str,
    amount: int,
    *,
    end: date | None = None,
    area: str = "rest-of-england",
    item: str = "main-pay-range",
    provenance: Provenance = Provenance.PRINTED,
) -> Figure:
    return Figure(
        "england",
        area,
        start,
        end,
        item,
        point,
        Decimal(amount),
        Nature.ADVISORY,
        provenance,
        ("E01",),
        3,
    )


M1_2024 = figure(FIRST, "M1", 31650)
M1_2025 = figure(SECOND, "M1", 32916)
M1_2026 = figure(THIRD, "M1", 34069, end=date(2027, 8, 31), provenance=Provenance.PROPOSED)
M6_2024 = figure(FIRST, "M6", 43607, end=date(2025, 8, 31))
M6_2026 = figure(THIRD, "M6", 46940, provenance=Provenance.PROPOSED_DERIVED)
TABLES = {FIRST: [M1_2024, M6_2024], SECOND: [M1_2025], THIRD: [M1_2026, M6_2026]}


def book(read: list[date] | None = None) -> FigureBook:
    def load(pay_date: date) -> Sequence[Figure]:
        if read is not None:
            read.append(pay_date)
        return TABLES[pay_date]

    return FigureBook("england", tuple(TABLES), load)


def m1(on: date) -> Figure | NotHeld:
    return book().find(on, "rest-of-england", "main-pay-range", "M1")


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2024, 9, 1), M1_2024),
        (date(2025, 8, 31), M1_2024),
        (date(2025, 9, 1), M1_2025),
        (date(2026, 8, 31), M1_2025),
        (date(2026, 9, 1), M1_2026),
        (date(2027, 8, 31), M1_2026),
    ],
)
def test_the_figure_in_force_on_a_day_is_found(on: date, held: Figure) -> None:
    assert m1(on) is held


@pytest.mark.parametrize("on", [date(2024, 8, 31), date(2027, 9, 1)])
def test_a_day_outside_what_is_held_is_answered_with_the_periods_held(on: date) -> None:
    answer = m1(on)
    assert isinstance(answer, NotHeld)
    assert (answer.lacking, answer.held) == ("date", ("2024-09-01..2027-08-31",))


def test_a_gap_is_answered_with_the_periods_on_both_sides_of_it() -> None:
    answer = book().find(date(2026, 1, 1), "rest-of-england", "main-pay-range", "M6")
    assert isinstance(answer, NotHeld)
    assert answer.held == ("2024-09-01..2025-08-31", "2026-09-01..")


@pytest.mark.parametrize(
    ("area", "item", "point", "lacking", "held"),
    [
        ("cornwall", "main-pay-range", "M1", "area", ("rest-of-england",)),
        ("rest-of-england", "main-grade", "M1", "item", ("main-pay-range",)),
        ("rest-of-england", "main-pay-range", "M7", "point", ("M1",)),
    ],
)
def test_what_is_not_held_is_answered_with_what_is(
    area: str, item: str, point: str, lacking: str, held: tuple[str, ...]
) -> None:
    answer = book().find(SECOND, area, item, point)
    assert answer == NotHeld("england", SECOND, area, item, point, lacking, held)


def test_an_answer_is_looked_up_once() -> None:
    one = book()
    key = (SECOND, "rest-of-england", "main-pay-range", "M9")
    assert one.find(*key) is one.find(*key)


def test_answers_do_not_pile_up_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("payapp.domain.figures.MOST_KEPT", 1)
    one = book()
    for day in range(1, 6):
        assert one.find(date(2025, 10, day), "rest-of-england", "main-pay-range", "M1") is M1_2025
    assert len(vars(one)["_found"]) <= 2


def test_points_looked_up_do_not_pile_up_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("payapp.domain.figures.MOST_KEPT", 1)
    one = book()
    for day in range(1, 6):
        found = one.points(date(2025, 10, day), "rest-of-england", "main-pay-range")
        assert M1_2025 in found
    assert len(vars(one)["_points"]) <= 2


def test_only_the_tables_that_a_question_needs_are_read_and_each_once() -> None:
    read: list[date] = []
    one = book(read)
    assert read == []
    one.amount(SECOND, "rest-of-england", "main-pay-range", "M1")
    one.amount(date(2025, 12, 1), "rest-of-england", "main-pay-range", "M1")
    assert read == [SECOND]


def test_an_amount_is_none_where_no_figure_is_held() -> None:
    one = book()
    assert one.amount(SECOND, "rest-of-england", "main-pay-range", "M1") == Decimal(32916)
    assert one.amount(SECOND, "rest-of-england", "main-pay-range", "M6") is None


def test_the_points_of_a_day_are_those_in_force() -> None:
    one = book()
    assert one.points(FIRST, "rest-of-england", "main-pay-range") == (M1_2024, M6_2024)
    assert one.points(SECOND, "rest-of-england", "main-pay-range") == (M1_2025,)
    assert one.points(SECOND, "inner-london", "main-pay-range") == ()


def test_the_row_before_is_that_of_the_day_before() -> None:
    one = book()
    assert one.before(M1_2026) is M1_2025
    assert one.before(M1_2024) is None
    assert one.before(M6_2026) is None


def test_the_last_confirmed_figure_is_more_than_a_proposal() -> None:
    one = book()
    assert one.last_confirmed(M1_2026) is M1_2025
    assert one.last_confirmed(M1_2025) is M1_2025
    assert one.last_confirmed(M6_2026) is None


def test_a_figure_is_in_force_until_the_next_row_of_its_series() -> None:
    one = book()
    assert one.in_force_until(M1_2024) == date(2025, 8, 31)
    assert one.in_force_until(M1_2026) == date(2027, 8, 31)
    assert one.in_force_until(M6_2026) is None


def test_every_figure_is_yielded_oldest_first() -> None:
    assert list(book().every()) == [M1_2024, M6_2024, M1_2025, M1_2026, M6_2026]


@pytest.mark.parametrize(
    ("provenance", "proposed", "derived"),
    [
        (Provenance.PRINTED, False, False),
        (Provenance.DERIVED, False, True),
        (Provenance.PROPOSED, True, False),
        (Provenance.PROPOSED_DERIVED, True, True),
    ],
)
def test_a_provenance_says_proposed_and_derived(
    provenance: Provenance, proposed: bool, derived: bool
) -> None:
    assert (provenance.is_proposed, provenance.is_derived) == (proposed, derived)


def test_an_amount_is_recognised_whole_only_to_the_penny() -> None:
    whole = same_amount([book()], Decimal(32916), [Decimal(1)])
    assert [match.figure for match in whole] == [M1_2025]
    assert same_amount([book()], Decimal("32916.40"), [Decimal(1)]) == ()


def test_an_amount_is_recognised_at_a_common_share() -> None:
    shares = [Decimal(1), Decimal("0.6")]
    found = same_amount([book()], Decimal(19750), shares)
    assert [(match.figure, match.proportion) for match in found] == [(M1_2025, Decimal("0.6"))]


def test_the_nearest_figures_come_closest_first() -> None:
    assert nearest([book()], Decimal(33000), 2) == (M1_2025, M1_2026)


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2032, 1, 1)))
def test_a_day_is_answered_by_a_figure_in_force_or_not_at_all(on: date) -> None:
    answer = m1(on)
    if isinstance(answer, NotHeld):
        assert on < FIRST or on > date(2027, 8, 31)
    else:
        assert answer.valid_from <= on
        assert answer.valid_to is None or on <= answer.valid_to


def test_points_are_put_in_order_by_their_number() -> None:
    points = ["M10", "M2", "max", "spine", "U1", "min", "3", "M1"]
    assert sorted(points, key=in_order) == ["min", "max", "3", "M1", "M2", "M10", "U1", "spine"]


@pytest.mark.parametrize(
    ("point", "place"), [("M10", ("M", 10)), ("5", ("", 5)), ("min", None), ("4a", None)]
)
def test_a_point_has_a_letter_and_a_number(point: str, place: tuple[str, int] | None) -> None:
    assert place_of(point) == place


def test_a_table_with_one_proposed_figure_is_proposed_and_is_gone_through_once() -> None:
    read: list[date] = []
    rows = {
        FIRST: [M1_2024],
        SECOND: [M1_2025, figure(SECOND, "M2", 34000, provenance=Provenance.PROPOSED_DERIVED)],
    }

    def load(pay_date: date) -> Sequence[Figure]:
        read.append(pay_date)
        return rows[pay_date]

    book = FigureBook("england", [FIRST, SECOND], load)
    assert [book.is_proposed(each) for each in (FIRST, SECOND, SECOND)] == [False, True, True]
    assert read == [FIRST, SECOND]
