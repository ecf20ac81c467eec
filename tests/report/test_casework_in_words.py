from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.casework.fair_process import fair_process
from payapp.casework.safeguarding_periods import safeguarding_periods
from payapp.casework.survey_beside import survey_beside
from payapp.casework.time_budget import Duty, time_budget
from payapp.casework.what_would_change import what_would_change
from payapp.domain.cases import Case, Nation
from payapp.report.casework_in_words import (
    change_in_words,
    process_in_words,
    safeguarding_in_words,
    survey_in_words,
    time_in_words,
)
from payapp.report.papers import Paper, Section, paper_text
from payapp.report.wording import Wording
from tests.many_cases import many_cases
from tests.nations import scottish
from tests.worked import CLASS_TEACHER, SENCO, allowance, case, library, paid

WORDING = Wording.load()
M6 = paid("main-pay-range", point="M6")
IN_AN_ANALOGOUS_SETTING = {
    **CLASS_TEACHER,
    **dict.fromkeys(
        (
            "teaches_sen_pupils",
            "setting_analogous_to_designated",
            "substantial_direct_work",
            "sen_teaching_judgement",
        ),
        "yes",
    ),
}


def change(asked: Case) -> str:
    turns = what_would_change(asked, library())
    return paper_text(change_in_words(asked, turns, library(), WORDING))


def test_the_one_open_test_is_said_in_the_words_of_its_question() -> None:
    told = change(case(IN_AN_ANALOGOUS_SETTING, M6))
    line = next(line for line in told.splitlines() if "the other tests are met" in line)
    assert line.strip().startswith("SEN allowance: the other tests are met. If the answer to “")
    assert "then: A SEN allowance of £2,787 to £5,497 a year appears to be due" in line
    assert "” is yes, then:" in line


def test_the_whole_answer_is_named_as_such() -> None:
    told = change(case(IN_AN_ANALOGOUS_SETTING, M6))
    assert "The whole answer: if the answer to “" in told


def test_what_is_known_is_said_under_a_heading_of_its_own_and_only_where_it_tells() -> None:
    known = {**IN_AN_ANALOGOUS_SETTING, "greater_involvement_than_normal": "no"}
    told = change(case(known, M6))
    _, otherwise = told.split("If a fact that was entered were otherwise")
    assert "What kind of school or service is the post in?” is Special school" in otherwise
    assert "Academy" not in otherwise


def test_a_fault_that_another_answer_would_settle_is_told() -> None:
    pay = paid("main-pay-range", 45352, allowance("tlr2", 3600))
    told = change(case({**SENCO, "accountable": "no"}, pay))
    assert "TLR1 or TLR2: if the answer to" in told


def test_a_finding_that_would_be_gone_is_said_to_be_no_question() -> None:
    post = {**SENCO, "role": "senco", "designated_coordinator": "not-known"}
    told = change(case(post, paid("upper-pay-range", point="U3")))
    assert "this is no longer a question." in told


def test_where_nothing_would_change_it_says_so() -> None:
    told = change(case({"employer": "independent"}, {}))
    assert "No one or two facts would turn any part of the answer." in told


# The time budget


def test_a_list_is_supposed_by_what_it_names_and_by_naming_none() -> None:
    told = change(
        case(scottish.COORDINATOR, scottish.ON_POINT_5, nation="scotland", on="2026-09-01")
    )
    any_of = "names any of these: (a) leading and managing colleagues and giving them strategic"
    assert f"list for promoted posts do you carry out?” {any_of}" in told
    assert "list for promoted posts do you carry out?” names none, then:" in told


def test_a_number_that_was_entered_is_told_where_another_would_show_pay_to_be_short() -> None:
    """A score of 111 begins point 4: 66,759 less 64,290 is 2,469."""
    post = {**scottish.PROMOTED, "job_size_score": 100}
    pay = paid("principal-teacher", 64290, point="3")
    told = change(case(post, pay, nation="scotland", on="2026-09-01"))
    before, _, otherwise = told.partition("If a fact that was entered were otherwise")
    assert "job sizing give the post?” is 111, then: Your promoted post appears to be" in otherwise
    assert "by £2,469 a year." in otherwise
    assert "is 83" not in otherwise
    assert "job sizing" not in before


