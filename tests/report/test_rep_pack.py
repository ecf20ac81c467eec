import shutil
from datetime import date
from pathlib import Path

import pytest

from payapp.files.workbook import write_workbook
from payapp.report.assessment_tables import workbook_words
from payapp.report.printed import Kind
from payapp.report.rep_pack import (
    Pack,
    pack_name,
    pack_tables,
    pack_text,
    printed_pack,
    rep_pack,
    start_of_pay_year,
)
from payapp.report.wording import Wording
from tests.files.test_workbook import recalculated
from tests.worked import SENCO, case, library, paid

WORDING = Wording.load()
SHORT = ({**SENCO, "school_type": "special"}, paid("upper-pay-range", 40000, point="U3"))
PERIOD = (date(2025, 9, 15), date(2025, 12, 31))


def pack(reference: str = "Case 12") -> Pack:
    asked = case(*SHORT, reference=reference)
    return rep_pack(asked, library(), WORDING, PERIOD, date(2026, 1, 5))


def test_a_pack_holds_every_paper_in_the_order_of_a_meeting() -> None:
    told = pack_text(pack(), library(), WORDING)
    parts = (
        "Papers for a meeting: Case 12",
        "Made on 5 January 2026 for pay on 1 October 2025.",
        "Is this pay appropriate for this role? Case 12",
        "What was due and what was paid, 15 September 2025 to 31 December 2025",
        "What would change the answer",
        "Steps, in the order in which a union would take them",
        "Fair process",
        "How others said they are paid",
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_a_pack_names_nobody_and_works_without_a_reference() -> None:
    told = pack_text(pack(""), library(), WORDING)
    assert told.startswith("Papers for a meeting\n")
    assert "These papers name nobody." in told


def test_the_workbook_of_a_pack_has_each_sheet_once_and_the_checks_last() -> None:
    names = [table.name for table in pack_tables(pack(), library(), WORDING)]
    assert len(names) == len(set(names))
    assert names[-4:] == ["Arrears", "Arrears by subject", "Casework", "Checks"]
    assert names[0] == "Read me"


def test_the_pages_of_a_pack_hold_every_line_of_its_papers() -> None:
    made = pack()
    printed = printed_pack(made, library(), WORDING, date(2026, 1, 5))
    texts = [block.text for block in printed.blocks]
    lines = [line for paper in made.papers for section in paper.sections for line in section.lines]
    assert len(lines) > 20
    assert not [line for line in lines if line not in texts]


def test_the_pages_of_a_pack_begin_with_what_it_is_and_then_the_answer() -> None:
    printed = printed_pack(pack(), library(), WORDING, date(2026, 1, 5))
    titles = [block.text for block in printed.blocks if block.kind is Kind.TITLE]
    assert titles == [
        "Papers for a meeting: Case 12",
        "Is this pay appropriate for this role?",
        "What was due and what was paid, 15 September 2025 to 31 December 2025",
        "What would change the answer",
    ]
    assert [block.kind for block in printed.blocks].count(Kind.VERDICT) == 1
    assert printed.head == ("Case: Case 12", "Made on 5 January 2026")


def test_the_properties_of_the_file_say_nothing_of_the_case() -> None:
    printed = printed_pack(pack(), library(), WORDING, date(2026, 1, 5))
    assert printed.subject == "Papers for a meeting"


@pytest.mark.parametrize(
    ("reference", "name"),
    [("Case N4 / 2024", "case-n4-2024-2025-10-01"), ("", "my-case-2025-10-01")],
)
def test_the_files_of_a_pack_are_named_by_the_reference_or_else_the_file(
    reference: str, name: str
) -> None:
    assert pack_name(case(*SHORT, reference=reference), "My case") == name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_the_arrears_again_and_agrees(tmp_path: Path) -> None:
    made = pack()
    path = tmp_path / "pack.xlsx"
    write_workbook(
        path,
        pack_tables(made, library(), WORDING),
        title=made.title,
        data_version=made.assessment.data_version,
        words=workbook_words(WORDING),
    )
    rows = recalculated(path)["Checks"].iter_rows(values_only=True)
    results = {row[0]: row[1:] for row in rows if row[-1] in {"OK", "differs"}}
    assert {row[-1] for row in results.values()} == {"OK"}
    computed, live, _ = results["Short, all months together"]
    assert computed == live == float(made.arrears.total) > 0


@pytest.mark.parametrize(
    ("nation", "on", "first"),
    [
        ("england", "2026-08-31", date(2025, 9, 1)),
        ("england", "2026-09-01", date(2026, 9, 1)),
        ("scotland", "2026-08-01", date(2026, 8, 1)),
        ("scotland", "2026-07-31", date(2025, 8, 1)),
    ],
)
def test_a_pay_year_begins_as_its_nation_has_it(nation: str, on: str, first: date) -> None:
    assert start_of_pay_year(case({}, nation=nation, on=on), library()) == first
