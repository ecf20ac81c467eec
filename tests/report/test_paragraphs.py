import pytest

from payapp.report.paragraphs import paragraphs_in_order


@pytest.mark.parametrize(
    ("cited", "listed"),
    [
        (("21.2(a)", "20.10", "20.4", "21.1"), ("20.4", "20.10", "21.1", "21.2(a)")),
        (("49(3)(a)", "49(1)-(2)", "2; 7"), ("2", "7", "49(1)-(2)", "49(3)(a)")),
        (("21.2(d)(ii)", "21.2(c)", "21.2(d)(i)"), ("21.2(c)", "21.2(d)(i)", "21.2(d)(ii)")),
    ],
)
def test_numbers_stand_in_the_order_of_the_document(
    cited: tuple[str, ...], listed: tuple[str, ...]
) -> None:
    assert paragraphs_in_order(cited) == listed


def test_a_paragraph_that_several_rules_cite_stands_once() -> None:
    assert paragraphs_in_order(("20", "20; 40-41", "20; 51 (2018 number)", "40-41")) == (
        *("20", "40-41"),
        "51 (2018 number)",
    )


def test_several_numbers_are_parted_alike_however_a_rule_parts_them() -> None:
    assert paragraphs_in_order(("2.2, 2.7", "2.1")) == ("2.1", "2.2", "2.7")
    assert paragraphs_in_order(("criteria, second limb",)) == ("criteria, second limb",)


def test_named_parts_come_before_numbers_and_other_words_after_them() -> None:
    cited = ("21.2(a); guidance", "Section 2 / Section 3", "4; interpretation", "Section 1")
    assert paragraphs_in_order(cited) == (
        *("Section 1", "Section 2 / Section 3"),
        *("4", "21.2(a)"),
        *("guidance", "interpretation"),
    )


def test_what_was_not_verified_is_said_once_for_all_its_numbers() -> None:
    cited = (
        "20.4 (number not re-read)",
        "20.4(a)",
        "20.2 (number not re-read)",
        "20 (sub-paragraph not verified)",
    )
    assert paragraphs_in_order(cited) == (
        "20.4(a)",
        "20 (sub-paragraph not verified)",
        "20.2, 20.4 (number not re-read)",
    )


def test_without_a_paragraph_there_is_nothing_to_list() -> None:
    assert paragraphs_in_order(("",)) == ()


@pytest.mark.parametrize(
    ("cited", "listed"),
    [
        (("40", "40-41", "40.1"), ("40-41",)),
        (("20.4(a)", "20", "20.1"), ("20",)),
        (("49(2)(a)", "49(1)-(2)", "49(3)", "2"), ("2", "49(1)-(2)", "49(3)")),
        (("PT (g)-(j)", "PT (a)-(j)", "PT (d)-(f)"), ("PT (a)-(j)",)),
        (("Section 1 (scope)", "Section 1"), ("Section 1",)),
        (("Section 3", "Section 2 / Section 3"), ("Section 2 / Section 3",)),
        (("20", "20 (sub-paragraph not verified)", "20.2 (number not re-read)"), ("20",)),
    ],
)
def test_what_lies_within_another_paragraph_of_the_list_is_not_told_again(
    cited: tuple[str, ...], listed: tuple[str, ...]
) -> None:
    assert paragraphs_in_order(cited) == listed


@pytest.mark.parametrize(
    "apart",
    [
        ("2", "20", "21"),
        ("4", "40-41"),
        ("20.1", "20.10"),
        ("39", "40-41", "42"),
        ("51", "51 (2018 number)"),
        ("20.4(a)", "20.4 (number not re-read)"),
        ("Section 1", "Section 10"),
        ("49(2)-(3)", "49(4)"),
        ("criteria (a)", "part-time", "splitting"),
    ],
)
def test_paragraphs_of_which_none_lies_within_another_all_stand(apart: tuple[str, ...]) -> None:
    assert set(paragraphs_in_order(apart)) == set(apart)


def test_of_two_ways_to_write_one_paragraph_one_stands() -> None:
    assert paragraphs_in_order(("Section 1", "section 1")) == ("Section 1",)


def test_what_lies_within_a_paragraph_beside_the_list_is_left_out() -> None:
    cited = ("Section 3", "20", "21.1", "39")
    assert paragraphs_in_order(cited, ("Section 2 / Section 3", "20", "21")) == ("39",)
