from datetime import date, datetime
from decimal import Decimal

import pytest

from payapp.domain.cases import Case, Nation, PayArea
from payapp.domain.pay import Allowance, AllowanceKind, Basis
from payapp.domain.posts import Employer, Role, SchoolType
from payapp.domain.sheet_rows import NoValue, Row
from payapp.domain.tests_over_facts import Fact
from payapp.files.column_guards import column_guards
from payapp.files.cue_files import word_cues
from payapp.spot_check.cells import Fault, Misread, Words
from payapp.spot_check.layouts import Doubtful
from payapp.spot_check.people import Refusal, RowFault
from payapp.spot_check.rows import MOST_KEPT, RowReader, misread_defaults, shown_value
from tests.spot_check.sheets import HEADINGS, TEACHER, layout, reader
from tests.worked import library


def case_of(headings: tuple[str, ...], cells: tuple[object, ...], **defaults: object) -> Case:
    found = reader(*headings, **defaults).read(Row(2, cells))
    assert isinstance(found, Case)
    return found


def faults_of(
    headings: tuple[str, ...], cells: tuple[object, ...], **defaults: object
) -> tuple[RowFault, ...]:
    found = reader(*headings, **defaults).read(Row(2, cells))
    assert isinstance(found, Refusal)
    return found.faults


def paid(*cells: object, headings: tuple[str, ...]) -> tuple[Allowance, ...]:
    case = case_of((*HEADINGS, *headings), (*TEACHER, *cells))
    return case.pay.allowances


def test_a_row_becomes_a_case() -> None:
    case = case_of(HEADINGS, TEACHER)
    assert (case.reference, case.nation, case.on) == ("P1", Nation.ENGLAND, date(2026, 10, 1))
    assert case.pay_area is None
    assert (case.post.employer, case.post.role) == (Employer.MAINTAINED, Role.CLASS_TEACHER)
    assert case.post.fte == 1
    assert (case.pay.range, case.pay.point) == ("main-pay-range", "M6")


def test_a_blank_cell_is_a_fact_that_is_not_known() -> None:
    headings = (*HEADINGS, "qualified_teacher", "sustained")
    case = case_of(headings, (*TEACHER, None, ""))
    assert case.post.qualified_teacher is Fact.NOT_KNOWN
    assert case.post.sustained is Fact.NOT_KNOWN


def test_a_row_may_end_before_its_last_column() -> None:
    assert case_of((*HEADINGS, "Salary"), TEACHER).pay.salary is None


def test_defaults_fill_the_columns_that_a_sheet_lacks() -> None:
    case = case_of(("Ref", "FTE"), ("P1", 0.6), nation="wales", on="2025-10-01")
    assert (case.nation, case.on) == (Nation.WALES, date(2025, 10, 1))


def test_a_default_does_not_fill_a_cell_that_is_blank() -> None:
    headings = ("Ref", "Nation", "FTE")
    faults = faults_of(headings, ("P1", "", 1), nation="wales", on="2025-10-01")
    assert [(each.heading, each.fault) for each in faults] == [("Nation", Fault.MISSING)]


def test_a_row_without_nation_and_day_is_not_checked() -> None:
    faults = faults_of(("Ref", "FTE"), ("P1", 1))
    assert [(each.heading, each.fault) for each in faults] == [
        ("nation", Fault.MISSING),
        ("on", Fault.MISSING),
    ]


def test_a_nation_that_is_not_understood_is_one_fault_and_not_two() -> None:
    faults = faults_of(HEADINGS, ("P1", "Narnia", *TEACHER[2:]))
    assert [(each.heading, each.value) for each in faults] == [("Nation", "Narnia")]
    assert faults[0].accepted == "give one of england, wales, northern-ireland, scotland"


def test_every_fault_of_a_row_is_told() -> None:
    cells = ("P1", "England", "", "01/10/2026", "LA", "Wizard", "0,6", "Main", "M6")
    faults = faults_of(HEADINGS, cells)
    assert [
        (each.row, each.reference, each.heading, each.value, each.fault) for each in faults
    ] == [
        (2, "P1", "Role", "Wizard", Fault.NOT_ACCEPTED),
        (2, "P1", "FTE", "0,6", Fault.COMMA),
    ]


