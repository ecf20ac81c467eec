"""The one place that picks a nation's room, which is imported when it is first asked for."""

from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import NamedTuple

from payapp.domain.cases import Case, Nation
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import Employer, Role

Room = Callable[[Case, Library], tuple[Finding, ...]]

NATIONS = (Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND, Nation.SCOTLAND)


class Accepted(NamedTuple):
    """What a nation knows, and so what a form offers there."""

    employers: frozenset[Employer]
    roles: frozenset[Role]
    ranges: frozenset[str]
    kinds: frozenset[AllowanceKind]


@cache
def _module_of(nation: Nation) -> ModuleType:
    match nation:
        case Nation.ENGLAND:
            from payapp.nations import england

            return england
        case Nation.WALES:
            from payapp.nations import wales

            return wales
        case Nation.NORTHERN_IRELAND:
            from payapp.nations import northern_ireland

            return northern_ireland
    from payapp.nations import scotland

    return scotland


def room_of(nation: Nation) -> Room:
    """Return the room that decides for a nation."""
    room: Room = _module_of(nation).findings
    return room


def refuse_in(case: Case) -> None:
    """Refuse a value that the nation of a case does not know.

    Raises CaseRefused, which names the field, the value and what is accepted.
    """
    _module_of(case.nation).refuse(case)


@cache
def accepted_in(nation: Nation) -> Accepted:
    """Return what a nation knows."""
    room = _module_of(nation)
    return Accepted(room.EMPLOYERS, room.ROLES, room.RANGES, room.KINDS)
