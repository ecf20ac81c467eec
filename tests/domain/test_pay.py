"""Pay: the codes that case files are written in, and what an allowance says of itself."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.tests_over_facts import Fact

KINDS = """
    sen-allowance tlr1 tlr2 tlr3 teaching-allowance-1 teaching-allowance-2 teaching-allowance-3
    teaching-allowance-4 teaching-allowance-5 sen1 sen2 remote-schools distant-islands residential
    recruitment-retention acting honorarium unqualified-allowance other
"""


def test_the_kinds_of_payment_have_the_codes_that_files_are_written_in() -> None:
    assert [kind.value for kind in AllowanceKind] == KINDS.split()


def test_an_amount_is_for_the_whole_post_or_as_received() -> None:
    assert [basis.value for basis in Basis] == ["full-time-equivalent", "received"]


def test_nothing_is_supposed_of_pay_that_is_not_entered() -> None:
    pay = Pay()
    assert (pay.range, pay.point, pay.salary, pay.basis) == (None, None, None, None)
    assert pay.salary_conserved is Fact.NOT_KNOWN
    assert pay.allowances == ()


def test_an_allowance_is_a_current_award_unless_it_is_said_to_be_safeguarded() -> None:
    paid = Allowance(kind=AllowanceKind.TLR2, amount=Decimal(3651))
    assert paid.safeguarded is Fact.NO
    assert (paid.basis, paid.share, paid.for_which_duty) == (None, None, None)


@pytest.mark.parametrize(
    ("from_", "until", "on", "is_paid"),
    [
        (None, None, date(2026, 1, 1), True),
        (date(2026, 1, 1), None, date(2025, 12, 31), False),
        (date(2026, 1, 1), None, date(2026, 1, 1), True),
        (None, date(2026, 1, 1), date(2026, 1, 1), True),
        (None, date(2026, 1, 1), date(2026, 1, 2), False),
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1), True),
    ],
)
def test_a_payment_runs_from_its_first_day_to_its_last_both_inclusive(
    from_: date | None, until: date | None, on: date, is_paid: bool
) -> None:
    paid = Allowance(kind=AllowanceKind.TLR3, amount=Decimal(702), from_=from_, until=until)
    assert paid.is_paid_on(on) is is_paid


def test_a_payment_of_nothing_a_year_is_not_paid() -> None:
    assert not Allowance(kind=AllowanceKind.TLR2, amount=Decimal(0)).is_paid_on(date(2026, 1, 1))
    assert Allowance(kind=AllowanceKind.TLR2, amount=Decimal("0.01")).is_paid_on(date(2026, 1, 1))
