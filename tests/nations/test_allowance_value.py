"""An allowance against its range: what the nations' own tests do not reach."""

from datetime import date
from decimal import Decimal

from payapp.domain.cases import Case, Nation
from payapp.domain.findings import Outcome
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.nations.allowance_value import Span, compare
from payapp.nations.question import Question
from tests.worked import library


def test_a_kind_without_national_terms_is_compared_with_nothing() -> None:
    asked = Case(nation=Nation.ENGLAND, on=date(2025, 10, 1))
    question = Question(asked, library(), area="rest-of-england", edition="2025")
    value = compare(question, Allowance(kind=AllowanceKind.HONORARIUM, amount=Decimal(500)))
    assert (value.outcome, value.range, value.paid) == (Outcome.CANNOT_TELL, None, None)


def test_a_span_is_settled_where_only_one_proportion_is_possible() -> None:
    assert Span(Decimal("0.6"), Decimal("0.6")).settled == Decimal("0.6")
    assert Span(Decimal(0), Decimal(1), ("fte",)).settled is None
