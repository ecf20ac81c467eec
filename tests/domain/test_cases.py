"""A case on its day: versions, allowances in payment, refusals."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.cases import Case, CaseRefused, Change, Nation, refused_by_name
from payapp.domain.pay import Allowance, AllowanceKind, Pay
from payapp.domain.posts import Post
from payapp.domain.refusals import Refused

BEFORE, AFTER = Post(fte=Decimal("0.6")), Post(fte=Decimal("0.8"))


def dated_case() -> Case:
    later = Change(
        from_=date(2026, 1, 1), post=AFTER, pay=Pay(range="leadership"), post_keys={}, pay_keys={}
    )
    return Case(nation=Nation.ENGLAND, on=date(2025, 10, 1), post=BEFORE, changes=(later,))


def test_the_version_in_force_the_day_before_a_change_is_the_old_one() -> None:
    assert dated_case().at(date(2025, 12, 31)).post is BEFORE


def test_the_version_in_force_on_the_day_of_a_change_is_the_new_one() -> None:
    changed = dated_case().at(date(2026, 1, 1))
    assert (changed.post, changed.pay.range, changed.on) == (AFTER, "leadership", date(2026, 1, 1))


def test_a_case_without_changes_is_itself_on_its_own_day() -> None:
    plain = Case(nation=Nation.WALES, on=date(2025, 10, 1))
    assert plain.at(date(2025, 10, 1)) is plain


def test_an_allowance_is_paid_from_its_first_day_to_its_last() -> None:
    allowance = Allowance(
        kind=AllowanceKind.TLR2,
        amount=Decimal(3527),
        from_=date(2025, 9, 1),
        until=date(2026, 8, 31),
    )
    days = (date(2025, 8, 31), date(2025, 9, 1), date(2026, 8, 31), date(2026, 9, 1))
    assert [allowance.is_paid_on(day) for day in days] == [False, True, True, False]


def test_an_allowance_without_dates_is_paid_on_any_day() -> None:
    assert Allowance(kind=AllowanceKind.TLR3, amount=Decimal(702)).is_paid_on(date(2030, 1, 1))


def test_a_refusal_names_the_field_the_value_and_what_is_accepted() -> None:
    refused = CaseRefused("post.employer", "grant-aided", "accepted: maintained")
    assert str(refused) == "post.employer is 'grant-aided': accepted: maintained"
    assert (refused.field, refused.value, refused.accepted) == (
        "post.employer",
        "grant-aided",
        "accepted: maintained",
    )


def test_a_case_that_the_rules_refuse_is_refused_under_its_name() -> None:
    with pytest.raises(Refused) as refused, refused_by_name("case-12.json"):
        raise CaseRefused("post.employer", "grant-aided", "England has no such employer")
    assert str(refused.value) == (
        "case-12.json, field post.employer: 'grant-aided' is not accepted; "
        "England has no such employer."
    )


def test_what_is_refused_by_a_file_keeps_its_own_sentence() -> None:
    with pytest.raises(Refused) as refused, refused_by_name("case-12.json"):
        raise Refused("other.csv", "add rows", found="it is empty")
    assert str(refused.value) == "other.csv: it is empty; add rows."
