"""Three values all the way: met, not met, not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.domain import tests_over_facts
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Join,
    Result,
    Test,
    all_of,
    any_of,
    fact_is_no,
    fact_is_yes,
    leaf,
    missing_facts,
    negation,
    value_is,
    walk,
)

results = st.sampled_from([MET, NOT_MET, NOT_KNOWN])
facts = st.sampled_from(list(Fact))


def known(result: Result) -> Test:
    return leaf("R", f"fact-{result}", result, result)


@given(st.lists(results, min_size=1, max_size=6))
def test_one_not_met_settles_an_all_of_whatever_else_is_unknown(parts: list[Result]) -> None:
    joined = all_of("R", *map(known, parts)).result
    if NOT_MET in parts:
        assert joined is NOT_MET
    else:
        assert joined is (NOT_KNOWN if NOT_KNOWN in parts else MET)


@given(st.lists(results, min_size=1, max_size=6))
def test_one_met_settles_an_any_of_whatever_else_is_unknown(parts: list[Result]) -> None:
    joined = any_of("R", *map(known, parts)).result
    if MET in parts:
        assert joined is MET
    else:
        assert joined is (NOT_KNOWN if NOT_KNOWN in parts else NOT_MET)


@pytest.mark.parametrize(
    ("before", "after"), [(MET, NOT_MET), (NOT_MET, MET), (NOT_KNOWN, NOT_KNOWN)]
)
def test_a_negation_turns_around_what_is_known_and_nothing_else(
    before: Result, after: Result
) -> None:
    turned = negation("R", known(before))
    assert (turned.result, turned.join) == (after, Join.NOT)


@pytest.mark.parametrize(
    ("fact", "when_yes", "when_no"),
    [
        (Fact.YES, MET, NOT_MET),
        (Fact.NO, NOT_MET, MET),
        (Fact.NOT_KNOWN, NOT_KNOWN, NOT_KNOWN),
    ],
)
def test_a_fact_that_is_not_known_is_never_read_as_no(
    fact: Fact, when_yes: Result, when_no: Result
) -> None:
    assert fact_is_yes("R", "f", fact).result is when_yes
    assert fact_is_no("R", "f", fact).result is when_no


def test_a_value_that_is_not_known_leaves_its_test_not_known() -> None:
    assert value_is("R", "school_type", None, holds=True).result is NOT_KNOWN
    assert value_is("R", "school_type", "special", holds=True).result is MET
    assert value_is("R", "school_type", "special", holds=False).result is NOT_MET


def tree(values: list[Fact]) -> Test:
    a, b, c, d = (fact_is_yes("R", f"f{number}", value) for number, value in enumerate(values))
    return all_of("R", a, any_of("R", b, all_of("R", c, negation("R", d))))


@given(st.lists(facts, min_size=4, max_size=4), st.lists(facts, min_size=4, max_size=4))
def test_more_facts_never_turn_a_settled_answer_around(first: list[Fact], more: list[Fact]) -> None:
    fuller = [
        old if old is not Fact.NOT_KNOWN else new for old, new in zip(first, more, strict=True)
    ]
    before, after = tree(first).result, tree(fuller).result
    assert before is NOT_KNOWN or after is before


@given(st.lists(facts, min_size=4, max_size=4))
def test_an_undecided_test_names_a_fact_and_a_decided_one_names_none(values: list[Fact]) -> None:
    test = tree(values)
    assert bool(missing_facts(test)) is (test.result is NOT_KNOWN)


def test_the_fact_that_settles_alone_is_named_before_those_that_settle_together() -> None:
    together = all_of("R", known(NOT_KNOWN), leaf("R", "second", None, NOT_KNOWN))
    alone = leaf("R", "alone", None, NOT_KNOWN)
    assert missing_facts(any_of("R", together, alone))[0] == "alone"


def test_facts_of_parts_that_are_settled_are_not_asked_for() -> None:
    settled = all_of("R", known(NOT_MET), leaf("R", "useless", None, NOT_KNOWN))
    assert missing_facts(any_of("R", settled, leaf("R", "useful", None, NOT_KNOWN))) == ("useful",)


def test_an_undecided_rule_that_turns_on_no_fact_names_none() -> None:
    assert missing_facts(Test("R", NOT_KNOWN, value="home-tuition")) == ()


def test_a_walk_visits_parents_before_their_parts() -> None:
    part = known(MET)
    whole = all_of("whole", part)
    assert list(walk(whole)) == [whole, part]


def test_equal_leaves_are_shared_and_the_store_of_them_stays_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert leaf("R", "f", 1, MET) is leaf("R", "f", 1, MET)
    monkeypatch.setattr(tests_over_facts, "MOST_KEPT", 0)
    old = leaf("R", "f", 1, MET)
    leaf("R", "f", 2, MET)
    assert leaf("R", "f", 1, MET) == old
    assert leaf("R", "f", 1, MET) is not old


def test_the_same_facts_share_their_explanation_and_the_store_stays_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Fact] = []

    def explanation(fact: Fact) -> Test:
        def make() -> Test:
            made.append(fact)
            return fact_is_yes("R", "f", fact)

        return tests_over_facts.shared(("a test of this test", fact), make)

    assert explanation(Fact.YES) is explanation(Fact.YES)
    assert explanation(Fact.NO).result is NOT_MET
    assert made == [Fact.YES, Fact.NO]
    monkeypatch.setattr(tests_over_facts, "MOST_KEPT", 0)
    explanation(Fact.NOT_KNOWN)
    assert explanation(Fact.YES).result is MET
    assert made == [Fact.YES, Fact.NO, Fact.NOT_KNOWN, Fact.YES]
