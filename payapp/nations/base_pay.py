"""Range and point against the figures of the day: what all four nations share of base pay."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from payapp.domain.figures import Figure, Nature, NotHeld, in_order, place_of
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

    @property
    def full_time_bounds(self) -> tuple[Money, Money]:
        """The least and the most that a figure this salary equals can be, full-time equivalent."""
        if not self.is_received:
            return self.amount, self.amount
        return (self.amount - 1) / self.proportion, (self.amount + 1) / self.proportion

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
    """The least and the most that a range allows on the day, and the figure of the point.

    Where an end of the range is not held, `low` or `high` is the nearest figure that is.
    """

    low: Figure
    high: Figure
    point: Figure | NotHeld | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that the comparison rests on, each once: of an exact point, only its own."""
        if self.exact is not None:
            return (self.exact,)
        held = (self.low, self.high, self.point)
        return tuple(dict.fromkeys(figure for figure in held if isinstance(figure, Figure)))

    @property
    def exact(self) -> Figure | None:
        """The figure of a point that the law or an agreement fixes, if the point is one."""
        point = self.point
        if isinstance(point, Figure) and point.nature is not Nature.ADVISORY:
            return point
        return None


class Comparison(NamedTuple):
    """A salary beside the limits of its range; `rule` is the one by which the document binds."""

    question: Question
    rule: str
    limits: Limits
    salary: Salary


def base_pay(
    question: Question,
    rule: str,
    *,
    item: str | None = None,
    point: str | None = None,
    moved_by: str | None = None,
    at_no_point: bool = False,
) -> Finding:
    """Compare range, point and salary with the figures of the day.

    `rule` is the rule by which the document binds; `item` replaces the range as the item looked
    up, such as a headteacher group's, and `point` a point that is no more, by the rule `moved_by`;
    `at_no_point` says that the point entered is none of that item.
    """
    item = item or question.pay.range
    if question.binds.result is NOT_MET:
        return question.finding(
            About.BASE_PAY,
            Outcome.DOES_NOT_APPLY,
            Force.MUST,
            question.binds,
            "base-pay.not-bound",
            _rules(question, rule),
        )
    if item is None:
        return _unknown(question, rule, "range")
    if not question.area:
        return _without_an_area(question, rule, item)
    name = None if at_no_point else point or question.pay.point
    limits = _limits(question, item, name)
    if limits is None:
        return _not_held(question, rule, _instead_of_the_item(question, item, name))
    if question.pay.salary is None:
        return _paid_at_the_point(question, rule, limits)
    salary, unknown = salary_entered(question)
    if salary is None:
        return _unknown(question, rule, *unknown)
    found = _compare(Comparison(question, rule, limits, salary))
    return _naming_what_ceased(found, question, item, moved_by)


def _without_an_area(question: Question, rule: str, item: str) -> Finding:
    """Ask for the pay area, and what else is wanting, unless no area has a figure on the day."""
    wanting = question.figure(item, question.pay.point or MINIMUM)
    if isinstance(wanting, NotHeld) and wanting.lacking == "date":
        return _not_held(question, rule, wanting)
    unknown = () if question.pay.salary is None else salary_entered(question)[1]
    return _unknown(question, rule, "pay_area", *unknown)


def _naming_what_ceased(
    found: Finding, question: Question, item: str, moved_by: str | None
) -> Finding:
    """Say of pay that is below the lowest point that the point entered is one that has ended."""
    point = question.pay.point
    if found.outcome is not Outcome.BELOW or point is None:
        return found
    stated = question.figure(item, point)
    if not isinstance(stated, NotHeld) or stated.lacking != "date":
        return found
    series, book = (question.area, item, point), question.book
    rows = (row for row in book.every() if (row.area, row.item, row.point) == series)
    ended = [until for row in rows if (until := book.in_force_until(row)) and until < question.on]
    if not ended or question.lacks_figures_of(item):
        return found
    reason = value_is(moved_by or "", "point", point, holds=True)
    if moved_by is not None:
        reason = all_of(moved_by, reason)
    return found._replace(
        because=all_of("", *found.because.parts, reason),
        details={**found.details, "ceased": stated, "ceased_until": max(ended)},
    )


