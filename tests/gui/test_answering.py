"""From the answers of the form to a report, or to what has to be put right."""

from datetime import date

import pytest

from payapp.gui.answering import MOST_REFUSALS, Answers
from payapp.gui.form_model import Plain, new_case, with_payment_added, with_value

START: Plain = new_case(date(2026, 10, 1))


def test_an_empty_case_is_answered_by_what_it_needs(answers: Answers) -> None:
    answered = answers.to(START)
    assert answered.refusals == ()
    assert answered.told is not None
    assert answered.told.assessment.verdict == "cannot-tell"
    assert "employer" in [asked.fact for asked in answered.told.report.missing]


def test_the_report_speaks_to_the_reader_that_was_chosen(answers: Answers) -> None:
    answers.audience = "rep"
    answered = answers.to(START)
    assert answered.told is not None
    assert "the teacher's pay" in answered.told.report.headline


def test_an_answer_that_is_not_accepted_is_told_with_its_question(answers: Answers) -> None:
    answered = answers.to(with_value(START, "fte", "7"))
    assert answered.told is None
    (refusal,) = answered.refusals
    assert (refusal.field, refusal.fact) == ("post.fte", "fte")
    assert refusal.sentence == (
        "Enter a number above 0 and at most 1, such as 0.6. '7' is not accepted."
    )


def test_all_answers_that_are_not_accepted_are_found_in_one_go(answers: Answers) -> None:
    plain = with_value(START, "salary", "lots")
    plain = with_value(plain, "fte", "7")
    plain = with_value(plain, "coordinator_since", "soon")
    plain = with_value(plain, "allowances", [{"kind": "tlr2", "amount": "much"}])
    facts = {refusal.fact for refusal in answers.to(plain).refusals}
    assert facts == {"salary", "fte", "coordinator_since", "allowances"}


def test_a_list_of_refusals_has_an_end(answers: Answers) -> None:
    payments = [{"kind": "tlr2", "amount": "much"}] * (MOST_REFUSALS + 5)
    assert len(answers.to(with_value(START, "allowances", payments)).refusals) == MOST_REFUSALS


def test_what_a_case_cannot_do_without_is_asked_for_before_anything_is_refused(
    answers: Answers,
) -> None:
    plain = with_value(with_payment_added(START, "kind", "tlr2"), "fte", "7")
    first, second = answers.to(plain).refusals
    assert first.fact == "allowances"
    assert first.sentence.startswith("Enter how much the payment is")
    assert second.fact == "fte"


def test_all_that_is_wrong_with_a_payment_is_told_at_once_in_the_order_of_its_card(
    answers: Answers,
) -> None:
    wrong = {"from": "soon", "until": "31/02/2026", "share": "half", "basis": "net"}
    for paid in ({"kind": "tlr2", **wrong}, {"kind": "tlr2", "amount": "-200", **wrong}):
        refused = answers.to(
            with_value(START, "allowances", [{"kind": "other", "amount": 1}, paid])
        )
        fields = [refusal.field for refusal in refused.refusals]
        assert fields == [
            f"pay.allowances[1].{fact}" for fact in ("amount", "basis", "share", "from", "until")
        ]
    kind = answers.to(with_value(START, "allowances", [{"kind": "bonus", "amount": "much"}]))
    assert [refusal.field for refusal in kind.refusals] == [
        "pay.allowances[0].kind",
        "pay.allowances[0].amount",
    ]


def test_answers_that_are_not_accepted_stand_in_the_order_of_the_form(answers: Answers) -> None:
    plain = with_value(START, "salary", "lots")
    plain = with_value(plain, "fte", "7")
    plain = with_value(plain, "coordinator_since", "soon")
    plain = with_value(plain, "headteacher_group", "9")
    facts = [refusal.fact for refusal in answers.to({**plain, "colour": "red"}).refusals]
    assert facts == ["headteacher_group", "fte", "coordinator_since", "salary", "colour"]


