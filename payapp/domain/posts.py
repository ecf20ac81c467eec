"""A post: who employs the teacher, what the school is, and what the post involves.

Field names are the fact ids of the case file. A yes-or-no fact that is left out is *not known*;
any other fact that is not known is None. Nothing here turns not known into no.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from payapp.domain.tests_over_facts import Fact

UNKNOWN = Fact.NOT_KNOWN


class Employer(StrEnum):
    """Who employs the teacher, and on whose terms."""

    MAINTAINED = "maintained"
    ACADEMY_ON_STPCD = "academy-on-stpcd"
    ACADEMY_OWN_TERMS = "academy-own-terms"
    INDEPENDENT = "independent"
    AGENCY = "agency"
    CENTRAL_SERVICE = "central-service"
    GRANT_AIDED = "grant-aided"
    COUNCIL = "council"


class SchoolType(StrEnum):
    """What kind of school or service the post is in."""

    MAINSTREAM = "mainstream"
    SPECIAL = "special"
    HOSPITAL_SCHOOL = "hospital-school"
    PRU_OR_ALTERNATIVE = "pru-or-alternative"
    NURSERY = "nursery"
    HOME_TUITION = "home-tuition"
    CENTRAL_SERVICE = "central-service"


class Phase(StrEnum):
    """The phase of education."""

    EARLY_YEARS = "early-years"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    ALL_AGE = "all-age"
    POST_16 = "post-16"


class DesignatedUnit(StrEnum):
    """Whether the school has a designated unit or resourced provision."""

    UNIT = "unit"
    RESOURCED_PROVISION = "resourced-provision"
    NONE = "none"


class Role(StrEnum):
    """How the person sees the post; `designated_coordinator` is the fact that decides."""

    SENCO = "senco"
    ALNCO = "alnco"
    LSC = "lsc"
    ASN_COORDINATOR = "asn-coordinator"
    SEN_TEACHER = "sen-teacher"
    SPECIALIST_SENSORY_TEACHER = "specialist-sensory-teacher"
    CLASS_TEACHER = "class-teacher"
    SUBJECT_LEADER = "subject-leader"
    LEADING_PRACTITIONER = "leading-practitioner"
    ASSISTANT_HEAD = "assistant-head"
    DEPUTY_HEAD = "deputy-head"
    HEADTEACHER = "headteacher"
    PRINCIPAL_TEACHER = "principal-teacher"
    SUPPLY = "supply"
    SUPPORT_STAFF = "support-staff"


COORDINATING_ROLES = frozenset({Role.SENCO, Role.ALNCO, Role.LSC, Role.ASN_COORDINATOR})
LEADERSHIP_ROLES = frozenset({Role.ASSISTANT_HEAD, Role.DEPUTY_HEAD, Role.HEADTEACHER})


class Qualification(StrEnum):
    """The co-ordinator's qualification that is held."""

    NONE = "none"
    NASENCO = "nasenco"
    NPQ_SENCO = "npq-senco"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Every fact about a post that a rule of one of the four nations may turn on."""

    employer: Employer | None = None
    school_type: SchoolType | None = None
    phase: Phase | None = None
    designated_unit: DesignatedUnit | None = None
    headteacher_group: int | None = None
    agency_weeks: int | None = None

    qualified_teacher: Fact = UNKNOWN
    induction_completed: Fact = UNKNOWN
    ewc_registered: Fact = UNKNOWN
    fte: Decimal | None = None
    role: Role | None = None

    sensory_qualification_required: Fact = UNKNOWN
    teaches_sen_pupils: Fact = UNKNOWN
    teaches_designated_class: Fact = UNKNOWN
    teaches_in_la_unit_or_service: Fact = UNKNOWN
    setting_analogous_to_designated: Fact = UNKNOWN
    substantial_direct_work: Fact = UNKNOWN
    sen_teaching_judgement: Fact = UNKNOWN
    greater_involvement_than_normal: Fact = UNKNOWN

    significant_responsibility: Fact = UNKNOWN
    teaching_and_learning_focus: Fact = UNKNOWN
    professional_judgement: Fact = UNKNOWN
    leads_area_or_pupil_development: Fact = UNKNOWN
    impact_beyond_own_classes: Fact = UNKNOWN
    leads_practice_of_others: Fact = UNKNOWN
    line_manages_significant_number: Fact = UNKNOWN
    sustained: Fact = UNKNOWN
    time_limited_project: Fact = UNKNOWN
    accountable: Fact = UNKNOWN
    share_of_responsibility: Decimal | None = None
    share_rule_adopted: Fact = UNKNOWN
    covering_absent_holder: Fact = UNKNOWN

    on_leadership_team: Fact = UNKNOWN
    appointed_head_deputy_or_assistant: Fact = UNKNOWN
    major_part_in_running_the_school: Fact = UNKNOWN
    senco_in_name_is_someone_else: Fact = UNKNOWN
    shared_across_schools: Fact = UNKNOWN
    alnco_range_in_pay_policy: str | None = None

    designated_coordinator: Fact = UNKNOWN
    coordinator_since: date | None = None
    earlier_coordinator_months: int | None = None
    qualification_held: Qualification | None = None
    course_started: date | None = None
    course_completed: date | None = None
    qualification_paid_and_timed: Fact = UNKNOWN

    promoted_post: Fact = UNKNOWN
    job_size_score: Decimal | None = None
    last_sized: date | None = None
    changes_since_sizing: tuple[str, ...] | None = None
    acting_days: int | None = None
    promoted_duties: tuple[str, ...] | None = None
    remote_school: Fact = UNKNOWN
    distant_island: Fact = UNKNOWN
    residential_school: Fact = UNKNOWN

    allowance_in_contract_or_letter: Fact = UNKNOWN
    full_ta_agreed_for_part_timer: Fact = UNKNOWN

    written_notice: Fact = UNKNOWN
    annual_statement: Fact = UNKNOWN
    duties_in_job_description: Fact = UNKNOWN
    pay_policy_covers_sen: Fact = UNKNOWN
    pay_policy_adopts_points: Fact = UNKNOWN
    paid_only_to_recruit_or_retain: Fact = UNKNOWN
    does_support_staff_tasks: Fact = UNKNOWN
    objectives_on_pupils_not_taught: Fact = UNKNOWN
    reduction_date: date | None = None
    reduction_cause: str | None = None
    sum_before: Decimal | None = None
    directed_hours: Decimal | None = None
    teaching_hours: Decimal | None = None

    in_special_school: Fact = UNKNOWN
    part_time: Fact = UNKNOWN
    has_teaching_commitment: Fact = UNKNOWN
    coordinator_qualification_required: Fact = UNKNOWN
    open_to_non_teachers: Fact = UNKNOWN


def with_what_was_confirmed(post: Post) -> Post:
    """Return a post with the kind of school that the answer on a special school settles."""
    if post.school_type is None and post.in_special_school is Fact.YES:
        return replace(post, school_type=SchoolType.SPECIAL)
    return post
