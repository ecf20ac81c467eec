"""JSON text read strictly: no doubled key, no number that is none, nothing nested without end."""

import json
from decimal import Decimal
from typing import Any, NoReturn

from payapp.domain.plain_text import visible
from payapp.domain.refusals import Refused

_SHOWN = 60


class _NotAccepted(ValueError):
    """Something that JSON libraries let through and a case file may not hold."""


def parse_json(text: str, file: str) -> Any:
    """Return what JSON text holds, its fractions as Decimal.

    Raises Refused with the line where the text is not JSON, and for a key that stands twice.
    """
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_doubles,
        )
    except json.JSONDecodeError as error:
        raise _syntax_refused(error, file) from error
    except RecursionError as error:
        fix = "a case has at most a few levels"
        raise Refused(file, fix, found="the JSON is nested too deeply") from error
    except _NotAccepted as error:
        raise Refused(
            file, "give every key once, and numbers in digits", found=f"{error}"
        ) from error
    except ValueError as error:
        fix = "give amounts of less than a million"
        raise Refused(file, fix, found="a number has too many digits") from error


def shown(value: object) -> str:
    """Return a value as the file has it, short enough for a sentence."""
    text = (
        value if isinstance(value, str) else json.dumps(value, default=_plain, ensure_ascii=False)
    )
    short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
    return visible(short)


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def _refuse_constant(name: str) -> NoReturn:
    raise _NotAccepted(f"{name} is not a number")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise _NotAccepted(f"the key '{shown(double)}' stands twice")
    return found


def _syntax_refused(error: json.JSONDecodeError, file: str) -> Refused:
    if not error.doc.strip():
        return Refused(file, "open a case file", found="the file is empty")
    line = error.doc[: error.pos].count("\n") + 1
    if not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated"):
        found = f"the file breaks off in line {line}"
        return Refused(file, "open a whole copy of it", found=found)
    snippet = shown(error.doc[error.pos :].split("\n", 1)[0].strip())
    found = f"line {line}, column {error.colno} is not JSON, at '{snippet}'"
    return Refused(
        file, "mend the line, for instance a missing comma or quotation mark", found=found
    )
