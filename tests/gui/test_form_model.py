"""Which questions are asked, what they offer, and how typed values are read."""

from datetime import date
from decimal import Decimal

import pytest

from payapp.domain.library import Library
from payapp.gui.form_model import (
    BASICS,
    FOLLOWS,
    PAGES,
    PAYMENT_FACTS,
    Kind,
    Plain,
    as_date,
    as_plain,
    as_text,
    asked,
    choices,
    fact_of,
    groups,
    in_nation,
    incomplete,
    new_case,
    page_of,
    payments,
    place_of_payment,
    points,
    value_of,
    with_payment,
    with_payment_added,
    with_value,
    without_payment,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
START: Plain = new_case(date(2026, 10, 1))
UPPER: Plain = {
    **START,
    "pay_area": "rest-of-england",
    "pay": {"range": "upper-pay-range", "point": "U3"},
}


def test_every_fact_of_a_case_has_one_place_in_the_form() -> None:
    placed = [fact for facts in PAGES.values() for fact in facts]
    assert sorted(placed) == sorted(groups())


def test_the_basics_and_what_follows_from_an_answer_are_questions_of_the_form() -> None:
    assert groups().keys() >= BASICS
    assert groups().keys() >= FOLLOWS.keys()
    assert groups().keys() >= {other for other, _ in FOLLOWS.values()}


def test_a_fact_of_a_payment_is_asked_with_the_pay() -> None:
    assert {page_of(fact) for fact in PAYMENT_FACTS} == {"pay"}


def test_an_unknown_fact_has_no_page() -> None:
    assert page_of("shoe_size") is None


@pytest.mark.parametrize(
    ("field", "fact"),
    [
        ("on", "on"),
        ("post.fte", "fte"),
        ("pay.salary", "salary"),
        ("pay.allowances[1].amount", "allowances"),
        ("share_of_responsibility", "share_of_responsibility"),
        ("changes[0].post.fte", "changes[0]"),
    ],
)
def test_the_field_of_a_refusal_leads_to_its_question(field: str, fact: str) -> None:
    assert fact_of(field) == fact


def test_a_new_case_knows_its_nation_and_its_day_only() -> None:
    assert START == {"schema": 1, "nation": "england", "on": "2026-10-01"}


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("reference", "Case 7", {**START, "reference": "Case 7"}),
        ("role", "senco", {**START, "post": {"role": "senco"}}),
        ("salary", "50000", {**START, "pay": {"salary": "50000"}}),
    ],
)
def test_an_answer_stands_in_the_group_of_its_fact(fact: str, value: str, expected: Plain) -> None:
    after = with_value(START, fact, value)
    assert after == expected
    assert value_of(after, fact) == value


@pytest.mark.parametrize("nothing", [None, "", "not-known"])
def test_an_answer_that_is_not_known_is_left_out(nothing: object) -> None:
    after = with_value(with_value(START, "role", "senco"), "role", nothing)
    assert value_of(after, "role") is None
    assert "role" not in str(after)


def test_not_known_in_a_file_is_no_answer() -> None:
    assert value_of({"post": {"sustained": "not-known"}}, "sustained") is None


def test_an_answer_does_not_change_the_mapping_it_was_given() -> None:
    before = dict(UPPER)
    with_value(UPPER, "point", "U1")
    assert before == UPPER


def test_a_point_goes_with_its_range() -> None:
    assert value_of(with_value(UPPER, "range", "main-pay-range"), "point") is None
    assert value_of(with_value(UPPER, "range", "upper-pay-range"), "point") == "U3"


def test_a_pay_area_goes_with_its_nation() -> None:
    assert value_of(with_value(UPPER, "nation", "wales"), "pay_area") is None
    assert value_of(with_value(UPPER, "nation", "england"), "pay_area") == "rest-of-england"


def test_a_group_that_is_no_mapping_is_read_as_empty() -> None:
    assert value_of({"post": "nonsense"}, "role") is None


