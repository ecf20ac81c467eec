"""What would change the answer: the smallest sets of facts, one or two, that turn a finding.

Every candidate is put through the one check. A pair is tried only where the tree of tests of some
finding can come out another way by the two together than by either alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import Final, NamedTuple

from payapp.casework.suppositions import (
    Supposed,
    as_supposed,
    can_be_supposed,
    numbers_entered,
    suppositions,
)
from payapp.check import check
from payapp.domain.assessment import Assessment, Verdict, certain_gap, most_serious
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import Money
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Join,
    Result,
    Test,
    walk,
)

MOST_OF_MANY: Final = 2
Results = frozenset[Result]


class Turn(NamedTuple):
    """Facts that together turn a finding, and what comes of it.

    `about` None is the whole answer, whose outcome is that of its most serious finding. `gap` is
    what is short a year for certain in the whole answer, as received, and `turned` the finding as
    it is then; None where it is no longer made. `after` is the whole answer then.
    """

    about: About | None
    supposed: tuple[Supposed, ...]
    outcome_before: Outcome
    outcome_after: Outcome | None
    verdict_before: Verdict
    gap_before: Money
    after: Assessment
    turned: Finding | None = None

    @property
    def verdict_after(self) -> Verdict:
        """The verdict as it is then."""
        return self.after.verdict

    @property
    def gap_after(self) -> Money:
        """What is then short a year for certain, as received."""
        return certain_gap(self.after.findings)

    @property
    def tests_met(self) -> bool:
        """Say whether every test of the finding is then met."""
        return self.turned is not None and self.turned.because.result is MET

    @property
    def is_known_otherwise(self) -> bool:
        """Say whether any of the facts is known to be otherwise."""
        return any(supposed.known for supposed in self.supposed)


Key = tuple[About, int]


class _Search:
    """One case, its answer, and the turns found so far by subject and what it turns to."""

    def __init__(self, case: Case, library: Library) -> None:
        self.case, self.library = case, library
        self.before = check(case, library)
        self.keyed = _keyed(self.before)
        self.facts = {key: frozenset(_facts_of(found)) for key, found in self.keyed.items()}
        self.found: list[Turn] = []
        self._sets: dict[object, list[frozenset[object]]] = {}

    def suppose(self, supposed: tuple[Supposed, ...]) -> None:
        """Check the case as supposed and keep every turn that no part of it brings by itself."""
        try:
            after = check(as_supposed(self.case, supposed), self.library)
        except CaseRefused:
            return
        found = _keyed(after)
        for key, before in self.keyed.items():
            then = found.get(key) or _in_place_of(before, after)
            outcome = then.outcome if then else None
            if self._bears_on(key, supposed) and outcome is not before.outcome:
                self._keep(key, outcome, self._turn(supposed, after, before, then))
        if after.verdict is not self.before.verdict:
            self._keep(None, after.verdict, self._turn(supposed, after))

    def _bears_on(self, key: Key, supposed: Iterable[Supposed]) -> bool:
        """Say whether a finding asks for the facts; a number may turn one that does not name it."""
        return all(each.is_one_of_many or each.fact in self.facts[key] for each in supposed)

    def _keep(self, key: Key | None, turned_to: object, turn: Turn) -> None:
        """Keep a turn unless a part of its facts turns the same finding to the same.

        Of a number or a list the nearest value that does so is enough.
        """
        sets = self._sets.setdefault((key, turned_to), [])
        facts = frozenset(map(_told_by, turn.supposed))
        if not any(smaller <= facts for smaller in sets):
            sets.append(facts)
            self.found.append(turn)

    def _turn(
        self,
        supposed: tuple[Supposed, ...],
        after: Assessment,
        finding: Finding | None = None,
        turned: Finding | None = None,
    ) -> Turn:
        outcome: Outcome | None = after.outcome
        if finding is not None:
            outcome = turned.outcome if turned else None
        return Turn(
            finding.about if finding else None,
            supposed,
            finding.outcome if finding else self.before.outcome,
            outcome,
            self.before.verdict,
            certain_gap(self.before.findings),
            after,
            turned,
        )


def what_would_change(case: Case, library: Library) -> tuple[Turn, ...]:
    """Return the smallest sets of facts that turn a finding or the whole answer.

    Facts that are not known come before those that are known to be otherwise, and one before two.
    Raises CaseRefused as `check` does.
    """
    search = _Search(case.at(case.on), library)
    asked = chain.from_iterable(map(_facts_of, search.before.findings))
    facts = tuple(dict.fromkeys((*asked, *numbers_entered(search.case))))
    single = {fact: tuple(suppositions(search.case, library, fact)) for fact in facts}
    for supposed in chain.from_iterable(single.values()):
        search.suppose((supposed,))
    for one, other in _pairs(search.before.findings):
        for pair in product(_few(single[one]), _few(single[other])):
            search.suppose(pair)
    return tuple(sorted(search.found, key=_order))


def _told_by(supposed: Supposed) -> object:
    """What makes a supposition another one: of one of many values, the fact alone."""
    return supposed.fact if supposed.is_one_of_many else supposed


def _order(turn: Turn) -> tuple[bool, int, bool]:
    return turn.is_known_otherwise, len(turn.supposed), turn.about is None


def _keyed(assessment: Assessment) -> dict[Key, Finding]:
    """Return the findings by subject, and by number among those on the same one."""
    keyed: dict[Key, Finding] = {}
    numbers: Counter[About] = Counter()
    for finding in assessment.findings:
        keyed[finding.about, numbers[finding.about]] = finding
        numbers[finding.about] += 1
    return keyed


def _in_place_of(before: Finding, after: Assessment) -> Finding | None:
    """Return what a finding that is made no more leaves to be said of its subject, or None."""
    kind = before.details.get("kind")
    about = (each for each in after.findings if each.about is before.about)
    same = tuple(each for each in about if each.details.get("kind") == kind)
    return most_serious(same) if same else None


def _facts_of(finding: Finding) -> Iterator[str]:
    """Yield the facts that a finding tests or lacks and that stand in the case, each once."""
    facts = dict.fromkeys((*(test.fact for test in walk(finding.because)), *finding.missing))
    yield from filter(can_be_supposed, facts)


def _few(supposed: Sequence[Supposed]) -> Iterator[Supposed]:
    """Yield what may be supposed beside another fact: a choice that is made is let be."""
    few = [each for each in supposed if isinstance(each.after, Fact) or not each.known]
    yield from few[:MOST_OF_MANY] if few and few[0].is_one_of_many else few


# Which pairs are worth a check


def _pairs(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Yield each two facts that turn a tree of tests as neither does alone, once."""
    seen: set[tuple[str, str]] = set()
    for finding in findings:
        tree, facts = finding.because, tuple(_facts_of(finding))
        alone = {fact: possible_results(tree, frozenset({fact})) for fact in facts}
        for pair in combinations(facts, 2):
            together = pair not in seen and possible_results(tree, frozenset(pair))
            if together and together - alone[pair[0]] - alone[pair[1]]:
                seen.add(pair)
                yield pair