def _instead_of_the_item(question: Question, item: str, name: str | None) -> Figure | NotHeld:
    """Return what is held instead: of the point, or of one of a scale that has no limits."""
    wanting = question.figure(item, name or MINIMUM)
    if isinstance(wanting, NotHeld) and wanting.lacking == "point":
        return question.figure(item, wanting.held[0])
    return wanting


def _limits(question: Question, item: str, name: str | None) -> Limits | None:
    low = question.figure(item, MINIMUM)
    high = question.figure(item, MAXIMUM)
    point = question.figure(item, name) if name else None
    if isinstance(low, Figure) and isinstance(high, Figure):
        return Limits(low, high, _of_a_group(question, low, high, point))
    points = question.book.points(question.on, question.area, item)
    if not points:
        return None
    least = min(points, key=lambda figure: figure.amount)
    return Limits(least, max(points, key=lambda figure: figure.amount), point)


_GROUPS, _POINTS_OF_GROUPS = "headteacher-group", "leadership"


def _of_a_group(
    question: Question, low: Figure, high: Figure, point: Figure | NotHeld | None
) -> Figure | NotHeld | None:
    """Return the leadership point that a headteacher is paid at, if it lies in the group.

    The top of a group is printed a little lower than the point that gives it its name.
    """
    if not isinstance(point, NotHeld) or not point.item.startswith(_GROUPS):
        return point
    found = question.figure(_POINTS_OF_GROUPS, point.point)
    if not isinstance(found, Figure) or low.amount <= found.amount <= high.amount:
        return found
    letter, number = place_of(found.point) or ("", 0)
    below = question.figure(_POINTS_OF_GROUPS, f"{letter}{number - 1}")
    is_top = isinstance(below, Figure) and below.amount <= high.amount < found.amount
    return high._replace(nature=found.nature) if is_top else point


def _is_the_end(question: Question, figure: Figure, end: str) -> bool:
    """Say whether a figure is the minimum or the maximum, or only the nearest one that is held."""
    if figure.point == end or not question.lacks_figures_of(figure.item):
        return True
    if figure.point in (MINIMUM, MAXIMUM):
        return False
    places = _places_held(question, figure.item, figure.area)
    return place_of(figure.point) == (min(places) if end == MINIMUM else max(places))


def _places_held(question: Question, item: str, area: str) -> list[tuple[str, int]]:
    """Return the letter and number of every point of a scale that is held on any day."""
    series = (item, area)
    every = (held for held in question.book.every() if (held.item, held.area) == series)
    places = map(place_of, dict.fromkeys(held.point for held in every))
    return [place for place in places if place is not None]


def salary_entered(question: Question) -> tuple[Salary | None, tuple[str, ...]]:
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


def salary_or_least(question: Question) -> tuple[Salary | None, tuple[str, ...]]:
    """Return the salary, or the figure that base pay makes due where less than that is paid.

    What another finding adds is counted from here, so that no pound is counted twice. Without
    either, the facts that are wanting are named.
    """
    salary, unknown = salary_entered(question)
    item = question.pay.range
    limits = None if item is None else _limits(question, item, question.pay.point)
    if limits is None:
        return salary, unknown
    least = limits.exact or limits.low
    if salary is None:
        return (_full_time(least), ()) if limits.exact is not None else (None, unknown)
    if not salary.is_short_of(least):
        return salary, ()
    sure = least is limits.exact or _is_the_end(question, least, MINIMUM)
    return (_full_time(least) if sure else salary), ()


def _full_time(figure: Figure) -> Salary:
    return Salary(figure.amount, WHOLE, is_received=False)


