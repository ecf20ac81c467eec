"""England, rule by rule: published answers, boundary days, and every outcome."""

from decimal import Decimal

import pytest

from payapp.domain.cases import CaseRefused
from payapp.domain.findings import Outcome
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, Result, walk
from tests.worked import (
    CLASS_TEACHER,
    NO_SEN_CLASS,
    SENCO,
    TLR_TESTS_MET,
    about,
    allowance,
    answer,
    paid,
    subjects,
)

U3_2025 = paid("upper-pay-range", 51048, point="U3")
LEADER = {"appointed_head_deputy_or_assistant": "yes", "major_part_in_running_the_school": "yes"}
HEAD = {**CLASS_TEACHER, **LEADER, "role": "headteacher"}
SPECIAL = {**CLASS_TEACHER, "school_type": "special", "teaches_sen_pupils": "yes"}


# Which document binds


@pytest.mark.parametrize(
    ("employer", "on", "outcome", "rule"),
    [
        ("maintained", "2025-10-01", "in-line", "SC-04"),
        ("academy-on-stpcd", "2025-10-01", "in-line", "SC-05"),
        ("academy-own-terms", "2025-10-01", "does-not-apply", "SC-06"),
        ("independent", "2025-10-01", "does-not-apply", "SC-07"),
        ("council", "2025-10-01", "does-not-apply", "SC-08"),
        ("agency", "2025-10-01", "does-not-apply", "SC-10"),
        ("central-service", "2016-08-31", "cannot-tell", "SC-12"),
        ("central-service", "2016-09-01", "in-line", "SC-11"),
    ],
)
def test_the_document_binds_by_statute_by_contract_or_not_at_all(
    employer: str, on: str, outcome: str, rule: str
) -> None:
    found = about(answer({**CLASS_TEACHER, "employer": employer}, U3_2025, on=on), "instrument")
    assert found.outcome == outcome
    assert rule in {cited.rule for cited in found.citations}


def test_before_september_2016_the_authority_chose_so_no_fact_can_settle_it() -> None:
    post = {**CLASS_TEACHER, "employer": "central-service"}
    assessment = answer(post, U3_2025, on="2016-08-31")
    assert about(assessment, "instrument").missing == ()
    assert assessment.verdict == "cannot-tell"


def test_an_employer_not_known_is_asked_for_and_nothing_is_called_in_line() -> None:
    post = {key: value for key, value in CLASS_TEACHER.items() if key != "employer"}
    assessment = answer(post, U3_2025)
    assert assessment.verdict == "cannot-tell"
    assert about(assessment, "instrument").missing == ("employer",)
    assert about(assessment, "base-pay").outcome == "cannot-tell"


@pytest.mark.parametrize("employer", ["academy-own-terms", "independent", "council", "agency"])
def test_where_no_document_binds_the_verdict_is_that_it_does_not_apply(employer: str) -> None:
    assessment = answer({**SPECIAL, "employer": employer}, paid("main-pay-range", 20000))
    assert assessment.verdict == "does-not-apply"
    for subject in ("base-pay", "sen-allowance", "tlr"):
        assert about(assessment, subject).outcome == "does-not-apply"


@pytest.mark.parametrize(("weeks", "reached"), [(None, False), (11, False), (12, True)])
def test_an_agency_teacher_is_told_of_the_twelve_weeks(weeks: int | None, reached: bool) -> None:
    post = {**CLASS_TEACHER, "employer": "agency"}
    if weeks is not None:
        post["agency_weeks"] = weeks
    found = about(answer(post, U3_2025), "instrument")
    assert found.details["reached"] is reached
    assert "OTH-08" in {cited.rule for cited in found.citations}


@pytest.mark.parametrize(
    ("post", "pay"),
    [
        ({"employer": "grant-aided"}, U3_2025),
        ({}, paid("main-grade", 40000)),
        ({}, paid("upper-pay-range", 51048, allowance("sen1", 2000))),
    ],
)
def test_what_england_does_not_know_is_refused_by_name(
    post: dict[str, object], pay: dict[str, object]
) -> None:
    with pytest.raises(CaseRefused, match=r"(grant-aided|main-grade|sen1)': .*accepted: "):
        answer({**CLASS_TEACHER, **post}, pay)


def test_before_september_2014_payapp_says_that_it_holds_no_rules_and_no_figures() -> None:
    assessment = answer(SPECIAL, U3_2025, on="2014-08-31")
    assert [(found.about, found.outcome) for found in assessment.findings] == [
        ("instrument", "cannot-tell"),
        ("base-pay", "cannot-tell"),
    ]
    assert assessment.findings[0].wording == "instrument.england.rules-not-held"
    assert assessment.verdict == "cannot-tell"


def test_of_a_day_for_which_no_document_is_known_none_is_said_to_bind() -> None:
    last = answer(SPECIAL, U3_2025, on="2028-08-31").findings[0]
    assert (last.about, last.outcome) == ("instrument", "in-line")
    first = answer(SPECIAL, U3_2025, on="2028-09-01")
    assert first.findings[0].outcome == "cannot-tell"
    assert first.findings[0].wording == "instrument.england.document-not-known"
    assert first.verdict == "cannot-tell"


def test_no_rule_is_applied_of_a_document_that_is_not_known() -> None:
    paid = {**U3_2025, "allowances": [{"kind": "sen-allowance", "amount": 100}]}
    post = {**SPECIAL, "designated_coordinator": "yes", "qualification_held": "nasenco"}
    for facts in (post, {**post, "employer": "not-known"}, {**post, "school_type": "mainstream"}):
        unknown = answer(facts, paid, on="2030-09-01")
        assert [(found.about, found.outcome) for found in unknown.findings] == [
            ("instrument", "cannot-tell"),
            ("base-pay", "cannot-tell"),
        ]
        assert unknown.verdict == "cannot-tell"


def test_an_employer_whom_the_document_does_not_bind_is_told_so_on_any_day() -> None:
    academy = {**CLASS_TEACHER, "employer": "academy-own-terms"}
    assert answer(academy, U3_2025, on="2030-09-01").verdict == "does-not-apply"


@pytest.mark.parametrize(("on", "seen"), [("2026-08-31", True), ("2026-09-01", False)])
def test_a_document_whose_final_text_was_not_seen_is_said_not_to_have_been(
    on: str, seen: bool
) -> None:
    found = about(answer(CLASS_TEACHER, U3_2025, on=on), "instrument")
    assert ("document_not_seen" not in found.details) is seen


