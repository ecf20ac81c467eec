"""Leadership in Northern Ireland, and what a co-ordinator is paid for."""

import pytest

from payapp.domain.tests_over_facts import MET, NOT_KNOWN
from tests.nations.northern_irish import (
    PRINCIPAL,
    SENCO,
    TEACHER,
    TESTS_MET,
    U3,
    answer,
    asked,
    cited,
    every,
    without,
)
from tests.worked import about, allowance, paid


@pytest.mark.parametrize("role", ["headteacher", "deputy-head"])
def test_principals_and_vice_principals_are_paid_on_the_leadership_scale(role: str) -> None:
    post = {**TEACHER, "role": role, "designated_coordinator": "yes"}
    assessment = answer(post, paid("leadership", 55728, point="L4"))
    found = about(assessment, "leadership")
    assert (found.outcome, found.details["coordinator"]) == ("in-line", True)
    assert "NI-CO-11" in cited(found)
    assert assessment.verdict == "appropriate"


@pytest.mark.parametrize(
    ("facts", "wording"),
    [
        ({"role": "class-teacher"}, "cannot-tell"),
        ({"role": "assistant-head"}, "cannot-tell"),
        ({"appointed_head_deputy_or_assistant": "no"}, "not-named"),
    ],
)
def test_nothing_read_says_whether_others_may_be_on_the_leadership_scale(
    facts: dict[str, str], wording: str
) -> None:
    found = asked("leadership", {**TEACHER, **facts}, paid("leadership", 51834, point="L1"))
    assert (found.outcome, found.force) == ("cannot-tell", "must")
    assert found.wording == f"leadership.{wording}"


def test_a_vice_principal_on_the_upper_scale_is_on_the_wrong_scale() -> None:
    post = {**TEACHER, "role": "deputy-head"}
    assert asked("leadership", post, U3).outcome == "not-permitted"
    assert asked("leadership", without(post, "employer"), U3).missing == ("employer",)


def test_somebody_acting_up_keeps_the_own_scale() -> None:
    pay = paid("upper-pay-scale", 50876, allowance("acting", 4000), point="U3")
    assessment = answer({**TEACHER, "role": "deputy-head"}, pay)
    assert not every("leadership", assessment)
    found = about(assessment, "other-allowance")
    assert (found.outcome, found.force, cited(found)) == ("cannot-tell", "may", {"NI-ACT-01"})


@pytest.mark.parametrize(
    ("group", "last"),
    [(1, 18), (2, 21), (3, 24), (4, 27), (5, 31), (6, 35), (7, 39), (8, 43)],
)
def test_a_principals_point_ends_with_the_group_of_the_school(group: int, last: int) -> None:
    post = {**PRINCIPAL, "headteacher_group": group}

    def outcomes(point: int, conserved: str) -> list[str]:
        pay = paid("leadership", 70000, point=f"L{point}", salary_conserved=conserved)
        return [found.outcome for found in every("leadership", answer(post, pay))]

    assert outcomes(last, "no") == ["in-line"]
    assert outcomes(last + 1, "no") == ["in-line", "not-permitted"]
    assert outcomes(last + 1, "not-known") == ["in-line", "cannot-tell"]
    assert outcomes(last + 1, "yes") == ["in-line"]


@pytest.mark.parametrize(
    "facts", [{"role": "deputy-head", "headteacher_group": 1}, {"role": "headteacher"}]
)
def test_the_top_of_the_group_is_read_for_principals_of_a_known_group(
    facts: dict[str, object],
) -> None:
    pay = paid("leadership", 100000, point="L43", salary_conserved="no")
    assert len(every("leadership", answer({**TEACHER, **facts}, pay))) == 1


@pytest.mark.parametrize(
    ("group", "salary", "above"),
    [
        (1, 78223, False),
        (1, 78224, True),
        (1, 90427, True),
        (2, 85000, False),
        (2, 90427, True),
        (3, 90427, False),
        (8, 143422, False),
    ],
)
def test_ni_lead_02_a_salary_above_the_group_is_as_a_point_above_it(
    group: int, salary: int, *, above: bool
) -> None:
    """Group 1 ends at L18, 78,223; group 2 at L21, which is not held; group 3 at L24, 90,427."""
    post = {**PRINCIPAL, "headteacher_group": group}

    def found(conserved: str) -> list[str]:
        pay = paid("leadership", salary, salary_conserved=conserved)
        return [str(each.outcome) for each in every("leadership", answer(post, pay))[1:]]

    assert found("no") == (["not-permitted"] if above else [])
    assert found("not-known") == (["cannot-tell"] if above else [])
    assert found("yes") == []


def test_a_part_time_principals_salary_is_held_against_the_group_in_proportion() -> None:
    post = {**PRINCIPAL, "headteacher_group": 1, "fte": 0.5}
    for salary, above in ((39111.50, False), (45213.50, True)):
        pay = paid("leadership", salary, basis="received", salary_conserved="no")
        assert (len(every("leadership", answer(post, pay))) == 2) is above


def test_a_point_that_is_no_number_is_compared_with_no_group() -> None:
    post = {**PRINCIPAL, "headteacher_group": 1}
    for pay in (
        paid("leadership", 60000, point="top"),
        paid("leadership", 60000),
        {"range": "leadership"},
    ):
        assert len(every("leadership", answer(post, pay))) == 1


