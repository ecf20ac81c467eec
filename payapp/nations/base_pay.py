"""Range and point against the figures of the day: what all four nations share of base pay."""

from decimal import Decimal
from typing import NamedTuple

from payapp.domain.figures import Figure, Nature, NotHeld
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import Money, over, pro_rata, short_of
from payapp.domain.pay import Basis
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Join,
    Result,
    Test,
    all_of,
    leaf,
    value_is,
)
from payapp.nations.question import WHOLE, Question

MINIMUM, MAXIMUM = "min", "max"


class Recognised(NamedTuple):
    """A figure of another date or pay area that an amount equals."""

    figure: Figure
    how: str


class Salary(NamedTuple):
    """A salary as entered, with the proportion that turns a figure into its basis.

    `proportion` is 1 for a full-time equivalent, the FTE for a received salary.
    """

    amount: Money
    proportion: Decimal
    is_received: bool

    def on_its_basis(self, figure: Figure) -> Money:
        """Return a figure in pounds a year on the basis of this salary."""
        return pro_rata(figure.amount, self.proportion) if self.is_received else figure.amount

    def is_short_of(self, figure: Figure) -> bool:
        """Say whether the salary is less than a figure."""
        return short_of(self.amount, self.on_its_basis(figure), received=self.is_received)

    def is_over(self, figure: Figure) -> bool:
        """Say whether the salary is more than a figure."""
        return over(self.amount, self.on_its_basis(figure), received=self.is_received)

    def equals(self, figure: Figure) -> bool:
        """Say whether the salary is a figure, pence lost in payroll apart."""
        return not self.is_short_of(figure) and not self.is_over(figure)


