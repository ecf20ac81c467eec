"""The guards of a case file one field at a time, for sheets that have a field in each column."""

from collections.abc import Callable

from pydantic_core import SchemaValidator, ValidationError

from payapp.files.case_shape import CASE, SHAPES, key_of

Guard = Callable[[object], object]
_GROUPS = ("post", "pay", "allowances")


def column_guards() -> dict[tuple[str, str], Guard]:
    """Return the guard of each field by its group; it raises ValueError with what is accepted."""
    shapes = {"case": CASE, **{name: SHAPES[name] for name in _GROUPS}}
    return {
        (group, field): _guard(SchemaValidator(member["schema"]))
        for group, shape in shapes.items()
        for field, member in shape.guards.items()
        if key_of(field) not in {"post", "pay", "changes", "allowances"}
    }


def _guard(validator: SchemaValidator) -> Guard:
    def guard(value: object) -> object:
        try:
            return validator.validate_python(value)
        except ValidationError as error:
            raise ValueError(error.errors(include_url=False)[0]["msg"]) from error

    return guard
