"""The examples of the documentation do what they say."""

import importlib.util
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from payapp.domain.sheet_rows import Row
from payapp.spot_check.people import Person, Result
from tests.spot_check.sheets import HEADINGS, TEACHER

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "docs" / "examples" / "partitions.py"
DASK = "Dask is no dependency of payapp and is not installed here"


def example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("partitions", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def payroll(path: Path, people: int = 60) -> Path:
    rows: list[tuple[str, ...]] = [HEADINGS]
    rows += [
        (f"P{number}", *map(str, (*TEACHER[1:6], 1 - number % 5 / 10, *TEACHER[7:])))
        for number in range(people)
    ]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    return path


def one_after_the_other(module: ModuleType, path: Path) -> list[Result]:
    layout, parts = module.partitions(path)
    return [result for part in parts for result in module.assess_partition(part, layout)]


def test_partitions_hold_every_row_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = example()
    monkeypatch.setattr(module, "ROWS_A_PARTITION", 25)
    _, parts = module.partitions(payroll(tmp_path / "in.csv"))
    found: list[tuple[Row, ...]] = list(parts)
    assert [len(part) for part in found] == [25, 25, 10]
    assert [row.number for part in found for row in part] == list(range(2, 62))


def test_the_core_runs_under_the_map_of_the_standard_library(tmp_path: Path) -> None:
    path = payroll(tmp_path / "in.csv")
    done = subprocess.run(
        [sys.executable, str(EXAMPLE), str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PAYAPP_HOME": str(tmp_path / "home")},
    )
    expected = Counter(
        result.verdict if isinstance(result, Person) else "not checked"
        for result in one_after_the_other(example(), path)
    )
    assert done.stdout.splitlines() == [f"{name}: {n}" for name, n in expected.most_common()]
    assert sum(expected.values()) == 60


def test_the_core_runs_under_the_map_of_dask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dask = pytest.importorskip("dask", reason=DASK)
    module = example()
    monkeypatch.setattr(module, "ROWS_A_PARTITION", 25)
    path = payroll(tmp_path / "in.csv")
    layout, parts = module.partitions(path)
    assess = partial(module.assess_partition, layout=layout)
    with dask.config.set(scheduler="synchronous"):
        found = [result for part in module.by_dask(parts, assess) for result in part]
    assert found == one_after_the_other(module, path)


@pytest.mark.skipif(sys.platform == "win32", reason="the script forks its runs")
def test_a_killed_run_never_harms_a_result_that_stood() -> None:
    script = ROOT / "benchmarks" / "killed_runs.py"
    done = subprocess.run(
        [sys.executable, str(script), "12"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("12 kills")