class Limits(NamedTuple):
    """The least and the most that a range allows on the day, and the figure of the point."""

    low: Figure | None
    high: Figure | None
    point: Figure | NotHeld | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that the comparison used, each once."""
        held = (self.low, self.high, self.point)
        return tuple(dict.fromkeys(figure for figure in held if isinstance(figure, Figure)))

    @property
    def exact(self) -> Figure | None:
        """The figure of a point that the law or an agreement fixes, if the point is one."""
        point = self.point
        if isinstance(point, Figure) and point.nature is not Nature.ADVISORY:
            return point
        return None


def base_pay(question: Question, rule: str, *, item: str | None = None) -> Finding:
    """Compare range, point and salary with the figures of the day.

    `rule` is the rule by which the document binds; `item` replaces the range as the item looked
    up, such as a headteacher group's.
    """
    item = item or question.pay.range
    if question.binds.result is NOT_MET:
        return _say(question, Outcome.DOES_NOT_APPLY, question.binds, rule, "base-pay.not-bound")
    if item is None:
        return _unknown(question, rule, "range")
    if not question.area:
        return _unknown(question, rule, "pay_area")
    limits = _limits(question, item)
    if limits.low is None or limits.high is None:
        return _not_held(question, rule, item, limits)
    if question.pay.salary is None:
        return _paid_at_the_point(question, rule, limits)
    salary, unknown = _salary(question)
    if salary is None:
        return _unknown(question, rule, *unknown)
    return _compare(question, rule, limits, salary)


def _limits(question: Question, item: str) -> Limits:
    low = question.figure(item, MINIMUM)
    high = question.figure(item, MAXIMUM)
    point = question.figure(item, question.pay.point) if question.pay.point else None
    if isinstance(low, Figure) and isinstance(high, Figure):
        return Limits(low, high, point)
    points = question.book.points(question.on, question.area, item)
    if not points:
        return Limits(None, None, point)
    low, high = points[0], points[0]
    for figure in points:
        low = figure if figure.amount < low.amount else low
        high = figure if figure.amount > high.amount else high
    return Limits(low, high, point)


def _salary(question: Question) -> tuple[Salary | None, tuple[str, ...]]:
    """Return the salary on its basis, or the facts that are wanting."""
    amount, basis, fte = question.pay.salary, question.pay.basis, question.post.fte
    if amount is None:
        return None, ("salary",)
    if basis is Basis.FULL_TIME_EQUIVALENT or fte == WHOLE:
        return Salary(amount, WHOLE, is_received=False), ()
    if basis is None:
        return None, ("basis", "fte") if fte is None else ("basis",)
    if fte is None:
        return None, ("fte",)
    return Salary(amount, fte, is_received=True), ()


def _compare(question: Question, rule: str, limits: Limits, salary: Salary) -> Finding:
    low, high = limits.low, limits.high
    assert low is not None and high is not None
    least = limits.exact or low
    if salary.is_short_of(least):
        return _short(question, rule, limits, salary, least)
    if salary.is_over(limits.exact or high):
        return _over(question, rule, limits, salary, limits.exact or high)
    if isinstance(limits.point, NotHeld):
        return _not_held(question, rule, limits.point.item, limits)
    if limits.point is None:
        return _without_a_point(question, rule, limits, salary)
    if salary.is_short_of(limits.point):
        return _short_of_advice(question, rule, limits, salary, limits.point)
    return _in_line(question, rule, limits, salary, "base-pay.in-line")


def _short(
    question: Question, rule: str, limits: Limits, salary: Salary, least: Figure
) -> Finding:
    """Paid less than the law or an agreement fixes, or than a proposal would fix."""
    confirmed = question.book.last_confirmed(least)
    pending = least.provenance.is_proposed and not (
        confirmed is not None and salary.is_short_of(confirmed)
    )
    outcome = Outcome.AWARD_PENDING if pending else Outcome.BELOW
    wording = "base-pay.award-pending" if pending else "base-pay.below"
    return _amounts(question, outcome, rule, limits, salary, wording, least, confirmed)


def _short_of_advice(
    question: Question, rule: str, limits: Limits, salary: Salary, point: Figure
) -> Finding:
    """Inside the range but less than an advisory point: the pay policy decides."""
    confirmed = question.book.last_confirmed(point)
    if point.provenance.is_proposed and not (
        confirmed is not None and salary.is_short_of(confirmed)
    ):
        return _amounts(
            question,
            Outcome.AWARD_PENDING,
            rule,
            limits,
            salary,
            "base-pay.award-pending",
            point,
            confirmed,
        )
    if question.post.pay_policy_adopts_points is Fact.YES:
        return _amounts(
            question, Outcome.BELOW, rule, limits, salary, "base-pay.below-adopted", point, confirmed
        )
    return _below_advice(question, rule, limits, salary, point)


def _below_advice(
    question: Question, rule: str, limits: Limits, salary: Salary, advised: Figure
) -> Finding:
    low = limits.low
    assert low is not None
    return question.finding(
        About.BASE_PAY,
        Outcome.BELOW_ADVISORY,
        Force.MAY,
        _because(question, rule, salary.amount, NOT_MET),
        "base-pay.below-advisory",
        _rules(rule),
        details={
            "compared": advised,
            "salary": salary,
            "recognised": recognise(question, advised.item, salary),
        },
        figures=tuple(dict.fromkeys((*limits.figures, advised))),
        low=_as_received(question, low),
        high=_as_received(question, advised),
        paid=_paid(question, salary),
        missing=() if question.post.pay_policy_adopts_points is Fact.NO else (ADOPTS_POINTS,),
        next_steps=("ask-pay-policy-points", "ask-payroll", "ask-union"),
    )


ADOPTS_POINTS = "pay_policy_adopts_points"


def _without_a_point(question: Question, rule: str, limits: Limits, salary: Salary) -> Finding:
    """Inside the range with no point named: a current point, a stale one, or neither."""
    low = limits.low
    assert low is not None
    points = question.book.points(question.on, question.area, low.item)
    if any(salary.equals(figure) for figure in points):
        return _in_line(question, rule, limits, salary, "base-pay.in-line")
    if all(figure.nature is not Nature.ADVISORY for figure in points) and not _is_range(points):
        return _unknown(question, rule, "point", wording="base-pay.no-such-point")
    recognised = recognise(question, low.item, salary)
    if recognised is not None and recognised.how == "earlier-year":
        point = recognised.figure.point
        current = question.figure(low.item, point)
        if isinstance(current, Figure):
            named = limits._replace(point=current)
            return _short_of_advice(question, rule, named, salary, current)
    return _in_line(question, rule, limits, salary, "base-pay.in-line")


def _is_range(points: tuple[Figure, ...]) -> bool:
    return any(figure.point == MINIMUM for figure in points)


def _over(
    question: Question, rule: str, limits: Limits, salary: Salary, most: Figure
) -> Finding:
    conserved = question.pay.salary_conserved
    if conserved is Fact.YES:
        return _in_line(question, rule, limits, salary, "base-pay.conserved")
    if conserved is Fact.NOT_KNOWN:
        return _unknown(
            question,
            rule,
            "salary_conserved",
            wording="base-pay.above-unless-conserved",
            details={"compared": most, "salary": salary},
            figures=limits.figures,
        )
    return _amounts(question, Outcome.ABOVE, rule, limits, salary, "base-pay.above", most, None)


def _amounts(
    question: Question,
    outcome: Outcome,
    rule: str,
    limits: Limits,
    salary: Salary,
    wording: str,
    compared: Figure,
    confirmed: Figure | None,
) -> Finding:
    """A finding that compares the salary with one figure, in pounds a year as received."""
    if question.binds.result is NOT_KNOWN:
        return _unknown(
            question,
            rule,
            wording="base-pay.if-bound",
            details={"compared": compared, "salary": salary},
            figures=limits.figures,
        )
    above = outcome is Outcome.ABOVE
    low = limits.exact or (limits.low if above else compared)
    high = compared if above or limits.exact else (limits.high or compared)
    point = limits.point
    if isinstance(point, Figure) and not above:
        high = point
    assert low is not None
    return question.finding(
        About.BASE_PAY,
        outcome,
        Force.MUST,
        _because(question, rule, salary.amount, NOT_MET),
        wording,
        _rules(rule),
        details={
            "compared": compared,
            "confirmed": confirmed,
            "salary": salary,
            "recognised": recognise(question, compared.item, salary),
        },
        figures=tuple(
            dict.fromkeys((*limits.figures, compared, *((confirmed,) if confirmed else ())))
        ),
        low=_as_received(question, low),
        high=_as_received(question, high),
        paid=_paid(question, salary),
        next_steps=("check-payslip", "ask-payroll", "ask-union"),
    )


def _in_line(
    question: Question, rule: str, limits: Limits, salary: Salary, wording: str
) -> Finding:
    if question.binds.result is NOT_KNOWN:
        return _unknown(
            question,
            rule,
            wording="base-pay.if-bound",
            details={"compared": limits.low, "salary": salary},
            figures=limits.figures,
        )
    low, high = limits.exact or limits.low, limits.exact or limits.high
    point = limits.point
    if isinstance(point, Figure) and question.post.pay_policy_adopts_points is Fact.YES:
        low = point
    assert low is not None and high is not None
    return question.finding(
        About.BASE_PAY,
        Outcome.IN_LINE,
        Force.MUST,
        _because(question, rule, salary.amount, MET),
        wording,
        _rules(rule),
        details={"item": low.item, "salary": salary, "point": point},
        figures=limits.figures,
        low=_as_received(question, low),
        high=_as_received(question, high),
        paid=_paid(question, salary),
    )


def _paid_at_the_point(question: Question, rule: str, limits: Limits) -> Finding:
    """A point without a salary is read as paid at that point's figure, and the finding says so."""
    point = limits.point
    if point is None:
        return _unknown(question, rule, "salary", "point")
    if isinstance(point, NotHeld):
        return _not_held(question, rule, point.item, limits)
    salary = Salary(point.amount, WHOLE, is_received=False)
    return _in_line(question, rule, limits, salary, "base-pay.read-from-the-point")


