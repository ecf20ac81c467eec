"""Case files: what is read, what is refused and in which words, and that nothing is lost."""

import json
from contextlib import suppress
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payapp.domain.cases import Case, Nation, PayArea
from payapp.domain.pay import Allowance, AllowanceKind, Basis, Pay
from payapp.domain.posts import DesignatedUnit, Employer, Post, Qualification, Role, SchoolType
from payapp.domain.refusals import Refused
from payapp.domain.tests_over_facts import Fact
from payapp.files.case_files import case_as_json, case_schema, parse_case, read_case, write_case

OUTLINE = """{
 "schema": 1, "reference": "Case 12", "nation": "england", "pay_area": "rest-of-england",
 "on": "2026-10-01",
 "post": {"employer": "maintained", "school_type": "mainstream", "role": "senco",
          "qualified_teacher": "yes", "fte": 0.6,
          "significant_responsibility": "yes", "impact_beyond_own_classes": "yes"},
 "pay": {"range": "upper-pay-range", "point": "U3", "salary": 52835,
         "basis": "full-time-equivalent",
         "allowances": [{"kind": "tlr2", "amount": 2200, "basis": "received",
                         "from": "2026-09-01", "share": 1.0}]},
 "changes": [{"from": "2027-01-01", "post": {"fte": 0.8}}]
}"""


def least(**keys: Any) -> dict[str, Any]:
    return {"schema": 1, "nation": "england", "on": "2026-10-01", **keys}


def refusal_of(source: Any) -> str:
    with pytest.raises(Refused) as refused:
        parse_case(source, "case.json")
    sentence = str(refused.value)
    assert sentence.startswith("case.json")
    assert "\n" not in sentence
    return sentence


def refusal_of_fact(key: str, value: object) -> str:
    sentence = refusal_of(least(post={key: value}))
    assert f"field post.{key}" in sentence
    return sentence


def test_the_case_in_outline_is_read_as_it_is_meant() -> None:
    case = parse_case(OUTLINE)
    assert case.nation is Nation.ENGLAND
    assert case.pay_area is PayArea.REST_OF_ENGLAND
    assert case.on == date(2026, 10, 1)
    assert case.reference == "Case 12"
    assert case.post == Post(
        employer=Employer.MAINTAINED,
        school_type=SchoolType.MAINSTREAM,
        role=Role.SENCO,
        qualified_teacher=Fact.YES,
        fte=Decimal("0.6"),
        significant_responsibility=Fact.YES,
        impact_beyond_own_classes=Fact.YES,
    )
    allowance = Allowance(
        kind=AllowanceKind.TLR2,
        amount=Decimal(2200),
        basis=Basis.RECEIVED,
        from_=date(2026, 9, 1),
        share=Decimal(1),
    )
    assert case.pay == Pay(
        range="upper-pay-range",
        point="U3",
        salary=Decimal(52835),
        basis=Basis.FULL_TIME_EQUIVALENT,
        allowances=(allowance,),
    )


def test_a_change_replaces_only_the_keys_that_it_gives() -> None:
    case = parse_case(OUTLINE)
    (change,) = case.changes
    assert change.post_keys == {"fte": Decimal("0.8")}
    assert change.pay_keys == {}
    later = case.at(date(2027, 1, 1))
    assert later.post.fte == Decimal("0.8")
    assert later.post.role is Role.SENCO
    assert later.pay == case.pay
    assert case.at(date(2026, 12, 31)).post.fte == Decimal("0.6")


def test_each_change_builds_on_the_one_before_whatever_their_order_in_the_file() -> None:
    changes = [
        {"from": "2027-09-01", "post": {"fte": 1}},
        {"from": "2027-01-01", "post": {"role": "senco"}, "pay": {"allowances": []}},
    ]
    allowance = {"kind": "sen-allowance", "amount": 2787}
    case = parse_case(least(pay={"point": "M6", "allowances": [allowance]}, changes=changes))
    assert [change.from_ for change in case.changes] == [date(2027, 1, 1), date(2027, 9, 1)]
    last = case.at(date(2027, 9, 1))
    assert last.post == Post(role=Role.SENCO, fte=Decimal(1))
    assert last.pay == Pay(point="M6")


