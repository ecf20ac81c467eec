"""Two results of spot checks compared, in words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from payapp.domain.assessment import Verdict
from payapp.domain.plain_tables import Cell
from payapp.domain.sheet_plans import SheetPlan
from payapp.report.figure_tables import ToldTable
from payapp.report.spot_check_in_words import GAP_COLUMN, sheet_plan
from payapp.report.spot_check_tables import listed, verdict_in_words
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Change, Difference

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


def change_in_words(change: str, wording: Wording) -> str:
    """Return what a kind of change is called."""
    return wording.say(f"spot_list.change.{change}")


def changes_counted(differences: Iterable[Difference], names: str, wording: Wording) -> str:
    """Return in a sentence how many changes there are, and of which kinds; `names` say of what."""
    counts = Counter(found.change for found in differences)
    told = [
        wording.say("spot_list.change-count", words=change_in_words(change, wording), count=number)
        for change in Change
        if (number := f"{counts[change]:,}") != "0"
    ]
    key = "changes" if told else "no-changes"
    kinds = wording.say("spot_list.changes-joined").join(told)
    return wording.say(f"spot_list.{key}", names=names, count=f"{counts.total():,}", kinds=kinds)


def differences_table(differences: Sequence[Difference], wording: Wording) -> ToldTable:
    """Return the changes as a table to read, in their order."""
    rows = [
        (
            found.reference,
            _sentence(found, wording),
            _verdict(found.verdict_before, wording),
            _verdict(found.verdict_now, wording),
            found.gap_before,
            found.gap_now,
        )
        for found in differences
    ]

    def sentence(place: int) -> str:
        reference, said, before, now, *_ = rows[place]
        key = "both-verdicts" if before and now else "one-verdict"
        verdicts = {"before": before, "now": now, "verdict": before or now}
        told = wording.say(f"spot_list.{key}", **verdicts)
        return wording.say("spot_list.change-sentence", reference=reference, said=said, told=told)

    return ToldTable(listed("comparison", rows, wording), sentence)


def _verdict(verdict: str, wording: Wording) -> str:
    """Return a verdict in words; one that a file holds and nobody knows stays as it is."""
    return verdict_in_words(verdict, wording) if verdict in set(Verdict) else verdict


def _sentence(found: Difference, wording: Wording) -> str:
    return wording.say(f"spot_check.change.{found.change}", code=found.code)


def _row(found: Difference, wording: Wording) -> tuple[Cell, ...]:
    return (
        found.reference,
        found.change.value,
        found.code,
        found.verdict_before,
        found.verdict_now,
        found.gap_before,
        found.gap_now,
        _sentence(found, wording),
    )