def test_an_amount_below_nothing_is_refused_with_what_is_accepted(answers: Answers) -> None:
    (refusal,) = answers.to(with_value(START, "salary", "-200")).refusals
    assert refusal.sentence == (
        "Enter pounds a year from 0 to below 1,000,000 with at most two decimals. "
        "'-200' is not accepted."
    )


@pytest.mark.parametrize("fact", ["nation", "on"])
def test_a_case_without_nation_or_day_says_what_to_enter(answers: Answers, fact: str) -> None:
    (refusal,) = answers.to(with_value(START, fact, None)).refusals
    assert refusal.fact == fact


def test_a_value_that_the_nation_does_not_know_is_told_with_its_question(
    answers: Answers,
) -> None:
    (refusal,) = answers.to(with_value(START, "employer", "grant-aided")).refusals
    assert refusal.fact == "employer"
    said, offered = refusal.sentence.split(". Select one of these: ")
    assert said == "'A grant-aided school' is not among the answers in England"
    assert "A supply agency" in offered
    assert "grant-aided" not in offered
    assert "academy-own-terms" not in offered


def test_a_range_of_another_nation_is_refused_with_the_ranges_in_words(answers: Answers) -> None:
    plain = with_value({**START, "nation": "scotland"}, "range", "upper-pay-range")
    (refusal,) = answers.to(plain).refusals
    assert refusal.fact == "range"
    assert refusal.sentence.startswith("'The upper pay range' is not among the answers in Scotland")
    assert "principal-teacher" not in refusal.sentence


def test_a_kind_of_payment_of_another_nation_is_told_at_its_payment(answers: Answers) -> None:
    paid = [{"kind": "tlr2", "amount": 4000}]
    plain = with_value({**START, "nation": "scotland"}, "allowances", paid)
    (refusal,) = answers.to(plain).refusals
    assert refusal.field == "pay.allowances[0].kind"
    assert refusal.sentence.startswith("'TLR2' is not among the answers in Scotland. Select ")


def test_a_day_is_refused_with_days_as_people_write_them(answers: Answers) -> None:
    (refusal,) = answers.to(with_value(START, "coordinator_since", "1850-01-01")).refusals
    assert refusal.sentence == (
        "Enter a date such as 1 September 2026, from 1 January 1990 to 31 December 2100. "
        "'1 January 1850' is not accepted."
    )


def test_a_payment_that_ends_before_it_begins_names_the_first_day_by_its_label(
    answers: Answers,
) -> None:
    paid = {"kind": "tlr2", "amount": 4000, "from": "2026-09-01", "until": "2026-08-01"}
    (refusal,) = answers.to(with_value(START, "allowances", [paid])).refusals
    assert refusal.sentence == (
        "Enter a day on or after ‘Paid from’, 1 September 2026. '1 August 2026' is not accepted."
    )


def test_what_contradicts_itself_is_told_with_what_to_do(answers: Answers) -> None:
    plain = with_value(with_value(START, "fte", "1"), "part_time", "yes")
    (refusal,) = answers.to(plain).refusals
    assert refusal.sentence == (
        "Correct one of the two answers. "
        "The work is said to be part-time, and its full-time equivalent is 1."
    )


def test_a_file_without_its_version_is_told_in_plain_words(answers: Answers) -> None:
    (refusal,) = answers.to({key: START[key] for key in ("nation", "on")}).refusals
    assert refusal.field == "schema"
    assert refusal.sentence.startswith("The file does not say of which version it is.")


def test_a_nation_or_a_day_that_is_not_accepted_is_told_once(answers: Answers) -> None:
    (refusal,) = answers.to(with_value(START, "on", "soon")).refusals
    assert refusal.fact == "on"
    assert "'soon' is not accepted" in refusal.sentence


def test_a_key_that_is_not_known_is_told_without_a_question(answers: Answers) -> None:
    (refusal,) = answers.to({**START, "colour": "blue"}).refusals
    assert refusal.field == "colour"
    assert "not known" in refusal.sentence


def test_a_value_where_a_group_should_be_is_refused_once(answers: Answers) -> None:
    (refusal,) = answers.to({**START, "post": "nonsense"}).refusals
    assert refusal.field == "post"