def test_a_change_can_make_a_fact_not_known_again() -> None:
    changes = [{"from": "2027-01-01", "post": {"fte": "not-known"}}]
    case = parse_case(least(post={"fte": 0.5}, changes=changes))
    assert case.at(date(2027, 1, 1)).post.fte is None
    assert case_as_json(case)["changes"] == changes


def test_only_schema_nation_and_date_are_required() -> None:
    assert parse_case(least()) == Case(nation=Nation.ENGLAND, on=date(2026, 10, 1))


@pytest.mark.parametrize("key", ["schema", "nation", "on"])
def test_a_missing_required_key_is_named(key: str) -> None:
    case = least()
    del case[key]
    assert f"field {key}: the key is missing" in refusal_of(case)


@pytest.mark.parametrize("field", [field.name for field in fields(Post)])
def test_not_known_means_the_same_as_leaving_the_fact_out(field: str) -> None:
    assert parse_case(least(post={field: "not-known"})).post == Post()


def test_an_allowance_is_no_safeguarded_payment_unless_the_file_says_so() -> None:
    def safeguarded(**keys: object) -> Fact:
        paid = {"kind": "tlr2", "amount": 3527, **keys}
        return parse_case(least(pay={"allowances": [paid]})).pay.allowances[0].safeguarded

    assert safeguarded() is Fact.NO
    assert safeguarded(safeguarded="not-known") is Fact.NOT_KNOWN
    assert safeguarded(safeguarded="yes") is Fact.YES


@pytest.mark.parametrize("value", [True, False, "true", "Yes", "", 1, None, [], "unknown"])
def test_a_fact_takes_only_yes_no_and_not_known(value: object) -> None:
    assert "give one of yes, no, not-known" in refusal_of_fact("qualified_teacher", value)


@pytest.mark.parametrize("text", ["2191.5", "2191.50", '"2191.50"', '" 2191.5 "', "2.1915e3"])
def test_an_amount_is_read_to_the_penny_however_it_is_written(text: str) -> None:
    source = '{"schema": 1, "nation": "wales", "on": "2025-09-01", "pay": {"salary": %s}}'
    assert parse_case(source % text).pay.salary == Decimal("2191.50")


def test_an_amount_does_not_pass_through_binary_fractions() -> None:
    source = '{"schema": 1, "nation": "wales", "on": "2025-09-01", "pay": {"salary": 35092.10}}'
    assert parse_case(source).pay.salary == Decimal("35092.10")


@pytest.mark.parametrize(
    "value",
    [
        *("", "Infinity", "1e5", None, [2000], {"amount": 1}, 10**40),
        -1,
        "-0.01",
        1_000_000,
        "1000000.00",
        0.001,
        "12.345",
        True,
        "£2000",
        "2,000",
        "1_000",
        "NaN",
    ],
)
def test_an_amount_out_of_bounds_is_refused(value: object) -> None:
    sentence = refusal_of(least(pay={"allowances": [{"kind": "tlr1", "amount": value}]}))
    assert "field pay.allowances[0].amount" in sentence
    assert "give pounds a year from 0 to below 1,000,000 with at most two decimals." in sentence


@pytest.mark.parametrize("value", [0, 999_999.99, "52835"])
def test_an_amount_at_the_bounds_is_accepted(value: object) -> None:
    assert parse_case(least(pay={"salary": value})).pay.salary == Decimal(str(value))


@pytest.mark.parametrize("key", ["fte", "share_of_responsibility"])
@pytest.mark.parametrize("value", [0, -0.5, 1.01, "0,6", "60%", True, None])
def test_a_share_lies_above_nought_and_is_at_most_one(key: str, value: object) -> None:
    assert "give a number above 0 and at most 1, such as 0.6" in refusal_of_fact(key, value)


@pytest.mark.parametrize("value", [0.01, 1, 1.0, "0.5846153846"])
def test_a_share_at_the_bounds_is_accepted(value: object) -> None:
    assert parse_case(least(post={"fte": value})).post.fte == Decimal(str(value))


@pytest.mark.parametrize("value", [0, 9, 2.5, True, "two"])
def test_a_headteacher_group_is_one_to_eight(value: object) -> None:
    assert "give a whole number from 1 to 8" in refusal_of_fact("headteacher_group", value)