def test_a_reference_that_cannot_be_read_is_a_fault() -> None:
    faults = faults_of(HEADINGS, ("#N/A", *TEACHER[1:]))
    assert [(each.reference, each.fault) for each in faults] == [("", Fault.ERROR_VALUE)]


def test_a_number_is_guarded_as_in_a_case_file() -> None:
    faults = faults_of(HEADINGS, (*TEACHER[:6], 1.2, *TEACHER[7:]))
    assert faults[0].accepted.startswith("give a number above 0 and at most 1")


def test_a_range_that_the_nation_lacks_is_a_fault_that_names_those_it_has() -> None:
    faults = faults_of(HEADINGS, (*TEACHER[:7], "Soulbury", "4"))
    assert "main-pay-range" in faults[0].accepted
    assert "tlr2" not in faults[0].accepted


def test_a_range_may_be_written_with_capitals_and_spaces() -> None:
    case = case_of(HEADINGS, (*TEACHER[:7], "Leading Practitioner", None))
    assert case.pay.range == "leading-practitioner"


@pytest.mark.parametrize(
    ("nation", "point", "pay_range"),
    [
        ("England", "U3", "upper-pay-range"),
        ("England", "L5", "leadership"),
        ("NI", "M6", "main-pay-scale"),
        ("England", "min", None),
    ],
)
def test_a_point_tells_its_range_where_only_one_has_it(
    nation: str, point: str, pay_range: str | None
) -> None:
    headings = ("Ref", "Nation", "Date", "Spine pt")
    case = case_of(headings, ("P1", nation, "01/10/2025", point))
    assert case.pay.range == pay_range


@pytest.mark.parametrize(
    ("nation", "on", "point", "pay_range"),
    [
        ("Wales", "01/10/2023", "M1", "main-pay-range"),
        ("NI", "01/10/2025", "M1", "main-pay-scale"),
        ("NI", "01/10/2025", "L8", "leadership"),
    ],
)
def test_a_point_that_is_not_held_on_the_day_tells_its_range_all_the_same(
    nation: str, on: str, point: str, pay_range: str
) -> None:
    case = case_of(("Ref", "Nation", "Date", "Spine pt"), ("P1", nation, on, point))
    assert (case.pay.range, case.pay.point) == (pay_range, point)


@pytest.mark.parametrize(
    ("point", "pay_range", "accepted"),
    [
        ("M7", None, "give one of M1, M2, M3, M4, M5, M6"),
        ("M7", "Main", "give one of M1, M2, M3, M4, M5, M6"),
        ("U4", None, "give one of U1, U2, U3"),
        ("Z9", None, "give a point such as M6, U3 or L8"),
    ],
)
def test_a_point_that_no_range_has_is_said_not_to_exist(
    point: str, pay_range: str | None, accepted: str
) -> None:
    headings = ("Ref", "Nation", "Date", "Spine pt", "Pay scale")
    (fault,) = faults_of(headings, ("P1", "England", "01/10/2025", point, pay_range))
    assert (fault.heading, fault.value) == ("Spine pt", point)
    assert (fault.fault, fault.accepted) == (Fault.NO_SUCH_POINT, accepted)


def test_a_point_that_has_a_range_beside_it_does_not_change_it() -> None:
    headings = ("Ref", "Nation", "Date", "Spine pt", "Pay scale")
    case = case_of(headings, ("P1", "England", "01/10/2025", "U3", "Leadership"))
    assert case.pay.range == "leadership"


@pytest.mark.parametrize("salary", ["31.650", "£31.650", "7.200"])
def test_three_figures_after_a_point_are_asked_about(salary: str) -> None:
    (fault,) = faults_of((*HEADINGS, "Salary"), (*TEACHER, salary))
    assert (fault.heading, fault.value, fault.fault) == ("Salary", salary, Fault.THREE_DECIMALS)