def test_payments_are_added_changed_and_removed_one_by_one() -> None:
    two = with_payment_added(with_payment_added(START, "kind", "tlr2"), "kind", "sen-allowance")
    assert [payment["kind"] for payment in payments(two)] == ["tlr2", "sen-allowance"]
    priced = with_payment(two, 1, "amount", "2787")
    assert payments(priced)[1] == {"kind": "sen-allowance", "amount": "2787"}
    assert payments(without_payment(priced, 0)) == (payments(priced)[1],)
    assert payments(without_payment(without_payment(priced, 0), 0)) == ()


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("pay.allowances[1].amount", (1, "amount")),
        ("pay.allowances[0].for_which_duty", (0, "for_which_duty")),
        ("pay.allowances", None),
        ("post.fte", None),
        ("changes[0].pay.allowances[0].amount", None),
    ],
)
def test_a_field_of_a_payment_is_told_by_its_place(
    field: str, found: tuple[int, str] | None
) -> None:
    assert place_of_payment(field) == found


def test_a_case_is_incomplete_without_its_day_or_the_amount_of_a_payment() -> None:
    plain = with_payment_added(with_value(START, "on", None), "kind", "tlr2")
    assert list(incomplete(plain)) == [("on", "on"), ("pay.allowances[0].amount", "amount")]
    assert list(incomplete(START)) == []


# Another nation

IN_ENGLAND: Plain = {
    **START,
    "pay_area": "inner-london",
    "post": {"employer": "academy-own-terms", "role": "senco", "fte": 0.6},
    "pay": {
        "range": "upper-pay-range",
        "point": "U3",
        "salary": 60000,
        "allowances": [{"kind": "tlr2", "amount": 4000}, {"kind": "other", "amount": 100}],
    },
}


def test_answers_that_another_nation_does_not_have_are_left_open(library: Library) -> None:
    after, cleared = in_nation(IN_ENGLAND, "scotland", library)
    assert cleared == ("employer", "role", "range", "allowances")
    for fact in ("pay_area", "employer", "role", "range", "point"):
        assert value_of(after, fact) is None
    assert [payment["kind"] for payment in payments(after)] == ["other"]
    assert (value_of(after, "fte"), value_of(after, "salary")) == (0.6, 60000)


def test_answers_that_the_other_nation_has_stay(library: Library) -> None:
    kept: Plain = {**START, "post": {"employer": "maintained"}, "pay": {"salary": 40000}}
    after, cleared = in_nation(kept, "wales", library)
    assert cleared == ()
    assert after == {**kept, "nation": "wales"}


def test_a_point_that_the_range_does_not_have_in_the_other_nation_is_left_open(
    library: Library,
) -> None:
    pay: Plain = {"range": "main-pay-range", "point": "M1"}
    after, cleared = in_nation({**START, "pay": pay}, "wales", library)
    assert cleared in {("point",), ("range",)}
    assert value_of(after, "point") is None


def test_a_nation_that_is_none_clears_nothing(library: Library) -> None:
    after, cleared = in_nation(IN_ENGLAND, "", library)
    assert cleared == ()
    assert value_of(after, "employer") == "academy-own-terms"


# Which questions are asked


def test_a_new_case_asks_the_basics_only() -> None:
    assert asked(START, (), ()) == BASICS


@pytest.mark.parametrize("why", ["missing", "kept"])
def test_a_question_is_asked_when_it_would_settle_something_or_was_just_asked(why: str) -> None:
    facts = ["sustained"]
    found = asked(START, facts if why == "missing" else (), facts if why == "kept" else ())
    assert found == BASICS | {"sustained"}


def test_a_question_that_is_answered_is_asked() -> None:
    assert "annual_statement" in asked(with_value(START, "annual_statement", "no"), (), ())


@pytest.mark.parametrize(
    ("fact", "other", "answer"),
    [
        ("agency_weeks", "employer", "agency"),
        ("headteacher_group", "role", "headteacher"),
        ("coordinator_since", "designated_coordinator", "yes"),
        ("course_started", "qualification_held", "nasenco"),
    ],
)
def test_a_question_that_follows_from_an_answer_is_asked_after_it(
    fact: str, other: str, answer: str
) -> None:
    assert fact not in asked(START, (), ())
    assert fact in asked(with_value(START, other, answer), (), ())


def test_every_question_can_be_asked_at_once() -> None:
    assert asked(START, (), (), all_of_them=True) == groups().keys()


def test_where_no_document_binds_only_what_could_change_that_is_asked() -> None:
    found = asked(START, (), (), is_bound=False)
    assert found == {"nation", "on", "pay_area", "employer", "school_type"}
    with_a_role = with_value(START, "role", "senco")
    assert asked(with_a_role, ("fte",), (), is_bound=False) == found | {"role", "fte"}
    assert asked(START, (), (), all_of_them=True, is_bound=False) == groups().keys()


