from payapp.spot_check.references import References


def repeated(*rows: tuple[str, int]) -> list[tuple[int, int]]:
    references = References()
    for reference, row in rows:
        references.take(reference, row)
    return list(references.repeated())


def test_references_that_differ_are_not_repeated() -> None:
    assert repeated(("P1", 2), ("P2", 3), ("P10", 4)) == []
    assert repeated() == []


def test_each_row_after_the_first_names_the_one_before_it() -> None:
    rows = (("P1", 2), ("P2", 3), ("P1", 4), ("p1", 7), ("P2", 9))
    assert repeated(*rows) == [(4, 2), (7, 4), (9, 3)]


def test_rows_without_a_reference_are_not_alike() -> None:
    assert repeated(("", 2), ("", 3)) == []