def test_an_fte_may_have_three_decimals() -> None:
    case = case_of(HEADINGS, (*TEACHER[:6], "0.846", *TEACHER[7:]))
    assert case.post.fte == Decimal("0.846")


@pytest.mark.parametrize(
    ("salary", "basis", "fte"),
    [(31.65, "FTE", 1), (31.65, None, 1), (3165, "FTE", 0.2), (800, "actual", 0.5), (900, "", "")],
)
def test_a_salary_that_nobody_can_have_is_asked_about(
    salary: float, basis: str | None, fte: object
) -> None:
    cells = (*TEACHER[:6], fte, *TEACHER[7:], salary, basis)
    (fault,) = faults_of((*HEADINGS, "Salary", "Salary basis"), cells)
    assert (fault.heading, fault.fault) == ("Salary", Fault.SALARY_TOO_LOW)


@pytest.mark.parametrize(
    ("salary", "basis", "fte"),
    [(3165, "actual", 0.1), (31650, "FTE", 1), (20000, None, 1), (900, "actual", None)],
)
def test_a_low_salary_that_somebody_may_have_is_checked(
    salary: int, basis: str | None, fte: object
) -> None:
    cells = (*TEACHER[:6], fte, *TEACHER[7:], salary, basis)
    assert case_of((*HEADINGS, "Salary", "Salary basis"), cells).pay.salary == salary


@pytest.mark.parametrize("text", ["TOTAL", "Grand total", "Sub-total"])
def test_a_row_of_totals_is_no_person(text: str) -> None:
    (fault,) = faults_of((*HEADINGS, "Salary"), (text, *TEACHER[1:], 454000))
    assert (fault.reference, fault.fault) == (text, Fault.TOTAL_ROW)


def test_a_person_whose_reference_holds_the_word_total_is_one() -> None:
    assert case_of(HEADINGS, ("Totally Primary 7", *TEACHER[1:])).reference == "Totally Primary 7"


def test_a_row_of_totals_does_not_follow_from_the_row_of_a_person() -> None:
    found = reader(*HEADINGS)
    assert found.key(Row(2, TEACHER)) != found.key(Row(3, ("Total", *TEACHER[1:])))


@pytest.mark.parametrize("heading", ["TLR2 plus", "Other allce (annual)", "Honorarium 2025"])
def test_an_amount_under_an_allowance_that_is_not_recognised_is_asked_about(heading: str) -> None:
    (fault,) = faults_of((*HEADINGS, heading), (*TEACHER, "2,116.20"))
    assert (fault.heading, fault.value) == (heading, "2,116.20")
    assert fault.fault is Fault.ALLOWANCE_NOT_READ


@pytest.mark.parametrize("cell", [None, "", 0, "0.00", "no", "Head of Year", True])
def test_what_is_no_amount_under_such_a_heading_stops_nothing(cell: object) -> None:
    assert case_of((*HEADINGS, "TLR2 plus"), (*TEACHER, cell)).pay.allowances == ()


PERCENT = (*HEADINGS[:6], "FTE %", *HEADINGS[7:])


@pytest.mark.parametrize(("cell", "fte"), [(60, "0.6"), ("60", "0.6"), (0.6, "0.6"), (100, "1")])
def test_a_heading_with_a_percent_sign_says_how_a_share_is_meant(cell: object, fte: str) -> None:
    case = case_of(PERCENT, (*TEACHER[:6], cell, *TEACHER[7:]))
    assert case.post.fte == Decimal(fte)


@pytest.mark.parametrize("cell", [60, "60", 6])
def test_without_it_a_share_above_one_is_asked_about(cell: object) -> None:
    (fault,) = faults_of(HEADINGS, (*TEACHER[:6], cell, *TEACHER[7:]))
    assert (fault.heading, fault.fault) == ("FTE", Fault.NOT_ACCEPTED)


