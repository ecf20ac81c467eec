from collections.abc import Sequence

import pytest

from payapp.domain.refusals import Refused
from payapp.report.layout_in_words import (
    column_named,
    empty_rows,
    layout_in_text,
    no_headings,
    refuse_defaults,
    refuse_what_is_lacking,
)
from payapp.report.wording import Wording
from payapp.spot_check.cells import Fault, Misread
from payapp.spot_check.layouts import Cue
from payapp.spot_check.sheets import open_sheet
from tests.spot_check.sheets import Sheet, cues, layout

WORDING = Wording.load()


def shown(*rows: Sequence[object]) -> list[str]:
    opened = open_sheet(Sheet(*rows), cues(), with_names=False)
    return layout_in_text(opened, WORDING).splitlines()


def test_each_heading_is_shown_with_its_column_and_three_samples() -> None:
    lines = shown(("Ref", "Spine pt", "TLR2", "Shoe size"), ("P1", "M6", None, 42), ("P2", "U3"))
    assert lines == [
        "Ref -> reference: P1 | P2",
        "Spine pt -> point: M6 | U3",
        "TLR2 -> allowance_1_amount, tlr2: (empty)",
        "Shoe size -> not read",
    ]


def test_a_heading_that_is_not_read_and_may_hold_pay_says_so() -> None:
    lines = shown(("Ref", "Spine pt", "FTE", "Gross"), ("P1", "M6", 1, 32916))
    assert lines[-1] == "Gross -> not read, and may hold pay"


def test_a_sheet_that_lacks_what_every_row_needs_is_refused_with_the_option() -> None:
    with pytest.raises(Refused, match=r"no column tells the Nation; .* --nation"):
        refuse_what_is_lacking("in.csv", layout("Ref"), (), WORDING)
    with pytest.raises(Refused, match=r"Date; .* --on"):
        refuse_what_is_lacking("in.csv", layout("Nation"), (), WORDING)
    refuse_what_is_lacking("in.csv", layout("Ref"), ("nation", "on"), WORDING)


def test_a_value_for_all_rows_that_is_not_accepted_is_refused() -> None:
    misread = {"fte": ("0,6", Misread(Fault.COMMA))}
    with pytest.raises(Refused, match="fte: the comma does not separate thousands") as caught:
        refuse_defaults("payapp spot-check", misread, WORDING)
    assert "write a point before decimals" in str(caught.value)
    refuse_defaults("payapp spot-check", {}, WORDING)


def test_a_column_is_named_as_the_template_heads_it() -> None:
    assert column_named("c", "fte", WORDING) == Cue("fte")
    assert column_named("c", "", WORDING) == Cue("")
    with pytest.raises(Refused, match="'shoe' is no column"):
        column_named("c", "shoe", WORDING)


def test_a_sheet_without_headings_is_refused_with_what_they_look_like() -> None:
    assert "Spine point" in str(no_headings("in.csv", WORDING))


def test_rows_that_were_not_read_are_a_fault_with_their_number() -> None:
    assert empty_rows(20_002)[:4] == (20_002, "", "", "")
