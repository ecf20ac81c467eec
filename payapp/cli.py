"""The command line: the face that others script against.

Exit code 0: answered, whatever the answer. 1: `schedules check` found a fault. 2: the input was
refused, in one plain sentence on standard error.
"""

import argparse
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn

from payapp import __version__
from payapp.domain.cases import Nation, refused_by_name
from payapp.domain.figures import Figure
from payapp.domain.plain_text import visible
from payapp.domain.refusals import Refused
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.domain.assessment import Assessment
    from payapp.domain.cases import Case
    from payapp.domain.library import Library
    from payapp.domain.plain_tables import Table
    from payapp.files.layout_files import Meanings
    from payapp.files.row_files import RowFile
    from payapp.spot_check.run import Progress
    from payapp.spot_check.sheets import Opened

ANSWERED: Final = 0
FAULT_FOUND: Final = 1
REFUSED: Final = 2

_PROGRAM = "payapp"
SPOT_CHECK: Final = "payapp spot-check"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_POUNDS = re.compile(r"£?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|£?\d{1,7}(?:\.\d{1,2})?", re.ASCII)
_NAME = re.compile(r"[a-z-]+")
_HOURS = re.compile(r"\d{1,4}(?:\.\d{1,2})?", re.ASCII)
_DUTIES = ("teaching", "ppa", "sen", "meetings", "reviews", "administration")
_PERCENT = re.compile(r"\d{1,3}(?:\.\d{1,4})?%?", re.ASCII)

Arguments = argparse.Namespace


class Command(NamedTuple):
    """One command: its arguments, and what it does with them. Help texts follow from its name."""

    add_arguments: Callable[[argparse.ArgumentParser, Wording], None]
    run: Callable[[Arguments, Wording], int]


