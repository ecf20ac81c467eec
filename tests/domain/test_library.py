from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payapp.domain.cases import Nation
from payapp.domain.library import Band, Gap, Library
from payapp.files.schedules import FolderShelves, open_library


class Counting(FolderShelves):
    """Shelves that note what was asked of them."""

    def __init__(self, shipped: Path, own: Path) -> None:
        super().__init__(shipped, own)
        self.asked: list[str] = []

    def __getattribute__(self, name: str) -> object:
        if name in {"rules", "sources", "limits", "bands", "gaps", "known_gaps", "survey", "terms"}:
            object.__getattribute__(self, "asked").append(name)
        return super().__getattribute__(name)


@pytest.fixture
def shelves(schedules_with: Callable[[str], Path], tmp_path: Path) -> Counting:
    return Counting(schedules_with(""), tmp_path / "own")


def test_nothing_is_read_before_it_is_asked_for_and_then_once(shelves: Counting) -> None:
    library = Library(shelves)
    assert shelves.asked == []
    assert library.rules is library.rules
    assert library.limit("england", "directed_hours") is library.limit("wales", "directed_hours")
    assert library.terms("wales") is library.terms("wales")
    assert library.bands is library.bands
    assert shelves.asked == ["rules", "limits", "terms", "bands"]


def test_every_nation_has_one_book(shelves: Counting) -> None:
    library = Library(shelves)
    assert [book.nation for book in library.books()] == list(Nation)
    assert library.book("wales") is library.book(Nation.WALES)


def test_a_limit_is_a_number_or_a_day(shelves: Counting) -> None:
    library = Library(shelves)
    hours = library.limit("northern-ireland", "directed_hours")
    assert (hours.number, hours.rule) == (Decimal(1265), "NI-TIME-01")
    begun = library.limit("england", "nasenco_course_begun_before")
    assert (begun.number, begun.day) == (None, date(2024, 9, 1))
    with pytest.raises(KeyError):
        library.limit("scotland", "directed_hours")


def test_an_allowance_is_found_by_kind_and_day(shelves: Counting) -> None:
    library = Library(shelves)
    terms = library.allowance("england", "sen-allowance", date(2026, 9, 1))
    assert terms is not None
    assert (terms.item, terms.is_range, terms.rules) == ("sen-allowance", True, ("SEN-26",))
    assert library.allowance("england", "honorarium", date(2026, 9, 1)) is None


@pytest.mark.parametrize(
    ("spine", "score", "point"),
    [
        ("principal-teacher", "0", "1"),
        ("principal-teacher", "82", "1"),
        ("principal-teacher", "82.5", None),
        ("principal-teacher", "83.5", "2"),
        ("principal-teacher", "83", "2"),
        ("principal-teacher", "97", None),
        ("depute-head-headteacher", "522", "19"),
        ("depute-head-headteacher", "9000", "19"),
        ("depute-head-headteacher", "521", None),
    ],
)
def test_a_score_gives_the_point_of_its_band(
    shelves: Counting, spine: str, score: str, point: str | None
) -> None:
    assert Library(shelves).job_size_point(spine, Decimal(score)) == point


def test_the_small_tables_come_as_records(shelves: Counting) -> None:
    library = Library(shelves)
    assert library.bands[0] == Band("principal-teacher", "1", 0, 82, "SC-JSB-PT-1")
    assert list(library.promoted_duties) == ["a", "b"]
    assert library.promoted_duties["a"].rule == "SC-DUT-03"
    assert library.gaps == (
        Gap(
            "scotland",
            "",
            "main-grade",
            "",
            date(2023, 1, 1),
            date(2023, 12, 31),
            "Not found.",
        ),
    )
    lacks = {gap.items: gap.lacks for gap in library.known_gaps}
    assert lacks[("leadership",)] is True
    assert lacks["principal-teacher", "depute-head-headteacher"] is False
    assert [answer.percent for answer in library.survey] == ["33", "17"]
    assert library.sources["OWN"].title == "Figures added on this computer"


def test_a_gap_covers_the_series_that_it_names() -> None:
    gap = Gap("scotland", "", "main-grade", "", date(2023, 1, 1), date(2023, 12, 31), "")
    assert gap.covers("all", "main-grade", "5")
    assert not gap.covers("all", "principal-teacher", "5")


def test_awards_come_oldest_first(shelves: Counting) -> None:
    awards = Library(shelves).awards("scotland")
    assert [award.valid_from.isoformat() for award in awards] == [
        "2024-08-01",
        "2025-08-01",
        "2026-04-01",
    ]
    assert awards[2].base_date == date(2024, 8, 1)


def test_the_data_version_names_the_newest_pay_dates(shelves: Counting) -> None:
    version = Library(shelves).data_version
    assert version.startswith(
        "england 2026-09-01, wales 2025-09-01, northern-ireland 2025-09-01, scotland 2026-04-01 ("
    )


def test_the_data_version_holds_the_fingerprint_and_whether_the_user_added_figures(
    shelves: Counting, tmp_path: Path
) -> None:
    library = Library(shelves)
    assert library.data_version.endswith(f"({library.fingerprint})")
    assert not library.has_own_figures
    (tmp_path / "own" / "england").mkdir(parents=True)
    (tmp_path / "own" / "england" / "awards.csv").write_text("", encoding="utf-8")
    again = Library(shelves)
    assert again.has_own_figures
    assert again.fingerprint != library.fingerprint
    assert again.data_version.endswith(f"({again.fingerprint}) with your own figures")


def test_every_rule_that_has_a_source_shows_one_in_each_of_its_nations() -> None:
    library = open_library()
    for rule in library.rules.by_id.values():
        for nation in rule.nations:
            shown = library.sources_shown(rule.id, nation)
            assert bool(shown) is bool(rule.sources), rule.id
            assert set(shown) <= set(rule.sources)


def test_a_rule_of_two_nations_shows_each_what_is_about_it() -> None:
    library = open_library()
    assert library.sources_shown("TLR-05", "england") == ("H09",)
    assert library.sources_shown("TLR-05", "wales") == ("U03", "H09")
    assert library.sources_shown("SEN-28", "england") == ("F10",)