@pytest.mark.parametrize(
    ("scale", "point", "read_as"),
    [("Main", 6, "M6"), ("UPS", "3", "U3"), ("Leadership", "10", "L10"), ("Unqualified", 2, "2")],
)
def test_the_number_of_a_point_is_read_in_the_range_that_is_named(
    scale: str, point: object, read_as: str
) -> None:
    assert case_of(HEADINGS, (*TEACHER[:7], scale, point)).pay.point == read_as


def test_the_number_of_a_point_that_the_range_lacks_is_told_with_those_that_it_has() -> None:
    (fault,) = faults_of(HEADINGS, (*TEACHER[:7], "UPS", 7))
    assert (fault.fault, fault.accepted) == (Fault.NO_SUCH_POINT, "give one of U1, U2, U3")


def test_a_number_alone_names_no_point_where_no_range_is_told() -> None:
    assert case_of(HEADINGS, (*TEACHER[:7], "", 6)).pay.point == "6"


def test_a_point_that_no_range_has_is_told_with_those_of_the_range_that_is_named() -> None:
    cells = ("P1", "Scotland", "", "01/10/2026", "", "Teacher", 1, "Main grade", "MG5")
    (fault,) = faults_of(HEADINGS, cells)
    assert (fault.fault, fault.accepted) == (Fault.NO_SUCH_POINT, "give one of 0, 1, 2, 3, 4, 5")


def unexplained(*headings: str) -> RowReader:
    """Return a reader of a sheet whose last column nobody explained."""
    found = layout(*headings)
    held = (Doubtful(len(headings) - 1, headings[-1], is_allowance=False),)
    words, guards = Words(word_cues()), column_guards()
    return RowReader(found._replace(doubtful=held), {}, words, guards, library())


@pytest.mark.parametrize("amount", [33_731, "£47,000", 5_000.5])
def test_an_amount_that_may_be_the_salary_stops_a_row_that_has_none(amount: object) -> None:
    found = unexplained(*HEADINGS, "Total pot").read(Row(2, (*TEACHER, amount)))
    assert isinstance(found, Refusal)
    assert [(each.heading, each.fault) for each in found.faults] == [
        ("Total pot", Fault.SALARY_NOT_READ)
    ]


@pytest.mark.parametrize("amount", [None, "", 300, 4_999, "hours", 2026])
def test_what_is_too_low_for_a_salary_stops_nothing(amount: object) -> None:
    found = unexplained(*HEADINGS, "Total pot").read(Row(2, (*TEACHER, amount)))
    assert isinstance(found, Case)


def test_beside_a_salary_that_is_read_no_other_amount_is_taken_for_it() -> None:
    found = unexplained(*HEADINGS, "Basic", "Total pot")
    assert isinstance(found.read(Row(2, (*TEACHER, 46_940, 51_000))), Case)


@pytest.mark.parametrize("amount", [232.25, 240.42, "£474.16"])
def test_the_amount_of_a_month_is_asked_about_and_not_called_short(amount: object) -> None:
    (fault,) = faults_of((*HEADINGS, "SEN allowance"), (*TEACHER, amount))
    assert (fault.heading, fault.fault) == ("SEN allowance", Fault.ALLOWANCE_TOO_LOW)


def test_an_allowance_that_a_part_timer_may_receive_in_a_year_is_none_of_a_month() -> None:
    headings = (*HEADINGS, "SEN allowance")
    assert paid(1000, headings=("SEN allowance",))
    case = case_of(headings, (*TEACHER[:6], 0.1, *TEACHER[7:], 288.5))
    assert [each.amount for each in case.pay.allowances] == [Decimal("288.5")]


def test_rows_that_differ_in_an_allowance_that_is_not_read_are_not_the_same() -> None:
    found = reader(*HEADINGS, "TLR2 plus")
    assert found.key(Row(2, (*TEACHER, 3527))) != found.key(Row(3, (*TEACHER, None)))


