"""Tests over facts with three values: met, not met, not known (Kleene's logic).

A test is a small tree. A leaf applies one rule to one fact; a group joins tests by all-of,
any-of or not. One *not met* settles an all-of and one *met* settles an any-of, whatever else is
not known, so that more facts never turn a settled answer around.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple


class Fact(StrEnum):
    """What is known of a yes-or-no fact about a post."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"


class Result(StrEnum):
    """How a test over facts came out."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_KNOWN = "not-known"


class Join(StrEnum):
    """How the parts of a test are joined; a leaf has none."""

    LEAF = "fact"
    ALL_OF = "all-of"
    ANY_OF = "any-of"
    NOT = "not"


class Test(NamedTuple):
    """One node of the explanation: the rule applied, how it came out, and the fact it used."""

    rule: str
    result: Result
    join: Join = Join.LEAF
    fact: str = ""
    value: object = None
    parts: tuple["Test", ...] = ()


ALL_OF, ANY_OF = Join.ALL_OF, Join.ANY_OF
MET, NOT_MET, NOT_KNOWN = Result.MET, Result.NOT_MET, Result.NOT_KNOWN

YES, NO = Fact.YES, Fact.NO
_INVERSE = {MET: NOT_MET, NOT_MET: MET, NOT_KNOWN: NOT_KNOWN}
# Groups are made thousands of times a second; the named constructor costs twice as much.
_new = tuple.__new__
MOST_KEPT = 50_000
_leaves: dict[tuple[str, str, object, Result], Test] = {}
_shared: dict[tuple[object, ...], Test] = {}


def leaf(rule: str, fact: str, value: object, result: Result) -> Test:
    """Return the test of `rule` on `fact`; leaves are immutable, so equal ones are shared."""
    key = (rule, fact, value, result)
    found = _leaves.get(key)
    if found is None:
        if len(_leaves) > MOST_KEPT:
            _leaves.clear()
        found = _leaves[key] = Test(rule, result, Join.LEAF, fact, value)
    return found


def shared(key: tuple[object, ...], make: Callable[[], Test]) -> Test:
    """Return the test that belongs to a key, made once: the same facts have the same explanation.

    The key begins with a name of its own and holds every fact that the test turns on.
    """
    found = _shared.get(key)
    if found is None:
        if len(_shared) > MOST_KEPT:
            _shared.clear()
        found = _shared[key] = make()
    return found


def fact_is_yes(rule: str, fact: str, value: Fact) -> Test:
    """Test that a yes-or-no fact is *yes*."""
    result = MET if value is YES else NOT_MET if value is NO else NOT_KNOWN
    return _leaves.get((rule, fact, value, result)) or leaf(rule, fact, value, result)


def fact_is_no(rule: str, fact: str, value: Fact) -> Test:
    """Test that a yes-or-no fact is *no*."""
    return leaf(rule, fact, value, MET if value is NO else NOT_MET if value is YES else NOT_KNOWN)


def value_is(rule: str, fact: str, value: object, *, holds: bool) -> Test:
    """Test a fact that has a value of its own; a value of None is not known."""
    if value is None:
        return leaf(rule, fact, None, NOT_KNOWN)
    return leaf(rule, fact, value, MET if holds else NOT_MET)


def all_of(rule: str, *parts: Test) -> Test:
    """Join tests so that each must be met."""
    result = MET
    for part in parts:
        if part[1] is NOT_MET:
            result = NOT_MET
            break
        if part[1] is NOT_KNOWN:
            result = NOT_KNOWN
    return _new(Test, (rule, result, ALL_OF, "", None, parts))


def any_of(rule: str, *parts: Test) -> Test:
    """Join tests so that one of them must be met."""
    result = NOT_MET
    for part in parts:
        if part[1] is MET:
            result = MET
            break
        if part[1] is NOT_KNOWN:
            result = NOT_KNOWN
    return _new(Test, (rule, result, ANY_OF, "", None, parts))


def negation(rule: str, part: Test) -> Test:
    """Turn a test around; not known stays not known."""
    return Test(rule, _INVERSE[part.result], Join.NOT, "", None, (part,))


def walk(test: Test) -> Iterator[Test]:
    """Yield the test and every test below it, parents first."""
    yield test
    for part in test.parts:
        yield from walk(part)


def missing_facts(test: Test) -> tuple[str, ...]:
    """Name the facts that would settle an undecided test, the most useful first.

    A fact is the more useful the fewer others would have to be asked beside it; among equals the
    order of the document decides.
    """
    if test.result is not NOT_KNOWN:
        return ()
    weights: dict[str, float] = {}
    _weigh(test, 1.0, weights)
    return tuple(sorted(weights, key=lambda fact: -weights[fact]))


def _weigh(test: Test, weight: float, weights: dict[str, float]) -> None:
    if not test.parts:
        if test.fact:
            weights[test.fact] = max(weights.get(test.fact, 0.0), weight)
        return
    unknown = [part for part in test.parts if part.result is NOT_KNOWN]
    share = weight / len(unknown) if test.join is Join.ALL_OF else weight
    for part in unknown:
        _weigh(part, share, weights)
