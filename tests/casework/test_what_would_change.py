from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.casework.what_would_change import Turn, possible_results, what_would_change
from payapp.domain.assessment import Verdict
from payapp.domain.cases import CaseRefused, Nation
from payapp.domain.findings import About, Outcome
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    any_of,
    fact_is_yes,
    negation,
    walk,
)
from tests.many_cases import many_cases
from tests.nations import scottish
from tests.worked import CLASS_TEACHER, SENCO, allowance, answer, case, library, paid

ROUTE_D = ("substantial_direct_work", "sen_teaching_judgement", "greater_involvement_than_normal")
IN_AN_ANALOGOUS_SETTING = {
    **CLASS_TEACHER,
    "teaches_sen_pupils": "yes",
    "setting_analogous_to_designated": "yes",
    **dict.fromkeys(ROUTE_D, "yes"),
}
M6 = paid("main-pay-range", point="M6")


def turns(
    post: Mapping[str, object], pay: Mapping[str, object] = M6, nation: str = "england"
) -> tuple[Turn, ...]:
    return what_would_change(case(post, pay, nation=nation), library())


def facts(turn: Turn) -> dict[str, object]:
    return {supposed.fact: supposed.after for supposed in turn.supposed}


def of(found: tuple[Turn, ...], about: About | None) -> list[Turn]:
    return [turn for turn in found if turn.about is about]


def test_one_open_test_of_a_must_is_named_with_what_it_makes() -> None:
    post = {**IN_AN_ANALOGOUS_SETTING, "greater_involvement_than_normal": "not-known"}
    first, *_ = of(turns(post), About.SEN_ALLOWANCE)
    assert facts(first) == {"greater_involvement_than_normal": "yes"}
    assert not first.is_known_otherwise
    assert first.tests_met
    assert (first.outcome_before, first.outcome_after) == (
        Outcome.CANNOT_TELL,
        Outcome.DUE_BUT_MISSING,
    )
    assert (first.verdict_before, first.verdict_after) == (
        Verdict.CANNOT_TELL,
        Verdict.NOT_APPROPRIATE,
    )
    assert [first.gap_before, first.gap_after] == [0, 2787]
    assert first.turned is not None
    assert first.turned.amount_high == 5497


def test_two_open_tests_are_named_together_only_where_neither_is_enough() -> None:
    open_facts = dict.fromkeys(ROUTE_D[1:], "not-known")
    found = of(turns({**IN_AN_ANALOGOUS_SETTING, **open_facts}), About.SEN_ALLOWANCE)
    due = [facts(turn) for turn in found if turn.outcome_after is Outcome.DUE_BUT_MISSING]
    assert {**dict.fromkeys(ROUTE_D[1:], "yes")} in due
    not_due = [facts(turn) for turn in found if turn.outcome_after is Outcome.NOT_DUE]
    assert {"sen_teaching_judgement": "no"} in not_due
    assert all(len(each) == 1 for each in not_due)


def test_three_open_tests_are_too_many_to_turn_a_finding_to_due() -> None:
    open_facts = dict.fromkeys(ROUTE_D, "not-known")
    found = of(turns({**IN_AN_ANALOGOUS_SETTING, **open_facts}), About.SEN_ALLOWANCE)
    assert not [turn for turn in found if set(facts(turn)) <= set(ROUTE_D) and turn.tests_met]


def test_a_fact_that_is_known_is_told_apart() -> None:
    post = {**IN_AN_ANALOGOUS_SETTING, "greater_involvement_than_normal": "no"}
    found = of(turns(post), About.SEN_ALLOWANCE)
    (otherwise,) = [
        turn for turn in found if facts(turn) == {"greater_involvement_than_normal": "yes"}
    ]
    assert otherwise.is_known_otherwise
    assert otherwise.outcome_after is Outcome.DUE_BUT_MISSING


def test_facts_not_known_come_first_and_one_before_two() -> None:
    post = {**IN_AN_ANALOGOUS_SETTING, **dict.fromkeys(ROUTE_D[1:], "not-known")}
    order = [(turn.is_known_otherwise, len(turn.supposed)) for turn in turns(post)]
    assert order == sorted(order)


