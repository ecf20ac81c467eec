"""The one place that picks a nation's room."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from payapp.domain.cases import Case, Nation
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import Employer, Role
from payapp.nations import england, northern_ireland, scotland, wales

Room = Callable[[Case, Library], tuple[Finding, ...]]


class Accepted(NamedTuple):
    """What a nation knows, and so what a form offers there."""

    employers: frozenset[Employer]
    roles: frozenset[Role]
    ranges: frozenset[str]
    kinds: frozenset[AllowanceKind]


_ROOMS: Mapping[Nation, Room] = {
    Nation.ENGLAND: england.findings,
    Nation.WALES: wales.findings,
    Nation.NORTHERN_IRELAND: northern_ireland.findings,
    Nation.SCOTLAND: scotland.findings,
}
_ACCEPTED: Mapping[Nation, Accepted] = {
    Nation.ENGLAND: Accepted(england.EMPLOYERS, england.ROLES, england.RANGES, england.KINDS),
    Nation.WALES: Accepted(wales.EMPLOYERS, wales.ROLES, wales.RANGES, wales.KINDS),
    Nation.NORTHERN_IRELAND: Accepted(
        northern_ireland.EMPLOYERS,
        northern_ireland.ROLES,
        northern_ireland.RANGES,
        northern_ireland.KINDS,
    ),
    Nation.SCOTLAND: Accepted(scotland.EMPLOYERS, scotland.ROLES, scotland.RANGES, scotland.KINDS),
}

NATIONS = tuple(_ROOMS)


def room_of(nation: Nation) -> Room:
    """Return the room that decides for a nation."""
    return _ROOMS[nation]


def accepted_in(nation: Nation) -> Accepted:
    """Return what a nation knows."""
    return _ACCEPTED[nation]
