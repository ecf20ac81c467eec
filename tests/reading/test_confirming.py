"""What of a description may be put into a case, and what the case says of it already."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from payapp.domain.cases import Case, Nation
from payapp.domain.posts import Qualification, SchoolType
from payapp.domain.tests_over_facts import Fact
from payapp.files.case_files import case_as_json, parse_case
from payapp.files.cue_files import description_cues
from payapp.nations.rooms import room_of
from payapp.reading.confirming import Offer, Standing, confirmed, offers
from payapp.reading.cues import cues_of
from payapp.reading.reading import NO, NOT_KNOWN, YES, Read
from payapp.reading.sentences import Place, Sentence
from tests.many_cases import many_cases
from tests.worked import library

CUES = cues_of(description_cues())
SHOWN = (Sentence("Lead it.", 0, 8, Place.BODY, "Duties"),)
CASE = {"schema": 1, "nation": "england", "on": "2026-10-01"}
EITHER = (YES, NO)


def offer(fact: str, answer: str, **held: object) -> Offer:
    found = offers({fact: Read(answer, SHOWN)}, CUES, "england", held.get)
    assert len(found.told) == 1
    return found.told[0]


def test_an_answer_to_an_open_question_sets_it() -> None:
    found = offer("sustained", NO)
    assert (found.sets, found.ask, found.held) == ({"sustained": "no"}, (), {})
    assert found.standing is Standing.OPEN


def test_where_the_case_says_the_same_there_is_nothing_to_confirm() -> None:
    found = offer("sustained", YES, sustained="yes")
    assert (found.sets, found.ask, found.standing) == ({}, (), Standing.SAME)
    assert found.held == {"sustained": "yes"}


def test_where_the_case_says_the_opposite_it_would_be_replaced() -> None:
    found = offer("sustained", YES, sustained="no")
    assert (found.sets, found.standing) == ({"sustained": "yes"}, Standing.OPPOSITE)


def test_what_points_both_ways_sets_nothing_and_is_asked() -> None:
    assert offer("sustained", NOT_KNOWN)[2:4] == ({}, ("sustained",))
    assert offer("part_time", NOT_KNOWN)[2:4] == ({}, ("fte",))
    found = offer("sustained", NOT_KNOWN, sustained="yes")
    assert (found.standing, found.held) == (Standing.OPEN, {"sustained": "yes"})


def test_a_special_school_sets_the_kind_of_school_and_opens_what_may_deny_it() -> None:
    found = offer("in_special_school", YES)
    assert found.sets == {"school_type": "special", "in_special_school": "not-known"}
    assert found.standing is Standing.OPEN


@pytest.mark.parametrize(
    ("held", "standing"),
    [
        ({"school_type": "special"}, Standing.SAME),
        ({"school_type": "hospital-school"}, Standing.SAME),
        ({"in_special_school": "yes"}, Standing.SAME),
        ({"school_type": "mainstream"}, Standing.OPPOSITE),
        ({"in_special_school": "no"}, Standing.OPPOSITE),
    ],
)
def test_a_case_tells_of_a_special_school_in_several_ways(
    held: dict[str, str], standing: Standing
) -> None:
    found = offer("in_special_school", YES, **held)
    assert (found.standing, found.held) == (standing, held)


def test_part_time_gives_no_number_so_that_has_to_be_asked() -> None:
    found = offer("part_time", YES, fte="0.6")
    assert (found.sets, found.ask, found.held) == ({}, ("fte",), {"fte": "0.6"})


@pytest.mark.parametrize(
    ("held", "standing"),
    [
        ({}, Standing.OPEN),
        ({"part_time": "no"}, Standing.OPEN),
        ({"fte": "1.0"}, Standing.SAME),
        ({"fte": 1}, Standing.SAME),
        ({"fte": 0.6}, Standing.OPPOSITE),
        ({"fte": "three days"}, Standing.OPPOSITE),
        ({"part_time": "yes"}, Standing.OPPOSITE),
    ],
)
def test_full_time_is_a_number_however_it_is_written(
    held: dict[str, object], standing: Standing
) -> None:
    assert offer("part_time", NO, **held).standing is standing


def test_that_no_status_is_asked_for_does_not_say_that_the_holder_has_none() -> None:
    assert offer("qualified_teacher", YES).sets == {"qualified_teacher": "yes"}
    assert offer("qualified_teacher", NO)[2:4] == ({}, ("qualified_teacher",))


def test_facts_are_sorted_by_what_can_be_done_with_them() -> None:
    facts = {
        "sustained": Read(YES, SHOWN),
        "qualified_teacher": Read(YES, SHOWN),
        "part_time": Read(NOT_KNOWN, ()),
        "on_leadership_team": Read(NOT_KNOWN, ()),
    }
    found = offers(facts, CUES, "scotland", lambda _: None)
    assert [each.fact for each in found.told] == ["qualified_teacher"]
    assert (found.without_rules, found.untold) == (("sustained",), ("part_time",))


def test_all_that_is_confirmed_is_set_together() -> None:
    ticked = [offer("in_special_school", YES), offer("sustained", NO)]
    assert confirmed(ticked) == {
        "school_type": "special",
        "in_special_school": "not-known",
        "sustained": "no",
    }


def every_offer() -> Iterator[Offer]:
    for fact, answer in product(CUES.facts, EITHER):
        yield offer(fact, answer)


def test_a_case_accepts_whatever_is_confirmed_and_holds_it() -> None:
    seen = 0
    for each in every_offer():
        wanted = {key: value for key, value in each.sets.items() if value != NOT_KNOWN}
        held = case_as_json(parse_case({**CASE, "post": dict(each.sets)}))
        assert held.get("post", {}) == wanted
        seen += bool(wanted)
    assert seen > 35


def test_what_is_confirmed_together_is_accepted_also_where_the_case_denied_it() -> None:
    ticked = [offer(fact, NO if fact == "part_time" else YES) for fact in CUES.facts]
    denied = {"in_special_school": "no", "part_time": "yes", "fte": 0.6, "sustained": "no"}
    case = parse_case({**CASE, "post": denied | confirmed(ticked)})
    assert case.post.school_type is SchoolType.SPECIAL
    assert (case.post.fte, case.post.sustained) == (Decimal(1), Fact.YES)


VALUES: dict[str, tuple[Any, ...]] = {
    "fte": (None, Decimal(1), Decimal("0.5")),
    "school_type": (None, *SchoolType),
    "qualification_held": (None, *Qualification),
}
LOOKED_THROUGH, LOOKED_FOR = 200, 300


def turns(case: Case, fact: str) -> bool:
    """Say whether the rules answer a case otherwise for any answer that a fact leads to."""
    does = CUES.facts[fact].confirmed.values()
    for name in {name for each in does for name in (*each.sets, *each.ask)}:
        posts = [replace(case.post, **{name: value}) for value in VALUES.get(name, tuple(Fact))]
        found = [room_of(case.nation)(replace(case, post=post), library()) for post in posts]
        if any(each != found[0] for each in found):
            return True
    return False


@pytest.mark.parametrize("nation", Nation)
def test_no_rule_of_a_nation_turns_on_the_facts_that_say_so_and_on_all_others_one_does(
    nation: Nation,
) -> None:
    without = {fact for fact, of in CUES.facts.items() if nation in of.no_rule_in}
    wanted = CUES.facts.keys() - without
    for number, case in enumerate(many_cases(nation, LOOKED_FOR)):
        if number < LOOKED_THROUGH:
            assert not [fact for fact in without if turns(case, fact)], case
        wanted = {fact for fact in wanted if not turns(case, fact)}
        if not wanted and number >= LOOKED_THROUGH:
            break
    assert not wanted
