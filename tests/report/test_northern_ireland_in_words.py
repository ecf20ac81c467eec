"""Northern Ireland in sentences: hedged, complete, and never another nation's document."""

from collections.abc import Mapping

import pytest

from payapp.report.assessment_in_words import describe
from payapp.report.in_words import FindingInWords
from payapp.report.wording import Wording
from tests.worked import allowance, answer, library, paid

TEACHER: Mapping[str, object] = {
    "employer": "grant-aided",
    "school_type": "special",
    "role": "sen-teacher",
    "fte": 1,
    "designated_coordinator": "no",
    "significant_responsibility": "no",
}
U3 = paid("upper-pay-scale", 50876, point="U3")


def told(
    about: str,
    facts: Mapping[str, object],
    pay: Mapping[str, object] = U3,
    on: str = "2025-10-01",
) -> FindingInWords:
    assessment = answer({**TEACHER, **facts}, pay, on=on, nation="northern-ireland")
    report = describe(assessment, library(), Wording.load())
    return next(finding for finding in report.findings if finding.about == about)


@pytest.mark.parametrize(
    ("about", "facts", "pay", "headline"),
    [
        (
            "instrument",
            {},
            U3,
            "The circulars of the Department of Education bind this employer.",
        ),
        (
            "base-pay",
            {},
            paid("upper-pay-scale", 48919, point="U3"),
            "Your pay appears to be below point U3 of the upper pay scale by £1,957 a year.",
        ),
        (
            "base-pay",
            {},
            paid("main-pay-scale", point="M1"),
            (
                "Point M1 ended on 1 September 2023, and no salary was entered, so we cannot tell "
                "whether your pay is in line."
            ),
        ),
        (
            "sen-allowance",
            {},
            U3,
            (
                "Whether a special needs allowance is due cannot be decided from published text. "
                "We need to know: Allowance named in contract or letter."
            ),
        ),
        (
            "sen-allowance",
            {"allowance_in_contract_or_letter": "yes"},
            U3,
            (
                "The contract or letter names a special needs allowance, of £2,717 to £5,362 a "
                "year, and it is not in the pay entered."
            ),
        ),
        (
            "sen-allowance",
            {"allowance_in_contract_or_letter": "no"},
            U3,
            (
                "Neither the contract nor a letter is said to name a special needs allowance. "
                "Whether the school's salary policy gives one cannot be decided from published "
                "text. We need to know: Pay policy covers SEN."
            ),
        ),
        (
            "sen-allowance",
            {"allowance_in_contract_or_letter": "no", "pay_policy_covers_sen": "no"},
            U3,
            (
                "Nothing shows that a special needs allowance is due: neither the contract nor a "
                "letter is said to name one."
            ),
        ),
        (
            "leadership",
            {"designated_coordinator": "yes"},
            U3,
            (
                "The co-ordinating role is paid for neither on the leadership scale nor by a "
                "teaching allowance. The rules allow this."
            ),
        ),
        (
            "leadership",
            {"role": "headteacher", "headteacher_group": 3},
            paid("leadership", 95000, point="L25", salary_conserved="no"),
            "The point entered is above L24, where the school's group ends.",
        ),
        (
            "leadership",
            {"role": "headteacher", "headteacher_group": 1},
            paid("leadership", 90427, salary_conserved="no"),
            (
                "The salary entered, £90,427 a year, is above that of L18, where the school's "
                "group ends."
            ),
        ),
        (
            "paperwork",
            {"directed_hours": 1300},
            U3,
            "The directed hours entered are more than a year of full-time work may hold.",
        ),
        (
            "part-time",
            {"fte": 0.6, "full_ta_agreed_for_part_timer": "no"},
            paid("upper-pay-scale", 50876, allowance("teaching-allowance-2", 5058), point="U3"),
            (
                "On 1 October 2025 a part-timer's teaching allowance pays 0.6 times its annual "
                "value on the answers given."
            ),
        ),
    ],
)
def test_a_headline_says_what_was_found(
    about: str, facts: Mapping[str, object], pay: Mapping[str, object], headline: str
) -> None:
    assert told(about, facts, pay).headline == headline


def test_a_salary_between_held_points_is_not_said_to_be_no_point() -> None:
    found = told("base-pay", {"role": "headteacher"}, paid("leadership", 61500))
    assert found.headline.startswith("The salary entered is none of the points of the leadership")
    assert found.explanation[0].startswith("Not every point of that scale was found")


@pytest.mark.parametrize(
    ("pay", "headline"),
    [
        (
            paid("leadership", 55728, point="L4"),
            "The point entered is below L6, where the school's group begins.",
        ),
        (
            paid("leadership", 51834),
            (
                "The salary entered, £51,834 a year, appears to be below L6, where the school's "
                "group begins."
            ),
        ),
    ],
)
def test_a_principal_below_the_group_is_told_where_it_begins(
    pay: Mapping[str, object], headline: str
) -> None:
    facts = {**TEACHER, "role": "headteacher", "headteacher_group": 1}
    report = describe(answer(facts, pay, nation="northern-ireland"), library(), Wording.load())
    assert headline in [finding.headline for finding in report.findings]


def test_a_protected_allowance_below_the_value_is_left_to_its_letter() -> None:
    pay = paid(
        "upper-pay-scale",
        50876,
        allowance("teaching-allowance-2", 4863, safeguarded="yes"),
        point="U3",
    )
    found = told("teaching-allowance", {}, pay)
    assert found.headline == (
        "The teaching allowance is entered as protected, and is less than its value of £5,058 a "
        "year on 1 October 2025. We cannot tell whether that is short."
    )


