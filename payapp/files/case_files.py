"""Case files: read with every doubt refused in one sentence, written whole or not at all."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic_core import ErrorDetails, ValidationError

from payapp.domain.cases import PAY_AREAS, Case, Change
from payapp.domain.contradictions import contradictions
from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.domain.refusals import Refused
from payapp.files.case_shape import (
    CASE,
    MOST_ENTRIES,
    NOT_KNOWN,
    SHAPES,
    VALIDATOR,
    json_schema,
    key_of,
)
from payapp.files.json_text import parse_json, shown
from payapp.files.whole_files import read_text_file, write_whole

SCHEMA = 1
MOST_BYTES = 5_000_000
_NO_FILE = "case"
_MOST_KEYS_LISTED = 10


def read_case(path: Path) -> Case:
    """Return the case that a file holds. Raises Refused, naming the field and what is accepted."""
    text = read_text_file(path, most_bytes=MOST_BYTES, save_as="JSON in UTF-8")
    return parse_case(text, path.name)


def parse_case(source: str | Mapping[str, object], file: str = _NO_FILE) -> Case:
    """Return the case that JSON text, or what such text holds, describes.

    `file` is what a refusal calls it by. Raises Refused.
    """
    held = parse_json(source, file) if isinstance(source, str) else source
    if not isinstance(held, Mapping):
        raise Refused(file, "a case stands in braces", found="this is JSON, but not a case")
    try:
        given = VALIDATOR.validate_python(_without_schema(held, file))
    except ValidationError as error:
        raise _refused(_most_telling(error), file) from error
    return _checked(_case(given), file)


def write_case(path: Path, case: Case) -> None:
    """Write a case to a file. Raises Refused where the file cannot be written."""
    text = json.dumps(case_as_json(case), indent=2, ensure_ascii=False)
    write_whole(path, f"{text}\n".encode())


def case_as_json(case: Case) -> dict[str, object]:
    """Return a case as its file holds it: keys in a fixed order, facts not known left out."""
    plain = {"schema": SCHEMA, "nation": case.nation, "on": case.on}
    plain |= {"pay_area": case.pay_area, "reference": case.reference}
    held = {key: _plain(value) for key, value in plain.items() if value not in (None, "")}
    held |= {"post": _facts(case.post), "pay": _facts(case.pay)}
    held |= {"changes": [_change_as_json(change) for change in case.changes]}
    return {key: value for key, value in held.items() if value not in ({}, [])}


def case_schema(describe: Callable[[str], str]) -> dict[str, Any]:
    """Return the JSON Schema of a case file; `describe` says in words what a key holds."""
    found = json_schema()
    for shape in (found, *found["$defs"].values()):
        for key, schema in shape["properties"].items():
            schema["description"] = describe(key)
    found["properties"] = {
        "schema": {"const": SCHEMA, "description": describe("schema")},
        **found["properties"],
    }
    found["required"] = ["schema", *found["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "title": "payapp case file",
    }


def _without_schema(held: Mapping[str, object], file: str) -> dict[str, object]:
    rest = dict(held)
    schema = rest.pop("schema", None)
    if schema is None:
        raise Refused(file, f"give {SCHEMA}", field="schema", found="the key is missing")
    if type(schema) is int and schema > SCHEMA:
        found = f"'{schema}' was made by a newer payapp"
        fix = f"this one reads schema {SCHEMA}: open it with the newer one"
        raise Refused(file, fix, field="schema", value=str(schema), found=found)
    if type(schema) is not int or schema != SCHEMA:
        raise Refused(file, f"give {SCHEMA}", field="schema", value=shown(schema))
    return rest


def _case(given: dict[str, Any]) -> Case:
    post = Post(**given.get("post", {}))
    pay = Pay(**_pay_keys(given))
    changes = sorted(given.get("changes", ()), key=lambda change: change["from_"])
    versions = tuple(_versions(post, pay, changes))
    return Case(**{**given, "post": post, "pay": pay, "changes": versions})


def _pay_keys(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of pay that a case or a change gives, its allowances as records."""
    keys = dict(given.get("pay", {}))
    if "allowances" in keys:
        keys["allowances"] = tuple(Allowance(**paid) for paid in keys["allowances"])
    return keys


def _versions(post: Post, pay: Pay, changes: Sequence[Mapping[str, Any]]) -> Iterator[Change]:
    """Yield the case's later versions: each is the one before it with some keys replaced."""
    for change in changes:
        post_keys, pay_keys = change.get("post", {}), _pay_keys(change)
        post, pay = replace(post, **post_keys), replace(pay, **pay_keys)
        yield Change(
            from_=change["from_"], post=post, pay=pay, post_keys=post_keys, pay_keys=pay_keys
        )


