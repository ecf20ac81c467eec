"""Two runs compared: which reasons are new, gone or changed, by reference and reason code."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Change(StrEnum):
    """What became of a reason, or of a person, from one run to the next."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    NEW_PERSON = "new-person"
    GONE_PERSON = "gone-person"


class Reported(NamedTuple):
    """A person as an earlier result reports one: what can be compared from run to run."""

    reference: str
    verdict: str
    codes: tuple[str, ...]
    gap: Decimal


class Difference(NamedTuple):
    """One thing that is not as it was. `code` is empty where it is the whole person."""

    reference: str
    change: Change
    code: str
    verdict_before: str
    verdict_now: str
    gap_before: Decimal | None
    gap_now: Decimal | None


def compare(before: Iterable[Reported], now: Iterable[Reported]) -> Iterator[Difference]:
    """Yield what differs, in the order of the later run; people who are gone come last.

    A reference that stands several times is compared in the order of the rows.
    """
    earlier, later = _by_reference(before), _by_reference(now)
    for key, person in later.items():
        last = earlier.get(key)
        if last is None:
            yield _difference(Change.NEW_PERSON, None, person)
        else:
            yield from _between(last, person)
    for key, person in earlier.items():
        if key not in later:
            yield _difference(Change.GONE_PERSON, person, None)


def _by_reference(people: Iterable[Reported]) -> Mapping[tuple[str, int], Reported]:
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], Reported] = {}
    for person in people:
        found[person.reference, seen[person.reference]] = person
        seen[person.reference] += 1
    return found


def _between(before: Reported, now: Reported) -> Iterator[Difference]:
    new = [code for code in now.codes if code not in before.codes]
    gone = [code for code in before.codes if code not in now.codes]
    for code in new:
        yield _difference(Change.NEW, before, now, code)
    for code in gone:
        yield _difference(Change.GONE, before, now, code)
    if not new and not gone and (before.verdict, before.gap) != (now.verdict, now.gap):
        yield _difference(Change.CHANGED, before, now)


def _difference(
    change: Change, before: Reported | None, now: Reported | None, code: str = ""
) -> Difference:
    return Difference(
        (now or before or _NOBODY).reference,
        change,
        code,
        before.verdict if before else "",
        now.verdict if now else "",
        before.gap if before else None,
        now.gap if now else None,
    )


_NOBODY = Reported("", "", (), Decimal(0))
