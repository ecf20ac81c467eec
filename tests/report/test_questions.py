import re
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from payapp.domain.cases import Nation
from payapp.domain.pay import Allowance, AllowanceKind, Pay
from payapp.domain.posts import Employer, Post, Qualification, Role
from payapp.domain.tests_over_facts import Fact
from payapp.report.questions import (
    answer_in_words,
    entered_in_words,
    groups,
    kind_of,
    label_of,
    promoted_duties_in_words,
    question_for,
)
from payapp.report.wording import TextMissing, Wording
from tests.worked import library

FACTS = sorted(
    {field.name.rstrip("_") for record in (Post, Pay, Allowance) for field in fields(record)}
    | {"nation", "pay_area", "on", "reference"}
)
ENUMS = {"employer": Employer, "role": Role, "qualification_held": Qualification}


@cache
def wording() -> Wording:
    return Wording.load()


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_has_a_label_a_question_a_reason_and_a_group(fact: str) -> None:
    for nation in Nation:
        question = question_for(fact, wording(), nation)
        assert question.label[0].isupper() or question.label[0].isdigit()
        assert question.question.endswith("?")
        assert question.help.endswith(".")
        assert question.group in {group.id for group in groups(wording(), nation)}
        assert "{" not in f"{question.label}{question.question}{question.help}"


OWN_WORDS = sorted({key.split(".")[0] for key in wording().below("facts_for.payroll")})


def test_payroll_is_asked_in_words_of_its_own_what_the_record_tells() -> None:
    """Whoever keeps the record sees no post and has had no letter: the record and the head tell."""
    role = question_for("role", wording(), audience="payroll")
    assert role.question == "Which role does the record give for the post?"
    assert "designated SENCO" in role.help
    rep = question_for("role", wording(), audience="rep")
    assert rep.question == "How does the teacher see the post?"
    assert "payslip" not in question_for("range", wording(), audience="payroll").help
    assert "payslip" in question_for("range", wording(), audience="rep").help


@pytest.mark.parametrize("fact", OWN_WORDS)
def test_the_words_for_payroll_ask_for_a_known_fact_and_not_as_the_teacher_is_asked(
    fact: str,
) -> None:
    assert fact in FACTS
    for nation in Nation:
        own = question_for(fact, wording(), nation, "payroll")
        other = question_for(fact, wording(), nation, "rep")
        assert (own.question, own.help) != (other.question, other.help)
        assert own.question.endswith("?")
        assert own.help.endswith(".")
        assert "{" not in f"{own.question}{own.help}"
        assert own._replace(question="", help="") == other._replace(question="", help="")


@pytest.mark.parametrize("fact", FACTS)
def test_no_help_for_payroll_sends_it_to_a_payslip_or_a_letter_of_its_own(fact: str) -> None:
    for nation in Nation:
        asked = question_for(fact, wording(), nation, "payroll")
        assert "payslip" not in asked.help
        assert not re.search(r"\b[Yy]ou(r)?\b", asked.question)


@pytest.mark.parametrize("fact", FACTS)
def test_no_two_facts_have_the_same_label(fact: str) -> None:
    label = label_of(fact, wording())
    assert [other for other in FACTS if label_of(other, wording()) == label] == [fact]


def test_every_fact_stands_in_exactly_one_group() -> None:
    facts = [fact for group in groups(wording()) for fact in group.facts]
    assert sorted(facts) == sorted(FACTS)


@pytest.mark.parametrize("fact", FACTS)
def test_every_value_that_can_be_chosen_has_words(fact: str) -> None:
    question = question_for(fact, wording())
    if question.kind not in {"choice", "yes-or-no"}:
        return
    assert question.choices
    assert all(choice.label for choice in question.choices)


@pytest.mark.parametrize(("fact", "values"), ENUMS.items())
def test_no_value_of_a_choice_is_left_out(fact: str, values: type[Employer]) -> None:
    offered = {choice.value for choice in question_for(fact, wording()).choices}
    assert {str(value) for value in values} <= offered


def test_every_kind_of_payment_can_be_chosen() -> None:
    for fact in ("allowances", "kind"):
        offered = {choice.value for choice in question_for(fact, wording()).choices}
        assert offered == {str(kind) for kind in AllowanceKind}


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("written_notice", "yes-or-no"),
        ("employer", "choice"),
        ("salary", "pounds"),
        ("sum_before", "pounds"),
        ("amount", "pounds"),
        ("fte", "number"),
        ("headteacher_group", "number"),
        ("coordinator_since", "date"),
        ("from", "date"),
        ("reduction_cause", "text"),
        ("promoted_duties", "list"),
        ("allowances", "list"),
    ],
)
def test_a_fact_takes_answers_of_one_kind(fact: str, kind: str) -> None:
    assert kind_of(fact, wording()) == kind


