"""Two results of spot checks compared, in words."""

from collections.abc import Iterable

from payapp.domain.plain_tables import Cell
from payapp.domain.sheet_plans import SheetPlan
from payapp.report.spot_check_in_words import GAP_COLUMN, sheet_plan
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Difference

REFERENCE, VERDICT, CODES = 0, 1, 4


def people_headings(wording: Wording) -> tuple[str, tuple[str, ...]]:
    """Return the sheet of people and the headings of reference, verdict, reasons and gap."""
    plan = sheet_plan("people", wording)
    places = (REFERENCE, VERDICT, CODES, GAP_COLUMN)
    return plan.name, tuple(plan.headings[place] for place in places)


def comparison_sheets(
    differences: Iterable[Difference], wording: Wording
) -> tuple[tuple[SheetPlan, ...], list[tuple[Cell, ...]]]:
    """Return the sheet of a comparison and its rows."""
    rows = [_row(difference, wording) for difference in differences]
    return (sheet_plan("comparison", wording),), rows


def _row(found: Difference, wording: Wording) -> tuple[Cell, ...]:
    sentence = wording.say(f"spot_check.change.{found.change}", code=found.code)
    return (
        found.reference,
        found.change.value,
        found.code,
        found.verdict_before,
        found.verdict_now,
        found.gap_before,
        found.gap_now,
        sentence,
    )
