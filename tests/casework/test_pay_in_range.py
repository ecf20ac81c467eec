"""Where pay sits: amounts as received, taken from the reference figures."""

from decimal import Decimal

import pytest

from payapp.casework.pay_in_range import PlaceInRange, places_in_range
from payapp.check import check
from payapp.domain.findings import About
from payapp.domain.library import Library
from payapp.files.case_files import read_case
from payapp.files.places import resources_folder
from payapp.files.schedules import open_library


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def pounds(*amounts: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


def places(example: str, library: Library) -> dict[About, PlaceInRange]:
    case = read_case(resources_folder() / "examples" / f"{example}.json")
    return {place.about: place for place in places_in_range(check(case, library), library)}


def test_a_salary_part_time_sits_in_its_range_at_the_same_share(library: Library) -> None:
    place = places("england-part-time-senco-august-2026", library)[About.BASE_PAY]
    assert place.item == "upper-pay-range"
    assert (place.paid, place.due_low) == (Decimal("30628.80"), Decimal("28483.20"))
    assert (place.lowest, place.highest) == (Decimal("28483.20"), Decimal("30628.80"))


def test_a_tlr_after_the_change_of_rule_is_set_beside_its_full_range(library: Library) -> None:
    place = places("england-part-time-senco-september-2026", library)[About.TLR]
    assert (place.paid, place.due_low, place.due_high) == pounds(3000, 3651, 8913)
    assert (place.lowest, place.highest) == pounds(3651, 8913)
    assert not place.is_open


def test_a_scale_of_points_runs_from_its_first_to_its_last(library: Library) -> None:
    place = places("scotland-principal-teacher-low-point", library)[About.PROMOTED_POST]
    assert (place.paid, place.due_low, place.due_high) == pounds(66759, 69231, 69231)
    assert (place.lowest, place.highest) == pounds(59367, 76617)


def test_half_a_post_has_half_an_allowance_for_its_range(library: Library) -> None:
    place = places("scotland-island-teacher-without-the-allowance", library)[About.OTHER_ALLOWANCE]
    assert (place.paid, place.due_low) == pounds(0, 1371)
    assert (place.lowest, place.highest) == pounds(1371, 1371)


def test_what_the_employer_may_pay_and_need_not_is_open(library: Library) -> None:
    place = places("england-senco-main-range-nothing", library)[About.TLR]
    assert place.is_open
    assert (place.due_low, place.due_high, place.paid) == pounds(0, 8611, 0)


def test_what_may_not_be_paid_has_no_place_in_a_range(library: Library) -> None:
    found = places("england-senco-main-range-sen-allowance", library)
    assert About.SEN_ALLOWANCE not in found
    assert About.BASE_PAY in found


def test_what_is_due_but_cannot_be_told_has_no_place(library: Library) -> None:
    assert About.TLR not in places("england-cannot-be-told", library)


def test_an_employer_that_no_document_binds_has_no_places(library: Library) -> None:
    assert places("england-academy-on-its-own-terms", library) == {}


def test_where_nothing_is_paid_and_nothing_is_due_there_is_no_place(library: Library) -> None:
    for example in ("england-senco-upper-range-nothing", "scotland-unpromoted-asn-coordinator"):
        for place in places(example, library).values():
            assert any((place.paid, place.due_low, place.due_high))


def test_the_least_that_is_due_is_never_more_than_the_most(library: Library) -> None:
    for path in sorted((resources_folder() / "examples").glob("*.json")):
        for place in places(path.stem, library).values():
            assert place.due_low <= place.due_high
            if place.lowest is not None and place.highest is not None:
                assert place.lowest <= place.highest


def test_a_missing_allowance_is_set_beside_its_statutory_range(library: Library) -> None:
    place = places("england-special-school-without-allowance", library)[About.SEN_ALLOWANCE]
    assert (place.paid, place.due_low, place.due_high) == pounds(0, 2787, 5497)
    assert (place.lowest, place.highest) == pounds(2787, 5497)
    assert not place.is_open


PAID = Decimal("30628.80")


def of_salary(
    library: Library, low: Decimal, high: Decimal | None, paid: Decimal = PAID
) -> tuple[PlaceInRange, ...]:
    """Return the place of a part-timer's salary whose finding holds other amounts."""
    case = read_case(resources_folder() / "examples" / "england-part-time-senco-august-2026.json")
    assessment = check(case, library)
    (salary,) = (each for each in assessment.findings if each.about is About.BASE_PAY)
    changed = salary._replace(amount_low=low, amount_high=high, paid=paid)
    return places_in_range(assessment._replace(findings=(changed,)), library)


def test_nothing_due_and_nothing_paid_has_no_place(library: Library) -> None:
    nothing = Decimal(0)
    assert of_salary(library, nothing, nothing, nothing) == ()
    assert len(of_salary(library, nothing, nothing)) == 1


def test_where_no_share_gives_what_is_due_no_ends_of_the_range_are_guessed(
    library: Library,
) -> None:
    (place,) = of_salary(library, Decimal(12345), Decimal(23456))
    assert (place.due_low, place.due_high) == pounds(12345, 23456)
    assert (place.lowest, place.highest) == (None, None)


def test_the_most_that_is_due_is_the_least_where_nothing_says_otherwise(library: Library) -> None:
    (place,) = of_salary(library, Decimal("28483.20"), None)
    assert place.due_high == place.due_low == Decimal("28483.20")