def test_an_allowance_headed_with_its_basis_is_paid_on_that_basis() -> None:
    (tlr,) = paid("2,116.20", headings=("TLR2 received",))
    assert (tlr.kind, tlr.amount, tlr.basis) == (
        AllowanceKind.TLR2,
        Decimal("2116.20"),
        Basis.RECEIVED,
    )
    (sen,) = paid(2787, headings=("SEN allw",))
    assert (sen.kind, sen.basis) == (AllowanceKind.SEN_ALLOWANCE, None)


BOTH_BASES = ("TLR2 FTE", "TLR2 actual")


@pytest.mark.parametrize(
    ("cells", "amount", "basis"),
    [
        ((3651, 1825.5), "1825.50", Basis.RECEIVED),
        ((3651, None), "3651", Basis.FULL_TIME_EQUIVALENT),
        ((3651, 0), "3651", Basis.FULL_TIME_EQUIVALENT),
        ((None, 1825.5), "1825.50", Basis.RECEIVED),
    ],
)
def test_an_allowance_in_a_column_for_each_basis_is_one_and_not_two(
    cells: tuple[object, ...], amount: str, basis: Basis
) -> None:
    (allowance,) = paid(*cells, headings=BOTH_BASES)
    assert (allowance.amount, allowance.basis) == (Decimal(amount), basis)
    (turned,) = paid(*cells[::-1], headings=BOTH_BASES[::-1])
    assert turned == allowance


BOTH_SALARIES = (*HEADINGS, "FTE salary", "Actual salary")


def with_both(fte: object, whole: object, received: object) -> tuple[object, ...]:
    return (*TEACHER[:6], fte, *TEACHER[7:], whole, received)


@pytest.mark.parametrize(
    "cells",
    [(0.6, 46_940, 28_164), (0.6, 46_940, 28_164.49), (1, "£46,940", "46,940.00"), (1, 46_940, "")],
)
def test_a_salary_on_both_bases_is_read_on_the_first_where_they_go_together(
    cells: tuple[object, object, object],
) -> None:
    case = case_of(BOTH_SALARIES, with_both(*cells))
    assert (case.pay.salary, case.pay.basis) == (Decimal(46_940), Basis.FULL_TIME_EQUIVALENT)


@pytest.mark.parametrize("received", [40_000, 28_162, "£25,000"])
def test_salaries_that_do_not_go_together_are_asked_about(received: object) -> None:
    (fault,) = faults_of(BOTH_SALARIES, with_both(0.6, 46_940, received))
    assert (fault.heading, fault.fault) == ("Actual salary", Fault.SALARIES_DIFFER)
    turned = (*HEADINGS, "Actual salary", "FTE salary")
    (fault,) = faults_of(turned, with_both(0.6, received, 46_940))
    assert (fault.heading, fault.fault) == ("FTE salary", Fault.SALARIES_DIFFER)


def test_a_second_salary_that_is_misread_is_told_and_one_without_an_fte_is_let_be() -> None:
    (fault,) = faults_of(BOTH_SALARIES, with_both(0.6, 46_940, "much"))
    assert (fault.heading, fault.fault) == ("Actual salary", Fault.NOT_ACCEPTED)
    assert case_of(BOTH_SALARIES, with_both("", 46_940, 20_000)).pay.salary == 46_940
    assert case_of(BOTH_SALARIES, with_both(0.6, "", 20_000)).pay.salary is None


def test_rows_that_differ_in_the_second_salary_are_not_the_same() -> None:
    found = reader(*BOTH_SALARIES)
    rows = [Row(2, with_both(0.6, 46_940, each)) for each in (28_164, 25_000)]
    assert found.key(rows[0]) != found.key(rows[1])


def test_two_allowances_of_a_kind_on_one_basis_stay_two() -> None:
    assert len(paid(3651, 4000, headings=("TLR2 actual", "TLR 2 received"))) == 2


def test_a_special_school_may_be_told_by_a_yes() -> None:
    for cell, school in (("Y", SchoolType.SPECIAL), ("N", None), ("", None)):
        case = case_of((*HEADINGS, "Special school?"), (*TEACHER, cell))
        assert case.post.school_type is school


