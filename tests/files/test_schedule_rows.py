from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.figures import Figure, Nature, Provenance
from payapp.domain.refusals import Refused
from payapp.domain.rules import Award
from payapp.files.schedule_rows import (
    AwardRow,
    FigureRow,
    GapRow,
    award_cells,
    cells,
    columns_of,
    records,
)
from payapp.files.tables import Line, Table

TEXT = "wales,all,2025-09-01,,sen-allowance,min,2838,statutory,derived,EDAPT22W;CALC,1"
FIGURE = Figure(
    "wales",
    "all",
    date(2025, 9, 1),
    None,
    "sen-allowance",
    "min",
    Decimal(2838),
    Nature.STATUTORY,
    Provenance.DERIVED,
    ("EDAPT22W", "CALC"),
    1,
)


def table(text: str, **changes: str) -> Table:
    values = dict(zip(columns_of(FigureRow), text.split(","), strict=True))
    return Table("wales/2025-09-01.csv", (Line(2, values | changes),))


def test_the_columns_are_those_of_the_reference() -> None:
    assert ",".join(columns_of(FigureRow)) == (
        "nation,area,valid_from,valid_to,item,point,amount,nature,provenance,sources,confidence"
    )


def test_a_column_may_have_a_name_that_python_reserves() -> None:
    assert columns_of(GapRow)[4:6] == ("from", "to")


def test_a_row_becomes_a_figure_and_a_figure_a_row() -> None:
    assert records(table(TEXT), FigureRow, FigureRow.record) == (FIGURE,)
    assert ",".join(cells(FIGURE)) == TEXT


def test_an_hourly_rate_keeps_its_pence() -> None:
    (figure,) = records(table(TEXT, amount="19.45"), FigureRow, FigureRow.record)
    assert figure.amount == Decimal("19.45")


def test_blanks_around_a_value_do_not_matter() -> None:
    (figure,) = records(table(TEXT, point=" min ", area=" all"), FigureRow, FigureRow.record)
    assert (figure.point, figure.area) == ("min", "all")


@pytest.mark.parametrize(
    "amount", ["1e5", "NaN", "Infinity", "1_000", "1,000", "£5", "0x10", "12345678901", "1.23456"]
)
def test_only_plain_numbers_are_amounts(amount: str) -> None:
    with pytest.raises(Refused) as refusal:
        records(table(TEXT, amount=amount), FigureRow, FigureRow.record)
    assert str(refusal.value) == (
        f"wales/2025-09-01.csv, row 2, column amount: '{amount}' is not accepted;"
        " write pounds as a plain number, such as 28000 or 15.08."
    )


@pytest.mark.parametrize("day", ["20250901", "2025-9-1", "1756684800", "2025-09-01T00:00:00"])
def test_only_iso_dates_are_dates(day: str) -> None:
    with pytest.raises(Refused, match=f"column valid_from: '{day}' is not accepted; write a date"):
        records(table(TEXT, valid_from=day), FigureRow, FigureRow.record)


@pytest.mark.parametrize("confidence", ["0", "4", "high", "2.5"])
def test_confidence_is_one_to_three(confidence: str) -> None:
    with pytest.raises(Refused, match="write 1, 2 or 3"):
        records(table(TEXT, confidence=confidence), FigureRow, FigureRow.record)


def test_an_award_is_written_as_it_is_read() -> None:
    texts = (
        ("2026-04-01", "", "main-grade", "", "4.25", "", "nearest-3", "2024-08-01", ""),
        ("2023-09-01", "all", "main-pay-scale", "M3", "4.1", "1000", "up", "", ""),
        ("2022-09-01", "", "main-pay-range", "M1", "", "", "none", "", "a round target"),
    )
    lines = tuple(
        Line(number, dict(zip(columns_of(AwardRow), text, strict=True)))
        for number, text in enumerate(texts, start=2)
    )
    awards: tuple[Award, ...] = records(Table("awards.csv", lines), AwardRow, AwardRow.record)
    assert awards[0].base_date == date(2024, 8, 1)
    assert (awards[1].percent, awards[1].flat) == (Decimal("4.1"), Decimal(1000))
    assert (awards[2].percent, awards[2].exception) == (None, "a round target")
    assert tuple(map(award_cells, awards)) == texts