@pytest.mark.parametrize("key", ["agency_weeks", "earlier_coordinator_months", "acting_days"])
def test_a_count_is_whole_and_not_negative(key: str) -> None:
    assert "give a whole number from 0" in refusal_of_fact(key, -1)
    assert "give a whole number from 0" in refusal_of_fact(key, 1.5)
    assert getattr(parse_case(least(post={key: 0})).post, key) == 0


def test_hours_may_have_decimals_and_are_not_negative() -> None:
    assert "give hours from 0" in refusal_of_fact("directed_hours", -1)
    post = parse_case(least(post={"directed_hours": 1265, "teaching_hours": 22.5})).post
    assert (post.directed_hours, post.teaching_hours) == (Decimal(1265), Decimal("22.5"))


@pytest.mark.parametrize(
    "value",
    [
        *("2101-01-01", 20260901, "", "٢٠٢٦-09-01"),
        "01/09/2026",
        "20260901",
        "2026-W36-2",
        "2026-09-31",
        "2026-09-01T00:00:00",
        "1989-12-31",
    ],
)
def test_a_date_is_an_iso_date_of_our_time(value: object) -> None:
    assert "give a date such as 2026-09-01" in refusal_of(least(on=value))


@pytest.mark.parametrize(
    ("written", "read"),
    [(" u3 ", "U3"), ("m6", "M6"), ("l12", "L12"), ("min", "min"), ("5", "5"), ("Sen", "Sen")],
)
def test_a_point_is_trimmed_and_its_letter_made_large(written: str, read: str) -> None:
    assert parse_case(least(pay={"point": written})).pay.point == read


def test_a_designated_unit_of_none_is_an_answer_and_not_an_unknown() -> None:
    post = parse_case(least(post={"designated_unit": "none", "qualification_held": "none"})).post
    assert post == Post(designated_unit=DesignatedUnit.NONE, qualification_held=Qualification.NONE)
    assert "null" in refusal_of_fact("designated_unit", None)


def test_a_choice_names_what_may_be_chosen() -> None:
    sentence = refusal_of(least(pay={"basis": "fte"}))
    assert "field pay.basis: 'fte' is not accepted; " in sentence
    assert "give one of full-time-equivalent, received, or not-known." in sentence


def test_a_list_of_duties_is_kept_in_order() -> None:
    post = parse_case(least(post={"promoted_duties": ["c", " a "]})).post
    assert post.promoted_duties == ("c", "a")
    assert "a list in square brackets" in refusal_of_fact("promoted_duties", "a")


def test_text_is_limited_and_must_be_text() -> None:
    assert "text of at most 2,000 characters" in refusal_of_fact("reduction_cause", "x" * 2001)
    assert "text of at most 2,000 characters" in refusal_of_fact("alnco_range_in_pay_policy", 4)
    post = parse_case(least(post={"alnco_range_in_pay_policy": "L4-L8"})).post
    assert post.alnco_range_in_pay_policy == "L4-L8"


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (least(post={"rolle": "senco"}), "field post.rolle: the key is not known; the closest key"),
        (least(post={"rolle": "senco"}), "is 'role'"),
        (least(fte=0.6), "'fte' belongs in 'post'"),
        (least(post={"amount": 1}), "'amount' belongs in 'allowances'"),
        (least(pay={"zzz": 1}), "the keys here are range, point, salary, basis"),
        (least(post={"zzz": 1}), "payapp schema lists the keys"),
        (least(pay={"allowances": [{"from_": "2026-09-01"}]}), "the closest key is 'from'"),
        (least(changes=[{"from": "2027-01-01", "post_keys": {}}]), "closest key is 'post'"),
    ],
)
def test_an_unknown_key_is_named_with_the_known_one_that_was_meant(
    case: dict[str, Any], sentence: str
) -> None:
    assert sentence in refusal_of(case)


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (least(post=[1]), "post"),
        (least(pay="much"), "pay"),
        (least(pay={"allowances": {}}), "pay.allowances"),
        (least(pay={"allowances": [3]}), "pay.allowances[0]"),
        (least(changes="none"), "changes"),
        (least(changes=[{"from": "2027-01-01", "pay": 3}]), "changes[0].pay"),
    ],
)
def test_a_group_of_the_wrong_kind_is_refused(case: dict[str, Any], field: str) -> None:
    assert f"field {field}: " in refusal_of(case)


