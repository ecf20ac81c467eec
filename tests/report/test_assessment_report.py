import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from payapp import nations
from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case, Nation
from payapp.domain.findings import About, Outcome
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.report.assessment_report import assessment_text, describe
from payapp.report.finding_values import Scene, values_of
from payapp.report.in_words import Because, FindingInWords, Report
from payapp.report.wording import PLACEHOLDER, Wording
from tests.many_cases import many_cases
from tests.worked import CLASS_TEACHER, SENCO, allowance, answer, case, library, paid

CASES = 120
U3 = {"range": "upper-pay-range", "point": "U3", "salary": 51048, "basis": "full-time-equivalent"}
PARTS_OF_DETAILS = ("", "_name", "_from", "_low", "_high", "_basis", "_sentence")
LOOKED_UP = ("limit_", "start_", "end_", "applies_")
SUBJECTS_OF_REFUSALS = ("pay", "post")
A_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}")


@cache
def wording() -> Wording:
    return Wording.load()


@cache
def sample(nation: Nation) -> tuple[Assessment, ...]:
    return tuple(check(one, library()) for one in many_cases(nation, CASES))


def report_on(one: Case, audience: str = "teacher") -> Report:
    return describe(check(one, library()), library(), wording(), audience)


def finding(report: Report, about: About) -> FindingInWords:
    return next(found for found in report.findings if found.about == about)


def sentences(report: Report) -> Iterator[str]:
    yield report.headline
    for found in report.findings:
        yield found.headline
        yield from (*found.explanation, *found.money, *found.next_steps, *found.citations)
    yield from (*report.money, *report.undecided, *report.used, *report.next_steps)


def everything_said(report: Report, about: About) -> str:
    found = finding(report, about)
    return " ".join((found.headline, *found.explanation))