@pytest.mark.parametrize(
    ("group", "point", "salary", "short"),
    [
        (1, "L1", 51834, True),
        (1, "L4", 55728, True),
        (1, "L5", 58000, True),
        (1, "L6", 58000, False),
        (1, "L7", 60038, False),
        (2, "L4", 55728, False),
        (1, None, 51834, True),
        (1, None, 55728, True),
        (1, None, 55729, False),
        (1, "top", 51834, False),
    ],
)
def test_ni_lead_02_a_principal_of_group_1_is_paid_at_l6_or_above(
    group: int, point: str | None, salary: int, *, short: bool
) -> None:
    """L4 is 55,728 and L6 is not held; where the other groups begin was not found."""
    named = {} if point is None else {"point": point}
    pay = paid("leadership", salary, **named)
    assessment = answer({**PRINCIPAL, "headteacher_group": group}, pay)
    found = every("leadership", assessment)[1:]
    assert [str(each.outcome) for each in found] == (["below"] if short else [])
    assert assessment.verdict != "appropriate" or not short
    for each in found:
        assert (each.amount_low, each.gap) == (None, None)
        assert {"NI-LEAD-02"} <= cited(each)
        assert each.details["start"] == 6
        assert each.details.get("below") == (salary if point is None else None)


@pytest.mark.parametrize(
    "post", [{**TEACHER, "role": "deputy-head"}, without({**TEACHER, "role": "headteacher"}, "fte")]
)
def test_the_start_of_the_group_is_for_principals_whose_salary_is_known(
    post: dict[str, object],
) -> None:
    pay = paid("leadership", 51834, basis="received")
    assert len(every("leadership", answer({**post, "headteacher_group": 1}, pay))) == 1


def test_below_the_group_of_a_school_that_may_not_be_bound_is_undecided() -> None:
    post = {**without(PRINCIPAL, "employer"), "headteacher_group": 1}
    found = every("leadership", answer(post, paid("leadership", 51834, point="L1")))[1]
    assert (found.outcome, found.missing) == ("cannot-tell", ("employer",))
    assert found.wording == "leadership.below-the-group-if-bound"


# What a co-ordinator is paid for


@pytest.mark.parametrize("pay_range", ["main-pay-scale", "upper-pay-scale"])
def test_a_coordinator_with_nothing_for_it_makes_the_pay_questionable(pay_range: str) -> None:
    pay = paid(pay_range, {"main-pay-scale": 43830, "upper-pay-scale": 47390}[pay_range])
    assessment = answer(SENCO, pay)
    found = about(assessment, "leadership")
    assert (found.outcome, found.force) == ("short-of-guidance", "may")
    assert found.questions_pay is MET
    assert {"NI-CO-06", "NI-CO-07", "NI-TA-08"} <= cited(found)
    assert assessment.verdict == "questionable"


def test_a_special_needs_allowance_alone_does_not_pay_for_coordinating() -> None:
    post = {**SENCO, "allowance_in_contract_or_letter": "yes"}
    assessment = answer(post, paid("upper-pay-scale", 50876, allowance("sen1", 2717), point="U3"))
    assert about(assessment, "leadership").details["has_sen"] is True
    assert assessment.verdict == "questionable"


@pytest.mark.parametrize(
    ("duty", "verdict"),
    [
        (None, "appropriate"),
        ("SEN co-ordination", "appropriate"),
        ("learning support", "appropriate"),
        ("LSC", "appropriate"),
        ("Special needs", "appropriate"),
        ("Head of music", "questionable"),
        ("Literacy co-ordinator", "questionable"),
        ("Senior teacher", "cannot-tell"),
        ("not SENCO", "cannot-tell"),
    ],
)
def test_only_a_teaching_allowance_for_that_duty_pays_for_coordinating(
    duty: str | None, verdict: str
) -> None:
    more = {} if duty is None else {"for_which_duty": duty}
    paid_for = allowance("teaching-allowance-2", 5058, **more)
    assessment = answer(SENCO, paid("upper-pay-scale", 50876, paid_for, point="U3"))
    assert assessment.verdict == verdict


@pytest.mark.parametrize("role", ["senco", "lsc"])
def test_whether_somebody_who_sees_it_so_is_the_coordinator_is_asked(role: str) -> None:
    post = {**TEACHER, "role": role, "designated_coordinator": "not-known"}
    assessment = answer(post, U3)
    found = about(assessment, "leadership")
    assert (found.outcome, found.missing) == ("cannot-tell", ("designated_coordinator",))
    assert found.questions_pay is NOT_KNOWN
    assert assessment.verdict == "cannot-tell"


def test_a_coordinator_of_an_employer_not_known_is_not_called_questionable() -> None:
    found = asked("leadership", without(SENCO, "employer"), U3)
    assert (found.outcome, found.questions_pay) == ("cannot-tell", NOT_KNOWN)
    assert found.missing == ("employer",)


def test_without_a_scale_nothing_is_said_of_how_coordinating_is_paid() -> None:
    assert not every("leadership", answer(SENCO))


def test_a_responsibility_that_meets_the_tests_unpaid_makes_the_pay_questionable() -> None:
    post = {**TEACHER, **TESTS_MET, "role": "subject-leader"}
    assessment = answer(post, U3)
    possible, unpaid = every("teaching-allowance", assessment)
    assert possible.outcome == "may-be-considered"
    assert (unpaid.outcome, unpaid.force) == ("short-of-guidance", "may")
    assert unpaid.questions_pay is MET
    assert assessment.verdict == "questionable"
    whole = allowance("teaching-allowance-2", 5058)
    assert answer(post, paid("upper-pay-scale", 50876, whole, point="U3")).verdict == "appropriate"
