"""What a row of each schedule must be, and the record it becomes."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, Nature, Provenance
from payapp.domain.library import Band, Gap, KnownGap, PromotedDuty, SurveyAnswer
from payapp.domain.refusals import Refused
from payapp.domain.rules import (
    AllowanceTerms,
    Award,
    Force,
    Kind,
    Limit,
    Proportion,
    Rule,
    Source,
)
from payapp.files.tables import Table


@cache
def _date(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _date_or_none(text: str) -> date | None:
    return _date(text) if text else None


def _number(text: str) -> str:
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,4})?", text):
        raise ValueError(text)
    return text


def _number_or_none(text: str) -> str | None:
    return _number(text) if text else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


Name = Annotated[str, Field(min_length=1)]
Day = Annotated[date, BeforeValidator(_date)]
DayOrNone = Annotated[date | None, BeforeValidator(_date_or_none)]
Amount = Annotated[Decimal, BeforeValidator(_number), Field(ge=0)]
NumberOrNone = Annotated[Decimal | None, BeforeValidator(_number_or_none)]
Names = Annotated[tuple[str, ...], BeforeValidator(_list)]
OneOrMoreNames = Annotated[tuple[str, ...], BeforeValidator(_list), Field(min_length=1)]
Nations = Annotated[tuple[Nation, ...], BeforeValidator(_list), Field(min_length=1)]
OneToThree = Annotated[int, Field(ge=1, le=3)]
Whole = Annotated[int, Field(ge=1)]
Rounding = Literal["up", "nearest", "nearest-3", "penny", "none"]


class Row(BaseModel):
    """A row: what is not known is refused, and nothing is changed after reading."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


class FigureRow(Row):
    """A row of a figures file."""

    nation: Nation
    area: Name
    valid_from: Day
    valid_to: DayOrNone
    item: Name
    point: Name
    amount: Amount
    nature: Nature
    provenance: Provenance
    sources: OneOrMoreNames
    confidence: OneToThree

    def record(self) -> Figure:
        """Return the row as a figure."""
        return Figure(
            self.nation.value,
            self.area,
            self.valid_from,
            self.valid_to,
            self.item,
            self.point,
            self.amount,
            self.nature,
            self.provenance,
            self.sources,
            self.confidence,
        )


class AwardRow(Row):
    """A row of a nation's awards."""

    valid_from: Day
    area: str
    item: str
    point: str
    percent: NumberOrNone
    flat: NumberOrNone
    rounding: Rounding
    base_date: DayOrNone
    exception: str

    def record(self) -> Award:
        """Return the row as an award."""
        return Award(
            self.valid_from,
            self.area,
            self.item,
            self.point,
            self.percent,
            self.flat or Decimal(0),
            self.rounding,
            self.base_date,
            self.exception,
        )


class TermsRow(Row):
    """A row of a nation's allowances."""

    kind: Name
    valid_from: DayOrNone
    valid_to: DayOrNone
    area: str
    item: Name
    point: str
    value: Literal["range", "spot"]
    proportion: Proportion
    rules: OneOrMoreNames

    def record(self) -> AllowanceTerms:
        """Return the row as the terms of an allowance."""
        return AllowanceTerms(
            self.kind,
            self.valid_from,
            self.valid_to,
            self.area,
            self.item,
            self.point,
            self.value == "range",
            self.proportion,
            self.rules,
        )


class RuleRow(Row):
    """A row of the rules."""

    id: Name
    nations: Nations
    valid_from: DayOrNone
    valid_to: DayOrNone
    instrument: Name
    paragraph: str
    force: Force
    criterion: Name
    decides: str
    sources: Names
    checked: OneToThree
    kind: Kind

    def record(self) -> Rule:
        """Return the row as a rule."""
        return Rule(
            self.id,
            self.nations,
            self.valid_from,
            self.valid_to,
            self.instrument,
            self.paragraph,
            self.force,
            self.criterion,
            self.decides,
            self.sources,
            self.checked,
            self.kind,
        )


class SourceRow(Row):
    """A row of the sources."""

    id: Name
    title: Name
    publisher: str
    date: str
    address: str
    gave: str

    def record(self) -> Source:
        """Return the row as a source."""
        return Source(self.id, self.title, self.publisher, self.date, self.address, self.gave)


class LimitRow(Row):
    """A row of the numbers and dates that rules fix."""

    id: Name
    nations: Nations
    number: NumberOrNone
    day: DayOrNone
    rule: Name

    def record(self) -> tuple[tuple[Nation, ...], Limit]:
        """Return the row as its nations and the limit."""
        return self.nations, Limit(self.id, self.number, self.day, self.rule)


class BandRow(Row):
    """A row of the job-size bands."""

    spine: Name
    point: Name
    lowest: Amount
    highest: NumberOrNone
    rule: Name

    def record(self) -> Band:
        """Return the row as a band."""
        highest = None if self.highest is None else int(self.highest)
        return Band(self.spine, self.point, int(self.lowest), highest, self.rule)


class DutyRow(Row):
    """A row of the duties of principal teachers."""

    letter: Name
    duty: Name
    also_of_teachers: Literal["yes", "no"]
    rule: Name

    def record(self) -> PromotedDuty:
        """Return the row as a duty."""
        return PromotedDuty(self.letter, self.duty, self.also_of_teachers == "yes", self.rule)


class GapRow(Row):
    """A row of the listed gaps; `from` is a word of Python, so the column has an alias."""

    nation: Nation
    area: str
    item: str
    point: str
    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    reason: Name

    def record(self) -> Gap:
        """Return the row as a gap."""
        return Gap(
            self.nation.value,
            self.area,
            self.item,
            self.point,
            self.first,
            self.last,
            self.reason,
        )


class KnownGapRow(Row):
    """A row of what the data do not hold."""

    nation: Nation
    item: Names
    valid_from: DayOrNone
    valid_to: DayOrNone
    lacks: Literal["yes", "no"]
    gap: Name

    def record(self) -> KnownGap:
        """Return the row as a known gap."""
        return KnownGap(
            self.nation.value,
            self.item,
            self.valid_from,
            self.valid_to,
            self.lacks == "yes",
            self.gap,
        )


class SurveyRow(Row):
    """A row of the survey."""

    id: Name
    question: Name
    group: Name
    answer: Name
    percent: str
    source: Name
    year: Whole
    size: Whole

    def record(self) -> SurveyAnswer:
        """Return the row as a survey answer."""
        published = (self.source, self.year, self.size)
        return SurveyAnswer(
            self.id, self.question, self.group, self.answer, self.percent, *published
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
    "force": f"write one of {', '.join(Force)}",
    "kind": f"write one of {', '.join(Kind)}",
    "rounding": "write up, nearest, nearest-3, penny or none",
    "value": "write range or spot",
    "lacks": "write yes or no",
    "also_of_teachers": "write yes or no",
    "proportion": f"write one of {', '.join(Proportion)}",
}

Record = TypeVar("Record")


def columns_of(row: type[Row]) -> tuple[str, ...]:
    """Return the columns of a schedule, in their usual order."""
    return tuple(field.alias or name for name, field in row.model_fields.items())


@cache
def _adapter(row: type[Row]) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[row])  # type: ignore[valid-type]  # the type is a value here


def records(table: Table, row: type[Row], make: Callable[[Any], Record]) -> tuple[Record, ...]:
    """Return a table's rows as records. Raises Refused for the first value not accepted."""
    try:
        rows = _adapter(row).validate_python([line.values for line in table.lines])
    except ValidationError as error:
        raise _refusal(table, error) from None
    return tuple(make(each) for each in rows)


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
