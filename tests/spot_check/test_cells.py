from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.domain.sheet_rows import NoValue
from payapp.files.cue_files import word_cues
from payapp.spot_check.cells import (
    Fault,
    Misread,
    Words,
    as_percentage,
    is_amount,
    is_year,
    plain_words,
    read_cell,
)
from payapp.spot_check.columns import known_columns

WORDS = Words(word_cues())


def read(column: str, cell: object, nation: str = "england") -> object:
    return read_cell(known_columns()[column], cell, nation, WORDS)


@pytest.mark.parametrize("cell", ["", "   ", "\u00a0", "\t"])
@pytest.mark.parametrize("column", ["salary", "on", "point", "fte", "role"])
def test_a_cell_of_nothing_but_space_is_blank(column: str, cell: str) -> None:
    assert read(column, cell) is None


@pytest.mark.parametrize(
    ("cell", "pounds"),
    [
        ("41333", "41333"),
        ("£41,333", "41333"),
        ("£ 41,333.50", "41333.50"),
        ("46,940 p.a.", "46940"),
        ("£46,940 pa", "46940"),
        ("46940.00 per annum", "46940.00"),
        ("1,234,567", "1234567"),
        (41333, 41333),
        (31701.000000000004, Decimal("31701.00")),
        (24799.8333333, Decimal("24799.83")),
        (2066.655, Decimal("2066.66")),
    ],
)
def test_pounds_are_read_however_they_are_written(cell: object, pounds: object) -> None:
    assert read("salary", cell) == pounds


@pytest.mark.parametrize("cell", ["0,6", "41,33", "4,1333", "0,600", "41.333,50"])
def test_a_comma_that_may_be_a_decimal_point_is_asked_about(cell: str) -> None:
    assert read("salary", cell) == Misread(Fault.COMMA)
    assert read("fte", cell) == Misread(Fault.COMMA)


@pytest.mark.parametrize(("cell", "share"), [("60%", "0.6"), ("62.5 %", "0.625"), ("100%", "1")])
def test_a_percentage_is_a_share(cell: str, share: str) -> None:
    assert read("fte", cell) == Decimal(share)


NONE_PAID = ("-", " - ", "–", "—", "--", "£ -", "£-", "nil", "NIL", "None", "n/a", "N/A", "N.A.")


@pytest.mark.parametrize("cell", [*NONE_PAID, "not applicable", "No"])
def test_what_stands_for_nothing_in_a_column_of_an_allowance_is_a_blank_cell(cell: str) -> None:
    assert read("allowance_1_amount", cell) is None
    if "£" not in cell:
        assert read("allowance_2_kind", cell) is None


@pytest.mark.parametrize("column", ["allowance_1_share", "allowance_1_from", "allowance_1_until"])
def test_what_an_allowance_that_there_is_not_has_no_share_or_day_of_is_blank(column: str) -> None:
    assert [read(column, cell) for cell in ("-", "n/a", "nil", "none")] == [None] * 4


@pytest.mark.parametrize("column", ["salary", "fte", "on"])
@pytest.mark.parametrize("cell", NONE_PAID)
def test_nobody_has_a_salary_of_nothing_so_that_this_is_asked_about(column: str, cell: str) -> None:
    assert read(column, cell) is not None


@pytest.mark.parametrize("cell", ["?", "tbc", "not known", "unknown", "n/k", "yes", "-2787"])
def test_what_does_not_say_that_nothing_is_paid_is_asked_about(cell: str) -> None:
    assert read("allowance_1_amount", cell) is not None


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [(60, "60%"), ("60", "60%"), (62.5, "62.5%"), ("100", "100%"), (" 50 ", "50%")],
)
def test_a_number_of_a_column_of_percentages_has_its_sign(cell: object, read_as: str) -> None:
    assert as_percentage(cell) == read_as


@pytest.mark.parametrize("cell", [1, 0.6, "0.6", "1", True, "60%", "sixty", None, "0,6", 1000])
def test_a_share_among_percentages_and_what_is_no_number_stay_as_they_are(cell: object) -> None:
    assert as_percentage(cell) is cell


def test_a_percentage_is_no_amount() -> None:
    assert read("salary", "60%") == "60%"


def test_a_share_of_a_number_cell_keeps_its_digits() -> None:
    assert read("fte", 0.6) == Decimal("0.6")
    assert read("fte", 0.1 + 0.2) == Decimal("0.3")


@pytest.mark.parametrize("cell", [float("inf"), float("nan"), True, date(2026, 9, 1)])
def test_what_is_no_number_is_handed_on_to_be_refused(cell: object) -> None:
    assert isinstance(read("salary", cell), str)


@pytest.mark.parametrize(
    "cell",
    [
        *("01/09/2026", "1/9/2026", "01-09-2026", "01.09.2026", "2026-09-01"),
        *(
            "01/09/2026 00:00:00",
            "2026-09-01 00:00:00",
            "2026-09-01T00:00",
            "1 September 2026",
            "1st Sept 2026",
        ),
        *("01-Sep-2026", date(2026, 9, 1), datetime(2026, 9, 1, 8, 30, tzinfo=UTC)),
    ],
)
def test_dates_are_read_in_british_order(cell: object) -> None:
    assert read("on", cell) == "2026-09-01"


@pytest.mark.parametrize("cell", ["09/13/2026", "31/02/2026", "2026-13-01", "00/01/2026"])
def test_a_day_that_the_calendar_lacks_is_misread(cell: str) -> None:
    assert read("on", cell) == Misread(Fault.NO_SUCH_DAY)


