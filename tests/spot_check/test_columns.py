from dataclasses import fields

import pytest

from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.spot_check.columns import (
    REQUIRED,
    Form,
    Group,
    known_columns,
    template_columns,
)


def test_the_template_begins_with_the_reference_and_the_pay() -> None:
    names = [column.name for column in template_columns()]
    assert names[:12] == [
        *("reference", "nation", "pay_area", "on", "employer", "school_type", "role", "fte"),
        *("range", "point", "salary", "basis"),
    ]
    assert names[12:16] == [
        *("allowance_1_kind", "allowance_1_amount", "allowance_1_basis", "allowance_1_share")
    ]


def test_no_column_of_the_template_stands_twice() -> None:
    names = [column.name for column in template_columns()]
    assert len(names) == len(set(names))


def test_every_fact_about_a_post_has_a_column() -> None:
    names = {column.name for column in template_columns()}
    assert {field.name for field in fields(Post)} <= names


def test_everything_about_pay_and_three_allowances_has_a_column() -> None:
    names = {column.name for column in template_columns()}
    assert {field.name for field in fields(Pay)} - {"allowances"} <= names
    for number in (1, 2, 3):
        keys = {field.name.rstrip("_") for field in fields(Allowance)}
        assert {f"allowance_{number}_{key}" for key in keys} <= names
    assert "allowance_4_kind" not in names


def test_a_sheet_may_hold_more_allowances_than_the_template() -> None:
    assert known_columns()["allowance_9_amount"].number == 9
    assert "allowance_10_amount" not in known_columns()


@pytest.mark.parametrize(
    ("name", "group", "form"),
    [
        ("nation", Group.CASE, Form.CHOICE),
        ("on", Group.CASE, Form.DATE),
        ("qualified_teacher", Group.POST, Form.YES_OR_NO),
        ("fte", Group.POST, Form.NUMBER),
        ("headteacher_group", Group.POST, Form.WHOLE_NUMBER),
        ("promoted_duties", Group.POST, Form.LIST),
        ("point", Group.PAY, Form.TEXT),
        ("allowance_2_from", Group.ALLOWANCE, Form.DATE),
    ],
)
def test_a_column_is_read_as_its_fact_is(name: str, group: Group, form: Form) -> None:
    column = known_columns()[name]
    assert (column.group, column.form) == (group, form)


def test_a_column_of_choices_names_them() -> None:
    assert known_columns()["nation"].choices == (
        *("england", "wales", "northern-ireland", "scotland"),
    )
    assert known_columns()["sustained"].choices == ("yes", "no", "not-known")
    assert known_columns()["point"].choices == ()


def test_columns_stand_in_the_order_in_which_they_are_asked_for() -> None:
    names = [column.name for column in template_columns()]
    assert names.index("allowance_1_kind") < names.index("allowance_2_kind")
    assert names.index("allowance_3_share") < names.index("qualified_teacher")


def test_only_the_nation_and_the_day_are_required_of_a_row() -> None:
    assert REQUIRED == ("nation", "on")
    assert set(REQUIRED) <= set(known_columns())


def test_what_belongs_to_no_row_has_no_column() -> None:
    assert not {"post", "pay", "changes", "allowances"} & set(known_columns())


def test_the_kinds_of_an_allowance_are_the_codes_of_a_case_file() -> None:
    kinds = known_columns()["allowance_1_kind"].choices
    assert {"sen-allowance", "tlr1", "tlr2", "tlr3", "sen1", "sen2", "other"} <= set(kinds)
    assert known_columns()["allowance_1_basis"].choices == ("full-time-equivalent", "received")


def test_a_number_of_an_allowance_is_that_of_its_columns_and_no_other_has_one() -> None:
    columns = known_columns()
    assert {column.number for name, column in columns.items() if "allowance_7_" in name} == {7}
    assert columns["salary"].number == 0
