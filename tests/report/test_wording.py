"""Texts by their keys: filled, found in files, and refused when something is missing."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payapp.report.wording import TextMissing, Wording, capitalised

MOST_WORDS = 35
TEXTS = {
    "months": {"9": "September"},
    "gap": {"short": "{Your} pay is short by {gap} a year, {gap:month} a month."},
    "since": "since {on}",
    "share": "{fte:number} of full time",
    "named": "{name:first} is due",
    "steps": ["ask {who}", "wait"],
}


@pytest.fixture
def wording() -> Wording:
    return Wording(TEXTS)


def test_a_text_is_found_by_the_way_to_it_and_filled(wording: Wording) -> None:
    said = wording.say("gap.short", Your="Your", gap=Decimal(1200))
    assert said == "Your pay is short by £1,200 a year, £100 a month."


def test_the_texts_below_a_key_keep_the_rest_of_their_keys_and_their_order() -> None:
    wording = Wording({"facts": {"range": {"choices": {"upper": "Upper", "main": "Main"}}}})
    choices = {"upper": "Upper", "main": "Main"}
    assert list(wording.below("facts.range.choices").items()) == list(choices.items())
    assert list(wording.below("facts.range")) == ["choices.upper", "choices.main"]
    assert wording.below("facts.ra") == {}
    assert wording.below("facts.range.choices.main") == {}


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("35092", "£35,092"),
        ("2191.5", "£2,191.50"),
        ("2191.50", "£2,191.50"),
        ("35092.00", "£35,092"),
        ("0", "£0"),
        ("0.07", "£0.07"),
        ("-12.5", "−£12.50"),
        ("1234567", "£1,234,567"),
    ],
)
def test_money_has_pounds_commas_and_pence_where_there_are_any(
    wording: Wording, amount: str, shown: str
) -> None:
    assert wording.pounds(Decimal(amount)) == shown
    assert wording.say("gap.short", Your="", gap=Decimal(amount)).startswith(
        f" pay is short by {shown} a year"
    )


def test_a_date_has_its_month_in_words_and_no_leading_nought(wording: Wording) -> None:
    assert wording.say("since", on=date(2026, 9, 1)) == "since 1 September 2026"


def test_a_number_that_is_no_money_has_no_pound_sign(wording: Wording) -> None:
    assert wording.say("share", fte=Decimal("0.60")) == "0.6 of full time"
    assert wording.say("share", fte=1265) == "1,265 of full time"


def test_a_text_that_begins_a_sentence_begins_with_a_capital(wording: Wording) -> None:
    assert wording.say("named", name="the SEN allowance") == "The SEN allowance is due"
    assert capitalised("") == ""


def test_a_list_of_texts_is_filled_one_by_one(wording: Wording) -> None:
    assert wording.each("steps", who="payroll") == ("ask payroll", "wait")


def test_the_first_text_of_which_all_is_known_is_chosen(wording: Wording) -> None:
    texts = ["{gap} short", "{name} short", "short"]
    assert wording.first_known(texts, {"name": "TLR"}) == "TLR short"
    assert wording.first_known(texts, {}) == "short"
    assert wording.first_known(texts[:2], {}) is None


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("nix", "there is no text 'nix'"),
        ("gap", "there is no text 'gap'"),
        ("since", "no value for 'on' in 'since {on}'"),
        ("steps", "'steps' is not one text"),
    ],
)
def test_what_is_missing_is_never_left_blank(wording: Wording, key: str, sentence: str) -> None:
    with pytest.raises(TextMissing, match=sentence):
        wording.say(key)


def test_one_text_is_no_list(wording: Wording) -> None:
    with pytest.raises(TextMissing, match="'since' is not a list"):
        wording.each("since")


def test_a_value_is_never_read_as_a_text_with_placeholders(wording: Wording) -> None:
    assert wording.say("named", name="{on}") == "{on} is due"


def language(folder: Path, **files: dict[str, object]) -> Path:
    (folder / "xx").mkdir()
    for name, texts in files.items():
        (folder / "xx" / f"{name}.json").write_text(json.dumps(texts), encoding="utf-8")
    return folder


def test_the_files_of_a_language_are_merged(tmp_path: Path) -> None:
    merged = Wording.load("xx", language(tmp_path, one={"a": "1"}, two={"b": {"c": "2"}}))
    assert list(merged) == ["a", "b.c"]
    assert merged.has("b.c")
    assert not merged.has("b")


def test_a_key_in_two_files_is_a_fault_of_the_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"two\.json repeats a"):
        Wording.load("xx", language(tmp_path, one={"a": "1"}, two={"a": "2"}))


def test_a_language_without_texts_is_missing(tmp_path: Path) -> None:
    with pytest.raises(TextMissing, match="no texts for the language 'cy'"):
        Wording.load("cy", tmp_path)


def test_the_texts_that_ship_are_read_once() -> None:
    assert Wording.load() is Wording.load("en")
    assert Wording.load().day(date(2027, 12, 31)) == "31 December 2027"


def test_the_texts_that_ship_promise_nothing_and_accuse_nobody() -> None:
    wording = Wording.load()
    texts = [(key, json.dumps(wording.text(key))) for key in wording]
    assert not [key for key, text in texts if "illegal" in text.lower() or "you will win" in text]


def test_a_nations_own_texts_take_the_place_of_the_shared_ones() -> None:
    texts = {
        "named": {"post": "the SENCO", "pay": "the salary"},
        "wales": {"named": {"post": "the ALNCo", "only": "the Welsh Document"}},
    }
    shared = Wording(texts)
    own = shared.of("wales")
    assert [own.say("named.post"), own.say("named.pay")] == ["the ALNCo", "the salary"]
    assert own.say("named.only") == "the Welsh Document"
    assert shared.say("named.post") == "the SENCO"
    assert shared.of("wales") is own is own.of("wales")
    assert shared.of("england") is shared


def sentences(told: object) -> Iterator[str]:
    """Yield each sentence of a text, or of all texts in a list or under the names of a table."""
    if isinstance(told, str):
        yield from re.split(r"(?<=[.?!])\s+", told)
    elif isinstance(told, list | dict):
        for part in told.values() if isinstance(told, dict) else told:
            yield from sentences(part)


def test_no_sentence_of_the_texts_is_longer_than_a_breath() -> None:
    wording = Wording.load()
    told = [each for key in wording for each in sentences(wording.text(key))]
    assert len(told) > 3000
    assert not [each for each in told if len(each.split()) > MOST_WORDS]