@pytest.mark.parametrize(("on", "to_come"), [("2027-08-31", False), ("2027-09-01", True)])
def test_an_edition_after_the_first_that_was_not_seen_is_yet_to_come(
    on: str, to_come: bool
) -> None:
    found = about(answer(CLASS_TEACHER, U3_2025, on=on), "instrument")
    assert (found.outcome, found.details["document_to_come"]) == ("in-line", to_come)


# Leadership


def test_an_assistant_head_on_the_leadership_range_is_in_line() -> None:
    post = {**SENCO, **LEADER}
    assessment = answer(post, paid("leadership", 58569, point="L6"))
    found = about(assessment, "leadership")
    assert (found.outcome, assessment.verdict) == ("in-line", "appropriate")
    assert (found.details["hours"], found.details["days"]) == (1265, 195)


def test_the_role_of_assistant_head_stands_for_the_appointment() -> None:
    post = {**SENCO, "role": "assistant-head", "major_part_in_running_the_school": "yes"}
    assert about(answer(post, paid("leadership", 58569)), "leadership").outcome == "in-line"


def test_somebody_not_appointed_may_not_be_on_the_leadership_range() -> None:
    post = {**SENCO, "appointed_head_deputy_or_assistant": "no"}
    assessment = answer(post, paid("leadership", 58569))
    assert about(assessment, "leadership").outcome == "not-permitted"
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


def test_an_appointment_not_known_is_asked_for() -> None:
    assessment = answer(SENCO, paid("leadership", 58569))
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == (
        "cannot-tell",
        ("appointed_head_deputy_or_assistant",),
    )
    assert assessment.verdict == "cannot-tell"


def test_a_development_role_without_a_major_part_in_the_school_does_not_fit_the_range() -> None:
    post = {
        **SENCO,
        "appointed_head_deputy_or_assistant": "yes",
        "major_part_in_running_the_school": "no",
    }
    assert about(answer(post, paid("leadership", 58569)), "leadership").outcome == "not-permitted"


@pytest.mark.parametrize(
    ("role", "part", "outcome", "missing"),
    [
        ("deputy-head", "not-known", "cannot-tell", ("major_part_in_running_the_school",)),
        ("headteacher", "not-known", "in-line", ()),
        ("headteacher", "no", "in-line", ()),
        ("not-known", "yes", "in-line", ()),
        ("not-known", "no", "cannot-tell", ("role",)),
        ("not-known", "not-known", "cannot-tell", ("major_part_in_running_the_school", "role")),
    ],
)
def test_whether_a_leader_who_is_no_head_plays_a_major_part_has_to_be_known(
    role: str, part: str, outcome: str, missing: tuple[str, ...]
) -> None:
    post = {**SENCO, **LEADER, "role": role, "major_part_in_running_the_school": part}
    post["headteacher_group"] = 1
    assessment = answer(post, paid("leadership", 58569))
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == (outcome, missing)
    assert assessment.verdict == ("appropriate" if outcome == "in-line" else "cannot-tell")


@pytest.mark.parametrize(
    ("facts", "on", "missing"),
    [
        ({"employer": "not-known"}, "2025-10-01", ("employer",)),
        ({"employer": "central-service"}, "2015-10-01", ()),
    ],
)
@pytest.mark.parametrize("appointed", ["yes", "no"])
def test_nothing_on_leadership_is_not_permitted_before_the_document_is_known_to_bind(
    facts: dict[str, str], on: str, missing: tuple[str, ...], appointed: str
) -> None:
    """SC-12: until September 2016 an authority chose what suited an unattached teacher."""
    post = {**SENCO, **facts, "appointed_head_deputy_or_assistant": appointed}
    assessment = answer(post, paid("leadership", 60000), on=on)
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", missing)
    assert found.wording == "leadership.if-bound"
    assert (assessment.verdict, assessment.outcome) == ("cannot-tell", "cannot-tell")


def test_a_senco_in_name_who_is_somebody_else_leaves_open_who_co_ordinates() -> None:
    assessment = answer({**SENCO, "senco_in_name_is_someone_else": "yes"}, U3_2025)
    assert about(assessment, "leadership").missing == ("designated_coordinator",)
    assert "senco-qualification" not in subjects(assessment)


def test_a_senco_with_nothing_is_questionable_only_where_the_document_binds() -> None:
    assessment = answer({**SENCO, "employer": "not-known"}, U3_2025)
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ("employer",))
    assert found.wording == "leadership.coordinator-if-bound"
    assert assessment.verdict == "cannot-tell"


def test_df_02_a_leader_by_role_whose_appointment_is_not_known_may_be_no_classroom_teacher() -> (
    None
):
    """SEN-25: the leadership group is outside paragraph 21, so that nothing is due for certain."""
    post = {**SPECIAL, "role": "assistant-head"}
    assessment = answer(post, U3_2025)
    found = about(assessment, "sen-allowance")
    assert (found.outcome, found.gap) == ("cannot-tell", None)
    assert found.missing == ("appointed_head_deputy_or_assistant",)
    assert assessment.verdict == "cannot-tell"
    settled = answer({**post, "appointed_head_deputy_or_assistant": "no"}, U3_2025)
    assert about(settled, "sen-allowance").gap == 2787
    leads = answer({**post, "appointed_head_deputy_or_assistant": "yes"}, U3_2025)
    assert about(leads, "sen-allowance").outcome == "not-due"


@pytest.mark.parametrize("pay_range", ["main-pay-range", "unqualified", "leading-practitioner"])
def test_on_any_range_the_status_of_the_teacher_has_to_be_known(pay_range: str) -> None:
    """UQT-01: one answer makes the range one that may not be paid."""
    post = {**CLASS_TEACHER, "qualified_teacher": "not-known"}
    assessment = answer(post, paid(pay_range))
    found = about(assessment, "combination")
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert found.missing == ("qualified_teacher",)
    assert "combination" in assessment.undecided


def test_without_a_range_or_a_payment_nothing_turns_on_the_status() -> None:
    post = {**CLASS_TEACHER, "qualified_teacher": "not-known"}
    assert "combination" not in subjects(answer(post, {}))


@pytest.mark.parametrize(
    ("appointed", "outcomes"),
    [("yes", ["not-permitted"]), ("not-known", ["cannot-tell"]), ("no", [])],
)
def test_a_deputy_head_on_the_main_range_is_asked_for_the_appointment(
    appointed: str, outcomes: list[str]
) -> None:
    post = {
        **CLASS_TEACHER,
        "role": "deputy-head",
        "appointed_head_deputy_or_assistant": appointed,
    }
    found = answer(post, paid("main-pay-range", 45352)).findings
    told = [each for each in found if each.wording.startswith("combination.leader-range")]
    assert [each.outcome for each in told] == outcomes


