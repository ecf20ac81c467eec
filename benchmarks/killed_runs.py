"""Kill a spot check at random moments, and look whether a good result was ever harmed.

Run it with `python benchmarks/killed_runs.py [KILLS]` from the top of a checkout; 200 unless told.
A process is killed as by `kill -9`, at a moment drawn over the length of a whole run. After each,
the result must be whole: the one that stood before, byte for byte, or a complete new one.
Works where processes can be forked, so not on Windows.
"""

import contextlib
import gc
import io
import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

KILLS = 200
ROWS = 300


def start(source: Path, result: Path) -> int:
    """Start a spot check in a process of its own and return its number."""
    process = os.fork()
    if process:
        return process
    run(source, result)
    os._exit(0)


def run(source: Path, result: Path) -> None:
    """Check a payroll as the command line does, without a word."""
    from payapp.cli import main

    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        main(["spot-check", str(source), str(result)])


def is_whole(result: Path) -> bool:
    """Say whether a result is a complete workbook: every part is sound, every sheet ends."""
    with zipfile.ZipFile(result) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        ended = all(book.read(name).rstrip().endswith(b"</worksheet>") for name in sheets)
        return book.testzip() is None and bool(sheets) and ended


def write_people(path: Path) -> None:
    """Write a payroll of some people, all of whom differ."""
    rows = ["reference,nation,pay_area,on,employer,role,fte,range,point,salary,basis"]
    rows += [
        f"P{number},england,rest-of-england,2025-10-01,maintained,class-teacher,1,"
        f"main-pay-range,M6,{40000 + number},full-time-equivalent"
        for number in range(ROWS)
    ]
    path.write_text("\n".join(rows), encoding="utf-8")


def main(kills: int) -> int:
    """Print what became of the result; exit 1 where it was harmed."""
    draw = random.Random(1)  # noqa: S311 - nothing is secret here
    with tempfile.TemporaryDirectory() as name:
        source, result = Path(name) / "in.csv", Path(name) / "out.xlsx"
        write_people(source)
        run(source, result)  # here, so that those that are killed have nothing left to import
        gc.freeze()
        begun = time.perf_counter()
        os.waitpid(start(source, result), 0)
        whole_run = time.perf_counter() - begun
        kept = replaced = harmed = 0
        for _ in range(kills):
            before = result.read_bytes()
            process = start(source, result)
            time.sleep(draw.uniform(0, whole_run * 1.05))
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            same = result.read_bytes() == before
            kept, replaced = kept + same, replaced + (not same)
            harmed += not is_whole(result)
    print(f"{kills} kills over runs of {whole_run:.2f} s of {ROWS} people")
    print(f"  {kept} left the earlier result as it was, {replaced} came after a new whole one")
    print(f"  {harmed} harmed a result (at most 0)")
    return 1 if harmed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else KILLS))
