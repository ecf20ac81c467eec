"""Range and point against the figures of the day: England's ranges stand for all."""

from decimal import Decimal

import pytest

from payapp.domain.figures import Figure
from payapp.domain.findings import Outcome
from payapp.domain.tests_over_facts import walk
from payapp.nations.base_pay import Recognised
from tests.worked import CLASS_TEACHER, about, answer, case, library, paid

UNQUALIFIED = {**CLASS_TEACHER, "qualified_teacher": "no"}


def base(
    pay: dict[str, object], on: str = "2025-10-01", area: str = "rest-of-england", **facts: object
) -> tuple[str, Decimal | None]:
    found = about(answer({**CLASS_TEACHER, **facts}, pay, on=on, pay_area=area), "base-pay")
    return found.outcome, found.gap


@pytest.mark.parametrize(
    ("pay_range", "salary", "expected"),
    [
        ("main-pay-range", 32915, ("below", Decimal("1.00"))),
        ("main-pay-range", 32916, ("in-line", None)),
        ("main-pay-range", 45352, ("in-line", None)),
        ("upper-pay-range", 47471, ("below", Decimal("1.00"))),
        ("upper-pay-range", 51048, ("in-line", None)),
        ("unqualified", 22600, ("below", Decimal("1.00"))),
        ("leading-practitioner", 52025, ("below", Decimal("1.00"))),
        ("leadership", 51772, ("below", Decimal("1.00"))),
        ("leadership", 143796, ("in-line", None)),
    ],
)
def test_a_salary_lies_between_the_statutory_limits_of_its_range(
    pay_range: str, salary: int, expected: tuple[str, Decimal | None]
) -> None:
    qualified = "no" if pay_range == "unqualified" else "yes"
    assert base(paid(pay_range, salary), qualified_teacher=qualified) == expected


@pytest.mark.parametrize(
    ("conserved", "outcome"), [("no", "above"), ("yes", "in-line"), ("not-known", "cannot-tell")]
)
def test_a_salary_over_the_maximum_may_be_conserved(conserved: str, outcome: str) -> None:
    pay = paid("upper-pay-range", 51049, salary_conserved=conserved)
    found = about(answer(CLASS_TEACHER, pay), "base-pay")
    assert found.outcome == outcome
    if outcome == "cannot-tell":
        assert found.missing == ("salary_conserved",)


@pytest.mark.parametrize(
    ("pay_range", "salary", "outcome"),
    [
        ("leading-practitioner", 84000, "cannot-tell"),
        ("leading-practitioner", 54000, "award-pending"),
        ("headteacher-group-8", 120000, "cannot-tell"),
        ("headteacher-group-8", 160000, "above"),
    ],
)
def test_the_one_end_of_a_range_that_is_held_never_stands_for_the_other(
    pay_range: str, salary: int, outcome: str
) -> None:
    # Of 2027 only the minimum of the one range and the maximum of the other are held.
    pay = paid(pay_range, salary, salary_conserved="no")
    found = about(answer(CLASS_TEACHER, pay, on="2027-10-01"), "base-pay")
    assert found.outcome == outcome
    assert (found.details.get("not_held") is None) is (outcome != "cannot-tell")


@pytest.mark.parametrize(
    ("on", "pay_range", "point", "salary", "outcome"),
    [
        ("2018-05-01", "main-grade", "0", 23553, "cannot-tell"),
        ("2018-05-01", "main-grade", None, 23553, "cannot-tell"),
        ("2005-05-01", "depute-head-headteacher", "10", 48000, "cannot-tell"),
        ("2026-09-01", "depute-head-headteacher", None, 60000, "below"),
        ("2026-09-01", "depute-head-headteacher", None, 130000, "above"),
    ],
)
def test_a_scale_whose_lowest_or_highest_point_is_not_held_has_no_end_there(
    on: str, pay_range: str, point: str | None, salary: int, outcome: str
) -> None:
    post = {"employer": "council", "role": "class-teacher", "fte": 1}
    pay = paid(pay_range, salary, point=point, salary_conserved="no")
    found = about(answer(post, pay, on=on, nation="scotland"), "base-pay")
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("area", "minimum"),
    [
        ("rest-of-england", 32916),
        ("london-fringe", 34398),
        ("outer-london", 37870),
        ("inner-london", 40317),
    ],
)
def test_each_pay_area_has_a_minimum_of_its_own(area: str, minimum: int) -> None:
    assert base(paid("main-pay-range", minimum), area=area) == ("in-line", None)
    assert base(paid("main-pay-range", minimum - 1), area=area)[0] == "below"


