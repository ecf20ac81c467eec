"""The shape of a case file, guarded by pydantic's core and made from the records of the domain.

Every fact is defined once, as a field of a record: the guards follow from its type, and only what
a type cannot say (a range of numbers) stands here. The core is used directly: models of a hundred
facts would take longer to define than a whole check takes.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import core_schema as core

from payapp.domain.cases import Case, Change
from payapp.domain.pay import Allowance, Pay
from payapp.domain.plain_text import is_plain, on_one_line
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact

NOT_KNOWN = Fact.NOT_KNOWN.value
OR_NOT_KNOWN = f", or {NOT_KNOWN}"
MOST_ENTRIES = 1000
_MOST_LETTERS = 2000
_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 12, 31)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,30})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_POINT = re.compile(r"[mul]\d+", re.IGNORECASE | re.ASCII)


class Accepts(NamedTuple):
    """What a key accepts: in words, to follow *give* in a refusal, as JSON Schema, and guarded."""

    words: str
    json_schema: dict[str, Any]
    guard: CoreSchema

    def with_one_sentence(self) -> CoreSchema:
        """Return the guard so that every fault of the value is reported in the same words."""
        return core.custom_error_schema(
            self.guard, custom_error_type="not_accepted", custom_error_message=f"give {self.words}"
        )


class Span(NamedTuple):
    """The numbers that a fact accepts: its bounds, and how many decimals."""

    words: str
    least: int
    most: Decimal
    decimals: int
    above_least: bool = False

    def accepts(self) -> Accepts:
        """Return the bounds as a guard and as JSON Schema."""
        lower = "exclusiveMinimum" if self.above_least else "minimum"
        kind = "number" if self.decimals else "integer"
        most = float(self.most)
        schema = {"type": [kind, "string"], lower: self.least, "maximum": most}
        guard = core.no_info_before_validator_function(_number, self._guard())
        return Accepts(self.words, schema, guard)

    def _guard(self) -> CoreSchema:
        if not self.decimals:
            return core.int_schema(ge=self.least, le=int(self.most))
        least = Decimal(self.least)
        if self.above_least:
            return core.decimal_schema(gt=least, le=self.most, decimal_places=self.decimals)
        return core.decimal_schema(ge=least, le=self.most, decimal_places=self.decimals)


_MONEY = "pounds a year from 0 to below 1,000,000 with at most two decimals"
MONEY = Span(_MONEY, 0, Decimal("999999.99"), 2)
SHARE = Span("a number above 0 and at most 1, such as 0.6", 0, Decimal(1), 15, above_least=True)
HOURS = Span("hours from 0 to 10,000 with at most two decimals", 0, Decimal(10_000), 2)
SCORE = Span("a score from 0 to 10,000 with at most two decimals", 0, Decimal(10_000), 2)
COUNT = Span("a whole number from 0 to 10,000", 0, Decimal(10_000), 0)
GROUP = Span("a whole number from 1 to 8", 1, Decimal(8), 0)

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
    """Return text on one line; letters that steer a terminal are refused."""
    if not isinstance(value, str):
        return value
    text = on_one_line(value)
    if not is_plain(text):
        raise ValueError(value)
    return text


def _point(value: object) -> object:
    text = _text(value)
    return text.upper() if isinstance(text, str) and _POINT.fullmatch(text) else text


def _known(value: object) -> object:
    """Read "not-known" as a fact left out; null says neither, and is refused."""
    if value is None:
        raise ValueError(value)
    return None if value == NOT_KNOWN else value


def _accepted(name: str, hint: Any) -> Accepts:
    """Return what a field of a plain type, or of a list of one, accepts."""
    if get_origin(hint) is tuple:
        return _list_of(_accepted(name, get_args(hint)[0]))
    if issubclass(hint, StrEnum):
        names = [str(member) for member in hint]
        choice = core.enum_schema(hint, list(hint), sub_type="str")
        return Accepts(f"one of {', '.join(names)}", {"enum": names}, choice)
    if issubclass(hint, Decimal):
        return _SPANS.get(name, MONEY).accepts()
    if issubclass(hint, int):
        return _SPANS.get(name, COUNT).accepts()
    if issubclass(hint, date):
        day = core.date_schema(ge=_EARLIEST, le=_LATEST)
        words = f"a date such as 2026-09-01, from {_EARLIEST} to {_LATEST}"
        guard = core.no_info_before_validator_function(_day, day)
        return Accepts(words, {"type": "string", "format": "date"}, guard)
    clean = _point if name == "point" else _text
    text = core.str_schema(max_length=_MOST_LETTERS)
    return Accepts(
        f"text of at most {_MOST_LETTERS:,} characters, none of them a control character",
        {"type": "string", "maxLength": _MOST_LETTERS},
        core.no_info_before_validator_function(clean, text),
    )


def _list_of(entry: Accepts) -> Accepts:
    return Accepts(
        f"a list in square brackets, each entry {entry.words}",
        _json_list(entry.json_schema),
        core.tuple_variable_schema(entry.guard, max_length=MOST_ENTRIES),
    )


def _json_list(entry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": entry, "maxItems": MOST_ENTRIES}


def _or_not_known(accepts: Accepts) -> Accepts:
    known = core.nullable_schema(accepts.guard)
    return Accepts(
        f"{accepts.words}{OR_NOT_KNOWN}",
        {"anyOf": [accepts.json_schema, {"const": NOT_KNOWN}]},
        core.no_info_before_validator_function(_known, known),
    )


class Shape(NamedTuple):
    """A group of keys in a case file: what each is guarded by, and which must be given."""

    guards: dict[str, core.TypedDictField]
    json_schema: dict[str, Any]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the group accepts."""
        return tuple(self.json_schema["properties"])

    def guard(self) -> CoreSchema:
        """Return the guard of the whole group, which refuses unknown keys."""
        return core.typed_dict_schema(self.guards, extra_behavior="forbid", total=False)


