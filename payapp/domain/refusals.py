"""Refused input: one plain sentence that says where, what was found, and what to do about it."""

from functools import partial


class Refused(Exception):
    """Input that was not accepted. `str()` of it is a sentence that any face may show.

    `row` is the line of a table, counted from 1 with the heading; None where there are no rows.
    `found` says what is wrong with the value; left out, the value itself is said not to be
    accepted. `fix` says what is accepted or what to do.
    """

    def __init__(
        self,
        file: str,
        fix: str,
        *,
        row: int | None = None,
        field: str = "",
        value: str = "",
        found: str = "",
    ) -> None:
        self.file = file
        self.row = row
        self.field = field
        self.value = value
        self.fix = fix
        self.found = found or f"'{value}' is not accepted"
        super().__init__(self._sentence())

    def __reduce__(self) -> tuple[object, ...]:
        """Say how another process makes the same: it may be refused there what is read here."""
        made = partial(Refused, row=self.row, field=self.field, value=self.value, found=self.found)
        return made, (self.file, self.fix)

    def _sentence(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.field:
            place.append(f"{'field' if self.row is None else 'column'} {self.field}")
        return f"{', '.join(part for part in place if part)}: {self.found}; {self.fix}."