def _compare(compared: Comparison) -> Finding:
    question, rule, limits, salary = compared
    least, most = limits.exact or limits.low, limits.exact or limits.high
    if isinstance(limits.point, NotHeld) and _is_of_another_range(question, limits.point):
        return _point_not_held(question, rule, limits.point, limits)
    if salary.is_short_of(least):
        sure = least is limits.exact or _is_the_end(question, least, MINIMUM)
        return _short(compared, least) if sure else _end_not_held(compared, MINIMUM)
    if salary.is_over(most):
        sure = most is limits.exact or _is_the_end(question, most, MAXIMUM)
        return _over(compared, most) if sure else _end_not_held(compared, MAXIMUM)
    if isinstance(limits.point, NotHeld):
        return _point_not_held(question, rule, limits.point, limits)
    if limits.point is None:
        return _without_a_point(compared)
    if salary.is_short_of(limits.point):
        return _short_of_advice(compared, limits.point)
    return _in_line(compared, "base-pay.in-line")


def _end_not_held(compared: Comparison, end: str) -> Finding:
    """Outside the figures that are held, on the side where the end of the range is not."""
    question, rule, limits, _ = compared
    wanting = limits.point or question.figure(limits.low.item, end)
    return _not_held(question, rule, wanting, limits.figures)


def _is_pending(compared: Comparison, figure: Figure, confirmed: Figure | None) -> bool:
    """Say whether a salary fails only against a proposed figure."""
    falls_short = confirmed is not None and compared.salary.is_short_of(confirmed)
    return figure.provenance.is_proposed and not falls_short


def _short(compared: Comparison, least: Figure) -> Finding:
    """Paid less than the law or an agreement fixes, or than a proposal would fix.

    Where the pay policy adopts the points, the point is due and not only the minimum. Where nobody
    said so, an advisory point whose confirmed figure is not reached outweighs a minimum that fails
    by a proposal alone.
    """
    book, adopts = compared.question.book, compared.question.post.pay_policy_adopts_points
    confirmed = book.last_confirmed(least)
    pending = _is_pending(compared, least, confirmed)
    advised = _advised(compared, least, or_stale=pending)
    if advised is not None and adopts is Fact.YES:
        return _short_of_advice(_at(compared, advised), advised)
    if pending and advised is not None and adopts is Fact.NOT_KNOWN:
        of_the_point = book.last_confirmed(advised)
        if of_the_point is not None and compared.salary.is_short_of(of_the_point):
            return _below_advice(_at(compared, advised), advised)
    if pending:
        return _differs(compared, Outcome.AWARD_PENDING, "base-pay.award-pending", least, confirmed)
    return _differs(compared, Outcome.BELOW, "base-pay.below", least, confirmed)


def _advised(compared: Comparison, least: Figure, *, or_stale: bool) -> Figure | None:
    """Return the advisory point above the least that the range allows, named or recognised."""
    limits = compared.limits
    if limits.exact is not None:
        return None
    point = _stale_point(compared) if or_stale and limits.point is None else limits.point
    if not isinstance(point, Figure) or point.nature is not Nature.ADVISORY:
        return None
    return point if point.amount > least.amount else None


def _at(compared: Comparison, point: Figure) -> Comparison:
    """Return the comparison with its point named."""
    return compared._replace(limits=compared.limits._replace(point=point))


def _short_of_advice(compared: Comparison, point: Figure) -> Finding:
    """Less than an advisory point: the pay policy decides, before any award does."""
    if compared.question.post.pay_policy_adopts_points is not Fact.YES:
        return _below_advice(compared, point)
    confirmed = compared.question.book.last_confirmed(point)
    if _is_pending(compared, point, confirmed):
        return _differs(compared, Outcome.AWARD_PENDING, "base-pay.award-pending", point, confirmed)
    return _differs(compared, Outcome.BELOW, "base-pay.below-adopted", point, confirmed)


