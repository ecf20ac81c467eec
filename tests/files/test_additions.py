from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from payapp.domain.figures import Figure, Provenance
from payapp.domain.refusals import Refused
from payapp.files.additions import Addition, plan_from_award, plan_from_file, write_addition
from payapp.files.figure_files import FIGURE_COLUMNS
from payapp.files.schedule_proof import prove_schedules
from payapp.files.schedules import FolderShelves, open_shelves

NEXT = date(2026, 9, 1)
HEADING = ",".join(FIGURE_COLUMNS)


def row(point: str, amount: int, *, start: str = "2026-09-01", nature: str = "statutory") -> str:
    return f"wales,all,{start},,main-pay-range,{point},{amount},{nature},printed,OWN,2"


@pytest.fixture
def shelves(schedules_with: Callable[[str], Path], tmp_path: Path) -> FolderShelves:
    return FolderShelves(schedules_with(""), tmp_path / "own")


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "award.csv"
    path.write_text("\n".join([HEADING, *rows, ""]))
    return path


def amounts(figures: tuple[Figure, ...]) -> dict[str, Decimal]:
    return {f"{figure.item} {figure.point}": figure.amount for figure in figures}


def refusal_of(shelves: FolderShelves, path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        plan_from_file(shelves, path)
    assert not shelves.own.exists()
    return str(refusal.value)


def test_an_award_raises_every_figure_in_force_on_the_day_before(shelves: FolderShelves) -> None:
    addition = plan_from_award(shelves, "wales", Decimal("3.5"), NEXT)
    assert amounts(addition.added) == {
        "main-pay-range M2": Decimal(34912),
        "main-pay-range M3": Decimal(37717),
        "main-pay-range M4": Decimal(40623),
        "main-pay-range M5": Decimal(43821),
        "main-pay-range M6": Decimal(48226),
        "sen-allowance min": Decimal(2938),
        "sen-allowance max": Decimal(5791),
    }
    assert (addition.changed, addition.unchanged) == ((), ())


def test_a_provisional_figure_is_marked_as_computed(shelves: FolderShelves) -> None:
    figure = plan_from_award(shelves, "wales", Decimal("3.5"), NEXT).added[0]
    assert (figure.valid_from, figure.valid_to) == (NEXT, None)
    assert (figure.provenance, figure.confidence) == (Provenance.DERIVED, 1)
    assert figure.sources[:2] == ("D1", "PHP26")


def test_an_award_on_a_proposal_stays_a_proposal(shelves: FolderShelves) -> None:
    added = plan_from_award(shelves, "england", Decimal(3), date(2027, 9, 1)).added
    assert {figure.provenance for figure in added} == {Provenance.PROPOSED_DERIVED}
    assert amounts(added)["main-pay-range M2"] == Decimal(38777)


def test_an_award_is_rounded_as_the_nation_rounds(shelves: FolderShelves) -> None:
    added = plan_from_award(shelves, "scotland", Decimal("3.25"), date(2026, 8, 1)).added
    assert amounts(added)["main-grade 0"] == Decimal(36159)
    assert amounts(added)["main-grade 1"] == Decimal(43383)


@pytest.mark.parametrize("percent", ["0", "-1", "100.5"])
def test_a_percentage_out_of_reason_is_refused(shelves: FolderShelves, percent: str) -> None:
    with pytest.raises(Refused) as refusal:
        plan_from_award(shelves, "wales", Decimal(percent), NEXT)
    assert str(refusal.value) == (
        f"award, field percent: '{percent}' is not accepted;"
        " give a percentage over 0 and at most 100, such as 3.5."
    )


@pytest.mark.parametrize("start", [date(2026, 9, 1), date(2029, 9, 1)])
def test_an_award_that_raises_nothing_is_refused(shelves: FolderShelves, start: date) -> None:
    with pytest.raises(Refused) as refusal:
        plan_from_award(shelves, "england", Decimal(3), start)
    assert str(refusal.value) == (
        f"award, field from: no figure of england ends on the day before {start};"
        " give a day after the last pay date on which figures are held."
    )


@pytest.mark.parametrize(
    ("nation", "start", "last"),
    [
        ("wales", date(2020, 9, 1), "2025-09-01"),
        ("northern-ireland", date(2023, 9, 1), "2025-09-01"),
        ("wales", date(2025, 8, 31), "2025-09-01"),
    ],
)
def test_an_award_before_the_last_pay_date_is_refused(
    tmp_path: Path, nation: str, start: date, last: str
) -> None:
    """M1 of Wales was abolished in 2020 and that of Northern Ireland in 2023."""
    with pytest.raises(Refused) as refusal:
        plan_from_award(open_shelves(user=tmp_path / "own"), nation, Decimal(3), start)
    assert str(refusal.value) == (
        f"award, field from: {start} is before the last pay date held of {nation}, {last};"
        f" give {last} or a later day, or add the figures of that day as a table."
    )


def test_a_point_that_is_abolished_is_not_carried_on(
    shelves: FolderShelves, tmp_path: Path
) -> None:
    last_of_m6 = row("M6", 46595, start="2025-09-01").replace(
        "2025-09-01,,", "2025-09-01,2026-08-31,"
    )
    rows = [row(point, amount) for point, amount in (("M2", 34912), ("M3", 37717))]
    later = written(shelves, plan_from_file(shelves, table(tmp_path, last_of_m6, *rows)))
    raised = amounts(plan_from_award(later, "wales", Decimal("3.5"), NEXT).added)
    assert raised == {
        "main-pay-range M4": Decimal(40623),
        "main-pay-range M5": Decimal(43821),
        "sen-allowance min": Decimal(2938),
        "sen-allowance max": Decimal(5791),
    }


def test_an_allowance_that_is_only_not_held_yet_is_carried_on(tmp_path: Path) -> None:
    """England holds leadership limits and no TLR from September 2027: gaps, and no abolition."""
    shelves = open_shelves(user=tmp_path / "own")
    raised = amounts(plan_from_award(shelves, "england", Decimal(3), date(2027, 9, 1)).added)
    assert raised["tlr2 min"] == Decimal(3761)
    assert "leadership L5" in raised


def written(shelves: FolderShelves, addition: Addition) -> FolderShelves:
    write_addition(shelves, addition)
    return FolderShelves(shelves.shipped, shelves.own)


def test_what_is_written_lies_above_the_shipped_figures_and_is_proved(
    shelves: FolderShelves,
) -> None:
    files = write_addition(shelves, plan_from_award(shelves, "wales", Decimal("3.5"), NEXT))
    assert [path.relative_to(shelves.own).as_posix() for path in files] == [
        "wales/2026-09-01.csv",
        "wales/awards.csv",
    ]
    proof = prove_schedules(FolderShelves(shelves.shipped, shelves.own))
    assert proof.faults == ()
    assert (proof.figures, proof.reproduced) == (84, 45)


def test_nothing_is_written_by_a_plan(shelves: FolderShelves) -> None:
    plan_from_award(shelves, "wales", Decimal("3.5"), NEXT)
    assert not shelves.own.exists()


def test_a_day_with_an_award_already_gets_a_row_for_each_item(shelves: FolderShelves) -> None:
    later = written(shelves, plan_from_award(shelves, "wales", Decimal("3.5"), NEXT))
    path = later.own / "wales" / "2026-09-01.csv"
    kept = [line for line in path.read_text().splitlines() if "sen-allowance" not in line]
    path.write_text("\n".join([*kept, ""]))
    addition = plan_from_award(later, "wales", Decimal(5), NEXT)
    assert amounts(addition.added) == {
        "sen-allowance min": Decimal(2980),
        "sen-allowance max": Decimal(5875),
    }
    assert [(nation, award.item, award.percent) for nation, award in addition.awards] == [
        ("wales", "sen-allowance", Decimal(5))
    ]
    proof = prove_schedules(written(later, addition))
    assert (proof.faults, proof.figures) == ((), 84)


def test_a_table_adds_changes_and_leaves(shelves: FolderShelves, tmp_path: Path) -> None:
    same = "wales,all,2025-09-01,,main-pay-range,M3,36441,statutory,derived,EDAPT22W;W-GOV25;CALC,1"
    path = table(tmp_path, row("M2", 34912), row("M2", 33732, start="2025-09-01"), same)
    addition = plan_from_file(shelves, path)
    assert amounts(addition.added) == {"main-pay-range M2": Decimal(34912)}
    assert [(c.before.amount, c.after.amount) for c in addition.changed] == [
        (Decimal(33731), Decimal(33732))
    ]
    assert amounts(addition.unchanged) == {"main-pay-range M3": Decimal(36441)}
    later = written(shelves, addition)
    assert sorted(
        path.stem for path in later.figure_files("wales") if later.own in path.parents
    ) == [
        "2025-09-01",
        "2026-09-01",
    ]
    assert later.figures("wales", date(2025, 9, 1))[0].amount == Decimal(33732)
    assert [(nation, award.valid_from, award.exception) for nation, award in addition.awards] == [
        ("wales", NEXT, "Added on this computer from award.csv; no percentage was given.")
    ]


def test_a_workbook_is_read_like_a_table(shelves: FolderShelves, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(FIGURE_COLUMNS)
    series = ["wales", "all", NEXT, None, "main-pay-range", "M2"]
    sheet.append([*series, 34912, "statutory", "printed", "OWN", 2])
    path = tmp_path / "award.xlsx"
    book.save(path)
    assert amounts(plan_from_file(shelves, path).added) == {"main-pay-range M2": Decimal(34912)}


def test_a_table_of_the_users_own_is_proved_by_its_note(
    shelves: FolderShelves, tmp_path: Path
) -> None:
    addition = plan_from_file(shelves, table(tmp_path, row("M2", 34912)))
    proof = prove_schedules(written(shelves, addition))
    assert proof.faults == ()
    assert [step.reason for step in proof.exceptions] == [
        "Added on this computer from award.csv; no percentage was given."
    ]


def test_a_second_addition_keeps_the_first(shelves: FolderShelves, tmp_path: Path) -> None:
    once = written(shelves, plan_from_file(shelves, table(tmp_path, row("M2", 34912))))
    twice = written(once, plan_from_file(once, table(tmp_path, row("M3", 37717))))
    held = {figure.point: figure.amount for figure in twice.figures("wales", NEXT)}
    assert held == {"M2": Decimal(34912), "M3": Decimal(37717)}
    assert len(twice.own_awards("wales")) == 1


def test_a_confirmed_figure_stands_in_place_of_the_provisional_one(
    shelves: FolderShelves, tmp_path: Path
) -> None:
    once = written(shelves, plan_from_award(shelves, "wales", Decimal("3.5"), NEXT))
    addition = plan_from_file(once, table(tmp_path, row("M2", 35081)))
    assert [change.before.provenance for change in addition.changed] == [Provenance.DERIVED]
    twice = written(once, addition)
    assert twice.figures("wales", NEXT)[0].amount == Decimal(35081)
    assert prove_schedules(twice).faults == ()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            (row("M2", 34912), row("M3", 37717).replace("37717", "37k")),
            (
                "award.csv, row 3, column amount: '37k' is not accepted;"
                " write pounds as a plain number, such as 28000 or 15.08."
            ),
        ),
        (
            (row("M2", 34912), row("M2", 34913)),
            (
                "award.csv, row 3, column point: this figure stands in row 2 already;"
                " leave one of the two out."
            ),
        ),
        (
            (row("M2", 34912).replace("OWN", "MINE"),),
            (
                "award.csv, row 2, column sources: 'MINE' does not stand in sources.csv;"
                " use the id of a source there, or OWN for a figure of your own."
            ),
        ),
        (
            (row("min", 33732, start="2025-09-01"),),
            (
                "award.csv, row 2, column amount: main-pay-range M2 is 33731, below the minimum"
                " of 33732; correct the point or the range it lies in."
            ),
        ),
        (
            ("scotland,all,2026-09-01,,main-grade,0,36159,agreed,printed,OWN,2",),
            (
                "award.csv, row 2, column valid_from: no figure of main-grade 0 is held from"
                " 2026-08-01 to 2026-08-31; add the figures between, or list the gap with its"
                " reason in gaps.csv."
            ),
        ),
        (
            (
                row("M2", 34912).replace("2026-09-01,,", "2026-09-01,2028-08-31,"),
                row("M2", 36000, start="2027-09-01"),
            ),
            (
                "award.csv, row 2, column valid_to: the figure runs to 2028-08-31 and a later one"
                " of main-pay-range M2 starts on 2027-09-01; leave valid_to empty."
            ),
        ),
    ],
)
def test_a_table_that_does_not_fit_is_refused_and_nothing_is_written(
    shelves: FolderShelves, tmp_path: Path, rows: tuple[str, ...], sentence: str
) -> None:
    assert refusal_of(shelves, table(tmp_path, *rows)) == sentence


def test_the_shipped_data_take_the_welsh_award_as_the_recipe_says(tmp_path: Path) -> None:
    shelves = open_shelves(user=tmp_path / "own")
    addition = plan_from_award(shelves, "wales", Decimal("3.5"), NEXT)
    raised = amounts(addition.added)
    assert len(raised) == 83
    assert raised["upper-pay-range U3"] == Decimal(53760)
    assert raised["leading-practitioner max"] == Decimal(83295)
    assert raised["leadership L43"] == Decimal(151434)
    assert raised["tlr1 max"] == Decimal(18132)
    proof = prove_schedules(written(shelves, addition))
    assert (proof.faults, proof.figures, proof.reproduced) == ((), 5463, 4982)
