from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

import pytest

from payapp.domain.findings import Finding
from payapp.domain.plain_tables import Cell, Measure, Tally
from payapp.domain.sheet_plans import Chart, Ending
from payapp.domain.sheet_rows import Row
from payapp.report import spot_check_in_words
from payapp.report.assessment_in_words import finding_headline
from payapp.report.finding_values import Values
from payapp.report.spot_check_in_words import (
    SHEETS,
    SpotCheckSheets,
    amounts_not_read_in_words,
    by_one_row,
    fault_in_words,
    fault_row,
    sentences,
    sheet_plan,
    sheet_plans,
)
from payapp.report.wording import Wording
from payapp.spot_check.cells import Fault
from payapp.spot_check.joined_rows import Joined
from payapp.spot_check.layouts import Layout
from payapp.spot_check.people import Person, RowFault, told_by_one_row
from payapp.spot_check.run import Assessed, Assessor
from tests.spot_check.sheets import HEADINGS, TEACHER, layout, reader
from tests.worked import CLASS_TEACHER, SENCO, allowance, answer, library, paid

WORDING = Wording.load()
UNDERPAID = ("P1", "England", "Rest of England", "01/10/2025", *TEACHER[4:8], "M1", "FTE", 30000)
COLUMNS = (*HEADINGS, "Basis", "Basic")
SAME_REFERENCE = (
    "We cannot tell yet: row 9 has the same reference, and what is paid there is not counted here."
)
CODES_BY_ONE_ROW = (
    "same-reference:cannot-tell; base-pay:cannot-tell; sen-allowance:cannot-tell;"
    " tlr:cannot-tell; combination:cannot-tell"
)