def test_a_list_without_end_is_refused() -> None:
    allowances = [{"kind": "tlr2", "amount": 1}] * 1001
    assert "the list is too long" in refusal_of(least(pay={"allowances": allowances}))


def test_a_file_of_a_newer_payapp_is_said_to_be_one() -> None:
    sentence = refusal_of({"schema": 2, "anything": "else"})
    assert "field schema: '2' was made by a newer payapp" in sentence


@pytest.mark.parametrize("schema", [0, -1, True, 1.0, "1"])
def test_a_schema_that_never_was_is_refused(schema: object) -> None:
    assert "field schema: " in refusal_of(least(schema=schema))


@pytest.mark.parametrize("nation", ["wales", "northern-ireland", "scotland"])
def test_only_england_has_pay_areas(nation: str) -> None:
    sentence = refusal_of(least(nation=nation, pay_area="inner-london"))
    assert sentence.endswith(
        "field pay_area: 'inner-london' is not accepted; "
        "only england has pay areas: leave the key out."
    )


def test_an_allowance_cannot_end_before_it_starts() -> None:
    allowance = {"kind": "tlr3", "amount": 705, "from": "2026-09-02", "until": "2026-09-01"}
    sentence = refusal_of(least(pay={"allowances": [allowance]}))
    assert "field pay.allowances[0].until: '2026-09-01' is not accepted" in sentence
    changes = [{"from": "2027-01-01", "pay": {"allowances": [allowance]}}]
    assert "changes from 2027-01-01, pay.allowances[0].until" in refusal_of(least(changes=changes))
    allowance["until"] = "2026-09-02"
    assert parse_case(least(pay={"allowances": [allowance]})).pay.allowances[0].until == date(
        2026, 9, 2
    )


def test_two_changes_on_one_day_are_refused() -> None:
    changes = [{"from": "2027-01-01"}, {"from": "2027-02-01"}, {"from": "2027-01-01"}]
    sentence = refusal_of(least(changes=changes))
    assert "field changes: '2027-01-01' stands in it twice" in sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        (OUTLINE[:190], "the file breaks off in line 4"),
        ('{"schema": 1, "reference": "Ca', "the file breaks off in line 1"),
        ('{"schema": 1,\n "nation" "england"}', "line 2, column 11 is not JSON, at '\"england\"}'"),
        ("[1]", "this is JSON, but not a case"),
        ("3", "this is JSON, but not a case"),
        ('{"schema": 1, "schema": 1}', "the key 'schema' stands twice"),
        ('{"schema": 1, "post": {"fte": 1, "fte": 0.5}}', "the key 'fte' stands twice"),
        ('{"schema": NaN}', "NaN is not a number"),
        ('{"schema": %s}' % ("9" * 5000), "a number has too many digits"),
        ("[" * 100_000, "nested too deeply"),
        ('{"post": ' * 20_000 + "1" + "}" * 20_000, "nested too deeply"),
    ],
)
def test_text_that_is_no_sound_json_is_refused_with_its_line(text: str, sentence: str) -> None:
    assert sentence in refusal_of(text)