def _shape_of(record: Any, inner: Mapping[type, Shape]) -> Shape:
    """Return the shape of a record; what its fields hold of other records is in `inner`.

    Whatever has a default in the domain, and any group of facts, may be left out.
    """
    hints = get_type_hints(record)
    guards: dict[str, core.TypedDictField] = {}
    properties: dict[str, Any] = {}
    required: list[str] = []
    for field in fields(record):
        hint = hints[field.name]
        if get_origin(hint) is Mapping:
            continue  # which keys a change gave is derived from the file, not written in it
        key = key_of(field.name)
        must = field.default is MISSING and not is_dataclass(hint)
        guard, properties[key] = _member(field.name, hint, inner)
        guards[field.name] = core.typed_dict_field(guard, required=must, validation_alias=key)
        required += [key] if must else []
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return Shape(guards, {**schema, "required": required} if required else schema)


def _member(name: str, hint: Any, inner: Mapping[type, Shape]) -> tuple[CoreSchema, dict[str, Any]]:
    """Return the guard and the JSON Schema of one field."""
    if hint in inner:
        return inner[hint].guard(), {"$ref": f"#/$defs/{hint.__name__}"}
    if get_origin(hint) is tuple and get_args(hint)[0] in inner:
        entry, schema = _member(name, get_args(hint)[0], inner)
        return core.tuple_variable_schema(entry, max_length=MOST_ENTRIES), _json_list(schema)
    if get_origin(hint) is UnionType:
        accepts = _or_not_known(_accepted(name, get_args(hint)[0]))
    else:
        accepts = _accepted(name, hint)
    return accepts.with_one_sentence(), accepts.json_schema


_ALLOWANCE = _shape_of(Allowance, {})
_POST = _shape_of(Post, {})
_PAY = _shape_of(Pay, {Allowance: _ALLOWANCE})
_CHANGE = _shape_of(Change, {Post: _POST, Pay: _PAY})
CASE = _shape_of(Case, {Post: _POST, Pay: _PAY, Change: _CHANGE})

SHAPES: Mapping[str, Shape] = {
    "post": _POST,
    "pay": _PAY,
    "allowances": _ALLOWANCE,
    "changes": _CHANGE,
}
VALIDATOR = SchemaValidator(CASE.guard())


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case file without its version key."""
    records = {"Post": _POST, "Pay": _PAY, "Allowance": _ALLOWANCE, "Change": _CHANGE}
    groups = {name: _copied(shape) for name, shape in records.items()}
    return {**_copied(CASE), "$defs": groups}


def _copied(shape: Shape) -> dict[str, Any]:
    """Return the JSON Schema of a group so that descriptions can be put into it."""
    properties = {key: dict(schema) for key, schema in shape.json_schema["properties"].items()}
    return {**shape.json_schema, "properties": properties}