def test_scotland_is_not_asked_what_no_rule_there_turns_on() -> None:
    there = with_value(START, "nation", "scotland")
    assert "teaches_sen_pupils" not in asked(there, (), ())
    assert "teaches_sen_pupils" in asked(there, (), (), all_of_them=True)
    assert "teaches_sen_pupils" in asked(with_value(there, "teaches_sen_pupils", "no"), (), ())
    assert "teaches_sen_pupils" in asked(with_value(START, "nation", "wales"), (), ())


def test_the_pay_area_is_asked_only_where_there_are_pay_areas() -> None:
    elsewhere = with_value(START, "nation", "wales")
    assert "pay_area" not in asked(elsewhere, ("pay_area",), (), all_of_them=True)


# What a question offers


def test_a_point_is_offered_with_the_amount_of_the_day(library: Library) -> None:
    assert points(UPPER, library) == (
        ("U1", Decimal(49134)),
        ("U2", Decimal(50956)),
        ("U3", Decimal(52835)),
    )
    earlier = with_value(UPPER, "on", "2025-10-01")
    assert dict(points(earlier, library))["U3"] == Decimal(51048)


ELSEWHERE = {
    ("wales", "upper-pay-range"): {"U1": 48304, "U2": 50095, "U3": 51942},
    ("wales", "main-pay-range"): {"M2": 33731, "M3": 36441, "M4": 39249, "M5": 42339, "M6": 46595},
    ("scotland", "main-grade"): {
        "0": 34938,
        "1": 41916,
        "2": 44295,
        "3": 46866,
        "4": 49839,
        "5": 52614,
    },
    ("northern-ireland", "upper-pay-scale"): {"U1": 47390, "U2": 49104, "U3": 50876},
    ("northern-ireland", "main-pay-scale"): {
        "M2": 32916,
        "M3": 35185,
        "M4": 37809,
        "M5": 40700,
        "M6": 43830,
    },
}


@pytest.mark.parametrize(("nation", "item"), ELSEWHERE)
def test_a_nation_without_pay_areas_offers_the_points_of_its_scales(
    library: Library, nation: str, item: str
) -> None:
    plain: Plain = {**new_case(date(2025, 10, 1)), "nation": nation, "pay": {"range": item}}
    held = {point: Decimal(amount) for point, amount in ELSEWHERE[nation, item].items()}
    assert dict(points(plain, library)) == held
    assert choices(plain, "point", (), library) == tuple(held)


def test_a_pay_area_of_another_nation_takes_no_point_away(library: Library) -> None:
    left_over: Plain = {**UPPER, "nation": "wales", "on": "2025-10-01"}
    assert dict(points(left_over, library))["U3"] == Decimal(51942)


def test_england_offers_no_point_before_the_pay_area_is_known(library: Library) -> None:
    assert points(with_value(UPPER, "pay_area", None), library) == ()


@pytest.mark.parametrize("lacking", ["nation", "on", "range"])
def test_no_point_is_offered_before_nation_day_and_range_are_known(
    library: Library, lacking: str
) -> None:
    assert points(with_value(UPPER, lacking, None), library) == ()


def test_an_answer_that_is_not_offered_is_shown_all_the_same(library: Library) -> None:
    plain = with_value(UPPER, "point", "U9")
    assert choices(plain, "point", (), library) == ("U1", "U2", "U3", "U9")


def test_england_offers_its_own_employers_roles_ranges_and_payments(library: Library) -> None:
    employers = ("maintained", "grant-aided", "agency")
    assert choices(START, "employer", employers, library) == ("maintained", "agency")
    assert choices(START, "role", ("senco", "alnco"), library) == ("senco",)
    assert choices(START, "kind", ("tlr1", "sen1"), library) == ("tlr1",)
    ranges = choices(START, "range", (), library)
    assert ranges[:2] == ("main-pay-range", "upper-pay-range")
    assert "headteacher-group-1" in ranges
    assert "tlr1" not in ranges


def test_pay_areas_are_offered_from_the_rest_of_england_to_inner_london(
    library: Library,
) -> None:
    assert choices(START, "pay_area", (), library) == (
        "rest-of-england",
        "london-fringe",
        "outer-london",
        "inner-london",
    )


def test_a_choice_that_is_the_same_everywhere_is_offered_whole(library: Library) -> None:
    assert choices(START, "phase", ("primary", "secondary"), library) == ("primary", "secondary")


