"""What to ask the employer: what does not fit comes first, then what is not known."""

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.findings import Outcome
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_in_words import describe
from payapp.report.questions_to_employer import questions_to_employer
from payapp.report.wording import Wording
from tests.worked import CLASS_TEACHER, answer, library, paid

WORDING = Wording.load()
SINCE = "Since when has pay been worked out like this, and will it be put right from then?"


def assessed(name: str) -> Assessment:
    return check(read_case(resources_folder() / "examples" / f"{name}.json"), library())


def asked(assessment: Assessment) -> tuple[str, ...]:
    report = describe(assessment, library(), WORDING, "rep")
    return questions_to_employer(assessment, report, WORDING)


def test_a_payment_that_is_short_is_asked_about_with_both_amounts() -> None:
    first, *others = asked(assessed("england-part-time-senco-september-2026"))
    assert first == (
        "TLR1 or TLR2: why is £3,000 a year paid, where at least £3,527 appears to be due, and "
        "£3,651 if the award is confirmed?"
    )
    assert others == [SINCE]


def test_a_payment_that_is_missing_is_asked_about_with_the_least_that_is_due() -> None:
    first, *_ = asked(assessed("england-special-school-without-allowance"))
    assert first == (
        "SEN allowance: why is none paid, where at least £2,787 a year appears to be due?"
    )


def test_an_allowance_that_is_missing_under_an_award_not_confirmed_is_asked_for_in_two_parts() -> (
    None
):
    special = {**CLASS_TEACHER, "school_type": "special"}
    missing = answer(special, paid("upper-pay-range", 52835, point="U3"), on="2026-10-01")
    assert asked(missing)[0] == (
        "SEN allowance: why is none paid, where at least £2,787 a year appears to be due, and "
        "£2,885 if the award is confirmed?"
    )


def test_pay_that_is_short_by_an_award_alone_is_asked_about_by_the_award() -> None:
    late = answer(CLASS_TEACHER, paid("main-pay-range", 32916, point="M1"), on="2026-10-01")
    assert asked(late)[0] == "Salary: when will the award be paid, and from which day?"


def test_pay_that_stands_in_for_leadership_pay_is_named_beside_what_is_due() -> None:
    first, *_ = asked(assessed("wales-alnco-range-in-the-pay-policy"))
    assert first == (
        "Leadership pay for ALNCos: why is £55,532 a year paid, where at least £56,723 appears to "
        "be due?"
    )


def test_what_is_missing_comes_after_what_does_not_fit() -> None:
    questions = asked(assessed("wales-alnco-upper-range-with-tlr"))
    assert questions[0] == (
        "Leadership pay for ALNCos: why is it not paid, where it appears to be due?"
    )
    assert questions[1] == SINCE
    assert "Which headteacher group is the school in?" in questions[2:]


def test_a_payment_without_a_rule_is_asked_about_by_its_rule_and_not_by_a_gap() -> None:
    assessment = assessed("england-assistant-head-with-sen-allowance")
    without = [each for each in assessment.findings if each.outcome is Outcome.NOT_PERMITTED]
    assert without
    (question,) = asked(assessment)
    assert question == (
        "What goes together: What does not appear to be allowed on the leadership range is paid: "
        "SEN allowance. By which rule is it paid?"
    )


def test_an_award_that_is_not_paid_yet_is_asked_about_by_its_day() -> None:
    assessment = assessed("england-part-time-senco-september-2026")
    late = tuple(
        each._replace(outcome=Outcome.AWARD_PENDING) if each.outcome is Outcome.BELOW else each
        for each in assessment.findings
    )
    first, *_ = asked(assessment._replace(findings=late))
    assert first == "TLR1 or TLR2: when will the award be paid, and from which day?"


def test_where_the_amount_is_open_none_is_named() -> None:
    assessment = assessed("england-special-school-without-allowance")
    opened = tuple(
        each._replace(amount_low=None, amount_high=None)
        if each.outcome is Outcome.DUE_BUT_MISSING
        else each
        for each in assessment.findings
    )
    first, *_ = asked(assessment._replace(findings=opened))
    assert first == "SEN allowance: why is it not paid, where it appears to be due?"


def test_where_all_fits_only_what_is_not_known_is_asked() -> None:
    assessment = assessed("england-cannot-be-told")
    report = describe(assessment, library(), WORDING, "rep")
    assert asked(assessment) == tuple(each.question for each in report.missing)
