"""The first and the last day of a period: the pay year so far, until a person says else."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.gui.casework_desk import CaseDesk
from payapp.gui.controls import Field
from payapp.gui.schedule_fields import above, day_field, day_in, show_day
from payapp.report.rep_pack import start_of_pay_year

MOST_YEARS: Final = 40


class Period(QObject):
    """Two fields for days. A day that a person typed stays; else it follows the case."""

    changed = Signal()

    def __init__(self, casework: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self.casework = casework
        self._parent = parent
        self.first = day_field(casework.desk, "period_from", parent)
        self.last = day_field(casework.desk, "period_to", parent)
        self._days: dict[Field, date | None] = {self.first: None, self.last: None}
        self._typed: set[Field] = set()
        for field in self._days:
            field.typed.connect(lambda value, field=field: self._take(field, value))

    def boxes(self) -> Iterator[QVBoxLayout]:
        """Yield each field under its name."""
        yield above(self.casework.desk, "period_from", self.first, self._parent)
        yield above(self.casework.desk, "period_to", self.last, self._parent)

    def follow(self) -> None:
        """Go over to the pay year of the case, up to its day, where no day was typed."""
        case = self.casework.case
        if case is None:
            return
        first = start_of_pay_year(case, self.casework.desk.library)
        for field, day in ((self.first, first), (self.last, case.on)):
            if field not in self._typed:
                self._days[field] = day
                show_day(field, day)

    def days(self) -> tuple[date, date] | None:
        """Return the period, or None where it is none."""
        first, last = self._days.values()
        if first is None or last is None or last < first or last.year - first.year > MOST_YEARS:
            return None
        return first, last

    def _take(self, field: Field, value: object) -> None:
        self._typed.add(field)
        self._days[field] = day_in(value)
        is_period = self.days() is not None
        for each, day in self._days.items():
            each.show_refused(refused=day is None or (not is_period and each is field))
        self.changed.emit()
