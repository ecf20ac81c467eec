"""What may be supposed: every other answer, and of numbers and lists what a rule may turn at."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.casework.suppositions import (
    IN_THE_PAY,
    IN_THE_POST,
    Supposed,
    as_supposed,
    can_be_supposed,
    numbers_entered,
    suppositions,
)
from payapp.domain.cases import Case
from tests.nations.scottish import COORDINATOR, ON_POINT_5, PROMOTED, TEACHER
from tests.worked import CLASS_TEACHER, SENCO, allowance, case, library, paid

U3 = paid("upper-pay-range", point="U3")


def values(one: Case, fact: str) -> list[object]:
    return [supposed.after for supposed in suppositions(one, library(), fact)]


def scottish(post: Mapping[str, object], pay: Mapping[str, object] = ON_POINT_5) -> Case:
    return case(post, pay, nation="scotland", on="2026-09-01")


def test_a_yes_or_no_fact_may_be_the_other_and_one_not_known_may_be_both() -> None:
    one = case({**CLASS_TEACHER, "sustained": "yes", "accountable": "not-known"}, U3)
    assert values(one, "sustained") == ["no"]
    assert values(one, "accountable") == ["yes", "no"]
    (known,) = suppositions(one, library(), "sustained")
    assert (known.before, known.known, known.is_one_of_many) == ("yes", True, False)


def test_a_choice_may_be_any_other_that_the_nation_knows() -> None:
    wales = case(CLASS_TEACHER, U3, nation="wales")
    assert values(wales, "employer") == ["independent", "agency", "central-service"]
    assert values(case(SENCO, U3), "qualification_held") == ["none", "npq-senco", "other"]


@pytest.mark.parametrize("fact", ["salary", "point", "coordinator_since", "reduction_cause"])
def test_amounts_dates_and_texts_are_taken_as_they_are(fact: str) -> None:
    assert values(case(SENCO, U3), fact) == []


def test_only_a_part_of_full_time_that_is_not_known_may_be_the_whole() -> None:
    assert values(case({**SENCO, "fte": "not-known"}, U3), "fte") == [1]
    assert values(case({**SENCO, "fte": 0.6}, U3), "fte") == []


def test_a_share_may_be_the_whole_or_as_much_as_of_full_time() -> None:
    assert values(case({**SENCO, "fte": 0.6}, U3), "share_of_responsibility") == [1, Decimal("0.6")]
    assert values(case({**SENCO, "fte": "not-known"}, U3), "share_of_responsibility") == [1]


def test_the_share_that_a_payment_states_is_the_one_entered_and_gives_way() -> None:
    pay = paid("upper-pay-range", None, allowance("tlr2", 2200, share=0.6), point="U3")
    one = case({**SENCO, "fte": 0.6}, pay)
    (whole,) = suppositions(one, library(), "share_of_responsibility")
    assert whole == Supposed("share_of_responsibility", Decimal("0.6"), Decimal(1), known=True)
    changed = as_supposed(one, (whole,))
    assert changed.post.share_of_responsibility == 1
    assert changed.pay.allowances[0].share is None


def test_in_wales_a_full_tlr_may_have_been_agreed_with_the_payment_or_not() -> None:
    pay = paid("upper-pay-range", None, allowance("tlr2", 2154, "received"), point="U3")
    one = case({**SENCO, "role": "alnco", "fte": 0.6}, pay, nation="wales")
    full, by_hours = suppositions(one, library(), "share")
    assert [full.after, by_hours.after, full.known] == [1, Decimal("0.6"), False]
    assert as_supposed(one, (full,)).pay.allowances[0].share == 1
    sen = paid("upper-pay-range", None, allowance("sen-allowance", 3000), point="U3")
    assert as_supposed(case(SENCO, sen), (full,)).pay.allowances[0].share is None
    assert can_be_supposed("share")
    assert not can_be_supposed("until")


def test_a_score_may_open_each_band_of_the_spine_the_paid_point_first() -> None:
    """Bands of principal teachers: 0, 83, 97, 111, 127, 143, 160 and 178 are the lowest scores."""
    on_three = scottish(PROMOTED, paid("principal-teacher", 64290, point="3"))
    assert values(on_three, "job_size_score") == [97, 111, 83, 127, 0, 143, 160, 178]
    unnamed = scottish(PROMOTED, paid("principal-teacher", 64290))
    assert values(unnamed, "job_size_score")[:3] == [0, 83, 97]
    assert values(scottish(TEACHER), "job_size_score") == []


def test_a_headteacher_group_may_be_any_other_the_nearest_first() -> None:
    three = case({**SENCO, "headteacher_group": 3}, U3)
    assert values(three, "headteacher_group") == [2, 4, 1, 5, 6, 7, 8]
    assert values(case(SENCO, U3), "headteacher_group") == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("post", "nation", "fact", "expected"),
    [
        (TEACHER, "scotland", "acting_days", [19, 20, 21]),
        ({**CLASS_TEACHER, "agency_weeks": 12}, "england", "agency_weeks", [11, 13]),
        (SENCO, "england", "earlier_coordinator_months", [11, 12, 13]),
        (CLASS_TEACHER, "wales", "earlier_coordinator_months", []),
    ],
)
def test_a_number_that_a_rule_limits_may_be_at_the_limit_or_next_to_it(
    post: Mapping[str, object], nation: str, fact: str, expected: list[int]
) -> None:
    pay = ON_POINT_5 if nation == "scotland" else U3
    assert values(case(post, pay, nation=nation), fact) == expected


def test_a_list_of_duties_may_name_what_counts_or_none() -> None:
    """Of the list (c), (f), (i) and (j) are every teacher's as well."""
    counting = ("a", "b", "d", "e", "g", "h")
    assert values(scottish(COORDINATOR), "promoted_duties") == [counting, ()]
    some = scottish({**COORDINATOR, "promoted_duties": ["c"]})
    assert values(some, "promoted_duties") == [counting, ()]
    held = scottish({**COORDINATOR, "promoted_duties": ["a"]})
    assert values(held, "promoted_duties") == [()]


def test_one_change_of_the_first_type_or_none_may_have_come_since_the_post_was_sized() -> None:
    assert values(scottish(PROMOTED), "changes_since_sizing") == [("A",), ()]


def test_the_numbers_and_lists_that_were_entered_are_named() -> None:
    pay = paid("upper-pay-range", None, allowance("tlr2", 2200, share=0.6), point="U3")
    assert list(numbers_entered(case({**SENCO, "fte": 0.6}, pay))) == [
        "fte",
        "share_of_responsibility",
    ]
    assert list(numbers_entered(scottish({**PROMOTED, "job_size_score": 100}))) == [
        "fte",
        "job_size_score",
    ]


def test_facts_of_the_post_and_of_the_pay_are_supposed_together() -> None:
    one = case(CLASS_TEACHER, paid("main-pay-range", 39556, point="M4"))
    changed = as_supposed(
        one,
        (
            Supposed("sustained", "not-known", "yes", known=False),
            Supposed("basis", "full-time-equivalent", "received", known=True),
        ),
    )
    assert (changed.post.sustained, changed.pay.basis) == ("yes", "received")
    assert not IN_THE_POST & IN_THE_PAY
    assert "allowances" not in IN_THE_PAY
