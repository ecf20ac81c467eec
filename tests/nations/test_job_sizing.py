"""Promoted posts in Scotland: score and point, review, and the duties of the promoted list."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.figures import Figure, NotHeld
from payapp.domain.findings import Outcome
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, walk
from tests.nations.scottish import (
    COORDINATOR,
    HEAD,
    ON_POINT_5,
    PROMOTED,
    TEACHER,
    about,
    allowance,
    amounts,
    answer,
    paid,
    promoted_post,
    sentences,
)

# The point of a score


@pytest.mark.parametrize(
    ("score", "salary"),
    [
        (0, 59367),
        (82, 59367),
        (83, 61818),
        (90.5, 61818),
        (96, 61818),
        (97, 64290),
        (110, 64290),
        (111, 66759),
        (126, 66759),
        (127, 69231),
        (142, 69231),
        (143, 71694),
        (159, 71694),
        (160, 74154),
        (177, 74154),
        (178, 76617),
        (196, 76617),
    ],
)
def test_a_score_gives_the_point_of_its_band(score: float, salary: int) -> None:
    found = promoted_post(PROMOTED, paid("principal-teacher", salary), job_size_score=score)
    assert found.outcome is Outcome.IN_LINE
    assert amounts(found) == (salary, salary, salary)


@pytest.mark.parametrize(
    ("score", "salary", "rule"),
    [
        (128, 67332, "SC-JSB-HT-1"),
        (129, 69402, "SC-JSB-HT-2"),
        (191, 76617, "SC-JSB-HT-5"),
        (522, 124365, "SC-JSB-HT-19"),
    ],
)
def test_heads_and_deputes_have_bands_of_their_own(score: int, salary: int, rule: str) -> None:
    found = promoted_post(HEAD, paid("depute-head-headteacher", salary), job_size_score=score)
    assert (found.outcome, found.citations[0].rule) == (Outcome.IN_LINE, rule)


def test_a_point_below_the_score_is_below_and_counted_from_the_point_paid() -> None:
    pay = paid("principal-teacher", 60000, point="2")
    assessment = answer(PROMOTED, pay, job_size_score=100)
    base, found = about(assessment, "base-pay"), about(assessment, "promoted-post")
    assert (base.gap, found.gap) == (Decimal(1818), Decimal(2472))
    assert (found.outcome, found.force) == (Outcome.BELOW, Force.MUST)
    assert amounts(found) == (64290, 64290, 61818)
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "underpaid")


@pytest.mark.parametrize(
    ("pay", "score", "fact"),
    [
        (paid("principal-teacher", 62265, point="3"), 100, ("point", "3")),
        (paid("principal-teacher", 50000), 50, ("range", "principal-teacher")),
    ],
)
def test_on_the_right_point_a_short_salary_is_left_to_base_pay(
    pay: Mapping[str, object], score: int, fact: tuple[str, str]
) -> None:
    assessment = answer(PROMOTED, pay, job_size_score=score)
    found = about(assessment, "promoted-post")
    compared = found.because.parts[-1]
    assert about(assessment, "base-pay").outcome is Outcome.BELOW
    assert (found.outcome, found.paid) == (Outcome.IN_LINE, None)
    assert (compared.fact, compared.value) == fact


def test_a_score_that_the_glasgow_heads_won_is_worth_two_points_that_are_not_held() -> None:
    pay = paid("depute-head-headteacher", 90000, salary_conserved="no")
    found = promoted_post(HEAD, pay, job_size_score=300)
    assert (found.outcome, found.wording) == (Outcome.CANNOT_TELL, "promoted-post.no-figure")
    lacking = found.details["not_held"]
    assert isinstance(lacking, NotHeld)
    assert (lacking.point, lacking.held) == ("12", ("1", "2", "3", "4", "5", "19"))


@pytest.mark.parametrize(
    ("salary", "point", "least", "paid_now", "gap"),
    [
        (76617, "5", 76617, 76617, None),
        (70000, "3", 76617, 71694, 4923),
    ],
)
def test_no_more_than_a_lower_point_is_below_a_point_that_is_not_held(
    salary: int, point: str, least: int, paid_now: int, gap: int | None
) -> None:
    """A score of 195 gives depute and head point 6: more than point 5, which is 76,617."""
    pay = paid("depute-head-headteacher", salary, point=point)
    assessment = answer(HEAD, pay, job_size_score=195)
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.wording) == (Outcome.BELOW, "promoted-post.below-not-held")
    assert amounts(found) == (least, None, paid_now)
    assert found.gap == gap
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "underpaid")


def test_pay_that_may_reach_a_point_not_held_or_of_terms_not_known_is_not_called_below() -> None:
    more = paid("depute-head-headteacher", 76700)
    assert promoted_post(HEAD, more, job_size_score=195).wording == "promoted-post.no-figure"
    unbound = answer(
        HEAD,
        paid("depute-head-headteacher", 76617, point="5"),
        job_size_score=195,
        employer="not-known",
    )
    assert about(unbound, "promoted-post").wording == "promoted-post.no-figure"
    without = promoted_post(HEAD, {"range": "depute-head-headteacher"}, job_size_score=195)
    assert without.wording == "promoted-post.no-figure"


@pytest.mark.parametrize(
    ("conserved", "outcome", "missing"),
    [
        ("yes", "in-line", ()),
        ("no", "above", ()),
        ("not-known", "cannot-tell", ("salary_conserved",)),
    ],
)
def test_pay_above_the_score_is_in_line_only_where_it_is_conserved(
    conserved: str, outcome: str, missing: tuple[str, ...]
) -> None:
    pay = paid("principal-teacher", 66759, point="4", salary_conserved=conserved)
    found = promoted_post(PROMOTED, pay, job_size_score=90)
    assert (found.outcome, found.missing) == (outcome, missing)
    assert amounts(found) == (61818, 61818, 66759)


@pytest.mark.parametrize("salary", [59367, 61818, 70000])
def test_a_score_between_two_bands_is_in_neither_and_is_asked_for_again(salary: int) -> None:
    assessment = answer(PROMOTED, paid("principal-teacher", salary), job_size_score=82.5)
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.wording) == ("cannot-tell", "promoted-post.between-the-bands")
    assert (found.missing, amounts(found)) == (("job_size_score",), (None, None, None))
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("post", "spine", "score", "least", "rule"),
    [
        (PROMOTED, "principal-teacher", 82.5, 59367, "SC-JSB-PT-1"),
        (PROMOTED, "principal-teacher", 96.5, 61818, "SC-JSB-PT-2"),
        (HEAD, "depute-head-headteacher", 128.5, 67332, "SC-JSB-HT-1"),
    ],
)
def test_pay_below_the_lower_of_two_bands_is_below_whichever_the_score_is_in(
    post: Mapping[str, object], spine: str, score: float, least: int, rule: str
) -> None:
    found = promoted_post(post, paid("main-grade", 54453, point="5"), job_size_score=score)
    assert (found.outcome, found.wording) == ("below", "promoted-post.below-both-bands")
    assert (found.citations[0].rule, found.missing) == (rule, ("job_size_score",))
    assert [(each.item, int(each.amount)) for each in found.figures] == [(spine, least)]
    assert amounts(found)[:2] == (least, None)


def test_a_principal_teachers_score_above_the_bands_cannot_be_told() -> None:
    found = promoted_post(PROMOTED, paid("principal-teacher", point="8"), job_size_score=197)
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ())
    assert found.wording == "promoted-post.beyond-the-bands"


def test_a_score_above_the_bands_is_worth_the_highest_point_at_least() -> None:
    """The bands of principal teachers end at 196, which is point 8: 76,617."""
    pay = paid("principal-teacher", 74154, point="7")
    found = promoted_post(PROMOTED, pay, job_size_score=197)
    assert (found.wording, found.gap) == ("promoted-post.below-all-bands", Decimal(2463))
    assert (found.citations[0].rule, amounts(found)[1]) == ("SC-JSB-PT-8", None)


def test_without_a_score_the_score_is_asked_for_and_the_verdict_is_open() -> None:
    assessment = answer(PROMOTED, paid("principal-teacher", point="3"))
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("job_size_score",))
    assert assessment.verdict == "cannot-tell"
    assert {"SC-JS-02", "SC-JS-03"} <= {citation.rule for citation in found.citations}


@pytest.mark.parametrize(
    ("post", "least", "rule"),
    [
        (PROMOTED, 59367, "SC-JS-04"),
        ({**PROMOTED, "role": "class-teacher"}, 59367, "SC-JS-04"),
        (HEAD, 67332, "SC-JSB-HT-1"),
    ],
)
def test_a_promoted_post_on_the_main_grade_is_below_the_lowest_point(
    post: Mapping[str, object], least: int, rule: str
) -> None:
    found = promoted_post(post, ON_POINT_5)
    assert (found.outcome, found.wording) == (Outcome.BELOW, "promoted-post.below-the-lowest")
    assert amounts(found) == (least, None, 54453)
    assert (found.citations[0].rule, found.missing) == (rule, ("job_size_score",))


def test_without_spine_and_score_both_are_asked_for() -> None:
    found = promoted_post(PROMOTED, paid("main-grade"), role="class-teacher")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("job_size_score", "role"))


@pytest.mark.parametrize("role", ["class-teacher", "not-known"])
@pytest.mark.parametrize(
    ("salary", "score", "outcome", "due", "missing"),
    [
        (54453, 100, "below", (64290, None, 54453), ("role",)),
        (64289, 100, "below", (64290, None, 64289), ("role",)),
        (64290, 100, "cannot-tell", (None, None, None), ("role",)),
        (54453, 500, "below", (76617, None, 54453), ("role",)),
        (74000, 165, "below", (74154, 74154, 74000), ()),
        (74154, 165, "in-line", (74154, 74154, 74154), ()),
    ],
)
def test_a_score_without_a_spine_is_worth_at_least_the_less_of_its_two_points(
    role: str, salary: int, score: int, outcome: str, due: object, missing: tuple[str, ...]
) -> None:
    """100 is point 3 (64,290) or 1 (67,332); 165 is 7 or 4, of 74,154 both; 500 is over both."""
    pay = paid("main-grade", salary, salary_conserved="yes")
    found = promoted_post(PROMOTED, pay, role=role, job_size_score=score)
    assert (found.outcome, amounts(found), found.missing) == (outcome, due, missing)


def test_a_score_without_a_spine_or_figures_asks_for_the_role() -> None:
    for on, facts in (("2002-01-01", {}), ("2026-09-01", {"employer": "not-known"})):
        found = promoted_post(PROMOTED, ON_POINT_5, on, role="not-known", job_size_score=9, **facts)
        assert found.wording == "promoted-post.spine-not-known"


def test_a_score_without_pay_asks_for_it() -> None:
    found = promoted_post(PROMOTED, {}, job_size_score=100)
    assert (found.wording, found.missing) == ("promoted-post.pay-not-known", ("salary",))


def test_a_score_without_an_employer_is_not_judged() -> None:
    pay = paid("principal-teacher", point="1")
    found = promoted_post(PROMOTED, pay, job_size_score=190, employer="not-known")
    assert (found.wording, found.missing) == ("promoted-post.if-bound", ("employer",))
    lowest = promoted_post(PROMOTED, ON_POINT_5, employer="not-known")
    assert lowest.outcome is Outcome.CANNOT_TELL


def test_the_lowest_point_is_not_judged_where_no_figure_is_held() -> None:
    found = promoted_post(PROMOTED, paid("main-grade", 10000), "2002-01-01")
    assert (found.outcome, found.wording) == (Outcome.CANNOT_TELL, "promoted-post.not-sized")


def test_a_post_on_a_promoted_spine_or_sized_is_read_as_promoted() -> None:
    on_spine = promoted_post(
        TEACHER, paid("principal-teacher", point="1"), promoted_post="not-known"
    )
    assert on_spine.wording == "promoted-post.not-sized"
    sized = promoted_post(
        TEACHER, ON_POINT_5, promoted_post="not-known", role="principal-teacher", job_size_score=50
    )
    assert (sized.outcome, sized.gap) == (Outcome.BELOW, Decimal(4914))


@pytest.mark.parametrize(
    ("facts", "pay", "wording"),
    [
        ({}, ON_POINT_5, "sized-without-a-post"),
        ({"acting_days": 0}, ON_POINT_5, "sized-without-a-post"),
        ({"job_size_score": "not-known"}, ON_POINT_5, "duties-not-due"),
        ({"acting_days": 5}, ON_POINT_5, "duties-not-due"),
        ({"covering_absent_holder": "yes"}, ON_POINT_5, "acting-cannot-tell"),
        ({"reduction_date": "2026-08-01"}, ON_POINT_5, "duties-not-due"),
        ({}, paid("main-grade", 66894, salary_conserved="yes"), "duties-not-due"),
        ({}, paid("main-grade", 54453, allowance("acting", 900)), "acting-cannot-tell"),
    ],
)
def test_a_post_that_was_sized_and_is_said_not_to_be_promoted_is_asked_about(
    facts: Mapping[str, object], pay: Mapping[str, object], wording: str
) -> None:
    """An unpromoted teacher has a claim where the post is sized (SC-DUT-07)."""
    assessment = answer({**TEACHER, "job_size_score": 100, **facts}, pay)
    found = about(assessment, "promoted-post")
    assert found.wording == f"promoted-post.{wording}"
    if wording == "sized-without-a-post":
        assert (found.missing, assessment.verdict) == (("promoted_post",), "cannot-tell")


def test_a_promoted_title_alone_is_no_promoted_post() -> None:
    assessment = answer(PROMOTED, ON_POINT_5, promoted_post="not-known")
    found = about(assessment, "promoted-post")
    assert (found.wording, found.missing) == ("promoted-post.not-known", ("promoted_post",))
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    ("conserved", "days", "outcome"),
    [
        ("no", 0, "not-permitted"),
        ("yes", 0, "in-line"),
        ("no", 30, "in-line"),
        ("not-known", 0, "cannot-tell"),
        ("no", "not-known", "cannot-tell"),
    ],
)
def test_a_promoted_salary_without_a_promoted_post_is_conserved_or_for_acting(
    conserved: str, days: object, outcome: str
) -> None:
    pay = paid("principal-teacher", point="1", salary_conserved=conserved)
    found = promoted_post(TEACHER, pay, acting_days=days)
    assert (found.outcome, found.citations[0].rule) == (outcome, "SC-PAY-05")


# The duties of the promoted list


@pytest.mark.parametrize("letter", ["a", "b", "d", "e", "g", "h", "(A)"])
def test_a_duty_of_the_promoted_list_alone_makes_a_coordinators_pay_questionable(
    letter: str,
) -> None:
    assessment = answer(COORDINATOR, ON_POINT_5, promoted_duties=["c", letter])
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.force) == (Outcome.MAY_BE_CONSIDERED, Force.INFORMATION)
    assert (found.questions_pay, assessment.verdict) == (MET, "questionable")
    assert (found.amount_low, found.amount_high) == (None, None)
    assert [figure.amount for figure in found.figures] == [59367]


@pytest.mark.parametrize("letters", [[], ["c"], ["f", "i", "j"]])
def test_duties_that_every_teacher_has_are_no_argument_and_nor_is_the_title(
    letters: list[str],
) -> None:
    assessment = answer(COORDINATOR, ON_POINT_5, promoted_duties=letters)
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.wording) == (Outcome.NOT_DUE, "promoted-post.title-alone")
    assert (found.questions_pay, assessment.verdict) == (NOT_MET, "appropriate")


def test_a_coordinator_whose_duties_are_not_named_is_asked_for_them() -> None:
    assessment = answer(COORDINATOR, ON_POINT_5)
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.questions_pay) == (Outcome.CANNOT_TELL, NOT_KNOWN)
    assert (found.missing, assessment.verdict) == (("promoted_duties",), "cannot-tell")


@pytest.mark.parametrize(
    ("letters", "result"), [("not-known", NOT_KNOWN), ([], NOT_MET)], ids=["open", "none"]
)
def test_the_question_for_the_duties_rests_on_the_list_of_promoted_posts(
    letters: object, result: object
) -> None:
    found = promoted_post(COORDINATOR, ON_POINT_5, promoted_duties=letters)
    asked = [test for test in walk(found.because) if test.fact == "promoted_duties"]
    assert [test.rule for test in asked] == ["SC-DUT-03", "SC-DUT-04", "SC-DUT-05"]
    assert {test.result for test in asked} == {result}


def test_a_duty_of_the_list_that_every_teacher_has_is_told_by_both_rules() -> None:
    found = promoted_post(COORDINATOR, ON_POINT_5, promoted_duties=["f"])
    (duty,) = found.because.parts[-1].parts
    listed, beyond = duty.parts
    assert (listed.rule, listed.value, listed.result) == ("SC-DUT-04", ("f",), MET)
    assert (beyond.rule, beyond.join, beyond.result) == ("SC-DUT-02", "not", NOT_MET)
    assert (beyond.parts[0].value, beyond.parts[0].result) == (("f",), MET)
    assert duty.result is NOT_MET


def test_anybody_with_a_significant_responsibility_is_asked_the_same() -> None:
    assessment = answer(
        TEACHER, ON_POINT_5, significant_responsibility="yes", promoted_duties=["d"]
    )
    assert assessment.verdict == "questionable"


def test_the_duties_of_somebody_who_carries_nothing_significant_question_no_pay() -> None:
    assessment = answer(TEACHER, ON_POINT_5, promoted_duties=["d"])
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.questions_pay) == (Outcome.MAY_BE_CONSIDERED, NOT_MET)
    assert assessment.verdict == "appropriate"


def test_who_carries_them_is_asked_where_the_duties_are_those_of_the_promoted_list() -> None:
    found = promoted_post(
        TEACHER,
        ON_POINT_5,
        promoted_duties=["d"],
        designated_coordinator="not-known",
        significant_responsibility="not-known",
    )
    assert found.questions_pay is NOT_KNOWN
    assert found.missing == ("designated_coordinator", "significant_responsibility")


@pytest.mark.parametrize(
    ("role", "questions"), [("asn-coordinator", NOT_KNOWN), ("class-teacher", NOT_MET)]
)
def test_of_a_post_not_described_only_a_coordinators_pay_stays_open(
    role: str, questions: object
) -> None:
    unknown = dict.fromkeys(
        ("promoted_post", "designated_coordinator", "significant_responsibility"), "not-known"
    )
    found = promoted_post(TEACHER, ON_POINT_5, role=role, **unknown)
    assert (found.outcome, found.questions_pay) == (Outcome.CANNOT_TELL, questions)
    assert found.missing[:2] == ("promoted_post", "promoted_duties")


def test_without_responsibility_duties_that_were_not_named_are_none() -> None:
    found = promoted_post(TEACHER, ON_POINT_5)
    assert (found.outcome, found.wording) == (Outcome.NOT_DUE, "promoted-post.duties-not-due")


def test_the_lowest_principal_teacher_is_shown_only_where_its_figure_is_held() -> None:
    found = promoted_post(
        COORDINATOR, {}, "2002-01-01", promoted_duties=["a"], qualified_teacher="yes"
    )
    assert (found.outcome, found.figures) == (Outcome.MAY_BE_CONSIDERED, ())
    assert found.details["lowest"] is False
    today = promoted_post(COORDINATOR, ON_POINT_5, promoted_duties=["a"])
    assert (today.details["lowest"], today.figures[0].amount) == (True, Decimal(59367))


def test_a_figure_is_said_to_be_shown_only_where_one_is() -> None:
    def told(on: str) -> str:
        return sentences(answer(COORDINATOR, ON_POINT_5, on, promoted_duties=["a"]))

    assert "The figure shown is the lowest point" in told("2026-09-01")
    assert "The figure shown" not in told("2027-09-01")


def test_before_the_agreement_of_2001_its_list_of_duties_decides_nothing() -> None:
    assessment = answer(COORDINATOR, ON_POINT_5, "2001-03-31", promoted_duties=["a", "j"])
    found = about(assessment, "promoted-post")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ())
    assert assessment.verdict == "cannot-tell"
    after = promoted_post(COORDINATOR, ON_POINT_5, "2001-04-01", promoted_duties=["a"])
    assert after.outcome is Outcome.MAY_BE_CONSIDERED


# Review


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        (["A"], "may-be-considered"),
        (["a", "C"], "may-be-considered"),
        (["B"], "not-due"),
        (["B", "B"], "may-be-considered"),
        (["B", "C"], "not-due"),
        (["B", "C", "C"], "may-be-considered"),
        (["C", "C", "C"], "not-due"),
        (["C", "C", "C", "C"], "may-be-considered"),
        ([], "not-due"),
    ],
)
def test_changes_of_types_a_b_and_c_open_a_review_as_the_agreement_counts_them(
    changes: list[str], outcome: str
) -> None:
    pay = paid("principal-teacher", point="3")
    assessment = answer(
        PROMOTED, pay, job_size_score=100, last_sized="2025-09-01", changes_since_sizing=changes
    )
    found = about(assessment, "paperwork")
    assert (found.outcome, assessment.verdict) == (outcome, "appropriate")


@pytest.mark.parametrize(
    ("on", "wording", "force"),
    [
        ("2026-08-31", "scotland-job-sizing.too-soon", Force.SHOULD),
        ("2026-09-01", "scotland-job-sizing.may-be-reviewed", Force.MAY),
    ],
)
def test_a_post_is_normally_sized_once_in_twelve_months(
    on: str, wording: str, force: Force
) -> None:
    pay = paid("principal-teacher", point="3")
    assessment = answer(PROMOTED, pay, on, last_sized="2025-09-01", changes_since_sizing=["A"])
    found = about(assessment, "paperwork")
    assert (found.outcome, found.wording) == (Outcome.MAY_BE_CONSIDERED, wording)
    assert (found.force, found.details["earliest"]) == (force, date(2026, 9, 1))


def test_too_few_changes_open_no_review_however_soon_and_terms_not_known_leave_it_open() -> None:
    pay = paid("principal-teacher", point="3")
    facts: dict[str, object] = {"last_sized": "2026-08-01"}
    few = about(answer({**PROMOTED, **facts}, pay, changes_since_sizing=["C"]), "paperwork")
    assert few.wording == "scotland-job-sizing.criteria-not-met"
    unbound = {**PROMOTED, **facts, "employer": "not-known"}
    found = about(answer(unbound, pay, changes_since_sizing=["A"]), "paperwork")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("employer",))


@pytest.mark.parametrize(
    ("on", "first", "second"),
    [
        ("2026-07-31", date(2026, 8, 1), date(2027, 2, 1)),
        ("2026-08-01", date(2027, 2, 1), date(2027, 8, 1)),
        ("2027-01-31", date(2027, 2, 1), date(2027, 8, 1)),
        ("2027-02-01", date(2027, 8, 1), date(2028, 2, 1)),
    ],
)
def test_a_review_takes_effect_on_the_first_of_august_or_of_february(
    on: str, first: date, second: date
) -> None:
    pay = paid("principal-teacher", point="3")
    found = about(answer(PROMOTED, pay, on, changes_since_sizing=["A"]), "paperwork")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("last_sized",))
    assert (found.details["effective"], found.details["effective_after"]) == (first, second)


def test_a_review_asks_for_the_changes_and_only_of_a_promoted_post() -> None:
    pay = paid("principal-teacher", point="3")
    found = about(answer(PROMOTED, pay, last_sized="2020-01-01"), "paperwork")
    assert found.missing == ("changes_since_sizing",)
    for post, facts in ((PROMOTED, {}), (TEACHER, {"last_sized": "2020-01-01"})):
        assessment = answer(post, ON_POINT_5, **facts)
        assert "paperwork" not in {one.about for one in assessment.findings}


def test_the_figure_that_a_score_is_compared_with_names_its_source() -> None:
    found = promoted_post(PROMOTED, paid("principal-teacher", point="3"), job_size_score=100)
    compared = found.details["compared"]
    assert isinstance(compared, Figure)
    assert (compared.point, compared.valid_from) == ("3", date(2026, 8, 1))
    assert compared.sources


def test_duties_that_were_not_named_lead_to_the_employer_and_the_union() -> None:
    post = {**TEACHER, "significant_responsibility": "yes"}
    found = promoted_post(post, paid("main-grade", 54453, point="5"))
    assert (found.outcome, found.missing) == ("cannot-tell", ("promoted_duties",))
    assert found.next_steps == ("ask-duties-described", "ask-union")