def test_whether_a_full_tlr_was_agreed_is_supposed_as_yes_or_no() -> None:
    """0.6 of the Welsh 3,590 is 2,154, and 1,436 short of the whole."""
    post = {**SENCO, "designated_coordinator": "no", "fte": 0.6}
    pay = paid("upper-pay-range", 51942, allowance("tlr2", 2154, "received"), point="U3")
    told = change(case(post, pay, nation="wales", on="2025-10-01"))
    asked = (
        "TLR1 or TLR2: if the answer to “Was a full TLR agreed, although the post is part-time?”"
    )
    assert (
        f"{asked} is yes, then: The TLR appears to be below the minimum by £1,436 a year." in told
    )
    assert f"{asked} is no, then: The TLR appears to be in line with the rules." in told


def budget(post: Mapping[str, object], nation: str = "england", **given: int) -> str:
    pay = paid("upper-pay-range", point="U3") if nation == "england" else {}
    hours = {Duty(name): Decimal(number) for name, number in given.items()}
    found = time_budget(case(post, pay, nation=nation), library(), hours)
    return paper_text(time_in_words(found, library(), WORDING))


def test_a_time_budget_says_what_there_is_what_is_taken_and_what_is_left() -> None:
    told = budget({**SENCO, "phase": "primary"}, teaching=700, sen=253, meetings=60)
    assert "A full-time teacher may be directed for 1,265 hours on 195 days a year." in told
    assert "Teaching: 700 hours." in told
    assert "Together: 1,013 hours.\n  252 hours are left." in told
    assert "take 20% of the time." in told
    assert "In the survey 18% of those asked said 20 to 39%." in told
    assert "published 2018; 1,615 people completed the survey" in told


def test_duties_beyond_the_time_and_beyond_a_limit_are_told() -> None:
    post = {"employer": "maintained", "role": "senco", "phase": "secondary", "fte": 1}
    told = budget(post, "northern-ireland", teaching=1000, ppa=100, sen=300)
    assert "Teaching: 1,000 hours, more than the 893 that the rules allow." in told
    assert "less than the 126.5 that the rules ask for." in told
    assert "The duties take more than there is, by this number of hours: 135." in told


def test_duties_within_their_limits_are_told_as_kept() -> None:
    post = {"employer": "maintained", "role": "senco", "phase": "secondary", "fte": 1}
    told = budget(post, "northern-ireland", teaching=800)
    assert "Teaching: 800 hours, within the 893 that the rules allow." in told
    assert "126.5 hours; the rules ask for 126.5 at least." in told


def test_the_weeks_that_teaching_is_counted_over_are_told_with_what_they_rest_on() -> None:
    """195 days are 39 weeks of five; 190 days with pupils, by the regulations, are 38."""
    england = budget({**SENCO, "teaching_hours": 20})
    assert "how many of the 195 working days there are pupils" in england
    assert "counted over all of them, 39 weeks, and so are the most that they can be." in england
    ireland = budget({"employer": "maintained", "fte": 1}, "northern-ireland")
    assert "Teaching hours a week are counted over 38 weeks with pupils: A full-time" in ireland
    assert "counted over" not in budget({**SENCO, "phase": "primary"}, teaching=700)


def test_without_a_limit_stated_hours_are_the_time_there_is() -> None:
    post = {**SENCO, "directed_hours": 1500}
    asked = case(post, paid("leadership", point="L6"))
    found = time_budget(asked, library(), {Duty.SEN: Decimal(2000)})
    told = paper_text(time_in_words(found, library(), WORDING))
    assert "No limit on directed hours applies to this post." in told
    assert "1,500 hours are stated for this post." in told
    assert "In the survey" not in told


def test_where_no_time_is_told_the_share_is_that_of_the_hours_entered() -> None:
    """300 of 1,000 hours entered are 30%; nothing tells how long the whole time is."""
    asked = case(SENCO, paid("leadership", point="L6"))
    given = {Duty.SEN: Decimal(300), Duty.TEACHING: Decimal(700)}
    told = paper_text(time_in_words(time_budget(asked, library(), given), library(), WORDING))
    assert "take 30% of the hours that are told here. How much of the whole time" in told
    assert "of the time." not in told
    assert "of those asked said" not in told


def test_before_any_hours_are_entered_nothing_is_added_up() -> None:
    told = budget({**SENCO, "phase": "primary"})
    assert "No hours were entered yet for any duty, so there is nothing to add up." in told
    assert "Together" not in told
    assert "are left" not in told
    assert "Counted as nothing" not in told
    assert "Together: 0 hours." in budget({**SENCO, "phase": "primary"}, sen=0)