def test_without_a_pay_area_base_pay_cannot_be_told() -> None:
    found = about(
        answer(CLASS_TEACHER, paid("main-pay-range", 40000), pay_area="not-known"), "base-pay"
    )
    assert (found.outcome, found.missing) == ("cannot-tell", ("pay_area",))


# Advisory points


@pytest.mark.parametrize(
    ("adopts", "outcome"),
    [("yes", "below"), ("no", "below-advisory"), ("not-known", "below-advisory")],
)
def test_a_low_advisory_point_is_below_only_where_the_pay_policy_adopts_it(
    adopts: str, outcome: str
) -> None:
    pay = paid("main-pay-range", 40439, point="M5")
    found = about(answer({**CLASS_TEACHER, "pay_policy_adopts_points": adopts}, pay), "base-pay")
    assert found.outcome == outcome
    assert found.amount_high == Decimal("42057.00")
    assert found.gap == (Decimal("1618.00") if adopts == "yes" else None)


def test_the_september_2024_figure_is_recognised_a_year_later() -> None:
    found = about(answer(CLASS_TEACHER, paid("upper-pay-range", 49084, point="U3")), "base-pay")
    recognised = found.details["recognised"]
    assert isinstance(recognised, Recognised)
    assert (recognised.how, recognised.figure.point) == ("earlier-year", "U3")
    assert recognised.figure.valid_from.isoformat() == "2024-09-01"


def test_a_stale_figure_is_recognised_without_a_point() -> None:
    found = about(answer(CLASS_TEACHER, paid("main-pay-range", 40439)), "base-pay")
    assert found.outcome == "below-advisory"
    assert found.details["compared"].point == "M5"  # type: ignore[attr-defined] # details are open


def test_a_stale_figure_of_a_point_not_held_today_lies_in_the_range_and_no_more_is_said() -> None:
    """L5 of September 2026 is 59,137; from September 2027 no figure of L5 is held."""
    found = about(answer(CLASS_TEACHER, paid("leadership", 59137), on="2027-10-01"), "base-pay")
    assert (found.outcome, found.wording) == ("in-line", "base-pay.in-line")


def test_the_figure_of_another_pay_area_is_recognised() -> None:
    pay = paid("main-pay-range", 32916, point="M1")
    found = about(answer(CLASS_TEACHER, pay, pay_area="inner-london"), "base-pay")
    recognised = found.details["recognised"]
    assert isinstance(recognised, Recognised)
    assert (found.outcome, recognised.how) == ("below", "other-area")
    assert recognised.figure.area == "rest-of-england"


def test_an_amount_that_equals_no_figure_is_not_recognised() -> None:
    found = about(answer(CLASS_TEACHER, paid("main-pay-range", 20001)), "base-pay")
    assert (found.outcome, found.details["recognised"]) == ("below", None)


def test_an_amount_between_points_is_in_line_because_the_points_are_advisory() -> None:
    assert base(paid("main-pay-range", 40001)) == ("in-line", None)


def test_more_than_the_advisory_point_is_in_line() -> None:
    assert base(paid("main-pay-range", 40000, point="M4")) == ("in-line", None)


def test_a_london_leadership_point_that_is_not_held_is_not_guessed() -> None:
    pay = paid("leadership", 65000, point="L5")
    found = about(answer(CLASS_TEACHER, pay, pay_area="inner-london"), "base-pay")
    assert (found.outcome, found.missing) == ("cannot-tell", ())
    without_salary = about(
        answer(CLASS_TEACHER, paid("leadership", point="L5"), pay_area="inner-london"), "base-pay"
    )
    assert without_salary.outcome == "cannot-tell"