def _below_advice(compared: Comparison, advised: Figure) -> Finding:
    """Less than an advisory point that the pay policy is not known to adopt.

    What fails only against a proposed figure of the point waits for the award as well.
    """
    question, rule, limits, salary = compared
    if question.binds.result is NOT_KNOWN:
        return _if_bound(compared, advised)
    decided = question.post.pay_policy_adopts_points is Fact.NO
    confirmed = question.book.last_confirmed(advised)
    pending = _is_pending(compared, advised, confirmed)
    short_of_minimum = salary.is_short_of(limits.low)
    steps = ("ask-pay-policy-points", *_steps_on_an_award(advised), "ask-payroll", "ask-union")
    return question.finding(
        About.BASE_PAY,
        Outcome.AWARD_PENDING if pending else Outcome.BELOW_ADVISORY,
        Force.MAY,
        _because(question, rule, salary.amount, NOT_MET),
        _wording_of_advice(pending=pending, decided=decided),
        _rules(question, rule),
        details={
            "compared": advised,
            "confirmed": confirmed,
            "minimum": limits.low if short_of_minimum else None,
            "reaches_minimum": not short_of_minimum,
            "salary": salary,
            "recognised": recognise(question, advised.item, salary),
        },
        figures=_each_once(*limits.figures, advised, confirmed),
        low=_least_in_force(compared),
        high=question.received(advised.amount),
        paid=as_received(question, salary),
        missing=() if decided else ("pay_policy_adopts_points",),
        next_steps=steps,
    )


def _wording_of_advice(*, pending: bool, decided: bool) -> str:
    """Name the sentence that fits; `decided` says that the pay policy does not adopt the points."""
    name = "award-pending-advisory" if pending else "below-advisory"
    return f"base-pay.{name}-not-adopted" if decided else f"base-pay.{name}"


def _least_in_force(compared: Comparison) -> Money | None:
    """Return the minimum as received; pence that payroll lost of it leave no gap to the salary."""
    question, _, limits, salary = compared
    least, received = question.received(limits.low.amount), as_received(question, salary)
    if least is None or received is None or salary.is_short_of(limits.low):
        return least
    return min(least, received)


def _steps_on_an_award(figure: Figure) -> tuple[str, ...]:
    """Return what to ask about an award that is not confirmed, where a figure rests on one."""
    return ("ask-when-award",) if figure.provenance.is_proposed else ()


def _each_once(*figures: Figure | None) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for figure in figures if figure is not None))


def _without_a_point(compared: Comparison) -> Finding:
    """Inside the range with no point named: a current point, a stale one, or neither."""
    question, _, limits, salary = compared
    points = question.book.points(question.on, question.area, limits.low.item)
    if any(salary.equals(figure) for figure in points):
        return _in_line(compared, "base-pay.in-line")
    if all(figure.nature is not Nature.ADVISORY and figure.point != MINIMUM for figure in points):
        return _at_no_point(compared)
    current = _stale_point(compared)
    if current is not None:
        return _short_of_advice(_at(compared, current), current)
    if question.post.pay_policy_adopts_points is Fact.YES and any(map(_is_advised, points)):
        return _at_no_point(compared)
    return _in_line(compared, "base-pay.in-line")


def _is_advised(figure: Figure) -> bool:
    """Say whether a figure is that of an advisory point, which a pay policy may adopt."""
    return figure.nature is Nature.ADVISORY


def _stale_point(compared: Comparison) -> Figure | None:
    """Return the figure of the day of the point whose figure of an earlier year is paid."""
    question, _, limits, salary = compared
    recognised = recognise(question, limits.low.item, salary)
    if recognised is None or recognised.how != "earlier-year":
        return None
    current = question.figure(limits.low.item, recognised.figure.point)
    return current if isinstance(current, Figure) else None


def _at_no_point(compared: Comparison) -> Finding:
    """Between the points of a scale: the salary of another year, or of a point that is not held."""
    question, rule, limits, salary = compared
    lacks_points = question.lacks_figures_of(limits.low.item)
    return _unknown(
        question,
        rule,
        "point",
        wording="base-pay.point-not-held" if lacks_points else "base-pay.no-such-point",
        details={
            "compared": limits.low,
            "salary": salary,
            "adopted": question.post.pay_policy_adopts_points is Fact.YES,
            "recognised": recognise(question, limits.low.item, salary),
        },
        figures=limits.figures,
    )