_NOT_UNDERSTOOD = "unrecognized arguments"  # as the library says it


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence, without its usage."""

    def error(self, message: str) -> NoReturn:
        """Refuse: one sentence on standard error and exit code 2."""
        wording = Wording.load()
        hint = wording.say("cli.see_help", program=self.prog)
        told = message.replace(_NOT_UNDERSTOOD, wording.say("cli.not_understood"))
        self.exit(REFUSED, f"{self.prog}: {visible(told)}; {hint}.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the words after its name and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    wording = Wording.load()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack the letter, never the answer
    try:
        return _run(words, wording)
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return REFUSED
    except BrokenPipeError:
        # Whoever read us, such as `head`, has had enough; Python would complain while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED


def _run(words: Sequence[str], wording: Wording) -> int:
    first = words[0] if words else ""
    if first in COMMANDS or first.startswith("-"):
        given = _parser(wording, words).parse_args(words)
        code: int = given.run(given, wording)
        return code
    return _open_window(words, wording)


def _open_window(words: Sequence[str], wording: Wording) -> int:
    """Open the window with the case file named, if any. Raises Refused where there is no such."""
    case = Path(words[0]) if words else None
    if case is not None and not case.exists():
        close = get_close_matches(case.name, COMMANDS, n=1)
        fix = wording.say("cli.try_command", command=close[0]) if close else ""
        fix = fix or wording.say("cli.see_help", program=_PROGRAM)
        raise Refused(str(case), fix, found=wording.say("cli.not_a_command"))
    if len(words) > 1:
        found = wording.say("cli.one_too_many", value=words[1])
        raise Refused(_PROGRAM, wording.say("cli.open_one"), found=found)
    from payapp.gui.app import open_window

    return open_window(case)


def _parser(wording: Wording, words: Sequence[str]) -> argparse.ArgumentParser:
    about, usage = wording.say("cli.description"), wording.say("cli.usage")
    parser = _Parser(prog=_PROGRAM, usage=usage, description=about, allow_abbrev=False)
    version = wording.say("cli.version", version=__version__)
    parser.add_argument("--version", action="version", version=version)
    _add_commands(parser, COMMANDS, "", wording, words)
    return parser


def _add_commands(
    parser: argparse.ArgumentParser,
    commands: Mapping[str, Command],
    group: str,
    wording: Wording,
    asked: Container[str],
) -> None:
    """Add every command, and the arguments of those only that can be the one asked for."""
    title = wording.say("cli.commands")
    below = parser.add_subparsers(
        required=True, metavar="COMMAND", title=title, prog=parser.prog, parser_class=_Parser
    )
    for name, command in commands.items():
        about = wording.say(f"cli.help.{group}{name}")
        added = below.add_parser(name, help=about, description=about, allow_abbrev=False)
        added.set_defaults(run=command.run)
        if name in asked:
            command.add_arguments(added, wording)


def _positional(parser: argparse.ArgumentParser, wording: Wording, name: str) -> None:
    parser.add_argument(name, metavar=name.upper(), help=wording.say(f"cli.help.{name}"))


def _json_option(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument("--json", action="store_true", help=wording.say("cli.help.json"))


def _read_as(
    wording: Wording, kind: str, pattern: re.Pattern[str], read: Callable[[str], object]
) -> Callable[[str], object]:
    """Return a reader of one argument that refuses in words what does not fit its pattern."""

    def argument(text: str) -> object:
        try:
            if pattern.fullmatch(text.strip()):
                return read(text.strip())
        except ValueError:
            pass
        sentence = wording.say(f"cli.accepted.{kind}", value=text)
        raise argparse.ArgumentTypeError(sentence)

    return argument


def _day(wording: Wording) -> Callable[[str], object]:
    return _read_as(wording, "date", _DAY, date.fromisoformat)


def _nation(wording: Wording) -> Callable[[str], object]:
    return _read_as(wording, "nation", _NAME, Nation)


def _number(text: str) -> Decimal:
    return Decimal(re.sub("[£,%]", "", text))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _say_json(held: Mapping[str, object]) -> None:
    _say(json.dumps(held, indent=2))


def _check_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _positional(parser, wording, "case")
    _json_option(parser, wording)
    parser.add_argument("--xlsx", metavar="OUT", type=Path, help=wording.say("cli.help.xlsx"))
    parser.add_argument("--pdf", metavar="OUT", type=Path, help=wording.say("cli.help.pdf"))
    on_help = wording.say("cli.help.check-on")
    parser.add_argument("--on", metavar="DATE", type=_day(wording), help=on_help)


def _check(given: Arguments, wording: Wording) -> int:
    """Say whether the pay of a case fits the rules of its nation on its day, and why."""
    from payapp.check import check
    from payapp.files.case_files import read_case
    from payapp.files.schedules import open_library
    from payapp.report.assessment_report import assessment_json, assessment_text

    path = Path(given.case)
    case = read_case(path)
    library = open_library()
    with refused_by_name(path.name):
        assessment = check(replace(case, on=given.on or case.on), library)
    if given.xlsx:
        _write_workbook(given.xlsx, assessment, library, wording)
    if given.pdf:
        _write_pdf(given.pdf, assessment, library, wording)
    if given.json:
        _say_json(assessment_json(assessment, library, wording))
    else:
        _say(assessment_text(assessment, library, wording))
    return ANSWERED


def _write_workbook(
    path: Path, assessment: "Assessment", library: "Library", wording: Wording
) -> None:
    from payapp.report.assessment_report import describe
    from payapp.report.assessment_tables import assessment_tables

    report = describe(assessment, library, wording)
    heading = (report.title, report.data_version)
    _write_tables(path, assessment_tables(assessment, library, wording), heading, wording)


def _write_pdf(path: Path, assessment: "Assessment", library: "Library", wording: Wording) -> None:
    """Write the report as a PDF. Raises Refused where Qt cannot be loaded, as without a library."""
    from payapp.report.printed import printed_report

    with _refused_without_qt(path, "cli.install_qt", wording):
        from payapp.gui.printing import write_pdf
    today = datetime.now().astimezone().date()
    write_pdf(path, printed_report(assessment, library, wording, today))


@contextmanager
def _refused_without_qt(path: Path, fix: str, wording: Wording) -> Iterator[None]:
    """Refuse a PDF where Qt cannot be imported."""
    try:
        yield
    except ImportError as error:
        found = wording.say("cli.pdf_without_qt")
        raise Refused(path.name, wording.say(fix), found=found) from error


def _figure_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    nation_help = wording.say("cli.help.nation")
    parser.add_argument("nation", metavar="NATION", type=_nation(wording), help=nation_help)
    _positional(parser, wording, "item")
    _positional(parser, wording, "point")
    on_help = wording.say("cli.help.on")
    parser.add_argument("--on", metavar="DATE", type=_day(wording), required=True, help=on_help)
    parser.add_argument("--area", help=wording.say("cli.help.area"))
    _json_option(parser, wording)


def _figure(given: Arguments, wording: Wording) -> int:
    """Look one figure up; what is not held is refused with what is."""
    from payapp.domain.lookups import find_in_any_area
    from payapp.files.schedules import open_library
    from payapp.report.figures_in_words import (
        figure_as_json,
        figure_in_text,
        no_later_figure,
        why_no_figure,
    )

    library = open_library()
    book = library.book(given.nation)
    asked = (given.item, given.point)
    found = (
        book.find(given.on, given.area, *asked)
        if given.area
        else find_in_any_area(book, given.on, *asked)
    )
    if not isinstance(found, Figure):
        why = why_no_figure(found, wording)
        raise Refused("payapp figure", why.fix, field=why.field, value=why.value, found=why.found)
    until, warning = book.in_force_until(found), no_later_figure(book, given.on, wording)
    if given.json:
        _say_json(figure_as_json(found, until) | ({"warning": warning} if warning else {}))
    else:
        _say(figure_in_text(found, until, library.sources, wording, warning))
    return ANSWERED


def _identify_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    pounds = _read_as(wording, "amount", _POUNDS, _number)
    amount_help = wording.say("cli.help.amount")
    parser.add_argument("amount", metavar="AMOUNT", type=pounds, help=amount_help)
    _json_option(parser, wording)


def _identify(given: Arguments, wording: Wording) -> int:
    """Say which figures an amount is."""
    from payapp.domain.lookups import identify
    from payapp.files.schedules import open_library
    from payapp.report.figures_in_words import identified_as_json, identified_in_text

    library = open_library()
    found = identify(library.books(), given.amount)

    def until(figure: Figure) -> date | None:
        return library.book(figure.nation).in_force_until(figure)

    if given.json:
        _say_json(identified_as_json(given.amount, found, until))
    else:
        _say(identified_in_text(given.amount, found, until, wording))
    return ANSWERED


def _read_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    about = wording.say("cli.help.description")
    parser.add_argument("description", metavar="FILE", type=Path, help=about)
    _json_option(parser, wording)


def _read_description(given: Arguments, wording: Wording) -> int:
    """Say which facts of a post a job description shows, and by which sentence."""
    from payapp.files.cue_files import description_cues
    from payapp.files.description_files import read_description
    from payapp.reading.cues import cues_of
    from payapp.reading.reading import read
    from payapp.report.reading_in_words import read_as_json, read_in_text

    facts = read(read_description(given.description), cues_of(description_cues()))
    if given.json:
        _say_json(read_as_json(facts))
    else:
        _say(read_in_text(given.description.name, facts, wording))
    return ANSWERED


def _period_arguments(parser: argparse.ArgumentParser, wording: Wording, *, must: bool) -> None:
    """Add the first and the last day of a period."""
    for name, held_as in (("from", "first"), ("to", "last")):
        about = wording.say(f"cli.help.period-{name}")
        day = _day(wording)
        parser.add_argument(
            f"--{name}", metavar="DATE", type=day, dest=held_as, required=must, help=about
        )


def _refuse_a_period_that_ends_first(first: date, last: date, wording: Wording) -> None:
    if last < first:
        found = wording.say("cli.period_ends_first", first=first, last=last)
        fix = wording.say("cli.period_in_order")
        raise Refused(_PROGRAM, fix, field="--to", value=last.isoformat(), found=found)


def _read(path: Path) -> "tuple[Case, Library]":
    """Return the case of a file, and the library to ask about it."""
    from payapp.files.case_files import read_case
    from payapp.files.schedules import open_library

    return read_case(path), open_library()


def _arrears_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _positional(parser, wording, "case")
    _period_arguments(parser, wording, must=True)
    _json_option(parser, wording)
    parser.add_argument("--xlsx", metavar="OUT", type=Path, help=wording.say("cli.help.xlsx"))


def _arrears(given: Arguments, wording: Wording) -> int:
    """Say what was due and what was paid, month by month."""
    from payapp.casework.arrears import arrears
    from payapp.report.arrears_in_words import arrears_in_words, arrears_json, arrears_tables
    from payapp.report.data_in_words import data_line
    from payapp.report.papers import paper_text

    _refuse_a_period_that_ends_first(given.first, given.last, wording)
    path = Path(given.case)
    case, library = _read(path)
    with refused_by_name(path.name):
        found = arrears(case, library, given.first, given.last)
    paper = arrears_in_words(found, library, wording)
    if given.xlsx:
        tables = arrears_tables(found, library, wording)
        head = data_line(library, case.nation, given.last, wording)
        _write_tables(given.xlsx, tables, (paper.title, head), wording)
    if given.json:
        _say_json(arrears_json(found))
    else:
        _say(paper_text(paper))
    return ANSWERED


def _write_tables(
    path: Path, tables: Sequence["Table"], heading: tuple[str, str], wording: Wording
) -> None:
    """Write sheets under a title and what says at the head of each page what they rest on."""
    from payapp.files.workbook import write_workbook
    from payapp.report.assessment_tables import workbook_words

    title, head = heading
    words = workbook_words(wording)
    write_workbook(path, tables, title=title, data_version=head, words=words)


def _compare_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    cases_help = wording.say("cli.help.cases")
    parser.add_argument("cases", metavar="CASE", type=Path, nargs="+", help=cases_help)
    _json_option(parser, wording)
    parser.add_argument("--xlsx", metavar="OUT", type=Path, help=wording.say("cli.help.xlsx"))


def _compare(given: Arguments, wording: Wording) -> int:
    """Lay two to four cases side by side."""
    from payapp.casework.offers import FEWEST, MOST, compare, offer
    from payapp.files.case_files import read_case
    from payapp.files.schedules import open_library
    from payapp.report.data_in_words import data_head
    from payapp.report.offers_in_words import (
        comparison_in_words,
        comparison_json,
        comparison_tables,
    )
    from payapp.report.papers import paper_text

    number = len(given.cases)
    if not FEWEST <= number <= MOST:
        found = wording.say("cli.number_of_cases", number=number)
        raise Refused(_PROGRAM, wording.say("cli.two_to_four"), field="CASE", found=found)
    cases, library = [read_case(path) for path in given.cases], open_library()
    for path, case in zip(given.cases, cases, strict=True):
        with refused_by_name(path.name):
            offer(case, library)
    comparison = compare(cases, library)
    paper = comparison_in_words(comparison, library, wording)
    if given.xlsx:
        tables = comparison_tables(comparison, library, wording)
        head = data_head(library, [(case.nation, case.on) for case in cases], wording)
        _write_tables(given.xlsx, tables, (paper.title, head), wording)
    if given.json:
        _say_json(comparison_json(comparison, wording))
    else:
        _say(paper_text(paper))
    return ANSWERED


def _case_argument(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _positional(parser, wording, "case")


def _change(given: Arguments, wording: Wording) -> int:
    """Say which one or two facts would change the answer."""
    from payapp.casework.what_would_change import what_would_change
    from payapp.report.casework_in_words import change_in_words
    from payapp.report.papers import paper_text

    path = Path(given.case)
    case, library = _read(path)
    with refused_by_name(path.name):
        turns = what_would_change(case, library)
    _say(paper_text(change_in_words(case, turns, library, wording)))
    return ANSWERED


def _time_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _positional(parser, wording, "case")
    hours = _read_as(wording, "hours", _HOURS, Decimal)
    for duty in _DUTIES:
        about = wording.say("cli.help.hours", duty=wording.say(f"casework.time.duty.{duty}"))
        parser.add_argument(f"--{duty}", metavar="HOURS", type=hours, help=about)


def _time(given: Arguments, wording: Wording) -> int:
    """Set the directed time of a post against what its duties take."""
    from payapp.casework.time_budget import Duty, time_budget
    from payapp.report.casework_in_words import time_in_words
    from payapp.report.papers import paper_text

    path = Path(given.case)
    case, library = _read(path)
    stated = ((duty, getattr(given, duty)) for duty in Duty)
    with refused_by_name(path.name):
        budget = time_budget(case, library, {d: hours for d, hours in stated if hours is not None})
    _say(paper_text(time_in_words(budget, library, wording)))
    return ANSWERED


def _pack_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _positional(parser, wording, "case")
    out_help = wording.say("cli.help.out")
    parser.add_argument("--out", metavar="FOLDER", type=Path, required=True, help=out_help)
    _period_arguments(parser, wording, must=False)


def _pack(given: Arguments, wording: Wording) -> int:
    """Write everything to take into a meeting about a case."""
    from payapp.report.rep_pack import pack_name, printed_pack, rep_pack, start_of_pay_year

    path, today = Path(given.case), datetime.now().astimezone().date()
    case, library = _read(path)
    first, last = given.first or start_of_pay_year(case, library), given.last or case.on
    _refuse_a_period_that_ends_first(first, last, wording)
    with refused_by_name(path.name):
        pack = rep_pack(case, library, wording, (first, last), today)
    with _refused_without_qt(given.out, "cli.install_qt_for_pack", wording):
        from payapp.gui.pack_files import Place, write_pack
        from payapp.gui.printing import pdf_of
    _make_folder(given.out, wording)
    place = Place(given.out, pack_name(case, path.stem))
    drawn = pdf_of(printed_pack(pack, library, wording, today))
    for written in write_pack(place, pack, library, wording, drawn):
        _say(wording.say("casework.pack.written", file=written))
    return ANSWERED


def _make_folder(folder: Path, wording: Wording) -> None:
    """Make a folder where there is none. Raises Refused where there is a file, or it cannot be."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        found = wording.say("cli.no_such_folder")
        raise Refused(str(folder), wording.say("cli.name_a_folder"), found=found) from error


