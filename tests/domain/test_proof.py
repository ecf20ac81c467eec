from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, Nature, Provenance
from payapp.domain.library import Library
from payapp.domain.proof import (
    Fault,
    FaultKind,
    areas_out_of_order,
    points_out_of_range,
    prove,
    shared_tables,
)
from payapp.files.schedules import FolderShelves

START = date(2026, 9, 1)


def figure(
    amount: int,
    *,
    point: str = "M1",
    area: str = "rest-of-england",
    item: str = "main-pay-range",
    nation: str = "england",
    start: date = START,
) -> Figure:
    return Figure(
        nation,
        area,
        start,
        None,
        item,
        point,
        Decimal(amount),
        Nature.STATUTORY,
        Provenance.PRINTED,
        ("E50",),
        3,
    )


def table(nation: str, amounts: list[int], start: date = START) -> tuple[Figure, ...]:
    return tuple(
        figure(amount, point=str(place), nation=nation, area="all", start=start)
        for place, amount in enumerate(amounts)
    )


def in_both(
    england: tuple[Figure, ...], wales: tuple[Figure, ...]
) -> Mapping[Nation, tuple[Figure, ...]]:
    return {Nation.ENGLAND: england, Nation.WALES: wales}


def test_a_point_outside_its_range_is_a_fault() -> None:
    low, high = figure(100, point="min"), figure(200, point="max")
    under, inside, above = figure(99), figure(150, point="M2"), figure(201, point="M6")
    faults = list(points_out_of_range([low, high, under, inside, above]))
    assert faults == [
        Fault(FaultKind.OUT_OF_RANGE, "england", under, low),
        Fault(FaultKind.OUT_OF_RANGE, "england", above, high),
    ]


def test_salaries_rise_from_the_rest_of_england_to_inner_london() -> None:
    rest, fringe = figure(100), figure(100, area="london-fringe")
    inner = figure(130, area="inner-london")
    faults = list(areas_out_of_order([inner, fringe, rest], frozenset()))
    assert faults == [Fault(FaultKind.ORDER_OF_AREAS, "england", fringe, rest)]


def test_allowances_are_the_same_in_every_pay_area() -> None:
    rest = figure(2885, item="sen-allowance")
    outer = figure(2886, item="sen-allowance", area="outer-london")
    faults = list(areas_out_of_order([rest, outer], frozenset({"sen-allowance"})))
    assert faults == [Fault(FaultKind.DIFFERS_BETWEEN_AREAS, "england", outer, rest)]


def test_a_nation_without_pay_areas_has_no_order_of_areas() -> None:
    rows = [figure(1, area="all"), figure(1, area="distant islands")]
    assert list(areas_out_of_order(rows, frozenset())) == []


@pytest.mark.parametrize(
    ("start", "faults"), [(date(2019, 9, 1), 0), (date(2020, 8, 31), 0), (date(2020, 9, 1), 1)]
)
def test_nations_share_a_whole_table_only_while_they_shared_a_document(
    start: date, faults: int
) -> None:
    england = table("england", [1, 2, 3, 4, 5, 6], start)
    wales = table("wales", [1, 2, 3, 4, 5], start)
    until = frozenset({"england", "wales"}), date(2020, 8, 31)
    found = list(shared_tables(in_both(england, wales), until))
    assert [fault.kind for fault in found] == [FaultKind.SHARED_TABLE] * faults


def test_tables_that_differ_in_one_amount_are_not_shared() -> None:
    england, wales = table("england", [1, 2, 3, 4, 5, 6]), table("wales", [1, 2, 3, 4, 7])
    until = frozenset[str](), START
    assert list(shared_tables(in_both(england, wales), until)) == []


def test_a_few_equal_amounts_are_no_shared_table() -> None:
    england, wales = table("england", [1, 2, 3, 4, 5]), table("wales", [1, 2, 3, 4])
    assert list(shared_tables(in_both(england, wales), (frozenset(), START))) == []


@pytest.fixture
def library(schedules_with: Callable[[str], Path], tmp_path: Path) -> Library:
    return Library(FolderShelves(schedules_with(""), tmp_path / "own"))


def test_every_figure_is_the_first_reproduced_or_an_exception(library: Library) -> None:
    proof = prove(library)
    assert (proof.figures, proof.first, proof.reproduced) == (77, 39, 38)
    assert (proof.exceptions, proof.faults) == ((), ())


def test_faults_found_while_reading_are_kept(library: Library) -> None:
    read = Fault(FaultKind.DATES, "wales", refusal="wales/2025-09-01.csv: a gap.")
    assert prove(library, [read]).faults == (read,)


@pytest.mark.parametrize(
    ("old", "new", "kind", "expected"),
    [
        ("2026-09-01,,,,3.5,", "2026-09-01,,,,4,", FaultKind.ARITHMETIC, Decimal(34233)),
        ("2026-09-01,,,,3.5,,up,,", "2026-09-01,,tlr1,,3.5,,up,,", FaultKind.NO_AWARD, None),
    ],
)
def test_a_step_that_no_award_explains_is_a_fault(
    library: Library,
    tmp_path: Path,
    old: str,
    new: str,
    kind: FaultKind,
    expected: Decimal | None,
) -> None:
    awards = tmp_path / "schedules" / "england" / "awards.csv"
    text = awards.read_text()
    assert old in text
    awards.write_text(text.replace(old, new))
    faults = prove(library).faults
    assert len(faults) == 20
    assert (faults[0].kind, faults[0].expected) == (kind, expected)
    assert faults[0].figure is not None
    assert (faults[0].figure.item, faults[0].figure.point) == ("main-pay-range", "min")


def test_an_exception_is_listed_with_its_reason(library: Library, tmp_path: Path) -> None:
    awards = tmp_path / "schedules" / "england" / "awards.csv"
    reason = "2026-09-01,,sen-allowance,,,,none,,Set by hand.\n"
    awards.write_text(awards.read_text() + reason)
    proof = prove(library)
    assert [step.reason for step in proof.exceptions] == ["Set by hand."] * 4
    assert proof.reproduced == 34
