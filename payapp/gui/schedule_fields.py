"""The fields of the schedules: a control under its name, and the choices that they offer."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from payapp.domain.cases import Nation
from payapp.gui.controls import Choice, Field
from payapp.gui.flow_layout import FlowLayout
from payapp.gui.form_model import Kind, as_date, as_plain
from payapp.gui.style import CLOSE, SMALL_POINTS, TIGHT, control_height, sized
from payapp.gui.table_panel import Desk
from payapp.report.figure_tables import Names
from payapp.report.wording import Wording

MONTHS: Final = range(1, 13)
_NUMBER: Final = re.compile(r"\d{1,9}(?:\.\d{1,9})?")


def months_of(wording: Wording) -> tuple[str, ...]:
    """Return the names of the months."""
    return tuple(wording.say(f"months.{number}") for number in MONTHS)


def day_field(desk: Desk, name: str, parent: QWidget) -> Field:
    """Return a field for a day."""
    field = Field(Kind.DATE, months_of(desk.wording), parent)
    field.set_name(_without_letter(desk.say(name)))
    return field


def choice_field(desk: Desk, name: str, parent: QWidget) -> Choice:
    """Return a choice with the name of what is chosen."""
    choice = Choice(parent)
    choice.set_name(_without_letter(desk.say(name)))
    return choice


def _without_letter(name: str) -> str:
    """Return a name without the mark of the letter that Alt chooses, which nobody hears."""
    return name.replace("&", "")


def above(desk: Desk, name: str, control: QWidget, parent: QWidget) -> QVBoxLayout:
    """Return a control with its name above it."""
    label = QLabel(desk.say(name), parent)
    label.setFont(sized(SMALL_POINTS))
    label.setProperty("role", "muted")
    label.setBuddy(control)
    label.stackUnder(control)  # so that it is read before it
    control.setFixedHeight(control_height(control.fontMetrics()))
    box = QVBoxLayout()
    box.setSpacing(TIGHT)
    box.addWidget(label)
    box.addWidget(control)
    return box


def in_a_line(boxes: Iterable[QVBoxLayout]) -> FlowLayout:
    """Return fields side by side, from the left, and in further lines where there is no room."""
    line = FlowLayout(CLOSE + TIGHT)
    for box in boxes:
        line.add_layout(box)
    return line


def offer_nations(choice: Choice, desk: Desk, first: str) -> None:
    """Offer the nations after an entry that names none."""
    names = Names(desk.wording)
    nations = tuple((nation.value, names.nation(nation.value)) for nation in Nation)
    choice.offer((("", desk.say(first)), *nations))


def show_day(field: Field, day: date | None) -> None:
    """Put a day into a field."""
    field.show_answer(day.isoformat() if day else None)


def number_in(text: str) -> Decimal | None:
    """Return what was typed as pounds or as a percentage, or None where it is no number."""
    typed = re.sub(r"[£,%\s]", "", text)
    return Decimal(typed) if _NUMBER.fullmatch(typed) else None


def day_typed(field: Field, wording: Wording) -> date | None:
    """Return the day that a field holds, or None where it holds none."""
    return day_in(as_plain(Kind.DATE, field.text(), months_of(wording)))


def is_misread(field: Field, day: date | None) -> bool:
    """Mark a field that holds something else than the day that was read; say whether it does."""
    misread = bool(field.text().strip()) and day is None
    field.show_refused(refused=misread)
    return misread


def day_in(value: object) -> date | None:
    """Return what was typed as a day, or None where it is none."""
    return as_date(value)