def _template_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    out_help = wording.say("cli.help.template-out")
    parser.add_argument("out", metavar="OUT", type=Path, help=out_help)


def _template(given: Arguments, wording: Wording) -> int:
    """Write the sheet to fill in for a spot check."""
    from payapp.files.cue_files import ranges, worked_rows
    from payapp.files.template_files import write_template
    from payapp.report.template_in_words import template

    write_template(given.out, template(worked_rows(), ranges(), wording))
    _say(wording.say("spot_check.written", file=given.out))
    return ANSWERED


def _spot_check_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    def option(name: str, **more: Any) -> None:
        parser.add_argument(
            name, help=wording.say(f"cli.help.spot-check-{name.strip('-')}"), **more
        )

    option("in", metavar="IN", type=Path)
    option("out", metavar="OUT", type=Path, nargs="?")
    option("--nation", metavar="NATION", type=_nation(wording))
    option("--on", metavar="DATE", type=_day(wording))
    option("--area")
    option("--set", metavar="COLUMN=VALUE", action="append", default=[])
    option("--column", metavar="HEADING=COLUMN", action="append", default=[])
    option("--map", metavar="NAME")
    option("--compare", metavar="LAST", type=Path)
    option("--columns", action="store_true")
    option("--no-names", action="store_true")


