"""An assessment as text: a teacher of a special school on M4 without a SEN allowance.

The range of the allowance was £2,787 to £5,497 from September 2025, M4 was £39,556.
"""

from payapp.report.assessment_in_words import describe
from payapp.report.assessment_text import assessment_text, because_lines, how_sure
from payapp.report.wording import Wording
from tests.worked import CLASS_TEACHER, SENCO, answer, library, paid

WORDING = Wording.load()
WITHOUT = answer(
    {
        **CLASS_TEACHER,
        "school_type": "special",
        "role": "sen-teacher",
        "teaches_sen_pupils": "yes",
    },
    paid("main-pay-range", 39556, point="M4"),
)
HEADINGS = [
    *("Money", "What was found", "What we used", "What this does not cover"),
    *("What you can do next", "Sources"),
]


def text(audience: str = "teacher") -> str:
    return assessment_text(WITHOUT, library(), WORDING, audience)


def under(heading: str) -> list[str]:
    """Return the lines below a heading, up to the next one."""
    told = text().split("\n")
    below = told[told.index(heading) + 1 :]
    return below[: next((at for at, line in enumerate(below) if line[:1].strip()), len(below))]


def test_the_answer_stands_first_with_a_symbol_and_in_words() -> None:
    title, headline, *_ = text().split("\n")
    assert title == "Is this pay appropriate for this role?"
    assert headline == (
        "✗ Your pay does not appear to be appropriate for this role: it appears to be less than "
        "the rules ask for."
    )


def test_the_sections_come_in_the_order_of_reading() -> None:
    told = text().split("\n")
    places = [told.index(heading) for heading in HEADINGS]
    assert places == sorted(places)


def test_the_money_is_told_a_year_and_a_month() -> None:
    assert under("Money")[0] == (
        "  At least £2,787 a year (£232.25 a month) appears to be missing."
    )


def test_a_section_with_nothing_to_say_has_no_heading() -> None:
    missing = WORDING.say("heading.missing", you="you", do="do")
    assert missing not in text().split("\n")
    undecided = answer({**SENCO, "teaches_sen_pupils": "not-known"}, paid("upper-pay-range"))
    assert missing in assessment_text(undecided, library(), WORDING).split("\n")


def test_every_figure_says_what_it_is_and_where_it_was_read() -> None:
    line = next(line for line in text().split("\n") if "minimum of the SEN allowance" in line)
    assert line == (
        "      The minimum of the SEN allowance from 1 September 2025 (rest of England): £2,787 a "
        "year. Statutory: fixed by law. Printed in a source that was read. "
        "Confidence 3 of 3: an official text, or two independent sources, and the arithmetic "
        "agrees. Sources: E32, E45."
    )


def test_how_sure_a_figure_is_is_said_in_sentences() -> None:
    report = describe(WITHOUT, library(), WORDING)
    figure = next(
        figure for found in report.findings for figure in found.figures if figure.point == "M4"
    )
    assert how_sure(figure).startswith("Advisory: a point inside a statutory range")
    assert how_sure(figure).endswith("the arithmetic agrees.")


def test_what_was_used_names_every_answer_and_every_figure_once() -> None:
    used = under("What we used")
    assert "  Point: M4." in used
    assert "  Salary: £39,556." in used
    assert len(used) == len(set(used))


def test_each_reader_is_spoken_to_in_the_words_of_the_reader() -> None:
    assert "Your pay does not appear" in text("teacher")
    assert "The teacher's pay does not appear" in text("rep")
    assert "Your pay" not in text("rep")


def test_no_line_ends_in_a_space_or_says_none() -> None:
    for line in text().split("\n"):
        assert line == line.rstrip()
        assert "None" not in line


def test_a_test_stands_below_the_one_that_it_is_a_part_of() -> None:
    report = describe(WITHOUT, library(), WORDING)
    found = next(found for found in report.findings if found.about == "sen-allowance")
    lines = list(because_lines(found.because, WORDING))
    assert lines[0].startswith("✓ met: A classroom teacher whose post fits one of the cases")
    special = next(line for line in lines if "Case (b): the post is in a special school" in line)
    assert special.startswith("    ✓ met: ")
    read = "read in this or an earlier edition, or in a quotation"
    assert special.endswith(f"paragraph 21.2(b) ({read})]")


def test_a_paragraph_that_is_that_of_the_test_above_is_not_repeated() -> None:
    report = describe(WITHOUT, library(), WORDING)
    found = next(found for found in report.findings if found.about == "sen-allowance")
    lines = list(because_lines(found.because, WORDING))
    like = next(line for line in lines if "Setting like a designated class or unit" in line)
    assert like.strip() == "✗ not met: Setting like a designated class or unit: no."
