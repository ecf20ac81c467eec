"""How many full checks with explanation a second one core does, beside bare validation.

Run it with `make bench`, or `python benchmarks/engine.py` from the top of a checkout.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from payapp.check import check
from payapp.files.case_files import parse_case, read_case
from payapp.files.schedules import open_library

ROUNDS = 7
SECONDS_A_ROUND = 0.5
WANTED = 5_000


def a_second(work: Callable[[], None], items: int) -> float:
    """Return how many items a second `work` does, measured over half a second of CPU time."""
    done, start = 0, time.process_time()
    while time.process_time() - start < SECONDS_A_ROUND:
        work()
        done += items
    return done / (time.process_time() - start)


def medians(*works: tuple[Callable[[], None], int]) -> list[float]:
    """Return the median of each work, the works taken in turn so that drift hits all alike."""
    rounds: Sequence[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for results, (work, items) in zip(rounds, works, strict=True):
            results.append(a_second(work, items))
    return [statistics.median(results) for results in rounds]


def main() -> int:
    """Print the medians and their ratio; exit 1 where the engine is slower than promised."""
    library = open_library()
    paths = sorted((ROOT / "resources" / "examples").glob("england-*.json"))
    cases = [read_case(path) for path in paths]
    texts = [path.read_text("utf-8") for path in paths]
    for case in cases:
        check(case, library)
    gc.collect()
    gc.freeze()

    def check_all() -> None:
        for case in cases:
            check(case, library)

    def validate_all() -> None:
        for text in texts:
            parse_case(text)

    engine, border = medians((check_all, len(cases)), (validate_all, len(texts)))
    print(f"{len(cases)} English example cases, {ROUNDS} alternated rounds, medians")
    print(f"full checks with explanation a second: {engine:,.0f}  (wanted: {WANTED:,})")
    print(f"case files validated a second:         {border:,.0f}")
    print(f"one check against one validation:      {border / engine:.2f} times")
    return 0 if engine >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