@pytest.mark.parametrize(("appointed", "told"), [("yes", 0), ("no", 1)])
def test_a_senco_appointed_as_a_leader_is_not_told_that_no_leadership_pay_is_lawful(
    appointed: str, told: int
) -> None:
    """LDR-01: the leadership range is the leader's, and pays for the role as well."""
    post = {**SENCO, "appointed_head_deputy_or_assistant": appointed}
    found = answer(post, paid("upper-pay-range", 51048, point="U3")).findings
    assert len([each for each in found if each.about == "leadership"]) == told
    leaders = [each for each in found if each.wording == "combination.leader-range"]
    assert len(leaders) == 1 - told


def test_df_04_support_staff_are_not_asked_for_a_teachers_range() -> None:
    assessment = answer({**CLASS_TEACHER, "role": "support-staff"}, {"salary": 24000})
    found = about(assessment, "base-pay")
    assert (found.outcome, found.missing) == ("does-not-apply", ())
    assert "DF-04" in {citation.rule for citation in found.citations}
    assert (assessment.verdict, assessment.undecided) == ("does-not-apply", ())


def test_support_staff_of_an_employer_not_bound_are_told_so_first() -> None:
    post = {**CLASS_TEACHER, "role": "support-staff", "employer": "independent"}
    assert about(answer(post, {}), "base-pay").wording == "base-pay.not-bound"


@pytest.mark.parametrize("qualified", ["yes", "no"])
def test_df_04_no_minimum_of_a_teachers_range_is_due_to_support_staff(qualified: str) -> None:
    post = {**CLASS_TEACHER, "role": "support-staff", "qualified_teacher": qualified}
    assessment = answer(post, paid("upper-pay-range", 30000))
    found = about(assessment, "base-pay")
    assert (found.outcome, found.gap) == ("does-not-apply", None)
    assert "DF-04" in {cited.rule for cited in found.citations}
    assert assessment.verdict == "does-not-apply"


def test_df_04_support_staff_with_a_tlr_are_paid_irregularly_all_the_same() -> None:
    pay = {"allowances": [allowance("tlr2", 4000)]}
    assessment = answer({**CLASS_TEACHER, "role": "support-staff"}, pay)
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "irregular")


def test_a_senco_with_nothing_is_questionable_by_code_and_union() -> None:
    assessment = answer({**SENCO, "on_leadership_team": "no"}, U3_2025)
    found = about(assessment, "leadership")
    assert (assessment.verdict, found.outcome, found.force) == (
        "questionable",
        "short-of-guidance",
        "should",
    )
    assert {"LDR-09", "POS-01", "POS-03"} <= {cited.rule for cited in found.citations}


def test_before_august_2018_the_position_not_yet_stated_is_not_cited() -> None:
    assessment = answer(SENCO, paid("upper-pay-range", 38633), on="2017-10-01")
    cited = {cited.rule for cited in about(assessment, "leadership").citations}
    assert "POS-01" not in cited
    assert "POS-03" in cited


def test_a_senco_on_the_team_with_nothing_is_questionable_by_the_unions_position() -> None:
    assessment = answer(SENCO, U3_2025)
    found = about(assessment, "leadership")
    assert (assessment.verdict, found.force) == ("questionable", "position")


def test_a_senco_with_a_tlr_for_another_duty_is_still_not_paid_for_the_role() -> None:
    tlr = allowance("tlr2", 5000, for_which_duty="Head of mathematics")
    assert answer(SENCO, paid("upper-pay-range", 51048, tlr)).verdict == "questionable"


@pytest.mark.parametrize(
    "duty", ["SENCO", "Inclusion", "Co-ordinating special needs", "Special educational needs", ""]
)
def test_a_senco_with_a_tlr_for_the_duty_is_appropriately_paid(duty: str) -> None:
    tlr = allowance("tlr2", 5000, for_which_duty=duty)
    assert answer(SENCO, paid("upper-pay-range", 51048, tlr)).verdict == "appropriate"


@pytest.mark.parametrize("duty", ["Maths co-ordinator", "Literacy coordinator"])
def test_a_tlr_for_coordinating_a_subject_does_not_pay_for_the_role(duty: str) -> None:
    tlr = allowance("tlr2", 5000, for_which_duty=duty)
    assert answer(SENCO, paid("upper-pay-range", 51048, tlr)).verdict == "questionable"


@pytest.mark.parametrize("duty", ["Senior teacher", "not SENCO", "absence management", "SpLD"])
def test_a_tlr_whose_duty_leaves_it_open_is_not_told_to_pay_for_the_role_or_not(duty: str) -> None:
    tlr = allowance("tlr2", 5000, for_which_duty=duty)
    assessment = answer(SENCO, paid("upper-pay-range", 51048, tlr))
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ("for_which_duty",))
    assert found.wording == "leadership.coordinator-duty-not-clear"
    assert assessment.verdict == "cannot-tell"
    unsure = {**SENCO, "designated_coordinator": "not-known"}
    found = about(answer(unsure, paid("upper-pay-range", 51048, tlr)), "leadership")
    assert found.missing == ("designated_coordinator", "for_which_duty")
    assert found.wording == "leadership.coordinator-not-known"


@pytest.mark.parametrize(
    ("team", "outcome"),
    [("yes", "in-line"), ("no", "short-of-guidance"), ("not-known", "cannot-tell")],
)
def test_the_code_advises_that_a_senco_is_on_the_leadership_team(team: str, outcome: str) -> None:
    post = {**SENCO, "on_leadership_team": team}
    assessment = answer(post, paid("upper-pay-range", 51048, allowance("tlr2", 5000)))
    found = about(assessment, "leadership")
    assert (found.outcome, found.force, assessment.verdict) == (outcome, "should", "appropriate")


def test_somebody_who_says_senco_but_not_whether_designated_cannot_be_told_appropriate() -> None:
    post = {**SENCO, "designated_coordinator": "not-known", "significant_responsibility": "no"}
    assessment = answer(post, U3_2025)
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ("designated_coordinator",))
    assert assessment.verdict == "cannot-tell"


def test_a_subject_leader_with_all_tests_met_and_nothing_paid_is_questionable() -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "role": "subject-leader"}
    assessment = answer(post, U3_2025)
    findings = [found for found in assessment.findings if found.about == "tlr"]
    assert [found.outcome for found in findings] == ["may-be-considered", "short-of-guidance"]
    assert (assessment.verdict, findings[1].force) == ("questionable", "position")