def _not_held(question: Question, rule: str, item: str, limits: Limits) -> Finding:
    point = limits.point
    wanting = point if isinstance(point, NotHeld) else question.figure(item, MINIMUM)
    return _unknown(
        question,
        rule,
        wording="base-pay.no-figure",
        details={"not_held": wanting},
        figures=limits.figures,
        because=all_of("", question.binds, Test(rule, NOT_KNOWN, Join.LEAF, "", item)),
    )


def _unknown(
    question: Question,
    rule: str,
    *facts: str,
    wording: str = "base-pay.cannot-tell",
    details: dict[str, object] | None = None,
    figures: tuple[Figure, ...] = (),
    because: Test | None = None,
) -> Finding:
    because = because or all_of(
        "", question.binds, *(leaf(rule, fact, None, NOT_KNOWN) for fact in facts)
    )
    return question.finding(
        About.BASE_PAY,
        Outcome.CANNOT_TELL,
        Force.MUST,
        because,
        wording,
        _rules(rule),
        details=details or {},
        figures=figures,
    )


def _say(question: Question, outcome: Outcome, because: Test, rule: str, wording: str) -> Finding:
    return question.finding(About.BASE_PAY, outcome, Force.MUST, because, wording, _rules(rule))


def _because(question: Question, rule: str, amount: Money, result: Result) -> Test:
    named = value_is(rule, "range", question.pay.range, holds=True)
    return all_of("", question.binds, named, leaf(rule, "salary", amount, result))


def _rules(rule: str) -> tuple[str, ...]:
    return (rule, "PT-01")


def _as_received(question: Question, figure: Figure) -> Money | None:
    return question.received(figure.amount)


def _paid(question: Question, salary: Salary) -> Money | None:
    return salary.amount if salary.is_received else question.received(salary.amount)


def recognise(question: Question, item: str, salary: Salary) -> Recognised | None:
    """Find the figure of an earlier year, or of another pay area, that a salary equals."""
    book, area = question.book, question.area
    for pay_date in reversed([day for day in book.pay_dates if day <= question.on]):
        for (row_area, row_item, _), figure in book.table(pay_date).items():
            if row_area == area and row_item == item and salary.equals(figure):
                same = figure is question.figure(item, figure.point)
                return None if same else Recognised(figure, "earlier-year")
    for other in dict.fromkeys(row_area for row_area, _, _ in book.table(book.pay_dates[0])):
        for figure in book.points(question.on, other, item):
            if other != area and salary.equals(figure):
                return Recognised(figure, "other-area")
    return None
