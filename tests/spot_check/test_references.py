"""Which references stand in more than one row."""

from itertools import chain, cycle, islice

import pytest

from payapp.spot_check.joined_rows import Joined
from payapp.spot_check.references import References, Shared, shared_references


def shared(*rows: tuple[object, int]) -> Shared:
    references = References()
    for reference, row in rows:
        references.take(reference, row)
    return references.shared()


def others(found: Shared, *joined: Joined, rows: int = 10) -> dict[int, int]:
    every = {row: found.other_row(row, joined) for row in range(1, rows)}
    return {row: other for row, other in every.items() if other is not None}


def test_references_that_differ_are_not_shared() -> None:
    assert others(shared(("P1", 2), ("P2", 3), ("P10", 4))) == {}
    assert others(shared()) == {}
    assert others(Shared()) == {}


def test_each_row_of_a_shared_reference_names_another_one() -> None:
    found = shared(("P1", 2), ("P2", 3), ("P1", 4), ("P1", 7), ("P2", 9))
    assert others(found) == {2: 4, 3: 9, 4: 2, 7: 4, 9: 3}
    assert others(shared(("P1", 2), ("P2", 3), ("P1", 5))) == {2: 5, 5: 2}


@pytest.mark.parametrize(
    ("one", "other"), [("P1", "p1"), ("Ann  Lee", " ann lee"), (123, 123.0), (123, "123")]
)
def test_a_reference_is_the_same_however_it_is_written(one: object, other: object) -> None:
    assert others(shared((one, 2), (other, 5))) == {2: 5, 5: 2}


def test_a_number_without_its_noughts_is_another_reference() -> None:
    assert others(shared(("00123", 2), (123, 3), (1.5, 4), (1, 5))) == {}


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_rows_without_a_reference_are_not_alike(nothing: object) -> None:
    assert others(shared((nothing, 2), (nothing, 3))) == {}


def test_rows_that_were_taken_together_are_no_others_of_each_other() -> None:
    alone = shared(("P1", 2), ("P1", 3), ("P1", 4))
    assert alone.other_row(2, [Joined(3, 2), Joined(4, 2)]) is None
    beside = shared(("P1", 2), ("P1", 3), ("P2", 4), ("P1", 8))
    joined = [Joined(3, 2), Joined(7, 6)]
    assert beside.other_row(2, joined) == 8
    assert beside.other_row(8, joined) == 3
    assert beside.other_row(4, joined) is None


def test_only_what_stands_below_the_headings_counts() -> None:
    cells = [(1, "P1"), (2, "Ref"), (3, "P1"), (4, "P2"), (6, "P2")]
    assert others(shared_references(cells, 2, lambda: False)) == {4: 6, 6: 4}


def test_a_look_that_is_cancelled_finds_nothing() -> None:
    answers = chain(islice(cycle([False]), 2), cycle([True]))
    assert shared_references([(2, "P"), (3, "P"), (4, "P")], 1, lambda: next(answers)) == Shared()
