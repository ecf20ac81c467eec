"""What may be supposed of a fact: values that may yet turn out so, or be entered wrongly.

A yes-or-no fact and a choice are tried whole. Of a number only values are tried at which a rule may
turn: the start of a band, a limit and what is next to it, the whole of a share; of a list, one that
holds what counts, and an empty one. Dates and amounts of pay are taken as they are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, NamedTuple

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import (
    DesignatedUnit,
    Employer,
    Phase,
    Post,
    Qualification,
    SchoolType,
)
from payapp.domain.tests_over_facts import Fact
from payapp.nations.job_sizing import TYPES_OF_CHANGE, bands_of, spine_of
from payapp.nations.question import WHOLE, Question
from payapp.nations.rooms import accepted_in

_CHOICES: Final[Mapping[str, tuple[StrEnum, ...]]] = {
    "employer": tuple(Employer),
    "school_type": tuple(SchoolType),
    "phase": tuple(Phase),
    "designated_unit": tuple(DesignatedUnit),
    "qualification_held": tuple(Qualification),
    "basis": tuple(Basis),
}
_EITHER: Final = (Fact.YES, Fact.NO)
_LIMITS: Final = {
    "acting_days": "acting_days",
    "agency_weeks": "agency_weeks",
    "earlier_coordinator_months": "coordinator_earlier_months",
}
_GROUPS: Final = range(1, 9)
IN_THE_POST: Final = frozenset(field.name for field in fields(Post))
IN_THE_PAY: Final = frozenset(field.name for field in fields(Pay)) - {"allowances"}
# In Wales a full TLR for a part-timer is agreed with the payment, and stands in it as its share.
IN_A_PAYMENT: Final = "share"
_WITH_A_SHARE: Final = (AllowanceKind.TLR1, AllowanceKind.TLR2)


class Supposed(NamedTuple):
    """A fact, what is known of it, and another value that it might have.

    `known` tells *if this were otherwise* from *if this turns out to be so*.
    """

    fact: str
    before: object
    after: object
    known: bool

    @property
    def is_one_of_many(self) -> bool:
        """Say whether other values may do the same, so that the nearest stands for them all."""
        return self.fact in _OF_MANY


def suppositions(case: Case, library: Library, fact: str) -> Iterator[Supposed]:
    """Yield every other value of a fact that is worth a check, the nearest first."""
    now = _as_entered(case, fact)
    known = now not in {None, Fact.NOT_KNOWN}
    for value in _values(case, library, fact, now):
        if value != now:
            yield Supposed(fact, now, value, known)


def numbers_entered(case: Case) -> Iterator[str]:
    """Yield the numbers and lists that a case holds: a finding may turn on one and not name it."""
    entered = (fact for fact in _OF_MANY if _as_entered(case, fact) is not None)
    yield from (fact for fact in entered if fact != IN_A_PAYMENT)


def can_be_supposed(fact: str) -> bool:
    """Say whether a fact stands in a case, so that another value may take its place."""
    return fact in IN_THE_POST or fact in IN_THE_PAY or fact == IN_A_PAYMENT


def _as_entered(case: Case, fact: str) -> object:
    """Return the value of a fact; the share of a responsibility may stand with its payment."""
    if fact != IN_A_PAYMENT:
        entered: object = getattr(case.post if fact in IN_THE_POST else case.pay, fact)
        if fact != "share_of_responsibility" or entered is not None:
            return entered
    return next((paid.share for paid in case.pay.allowances if paid.share is not None), None)


def _values(case: Case, library: Library, fact: str, now: object) -> Iterable[object]:
    if isinstance(now, Fact):
        return _EITHER
    if fact == "employer":
        return sorted(accepted_in(case.nation).employers, key=tuple(Employer).index)
    if fact in _OF_MANY:
        return _OF_MANY[fact](case, library)
    return _CHOICES.get(fact, ())


def as_supposed(case: Case, supposed: Iterable[Supposed]) -> Case:
    """Return a case in which facts are as supposed.

    A share of the responsibility that is supposed takes the place of what an allowance states.
    """
    post: dict[str, Any] = {each.fact: each.after for each in supposed if each.fact in IN_THE_POST}
    pay: dict[str, Any] = {each.fact: each.after for each in supposed if each.fact in IN_THE_PAY}
    if "share_of_responsibility" in post:
        unshared = (replace(allowance, share=None) for allowance in case.pay.allowances)
        pay["allowances"] = tuple(unshared)
    for share in (each.after for each in supposed if each.fact == IN_A_PAYMENT):
        pay["allowances"] = tuple(_with_share(paid, share) for paid in case.pay.allowances)
    return replace(case, post=replace(case.post, **post), pay=replace(case.pay, **pay))


def _with_share(paid: Allowance, share: object) -> Allowance:
    if isinstance(share, Decimal) and paid.kind in _WITH_A_SHARE:
        return replace(paid, share=share)
    return paid


# Numbers and lists


def _whole_time(case: Case, _: Library) -> Sequence[Decimal]:
    """Full time, where it is not known: who is part-time has entered how much."""
    return (WHOLE,) if case.post.fte is None else ()


def _shares(case: Case, _: Library) -> Sequence[Decimal]:
    """The whole responsibility, or as much of it as of full time."""
    fte = case.post.fte
    return (WHOLE,) if fte is None else (WHOLE, fte)


def _scores(case: Case, library: Library) -> Iterator[Decimal]:
    """Yield the lowest score of each band of a promoted post's spine, the paid point's first."""
    question = Question(case, library, area="", edition="")
    spine = spine_of(question)
    bands = () if spine is None else bands_of(question, spine)
    points = [band.point for band in bands]
    own = points.index(case.pay.point) if case.pay.point in points else 0
    for place in sorted(range(len(bands)), key=lambda place: (abs(place - own), -place)):
        yield Decimal(bands[place].lowest)


def _groups(case: Case, _: Library) -> Sequence[int]:
    now = case.post.headteacher_group or _GROUPS.start
    return sorted(_GROUPS, key=lambda group: abs(group - now))


def _about_a_limit(fact: str) -> Callable[[Case, Library], Sequence[int]]:
    """Return what gives the last value below a limit, the limit, and the first above it."""

    def values(case: Case, library: Library) -> Sequence[int]:
        limit = library.limits.get((case.nation, _LIMITS[fact]))
        number = None if limit is None else limit.number
        return () if number is None else tuple(int(number) + step for step in (-1, 0, 1))

    return values


def _duties(case: Case, library: Library) -> Iterator[tuple[str, ...]]:
    """Yield every duty of the promoted list that is not every teacher's as well; then none."""
    duties = library.promoted_duties.values()
    counting = tuple(duty.letter for duty in duties if not duty.also_of_teachers)
    if not set(counting) & set(case.post.promoted_duties or ()):
        yield counting
    yield ()


def _changes(_: Case, __: Library) -> Sequence[tuple[str, ...]]:
    """One change of the first type, which alone lets a post be sized again; then none."""
    return (TYPES_OF_CHANGE[:1], ())


_OF_MANY: Final[Mapping[str, Callable[[Case, Library], Iterable[object]]]] = {
    "fte": _whole_time,
    "share_of_responsibility": _shares,
    IN_A_PAYMENT: _shares,
    "job_size_score": _scores,
    "headteacher_group": _groups,
    "promoted_duties": _duties,
    "changes_since_sizing": _changes,
    **{fact: _about_a_limit(fact) for fact in _LIMITS},
}
