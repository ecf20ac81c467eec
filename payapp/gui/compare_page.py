"""Compare the figures of two days, or of two areas on one day."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from payapp.domain.cases import PAY_AREAS, Nation
from payapp.domain.figure_series import between_areas, between_dates
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.gui.controls import Field
from payapp.gui.schedule_fields import (
    above,
    choice_field,
    day_field,
    day_in,
    in_a_line,
    offer_nations,
    show_day,
)
from payapp.gui.style import CLOSE
from payapp.gui.table_panel import DataShown, Desk, TablePanel
from payapp.report.figure_tables import Names, ToldTable, compared_table
from payapp.report.wording import Wording

FIELDS: Final = ("nation", "one_day", "other_day", "one_area", "other_area")


class ComparePage(QWidget):
    """Two days side by side for every figure; with two areas chosen, the areas on the later day."""

    def __init__(self, desk: Desk, nation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.nation = choice_field(desk, "nation", self)
        self.one_day = day_field(desk, "one_day", self)
        self.other_day = day_field(desk, "other_day", self)
        self.one_area = choice_field(desk, "one_area", self)
        self.other_area = choice_field(desk, "other_area", self)
        self.panel = TablePanel(desk, desk.say("compare_name"), self)
        offer_nations(self.nation, desk, "choose_nation")
        self.nation.show_answer(nation)
        self._days: dict[Field, date | None] = {self.one_day: None, self.other_day: None}
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        boxes = (above(desk, name, getattr(self, name), self) for name in FIELDS)
        layout.addLayout(in_a_line(boxes))
        layout.addWidget(self.panel, 1)
        self.nation.chosen.connect(self._choose_nation)
        for choice in (self.one_area, self.other_area):
            choice.chosen.connect(lambda _: self.compare())
        for field in self._days:
            field.typed.connect(lambda value, field=field: self._choose_day(field, value))
        self.renew()

    def renew(self) -> None:
        """Begin with the last two pay dates of the nation."""
        nation = self.nation.currentData()
        dates = self._desk.library.book(nation).pay_dates[-2:] if nation else ()
        days = (*dates, None, None)
        for field, day in zip((self.one_day, self.other_day), days, strict=False):
            self._days[field] = day
            show_day(field, day)
        names = Names(self._desk.wording)
        areas = PAY_AREAS.get(Nation(nation), ()) if nation else ()
        offered = tuple((area.value, names.area(area.value)) for area in areas)
        for choice in (self.one_area, self.other_area):
            choice.offer((("", self._desk.say("every_area")), *offered))
            choice.setEnabled(bool(offered))
        self.compare()

    def _choose_nation(self, nation: object) -> None:
        self.nation.show_answer(nation)
        self.renew()

    def _choose_day(self, field: Field, value: object) -> None:
        self._days[field] = day_in(value)
        field.show_refused(refused=self._days[field] is None)
        self.compare()

    @property
    def data_shown(self) -> DataShown:
        """The nation and the later day of the figures that are shown."""
        return self.nation.currentData() or "", self._days[self.other_day]

    def compare(self) -> None:
        """Compare what is chosen, or say what is still to be chosen."""
        nation = self.nation.currentData()
        one, other = self._days.values()
        areas = (self.one_area.currentData() or "", self.other_area.currentData() or "")
        if not nation or one is None or other is None:
            self._desk.tasks.drop("compare")
            self.panel.show_table(None)
            self.panel.tell(self._desk.say("choose_both_days"))
            return
        library, wording = self._desk.library, self._desk.wording
        self.panel.tell(self._desk.say("reading"))
        self._desk.tasks.run(
            "compare",
            lambda: compare(library, wording, nation, (one, other), areas),
            self._show,
            self._refuse,
        )

    def _show(self, told: ToldTable) -> None:
        self.panel.show_table(told)
        self.panel.hide_nation(hidden=True)

    def _refuse(self, refused: Refused) -> None:
        self.panel.tell(str(refused))


def compare(
    library: Library,
    wording: Wording,
    nation: str,
    days: tuple[date, date],
    areas: tuple[str, str],
) -> ToldTable:
    """Return two areas on the second day where both are named, or else two days.

    One area alone shows the two days in that area.
    """
    book = library.book(nation)
    if all(areas):
        names = Names(wording)
        one, other = map(names.area, areas)
        return compared_table(between_areas(book, days[1], *areas), one, other, wording)
    wanted = areas[0] or areas[1]
    pairs = [
        pair for pair in between_dates(book, *days) if not wanted or pair.either.area == wanted
    ]
    one, other = map(wording.day, days)
    return compared_table(pairs, one, other, wording)