def test_a_sen_allowance_alone_where_all_tlr_tests_are_met_is_questionable_by_guidance() -> None:
    pay = paid("upper-pay-range", 51048, allowance("sen-allowance", 2787))
    assessment = answer({**SPECIAL, **TLR_TESTS_MET}, pay)
    found = [found for found in assessment.findings if found.about == "tlr"][1]
    assert (assessment.verdict, found.force) == ("questionable", "should")
    assert "SEN-20" in {cited.rule for cited in found.citations}


def test_a_leading_practitioner_is_outside_the_questionable_row() -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "role": "leading-practitioner"}
    assert answer(post, paid("leading-practitioner", 52026)).verdict == "appropriate"


def test_a_leading_practitioner_who_coordinates_is_outside_the_questionable_row_too() -> None:
    assert answer(SENCO, paid("leading-practitioner", 52026)).verdict == "appropriate"


def test_a_shared_senco_should_not_be_a_headteacher() -> None:
    post = {
        **SENCO,
        "role": "headteacher",
        "appointed_head_deputy_or_assistant": "yes",
        "shared_across_schools": "yes",
    }
    assessment = answer(post, paid("leadership", 62000))
    shared = [found for found in assessment.findings if found.about == "leadership"][1]
    assert (shared.outcome, shared.force) == ("short-of-guidance", "should")


def test_a_shared_headteacher_who_is_not_the_senco_is_no_matter_of_the_code() -> None:
    post = {
        **CLASS_TEACHER,
        "role": "headteacher",
        "appointed_head_deputy_or_assistant": "yes",
        "shared_across_schools": "yes",
    }
    findings = answer(post, paid("leadership", 62000)).findings
    assert len([found for found in findings if found.about == "leadership"]) == 1


def test_a_head_is_compared_with_the_range_of_the_schools_group() -> None:
    post = {
        **CLASS_TEACHER,
        "role": "headteacher",
        "appointed_head_deputy_or_assistant": "yes",
        "headteacher_group": 1,
    }
    below = about(answer(post, paid("leadership", 58568)), "base-pay")
    assert (below.outcome, below.gap) == ("below", Decimal("1.00"))
    assert about(answer(post, paid("leadership", 58569)), "base-pay").outcome == "in-line"


@pytest.mark.parametrize(
    ("nation", "salary", "least", "gap"),
    [("england", 58569, "66368", "7799"), ("wales", 59597, "67531", "7934")],
)
def test_a_point_below_the_range_of_the_heads_group_does_not_lower_it(
    nation: str, salary: int, least: str, gap: str
) -> None:
    post = {**HEAD, "headteacher_group": 3}
    found = about(answer(post, paid("leadership", salary, point="L6"), nation=nation), "base-pay")
    assert (found.outcome, found.amount_low, found.gap) == ("below", Decimal(least), Decimal(gap))


def test_a_point_above_the_range_of_the_heads_group_is_in_order_only_if_conserved() -> None:
    pay = paid("leadership", 105595, point="L30")
    found = about(answer({**HEAD, "headteacher_group": 3}, pay), "base-pay")
    assert (found.outcome, found.missing) == ("cannot-tell", ("salary_conserved",))


@pytest.mark.parametrize(("salary", "outcome"), [(77924, "in-line"), (70000, "below-advisory")])
def test_the_point_that_ends_a_group_is_a_little_lower_for_its_head_and_advisory_as_before(
    salary: int, outcome: str
) -> None:
    pay = paid("leadership", salary, point="L18")
    found = about(answer({**HEAD, "headteacher_group": 1}, pay), "base-pay")
    assert (found.outcome, found.amount_high) == (outcome, Decimal(77924))


def test_a_head_of_a_group_that_is_not_known_is_due_the_minimum_of_group_1_at_least() -> None:
    found = about(answer(HEAD, paid("leadership", 54394, point="L3")), "base-pay")
    assert (found.outcome, found.gap) == ("below", Decimal(4175))
    assert found.missing == ("headteacher_group",)
    assert [found.amount_low, found.amount_high] == [58569, 143796]


def test_a_head_inside_the_leadership_range_is_asked_for_the_schools_group() -> None:
    found = about(answer(HEAD, paid("leadership", 58569)), "base-pay")
    assert (found.outcome, found.wording) == ("cannot-tell", "base-pay.group-not-known")
    assert found.missing == ("headteacher_group",)


@pytest.mark.parametrize(
    ("employer", "pay", "wording"),
    [
        ("independent", paid("leadership", 58569), "base-pay.not-bound"),
        ("maintained", paid("leadership", 150000), "base-pay.above-unless-conserved"),
    ],
)
def test_the_group_of_a_head_is_not_asked_for_where_it_settles_nothing(
    employer: str, pay: dict[str, object], wording: str
) -> None:
    assert about(answer({**HEAD, "employer": employer}, pay), "base-pay").wording == wording


# Other payments


@pytest.mark.parametrize(
    ("kind", "pay_range", "qualified", "outcome", "rule"),
    [
        ("honorarium", "upper-pay-range", "yes", "not-permitted", "OTH-07"),
        ("recruitment-retention", "leadership", "yes", "not-permitted", "OTH-03"),
        ("recruitment-retention", "upper-pay-range", "yes", "cannot-tell", "OTH-01"),
        ("unqualified-allowance", "upper-pay-range", "yes", "not-permitted", "UQT-02"),
        ("unqualified-allowance", "unqualified", "no", "cannot-tell", "UQT-02"),
        ("acting", "upper-pay-range", "yes", "cannot-tell", "OTH-04"),
        ("residential", "upper-pay-range", "yes", "cannot-tell", "OTH-06"),
        ("other", "upper-pay-range", "yes", "cannot-tell", "OTH-05"),
    ],
)
def test_other_payments_are_barred_or_named_with_the_rule_that_governs_them(
    kind: str, pay_range: str, qualified: str, outcome: str, rule: str
) -> None:
    post = {**CLASS_TEACHER, "qualified_teacher": qualified}
    found = about(answer(post, paid(pay_range, None, allowance(kind, 1000))), "other-allowance")
    assert found.outcome == outcome
    assert rule in {cited.rule for cited in found.citations}


def test_a_barred_payment_cannot_be_told_where_the_employer_is_not_known() -> None:
    post = {key: value for key, value in CLASS_TEACHER.items() if key != "employer"}
    found = about(
        answer(post, paid("upper-pay-range", 51048, allowance("honorarium", 1))), "other-allowance"
    )
    assert (found.outcome, found.missing) == ("cannot-tell", ("employer",))


