"""What is said of a case that was not saved: its file, when, and nothing that it holds."""

from datetime import datetime
from pathlib import Path

import pytest

from payapp.report.recovery_in_words import left_in_words
from payapp.report.wording import Wording

KEPT = datetime(2026, 10, 1, 9, 5).astimezone()


@pytest.mark.parametrize(
    ("path", "name"), [(Path("folder") / "Case 12.json", "Case 12.json"), (None, "a new case")]
)
@pytest.mark.parametrize(
    ("others", "more"), [(0, ""), (1, " There is one more."), (2, " There are 2 more.")]
)
def test_a_copy_is_told_by_its_file_and_its_time(
    path: Path | None, name: str, others: int, more: str
) -> None:
    said = left_in_words(path, KEPT, others, Wording.load())
    assert said == (
        f"payapp ended before this was saved: {name}, last kept on 1 October 2026 at 09:05.{more}"
    )


def test_a_changed_example_is_told_by_the_example_that_it_began_as() -> None:
    said = left_in_words(None, KEPT, 0, Wording.load(), "SENCO, facts still missing")
    assert said == (
        "payapp ended before this was saved: a case begun from the example 'SENCO, facts still "
        "missing', last kept on 1 October 2026 at 09:05."
    )