# An award accepted but not confirmed


@pytest.mark.parametrize(
    ("on", "salary", "outcome"),
    [
        ("2026-08-31", 51048, "in-line"),
        ("2026-09-01", 51048, "award-pending"),
        ("2026-09-01", 52835, "in-line"),
        ("2027-09-01", 51048, "award-pending"),
        ("2027-09-01", 54421, "in-line"),
    ],
)
def test_a_point_short_only_of_a_proposed_figure_waits_for_the_award(
    on: str, salary: int, outcome: str
) -> None:
    assert base(paid("upper-pay-range", salary, point="U3"), on=on)[0] == outcome


def test_a_minimum_short_of_the_last_confirmed_figure_too_is_below() -> None:
    assert base(paid("main-pay-range", 32916, point="M1"), on="2026-09-01") == (
        "award-pending",
        Decimal("1153.00"),
    )
    assert base(paid("main-pay-range", 32915, point="M1"), on="2026-09-01") == (
        "below",
        Decimal("1154.00"),
    )


def test_an_adopted_point_short_of_a_proposal_alone_still_waits() -> None:
    pay = paid("main-pay-range", 39556, point="M4")
    waiting = base(pay, on="2026-09-01", pay_policy_adopts_points="yes")
    assert waiting[0] == "award-pending"


def certain(pay: dict[str, object], **facts: object) -> tuple[object, ...]:
    found = about(answer({**CLASS_TEACHER, **facts}, pay, on="2026-10-01"), "base-pay")
    compared = found.details["compared"]
    assert isinstance(compared, Figure)
    return found.outcome, found.gap, found.confirmed_gap, compared.point


@pytest.mark.parametrize("point", ["U3", None])
def test_an_adopted_point_is_due_beyond_a_minimum_that_is_only_proposed(point: str | None) -> None:
    """49,084 is short of U3 confirmed (51,048) and proposed (52,835), and of the minimum 49,134."""
    pay = paid("upper-pay-range", 49084, point=point)
    short = ("below", Decimal("3751.00"), Decimal("1964.00"), "U3")
    assert certain(pay, pay_policy_adopts_points="yes") == short


def test_an_adopted_point_is_due_where_the_confirmed_minimum_fails_as_well() -> None:
    pay = paid("upper-pay-range", 47000, point="U3")
    short = ("below", Decimal("5835.00"), Decimal("4048.00"), "U3")
    assert certain(pay, pay_policy_adopts_points="yes") == short
    assert certain(pay) == ("below", Decimal("2134.00"), Decimal("472.00"), "min")
    unnamed = certain(paid("upper-pay-range", 47000), pay_policy_adopts_points="yes")
    assert unnamed == ("below", Decimal("2134.00"), Decimal("472.00"), "min")


def test_the_lowest_point_is_the_minimum_whatever_the_pay_policy_says() -> None:
    pay = paid("upper-pay-range", 47000, point="U1")
    short = ("below", Decimal("2134.00"), Decimal("472.00"), "min")
    assert certain(pay, pay_policy_adopts_points="yes") == short


@pytest.mark.parametrize(
    ("adopts", "salary", "outcome"),
    [
        ("not-known", 49084, ("below-advisory", Decimal("50.00"), Decimal(0), "U3")),
        ("no", 49084, ("award-pending", Decimal("50.00"), Decimal(0), "min")),
    ],
)
def test_a_confirmed_advisory_point_outweighs_a_minimum_that_is_only_proposed(
    adopts: str, salary: int, outcome: tuple[object, ...]
) -> None:
    pay = paid("upper-pay-range", salary, point="U3")
    assert certain(pay, pay_policy_adopts_points=adopts) == outcome


def test_a_point_whose_confirmed_figure_is_reached_leaves_the_minimum_to_the_award() -> None:
    """49,100 reaches U1 (47,472), and U2 of neither year: U2 was 49,232 and would be 50,955."""
    assert certain(paid("upper-pay-range", 49100, point="U2"))[0] == "below-advisory"
    assert certain(paid("main-pay-range", 34000, point="M2")) == (
        "below-advisory",
        Decimal("69.00"),
        Decimal(0),
        "M2",
    )
    waiting = certain(paid("upper-pay-range", 49100, point="U1"))
    assert waiting == ("award-pending", Decimal("34.00"), Decimal(0), "min")


