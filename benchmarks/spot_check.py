"""How long a spot check takes from workbook to workbook, beside what openpyxl alone needs.

Run it with `make bench`, or `python benchmarks/spot_check.py [ROWS ...]` from the top of a
checkout. For each number of rows it makes a payroll, checks it in a process of its own, and then
lets openpyxl alone read the same input (read-only) and write the same cells (write-only), in turns.
With `--national [ROWS]` it measures half a million people from CSV to CSV instead.
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

ROUNDS = 3
ROWS = (1_000, 10_000)
"""A hundred thousand rows, on demand, take openpyxl minutes."""
NATIONAL = 500_000
MOST_TIMES = 1.5
MOST_MEMORY = 200
MOST_OF_THE_ENGINE = 0.25

HEADINGS = (
    *("reference", "nation", "pay_area", "on", "employer", "school_type", "role", "fte"),
    *("range", "point", "salary", "basis", "allowance_1_kind", "allowance_1_amount"),
    *("allowance_1_basis", "allowance_1_share", "qualified_teacher", "designated_coordinator"),
    *("significant_responsibility", "teaches_sen_pupils", "teaches_designated_class"),
    *("teaches_in_la_unit_or_service", "setting_analogous_to_designated"),
    *("sensory_qualification_required", "on_leadership_team"),
)
M_POINTS = {"M1": 34069, "M2": 36042, "M3": 38400, "M4": 40941, "M5": 43529, "M6": 46940}
HOW_OFTEN = {"upper": 0.55, "tlr": 0.2, "special": 0.12, "senco": 0.04}
U_POINTS = {"U1": 49134, "U2": 50956, "U3": 52835}


def payroll(rows: int, *, all_differ: bool) -> Iterator[list[Any]]:
    """Yield the rows of a payroll: an invented one, drawn the same in every run.

    Points, fractions and allowances come as often as in a county's payroll, or no two are alike.
    """
    draw = random.Random(2026)  # noqa: S311 - nothing is secret here
    for number in range(rows):
        upper = draw.random() < HOW_OFTEN["upper"]
        points = U_POINTS if upper else M_POINTS
        point = draw.choice(list(points))
        salary = float(points[point])
        if all_differ:
            salary += number / 100
        tlr = draw.random() < HOW_OFTEN["tlr"]
        special = draw.random() < HOW_OFTEN["special"]
        senco = draw.random() < HOW_OFTEN["senco"]
        yield [
            f"P{number:06d}",
            "england",
            draw.choice(["rest-of-england"] * 7 + ["outer-london"]),
            "2026-10-01",
            "maintained",
            "special" if special else "mainstream",
            "senco" if senco else "class-teacher",
            draw.choice([1.0] * 6 + [0.8, 0.6, 0.6, 0.5, 0.4]),
            "upper-pay-range" if upper else "main-pay-range",
            point,
            salary,
            "full-time-equivalent",
            *(
                ["tlr2", draw.choice([3651, 5951, 8913, 3527]), "received", 1]
                if tlr
                else [None] * 4
            ),
            "yes",
            "yes" if senco else "no",
            "yes" if tlr or senco else "no",
            "yes" if special else "no",
            *(["no"] * 4),
            "no",
        ]


def write_input(path: Path, rows: int, *, all_differ: bool) -> None:
    """Write a payroll as a workbook or as a CSV file."""
    import csv

    from openpyxl import Workbook

    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(HEADINGS)
            writer.writerows(payroll(rows, all_differ=all_differ))
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Payroll")
    sheet.append(HEADINGS)
    for row in payroll(rows, all_differ=all_differ):
        sheet.append(row)
    book.save(path)


def measured(*arguments: str) -> tuple[float, float, float]:
    """Run a part of this script in a new process: seconds, CPU seconds, and peak megabytes.

    The memory is that of the process and of the largest of those that it starts.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, str(Path(__file__).resolve()), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, float(done.stdout.split()[-1])


