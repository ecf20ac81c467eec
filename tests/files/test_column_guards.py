from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.cases import Nation
from payapp.files.case_files import parse_case
from payapp.files.column_guards import column_guards
from payapp.spot_check.columns import known_columns

GUARDS = column_guards()


def test_every_column_of_a_sheet_has_the_guard_of_its_fact() -> None:
    assert {(column.group.value, column.field) for column in known_columns().values()} == set(
        GUARDS
    )


@pytest.mark.parametrize(
    ("group", "field", "given", "value"),
    [
        ("case", "nation", "wales", Nation.WALES),
        ("case", "on", "2026-09-01", date(2026, 9, 1)),
        ("post", "fte", 0.6, Decimal("0.6")),
        ("pay", "point", "m6", "M6"),
        ("allowances", "from_", "2026-09-01", date(2026, 9, 1)),
        ("post", "fte", "not-known", None),
    ],
)
def test_a_value_is_read_as_in_a_case_file(
    group: str, field: str, given: object, value: object
) -> None:
    assert GUARDS[group, field](given) == value


@pytest.mark.parametrize("fte", [0, 1.2, "lots", True])
def test_what_a_case_file_refuses_is_refused_with_what_is_accepted(fte: object) -> None:
    case = {"schema": 1, "nation": "england", "on": "2026-09-01", "post": {"fte": fte}}
    with pytest.raises(Exception, match="give a number above 0"):
        parse_case(case)
    with pytest.raises(ValueError, match="give a number above 0"):
        GUARDS["post", "fte"](fte)