def test_the_sum_of_the_freeze_and_support_staff_are_told_in_the_nations_words() -> None:
    freeze = told("uplift", {}, paid("unqualified", 13734), "2011-09-01")
    assert freeze.headline == (
        "While the scales stood still, those on £21,000 a year or less got a flat £250. It is in "
        "no figure, and no amount here counts it."
    )
    staff = told("base-pay", {"role": "support-staff"})
    assert staff.headline == (
        "The teachers' pay scales do not apply to support staff, so your salary was not compared "
        "with them."
    )


def test_a_sensory_teacher_is_told_of_the_history_and_that_it_settles_nothing() -> None:
    history = "Regulations of 1987 gave teachers of deaf and blind children an allowance."
    sensory = told("sen-allowance", {"role": "specialist-sensory-teacher"})
    assert any(each.startswith(history) for each in sensory.explanation)
    assert not any(each.startswith(history) for each in told("sen-allowance", {}).explanation)


def test_mcguigan_explains_why_the_work_alone_is_not_enough() -> None:
    facts = {"allowance_in_contract_or_letter": "no", "pay_policy_covers_sen": "no"}
    assert "McGuigan (2014)" in told("sen-allowance", facts).explanation[0]


def test_an_answer_that_rests_on_a_computed_figure_says_so() -> None:
    computed = "This answer rests on a computed figure that is printed in no source that was read."
    m6 = paid("main-pay-scale", 43830, point="M6")
    assert told("base-pay", {}, m6).explanation[-1] == computed
    assert computed not in told("base-pay", {}, U3).explanation


def test_an_answer_that_compares_no_amount_rests_on_no_computed_figure() -> None:
    """SEN1 and SEN2 are computed, and L5 is not held: neither answer turns on a figure."""
    allowance = told("sen-allowance", {"allowance_in_contract_or_letter": "no"})
    leader = told("base-pay", {"role": "headteacher"}, paid("leadership", 57000, point="L5"))
    assert allowance.figures
    assert leader.figures
    for found in (allowance, leader):
        assert not any("rests on a computed figure" in said for said in found.explanation)


def test_a_point_that_has_ended_is_said_to_have_ended_with_its_rule() -> None:
    found = told("base-pay", {}, paid("main-pay-scale", 26648, point="M1"))
    assert found.explanation[1] == (
        "Point M1 of the main pay scale ended on 31 August 2023. "
        "The lowest point since then is what the salary is compared with."
    )
    assert "point M1 is gone" in found.because.parts[-1].sentence


def test_a_shortfall_ends_with_the_grievance_and_the_labour_relations_agency() -> None:
    steps = told("base-pay", {}, paid("upper-pay-scale", 48919, point="U3")).next_steps
    assert "TNC 2014/6" in steps[-2]
    assert "Labour Relations Agency" in steps[-1]


def test_no_sentence_cites_the_pay_document_of_england_or_calls_anything_unlawful() -> None:
    pay = paid(
        "upper-pay-scale",
        48919,
        allowance("teaching-allowance-1", 2408),
        allowance("sen1", 2612),
        allowance("honorarium", 500),
        allowance("acting", 500),
    )
    facts = {"designated_coordinator": "yes", "role": "senco", "directed_hours": 1300}
    assessment = answer({**TEACHER, **facts}, pay, on="2025-10-01", nation="northern-ireland")
    report = describe(assessment, library(), Wording.load(), "rep")
    cited = {line for finding in report.findings for line in finding.citations}
    assert cited
    assert not [line for line in cited if "School Teachers' Pay" in line]
    sentences = str(report)
    for word in ("illegal", "TLR", "NASENCO", "NASUWT and NEU"):
        assert word not in sentences


def test_a_point_without_a_figure_is_told_beside_the_nearest_that_has_one() -> None:
    facts = {"role": "deputy-head"}
    short = told("base-pay", facts, paid("leadership", 50000, point="L5"))
    assert short.headline == (
        "Your pay appears to be below point L4 of the leadership scale by £5,728 a year."
    )
    assert short.explanation[0] == (
        "No figure is held for the point entered. It is a higher point than that one, so that one "
        "is the least that is due."
    )
    over = told("base-pay", facts, paid("leadership", 61000, point="L6", salary_conserved="no"))
    assert over.headline == (
        "Your pay appears to be above point L7 of the leadership scale by £962 a year."
    )


@pytest.mark.parametrize("salary", [43830, 43000, None])
def test_a_substitute_is_told_the_rate_of_a_day(salary: int | None) -> None:
    """43,830 by 195 is 224.769..."""
    sentence = (
        "A substitute teacher is paid £224.77 for each day: a 195th of £43,830, the figure of "
        "point M6 of the main pay scale."
    )
    pay = paid("main-pay-scale", salary, point="M6")
    assert sentence in told("base-pay", {"role": "supply"}, pay).explanation
    assert sentence not in told("base-pay", {}, pay).explanation


def test_the_same_allowance_twice_is_told_as_that() -> None:
    held = [allowance("sen1", 2717, for_which_duty=duty) for duty in ("unit", "outreach")]
    found = told("combination", {}, paid("upper-pay-scale", 50876, *held, point="U3"))
    assert found.headline == (
        "The same special needs allowance is entered more than once. Nothing that was read says "
        "that it may be held twice."
    )
