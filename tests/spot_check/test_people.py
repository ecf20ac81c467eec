from decimal import Decimal

import pytest

from payapp.domain.assessment import Verdict, assess
from payapp.domain.findings import About, Outcome
from payapp.domain.rules import Force
from payapp.spot_check.people import Person, person_of, rank_of, told_by_one_row
from tests.worked import CLASS_TEACHER, SENCO, allowance, answer, paid

UNDERPAID = answer(SENCO, paid("upper-pay-range", 52000, allowance("tlr2", 3000)), on="2026-10-01")
TLR = allowance("tlr2", 3000)
FAIR = answer(CLASS_TEACHER, paid("upper-pay-range", point="U3"), on="2026-10-01")


def kept(row: int, assessment: object = UNDERPAID) -> Person:
    found = UNDERPAID if assessment is UNDERPAID else FAIR
    return person_of(row, found, [f"sentence {n}" for n in range(len(found.findings))])


def test_a_person_holds_the_answer_in_plain_words_and_numbers() -> None:
    person = kept(7)
    assert (person.row, person.nation, person.verdict) == (7, "england", "not-appropriate")
    assert (person.direction, person.outcome) == ("underpaid", "below")
    assert person.gap == Decimal("527.00"), "the last confirmed minimum of a TLR2 is £3,527"
    assert person.pending == Decimal("124.00"), "that of 2026, £3,651, is only proposed"
    assert not person.is_gap_untold


def test_the_reasons_are_coded_by_what_they_are_about_and_came_to() -> None:
    assert "tlr:below" in kept(1).codes
    assert "base-pay:in-line" not in kept(1).codes
    assert kept(1, FAIR).codes == ()


def test_what_makes_the_verdict_comes_before_what_is_only_undecided_beside_it() -> None:
    unasked = {"role": "senco", "employer": "maintained", "qualified_teacher": "yes", "fte": 1}
    found = answer(unasked, paid("upper-pay-range", None, TLR, point="U3"), on="2025-10-01")
    abouts = [finding.about.value for finding in found.findings]
    assert abouts.index("sen-allowance") < abouts.index("tlr"), "the document asks this first"
    person = person_of(1, found, abouts)
    assert (person.verdict, person.gap) == ("not-appropriate", Decimal(527))
    assert person.codes[0] == "tlr:below"
    assert "sen-allowance:cannot-tell" in person.codes
    assert [each.sentence for each in person.reasons] == [each.about for each in person.reasons]


def test_an_undecided_must_leads_where_it_is_what_holds_the_verdict_back() -> None:
    open_one = answer({**SENCO, "teaches_sen_pupils": "not-known"}, paid("upper-pay-range", 51048))
    may = open_one.findings[0]._replace(
        about=About.OTHER_ALLOWANCE, outcome=Outcome.MAY_BE_CONSIDERED, force=Force.MAY
    )
    must = may._replace(about=About.TLR3, outcome=Outcome.CANNOT_TELL, force=Force.MUST)
    found = assess(open_one.case, (may, must), "data")
    assert found.verdict is Verdict.CANNOT_TELL
    told = person_of(1, found, ["may", "must"])
    assert told.codes == ("tlr3:cannot-tell", "other-allowance:may-be-considered")


def test_of_reasons_that_weigh_the_same_the_one_with_the_larger_gap_leads() -> None:
    post = {**SENCO, "teaches_sen_pupils": "no"}
    found = answer(post, paid("upper-pay-range", 47400, TLR), on="2025-10-01")
    person = person_of(1, found, [""] * len(found.findings))
    short = [(each.about, each.gap) for each in person.reasons if each.outcome == "below"]
    assert short == [("tlr", Decimal(527)), ("base-pay", Decimal(72))]


def test_every_finding_is_a_reason_with_its_sentence_and_paragraphs() -> None:
    person = kept(1)
    assert len(person.reasons) == len(UNDERPAID.findings)
    tlr = next(reason for reason in person.reasons if reason.about == "tlr")
    assert [tlr.amount_low, tlr.paid, tlr.gap] == [Decimal(3651), Decimal(3000), Decimal(651)]
    assert tlr.sentence.startswith("sentence")
    assert "Document 20.1" in tlr.paragraphs
    every = [place for reason in person.reasons for place in reason.paragraphs.split("; ")]
    assert not any(place.endswith((" -", " n/a", " ")) for place in every)