def _spot_check(given: Arguments, wording: Wording) -> int:
    """Check every person of a sheet, or compare two results, or show how a sheet is read."""
    from payapp.payroll import opened_sheet, refuse_to_replace

    source, out = Path(getattr(given, "in")), given.out
    if out is None and not given.columns:
        fix = wording.say("cli.name_out")
        raise Refused(SPOT_CHECK, fix, found=wording.say("cli.no_out"))
    for read in (source, given.compare):
        if out is not None and read is not None:
            refuse_to_replace(read, out, wording)
    if given.compare:
        return _compare_results(given.compare, source, out, wording)
    meanings = _meanings(given, wording)
    with opened_sheet(source, meanings, wording, with_names=not given.no_names) as (file, opened):
        return _check_people(file, opened, given, wording)


def _meanings(given: Arguments, wording: Wording) -> "Meanings":
    """Return what headings mean beside the usual: as remembered, and as said for this run."""
    from payapp.files.layout_files import remembered
    from payapp.report.layout_in_words import column_named
    from payapp.spot_check.cells import plain_words

    meanings = dict(remembered().get(given.map, {})) if given.map else {}
    for pair in given.column:
        heading, _, column = pair.rpartition("=")
        meanings[plain_words(heading)] = column_named(SPOT_CHECK, column, wording)
    return meanings


