"""Answers that cannot both be true: each told where it stands, before any rule is asked.

What is entered wrongly is refused. Answers about the duties, which people may understand in more
than one way, are not: those that do not go together are asked again, and no rule is applied to
them.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from payapp.domain.pay import Pay
from payapp.domain.posts import DesignatedUnit, Post, SchoolType
from payapp.domain.tests_over_facts import Fact

CORRECT_ONE = "correct one of the two answers"
_GROUP = "headteacher-group-"
_SPECIAL_SCHOOLS = frozenset({SchoolType.SPECIAL, SchoolType.HOSPITAL_SCHOOL})


class Contradiction(NamedTuple):
    """A field, what it does not go with in one plain clause, and what to do about it."""

    field: str
    found: str
    fix: str = CORRECT_ONE


def contradictions(post: Post, pay: Pay) -> Iterator[Contradiction]:
    """Yield what contradicts itself in one version of a post and its pay."""
    yield from _of_the_school(post)
    yield from _of_part_time_work(post)
    yield from _of_the_course(post)
    yield from _of_the_group(post, pay)
    yield from _paid_twice(pay)


def _of_the_school(post: Post) -> Iterator[Contradiction]:
    told, kind = post.in_special_school, post.school_type
    if told is Fact.YES and kind is not None and kind not in _SPECIAL_SCHOOLS:
        found = "the school is said to be a special school, and its kind is another one"
        yield Contradiction("post.in_special_school", found)
    if told is Fact.NO and kind is SchoolType.SPECIAL:
        found = "the school is said not to be a special school, and its kind is special"
        yield Contradiction("post.in_special_school", found)


def _of_part_time_work(post: Post) -> Iterator[Contradiction]:
    told, fte = post.part_time, post.fte
    if fte is None or told is Fact.NOT_KNOWN:
        return
    if told is Fact.YES and fte == 1:
        found = "the work is said to be part-time, and its full-time equivalent is 1"
        yield Contradiction("post.part_time", found)
    if told is Fact.NO and fte < 1:
        found = f"the work is said not to be part-time, and its full-time equivalent is {fte:f}"
        yield Contradiction("post.part_time", found)


def _of_the_course(post: Post) -> Iterator[Contradiction]:
    started, completed = post.course_started, post.course_completed
    if started is not None and completed is not None and completed < started:
        found = f"the course is completed on {completed} and starts later, on {started}"
        yield Contradiction("post.course_completed", found)


def _of_the_group(post: Post, pay: Pay) -> Iterator[Contradiction]:
    group, pay_range = post.headteacher_group, pay.range or ""
    if group is not None and pay_range.startswith(_GROUP) and pay_range != f"{_GROUP}{group}":
        of_range = pay_range.removeprefix(_GROUP)
        found = f"the range is that of headteacher group {of_range}, and the school's is {group}"
        yield Contradiction("pay.range", found)


def _paid_twice(pay: Pay) -> Iterator[Contradiction]:
    """The same payment to the letter is one that was entered twice."""
    for number, paid in enumerate(pay.allowances):
        if paid in pay.allowances[:number]:
            found = "the same payment stands in it twice"
            fix = "leave one out, or say for which duty each of them is paid"
            yield Contradiction(f"pay.allowances[{number}].kind", found, fix)


def doubtful_answers(post: Post) -> Iterator[tuple[str, ...]]:
    """Yield the facts of each group of answers about the duties that do not go together."""
    class_taught = post.teaches_designated_class is Fact.YES
    if post.teaches_sen_pupils is Fact.NO:
        if class_taught:
            yield "teaches_sen_pupils", "teaches_designated_class"
        if post.teaches_in_la_unit_or_service is Fact.YES:
            yield "teaches_sen_pupils", "teaches_in_la_unit_or_service"
        if _works_with_sen_pupils_all_the_same(post):
            yield "teaches_sen_pupils", "substantial_direct_work", "sen_teaching_judgement"
    if class_taught and post.designated_unit is DesignatedUnit.NONE:
        yield "teaches_designated_class", "designated_unit"
    if post.designated_coordinator is post.senco_in_name_is_someone_else is Fact.YES:
        yield "designated_coordinator", "senco_in_name_is_someone_else"


def _works_with_sen_pupils_all_the_same(post: Post) -> bool:
    """Say whether all of paragraph 21.2(d) is answered with yes, which turns on teaching them."""
    answers = (
        post.setting_analogous_to_designated,
        post.substantial_direct_work,
        post.sen_teaching_judgement,
        post.greater_involvement_than_normal,
    )
    return all(answer is Fact.YES for answer in answers)


def without_doubtful_answers(post: Post) -> Post:
    """Return a post in which answers that do not go together are not known."""
    doubtful = tuple(doubtful_answers(post))
    if not doubtful:
        return post
    unknown: dict[str, Any] = dict.fromkeys(chain.from_iterable(doubtful), Fact.NOT_KNOWN)
    if "designated_unit" in unknown:
        unknown["designated_unit"] = None
    return replace(post, **unknown)
