"""Wales in words: its own sentences, and a sentence for everything that the check may find."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings

from payapp.check import check
from payapp.domain.cases import Case, Nation
from payapp.domain.pay import Pay
from payapp.domain.posts import Post
from payapp.report.assessment_in_words import describe
from payapp.report.in_words import FindingInWords, Report
from payapp.report.questions import answer_in_words, label_of, question_for
from payapp.report.wording import Wording
from tests.nations.test_wales import ALNCO, DAYS, PAYS, POSTS, WITH_TLR2
from tests.worked import CLASS_TEACHER, TLR_TESTS_MET, allowance, answer, library, paid

WORDING = Wording.load()


def report(post: Mapping[str, object], pay: Mapping[str, object], on: str = "2025-10-01") -> Report:
    return describe(answer(post, pay, on=on, nation="wales"), library(), WORDING)


@pytest.mark.parametrize("kinds", [(), ("sen-allowance",), ("sen-allowance", "tlr2")])
def test_no_sentence_of_a_finding_on_its_allowance_says_sen_of_pupils(
    kinds: tuple[str, ...],
) -> None:
    amounts = {"sen-allowance": 2900, "tlr2": 3700}
    paid_beside = [allowance(kind, amounts[kind]) for kind in kinds]
    pay = paid("upper-pay-range", 51942, point="U3", allowances=paid_beside)
    told = report({**ALNCO, "teaches_sen_pupils": "yes"}, pay)
    findings = [each for each in told.findings if each.about in {"sen-allowance", "combination"}]
    said = " ".join(text for each in findings for text in (each.headline, *each.explanation))
    assert re.search("pupils with ALN|co-ordinating ALN", said)
    assert "with SEN" not in said
    assert "co-ordinating SEN" not in said


def about(told: Report, subject: str) -> FindingInWords:
    return next(found for found in told.findings if found.about == subject)


def test_the_allowance_and_the_document_have_their_welsh_names() -> None:
    told = report({**CLASS_TEACHER, "school_type": "special"}, paid("upper-pay-range", 51942))
    found = about(told, "sen-allowance")
    assert found.title == "SEN/ALN allowance"
    assert found.headline.startswith("A SEN/ALN allowance of £2,838 to £5,595 a year appears")
    document = "School Teachers' Pay and Conditions (Wales) Document 2025"
    assert document in about(told, "instrument").headline
    assert answer_in_words("allowances", "sen-allowance", WORDING, "wales") == "SEN/ALN allowance"
    assert answer_in_words("allowances", "sen-allowance", WORDING, "england") == "SEN allowance"


def test_england_and_wales_shared_a_document_until_august_2019() -> None:
    told = report(CLASS_TEACHER, paid("upper-pay-range", 39406), on="2019-08-31")
    headline = about(told, "instrument").headline
    assert "Pay and Conditions Document 2018" in headline
    assert headline.endswith("jointly with England until 31 August 2019.")


def test_no_finding_on_the_welsh_allowance_speaks_of_the_award_of_england() -> None:
    post = {**CLASS_TEACHER, "designated_coordinator": "yes", "teaches_sen_pupils": "not-known"}
    settled = {"teaches_sen_pupils": "no", "sensory_qualification_required": "no"}
    pay = paid("upper-pay-range", 51942, point="U3")
    for facts in ({}, settled, {**settled, "designated_coordinator": "no"}):
        found = about(report({**post, **facts}, pay), "sen-allowance")
        said = " ".join(found.explanation)
        assert "The award for co-ordinators is not the mandatory qualification" in said
        assert "SENCO award" not in said


def test_every_welsh_paragraph_is_shown_as_not_verified() -> None:
    told = report(CLASS_TEACHER, paid("upper-pay-range", 51942))
    cited = [line for found in told.findings for line in found.citations]
    assert cited
    assert all("not verified" in line for line in cited)


@pytest.mark.parametrize(
    ("policy", "headline"),
    [
        (
            None,
            (
                "Leadership pay appears to be due as ALNCo and is not in the pay entered. "
                "What it is worth cannot be told yet."
            ),
        ),
        (
            "L4-L8",
            (
                "Leadership pay of £56,723 to £62,612 a year appears to be due as ALNCo: at least "
                "£1,191 a year more than the £55,532 paid now, even if every TLR and SEN/ALN "
                "allowance ends."
            ),
        ),
        (
            "L1-L5",
            (
                "Leadership pay of £52,680 to £58,136 a year appears to be due as ALNCo. Beside "
                "the £55,532 paid now it need not be more: that depends on the point."
            ),
        ),
        (
            "L1-L3",
            (
                "Leadership pay of £52,680 to £55,345 a year appears to be due as ALNCo. That is "
                "no more than the £55,532 paid now, if every TLR and SEN/ALN allowance ends."
            ),
        ),
    ],
)
def test_leadership_pay_promises_no_gain_that_is_not_certain(
    policy: str | None, headline: str
) -> None:
    post = {**ALNCO, "alnco_range_in_pay_policy": policy} if policy else ALNCO
    told = report(post, WITH_TLR2)
    assert about(told, "alnco-leadership").headline == headline
    assert ("appears to be less than the rules ask" in told.headline) is (policy == "L4-L8")
    assert ("cannot be told yet" in told.money[0]) is (policy != "L4-L8")


def test_what_was_not_found_for_part_time_and_shared_alncos_is_said() -> None:
    post = {**ALNCO, "fte": 0.6, "shared_across_schools": "yes"}
    told = " ".join(about(report(post, WITH_TLR2), "alnco-leadership").explanation)
    assert "for a part-time ALNCo was not found" in told
    assert "shared across schools was not found" in told


@pytest.mark.parametrize(
    ("on", "said"),
    [("2026-03-07", "begin on 8 March 2026"), ("2026-03-08", "Since 8 March 2026")],
)
def test_the_day_of_leadership_conditions_is_said(on: str, said: str) -> None:
    told = " ".join(about(report(ALNCO, WITH_TLR2, on=on), "alnco-leadership").explanation)
    assert said in told


def test_where_no_award_is_confirmed_the_answer_says_whose_figures_it_used() -> None:
    headline = about(report(CLASS_TEACHER, WITH_TLR2, on="2026-10-01"), "uplift").headline
    assert (
        "the figures of 1 September 2025 are taken as still in force on 1 October 2026" in headline
    )


def test_a_part_timer_is_asked_whether_a_full_tlr_was_agreed() -> None:
    post = {**CLASS_TEACHER, **TLR_TESTS_MET, "fte": 0.6}
    pay = paid("upper-pay-range", 51942, allowance("tlr2", 2154, "received"), point="U3")
    told = report(post, pay)
    assert "Was a full TLR agreed" in " ".join(asked.question for asked in told.missing)
    assert question_for("share", WORDING, "england").label != label_of("share", WORDING, "wales")
    earlier = report(post, pay, on="2021-08-31")
    said = " ".join(about(earlier, "part-time").explanation)
    assert "From 1 September 2021 a part-time teacher may in some cases hold a full TLR" in said
    assert "share of the responsibility" not in said


def test_before_september_2025_the_unions_view_is_told_as_a_view() -> None:
    told = report(ALNCO, paid("upper-pay-range", 49944, point="U3"), on="2025-08-31")
    said = " ".join(about(told, "leadership").explanation)
    assert "the position of NASUWT and NEU, and not law" in said
    assert "SEND Code" not in said
    assert "SENCO" not in said


@settings(max_examples=150)
@given(DAYS, POSTS, PAYS)
def test_whatever_is_found_has_its_sentences(on: date, post: Post, pay: Pay) -> None:
    case = Case(nation=Nation.WALES, on=on, post=post, pay=pay)
    told = describe(check(case, library()), library(), WORDING)
    for found in told.findings:
        assert found.headline.endswith(".")
        for sentence in (found.headline, *found.explanation):
            assert "{" not in sentence
            assert "illegal" not in sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"fte": 0.5},
            (
                "How leadership pay works for a part-time ALNCo was not found, so nothing is "
                "counted as missing."
            ),
        ),
        (
            {"shared_across_schools": "yes"},
            (
                "How it works for an ALNCo who is shared across schools was not found, so nothing "
                "is counted as missing."
            ),
        ),
    ],
)
def test_what_was_not_found_on_the_range_of_an_alnco_is_said(
    facts: Mapping[str, object], sentence: str
) -> None:
    post = {
        **ALNCO,
        "alnco_range_in_pay_policy": "L4-L8",
        "appointed_head_deputy_or_assistant": "no",
        **facts,
    }
    found = about(report(post, paid("leadership", None, point="L2")), "alnco-leadership")
    assert found.headline == (
        "The leadership pay is below the pay policy's range for the ALNCo. We cannot tell whether "
        "that is in order: how the range reaches this ALNCo was not found."
    )
    assert sentence in found.explanation


def test_support_staff_who_are_the_alnco_are_told_that_nothing_settles_the_move() -> None:
    post = {**ALNCO, "role": "support-staff"}
    found = about(report(post, paid("upper-pay-range", 51942, point="U3")), "alnco-leadership")
    assert found.headline == (
        "We cannot tell whether leadership pay is due: the move is one of teachers, and nothing "
        "that was read settles it for an ALNCo who is entered as support staff."
    )


def test_a_full_timers_share_is_not_told_as_a_part_timers() -> None:
    payment = allowance("tlr2", 1795, "received", share=0.5)
    told = report({**CLASS_TEACHER, **TLR_TESTS_MET}, paid("upper-pay-range", 51942, payment))
    found = about(told, "part-time")
    assert found.headline == (
        "A part of the responsibility is entered for a full-time teacher. On 1 October 2025 "
        "nothing that was read lets a TLR be paid in that part, so it is compared with the whole "
        "of its range."
    )
    assert not any("part-timer" in text for text in (found.headline, *found.explanation))


def test_before_becoming_the_alnco_the_day_is_told() -> None:
    post = {**ALNCO, "coordinator_since": "2026-01-16"}
    found = about(report(post, paid("upper-pay-range", 51942, point="U3")), "alnco-leadership")
    assert found.headline == (
        "Leadership pay as ALNCo is not due on 1 October 2025: you are entered as ALNCo from "
        "16 January 2026 on."
    )


def test_a_payment_that_may_be_for_the_role_is_told_to_be_counted() -> None:
    payment = allowance("honorarium", 3000, for_which_duty="ALNCo")
    post = {**ALNCO, "alnco_range_in_pay_policy": "L3-L7"}
    told = report(post, paid("upper-pay-range", 51942, payment, point="U3"))
    assert (
        "Another payment that may be for the role is counted with what is paid now as well, "
        "because it may end too: Honorarium."
    ) in about(told, "alnco-leadership").explanation
