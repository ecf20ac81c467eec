from collections.abc import Mapping
from typing import Any

import pytest

from payapp.casework.offers import Comparison, compare
from payapp.report.offers_in_words import (
    comparison_in_words,
    comparison_json,
    comparison_tables,
    offers_table,
)
from payapp.report.papers import paper_text
from payapp.report.wording import Wording
from tests.worked import CLASS_TEACHER, SENCO, TLR_TESTS_MET, allowance, case, library, paid

WORDING = Wording.load()
LEADER = {
    **SENCO,
    "appointed_head_deputy_or_assistant": "yes",
    "major_part_in_running_the_school": "yes",
    "role": "assistant-head",
}
TODAY = (SENCO, paid("upper-pay-range", 51048, allowance("sen-allowance", 2787), point="U3"))
ON_L6 = (LEADER, paid("leadership", 58569, point="L6"))
Column = tuple[Mapping[str, object], Mapping[str, object]]


def side_by_side(*columns: Column, nation: str = "england", **more: Any) -> Comparison:
    return compare([case(*column, nation=nation, **more) for column in columns], library())


def text(found: Comparison) -> str:
    return paper_text(comparison_in_words(found, library(), WORDING))


def test_each_column_says_what_it_pays_and_what_is_gained_and_lost() -> None:
    told = text(side_by_side(TODAY, ON_L6))
    assert "Offer A\n  On the upper pay range, point U3." in told
    assert "SEN allowance a year, as received: £2,787." in told
    assert "Together: £53,835 a year." in told
    assert "Working time is limited to 1,265 hours on 195 days a year" in told
    assert "That is £42.56 for each of 1,265 directed hours." in told
    assert "There is no limit on hours or days." in told
    assert "Pay for each hour cannot be told" in told
    assert "Offer B, against Offer A\n  £4,734 a year more.\n  What ends: SEN allowance." in told
    assert "The limit on directed hours and days is lost." in told


def test_a_sum_that_holds_what_is_not_allowed_says_so() -> None:
    """TLR-18: a member of the leadership group holds no TLR."""
    with_tlr = (LEADER, paid("leadership", 58569, allowance("tlr2", 4000), point="L6"))
    told = text(side_by_side(ON_L6, with_tlr))
    assert told.count("Do not count on all of it") == 1
    assert "the rules do not appear to allow this, or not so much of it:" in told


def test_leadership_at_no_detriment_is_told_as_a_unions_position() -> None:
    told = text(side_by_side(TODAY, ON_L6))
    position = next(line for line in told.splitlines() if "What a union holds (not law)" in line)
    assert "195 days" in position
    assert "A payment that ends because of a move by application is not safeguarded" in told


def test_less_pay_and_the_same_pay_are_said_as_plainly() -> None:
    told = text(side_by_side(ON_L6, TODAY, ON_L6))
    assert "£4,734 a year less.\n  What begins: SEN allowance." in told
    assert "A limit on directed hours and days is gained." in told
    assert "The pay is the same." in told


def test_stated_hours_and_a_reference_are_named() -> None:
    stated = ({**LEADER, "directed_hours": 1600}, paid("leadership", 58569))
    told = text(side_by_side(stated, TODAY, reference="Case 12"))
    assert "Offer A: Case 12\n  On the leadership range.\n" in told
    assert "That is £36.61 for each of the 1,600 hours stated." in told


def test_what_cannot_be_told_is_said_to_be_the_least() -> None:
    part_time = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.5}
    open_share = (part_time, paid("main-pay-range", 45352, allowance("tlr2", 4000)))
    told = text(side_by_side(open_share, ({}, {}), on="2026-10-01"))
    assert "a year, as received: £0 at least." in told
    assert "Together: £22,676 a year at least; a part of it cannot be told yet." in told
    assert "That is £35.85 at least for each of 632.5 directed hours." in told
    assert "By how much the pay differs cannot be told yet" in told
    assert "a year less" not in told
    assert "Pay for each hour cannot be told yet." in told
    assert "That is £0" not in told


