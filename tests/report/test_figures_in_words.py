"""Figures in words: what a reader must be able to tell from any of them."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.figures import Figure, Match, Nature, NotHeld, Provenance
from payapp.domain.lookups import AreasDiffer, Identified
from payapp.domain.rules import Source, SourceKind
from payapp.report.figures_in_words import (
    Shortfall,
    confidence_in_words,
    figure_as_json,
    figure_in_a_line,
    figure_in_text,
    identified_as_json,
    identified_headline,
    identified_in_text,
    name_of,
    plain_number,
    source_in_words,
    why_no_figure,
)
from payapp.report.wording import Wording

UPPER_THREE = Figure(
    nation="england",
    area="inner-london",
    valid_from=date(2025, 9, 1),
    valid_to=None,
    item="upper-pay-range",
    point="U3",
    amount=Decimal(62496),
    nature=Nature.ADVISORY,
    provenance=Provenance.PRINTED,
    sources=("A1", "B2"),
    confidence=3,
)
HOURLY = UPPER_THREE._replace(
    nation="northern-ireland",
    area="all",
    item="unqualified-hourly",
    point="value",
    amount=Decimal("15.08"),
    nature=Nature.AGREED,
    confidence=2,
)
LAST = date(2026, 8, 31)
SOURCES = {
    "A1": Source("A1", "Pay document", "Department", "2025-09", "", "", SourceKind.OFFICIAL, ()),
    "B2": Source("B2", "Union table", "Union", "", "", "", SourceKind.UNION_OR_EMPLOYER, ()),
}


def until(figure: Figure) -> date | None:
    return figure.valid_to or LAST


def test_a_figure_says_what_it_is_and_when_it_holds(wording: Wording) -> None:
    assert figure_in_a_line(UPPER_THREE, LAST, wording) == (
        "£62,496 a year: point U3 of the upper pay range, England (inner London), "
        "from 1 September 2025 to 31 August 2026 (advisory, printed)"
    )


@pytest.mark.parametrize("confidence", [1, 2, 3])
def test_of_a_proposed_figure_the_confidence_is_that_in_what_was_announced(
    wording: Wording, confidence: int
) -> None:
    proposed = UPPER_THREE._replace(provenance=Provenance.PROPOSED, confidence=confidence)
    told = confidence_in_words(proposed, wording)
    assert told.startswith(f"confidence {confidence} of 3")
    assert "announced" in told
    assert told.endswith("the final document may differ")
    assert "announced" not in confidence_in_words(UPPER_THREE, wording)


def test_an_open_figure_has_no_last_day_and_an_hourly_one_is_an_hour(wording: Wording) -> None:
    assert figure_in_a_line(HOURLY, None, wording) == (
        "£15.08 an hour: the hourly rate of unqualified teachers, Northern Ireland, "
        "from 1 September 2025 (agreed, printed)"
    )


def test_a_figure_in_text_ends_with_what_it_rests_on_and_every_source(wording: Wording) -> None:
    text = figure_in_text(UPPER_THREE, LAST, SOURCES, wording)
    first, nature, provenance, confidence, *sources = text.splitlines()
    assert first.endswith("to 31 August 2026.")
    assert nature.startswith("Advisory: a point inside a statutory range")
    assert provenance.startswith("Printed in a source that was read")
    assert confidence.startswith("Confidence 3 of 3: ")
    assert sources == ["A1: Pay document (Department, September 2025)", "B2: Union table (Union)"]


@pytest.mark.parametrize("provenance", Provenance)
@pytest.mark.parametrize("confidence", [1, 2, 3])
def test_every_way_to_a_figure_has_words_of_its_own(
    wording: Wording, provenance: Provenance, confidence: int
) -> None:
    figure = UPPER_THREE._replace(provenance=provenance, confidence=confidence)
    text = figure_in_text(figure, LAST, SOURCES, wording)
    assert ("final document was not seen" in text) is provenance.is_proposed
    assert ("computed from" in text) is provenance.is_derived
    assert f"Confidence {confidence} of 3" in text


def test_a_name_that_only_the_users_own_figures_have_is_shown_as_it_is(wording: Wording) -> None:
    own = UPPER_THREE._replace(area="islands", item="retention-scale")
    assert "point U3 of retention-scale, England (islands)" in figure_in_a_line(own, None, wording)


@pytest.mark.parametrize(
    ("point", "name"),
    [
        ("min", "the minimum of TLR2"),
        ("max", "the maximum of TLR2"),
        ("value", "TLR2"),
        ("3", "point 3 of TLR2"),
    ],
)
def test_a_point_is_named_with_its_item(wording: Wording, point: str, name: str) -> None:
    assert name_of("tlr2", point, wording) == name


def test_whole_pounds_are_whole_numbers_for_scripts() -> None:
    assert plain_number(Decimal("35092.00")) == 35092
    assert isinstance(plain_number(Decimal("35092.00")), int)
    assert plain_number(Decimal("2191.50")) == 2191.5


def test_a_figure_for_scripts_has_plain_values() -> None:
    assert figure_as_json(UPPER_THREE, None) == {
        "amount": 62496,
        "nature": "advisory",
        "provenance": "printed",
        "confidence": 3,
        "sources": ["A1", "B2"],
        "valid_from": "2025-09-01",
        "valid_to": None,
    }
    assert figure_as_json(UPPER_THREE, LAST)["valid_to"] == "2026-08-31"


def lacking(what: str, *held: str) -> NotHeld:
    on = date(2013, 1, 1)
    return NotHeld("wales", on, "mars", "tlr1", "min", what, held)


@pytest.mark.parametrize(
    ("found", "shortfall"),
    [
        (
            lacking("area", "all"),
            Shortfall(
                "area",
                "mars",
                "no figure of Wales is held for the area 'mars'",
                "the areas held are all",
            ),
        ),
        (
            lacking("item", "tlr2", "tlr3"),
            Shortfall(
                "item",
                "tlr1",
                "no figure of Wales is held for the item 'tlr1'",
                "the items held are tlr2, tlr3",
            ),
        ),
        (
            lacking("point", "max"),
            Shortfall(
                "point",
                "min",
                "no figure of TLR1 in Wales is held for the point 'min'",
                "the points held are max",
            ),
        ),
        (
            lacking("date", "2018-09-01..2020-08-31", "2021-09-01.."),
            Shortfall(
                "date",
                "2013-01-01",
                "no figure of the minimum of TLR1 in Wales is held for 1 January 2013",
                "held is 1 September 2018 to 31 August 2020, 1 September 2021 and later",
            ),
        ),
        (
            AreasDiffer("england", "tlr1", "min", ("outer-london", "inner-london")),
            Shortfall(
                "area",
                "",
                "the minimum of TLR1 is not the same, or not held, in all areas of England",
                "name an area; it is held for outer-london, inner-london",
            ),
        ),
    ],
)
def test_a_look_up_without_an_answer_names_what_is_held(
    wording: Wording, found: NotHeld | AreasDiffer, shortfall: Shortfall
) -> None:
    assert why_no_figure(found, wording) == shortfall


def test_an_amount_is_shown_whole_before_part_time(wording: Wording) -> None:
    found = Identified(
        (Match(UPPER_THREE, Decimal(1)),), (Match(HOURLY, Decimal("0.25")),), nearest=()
    )
    text = identified_in_text(Decimal(62496), found, until, wording)
    assert text.splitlines() == [
        "£62,496 is:",
        f"  {figure_in_a_line(UPPER_THREE, LAST, wording)}",
        "£62,496 is, at a common part-time share:",
        f"  0.25 of {figure_in_a_line(HOURLY, LAST, wording)}",
    ]
    held = identified_as_json(Decimal(62496), found, until)
    assert held["nearest"] == []
    matches = held["matches"]
    assert isinstance(matches, list)
    whole, part = matches
    assert (whole["point"], whole["share"], whole["valid_to"]) == ("U3", 1, "2026-08-31")
    assert (part["item"], part["share"]) == ("unqualified-hourly", 0.25)


def test_an_amount_that_is_nothing_is_shown_with_its_nearest(wording: Wording) -> None:
    found = Identified((), (), (UPPER_THREE,))
    lines = identified_in_text(Decimal("62000.5"), found, until, wording).splitlines()
    assert lines[0].startswith("£62,000.50 is no figure that is held")
    assert lines[1] == f"  {figure_in_a_line(UPPER_THREE, LAST, wording)}"
    nearest = identified_as_json(Decimal("62000.5"), found, until)["nearest"]
    assert isinstance(nearest, list)
    assert nearest[0]["area"] == "inner-london"
    assert "share" not in nearest[0]


def test_an_amount_is_headed_by_what_it_is_a_share_by_what_it_is_a_share_of(
    wording: Wording,
) -> None:
    amount = Decimal(62496)
    whole = Identified((Match(UPPER_THREE, Decimal(1)),), (), ())
    share = Identified((), (Match(UPPER_THREE, Decimal("0.5")),), ())
    none = Identified((), (), (UPPER_THREE,))
    headlines = [identified_headline(amount, found, wording) for found in (whole, share, none)]
    assert headlines[:2] == ["£62,496 is:", "£62,496 is, at a common part-time share:"]
    assert headlines[2].startswith("£62,496 is no figure that is held, whole or at a common")


@pytest.mark.parametrize(
    ("listed", "line"),
    [
        ("2025-08-27", "A1: Pay document (Department, 27 August 2025)"),
        ("2025-09", "A1: Pay document (Department, September 2025)"),
        ("2025/26", "A1: Pay document (Department, 2025/26)"),
        ("2026-13", "A1: Pay document (Department, 2026-13)"),
        ("c. 2005", "A1: Pay document (Department, c. 2005)"),
        ("undated", "A1: Pay document (Department)"),
        ("n.d.", "A1: Pay document (Department)"),
        ("", "A1: Pay document (Department)"),
    ],
)
def test_a_source_has_its_day_in_words_and_no_date_that_says_nothing(
    wording: Wording, listed: str, line: str
) -> None:
    source = SOURCES["A1"]._replace(date=listed, address="https://a.example/pay")
    assert source_in_words(source, wording) == ("A1", line, "https://a.example/pay")


@pytest.mark.parametrize(
    ("nation", "item", "point", "name"),
    [
        ("wales", "sen-allowance", "min", "the minimum of the SEN/ALN allowance"),
        ("england", "sen-allowance", "min", "the minimum of the SEN allowance"),
        ("northern-ireland", "leadership", "L4", "point L4 of the leadership scale"),
        ("northern-ireland", "unqualified", "value", "the rate of unqualified teachers"),
        ("wales", "leadership", "L4", "point L4 of the leadership range"),
    ],
)
def test_a_figure_is_named_in_the_words_of_its_nation(
    wording: Wording, nation: str, item: str, point: str, name: str
) -> None:
    figure = UPPER_THREE._replace(nation=nation, area="all", item=item, point=point)
    assert f": {name}, " in figure_in_a_line(figure, LAST, wording)
    lacking_it = NotHeld(nation, date(2010, 9, 1), "all", item, point, "date", ())
    assert f"of {name} in " in why_no_figure(lacking_it, wording).found
    differing = AreasDiffer(nation, item, point, ("all",))
    assert name in why_no_figure(differing, wording).found
