"""What the shipped schedules must hold, by literals read from the published figures."""

import csv
import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, NotHeld
from payapp.domain.library import Library
from payapp.domain.rules import Kind, Proportion
from payapp.files.schedules import open_library

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "schedules"


def rows_of(name: str) -> Iterator[tuple[str, ...]]:
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from map(tuple, reader)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(user=tmp_path_factory.mktemp("own"))


def find(library: Library, nation: str, on: str, *series: str) -> Figure:
    found = library.book(nation).find(date.fromisoformat(on), *series)
    assert not isinstance(found, NotHeld), found
    return found


def test_every_nation_and_pay_date_holds_as_many_figures_of_as_much(library: Library) -> None:
    held = {
        (book.nation, pay_date.isoformat()): book.table(pay_date).values()
        for book in library.books()
        for pay_date in book.pay_dates
    }
    counted = {
        key: (len(figures), sum((figure.amount for figure in figures), Decimal(0)))
        for key, figures in held.items()
    }
    assert counted == {
        (nation, pay_date): (int(figures), Decimal(total))
        for nation, pay_date, figures, total in rows_of("totals.csv")
    }


def test_a_published_amount_of_every_item_and_pay_date_is_found(library: Library) -> None:
    wrong = [
        (nation, pay_date, area, item, point, amount)
        for nation, pay_date, area, item, point, amount in rows_of("published_amounts.csv")
        if find(library, nation, pay_date, area, item, point).amount != Decimal(amount)
    ]
    assert not wrong


def test_the_published_amounts_name_every_item_of_every_pay_date(library: Library) -> None:
    named = {
        (nation, pay_date, item)
        for nation, pay_date, _, item, *_ in rows_of("published_amounts.csv")
    }
    held = {
        (figure.nation, figure.valid_from.isoformat(), figure.item)
        for book in library.books()
        for figure in book.every()
    }
    assert named == held


@pytest.mark.parametrize(
    ("nation", "counts"),
    [
        (
            "england",
            {
                ("advisory", "derived", 1): 888,
                ("statutory", "derived", 1): 820,
                ("statutory", "printed", 3): 453,
                ("advisory", "printed", 3): 450,
                ("statutory", "printed", 2): 320,
                ("advisory", "printed", 2): 257,
                ("statutory", "proposed-derived", 1): 87,
                ("advisory", "proposed", 2): 72,
                ("advisory", "proposed", 3): 67,
                ("advisory", "proposed-derived", 1): 65,
                ("statutory", "proposed", 2): 49,
                ("statutory", "proposed", 3): 43,
                ("statutory", "printed", 1): 39,
                ("advisory", "printed", 1): 21,
            },
        ),
        (
            "wales",
            {
                ("statutory", "derived", 1): 395,
                ("statutory", "printed", 2): 142,
                ("advisory", "printed", 2): 57,
                ("advisory", "derived", 1): 55,
                ("statutory", "printed", 3): 5,
            },
        ),
        (
            "northern-ireland",
            {
                ("agreed", "derived", 1): 273,
                ("agreed", "printed", 2): 30,
                ("agreed", "printed", 3): 25,
                ("agreed", "printed", 1): 10,
            },
        ),
        (
            "scotland",
            {
                ("agreed", "derived", 1): 385,
                ("agreed", "printed", 2): 185,
                ("agreed", "printed", 3): 180,
                ("agreed", "printed", 1): 7,
            },
        ),
    ],
)
def test_nature_provenance_and_confidence_are_as_they_were_read(
    library: Library, nation: str, counts: dict[tuple[str, str, int], int]
) -> None:
    held = Counter(
        (figure.nature.value, figure.provenance.value, figure.confidence)
        for figure in library.book(nation).every()
    )
    assert held == counts


def test_every_figure_is_found_on_its_first_and_its_last_day(library: Library) -> None:
    wrong = []
    for book in library.books():
        for figure in book.every():
            series = figure.area, figure.item, figure.point
            last = book.in_force_until(figure) or date(2030, 1, 1)
            wrong += [
                (figure, on)
                for on in (figure.valid_from, last)
                if book.find(on, *series) is not figure
            ]
    assert not wrong