def keys_in_code() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every text that names a wording in the rooms of the nations, as a pattern."""
    for module in sorted(Path(nations.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            pattern = pattern_of(node)
            if pattern:
                yield f"{module.name}:{getattr(node, 'lineno', 0)}", re.compile(pattern)


def pattern_of(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)) if A_KEY.fullmatch(text):
            subject = text.split(".")[0]
            return "" if subject in SUBJECTS_OF_REFUSALS else re.escape(text)
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if "." in start:
            return re.escape(start) + ".+" if A_KEY.fullmatch(start.rstrip(".-") + ".x") else ""
    return ""


def details_in_code() -> set[str]:
    """Return every name that a room of a nation gives to a detail of a finding."""
    return {
        key.value
        for module in Path(nations.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def keys_with_texts() -> set[str]:
    keys = {key for nation in Nation for key in wording().of(nation)}
    start, end = "findings.", ".headline"
    return {
        key.removeprefix(start).removesuffix(end)
        for key in keys
        if key.startswith(start) and key.endswith(end)
    }


def test_every_wording_that_a_nation_names_has_a_text() -> None:
    texts = keys_with_texts()
    wanting = {
        where: pattern.pattern
        for where, pattern in keys_in_code()
        if not any(pattern.fullmatch(key) for key in texts)
    }
    assert not wanting


@pytest.mark.parametrize("nation", Nation)
def test_every_case_can_be_said_with_nothing_left_open(nation: Nation) -> None:
    for assessment in sample(nation):
        text = assessment_text(assessment, library(), wording())
        assert not re.search(r"[{}]|: None\b|\bNone\.$|  \.", text), text


@pytest.mark.parametrize("nation", Nation)
def test_every_finding_has_a_title_an_outcome_a_symbol_and_a_headline(nation: Nation) -> None:
    for assessment in sample(nation):
        report = describe(assessment, library(), wording())
        assert len(report.findings) == len(assessment.findings)
        for found in report.findings:
            assert found.title
            assert found.symbol
            assert found.outcome_in_words
            assert found.headline.endswith((".", "?"))
            assert found.headline[0].isupper()


@pytest.mark.parametrize("nation", Nation)
def test_every_sentence_begins_with_a_capital_and_ends(nation: Nation) -> None:
    for assessment in sample(nation)[:100]:
        for sentence in sentences(describe(assessment, library(), wording())):
            assert not sentence[0].islower(), sentence
            assert sentence.rstrip(")").endswith((".", "?")) or "(" in sentence, sentence


def test_the_placeholders_of_findings_are_names_that_findings_give() -> None:
    special = {**CLASS_TEACHER, "school_type": "special"}
    waits = answer(special, paid("upper-pay-range", 52835, point="U3"), on="2026-10-01")
    told = Scene(waits.case, library(), wording(), "teacher")
    given = {name for found in waits.findings for name in values_of(found, told)}
    for nation in Nation:
        for assessment in sample(nation):
            scene = Scene(assessment.case, library(), wording().of(nation), "teacher")
            for found in assessment.findings:
                given |= values_of(found, scene).keys()
    used = {
        (key, placeholder[1])
        for nation in Nation
        for key in wording().of(nation)
        if key.startswith("findings.")
        for placeholder in PLACEHOLDER.finditer(str(wording().of(nation).text(key)))
    }
    given |= {f"{name}{part}" for name in details_in_code() for part in PARTS_OF_DETAILS}
    assert not {
        (key, name) for key, name in used if name not in given and not name.startswith(LOOKED_UP)
    }


def test_no_sentence_accuses_or_promises() -> None:
    texts = [str(wording().text(key)).lower() for key in wording()]
    for forbidden in ("illegal", "you will win", "underpaid by", "are entitled"):
        assert not [text for text in texts if forbidden in text]


def test_an_answer_is_hedged() -> None:
    report = report_on(case(SENCO, U3))
    assert "open to question" in report.headline
    assert "appears to be in line" in finding(report, About.BASE_PAY).headline


def test_scottish_allowances_are_titled_by_what_each_is_about() -> None:
    told = describe(
        check(case({"employer": "council"}, {}, nation="scotland"), library()),
        library(),
        Wording.load(),
    )
    titles = [found.title for found in told.findings]
    for kind in ("Remote schools", "Distant islands", "Residential"):
        assert titles.count(f"{kind} allowance") == 1
    assert "Allowance for additional support needs" in titles
    assert "Other payments" not in titles


def test_an_allowance_that_is_missing_is_said_in_pounds_a_year_and_a_month() -> None:
    post = {**CLASS_TEACHER, "school_type": "special", "fte": 1}
    found = finding(report_on(case(post, U3)), About.SEN_ALLOWANCE)
    assert found.headline == (
        "A SEN allowance of £2,787 to £5,497 a year appears to be due"
        " and is not in the pay entered."
    )
    assert "Due: £2,787 to £5,497 a year, £232.25 to £458.08 a month." in found.money
    assert "Short by at least £2,787 a year, £232.25 a month." in found.money


def test_what_is_short_is_added_up_for_the_report() -> None:
    post = {**CLASS_TEACHER, "school_type": "special", "fte": 1}
    pay = {**U3, "point": None, "salary": 46472}
    del pay["point"]
    report = report_on(case(post, pay))
    assert report.money[0] == (
        "Taken together, at least £3,787 a year (£315.58 a month) appears to be missing."
    )


def test_what_an_advisory_point_would_make_is_said_apart() -> None:
    pay = {
        "range": "main-pay-range",
        "point": "M5",
        "salary": 40439,
        "basis": "full-time-equivalent",
    }
    money = report_on(case(CLASS_TEACHER, pay)).money
    assert money[0] == (
        "The advisory figures would make £1,618 a year (£134.83 a month) more;"
        " the pay policy decides."
    )


def test_a_shortfall_without_the_full_time_equivalent_is_said_without_an_amount() -> None:
    post = {**CLASS_TEACHER, "school_type": "special", "fte": "not-known"}
    assert report_on(case(post, U3)).money[0] == (
        "What is missing in money, and whether anything is, cannot be told yet."
    )


def test_no_shortfall_is_no_promise_while_a_must_is_undecided() -> None:
    post = {key: value for key, value in CLASS_TEACHER.items() if key != "school_type"}
    assert report_on(case(post, U3)).money == (
        "No shortfall in money was found so far, but not everything could be decided.",
    )
    assert report_on(case(CLASS_TEACHER, U3)).money == ("No shortfall in money was found.",)


def test_the_senco_award_is_said_not_to_be_the_mandatory_qualification() -> None:
    post = {
        **CLASS_TEACHER,
        "sensory_qualification_required": "yes",
        "teaches_sen_pupils": "yes",
    }
    said = everything_said(report_on(case(post, U3)), About.SEN_ALLOWANCE)
    assert "rests on criterion (a) alone" in said
    assert "The SENCO award (NASENCO or NPQ) is not that qualification." in said


def test_an_amount_of_an_earlier_year_is_named_with_the_award_that_is_missing() -> None:
    pay = {**U3, "salary": 49084}
    said = everything_said(report_on(case(CLASS_TEACHER, pay)), About.BASE_PAY)
    assert (
        "£49,084 is the September 2024 figure of point U3 of the upper pay range:"
        " the 4% of September 2025 is missing." in said
    )


def test_every_award_since_the_earlier_year_is_named() -> None:
    pay = {**U3, "point": "U3", "salary": 46525}
    said = everything_said(report_on(case(CLASS_TEACHER, pay)), About.BASE_PAY)
    assert "the 5.5% of September 2024 and the 4% of September 2025 are missing" in said


def test_an_amount_of_another_pay_area_is_named() -> None:
    pay = {
        "range": "main-pay-range",
        "point": "M1",
        "salary": 34398,
        "basis": "full-time-equivalent",
    }
    one = case(CLASS_TEACHER, pay, pay_area="inner-london")
    said = everything_said(report_on(one), About.BASE_PAY)
    assert "in another pay area: the London fringe" in said


def test_an_accepted_award_is_said_not_to_have_been_seen_in_its_final_document() -> None:
    pay = {**U3, "range": "upper-pay-range", "salary": 51048}
    report = report_on(case(CLASS_TEACHER, pay, on="2026-10-01"))
    found = finding(report, About.BASE_PAY)
    assert found.outcome == Outcome.AWARD_PENDING
    assert "it is accepted, but its final document was not seen" in found.headline
    assert any(
        "rests on figures of an award that is accepted" in said for said in found.explanation
    )


def test_a_payment_with_unanswered_tests_is_named_where_the_undecided_is() -> None:
    post = {**SENCO, "leads_practice_of_others": "not-known"}
    report = report_on(case(post, paid("upper-pay-range", 51048, allowance("tlr2", 5000))))
    (told,) = report.undecided
    assert told.startswith("Paid, but not checked: TLR1 or TLR2. To check it we would need to")
    assert told.endswith(" know: Leads the teaching of others.")


def test_a_payment_without_a_national_amount_is_named_as_not_checked() -> None:
    pay = paid("upper-pay-range", 51048, allowance("tlr2", 5000), allowance("other", 300))
    assert report_on(case(SENCO, pay)).undecided == (
        "Paid, but not checked: Other payments. No national amount or test is held for it.",
    )


def test_what_leadership_pay_gives_up_is_said_in_hours_and_days() -> None:
    post = {**SENCO, "role": "assistant-head", "appointed_head_deputy_or_assistant": "yes"}
    pay = {"range": "leadership", "point": "L5", "salary": 56316, "basis": "full-time-equivalent"}
    said = everything_said(report_on(case(post, pay)), About.LEADERSHIP)
    assert "1,265 hours of directed time and 195 working days a year" in said


def test_a_union_position_is_said_to_be_one() -> None:
    said = everything_said(report_on(case(SENCO, U3)), About.LEADERSHIP)
    assert "It is the position of NASUWT and NEU, and not law" in said


def test_the_code_of_practice_is_said_to_be_statutory_guidance() -> None:
    post = {**SENCO, "on_leadership_team": "no"}
    said = everything_said(report_on(case(post, U3)), About.LEADERSHIP)
    assert "The SEND Code of Practice, which is statutory guidance" in said


def test_the_home_tuition_case_is_told_by_name() -> None:
    post = {
        **CLASS_TEACHER,
        "employer": "central-service",
        "school_type": "home-tuition",
        "teaches_sen_pupils": "yes",
        "teaches_in_la_unit_or_service": "yes",
    }
    said = everything_said(report_on(case(post, U3)), About.SEN_ALLOWANCE)
    assert "Swansea City Council v Rees" in said


def test_an_undecided_must_stands_beside_any_verdict() -> None:
    post = {key: value for key, value in CLASS_TEACHER.items() if key != "school_type"}
    report = report_on(case(post, {**U3, "salary": 40000}))
    assert report.verdict == "not-appropriate"
    assert report.undecided == ("Not decided yet: SEN allowance. We need to know: Kind of school.",)


def test_a_headline_names_three_facts_that_are_wanting_and_counts_the_rest() -> None:
    headline = finding(report_on(case({"employer": "maintained"})), About.TLR).headline
    assert headline.startswith("We cannot tell yet whether a TLR may be paid. We need to know: ")
    named, _, rest = headline.partition(" and ")
    assert named.count(",") == 2
    assert rest.endswith(" more.")


def test_next_steps_come_in_order_and_end_with_the_formal_way() -> None:
    steps = report_on(case(CLASS_TEACHER, {**U3, "salary": 40000})).next_steps
    assert [step.split()[0] for step in steps] == ["Check", "Ask", "Take", "If"]
    assert "3 months, less a day" in steps[-1]


def test_an_answer_that_only_needs_something_looked_up_names_no_tribunal() -> None:
    steps = report_on(case({**CLASS_TEACHER, "significant_responsibility": "no"})).next_steps
    assert [step.split()[0] for step in steps] == ["Check"]


@pytest.mark.parametrize("nation", Nation)
def test_every_answer_says_what_can_be_done_next(nation: Nation) -> None:
    for assessment in sample(nation):
        for audience in ("teacher", "rep", "payroll"):
            assert describe(assessment, library(), wording(), audience).next_steps


def test_an_answer_in_order_is_kept_and_checked_again_and_names_no_claim() -> None:
    pay = {**U3, "allowances": [allowance("tlr2", 5000)]}
    report = report_on(case(SENCO, pay))
    assert (report.verdict, report.findings[0].next_steps) == ("appropriate", ())
    assert [step.split()[0] for step in report.next_steps] == ["Compare", "Keep", "Check"]
    assert "next pay award" in report.next_steps[-1]
    told = [report_on(case(SENCO, pay), reader).next_steps for reader in ("rep", "payroll")]
    assert told[0][1].startswith("Give the member this answer")
    assert "payroll record" in told[1][0]


def test_the_same_findings_are_told_to_a_rep_in_the_third_person() -> None:
    one = case(CLASS_TEACHER, {**U3, "salary": 40000})
    assert report_on(one, "rep").headline.startswith("The teacher's pay does not appear")
    assert "Check the payroll record" in report_on(one, "payroll").next_steps[0]


@pytest.mark.parametrize("nation", Nation)
def test_payroll_is_not_told_to_ask_for_what_it_can_look_up(nation: Nation) -> None:
    steps = wording().of(nation).below("steps")
    asking = [key for key, text in steps.items() if key.endswith(".say") and "Ask" in str(text)]
    told = [str(steps[f"{key.removesuffix('.say')}.payroll"]) for key in asking]
    assert len(told) >= 10
    assert not [text for text in told if text.startswith(("Ask for ", "Ask payroll"))]


def test_a_paragraph_that_was_not_verified_says_so() -> None:
    tlr = {"kind": "tlr2", "amount": 4000, "basis": "received", "share": 1}
    report = report_on(case(SENCO, {**U3, "allowances": [tlr]}))
    document = "School Teachers' Pay and Conditions Document 2025"
    assert (
        f"{document}, 20; Section 3 (paragraph number not verified)"
        in finding(report, About.TLR).citations
        or f"{document}, paragraph 20; Section 3 (paragraph number not verified)"
        in finding(report, About.TLR).citations
    )
    cited = finding(report, About.SEN_ALLOWANCE).citations
    read = "read in this or an earlier edition, or in a quotation"
    assert f"{document}, paragraph 21.2 ({read})" in cited


def test_the_document_shared_with_wales_is_named_without_a_nation() -> None:
    report = report_on(case(CLASS_TEACHER, {}, on="2018-10-01"))
    assert finding(report, About.INSTRUMENT).headline == (
        "The School Teachers' Pay and Conditions Document 2018 binds this employer by law."
    )


def test_the_tree_of_tests_says_what_was_answered_and_how_it_came_out() -> None:
    post = {**CLASS_TEACHER, "school_type": "special"}
    tree = finding(report_on(case(post, U3)), About.SEN_ALLOWANCE).because
    found = {test.fact: test for test in walk(tree)}
    assert found["school_type"].value == "Special school"
    assert found["school_type"].result_in_words == "met"
    assert "Kind of school: Special school." in found["school_type"].sentence
    assert found["school_type"].citation.startswith("School Teachers' Pay and Conditions Document")


def walk(test: Because) -> Iterator[Because]:
    yield test
    for part in test.parts:
        yield from walk(part)


def test_a_figure_carries_its_nature_provenance_confidence_and_sources() -> None:
    figure = finding(report_on(case(CLASS_TEACHER, U3)), About.BASE_PAY).figures[0]
    assert figure.amount == Decimal(47472)
    assert figure.sentence == (
        "The minimum of the upper pay range from 1 September 2025"
        " (rest of England): £47,472 a year."
    )
    assert "fixed by law" in figure.nature
    assert "printed" in figure.provenance
    assert "3 of 3" in figure.confidence
    assert figure.sources


def test_what_was_used_names_each_answer_and_each_payment() -> None:
    allowance = {
        "kind": "tlr2",
        "amount": 4000,
        "basis": "received",
        "share": 1,
        "from": "2024-09-01",
    }
    used = report_on(case(SENCO, {**U3, "allowances": [allowance]})).used
    assert "England (Rest of England), on 1 October 2025." in used
    assert "Designated SENCO: yes." in used
    assert "TLR2: £4,000 a year, as received, from 1 September 2024, for a share of 1." in used


def test_what_the_data_do_not_hold_is_said_where_it_matters() -> None:
    now = report_on(case(CLASS_TEACHER, U3)).not_covered
    later = report_on(case(CLASS_TEACHER, U3, on="2026-10-01")).not_covered
    assert len(later) > len(now)
    assert any("final text of the September 2026 document was not seen" in line for line in later)


def test_the_text_follows_the_order_in_which_a_reader_takes_it_in() -> None:
    assessment = check(case(CLASS_TEACHER, {**U3, "salary": 40000}), library())
    text = assessment_text(assessment, library(), wording())
    headings = ("Money", "What was found", "What we used", "What this does not cover")
    places = [text.index(f"\n{heading}\n") for heading in (*headings, "Sources", "Data version")]
    assert places == sorted(places)
    assert text.splitlines()[1].startswith("✗ Your pay does not appear to be appropriate")
    assert library().fingerprint in text


def test_what_is_undecided_and_what_is_unchecked_of_one_payment_are_told_apart() -> None:
    """A TLR3 needs a last day, which is a must; its own tests are those of what may be paid."""
    tlr3 = allowance("tlr3", 1000)
    report = report_on(
        case({**SENCO, "time_limited_project": "not-known"}, paid("upper-pay-range", 51048, tlr3))
    )
    assert report.undecided == (
        "Not decided yet: TLR3. We need to know: Paid until.",
        "Paid, but not checked: TLR3. To check it we would need to know: Time-limited project.",
    )


def test_an_allowance_for_a_place_that_nobody_was_asked_about_is_named_as_not_counted() -> None:
    post = {
        "employer": "council",
        "school_type": "mainstream",
        "qualified_teacher": "yes",
        "fte": 1,
        "role": "principal-teacher",
        "promoted_post": "yes",
        "job_size_score": 115,
    }
    pay = paid("principal-teacher", 51903, point="4")
    report = report_on(case(post, pay, on="2022-02-01", nation="scotland"))
    (told,) = report.undecided
    assert told == (
        "Not counted in, and to be paid where the place qualifies: the remote schools allowance, "
        "the distant islands allowance. To count them in we would need to know: Remote school, "
        "Distant island."
    )
    settled = {**post, "remote_school": "no", "distant_island": "no"}
    told_all = report_on(case(settled, pay, on="2022-02-01", nation="scotland"))
    assert told_all.undecided == ()


def test_answers_that_do_not_go_together_are_told_under_what_is_open() -> None:
    post = {**CLASS_TEACHER, "teaches_designated_class": "yes"}
    pay = {"range": "upper-pay-range", "salary": 51048, "basis": "full-time-equivalent"}
    report = describe(check(case(post, pay), library()), library(), Wording.load())
    assert report.undecided[0] == (
        "These answers do not go together, so nothing is built on them: Teaches pupils with SEN: "
        "no; Teaches a designated special class or unit: yes. Please correct one."
    )


@pytest.mark.parametrize(("weeks", "told"), [(11, False), (12, True), ("not-known", False)])
def test_oth_08_after_twelve_weeks_the_headline_says_what_an_agency_must_pay(
    weeks: object, told: bool
) -> None:
    post = {**CLASS_TEACHER, "employer": "agency", "agency_weeks": weeks}
    pay = {"range": "main-pay-range", "salary": 40000, "basis": "full-time-equivalent"}
    report = describe(check(case(post, pay), library()), library(), Wording.load())
    must = "after 12 weeks in the same role the agency must pay the same basic pay"
    assert (must in report.headline) is told
    assert report.verdict == "does-not-apply"


# Words that name what another nation has; a rule of its own may compare with it.
FOREIGN = {
    "northern-ireland": ("academy", "headteacher", "pay policy", "maintained school", "TLR"),
    "scotland": ("academy", "pay policy", "maintained school", "TLR", "SENCO"),
    "wales": ("SENCO", "SEND"),
}


@pytest.mark.parametrize("audience", ["teacher", "rep", "payroll"])
@pytest.mark.parametrize(
    "path", sorted((resources_folder() / "examples").glob("*.json")), ids=lambda path: path.stem
)
def test_steps_and_limits_name_nothing_of_another_nation(path: Path, audience: str) -> None:
    one = read_case(path)
    report = describe(check(one, library()), library(), Wording.load(), audience)
    told = " ".join((*report.next_steps, *report.not_covered[:3]))
    assert not [word for word in FOREIGN.get(one.nation, ()) if word in told]