def peak(processes: int) -> float:
    """Return the peak memory of this process and those that it started, in megabytes.

    The system tells the peak of the largest of them, which is taken for each.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + processes * largest) / 1024


def spot_check(source: str, target: str) -> None:
    """Check a payroll as the command line does."""
    from payapp.__main__ import start
    from payapp.files.row_files import open_rows
    from payapp.spot_check.job import processes_for

    sys.argv = ["payapp", "spot-check", source, target]
    start()
    with open_rows(Path(source)) as file:
        print(peak(processes_for(file.total, os.cpu_count() or 1)))


def floor(source: str, result: str, target: str) -> None:
    """Let openpyxl read a payroll and write the cells of its result, and do nothing else."""
    from openpyxl import Workbook, load_workbook
    from openpyxl.cell import WriteOnlyCell

    for row in (
        load_workbook(source, read_only=True, data_only=True)
        .worksheets[0]
        .iter_rows(values_only=True)
    ):
        del row
    # The cells to write are read before the clock of the writing starts.
    cells = load_workbook(result, read_only=True)
    reading, book = 0.0, Workbook(write_only=True)
    for sheet in cells.worksheets:
        written = book.create_sheet(sheet.title)
        money = WriteOnlyCell(written)
        money.number_format = "#,##0.00"
        start = time.perf_counter()
        for row in sheet.iter_rows(values_only=True):
            reading += time.perf_counter() - start
            written.append([_prepared(value, money) for value in row])
            start = time.perf_counter()
        reading += time.perf_counter() - start
    book.save(target)
    print(reading)


def _prepared(value: Any, money: Any) -> Any:
    if isinstance(value, str) and value.startswith("="):
        return None
    if isinstance(value, int | float):
        money.value = value
        return money
    return value


def engine(source: str) -> float:
    """Return the seconds that the checks of a payroll take, without reading and writing."""
    from payapp.check import check
    from payapp.domain.assessment import Assessment
    from payapp.files.cue_files import heading_cues
    from payapp.files.row_files import open_rows
    from payapp.payroll import kit
    from payapp.spot_check import run
    from payapp.spot_check.layouts import Cue, Cues
    from payapp.spot_check.sheets import open_sheet

    spent = 0.0

    def timed(*arguments: Any) -> Assessment:
        nonlocal spent
        start = time.perf_counter()
        found = check(*arguments)
        spent += time.perf_counter() - start
        return found

    cues = Cues({heading: Cue(*cue) for heading, cue in heading_cues().items()})
    with open_rows(Path(source)) as file:
        opened = open_sheet(file, cues, with_names=False)
        made = run.assessor(opened.layout, {}, kit())
        run.check = timed
        for assessed in run.run(opened.rows, made.assess_rows):
            del assessed
    return spent


def compare(folder: Path, rows: int, *, all_differ: bool) -> None:
    """Print the times of a spot check and of openpyxl alone, taken in turns."""
    source, result, target = (str(folder / name) for name in ("in.xlsx", "out.xlsx", "floor.xlsx"))
    write_input(Path(source), rows, all_differ=all_differ)
    ours: list[tuple[float, float, float]] = []
    theirs: list[float] = []
    for _ in range(ROUNDS if rows <= 10_000 else 1):  # noqa: PLR2004 - larger ones take long
        ours.append(measured("check", source, result))
        seconds, _, reading = measured("floor", source, result, target)
        theirs.append(seconds - reading)
    seconds, cpu, memory = (statistics.median(each) for each in zip(*ours, strict=True))
    alone = statistics.median(theirs)
    spent = measured("engine", source)[2]
    kind = "no two rows alike" if all_differ else "as in a payroll"
    print(f"{rows:,} people, {kind}")
    print(f"  spot check {seconds:.2f} s ({cpu:.2f} s of all cores)")
    print(f"  peak memory {memory:.0f} MB (at most {MOST_MEMORY})")
    print(f"  openpyxl alone {alone:.2f} s: {seconds / alone:.2f} times (at most {MOST_TIMES})")
    print(
        f"  checks {spent:.2f} s: {spent / cpu:.2f} of the CPU time (at most {MOST_OF_THE_ENGINE})"
    )


def national(folder: Path, rows: int) -> None:
    """Print the time and memory of a payroll of a nation, from CSV to CSV."""
    source, result = folder / "in.csv", folder / "out.csv"
    for all_differ in (False, True):
        write_input(source, rows, all_differ=all_differ)
        seconds, cpu, memory = measured("check", str(source), str(result))
        kind = "no two rows alike" if all_differ else "as in a payroll"
        print(f"{rows:,} people from CSV to CSV, {kind}")
        print(f"  {seconds:.0f} s ({cpu:.0f} s of all cores), {rows / seconds:,.0f} rows a second")
        print(f"  peak memory {memory:.0f} MB")


def main() -> int:
    """Print the comparison for each number of rows, or the times of a national payroll."""
    print(f"{os.cpu_count()} cores")
    counts = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    with tempfile.TemporaryDirectory() as folder:
        if "--national" in sys.argv:
            national(Path(folder), *counts or [NATIONAL])
            return 0
        for rows in counts or ROWS:
            for all_differ in (False, True):
                compare(Path(folder), rows, all_differ=all_differ)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["check"]:
        spot_check(*sys.argv[2:])
    elif sys.argv[1:2] == ["floor"]:
        floor(*sys.argv[2:])
    elif sys.argv[1:2] == ["engine"]:
        print(engine(*sys.argv[2:]))
    else:
        sys.exit(main())