def test_the_whole_answer_is_turned_as_well() -> None:
    post = {**IN_AN_ANALOGOUS_SETTING, "greater_involvement_than_normal": "not-known"}
    answers = of(turns(post), None)
    assert {turn.verdict_after for turn in answers if not turn.is_known_otherwise} == {
        Verdict.NOT_APPROPRIATE,
        Verdict.APPROPRIATE,
    }


def test_a_finding_that_would_no_longer_be_made_is_said_to_be_gone() -> None:
    found = of(turns(SENCO, paid("upper-pay-range", point="U3")), About.LEADERSHIP)
    gone = [turn for turn in found if facts(turn) == {"designated_coordinator": "no"}]
    assert [turn.outcome_after for turn in gone] == [None]
    assert [turn.turned for turn in gone] == [None]
    assert not gone[0].tests_met


def test_where_another_finding_on_the_subject_stays_that_is_what_a_turn_comes_to() -> None:
    """Point 0 is 34,938; after probation point 1 is due, 41,916: 6,978 more, and no question."""
    pay = paid("main-grade", 34938, point="0")
    found = of(turns(scottish.TEACHER, pay, nation="scotland"), About.BASE_PAY)
    told = {facts(turn).get("induction_completed"): turn for turn in found}
    assert told["yes"].outcome_after is Outcome.BELOW
    assert told["no"].outcome_after is Outcome.IN_LINE
    assert (told["yes"].gap_before, told["yes"].gap_after) == (Decimal(0), Decimal(6978))


def test_a_choice_is_offered_only_as_far_as_the_nation_knows_it() -> None:
    found = turns({**CLASS_TEACHER, "employer": "not-known"}, nation="wales")
    employers = {facts(turn).get("employer") for turn in found} - {None}
    assert "maintained" in employers
    assert not employers & {"academy-on-stpcd", "council"}


def test_amounts_and_dates_are_not_supposed() -> None:
    found = turns({**SENCO, "qualification_held": "none"}, paid("main-pay-range", 30000))
    supposed = {fact for turn in found for fact in facts(turn)}
    assert not supposed & {"salary", "point", "coordinator_since", "course_started"}


def test_a_share_that_is_not_known_turns_a_tlr_to_below_or_to_in_line() -> None:
    """2,200 is 0.6 of no less than the 3,527 of 2025, and 1,327 short of the whole of it."""
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 2200, "received"), point="U3")
    post = {**SENCO, "fte": 0.6, "share_rule_adopted": "yes"}
    found = {turn.outcome_after: turn for turn in of(turns(post, pay), About.TLR)}
    assert facts(found[Outcome.BELOW]) == {"share_of_responsibility": 1}
    assert found[Outcome.BELOW].gap_after == 1327
    assert facts(found[Outcome.IN_LINE])["share_of_responsibility"] == Decimal("0.6")


def test_a_share_that_was_entered_with_the_payment_may_be_wrong() -> None:
    entered = allowance("tlr2", 2200, "received", share=0.6)
    pay = paid("upper-pay-range", 51048, entered, point="U3")
    post = {**SENCO, "fte": 0.6, "share_rule_adopted": "yes"}
    (short,) = (t for t in of(turns(post, pay), About.TLR) if t.outcome_after is Outcome.BELOW)
    assert facts(short) == {"share_of_responsibility": 1}
    assert short.is_known_otherwise
    assert short.gap_after == 1327


def test_a_score_turns_a_promoted_post_by_the_nearest_band_that_does() -> None:
    """Point 3 begins at 97, and point 4 at 111: 66,759 less 64,290 is 2,469."""
    asked = case(
        scottish.PROMOTED,
        paid("principal-teacher", 64290, point="3"),
        nation="scotland",
        on="2026-09-01",
    )
    found = of(what_would_change(asked, library()), About.PROMOTED_POST)
    by_score = [turn for turn in found if "job_size_score" in facts(turn)]
    assert [(facts(turn)["job_size_score"], turn.outcome_after) for turn in by_score] == [
        (97, "in-line"),
        (111, "below"),
    ]
    assert by_score[1].gap_after == 2469


