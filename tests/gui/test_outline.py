"""A report as lines that open."""

from datetime import date

import pytest

from payapp.domain.assessment import Verdict
from payapp.domain.findings import Outcome
from payapp.domain.tests_over_facts import Result
from payapp.gui.answering import Answers
from payapp.gui.form_model import Plain, new_case, with_value
from payapp.gui.outline import (
    MARK_OF_RESULT,
    QUESTIONS_AT_ONCE,
    TONE_OF_OUTCOME,
    TONE_OF_RESULT,
    TONE_OF_VERDICT,
    Form,
    Line,
    Outline,
    is_opened,
    shown,
)
from payapp.report.in_words import Report
from payapp.report.questions import words_of_audience
from payapp.report.wording import Wording

START: Plain = new_case(date(2026, 10, 1))
NOTHING_TURNED = frozenset[str]()


def report_of(answers: Answers, plain: Plain) -> Report:
    told = answers.to(plain).told
    assert told is not None
    return told.report


@pytest.fixture
def report(answers: Answers) -> Report:
    return report_of(answers, with_value(START, "employer", "maintained"))


@pytest.fixture
def lines(report: Report, wording: Wording) -> tuple[Line, ...]:
    return Outline(wording).of(report, words_of_audience(wording, "england"))


def every(lines: tuple[Line, ...]) -> list[Line]:
    return [each for line in lines for each in (line, *every(line.parts))]


def under(lines: tuple[Line, ...], key: str) -> tuple[Line, ...]:
    return next(line.parts for line in every(lines) if line.key == key)


def test_every_verdict_outcome_and_result_has_a_tone_and_a_mark() -> None:
    assert TONE_OF_VERDICT.keys() == set(Verdict)
    assert TONE_OF_OUTCOME.keys() == set(Outcome)
    assert TONE_OF_RESULT.keys() == MARK_OF_RESULT.keys() == set(Result)


def test_no_two_lines_have_one_key(lines: tuple[Line, ...]) -> None:
    keys = [line.key for line in every(lines)]
    assert len(keys) == len(set(keys))


def test_every_line_has_a_sentence_to_be_read_aloud(lines: tuple[Line, ...]) -> None:
    assert all(line.spoken.strip() for line in every(lines))


def test_every_finding_of_the_report_is_a_line_with_its_outcome_in_words(
    report: Report, lines: tuple[Line, ...]
) -> None:
    found = [line for line in every(lines) if line.form is Form.FINDING]
    assert [line.text for line in found] == [finding.title for finding in report.findings]
    for line, finding in zip(found, report.findings, strict=True):
        assert finding.outcome_in_words in line.spoken
        assert finding.headline in line.spoken
        assert line.mark == finding.symbol


def test_a_finding_opens_into_its_tests_to_the_last_leaf(
    report: Report, lines: tuple[Line, ...]
) -> None:
    def count(parts: tuple[Line, ...]) -> int:
        return sum(1 + count(part.parts) for part in parts)

    finding = next(each for each in report.findings if each.about == "sen-allowance")
    tests = under(lines, "finding.sen-allowance.1.because")

    def size(because: object) -> int:
        return 1 + sum(map(size, getattr(because, "parts", ())))

    assert count(tests) == size(finding.because)


def test_a_test_says_its_result_before_its_sentence(lines: tuple[Line, ...]) -> None:
    tests = [line for line in every(lines) if line.form is Form.TEST]
    assert tests
    assert all(line.spoken.startswith(f"{line.word}: ") for line in tests)


# Figures and where they stand

UPPER_PAY: Plain = {
    "range": "upper-pay-range",
    "point": "U3",
    "salary": 50000,
    "basis": "full-time-equivalent",
}
UPPER_THREE: Plain = {
    **START,
    "pay_area": "rest-of-england",
    "post": {"employer": "maintained", "fte": 1, "qualified_teacher": "yes"},
    "pay": UPPER_PAY,
}


@pytest.fixture
def figures(answers: Answers, wording: Wording) -> tuple[Line, ...]:
    words = words_of_audience(wording, "england")
    return Outline(wording).of(report_of(answers, UPPER_THREE), words)


def figure_lines(lines: tuple[Line, ...]) -> list[Line]:
    return [line for line in every(lines) if line.form is Form.FIGURE]


def test_a_figure_opens_into_what_it_is_how_sure_it_is_and_since_when(
    figures: tuple[Line, ...],
) -> None:
    parts = next(line.parts for line in figure_lines(figures) if "U3" in line.text)
    nature, provenance, confidence, in_force = [part.text for part in parts[:4]]
    assert nature.startswith("Advisory: ")
    assert provenance.startswith(("Printed ", "Proposed", "Derived"))
    assert confidence.startswith("Confidence ")
    assert in_force == "In force from 1 September 2026."


def test_a_figure_opens_into_its_sources_with_their_addresses(
    answers: Answers, figures: tuple[Line, ...]
) -> None:
    report = report_of(answers, UPPER_THREE)
    figure = next(
        each for finding in report.findings for each in finding.figures if each.point == "U3"
    )
    line = next(line for line in figure_lines(figures) if line.text == figure.sentence)
    shown_sources = line.parts[4:]
    assert figure.sources
    assert len(shown_sources) == len(figure.sources)
    for source_id, part in zip(figure.sources, shown_sources, strict=True):
        source = answers.library.sources[source_id]
        assert source.title in part.text
        assert part.detail == source.address
        assert part.spoken.endswith(source.address)


