"""The facts about a post, by the ids and codes that case files, sheets and scripts are written in.

They are part of the public interface: a file written once is read for ever.
"""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from payapp.domain.posts import (
    COORDINATING_ROLES,
    LEADERSHIP_ROLES,
    DesignatedUnit,
    Employer,
    Phase,
    Post,
    Qualification,
    Role,
    SchoolType,
    with_what_was_confirmed,
)
from payapp.domain.tests_over_facts import Fact

SETTING = "employer school_type phase designated_unit headteacher_group agency_weeks"
STATUS = "qualified_teacher induction_completed ewc_registered fte role"
SEN = """
    sensory_qualification_required teaches_sen_pupils teaches_designated_class
    teaches_in_la_unit_or_service setting_analogous_to_designated substantial_direct_work
    sen_teaching_judgement greater_involvement_than_normal
"""
RESPONSIBILITY = """
    significant_responsibility teaching_and_learning_focus professional_judgement
    leads_area_or_pupil_development impact_beyond_own_classes leads_practice_of_others
    line_manages_significant_number sustained time_limited_project accountable
    share_of_responsibility share_rule_adopted covering_absent_holder
"""
LEADERSHIP = """
    on_leadership_team appointed_head_deputy_or_assistant major_part_in_running_the_school
    senco_in_name_is_someone_else shared_across_schools alnco_range_in_pay_policy
"""
COORDINATOR = """
    designated_coordinator coordinator_since earlier_coordinator_months qualification_held
    course_started course_completed qualification_paid_and_timed
"""
SCOTLAND = """
    promoted_post job_size_score last_sized changes_since_sizing acting_days promoted_duties
    remote_school distant_island residential_school
"""
NORTHERN_IRELAND = "allowance_in_contract_or_letter full_ta_agreed_for_part_timer"
PAPERWORK = """
    written_notice annual_statement duties_in_job_description pay_policy_covers_sen
    pay_policy_adopts_points paid_only_to_recruit_or_retain does_support_staff_tasks
    objectives_on_pupils_not_taught reduction_date reduction_cause sum_before directed_hours
    teaching_hours
"""
READ_OUT = """
    in_special_school part_time has_teaching_commitment coordinator_qualification_required
    open_to_non_teachers
"""
GROUPS = (
    *(SETTING, STATUS, SEN, RESPONSIBILITY, LEADERSHIP),
    *(COORDINATOR, SCOTLAND, NORTHERN_IRELAND, PAPERWORK, READ_OUT),
)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.split()[0])
def test_the_facts_of_a_group_have_the_ids_that_files_are_written_in(group: str) -> None:
    assert set(group.split()) <= {field.name for field in fields(Post)}


def test_there_is_no_fact_beside_these() -> None:
    named = [fact for group in GROUPS for fact in group.split()]
    assert len(named) == len(set(named))
    assert {field.name for field in fields(Post)} == set(named)


EMPLOYERS = """
    maintained academy-on-stpcd academy-own-terms independent agency central-service grant-aided
    council
"""
SCHOOLS = """
    mainstream special hospital-school pru-or-alternative nursery home-tuition central-service
"""
ROLES = """
    senco alnco lsc asn-coordinator sen-teacher specialist-sensory-teacher class-teacher
    subject-leader leading-practitioner assistant-head deputy-head headteacher principal-teacher
    supply support-staff
"""


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (Employer, EMPLOYERS),
        (SchoolType, SCHOOLS),
        (Phase, "early-years primary secondary all-age post-16"),
        (DesignatedUnit, "unit resourced-provision none"),
        (Role, ROLES),
        (Qualification, "none nasenco npq-senco other"),
    ],
)
def test_the_codes_of_a_fact_are_those_that_files_are_written_in(
    kind: type[StrEnum], codes: str
) -> None:
    assert [each.value for each in kind] == codes.split()


def test_a_fact_that_is_left_out_is_not_known_and_never_no() -> None:
    post = Post()
    values = {field.name: getattr(post, field.name) for field in fields(Post)}
    assert set(values.values()) == {Fact.NOT_KNOWN, None}
    assert values["qualified_teacher"] is Fact.NOT_KNOWN
    assert values["fte"] is None


def test_yes_or_no_facts_are_not_known_and_all_others_are_none() -> None:
    post = Post()
    open_facts = {name for group in (SEN,) for name in group.split()}
    assert all(getattr(post, name) is Fact.NOT_KNOWN for name in open_facts)
    numbers = ("headteacher_group", "agency_weeks", "share_of_responsibility", "job_size_score")
    assert all(getattr(post, name) is None for name in numbers)


def test_a_post_cannot_be_changed_and_another_can_be_made_of_it() -> None:
    post = Post(fte=Decimal("0.6"), coordinator_since=date(2018, 9, 1))
    for name in ("fte", "coordinator_since"):
        with pytest.raises(FrozenInstanceError):
            setattr(post, name, None)
    assert replace(post, fte=Decimal(1)).coordinator_since == date(2018, 9, 1)
    assert post.fte == Decimal("0.6")


def test_posts_with_the_same_facts_are_the_same() -> None:
    assert Post(role=Role.SENCO) == Post(role=Role.SENCO)
    assert hash(Post(role=Role.SENCO)) == hash(Post(role=Role.SENCO))
    assert Post(role=Role.SENCO) != Post(role=Role.ALNCO)


def test_each_nation_has_its_own_word_for_a_coordinator_and_no_leader_is_one_by_role() -> None:
    assert {role.value for role in COORDINATING_ROLES} == {
        *("senco", "alnco", "lsc", "asn-coordinator")
    }
    assert {role.value for role in LEADERSHIP_ROLES} == {
        *("assistant-head", "deputy-head", "headteacher")
    }
    assert not COORDINATING_ROLES & LEADERSHIP_ROLES


@pytest.mark.parametrize(
    ("told", "kind", "settled"),
    [
        (Fact.YES, None, SchoolType.SPECIAL),
        (Fact.YES, SchoolType.HOSPITAL_SCHOOL, SchoolType.HOSPITAL_SCHOOL),
        (Fact.NO, None, None),
        (Fact.NOT_KNOWN, None, None),
    ],
)
def test_a_confirmed_special_school_settles_only_a_kind_that_is_open(
    told: Fact, kind: SchoolType | None, settled: SchoolType | None
) -> None:
    post = Post(in_special_school=told, school_type=kind)
    assert with_what_was_confirmed(post).school_type is settled
