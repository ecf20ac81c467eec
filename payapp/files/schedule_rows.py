"""What a row of each schedule must be, and the record it becomes.

As with case files, pydantic's core is used directly: to import the whole of pydantic and define a
model for each schedule would take longer than to read, check and answer a case.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic_core import CoreSchema, SchemaValidator, ValidationError
from pydantic_core import core_schema as core

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, Nature, Provenance
from payapp.domain.library import Band, Gap, KnownGap, PromotedDuty, SurveyAnswer
from payapp.domain.refusals import Refused
from payapp.domain.rules import (
    WORDS_OF_A_NATION,
    AllowanceTerms,
    Award,
    Force,
    Kind,
    Limit,
    Proportion,
    Rule,
    Source,
    SourceKind,
)
from payapp.files.tables import Table

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,4})?")
_NOTHING_RENAMED: Mapping[str, str] = MappingProxyType({})
ROUNDINGS = ("up", "nearest", "nearest-3", "penny", "none")

Record = TypeVar("Record")


@cache
def _date(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _date_or_none(text: str) -> date | None:
    return _date(text) if text else None


def _number(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return text


def _number_or_none(text: str) -> str | None:
    return _number(text) if text else None


@cache
def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _one_of(names: Iterable[str]) -> CoreSchema:
    return core.literal_schema([str(name) for name in names])


def _member_of(members: type[StrEnum]) -> CoreSchema:
    return core.enum_schema(members, list(members), sub_type="str")


def _yes_or_no(first: str, second: str) -> CoreSchema:
    """Return the guard of a choice of two words that is kept as: is it the first one?"""
    word = core.literal_schema([first, second])
    return core.no_info_after_validator_function(first.__eq__, word)


def _names(least: int, each: CoreSchema) -> CoreSchema:
    names = core.tuple_variable_schema(each, min_length=least)
    return core.no_info_before_validator_function(_list, names)


TEXT = core.str_schema(strip_whitespace=True)
NAME = core.str_schema(strip_whitespace=True, min_length=1)
DAY = core.no_info_plain_validator_function(_date)
DAY_OR_NONE = core.no_info_plain_validator_function(_date_or_none)
AMOUNT = core.no_info_before_validator_function(_number, core.decimal_schema(ge=Decimal(0)))
NUMBER_OR_NONE = core.no_info_before_validator_function(
    _number_or_none, core.nullable_schema(core.decimal_schema())
)
CRITERION = core.str_schema(
    strip_whitespace=True,
    pattern=rf"^([^{{}}]|\{{({'|'.join(WORDS_OF_A_NATION)})\}})+$",
)
NAMES = _names(0, core.any_schema())
ONE_OR_MORE_NAMES = _names(1, core.any_schema())
ONE_TO_THREE = core.int_schema(ge=1, le=3)
WHOLE = core.int_schema(ge=1)
NATION = _one_of(Nation)
NATIONS = _names(1, _member_of(Nation))


class Row(Generic[Record]):
    """What the rows of one schedule are: the guard of each column, and the record a row becomes.

    A guard stands under the name of the value in the record; `headed` names the columns that are
    headed otherwise. An unknown or missing column is refused.
    """

    def __init__(
        self,
        record: Callable[..., Record],
        guards: Mapping[str, CoreSchema],
        headed: Mapping[str, str] = _NOTHING_RENAMED,
    ) -> None:
        self.record = record
        self._guards = guards
        self.columns = tuple(headed.get(name, name) for name in guards)

    @cached_property
    def validator(self) -> SchemaValidator:
        """The guard of all rows of a schedule, built when it is first needed."""
        fields = {
            name: core.typed_dict_field(guard, validation_alias=column)
            for column, (name, guard) in zip(self.columns, self._guards.items(), strict=True)
        }
        row = core.typed_dict_schema(fields, extra_behavior="forbid")
        return SchemaValidator(core.list_schema(row, fail_fast=True))


def _award(flat: Decimal | None, **given: Any) -> Award:
    return Award(flat=flat or Decimal(0), **given)


def _limit(nations: tuple[str, ...], **given: Any) -> tuple[tuple[str, ...], Limit]:
    return nations, Limit(**given)


def _band(lowest: Decimal, highest: Decimal | None, **given: Any) -> Band:
    most = None if highest is None else int(highest)
    return Band(lowest=int(lowest), highest=most, **given)


FigureRow = Row(
    Figure,
    {
        "nation": NATION,
        "area": NAME,
        "valid_from": DAY,
        "valid_to": DAY_OR_NONE,
        "item": NAME,
        "point": NAME,
        "amount": AMOUNT,
        "nature": _member_of(Nature),
        "provenance": _member_of(Provenance),
        "sources": ONE_OR_MORE_NAMES,
        "confidence": ONE_TO_THREE,
    },
)
AwardRow = Row(
    _award,
    {
        "valid_from": DAY,
        "area": TEXT,
        "item": TEXT,
        "point": TEXT,
        "percent": NUMBER_OR_NONE,
        "flat": NUMBER_OR_NONE,
        "rounding": _one_of(ROUNDINGS),
        "base_date": DAY_OR_NONE,
        "exception": TEXT,
    },
)
TermsRow = Row(
    AllowanceTerms,
    {
        "kind": NAME,
        "valid_from": DAY_OR_NONE,
        "valid_to": DAY_OR_NONE,
        "area": TEXT,
        "item": NAME,
        "point": TEXT,
        "is_range": _yes_or_no("range", "spot"),
        "proportion": _member_of(Proportion),
        "rules": ONE_OR_MORE_NAMES,
    },
    headed={"is_range": "value"},
)
RuleRow = Row(
    Rule,
    {
        "id": NAME,
        "nations": NATIONS,
        "valid_from": DAY_OR_NONE,
        "valid_to": DAY_OR_NONE,
        "instrument": NAME,
        "paragraph": TEXT,
        "force": _member_of(Force),
        "criterion": CRITERION,
        "decides": TEXT,
        "sources": NAMES,
        "checked": ONE_TO_THREE,
        "kind": _member_of(Kind),
    },
)
SourceRow = Row(
    Source,
    {
        "id": NAME,
        "title": NAME,
        "publisher": TEXT,
        "date": TEXT,
        "address": TEXT,
        "gave": TEXT,
        "kind": _member_of(SourceKind),
        "nations": _names(0, _member_of(Nation)),
    },
)
LimitRow = Row(
    _limit,
    {
        "id": NAME,
        "nations": NATIONS,
        "number": NUMBER_OR_NONE,
        "day": DAY_OR_NONE,
        "rule": NAME,
    },
)
BandRow = Row(
    _band,
    {
        "spine": NAME,
        "point": NAME,
        "lowest": AMOUNT,
        "highest": NUMBER_OR_NONE,
        "rule": NAME,
    },
)
DutyRow = Row(
    PromotedDuty,
    {
        "letter": NAME,
        "duty": NAME,
        "also_of_teachers": _yes_or_no("yes", "no"),
        "rule": NAME,
    },
)
GapRow = Row(
    Gap,
    {
        "nation": NATION,
        "area": TEXT,
        "item": TEXT,
        "point": TEXT,
        "first": DAY,
        "last": DAY,
        "reason": NAME,
    },
    headed={"first": "from", "last": "to"},
)
KnownGapRow = Row(
    KnownGap,
    {
        "nation": NATION,
        "items": NAMES,
        "valid_from": DAY_OR_NONE,
        "valid_to": DAY_OR_NONE,
        "lacks": _yes_or_no("yes", "no"),
        "gap": NAME,
    },
    headed={"items": "item"},
)
SurveyRow = Row(
    SurveyAnswer,
    {
        "id": NAME,
        "question": NAME,
        "group": NAME,
        "answer": NAME,
        "percent": TEXT,
        "source": NAME,
        "year": WHOLE,
        "size": WHOLE,
    },
)


ACCEPTED = {
    "nation": f"write one of {', '.join(Nation)}",
    "nations": f"write one or more of {', '.join(Nation)}, with a semicolon between",
    "valid_from": "write a date as year-month-day, such as 2026-09-01",
    "valid_to": "write a date as year-month-day, such as 2027-08-31, or leave it empty",
    "base_date": "write a date as year-month-day, such as 2026-09-01, or leave it empty",
    "day": "write a date as year-month-day, such as 2026-09-01, or leave it empty",
    "from": "write a date as year-month-day, such as 2026-09-01",
    "to": "write a date as year-month-day, such as 2026-09-01",
    "amount": "write pounds as a plain number, such as 28000 or 15.08",
    "percent": "write a plain number, such as 3.5, or leave it empty",
    "flat": "write pounds as a plain number, such as 1000, or leave it empty",
    "number": "write a plain number or leave it empty",
    "lowest": "write a whole number",
    "year": "write the year in which the survey was published, such as 2018",
    "size": "write how many completed the survey, as a whole number",
    "highest": "write a whole number or leave it empty",
    "nature": f"write one of {', '.join(Nature)}",
    "provenance": f"write one of {', '.join(Provenance)}",
    "sources": "name at least one source, with a semicolon between several",
    "rules": "name at least one rule, with a semicolon between several",
    "confidence": "write 1, 2 or 3",
    "checked": "write 1, 2 or 3",
    "criterion": (
        "write what the rule asks; of words in braces "
        f"{', '.join(f'{{{word}}}' for word in WORDS_OF_A_NATION)} are known"
    ),
    "force": f"write one of {', '.join(Force)}",
    "kind": f"write one of {', '.join(Kind)}",
    "rounding": "write up, nearest, nearest-3, penny or none",
    "value": "write range or spot",
    "lacks": "write yes or no",
    "also_of_teachers": "write yes or no",
    "proportion": f"write one of {', '.join(Proportion)}",
}


def columns_of(row: Row[Any]) -> tuple[str, ...]:
    """Return the columns of a schedule, in their usual order."""
    return row.columns


def records(table: Table, row: Row[Any], make: Callable[..., Record]) -> tuple[Record, ...]:
    """Return a table's rows as records. Raises Refused for the first value not accepted."""
    try:
        rows = row.validator.validate_python([line.values for line in table.lines])
    except ValidationError as error:
        raise _refusal(table, error) from None
    return tuple(make(**values) for values in rows)


