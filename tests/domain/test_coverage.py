from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from payapp.domain.coverage import Held, coverage, pay_years, rules_held
from payapp.domain.library import Library
from payapp.domain.rules import Kind
from payapp.files.schedules import FolderShelves, open_library


@pytest.fixture
def library(schedules_with: Callable[[str], Path], tmp_path: Path) -> Library:
    return Library(FolderShelves(schedules_with(""), tmp_path / "own"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(user=tmp_path_factory.mktemp("own"))


def held(library: Library, nation: str, item: str, year: int) -> Held:
    found = [
        row.held for row in coverage(library, nation) if (row.item, row.first.year) == (item, year)
    ]
    assert len(found) == 1
    return found[0]


def test_a_pay_year_starts_in_september_and_in_scotland_in_august(library: Library) -> None:
    assert list(pay_years(library, "england")) == [
        (date(2025, 9, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2027, 8, 31)),
    ]
    assert list(pay_years(library, "scotland")) == [
        (date(2024, 8, 1), date(2025, 7, 31)),
        (date(2025, 8, 1), date(2026, 7, 31)),
    ]


def test_a_year_counts_what_is_printed_derived_and_proposed(library: Library) -> None:
    rows = {(row.item, row.first.year): row for row in coverage(library, "england")}
    assert rows["sen-allowance", 2026][5:] == (0, 0, 4)
    assert rows["main-pay-range", 2026][5:] == (0, 0, 16)
    main = rows["main-pay-range", 2025]
    assert (main.printed, main.derived, main.proposed) == (16, 0, 0)


def test_figures_of_both_pay_dates_of_one_year_count(library: Library) -> None:
    rows = {(row.item, row.first.year): row for row in coverage(library, "scotland")}
    row = rows["main-grade", 2025]
    assert (row.held, row.printed, row.derived) == (Held.HELD, 4, 8)


@pytest.mark.parametrize(
    ("nation", "item", "year", "expected"),
    [
        ("england", "main-pay-range", 2014, Held.PARTLY),
        ("england", "main-pay-range", 2015, Held.HELD),
        ("england", "tlr2", 2026, Held.HELD),
        ("england", "tlr2", 2027, Held.NOT_HELD),
        ("england", "leadership", 2020, Held.PARTLY),
        ("england", "headteacher-group-3", 2027, Held.NOT_HELD),
        ("wales", "main-pay-range", 2018, Held.PARTLY),
        ("wales", "main-pay-range", 2020, Held.HELD),
        ("wales", "headteacher-group-3", 2018, Held.NOT_HELD),
        ("northern-ireland", "leadership", 2025, Held.PARTLY),
        ("northern-ireland", "sen1", 2013, Held.NOT_HELD),
        ("northern-ireland", "unqualified", 2023, Held.NOT_HELD),
        ("scotland", "main-grade", 2018, Held.PARTLY),
        ("scotland", "main-grade", 2022, Held.HELD),
        ("scotland", "depute-head-headteacher", 2022, Held.PARTLY),
        ("scotland", "distant-islands-allowance", 2018, Held.NOT_HELD),
        ("scotland", "remote-schools-allowance", 2023, Held.PARTLY),
    ],
)
def test_the_register_says_what_is_held(
    shipped: Library, nation: str, item: str, year: int, expected: Held
) -> None:
    assert held(shipped, nation, item, year) is expected


def rename(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_series_missing_between_two_years_makes_an_item_partly_held(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "schedules" / "scotland"
    rename(folder / "2025-08-01.csv", ",main-grade,0,", ",main-grade,probationer,")
    rename(
        folder / "2024-08-01.csv", "2024-08-01,,main-grade,0", "2024-08-01,2025-07-31,main-grade,0"
    )
    rename(folder / "2026-04-01.csv", "2026-04-01,2026-07-31", "2026-08-01,")
    (folder / "2026-04-01.csv").rename(folder / "2026-08-01.csv")
    assert held(library, "scotland", "main-grade", 2024) is Held.HELD
    assert held(library, "scotland", "main-grade", 2025) is Held.PARTLY
    assert held(library, "scotland", "main-grade", 2026) is Held.HELD


def test_rules_are_counted_by_kind_and_by_how_far_they_were_checked(library: Library) -> None:
    rules = rules_held(library, "wales")
    assert sum(rules.by_kind.values()) == sum(rules.by_checked.values())
    assert rules.by_kind == {Kind.TEST: 4}
    assert rules.by_checked == {3: 2, 2: 2}