def test_duties_of_the_promoted_list_turn_a_coordinators_whole_answer() -> None:
    asked = case(scottish.COORDINATOR, scottish.ON_POINT_5, nation="scotland", on="2026-09-01")
    whole = of(what_would_change(asked, library()), None)
    listed = [turn for turn in whole if "promoted_duties" in facts(turn)]
    assert {facts(turn)["promoted_duties"]: turn.verdict_after for turn in listed} == {
        ("a", "b", "d", "e", "g", "h"): Verdict.QUESTIONABLE,
        (): Verdict.APPROPRIATE,
    }


def test_days_of_acting_beyond_the_limit_turn_a_finding_that_does_not_name_them() -> None:
    """After 20 days; the lowest principal teacher is 59,367, 4,914 more than 54,453."""
    post = {**scottish.TEACHER, "acting_days": 15}
    asked = case(post, scottish.ON_POINT_5, nation="scotland", on="2026-09-01")
    found = [turn for turn in what_would_change(asked, library()) if "acting_days" in facts(turn)]
    due = [turn for turn in found if turn.outcome_after is Outcome.DUE_BUT_MISSING]
    assert facts(due[0]) == {"acting_days": 21}
    assert due[0].gap_after == 4914


def test_each_of_two_findings_on_one_subject_is_turned_by_itself() -> None:
    pay = paid("main-pay-range", 45352, allowance("tlr2", 3600), allowance("tlr2", 3700))
    found = of(turns({**SENCO, "significant_responsibility": "not-known"}, pay), About.TLR)
    settled = [turn for turn in found if facts(turn) == {"significant_responsibility": "yes"}]
    assert [turn.outcome_after for turn in settled] == [Outcome.IN_LINE] * 2


def test_a_value_with_which_the_rules_refuse_the_case_is_passed_over() -> None:
    """The two shares differ, which is refused only where a document binds the employer."""
    post = {**CLASS_TEACHER, "employer": "independent", "share_of_responsibility": 0.5}
    found = turns(post, paid("main-pay-range", 45352, allowance("tlr2", 3600, share=0.6)))
    employers = {facts(turn).get("employer") for turn in found}
    assert "maintained" not in employers


def test_a_case_that_the_rules_refuse_is_refused() -> None:
    with pytest.raises(CaseRefused, match="main-grade"):
        turns(CLASS_TEACHER, paid("main-grade", point="3"))


@pytest.mark.parametrize("nation", Nation)
def test_every_turn_holds_when_it_is_checked_again(nation: Nation) -> None:
    """Its facts stand in the finding's tree, it is minimal, and the outcome is not the same."""
    for asked in many_cases(nation, 6):
        found = what_would_change(asked, library())
        for turn in found:
            if turn.about is None:
                assert turn.verdict_after is not turn.verdict_before
            else:
                assert turn.outcome_after is not turn.outcome_before
            assert 1 <= len(turn.supposed) <= 2
            assert all(each.before != each.after for each in turn.supposed)


def test_only_facts_of_the_finding_turn_it() -> None:
    post = {**SENCO, "on_leadership_team": "not-known"}
    before = answer(post, M6)
    for turn in turns(post):
        if turn.about is not None:
            held = [each for each in before.findings if each.about is turn.about]
            named = [{*(t.fact for t in walk(each.because)), *each.missing} for each in held]
            yes_or_no = {each.fact for each in turn.supposed if not each.is_one_of_many}
            assert any(yes_or_no <= each for each in named)


YES, NO = (fact_is_yes("R-1", name, value) for name, value in (("a", Fact.YES), ("b", Fact.NO)))
OPEN = Test("R-1", NOT_KNOWN)


@pytest.mark.parametrize(
    ("test", "open_facts", "expected"),
    [
        (all_of("R-1", YES, NO), "", {NOT_MET}),
        (all_of("R-1", YES, NO), "b", {MET, NOT_MET}),
        (all_of("R-1", NO, OPEN), "b", {NOT_MET, NOT_KNOWN}),
        (any_of("R-1", NO, OPEN), "b", {MET, NOT_KNOWN}),
        (any_of("R-1", YES, OPEN), "", {MET}),
        (negation("R-1", YES), "", {NOT_MET}),
        (negation("R-1", OPEN), "a", {NOT_KNOWN}),
    ],
)
def test_a_tree_tells_how_it_may_come_out(test: Test, open_facts: str, expected: set[str]) -> None:
    assert possible_results(test, frozenset(open_facts)) == expected