def _check_people(file: "RowFile", opened: "Opened", given: Arguments, wording: Wording) -> int:
    from payapp.files.layout_files import remember
    from payapp.report.layout_in_words import layout_in_text, refuse_what_is_lacking

    if given.map:
        remember(given.map, opened.layout.meanings())
    if given.columns:
        _say(layout_in_text(opened, wording))
    if given.out is None:
        return ANSWERED
    defaults = _defaults(given, wording)
    refuse_what_is_lacking(file.name, opened.layout, defaults, wording)
    return _run_spot_check(file, opened, defaults, given.out, wording)


def _defaults(given: Arguments, wording: Wording) -> dict[str, object]:
    """Return what holds for the columns that a sheet lacks. Raises Refused for a bad value."""
    from payapp.files.column_guards import column_guards
    from payapp.files.cue_files import word_cues
    from payapp.report.layout_in_words import column_named, refuse_defaults
    from payapp.spot_check.cells import Words
    from payapp.spot_check.rows import misread_defaults

    named = {"nation": given.nation, "on": given.on, "pay_area": given.area}
    defaults: dict[str, object] = {name: value for name, value in named.items() if value}
    for pair in given.set:
        name, _, value = pair.partition("=")
        defaults[column_named(SPOT_CHECK, name, wording).column] = value
    misread = misread_defaults(defaults, Words(word_cues()), column_guards())
    refuse_defaults(SPOT_CHECK, misread, wording)
    return defaults


