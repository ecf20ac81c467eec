"""Fair process: the checks of documents and guidance that no pay turns on, met or not."""

from collections.abc import Iterator, Mapping
from itertools import starmap
from typing import Final, NamedTuple

from payapp.check import cite_as_answered
from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.posts import Post
from payapp.domain.rules import Citation, Force
from payapp.domain.tests_over_facts import Fact, Result, fact_is_no, fact_is_yes


class _Check(NamedTuple):
    """The fact, whether a yes is what is asked for, and the rules that ask for it somewhere."""

    fact: str
    wants_yes: bool
    rules: tuple[str, ...]


_CHECKS: Final = tuple(
    starmap(
        _Check,
        (
            ("pay_policy_covers_sen", True, ("SEN-17", "NI-TA-14")),
            ("written_notice", True, ("SEN-24",)),
            ("duties_in_job_description", True, ("SEN-22", "TLR-17", "SC-DUT-01")),
            ("annual_statement", True, ("PRC-01", "PRC-02")),
            ("qualification_paid_and_timed", True, ("POS-04",)),
            ("senco_in_name_is_someone_else", False, ("POS-05",)),
            ("shared_across_schools", False, ("POS-05", "SNC-16")),
            ("objectives_on_pupils_not_taught", False, ("POS-06",)),
            ("paid_only_to_recruit_or_retain", False, ("SEN-21",)),
            ("does_support_staff_tasks", False, ("SEN-23", "SC-DUT-06")),
        ),
    )
)


class Asked(NamedTuple):
    """One thing that fair process asks for: how it came out, how strongly it is asked, and where.

    `wants_yes` says which answer to the fact is asked for.
    """

    fact: str
    wants_yes: bool
    result: Result
    force: Force
    citations: tuple[Citation, ...]


def fair_process(case: Case, library: Library) -> tuple[Asked, ...]:
    """Return what the rules and guidance of the nation ask for on the day, each met or not."""
    today = case.at(case.on)
    checks = tuple(_in_force(today, library))
    rules = (rule for check in checks for rule in check.rules)
    cited = {citation.rule: citation for citation in cite_as_answered(rules, today, library)}
    return tuple(_asked(check, today.post, cited, library) for check in checks)


def _in_force(case: Case, library: Library) -> Iterator[_Check]:
    """Yield each check of which the nation has a rule in force, with those rules alone."""
    book = library.rules
    for check in _CHECKS:
        of_nation = book.of_nation(check.rules, case.nation)
        rules = tuple(rule for rule in of_nation if book.in_force(rule, case.on))
        if rules:
            yield check._replace(rules=rules)


def _asked(check: _Check, post: Post, cited: Mapping[str, Citation], library: Library) -> Asked:
    answer: Fact = getattr(post, check.fact)
    first, *_ = check.rules
    test = (fact_is_yes if check.wants_yes else fact_is_no)(first, check.fact, answer)
    citations = tuple(cited[rule] for rule in check.rules)
    return Asked(check.fact, check.wants_yes, test.result, library.rules[first].force, citations)
