"""The form without a widget: which questions there are, which are asked now, and their answers.

The answers are a plain mapping, as a case file holds it. No function here changes one: each
returns a new mapping, so that undo can keep the old.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Final

from payapp.domain.cases import ALL_AREAS, PAY_AREAS, Case, Nation
from payapp.domain.figures import FigureBook
from payapp.domain.library import Library
from payapp.domain.pay import Pay
from payapp.domain.posts import Post
from payapp.domain.tests_over_facts import Fact
from payapp.nations.rooms import NATIONS, accepted_in

Plain = Mapping[str, object]

NOT_KNOWN: Final = Fact.NOT_KNOWN.value
LIMITS_OF_A_RANGE: Final = frozenset({"min", "max"})


class Kind(StrEnum):
    """How a question is answered."""

    YES_OR_NO = "yes-or-no"
    CHOICE = "choice"
    NUMBER = "number"
    POUNDS = "pounds"
    DATE = "date"
    TEXT = "text"
    LIST = "list"
    TICKS = "ticks"
    PAYMENTS = "payments"


PAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "employer": (
        "nation",
        "on",
        "pay_area",
        "employer",
        "agency_weeks",
        "school_type",
        "in_special_school",
        "phase",
        "designated_unit",
        "headteacher_group",
        "remote_school",
        "distant_island",
        "residential_school",
        "pay_policy_adopts_points",
        "pay_policy_covers_sen",
        "alnco_range_in_pay_policy",
        "share_rule_adopted",
    ),
    "post": (
        "reference",
        "role",
        "fte",
        "part_time",
        "qualified_teacher",
        "open_to_non_teachers",
        "induction_completed",
        "ewc_registered",
        "designated_coordinator",
        "coordinator_since",
        "earlier_coordinator_months",
        "coordinator_qualification_required",
        "qualification_held",
        "course_started",
        "course_completed",
        "qualification_paid_and_timed",
        "on_leadership_team",
        "appointed_head_deputy_or_assistant",
        "major_part_in_running_the_school",
        "senco_in_name_is_someone_else",
        "shared_across_schools",
        "promoted_post",
        "job_size_score",
        "last_sized",
        "changes_since_sizing",
        "acting_days",
    ),
    "duties": (
        "teaches_sen_pupils",
        "has_teaching_commitment",
        "sensory_qualification_required",
        "teaches_designated_class",
        "teaches_in_la_unit_or_service",
        "setting_analogous_to_designated",
        "substantial_direct_work",
        "sen_teaching_judgement",
        "greater_involvement_than_normal",
        "significant_responsibility",
        "teaching_and_learning_focus",
        "professional_judgement",
        "leads_area_or_pupil_development",
        "impact_beyond_own_classes",
        "leads_practice_of_others",
        "line_manages_significant_number",
        "accountable",
        "sustained",
        "time_limited_project",
        "covering_absent_holder",
        "promoted_duties",
        "does_support_staff_tasks",
        "objectives_on_pupils_not_taught",
        "directed_hours",
        "teaching_hours",
    ),
    "pay": (
        "range",
        "point",
        "salary",
        "basis",
        "salary_conserved",
        "allowances",
        "share_of_responsibility",
        "full_ta_agreed_for_part_timer",
        "allowance_in_contract_or_letter",
        "paid_only_to_recruit_or_retain",
        "written_notice",
        "annual_statement",
        "duties_in_job_description",
        "reduction_date",
        "reduction_cause",
        "sum_before",
    ),
}

BASICS: Final = frozenset(
    {
        *("nation", "on", "pay_area", "employer", "school_type"),
        *("reference", "role", "fte", "qualified_teacher"),
        *("teaches_sen_pupils", "significant_responsibility"),
        *("range", "point", "salary", "basis", "allowances"),
    }
)

# What decides whether a document binds stands among the basics of the first page.
BASICS_WITHOUT_A_DOCUMENT: Final = BASICS.intersection(PAGES["employer"])

# A basic question on which no rule of the nation turns.
OF_NO_USE: Final[Mapping[Nation, frozenset[str]]] = {
    Nation.SCOTLAND: frozenset({"teaches_sen_pupils"}),
}

# A question that only makes sense after a certain answer to another one.
FOLLOWS: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "agency_weeks": ("employer", frozenset({"agency"})),
    "headteacher_group": ("role", frozenset({"headteacher"})),
    "coordinator_since": ("designated_coordinator", frozenset({"yes"})),
    "qualification_held": ("designated_coordinator", frozenset({"yes"})),
    "course_started": ("qualification_held", frozenset({"nasenco", "npq-senco"})),
    "course_completed": ("qualification_held", frozenset({"nasenco", "npq-senco"})),
}

REQUIRED_OF_A_CASE: Final = ("nation", "on")
REQUIRED_OF_A_PAYMENT: Final = ("kind", "amount")
_FIELD_OF_A_PAYMENT: Final = re.compile(r"pay\.allowances\[(\d+)\]\.(\w+)")
PAYMENT_FACTS: Final = (
    *("kind", "amount", "basis", "share", "for_which_duty"),
    *("from", "until", "safeguarded"),
)


@cache
def groups() -> Mapping[str, str]:
    """Return the group of a case file that each fact of the form stands in; "" for none."""
    records = {"": Case, "post": Post, "pay": Pay}
    return {
        field.name: group
        for group, record in records.items()
        for field in fields(record)
        if field.name not in {"post", "pay", "changes"}
    }


def page_of(fact: str) -> str | None:
    """Return the page that asks for a fact; the facts of one payment are asked with the pay."""
    for page, facts in PAGES.items():
        if fact in facts:
            return page
    return "pay" if fact in PAYMENT_FACTS else None


def fact_of(field: str) -> str:
    """Return the fact that a field of a refusal names: `post.fte` is `fte`."""
    first, *rest = field.split(".")
    if first.startswith("changes"):
        return first
    if rest and rest[0].startswith("allowances"):
        return "allowances"
    return rest[0] if rest else first


def place_of_payment(field: str) -> tuple[int, str] | None:
    """Return the payment that a field of a refusal names, from 0, and the fact; None for others."""
    found = _FIELD_OF_A_PAYMENT.fullmatch(field)
    return (int(found[1]), found[2]) if found else None


# Answers


def value_of(plain: Plain, fact: str) -> object | None:
    """Return the answer to a question, or None where it is not known."""
    held = _group(plain, groups()[fact]).get(fact)
    return None if held == NOT_KNOWN else held


def with_value(plain: Plain, fact: str, value: object | None) -> Plain:
    """Return the answers with one replaced; None, nothing and not known leave it out.

    A point goes with its range, and a pay area with its nation.
    """
    group = groups()[fact]
    held = _with(_group(plain, group), fact, value)
    if fact == "range" and value != value_of(plain, "range"):
        held.pop("point", None)
    if fact == "nation" and value != value_of(plain, "nation"):
        held.pop("pay_area", None)
    return {**plain, group: held} if group else held


def in_nation(plain: Plain, nation: str, library: Library) -> tuple[Plain, tuple[str, ...]]:
    """Return the answers with another nation, and the facts that have no such answer there.

    Those are left open; a payment of a kind that the nation does not know is left out.
    """
    after = with_value(plain, "nation", nation)
    known = _nation(after)
    if known is None:
        return after, ()
    cleared: dict[str, None] = {}
    accepted = accepted_in(known)
    for fact, codes in (
        ("employer", accepted.employers),
        ("role", accepted.roles),
        ("range", accepted.ranges),
    ):
        held = value_of(after, fact)
        if held is not None and held not in codes:
            after, cleared[fact] = with_value(after, fact, None), None
    point, offered = value_of(after, "point"), dict(points(after, library))
    if point is not None and offered and point not in offered:
        after, cleared["point"] = with_value(after, "point", None), None
    paid = payments(after)
    kept = [payment for payment in paid if payment.get("kind") in {None, *accepted.kinds}]
    if len(kept) < len(paid):
        after, cleared["allowances"] = with_value(after, "allowances", kept), None
    return after, tuple(cleared)


def _group(plain: Plain, group: str) -> Plain:
    if not group:
        return plain
    held = plain.get(group)
    return held if isinstance(held, Mapping) else {}


def _with(held: Plain, key: str, value: object | None) -> dict[str, object]:
    rest = {name: other for name, other in held.items() if name != key}
    return rest if value in (None, "", NOT_KNOWN, [], ()) else {**rest, key: value}


def payments(plain: Plain) -> tuple[Plain, ...]:
    """Return the payments beside the salary, as a case file holds them."""
    held = value_of(plain, "allowances")
    return tuple(held) if isinstance(held, Sequence) else ()


def with_payment(plain: Plain, place: int, fact: str, value: object | None) -> Plain:
    """Return the answers with one fact of one payment replaced."""
    held = list(payments(plain))
    held[place] = _with(held[place], fact, value)
    return with_value(plain, "allowances", held)


def with_payment_added(plain: Plain, fact: str, value: object) -> Plain:
    """Return the answers with one more payment, of which one fact is known."""
    return with_value(plain, "allowances", [*payments(plain), {fact: value}])


def without_payment(plain: Plain, place: int) -> Plain:
    """Return the answers without one payment."""
    held = list(payments(plain))
    del held[place]
    return with_value(plain, "allowances", held)


def new_case(on: date) -> Plain:
    """Return the answers of a new case: a nation, a day, and nothing else known."""
    return {"schema": 1, "nation": NATIONS[0].value, "on": on.isoformat()}


def incomplete(plain: Plain) -> Iterator[tuple[str, str]]:
    """Yield what a case cannot do without and lacks: the field, and its fact."""
    for fact in REQUIRED_OF_A_CASE:
        if value_of(plain, fact) is None:
            yield fact, fact
    for place, payment in enumerate(payments(plain)):
        for fact in REQUIRED_OF_A_PAYMENT:
            if payment.get(fact) is None:
                yield f"pay.allowances[{place}].{fact}", fact


# Which questions are asked


def asked(
    plain: Plain,
    missing: Collection[str],
    kept: Collection[str],
    *,
    all_of_them: bool = False,
    is_bound: bool = True,
) -> frozenset[str]:
    """Return the facts that are asked now.

    A question is asked when it belongs to the basics, would settle a finding (`missing`), is
    answered, follows from an answer, or was asked a moment ago (`kept`). Where no document binds
    (`is_bound`), only what could change that is basic.
    """
    basics = _basics(plain, is_bound=is_bound)
    return frozenset(
        fact
        for fact in groups()
        if _makes_sense(plain, fact)
        and (
            all_of_them
            or fact in basics
            or fact in missing
            or fact in kept
            or value_of(plain, fact) is not None
            or _follows(plain, fact)
        )
    )


def _basics(plain: Plain, *, is_bound: bool) -> frozenset[str]:
    nation = _nation(plain)
    of_no_use = OF_NO_USE.get(nation, frozenset()) if nation else frozenset()
    return (BASICS if is_bound else BASICS_WITHOUT_A_DOCUMENT) - of_no_use


def _makes_sense(plain: Plain, fact: str) -> bool:
    return fact != "pay_area" or bool(_areas(plain))


def _follows(plain: Plain, fact: str) -> bool:
    if fact not in FOLLOWS:
        return False
    other, answers = FOLLOWS[fact]
    return value_of(plain, other) in answers


# What a question offers


def choices(plain: Plain, fact: str, all_codes: Sequence[str], library: Library) -> tuple[str, ...]:
    """Return the codes that a question offers in the nation and on the day of the case.

    `all_codes` are those of all nations. An answer that is not among those offered is offered
    too, so that a file is shown as it is.
    """
    offered = tuple(_offered(plain, fact, all_codes, library))
    held = value_of(plain, fact) if fact in groups() else None
    return offered if held is None or held in offered else (*offered, str(held))


def _offered(plain: Plain, fact: str, all_codes: Sequence[str], library: Library) -> Iterable[str]:
    nation = _nation(plain)
    if nation is None or fact == "nation":
        return NATIONS
    accepted = accepted_in(nation)
    match fact:
        case "pay_area":
            return _areas(plain)
        case "range":
            return _ranges(plain, library.book(nation), accepted.ranges)
        case "point":
            return (point for point, _ in points(plain, library))
        case "employer":
            return (code for code in all_codes if code in accepted.employers)
        case "role":
            return (code for code in all_codes if code in accepted.roles)
        case "kind":
            return (code for code in all_codes if code in accepted.kinds)
    return all_codes


def _ranges(plain: Plain, book: FigureBook, accepted: Collection[str]) -> Iterator[str]:
    """Yield the ranges in the order in which the figures of the day have them, then any others."""
    on = as_date(value_of(plain, "on"))
    dates = [pay_date for pay_date in book.pay_dates if on is None or pay_date <= on]
    table = book.table(dates[-1] if dates else book.pay_dates[0])
    items = dict.fromkeys(item for _, item, _ in table)
    yield from (item for item in items if item in accepted)
    yield from sorted(set(accepted) - items.keys())


def points(plain: Plain, library: Library) -> tuple[tuple[str, Decimal], ...]:
    """Return the points of the range on the day, each with its amount in pounds a year."""
    nation, on = _nation(plain), as_date(value_of(plain, "on"))
    item = value_of(plain, "range")
    if nation is None or on is None or not isinstance(item, str):
        return ()
    has_areas = PAY_AREAS.get(nation) is not None
    area = str(value_of(plain, "pay_area") or "") if has_areas else ALL_AREAS
    found = library.book(nation).points(on, area, item)
    return tuple(
        (figure.point, figure.amount) for figure in found if figure.point not in LIMITS_OF_A_RANGE
    )


def _nation(plain: Plain) -> Nation | None:
    held = plain.get("nation")
    return next((nation for nation in NATIONS if nation == held), None)


def _areas(plain: Plain) -> tuple[str, ...]:
    nation = _nation(plain)
    return () if nation is None else PAY_AREAS.get(nation, ())


# What a person types


def as_plain(kind: Kind, text: str, months: Sequence[str]) -> object | None:
    """Return what was typed as a case file holds it, or as it is where it cannot be read.

    `months` are the names of the twelve months.
    """
    typed = " ".join(text.split())
    match kind:
        case Kind.POUNDS:
            return _without_commas(re.sub(r"[£\s]", "", typed)) or None
        case Kind.NUMBER:
            return _number(typed) or None
        case Kind.DATE:
            return _day(typed, months) or None
        case Kind.LIST:
            return [part for each in typed.split(",") if (part := each.strip())] or None
        case _:
            return typed or None


def as_text(kind: Kind, value: object | None, months: Sequence[str]) -> str:
    """Return an answer as a person would type it."""
    if value is None:
        return ""
    if kind is Kind.POUNDS:
        return _with_commas(value)
    if kind is Kind.DATE:
        day = as_date(value)
        return f"{day.day} {months[day.month - 1]} {day.year}" if day else str(value)
    if kind is Kind.LIST and isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return str(value)


def as_date(value: object) -> date | None:
    """Return an ISO day as a date, or None where it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _number(typed: str) -> str:
    if typed.endswith("%"):
        try:
            return f"{(Decimal(typed[:-1]) / 100).normalize():f}"
        except InvalidOperation:
            return typed
    return _without_commas(typed)


