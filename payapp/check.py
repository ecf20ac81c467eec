"""The main job as one function: is this pay appropriate for this role, and why?"""

from collections.abc import Iterable
from dataclasses import replace

from payapp.domain.assessment import Assessment, assess
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.library import Library
from payapp.domain.rules import Citation
from payapp.nations.rooms import refuse_in, room_of


def check(case: Case, library: Library) -> Assessment:
    """Assess one post and its pay on the day of the case.

    Raises CaseRefused for a combination that the nation's rules do not know, also in a later
    version of the case: it would be refused only once its day has come.
    """
    _refuse_later_versions(case)
    today = case.at(case.on)
    return assess(today, room_of(case.nation)(today, library), library.data_version)


def _refuse_later_versions(case: Case) -> None:
    for change in case.changes:
        try:
            refuse_in(replace(case, post=change.post, pay=change.pay))
        except CaseRefused as refused:
            field = f"changes from {change.from_}, {refused.field}"
            raise CaseRefused(field, refused.value, refused.accepted) from refused


def cite_as_answered(rules: Iterable[str], case: Case, library: Library) -> tuple[Citation, ...]:
    """Return rules as an answer on the day of a case cites them: which edition, and how far read.

    Where nothing is in force on that day, the year of the day stands for the edition.
    """
    of_the_day = Case(nation=case.nation, on=case.on)
    found = room_of(case.nation)(of_the_day, library)
    cited = [citation for finding in found for citation in finding.citations]
    edition = cited[0].edition if cited else str(case.on.year)
    read = all(each.checked == library.rules[each.rule].checked for each in cited)
    return tuple(library.rules.cite(rule, edition, paragraphs_read=read) for rule in rules)
