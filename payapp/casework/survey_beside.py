"""The survey beside a case: how others in the same role, nation and phase said they are paid.

Context with the year and size of the survey, and never a rule.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from payapp.domain.cases import Case, Nation
from payapp.domain.library import Library, SurveyAnswer
from payapp.domain.posts import COORDINATING_ROLES
from payapp.domain.tests_over_facts import Fact

TIME_FOR_DUTIES: Final = "S6"
# How the groups of a survey name the people asked.
_COORDINATORS: Final = ("senco", "alnco", "co-ordinator")
_ALL_TEACHERS: Final = "teachers"
_PHASES: Final = ("primary", "secondary")


class Asked(NamedTuple):
    """One question of a survey, whom it was put to, and every answer with its percentage."""

    id: str
    question: str
    group: str
    year: int
    size: int
    answers: tuple[SurveyAnswer, ...]


def survey_beside(case: Case, library: Library) -> tuple[Asked, ...]:
    """Return each question that was put to people such as this one, to the closest group."""
    fitting = [answer for answer in library.survey if _fits(answer.group.lower(), case)]
    groups = dict.fromkeys((answer.id, answer.question, answer.group) for answer in fitting)
    closest: dict[tuple[str, str], str] = {}
    for survey_id, question, group in groups:
        key = (survey_id, question)
        if key not in closest or _closeness(group) > _closeness(closest[key]):
            closest[key] = group
    return tuple(_asked(key, group, fitting) for key, group in closest.items())


def _asked(key: tuple[str, str], group: str, answers: Iterable[SurveyAnswer]) -> Asked:
    own = tuple(each for each in answers if (each.id, each.question, each.group) == (*key, group))
    return Asked(*key, group, own[0].year, own[0].size, own)


def _fits(group: str, case: Case) -> bool:
    """Say whether a group of the survey may hold the person of a case."""
    coordinates = case.post.designated_coordinator is Fact.YES
    coordinates = coordinates or case.post.role in COORDINATING_ROLES
    asked_of_coordinators = any(word in group for word in _COORDINATORS)
    asked_of_all = group.startswith(_ALL_TEACHERS)
    nations = [nation for nation in Nation if nation.replace("-", " ") in group]
    phases = [phase for phase in _PHASES if phase in group]
    return (
        (asked_of_all or asked_of_coordinators == coordinates)
        and (not nations or case.nation in nations)
        and (not phases or case.post.phase in phases)
    )


def _closeness(group: str) -> int:
    """A group is the closer the more it names: its nation, its phase."""
    words = group.lower()
    named = (*(nation.replace("-", " ") for nation in Nation), *_PHASES)
    return sum(name in words for name in named)


def band_of(share: Decimal, answers: Sequence[SurveyAnswer]) -> SurveyAnswer | None:
    """Return the answer, such as *20 to 39%*, in which a share from 0 to 1 falls."""
    percent = int(share * 100)
    for answer in answers:
        low, _, high = answer.answer.rstrip("%").partition(" to ")
        if low.isdecimal() and high.isdecimal() and int(low) <= percent <= int(high):
            return answer
    return None
