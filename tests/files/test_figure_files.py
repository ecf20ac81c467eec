from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from payapp.domain.library import Gap
from payapp.domain.proof import FaultKind
from payapp.domain.refusals import Refused
from payapp.files.figure_files import (
    Placed,
    faults_of_series,
    place_figures,
    read_figures,
    refuse_broken_series,
    refuse_points_out_of_range,
    series_of,
)
from payapp.files.schedule_proof import prove_schedules
from payapp.files.schedule_rows import FigureRow, columns_of
from payapp.files.schedules import FolderShelves
from payapp.files.tables import table_from_rows

AT = "england/2026-09-01.csv, row 2, column "

REFUSALS = [
    (
        "unknown-column",
        (
            "england/2026-09-01.csv, row 1, column bonus: the column is not known; the columns are"
            " nation, area, valid_from, valid_to, item, point, amount, nature, provenance, sources,"
            " confidence."
        ),
    ),
    (
        "missing-column",
        (
            "england/2026-09-01.csv, row 1, column confidence: the column is missing;"
            " add it to the heading and to every row."
        ),
    ),
    (
        "column-twice",
        (
            "england/2026-09-01.csv, row 1, column amount: the column stands twice;"
            " leave one of them out."
        ),
    ),
    (
        "duplicate-figure",
        (
            "england/2026-09-01.csv, row 4, column point: this figure stands in row 2 already;"
            " leave one of the two out."
        ),
    ),
    (
        "overlapping-dates",
        (
            "england/2025-09-01.csv, row 2, column valid_to: the figure runs to 2026-12-31 and a"
            " later one of main-pay-range min starts on 2026-09-01; leave valid_to empty."
        ),
    ),
    (
        "unlisted-gap",
        (
            "scotland/2026-04-01.csv, row 2, column valid_from: no figure of main-grade 0 is held"
            " from 2026-02-01 to 2026-03-31; add the figures between, or list the gap with its"
            " reason in gaps.csv."
        ),
    ),
    (
        "point-below-minimum",
        (
            "england/2026-09-01.csv, row 4, column amount: main-pay-range M1 is 34068, below"
            " the minimum of 34069; correct the point or the range it lies in."
        ),
    ),
    (
        "point-above-maximum",
        (
            "england/2026-09-01.csv, row 4, column amount: main-pay-range M6 is 46941, above"
            " the maximum of 46940; correct the point or the range it lies in."
        ),
    ),
    (
        "unknown-source",
        AT + "sources: 'E99' does not stand in sources.csv;"
        " use the id of a source there, or OWN for a figure of your own.",
    ),
    (
        "unknown-nature",
        AT + "nature: 'compulsory' is not accepted; write one of statutory, advisory, agreed.",
    ),
    (
        "unknown-provenance",
        AT + "provenance: 'guessed' is not accepted;"
        " write one of printed, derived, proposed, proposed-derived.",
    ),
    (
        "bad-date",
        AT + "valid_from: '1 September 2026' is not accepted;"
        " write a date as year-month-day, such as 2026-09-01.",
    ),
    (
        "impossible-date",
        AT + "valid_to: '2027-02-30' is not accepted;"
        " write a date as year-month-day, such as 2027-08-31, or leave it empty.",
    ),
    (
        "bad-amount",
        AT + "amount: '34k' is not accepted;"
        " write pounds as a plain number, such as 28000 or 15.08.",
    ),
    (
        "negative-amount",
        AT + "amount: '-34069' is negative;"
        " write pounds as a plain number, such as 28000 or 15.08.",
    ),
    (
        "no-amount",
        AT + "amount: the value is missing;"
        " write pounds as a plain number, such as 28000 or 15.08.",
    ),
    (
        "no-source",
        AT + "sources: the value is missing;"
        " name at least one source, with a semicolon between several.",
    ),
    ("confidence-of-four", AT + "confidence: '4' is not accepted; write 1, 2 or 3."),
    (
        "another-date",
        AT + "valid_from: '2026-10-01' is not the date in the name of the file;"
        " write 2026-09-01 or move the row to 2026-10-01.csv.",
    ),
    (
        "another-nation",
        AT + "nation: 'wales' is not the nation of the folder;"
        " write england or move the row to the folder of its nation.",
    ),
    (
        "end-before-start",
        AT + "valid_to: '2026-08-31' is before valid_from;"
        " write a later date, or leave it empty while the figure stays in force.",
    ),
    (
        "short-row",
        (
            "england/2026-09-01.csv, row 2: the row has 10 values and the heading has 11;"
            " fill every column and put text with a comma in quotation marks."
        ),
    ),
    (
        "not-utf-8",
        "england/2026-09-01.csv: line 2 is not UTF-8 text; save it again as CSV UTF-8.",
    ),
    (
        "empty-file",
        "england/2026-09-01.csv: the file is empty; give it a heading and at least one row.",
    ),
    (
        "heading-only",
        "england/2026-09-01.csv: the file has a heading and no rows; add at least one row.",
    ),
    (
        "name-without-date",
        (
            "england/latest.csv: the name of the file is not a date;"
            " name it by the pay date, such as 2026-09-01.csv."
        ),
    ),
    (
        "unknown-rounding",
        (
            "england/awards.csv, row 2, column rounding: 'upwards' is not accepted;"
            " write up, nearest, nearest-3, penny or none."
        ),
    ),
    (
        "bad-percent",
        (
            "england/awards.csv, row 2, column percent: '3.5%' is not accepted;"
            " write a plain number, such as 3.5, or leave it empty."
        ),
    ),
    (
        "unknown-proportion",
        (
            "england/allowances.csv, row 2, column proportion: 'half' is not accepted; write one of"
            " hours, share, hours-unless-share-adopted, full-or-hours, hours-unless-full, none."
        ),
    ),
    (
        "unknown-kind-of-rule",
        (
            "rules.csv, row 2, column kind: 'maybe' is not accepted;"
            " write one of test, shown, context."
        ),
    ),
    (
        "unknown-word-in-braces",
        (
            "rules.csv, row 2, column criterion: 'Pupils with {aln}.' is not accepted; write what"
            " the rule asks; of words in braces {coordinator}, {sen}, {sen_allowance} are known."
        ),
    ),
    (
        "unknown-nation",
        (
            "limits.csv, row 2, column nations: 'england;mercia' is not accepted; write one or more"
            " of england, wales, northern-ireland, scotland, with a semicolon between."
        ),
    ),
]


