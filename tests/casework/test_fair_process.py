from collections.abc import Mapping

from payapp.casework.fair_process import Asked, fair_process
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET
from tests.worked import SENCO, case, library


def asked(
    post: Mapping[str, object], nation: str = "england", on: str = "2025-10-01"
) -> dict[str, Asked]:
    found = fair_process(case(post, nation=nation, on=on), library())
    return {each.fact: each for each in found}


def test_england_asks_for_ten_things_each_with_its_rule() -> None:
    found = asked(SENCO)
    assert {fact: each.citations[0].rule for fact, each in found.items()} == {
        "pay_policy_covers_sen": "SEN-17",
        "written_notice": "SEN-24",
        "duties_in_job_description": "SEN-22",
        "annual_statement": "PRC-01",
        "qualification_paid_and_timed": "POS-04",
        "senco_in_name_is_someone_else": "POS-05",
        "shared_across_schools": "POS-05",
        "objectives_on_pupils_not_taught": "POS-06",
        "paid_only_to_recruit_or_retain": "SEN-21",
        "does_support_staff_tasks": "SEN-23",
    }
    assert {each.result for each in found.values()} == {NOT_KNOWN}


def test_what_is_asked_for_is_met_by_a_yes_or_by_a_no() -> None:
    found = asked(
        {
            **SENCO,
            "written_notice": "yes",
            "annual_statement": "no",
            "objectives_on_pupils_not_taught": "yes",
            "does_support_staff_tasks": "no",
        }
    )
    assert found["written_notice"].result is MET
    assert found["annual_statement"].result is NOT_MET
    assert found["objectives_on_pupils_not_taught"].result is NOT_MET
    assert found["does_support_staff_tasks"].result is MET
    assert found["written_notice"].wants_yes
    assert not found["does_support_staff_tasks"].wants_yes


def test_a_unions_position_is_told_from_law_and_guidance() -> None:
    found = asked(SENCO)
    assert found["pay_policy_covers_sen"].force is Force.MUST
    assert found["written_notice"].force is Force.SHOULD
    assert found["qualification_paid_and_timed"].force is Force.POSITION


def test_another_nation_is_asked_only_what_its_own_rules_ask() -> None:
    assert set(asked({}, "scotland")) == {"duties_in_job_description", "does_support_staff_tasks"}
    assert set(asked({}, "northern-ireland")) == {
        "pay_policy_covers_sen",
        "senco_in_name_is_someone_else",
        "shared_across_schools",
    }


def test_a_rule_that_was_not_yet_in_force_is_not_asked_for() -> None:
    found = asked(SENCO, on="2018-07-31")
    assert "qualification_paid_and_timed" not in found
    assert "senco_in_name_is_someone_else" not in found


def editions(nation: str, on: str) -> set[tuple[str, str, int]]:
    found = asked({}, nation, on)["pay_policy_covers_sen"]
    return {(each.rule, each.edition, each.checked) for each in found.citations}


def test_the_edition_is_that_of_the_pay_year_and_not_of_the_calendar_year() -> None:
    assert editions("england", "2026-03-10") == {("SEN-17", "2025", 3)}
    assert editions("england", "2026-09-01") == {("SEN-17", "2026", 3)}


def test_in_wales_no_paragraph_is_said_to_be_read_and_no_edition_without_an_award_is_named() -> (
    None
):
    assert editions("wales", "2026-03-10") == {("SEN-17", "2025", 1)}
    assert editions("wales", "2026-10-01") == {("SEN-17", "2025", 1)}
    assert editions("wales", "2018-03-10") == {("SEN-17", "2017", 3)}
