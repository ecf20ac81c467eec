import pytest

from payapp.domain.cases import Nation
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import heading_cues, ranges, word_cues, worked_rows
from payapp.spot_check.cells import NOTHING, plain_words
from payapp.spot_check.columns import known_columns, template_columns
from tests.worked import library


def test_every_heading_means_a_column_or_a_name() -> None:
    numbered = {name.replace("_1_", "_") for name in known_columns() if "_1_" in name}
    columns = {column for column, _ in heading_cues().values()}
    assert columns <= {*known_columns(), *numbered, "name"}


def test_headings_and_words_are_written_as_they_are_compared() -> None:
    for text in (*heading_cues(), *(text for _, _, text in word_cues())):
        assert plain_words(text) == text


def test_every_kind_that_a_heading_tells_is_one() -> None:
    told = (kind.split(" ") for _, kind in heading_cues().values())
    bases = set(known_columns()["basis"].choices)
    kinds = {"", "which", *known_columns()["allowance_1_kind"].choices}
    for kind, *basis in told:
        assert kind in kinds | bases
        assert set(basis) <= bases


@pytest.mark.parametrize("entry", sorted(word_cues().items()))
def test_every_word_stands_for_a_value_that_is_accepted(
    entry: tuple[tuple[str, str, str], str],
) -> None:
    (field, nation, _), value = entry
    guards = {name: guard for (_, name), guard in column_guards().items()}
    if value == NOTHING:
        assert known_columns()[f"allowance_1_{field.rstrip('_')}"].field == field
    elif field in guards:
        guards[field](value)
    else:
        assert field in {"any", "month", "total-row"}
    if field == "range":
        books = [library().book(each) for each in ([nation] if nation else Nation)]
        assert value in {figure.item for book in books for figure in book.every()}


def test_ranges_to_choose_from_are_named_once() -> None:
    assert len(ranges()) == len(set(ranges()))
    assert {"main-pay-range", "main-pay-scale", "main-grade", "leadership"} <= set(ranges())


def test_the_worked_rows_fill_columns_of_the_template_for_each_nation() -> None:
    rows = worked_rows()
    assert {row["nation"] for row in rows} == set(Nation)
    assert set(rows[0]) <= {column.name for column in template_columns()}
