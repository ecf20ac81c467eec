from decimal import Decimal

import pytest

from payapp.casework.pay_received import Received, pay_received
from tests.worked import CLASS_TEACHER, TLR_TESTS_MET, allowance, answer, library, paid

NI = {"employer": "maintained", "school_type": "mainstream", "role": "class-teacher"}


def received(post: dict[str, object], pay: dict[str, object], **more: str) -> Received:
    return pay_received(answer({**CLASS_TEACHER, **post}, pay, **more), library())


def test_a_salary_is_received_after_the_hours() -> None:
    found = received({"fte": 0.6}, paid("main-pay-range", 45352))
    assert (found.salary, found.total) == (Decimal("27211.20"), Decimal("27211.20"))


def test_a_point_without_a_salary_is_paid_at_its_figure() -> None:
    assert received({}, paid("main-pay-range", point="M6")).total == 45352


@pytest.mark.parametrize(
    ("post", "basis", "salary"),
    [
        ({"fte": 0.6}, "received", Decimal(20000)),
        ({"fte": 1}, "not-known", Decimal(20000)),
        ({"fte": 0.6}, "full-time-equivalent", Decimal(12000)),
        ({"fte": 0.6}, "not-known", None),
        ({"fte": "not-known"}, "full-time-equivalent", None),
    ],
)
def test_a_salary_that_no_range_is_named_for_is_read_as_entered(
    post: dict[str, object], basis: str, salary: Decimal | None
) -> None:
    found = received(post, {"salary": 20000, "basis": basis})
    assert (found.salary, found.total) == (salary, salary)


@pytest.mark.parametrize(
    ("on", "share", "expected", "least"),
    [
        ("2025-03-01", None, Decimal("2400.00"), Decimal("2400.00")),
        ("2025-10-01", 1, None, Decimal("2400.00")),
        ("2026-10-01", 1, Decimal("4000.00"), Decimal("4000.00")),
        ("2026-10-01", None, None, Decimal("0.00")),
    ],
)
def test_a_tlr_is_received_by_hours_and_later_by_share(
    on: str, share: int | None, expected: Decimal | None, least: Decimal
) -> None:
    held = allowance("tlr2", 4000) | ({} if share is None else {"share": share})
    pay = paid("main-pay-range", None, held, point="M6")
    (found,) = received({**TLR_TESTS_MET, "fte": 0.6}, pay, on=on).allowances
    assert (found.received, found.least) == (expected, least)


def test_a_payment_without_terms_follows_the_hours() -> None:
    pay = paid("main-pay-range", None, allowance("acting", 1000), point="M6")
    assert received({"fte": 0.5}, pay).allowances[0].received == 500


def test_a_basis_that_is_not_known_leaves_a_part_timer_without_a_total() -> None:
    pay = paid("main-pay-range", None, allowance("sen-allowance", 3000, "not-known"), point="M6")
    assert received({"fte": 0.5}, pay).total is None
    assert received({"fte": 1}, pay).total == 48352


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2529), (1, 5058)])
def test_a_teaching_allowance_that_is_split_is_received_by_its_share(
    share: float, expected: int
) -> None:
    pay = paid(
        "main-pay-scale", None, allowance("teaching-allowance-2", 5058, share=share), point="M6"
    )
    found = pay_received(answer({**NI, "fte": 1}, pay, nation="northern-ireland"), library())
    assert found.allowances[0].received == expected
