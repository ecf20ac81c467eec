from dataclasses import fields

import pytest

from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.spot_check.columns import Form, Group, known_columns, template_columns


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
