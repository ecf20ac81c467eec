"""Fair process: the checks of documents and guidance that no pay turns on, met or not."""

from typing import Final, NamedTuple

from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.domain.rules import Citation, Force
from payapp.domain.tests_over_facts import Fact, Result, fact_is_no, fact_is_yes

# The fact, whether a yes is what is asked for, and the rules that ask for it in one nation or more.
_CHECKS: Final = (
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
    book, found = library.rules, []
    for fact, wants_yes, rules in _CHECKS:
        held = book.of_nation(rules, today.nation)
        citations = book.cite_all(held, today.on, str(today.on.year))
        if citations:
            answer: Fact = getattr(today.post, fact)
            rule = citations[0].rule
            test = (fact_is_yes if wants_yes else fact_is_no)(rule, fact, answer)
            found.append(Asked(fact, wants_yes, test.result, book[rule].force, citations))
    return tuple(found)