def _over(compared: Comparison, most: Figure) -> Finding:
    conserved = compared.question.pay.salary_conserved
    if conserved is Fact.YES:
        kept = _in_line(compared, "base-pay.conserved")
        return kept._replace(details={**kept.details, "compared": most})
    if conserved is Fact.NOT_KNOWN:
        return _unknown(
            compared.question,
            compared.rule,
            "salary_conserved",
            wording="base-pay.above-unless-conserved",
            details={"compared": most, "salary": compared.salary},
            figures=compared.limits.figures,
        )
    return _differs(compared, Outcome.ABOVE, "base-pay.above", most, None)


def _differs(
    compared: Comparison, outcome: Outcome, wording: str, figure: Figure, confirmed: Figure | None
) -> Finding:
    """The salary is less or more than a figure, in pounds a year as received."""
    question, rule, limits, salary = compared
    if question.binds.result is NOT_KNOWN:
        return _if_bound(compared, figure)
    low, high = _least_and_most(limits, figure, above=outcome is Outcome.ABOVE)
    steps = () if outcome is Outcome.ABOVE else _steps_on_an_award(figure)
    return question.finding(
        About.BASE_PAY,
        outcome,
        Force.MUST,
        _because(question, rule, salary.amount, NOT_MET),
        wording,
        _rules(question, rule),
        details={
            "compared": figure,
            "confirmed": confirmed,
            "salary": salary,
            "recognised": recognise(question, figure.item, salary),
        },
        figures=_each_once(*limits.figures, figure, confirmed),
        low=question.received(low.amount),
        high=question.received(high.amount),
        paid=as_received(question, salary),
        next_steps=("check-payslip", *steps, "ask-payroll", "ask-union"),
    )


def _least_and_most(limits: Limits, figure: Figure, *, above: bool) -> tuple[Figure, Figure]:
    if limits.exact is not None:
        return limits.exact, limits.exact
    if above:
        return limits.low, figure
    return figure, limits.point if isinstance(limits.point, Figure) else limits.high


def _in_line(compared: Comparison, wording: str) -> Finding:
    question, rule, limits, salary = compared
    if question.binds.result is NOT_KNOWN:
        return _if_bound(compared, limits.exact or limits.low)
    low, high = limits.exact or limits.low, limits.exact or limits.high
    if isinstance(limits.point, Figure) and question.post.pay_policy_adopts_points is Fact.YES:
        low = limits.point
    return question.finding(
        About.BASE_PAY,
        Outcome.IN_LINE,
        Force.MUST,
        _because(question, rule, salary.amount, MET),
        wording,
        _rules(question, rule),
        details={"item": low.item, "salary": salary, "point": limits.point},
        figures=limits.figures,
        low=question.received(low.amount),
        high=question.received(high.amount),
        paid=as_received(question, salary),
    )


def _paid_at_the_point(question: Question, rule: str, limits: Limits) -> Finding:
    """A point without a salary is read as paid at that point's figure, and the finding says so."""
    point = limits.point
    if point is None:
        return _unknown(question, rule, "salary", "point")
    if isinstance(point, NotHeld):
        return _point_not_held(question, rule, point, limits)
    compared = Comparison(question, rule, limits, _full_time(point))
    found = _in_line(compared, "base-pay.read-from-the-point")
    return found._replace(
        details={**found.details, "taken_as_paid": point}, missing=(*found.missing, "salary")
    )


