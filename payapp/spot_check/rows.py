"""A row of a sheet as a case: each different cell is read and guarded once.

Most cells of a column repeat (a range, a point, a yes), so what a cell was read as is kept. The
guards are those of a case file and refuse the same values.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from payapp.domain.cases import PAY_AREAS, Case, Nation
from payapp.domain.contradictions import contradictions
from payapp.domain.library import Library
from payapp.domain.money import POUND
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.plain_text import visible
from payapp.domain.posts import Post, SchoolType
from payapp.domain.sheet_rows import NoValue, Row
from payapp.domain.tests_over_facts import Fact
from payapp.spot_check.allowance_values import AllowanceValues
from payapp.spot_check.cells import (
    LEAST_AMOUNT,
    LEAST_SALARY,
    SHARES,
    TOTAL_ROW,
    Fault,
    Misread,
    Words,
    as_percentage,
    is_amount,
    plain_words,
    read_cell,
)
from payapp.spot_check.columns import REQUIRED, Column, Group, known_columns
from payapp.spot_check.layouts import WHICH_KIND, Doubtful, Layout, Placed
from payapp.spot_check.people import Refusal, RowFault
from payapp.spot_check.salaries import Salaries

MOST_KEPT = 8_000
_SHOWN = 60
_NOT_GIVEN = ""
_OF_TOTALS = re.compile(r" totals?$|^totals? (?:for|of) ")

Guard = Callable[[object], object]
Guards = Mapping[tuple[str, str], Guard]
"""The guard of each field by its group; it raises ValueError with what is accepted."""


class _Reading(NamedTuple):
    """The values of a row by group, and the faults found so far.

    `headed` are the numbers of the allowances whose headings tell kind and basis.
    """

    groups: dict[Group, dict[str, Any]]
    allowances: dict[int, dict[str, Any]]
    faults: list[RowFault]
    headed: dict[int, tuple[str, str]]


class RowReader:
    """Reads the rows of one sheet. `defaults` fill the columns that the sheet lacks."""

    def __init__(
        self,
        layout: Layout,
        defaults: Mapping[str, object],
        words: Words,
        guards: Guards,
        library: Library,
    ) -> None:
        self._placed, self._and_repeated = layout.placed, (*layout.placed, *layout.repeated)
        self._compared = layout.compared
        self._width = min((each.place for each in layout.repeated), default=0)
        self._not_read = [
            *(
                (each, LEAST_AMOUNT, Fault.ALLOWANCE_NOT_READ)
                for each in layout.allowances_not_read
            ),
            *((each, LEAST_SALARY, Fault.SALARY_NOT_READ) for each in layout.salaries_not_read),
        ]
        self._words, self._guards = words, guards
        columns = known_columns()
        self._defaults = [
            (Placed(columns[name], -1, name), value)
            for name, value in defaults.items()
            if name not in layout.columns
        ]
        self._nation = next((p for p in layout.placed if p.column.field == "nation"), None)
        self._reference = next((p for p in layout.placed if p.column.field == "reference"), None)
        self._kept: dict[tuple[str, str, type, object], object] = {}
        self._salaries = Salaries(library)
        self._allowances_a_year = AllowanceValues(library)

    def reference(self, row: Row) -> str:
        """Return by what the person of a row is known, where that can be read."""
        if self._reference is None:
            return ""
        value = self._value(self._reference, _cell(row, self._reference), _NOT_GIVEN)
        return value if isinstance(value, str) else ""

    def key(self, row: Row) -> tuple[object, ...]:
        """Return all that the answer for a row follows from: its cells but for the reference."""
        placed = self._placed_in(row)
        cells = [_cell(row, each) for each in placed if each is not self._reference]
        cells += [_cell(row, each) for each, *_ in self._not_read]
        cells += [_cell(row, self._compared)] if self._compared else []
        return (self.is_of_totals(row), *cells, *map(type, cells))

    def is_of_totals(self, row: Row) -> bool:
        """Say whether a row adds up those above it, and is no person."""
        return any(
            isinstance(cell, str)
            and "total" in cell.casefold()
            and (
                _OF_TOTALS.search(plain_words(cell)) is not None
                or self._words.value(TOTAL_ROW, _NOT_GIVEN, cell) is not None
            )
            for cell in row.cells
        )

    def _is_nobody(self, row: Row) -> Fault | None:
        """Return why a row is no person, or None where it may be one."""
        if self.is_of_totals(row):
            return Fault.TOTAL_ROW
        told = [(each, _cell(row, each)) for each in self._placed if each is not self._reference]
        told = [(each, cell) for each, cell in told if cell is not None and str(cell).strip()]
        if not told:
            is_told = any(is_amount(_cell(row, each), least) for each, least, _ in self._not_read)
            return None if is_told else Fault.ONLY_A_REFERENCE
        is_heading = all(shown_value(cell) == each.heading for each, cell in told)
        return Fault.HEADINGS_AGAIN if is_heading else None

    def read(self, row: Row) -> Case | Refusal:
        """Return the case of a row, or why it has none."""
        reference = self.reference(row)
        reading = _Reading({group: {} for group in Group}, {}, [], {})
        self._read_cells(row, reference, reading)

        def fault(heading: str, value: object, why: Misread) -> None:
            shown = shown_value(value)
            reading.faults.append(RowFault(row.number, reference, heading, shown, *why))

        if why := self._is_nobody(row):
            fault("", "", Misread(why))
            return Refusal(row.number, reference, tuple(reading.faults[-1:]))
        for unread, least, why in self._not_read:
            cell = _cell(row, unread)
            if is_amount(cell, least):
                fault(unread.heading, cell, Misread(why))
        self._check_required(reading, fault)
        _leave_out_what_is_told_twice(reading)
        allowances = tuple(self._allowances(reading, fault))
        if not reading.faults:
            self._check_together(reading, fault)
        if self._compared is not None and not reading.faults:
            self._compare_salaries(_cell(row, self._compared), self._compared, reading, fault)
        if reading.faults:
            return Refusal(row.number, reference, tuple(reading.faults))
        pay = Pay(**reading.groups[Group.PAY], allowances=allowances)
        post = Post(**reading.groups[Group.POST])
        for field, found, fix in contradictions(post, pay):
            name = field.rpartition(".")[2]
            fault(self.heading_of(name), "", Misread(Fault.REFUSED, f"{found}: {fix}"))
        if reading.faults:
            return Refusal(row.number, reference, tuple(reading.faults))
        return Case(**reading.groups[Group.CASE], post=post, pay=pay)

    def _read_cells(self, row: Row, reference: str, reading: _Reading) -> None:
        nation = self._nation_of(row)
        given = [(placed, _cell(row, placed)) for placed in self._placed_in(row)]
        for placed, cell in (*given, *self._defaults):
            if cell is None:
                continue
            value = self._value(placed, cell, nation)
            if isinstance(value, Misread):
                shown = shown_value(cell)
                fault = RowFault(row.number, reference, placed.heading, shown, *value)
                reading.faults.append(fault)
            elif placed.kind == WHICH_KIND and value:
                shown, which = shown_value(cell), Misread(Fault.WHICH_KIND)
                reading.faults.append(
                    RowFault(row.number, reference, placed.heading, shown, *which)
                )
            elif value is not None:
                _put(reading, placed, value)

    def _placed_in(self, row: Row) -> tuple[Placed, ...]:
        """Return the columns of a row: few rows have further allowances taken together with it."""
        return self._and_repeated if 0 < self._width < len(row.cells) else self._placed

    def _nation_of(self, row: Row) -> str:
        """Return the nation of a row as far as it can be read: some words depend on it."""
        if self._nation is not None:
            value = self._value(self._nation, _cell(row, self._nation), _NOT_GIVEN)
        else:
            defaults = ((placed, value) for placed, value in self._defaults)
            named = [each for each in defaults if each[0].column.field == "nation"]
            value = self._value(*named[0], _NOT_GIVEN) if named else None
        return value.value if isinstance(value, Nation) else _NOT_GIVEN

    def _value(self, placed: Placed, cell: object, nation: str) -> object:
        """Return what a cell holds, None where it is blank, or why it was misread."""
        column = placed.column
        key = (nation, column.name, cell.__class__, cell)
        try:
            return self._kept[key]
        except KeyError:
            pass
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        if column.field in SHARES and placed.is_percentage:
            cell = as_percentage(cell)
        found = self._kept[key] = self._read_anew(column, cell, nation)
        return found

    def _read_anew(self, column: Column, cell: object, nation: str) -> object:
        found = read_guarded(column, cell, nation, self._words, self._guards)
        if column.field == "range" and nation and isinstance(found, str):
            return self._held_range(found, Nation(nation))
        return found

    def _held_range(self, name: str, nation: Nation) -> object:
        """Return a range where the nation's figures have one of that name."""
        held = self._salaries.items(nation)
        slug = name.casefold().replace(" ", "-")
        if slug in held:
            return slug
        point = self._words.value("point", nation, name) or name.upper()
        if not point.isdecimal() and point in self._salaries.points_like(nation, point):
            return Misread(Fault.POINT_FOR_RANGE)
        return Misread(Fault.NOT_ACCEPTED, f"give one of {', '.join(sorted(held))}")

    def _check_required(
        self, reading: _Reading, fault: Callable[[str, object, Misread], None]
    ) -> None:
        case = reading.groups[Group.CASE]
        for name in REQUIRED:
            if name not in case and not any(_is_of(each, name, self) for each in reading.faults):
                fault(self.heading_of(name), "", Misread(Fault.MISSING))

    def heading_of(self, name: str) -> str:
        """Return how the sheet heads one of our columns, or our own name for it."""
        headings = (each.heading for each in self._and_repeated if each.column.name == name)
        return next(headings, name)

    def _allowances(
        self, reading: _Reading, fault: Callable[[str, object, Misread], None]
    ) -> Iterator[Allowance]:
        for number, given in sorted(reading.allowances.items()):
            name = f"allowance_{number}"
            if "amount" not in given:
                fault(self.heading_of(f"{name}_amount"), "", Misread(Fault.WITHOUT_AMOUNT))
            elif "kind" not in given:
                heading = self.heading_of(f"{name}_kind")
                is_told = any(each.heading == heading for each in reading.faults)
                if (given["amount"] or len(given) > 1) and not is_told:
                    fault(heading, "", Misread(Fault.WITHOUT_KIND))
            elif given.get("from_") and given.get("until") and given["until"] < given["from_"]:
                why = Misread(Fault.ENDS_BEFORE_IT_STARTS)
                fault(self.heading_of(f"{name}_until"), given["until"], why)
            else:
                yield Allowance(**given)

    def _check_together(
        self, reading: _Reading, fault: Callable[[str, object, Misread], None]
    ) -> None:
        """Check the parts of a row against each other, and name the range that a point tells."""
        case, pay = reading.groups[Group.CASE], reading.groups[Group.PAY]
        nation, area = case["nation"], case.get("pay_area")
        if area and area not in PAY_AREAS.get(nation, ()):
            fault(self.heading_of("pay_area"), area, Misread(Fault.NOT_IN_THIS_NATION))
        if "point" in pay:
            self._name_the_range(reading, fault)
        if reading.groups[Group.POST].get("in_special_school") is Fact.YES:
            reading.groups[Group.POST].setdefault("school_type", SchoolType.SPECIAL)
        if self._is_too_low(nation, pay, reading.groups[Group.POST].get("fte")):
            fault(self.heading_of("salary"), pay["salary"], Misread(Fault.SALARY_TOO_LOW))
        fte = reading.groups[Group.POST].get("fte")
        for number, given in reading.allowances.items():
            if given.get("amount") and self._is_of_a_month(case, given, fte):
                heading = self.heading_of(f"allowance_{number}_amount")
                fault(heading, given["amount"], Misread(Fault.ALLOWANCE_TOO_LOW))

    def _is_of_a_month(
        self, case: Mapping[str, Any], given: Mapping[str, Any], fte: Decimal | None
    ) -> bool:
        """Say whether the amount of an allowance appears to be that of a month."""
        part = given.get("share") or fte
        day, kind, amount = case["on"], given["kind"], given["amount"]
        return self._allowances_a_year.is_of_a_month(case["nation"], day, kind, amount, part)

    def _name_the_range(
        self, reading: _Reading, fault: Callable[[str, object, Misread], None]
    ) -> None:
        """Name the range that a point tells, or say that the nation has no such point."""
        case, pay = reading.groups[Group.CASE], reading.groups[Group.PAY]
        nation, on, area = case["nation"], case["on"], case.get("pay_area")
        if "range" in pay:
            meant = self._salaries.point_of(nation, pay["range"], pay["point"])
            pay["point"] = meant or pay["point"]
        point = pay["point"]
        ranges = self._salaries.ranges(nation, on, area, point)
        if len(ranges) == 1:
            pay.setdefault("range", ranges[0])
        elif not ranges:
            held = self._salaries.points_held(nation, on, area, pay.get("range", ""))
            like = self._salaries.points_like(nation, point)
            named = ", ".join(held if point.isdecimal() or not like else like)
            fix = f"give one of {named}" if named else "give a point such as M6, U3 or L8"
            fault(self.heading_of("point"), point, Misread(Fault.NO_SUCH_POINT, fix))

    def _compare_salaries(
        self,
        cell: object,
        compared: Placed,
        reading: _Reading,
        fault: Callable[[str, object, Misread], None],
    ) -> None:
        """Ask about two salaries of a row that do not go together at its FTE, to the pound."""
        pay, fte = reading.groups[Group.PAY], reading.groups[Group.POST].get("fte")
        other = self._value(compared, cell, reading.groups[Group.CASE]["nation"])
        if isinstance(other, Misread):
            fault(compared.heading, cell, other)
        elif isinstance(other, Decimal) and fte is not None and "salary" in pay:
            is_received = compared.kind == Basis.RECEIVED
            received, whole = (other, pay["salary"]) if is_received else (pay["salary"], other)
            if abs(received - whole * fte) > POUND:
                fault(compared.heading, cell, Misread(Fault.SALARIES_DIFFER))

    def _is_too_low(self, nation: Nation, pay: Mapping[str, Any], fte: Decimal | None) -> bool:
        """Say whether a salary is below half of any that the nation has: pounds may be misread."""
        salary, basis = pay.get("salary"), pay.get("basis")
        if salary is None or (basis is Basis.RECEIVED and fte is None):
            return False
        is_whole = fte is None or basis is Basis.FULL_TIME_EQUIVALENT
        return bool(salary / (1 if is_whole else fte) < self._salaries.least(nation) / 2)