@pytest.mark.parametrize(
    ("salary", "untold_last", "told_last"),
    [
        (0, "£22,676 a year more at least.", "£22,676 a year less at least."),
        (22676, "The pay is no less.", "The pay is no more."),
        (30000, "£7,324 a year less at most.", "£7,324 a year more at most."),
    ],
)
def test_against_a_sum_that_is_told_in_part_the_difference_is_said_to_be_a_bound(
    salary: int, untold_last: str, told_last: str
) -> None:
    """The part that is told is half of 45,352, which is 22,676."""
    part_time = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.5}
    least = (part_time, paid("main-pay-range", 45352, allowance("tlr2", 4000)))
    whole = (CLASS_TEACHER, paid("main-pay-range", salary))
    for columns, said in (((whole, least), untold_last), ((least, whole), told_last)):
        lines = text(side_by_side(*columns, on="2026-10-01")).splitlines()
        assert f"  {said}" in lines
        told = lines[lines.index(f"  {said}") + 1]
        assert told.startswith("  This difference may change: a part of the pay")
    assert "This difference may change" not in text(side_by_side(TODAY, ON_L6))


def test_stated_hours_of_pay_that_is_told_in_part_give_the_least_for_each() -> None:
    """1,265 of half of 45,352, with nothing counted for the TLR whose share is open."""
    part_time = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.5, "directed_hours": 1265}
    open_share = (part_time, paid("main-pay-range", 45352, allowance("tlr2", 4000)))
    told = text(side_by_side(open_share, TODAY, on="2026-10-01"))
    assert "That is £17.93 at least for each of the 1,265 hours stated." in told


def test_northern_irish_leadership_has_no_limit_that_was_read() -> None:
    post = {"employer": "maintained", "role": "deputy-head", "fte": 1}
    column = (post, paid("leadership", point="L6"))
    told = text(side_by_side(column, column, nation="northern-ireland"))
    assert "No limit on hours or days was read for this post." in told
    assert "safeguarded" not in told


def test_the_object_for_scripts_has_a_column_for_each_case() -> None:
    held = comparison_json(side_by_side(TODAY, ON_L6, reference="Case 12"), WORDING)
    assert isinstance(held["offers"], list)
    first, other = held["offers"]
    assert first["name"] == "Offer A: Case 12"
    assert (first["total"], first["hours_limit"], first["an_hour"]) == (53835, 1265, 42.56)
    assert first["allowances"] == [{"kind": "sen-allowance", "received": 2787}]
    assert (other["hours_limit"], other["an_hour"], other["verdict"]) == (None, None, "appropriate")
    assert (first["verdict"], first["direction"]) == ("questionable", None)
    assert held["differences"] == [
        {
            "pounds": 4734,
            "pounds_are_told": True,
            "begins": [],
            "ends": ["sen-allowance"],
            "loses_limits": True,
            "gains_limits": False,
        }
    ]


def test_the_sheet_has_a_row_for_every_line() -> None:
    found = side_by_side(TODAY, ON_L6)
    beside, table = comparison_tables(found, library(), WORDING)
    assert (beside.name, table.name) == ("Offers in columns", "Offers")
    assert ("Offer A", "Together: £53,835 a year.") in table.rows


def test_offers_stand_in_columns_and_a_row_is_told_offer_by_offer() -> None:
    told = offers_table(side_by_side(TODAY, ON_L6), library(), WORDING)
    assert told.table.headings == ("About", "Offer A", "Offer B")
    rows = {str(row[0]): row[1:] for row in told.table.rows}
    assert next(iter(rows)) == "Case"
    assert rows["Together"] == ("Together: £53,835 a year.", "Together: £58,569 a year.")
    assert rows["Working time"][1] == "There is no limit on hours or days."
    first, against = rows["Against the first"]
    assert first == ""
    assert str(against).startswith("£4,734 a year more.\n")
    place = list(rows).index("Together")
    assert told.sentence(place) == (
        "Together. Offer A: Together: £53,835 a year. Offer B: Together: £58,569 a year."
    )