def test_every_figure_of_every_finding_and_of_what_was_used_opens(
    answers: Answers, figures: tuple[Line, ...]
) -> None:
    report = report_of(answers, UPPER_THREE)
    sentences = {each.sentence for finding in report.findings for each in finding.figures}
    assert sentences
    used = {line.text for line in under(figures, "used") if line.parts}
    assert used == sentences
    assert all(line.parts for line in every(figures) if line.text in sentences)


def test_an_amount_of_money_opens_into_the_figures_behind_it(figures: tuple[Line, ...]) -> None:
    money = [line for line in every(figures) if line.form is Form.MONEY]
    assert money
    for line in money:
        assert line.parts
        assert all(part.form is Form.FIGURE for part in line.parts)


def test_figures_start_closed_and_are_made_once(answers: Answers, wording: Wording) -> None:
    outline, words = Outline(wording), words_of_audience(wording, "england")
    before = figure_lines(outline.of(report_of(answers, UPPER_THREE), words))
    paid_more = {**UPPER_THREE, "pay": {**UPPER_PAY, "salary": 50001}}
    after = figure_lines(outline.of(report_of(answers, paid_more), words))
    assert not any(line.starts_open for line in before)
    assert [line.key for line in before] == [line.key for line in after]
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_a_source_is_listed_with_its_address(answers: Answers, figures: tuple[Line, ...]) -> None:
    for line in under(figures, "sources"):
        source = answers.library.sources[line.key.removeprefix("sources.")]
        assert line.detail == source.address


def test_sources_stand_in_the_order_of_the_report_the_weightiest_first(
    answers: Answers, figures: tuple[Line, ...]
) -> None:
    report = report_of(answers, UPPER_THREE)
    shown = [line.key for line in under(figures, "sources")]
    assert shown == [f"sources.{source.id}" for source in report.sources]
    assert shown.index("sources.E50") < shown.index("sources.E09")


def test_a_missing_fact_leads_to_its_question(report: Report, lines: tuple[Line, ...]) -> None:
    questions = [line for line in every(under(lines, "missing")) if line.form is Form.QUESTION]
    assert [line.fact for line in questions] == [asked.fact for asked in report.missing]


def test_a_long_list_of_questions_keeps_its_tail_folded(
    report: Report, lines: tuple[Line, ...]
) -> None:
    missing = under(lines, "missing")
    assert len(report.missing) > QUESTIONS_AT_ONCE + 1
    assert len(missing) == QUESTIONS_AT_ONCE + 1
    tail = missing[-1]
    assert not tail.starts_open
    assert str(len(report.missing) - QUESTIONS_AT_ONCE) in tail.text


def test_a_list_of_one_question_more_is_shown_whole(wording: Wording, report: Report) -> None:
    some = report._replace(missing=report.missing[: QUESTIONS_AT_ONCE + 1])
    lines = Outline(wording).of(some, words_of_audience(wording, "england"))
    assert all(line.form is Form.QUESTION for line in under(lines, "missing"))


def test_what_has_nothing_in_it_has_no_heading(wording: Wording, report: Report) -> None:
    bare = report._replace(missing=(), undecided=(), next_steps=(), used=())
    lines = Outline(wording).of(bare, words_of_audience(wording, "england"))
    assert [line.key for line in lines] == ["findings", "not_covered", "sources"]


def test_a_finding_that_stays_keeps_its_lines(answers: Answers, wording: Wording) -> None:
    outline, words = Outline(wording), words_of_audience(wording, "england")
    before = outline.of(report_of(answers, START), words)
    after = outline.of(report_of(answers, START), words)
    pairs = zip(under(before, "findings"), under(after, "findings"), strict=True)
    assert all(one is other for one, other in pairs)


def test_another_reader_gets_lines_of_their_own(wording: Wording, report: Report) -> None:
    outline = Outline(wording)
    teacher = outline.of(report, words_of_audience(wording, "england", "teacher"))
    rep = outline.of(report, words_of_audience(wording, "england", "rep"))
    assert under(teacher, "findings")[0] is not under(rep, "findings")[0]


# What is to be seen


def leaf(key: str) -> Line:
    return Line(key, Form.TEXT, key, key)


TREE = (
    Line(
        "top",
        Form.HEADING,
        "top",
        "top",
        parts=(Line("a", Form.FINDING, "a", "a", parts=(leaf("a1"), leaf("a2"))), leaf("b")),
        starts_open=True,
    ),
)


def test_lines_are_seen_as_they_start() -> None:
    assert [row.line.key for row in shown(TREE, NOTHING_TURNED)] == ["top", "a", "b"]


@pytest.mark.parametrize(
    ("turned", "keys"), [({"a"}, ["top", "a", "a1", "a2", "b"]), ({"top"}, ["top"])]
)
def test_a_line_that_is_turned_opens_or_closes(turned: set[str], keys: list[str]) -> None:
    assert [row.line.key for row in shown(TREE, frozenset(turned))] == keys


def test_a_card_ends_with_its_last_line() -> None:
    rows = shown(TREE, frozenset({"a"}))
    assert [(row.in_card, row.ends_card) for row in rows] == [
        (False, False),
        (True, False),
        (True, False),
        (True, True),
        (True, True),
    ]
    assert [row.depth for row in rows] == [0, 1, 2, 2, 1]


def test_a_line_without_parts_never_stands_open() -> None:
    assert not is_opened(leaf("a"), frozenset({"a"}))
