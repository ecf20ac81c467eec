"""A spot check as the window lists it: a line for each person, and the columns of a sheet."""

from decimal import Decimal
from itertools import product

import pytest

from payapp.casework.published_table import Claim, TableCheck, check_table
from payapp.domain.cases import Nation
from payapp.domain.findings import About, Outcome
from payapp.domain.sheet_rows import Row
from payapp.report.published_table_in_words import marked_row
from payapp.report.spot_check_in_words import by_one_row, sentences
from payapp.report.spot_check_tables import (
    REFUSED,
    HeadedColumn,
    brief_of,
    briefs_table,
    column_in_words,
    columns_table,
    reason_in_words,
    told_marked_table,
    verdict_in_words,
)
from payapp.report.wording import Wording
from payapp.spot_check.cells import Fault
from payapp.spot_check.columns import known_columns
from payapp.spot_check.layouts import WHICH_KIND
from payapp.spot_check.people import Person, Refusal, RowFault, person_of, told_by_one_row
from tests.worked import CLASS_TEACHER, SENCO, allowance, answer, library, paid

WORDING = Wording.load()
UNDERPAID = answer(SENCO, paid("upper-pay-range", 52000, allowance("tlr2", 3000)), on="2026-10-01")
FAIR = answer(CLASS_TEACHER, paid("upper-pay-range", point="U3"), on="2026-10-01")
MARKED_WRONG = RowFault(4, "T4", "Basic", "much", Fault.NOT_ACCEPTED, "pounds")


def person(row: int = 7) -> Person:
    said = [f"Said of {found.about}." for found in UNDERPAID.findings]
    return person_of(row, UNDERPAID, said)._replace(reference=f"T{row}")


def fair(row: int = 8) -> Person:
    said = [f"Said of {found.about}." for found in FAIR.findings]
    return person_of(row, FAIR, said)._replace(reference=f"T{row}")


def refusal(row: int = 4) -> Refusal:
    return Refusal(row, f"T{row}", (MARKED_WRONG._replace(row=row),))


def test_a_person_is_told_by_the_first_reason_that_is_more_than_in_line() -> None:
    told = brief_of(person(), WORDING)
    assert (told.row, told.reference, told.verdict) == (7, "T7", "not-appropriate")
    assert told.gap == Decimal(527), "the last confirmed minimum of a TLR2 is £3,527"
    assert told.pending == Decimal(124), "that of 2026, £3,651, is only proposed"
    assert told.found == "Said of tlr."
    assert told.reasons.startswith("TLR1 or TLR2: below")


def test_a_line_says_what_makes_its_verdict_and_gap_and_not_what_is_asked_first() -> None:
    """A SENCO on U3 with a TLR2 of £3,000, of whom nobody says whether they teach SEN pupils."""
    post = {"role": "senco", "employer": "maintained", "qualified_teacher": "yes", "fte": 1}
    pay = paid("upper-pay-range", None, allowance("tlr2", 3000), point="U3")
    short = answer(post, pay, on="2025-10-01")
    told = brief_of(person_of(7, short, sentences(library())(short)), WORDING)
    assert (told.verdict, told.gap) == ("not-appropriate", Decimal(527))
    assert told.reasons.startswith("TLR1 or TLR2: below; ")
    assert told.found == "The TLR appears to be below the minimum by £527 a year."
    assert told.found in briefs_table([told], WORDING).sentence(0)


def test_a_person_in_line_has_no_gap_and_no_reason() -> None:
    told = brief_of(fair(), WORDING)
    assert (told.gap, told.pending, told.reasons) == (None, None, "")
    assert told.found
    assert "Said of" not in told.found


def test_a_person_whom_no_document_reaches_is_told_so_and_not_that_nothing_is_wrong() -> None:
    outside = answer({**SENCO, "employer": "academy-own-terms"}, paid("upper-pay-range", 30000))
    said = [f"Said of {found.about}." for found in outside.findings]
    told = brief_of(person_of(7, outside, said), WORDING)
    assert (told.verdict, told.found, told.reasons) == ("does-not-apply", "Said of instrument.", "")


def test_a_payment_that_was_not_checked_is_named_behind_what_was_found() -> None:
    post = {**SENCO, "leads_practice_of_others": "not-known"}
    open_one = answer(post, paid("upper-pay-range", 51048, allowance("tlr2", 5000)))
    assert open_one.unchecked == ("tlr",)
    said = [f"Said of {found.about}." for found in open_one.findings]
    told = brief_of(person_of(7, open_one, said), WORDING)
    assert told.found.endswith(" Paid, but not checked: TLR1 or TLR2.")
    assert "Paid, but not checked" in briefs_table([told], WORDING).sentence(0)
    assert "not checked" not in brief_of(fair(), WORDING).found


def test_a_row_that_was_not_understood_says_which_heading_and_what_to_do() -> None:
    told = brief_of(refusal(), WORDING)
    assert (told.verdict, told.gap, told.reasons) == (REFUSED, None, "")
    assert told.found == "Basic: this value is not accepted. Pounds."


@pytest.mark.parametrize(
    ("code", "nation", "words"),
    [
        ("tlr:below", "england", "TLR1 or TLR2: below"),
        ("sen-allowance:cannot-tell", "england", "SEN allowance: cannot tell"),
        ("sen-allowance:cannot-tell", "wales", "SEN/ALN allowance: cannot tell"),
        ("senco-qualification:not-permitted", "wales", "Who may be the ALNCo: not permitted"),
        ("same-reference:cannot-tell", "scotland", "another row has this reference"),
    ],
)
def test_a_reason_is_said_as_its_finding_is_headed_in_the_nation(
    code: str, nation: str, words: str
) -> None:
    assert reason_in_words(code, nation, WORDING) == words