def test_the_first_choice_is_the_nation_where_none_is_known(library: Library) -> None:
    assert "england" in choices({}, "employer", ("maintained",), library)
    assert "england" in choices(START, "nation", (), library)


def test_ranges_are_offered_where_the_day_is_before_every_figure(library: Library) -> None:
    early = with_value(START, "on", "1999-01-01")
    assert "main-pay-range" in choices(early, "range", (), library)


# What a person types


@pytest.mark.parametrize(
    ("kind", "typed", "held"),
    [
        (Kind.POUNDS, "£52,835", "52835"),
        (Kind.POUNDS, " 2 191.50 ", "2191.50"),
        (Kind.POUNDS, "lots", "lots"),
        (Kind.NUMBER, "0.6", "0.6"),
        (Kind.NUMBER, "60%", "0.6"),
        (Kind.NUMBER, "100 %", "1"),
        (Kind.NUMBER, "x%", "x%"),
        (Kind.NUMBER, "0,6", "0,6"),
        (Kind.NUMBER, "1,265", "1265"),
        (Kind.POUNDS, "1,052,835", "1052835"),
        (Kind.POUNDS, "52,83", "52,83"),
        (Kind.DATE, "2026-09-01", "2026-09-01"),
        (Kind.DATE, "1/9/2026", "2026-09-01"),
        (Kind.DATE, "01.09.2026", "2026-09-01"),
        (Kind.DATE, "1 September 2026", "2026-09-01"),
        (Kind.DATE, "1 sep 2026", "2026-09-01"),
        (Kind.DATE, "1 of May, 2026", "2026-05-01"),
        (Kind.DATE, "1st September 2026", "2026-09-01"),
        (Kind.DATE, "22nd of November 2026", "2026-11-22"),
        (Kind.DATE, "31/2/2026", "31/2/2026"),
        (Kind.DATE, "1 Se 2026", "1 Se 2026"),
        (Kind.DATE, "soon", "soon"),
        (Kind.LIST, "a, b,,c ", ["a", "b", "c"]),
        (Kind.TEXT, "  Case   7 ", "Case 7"),
        *((kind, "  ", None) for kind in (Kind.POUNDS, Kind.NUMBER, Kind.DATE, Kind.LIST)),
        (Kind.TEXT, "", None),
    ],
)
def test_what_is_typed_is_read_or_kept_as_it_is(kind: Kind, typed: str, held: object) -> None:
    assert as_plain(kind, typed, MONTHS) == held


@pytest.mark.parametrize(
    ("kind", "held", "text"),
    [
        (Kind.POUNDS, 52835, "52,835"),
        (Kind.POUNDS, "2191.5", "2,191.50"),
        (Kind.POUNDS, "lots", "lots"),
        (Kind.NUMBER, 0.6, "0.6"),
        (Kind.DATE, "2026-09-01", "1 September 2026"),
        (Kind.DATE, "soon", "soon"),
        (Kind.LIST, ["a", "b"], "a, b"),
        (Kind.LIST, "ab", "ab"),
        (Kind.TEXT, "Case 7", "Case 7"),
        (Kind.POUNDS, None, ""),
    ],
)
def test_an_answer_is_shown_as_a_person_would_type_it(kind: Kind, held: object, text: str) -> None:
    assert as_text(kind, held, MONTHS) == text


@pytest.mark.parametrize(
    ("value", "day"), [("2026-09-01", date(2026, 9, 1)), ("soon", None), (2026, None)]
)
def test_a_day_is_read_only_in_the_form_of_a_file(value: object, day: date | None) -> None:
    assert as_date(value) == day


@pytest.mark.parametrize(
    "typed", ["52.835", "12.345", "1e5", "-5", "1_000", "NaN", "12,34", "lots", "1.", "٣"]
)
def test_what_is_no_amount_of_pounds_and_pence_is_shown_as_it_was_typed(typed: str) -> None:
    assert as_text(Kind.POUNDS, as_plain(Kind.POUNDS, typed, MONTHS), MONTHS) == typed


@pytest.mark.parametrize(
    ("typed", "shown"), [("52835", "52,835"), ("£52,835.5", "52,835.50"), ("52835.00", "52,835")]
)
def test_an_amount_is_shown_in_its_usual_form(typed: str, shown: str) -> None:
    assert as_text(Kind.POUNDS, as_plain(Kind.POUNDS, typed, MONTHS), MONTHS) == shown
