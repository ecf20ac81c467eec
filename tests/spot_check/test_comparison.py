from decimal import Decimal

from payapp.spot_check.comparison import Change, Difference, Reported, compare


def person(reference: str, *codes: str, verdict: str = "not-appropriate", gap: int = 0) -> Reported:
    return Reported(reference, verdict, codes, Decimal(gap))


def changes(before: list[Reported], now: list[Reported]) -> list[tuple[str, str, str]]:
    return [(each.reference, each.change.value, each.code) for each in compare(before, now)]


def test_people_who_are_as_they_were_are_not_listed() -> None:
    assert changes([person("A", "tlr:below", gap=5)], [person("A", "tlr:below", gap=5)]) == []


def test_a_reason_that_was_not_there_is_new_and_one_that_went_is_gone() -> None:
    found = changes([person("A", "tlr:below")], [person("A", "base-pay:below")])
    assert found == [("A", "new", "base-pay:below"), ("A", "gone", "tlr:below")]


def test_a_gap_or_a_verdict_that_moved_is_a_change() -> None:
    before, now = [person("A", "tlr:below", gap=5)], [person("A", "tlr:below", gap=9)]
    assert list(compare(before, now)) == [
        Difference(
            "A",
            Change.CHANGED,
            "",
            "not-appropriate",
            "not-appropriate",
            Decimal(5),
            Decimal(9),
        )
    ]
    assert changes([person("A")], [person("A", verdict="appropriate")]) == [("A", "changed", "")]


def test_people_come_and_go() -> None:
    found = list(compare([person("A", gap=3)], [person("B", gap=4)]))
    assert [(each.reference, each.change) for each in found] == [
        ("B", Change.NEW_PERSON),
        ("A", Change.GONE_PERSON),
    ]
    assert (found[0].gap_before, found[0].gap_now) == (None, Decimal(4))
    assert (found[1].gap_before, found[1].gap_now) == (Decimal(3), None)


def test_a_reference_that_stands_twice_is_compared_in_order() -> None:
    before = [person("A", "x:below"), person("A", "y:below")]
    assert changes(before, [person("A", "x:below"), person("A", "z:below")]) == [
        ("A", "new", "z:below"),
        ("A", "gone", "y:below"),
    ]