def test_other_payments_are_not_judged_where_no_document_binds() -> None:
    post = {**CLASS_TEACHER, "employer": "independent"}
    pay = paid("upper-pay-range", 51048, allowance("honorarium", 1))
    assert "other-allowance" not in subjects(answer(post, pay))


# Regulation 49


def qualification(on: object = "2026-03-01", **facts: object) -> tuple[Outcome, Result]:
    post = {key: value for key, value in {**SENCO, **facts}.items() if value is not None}
    found = about(answer(post, U3_2025, on=str(on)), "senco-qualification")
    return found.outcome, found.because.result


IN_LINE, BREACH, OPEN = (
    (Outcome.IN_LINE, MET),
    (Outcome.NOT_PERMITTED, NOT_MET),
    (
        Outcome.CANNOT_TELL,
        NOT_KNOWN,
    ),
)
NOT_HELD = {"qualification_held": "none", "earlier_coordinator_months": 0}


def test_the_head_may_be_the_senco() -> None:
    post = {"role": "headteacher", "qualified_teacher": "no"}
    assert qualification(**post) == IN_LINE


def test_a_senco_who_is_neither_qualified_nor_head_breaks_the_regulation() -> None:
    assert qualification(qualified_teacher="no") == BREACH


def test_a_senco_whose_induction_is_not_completed_breaks_the_regulation() -> None:
    assert qualification(induction_completed="no") == BREACH


@pytest.mark.parametrize(("on", "expected"), [("2027-10-01", IN_LINE), ("2027-10-02", BREACH)])
def test_a_senco_of_october_2024_has_until_the_third_anniversary(
    on: str, expected: tuple[Outcome, Result]
) -> None:
    assert qualification(on, coordinator_since="2024-10-01", **NOT_HELD) == expected


def test_an_nasenco_course_of_june_2024_is_valid_if_completed_before_september_2027() -> None:
    begun = {
        "coordinator_since": "2020-09-01",
        "qualification_held": "nasenco",
        "course_started": "2024-06-01",
    }
    assert qualification("2027-10-01", **begun, course_completed="2027-08-31") == IN_LINE
    late = {**begun, "course_completed": "2027-09-01", "earlier_coordinator_months": 0}
    assert qualification("2027-10-01", **late) == BREACH


def test_an_nasenco_course_begun_from_september_2024_does_not_count() -> None:
    late = {"coordinator_since": "2020-09-01", "earlier_coordinator_months": 0}
    assert qualification(**late, course_started="2024-08-31") == IN_LINE
    assert qualification(**late, course_started="2024-09-01") == BREACH


def test_somebody_who_becomes_coordinator_later_is_told_of_the_two_dates() -> None:
    found = about(
        answer({**SENCO, "coordinator_since": "2025-11-01"}, U3_2025), "senco-qualification"
    )
    assert (found.outcome, found.wording) == ("cannot-tell", "senco-qualification.since-later")
    assert found.missing == ("coordinator_since",)


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        ({}, ()),
        (NOT_HELD | {"coordinator_since": "2018-09-01"}, ("ask-qualification-time", "ask-union")),
        ({"qualification_held": "not-known"}, ("check-qualification",)),
        ({"coordinator_since": "2026-11-01"}, ("check-qualification",)),
        ({"qualified_teacher": "no"}, ("ask-union",)),
    ],
)
def test_what_to_do_about_the_qualification_is_named_where_it_is_not_in_order(
    facts: dict[str, object], steps: tuple[str, ...]
) -> None:
    found = about(answer({**SENCO, **facts}, U3_2025, on="2026-03-01"), "senco-qualification")
    assert found.next_steps == steps


def test_a_nasenco_held_since_2015_needs_no_npq() -> None:
    assert qualification(coordinator_since="2014-09-01") == IN_LINE


def test_an_npq_counts() -> None:
    assert qualification(qualification_held="npq-senco", coordinator_since="2022-09-01") == IN_LINE


def test_another_qualification_does_not_count() -> None:
    assert qualification(qualification_held="other", earlier_coordinator_months=0) == BREACH


@pytest.mark.parametrize(("since", "expected"), [("2009-09-01", IN_LINE), ("2009-09-02", BREACH)])
def test_snc_04_only_who_became_a_senco_after_1_september_2009_is_caught(
    since: str, expected: tuple[Outcome, Result]
) -> None:
    assert qualification(coordinator_since=since, **NOT_HELD) == expected


@pytest.mark.parametrize(("months", "expected"), [(12, BREACH), (13, IN_LINE), (None, OPEN)])
def test_more_than_twelve_months_of_earlier_service_exempts(
    months: int | None, expected: tuple[Outcome, Result]
) -> None:
    facts = {"qualification_held": "none", "earlier_coordinator_months": months}
    assert qualification(coordinator_since="2018-09-01", **facts) == expected


@pytest.mark.parametrize(
    ("months", "on", "expected"),
    [
        (10, "2026-05-01", OPEN),
        (10, "2026-05-02", BREACH),
        (12, "2026-10-01", BREACH),
        (0, "2026-10-01", IN_LINE),
    ],
)
def test_snc_04_the_three_years_run_from_first_becoming_a_senco_at_any_school(
    months: int, on: str, expected: tuple[Outcome, Result]
) -> None:
    """Ten months before 1 March 2024 began by 1 May 2023, or longer ago."""
    facts = {"qualification_held": "none", "earlier_coordinator_months": months}
    assert qualification(on, coordinator_since="2024-03-01", **facts) == expected
    post = {**SENCO, "coordinator_since": "2024-03-01", **facts}
    found = about(answer(post, U3_2025, on=on), "senco-qualification")
    assert (found.details["by"] is None) is found.details["served_before"] is (months > 0)


@pytest.mark.parametrize("held", ["nasenco", "npq-senco"])
def test_snc_08_a_course_that_is_completed_later_is_not_held_yet(held: str) -> None:
    begun = {"coordinator_since": "2022-09-01", "qualification_held": held}
    assert qualification("2026-10-01", **begun, course_completed="2027-03-01") == OPEN
    assert qualification("2027-03-01", **begun, course_completed="2027-03-01") == IN_LINE


def test_snc_01_support_staff_do_not_work_as_a_teacher() -> None:
    assert qualification(role="support-staff") == BREACH