@pytest.mark.parametrize("cell", ["01/09/26", "1-Sep-26", "1.9.26"])
def test_a_year_of_two_digits_is_asked_about(cell: str) -> None:
    assert read("on", cell) == Misread(Fault.SHORT_YEAR)


@pytest.mark.parametrize("cell", [46266, 46266.5, "46266", True])
def test_a_number_is_no_date(cell: object) -> None:
    assert read("on", cell) == Misread(Fault.DATE_AS_NUMBER)


@pytest.mark.parametrize("cell", ["Michaelmas", "1 Brumaire 2026", "01/09-2026"])
def test_other_text_in_a_column_of_dates_is_handed_on_to_be_refused(cell: str) -> None:
    assert read("on", cell) == cell


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!"])
@pytest.mark.parametrize("column", ["salary", "on", "reference", "role"])
def test_an_error_value_is_misread(column: str, cell: str) -> None:
    assert read(column, cell) == Misread(Fault.ERROR_VALUE)


def test_a_formula_without_its_result_is_misread() -> None:
    assert read("salary", NoValue.FORMULA) == Misread(Fault.FORMULA)


@pytest.mark.parametrize(
    ("cell", "text"), [("00123", "00123"), (123, "123"), (123.0, "123"), (1.5, "1.5")]
)
def test_a_reference_stays_text(cell: object, text: str) -> None:
    assert read("reference", cell) == text


def test_a_date_where_text_is_wanted_is_asked_about() -> None:
    assert read("point", date(2026, 6, 1)) == Misread(Fault.DATE_FOR_TEXT)
    assert read("promoted_duties", date(2026, 6, 1)) == Misread(Fault.DATE_FOR_TEXT)


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("Y", "yes"), ("TRUE", "yes"), (True, "yes"), (False, "no"), ("n", "no"), ("?", "not-known")],
)
def test_yes_and_no_are_read_as_people_write_them(cell: object, answer: str) -> None:
    assert read("qualified_teacher", cell) == answer


@pytest.mark.parametrize("cell", [1, 0, "maybe"])
def test_what_may_or_may_not_be_yes_is_handed_on_to_be_refused(cell: object) -> None:
    assert read("qualified_teacher", cell) == str(cell)


@pytest.mark.parametrize(
    ("column", "cell", "nation", "value"),
    [
        ("range", "UPS", "england", "upper-pay-range"),
        ("range", "Main Pay Scale", "england", "main-pay-range"),
        ("range", "MPS", "northern-ireland", "main-pay-scale"),
        ("range", "Main grade", "scotland", "main-grade"),
        ("point", "UPS3", "england", "U3"),
        ("point", "Ldr 12", "wales", "L12"),
        ("allowance_1_kind", "TLR 2b", "england", "tlr2"),
        ("allowance_4_kind", "R&R", "england", "recruitment-retention"),
        ("nation", "N. Ireland", "", "northern-ireland"),
        ("pay_area", "Inner", "england", "inner-london"),
        ("role", "SENDCo", "england", "senco"),
        ("basis", "FTE", "wales", "full-time-equivalent"),
    ],
)
def test_the_words_of_payroll_systems_are_known(
    column: str, cell: str, nation: str, value: str
) -> None:
    assert read(column, cell, nation) == value


def test_a_choice_may_be_written_with_capitals_and_spaces() -> None:
    assert read("role", "Sen Teacher") == "sen-teacher"


def test_a_list_is_separated_by_semicolons_or_commas() -> None:
    assert read("promoted_duties", "a; b,c ;") == ["a", "b", "c"]
    assert read("promoted_duties", "n/a") == ["not-known"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("  Spine  Pt. ", "spine pt"), ("R&R", "r and r"), ("F.T.E.", "f t e"), ("?", "?")],
)
def test_words_are_compared_without_case_or_signs(text: str, plain: str) -> None:
    assert plain_words(text) == plain


@given(
    st.sampled_from(sorted(known_columns())),
    st.one_of(
        st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates(), st.none()
    ).filter(lambda cell: cell is not None),
)
def test_any_cell_is_read_or_misread_and_never_an_error(column: str, cell: object) -> None:
    found = read(column, cell)
    assert found is None or isinstance(found, str | int | Decimal | list | Misread)


@pytest.mark.parametrize(
    "cell", [2116.2, 3527, "3527", "£3,527", "£ 3,527.00", "2,116.20", 100, 999_999]
)
def test_a_number_of_the_size_of_pay_is_an_amount(cell: object) -> None:
    assert is_amount(cell)


@pytest.mark.parametrize(
    "cell",
    [
        *(None, "", True, 0, 42, 99, 1_000_000, "1,000,000", "99"),
        *("TLR2a", "3527 a year", "3,52", date(2026, 9, 1), "01/09/2026"),
    ],
)
def test_what_else_stands_in_a_cell_is_no_amount(cell: object) -> None:
    assert not is_amount(cell)


@pytest.mark.parametrize(
    ("cell", "year"), [(2026, True), ("2026", True), (2116, False), ("x", False)]
)
def test_the_number_of_a_year_is_told(cell: object, year: bool) -> None:
    assert is_year(cell) is year


@pytest.mark.parametrize("cell", ["(4,000)", "45,352.00 CR", "TLR2 £4,000", "-4,000"])
def test_what_is_no_number_at_all_is_not_taken_for_a_comma_in_the_wrong_place(cell: str) -> None:
    assert not isinstance(read("salary", cell), Misread)


def test_a_reference_that_says_there_is_none_is_none() -> None:
    assert [read("reference", cell) for cell in ("tbc", "n/a", "?", "")] == [None] * 4
    assert read("reference", "N/A1") == "N/A1"
