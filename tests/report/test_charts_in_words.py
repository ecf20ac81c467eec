"""Charts as records: what they show stands in a sentence, with amounts of the reference figures."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.figures import Figure, FigureBook, Nature, Provenance
from payapp.domain.library import Library
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.charts_in_words import (
    figures_over_the_years,
    range_charts,
    series_in_words,
    survey_charts,
    years_chart,
)
from payapp.report.wording import Wording


def assessed(example: str, library: Library) -> Assessment:
    return check(read_case(resources_folder() / "examples" / f"{example}.json"), library)


def test_a_payment_that_is_short_says_by_how_much(library: Library, wording: Wording) -> None:
    assessment = assessed("england-part-time-senco-september-2026", library)
    salary, tlr = range_charts(assessment, library, wording)
    assert tlr.title == "TLR1 or TLR2: paid and due"
    assert tlr.sentence == (
        "TLR1 or TLR2: £3,000 a year is paid, as received. What appears to be due lies between"
        " £3,651 and £8,913. What is paid is £651 less than the least. Of that, £124 stands only"
        " by an award whose final document was not seen. The whole of TLR2 runs from £3,651 to"
        " £8,913 on that day, for the same share."
    )
    assert [end.text for end in (tlr.paid, *tlr.due)] == ["Paid: £3,000", "£3,651", "£8,913"]
    assert "neither less nor more" in salary.sentence


def test_one_amount_that_is_due_is_no_span(library: Library, wording: Wording) -> None:
    assessment = assessed("scotland-principal-teacher-low-point", library)
    _, promoted = range_charts(assessment, library, wording)
    assert "What appears to be due is £69,231. What is paid is £2,472 less" in promoted.sentence


def test_a_range_of_one_amount_is_not_shown_as_a_range(library: Library, wording: Wording) -> None:
    assessment = assessed("scotland-island-teacher-without-the-allowance", library)
    allowance = range_charts(assessment, library, wording)[-1]
    assert allowance.whole is None
    assert "The whole of" not in allowance.sentence


def test_what_may_be_paid_is_not_said_to_be_due(library: Library, wording: Wording) -> None:
    assessment = assessed("england-senco-main-range-nothing", library)
    tlr = range_charts(assessment, library, wording)[-1]
    assert tlr.due_label == "May be paid"
    assert "may pay between £0 and £8,611; it is not automatic." in tlr.sentence
    assert "due" not in tlr.sentence


def test_the_figure_of_the_point_comes_first_over_the_years(
    library: Library, wording: Wording
) -> None:
    assessment = assessed("england-part-time-senco-september-2026", library)
    figures = figures_over_the_years(assessment)
    names = [series_in_words(figure, wording) for figure in figures]
    assert names[0] == "Point U3 of the upper pay range"
    assert len(names) == len(set(names))
    chart = years_chart(figures[0], library.book("england"), wording)
    assert chart.sentence == (
        "Point U3 of the upper pay range, England (rest of England):"
        " £37,496 from 1 September 2014, £54,421 from 1 September 2027. That is £16,925 or 45.1%"
        " more. 4 of these 14 figures are proposed or computed, and printed in no final document"
        " that was read."
    )
    assert [point.amount for point in chart.points][-3:] == [51048, 52835, 54421]
    assert [point.is_sure for point in chart.points][-3:] == [True, False, False]


@pytest.mark.parametrize(
    ("amounts", "sentence"),
    [
        ((500,), "TLR2, Wales: £500 from 1 September 2020. No other date is held."),
        (
            (500, 500),
            "TLR2, Wales: £500 from 1 September 2020, and the same from 1 September 2021.",
        ),
        (
            (500, 400),
            (
                "TLR2, Wales: £500 from 1 September 2020, £400 from 1 September 2021."
                " That is £100 or 20.0% less."
            ),
        ),
    ],
)
def test_a_series_that_stays_or_falls_or_has_one_date_is_said_so(
    wording: Wording, amounts: tuple[int, ...], sentence: str
) -> None:
    rows = {
        date(2020 + year, 9, 1): Figure(
            *("wales", "all", date(2020 + year, 9, 1), None, "tlr2", "value", Decimal(amount)),
            *(Nature.STATUTORY, Provenance.PRINTED, ("W1",), 3),
        )
        for year, amount in enumerate(amounts)
    }
    book = FigureBook("wales", tuple(rows), lambda on: [rows[on]])
    chart = years_chart(rows[date(2020, 9, 1)], book, wording)
    assert chart.sentence == sentence


def test_the_survey_is_shown_with_its_year_and_size_and_as_no_rule(
    library: Library, wording: Wording
) -> None:
    (chart,) = survey_charts(
        assessed("england-part-time-senco-september-2026", library), library, wording
    )
    first, *_, last = chart.bars
    assert (first.label, first.text) == ("Upper pay range with a permanent TLR", "33%")
    assert first.percent == Decimal(33)
    assert first.is_exact
    assert (last.percent, last.text, last.is_exact) == (Decimal(1), "under 1%", False)
    assert "published 2018; 1,615 people completed the survey." in chart.note
    assert chart.arranged.startswith("Our own arrangement of the survey's answers")
    assert chart.sentence.endswith(f" {chart.arranged} {chart.note}")
    assert "it is context and no rule." in chart.sentence
    assert "Leadership pay range: 17%" in chart.sentence


def test_an_answer_without_a_percentage_is_told_and_not_drawn(
    library: Library, wording: Wording
) -> None:
    assessment = assessed("scotland-unpromoted-asn-coordinator", library)
    (chart,) = survey_charts(assessment, library, wording)
    assert chart.bars == ()
    assert "equal numbers, very few replies. NASUWT" in chart.sentence


def test_whoever_was_not_asked_has_no_survey(library: Library, wording: Wording) -> None:
    assessment = assessed("scotland-special-school-teacher", library)
    assert survey_charts(assessment, library, wording) == ()