def test_a_refusal_can_always_be_printed_on_one_line() -> None:
    value = "a\nb\ud800\x1b[31m" + "x" * 500
    sentence = refusal_of_fact("employer", value)
    assert "'a\\nb\\ud800\\x1b[31m" in sentence
    assert len(sentence) < 400
    sentence.encode("utf-8")


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + OUTLINE.encode())
    assert read_case(path) == parse_case(OUTLINE)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"schema": 1,\n"reference": "Si\xe2n"}', "line 2 is not UTF-8 text; save it again"),
        (OUTLINE.encode("utf-16"), "line 1 is not UTF-8 text"),
        (b" " * 5_000_001, "the file is too large; a file may hold at most 5 MB"),
        (b"\0\0\0", "line 1, column 1 is not JSON"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(content)
    with pytest.raises(Refused, match=f"^case.json: {sentence}"):
        read_case(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^nowhere\.json: there is no such file"):
        read_case(tmp_path / "nowhere.json")
    folder = tmp_path / "folder.json"
    folder.mkdir()
    with pytest.raises(Refused, match=r"^folder\.json: this is not a file"):
        read_case(folder)


def test_a_written_case_has_its_keys_in_a_fixed_order_and_no_unknown_facts(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    write_case(path, parse_case(OUTLINE))
    text = path.read_text(encoding="utf-8")
    assert list(json.loads(text)) == [
        *("schema", "nation", "on", "pay_area", "reference", "post", "pay", "changes")
    ]
    assert "not-known" not in text
    assert '"salary": 52835,' in text
    assert json.loads(text)["changes"] == [{"from": "2027-01-01", "post": {"fte": 0.8}}]
    again = tmp_path / "again.json"
    write_case(again, read_case(path))
    assert again.read_bytes() == path.read_bytes()


def test_a_failed_write_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.json"
    write_case(path, parse_case(OUTLINE))
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("payapp.files.whole_files.os.fsync", full)
    with pytest.raises(Refused, match=r"^case\.json: the file cannot be written"):
        write_case(path, parse_case(least()))
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.json"]


def test_a_case_is_not_written_where_there_is_no_folder_for_it(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="name a folder that exists"):
        write_case(tmp_path / "nowhere" / "case.json", parse_case(OUTLINE))
    with pytest.raises(Refused, match="this is a folder"):
        write_case(tmp_path, parse_case(OUTLINE))


def described(key: str) -> str:
    return f"about {key}"


def test_the_schema_names_every_fact_once_and_what_it_accepts() -> None:
    schema = case_schema(described)
    assert schema["required"] == ["schema", "nation", "on"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["schema"]["const"] == 1
    post = schema["$defs"]["Post"]
    assert list(post["properties"]) == [field.name for field in fields(Post)]
    assert post["properties"]["fte"] == {
        "anyOf": [
            {"type": ["number", "string"], "exclusiveMinimum": 0, "maximum": 1.0},
            {"const": "not-known"},
        ],
        "description": "about fte",
    }
    assert post["properties"]["sustained"]["enum"] == ["yes", "no", "not-known"]
    allowance = schema["$defs"]["Allowance"]
    assert allowance["required"] == ["kind", "amount"]
    assert "tlr3" in allowance["properties"]["kind"]["enum"]
    assert "from" in allowance["properties"]
    assert list(schema["$defs"]["Change"]["properties"]) == ["from", "post", "pay"]
    json.dumps(schema)


def test_the_schema_of_one_call_is_not_changed_by_the_next() -> None:
    first = case_schema(described)
    assert case_schema(str.upper)["properties"]["on"]["description"] == "ON"
    assert first["properties"]["on"]["description"] == "about on"


TEXTS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20).filter(
    lambda text: text != "not-known"
)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
AMOUNTS = st.decimals(0, Decimal("999999.99"), places=2)
SHARES = st.decimals(Decimal("0.0001"), 1, places=4)
ALLOWANCES = st.builds(
    Allowance,
    kind=st.sampled_from(AllowanceKind),
    amount=AMOUNTS,
    basis=st.none() | st.sampled_from(Basis),
    from_=st.none() | DAYS.map(lambda day: day.replace(year=min(day.year, 2050))),
    until=st.none() | st.just(date(2100, 12, 31)),
    share=st.none() | SHARES,
    for_which_duty=st.none() | TEXTS,
    safeguarded=st.sampled_from(Fact),
)


def post_keys() -> st.SearchStrategy[dict[str, Any]]:
    of_type = {
        Fact: st.sampled_from(Fact),
        Decimal: SHARES,
        date: DAYS,
        int: st.integers(1, 8),
        str: TEXTS,
        tuple: st.lists(TEXTS, max_size=3).map(tuple),
    }
    given_fields = {
        "employer": st.sampled_from(Employer),
        "role": st.sampled_from(Role),
        "designated_unit": st.sampled_from(DesignatedUnit),
        "fte": of_type[Decimal],
        "share_of_responsibility": of_type[Decimal],
        "sum_before": AMOUNTS,
        "headteacher_group": of_type[int],
        "last_sized": of_type[date],
        "reduction_cause": of_type[str],
        "promoted_duties": of_type[tuple],
        "qualified_teacher": of_type[Fact],
        "open_to_non_teachers": of_type[Fact],
    }
    optional: dict[str, st.SearchStrategy[Any]] = {
        name: values
        if name in ("qualified_teacher", "open_to_non_teachers")
        else st.none() | values
        for name, values in given_fields.items()
    }
    return st.fixed_dictionaries({}, optional=optional)


PAY_KEYS = st.fixed_dictionaries(
    {},
    optional={
        "range": st.none() | TEXTS,
        "point": st.none() | st.sampled_from(["U3", "M6", "L12", "min", "5"]),
        "salary": st.none() | AMOUNTS,
        "basis": st.none() | st.sampled_from(Basis),
        "salary_conserved": st.sampled_from(Fact),
        "allowances": st.lists(ALLOWANCES, max_size=3).map(tuple),
    },
)


@given(
    post=post_keys(),
    pay=PAY_KEYS,
    nation=st.sampled_from(Nation),
    reference=TEXTS | st.just(""),
    on=DAYS,
)
def test_what_is_written_is_read_back_the_same(
    post: dict[str, Any], pay: dict[str, Any], nation: Nation, reference: str, on: date
) -> None:
    case = Case(nation=nation, on=on, post=Post(**post), pay=Pay(**pay), reference=reference)
    assert parse_case(json.dumps(case_as_json(case))) == case


@given(
    changes=st.lists(
        st.fixed_dictionaries(
            {"from": DAYS.map(str)},
            optional={
                "post": st.fixed_dictionaries(
                    {}, optional={"fte": st.sampled_from([0.5, 1, "not-known"])}
                ),
                "pay": st.fixed_dictionaries({"point": st.sampled_from(["U1", "not-known"])}),
            },
        ),
        unique_by=lambda change: change["from"],
        max_size=4,
    )
)
def test_changes_are_written_with_only_the_keys_that_they_change(
    changes: list[dict[str, Any]],
) -> None:
    case = parse_case(least(changes=changes))
    held = case_as_json(case)
    expected = [
        {name: keys for name, keys in change.items() if keys}
        for change in sorted(changes, key=lambda change: change["from"])
    ]
    assert held.get("changes", []) == expected
    assert parse_case(json.dumps(held)) == case


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists))
def test_no_value_whatever_makes_the_reader_fail_in_any_other_way(value: object) -> None:
    for case in (value, least(post=value), least(post={"fte": value}), least(changes=[value])):
        with suppress(Refused):
            assert isinstance(parse_case(json.dumps(case)), Case)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            {"post": {"in_special_school": "yes", "school_type": "mainstream"}},
            (
                "post.in_special_school: the school is said to be a special school, and its kind"
                " is another one"
            ),
        ),
        (
            {"changes": [{"from": "2026-12-01", "post": {"part_time": "yes", "fte": 1}}]},
            (
                "changes from 2026-12-01, post.part_time: the work is said to be part-time, and its"
                " full-time equivalent is 1"
            ),
        ),
    ],
)
def test_answers_that_contradict_each_other_are_refused(
    more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        parse_case({"schema": 1, "nation": "england", "on": "2026-10-01", **more})
    assert str(refusal.value) == f"case, field {sentence}; correct one of the two answers."


@pytest.mark.parametrize(
    "more",
    [
        {"reference": "Case \x1b[31m12"},
        {"post": {"reduction_cause": "closure\u202e"}},
        {"pay": {"range": "main\x07"}},
        {"pay": {"allowances": [{"kind": "tlr2", "amount": 1, "for_which_duty": "a\x00b"}]}},
    ],
)
def test_text_that_steers_a_terminal_is_refused_and_shown_harmless(more: dict[str, object]) -> None:
    with pytest.raises(Refused) as refusal:
        parse_case({"schema": 1, "nation": "england", "on": "2026-10-01", **more})
    assert "none of them a control character" in str(refusal.value)
    assert str(refusal.value).isprintable()


def test_line_breaks_in_a_text_become_spaces() -> None:
    told = {"schema": 1, "nation": "england", "on": "2026-10-01", "reference": "Case\n12"}
    assert parse_case(told).reference == "Case 12"
