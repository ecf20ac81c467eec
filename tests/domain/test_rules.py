from datetime import date

import pytest

from payapp.domain.rules import (
    Force,
    Kind,
    Rule,
    RuleBook,
    Source,
    SourceKind,
    in_force,
    sources_to_show,
    weightiest_first,
)

PRO_RATA = Rule(
    "TLR-19",
    ("england",),
    date(2014, 9, 1),
    date(2025, 8, 31),
    "STPCD",
    "40-41; 20",
    Force.MUST,
    "A part-timer's TLR follows the salary.",
    "amount due",
    ("H31",),
    2,
    Kind.TEST,
)
BOOK = RuleBook([PRO_RATA])


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2014, 8, 31), False),
        (date(2014, 9, 1), True),
        (date(2025, 8, 31), True),
        (date(2025, 9, 1), False),
    ],
)
def test_a_rule_holds_from_its_first_day_to_its_last(on: date, holds: bool) -> None:
    assert BOOK.in_force("TLR-19", on) is holds


def test_an_open_end_has_no_limit() -> None:
    assert in_force(None, None, date(1900, 1, 1))
    assert in_force(None, date(2020, 1, 1), date(1900, 1, 1))
    assert in_force(date(2020, 1, 1), None, date(2100, 1, 1))


def test_a_rule_is_found_by_its_id() -> None:
    assert BOOK["TLR-19"] is PRO_RATA


def test_an_id_that_is_not_held_is_an_error() -> None:
    with pytest.raises(KeyError):
        BOOK["TLR-99"]


def test_a_citation_names_instrument_edition_and_paragraph() -> None:
    citation = BOOK.cite("TLR-19", "2024")
    assert citation == ("TLR-19", "STPCD", "2024", "40-41; 20", 2)


def test_a_paragraph_that_was_not_read_is_shown_as_not_verified() -> None:
    assert BOOK.cite("TLR-19", "2024", paragraphs_read=False).checked == 1
    assert BOOK.cite("TLR-19", "2024").checked == 2


def test_equal_citations_are_made_once() -> None:
    assert BOOK.cite("TLR-19", "2023") is BOOK.cite("TLR-19", "2023")


def test_only_the_rules_in_force_on_the_day_are_cited_each_once() -> None:
    share = PRO_RATA._replace(id="TLR-21", valid_from=date(2026, 9, 1), valid_to=None)
    book = RuleBook([PRO_RATA, share])
    ids = ("TLR-21", "TLR-19", "TLR-21")
    before = book.of_the_day("england", date(2025, 8, 31), "2024").cite(ids)
    after = book.of_the_day("england", date(2026, 9, 1), "2026").cite(ids)
    assert [citation.rule for citation in before] == ["TLR-19"]
    assert [citation.rule for citation in after] == ["TLR-21"]


def test_citations_of_one_day_differ_by_edition_and_by_what_was_read() -> None:
    on = date(2020, 1, 1)
    read = BOOK.of_the_day("england", on, "2019")
    assert read is BOOK.of_the_day("england", on, "2019")
    assert [cited.edition for cited in read.cite(("TLR-19",))] == ["2019"]
    assert BOOK.of_the_day("england", on, "2018").cite(("TLR-19",))[0].edition == "2018"
    unread = BOOK.of_the_day("england", on, "2019", paragraphs_read=False)
    assert unread.cite(("TLR-19",))[0].checked == 1


def test_the_days_kept_stay_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("payapp.domain.rules.MOST_DAYS_KEPT", 1)
    book = RuleBook([PRO_RATA])
    first = book.of_the_day("england", date(2020, 1, 1), "2019")
    book.of_the_day("england", date(2020, 1, 2), "2019")
    book.of_the_day("england", date(2020, 1, 3), "2019")
    assert book.of_the_day("england", date(2020, 1, 1), "2019") is not first


def test_a_rule_that_does_not_name_the_nation_is_never_cited_there() -> None:
    welsh = PRO_RATA._replace(id="TLR-24", nations=("wales",))
    both = PRO_RATA._replace(id="TLR-23", nations=("england", "wales"))
    book = RuleBook([PRO_RATA, welsh, both])
    ids = ("TLR-19", "TLR-24", "TLR-23")
    assert book.of_nation(ids, "england") == ("TLR-19", "TLR-23")
    assert book.of_nation(ids, "wales") == ("TLR-24", "TLR-23")
    today = book.of_the_day("wales", date(2020, 1, 1), "2019")
    assert [cited.rule for cited in today.cite((*ids, "TLR-23"))] == ["TLR-24", "TLR-23"]
    assert today.cite(ids) is today.cite(ids)
    assert "TLR-19" not in today.ids


def source(name: str, kind: str, *nations: str) -> Source:
    return Source(name, name, "", "", "", "", SourceKind(kind), nations)


ACT = source("act", "document", "wales")
ADVICE = source("advice", "union-or-employer", "england", "wales")
SURVEY = source("survey", "union-or-employer")
ARTICLE = source("article", "other", "england")
THREAD = source("thread", "forum", "england")


def test_the_document_comes_first_then_official_texts_unions_others_and_forums() -> None:
    minister = source("minister", "official")
    mixed = (THREAD, ARTICLE, SURVEY, ADVICE, minister, ACT)
    assert weightiest_first(mixed) == (ACT, minister, SURVEY, ADVICE, ARTICLE, THREAD)


def test_what_is_about_other_nations_only_comes_last_in_a_nation() -> None:
    assert weightiest_first((ACT, ARTICLE, SURVEY), "england") == (SURVEY, ARTICLE, ACT)
    assert weightiest_first((ARTICLE, SURVEY, ACT), "wales") == (ACT, SURVEY, ARTICLE)


@pytest.mark.parametrize(
    ("held", "nation", "shown"),
    [
        ((ACT, ADVICE, ARTICLE), "england", (ADVICE, ARTICLE)),
        ((ACT, ADVICE, ARTICLE), "wales", (ACT, ADVICE)),
        ((ACT, SURVEY), "scotland", (SURVEY,)),
        ((THREAD, ARTICLE), "england", (ARTICLE,)),
        ((ACT, THREAD), "england", (THREAD,)),
        ((ACT, THREAD), "scotland", (ACT,)),
    ],
    ids=[
        "of another nation",
        "of this nation",
        "of no one nation",
        "a forum beside a better source",
        "a forum of the nation beside another nation's text",
        "of other nations only",
    ],
)
def test_a_rule_shows_its_sources_of_the_nation_and_no_forum_beside_a_better_one(
    held: tuple[Source, ...], nation: str, shown: tuple[Source, ...]
) -> None:
    assert sources_to_show(held, nation) == shown


@pytest.mark.parametrize(("only", "nation"), [(THREAD, "england"), (THREAD, "wales"), (ACT, "ni")])
def test_the_only_source_of_a_rule_is_always_shown(only: Source, nation: str) -> None:
    assert sources_to_show((only,), nation) == (only,)


def test_a_rule_without_a_source_shows_none() -> None:
    assert sources_to_show((), "wales") == ()
