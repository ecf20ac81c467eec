"""Cases near to real ones: a worked post of a nation with a few answers and payments changed."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from payapp.domain.cases import Case, Nation
from payapp.domain.figures import Figure
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact
from payapp.nations.rooms import accepted_in
from tests.nations import scottish
from tests.worked import CLASS_TEACHER, SENCO, allowance, case, library

LEADER = {
    **SENCO,
    "role": "assistant-head",
    "appointed_head_deputy_or_assistant": "yes",
    "major_part_in_running_the_school": "yes",
}
SPECIAL = {**CLASS_TEACHER, "school_type": "special"}
IRISH = {
    **CLASS_TEACHER,
    "employer": "grant-aided",
    "designated_unit": "none",
    "allowance_in_contract_or_letter": "no",
}
POSTS: Mapping[Nation, Sequence[Mapping[str, object]]] = {
    Nation.ENGLAND: (CLASS_TEACHER, SENCO, SPECIAL, LEADER),
    Nation.WALES: (CLASS_TEACHER, SPECIAL, {**SENCO, "role": "alnco", "ewc_registered": "yes"}),
    Nation.NORTHERN_IRELAND: (IRISH, {**IRISH, "school_type": "special"}, {**IRISH, **LEADER}),
    Nation.SCOTLAND: (
        scottish.TEACHER,
        scottish.COORDINATOR,
        scottish.PROMOTED,
        scottish.HEAD,
    ),
}
EMPLOYERS = {Nation.NORTHERN_IRELAND: "grant-aided", Nation.SCOTLAND: "council"}
ANSWERS = tuple(
    field.name
    for field in fields(Post)
    if field.default is Fact.NOT_KNOWN and field.name not in {"in_special_school", "part_time"}
)
FIRST_DAY, DAYS = date(2015, 1, 1), 365 * 12
BASES = ("full-time-equivalent", "received")


def likely_case(nation: Nation, seed: int) -> Case:
    """Return the case of a seed, always the same one."""
    draw = Random(seed)  # noqa: S311 - a repeatable sample, no secret
    post: dict[str, object] = {**draw.choice(POSTS[nation])}
    post["employer"] = EMPLOYERS.get(nation, "maintained")
    for _ in range(draw.randint(0, 3)):
        post[draw.choice(ANSWERS)] = draw.choice(("yes", "no", "not-known"))
    if draw.random() < 0.4:
        post["fte"] = draw.choice((0.6, 0.5, 0.333))
    on = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    pay = _pay(nation, on, Decimal(str(post["fte"])), draw)
    return case(post, pay, nation=nation, on=on.isoformat())


def _area(nation: Nation) -> str:
    return "rest-of-england" if nation is Nation.ENGLAND else "all"


def _pay(nation: Nation, on: date, fte: Decimal, draw: Random) -> dict[str, object]:
    ranges = sorted(accepted_in(nation).ranges)
    usual = [each for each in ranges if each.startswith(("main", "upper", "principal"))]
    pay: dict[str, Any] = {"range": draw.choice((*ranges, *usual * 5))}
    points = library().book(nation).points(on, _area(nation), pay["range"])
    if points:
        pay |= _salary(draw.choice(points), fte, draw)
    pay["salary_conserved"] = draw.choice(("no", "no", "yes", "not-known"))
    count = draw.choice((0, 0, 1, 1, 2))
    pay["allowances"] = [_allowance(nation, on, place, draw) for place in range(count)]
    return pay


def _salary(figure: Figure, fte: Decimal, draw: Random) -> dict[str, object]:
    basis = draw.choice(BASES)
    share = fte if basis == "received" else Decimal(1)
    amount = figure.amount * share + draw.choice((0, 0, 0, -1500, 2000))
    point = {} if figure.point in {"min", "max"} else {"point": figure.point}
    return {**point, "basis": basis, "salary": str(amount.quantize(Decimal("0.01")))}


def _allowance(nation: Nation, on: date, place: int, draw: Random) -> dict[str, object]:
    kind = draw.choice(sorted(accepted_in(nation).kinds))
    amount = Decimal(1500)
    for terms in library().allowances(nation, kind, on):
        point = draw.choice(("min", "max")) if terms.is_range else terms.point
        area = terms.area or _area(nation)
        amount = library().book(nation).amount(on, area, terms.item, point) or amount
    paid = max(amount + draw.choice((0, 0, 100, -100, -300)), Decimal(0))
    more: dict[str, object] = {"for_which_duty": f"duty {place}"}
    if draw.random() < 0.3:
        more["until"] = (on + timedelta(days=100)).isoformat()
    if draw.random() < 0.2:
        more["safeguarded"] = draw.choice(("yes", "not-known"))
    return allowance(kind, float(paid), draw.choice(BASES), **more)
