"""A row of a sheet and a case file that say the same give the same case, or are both refused."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.check import check
from payapp.domain.cases import Case
from payapp.domain.refusals import Refused
from payapp.domain.sheet_rows import Row
from payapp.files.case_files import parse_case, read_case
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import word_cues
from payapp.spot_check.cells import Words
from payapp.spot_check.columns import Form, Group, known_columns, template_columns
from payapp.spot_check.layouts import Layout, Placed
from payapp.spot_check.people import Refusal
from payapp.spot_check.rows import RowReader
from tests.worked import library

EXAMPLES = sorted((Path(__file__).parents[2] / "resources" / "examples").glob("*.json"))
COLUMNS = template_columns()
LAYOUT = Layout(1, tuple(Placed(column, at, column.name) for at, column in enumerate(COLUMNS)))
READER = RowReader(LAYOUT, {}, Words(word_cues()), column_guards(), library())
FACTS = [column for column in COLUMNS if column.group is Group.POST]


def row_of(held: Mapping[str, Any]) -> Row:
    """Return a case file as the row that says the same."""
    flat = dict(_flat(held))
    return Row(2, tuple(flat.get(column.name) for column in COLUMNS))


def _flat(held: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from (
        (key, held[key]) for key in ("reference", "nation", "pay_area", "on") if key in held
    )
    for key, value in held.get("post", {}).items():
        yield key, "; ".join(value) if isinstance(value, list) else value
    for key, value in held.get("pay", {}).items():
        if key != "allowances":
            yield key, value
    for number, allowance in enumerate(held.get("pay", {}).get("allowances", ()), start=1):
        for key, value in allowance.items():
            yield f"allowance_{number}_{key}", value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_case_is_the_same_case_as_a_row(path: Path) -> None:
    case = READER.read(row_of(json.loads(path.read_text("utf-8"))))
    assert isinstance(case, Case)
    expected = replace(read_case(path), changes=())
    assert case == expected
    assert check(case, library()) == check(expected, library())


def file_of(facts: Mapping[str, object]) -> dict[str, object]:
    return {"schema": 1, "nation": "england", "on": "2026-10-01", "post": dict(facts)}


PLAIN = {
    Form.YES_OR_NO: st.sampled_from(["yes", "no", "not-known", "perhaps"]),
    Form.CHOICE: st.sampled_from(
        sorted({choice for column in FACTS for choice in column.choices} - {"yes", "no"})
    ),
    Form.NUMBER: st.one_of(
        st.integers(-5, 20_000), st.sampled_from(["0.6", "1.5", "-1", "0.123", "ten"])
    ),
    Form.WHOLE_NUMBER: st.one_of(st.integers(-5, 20_000), st.sampled_from(["8", "2.5", "ten"])),
    Form.DATE: st.one_of(
        st.dates(date(1985, 1, 1), date(2105, 1, 1)).map(str), st.just("not-known")
    ),
    Form.TEXT: st.sampled_from(["L1 to L5", "x" * 2_001, "not-known"]),
}


@st.composite
def facts(draw: st.DrawFn) -> dict[str, object]:
    of_one_value = [column for column in FACTS if column.form in PLAIN]
    chosen = draw(st.lists(st.sampled_from(of_one_value), max_size=5, unique=True))
    return {column.name: draw(PLAIN[column.form]) for column in chosen}


@given(facts())
def test_facts_are_read_or_refused_as_in_a_case_file(told: dict[str, object]) -> None:
    found = READER.read(row_of(file_of(told)))
    expected = refused_or_read(file_of(told))
    if isinstance(expected, Case):
        assert found == expected
    else:
        assert isinstance(found, Refusal)
        assert expected.removeprefix("post.") in {fault.heading for fault in found.faults}


def refused_or_read(held: Mapping[str, object]) -> Case | str:
    """Return the case of a file, or the field that it is refused for."""
    try:
        return parse_case(held)
    except Refused as refused:
        return refused.field


@pytest.mark.parametrize("cell", ["not-known", "?", "n/k", "Unknown"])
def test_a_fact_said_to_be_unknown_is_as_one_left_out(cell: str) -> None:
    for column in FACTS:
        if column.form is not Form.TEXT and column.form is not Form.LIST:
            told = row_of({**file_of({}), "post": {column.name: cell}})
            assert READER.read(told) == parse_case(file_of({})), column.name


def test_lists_are_read_as_the_lists_of_a_case_file() -> None:
    told = READER.read(row_of(file_of({"promoted_duties": "a; b"})))
    assert told == parse_case(file_of({"promoted_duties": ["a", "b"]}))


def test_a_range_that_no_nation_knows_is_refused_by_rows_only() -> None:
    pay = {"range": "soulbury"}
    assert parse_case({**file_of({}), "pay": pay}).pay.range == "soulbury"
    assert isinstance(READER.read(row_of({**file_of({}), "pay": pay})), Refusal)


def test_every_column_of_the_template_can_be_read() -> None:
    for column in COLUMNS:
        assert column is known_columns()[column.name]
        assert (column.group.value, column.field) in column_guards()
