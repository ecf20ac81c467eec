import pytest

from payapp.files.cue_files import description_cues
from payapp.reading.cues import Confirming, Cue, cue_of, cues_of, words_of
from payapp.report.questions import label_of
from payapp.report.wording import Wording


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("co-ordinate", "You coordinate the work"),
        ("co-ordinate", "You co-ordinate the work"),
        ("part-time", "a part time post"),
        ("teach*", "She is teaching"),
        ("teach .. pupils", "Teach English to two small groups of pupils"),
        ("# hours a week", "32.5 hours a week"),
        ("children's", "children’s services"),
        ("special school", "a special\n  school"),
    ],
)
def test_a_phrase_is_found_however_it_is_spelt_and_broken(phrase: str, text: str) -> None:
    assert words_of([phrase]).are_in(text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("unit", "the community"),
        ("teach", "the teacher"),
        ("sen", "it was sent"),
        ("special school", "special, school"),
        ("teach .. pupils", "Teach. Then go home. There will be no pupils"),
        ("teach .. pupils", "teach one two three four five six seven eight nine pupils"),
    ],
)
def test_a_phrase_is_no_part_of_a_word_and_no_leap(phrase: str, text: str) -> None:
    assert not words_of([phrase]).are_in(text)


def test_a_phrase_that_is_set_aside_does_not_count() -> None:
    words = words_of(["teach*", "-teaching assistant*"])
    assert not words.are_in("A teaching assistant helps")
    assert words.first_in("A teaching assistant helps you teach") == "teach"


def test_a_cue_is_taken_apart_into_what_it_asks_for() -> None:
    assert cue_of("teach + sen -optional @unit !support #wanted") == Cue(
        ("teach", "sen"), ("optional",), ("unit",), ("support",), frozenset({"wanted"})
    )


def test_a_flag_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="#wnated"):
        cue_of("teach #wnated")


@pytest.mark.parametrize("cue", ["spech", "words -spech", "words @spech", "words !spech"])
def test_words_and_settings_that_are_not_given_are_named(cue: str) -> None:
    held = {
        "words": {"words": ["word"]},
        "settings": {},
        "facts": {"part_time": {"shows": [cue], "rules_out": []}},
    }
    with pytest.raises(ValueError, match="spech"):
        cues_of(held)


def test_the_shipped_cues_are_whole_and_every_group_of_words_is_used() -> None:
    cues = cues_of(description_cues())
    of_facts = [each for of in cues.facts.values() for each in (*of.shows, *of.rules_out)]
    of_settings = [each for shows in cues.settings.values() for each in shows]
    every = of_facts + of_settings
    used = {group for cue in every for group in (*cue.groups, *cue.none_of)}
    assert set(cues.words) == used | {"negation", "others", "wanted", "wanted_heading"}
    assert set(cues.settings) == {
        name for cue in every for name in (*cue.settings, *cue.not_settings)
    }


def test_every_fact_that_is_read_has_a_name() -> None:
    wording = Wording.load()
    assert all(label_of(fact, wording) for fact in cues_of(description_cues()).facts)


def held(**of_the_fact: object) -> dict[str, object]:
    fact = {"shows": ["word"], "rules_out": [], **of_the_fact}
    return {"words": {"word": ["word"]}, "settings": {}, "facts": {"part_time": fact}}


def test_a_fact_sets_itself_unless_it_says_what_else_confirming_it_does() -> None:
    does = cues_of(held(confirmed={"yes": {"ask": ["fte"]}})).facts["part_time"].confirmed
    assert does == {
        "yes": Confirming({}, {}, ("fte",)),
        "no": Confirming({"part_time": "no"}, {}, ()),
    }


@pytest.mark.parametrize(
    ("of_the_fact", "named"),
    [
        ({"confirmed": {"perhaps": {"ask": ["fte"]}}}, "perhaps"),
        ({"confirmed": {"yes": {"ask": ["hours"]}}}, "hours"),
        ({"confirmed": {"yes": {"sets": {"hours": 1}}}}, "hours"),
        ({"confirmed": {"yes": {"sets": {"fte": 1}, "said_by": {"hours": 1}}}}, "hours"),
        ({"confirmed": {"yes": {"set": {"fte": 1}}}}, "set"),
        ({"confirmed": {"yes": {"said_by": {"fte": 1}}}}, "said_by"),
        ({"confirmed": {"yes": {"sets": {"fte": 1}, "ask": ["fte"]}}}, "ask"),
        ({"no_rule_in": ["france"]}, "france"),
    ],
)
def test_what_confirming_does_is_refused_by_the_name_that_there_is_not(
    of_the_fact: dict[str, object], named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        cues_of(held(**of_the_fact))


def test_a_fact_that_a_case_does_not_know_is_refused() -> None:
    one = held()
    one["facts"] = {"part_tmie": {"shows": [], "rules_out": []}}
    with pytest.raises(ValueError, match="part_tmie"):
        cues_of(one)
