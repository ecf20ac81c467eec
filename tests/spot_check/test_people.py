from decimal import Decimal

from payapp.domain.findings import Outcome
from payapp.spot_check.people import Person, person_of, rank_of
from tests.worked import CLASS_TEACHER, SENCO, allowance, answer, paid

UNDERPAID = answer(SENCO, paid("upper-pay-range", 52000, allowance("tlr2", 3000)), on="2026-10-01")
FAIR = answer(CLASS_TEACHER, paid("upper-pay-range", point="U3"), on="2026-10-01")


def kept(row: int, assessment: object = UNDERPAID) -> Person:
    found = UNDERPAID if assessment is UNDERPAID else FAIR
    return person_of(row, found, [f"sentence {n}" for n in range(len(found.findings))])


def test_a_person_holds_the_answer_in_plain_words_and_numbers() -> None:
    person = kept(7)
    assert (person.row, person.nation, person.verdict) == (7, "england", "not-appropriate")
    assert (person.direction, person.outcome) == ("underpaid", "below")
    assert person.gap == Decimal("651.00")
    assert person.pending == 0
    assert not person.is_gap_untold


def test_the_reasons_are_coded_by_what_they_are_about_and_came_to() -> None:
    assert "tlr:below" in kept(1).codes
    assert "base-pay:in-line" not in kept(1).codes
    assert kept(1, FAIR).codes == ()


def test_every_finding_is_a_reason_with_its_sentence_and_paragraphs() -> None:
    person = kept(1)
    assert len(person.reasons) == len(UNDERPAID.findings)
    tlr = next(reason for reason in person.reasons if reason.about == "tlr")
    assert [tlr.amount_low, tlr.paid, tlr.gap] == [Decimal(3651), Decimal(3000), Decimal(651)]
    assert tlr.sentence.startswith("sentence")
    assert "Document 20.1" in tlr.paragraphs


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