def possible_results(test: Test, open_facts: frozenset[str]) -> Results:
    """Return every way in which a test may come out if some of its facts may be anything."""
    if not test.parts:
        return _OPEN if test.fact in open_facts else _JUST[test.result]
    parts = [possible_results(part, open_facts) for part in test.parts]
    match test.join:
        case Join.NOT:
            return frozenset(_INVERSE[result] for result in parts[0])
        case Join.ALL_OF:
            return _joined(parts, settles=NOT_MET, otherwise=MET)
    return _joined(parts, settles=MET, otherwise=NOT_MET)


def _joined(parts: Sequence[Results], *, settles: Result, otherwise: Result) -> Results:
    """Join as Kleene does: one part that settles is enough, and the other result needs them all."""
    found = set()
    if any(settles in part for part in parts):
        found.add(settles)
    if all(otherwise in part for part in parts):
        found.add(otherwise)
    if any(NOT_KNOWN in part for part in parts) and not any(part == {settles} for part in parts):
        found.add(NOT_KNOWN)
    return frozenset(found)


_OPEN: Final[Results] = frozenset({MET, NOT_MET})
_JUST: Final[Mapping[Result, Results]] = {result: frozenset({result}) for result in Result}
_INVERSE: Final = {MET: NOT_MET, NOT_MET: MET, NOT_KNOWN: NOT_KNOWN}
