"""Which figures are held is said as a person would say it, with a fingerprint where it is kept."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from payapp.files.schedules import open_library
from payapp.report.data_in_words import all_data_in_words, data_in_words, data_line
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


def test_every_nation_is_told_with_its_years_and_then_the_version() -> None:
    assert all_data_in_words(library(), Wording.load()) == (
        "Figures held, by when they came into force:",
        "England: from September 2014 to September 2027.",
        "Wales: from September 2017 to September 2025.",
        "Northern Ireland: from September 2010 to September 2025.",
        "Scotland: from August 2003 to August 2026.",
        f"Data version: {library().data_version}.",
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