def test_a_kind_of_school_that_is_told_is_not_changed_by_a_yes() -> None:
    headings = (*HEADINGS, "Special school?", "School type")
    case = case_of(headings, (*TEACHER, "Y", "Special"))
    assert case.post.school_type is SchoolType.SPECIAL


def test_a_range_is_told_in_the_pay_area_of_the_row() -> None:
    headings = ("Ref", "Nation", "Area", "Date", "Spine pt")
    case = case_of(headings, ("P1", "England", "Inner London", "01/10/2026", "U3"))
    assert (case.pay.range, case.pay_area) == ("upper-pay-range", PayArea.INNER_LONDON)


def test_only_england_has_pay_areas() -> None:
    cells = ("P1", "Wales", "Outer", "01/10/2025", "LA", "Teacher", 1, "Main", "M6")
    faults = faults_of(HEADINGS, cells)
    assert [(each.heading, each.fault) for each in faults] == [("Area", Fault.NOT_IN_THIS_NATION)]


def test_an_allowance_is_read_with_its_share_and_dates() -> None:
    headings = ("Alw code", "Alw amount", "Alw share", "Alw start")
    found = paid("TLR2", "£3,651", 0.5, "01/09/2025", headings=headings)
    assert [(each.kind, each.amount, each.share, each.from_) for each in found] == [
        (AllowanceKind.TLR2, Decimal(3651), Decimal("0.5"), date(2025, 9, 1))
    ]


def test_an_allowance_headed_by_its_kind_is_paid_where_the_cell_holds_an_amount() -> None:
    headings = ("TLR2", "SEN allowance")
    found = paid(3651, 0, headings=headings)
    assert [(each.kind, each.amount) for each in found] == [(AllowanceKind.TLR2, Decimal(3651))]
    assert paid(None, "", headings=headings) == ()


@pytest.mark.parametrize(
    ("cells", "heading", "fault"),
    [
        (("TLR2", None), "Alw amount", Fault.WITHOUT_AMOUNT),
        ((None, 3651), "Alw code", Fault.WITHOUT_KIND),
    ],
)
def test_half_an_allowance_is_a_fault(
    cells: tuple[object, ...], heading: str, fault: Fault
) -> None:
    faults = faults_of((*HEADINGS, "Alw code", "Alw amount"), (*TEACHER, *cells))
    assert [(each.heading, each.fault) for each in faults] == [(heading, fault)]


@pytest.mark.parametrize("cell", ["-", "n/a", "nil", "None", 0, None])
def test_an_allowance_that_a_row_says_there_is_not_is_none_like_a_blank_cell(cell: object) -> None:
    headings = (*HEADINGS, "SEN allowance", "TLR", "Alw code", "Alw amount", "Alw share")
    code = "none" if cell == 0 else cell
    case = reader(*headings).read(Row(2, (*TEACHER, cell, cell, code, cell, code)))
    assert isinstance(case, Case)
    assert case.pay.allowances == ()


def test_a_kind_beside_a_dash_and_an_amount_beside_a_none_are_asked_about() -> None:
    headings = (*HEADINGS, "Alw code", "Alw amount")
    assert [
        fault.fault
        for cells in (("TLR2", "-"), ("none", 1500))
        for fault in faults_of(headings, (*TEACHER, *cells))
    ] == [Fault.WITHOUT_AMOUNT, Fault.WITHOUT_KIND]


def test_a_kind_that_is_not_understood_is_told_once() -> None:
    headings = (*HEADINGS, "Alw code", "Alw amount")
    (fault,) = faults_of(headings, (*TEACHER, "RESP", 1000))
    assert (fault.heading, fault.fault) == ("Alw code", Fault.NOT_ACCEPTED)


def test_an_allowance_of_nought_without_a_kind_is_none() -> None:
    assert paid(None, 0, headings=("Alw code", "Alw amount")) == ()


