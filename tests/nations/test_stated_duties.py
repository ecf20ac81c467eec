"""For which duty a payment is made: whole words decide, and other words leave it open."""

from decimal import Decimal

import pytest

from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, Result
from payapp.nations.stated_duties import is_for_coordination, paid_for_coordination


def paid_for(duty: str | None) -> Allowance:
    return Allowance(kind=AllowanceKind.TLR2, amount=Decimal(4000), for_which_duty=duty)


@pytest.mark.parametrize(
    "duty",
    [
        "SENCO",
        "SEND",
        "special needs",
        "Special educational needs",
        "special-needs co-ordination",
        "Inclusion",
        "Behaviour and inclusion",
        "SENCO and assessment lead",
        "ALNCo",
        "Additional learning needs",
        "LSC",
        "Learning support coordinator",
        "Support for learning",
        "Co-ordinator",
        "the co-ordinating role",
        "",
        " ",
        None,
    ],
)
def test_words_of_special_needs_or_none_at_all_pay_for_coordinating(duty: str | None) -> None:
    assert is_for_coordination(paid_for(duty)) is MET


@pytest.mark.parametrize(
    "duty",
    [
        "Maths co-ordinator",
        "Literacy coordinator",
        "Head of mathematics",
        "Head of Year 7",
        "KS2 lead",
        "music",
        "Pastoral lead",
    ],
)
def test_words_of_another_duty_alone_do_not(duty: str) -> None:
    assert is_for_coordination(paid_for(duty)) is NOT_MET


@pytest.mark.parametrize(
    "duty",
    [
        "not SENCO",
        "former SENCO",
        "maths, not literacy",
        "Senior teacher",
        "absence management",
        "essential skills",
        "SpLD",
        "additional responsibility",
        "presentation of maths",
        "Whole school co-ordinator",
        "3",
    ],
)
def test_a_denial_or_a_word_that_is_not_known_leaves_it_open(duty: str) -> None:
    assert is_for_coordination(paid_for(duty)) is NOT_KNOWN


def test_one_payment_for_coordinating_is_enough_and_an_open_one_leaves_it_open() -> None:
    maths, senco, other = paid_for("maths"), paid_for("SENCO"), paid_for("Senior teacher")

    def result(*payments: Allowance) -> Result:
        return paid_for_coordination("POS-01", payments, "no tlr1 or tlr2").result

    assert result(maths, other, senco) is MET
    assert result(maths, other) is NOT_KNOWN
    assert result(maths) is NOT_MET


def test_without_a_payment_what_is_not_paid_is_named() -> None:
    found = paid_for_coordination("POS-01", (), "no tlr1 or tlr2")
    assert found[:2] == ("POS-01", NOT_MET)
    assert (found.fact, found.value) == ("allowances", "no tlr1 or tlr2")