def test_a_confirmed_point_below_the_proposed_minimum_leaves_the_minimum_to_the_award() -> None:
    """L2 was 53,069 and would be 54,927; the least of the range was 51,773 and would be 53,586."""
    waiting = certain(paid("leadership", 53100, point="L2"))
    assert waiting == ("award-pending", Decimal("486.00"), Decimal(0), "min")


@pytest.mark.parametrize(
    ("adopts", "missing"), [("not-known", ("pay_policy_adopts_points",)), ("no", ())]
)
def test_a_proposed_advisory_point_asks_for_the_pay_policy_first(
    adopts: str, missing: tuple[str, ...]
) -> None:
    pay = paid("main-pay-range", 43000, point="M5")
    post = {**CLASS_TEACHER, "pay_policy_adopts_points": adopts}
    found = about(answer(post, pay, on="2026-10-01"), "base-pay")
    assert (found.outcome, found.force, found.missing) == ("award-pending", "may", missing)
    assert (found.amount_low, found.amount_high) == (Decimal("34069.00"), Decimal("43529.00"))
    assert found.gap is None
    assert found.next_steps[:2] == ("ask-pay-policy-points", "ask-when-award")


def test_pence_lost_of_the_minimum_are_no_gap_beside_an_advisory_point() -> None:
    """Half of 32,916 is 16,458; M2, 34,823, would be half of that."""
    pay = paid("main-pay-range", "16457.60", point="M2", basis="received")
    found = about(answer({**CLASS_TEACHER, "fte": 0.5}, pay), "base-pay")
    assert (found.outcome, found.gap) == ("below-advisory", None)
    assert found.details["reaches_minimum"]
    whole = paid("main-pay-range", 33000, point="M2")
    unknown = about(answer({**CLASS_TEACHER, "fte": "not-known"}, whole), "base-pay")
    assert (unknown.outcome, unknown.amount_low) == ("below-advisory", None)


def test_a_pending_award_is_asked_after() -> None:
    found = about(
        answer(UNQUALIFIED, paid("unqualified", 23393, point="1"), on="2026-10-01"), "base-pay"
    )
    assert found.outcome == "award-pending"
    assert "ask-when-award" in found.next_steps
    confirmed = about(answer(UNQUALIFIED, paid("unqualified", 20000)), "base-pay")
    assert "ask-when-award" not in confirmed.next_steps


# Points that are no more


@pytest.mark.parametrize(
    ("nation", "on", "pay_range", "ended", "rule"),
    [
        ("northern-ireland", "2023-10-01", "main-pay-scale", "2023-08-31", "NI-PAY-03"),
        ("wales", "2025-10-01", "main-pay-range", "2020-08-31", ""),
    ],
)
def test_a_point_that_has_ended_is_named_where_pay_is_below_the_lowest(
    nation: str, on: str, pay_range: str, ended: str, rule: str
) -> None:
    pay = paid(pay_range, 26648, point="M1")
    found = about(answer(CLASS_TEACHER, pay, on=on, nation=nation), "base-pay")
    assert found.outcome == "below"
    assert str(found.details["ceased_until"]) == ended
    reason = list(walk(found.because))[-1]
    assert (reason.rule, reason.fact, reason.value, reason.result) == (rule, "point", "M1", "met")
    assert not rule or found.because.parts[-1].rule == rule


def test_a_point_that_never_was_has_not_ended() -> None:
    found = about(answer(CLASS_TEACHER, paid("main-pay-range", 20000, point="M9")), "base-pay")
    assert found.outcome == "below"
    assert "ceased" not in found.details


def test_a_point_whose_later_figure_is_not_held_has_not_ended() -> None:
    """Of 2027 no figure of L5 is held, though the range has it still."""
    pay = paid("leadership", 40000, point="L5")
    found = about(answer(CLASS_TEACHER, pay, on="2027-10-01"), "base-pay")
    assert found.outcome == "below"
    assert "ceased" not in found.details


