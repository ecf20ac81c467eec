"""A case: one post, its pay, and the day it is asked about."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from payapp.domain.pay import Pay
from payapp.domain.posts import Post
from payapp.domain.refusals import Refused


class Nation(StrEnum):
    """The four nations, each with documents of its own."""

    ENGLAND = "england"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"
    SCOTLAND = "scotland"


class PayArea(StrEnum):
    """The pay areas of England; no other nation has any."""

    REST_OF_ENGLAND = "rest-of-england"
    LONDON_FRINGE = "london-fringe"
    OUTER_LONDON = "outer-london"
    INNER_LONDON = "inner-london"


PAY_AREAS: Mapping[Nation, tuple[PayArea, ...]] = {Nation.ENGLAND: tuple(PayArea)}
ALL_AREAS: Final = "all"  # the area of every figure of a nation without pay areas


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A later version of a case: the post and pay in full from a day, and the keys that changed."""

    from_: date
    post: Post
    pay: Pay
    post_keys: Mapping[str, object]
    pay_keys: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One post and its pay on one day, with any dated later versions in order of date."""

    nation: Nation
    on: date
    post: Post = Post()
    pay: Pay = Pay()
    pay_area: PayArea | None = None
    reference: str = ""
    changes: tuple[Change, ...] = ()

    def at(self, on: date) -> "Case":
        """Return the case as it stands on a day, with the version then in force."""
        if on == self.on and not self.changes:
            return self
        post, pay = self.post, self.pay
        for change in self.changes:
            if change.from_ <= on:
                post, pay = change.post, change.pay
        return replace(self, on=on, post=post, pay=pay, changes=())


class CaseRefused(Exception):
    """A case that no nation's rules can be asked about: the field, its value, what is accepted."""

    def __init__(self, field: str, value: str, accepted: str) -> None:
        super().__init__(f"{field} is '{value}': {accepted}")
        self.field = field
        self.value = value
        self.accepted = accepted


@contextmanager
def refused_by_name(name: str) -> Iterator[None]:
    """Name the file, or the case itself, where its nation's rules refuse it. Raises Refused."""
    try:
        yield
    except CaseRefused as refused:
        raise Refused(name, refused.accepted, field=refused.field, value=refused.value) from refused
