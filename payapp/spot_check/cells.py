"""One cell of a sheet as the plain value that a case file would hold, and never a guess.

Payroll systems write amounts and dates as text in many ways. What can be read in one way only is
read; anything else is misread, which names what is wrong with it.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from payapp.domain.money import to_the_penny
from payapp.domain.sheet_rows import NoValue
from payapp.spot_check.columns import Column, Form

ANY_COLUMN = "any"
MONTH = "month"
TOTAL_ROW = "total-row"
NOTHING = "nothing"
"""What a word stands for that says in a column of allowances that there is none."""
NOT_KNOWN = "not-known"
REFERENCE = "reference"
LEAST_AMOUNT = 100
LEAST_SALARY = 5_000
"""What is less in pounds in a column that nobody explained is taken for no salary."""
MOST_AMOUNT = 1_000_000
POUNDS = frozenset({"salary", "amount", "sum_before"})
SHARES = frozenset({"fte", "share", "share_of_responsibility"})

_ERROR_VALUES = frozenset(
    {"#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#GETTING_DATA", "#SPILL!"}
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_FIGURES = re.compile(r"[\d,.]+", re.ASCII)
_MAY_BE_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
_AMOUNT = re.compile(r"(?:£ ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?", re.ASCII)
_YEARS = range(1990, 2060)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*%", re.ASCII)
_PER_CENT = re.compile(r"\d{1,3}(\.\d{1,4})?", re.ASCII)
_A_YEAR = re.compile(r"(?<=\d) ?(?:p\.? ?a\.?|per annum|a year|per year)$", re.IGNORECASE)
_MIDNIGHT = r"([T ]00:00(:00(\.0+)?)?)?"
_BRITISH = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_MIDNIGHT}", re.ASCII)
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_MIDNIGHT}", re.ASCII)
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]+)[ -](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[/.-](\d{1,2}|[A-Za-z]{3})[/.-]\d{2}", re.ASCII)


class Fault(StrEnum):
    """Why a cell was not read."""

    NOT_ACCEPTED = "not-accepted"
    ERROR_VALUE = "error-value"
    FORMULA = "formula-without-value"
    COMMA = "comma"
    DATE_AS_NUMBER = "date-as-number"
    NO_SUCH_DAY = "no-such-day"
    SHORT_YEAR = "short-year"
    DATE_FOR_TEXT = "date-for-text"
    NOT_IN_THIS_NATION = "not-in-this-nation"
    WITHOUT_KIND = "without-kind"
    WHICH_KIND = "which-kind"
    WITHOUT_AMOUNT = "without-amount"
    MISSING = "missing"
    ENDS_BEFORE_IT_STARTS = "ends-before-it-starts"
    REFUSED = "refused"
    EMPTY_ROWS = "empty-rows"
    THREE_DECIMALS = "three-decimals"
    SALARY_TOO_LOW = "salary-too-low"
    NO_SUCH_POINT = "no-such-point"
    POINT_FOR_RANGE = "point-for-range"
    TOTAL_ROW = "total-row"
    HEADINGS_AGAIN = "headings-again"
    ONLY_A_REFERENCE = "only-a-reference"
    SAME_REFERENCE = "same-reference"
    TAKEN_TOGETHER = "taken-together"
    ALLOWANCE_NOT_READ = "allowance-not-read"
    SALARY_NOT_READ = "salary-not-read"
    SALARIES_DIFFER = "salaries-differ"
    ALLOWANCE_TOO_LOW = "allowance-too-low"
    AMOUNTS_NOT_READ = "amounts-not-read"


class Misread(NamedTuple):
    """A cell that was not read: why, and what is accepted where that depends on the column."""

    fault: Fault
    accepted: str = ""


class Words:
    """What people write in a column in place of its value, by column, nation and text."""

    def __init__(self, entries: Mapping[tuple[str, str, str], str]) -> None:
        self._entries = entries

    def value(self, field: str, nation: str, text: str) -> str | None:
        """Return the value that a text stands for in a column, or None where it is not known."""
        plain = plain_words(text)
        for written in (plain, plain.replace(" ", "")):
            for key in ((field, nation, written), (field, "", written), (ANY_COLUMN, "", written)):
                found = self._entries.get(key)
                if found is not None:
                    return found
        return None


def plain_words(text: str) -> str:
    """Return a text in lower case with single spaces in place of all else but letters and digits.

    Signs that stand alone, such as a question mark, are kept.
    """
    words = re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("&", " and ")).strip()
    return words or text.strip()


def read_cell(column: Column, cell: object, nation: str, words: Words) -> object:
    """Return the plain value of a cell, None where it is blank, or why it was misread."""
    if cell is NoValue.FORMULA:
        return Misread(Fault.FORMULA)
    if isinstance(cell, str):
        cell = " ".join(cell.split())
        if not cell:
            return None
        if cell in _ERROR_VALUES:
            return Misread(Fault.ERROR_VALUE)
        stands_for = words.value(column.field, nation, cell)
        if stands_for == NOTHING or (stands_for == NOT_KNOWN and column.field == REFERENCE):
            return None
        if stands_for is not None:
            return [stands_for] if column.form is Form.LIST else stands_for
    return _READERS[column.form](column, cell, words)


def _text(column: Column, cell: object, words: Words) -> object:
    del column, words
    if isinstance(cell, date):
        return Misread(Fault.DATE_FOR_TEXT)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _choice(column: Column, cell: object, words: Words) -> object:
    del column, words
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell).casefold().replace(" ", "-")


def _list(column: Column, cell: object, words: Words) -> object:
    text = _text(column, cell, words)
    if not isinstance(text, str):
        return text
    return [part.strip() for part in re.split("[;,]", text) if part.strip()]


def _number(column: Column, cell: object, words: Words) -> object:
    del words
    match cell:
        case bool() | date():
            return str(cell)
        case int():
            return cell
        case float():
            return _from_a_number_cell(column, cell)
    text = str(cell)
    if column.field in POUNDS:
        text = _A_YEAR.sub("", text)
    text = text.replace(" ", "").removeprefix("£")
    if column.field in SHARES and (percent := _PERCENT.fullmatch(text)):
        return Decimal(percent[1]) / 100
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    if "," in text and _FIGURES.fullmatch(text):
        return Misread(Fault.COMMA)
    if column.field in POUNDS and _MAY_BE_THOUSANDS.fullmatch(text):
        return Misread(Fault.THREE_DECIMALS)
    return text


def is_amount(cell: object, least: int = LEAST_AMOUNT) -> bool:
    """Say whether a cell holds what may be pounds a year: a number of that size, or with a £."""
    match cell:
        case bool() | date():
            return False
        case int() | float():
            return least <= cell < MOST_AMOUNT
        case str() if found := _AMOUNT.fullmatch(cell.strip()):
            return least <= Decimal(found[1].replace(",", "")) < MOST_AMOUNT
    return False


def as_percentage(cell: object) -> object:
    """Return a number above 1 from a column of percentages with its sign, all else as it is."""
    text = str(cell).strip()
    if isinstance(cell, bool) or not _PER_CENT.fullmatch(text) or Decimal(text) <= 1:
        return cell
    return f"{text}%"


def is_year(cell: object) -> bool:
    """Say whether a cell holds the number of a year, which may be an amount but need not."""
    return cell in _YEARS or (isinstance(cell, str) and cell.isdecimal() and int(cell) in _YEARS)


def _from_a_number_cell(column: Column, cell: float) -> object:
    """Return a number as the sheet shows it: to fifteen digits, and pounds to the penny."""
    number = Decimal(f"{cell:.15g}")
    if not number.is_finite():
        return str(cell)
    return to_the_penny(number) if column.field in POUNDS else number


def _date(column: Column, cell: object, words: Words) -> object:
    del column
    match cell:
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case str():
            return _date_in_text(cell, words)
    return Misread(Fault.DATE_AS_NUMBER)


def _date_in_text(text: str, words: Words) -> object:
    if iso := _ISO.fullmatch(text):
        return _day(iso[1], iso[2], iso[3])
    if british := _BRITISH.fullmatch(text):
        return _day(british[4], british[3], british[1])
    if worded := _WORDED.fullmatch(text):
        month = words.value(MONTH, "", worded[2])
        return _day(worded[3], month, worded[1]) if month else text
    if _SHORT_YEAR.fullmatch(text):
        return Misread(Fault.SHORT_YEAR)
    return Misread(Fault.DATE_AS_NUMBER) if text.isdecimal() else text


def _day(year: str, month: str, day: str) -> object:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return Misread(Fault.NO_SUCH_DAY)


_READERS = {
    Form.YES_OR_NO: _choice,
    Form.CHOICE: _choice,
    Form.NUMBER: _number,
    Form.WHOLE_NUMBER: _number,
    Form.DATE: _date,
    Form.TEXT: _text,
    Form.LIST: _list,
}