def test_without_any_hours_nothing_is_left_or_shared() -> None:
    asked = case(SENCO, paid("leadership", point="L6"))
    told = paper_text(time_in_words(time_budget(asked, library(), {}), library(), WORDING))
    assert "hours are left" not in told
    assert "of the time." not in told


def test_a_teacher_whom_no_survey_asked_has_a_share_and_no_band() -> None:
    assert "take 7.9% of the time." in budget(CLASS_TEACHER, sen=100)


# Safeguarding, the survey, fair process


def lines(section: Section) -> str:
    return "\n".join(section.lines)


def safeguarding(post: Mapping[str, object], pay: Mapping[str, object], nation: str) -> str:
    asked = case(post, pay, nation=nation)
    found = safeguarding_periods(asked, library())
    return lines(safeguarding_in_words(found, asked, library(), WORDING))


def test_what_goes_on_is_told_with_its_days_and_what_ends_it() -> None:
    post = {
        **CLASS_TEACHER,
        "reduction_date": "2025-09-01",
        "reduction_cause": "restructuring",
        "sum_before": 4000,
    }
    pay = paid("main-pay-range", 45352, allowance("tlr3", 1000))
    told = safeguarding(post, pay, "england")
    assert "From 1 September 2025 until 31 August 2028, unless something ends it before." in told
    assert "Due £4,000 a year; paid £0." in told
    assert "What ends it: It ends sooner" in told
    assert "Ends without safeguarding: TLR3." in told


def test_a_reorganisation_without_a_term_names_its_rule_and_no_day() -> None:
    post = {**CLASS_TEACHER, "reduction_date": "2025-09-01", "reduction_cause": "reorganisation"}
    told = safeguarding(post, paid("main-pay-scale", point="M6"), "northern-ireland")
    assert "What holds meanwhile:" in told
    assert "until" not in told.splitlines()[1]


def test_the_survey_is_called_context_and_no_rule() -> None:
    told = lines(survey_in_words(survey_beside(case(SENCO), library()), WORDING))
    assert told.startswith("A survey tells what is, not what is due")
    assert "Upper pay range with a permanent TLR: 33%" in told


def test_a_survey_answer_without_a_percentage_is_shown_without() -> None:
    asked = case({"role": "asn-coordinator"}, nation="scotland")
    told = lines(survey_in_words(survey_beside(asked, library()), WORDING))
    assert "equal numbers, very few replies" in told
    assert "None%" not in told


def test_nobody_asked_leaves_nothing_to_show() -> None:
    assert survey_in_words((), WORDING).lines == ()


def test_fair_process_shows_how_each_check_came_out_and_where_it_stands() -> None:
    asked = case({**SENCO, "written_notice": "no", "annual_statement": "yes"})
    found = fair_process(asked, library())
    told = lines(process_in_words(found, asked, library(), WORDING))
    assert (
        "✗ Have you had written notice of the allowance, with its amount and reason? No. "
        "Guidance asks for it. [School Teachers' Pay" in told
    )
    assert (
        "✓ Have you had a written pay statement this year? Yes. "
        "The law or an agreement requires it. [" in told
    )
    assert (
        "? Have you objectives that turn on pupils whom you do not teach? Not known. "
        "A union holds that it should not be so; this is not law. [" in told
    )


def test_fair_process_asks_in_the_words_of_the_reader() -> None:
    asked = case({**SENCO, "written_notice": "no"})
    found = fair_process(asked, library())
    told = lines(process_in_words(found, asked, library(), WORDING, "rep"))
    assert "✗ Has the teacher had written notice of the allowance" in told


@pytest.mark.parametrize("nation", Nation)
def test_every_paper_of_any_case_can_be_said(nation: Nation) -> None:
    for asked in many_cases(nation, 5):
        assert change(asked)
        sections = (
            safeguarding_in_words(
                safeguarding_periods(asked, library()), asked, library(), WORDING
            ),
            survey_in_words(survey_beside(asked, library()), WORDING),
            process_in_words(fair_process(asked, library()), asked, library(), WORDING),
        )
        assert "{" not in paper_text(Paper("", sections))
        hours = {Duty.SEN: Decimal(100)}
        assert time_in_words(time_budget(asked, library(), hours), library(), WORDING).title
