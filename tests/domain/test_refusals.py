import pickle

import pytest

from payapp.domain.refusals import Refused


def test_a_refusal_of_a_table_names_file_row_column_and_fix() -> None:
    refusal = Refused("a.csv", "write 1, 2 or 3", row=7, field="confidence", value="4")
    assert str(refusal) == "a.csv, row 7, column confidence: '4' is not accepted; write 1, 2 or 3."
    assert (refusal.file, refusal.row, refusal.field, refusal.value) == (
        "a.csv",
        7,
        "confidence",
        "4",
    )


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (
            Refused("case.json", "give 0 to 1", field="post.fte", value="2"),
            "case.json, field post.fte: '2' is not accepted; give 0 to 1.",
        ),
        (Refused("a.csv", "fill it", found="it is empty"), "a.csv: it is empty; fill it."),
        (
            Refused("a.csv", "leave it out", row=3, found="the row is too long"),
            "a.csv, row 3: the row is too long; leave it out.",
        ),
    ],
)
def test_a_refusal_leaves_out_what_is_not_known(refusal: Refused, sentence: str) -> None:
    assert str(refusal) == sentence


def test_a_refusal_comes_whole_from_another_process() -> None:
    refused = Refused("a.csv", "give a number", row=3, field="fte", value="x")
    again = pickle.loads(pickle.dumps(refused))  # noqa: S301 - our own, made here
    assert str(again) == "a.csv, row 3, column fte: 'x' is not accepted; give a number."
    assert (again.file, again.fix, again.row, again.field, again.value, again.found) == (
        *("a.csv", "give a number", 3, "fte", "x", "'x' is not accepted"),
    )
