import pytest

from payapp.reading.sentences import LONGEST_SENTENCE, Place, Sentence, sentences

POST = """TEACHER IN CHARGE, LANGUAGE UNIT
Reports to: the deputy head
Salary: upper pay range, e.g. U1

Main duties
1. Teach a class of eight,
in the unit and beside it.
2. Write reports; talk to parents! Lead one review.
- Order books

You will need
* Qualified teacher status
Nobody else is wanted. Apply by Friday
"""


def found(text: str) -> list[Sentence]:
    return list(sentences(text))


def texts(text: str) -> list[str]:
    return [each.text for each in found(text)]


def test_each_sentence_says_where_it_stands_in_the_text() -> None:
    assert all(POST[each.start : each.end] == each.text for each in found(POST))
    starts = [each.start for each in found(POST)]
    assert starts == sorted(starts)


def test_nothing_but_the_signs_of_points_and_blanks_is_left_out() -> None:
    kept = "".join("".join(texts(POST)).split())
    left = "".join(POST.split())
    for sign in ("1.", "2.", "-Order", "*"):
        left = left.replace(sign, sign.lstrip("12.-*"), 1)
    assert kept == left


def test_the_lines_at_the_top_come_before_the_first_section() -> None:
    tops = [each.text for each in found(POST) if each.place is Place.TOP]
    assert tops[:3] == [
        "TEACHER IN CHARGE, LANGUAGE UNIT",
        "Reports to: the deputy head",
        "Salary: upper pay range, e.g. U1",
    ]


def test_a_line_of_a_paragraph_goes_on_with_the_one_above() -> None:
    assert "Teach a class of eight,\nin the unit and beside it." in texts(POST)


def test_a_point_is_taken_apart_into_its_sentences() -> None:
    points = ["Write reports;", "talk to parents!", "Lead one review.", "Order books"]
    assert [text for text in texts(POST) if text in points] == points


def test_a_point_stands_in_the_section_above_it() -> None:
    status = next(each for each in found(POST) if each.text == "Qualified teacher status")
    assert status.section == "You will need"
    assert status.place is Place.BODY


def test_what_follows_a_list_is_in_no_section() -> None:
    after = next(each for each in found(POST) if each.text == "Nobody else is wanted.")
    assert after.section == ""


def test_a_short_numbered_line_is_a_heading_and_a_long_one_is_none() -> None:
    text = "1. Person specification\nA warm manner.\n2. Lead the whole work of the unit\n"
    first, manner, duty = found(text)
    assert (first.place, first.text) == (Place.HEADING, "Person specification")
    assert manner.section == "Person specification"
    assert duty.place is Place.BODY


def test_short_forms_end_no_sentence() -> None:
    text = "- Plan visits, e.g. To the museum. Write them up.\n"
    assert texts(text) == ["Plan visits, e.g. To the museum.", "Write them up."]


def test_a_text_of_blanks_has_no_sentences() -> None:
    assert found(" \n\t\n") == []


def test_lines_of_windows_are_read_alike() -> None:
    windows = POST.replace("\n", "\r\n")
    plain = [text.replace("\r\n", "\n") for text in texts(windows)]
    assert plain == texts(POST)
    assert all(windows[each.start : each.end] == each.text for each in found(windows))


@pytest.mark.parametrize(("unit", "between"), [("word ", " "), ("x", "")])
def test_a_text_without_an_end_is_read_in_pieces_that_lose_nothing(unit: str, between: str) -> None:
    text = (unit * LONGEST_SENTENCE).strip()
    pieces = texts(text)
    assert max(map(len, pieces)) <= LONGEST_SENTENCE
    assert between.join(pieces) == text