class Kept:
    """A sink that keeps the rows of each sheet."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Cell, ...]]] = {}
        self.ranks: list[int] = []
        self.tallies: dict[str, Tally] = {}
        self.charts: Sequence[Chart] = ()
        self.head = ""

    def add(self, sheet: str, row: Sequence[Cell], rank: int = 0) -> None:
        self.rows.setdefault(sheet, []).append(tuple(row))
        self.ranks += [rank] if sheet == "People" else []

    def finish(self, ending: Ending) -> None:
        assert ending.tallies_on == "Checks"
        self.head = ending.head
        self.tallies = {tally.sentence: tally for tally in ending.tallies}
        self.charts = ending.charts

    def close(self) -> None:
        self.rows.clear()


def result(*rows: Sequence[object], cancelled: bool = False) -> Kept:
    sink = Kept()
    sheets = SpotCheckSheets(sink, library(), WORDING)
    assessor = Assessor(reader(*COLUMNS), library(), sentences(library()))
    people = (Row(number, tuple(cells)) for number, cells in enumerate(rows, start=2))
    sheets.take(assessor.assess_rows(people))
    told = {"nation": "wales"}
    sheets.finish(layout(*COLUMNS, "Shoe size"), told, cancelled=cancelled)
    assert sheets.checked + sheets.refused == len(rows)
    return sink


def summary(sink: Kept) -> dict[str, tuple[Cell, ...]]:
    return {str(row[0]): row[1:] for row in sink.rows["Summary"]}


def test_a_person_has_verdict_direction_outcome_reasons_and_gap() -> None:
    sink = result(UNDERPAID)
    reference, verdict, direction, outcome, codes, found, gap, *_, nation, row = sink.rows[
        "People"
    ][0]
    assert (reference, verdict, direction) == ("P1", "not-appropriate", "underpaid")
    assert outcome == "below"
    assert str(codes).startswith("base-pay:below")
    assert found == (
        "The teacher's pay appears to be below the minimum of the main pay range by £2,916 a year."
    )
    assert gap == Decimal(2916)  # the minimum of 2025, £32,916, less £30,000
    assert (nation, row) == ("england", 2)


def test_the_summary_counts_people_by_verdict_and_outcome() -> None:
    found = summary(result(UNDERPAID, UNDERPAID, ("P3", "Narnia")))
    assert found["✗ not appropriate"][0] == 2
    assert found["✓ appropriate"][0] == 0
    assert found["Rows checked"][0] == 2
    assert found["Rows not checked: see the sheet Errors"][0] == 1


def test_a_payment_that_was_not_checked_is_named_for_its_person_and_at_its_reason() -> None:
    headings = (*COLUMNS, "qualified_teacher", "TLR2")
    cells = (*UNDERPAID[:-1], 45352, "yes", 5000)
    sink = Kept()
    sheets = SpotCheckSheets(sink, library(), WORDING)
    assessor = Assessor(reader(*headings), library(), sentences(library()))
    people = [Row(2, cells), Row(3, (*cells[:-1], None))]
    sheets.take(assessor.assess_rows(people))
    sheets.finish(layout(*headings), {})
    place, at_reason = (
        sheet_plan(name, WORDING).headings.index("Paid, but not checked")
        for name in ("people", "reasons")
    )
    assert {row[-1]: row[place] for row in sink.rows["People"]} == {2: "tlr", 3: ""}
    unchecked = [row[:3] for row in sink.rows["Reasons"] if row[at_reason] == "yes"]
    assert unchecked == [("P1", 2, "tlr:cannot-tell")]
    assert summary(sink)["People with a payment that was not held against its tests"][0] == 1


def test_the_summary_adds_up_the_money_at_stake() -> None:
    sink = result(UNDERPAID, UNDERPAID)
    gap = sum(Decimal(str(row[6])) for row in sink.rows["People"])
    found = summary(sink)
    assert gap == Decimal(5832)
    assert found["Pay that appears to be short, by the rules and confirmed figures"][1] == gap


def test_head_and_summary_name_the_figures_that_the_rows_were_held_against() -> None:
    confirmed = "England figures: from September 2025, award confirmed, some amounts computed"
    sink = result(UNDERPAID, UNDERPAID)
    assert sink.head == f"{confirmed} (data {library().fingerprint})"
    assert summary(sink)["Figures used"][2] == confirmed
    assert summary(sink)["Version of the figures and rules"][2] == library().data_version


def test_several_nations_are_each_told_in_the_summary() -> None:
    welsh = ("P2", "Wales", "", *UNDERPAID[3:])
    scottish = ("P3", "Scotland", "", "01/10/2025", "", "Teacher", 1, "", "", "FTE", 30000)
    sink = result(welsh, UNDERPAID, scottish)
    told = [str(row[3]) for row in sink.rows["Summary"] if row[0] == "Figures used"]
    assert [each.split(" figures: ")[0] for each in told] == ["England", "Scotland", "Wales"]
    assert sink.head.startswith("Figures of England, Scotland, Wales (data ")


def test_rows_of_one_person_that_were_taken_together_are_told_without_being_left_out() -> None:
    sink = Kept()
    read = layout(*COLUMNS, "Alw code", "Alw amount")
    SpotCheckSheets(sink, library(), WORDING).finish(read, {}, [Joined(3, 2), Joined(4, 2)])
    told = [(row[1], row[2], str(row[4])) for row in sink.rows["Errors"]]
    assert [each[:2] for each in told] == [(3, "Alw code"), (4, "Alw code")]
    assert told[1][2].startswith("this row is that of the person in row 2 with another allowance")
    assert summary(sink)["Rows not checked: see the sheet Errors"][0] == 0


def test_the_summary_says_what_stands_for_no_allowance_where_the_sheet_has_any() -> None:
    key = "A cell of an allowance that is blank or holds 0, a dash, nil, none or n/a"
    assert key not in summary(result(UNDERPAID))
    sink, _ = finished(layout(*COLUMNS, "SEN allowance"))
    assert summary(sink)[key][2] == "Read as: no such payment is made."


def test_the_summary_says_how_each_heading_was_read() -> None:
    found = summary(result(UNDERPAID))
    assert found["Column read: Spine pt"][2] == "point"
    assert "Column not read: Shoe size" in found
    assert found["Given for all rows: nation"][2] == "wales"


def finished(
    layout_read: Layout, *references: str, shared: Mapping[int, int] = MappingProxyType({})
) -> tuple[Kept, SpotCheckSheets]:
    sink = Kept()
    sheets = SpotCheckSheets(sink, library(), WORDING)
    assessor = Assessor(reader(*HEADINGS), library(), sentences(library()))
    rows = (Row(number, (each, *TEACHER[1:])) for number, each in enumerate(references, start=2))
    assessed = assessor.assess_rows(rows)
    people = [each for each in assessed.results if isinstance(each, Person)]
    told = (each._replace(other_row=shared.get(each.row)) for each in people)
    sheets.take(assessed._replace(results=tuple(told)))
    sheets.finish(layout_read, {})
    return sink, sheets


def test_a_column_that_may_hold_pay_and_is_not_read_is_told_in_the_result() -> None:
    read = layout(*HEADINGS, "TLR2 plus", "Shoe size")
    sink, _ = finished(read, "P1")
    assert "Column not read although it may hold pay: TLR2 plus" in summary(sink)
    assert "Column not read: Shoe size" in summary(sink)
    (row,) = sink.rows["Errors"]
    assert row[1:5] == (1, "TLR2 plus", "", "this column was not read although it may hold pay")


def test_a_column_that_may_hold_pay_and_is_not_read_is_named_in_a_sentence() -> None:
    read = layout(*HEADINGS, "TLR2 plus", "Honorarium 2025")
    assert amounts_not_read_in_words(read, WORDING) == (
        "Not read although they may hold pay, columns: TLR2 plus, Honorarium 2025. If they do, say"
        " which columns they are and check again: no finding takes account of them."
    )
    assert amounts_not_read_in_words(layout(*HEADINGS, "Shoe size"), WORDING) == ""


def test_a_reference_that_stands_in_two_rows_is_told_of_both() -> None:
    sink, sheets = finished(layout(*HEADINGS), "P1", "P2", "P1", shared={2: 4, 4: 2})
    assert (sheets.checked, sheets.refused, sheets.repeated) == (3, 0, 2)
    first, second = sink.rows["Errors"]
    assert (first[1:3], second[1:3]) == ((2, "Ref"), (4, "Ref"))
    assert second[4] == "the reference of this row stands in row 2 too"
    assert sink.tallies["Problems on the sheet Errors"].computed == 2


def test_a_person_of_whom_another_row_tells_more_is_in_no_sum_and_no_certain_sentence() -> None:
    assessor = Assessor(reader(*COLUMNS), library(), sentences(library()))
    (person,) = assessor.assess_rows([Row(2, UNDERPAID)]).results
    assert isinstance(person, Person)
    sink = Kept()
    sheets = SpotCheckSheets(sink, library(), WORDING)
    sheets.take(Assessed((told_by_one_row(person, 9, by_one_row),), frozenset()))
    sheets.finish(layout(*COLUMNS), {})
    (row,) = sink.rows["People"]
    assert row[:7] == (
        *("P1", "cannot-tell", "", "cannot-tell"),
        CODES_BY_ONE_ROW,
        SAME_REFERENCE,
        0,
    )
    assert summary(sink)["Pay that appears to be short, by the rules and confirmed figures"][1] == 0
    assert summary(sink)["✗ not appropriate"][0] == 0
    _, base_pay, *_ = sink.rows["Reasons"]
    assert base_pay[2] == "base-pay:cannot-tell"
    assert base_pay[3] == (
        "By this row alone: The teacher's pay appears to be below the minimum of the main pay"
        " range by £2,916 a year."
    )
    assert base_pay[8] is None


def test_a_heading_in_our_own_words_needs_no_mention() -> None:
    sink = Kept()
    SpotCheckSheets(sink, library(), WORDING).finish(layout("fte", "point"), {})
    assert not [heading for heading in summary(sink) if heading.startswith("Column")]


def test_a_run_that_was_stopped_says_so() -> None:
    words = "The run was stopped before its end; later rows were not checked"
    assert words in summary(result(UNDERPAID, cancelled=True))
    assert words not in summary(result(UNDERPAID))


def test_each_finding_is_a_row_with_the_sentence_that_all_faces_say() -> None:
    rows = result(UNDERPAID).rows["Reasons"]
    assert rows[0][2] == "base-pay:below", "what makes the verdict comes first"
    assert str(rows[0][3]).startswith("The teacher's pay")
    assert "instrument:in-line" in {row[2] for row in rows}


def test_missing_facts_are_told_row_by_row_with_their_question() -> None:
    rows = result(UNDERPAID).rows["Not told"]
    assert rows[0][:2] == ("P1", 2)
    assert {str(row[2]).split(":")[0] for row in rows} >= {"tlr"}
    assert all(str(row[4]).endswith("?") for row in rows)


def test_the_numbers_that_excel_counts_again_are_those_of_the_rows() -> None:
    sink = result(UNDERPAID, UNDERPAID, ("P3", "Narnia"))
    counted = {
        tally.table: tally.computed
        for tally in sink.tallies.values()
        if tally.measure is Measure.COUNT
    }
    assert counted == {name: len(sink.rows[name]) for name in counted}
    assert set(counted) == {"People", "Reasons", "Not told", "Errors", "Sources"}
    chart = sink.charts[0]
    assert [row[0] for row in sink.rows["Summary"][chart.first - 1 : chart.last]] == [
        *("– does not apply", "✗ not appropriate", "? questionable", "… cannot tell"),
        "✓ appropriate",
    ]


def test_an_empty_run_is_a_result_too() -> None:
    found = summary(result())
    assert found["Rows checked"][0] == 0
    assert found["Pay that appears to be short, by the rules and confirmed figures"][1] == 0


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_sentence_and_a_fix(fault: Fault) -> None:
    found = fault_in_words(RowFault(2, "P1", "FTE", "0,6", fault, "give a number"), WORDING)
    assert found.sentence
    assert found.fix[0].isupper()


def test_a_fault_is_a_row_with_column_and_value() -> None:
    fault = RowFault(2, "P1", "FTE", "1.2", Fault.NOT_ACCEPTED, "give a number up to 1")
    assert fault_row(fault, WORDING) == (
        *("P1", 2, "FTE", "1.2", "this value is not accepted", "Give a number up to 1"),
    )


def test_each_sheet_is_planned_with_as_many_kinds_and_widths_as_headings() -> None:
    plans = sheet_plans(WORDING)
    assert len(plans) == len(SHEETS)
    for plan in plans:
        assert len(plan.headings) == len(plan.kinds) == len(plan.widths)
    assert [plan.name for plan in plans if plan.is_ranked] == ["People"]
    ends = {plan.name: plan.file_ends for plan in plans if plan.file_ends is not None}
    assert ends == {"People": "", "Errors": "-errors"}


def test_a_sentence_that_was_made_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(finding: Finding, values: Values, wording: Wording) -> str:
        made.append(finding.wording)
        return finding_headline(finding, values, wording)

    monkeypatch.setattr(spot_check_in_words, "finding_headline", counted)
    tell = sentences(library())
    assessment = answer(CLASS_TEACHER, paid("upper-pay-range", point="U3"), on="2026-10-01")
    first = tell(assessment)
    assert tell(assessment) == first
    assert len(made) == len(assessment.findings)
    monkeypatch.setattr(spot_check_in_words, "MOST_KEPT", 0)
    other = answer(CLASS_TEACHER, paid("upper-pay-range", point="U1"), on="2026-10-01")
    assert len(tell(other)) == len(other.findings)


def test_kept_sentences_are_those_that_would_be_made_anew() -> None:
    tell = sentences(library())
    for salary in (41_000, 46_940, 52_835):
        for tlr in (3_000, 3_651):
            pay = paid("upper-pay-range", salary, allowance("tlr2", tlr))
            assessment = answer(SENCO, pay, on="2026-10-01")
            assert tell(assessment) == sentences(library())(assessment)


def test_a_sentence_with_a_detail_that_cannot_be_kept_is_made_each_time() -> None:
    tell = sentences(library())
    assessment = answer(CLASS_TEACHER, paid("upper-pay-range", point="U3"), on="2026-10-01")
    finding = assessment.findings[0]._replace(details={"held": {"a": 1}})
    changed = assessment._replace(findings=(finding,))
    assert len(tell(changed)) == 1


def test_nothing_that_was_taken_is_lost_between_blocks() -> None:
    sink = Kept()
    sheets = SpotCheckSheets(sink, library(), WORDING)
    sheets.take(Assessed((), frozenset({"E50"})))
    sheets.finish(layout("FTE"), {})
    assert [row[0] for row in sink.rows["Sources"]] == ["E50"]


def test_the_sources_of_a_run_stand_by_weight_and_then_by_id() -> None:
    sink = Kept()
    sheets = SpotCheckSheets(sink, library(), WORDING)
    sheets.take(Assessed((), frozenset({"F10", "E09", "U01", "H01", "L02", "L01", "E50"})))
    sheets.finish(layout("FTE"), {})
    assert [row[:2] for row in sink.rows["Sources"]] == [
        ("L01", "Law, agreement or judgment"),
        ("L02", "Law, agreement or judgment"),
        ("E50", "Official publication"),
        ("H01", "Union or employer"),
        ("U01", "Union or employer"),
        ("E09", "Other publication"),
        ("F10", "Forum or blog"),
    ]
