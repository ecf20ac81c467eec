"""Cases of every kind, always the same: what holds for every report is tried on them."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from payapp.domain.cases import PAY_AREAS, Case, CaseRefused, Nation
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import Employer, Post, SchoolType
from payapp.domain.tests_over_facts import Fact
from payapp.nations.rooms import accepted_in, room_of
from tests.worked import library

TEXTS = {
    "reduction_cause": ("restructuring of the school", "end of a fixed term"),
    "for_which_duty": ("SENCO", "head of maths"),
    "alnco_range_in_pay_policy": ("L1-L5", "L4-L8"),
}
SHARES = (Decimal(1), Decimal("0.6"), Decimal("0.5"))
FIRST_DAY = date(2014, 9, 1)
DAYS = 365 * 13
YES, NO, NOT_KNOWN = Fact.YES, Fact.NO, Fact.NOT_KNOWN
LEANINGS = ((YES, NO, NOT_KNOWN), (YES,) * 20 + (NO,), (NO,) * 20 + (YES,), (YES, NO))
USUAL_EMPLOYERS = (Employer.MAINTAINED, Employer.GRANT_AIDED, Employer.COUNCIL)
USUAL = 0.6
LETTERS_OF_THE_LIST = ("a", "b", "c")


def many_cases(nation: Nation, count: int) -> Iterator[Case]:
    """Yield cases that the nation's room accepts, always the same ones."""
    draw = Random(f"payapp {nation}")  # noqa: S311 - a repeatable sample, no secret
    while count:
        case = _case(nation, draw)
        try:
            room_of(nation)(case, library())
        except CaseRefused:
            continue
        count -= 1
        yield case


def _case(nation: Nation, draw: Random) -> Case:
    on = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    areas = PAY_AREAS.get(nation, ())
    return Case(
        nation=nation,
        on=on,
        pay_area=draw.choice(areas) if areas and draw.random() < 0.9 else None,
        reference=draw.choice(("", "Case 12")),
        post=_post(nation, on, draw),
        pay=_pay(nation, on, draw),
    )


def _post(nation: Nation, on: date, draw: Random) -> Post:
    hints = get_type_hints(Post)
    known = draw.choice((0.3, 0.8, 0.97))
    answers = draw.choice(LEANINGS)
    facts: dict[str, Any] = {
        field.name: _value(field.name, hints[field.name], on, answers, draw)
        for field in fields(Post)
        if draw.random() < known
    }
    accepted = accepted_in(nation)
    usual = [employer for employer in USUAL_EMPLOYERS if employer in accepted.employers]
    facts["employer"] = draw.choice((*sorted(accepted.employers), *usual * 4, None))
    facts["role"] = draw.choice((*sorted(accepted.roles), None))
    facts["share_of_responsibility"] = None
    if draw.random() < USUAL:
        facts |= {"qualified_teacher": Fact.YES, "school_type": SchoolType.MAINSTREAM}
    return Post(**facts)


def _value(name: str, hint: Any, on: date, answers: tuple[Fact, ...], draw: Random) -> Any:
    kind = get_args(hint)[0] if get_origin(hint) is UnionType else hint
    if name in TEXTS:
        return draw.choice(TEXTS[name])
    if get_origin(kind) is tuple:
        return tuple(draw.sample(LETTERS_OF_THE_LIST, 2))
    if kind is Fact:
        return draw.choice(answers)
    if issubclass(kind, StrEnum):
        return draw.choice(tuple(kind))
    if kind is date:
        return on - timedelta(days=draw.randrange(365 * 8))
    if name == "fte":
        return draw.choice(SHARES)
    return kind(draw.randint(1, 8) if name == "headteacher_group" else draw.randint(0, 900))


def _pay(nation: Nation, on: date, draw: Random) -> Pay:
    ranges = sorted(accepted_in(nation).ranges)
    classroom = [item for item in ranges if item.startswith(("main", "upper"))]
    item = draw.choice((*ranges, *classroom * 8, None))
    area = next(iter(PAY_AREAS.get(nation, ("all",))))
    book = library().book(nation)
    figures = book.points(on, area, item) if item else ()
    later = book.points(on - timedelta(days=400), area, item) if item else ()
    figure = draw.choice((*figures, *later, None))
    salary = figure.amount + draw.choice((0, 0, -3000, 4000)) if figure else None
    return Pay(
        range=item,
        point=figure.point if figure and draw.random() < 0.6 else None,
        salary=salary if draw.random() < 0.9 else None,
        basis=draw.choice(
            (Basis.FULL_TIME_EQUIVALENT, Basis.FULL_TIME_EQUIVALENT, Basis.RECEIVED, None)
        ),
        salary_conserved=draw.choice(tuple(Fact)),
        allowances=tuple(_allowance(nation, on, draw) for _ in range(draw.choice((0, 0, 1, 1, 2)))),
    )


def _allowance(nation: Nation, on: date, draw: Random) -> Allowance:
    kind = draw.choice(sorted(accepted_in(nation).kinds))
    return Allowance(
        kind=kind,
        amount=_amount(nation, kind, on, draw),
        basis=draw.choice((Basis.FULL_TIME_EQUIVALENT, *Basis, None)),
        until=draw.choice((None, None, on + timedelta(days=90))),
        share=draw.choice((None, None, *SHARES)),
        for_which_duty=draw.choice((None, *TEXTS["for_which_duty"])),
        safeguarded=draw.choice((Fact.NO, Fact.NO, Fact.YES, Fact.NOT_KNOWN)),
    )


def _amount(nation: Nation, kind: AllowanceKind, on: date, draw: Random) -> Decimal:
    """Return about what the kind is worth on the day, the year before, or far from it."""
    for terms in library().allowances(nation, kind, on):
        area = terms.area or next(iter(PAY_AREAS.get(nation, ("all",))))
        day = on - timedelta(days=draw.choice((0, 366)))
        point = draw.choice(("min", "max")) if terms.is_range else terms.point
        found = library().book(nation).amount(day, area, terms.item, point)
        if found is not None:
            return found + draw.choice((0, 0, 50, -50, 20_000))
    return Decimal(draw.choice((500, 2400, 5000)))
