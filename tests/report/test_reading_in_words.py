from payapp.files.cue_files import description_cues
from payapp.reading.cues import cues_of
from payapp.reading.reading import NO, NOT_KNOWN, YES, Read, read
from payapp.reading.sentences import Place, Sentence
from payapp.report.reading_in_words import read_as_json, read_in_text
from payapp.report.wording import Wording

TEXT = "TEACHER\nSpecial school\n\nDuties\n- Teach a class of eight.\n\nThere is no TLR.\n"

CAUTION = (
    "Words were read here, not the post. Each answer stands with the sentence that appears to "
    "show it: confirm it with the person who holds the post before it goes into a case."
)


def sentence(text: str, start: int) -> Sentence:
    return Sentence(text, start, start + len(text), Place.BODY, "")


FACTS = {
    "part_time": Read(YES, (sentence("0.6 FTE", 10),)),
    "sustained": Read(NO, (sentence("Fixed term", 20),)),
    "qualified_teacher": Read(NOT_KNOWN, (sentence("QTS", 30), sentence("No QTS", 40))),
    "on_leadership_team": Read(NOT_KNOWN, ()),
}


def test_json_holds_each_fact_with_its_sentences_and_their_places() -> None:
    assert read_as_json(FACTS) == {
        "facts": {
            "part_time": {
                "answer": "yes",
                "evidence": [{"sentence": "0.6 FTE", "start": 10, "end": 17}],
            },
            "sustained": {
                "answer": "no",
                "evidence": [{"sentence": "Fixed term", "start": 20, "end": 30}],
            },
            "qualified_teacher": {
                "answer": "not-known",
                "evidence": [
                    {"sentence": "QTS", "start": 30, "end": 33},
                    {"sentence": "No QTS", "start": 40, "end": 46},
                ],
            },
            "on_leadership_team": {"answer": "not-known", "evidence": []},
        }
    }


def test_the_places_in_json_are_those_of_the_text() -> None:
    held = read_as_json(read(TEXT, cues_of(description_cues())))["facts"]
    assert isinstance(held, dict)
    places = [each for fact in held.values() for each in fact["evidence"]]
    assert places
    assert all(TEXT[each["start"] : each["end"]] == each["sentence"] for each in places)


def test_text_tells_what_is_shown_what_is_ruled_out_and_what_is_open(wording: Wording) -> None:
    assert read_in_text("post.txt", FACTS, wording).splitlines() == [
        "What post.txt says of the post",
        CAUTION,
        "",
        "It appears to show",
        "- Part-time",
        "    “0.6 FTE”",
        "",
        "It appears to rule out",
        "- Lasting responsibility",
        "    “Fixed term”",
        "",
        "It points both ways, so this is not known",
        "- Qualified teacher",
        "    “QTS”",
        "    “No QTS”",
        "",
        "It says nothing of",
        "- On the leadership team",
    ]


def test_a_text_that_shows_nothing_says_so(wording: Wording) -> None:
    told = read_in_text("post.txt", {"part_time": Read(NOT_KNOWN, ())}, wording).splitlines()
    assert told[2:] == [
        "",
        "Nothing in it shows a fact that is asked about.",
        "",
        "It says nothing of",
        "- Part-time",
    ]


def test_a_text_where_each_fact_is_answered_has_no_open_ones(wording: Wording) -> None:
    told = read_in_text("post.txt", {"part_time": FACTS["part_time"]}, wording)
    assert "It says nothing of" not in told


def test_a_sentence_stands_on_one_line_and_steers_no_terminal(wording: Wording) -> None:
    facts = {"part_time": Read(YES, (sentence("0.6\nFTE \x1b[2J", 0),))}
    told = read_in_text("post.txt", facts, wording)
    assert "    “0.6 FTE \\x1b[2J”" in told.splitlines()


def test_of_a_sentence_without_an_end_the_start_is_quoted(wording: Wording) -> None:
    facts = {"part_time": Read(YES, (sentence("so many words " * 100, 0),))}
    quoted = read_in_text("post.txt", facts, wording).splitlines()[5].strip()
    assert quoted.startswith("“so many words so many")
    assert quoted.endswith("so many words so …”")
    assert len(quoted) == 300
