from collections.abc import Callable
from pathlib import Path

import pytest

from payapp.domain.proof import FaultKind
from payapp.files.schedule_proof import prove_schedules
from payapp.files.schedules import FolderShelves, open_shelves


def test_a_good_set_has_no_fault(schedules_with: Callable[[str], Path], tmp_path: Path) -> None:
    proof = prove_schedules(FolderShelves(schedules_with(""), tmp_path / "own"))
    assert proof.faults == ()
    assert proof.figures == proof.first + proof.reproduced == 77


def test_every_refused_file_is_a_fault_and_no_figure_is_walked(
    schedules_with: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = schedules_with("bad-amount")
    (folder / "survey.csv").write_text("")
    (folder / "wales" / "awards.csv").unlink()
    proof = prove_schedules(FolderShelves(folder, tmp_path / "own"))
    assert proof.figures == 0
    assert [(fault.kind, fault.nation) for fault in proof.faults] == [
        (FaultKind.UNREADABLE, ""),
        (FaultKind.UNREADABLE, "england"),
        (FaultKind.UNREADABLE, "wales"),
    ]
    assert proof.faults[2].refusal.startswith("wales/awards.csv: there is no such file")


def test_a_bad_source_list_is_told_once(
    schedules_with: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = schedules_with("")
    (folder / "sources.csv").write_text("id\nE50\n")
    proof = prove_schedules(FolderShelves(folder, tmp_path / "own"))
    sentences = [fault.refusal for fault in proof.faults]
    assert set(sentences) == {
        (
            "sources.csv, row 1, column title: the column is missing;"
            " add it to the heading and to every row."
        )
    }


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> FolderShelves:
    return open_shelves(user=tmp_path_factory.mktemp("own"))


def test_every_shipped_figure_is_reproduced_or_a_listed_exception(shipped: FolderShelves) -> None:
    proof = prove_schedules(shipped)
    assert proof.faults == ()
    assert proof.figures == 5380
    assert (proof.first, proof.reproduced, len(proof.exceptions)) == (423, 4899, 58)


def test_the_listed_exceptions_are_those_of_the_notes(shipped: FolderShelves) -> None:
    counted: dict[tuple[str, str, str], int] = {}
    for step in prove_schedules(shipped).exceptions:
        figure = step.figure
        key = figure.nation, figure.valid_from.isoformat(), figure.item
        counted[key] = counted.get(key, 0) + 1
        assert step.reason.endswith(".")
    residential = "residential-responsibility-allowance-"
    assert counted == {
        ("england", "2022-09-01", "main-pay-range"): 24,
        ("england", "2023-09-01", "main-pay-range"): 4,
        ("northern-ireland", "2014-09-01", "main-pay-scale"): 1,
        ("northern-ireland", "2023-09-01", "main-pay-scale"): 1,
        ("scotland", "2019-04-01", "main-grade"): 5,
        ("scotland", "2020-04-01", "main-grade"): 1,
        ("scotland", "2011-04-01", "remote-schools-allowance"): 2,
        ("scotland", "2015-04-01", "remote-schools-allowance"): 2,
        ("scotland", "2021-04-01", "remote-schools-allowance"): 2,
        ("scotland", "2022-04-01", "remote-schools-allowance"): 2,
        ("scotland", "2024-04-01", "remote-schools-allowance"): 2,
        ("scotland", "2010-10-01", "distant-islands-allowance"): 1,
        ("scotland", "2014-10-01", "distant-islands-allowance"): 1,
        ("scotland", "2020-10-01", "distant-islands-allowance"): 1,
        ("scotland", "2021-10-01", "distant-islands-allowance"): 1,
        ("scotland", "2022-10-01", "distant-islands-allowance"): 1,
        ("scotland", "2023-10-01", "distant-islands-allowance"): 1,
        ("scotland", "2015-04-01", residential + "headteacher"): 1,
        ("scotland", "2015-04-01", residential + "depute"): 1,
        ("scotland", "2015-04-01", "residential-extra-curricular-activities-allowance"): 1,
        ("scotland", "2016-04-01", residential + "headteacher"): 1,
        ("scotland", "2021-04-01", residential + "depute"): 1,
        ("scotland", "2022-04-01", "residential-extra-curricular-activities-allowance"): 1,
    }
