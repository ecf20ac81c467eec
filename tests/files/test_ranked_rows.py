from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from payapp.files.ranked_rows import RankedRows


def test_rows_come_in_the_order_of_their_ranks() -> None:
    rows = RankedRows()
    for rank, name in ((2**64 - 1, "last"), (0, "first"), (7, "middle")):
        rows.add(rank, (name, Decimal("1.50"), None))
    assert [row[0] for row in rows.in_order()] == ["first", "middle", "last"]


@given(st.lists(st.integers(0, 3)))
def test_rows_of_one_rank_come_as_they_were_added(ranks: list[int]) -> None:
    rows = RankedRows()
    for place, rank in enumerate(ranks):
        rows.add(rank, (place,))
    found = [row[0] for row in rows.in_order()]
    assert found == sorted(range(len(ranks)), key=ranks.__getitem__)


def test_no_rows_are_in_order() -> None:
    assert list(RankedRows().in_order()) == []
