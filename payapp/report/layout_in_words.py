"""How a sheet is read, in words: each heading with its column and samples, and what is lacking."""

from collections.abc import Iterable, Mapping

from payapp.domain.refusals import Refused
from payapp.report.spot_check_in_words import fault_in_words
from payapp.report.wording import Wording
from payapp.spot_check.cells import Fault, Misread
from payapp.spot_check.columns import REQUIRED, known_columns
from payapp.spot_check.layouts import Cue, Layout
from payapp.spot_check.people import RowFault
from payapp.spot_check.sheets import Opened

OPTIONS = {"nation": "--nation", "on": "--on"}


def layout_in_text(opened: Opened, wording: Wording) -> str:
    """Return a line for each heading: the column that it is read as, and its first values."""
    lines = []
    for placed, samples in zip(opened.layout.placed, opened.samples, strict=True):
        shown = [sample for sample in samples if sample]
        values = {
            "heading": placed.heading,
            "column": placed.column.name,
            "kind": placed.kind,
            "samples": wording.say("spot_check.sample-joined").join(shown)
            or wording.say("spot_check.no-samples"),
        }
        key = "spot_check.column-kind" if placed.kind else "spot_check.column"
        lines.append(wording.say(key, **values))
    holding = {each.heading for each in opened.layout.doubtful}
    for heading in opened.layout.unread:
        key = "column-unread-amounts" if heading in holding else "column-unread"
        key = "column-compared" if _is_compared(heading, opened.layout) else key
        lines.append(wording.say(f"spot_check.{key}", heading=heading))
    return "\n".join(lines)


def _is_compared(heading: str, layout: Layout) -> bool:
    return layout.compared is not None and layout.compared.heading == heading


def no_headings(file: str, wording: Wording) -> Refused:
    """Return the refusal of a sheet without headings."""
    start = "spot_check.no-headings"
    return Refused(file, wording.say(f"{start}.fix"), found=wording.say(f"{start}.found"))


def refuse_what_is_lacking(
    file: str, layout: Layout, defaults: Iterable[str], wording: Wording
) -> None:
    """Raise Refused where neither a column nor a default tells what every row needs."""
    told = layout.columns | set(defaults)
    for name in REQUIRED:
        if name not in told:
            words = {"column": wording.say(f"facts.{name}.label"), "option": OPTIONS[name]}
            fix = wording.say("spot_check.lacks.fix", **words)
            raise Refused(file, fix, found=wording.say("spot_check.lacks.found", **words))


def refuse_defaults(
    command: str, misread: Mapping[str, tuple[object, Misread]], wording: Wording
) -> None:
    """Raise Refused for the first value that was given for all rows and is not accepted."""
    for name, (value, why) in misread.items():
        words = fault_in_words(RowFault(0, "", name, str(value), *why), wording)
        fix = words.fix[:1].lower() + words.fix[1:]
        raise Refused(command, fix, field=name, value=str(value), found=words.sentence)


def column_named(command: str, name: str, wording: Wording) -> Cue:
    """Return what a column is called by; no name means that a heading is not to be read.

    Raises Refused for a name that no column has.
    """
    if name and name not in known_columns():
        fix = wording.say("spot_check.no-column.fix")
        found = wording.say("spot_check.no-column.found", column=name)
        raise Refused(command, fix, found=found)
    return Cue(name)


def empty_rows(row: int) -> RowFault:
    """Return the fault of a sheet that was not read to its end."""
    return RowFault(row, "", "", "", Fault.EMPTY_ROWS)
