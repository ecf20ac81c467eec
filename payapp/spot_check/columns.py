"""The columns of a spot check: a row is a person, and each column is one field of a case."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from payapp.domain.cases import Case
from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact

ALLOWANCES_OF_TEMPLATE = 3
MOST_ALLOWANCES = 9
REQUIRED = ("nation", "on")


class Group(StrEnum):
    """The part of a case that a column belongs to."""

    CASE = "case"
    POST = "post"
    PAY = "pay"
    ALLOWANCE = "allowances"


class Form(StrEnum):
    """How the cells of a column are read."""

    YES_OR_NO = "yes-or-no"
    CHOICE = "choice"
    NUMBER = "number"
    WHOLE_NUMBER = "whole-number"
    DATE = "date"
    TEXT = "text"
    LIST = "list"


class Column(NamedTuple):
    """One column by the name that the template heads it with; allowances are numbered from 1."""

    name: str
    group: Group
    field: str
    form: Form
    choices: tuple[str, ...] = ()
    number: int = 0


_RECORDS: Mapping[Group, Any] = {
    Group.CASE: Case,
    Group.POST: Post,
    Group.PAY: Pay,
    Group.ALLOWANCE: Allowance,
}
_NOT_IN_A_ROW = {"post", "pay", "changes", "allowances"}
_FIRST = (
    *("reference", "nation", "pay_area", "on", "employer", "school_type", "role", "fte"),
    *("range", "point", "salary", "basis"),
)
_ALLOWANCE_FIRST = ("kind", "amount", "basis", "share")


def template_columns() -> tuple[Column, ...]:
    """Return the columns of the template, in its order."""
    columns = known_columns()
    allowances = [
        column for column in columns.values() if 0 < column.number <= ALLOWANCES_OF_TEMPLATE
    ]
    first = [columns[name] for name in _FIRST]
    rest = [
        column for column in columns.values() if not column.number and column.name not in _FIRST
    ]
    return (*first, *allowances, *rest)


@cache
def known_columns() -> Mapping[str, Column]:
    """Return every column by its name, also of more allowances than the template has."""
    found = [
        _column(group, field.name, hints[field.name])
        for group, record in _RECORDS.items()
        if group is not Group.ALLOWANCE
        for hints in (get_type_hints(record),)
        for field in fields(record)
        if field.name not in _NOT_IN_A_ROW
    ]
    hints = get_type_hints(Allowance)
    for number in range(1, MOST_ALLOWANCES + 1):
        found += _allowance_columns(number, hints)
    return {column.name: column for column in found}


def _allowance_columns(number: int, hints: Mapping[str, Any]) -> Iterator[Column]:
    rest = [name for name in hints if name not in _ALLOWANCE_FIRST]
    for name in (*_ALLOWANCE_FIRST, *rest):
        yield _column(Group.ALLOWANCE, name, hints[name], number)


def _column(group: Group, field: str, hint: Any, number: int = 0) -> Column:
    plain = get_args(hint)[0] if get_origin(hint) is UnionType else hint
    key = field.rstrip("_")
    name = f"allowance_{number}_{key}" if number else key
    form = _form_of(plain)
    choices = tuple(plain) if form in {Form.CHOICE, Form.YES_OR_NO} else ()
    return Column(name, group, field, form, tuple(map(str, choices)), number)


def _form_of(hint: Any) -> Form:
    if get_origin(hint) is tuple:
        return Form.LIST
    for kind, form in (
        (Fact, Form.YES_OR_NO),
        (StrEnum, Form.CHOICE),
        (Decimal, Form.NUMBER),
        (int, Form.WHOLE_NUMBER),
        (date, Form.DATE),
    ):
        if issubclass(hint, kind):
            return form
    return Form.TEXT