def test_a_start_that_is_not_known_is_asked_for() -> None:
    assert qualification(coordinator_since=None, **NOT_HELD) == OPEN


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"school_type": "special"}, "does-not-apply"),
        ({"employer": "independent"}, "does-not-apply"),
        ({"employer": "council", "school_type": "nursery"}, "does-not-apply"),
        ({"school_type": "nursery"}, "in-line"),
        ({"school_type": None}, "cannot-tell"),
    ],
)
def test_the_regulation_reaches_mainstream_and_maintained_nursery_schools_only(
    facts: dict[str, object], outcome: str
) -> None:
    assert qualification(**facts)[0] == outcome


def test_nobody_but_the_designated_coordinator_is_asked_for_the_qualification() -> None:
    assert "senco-qualification" not in subjects(answer(CLASS_TEACHER, U3_2025))


def test_an_npq_before_september_2024_is_taken_for_what_it_is() -> None:
    held = {"qualification_held": "npq-senco", "coordinator_since": "2015-09-01"}
    assert qualification("2023-10-01", **held) == IN_LINE


# Answers published elsewhere: reference/worked-cases.md, England, marked T or G


def test_case_1_no_payment_is_made_for_being_senco_but_a_tlr_may_be_open() -> None:
    assessment = answer(SENCO, paid("main-pay-range", 36412), on="2022-10-01")
    assert about(assessment, "tlr").outcome == "may-be-considered"
    assert about(assessment, "tlr").force == "may"
    assert "SNC-12" in {cited.rule for cited in about(assessment, "leadership").citations}


def test_case_2_finishing_the_senco_award_brings_no_rise() -> None:
    before = answer(
        {**SENCO, "qualification_held": "none"}, paid("main-pay-range", 36412), on="2022-10-01"
    )
    after = answer(SENCO, paid("main-pay-range", 36412), on="2022-10-01")
    for subject in ("base-pay", "sen-allowance", "tlr"):
        assert about(before, subject) == about(after, subject)


def test_case_4_a_mainstream_senco_without_sen_teaching_meets_no_route() -> None:
    assert about(answer(SENCO, U3_2025, on="2022-10-01"), "sen-allowance").outcome == "not-due"


def test_case_6_a_senco_with_a_sen_allowance_that_does_not_fit_may_ask_for_a_tlr() -> None:
    pay = paid("upper-pay-range", 51048, allowance("sen-allowance", 2787))
    assessment = answer(SENCO, pay)
    found = about(assessment, "sen-allowance")
    assert found.wording == "sen-allowance.paid-without-criteria"
    assert (found.outcome, found.missing) == ("cannot-tell", ("safeguarded",))
    assert about(assessment, "tlr").outcome == "may-be-considered"


def test_a_sen_allowance_outside_the_criteria_that_is_safeguarded_is_in_line() -> None:
    kept = allowance("sen-allowance", 2787, safeguarded="yes")
    cut = {"reduction_date": "2025-01-01", "reduction_cause": "restructuring", "sum_before": 2787}
    assessment = answer({**SENCO, **cut}, paid("upper-pay-range", 51048, kept))
    assert about(assessment, "sen-allowance").outcome == "in-line"


def test_case_13_a_tlr_is_not_automatic_for_a_small_setting() -> None:
    post = {**SENCO, "school_type": "nursery", "phase": "early-years"}
    assert about(answer(post, U3_2025, on="2023-10-01"), "tlr").force == "may"


def test_case_15_nothing_is_due_under_the_document_in_a_childrens_centre() -> None:
    post = {**SENCO, "employer": "council", "school_type": "nursery"}
    assessment = answer(post, U3_2025, on="2018-10-01")
    assert assessment.verdict == "does-not-apply"
    assert about(assessment, "tlr").outcome == "does-not-apply"


@pytest.mark.parametrize("year", range(2014, 2028))
def test_cases_18_and_19_no_edition_names_a_payment_for_sencos(year: int) -> None:
    assessment = answer(SENCO, paid("upper-pay-range"), on=f"{year}-10-01")
    assert about(assessment, "sen-allowance").outcome == "not-due"
    assert about(assessment, "tlr").force == "may"


@pytest.mark.parametrize(
    "facts",
    [
        {"sensory_qualification_required": "yes", "teaches_sen_pupils": "yes"},
        {"school_type": "special"},
        {"teaches_designated_class": "yes"},
        {
            "setting_analogous_to_designated": "yes",
            "substantial_direct_work": "yes",
            "sen_teaching_judgement": "yes",
            "greater_involvement_than_normal": "yes",
        },
        {"employer": "central-service", "teaches_in_la_unit_or_service": "yes"},
    ],
)
@pytest.mark.parametrize("on", ["2016-09-01", "2022-10-01"])
def test_case_20_each_route_makes_the_allowance_due(facts: dict[str, object], on: str) -> None:
    post = {**CLASS_TEACHER, "teaches_sen_pupils": "yes", **facts}
    assert about(answer(post, U3_2025, on=on), "sen-allowance").outcome == "due-but-missing"


def test_case_21_a_teacher_of_the_deaf_is_due_the_allowance_by_route_a() -> None:
    post = {
        **CLASS_TEACHER,
        "role": "specialist-sensory-teacher",
        "sensory_qualification_required": "yes",
        "teaches_sen_pupils": "yes",
    }
    found = about(answer(post, U3_2025, on="2021-10-01"), "sen-allowance")
    assert found.outcome == "due-but-missing"
    assert found.details["confirm_qualification"] is True


def test_case_26_resourced_provision_is_sorted_by_route_d_and_a_unit_by_route_c() -> None:
    unit = {
        **CLASS_TEACHER,
        "designated_unit": "unit",
        "teaches_sen_pupils": "yes",
        "teaches_designated_class": "yes",
    }
    provision = {
        **CLASS_TEACHER,
        "designated_unit": "resourced-provision",
        "teaches_sen_pupils": "yes",
        "setting_analogous_to_designated": "yes",
        "substantial_direct_work": "yes",
        "sen_teaching_judgement": "yes",
        "greater_involvement_than_normal": "yes",
    }
    for post, rule in ((unit, "SEN-06"), (provision, "SEN-08")):
        found = about(answer(post, U3_2025, on="2020-10-01"), "sen-allowance")
        met = {test.rule for test in walk(found.because) if test.result is MET}
        assert found.outcome == "due-but-missing"
        assert rule in met
        assert ({"SEN-06", "SEN-08"} - {rule}).isdisjoint(met)


def test_case_28_an_independent_special_school_need_not_pay_the_allowance() -> None:
    post = {**SPECIAL, "employer": "independent"}
    found = about(answer(post, U3_2025, on="2019-10-01"), "sen-allowance")
    assert found.outcome == "does-not-apply"


