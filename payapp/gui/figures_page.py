"""Browse the figures: by nation, area, item and day, with the chosen series over the years."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.plain_tables import Cell
from payapp.domain.refusals import Refused
from payapp.gui.charts import YearsCard
from payapp.gui.controls import Choice
from payapp.gui.schedule_fields import (
    above,
    choice_field,
    day_field,
    day_in,
    in_a_line,
    offer_nations,
    show_day,
)
from payapp.gui.sentence_list import SentenceList, as_sentence
from payapp.gui.sentence_view import BESIDE, SentenceView
from payapp.gui.style import BASE_POINTS, CLOSE, SPACE, TIGHT, in_type, sized
from payapp.gui.table_panel import DataShown, Desk, TablePanel
from payapp.report.charts_in_words import years_chart
from payapp.report.figure_tables import Names, ToldTable, figures_table, last_days
from payapp.report.figures_in_words import figure_in_text
from payapp.report.wording import Wording

LEAST_OF_A_SEARCH: Final = 180
# The page scrolls where the screen is small, for what stands below: then the table stays whole.
LEAST_TABLE: Final = 190
LOW_PLOT: Final = 78.0
# Chart and sources stand beside each other from this width on, and share it so.
BESIDE_EACH_OTHER: Final = 900
SHARES: Final = (3, 2)


class Held(NamedTuple):
    """The figures of one nation or of all, their last days, what a search reads, and the table."""

    figures: tuple[Figure, ...]
    last: tuple[date | None, ...]
    texts: tuple[str, ...]
    told: ToldTable


def read_figures(library: Library, nations: Sequence[str], wording: Wording) -> Held:
    """Read the figures of some nations, and make their table."""
    books = [library.book(nation) for nation in nations]
    until = last_days(books)
    figures = tuple(figure for book in books for figure in book.every())
    told = figures_table(figures, until, wording)
    return Held(figures, tuple(map(until, figures)), tuple(map(_text, told.table.rows)), told)


def _text(cells: Sequence[Cell]) -> str:
    return " ".join(str(cell) for cell in cells if cell is not None).lower()


class FiguresPage(QWidget):
    """A table of figures with its filters above it, and what there is to know of a chosen row.

    It begins with the figures in force on a day, if one is given.
    """

    def __init__(
        self, desk: Desk, nation: str, parent: QWidget | None = None, day: date | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held: Held | None = None
        self._wanted: dict[str, str] = {"area": "", "item": ""}
        self._day = day
        self.nation = choice_field(desk, "nation", self)
        self.area = choice_field(desk, "area", self)
        self.item = choice_field(desk, "item", self)
        self.on = day_field(desk, "on", self)
        self.search = QLineEdit(self)
        self.search.setAcceptDrops(False)  # a file let go here is for the window
        self.search.setAccessibleName(desk.say("search"))
        self.search.setPlaceholderText(desk.say("search_example"))
        self.search.setMinimumWidth(LEAST_OF_A_SEARCH)
        self.panel = TablePanel(desk, desk.say("figures_name"), self)
        self.panel.view.setMinimumHeight(in_type(LEAST_TABLE))
        self.card = YearsCard(self, LOW_PLOT)
        self.sources = FigureSources(desk.say("from_where"), self)
        offer_nations(self.nation, desk, "every_nation")
        self.nation.show_answer(nation)
        show_day(self.on, day)
        self._lay_out()
        self._connect()
        self.renew()

    def _lay_out(self) -> None:
        fields = (
            *(("nation", self.nation), ("area", self.area), ("item", self.item)),
            *(("on", self.on), ("search", self.search)),
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(CLOSE)
        layout.addLayout(
            in_a_line(above(self._desk, name, control, self) for name, control in fields)
        )
        layout.addWidget(self.panel, 1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(CLOSE)
        for part, share in zip((self.card, self.sources), SHARES, strict=True):
            part.hide()
            self._below.addWidget(part, share)
        layout.addLayout(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sources beside the chart, or below it where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= in_type(BESIDE_EACH_OTHER)
        way = QBoxLayout.Direction
        self._below.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _connect(self) -> None:
        self.nation.chosen.connect(self._choose_nation)
        self.area.chosen.connect(lambda area: self._want("area", area))
        self.item.chosen.connect(lambda item: self._want("item", item))
        self.on.typed.connect(self._choose_day)
        self.search.textEdited.connect(self.filter)
        self.panel.row_entered.connect(self._show_series)

    def renew(self) -> None:
        """Read the figures again, in a thread, and show them."""
        desk, chosen = self._desk, self.nation.currentData()
        nations = [chosen] if chosen else [nation.value for nation in Nation]
        self.panel.tell(desk.say("reading"))
        library, wording = desk.library, desk.wording
        desk.tasks.run(
            "figures",
            lambda: read_figures(library, nations, wording),
            self._show,
            self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        self.panel.tell(str(refused))

    def _show(self, held: Held) -> None:
        self._held = held
        self.panel.show_table(held.told)
        self.panel.hide_nation(hidden=bool(self.nation.currentData()))
        self._offer("area", self.area)
        self._offer("item", self.item)
        self.filter()

    def _offer(self, field: str, choice: Choice) -> None:
        """Offer what the figures hold; what was chosen stays, where it is still held."""
        figures = self._held.figures if self._held else ()
        names = Names(self._desk.wording)
        if field == "area":
            held = {figure.area: names.area(figure.area) for figure in figures}
        else:
            held = {figure.item: names.item(figure.nation, figure.item) for figure in figures}
        if self._wanted[field] not in held:
            self._wanted[field] = ""
        choice.offer((("", self._desk.say(f"every_{field}")), *held.items()))
        choice.show_answer(self._wanted[field])

    def _choose_nation(self, nation: object) -> None:
        self.nation.show_answer(nation)
        self.renew()

    def _want(self, field: str, value: object) -> None:
        self._wanted[field] = str(value or "")
        self.filter()

    def _choose_day(self, value: object) -> None:
        self._day = day_in(value)
        self.on.show_refused(refused=value is not None and self._day is None)
        self.filter()

    @property
    def data_shown(self) -> DataShown:
        """The nation and the day of the figures that are shown."""
        return self.nation.currentData() or "", self._day

    def filter(self) -> None:
        """Show the figures that fit everything that is chosen."""
        held = self._held
        if held is None:
            return
        words = self._words()
        area, item, on = self._wanted["area"], self._wanted["item"], self._day

        def accepts(place: int) -> bool:
            figure, last = held.figures[place], held.last[place]
            if (area and figure.area != area) or (item and figure.item != item):
                return False
            if on and not (figure.valid_from <= on and (last is None or on <= last)):
                return False
            return all(word in held.texts[place] for word in words)

        self.panel.accept(accepts if area or item or on or words else None)

    def _words(self) -> tuple[str, ...]:
        """Return what is searched for; an amount is found with comma and pound sign, too."""
        typed = re.sub(r"(?<=\d),(?=\d{3})|£", "", self.search.text().lower())
        return tuple(typed.split())

    def _show_series(self, place: int) -> None:
        """Draw the series of a row over the years, and say where its figure comes from."""
        held, desk = self._held, self._desk
        for part in (self.card, self.sources):
            part.setVisible(held is not None and place >= 0)
        if held is not None and place >= 0:
            figure = held.figures[place]
            book = desk.library.book(figure.nation)
            self.card.show_chart(years_chart(figure, book, desk.wording))
            told = figure_in_text(figure, held.last[place], desk.library.sources, desk.wording)
            self.sources.show_sentences(told.splitlines())


class FigureSources(QFrame):
    """What a figure is, how sure it is and where it was read, a sentence each."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        heading = QLabel(title, self)
        self.sentences = SentenceList(as_sentence, self)
        self.list = SentenceView(title, self.sentences, self)
        self.list.setObjectName("inside")
        heading.setFont(sized(BASE_POINTS, bold=True))
        heading.setContentsMargins(BESIDE, 0, BESIDE, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TIGHT, SPACE - TIGHT, TIGHT, TIGHT)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show other sentences, from the first on."""
        self.sentences.show_texts(sentences)
        self.list.scrollToTop()