# Basis and FTE


def test_a_received_salary_is_compared_with_the_figure_pro_rata() -> None:
    assert base(paid("upper-pay-range", "30628.80", point="U3", basis="received"), fte=0.6) == (
        "in-line",
        None,
    )
    assert base(paid("upper-pay-range", 28000, point="U1", basis="received"), fte=0.6) == (
        "below",
        Decimal("483.20"),
    )


def test_pence_lost_in_a_payroll_system_are_not_an_underpayment() -> None:
    assert (
        base(paid("upper-pay-range", 28483, point="U1", basis="received"), fte=0.6)[0] == "in-line"
    )
    assert base(paid("upper-pay-range", 28482, point="U1", basis="received"), fte=0.6)[0] == "below"


def test_a_full_time_equivalent_is_compared_without_the_fte_but_not_told_as_received() -> None:
    pay = paid("upper-pay-range", 47471)
    found = about(answer({**CLASS_TEACHER, "fte": "not-known"}, pay), "base-pay")
    assert (found.outcome, found.amount_low, found.gap) == ("below", None, None)


@pytest.mark.parametrize(
    ("pay", "facts", "missing"),
    [
        ({}, {}, ("range",)),
        (paid("main-pay-range"), {}, ("salary", "point")),
        (paid("main-pay-range", 20000, basis="received"), {"fte": "not-known"}, ("fte",)),
        (paid("main-pay-range", 20000, basis="not-known"), {"fte": 0.6}, ("basis",)),
        (
            paid("main-pay-range", 20000, basis="not-known"),
            {"fte": "not-known"},
            ("basis", "fte"),
        ),
    ],
)
def test_what_is_wanting_is_named(
    pay: dict[str, object], facts: dict[str, object], missing: tuple[str, ...]
) -> None:
    found = about(answer({**CLASS_TEACHER, **facts}, pay), "base-pay")
    assert (found.outcome, found.missing) == ("cannot-tell", missing)


def test_a_full_timers_salary_needs_no_basis() -> None:
    assert base(paid("main-pay-range", 32916, basis="not-known"))[0] == "in-line"


def test_a_point_without_a_salary_is_read_as_paid_at_that_point_and_says_so() -> None:
    found = about(
        answer({**CLASS_TEACHER, "fte": 0.5}, paid("upper-pay-range", point="U3")), "base-pay"
    )
    assert (found.outcome, found.wording, found.paid) == (
        "in-line",
        "base-pay.read-from-the-point",
        Decimal("25524.00"),
    )
    assert found.missing == ("salary",)
    assert "taken_as_paid" in found.details


def test_with_the_points_adopted_the_point_is_the_least_due() -> None:
    pay = paid("upper-pay-range", 51048, point="U3")
    adopted = about(answer({**CLASS_TEACHER, "pay_policy_adopts_points": "yes"}, pay), "base-pay")
    assert (adopted.amount_low, adopted.amount_high) == (Decimal("51048.00"), Decimal("51048.00"))


@pytest.mark.parametrize("on", ["2014-08-31", "2028-09-01"])
def test_a_day_outside_the_figures_held_is_answered_with_what_is_held(on: str) -> None:
    found = about(answer(CLASS_TEACHER, paid("main-pay-range", 30000), on=on), "base-pay")
    assert (found.outcome, found.wording) == ("cannot-tell", "base-pay.no-figure")
    assert found.details["not_held"].held  # type: ignore[attr-defined] # details are open


@pytest.mark.parametrize(
    "pay",
    [
        paid("main-pay-range", 20000),
        paid("main-pay-range", 40000),
        paid("main-pay-range", 40439, point="M5"),
    ],
)
def test_nothing_is_said_of_base_pay_where_the_employer_is_not_known(
    pay: dict[str, object],
) -> None:
    found = about(answer({**CLASS_TEACHER, "employer": "not-known"}, pay), "base-pay")
    assert (found.outcome, found.wording) == (Outcome.CANNOT_TELL, "base-pay.if-bound")
    assert found.missing == ("employer",)


