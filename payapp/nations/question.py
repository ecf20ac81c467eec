"""What every nation's room is asked: a case on its day, with the library at hand."""

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Final

from payapp.domain.cases import Case, CaseRefused
from payapp.domain.contradictions import without_doubtful_answers
from payapp.domain.figures import Figure, FigureBook, NotHeld
from payapp.domain.findings import NOTHING, About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.lookups import AreasDiffer, find_in_any_area
from payapp.domain.money import ZERO, Money, as_a_proportion, pro_rata
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.posts import Employer, with_what_was_confirmed
from payapp.domain.rules import AllowanceTerms, Citation, Force, RulesOfTheDay
from payapp.domain.tests_over_facts import NOT_KNOWN, NOT_MET, Result, Test, missing_facts

WHOLE: Final = Decimal(1)
_CERTAINLY_SHORT: Final = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING})


class Question:
    """One case on its day: shorthand for the facts, figures and rules that a room needs."""

    __slots__ = (
        "_rules",
        "allowances",
        "area",
        "binds",
        "book",
        "case",
        "edition",
        "library",
        "memory",
        "on",
        "pay",
        "pay_rules",
        "post",
        "read_paragraphs",
    )

    def __init__(self, case: Case, library: Library, *, area: str, edition: str) -> None:
        self.case = case
        self.library = library
        self.on: date = case.on
        self.post = without_doubtful_answers(with_what_was_confirmed(case.post))
        self.pay = case.pay
        self.area = area
        self.edition = edition
        self.book: FigureBook = library.book(case.nation)
        self.allowances = tuple(paid for paid in case.pay.allowances if paid.is_paid_on(case.on))
        self.binds: Test = Test("", NOT_KNOWN)
        self.memory: dict[str, Test] = {}
        self.read_paragraphs = True
        self._rules: tuple[bool, RulesOfTheDay] | None = None
        self.pay_rules: tuple[str, ...] = ("PT-01",)

    def figure(self, item: str, point: str, area: str | None = None) -> Figure | NotHeld:
        """Return a figure of the day, or what is held instead.

        Where the pay area is not known, it is the figure that all areas share.
        """
        place = area or self.area
        if not place:
            shared = find_in_any_area(self.book, self.on, item, point)
            if not isinstance(shared, AreasDiffer):
                return shared
        return self.book.find(self.on, place, item, point)

    def in_area(self, area: str) -> "Question":
        """Return the same question asked of another pay area."""
        other = copy(self)
        other.area = area
        return other

    def cite(self, *rule_ids: str) -> tuple[Citation, ...]:
        """Return the rules that the nation has in force on the day, cited by its edition."""
        return self._rules_of_the_day().cite(rule_ids)

    def in_force(self, rule_id: str) -> bool:
        """Say whether a rule is one of the nation's and in force on the day."""
        return rule_id in self._rules_of_the_day().ids

    def _rules_of_the_day(self) -> RulesOfTheDay:
        known = self._rules
        if known is None or known[0] is not self.read_paragraphs:
            rules = self.library.rules.of_the_day(
                self.case.nation, self.on, self.edition, paragraphs_read=self.read_paragraphs
            )
            known = self._rules = (self.read_paragraphs, rules)
        return known[1]

    def rule(self, *rule_ids: str) -> str:
        """Return the first of some rules that the nation has in force on the day, else the last."""
        return next(filter(self.in_force, rule_ids), rule_ids[-1])

    def lacks_figures_of(self, item: str) -> bool:
        """Say whether figures of an item are known to be wanting on the day."""
        return self.library.lacks_figures_of(self.case.nation, item, self.on)

    def number(self, limit_id: str) -> Decimal:
        """Return a number that a rule fixes."""
        number = self.library.limit(self.case.nation, limit_id).number
        if number is None:
            raise ValueError(f"limit {limit_id} holds no number")
        return number

    def day(self, limit_id: str) -> date:
        """Return a date that a rule fixes."""
        day = self.library.limit(self.case.nation, limit_id).day
        if day is None:
            raise ValueError(f"limit {limit_id} holds no date")
        return day

    def terms(self, kind: AllowanceKind) -> AllowanceTerms | None:
        """Return how a kind of allowance is paid on the day, or None where the data hold none."""
        return self.library.allowance(self.case.nation, kind, self.on)

    def paid(self, *kinds: AllowanceKind) -> tuple[Allowance, ...]:
        """Return the allowances of these kinds that are paid on the day."""
        if not self.allowances:
            return ()
        return tuple(allowance for allowance in self.allowances if allowance.kind in kinds)

    def received(self, amount: Money) -> Money | None:
        """Return pounds a year after FTE, or None where the FTE is not known."""
        return None if self.post.fte is None else pro_rata(amount, self.post.fte)

    def remember(self, name: str, test: Callable[[], Test]) -> Test:
        """Return a test that several findings share, worked out once a question."""
        known = self.memory.get(name)
        if known is None:
            known = self.memory[name] = test()
        return known

    def finding(
        self,
        about: About,
        outcome: Outcome,
        force: Force,
        because: Test,
        wording: str,
        rules: tuple[str, ...],
        *,
        details: Mapping[str, object] = NOTHING,
        figures: tuple[Figure, ...] = (),
        low: Money | None = None,
        high: Money | None = None,
        paid: Money | None = None,
        missing: tuple[str, ...] = (),
        next_steps: tuple[str, ...] = (),
        questions_pay: Result = NOT_MET,
        unchecked: bool = False,
    ) -> Finding:
        """Make a finding, with its rules cited and the facts named that would settle it."""
        if outcome is Outcome.CANNOT_TELL and not missing:
            missing = missing_facts(because)
        return Finding(
            about,
            outcome,
            force,
            because,
            wording,
            details,
            self.cite(*rules),
            figures,
            low,
            high,
            paid,
            missing,
            next_steps,
            questions_pay,
            unchecked,
            self._confirmed(low, details, figures) if outcome in _CERTAINLY_SHORT else None,
        )

    def _confirmed(
        self, low: Money | None, details: Mapping[str, object], figures: tuple[Figure, ...]
    ) -> Money | None:
        """Return the least due by the last confirmed figures, where `low` rests on a proposal.

        `low` follows from the figure compared with, else from the first, by the FTE or a share.
        """
        figure = details.get("compared") or next(iter(figures), None)
        if low is None or not isinstance(figure, Figure) or not figure.provenance.is_proposed:
            return None
        confirmed = self.book.last_confirmed(figure)
        if confirmed is None:
            return ZERO
        shares = (paid.share for paid in self.allowances)
        stated = (WHOLE, self.post.fte, self.post.share_of_responsibility, *shares)
        return pro_rata(confirmed.amount, as_a_proportion(low, figure.amount, stated))