def test_cases_29_and_30_the_terms_of_an_academy_teacher_decide() -> None:
    hired = answer({**SPECIAL, "employer": "academy-own-terms"}, U3_2025, on="2022-10-01")
    transferred = answer({**SPECIAL, "employer": "academy-on-stpcd"}, U3_2025, on="2022-10-01")
    assert hired.verdict == "does-not-apply"
    assert about(transferred, "sen-allowance").outcome == "due-but-missing"


def test_case_32_a_sen_allowance_and_a_tlr_may_be_held_together() -> None:
    both = allowance("sen-allowance", 2384), allowance("tlr2", 3017)
    assessment = answer(
        {**SPECIAL, **TLR_TESTS_MET}, paid("upper-pay-range", 43685, *both), on="2022-09-01"
    )
    assert about(assessment, "combination").outcome == "in-line"
    assert assessment.verdict == "appropriate"


def test_case_34_an_allowance_only_to_attract_staff_is_against_the_guidance() -> None:
    post = {**SPECIAL, "paid_only_to_recruit_or_retain": "yes"}
    found = about(answer(post, U3_2025), "paperwork")
    assert (found.outcome, found.force) == ("short-of-guidance", "should")
    assert "SEN-21" in {cited.rule for cited in found.citations}


def test_case_35_two_values_inside_the_range_are_both_allowed() -> None:
    for amount in (2043, 4034):
        pay = paid("upper-pay-range", 37496, allowance("sen-allowance", amount))
        found = about(answer(SPECIAL, pay, on="2014-10-01"), "sen-allowance")
        assert found.outcome == "in-line"
        assert {"SEN-14", "SEN-15", "SEN-16"} <= {cited.rule for cited in found.citations}


@pytest.mark.parametrize(
    ("fact", "rule"), [("written_notice", "SEN-24"), ("duties_in_job_description", "SEN-22")]
)
def test_case_36_amount_reason_and_duties_are_to_be_in_writing(fact: str, rule: str) -> None:
    found = about(answer({**SPECIAL, fact: "no"}, U3_2025), "paperwork")
    assert (found.outcome, found.force) == ("short-of-guidance", "should")
    assert rule in {cited.rule for cited in found.citations}


def test_case_37_the_present_criteria_apply_to_an_award_of_any_later_year() -> None:
    assert (
        about(answer(SPECIAL, U3_2025, on="2014-09-01"), "sen-allowance").outcome
        == "due-but-missing"
    )


def test_case_39_an_unqualified_teacher_in_a_special_school_is_not_due_the_allowance() -> None:
    post = {**SPECIAL, "qualified_teacher": "no"}
    found = about(answer(post, paid("unqualified", 21559), on="2021-10-01"), "sen-allowance")
    assert found.outcome == "not-due"


def test_case_40_a_directly_employed_supply_teacher_has_the_same_access() -> None:
    post = {**SPECIAL, "role": "supply"}
    assert about(answer(post, U3_2025), "sen-allowance").outcome == "due-but-missing"


def test_case_43_two_tlrs_may_not_be_held_together() -> None:
    both = allowance("tlr2", 5000), allowance("tlr2", 4000)
    assessment = answer(SENCO, paid("upper-pay-range", 51048, *both))
    assert about(assessment, "combination").outcome == "not-permitted"


def test_case_45_a_tlr_below_the_minimum_is_no_tlr() -> None:
    pay = paid("upper-pay-range", 37496, allowance("tlr2", 1600))
    found = about(answer(SENCO, pay, on="2014-10-01"), "tlr")
    assert (found.outcome, found.amount_low, found.gap) == (
        "below",
        Decimal("2587.00"),
        Decimal("987.00"),
    )


def test_case_47_only_the_limits_of_the_range_are_national() -> None:
    for amount in (2721, 4567, 6646):
        pay = paid("upper-pay-range", 39406, allowance("tlr2", amount))
        assert about(answer(SENCO, pay, on="2018-10-01"), "tlr").outcome == "in-line"


@pytest.mark.parametrize(
    ("pay_range", "on"), [("leadership", "2015-10-01"), ("leading-practitioner", "2023-10-01")]
)
def test_case_50_leaders_and_leading_practitioners_cannot_hold_a_tlr(
    pay_range: str, on: str
) -> None:
    post = {**SENCO, "appointed_head_deputy_or_assistant": "yes"}
    found = about(
        answer(post, paid(pay_range, None, allowance("tlr2", 5000)), on=on), "combination"
    )
    assert found.outcome == "not-permitted"
    assert "TLR-18" in {cited.rule for cited in found.citations}


def test_case_51_support_staff_cannot_hold_a_tlr() -> None:
    post = {**SENCO, "role": "support-staff"}
    assessment = answer(
        post, paid("upper-pay-range", None, allowance("tlr2", 3000)), on="2015-10-01"
    )
    assert about(assessment, "combination").outcome == "not-permitted"
    assert about(assessment, "tlr").outcome == "not-due"


def test_case_59_from_september_2026_the_share_decides_whatever_the_hours() -> None:
    half_time = {**SENCO, "fte": 0.5}
    pay = paid("upper-pay-range", 52835, allowance("tlr2", 3651, "received", share=1))
    assert about(answer(half_time, pay, on="2026-09-01"), "tlr").outcome == "in-line"
    less = paid("upper-pay-range", 52835, allowance("tlr2", 1826, "received", share=1))
    assert about(answer(half_time, less, on="2026-09-01"), "tlr").outcome == "below"


def test_case_61_a_tlr3_is_not_reduced_for_part_time_hours() -> None:
    post = {**SENCO, "fte": 0.5, "time_limited_project": "yes", "sustained": "no"}
    whole = paid("upper-pay-range", None, allowance("tlr3", 675, "received"))
    half = paid("upper-pay-range", None, allowance("tlr3", 338, "received"))
    assert about(answer(post, whole, on="2024-10-01"), "tlr3").outcome == "in-line"
    found = about(answer(post, half, on="2024-10-01"), "tlr3")
    assert (found.outcome, found.gap) == ("below", Decimal("337.00"))


def test_case_62_a_supply_teacher_covering_a_tlr_post_may_hold_it_pro_rata() -> None:
    post = {**SENCO, "role": "supply", "fte": 0.5, "covering_absent_holder": "yes"}
    tlr = allowance("tlr2", 1300, "received", until="2015-07-31")
    assert (
        about(answer(post, paid("upper-pay-range", None, tlr), on="2014-10-01"), "tlr").outcome
        == "in-line"
    )