def _run_spot_check(
    file: "RowFile", opened: "Opened", defaults: dict[str, object], out: Path, wording: Wording
) -> int:
    """Check the rows, until done or stopped by the person at the keyboard, and write the result."""
    from payapp.files.result_files import clear_unfinished, result_sink
    from payapp.files.schedules import open_library
    from payapp.payroll import kit
    from payapp.report.assessment_tables import workbook_words
    from payapp.report.layout_in_words import empty_rows
    from payapp.report.spot_check_in_words import (
        SpotCheckSheets,
        amounts_not_read_in_words,
        sheet_plans,
    )
    from payapp.spot_check.job import check_sheet

    library, stopped = open_library(), Event()
    words, plans = workbook_words(wording), sheet_plans(wording)
    title = wording.say("spot_check.title")
    sink = result_sink(out, plans, title=title, words=words)
    _tell_of_unfinished(clear_unfinished(out, plans), wording)
    with closing(sink), _on_interrupt(stopped.set):
        sheets = SpotCheckSheets(sink, library, wording)
        at_the_end = check_sheet(
            opened,
            defaults,
            kit(),
            sheets.take,
            total=file.total,
            progress=_progress(wording),
            is_cancelled=stopped.is_set,
        )
        if file.stopped_at is not None:
            sheets.take_faults([empty_rows(file.stopped_at)])
        sheets.finish(opened.layout, defaults, opened.joined, cancelled=not at_the_end)
    key = "spot_check.done" if at_the_end else "spot_check.stopped"
    _say(wording.say(key, checked=sheets.checked, refused=sheets.refused, file=out))
    if sheets.repeated:
        _say(wording.say("spot_check.repeated", count=sheets.repeated))
    if not_read := amounts_not_read_in_words(opened.layout, wording):
        _say(not_read)
    return ANSWERED