# Literal published amounts: one for every year and kind of item

PUBLISHED = [
    ("2014-09-01", "main-pay-range", "min", 22023),
    ("2014-09-01", "upper-pay-range", "max", 37496),
    ("2014-09-01", "sen-allowance", "max", 4034),
    ("2015-09-01", "main-pay-range", "min", 22244),
    ("2016-09-01", "main-pay-range", "min", 22467),
    ("2017-09-01", "main-pay-range", "M5", 31039),
    ("2018-09-01", "upper-pay-range", "max", 39406),
    ("2018-09-01", "tlr1", "min", 7853),
    ("2018-09-01", "tlr2", "max", 6646),
    ("2018-09-01", "tlr3", "min", 540),
    ("2019-09-01", "main-pay-range", "min", 24373),
    ("2020-09-01", "leadership", "L18", 64143),
    ("2020-09-01", "headteacher-group-1", "max", 63508),
    ("2021-09-01", "main-pay-range", "min", 25714),
    ("2022-09-01", "main-pay-range", "M4", 33850),
    ("2022-09-01", "tlr1", "max", 14732),
    ("2022-09-01", "tlr3", "max", 2975),
    ("2023-09-01", "main-pay-range", "min", 30000),
    ("2023-09-01", "tlr2", "min", 3214),
    ("2024-09-01", "main-pay-range", "M4", 38034),
    ("2024-09-01", "sen-allowance", "max", 5285),
    ("2024-09-01", "unqualified", "min", 21731),
    ("2025-09-01", "leadership", "L1", 51773),
    ("2025-09-01", "headteacher-group-1", "min", 58569),
    ("2025-09-01", "leadership", "max", 143796),
    ("2025-09-01", "tlr1", "max", 17216),
    ("2026-09-01", "unqualified", "min", 23732),
    ("2026-09-01", "tlr1", "min", 10531),
    ("2026-09-01", "tlr2", "max", 8913),
    ("2026-09-01", "tlr3", "max", 3600),
    ("2026-09-01", "sen-allowance", "min", 2885),
    ("2027-09-01", "main-pay-range", "M1", 35092),
    ("2027-09-01", "upper-pay-range", "U3", 54421),
]


@pytest.mark.parametrize(("on", "item", "point", "amount"), PUBLISHED)
def test_published_amounts_of_england(on: str, item: str, point: str, amount: int) -> None:
    today = case({}, on=on)
    book = library().book("england")
    assert book.amount(today.on, "rest-of-england", item, point) == amount


# Points that a scale does not have


@pytest.mark.parametrize(
    ("pay_range", "point", "salary"),
    [
        ("main-pay-range", "M7", 40000),
        ("main-pay-range", "M7", None),
        ("leadership", "L44", 90000),
        ("leadership", "head", 90000),
        ("headteacher-group-3", "L25", 90000),
        ("headteacher-group-3", "L10", 70000),
    ],
)
def test_a_point_that_the_scale_does_not_have_is_said_not_to_exist(
    pay_range: str, point: str, salary: int | None
) -> None:
    found = about(answer(CLASS_TEACHER, paid(pay_range, salary, point=point)), "base-pay")
    assert (found.outcome, found.wording) == ("cannot-tell", "base-pay.point-not-of-the-scale")
    assert found.missing == ("point",)


@pytest.mark.parametrize(
    ("pay_range", "point"), [("upper-pay-range", "M3"), ("main-pay-range", "U1")]
)
def test_no_minimum_is_missed_where_the_point_is_one_of_another_range(
    pay_range: str, point: str
) -> None:
    found = about(answer(CLASS_TEACHER, paid(pay_range, 30000, point=point)), "base-pay")
    assert (found.outcome, found.gap) == ("cannot-tell", None)
    assert (found.wording, found.missing) == ("base-pay.point-not-of-the-scale", ("point",))


@pytest.mark.parametrize("point", ["M7", "foo"])
def test_a_point_of_no_range_at_all_is_a_slip_and_hides_no_minimum(point: str) -> None:
    found = about(answer(CLASS_TEACHER, paid("main-pay-range", 30000, point=point)), "base-pay")
    assert (found.outcome, found.gap) == ("below", Decimal(2916))


