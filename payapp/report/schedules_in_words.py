"""The proof of the figures, the coverage register and an addition to them, in words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from payapp.domain.awards import Step
from payapp.domain.coverage import Coverage, RulesHeld
from payapp.domain.figures import Figure
from payapp.domain.library import KnownGap
from payapp.domain.proof import Fault, Proof
from payapp.domain.rules import Kind
from payapp.report.figures_in_words import figure_in_a_line, item_in_words, nation_in_words
from payapp.report.wording import Wording

MOST_LINES = 20
READ, RESTATED, UNVERIFIED = 3, 2, 1


def proof_in_text(proof: Proof, wording: Wording) -> str:
    """Return what the walk over every figure came to, with each exception and fault."""
    lines = [wording.say("schedules.walked", figures=f"{proof.figures:,}")]
    if proof.figures:
        lines.append(
            wording.say(
                "schedules.steps",
                reproduced=f"{proof.reproduced:,}",
                first=f"{proof.first:,}",
                exceptions=f"{len(proof.exceptions):,}",
            )
        )
    lines += [f"  {_exception(step, wording)}" for step in proof.exceptions]
    if not proof.faults:
        return "\n".join([*lines, wording.say("schedules.no_fault")])
    lines.append(wording.say("schedules.faults", count=f"{len(proof.faults):,}"))
    lines += [f"  {_fault(fault, wording)}" for fault in proof.faults]
    return "\n".join(lines)


def _exception(step: Step, wording: Wording) -> str:
    figure = _line(step.figure, wording)
    if step.computed is None:
        key = "schedules.exception_without_amount"
        return wording.say(key, figure=figure, reason=step.reason)
    return wording.say(
        "schedules.exception", figure=figure, computed=step.computed, reason=step.reason
    )


def _fault(fault: Fault, wording: Wording) -> str:
    if fault.figure is None:
        return fault.refusal
    return wording.say(
        f"schedules.fault.{fault.kind}",
        figure=_line(fault.figure, wording),
        other=_line(fault.other, wording) if fault.other else "",
        expected=fault.expected,
    )


def _line(figure: Figure, wording: Wording) -> str:
    return figure_in_a_line(figure, figure.valid_to, wording)


def coverage_in_text(
    nation: str,
    register: Sequence[Coverage],
    rules: RulesHeld,
    gaps: Iterable[KnownGap],
    wording: Wording,
) -> str:
    """Return what is held for one nation: items by pay year, rules, and known gaps."""
    lines, own = [nation_in_words(nation, wording)], wording.of(nation)
    for item, years in groupby(register, key=lambda row: row.item):
        lines.append(wording.say("schedules.item", item=item_in_words(item, own)))
        lines += [_year(row, wording) for row in years]
    return "\n".join([*lines, *notes_on(nation, rules, gaps, wording)])


def notes_on(
    nation: str, rules: RulesHeld, gaps: Iterable[KnownGap], wording: Wording
) -> Iterator[str]:
    """Yield what stands beside the register of a nation: how far its rules go, and known gaps."""
    yield _rules(rules, wording)
    for gap in gaps:
        if gap.nation == nation:
            yield wording.say("schedules.gap", gap=gap.gap)


def _year(row: Coverage, wording: Wording) -> str:
    counts = {"printed": row.printed, "derived": row.derived, "proposed": row.proposed}
    held = wording.say(f"schedules.held.{row.held}")
    return wording.say("schedules.year", first=row.first, last=row.last, held=held, **counts)


def _rules(rules: RulesHeld, wording: Wording) -> str:
    return wording.say(
        "schedules.rules",
        test=rules.by_kind[Kind.TEST],
        shown=rules.by_kind[Kind.SHOWN],
        context=rules.by_kind[Kind.CONTEXT],
        read=rules.by_checked[READ],
        restated=rules.by_checked[RESTATED],
        unverified=rules.by_checked[UNVERIFIED],
    )


def addition_in_text(
    added: Sequence[Figure],
    changed: Sequence[tuple[Figure, Figure]],
    unchanged: Sequence[Figure],
    wording: Wording,
) -> str:
    """Return what an addition would add and change, each group with its first lines."""
    changes = (
        wording.say("schedules.change", before=_line(before, wording), after=_line(after, wording))
        for before, after in changed
    )
    lines = [
        wording.say("schedules.added", count=f"{len(added):,}"),
        *_first_lines([_line(figure, wording) for figure in added], wording),
        wording.say("schedules.changed", count=f"{len(changed):,}"),
        *_first_lines(list(changes), wording),
        wording.say("schedules.unchanged", count=f"{len(unchanged):,}"),
    ]
    return "\n".join(lines)


def addition_counted(added: int, changed: int, unchanged: int, wording: Wording) -> str:
    """Return how many figures an addition would add, change and leave, in a line."""
    counts = {"added": added, "changed": changed, "unchanged": unchanged}
    lines = (wording.say(f"schedules.{name}", count=f"{count:,}") for name, count in counts.items())
    return " ".join(lines)


def _first_lines(lines: Sequence[str], wording: Wording) -> Iterator[str]:
    for line in lines[:MOST_LINES]:
        yield f"  {line}"
    if len(lines) > MOST_LINES:
        yield f"  {wording.say('schedules.more', count=f'{len(lines) - MOST_LINES:,}')}"