def _without_commas(typed: str) -> str:
    """Take out the commas between thousands; any other is left, for nobody to guess what it is."""
    return re.sub(r",(?=\d{3}(?!\d))", "", typed)


_POUNDS_AND_PENCE: Final = re.compile(r"\d+(?:\.\d{1,2})?", re.ASCII)


def _with_commas(value: object) -> str:
    """Return pounds in their usual form; what is not an amount of pounds and pence as it is."""
    if not _POUNDS_AND_PENCE.fullmatch(str(value)):
        return str(value)
    amount = Decimal(str(value))
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


FEWEST_LETTERS: Final = 3
_DAY_FIRST: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:[./ -]| of )([^\W\d_]+|\d{1,2}),?[./ -](\d{4})"
)


def _day(typed: str, months: Sequence[str]) -> str:
    """Return 1/9/2026 or 1 September 2026 as 2026-09-01, and anything else as it was typed."""
    found = _DAY_FIRST.fullmatch(typed)
    if not found:
        return typed
    day, month, year = found.groups()
    number = int(month) if month.isdigit() else _month(month, months)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return typed


def _month(name: str, months: Sequence[str]) -> int:
    """Return the number of a month by its first letters, three at least; 0 for none."""
    for number, month in enumerate(months, start=1):
        if len(name) >= FEWEST_LETTERS and month.lower().startswith(name.lower()):
            return number
    return 0