def _tell_of_unfinished(stuck: Sequence[str], wording: Wording) -> None:
    """Name on standard error the files of killed runs that could not be deleted."""
    from payapp.report.spot_check_in_words import unfinished_in_words

    for sentence in unfinished_in_words(stuck, wording):
        sys.stderr.write(f"{sentence}\n")


@contextmanager
def _on_interrupt(stop: Callable[[], None]) -> Iterator[None]:
    """Take Ctrl+C as a wish to stop and keep what was done."""
    before = signal.signal(signal.SIGINT, lambda *_: stop())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _progress(wording: Wording) -> "Callable[[Progress], None]":
    """Return what shows progress to a person at a terminal, and nothing to a script."""
    if not sys.stderr.isatty():
        return lambda _: None

    def show(progress: "Progress") -> None:
        key = "spot_check.progress-open" if progress.total is None else "spot_check.progress"
        values = {**progress._asdict(), "rate": f"{progress.rows_a_second:,.0f}"}
        sys.stderr.write(f"\r{wording.say(key, **values)}   ")

    return show


def _compare_results(last: Path, this: Path, out: Path, wording: Wording) -> int:
    """Say in a file what differs between two results."""
    from payapp.payroll import differences, write_comparison

    found = differences(last, this, wording)
    _tell_of_unfinished(write_comparison(out, found, wording), wording)
    _say(wording.say("spot_check.compared", count=len(found), file=out))
    return ANSWERED


def _table_check_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=wording.say("cli.help.table"))
    for name, kind in (("nation", _nation(wording)), ("on", _day(wording))):
        words = wording.say(f"cli.help.table-{name}")
        parser.add_argument(f"--{name}", metavar=name.upper(), type=kind, help=words)
    parser.add_argument("--xlsx", metavar="OUT", type=Path, help=wording.say("cli.help.xlsx"))
    _json_option(parser, wording)


def _table_check(given: Arguments, wording: Wording) -> int:
    """Say of each amount of a published pay table whether it is a figure that is held."""
    from payapp.casework.published_table import Claim, TableCheck, check_table
    from payapp.files.row_files import open_rows
    from payapp.files.schedules import open_library
    from payapp.report.published_table_in_words import (
        marked_table,
        refuse_without_nation,
        table_as_json,
        table_in_text,
    )

    library = open_library()
    with open_rows(given.file) as rows:
        told = Claim(nation=given.nation, on=given.on)
        marked = list(check_table(rows, TableCheck(library), told))
    refuse_without_nation(given.file.name, marked, wording)
    if given.xlsx:
        title = wording.say("table_check.title")
        heading = (title, library.data_version)
        _write_tables(given.xlsx, (marked_table(marked, wording),), heading, wording)
    if given.json:
        _say_json(table_as_json(marked))
    else:
        _say(table_in_text(marked, wording))
    return ANSWERED


def _no_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    """Add nothing: the command stands alone."""
    del parser, wording


def _schema(given: Arguments, wording: Wording) -> int:
    """Print the JSON Schema of a case file."""
    del given
    from payapp.files.case_files import case_schema

    words = {word: wording.say(f"cli.any_nation.{word}") for word in ("sen", "coordinator")}

    def describe(key: str) -> str:
        own = f"cli.keys.{key}"
        return wording.say(own if wording.has(own) else f"facts.{key}.label", **words)

    _say_json(case_schema(describe))
    return ANSWERED


def _schedules_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _add_commands(parser, SCHEDULES_COMMANDS, "schedules-", wording, SCHEDULES_COMMANDS)