def test_a_heading_that_does_not_tell_the_kind_is_asked_about_where_anything_is_paid() -> None:
    headings = (*HEADINGS, "TLR")
    faults = faults_of(headings, (*TEACHER, 3500))
    assert [(each.heading, each.value, each.fault) for each in faults] == [
        ("TLR", "3500", Fault.WHICH_KIND)
    ]
    assert case_of(headings, (*TEACHER, 0)).pay.allowances == ()


def test_an_allowance_may_not_end_before_it_starts() -> None:
    headings = (*HEADINGS, "Alw code", "Alw amount", "Alw start", "Alw end")
    cells = (*TEACHER, "TLR3", 700, "01/09/2026", "31/08/2026")
    faults = faults_of(headings, cells)
    assert [(each.heading, each.value) for each in faults] == [("Alw end", "2026-08-31")]


def test_a_salary_says_its_basis_by_its_heading_unless_a_column_does() -> None:
    received = case_of((*HEADINGS, "Actual salary"), (*TEACHER, 28164))
    assert received.pay.basis is Basis.RECEIVED
    told = case_of((*HEADINGS, "Actual salary", "Basis"), (*TEACHER, 28164, "FTE"))
    assert told.pay.basis is Basis.FULL_TIME_EQUIVALENT
    before = case_of((*HEADINGS, "Basis", "Actual salary"), (*TEACHER, "FTE", 28164))
    assert before.pay.basis is Basis.FULL_TIME_EQUIVALENT


def test_rows_that_differ_in_the_reference_only_follow_from_the_same() -> None:
    found = reader(*HEADINGS)
    assert found.key(Row(2, TEACHER)) == found.key(Row(9, ("P2", *TEACHER[1:])))
    assert found.key(Row(2, TEACHER)) != found.key(Row(2, (*TEACHER[:6], 0.5, *TEACHER[7:])))


def test_true_and_one_are_not_the_same_cell() -> None:
    found = reader(*HEADINGS, "qualified_teacher")
    assert found.key(Row(2, (*TEACHER, True))) != found.key(Row(2, (*TEACHER, 1)))
    assert isinstance(found.read(Row(2, (*TEACHER, True))), Case)
    assert isinstance(found.read(Row(2, (*TEACHER, 1))), Refusal)


def test_a_sheet_without_a_reference_has_none() -> None:
    assert reader("FTE").reference(Row(2, (1,))) == ""
    assert reader("Ref").reference(Row(2, (123,))) == "123"


def test_what_was_read_is_kept_only_up_to_a_limit() -> None:
    found = reader("Ref", "Nation", "Date")
    for number in range(MOST_KEPT + 10):
        found.reference(Row(number, (f"P{number}",)))
    case = found.read(Row(2, ("P1", "England", "01/10/2026")))
    assert isinstance(case, Case)


def test_the_value_of_a_fault_is_short_and_on_one_line() -> None:
    assert shown_value("a\nb  c") == "a b c"
    assert shown_value(datetime.fromisoformat("2026-10-01")) == "2026-10-01"
    assert shown_value(datetime.fromisoformat("2026-10-01 08:30")) == "2026-10-01 08:30:00"
    assert shown_value(None) == shown_value(NoValue.FORMULA) == ""
    long = shown_value("x" * 40_000)
    assert len(long) == 60
    assert long.endswith("…")


def test_values_for_all_rows_are_guarded_before_the_run() -> None:
    found = misread_defaults(
        {"nation": "england", "fte": "0,6", "range": "UPS", "role": "Wizard"},
        Words(word_cues()),
        column_guards(),
    )
    assert found["fte"] == ("0,6", Misread(Fault.COMMA))
    assert found["role"][1].accepted.startswith("give one of senco")
    assert set(found) == {"fte", "role"}


def test_a_default_of_an_allowance_belongs_to_every_row() -> None:
    given: dict[str, object] = {"allowance_1_kind": "tlr2", "allowance_1_amount": "3651"}
    case = case_of(HEADINGS, TEACHER, **given)
    assert [each.amount for each in case.pay.allowances] == [3651]


