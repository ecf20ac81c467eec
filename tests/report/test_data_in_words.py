"""Which figures are held is said as a person would say it, with a fingerprint where it is kept."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from payapp.files.schedules import open_library
from payapp.report.data_in_words import (
    all_data_in_words,
    data_head,
    data_held_in_words,
    data_in_words,
    data_line,
    data_of_all_nations,
    data_sentences,
)
from payapp.report.wording import Wording
from tests.worked import library


def said(nation: str, on: date) -> str:
    return data_in_words(library(), nation, on, Wording.load())


@pytest.mark.parametrize(
    ("nation", "on", "sentence"),
    [
        (
            "england",
            date(2025, 9, 1),
            "England figures: from September 2025, award confirmed, some",
        ),
        (
            "england",
            date(2026, 8, 31),
            "England figures: from September 2025, award confirmed, some",
        ),
        ("england", date(2026, 9, 1), "England figures: from September 2026, not yet confirmed"),
        ("wales", date(2026, 10, 1), "Wales figures: from September 2025, award confirmed, some"),
        ("northern-ireland", date(2025, 9, 1), "Northern Ireland figures: from September 2025,"),
        ("scotland", date(2026, 7, 31), "Scotland figures: from April 2026, award confirmed, some"),
        ("scotland", date(2003, 7, 31), "Scotland figures: held from August 2003 on, and not for"),
    ],
)
def test_the_figures_in_force_on_a_day_are_named_with_how_sure_they_are(
    nation: str, on: date, sentence: str
) -> None:
    assert said(nation, on).startswith(sentence)


def test_the_line_that_is_kept_has_the_fingerprint_of_the_data_version() -> None:
    line = data_line(library(), "wales", date(2025, 10, 1), Wording.load())
    found = re.fullmatch(
        r"Wales figures: from September 2025, award confirmed, some amounts computed "
        r"\(data ([0-9a-f]{10})\)",
        line,
    )
    assert found is not None
    assert f"({found[1]})" in library().data_version


ENGLAND = ("england", date(2026, 10, 1))
WALES = ("wales", date(2025, 10, 1))
SCOTLAND = ("scotland", date(2025, 10, 1))
IN_ENGLAND = "England figures: from September 2026, not yet confirmed"
IN_WALES = "Wales figures: from September 2025, award confirmed, some amounts computed"


def head(*used: tuple[str, date]) -> str:
    told = data_head(library(), used, Wording.load())
    fingerprint = f" (data {library().fingerprint})"
    assert told.endswith(fingerprint)
    return told.removesuffix(fingerprint)


def test_the_head_of_a_page_has_the_sentence_of_the_one_nation_and_day() -> None:
    assert head(ENGLAND) == head(ENGLAND, ENGLAND) == IN_ENGLAND
    assert data_head(library(), [WALES], Wording.load()) == data_line(
        library(), *WALES, Wording.load()
    )


def test_days_under_the_same_figures_are_told_once() -> None:
    later = ("england", date(2027, 8, 31))
    assert data_sentences(library(), (ENGLAND, WALES, later), Wording.load()) == (
        IN_ENGLAND,
        IN_WALES,
    )


def test_two_nations_are_both_told_and_of_more_only_the_names_for_want_of_room() -> None:
    assert head(ENGLAND, WALES) == f"{IN_ENGLAND}; {IN_WALES}"
    assert head(ENGLAND, WALES, SCOTLAND) == "Figures of England, Wales, Scotland"
    earlier = [("england", date(year, 10, 1)) for year in (2024, 2025)]
    assert head(ENGLAND, *earlier) == "Figures of England"
    assert head() == "No figures used"


def test_the_longest_head_has_room_on_a_page_of_a_workbook() -> None:
    # Excel takes 255 characters for all of a head, its codes and the name of the file included.
    every = {("northern-ireland", date(year, 10, 1)) for year in range(2010, 2027)}
    pairs = [(first, second) for first in every for second in every]
    assert max(len(data_head(library(), pair, Wording.load())) for pair in pairs) < 225


def test_every_nation_is_told_with_its_years_and_then_the_version() -> None:
    assert all_data_in_words(library(), Wording.load()) == (
        "Figures held, by when they came into force:",
        "England: from September 2014 to September 2027.",
        "Wales: from September 2017 to September 2025.",
        "Northern Ireland: from September 2010 to September 2025.",
        "Scotland: from August 2003 to August 2026.",
        f"Data version: {library().data_version}.",
    )


def test_one_line_tells_of_every_day_of_a_nation_and_of_every_nation() -> None:
    held, wording = library(), Wording.load()
    assert data_held_in_words(held, "scotland", wording) == (
        "Scotland figures: held from August 2003 to August 2026"
    )
    assert data_of_all_nations(held, wording) == (
        f"Figures of England, Wales, Northern Ireland, Scotland (data {held.fingerprint})"
    )


def test_figures_of_the_user_are_told(
    schedules_with: Callable[[str], Path], tmp_path: Path
) -> None:
    own = tmp_path / "own" / "england"
    own.mkdir(parents=True)
    shipped = schedules_with("")
    without = open_library(shipped, tmp_path / "own")
    before = data_in_words(without, "england", date(2026, 10, 1), Wording.load())
    (own / "awards.csv").write_text("", encoding="utf-8")
    after = data_in_words(
        open_library(shipped, tmp_path / "own"), "england", date(2026, 10, 1), Wording.load()
    )
    assert after == f"{before}, with your own figures"