def test_what_is_paid_without_being_checked_is_kept_and_at_its_reason() -> None:
    post = {**SENCO, "leads_practice_of_others": "not-known"}
    found = answer(post, paid("upper-pay-range", 51048, allowance("tlr2", 5000)))
    person = person_of(1, found, [""] * len(found.findings))
    assert (person.verdict, person.undecided, person.unchecked) == ("appropriate", (), ("tlr",))
    assert [reason.about for reason in person.reasons if reason.is_unchecked] == ["tlr"]
    assert kept(1).unchecked == ()
    assert not any(reason.is_unchecked for reason in kept(1).reasons)


def test_people_are_ranked_by_outcome_then_gap_then_row() -> None:
    below, later = kept(5), kept(6)
    larger = below._replace(row=9, gap=Decimal(900))
    fair = kept(1, FAIR)
    people = [fair, later, below, larger]
    assert sorted(people, key=rank_of) == [larger, below, later, fair]


def test_a_rank_fits_into_eight_bytes_whatever_is_ranked() -> None:
    worst = kept(1)._replace(row=2**24 - 1, gap=Decimal(0), outcome=Outcome.DOES_NOT_APPLY.value)
    richest = worst._replace(gap=Decimal(10) ** 12)
    assert 0 <= rank_of(richest) < rank_of(worst) < 2**64


def test_a_reason_that_holds_twice_has_one_code() -> None:
    person = kept(1)
    twice = person._replace(reasons=(*person.reasons, *person.reasons))
    assert twice.codes == person.codes


def test_a_reason_is_remarkable_unless_all_is_well_with_it() -> None:
    reason = kept(1).reasons[0]
    unremarkable = {
        outcome.value for outcome in Outcome if not reason._replace(outcome=outcome).is_remarkable
    }
    assert unremarkable == {"in-line", "not-due", "does-not-apply"}


def test_each_paragraph_of_a_reason_is_named_once() -> None:
    for reason in kept(1).reasons:
        paragraphs = reason.paragraphs.split("; ")
        assert len(paragraphs) == len(set(paragraphs))


def test_a_pending_gap_counts_for_the_order_like_any_other() -> None:
    person = kept(5)
    pending = person._replace(row=6, pending=person.pending + 1)
    assert rank_of(pending) < rank_of(person)


def test_every_sentence_belongs_to_a_finding() -> None:
    with pytest.raises(ValueError, match="shorter"):
        person_of(1, UNDERPAID, ["one sentence for several findings"])


def hedged(sentence: str, row: int) -> str:
    return f"perhaps {sentence}" if sentence else f"row {row}"


def test_nothing_is_certain_of_a_person_of_whom_another_row_tells_more() -> None:
    person = told_by_one_row(kept(7), 12, hedged)
    assert (person.verdict, person.direction, person.outcome) == ("cannot-tell", "", "cannot-tell")
    assert (person.gap, person.pending, person.other_row) == (Decimal(0), Decimal(0), 12)
    first, second, *_ = person.reasons
    assert (first.code, first.sentence) == ("same-reference:cannot-tell", "row 12")
    assert (second.code, second.gap) == ("tlr:cannot-tell", None)
    assert second.sentence.startswith("perhaps sentence")
    assert not any("below" in each.code for each in person.reasons)
    assert rank_of(person) > rank_of(kept(7))


def test_who_appears_to_be_in_line_by_one_row_of_two_is_not_said_to_be() -> None:
    person = told_by_one_row(kept(7, FAIR), 12, hedged)
    assert person.verdict == "cannot-tell"
    assert person.codes == ("same-reference:cannot-tell",)


def test_where_no_document_binds_the_employer_another_row_changes_nothing() -> None:
    outside = kept(7)._replace(verdict="does-not-apply", outcome="does-not-apply")
    assert told_by_one_row(outside, 12, hedged) == outside._replace(other_row=12)