def _point_not_held(question: Question, rule: str, point: NotHeld, limits: Limits) -> Finding:
    """The point that was entered is none of the scale on the day, or only its figure is wanting."""
    if not _is_no_point(question, point):
        return _not_held(question, rule, point, limits.figures)
    held = question.book.points(question.on, question.area, point.item)
    points = sorted((each.point for each in held if place_of(each.point)), key=in_order)
    return _unknown(
        question,
        rule,
        wording="base-pay.point-not-of-the-scale",
        details={
            "not_held": point,
            "first": points[0] if points else None,
            "last": points[-1] if points else None,
            "advisory": any(each.nature is Nature.ADVISORY for each in held),
        },
        figures=limits.figures,
        because=all_of("", question.binds, leaf(rule, "point", point.point, NOT_KNOWN)),
    )


def _is_no_point(question: Question, point: NotHeld) -> bool:
    """Say whether a scale has no such point on the day: all are held, or it is beyond them all."""
    if not question.lacks_figures_of(point.item):
        return True
    place = place_of(point.point)
    held = _places_held(question, point.item, point.area)
    return place is None or all(place > known for known in held)


def _is_of_another_range(question: Question, point: NotHeld) -> bool:
    """Say whether a point that a range has on no day is one of another range of the nation.

    Which of the two is wrong is not known then. A head's group has the points of leadership.
    """
    if point.lacking != "point" or point.item.startswith(_GROUPS):
        return False
    names = (figure for figure in question.book.every() if figure.point == point.point)
    return place_of(point.point) is not None and any(each.item != point.item for each in names)


def _not_held(
    question: Question, rule: str, wanting: Figure | NotHeld, figures: tuple[Figure, ...] = ()
) -> Finding:
    lacking = Test(rule, NOT_KNOWN, Join.LEAF, "", question.pay.range)
    return _unknown(
        question,
        rule,
        wording="base-pay.no-figure",
        details={"not_held": wanting},
        figures=figures,
        because=all_of("", question.binds, lacking),
    )


def _if_bound(compared: Comparison, figure: Figure) -> Finding:
    """The comparison holds only if the document binds the employer, which is not known."""
    return _unknown(
        compared.question,
        compared.rule,
        wording="base-pay.if-bound",
        details={"compared": figure, "salary": compared.salary},
        figures=compared.limits.figures,
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
        _rules(question, rule),
        details=details or {},
        figures=figures,
        next_steps=("check-payslip",),
    )


def _because(question: Question, rule: str, amount: Money, result: Result) -> Test:
    named = value_is(rule, "range", question.pay.range, holds=True)
    return all_of("", question.binds, named, leaf(rule, "salary", amount, result))


def _rules(question: Question, rule: str) -> tuple[str, ...]:
    return (rule, *question.pay_rules)


def as_received(question: Question, salary: Salary) -> Money | None:
    """Return a salary in pounds a year after FTE, or None where the FTE is not known."""
    return salary.amount if salary.is_received else question.received(salary.amount)


def recognise(question: Question, item: str, salary: Salary) -> Recognised | None:
    """Find the figure of an earlier year, or of another pay area, that a salary equals."""
    book, area = question.book, question.area
    for pay_date in reversed([day for day in book.pay_dates if day <= question.on]):
        figure = _named(question, book.rows_of(pay_date, area, item), salary)
        if figure is not None:
            current = figure is question.figure(item, figure.point)
            return None if current else Recognised(figure, "earlier-year")
    for other in dict.fromkeys(row_area for row_area, _, _ in book.table(book.pay_dates[0])):
        figure = _named(question, book.points(question.on, other, item), salary)
        if other != area and figure is not None:
            return Recognised(figure, "other-area")
    return None


def _named(question: Question, figures: Iterable[Figure], salary: Salary) -> Figure | None:
    """The figure that a salary equals: the point stated first, a named point before a limit."""
    least, most = salary.full_time_bounds
    near = (figure for figure in figures if least <= figure.amount <= most)
    equal = [figure for figure in near if salary.equals(figure)]
    limits = (MINIMUM, MAXIMUM)
    stated = question.pay.point
    equal.sort(key=lambda figure: (figure.point != stated, figure.point in limits))
    return equal[0] if equal else None
