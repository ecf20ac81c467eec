"""A national payroll over partitions: the core of a spot check under an engine's map, unchanged.

The core is `Assessor.assess_rows`: rows in, results out, the same for every row whatever stands
beside it. Any engine that maps a function over partitions can therefore run it. Shown here are the
pool of the standard library and Dask, which is no dependency of payapp (`pip install "dask[bag]"`).

Run it with `python docs/examples/partitions.py PAYROLL.csv`, with `--dask` for Dask.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from payapp.domain.sheet_rows import Row
from payapp.files.cue_files import heading_cues
from payapp.files.row_files import open_rows
from payapp.payroll import kit
from payapp.spot_check.layouts import Cue, Cues, Layout
from payapp.spot_check.people import Person, Result
from payapp.spot_check.run import Assessor, assessor
from payapp.spot_check.sheets import open_sheet

ROWS_A_PARTITION = 2_000

Partition = Sequence[Row]
Assess = Callable[[Partition], list[Result]]


@cache
def assessor_here(layout: Layout) -> Assessor:
    """Return the assessor of this process, made once for all of its partitions."""
    return assessor(layout, {}, kit())


def assess_partition(rows: Partition, layout: Layout) -> list[Result]:
    """Assess one partition: all that an engine has to know of payapp."""
    return list(assessor_here(layout).assess_rows(rows).results)


def partitions(path: Path) -> tuple[Layout, Iterator[Partition]]:
    """Return how a payroll is to be read, and its rows in partitions."""
    cues = Cues({heading: Cue(*cue) for heading, cue in heading_cues().items()})

    def read() -> Iterator[Any]:
        with open_rows(path) as file:
            opened = open_sheet(file, cues, with_names=False)
            yield opened.layout
            while part := tuple(islice(opened.rows, ROWS_A_PARTITION)):
                yield part

    found = read()
    return next(found), found


def by_the_standard_library(parts: Iterable[Partition], assess: Assess) -> Iterator[list[Result]]:
    """Map over partitions with a pool of processes."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(assess, parts)


def by_dask(parts: Iterable[Partition], assess: Assess) -> Iterator[list[Result]]:
    """Map over partitions with Dask; on a cluster, the same call spreads over its machines."""
    from dask import bag

    every = list(parts)
    rows = bag.from_sequence([row for part in every for row in part], npartitions=len(every))
    yield rows.map_partitions(lambda part: assess(tuple(part))).compute()


def main(words: Sequence[str]) -> int:
    """Print how many people there are of each verdict."""
    layout, parts = partitions(Path(words[0]))
    engine = by_dask if "--dask" in words else by_the_standard_library
    counts: Counter[str] = Counter()
    for results in engine(parts, partial(assess_partition, layout=layout)):
        counts.update(
            result.verdict if isinstance(result, Person) else "not checked" for result in results
        )
    for verdict, count in counts.most_common():
        sys.stdout.write(f"{verdict}: {count:,}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