def test_every_code_of_a_reason_has_words_in_every_nation() -> None:
    for nation, about, outcome in product(Nation, About, Outcome):
        said = reason_in_words(f"{about}:{outcome}", nation.value, WORDING)
        assert about.value not in said.split(": ")
        assert said.split(": ")[1] == WORDING.say(f"outcome.{outcome}.words")


def test_a_person_whose_reference_is_shared_is_told_with_the_other_row() -> None:
    shared = told_by_one_row(person(), 9, by_one_row)
    told = brief_of(shared, WORDING)
    assert told.other_row == 9
    assert told.reasons.startswith("another row has this reference; ")
    assert brief_of(person(), WORDING).other_row is None


def test_rows_that_were_not_understood_stand_last_in_their_order() -> None:
    told = [brief_of(each, WORDING) for each in (refusal(9), fair(), refusal(4), person())]
    assert [each.reference for each in sorted(told)] == ["T7", "T8", "T4", "T9"]


def test_a_verdict_is_a_symbol_and_words_and_no_two_look_alike() -> None:
    verdicts = ("not-appropriate", "questionable", "cannot-tell", "appropriate", "does-not-apply")
    told = [verdict_in_words(verdict, WORDING) for verdict in (*verdicts, REFUSED)]
    assert len(set(told)) == 6
    assert len({words.split(" ")[0] for words in told[:5]}) == 5


def test_lines_become_a_table_with_amounts_as_amounts() -> None:
    told = briefs_table([brief_of(each, WORDING) for each in (person(), refusal())], WORDING)
    table = told.table
    assert len(table.headings) == len(table.kinds) == 7
    assert table.kinds[2:4] == ("money", "money")
    assert table.rows[0][1:4] == ("T7", Decimal(527), Decimal(124))
    assert table.rows[1][6] == 4


def test_a_line_is_read_aloud_with_its_person_and_what_was_found() -> None:
    told = briefs_table([brief_of(person(), WORDING)], WORDING)
    sentence = told.sentence(0)
    assert "T7" in sentence
    assert "Said of tlr." in sentence


def test_nobody_is_an_empty_table_with_its_headings() -> None:
    assert briefs_table([], WORDING).table.rows == []
    assert briefs_table([], WORDING).table.headings[1] == "Reference"


def test_a_column_says_what_it_is_read_as_and_its_first_values() -> None:
    columns = (
        HeadedColumn("Basic", "salary", "", ("45,352", "20,000")),
        HeadedColumn("SEN alw", "allowance_amount", "sen-allowance", ("2787",)),
        HeadedColumn("Shoe size", "", "", ("42", "43", "44", "45")),
    )
    table = columns_table(columns, WORDING).table
    assert [row[1] for row in table.rows] == ["Salary", "Allowance: SEN allowance", "Not read"]
    assert [row[0] for row in table.rows] == ["Basic", "SEN alw", "Shoe size"]
    assert table.rows[0][2:] == ("45,352", "20,000", "")
    assert table.rows[2][1:] == ("Not read", "42", "43", "44")


def test_a_column_is_read_aloud_with_what_it_is_read_as() -> None:
    told = columns_table([HeadedColumn("Basic", "salary", "", ())], WORDING)
    assert "Basic" in told.sentence(0)
    assert told.table.rows[0][2:] == ("", "", "")


@pytest.mark.parametrize(
    ("column", "kind", "words"),
    [
        ("fte", "", "Full-time equivalent"),
        ("on", "", "Date"),
        ("salary", "received", "Salary, as received"),
        ("allowance_1_kind", "", "Allowance 1: Kind of payment"),
        ("allowance_2_from", "", "Allowance 2: Paid from"),
        ("allowance_2_amount", "tlr2 received", "Allowance 2: TLR2, as received"),
        ("allowance_1_amount", WHICH_KIND, "Allowance 1: Amount, kind not told"),
        ("allowance_amount", "sen-allowance", "Allowance: SEN allowance"),
        ("allowance_in_contract_or_letter", "", "Allowance named in contract or letter"),
        ("coordinator_since", "", "Co-ordinator since"),
        ("teaches_sen_pupils", "", "Teaches pupils with special needs"),
        ("", "sen-allowance", "Not read"),
        ("salary", "quarterly", "Salary, quarterly"),
        ("no_such_column", "", "Allowance: no_such_column"),
    ],
)
def test_a_column_is_told_in_words_and_not_by_its_name_in_files(
    column: str, kind: str, words: str
) -> None:
    assert column_in_words(column, kind, WORDING) == words


def test_every_column_has_words_of_its_own() -> None:
    told = [column_in_words(column, "", WORDING) for column in known_columns()]
    assert len(set(told)) == len(told)
    assert not [words for words in told if "_" in words or "{" in words]


def test_a_marked_amount_is_read_aloud_with_its_mark_and_why() -> None:
    rows = (("Rest of England 2026/27",), ("M6", 46940), ("TLR2 min", 3650))
    numbered = (Row(number, cells) for number, cells in enumerate(rows, start=1))
    marked = list(check_table(numbered, TableCheck(library()), Claim()))
    told = told_marked_table([marked_row(each, WORDING) for each in marked], WORDING)
    right, out = (told.sentence(place) for place in range(2))
    assert "matches" in right
    assert "£46,940 is point M6 of the main pay range" in right
    assert "a pound out" in out
    assert "£3,650 is a pound from £3,651" in out
    assert told_marked_table([], WORDING).table.rows == []
