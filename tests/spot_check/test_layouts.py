import pytest

from payapp.spot_check.columns import known_columns
from payapp.spot_check.layouts import Cue, Cues, Doubtful, Placed, guess_layout, headings_known
from tests.spot_check.sheets import cues, layout


def placed(*headings: str, above: tuple[object, ...] = ()) -> dict[str, str]:
    return {each.column.name: each.heading for each in layout(*headings, above=above).placed}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Spine pt", "point"),
        ("SCP", "point"),
        ("FTE", "fte"),
        ("F.T.E.", "fte"),
        ("Basic", "salary"),
        ("Emp No.", "reference"),
        ("Pay Scale", "range"),
        ("JOB TITLE", "role"),
        ("As at", "on"),
        ("Alw code", "allowance_1_kind"),
        ("allowance_2_share", "allowance_2_share"),
        ("line_manages_significant_number", "line_manages_significant_number"),
    ],
)
def test_headings_of_payroll_systems_are_recognised(heading: str, column: str) -> None:
    assert placed(heading) == {column: heading}


def test_a_heading_that_means_nothing_is_named_as_not_read() -> None:
    found = layout("Ref", "Shoe size", "FTE")
    assert found.unread == ("Shoe size",)
    assert found.columns == {"reference", "fte"}


@pytest.mark.parametrize(
    ("heading", "column", "kind"),
    [
        ("TLR2 received", "allowance_1_amount", "tlr2 received"),
        ("Annual Salary (FTE)", "salary", "full-time-equivalent"),
        ("Contract %", "fte", ""),
        ("FTE %", "fte", ""),
        ("SEN allw", "allowance_1_amount", "sen-allowance"),
        ("Special school?", "in_special_school", ""),
        ("TLR (paid)", "allowance_1_amount", "which"),
    ],
)
def test_headings_that_say_more_are_read_with_what_they_say(
    heading: str, column: str, kind: str
) -> None:
    (found,) = layout(heading).placed
    assert (found.column.name, found.kind) == (column, kind)


def test_a_share_without_a_percent_sign_is_not_taken_for_one() -> None:
    assert layout("Contract").placed == ()


def test_a_heading_that_speaks_of_an_allowance_and_is_not_read_is_doubtful() -> None:
    found = layout("Ref", "TLR2 plus", "Shoe size", "SEN allowance start date", "FTE")
    assert [(each.place, each.heading) for each in found.doubtful] == [(1, "TLR2 plus")]
    assert [each.heading for each in found.unexplained] == ["TLR2 plus", "Shoe size"]


DOUBTFUL = Doubtful(2, "Gross", is_allowance=False)


def columns_under(above: tuple[str | None, ...], *headings: str) -> list[str]:
    return [each.column.name for each in layout(*headings, above=above).placed]


def test_allowances_that_are_counted_above_their_headings_are_read() -> None:
    above = ("Staff", None, "Allowance 1", None, None, "Allowance 2", None)
    headings = ("No", "FTE", "Code", "Amount", "Share", "Code", "Amount")
    assert columns_under(above, *headings) == [
        *("reference", "fte"),
        *(f"allowance_1_{field}" for field in ("kind", "amount", "share")),
        *(f"allowance_2_{field}" for field in ("kind", "amount")),
    ]


@pytest.mark.parametrize("heading", ["Amount", "VALUE", "Annual value", "£", "p.a."])
def test_an_amount_beside_a_column_of_kinds_is_that_of_the_allowance(heading: str) -> None:
    headings = ("Ref", "Allowance", heading, "Allow code", heading)
    assert [each.column.name for each in layout(*headings).placed] == [
        *("reference", "allowance_1_kind", "allowance_1_amount"),
        *("allowance_2_kind", "allowance_2_amount"),
    ]


def test_an_amount_that_stands_elsewhere_is_of_no_allowance() -> None:
    found = layout("Ref", "Amount", "Allowance", "Notes", "Amount")
    assert [each.column.name for each in found.placed] == ["reference", "allowance_1_kind"]


@pytest.mark.parametrize(
    "heading", ["SEN Allowance p.a.", "SEN allowance per annum", "SEN allowance (a year)"]
)
def test_a_heading_may_say_that_its_amounts_are_those_of_a_year(heading: str) -> None:
    assert placed(heading) == {"allowance_1_amount": heading}
    assert layout("SEN allowance p.m.").placed == ()


def test_a_second_salary_is_compared_where_both_tell_their_basis() -> None:
    found = layout("Ref", "FTE salary", "Actual salary", "Pro rata pay")
    assert found.compared is not None
    assert (found.compared.heading, found.compared.kind) == ("Actual salary", "received")
    assert found.unread == ("Actual salary", "Pro rata pay")
    assert [each.heading for each in found.unexplained] == ["Pro rata pay"]
    assert layout("Ref", "Basic", "Actual salary").compared is None
    assert layout("Ref", "FTE salary", "Basic").compared is None


def test_a_kind_above_a_heading_stays_that_kind() -> None:
    found = layout("Ref", "Amount", "Amount", above=(None, "TLR 2", "SEN"))
    assert [each.kind for each in found.placed] == ["", "tlr2", "sen-allowance"]