@pytest.mark.parametrize(
    ("nation", "on", "area", "item", "point", "amount", "how"),
    [
        ("england", "2026-10-01", "rest-of-england", "main-pay-range", "M1", 34069, "proposed"),
        ("england", "2026-08-31", "rest-of-england", "main-pay-range", "M1", 32916, "printed"),
        ("england", "2026-10-01", "inner-london", "sen-allowance", "max", 5690, "proposed-derived"),
        ("england", "2026-10-01", "rest-of-england", "tlr2", "min", 3651, "proposed-derived"),
        ("england", "2026-10-01", "rest-of-england", "unqualified", "min", 23732, "proposed"),
        ("england", "2014-09-01", "inner-london", "sen-allowance", "max", 4034, "printed"),
        ("wales", "2021-09-01", "all", "upper-pay-range", "U3", 42333, "printed"),
        ("wales", "2026-11-22", "all", "main-pay-range", "M2", 33731, "printed"),
        ("northern-ireland", "2023-09-01", "all", "main-pay-scale", "M2", 30000, "printed"),
        ("northern-ireland", "2025-09-01", "all", "sen2", "value", 5362, "derived"),
        ("scotland", "2026-04-01", "all", "main-grade", "1", 42018, "printed"),
    ],
)
def test_published_amounts_keep_how_they_came_to_us(
    library: Library, nation: str, on: str, area: str, item: str, point: str, amount: int, how: str
) -> None:
    figure = find(library, nation, on, area, item, point)
    assert (figure.amount, figure.provenance.value) == (Decimal(amount), how)


@pytest.mark.parametrize(
    ("nation", "on", "area", "item", "point"),
    [
        ("england", "2014-08-31", "rest-of-england", "tlr2", "min"),
        ("england", "2027-09-01", "rest-of-england", "tlr2", "min"),
        ("england", "2028-09-01", "rest-of-england", "main-pay-range", "min"),
        ("england", "2026-09-01", "inner-london", "leadership", "L2"),
        ("wales", "2020-09-01", "all", "main-pay-range", "M1"),
        ("wales", "2025-09-01", "inner-london", "main-pay-range", "M2"),
        ("northern-ireland", "2023-09-01", "all", "main-pay-scale", "M1"),
        ("northern-ireland", "2025-09-01", "all", "leadership", "L2"),
        ("northern-ireland", "2013-09-01", "all", "sen1", "value"),
        ("scotland", "2008-01-01", "all", "main-grade", "1"),
        ("scotland", "2027-08-01", "all", "main-grade", "1"),
        ("scotland", "2026-08-01", "all", "depute-head-headteacher", "6"),
        ("scotland", "2025-01-01", "distant islands", "distant-islands-allowance", "value"),
    ],
)
def test_what_is_not_held_is_never_answered_by_a_near_figure(
    library: Library, nation: str, on: str, area: str, item: str, point: str
) -> None:
    assert isinstance(library.book(nation).find(date.fromisoformat(on), area, item, point), NotHeld)


def test_there_are_361_rules_with_the_kinds_that_code_needs(library: Library) -> None:
    kinds = Counter(rule.kind for rule in library.rules.by_id.values())
    assert sum(kinds.values()) == 361
    assert set(kinds) == {Kind.TEST, Kind.SHOWN, Kind.CONTEXT}


def test_every_source_that_a_rule_or_a_figure_names_is_held(library: Library) -> None:
    named = {source for rule in library.rules.by_id.values() for source in rule.sources}
    named |= {source for book in library.books() for f in book.every() for source in f.sources}
    assert named <= library.sources.keys()


def test_every_rule_that_terms_limits_and_bands_name_is_one_of_their_nation(
    library: Library,
) -> None:
    named = [
        (nation.value, rule)
        for nation in Nation
        for rows in library.terms(nation).values()
        for row in rows
        for rule in row.rules
    ]
    named += [(nation, limit.rule) for (nation, _), limit in library.limits.items()]
    named += [("scotland", band.rule) for band in library.bands]
    assert not [
        (nation, rule) for nation, rule in named if nation not in library.rules[rule].nations
    ]


def test_a_limit_holds_a_number_or_a_day_and_not_both(library: Library) -> None:
    limits = library.limits.values()
    assert not [limit.id for limit in limits if (limit.number is None) == (limit.day is None)]


def test_the_terms_of_a_kind_never_overlap(library: Library) -> None:
    days = [date(year, month, 1) for year in range(2012, 2029) for month in (8, 9)]
    for nation in Nation:
        for kind in library.terms(nation):
            for day in days:
                points = [
                    (row.area, row.item, row.point) for row in library.allowances(nation, kind, day)
                ]
                assert len(points) == len(set(points)), (nation, kind, day)


