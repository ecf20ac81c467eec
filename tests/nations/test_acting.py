"""Acting in a promoted post in Scotland, and the conservation of a promoted salary."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.domain.assessment import certain_gap
from payapp.domain.figures import NotHeld
from payapp.domain.findings import Finding, Outcome
from tests.nations.scottish import (
    COORDINATOR,
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
    wordings,
)

# Acting


@pytest.mark.parametrize(
    ("days", "outcome"), [(1, "not-due"), (20, "not-due"), (21, "due-but-missing")]
)
def test_the_promoted_salary_is_due_after_twenty_days_in_the_post(days: int, outcome: str) -> None:
    found = promoted_post(PROMOTED, ON_POINT_5, acting_days=days)
    assert (found.outcome, found.citations[0].rule) == (outcome, "SC-ACT-01")
    assert found.citations[0].checked == 1


def test_without_a_score_the_least_is_the_lowest_point_of_the_spine() -> None:
    found = promoted_post(TEACHER, ON_POINT_5, acting_days=30)
    assert amounts(found) == (59367, None, 54453)
    assert (found.gap, found.missing) == (Decimal(4914), ("job_size_score",))
    depute = promoted_post(TEACHER, ON_POINT_5, acting_days=30, role="deputy-head")
    assert depute.amount_low == Decimal(67332)


def test_with_a_score_the_salary_of_the_post_is_due() -> None:
    found = promoted_post(PROMOTED, ON_POINT_5, acting_days=30, job_size_score=100)
    assert (found.outcome, found.wording) == (
        Outcome.DUE_BUT_MISSING,
        "promoted-post.acting-due-but-missing",
    )
    assert amounts(found) == (64290, 64290, 54453)


@pytest.mark.parametrize(
    ("score", "least", "gap", "wording", "missing"),
    [
        (130, 69231, 14778, "acting-least-due-but-missing", ("role",)),
        (100, 64290, 9837, "acting-least-due-but-missing", ("role",)),
        (150, 71694, 17241, "acting-due-but-missing", ()),
        (195, 76617, 22164, "acting-least-due-but-missing", ("role",)),
        (300, 76617, 22164, "acting-least-due-but-missing", ("role",)),
    ],
)
def test_a_score_without_a_spine_is_worth_the_less_of_its_two_points(
    score: int, least: int, gap: int, wording: str, missing: tuple[str, ...]
) -> None:
    """130 is point 5 of principal teachers, 69,231, or point 2 of deputes and heads, 69,402."""
    found = promoted_post(TEACHER, ON_POINT_5, acting_days=30, job_size_score=score)
    assert (found.amount_low, found.gap) == (Decimal(least), Decimal(gap))
    assert (found.wording, found.missing) == (f"promoted-post.{wording}", missing)


@pytest.mark.parametrize(
    ("role", "score", "least", "missing"),
    [
        ("deputy-head", 195, 76617, ()),
        ("principal-teacher", 196.5, 76617, ("job_size_score",)),
        ("principal-teacher", 82.5, 59367, ("job_size_score",)),
    ],
)
def test_a_score_whose_point_is_not_held_or_not_told_is_worth_the_point_below(
    role: str, score: float, least: int, missing: tuple[str, ...]
) -> None:
    found = promoted_post(TEACHER, ON_POINT_5, acting_days=30, job_size_score=score, role=role)
    assert (found.wording, found.amount_low) == (
        "promoted-post.acting-least-due-but-missing",
        Decimal(least),
    )
    assert found.missing == missing


def test_where_no_point_is_held_the_salary_of_the_post_is_not_told() -> None:
    unheld = promoted_post(
        TEACHER, paid("main-grade", 20000), "2003-07-31", acting_days=30, job_size_score=130
    )
    assert unheld.wording == "promoted-post.acting-no-figure"


@pytest.mark.parametrize(
    ("added", "outcome"), [(14000, "below"), (14778, "cannot-tell"), (14949, "cannot-tell")]
)
def test_an_acting_allowance_is_compared_with_the_less_of_the_two_points(
    added: int, outcome: str
) -> None:
    pay = paid("main-grade", 54453, allowance("acting", added), point="5")
    found = promoted_post(TEACHER, pay, acting_days=30, job_size_score=130)
    assert (found.outcome, found.missing) == (outcome, ("role",))
    assert found.gap == (778 if outcome == "below" else None)


@pytest.mark.parametrize(
    ("days", "conserved", "outcome", "missing"),
    [
        (10, "not-known", "cannot-tell", ("salary_conserved",)),
        (20, "no", "cannot-tell", ()),
        (21, "no", "in-line", ()),
        (10, "yes", "in-line", ()),
    ],
)
def test_a_promoted_salary_before_the_days_are_worked_is_not_said_to_be_for_acting(
    days: int, conserved: str, outcome: str, missing: tuple[str, ...]
) -> None:
    pay = paid("principal-teacher", 69231, point="5", salary_conserved=conserved)
    found = promoted_post(TEACHER, pay, acting_days=days, job_size_score=130)
    assert (found.outcome, found.missing) == (outcome, missing)
    assert found.wording.startswith("promoted-post.spine-without-a-post")


@pytest.mark.parametrize(
    ("added", "score", "wording"),
    [
        (4913, None, "acting-unsized-below"),
        (4914, None, "acting-unsized-cannot-tell"),
        (9836, 100, "acting-below"),
        (9837, 100, "acting-in-line"),
        (20000, 100, "acting-in-line"),
    ],
)
def test_an_acting_allowance_is_added_to_the_own_salary(
    added: int, score: int | None, wording: str
) -> None:
    pay = paid("main-grade", 54453, allowance("acting", added), point="5")
    told = "not-known" if score is None else score
    found = promoted_post(PROMOTED, pay, acting_days=30, job_size_score=told)
    assert (found.wording, found.paid) == (f"promoted-post.{wording}", Decimal(54453 + added))


def test_an_acting_allowance_is_said_to_be_added_only_where_one_is_paid() -> None:
    """The own salary of point 6 of the chartered scale, 66,759, is more than point 1, 59,367."""
    own = paid("chartered-teacher", 66759, point="6")
    more = paid("main-grade", 54453, allowance("acting", 4914), point="5")
    for pay, added_up in ((own, False), (more, True)):
        told = sentences(answer(PROMOTED, pay, acting_days=30, job_size_score=50))
        assert "appears to reach the salary of the post" in told
        assert ("acting allowance were added up" in told) is added_up


@pytest.mark.parametrize(
    ("basis", "total"), [("received", 31681.5), ("full-time-equivalent", 29454)]
)
def test_an_acting_allowance_counts_as_received_in_a_part_time_post(
    basis: str, total: float
) -> None:
    pay = paid("main-grade", 54453, allowance("acting", 4455, basis), point="5")
    found = promoted_post(PROMOTED, pay, acting_days=30, fte=0.5)
    assert found.paid == Decimal(str(total))


@pytest.mark.parametrize(
    ("pay", "fte", "missing"),
    [
        (paid("main-grade", 54453, allowance("acting", 900)), "not-known", ("fte",)),
        (paid("main-grade", 54453, {"kind": "acting", "amount": 900}), 0.5, ("basis",)),
        ({"range": "main-grade"}, 1, ("salary",)),
    ],
)
def test_what_acting_pay_comes_to_asks_for_what_is_wanting(
    pay: Mapping[str, object], fte: object, missing: tuple[str, ...]
) -> None:
    found = promoted_post(PROMOTED, pay, acting_days=30, fte=fte)
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, missing)
    assert found.wording == "promoted-post.acting-pay-not-known"


def test_acting_on_a_promoted_scale_is_paid_and_the_score_is_still_compared() -> None:
    pay = paid("principal-teacher", point="3")
    assessment = answer(PROMOTED, pay, acting_days=30, job_size_score=100)
    assert "promoted-post.acting-paid" in wordings(assessment)
    assert "promoted-post.in-line" in wordings(assessment)
    assert assessment.verdict == "appropriate"


@pytest.mark.parametrize(
    ("score", "wording", "gap"),
    [
        (127, "in-line", None),
        (143, "acting-below-the-score", 2463),
        ("not-known", "not-sized", None),
    ],
)
def test_the_point_paid_for_acting_is_compared_with_the_score_of_the_post_acted_in(
    score: object, wording: str, gap: int | None
) -> None:
    """Point 5 is 69,231 and point 6, of a score of 143, 71,694: nothing tells from which day."""
    pay = paid("principal-teacher", 69231, point="5")
    assessment = answer(TEACHER, pay, acting_days=30, job_size_score=score)
    found = [each for each in assessment.findings if each.about == "promoted-post"][-1]
    assert (found.wording, found.gap) == (f"promoted-post.{wording}", gap)
    assert found.details["undated"] is True
    assert (
        assessment.verdict
        == {
            "in-line": "appropriate",
            "acting-below-the-score": "not-appropriate",
            "not-sized": "cannot-tell",
        }[wording]
    )


@pytest.mark.parametrize(
    ("reduced", "acting_is_over"),
    [("2025-08-01", True), ("2026-09-01", True), ("2026-09-02", False), ("not-known", True)],
)
def test_once_acting_has_ended_nothing_more_is_due_for_it(
    reduced: str, acting_is_over: bool
) -> None:
    """400 days are more than 390, so that the sum is kept: 66,894 less 54,453, and no more."""
    ended = {"reduction_cause": "acting ended", "sum_before": 66894, "reduction_date": reduced}
    assessment = answer({**TEACHER, **ended}, ON_POINT_5, acting_days=400)
    assert ("promoted-post.acting-unsized-due-but-missing" in wordings(assessment)) is not (
        acting_is_over
    )
    if reduced == "2025-08-01":
        assert certain_gap(assessment.findings) == Decimal(12441)


def test_a_promoted_salary_after_acting_has_ended_is_not_paid_for_it() -> None:
    pay = paid("principal-teacher", 69231, point="5", salary_conserved="no")
    ended = {"reduction_cause": "acting ended", "reduction_date": "2026-08-01"}
    found = promoted_post({**TEACHER, **ended}, pay, acting_days=100)
    assert (found.outcome, found.wording) == (
        Outcome.NOT_PERMITTED,
        "promoted-post.spine-without-a-post-not-permitted",
    )


def test_more_than_two_working_years_of_acting_are_pointed_out() -> None:
    pay = paid("principal-teacher", point="3")

    def is_long(days: int) -> object:
        assessment = answer(PROMOTED, pay, acting_days=days)
        found = next(one for one in assessment.findings if one.wording.endswith("acting-paid"))
        return found.details["long"]

    assert [is_long(390), is_long(391)] == [False, True]


def test_days_are_asked_for_where_an_absence_is_covered_or_an_acting_allowance_paid() -> None:
    pay = paid("main-grade", 54453, allowance("acting", 900), point="5")
    for found in (
        promoted_post(TEACHER, ON_POINT_5, covering_absent_holder="yes"),
        promoted_post(TEACHER, pay),
    ):
        assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, ("acting_days",))


def test_covering_on_a_promoted_scale_needs_no_days() -> None:
    pay = paid("principal-teacher", point="3")
    assessment = answer(PROMOTED, pay, covering_absent_holder="yes", job_size_score=100)
    assert not [wording for wording in wordings(assessment) if "acting" in wording]


def test_before_the_days_are_worked_the_duties_of_the_own_post_are_still_looked_at() -> None:
    assessment = answer(COORDINATOR, ON_POINT_5, acting_days=5, promoted_duties=["a"])
    assert [found.wording for found in assessment.findings if found.about == "promoted-post"] == [
        "promoted-post.duties-may-be-considered",
        "promoted-post.acting-not-yet",
    ]


def test_acting_is_not_judged_without_an_employer_or_a_figure() -> None:
    unbound = promoted_post(PROMOTED, ON_POINT_5, acting_days=30, employer="not-known")
    assert (unbound.outcome, unbound.missing) == (Outcome.CANNOT_TELL, ("employer",))
    unheld = promoted_post(PROMOTED, paid("main-grade", 20000), "2003-07-31", acting_days=30)
    assert unheld.wording == "promoted-post.acting-no-figure"
    assert isinstance(unheld.details["not_held"], NotHeld)


# Conservation

CUT: Mapping[str, object] = {
    **PROMOTED,
    "job_size_score": 90,
    "reduction_date": "2024-08-01",
    "reduction_cause": "job sizing review",
    "sum_before": 66000,
}


def conserved(salary: float, told: str = "yes") -> dict[str, object]:
    """Return the pay of a principal teacher of point 2 with a salary that was cut."""
    return paid("principal-teacher", salary, point="2", salary_conserved=told)


@pytest.mark.parametrize(
    ("on", "wording"),
    [
        ("2024-07-31", "conservation-not-due"),
        ("2024-08-01", "conservation-in-line"),
        ("2027-07-31", "conservation-in-line"),
    ],
)
def test_a_cut_salary_is_frozen_for_three_years(on: str, wording: str) -> None:
    found = about(answer(CUT, conserved(66000), on), "safeguarding")
    assert found.wording == f"safeguarding.{wording}"
    assert str(found.details["ends"]) == "2027-08-01"


def test_conservation_that_ended_leaves_the_salary_of_the_post() -> None:
    ended = {**CUT, "reduction_date": "2022-08-01"}
    above = about(answer(ended, conserved(66000)), "safeguarding")
    assert above.outcome is Outcome.ABOVE
    assert amounts(above) == (61818, 61818, 66000)
    right = about(answer(ended, conserved(61818)), "safeguarding")
    assert (right.outcome, right.wording) == (
        Outcome.NOT_DUE,
        "safeguarding.conservation-ended",
    )
    not_conserved = about(answer(ended, conserved(66000, "no")), "safeguarding")
    assert not_conserved.outcome is Outcome.NOT_DUE


def test_less_than_the_frozen_salary_is_below_and_counted_from_what_the_post_pays() -> None:
    assessment = answer(CUT, conserved(60000))
    found = about(assessment, "safeguarding")
    assert found.outcome is Outcome.BELOW
    assert amounts(found) == (66000, 66000, 61818)
    assert (found.gap, about(assessment, "base-pay").gap) == (Decimal(4182), Decimal(1818))


def test_a_frozen_salary_holds_what_is_short_of_the_point_of_the_score() -> None:
    """Score 100 was worth 64,290; 60,000 are paid on point 1 of 59,367, and 66,000 were frozen."""
    pay = paid("principal-teacher", 60000, point="1", salary_conserved="no")
    assessment = answer({**CUT, "job_size_score": 100}, pay)
    assert about(assessment, "promoted-post").gap == Decimal(4290)
    found = about(assessment, "safeguarding")
    assert amounts(found) == (66000, 66000, 60000)
    assert (found.outcome, found.gap) == (Outcome.BELOW, Decimal(6000))
    assert certain_gap(assessment.findings) == Decimal(6000)


def test_a_post_that_has_caught_up_is_conserved_no_more() -> None:
    assessment = answer({**CUT, "sum_before": 61818}, conserved(61818))
    found = about(assessment, "safeguarding")
    assert (found.outcome, found.wording) == (
        Outcome.NOT_DUE,
        "safeguarding.conservation-caught-up",
    )


def test_the_stated_point_stands_for_the_post_where_there_is_no_score() -> None:
    cut = {**CUT, "job_size_score": "not-known"}
    found = about(answer(cut, conserved(60000)), "safeguarding")
    assert (found.outcome, found.paid) == (Outcome.BELOW, Decimal(61818))
    without_point = paid("principal-teacher", 64290, salary_conserved="yes")
    found = about(answer(cut, without_point), "safeguarding")
    assert (found.outcome, found.paid) == (Outcome.BELOW, Decimal(64290))


@pytest.mark.parametrize(
    ("cause", "told", "outcome"),
    [
        ("restructuring", "no", "below"),
        ("own request", "no", "not-due"),
        ("own request", "yes", "below"),
        ("not-known", "no", "cannot-tell"),
        ("end of acting", "no", "cannot-tell"),
    ],
)
def test_a_salary_is_conserved_where_it_is_said_or_the_cause_conserves_it(
    cause: str, told: str, outcome: str
) -> None:
    found = about(answer({**CUT, "reduction_cause": cause}, conserved(61818, told)), "safeguarding")
    assert found.outcome == outcome


@pytest.mark.parametrize("told", ["no", "not-known"])
@pytest.mark.parametrize(
    "cause",
    [
        "own request, not restructuring",
        "resigned; no closure",
        "downgraded at my request",
        "no acting",
        "capsized",
        "closure",
    ],
)
def test_sc_con_01_no_free_text_makes_a_conserved_salary_due(cause: str, told: str) -> None:
    assessment = answer({**CUT, "reduction_cause": cause}, conserved(61818, told))
    found = about(assessment, "safeguarding")
    assert (found.outcome, found.gap) == (Outcome.CANNOT_TELL, None)
    assert found.wording == "safeguarding.conservation-cause-not-clear"
    assert found.details["cause"] == cause
    assert assessment.verdict == "cannot-tell"


@pytest.mark.parametrize(
    "cause",
    [
        "Job sizing",
        "The post was sized lower",
        "resized",
        "post downgraded",
        "Restructuring of the school",
    ],
)
def test_sc_con_01_a_post_that_was_downgraded_conserves_the_salary(cause: str) -> None:
    found = about(answer({**CUT, "reduction_cause": cause}, conserved(61818, "no")), "safeguarding")
    assert (found.outcome, found.gap, found.details["said_not"]) == ("below", Decimal(4182), True)
    unsaid = answer({**CUT, "reduction_cause": cause}, conserved(61818, "not-known"))
    assert about(unsaid, "safeguarding").details["said_not"] is False


@pytest.mark.parametrize("cause", ["resigned", "stepped down", "promotion", "moved to a new post"])
def test_a_cause_that_downgrades_no_post_conserves_nothing(cause: str) -> None:
    outcome = "cannot-tell" if cause == "moved to a new post" else "not-due"
    found = about(answer({**CUT, "reduction_cause": cause}, conserved(61818, "no")), "safeguarding")
    assert found.outcome == outcome


# A sum before the cut in a part-time post: as received, or full-time equivalent like the salary


def part_time(
    salary: float, before: float, basis: str = "full-time-equivalent", **facts: object
) -> dict[str, object]:
    """Return what is found on a salary that was cut, of a post of half of full time."""
    pay = paid("principal-teacher", salary, point="2", basis=basis, salary_conserved="yes")
    post = {**CUT, "fte": 0.5, "sum_before": before, **facts}
    found = about(answer(post, pay), "safeguarding")
    return {"wording": found.wording.removeprefix("safeguarding.conservation-"), "found": found}


def test_the_same_sum_before_the_cut_and_now_is_on_the_same_basis() -> None:
    told = part_time(68000, 68000)
    assert told["wording"] == "in-line"
    found = about(
        answer(
            {**TEACHER, "fte": 0.5, "sum_before": 68000, "reduction_date": "2025-08-16"},
            paid("main-grade", 68000, point="5", salary_conserved="yes"),
            "2026-08-15",
        ),
        "safeguarding",
    )
    assert (found.outcome, amounts(found)) == ("in-line", (34000, 34000, 34000))


@pytest.mark.parametrize(
    ("salary", "before", "basis", "wording", "gap"),
    [
        (61818, 33000, "full-time-equivalent", "basis-not-clear", None),
        (66000, 68000, "full-time-equivalent", "below-at-least", 1000),
        (66000, 33000, "full-time-equivalent", "in-line", None),
        (66000, 30909, "full-time-equivalent", "caught-up", None),
        (30909, 33000, "received", "below", 2091),
        (33000, 33000, "received", "in-line", None),
    ],
)
def test_a_part_timers_sum_makes_certain_only_what_is_due_on_either_basis(
    salary: float, before: float, basis: str, wording: str, gap: int | None
) -> None:
    told = part_time(salary, before, basis)
    found = told["found"]
    assert isinstance(found, Finding)
    assert (told["wording"], found.gap) == (wording, gap)
    assert found.missing == (("sum_before",) if wording == "basis-not-clear" else ())


@pytest.mark.parametrize(("days", "outcome"), [(390, "not-due"), (391, "below")])
def test_acting_for_more_than_two_years_conserves_the_salary(days: int, outcome: str) -> None:
    cut = {**CUT, "reduction_cause": "end of acting", "acting_days": days}
    assert about(answer(cut, conserved(61818, "no")), "safeguarding").outcome == outcome


@pytest.mark.parametrize(
    ("facts", "pay", "missing"),
    [
        ({"sum_before": "not-known"}, conserved(66000), ("sum_before",)),
        ({"reduction_date": "not-known"}, conserved(66000), ("reduction_date",)),
        ({"fte": "not-known"}, conserved(66000), ("fte",)),
        ({}, {"range": "principal-teacher", "salary_conserved": "yes"}, ("salary",)),
    ],
)
def test_conservation_asks_for_what_is_wanting(
    facts: Mapping[str, object], pay: Mapping[str, object], missing: tuple[str, ...]
) -> None:
    found = about(answer({**CUT, **facts}, pay), "safeguarding")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, missing)


def test_where_nothing_was_cut_there_is_no_finding_on_conservation() -> None:
    assert "safeguarding" not in {found.about for found in answer(TEACHER, ON_POINT_5).findings}


def test_after_the_end_an_unknown_salary_is_not_called_too_high() -> None:
    ended = {**CUT, "reduction_date": "2022-08-01"}
    pay = {"range": "principal-teacher", "salary_conserved": "yes"}
    assert about(answer(ended, pay), "safeguarding").outcome is Outcome.NOT_DUE


def test_pay_above_the_post_is_not_called_conserved_once_conservation_has_ended() -> None:
    pay = paid("principal-teacher", 70000, point="4", salary_conserved="yes")
    post = {
        **PROMOTED,
        "job_size_score": 120,
        "reduction_cause": "resized",
        "sum_before": 70000,
    }
    ended = answer(post, pay, reduction_date="2023-06-01")
    assert "safeguarding.conservation-ended-above" in wordings(ended)
    assert not {"base-pay.conserved", "promoted-post.conserved"} & set(wordings(ended))
    assert "promoted-post.conserved-ended" in wordings(ended)
    running = answer(post, pay, reduction_date="2025-06-01")
    assert "promoted-post.conserved" in wordings(running)


# Point 5 was 66,894 from August 2025 and is 69,231 now; the score of today gives point 3, 64,290
FROZEN: Mapping[str, object] = {
    **PROMOTED,
    "job_size_score": 100,
    "reduction_date": "2025-08-01",
    "reduction_cause": "job sizing",
    "sum_before": 66894,
}


@pytest.mark.parametrize("told", ["yes", "no", "not-known"])
@pytest.mark.parametrize("point", ["5", "3", None])
def test_a_frozen_salary_is_in_line_whichever_point_is_entered(
    point: str | None, told: str
) -> None:
    """The awards since the cut are not due on the point that was left (SC-CON-02)."""
    pay = paid("principal-teacher", 66894, point=point, salary_conserved=told)
    assessment = answer(FROZEN, pay)
    assert assessment.verdict == "appropriate"
    assert wordings(assessment)[1:3] == ["base-pay.conserved", "promoted-post.conserved"]
    assert about(assessment, "safeguarding").wording == "safeguarding.conservation-in-line"
    assert ("is said not to be conserved" in sentences(assessment)) is (told == "no")


def test_less_than_a_frozen_salary_is_short_of_that_and_not_of_the_point_that_was_left() -> None:
    """60,000: 4,290 to point 3, and 2,604 from there to the sum; together 6,894."""
    assessment = answer(FROZEN, paid("principal-teacher", 60000, point="5"))
    assert about(assessment, "base-pay").gap == Decimal(4290)
    assert about(assessment, "safeguarding").gap == Decimal(2604)
    assert certain_gap(assessment.findings) == Decimal(6894)


def test_without_a_score_the_point_of_the_post_is_asked_for_after_a_cut() -> None:
    post = {**FROZEN, "job_size_score": "not-known"}
    assessment = answer(post, paid("principal-teacher", 66894, point="5"))
    found = about(assessment, "base-pay")
    assert (found.wording, found.missing) == ("base-pay.point-left-in-a-cut", ("point",))
    assert about(assessment, "safeguarding").outcome is Outcome.IN_LINE
    short = about(answer(post, paid("principal-teacher", 60000, point="5")), "safeguarding")
    assert (short.outcome, short.gap) == (Outcome.BELOW, Decimal(6894))
    today = answer(post, paid("principal-teacher", 69231, point="5"))
    assert about(today, "safeguarding").wording == "safeguarding.conservation-caught-up"


@pytest.mark.parametrize("salary", [66895, 70000])
def test_more_than_the_frozen_salary_is_not_kept(salary: int) -> None:
    """66,894 stays; the rest has no rule."""
    pay = paid("principal-teacher", salary, point="3", salary_conserved="yes")
    assessment = answer(FROZEN, pay)
    found = about(assessment, "safeguarding")
    assert (found.outcome, amounts(found)) == (Outcome.ABOVE, (66894, 66894, salary))
    assert (assessment.verdict, assessment.direction) == ("not-appropriate", "overpaid")


def test_below_a_point_that_is_more_than_the_frozen_sum_nothing_is_called_too_high() -> None:
    """Point 4 is 66,759, score 100 gives 64,290; 60,000 is paid: short, and nothing above."""
    pay = paid("principal-teacher", 60000, point="4", salary_conserved="yes")
    assessment = answer({**FROZEN, "sum_before": 66000}, pay)
    assert about(assessment, "safeguarding").outcome is Outcome.IN_LINE
    assert about(assessment, "base-pay").gap == Decimal(6759)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [("2012-07-31", "in-line"), ("2014-04-01", "cannot-tell"), ("2016-03-31", "cannot-tell")],
)
def test_until_march_2016_three_years_were_not_the_end_for_everybody(on: str, outcome: str) -> None:
    """Whoever was appointed before April 2001 was conserved until 31 March 2016 (SC-CON-03)."""
    post = {**TEACHER, "reduction_date": "2009-08-01", "sum_before": 41424}
    pay = paid("main-grade", 41424, point="6", salary_conserved="yes")
    assert about(answer(post, pay, on), "safeguarding").outcome == outcome
    assert about(answer(post, pay, "2016-04-01"), "safeguarding").outcome is Outcome.ABOVE


@pytest.mark.parametrize(
    ("pay", "fte", "missing"),
    [
        ({"point": "5", "salary": 66894, "basis": "full-time-equivalent"}, 1, "range"),
        ({"range": "principal-teacher", "point": "5", "salary": 66894}, 0.5, "basis"),
    ],
)
def test_after_a_cut_the_range_and_the_basis_are_still_asked_for(
    pay: dict[str, object], fte: float, missing: str
) -> None:
    found = about(answer(FROZEN, pay, fte=fte), "base-pay")
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL, (missing,))


def test_after_conservation_the_point_that_was_left_is_still_none_of_the_post() -> None:
    """Point 5 was 60,477 in August 2023; score 100 gives point 3, 64,290 now: 3,813 short."""
    cut = {**FROZEN, "reduction_date": "2023-08-01", "sum_before": 60477}
    pay = paid("principal-teacher", 60477, point="5")
    ended = answer(cut, pay)
    assert about(ended, "base-pay").gap == Decimal(3813)
    assert certain_gap(ended.findings) == Decimal(3813)
    before = answer(cut, pay, "2023-07-31")
    assert amounts(about(before, "base-pay")) == (60477, 60477, 60477)
    unsized = answer({**cut, "job_size_score": "not-known"}, pay)
    assert about(unsized, "base-pay").wording == "base-pay.point-left-in-a-cut"