def _checked(case: Case, file: str) -> Case:
    """Return the case where its parts agree with each other. Raises Refused where they do not."""
    if case.pay_area and case.pay_area not in PAY_AREAS.get(case.nation, ()):
        fix = f"only {' and '.join(PAY_AREAS)} has pay areas: leave the key out"
        raise Refused(file, fix, field="pay_area", value=case.pay_area)
    _check_version(case, "", file)
    for change in case.changes:
        _check_version(change, f"changes from {change.from_}, ", file)
    for earlier, later in pairwise(case.changes):
        if earlier.from_ == later.from_:
            found = f"'{later.from_}' stands in it twice"
            fix = "put all that changes on a day into one entry"
            raise Refused(file, fix, field="changes", found=found)
    return case


def _check_version(version: Case | Change, place: str, file: str) -> None:
    _check_allowances(version.pay, f"{place}pay", file)
    for field, found, fix in contradictions(version.post, version.pay):
        raise Refused(file, fix, field=f"{place}{field}", found=found)


def _check_allowances(pay: Pay, place: str, file: str) -> None:
    for number, paid in enumerate(pay.allowances):
        if paid.from_ and paid.until and paid.until < paid.from_:
            field = f"{place}.allowances[{number}].until"
            fix = f"give a day on or after 'from', {paid.from_}"
            raise Refused(file, fix, field=field, value=str(paid.until))


def _most_telling(error: ValidationError) -> ErrorDetails:
    """Return the first fault, an unknown key before the known one that it may stand for."""
    faults = error.errors(include_url=False)
    return next((fault for fault in faults if fault["type"] == "extra_forbidden"), faults[0])


def _refused(error: ErrorDetails, file: str) -> Refused:
    """Return the refusal that a fault found by pydantic comes to."""
    loc = error["loc"]
    field = _path(loc)
    match error["type"]:
        case "extra_forbidden":
            return Refused(file, _suggestion(loc), field=field, found="the key is not known")
        case "missing":
            return Refused(file, "add it", field=field, found="the key is missing")
        case "not_accepted":
            return Refused(file, error["msg"], field=field, value=shown(error["input"]))
        case "too_long":
            fix = f"give at most {MOST_ENTRIES:,} entries"
            return Refused(file, fix, field=field, found="the list is too long")
        case "tuple_type":
            fix = "give a list in square brackets"
            return Refused(file, fix, field=field, value=shown(error["input"]))
    fix = "give keys and values in braces"
    return Refused(file, fix, field=field, value=shown(error["input"]))


def _path(loc: Sequence[int | str]) -> str:
    """Return where a value stands, such as `pay.allowances[0].amount`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in loc]
    return "".join(parts).removeprefix(".")


def _suggestion(loc: Sequence[int | str]) -> str:
    """Say where an unknown key belongs, or which known key it is closest to."""
    unknown = str(loc[-1])
    groups = [part for part in loc[:-1] if isinstance(part, str)]
    keys = (SHAPES[groups[-1]] if groups else CASE).keys
    close = get_close_matches(unknown, keys, n=1)
    if close:
        return f"the closest key is '{close[0]}'"
    for group, other in SHAPES.items():
        if unknown in other.keys:
            return f"'{unknown}' belongs in '{group}'"
    if len(keys) > _MOST_KEYS_LISTED:
        return "payapp schema lists the keys"
    return f"the keys here are {', '.join(keys)}"


def _plain(value: object) -> object:
    """Return a value as JSON has it. A number keeps its digits: it has fifteen at most."""
    match value:
        case None:
            return NOT_KNOWN
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case Allowance():
            return _facts(value)
        case tuple():
            return [_plain(entry) for entry in value]
    return value


def _facts(record: Post | Pay | Allowance) -> dict[str, object]:
    """Return the facts of a record that differ from what leaving them out means."""
    held = ((field, getattr(record, field.name)) for field in fields(record))
    return {key_of(field.name): _plain(value) for field, value in held if value != field.default}


def _change_as_json(change: Change) -> dict[str, object]:
    post = {key_of(name): _plain(value) for name, value in change.post_keys.items()}
    pay = {key_of(name): _plain(value) for name, value in change.pay_keys.items()}
    groups = {"post": post, "pay": pay}
    return {"from": change.from_.isoformat()} | {
        name: keys for name, keys in groups.items() if keys
    }