def _refusal(table: Table, error: ValidationError) -> Refused:
    first = error.errors(include_url=False, include_context=False)[0]
    position, field = int(first["loc"][0]), str(first["loc"][1])
    line = table.lines[position]
    value = line.values[field]
    fix = ACCEPTED.get(field, "fill it in")
    return Refused(
        table.name,
        fix,
        row=line.number,
        field=field,
        value=value,
        found=_what_is_wrong(first["type"], value),
    )


def _what_is_wrong(kind: str, value: str) -> str:
    if not value.strip():
        return "the value is missing"
    if kind == "greater_than_equal" and value.startswith("-"):
        return f"'{value}' is negative"
    return ""


def cells(figure: Figure) -> Sequence[str]:
    """Return a figure as the values of a row, in the usual order of columns."""
    return (
        figure.nation,
        figure.area,
        figure.valid_from.isoformat(),
        "" if figure.valid_to is None else figure.valid_to.isoformat(),
        figure.item,
        figure.point,
        f"{figure.amount:f}",
        figure.nature.value,
        figure.provenance.value,
        ";".join(figure.sources),
        str(figure.confidence),
    )


def award_cells(award: Award) -> Sequence[str]:
    """Return an award as the values of a row, in the usual order of columns."""
    return (
        award.valid_from.isoformat(),
        award.area,
        award.item,
        award.point,
        "" if award.percent is None else f"{award.percent:f}",
        f"{award.flat:f}" if award.flat else "",
        award.rounding,
        "" if award.base_date is None else award.base_date.isoformat(),
        award.exception,
    )