def pay_year(on: date, first_month: int) -> str:
    """Return the pay year of a day, by the year in which it began."""
    return str(on.year if on.month >= first_month else on.year - 1)


def refuse_unless(field: str, value: str | None, accepted: frozenset[str], *, why: str) -> None:
    """Refuse a value that the nation does not know.

    Raises CaseRefused, which names the field, the value and what is accepted.
    """
    if value is not None and value not in accepted:
        raise CaseRefused(field, value, f"{why}; accepted: {', '.join(sorted(accepted))}")


def refuse_what_is_not_known(
    case: Case,
    employers: frozenset[Employer],
    ranges: frozenset[str],
    kinds: frozenset[AllowanceKind],
) -> None:
    """Refuse an employer, range or allowance that the nation of a case does not know.

    Raises CaseRefused, which names the field, the value and what is accepted.
    """
    lacks = f"{case.nation.replace('-', ' ').title()} has no such"
    refuse_unless("post.employer", case.post.employer, employers, why=f"{lacks} employer")
    refuse_unless("pay.range", case.pay.range, ranges, why=f"{lacks} range")
    for number, allowance in enumerate(case.pay.allowances):
        field = f"pay.allowances[{number}].kind"
        refuse_unless(field, allowance.kind, kinds, why=f"{lacks} allowance")


def share_held(question: Question, allowance: Allowance) -> Decimal | None:
    """Return the share of a responsibility that an allowance is paid for (0 to 1).

    The allowance's own share wins. A full-time teacher whose share is not stated is read as
    holding the whole responsibility; for anybody else it is not known. Raises CaseRefused where
    the post states another share.
    """
    own, stated = allowance.share, question.post.share_of_responsibility
    if own is not None and stated is not None and own != stated:
        raise CaseRefused(
            "share_of_responsibility",
            f"{stated:f}",
            f"the {allowance.kind} states a share of {own:f}; give the same share in both",
        )
    share = own if own is not None else stated
    return WHOLE if share is None and question.post.fte == WHOLE else share