def test_case_64_a_development_role_belongs_on_leadership_only_with_a_deputys_duties() -> None:
    post = {**CLASS_TEACHER, "appointed_head_deputy_or_assistant": "no"}
    pay = paid("leadership", 38215)
    assert about(answer(post, pay, on="2014-10-01"), "leadership").outcome == "not-permitted"


def test_case_67_an_assistant_head_cannot_have_a_retention_payment() -> None:
    post = {**SENCO, "role": "assistant-head"}
    pay = paid("leadership", None, allowance("recruitment-retention", 2000))
    found = about(answer(post, pay, on="2022-10-01"), "other-allowance")
    assert (found.outcome, found.citations[0].rule) == ("not-permitted", "OTH-03")


@pytest.mark.parametrize(
    ("duty", "outcome", "verdict"),
    [
        ("relocation", "cannot-tell", "appropriate"),
        ("Housing costs", "cannot-tell", "appropriate"),
        ("retention, not housing", "not-permitted", "not-appropriate"),
        ("hard to fill", "not-permitted", "not-appropriate"),
    ],
)
def test_oth_03_housing_and_relocation_costs_of_a_leader_may_be_met(
    duty: str, outcome: str, verdict: str
) -> None:
    held = allowance("recruitment-retention", 2000, for_which_duty=duty)
    post = {**SENCO, **LEADER, "role": "assistant-head"}
    assessment = answer(post, paid("leadership", 52000, held), on="2023-10-01")
    assert about(assessment, "other-allowance").outcome == outcome
    assert assessment.verdict == verdict


def test_case_70_a_sen_allowance_cut_by_restructuring_is_safeguarded_for_up_to_three_years() -> (
    None
):
    post = {
        **CLASS_TEACHER,
        "reduction_date": "2023-09-01",
        "reduction_cause": "restructuring",
        "sum_before": 2539,
    }
    last, after = (answer(post, U3_2025, on=on) for on in ("2026-08-31", "2026-09-01"))
    assert about(last, "safeguarding").outcome == "due-but-missing"
    assert about(last, "safeguarding").amount_low == 2539
    assert about(after, "safeguarding").outcome == "not-due"


@pytest.mark.parametrize(("sum_before", "extra"), [(500, False), (501, True)])
def test_case_72_a_safeguarded_sum_over_500_pounds_may_bring_duties(
    sum_before: int, extra: bool
) -> None:
    post = {
        **CLASS_TEACHER,
        "reduction_date": "2014-09-01",
        "reduction_cause": "restructuring",
        "sum_before": sum_before,
    }
    found = about(answer(post, U3_2025, on="2014-10-01"), "safeguarding")
    assert found.details["extra_duties"] is extra


def test_case_73_the_award_of_2024_is_due_from_the_first_of_september() -> None:
    pay = paid("main-pay-range", 30000, point="M1")
    assert about(answer(CLASS_TEACHER, pay, on="2024-08-31"), "base-pay").outcome == "in-line"
    found = about(answer(CLASS_TEACHER, pay, on="2024-09-01"), "base-pay")
    assert (found.outcome, found.gap) == ("below", Decimal("1650.00"))


def test_no_fact_of_the_no_sen_class_set_is_forgotten() -> None:
    for fact in NO_SEN_CLASS:
        post = {**CLASS_TEACHER, fact: "not-known", "teaches_sen_pupils": "yes"}
        found = about(answer(post, U3_2025), "sen-allowance")
        if fact == "teaches_in_la_unit_or_service":
            assert found.outcome == "not-due"
        elif fact != "teaches_sen_pupils":
            assert (found.outcome, found.missing[0]) == ("cannot-tell", fact)


@pytest.mark.parametrize(
    ("kind", "pay_range"),
    [("tlr2", "upper-pay-range"), ("tlr2", "leadership"), ("honorarium", "upper-pay-range")],
)
def test_a_payment_entered_as_nothing_a_year_is_neither_short_nor_forbidden(
    kind: str, pay_range: str
) -> None:
    """A TLR *may* be paid, so that no minimum of one is due where none is paid (TLR-01)."""
    post = {**SENCO, **(LEADER if pay_range == "leadership" else {})}
    with_it, without = (
        answer(post, paid(pay_range, 51773 if pay_range == "leadership" else 51048, *each))
        for each in ((allowance(kind, 0),), ())
    )
    assert [found.outcome for found in with_it.findings] == [
        found.outcome for found in without.findings
    ]
    assert with_it.direction is None


def test_a_sen_allowance_entered_as_nothing_a_year_is_missing() -> None:
    found = about(
        answer(SPECIAL, paid("upper-pay-range", 51048, allowance("sen-allowance", 0))),
        "sen-allowance",
    )
    assert (found.outcome, found.gap) == ("due-but-missing", Decimal(2787))


def test_tlrs_and_sen_allowances_are_the_same_in_every_pay_area_and_told_without_it() -> None:
    """TLR2 of 2025: 3,527 at the least; a SEN allowance: 2,787, in all four areas."""
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 3000))
    short = answer(SENCO, pay, pay_area="not-known")
    assert (about(short, "tlr").outcome, about(short, "tlr").gap) == ("below", Decimal(527))
    missing = about(answer(SPECIAL, U3_2025, pay_area="not-known"), "sen-allowance")
    assert (missing.outcome, missing.gap) == ("due-but-missing", Decimal(2787))
    assert missing.amount_high == 5497


@pytest.mark.parametrize(("qualified", "unqualified"), [("no", True), ("yes", False)])
def test_uqt_02_a_senco_without_qualified_status_is_not_pointed_to_a_tlr_alone(
    qualified: str, unqualified: bool
) -> None:
    pay_range = "unqualified" if unqualified else "upper-pay-range"
    salary = 30000 if unqualified else 51048
    found = about(
        answer({**SENCO, "qualified_teacher": qualified}, paid(pay_range, salary)), "leadership"
    )
    assert (found.outcome, found.details["unqualified"]) == ("short-of-guidance", unqualified)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, "not-permitted"),
        ({"role": "not-known"}, "cannot-tell"),
        ({"employer": "not-known"}, "cannot-tell"),
        ({"major_part_in_running_the_school": "yes"}, "cannot-tell"),
    ],
)
def test_ldr_03_without_the_major_part_leadership_is_open_to_no_teacher_appointed_or_not(
    facts: dict[str, object], outcome: str
) -> None:
    post = {**SENCO, "major_part_in_running_the_school": "no", **facts}
    assert about(answer(post, paid("leadership", 55000)), "leadership").outcome == outcome
