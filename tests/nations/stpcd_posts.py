"""Posts and payments that the tests of the School Teachers' Pay and Conditions Document share."""

from tests.worked import CLASS_TEACHER, TLR_TESTS_MET, allowance, paid

U3 = paid("upper-pay-range", 51048, point="U3")
SPECIAL = {**CLASS_TEACHER, "school_type": "special", "teaches_sen_pupils": "yes"}
CUT_IN_2023 = {"reduction_date": "2023-02-10", "reduction_cause": "restructuring"}
SUBJECT_LEADER = {**CLASS_TEACHER, **TLR_TESTS_MET, "role": "subject-leader"}
RESTRUCTURED = {"reduction_date": "2024-09-01", "reduction_cause": "restructuring"}


def with_pay(
    *allowances: dict[str, object], pay_range: str = "upper-pay-range"
) -> dict[str, object]:
    return paid(pay_range, None, *allowances)


def sen(amount: int) -> dict[str, object]:
    return allowance("sen-allowance", amount)
