"""How long ten years of arrears and *what would change the answer* take, in engine time.

Run it with `make bench`, or `python benchmarks/casework.py` from the top of a checkout. The figures
are read before the clock starts; the case that takes longest stands for all.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from payapp.casework.arrears import arrears
from payapp.casework.what_would_change import what_would_change
from payapp.domain.cases import Case
from payapp.domain.pay import Pay
from payapp.domain.posts import Post
from payapp.files.case_files import read_case
from payapp.files.schedules import open_library

ROUNDS = 9
FIRST, LAST = date(2016, 9, 15), date(2026, 9, 14)
MOST_FOR_ARREARS, MOST_FOR_CHANGES = 50.0, 200.0


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median CPU time of some rounds of work."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        rounds.append((time.process_time() - start) * 1000)
    return statistics.median(rounds)


def slowest(cases: Iterable[Case], ask: Callable[[Case], object]) -> float:
    """Return the median of the case that takes longest."""
    return max(milliseconds(lambda case=case: ask(case)) for case in cases)


def main() -> int:
    """Print both numbers; exit 1 where either is more than was promised."""
    library = open_library()
    shipped = [read_case(path) for path in sorted((ROOT / "resources" / "examples").glob("*.json"))]
    open_cases = [
        replace(case, post=Post(employer=case.post.employer), pay=Pay(range=case.pay.range))
        for case in shipped
    ]
    cases = [*shipped, *open_cases]
    for case in cases:
        arrears(case, library, FIRST, LAST)
    gc.collect()
    gc.freeze()
    months = slowest(cases, lambda case: arrears(case, library, FIRST, LAST))
    changes = slowest(cases, lambda case: what_would_change(case, library))
    print(f"{len(cases)} cases, median of {ROUNDS} rounds, the slowest case")
    print(f"ten years of arrears:          {months:5.1f} ms  (wanted: {MOST_FOR_ARREARS:.0f})")
    print(f"what would change the answer:  {changes:5.1f} ms  (wanted: {MOST_FOR_CHANGES:.0f})")
    return 0 if months <= MOST_FOR_ARREARS and changes <= MOST_FOR_CHANGES else 1


if __name__ == "__main__":
    sys.exit(main())
