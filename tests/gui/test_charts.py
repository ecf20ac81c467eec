"""Charts: what is drawn is said, and drawing never fails, however small the room."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.charts import (
    ChartCard,
    RangeCard,
    RangeView,
    SurveyCard,
    SurveyView,
    YearsCard,
    YearsView,
)
from payapp.gui.style import Scheme, choose_scheme, colours
from payapp.report.charts_in_words import (
    Amount,
    Bar,
    RangeChart,
    SurveyChart,
    YearPoint,
    YearsChart,
)


def amount(pounds: int) -> Amount:
    return Amount(Decimal(pounds), f"£{pounds:,}")


RANGE = RangeChart(
    *("TLR: paid and due", "£3,000 is paid. £3,651 is due."),
    Amount(Decimal(3000), "Paid: £3,000"),
    *((amount(3651), amount(8913)), "Due", (amount(3651), amount(17_800)), "Whole range"),
)
YEARS = YearsChart(
    *("U3 over the years", "U3 rose."),
    tuple(
        YearPoint(date(year, 9, 1), Decimal(40_000 + year), f"£{40_000 + year:,}", year < 2026)
        for year in range(2014, 2028)
    ),
    *("Printed", "Proposed or computed"),
)
SURVEY = SurveyChart(
    *("How others are paid", "Leadership: 17%; none: under 5%."),
    *("Our own arrangement of the survey's answers.", "2018; 1,615 people."),
    (Bar("Leadership", Decimal(17), "17%", True), Bar("None", Decimal(5), "under 5%", False)),
)


def spoken(widget: QWidget) -> tuple[str, str]:
    read = QAccessible.queryAccessibleInterface(widget)
    return read.text(QAccessible.Text.Name), read.text(QAccessible.Text.Description)


@pytest.fixture
def cards(home: QWidget) -> tuple[RangeCard, YearsCard, SurveyCard]:
    cards = RangeCard(home), YearsCard(home), SurveyCard(home)
    cards[0].show_chart(RANGE)
    cards[1].show_chart(YEARS)
    cards[2].show_chart(SURVEY)
    return cards


def colours_drawn(card: ChartCard, width: int = 500) -> int:
    """Return how many colours a card takes to draw."""
    card.resize(width, card.sizeHint().height())
    image = card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_a_chart_is_named_and_described_by_the_sentence_that_is_shown(
    cards: tuple[RangeCard, YearsCard, SurveyCard],
) -> None:
    ranges, years, survey = cards
    assert spoken(ranges.chart) == (RANGE.title, RANGE.sentence)
    assert spoken(years.chart) == (YEARS.title, YEARS.sentence)
    assert spoken(survey.chart) == (SURVEY.title, SURVEY.sentence)
    assert [card.sentence.text() for card in cards] == [
        *(RANGE.sentence, YEARS.sentence, SURVEY.note)
    ]
    assert [card.title.text() for card in cards] == [RANGE.title, YEARS.title, SURVEY.title]


def test_a_chart_is_a_stop_for_the_keys(
    cards: tuple[RangeCard, YearsCard, SurveyCard],
) -> None:
    assert all(card.chart.focusPolicy() is Qt.FocusPolicy.StrongFocus for card in cards)


def test_every_mark_of_a_range_is_named_with_its_amounts(home: QWidget) -> None:
    card = RangeCard(home)
    card.show_chart(RANGE)
    assert card.chart.legend() == (
        ("paid", "Paid: £3,000"),
        ("due", "Due: £3,651 – £8,913"),
        ("whole", "Whole range: £3,651 – £17,800"),
    )


def ends(view: RangeView, width: float = 500) -> list[str]:
    return [end.text for end, _ in view.ends(width)]


def test_the_ends_of_the_bars_have_their_amounts_below_them(home: QWidget) -> None:
    card = RangeView(home)
    assert ends(card) == []
    card.show_chart(RANGE)
    assert ends(card) == ["£3,651", "£8,913", "£17,800"]
    lefts = [left for _, left in card.ends(500)]
    assert lefts == sorted(lefts)
    assert 0 <= lefts[0] < 60, "the least stands near the left end, right of what is paid"
    assert 400 < lefts[-1] < 500 - card.fontMetrics().horizontalAdvance("£17,800") + 1


def test_amounts_at_the_ends_never_touch_and_one_that_is_the_same_stands_once(
    home: QWidget,
) -> None:
    card = RangeView(home)
    near = (amount(3651), amount(3700))
    card.show_chart(RANGE._replace(due=near))
    assert ends(card) == ["£3,651", "£17,800"]
    card.show_chart(RANGE._replace(due=near, whole=near))
    assert ends(card) == ["£3,651", "£3,700"][: len(ends(card))]
    card.show_chart(RANGE._replace(due=(amount(3651), amount(3651)), whole=None))
    assert ends(card) == ["£3,651"]


def ink(card: QWidget, top: int, bottom: int) -> set[int]:
    """Return the colours that are drawn between two heights."""
    image = card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = range(max(top, 0), min(bottom, image.height()))
    return {image.pixel(x, y) for x in range(image.width()) for y in rows}


def test_the_amounts_are_written_between_the_track_and_its_legend(home: QWidget) -> None:
    card = RangeView(home)
    card.show_chart(RANGE)
    card.resize(500, card.sizeHint().height())
    foot = 4 + 7 + 20 + 4
    assert len(ink(card, foot + 2, foot + int(card.line))) > 1


def test_below_the_answers_of_a_survey_stands_whose_arrangement_it_is(home: QWidget) -> None:
    card = SurveyView(home)
    card.show_chart(SURVEY)
    whole = card.height_for(500)
    card.resize(500, whole)
    assert len(ink(card, whole - 4 - int(card.line), whole - 4)) > 1
    card.show_chart(SURVEY._replace(arranged=""))
    assert card.height_for(500) <= whole - int(card.line)
    card.show_chart(SURVEY._replace(arranged=SURVEY.arranged * 9))
    assert card.height_for(300) > card.height_for(900) > whole - 1


def test_a_range_that_is_due_as_a_whole_is_drawn_and_named_once(home: QWidget) -> None:
    card = RangeCard(home)
    card.show_chart(RANGE._replace(whole=RANGE.due))
    assert [mark for mark, _ in card.chart.legend()] == ["paid", "due"]
    assert colours_drawn(card) > 3
    one = (amount(3651), amount(3651))
    card.show_chart(RANGE._replace(due=one, whole=None))
    assert card.chart.legend()[1:] == (("due", "Due: £3,651"),)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("width", [120, 500, 1100])
def test_every_chart_draws_in_both_schemes_and_in_any_width(
    qtbot: QtBot,
    qapp: QApplication,
    cards: tuple[RangeCard, YearsCard, SurveyCard],
    scheme: Scheme,
    width: int,
) -> None:
    choose_scheme(scheme)
    qtbot.waitUntil(lambda: bool(qapp.styleSheet()))
    assert all(colours_drawn(card, width) > 3 for card in cards)
    choose_scheme(Scheme.LIGHT)


def test_one_point_in_time_and_an_empty_span_are_drawn_too(home: QWidget) -> None:
    years, ranges = YearsCard(home), RangeCard(home)
    years.show_chart(YEARS._replace(points=YEARS.points[:1]))
    nothing = (amount(0), amount(0))
    ranges.show_chart(RANGE._replace(paid=amount(0), due=nothing, whole=None))
    assert colours_drawn(years) > 3
    assert colours_drawn(ranges) > 3


def test_a_survey_without_percentages_is_told_in_its_sentence(home: QWidget) -> None:
    card = SurveyCard(home)
    card.show_chart(SURVEY._replace(bars=()))
    assert card.chart.isHidden()
    assert card.sentence.text() == SURVEY.sentence


def test_long_words_above_a_bar_make_it_higher_where_there_is_little_room(home: QWidget) -> None:
    card = SurveyCard(home)
    long = "Upper pay range with a SEN allowance and a temporary TLR " * 2
    card.show_chart(SURVEY._replace(bars=(Bar(long, Decimal(5), "5%", True),)))
    assert card.chart.height_for(200) > card.chart.height_for(900)


def accent_columns(view: QWidget, top: int, bottom: int, width: int = 500) -> list[int]:
    """Return the columns of pixels between two heights in which the accent is drawn."""
    view.resize(width, view.sizeHint().height())
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    accent = QColor(colours().accent).rgb()
    rows = range(top, min(bottom, image.height()))
    return [x for x in range(image.width()) if any(image.pixel(x, y) == accent for y in rows)]


def middle(columns: list[int]) -> float:
    assert columns, "the accent is not drawn there"
    return (columns[0] + columns[-1]) / 2


@pytest.mark.parametrize(("pounds", "third"), [(3651, 0), (10_725, 1), (17_800, 2)])
def test_what_is_paid_stands_where_it_lies_in_the_range(
    home: QWidget, pounds: int, third: int
) -> None:
    card = RangeView(home)
    card.show_chart(RANGE._replace(paid=amount(pounds)))
    assert int(middle(accent_columns(card, 5, 40)) // (500 / 3)) == third


def test_pay_below_the_range_stands_left_of_what_is_due(home: QWidget) -> None:
    card = RangeView(home)
    card.show_chart(RANGE._replace(paid=amount(3000)))
    below = middle(accent_columns(card, 5, 40))
    card.show_chart(RANGE._replace(paid=amount(19_000)))
    assert below < 50
    assert middle(accent_columns(card, 5, 40)) > 450


def test_the_ring_of_the_keys_is_drawn_and_taken_away(qtbot: QtBot, home: QWidget) -> None:
    layout = QVBoxLayout(home)
    card = RangeView(home)
    layout.addWidget(card)
    card.show_chart(RANGE)
    home.show()
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    card.clearFocus()
    without = card.grab().toImage()
    card.setFocus()
    assert card.grab().toImage() != without
    card.clearFocus()
    assert card.grab().toImage() == without


def test_a_bar_is_as_long_as_its_percentage(home: QWidget) -> None:
    card = SurveyView(home)
    for percent in (100, 50):
        bars = (
            Bar("Most", Decimal(100), "100%", True),
            Bar("Other", Decimal(percent), f"{percent}%", True),
        )
        card.show_chart(SURVEY._replace(bars=bars))
        card.resize(500, card.sizeHint().height())
        second = card.sizeHint().height() // 2
        drawn = accent_columns(card, second, 10_000)
        assert (drawn[-1] - drawn[0]) / 484 == pytest.approx(percent / 100, abs=0.02)


def test_a_figure_that_rose_is_drawn_from_the_first_day_to_the_last(home: QWidget) -> None:
    card = YearsView(parent=home)
    card.show_chart(YEARS)
    card.resize(500, card.sizeHint().height())
    drawn = accent_columns(card, 0, 160)
    assert drawn[-1] - drawn[0] > 300
    card.show_chart(YEARS._replace(points=YEARS.points[:1]))
    alone = accent_columns(card, 0, 160)
    assert alone[-1] - alone[0] < 12, "one day alone is one mark"


def test_a_chart_that_shows_nothing_yet_draws_nothing_and_takes_little_room(
    home: QWidget,
) -> None:
    for card in (RangeView(home), YearsView(parent=home), SurveyView(home)):
        assert accent_columns(card, 0, 400) == []
        assert card.accessibleName() == ""