@pytest.mark.parametrize(("broken", "sentence"), REFUSALS)
def test_a_broken_schedule_is_refused_with_file_row_column_and_fix(
    schedules_with: Callable[[str], Path], tmp_path: Path, broken: str, sentence: str
) -> None:
    proof = prove_schedules(FolderShelves(schedules_with(broken), tmp_path / "own"))
    refusals = [fault.refusal for fault in proof.faults if fault.refusal]
    assert refusals == [sentence]


def test_every_broken_schedule_has_its_sentence() -> None:
    folder = Path(__file__).parents[1] / "fixtures" / "schedules" / "broken"
    assert {path.name for path in folder.iterdir()} == {broken for broken, _ in REFUSALS}


def test_a_gap_or_overlap_is_a_fault_of_dates(
    schedules_with: Callable[[str], Path], tmp_path: Path
) -> None:
    proof = prove_schedules(FolderShelves(schedules_with("unlisted-gap"), tmp_path / "own"))
    assert proof.faults[0].kind is FaultKind.DATES


def placed(*rows: str, own: bool = False) -> tuple[Placed, ...]:
    lines = [row.split(",") for row in rows]
    heading = [*columns_of(FigureRow)]
    table = table_from_rows("new.csv", heading, enumerate([heading, *lines], start=1))
    return place_figures(table, own=own)


def main(start: str, end: str, point: str = "0", amount: int = 33594) -> str:
    return f"scotland,all,{start},{end},main-grade,{point},{amount},agreed,printed,SC07,3"


def test_a_listed_gap_is_no_fault() -> None:
    rows = placed(main("2022-01-01", "2022-12-31"), main("2024-01-01", ""))
    gap = Gap("scotland", "", "main-grade", "", date(2023, 1, 1), date(2023, 12, 31), "why")
    assert list(faults_of_series("scotland", rows, [gap])) == []
    refuse_broken_series("scotland", rows, [gap])


WHY = Gap("scotland", "", "main-grade", "", date(2023, 1, 1), date(2023, 12, 31), "why")


@pytest.mark.parametrize(
    "gap",
    [
        WHY._replace(nation="wales"),
        WHY._replace(item="principal-teacher"),
        WHY._replace(first=date(2023, 1, 2)),
        WHY._replace(last=date(2023, 12, 30)),
    ],
)
def test_a_gap_is_listed_only_by_its_own_dates_and_series(gap: Gap) -> None:
    rows = placed(main("2022-01-01", "2022-12-31"), main("2024-01-01", ""))
    with pytest.raises(Refused, match="no figure of main-grade 0 is held from 2023-01-01"):
        refuse_broken_series("scotland", rows, [gap])


def test_dates_that_join_are_no_fault() -> None:
    rows = placed(main("2022-01-01", "2022-12-31"), main("2023-01-01", ""))
    assert list(faults_of_series("scotland", rows, [])) == []


def test_a_figure_of_the_users_own_may_end_a_shipped_one() -> None:
    shipped = placed(main("2022-01-01", "2023-12-31"))
    own = placed(main("2023-01-01", ""), own=True)
    assert list(faults_of_series("scotland", (*shipped, *own), [])) == []
    assert len(list(faults_of_series("scotland", (*own, *placed(main("2024-01-01", ""))), []))) == 0


def test_a_series_is_ordered_by_date() -> None:
    rows = placed(main("2024-01-01", ""), main("2022-01-01", ""), main("2022-01-01", "", "1"))
    starts = {
        key[2]: [each.figure.valid_from.year for each in series]
        for key, series in series_of(rows).items()
    }
    assert starts == {"0": [2022, 2024], "1": [2022]}


def test_a_limit_of_the_users_own_is_named_rather_than_the_shipped_point() -> None:
    shipped = placed(main("2024-08-01", "", "1", 40305))
    own = placed(main("2024-08-01", "", "min", 40306), own=True)
    with pytest.raises(Refused) as refusal:
        refuse_points_out_of_range((*shipped, *own))
    assert refusal.value.value == "40306"
    assert "main-grade 1 is 40305, below the minimum of 40306" in str(refusal.value)


def test_a_file_of_the_users_own_is_called_theirs(
    schedules_with: Callable[[str], Path],
) -> None:
    path = schedules_with("no-amount") / "england" / "2026-09-01.csv"
    with pytest.raises(Refused, match=r"^your england/2026-09-01.csv, row 2, column amount: "):
        read_figures(path, "england", {}, own=True)
