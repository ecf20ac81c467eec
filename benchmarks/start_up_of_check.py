"""How much process time `payapp check` takes for each example case, from start to end.

Run it with `make bench`, or `python benchmarks/start_up_of_check.py` from the top of a checkout.
Each answer comes from a fresh process with its bytecode compiled, as an installation has it. A
bare interpreter and one that imports pydantic take their turns between, so that a busy machine
is seen for what it is.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

ROUNDS = 3
MOST_SECONDS = 0.3
FLOORS = ("pass", "import pydantic; pydantic.BaseModel")


def process_time(words: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds of processor time that a fresh Python with these words takes."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    process = os.posix_spawn(
        sys.executable,
        (sys.executable, *words),
        environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)],
    )
    _, status, used = os.wait4(process, 0)
    os.close(nowhere)
    if status:
        raise SystemExit(f"python {' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime


def works() -> dict[str, tuple[str, ...]]:
    """Return what is measured, by name: the floors, then every case, and one of them as JSON."""
    found: dict[str, tuple[str, ...]] = {floor: ("-c", floor) for floor in FLOORS}
    for path in sorted((ROOT / "resources" / "examples").glob("*.json")):
        found[path.stem] = ("-m", "payapp", "check", str(path))
    name, words = list(found.items())[-1]
    return {**found, f"{name} --json": (*words, "--json")}


def medians(compiled: str) -> dict[str, float]:
    """Return the median time of each work, all of them taken in turn in every round."""
    kept = {"PYTHONPYCACHEPREFIX": compiled, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": compiled}
    environment = {**os.environ, **kept, "PYTHONDONTWRITEBYTECODE": ""}
    measured = works()
    rounds = [
        {name: process_time(words, environment) for name, words in measured.items()}
        for _ in range(ROUNDS + 1)
    ]
    warm = rounds[1:]  # the first one compiles
    return {name: statistics.median(each[name] for each in warm) for name in measured}


def main() -> int:
    """Print the medians in milliseconds; exit 1 where one of them is longer than promised."""
    with tempfile.TemporaryDirectory() as compiled:
        found = medians(compiled)
    floor = found["pass"]
    print(f"process time of fresh processes, {ROUNDS} alternated rounds, medians")
    for name, seconds in found.items():
        ratio = f"{seconds / floor:.1f} times a bare interpreter"
        print(f"{seconds * 1000:5.0f} ms  {ratio}  {name}")
    longest = max(found[name] for name in found if name not in FLOORS)
    print(f"longest answer: {longest * 1000:.0f} ms  (wanted: {MOST_SECONDS * 1000:.0f} at most)")
    return 0 if longest <= MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