def _schedules_check(given: Arguments, wording: Wording) -> int:
    """Prove every figure."""
    del given
    from payapp.files.schedule_proof import prove_schedules
    from payapp.files.schedules import open_shelves
    from payapp.report.schedules_in_words import proof_in_text

    proof = prove_schedules(open_shelves())
    _say(proof_in_text(proof, wording))
    return FAULT_FOUND if proof.faults else ANSWERED


def _schedules_coverage(given: Arguments, wording: Wording) -> int:
    """Show what is held, nation by nation."""
    del given
    from payapp.domain.coverage import coverage, rules_held
    from payapp.files.schedules import open_library
    from payapp.report.schedules_in_words import coverage_in_text

    library = open_library()
    for nation in Nation:
        register = coverage(library, nation)
        rules = rules_held(library, nation)
        _say(coverage_in_text(nation, register, rules, library.known_gaps, wording))
    return ANSWERED


def _add_arguments(parser: argparse.ArgumentParser, wording: Wording) -> None:
    file_help = wording.say("cli.help.file")
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help=file_help)
    percent = _read_as(wording, "percent", _PERCENT, _number)
    award_help = wording.say("cli.help.award")
    parser.add_argument("--award", metavar="PERCENT", type=percent, help=award_help)
    from_help = wording.say("cli.help.from")
    parser.add_argument("--from", metavar="DATE", type=_day(wording), dest="start", help=from_help)
    nation_help = wording.say("cli.help.award-nation")
    parser.add_argument("--nation", metavar="NATION", type=_nation(wording), help=nation_help)
    parser.add_argument("--yes", action="store_true", help=wording.say("cli.help.yes"))


def _schedules_add(given: Arguments, wording: Wording) -> int:
    """Show what an addition changes, and write it where that was asked for."""
    from payapp.files.additions import plan_from_award, plan_from_file, write_addition
    from payapp.files.schedules import open_shelves
    from payapp.report.schedules_in_words import addition_in_text

    shelves = open_shelves()
    award = (given.nation, given.award, given.start)
    if given.file is not None and not any(award):
        plan = plan_from_file(shelves, given.file)
    elif given.file is None and all(award):
        plan = plan_from_award(shelves, *award)
    else:
        found = wording.say("cli.add_unclear")
        raise Refused("payapp schedules add", wording.say("cli.add_what"), found=found)
    _say(addition_in_text(plan.added, plan.changed, plan.unchanged, wording))
    if not plan.added and not plan.changed:
        _say(wording.say("schedules.nothing_to_write"))
    elif not given.yes:
        _say(wording.say("schedules.nothing_written"))
    else:
        for path in write_addition(shelves, plan):
            _say(wording.say("schedules.written", file=path))
    return ANSWERED


SCHEDULES_COMMANDS: Final[Mapping[str, Command]] = {
    "check": Command(_no_arguments, _schedules_check),
    "coverage": Command(_no_arguments, _schedules_coverage),
    "add": Command(_add_arguments, _schedules_add),
}


def _no_run(given: Arguments, wording: Wording) -> int:
    """Stand in for a group of commands, of which one is always named."""
    raise AssertionError(given, wording)


COMMANDS: Final[Mapping[str, Command]] = {
    "check": Command(_check_arguments, _check),
    "figure": Command(_figure_arguments, _figure),
    "identify": Command(_identify_arguments, _identify),
    "arrears": Command(_arrears_arguments, _arrears),
    "compare": Command(_compare_arguments, _compare),
    "change": Command(_case_argument, _change),
    "time": Command(_time_arguments, _time),
    "pack": Command(_pack_arguments, _pack),
    "read": Command(_read_arguments, _read_description),
    "spot-check": Command(_spot_check_arguments, _spot_check),
    "table-check": Command(_table_check_arguments, _table_check),
    "template": Command(_template_arguments, _template),
    "schema": Command(_no_arguments, _schema),
    "schedules": Command(_schedules_arguments, _no_run),
}