@pytest.mark.parametrize(
    ("nation", "kind", "on", "proportion"),
    [
        ("england", "tlr2", "2025-08-31", Proportion.HOURS),
        ("england", "tlr2", "2025-09-01", Proportion.HOURS_UNLESS_SHARE_ADOPTED),
        ("england", "tlr1", "2026-08-31", Proportion.HOURS_UNLESS_SHARE_ADOPTED),
        ("england", "tlr1", "2026-09-01", Proportion.SHARE),
        ("england", "tlr3", "2026-09-01", Proportion.NONE),
        ("england", "sen-allowance", "2026-09-01", Proportion.HOURS),
        ("wales", "tlr2", "2021-08-31", Proportion.HOURS),
        ("wales", "tlr3", "2021-08-31", Proportion.NONE),
        ("northern-ireland", "teaching-allowance-3", "2025-09-01", Proportion.FULL_OR_HOURS),
        ("northern-ireland", "sen2", "2025-09-01", Proportion.HOURS),
        ("scotland", "remote-schools", "2024-09-01", Proportion.HOURS),
    ],
)
def test_what_pro_rates_an_allowance_changes_with_the_edition(
    library: Library, nation: str, kind: str, on: str, proportion: Proportion
) -> None:
    terms = library.allowance(nation, kind, date.fromisoformat(on))
    assert terms is not None
    assert terms.proportion is proportion


@pytest.mark.parametrize(
    ("spine", "score", "point"),
    [
        ("principal-teacher", "82", "1"),
        ("principal-teacher", "83", "2"),
        ("principal-teacher", "126", "4"),
        ("principal-teacher", "196", "8"),
        ("principal-teacher", "197", None),
        ("depute-head-headteacher", "128", "1"),
        ("depute-head-headteacher", "267", "11"),
        ("depute-head-headteacher", "521", "18"),
        ("depute-head-headteacher", "522", "19"),
    ],
)
def test_a_job_size_score_gives_the_point_of_the_published_band(
    library: Library, spine: str, score: str, point: str | None
) -> None:
    assert library.job_size_point(spine, Decimal(score)) == point


def test_job_size_bands_leave_no_score_out(library: Library) -> None:
    for spine in ("principal-teacher", "depute-head-headteacher"):
        bands = [band for band in library.bands if band.spine == spine]
        assert bands[0].lowest == 0
        for lower, upper in itertools.pairwise(bands):
            assert lower.highest == upper.lowest - 1


def test_every_gap_in_the_data_is_listed_and_every_listed_gap_is_one(library: Library) -> None:
    for gap in library.gaps:
        book = library.book(gap.nation)
        keys = {(figure.area, figure.item, figure.point) for figure in book.every()}
        covered = [key for key in keys if gap.covers(*key)]
        assert covered, gap
        assert all(isinstance(book.find(gap.first, *key), NotHeld) for key in covered), gap
        assert any(not isinstance(book.find(gap.last, *key), Figure) for key in covered), gap


@pytest.mark.parametrize(
    ("nation", "about"),
    [
        ("england", "final text of the September 2026 document"),
        ("england", "London fringe"),
        ("wales", "No award from 1 September 2026"),
        ("wales", "Of the points M2 to M5 of 2019/20 two versions were in use"),
        ("wales", "its figures for England outside London were those of Wales too"),
        ("northern-ireland", "who is entitled to SEN1 or SEN2"),
        ("northern-ireland", "14 of the 43 leadership points"),
        ("northern-ireland", "No teaching allowance and no leadership point is held before"),
        ("northern-ireland", "No figures of September 2013 to August 2014 are held"),
        ("scotland", "Points 6 to 18"),
        ("scotland", "job-sizing score cannot be computed"),
    ],
)
def test_the_known_gaps_are_told(library: Library, nation: str, about: str) -> None:
    assert [gap for gap in library.known_gaps if gap.nation == nation and about in gap.gap]


def test_the_survey_keeps_its_published_percentages(library: Library) -> None:
    answers = [answer for answer in library.survey if answer.id == "S1"]
    assert [answer.percent for answer in answers] == [
        *("33", "17", "15", "6", "6", "5", "5", "4", "4", "4"),
        *("under 1", "under 1", "under 1"),
    ]
    assert len(library.survey) == 63