def test_an_amount_under_a_group_of_allowances_that_is_not_read_speaks_of_one() -> None:
    found = layout("Ref", "FTE", "Other", "Value", above=(None, None, "Allowances paid", None))
    assert [each.heading for each in found.allowances_not_read] == ["Value"]
    found = layout("Ref", "FTE", "Value", "Shoe size", above=(None, None, "Pension", None))
    assert not found.allowances_not_read


@pytest.mark.parametrize("heading", ["TA 7 x", "TA 1 top-up", "ta2 extra"])
def test_the_allowances_of_northern_ireland_are_known_as_such_however_spaced(heading: str) -> None:
    speaks = bool(layout("Ref", "FTE", heading).allowances_not_read)
    assert speaks is not heading.startswith("TA 7")


def test_where_no_salary_is_read_every_column_that_may_hold_pay_may_be_it() -> None:
    assert layout("Ref", "FTE", "Gross")._replace(doubtful=(DOUBTFUL,)).salaries_not_read == (
        DOUBTFUL,
    )
    assert not layout("Ref", "FTE", "Basic", "X")._replace(doubtful=(DOUBTFUL,)).salaries_not_read


@pytest.mark.parametrize(
    ("heading", "told"),
    [("FTE %", True), ("Contract percent", True), ("FTE per cent", True), ("FTE", False)],
)
def test_a_heading_tells_of_percentages(heading: str, *, told: bool) -> None:
    assert Placed(known_columns()["fte"], 0, heading).is_percentage is told


def test_what_is_said_not_to_be_read_is_not_doubtful() -> None:
    told = Cues({"tlr2 plus": Cue("")})
    found = guess_layout(1, ("FTE", "TLR2 plus"), (), told)
    assert found.unread == ("TLR2 plus",)
    assert found.unexplained == ()


def test_names_are_set_apart_and_never_placed() -> None:
    found = layout("Emp no", "Surname", "First name", "FTE")
    assert found.names == (1, 2)
    assert found.unread == ()


def test_a_second_heading_of_one_meaning_is_not_read() -> None:
    found = layout("Salary", "Basic pay", "FTE")
    assert [each.heading for each in found.placed] == ["Salary", "FTE"]
    assert found.unread == ("Basic pay",)


def test_allowances_are_numbered_as_they_come() -> None:
    found = placed("Alw code", "Alw amount", "Alw code", "Alw amount")
    assert list(found) == [
        *("allowance_1_kind", "allowance_1_amount", "allowance_2_kind", "allowance_2_amount")
    ]


def test_allowances_without_a_number_come_after_those_with_one() -> None:
    found = placed("allowance_1_kind", "allowance_1_amount", "Alw code", "Alw amount")
    assert "allowance_2_kind" in found
    assert "allowance_2_amount" in found


def test_a_column_headed_by_a_kind_is_an_allowance_of_its_own() -> None:
    found = layout("Ref", "TLR2", "SEN allowance", "R&R").placed
    assert [(each.column.name, each.kind) for each in found[1:]] == [
        ("allowance_1_amount", "tlr2"),
        ("allowance_2_amount", "sen-allowance"),
        ("allowance_3_amount", "recruitment-retention"),
    ]


def test_more_allowances_than_there_are_columns_for_are_not_placed() -> None:
    found = layout(*["Alw code", "Alw amount"] * 10)
    assert len(found.placed) == 18


def test_a_salary_says_by_its_heading_whether_it_is_received() -> None:
    assert layout("Actual salary").placed[0].kind == "received"
    assert layout("FTE salary").placed[0].kind == "full-time-equivalent"
    assert layout("Salary").placed[0].kind == ""


def test_a_merged_heading_reaches_over_what_belongs_to_it() -> None:
    above = (None, "Allowance", None, "Contract", None)
    found = placed("Emp no", "Code", "Amount", "Start date", "FTE", above=above)
    assert found == {
        "reference": "Emp no",
        "allowance_1_kind": "Code",
        "allowance_1_amount": "Amount",
        "fte": "FTE",
    }


def test_a_merged_heading_does_not_reach_over_dates() -> None:
    found = placed("Code", "Amount", "Start date", above=("Allowance", None, None))
    assert "allowance_1_from" not in found


def test_a_heading_in_the_row_above_counts_where_its_own_cell_is_empty() -> None:
    found = layout("Emp no", "", above=(None, "FTE"))
    assert found.columns == {"reference", "fte"}


def test_a_layout_can_be_remembered() -> None:
    assert layout("Spine pt", "TLR2").meanings() == {
        "spine pt": ("point", ""),
        "tlr2": ("allowance_1_amount", "tlr2"),
    }


def test_what_is_remembered_goes_before_what_is_shipped() -> None:
    own = Cues({"grade": Cue("point")})
    assert own.meaning("Grade") == Cue("point")
    assert cues().meaning("Grade") == Cue("range")
    assert cues().meaning("Shoe size") is None


def test_only_text_can_be_a_heading() -> None:
    assert headings_known(("FTE", 3, None, "Spine pt", "x"), cues()) == 2


def test_a_column_without_any_heading_is_left_out() -> None:
    found = layout("Emp no", "", "FTE")
    assert [each.place for each in found.placed] == [0, 2]
    assert found.unread == ()


def test_what_stands_under_a_heading_of_salaries_is_read_with_it() -> None:
    found = layout("Ref", "Annual", "FTE", above=("", "Salary", ""))
    assert [each.column.name for each in found.placed] == ["reference", "salary", "fte"]
