"""The shape of a case file, guarded by pydantic and made from the records of the domain.

Every fact is defined once, as a field of a record: the guards follow from its type, and only what
a type cannot say (a range of numbers) stands here.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import GenericAlias, UnionType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    create_model,
)
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema, core_schema

from payapp.domain.cases import Case, Change
from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact

NOT_KNOWN = Fact.NOT_KNOWN.value
MOST_ENTRIES = 1000
_MOST_LETTERS = 2000
_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 12, 31)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,30})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_POINT = re.compile(r"[mul]\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Accepts:
    """What a key accepts: in words, to follow *give* in a refusal, and as JSON Schema."""

    words: str
    schema: Mapping[str, object]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Have every fault of the value reported with the one sentence."""
        return core_schema.custom_error_schema(
            handler(source),
            custom_error_type="not_accepted",
            custom_error_message=f"give {self.words}",
        )

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return dict(self.schema)


class Span(NamedTuple):
    """The numbers that a fact accepts: its bounds, and how many decimals."""

    words: str
    least: int
    most: Decimal
    decimals: int
    above_least: bool = False

    def guard(self) -> Any:
        """Return the bounds as pydantic checks them."""
        decimals = self.decimals or None
        if self.above_least:
            return Field(gt=self.least, le=self.most, decimal_places=decimals)
        return Field(ge=self.least, le=self.most, decimal_places=decimals)

    def schema(self) -> dict[str, object]:
        """Return the bounds as JSON Schema."""
        lower = "exclusiveMinimum" if self.above_least else "minimum"
        kind = "number" if self.decimals else "integer"
        return {"type": [kind, "string"], lower: self.least, "maximum": float(self.most)}


MONEY = Span("pounds a year below 1,000,000 with at most two decimals", 0, Decimal("999999.99"), 2)
SHARE = Span("a number above 0 and at most 1, such as 0.6", 0, Decimal(1), 15, above_least=True)
HOURS = Span("hours from 0 to 10,000 with at most two decimals", 0, Decimal(10_000), 2)
GROUP = Span("a whole number from 1 to 8", 1, Decimal(8), 0)
COUNT = Span("a whole number from 0 to 10,000", 0, Decimal(10_000), 0)
SCORE = Span("a score from 0 to 10,000 with at most two decimals", 0, Decimal(10_000), 2)

_SPANS = {
    "fte": SHARE,
    "share": SHARE,
    "share_of_responsibility": SHARE,
    "headteacher_group": GROUP,
    "directed_hours": HOURS,
    "teaching_hours": HOURS,
    "job_size_score": SCORE,
}


def key_of(field_name: str) -> str:
    """Return the key of a field in a case file: `from_` is `from`."""
    return field_name.rstrip("_")


def _number(value: object) -> object:
    """Return a number, or text that is one, as a Decimal that never was binary."""
    text = value.strip() if isinstance(value, str) else value
    if isinstance(text, bool) or (isinstance(text, str) and not _NUMBER.fullmatch(text)):
        raise ValueError(value)
    if isinstance(text, str):
        return Decimal(text)
    return Decimal(str(value)) if isinstance(value, float) else value


def _day(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(value)
    return value


def _text(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _point(value: object) -> object:
    text = _text(value)
    return text.upper() if isinstance(text, str) and _POINT.fullmatch(text) else text


def _known(value: object) -> object:
    """Read "not-known" as a fact left out; null says neither, and is refused."""
    if value is None:
        raise ValueError(value)
    return None if value == NOT_KNOWN else value


def _guarded_number(hint: Any, span: Span) -> tuple[Any, Accepts]:
    lenient: Any = Annotated[hint, span.guard(), BeforeValidator(_number)]
    return lenient, Accepts(span.words, span.schema())


def _guarded(name: str, hint: Any) -> tuple[Any, Accepts]:
    """Return the guarded type of one value, and what it accepts."""
    if issubclass(hint, StrEnum):
        names = [str(member) for member in hint]
        return hint, Accepts(f"one of {', '.join(names)}", {"enum": names})
    if issubclass(hint, Decimal):
        return _guarded_number(hint, _SPANS.get(name, MONEY))
    if issubclass(hint, int):
        return _guarded_number(hint, _SPANS.get(name, COUNT))
    if issubclass(hint, date):
        day = Annotated[hint, Field(ge=_EARLIEST, le=_LATEST), BeforeValidator(_day)]
        words = f"a date such as 2026-09-01, from {_EARLIEST} to {_LATEST}"
        return day, Accepts(words, {"type": "string", "format": "date"})
    clean = BeforeValidator(_point if name == "point" else _text)
    text = Annotated[hint, Field(max_length=_MOST_LETTERS), clean]
    schema = {"type": "string", "maxLength": _MOST_LETTERS}
    return text, Accepts(f"text of at most {_MOST_LETTERS:,} characters", schema)


def _or_not_known(accepts: Accepts) -> Accepts:
    return Accepts(
        f"{accepts.words}, or {NOT_KNOWN}", {"anyOf": [accepts.schema, {"const": NOT_KNOWN}]}
    )


def _border_type(name: str, hint: Any) -> Any:
    """Return the type that a key of a case file is checked against."""
    if isinstance(hint, type) and is_dataclass(hint):
        return shape_of(hint)
    if get_origin(hint) is UnionType:
        known = get_args(hint)[0]
        guarded, accepts = _one_or_many(name, known)
        return Annotated[guarded | None, BeforeValidator(_known), _or_not_known(accepts)]
    if get_origin(hint) is tuple:
        entry = _border_type(name, get_args(hint)[0])
        return Annotated[GenericAlias(tuple, (entry, ...)), Field(max_length=MOST_ENTRIES)]
    guarded, accepts = _guarded(name, hint)
    return Annotated[guarded, accepts]


def _one_or_many(name: str, hint: Any) -> tuple[Any, Accepts]:
    if get_origin(hint) is not tuple:
        return _guarded(name, hint)
    guarded, accepts = _guarded(name, get_args(hint)[0])
    entries: Any = Annotated[GenericAlias(tuple, (guarded, ...)), Field(max_length=MOST_ENTRIES)]
    schema = {"type": "array", "items": accepts.schema, "maxItems": MOST_ENTRIES}
    return entries, Accepts(f"a list in square brackets, each entry {accepts.words}", schema)


@cache
def shape_of(record: Any) -> type[BaseModel]:
    """Return the pydantic model of a record of the domain, which refuses unknown keys.

    Whatever has a default in the domain, and any group of facts, may be left out.
    """
    hints = get_type_hints(record)
    keys: dict[str, Any] = {}
    for field in fields(record):
        hint = hints[field.name]
        if get_origin(hint) is not Mapping:
            may_be_left_out = field.default is not MISSING or is_dataclass(hint)
            default = None if may_be_left_out else ...
            border = _border_type(field.name, hint)
            keys[field.name] = (border, Field(default, alias=key_of(field.name)))
    return create_model(record.__name__, __config__=ConfigDict(extra="forbid", frozen=True), **keys)


CaseShape = shape_of(Case)
SHAPES: Mapping[str, type[BaseModel]] = {
    "post": shape_of(Post),
    "pay": shape_of(Pay),
    "allowances": shape_of(Allowance),
    "changes": shape_of(Change),
}


class _PlainJsonSchema(GenerateJsonSchema):
    """JSON Schema without titles, and without the defaults that only mean *left out*."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave titles out: they repeat the key."""
        del schema
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """Return the schema of the value alone."""
        return self.generate_inner(schema["schema"])


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case file without its version key."""
    return CaseShape.model_json_schema(schema_generator=_PlainJsonSchema)