@pytest.mark.parametrize(
    ("nation", "name"),
    [
        (Nation.ENGLAND, "SENCO"),
        (Nation.WALES, "ALNCo"),
        (Nation.SCOTLAND, "ASN co-ordinator"),
    ],
)
def test_the_coordinator_is_called_what_the_nation_calls_her(nation: Nation, name: str) -> None:
    assert (
        f"the designated {name} of"
        in question_for("designated_coordinator", wording(), nation).question
    )


def test_the_sensory_qualification_is_asked_so_that_it_is_not_taken_for_the_senco_award() -> None:
    question = question_for("sensory_qualification_required", wording())
    assert "deaf, vision-impaired or multi-sensory-impaired" in question.question
    assert "SENCO" not in question.question
    assert question.help.startswith("This is not the SENCO award.")


def test_a_rep_is_asked_about_the_teacher() -> None:
    asked = question_for("fte", wording(), Nation.ENGLAND, "rep").question
    assert asked == "What part of full-time does the teacher work?"
    assert question_for("fte", wording()).question == "What part of full-time do you work?"


def test_a_fact_that_is_none_has_no_question() -> None:
    with pytest.raises(TextMissing):
        question_for("shoe_size", wording())


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("written_notice", Fact.YES, "yes"),
        ("written_notice", Fact.NOT_KNOWN, "not known"),
        ("coordinator_since", None, "not known"),
        ("coordinator_since", date(2018, 9, 1), "1 September 2018"),
        ("salary", Decimal("30628.80"), "£30,628.80"),
        ("fte", Decimal("0.60"), "0.6"),
        ("range", "upper-pay-range", "the upper pay range"),
        ("role", Role.SENCO, "SENCO"),
        ("promoted_duties", ("a", "c"), "a, c"),
        ("reduction_cause", "restructuring", "restructuring"),
    ],
)
def test_an_answer_is_shown_as_a_reader_says_it(fact: str, value: object, words: str) -> None:
    assert answer_in_words(fact, value, wording(), Nation.ENGLAND) == words


# Each nation in its own words


@pytest.mark.parametrize(
    ("nation", "role", "label"),
    [
        ("england", "deputy-head", "Deputy head"),
        ("scotland", "deputy-head", "Depute head"),
        ("northern-ireland", "deputy-head", "Vice-principal"),
        ("northern-ireland", "headteacher", "Principal"),
    ],
)
def test_a_role_has_the_name_that_it_has_in_its_nation(nation: str, role: str, label: str) -> None:
    assert answer_in_words("role", role, wording(), nation) == label


@pytest.mark.parametrize("nation", ["scotland", "northern-ireland"])
def test_no_question_on_the_school_tells_of_a_criterion_that_the_nation_does_not_have(
    nation: str,
) -> None:
    for fact in ("school_type", "teaches_designated_class"):
        assert "criteri" not in question_for(fact, wording(), nation).help


def test_northern_ireland_names_the_education_authority_and_no_local_authority() -> None:
    for fact in ("employer", "teaches_designated_class", "teaches_in_la_unit_or_service"):
        question = question_for(fact, wording(), "northern-ireland")
        words = {choice.value: choice.label for choice in question.choices}
        shown = (question.question, question.help, *words.values())
        assert not any("local authority" in text for text in shown), fact
    asked = question_for("designated_coordinator", wording(), "northern-ireland").question
    assert "learning support co-ordinator" in asked


def test_wales_does_not_speak_of_the_senco_award() -> None:
    help_of_wales = question_for("sensory_qualification_required", wording(), "wales").help
    assert "SENCO award" not in help_of_wales
    assert "SENCO award" in question_for("sensory_qualification_required", wording()).help


def test_the_rest_of_england_has_one_name() -> None:
    of_question = answer_in_words("pay_area", "rest-of-england", wording(), "england")
    assert of_question.lower() == wording().say("figure.area.rest-of-england").lower()


def test_a_letter_of_the_promoted_list_is_told_with_its_duty() -> None:
    told = entered_in_words("promoted_duties", ("(G)", "z"), library(), wording(), "scotland")
    assert told == "(g) leading pastoral care; z"
    assert entered_in_words("fte", Decimal(1), library(), wording(), "scotland") == "1"
    assert [letter for letter, _ in promoted_duties_in_words(library())] == list("abcdefghij")


@pytest.mark.parametrize(
    ("nation", "ranges"),
    [
        ("england", ("main-pay-range", "upper-pay-range", "leadership")),
        ("wales", ("main-pay-range", "upper-pay-range", "leadership")),
        ("northern-ireland", ("main-pay-scale", "upper-pay-scale", "leadership")),
        ("scotland", ("main-grade",)),
    ],
)
def test_every_point_that_the_question_names_is_one_of_the_nations_scales(
    nation: str, ranges: tuple[str, ...]
) -> None:
    told = question_for("point", wording(), nation).help
    area = "rest-of-england" if nation == "england" else "all"
    on, book = date(2025, 10, 1), library().book(Nation(nation))
    held = {figure.point for item in ranges for figure in book.points(on, area, item)}
    named = set(re.findall(r"\b[MUL]?\d+\b", told))
    assert named
    assert named <= held
