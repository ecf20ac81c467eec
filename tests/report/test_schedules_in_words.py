"""The proof, the register and an addition in words."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.awards import Step, StepKind
from payapp.domain.coverage import Coverage, Held, RulesHeld
from payapp.domain.figures import Figure, Nature, Provenance
from payapp.domain.library import Library
from payapp.domain.proof import Fault, FaultKind, Proof
from payapp.domain.rules import Kind
from payapp.report.schedules_in_words import (
    addition_counted,
    addition_in_text,
    coverage_in_text,
    proof_in_text,
)
from payapp.report.wording import Wording

FIGURE = Figure(
    nation="wales",
    area="all",
    valid_from=date(2025, 9, 1),
    valid_to=None,
    item="tlr2",
    point="min",
    amount=Decimal(3590),
    nature=Nature.STATUTORY,
    provenance=Provenance.DERIVED,
    sources=(),
    confidence=1,
)
OTHER = FIGURE._replace(point="max", amount=Decimal(8764))
LINE = "£3,590 a year: the minimum of TLR2, Wales, from 1 September 2025 (statutory, derived)"
OTHER_LINE = LINE.replace("£3,590", "£8,764").replace("minimum", "maximum")


def test_a_proof_without_a_fault_says_so_and_lists_the_exceptions(wording: Wording) -> None:
    exceptions = (
        Step(StepKind.EXCEPTION, FIGURE, OTHER, Decimal(3589), "Rounded by hand."),
        Step(StepKind.EXCEPTION, OTHER, None, None, "Set as a target."),
    )
    text = proof_in_text(Proof(5380, 423, 4899, exceptions, ()), wording)
    walked, steps, first, second, end = text.splitlines()
    assert walked == "5,380 figures were walked."
    assert steps.startswith("4,899 are what the award before them comes to; 423 are the first")
    assert first == f"  {LINE}; computed £3,589: Rounded by hand."
    assert second == f"  {OTHER_LINE}: Set as a target."
    assert end == "No fault was found."


@pytest.mark.parametrize(
    "kind", [kind for kind in FaultKind if kind not in ("unreadable", "dates")]
)
def test_every_kind_of_fault_names_its_figure(wording: Wording, kind: FaultKind) -> None:
    fault = Fault(kind, "wales", FIGURE, OTHER, Decimal(3600))
    lines = proof_in_text(Proof(2, 1, 0, (), (fault,)), wording).splitlines()
    assert lines[-2] == "Faults found: 1."
    assert lines[-1].startswith(f"  {LINE}")


def test_a_fault_of_arithmetic_says_what_was_expected(wording: Wording) -> None:
    fault = Fault(FaultKind.ARITHMETIC, "wales", FIGURE, OTHER, Decimal(3600))
    text = proof_in_text(Proof(2, 1, 0, (), (fault,)), wording)
    assert text.endswith("the award before it comes to £3,600")


def test_a_file_that_was_refused_is_shown_in_its_own_sentence(wording: Wording) -> None:
    fault = Fault(FaultKind.UNREADABLE, "", refusal="rules.csv, row 3: it is torn; mend it.")
    assert proof_in_text(Proof(0, 0, 0, (), (fault,)), wording).splitlines() == [
        "0 figures were walked.",
        "Faults found: 1.",
        "  rules.csv, row 3: it is torn; mend it.",
    ]


def test_the_register_shows_years_rules_and_the_gaps_of_its_nation(
    wording: Wording, library: Library
) -> None:
    year = (date(2025, 9, 1), date(2026, 8, 31))
    register = (
        Coverage("wales", "tlr1", *year, Held.HELD, 1, 1, 0),
        Coverage("wales", "tlr2", *year, Held.PARTLY, 1, 0, 1),
        Coverage("wales", "tlr2", date(2026, 9, 1), date(2027, 8, 31), Held.NOT_HELD, 0, 0, 0),
    )
    rules = RulesHeld("wales", Counter({Kind.TEST: 7, Kind.SHOWN: 2}), Counter({3: 4, 1: 5}))
    lines = coverage_in_text("wales", register, rules, library.known_gaps, wording).splitlines()
    assert lines[:6] == [
        "Wales",
        "  TLR1",
        "    1 September 2025 to 31 August 2026: held, 1 printed, 1 derived, 0 proposed",
        "  TLR2",
        "    1 September 2025 to 31 August 2026: partly held, 1 printed, 0 derived, 1 proposed",
        "    1 September 2026 to 31 August 2027: not held, 0 printed, 0 derived, 0 proposed",
    ]
    assert lines[6] == (
        "Rules: 7 tested, 2 shown, 0 kept as context; 4 read in the text or in a quotation, "
        "0 in a restatement, 5 with the paragraph number not verified."
    )
    gaps = [gap.gap for gap in library.known_gaps if gap.nation == "wales"]
    assert gaps
    assert lines[7:] == [f"Known gap: {gap}" for gap in gaps]


def test_an_addition_shows_what_is_new_and_what_takes_whose_place(wording: Wording) -> None:
    raised = FIGURE._replace(amount=Decimal(3700))
    text = addition_in_text([OTHER], [(FIGURE, raised)], [], wording)
    assert text.splitlines() == [
        "New figures: 1.",
        f"  {OTHER_LINE}",
        "Changed figures: 1.",
        f"  {LINE} becomes {LINE.replace('3,590', '3,700')}",
        "Figures that stay as they are: 0.",
    ]


def test_a_long_addition_shows_its_first_lines_and_counts_the_rest(wording: Wording) -> None:
    lines = addition_in_text([FIGURE] * 23, [], [FIGURE], wording).splitlines()
    assert lines[0] == "New figures: 23."
    assert lines[1:21] == [f"  {LINE}"] * 20
    assert lines[21:] == [
        "  and 3 more",
        "Changed figures: 0.",
        "Figures that stay as they are: 1.",
    ]


def test_an_addition_is_counted_in_a_line(wording: Wording) -> None:
    told = addition_counted(1_200, 3, 0, wording)
    assert "1,200" in told
    assert told.index("1,200") < told.index("3") < told.rindex("0")
    assert "\n" not in told
