from datetime import date
from decimal import Decimal

from payapp.domain.templates import Template
from payapp.files.cue_files import ranges, worked_rows
from payapp.report.template_in_words import template
from payapp.report.wording import Wording


def made() -> Template:
    return template(worked_rows(), ranges(), Wording.load())


def test_the_template_has_a_note_in_a_sentence_for_each_column() -> None:
    found = made()
    assert [note[0] for note in found.notes[1:]] == list(found.headings)
    for column, note, accepts in found.notes[1:]:
        assert note.endswith(("?", ".")), column
        assert accepts.endswith("."), column
        assert "{" not in note + accepts


def test_the_notes_ask_as_payroll_is_asked() -> None:
    notes = {column: note for column, note, _ in made().notes[1:]}
    assert notes["role"] == "Which role does the record give for the post?"


def test_the_notes_say_what_stands_for_no_allowance_at_every_amount_of_one() -> None:
    told = "Blank, 0, a dash, nil, none or n/a where no such payment is made."
    saying = [column for column, _, accepts in made().notes if told in accepts]
    assert saying == [f"allowance_{number}_amount" for number in (1, 2, 3)]


def test_worked_rows_hold_numbers_and_dates_as_such() -> None:
    found = made()
    first = dict(zip(found.headings, found.rows[0], strict=True))
    assert first["reference"] == "EXAMPLE-1"
    assert first["on"] == date(2026, 10, 1)
    assert first["fte"] == Decimal("0.6")
    assert first["allowance_3_kind"] is None


def test_columns_of_choices_and_the_range_may_be_chosen() -> None:
    choices = made().choices
    assert choices["nation"] == ("england", "wales", "northern-ireland", "scotland")
    assert choices["range"] == ranges()
    assert choices["allowance_2_kind"][0] == "sen-allowance"
    assert "point" not in choices