def test_a_reader_without_a_nation_reads_words_of_any_nation() -> None:
    assert isinstance(reader("Ref"), RowReader)
    faults = faults_of(("Ref", "Pay scale"), ("P1", "UPS"), on="2026-10-01")
    assert [each.heading for each in faults] == ["nation"]


def test_what_a_nation_has_is_looked_up_once_for_all_rows() -> None:
    found = reader("Ref", "Nation", "Date", "Pay scale", "Spine pt")
    for cells in (("P1", "England", "01/10/2026", "Main", "M1"), ("P2", "Wales", "", "UPS", "U1")):
        found.read(Row(2, cells))
    again = [
        found.read(Row(3, ("P3", "England", "01/10/2026", pay_range, point)))
        for pay_range, point in (("UPS", "U1"), (None, "U3"), (None, "U3"))
    ]
    ranges = [case.pay.range for case in again if isinstance(case, Case)]
    assert ranges == ["upper-pay-range"] * 3


def test_a_row_whose_cells_contradict_each_other_is_not_checked() -> None:
    (fault,) = faults_of((*HEADINGS, "part_time"), (*TEACHER, "yes"))
    assert (fault.heading, fault.fault) == ("part_time", Fault.REFUSED)
    assert fault.accepted == (
        "the work is said to be part-time, and its full-time equivalent is 1:"
        " correct one of the two answers"
    )


def test_a_cell_that_would_steer_a_terminal_is_refused_and_shown_harmless() -> None:
    (fault,) = faults_of(HEADINGS, ("P\x1b[31m1", *TEACHER[1:]))
    assert (fault.value, fault.fault) == ("P\\x1b[31m1", Fault.NOT_ACCEPTED)


@pytest.mark.parametrize(
    "cell",
    ["School A total", "Primary totals:", "Total for Anytown School", "Totals of all", "SUB-TOTAL"],
)
def test_a_row_of_totals_may_say_of_what(cell: str) -> None:
    faults = faults_of((*HEADINGS, "Basic"), (cell, *TEACHER[1:], 45352))
    assert [each.fault for each in faults] == [Fault.TOTAL_ROW]


@pytest.mark.parametrize("role", ["Total Communication teacher", "Subtotality"])
def test_a_word_that_only_holds_total_makes_no_row_of_totals(role: str) -> None:
    assert not reader(*HEADINGS).is_of_totals(Row(2, (role, *TEACHER[1:])))


def test_a_note_that_stands_in_the_column_of_references_is_no_person() -> None:
    (fault,) = faults_of(HEADINGS, ("Page 2 of 3", *[None] * 7, " "))
    assert (fault.fault, fault.reference) == (Fault.ONLY_A_REFERENCE, "Page 2 of 3")


def test_who_has_pay_in_a_column_that_is_not_read_is_told_of_that_column() -> None:
    told = {"nation": "england", "on": "2025-10-01"}
    faults = faults_of(("Ref", "FTE", "TLR2 plus"), ("P1", None, 3000), **told)
    assert [each.fault for each in faults] == [Fault.ALLOWANCE_NOT_READ]


@pytest.mark.parametrize("cell", ["M6", "MPS6", "UPS 3", "L8", "m6"])
def test_a_point_in_the_column_of_ranges_is_told_as_one(cell: str) -> None:
    (fault,) = faults_of(HEADINGS, (*TEACHER[:7], cell, None))
    assert (fault.fault, fault.heading, fault.value) == (Fault.POINT_FOR_RANGE, "Pay scale", cell)


@pytest.mark.parametrize("cell", ["NJC", "Grade 4", "6", "SCP 12"])
def test_what_is_neither_a_range_nor_a_point_is_told_what_is_accepted(cell: str) -> None:
    (fault,) = faults_of(HEADINGS, (*TEACHER[:7], cell, None))
    assert fault.fault is Fault.NOT_ACCEPTED
    assert "main-pay-range" in fault.accepted


def test_headings_that_come_again_are_told_once() -> None:
    assert [each.fault for each in faults_of(HEADINGS, HEADINGS)] == [Fault.HEADINGS_AGAIN]
