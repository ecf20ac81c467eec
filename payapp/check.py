"""The main job as one function: is this pay appropriate for this role, and why?"""

from payapp.domain.assessment import Assessment, assess
from payapp.domain.cases import Case
from payapp.domain.library import Library
from payapp.nations.rooms import room_of


def check(case: Case, library: Library) -> Assessment:
    """Assess one post and its pay on the day of the case.

    Raises CaseRefused for a combination that the nation's rules do not know.
    """
    today = case.at(case.on)
    return assess(today, room_of(case.nation)(today, library), library.data_version)
