"""Two results compared beside the window."""

from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.gui.two_runs import TwoRuns
from payapp.report.wording import Wording
from payapp.spot_check.comparison import Change
from tests.gui.spot_checks import RESULT, write_rows

LAST = (("P1", "appropriate", "", "0"), ("P2", "appropriate", "", "0"))
THIS = (("P1", "not-appropriate", "base-pay:below", "651.50"), ("P2", "appropriate", "", "0"))


@pytest.fixture
def runs(tmp_path: Path, wording: Wording) -> TwoRuns:
    last = write_rows(tmp_path / "last.csv", (RESULT, *LAST))
    this = write_rows(tmp_path / "this.csv", (RESULT, *THIS))
    return TwoRuns(last, this, wording)


def test_what_differs_is_found_counted_and_told(runs: TwoRuns) -> None:
    compared = runs.work()
    assert [(each.reference, each.change) for each in compared.found] == [("P1", Change.NEW)]
    assert compared.headline == "last.csv → this.csv: 1 changes. Reason found anew: 1."
    assert len(compared.told.table.rows) == 1
    assert compared.told.sentence(0).startswith("P1: base-pay:below was not found last time.")


def test_the_people_of_both_are_counted_while_they_are_read(runs: TwoRuns) -> None:
    assert runs.read == 0
    runs.work()
    assert runs.read == 4


def test_nobody_is_read_once_it_is_stopped(runs: TwoRuns) -> None:
    runs.stop()
    assert runs.work().found == []
    assert runs.read == 0


def test_what_differs_is_written_and_never_over_either_result(
    runs: TwoRuns, tmp_path: Path
) -> None:
    runs.work()
    for name in ("last.csv", "this.csv"):
        with pytest.raises(Refused, match="take the place of what is read"):
            runs.save(tmp_path / name)
    assert runs.save(tmp_path / "changes.csv") == []
    assert len((tmp_path / "changes.csv").read_text("utf-8-sig").splitlines()) == 2


def test_a_file_that_is_no_result_is_refused(tmp_path: Path, wording: Wording) -> None:
    path = write_rows(tmp_path / "staff.csv", [("Staff no", "FTE")])
    with pytest.raises(Refused, match=r"^staff\.csv: it is no result"):
        TwoRuns(path, path, wording).work()


def test_two_results_that_are_alike_leave_a_file_of_headings(runs: TwoRuns, tmp_path: Path) -> None:
    runs.earlier = runs.later
    assert runs.work().headline == "this.csv → this.csv: nothing has changed."
    runs.save(tmp_path / "changes.csv")
    assert len((tmp_path / "changes.csv").read_text("utf-8-sig").splitlines()) == 1
