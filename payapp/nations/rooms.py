"""The one place that picks a nation's room."""

from collections.abc import Callable, Mapping

from payapp.domain.cases import Case, Nation
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.nations import england

Room = Callable[[Case, Library], tuple[Finding, ...]]

_ROOMS: Mapping[Nation, Room] = {Nation.ENGLAND: england.findings}


def room_of(nation: Nation) -> Room:
    """Return the room that decides for a nation."""
    return _ROOMS[nation]