def misread_defaults(
    defaults: Mapping[str, object], words: Words, guards: Guards
) -> dict[str, tuple[object, Misread]]:
    """Return those of the values for all rows that are not accepted, and why."""
    nation = str(defaults.get("nation", _NOT_GIVEN))
    found = {}
    for name, value in defaults.items():
        column = known_columns()[name]
        read = read_guarded(column, value, nation, words, guards)
        if isinstance(read, Misread):
            found[name] = (value, read)
    return found


def read_guarded(column: Column, cell: object, nation: str, words: Words, guards: Guards) -> object:
    """Return what a cell holds, None where it is blank, or why it was misread."""
    value = None if cell is None else read_cell(column, cell, nation, words)
    if value is None or isinstance(value, Misread):
        return value
    try:
        return guards[column.group, column.field](value)
    except ValueError as error:
        return Misread(Fault.NOT_ACCEPTED, str(error))


def _is_of(fault: RowFault, name: str, reader: RowReader) -> bool:
    return fault.heading == reader.heading_of(name)


def _cell(row: Row, placed: Placed | Doubtful) -> object:
    return row.cells[placed.place] if placed.place < len(row.cells) else None


def _put(reading: _Reading, placed: Placed, value: object) -> None:
    column = placed.column
    if column.field == "salary" and placed.kind:
        reading.groups[Group.PAY].setdefault("basis", Basis(placed.kind))
    if column.group is not Group.ALLOWANCE:
        reading.groups[column.group][column.field] = value
    elif not placed.kind:
        reading.allowances.setdefault(column.number, {})[column.field] = value
    elif value:  # a column headed by its kind holds nought for all who do not have it
        paid = reading.allowances.setdefault(column.number, {})
        kind, _, basis = placed.kind.partition(" ")
        paid |= {"kind": AllowanceKind(kind), column.field: value}
        if basis:
            paid.setdefault("basis", Basis(basis))
            reading.headed[column.number] = kind, basis


def _leave_out_what_is_told_twice(reading: _Reading) -> None:
    """Keep of an allowance that stands in a column for each basis what is received."""
    for number, (kind, basis) in reading.headed.items():
        is_told_twice = (kind, Basis.RECEIVED) in reading.headed.values()
        if is_told_twice and basis == Basis.FULL_TIME_EQUIVALENT:
            del reading.allowances[number]


def shown_value(cell: object) -> str:
    """Return a cell as an error shows it, short and on one line; of a day no hour is shown."""
    if cell is None or isinstance(cell, NoValue):
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    text = visible(" ".join(str(cell).split()))
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
