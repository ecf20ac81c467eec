"""The verdict: the first row of the table that holds."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.assessment import (
    Direction,
    Verdict,
    assess,
    certain_gap,
    counted_gaps,
    is_gap_untold,
    makes_the_verdict,
    pending_gap,
)
from payapp.domain.cases import Case, Nation
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, Result, Test

CASE = Case(nation=Nation.ENGLAND, on=date(2025, 10, 1))


def found(
    outcome: Outcome,
    about: About = About.TLR,
    force: Force = Force.MUST,
    questions: Result = NOT_MET,
) -> Finding:
    return Finding(about, outcome, force, Test("R", MET), "w", questions_pay=questions)


def verdict_of(*findings: Finding) -> tuple[Verdict, Direction | None]:
    assessment = assess(CASE, findings, "data")
    return assessment.verdict, assessment.direction


@pytest.mark.parametrize(
    ("outcome", "direction"),
    [
        (Outcome.BELOW, Direction.UNDERPAID),
        (Outcome.DUE_BUT_MISSING, Direction.UNDERPAID),
        (Outcome.ABOVE, Direction.OVERPAID),
        (Outcome.NOT_PERMITTED, Direction.IRREGULAR),
    ],
)
def test_pay_that_breaks_a_rule_is_not_appropriate(outcome: Outcome, direction: Direction) -> None:
    assert verdict_of(found(Outcome.IN_LINE), found(outcome)) == (
        Verdict.NOT_APPROPRIATE,
        direction,
    )


def test_the_most_serious_departure_gives_the_direction() -> None:
    findings = found(Outcome.ABOVE), found(Outcome.NOT_PERMITTED), found(Outcome.BELOW)
    assert verdict_of(*findings)[1] is Direction.UNDERPAID
    assert verdict_of(*findings[:2])[1] is Direction.IRREGULAR


def test_leadership_pay_in_place_of_other_pay_is_more_only_where_a_gap_is_shown() -> None:
    due = found(Outcome.DUE_BUT_MISSING, About.ALNCO_LEADERSHIP)
    more = due._replace(amount_low=Decimal(56723), paid=Decimal(55532))
    perhaps = due._replace(amount_low=Decimal(52680), paid=Decimal(55532))
    assert verdict_of(due) == (Verdict.NOT_APPROPRIATE, Direction.IRREGULAR)
    assert verdict_of(perhaps) == (Verdict.NOT_APPROPRIATE, Direction.IRREGULAR)
    assert verdict_of(more) == (Verdict.NOT_APPROPRIATE, Direction.UNDERPAID)
    assert verdict_of(due, found(Outcome.DUE_BUT_MISSING))[1] is Direction.UNDERPAID


@pytest.mark.parametrize(
    ("outcome", "low", "paid", "untold"),
    [
        (Outcome.DUE_BUT_MISSING, None, None, True),
        (Outcome.DUE_BUT_MISSING, 52680, 55532, True),
        (Outcome.DUE_BUT_MISSING, 2787, 0, False),
        (Outcome.BELOW, 46525, 44745, False),
        (Outcome.CANNOT_TELL, None, None, False),
    ],
)
def test_a_shortfall_without_a_gap_is_not_told_in_pounds(
    outcome: Outcome, low: int | None, paid: int | None, untold: bool
) -> None:
    amounts = [None if amount is None else Decimal(amount) for amount in (low, paid)]
    short = found(outcome)._replace(amount_low=amounts[0], paid=amounts[1])
    assert is_gap_untold((found(Outcome.IN_LINE), short)) is untold


@pytest.mark.parametrize(
    ("about", "total"),
    [
        (About.TLR, 4000),
        (About.SEN_ALLOWANCE, 4000),
        (About.TEACHING_ALLOWANCE, 4000),
        (About.PROMOTED_POST, 4000),
        (About.BASE_PAY, 5527),
    ],
)
def test_what_is_short_in_a_payment_is_a_part_of_the_sum_that_goes_on(
    about: About, total: int
) -> None:
    """Of 6,000 that were cut to 2,000, 4,000 go on; 1,527 of them are short of the minimum."""
    payment = found(Outcome.BELOW, about)
    payment = payment._replace(amount_low=Decimal(3527), paid=Decimal(2000))
    going_on = found(Outcome.DUE_BUT_MISSING, About.SAFEGUARDING)
    going_on = going_on._replace(amount_low=Decimal(4000), paid=Decimal(0))
    for findings in ((payment, going_on), (going_on, payment)):
        assert (certain_gap(findings), pending_gap(findings)) == (Decimal(total), Decimal(0))
        assert sum(each.certain for each in counted_gaps(findings)) == total


def test_a_sum_that_goes_on_is_counted_as_nothing_where_more_is_short_in_the_payment() -> None:
    payment = found(Outcome.BELOW)._replace(amount_low=Decimal(3527), paid=Decimal(2000))
    going_on = found(Outcome.BELOW, About.SAFEGUARDING)
    going_on = going_on._replace(amount_low=Decimal(1000), paid=Decimal(0))
    assert certain_gap((payment, going_on)) == 1527


def test_what_is_short_by_the_hours_is_told_with_the_payment() -> None:
    by_the_hours = found(Outcome.BELOW, About.PART_TIME)
    assert not is_gap_untold((by_the_hours,))
    assert is_gap_untold((by_the_hours, found(Outcome.BELOW)))


def test_what_is_short_is_certain_by_confirmed_figures_and_pending_by_the_rest() -> None:
    low, confirmed, paid = Decimal(3651), Decimal(3527), Decimal(3391)
    below = found(Outcome.BELOW)._replace(amount_low=low, paid=paid)
    partly = below._replace(confirmed_low=confirmed)
    waiting, beside = (
        below._replace(outcome=Outcome.AWARD_PENDING),
        below._replace(about=About.PAPERWORK),
    )
    assert certain_gap((partly, waiting, beside)) == Decimal(136)
    assert pending_gap((partly, waiting, beside)) == Decimal(124 + 260)


@pytest.mark.parametrize("outcome", [Outcome.BELOW_ADVISORY, Outcome.AWARD_PENDING])
def test_a_low_advisory_point_or_a_pending_award_makes_pay_questionable(outcome: Outcome) -> None:
    assert verdict_of(found(outcome)) == (Verdict.QUESTIONABLE, None)


def test_a_finding_that_questions_the_pay_makes_it_questionable() -> None:
    short = found(Outcome.SHORT_OF_GUIDANCE, force=Force.POSITION, questions=MET)
    assert verdict_of(found(Outcome.IN_LINE), short) == (Verdict.QUESTIONABLE, None)


def test_guidance_alone_does_not_make_pay_questionable() -> None:
    assert verdict_of(found(Outcome.SHORT_OF_GUIDANCE, force=Force.SHOULD)) == (
        Verdict.APPROPRIATE,
        None,
    )


def test_an_undecided_must_cannot_be_told_and_is_named() -> None:
    assessment = assess(CASE, (found(Outcome.CANNOT_TELL, About.SEN_ALLOWANCE),), "data")
    assert (assessment.verdict, assessment.undecided) == (
        Verdict.CANNOT_TELL,
        (About.SEN_ALLOWANCE,),
    )


def test_an_undecided_may_leaves_pay_appropriate() -> None:
    assert verdict_of(found(Outcome.CANNOT_TELL, force=Force.MAY))[0] is Verdict.APPROPRIATE


def test_an_undecided_must_is_named_beside_a_worse_verdict() -> None:
    findings = found(Outcome.BELOW), found(Outcome.CANNOT_TELL, About.SEN_ALLOWANCE)
    assessment = assess(CASE, findings, "data")
    assert assessment.verdict is Verdict.NOT_APPROPRIATE
    assert assessment.undecided == (About.SEN_ALLOWANCE,)


def test_somebody_who_may_be_the_coordinator_cannot_be_told_appropriate() -> None:
    doubt = found(Outcome.CANNOT_TELL, force=Force.POSITION, questions=NOT_KNOWN)
    assert verdict_of(doubt)[0] is Verdict.CANNOT_TELL


@pytest.mark.parametrize("about", [About.SENCO_QUALIFICATION, About.PAPERWORK])
@pytest.mark.parametrize("outcome", [Outcome.NOT_PERMITTED, Outcome.CANNOT_TELL])
def test_qualification_and_paperwork_stand_beside_the_verdict(
    about: About, outcome: Outcome
) -> None:
    assessment = assess(CASE, (found(Outcome.IN_LINE), found(outcome, about)), "data")
    assert assessment.verdict is Verdict.APPROPRIATE
    assert assessment.outcome is outcome
    assert assessment.undecided == ()


def test_where_no_document_binds_nothing_else_decides() -> None:
    unbound = found(Outcome.DOES_NOT_APPLY, About.INSTRUMENT)
    assert verdict_of(unbound, found(Outcome.NOT_PERMITTED)) == (Verdict.DOES_NOT_APPLY, None)


def test_the_overall_outcome_is_the_most_serious_in_the_order_of_the_table() -> None:
    order = [
        "below",
        "due-but-missing",
        "not-permitted",
        "above",
        "below-advisory",
        "award-pending",
        "short-of-guidance",
        "may-be-considered",
        "cannot-tell",
        "in-line",
        "not-due",
        "does-not-apply",
    ]
    for rank, code in enumerate(order):
        findings = tuple(found(Outcome(later)) for later in reversed(order[rank:]))
        assert assess(CASE, findings, "data").outcome == code


def test_a_salary_outside_the_document_is_never_called_appropriate() -> None:
    outside = found(Outcome.DOES_NOT_APPLY, About.BASE_PAY)
    assert verdict_of(outside, found(Outcome.NOT_DUE)) == (Verdict.DOES_NOT_APPLY, None)
    assert verdict_of(outside, found(Outcome.CANNOT_TELL)) == (Verdict.CANNOT_TELL, None)
    assert verdict_of(outside, found(Outcome.NOT_PERMITTED))[0] is Verdict.NOT_APPROPRIATE


def test_a_payment_that_was_not_checked_is_named_once_and_decides_nothing() -> None:
    open_tests = found(Outcome.CANNOT_TELL, force=Force.MAY)._replace(unchecked=True)
    assessment = assess(CASE, (open_tests, open_tests, found(Outcome.IN_LINE)), "data")
    assert (assessment.verdict, assessment.undecided) == (Verdict.APPROPRIATE, ())
    assert assessment.unchecked == (About.TLR,)


def test_the_verdicts_and_directions_have_the_codes_that_scripts_read() -> None:
    assert [verdict.value for verdict in Verdict] == [
        *("does-not-apply", "not-appropriate", "questionable", "cannot-tell", "appropriate")
    ]
    assert [direction.value for direction in Direction] == ["underpaid", "overpaid", "irregular"]


@pytest.mark.parametrize(
    ("verdict", "maker", "another"),
    [
        (Verdict.NOT_APPROPRIATE, found(Outcome.ABOVE), found(Outcome.CANNOT_TELL)),
        (
            Verdict.NOT_APPROPRIATE,
            found(Outcome.BELOW),
            found(Outcome.NOT_PERMITTED, About.SENCO_QUALIFICATION),
        ),
        (Verdict.QUESTIONABLE, found(Outcome.AWARD_PENDING), found(Outcome.SHORT_OF_GUIDANCE)),
        (
            Verdict.QUESTIONABLE,
            found(Outcome.SHORT_OF_GUIDANCE, questions=MET),
            found(Outcome.CANNOT_TELL, questions=NOT_KNOWN),
        ),
        (Verdict.CANNOT_TELL, found(Outcome.CANNOT_TELL), found(Outcome.MAY_BE_CONSIDERED)),
        (
            Verdict.CANNOT_TELL,
            found(Outcome.CANNOT_TELL, force=Force.MAY, questions=NOT_KNOWN),
            found(Outcome.CANNOT_TELL, force=Force.MAY),
        ),
        (
            Verdict.DOES_NOT_APPLY,
            found(Outcome.DOES_NOT_APPLY, About.INSTRUMENT),
            found(Outcome.DOES_NOT_APPLY),
        ),
        (
            Verdict.DOES_NOT_APPLY,
            found(Outcome.DOES_NOT_APPLY, About.BASE_PAY),
            found(Outcome.BELOW),
        ),
    ],
)
def test_a_verdict_follows_from_some_findings_and_others_stand_beside_it(
    verdict: Verdict, maker: Finding, another: Finding
) -> None:
    assert verdict_of(maker)[0] is verdict
    assert makes_the_verdict(maker, verdict)
    assert not makes_the_verdict(another, verdict)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_no_finding_makes_pay_appropriate(outcome: Outcome) -> None:
    assert not makes_the_verdict(found(outcome, questions=MET), Verdict.APPROPRIATE)