def test_the_points_of_the_day_are_named_by_the_first_and_the_last() -> None:
    found = about(answer(CLASS_TEACHER, paid("leadership", 90000, point="L44")), "base-pay")
    assert (found.details["first"], found.details["last"]) == ("L1", "L43")


@pytest.mark.parametrize(
    ("point", "wording"), [("L20", "no-figure"), ("L44", "point-not-of-the-scale")]
)
def test_a_point_of_a_scale_that_is_not_held_whole_is_only_not_held(
    point: str, wording: str
) -> None:
    """Of London only the points that end a group are held, and none is above L43."""
    pay = paid("leadership", 90000, point=point)
    found = about(answer(CLASS_TEACHER, pay, pay_area="inner-london"), "base-pay")
    assert found.wording == f"base-pay.{wording}"


def test_a_point_of_a_year_that_is_past_is_said_not_to_exist() -> None:
    """M1 was abolished in Wales on 1 September 2020."""
    pay = paid("main-pay-range", 35000, point="M1")
    found = about(answer(CLASS_TEACHER, pay, nation="wales"), "base-pay")
    assert (found.wording, found.details["first"]) == ("base-pay.point-not-of-the-scale", "M2")


@pytest.mark.parametrize(("point", "amount"), [("L11", 66368), ("L24", 90255), ("L18", 78702)])
def test_a_head_is_paid_at_a_leadership_point_of_the_group(point: str, amount: int) -> None:
    post = {**CLASS_TEACHER, "role": "headteacher"}
    found = about(answer(post, paid("headteacher-group-3", point=point)), "base-pay")
    assert (found.outcome, found.paid) == ("in-line", Decimal(amount).quantize(Decimal("0.01")))


@pytest.mark.parametrize(
    ("adopts", "salary", "outcome"),
    [
        ("yes", 35000, "cannot-tell"),
        ("yes", 34823, "in-line"),
        ("no", 35000, "in-line"),
        ("not-known", 35000, "in-line"),
    ],
)
def test_a_salary_between_points_that_the_policy_adopts_needs_its_point(
    adopts: str, salary: int, outcome: str
) -> None:
    """M2 of 2025 is 34,823 and M3 37,101: 35,000 is short of the one and not of the other."""
    post = {**CLASS_TEACHER, "pay_policy_adopts_points": adopts}
    found = about(answer(post, paid("main-pay-range", salary)), "base-pay")
    assert found.outcome == outcome
    assert (found.wording == "base-pay.no-such-point") is (outcome == "cannot-tell")
    assert found.missing == (("point",) if outcome == "cannot-tell" else ())
    assert found.details.get("adopted", False) is (outcome == "cannot-tell")


def test_a_range_without_points_of_its_own_has_none_for_a_policy_to_adopt() -> None:
    post = {**CLASS_TEACHER, "pay_policy_adopts_points": "yes"}
    assert about(answer(post, paid("leading-practitioner", 60000)), "base-pay").outcome == "in-line"


@pytest.mark.parametrize("on", ["2014-08-01", "2028-09-01"])
def test_the_pay_area_is_not_asked_for_on_a_day_without_figures_in_any(on: str) -> None:
    pay = paid("main-pay-range", 30000)
    found = about(answer(CLASS_TEACHER, pay, on=on, pay_area="not-known"), "base-pay")
    assert (found.outcome, found.wording, found.missing) == (
        "cannot-tell",
        "base-pay.no-figure",
        (),
    )


@pytest.mark.parametrize(
    ("salary", "missing"), [(20000, ("pay_area", "basis")), (None, ("pay_area",))]
)
def test_what_else_is_wanting_is_asked_for_with_the_pay_area(
    salary: int | None, missing: tuple[str, ...]
) -> None:
    pay = paid("main-pay-range", salary, point="M1", basis="not-known")
    post = {**CLASS_TEACHER, "fte": 0.6}
    assert about(answer(post, pay, pay_area="not-known"), "base-pay").missing == missing
