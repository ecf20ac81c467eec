"""The main job as one function: is this pay appropriate for this role, and why?"""

from dataclasses import replace

from payapp.domain.assessment import Assessment, assess
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.library import Library
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
