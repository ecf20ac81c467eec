"""Why a payment was cut, in the user's own words."""

import pytest

from payapp.domain.tests_over_facts import NOT_MET
from payapp.nations.stated_causes import OWN_CHOICE, by_words, words_of


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("Restructuring of the school.", {"restructuring", "school"}),
        ("not a restructuring", {"not", "restructuring"}),
        ("own request, not restructuring", {"own", "request", "not", "restructuring"}),
        ("pay-policy-change", {"pay", "policy", "change"}),
        ("capsized", {"capsized"}),
        ("of the", set()),
        (None, set()),
    ],
)
def test_a_cause_is_read_by_its_whole_words_and_a_denial_is_one_of_them(
    cause: str | None, words: set[str]
) -> None:
    assert words_of(cause) == words


def test_a_phrase_is_found_by_all_its_words_in_any_order_and_by_no_others() -> None:
    causes = by_words("SAF-01", NOT_MET, OWN_CHOICE)
    assert causes[words_of("at the request of the teacher")] == ("SAF-01", NOT_MET)
    assert words_of("request of a new teacher") not in causes
    assert words_of(None) not in causes
