from collections.abc import Sequence
from decimal import Decimal

from payapp.casework.published_table import Claim, Marked, TableCheck, check_table
from payapp.domain.sheet_rows import Row
from payapp.report.published_table_in_words import (
    mark_in_words,
    marked_table,
    sentence_of,
    table_as_json,
    table_in_text,
)
from payapp.report.wording import Wording
from tests.worked import library

WORDING = Wording.load()


def marks(*rows: Sequence[object]) -> list[Marked]:
    numbered = (Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1))
    return list(check_table(numbered, TableCheck(library()), Claim()))


TITLE = ("Rest of England 2026/27",)
FOUR = marks(TITLE, ("M6", 46940), ("M1", "31,650"), ("TLR2 min", 3650), ("M4", 37935))


BY_THE_PROPOSAL = (
    "By the award as it was proposed the table would say £34,069; the final document was not seen."
)


def what_it_should_be(title: str, label: str, amount: str) -> object:
    return marked_table(marks((title,), (label, amount)), WORDING).rows[0][-1]


def test_what_a_table_should_say_is_told_as_surely_as_the_figure_is_known() -> None:
    assert what_it_should_be("Scotland August 2026", "Main grade 5", "54,454") == (
        "The table should say £54,453."
    )
    assert what_it_should_be("Northern Ireland 2025/26", "UPS1", "47,600") == (
        "By our calculation the table would say £47,390: calculated from the award and printed"
        " in no source that was read, so check it against the official document or circular."
    )
    assert what_it_should_be("England 2026/27", "TLR1 min", "10,530") == (
        "By our calculation from the award as it was proposed the table would say £10,531;"
        " the final document was not seen, so check it there."
    )
    one_source = what_it_should_be("Northern Ireland 2010/11", "M1", "21,000")
    assert one_source == "By the one source that was read, the table should say £21,588."


def test_a_point_that_is_no_more_is_said_to_have_ended() -> None:
    assert what_it_should_be("Northern Ireland 2025/26", "M1", "30,000") == (
        "Northern Ireland has no point M1 on that day: the figures for it end on 31 August 2023."
    )


def test_scripts_read_how_sure_what_is_expected_is_and_what_has_ended() -> None:
    amounts = table_as_json(marks(("England 2026/27",), ("TLR1 min", "10,530")))["amounts"]
    assert isinstance(amounts, list)
    assert amounts[0]["expected"] == [10531]
    assert amounts[0]["expected_provenance"] == ["proposed-derived"]
    assert amounts[0]["ended"] is None
    (gone,) = marks(("Northern Ireland 2025/26",), ("M1", "30,000"))
    plain = table_as_json([gone])["amounts"]
    assert isinstance(plain, list)
    assert plain[0]["ended"] == "2023-08-31"


def test_each_mark_has_a_symbol_and_words() -> None:
    assert [mark_in_words(each, WORDING) for each in FOUR] == [
        "✓ matches",
        "⇄ matches another year, nation, area or point",
        "± a pound out",
        "✗ matches nothing",
    ]


def test_each_amount_has_a_sentence_that_says_what_it_is() -> None:
    found = [sentence_of(each, WORDING) for each in FOUR]
    assert found[0].startswith("£46,940 is point M6 of the main pay range, England")
    assert "from 1 September 2024" in found[1]
    assert found[2].startswith("£3,650 is a pound from £3,651: the minimum of TLR2")
    assert found[3].startswith("£37,935 is no figure that is held; the nearest is £40,941")


def test_an_amount_that_nothing_is_near_to_says_so() -> None:
    (found,) = marks(("Northern Ireland 2026/27",), ("M1", "32,188"))
    assert sentence_of(found, WORDING) == "£32,188 is no figure that is held."


def test_the_answer_is_a_line_for_each_amount_and_the_counts() -> None:
    lines = table_in_text(FOUR, WORDING).splitlines()
    assert len(lines) == 8
    assert lines[1].startswith("⇄ row 3, column 2: M1:")
    assert lines[1].endswith(f" {BY_THE_PROPOSAL}")
    assert lines[4:] == [
        "matches: 1",
        "matches another year, nation, area or point: 1",
        "a pound out: 1",
        "matches nothing: 1",
    ]


def test_an_amount_without_a_label_is_told_by_its_place() -> None:
    line = table_in_text(marks((46940,)), WORDING).splitlines()[0]
    assert line.startswith("✓ row 1, column 1: matches.")


def test_a_table_without_amounts_says_so() -> None:
    assert table_in_text([], WORDING) == "No amount was found in the table."


def test_many_figures_of_one_amount_are_counted_after_the_first() -> None:
    assert " and " in sentence_of(marks((46940,))[0], WORDING) or marks((46940,))[0].figures


def test_the_marked_table_can_go_into_a_workbook() -> None:
    table = marked_table(FOUR, WORDING)
    assert len(table.headings) == len(table.kinds) == len(table.rows[0])
    assert table.rows[1][:4] == (3, 2, "M1", Decimal(31650))
    assert table.rows[1][-1] == BY_THE_PROPOSAL
    assert table.rows[0][-1] == ""


def test_scripts_read_marks_and_figures() -> None:
    amounts = table_as_json(FOUR)["amounts"]
    assert isinstance(amounts, list)
    assert [each["mark"] for each in amounts] == [
        *("matches", "matches-elsewhere", "a-pound-out", "matches-nothing")
    ]
    assert amounts[1]["expected"] == [34069]
    assert amounts[1]["figures"][0] == {
        "nation": "england",
        "area": "rest-of-england",
        "item": "main-pay-range",
        "point": "M1",
        "amount": 31650,
        "valid_from": "2024-09-01",
    }


def test_of_a_point_that_is_not_held_nobody_reads_that_the_amount_is_wrong() -> None:
    assert what_it_should_be("Scotland August 2026", "Headteacher 10", "90,000") == (
        "Not every point of that scale is held for that day, so the amount may be right all the"
        " same."
    )
