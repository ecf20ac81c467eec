import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, Provenance
from payapp.domain.refusals import Refused
from payapp.domain.rules import SourceKind
from payapp.files.schedules import FolderShelves, open_library, open_shelves

ROOT = Path(__file__).resolve().parents[2]
HEADING = "nation,area,valid_from,valid_to,item,point,amount,nature,provenance,sources,confidence"


@pytest.fixture
def folder(schedules_with: Callable[[str], Path]) -> Path:
    return schedules_with("")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def add(own: Path, nation: str, pay_date: str, *rows: str) -> None:
    path = own / nation / f"{pay_date}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEADING, *rows, ""]))


def row(pay_date: str, point: str, amount: int) -> str:
    series = f"wales,all,{pay_date},,main-pay-range,{point}"
    return f"{series},{amount},statutory,printed,OWN,2"


def find(folder: Path, own: Path, on: date, point: str) -> object:
    library = open_library(folder, own)
    return library.book("wales").find(on, "all", "main-pay-range", point)


def test_pay_dates_are_the_names_of_the_files(folder: Path, own: Path) -> None:
    shelves = open_shelves(folder, own)
    assert shelves.pay_dates("scotland") == (
        date(2024, 8, 1),
        date(2025, 8, 1),
        date(2026, 4, 1),
    )


def test_figures_of_the_users_own_add_a_pay_date(folder: Path, own: Path) -> None:
    add(own, "wales", "2026-09-01", row("2026-09-01", "M2", 34912))
    found = find(folder, own, date(2026, 10, 1), "M2")
    assert isinstance(found, Figure)
    assert (found.amount, found.sources, found.provenance) == (
        Decimal(34912),
        ("OWN",),
        Provenance.PRINTED,
    )
    before = find(folder, own, date(2026, 8, 31), "M2")
    assert isinstance(before, Figure)
    assert before.amount == Decimal(33731)


def test_a_series_that_the_user_did_not_raise_stays_in_force(folder: Path, own: Path) -> None:
    add(own, "wales", "2026-09-01", row("2026-09-01", "M2", 34912))
    found = find(folder, own, date(2026, 10, 1), "M6")
    assert isinstance(found, Figure)
    assert found.amount == Decimal(46595)


def test_a_row_of_the_users_own_stands_in_place_of_the_shipped_one(folder: Path, own: Path) -> None:
    add(own, "wales", "2025-09-01", row("2025-09-01", "M2", 33732))
    found = find(folder, own, date(2025, 10, 1), "M2")
    assert isinstance(found, Figure)
    assert found.amount == Decimal(33732)
    library = open_library(folder, own)
    points = library.book("wales").points(date(2025, 10, 1), "all", "main-pay-range")
    assert [figure.point for figure in points] == ["M2", "M3", "M4", "M5", "M6"]


def test_awards_and_sources_of_the_users_own_are_read_behind_the_shipped(
    folder: Path, own: Path
) -> None:
    awards = own / "england" / "awards.csv"
    awards.parent.mkdir(parents=True)
    awards.write_text(
        "valid_from,area,item,point,percent,flat,rounding,base_date,exception\n"
        "2026-09-01,,,,4,,up,,\n2027-09-01,,,,3,,up,,\n"
    )
    (own / "sources.csv").write_text(
        "id,title,publisher,date,address,gave,kind,nations\nX1,Letter,,,,,other,wales;scotland\n"
    )
    library = open_library(folder, own)
    assert [(award.valid_from.year, award.percent) for award in library.awards("england")] == [
        (2025, Decimal(4)),
        (2026, Decimal(4)),
        (2027, Decimal(3)),
    ]
    letter = library.sources["X1"]
    assert (letter.title, letter.kind, letter.nations) == (
        "Letter",
        SourceKind.OTHER,
        ("wales", "scotland"),
    )
    assert "E50" in library.sources


def test_the_users_folder_is_found_by_itself(
    folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(own / "schedules", "wales", "2026-09-01", row("2026-09-01", "M2", 34912))
    monkeypatch.setenv("PAYAPP_HOME", str(own))
    library = open_library(folder)
    assert library.book("wales").pay_dates[-1] == date(2026, 9, 1)


def test_a_nation_without_figures_is_refused(folder: Path, own: Path) -> None:
    for path in (folder / "wales").glob("2*.csv"):
        path.unlink()
    with pytest.raises(Refused) as refusal:
        open_shelves(folder, own).pay_dates("wales")
    assert str(refusal.value) == (
        "wales: no figures were found;"
        " install the program again, or name the folder that holds the figures."
    )


def test_a_limit_is_given_once_for_each_nation_of_its_row(folder: Path, own: Path) -> None:
    limits = open_shelves(folder, own).limits()
    assert [nation for nation, limit in limits if limit.id == "directed_hours"] == [
        "england",
        "wales",
        "northern-ireland",
    ]


def test_a_small_table_of_the_users_own_is_called_theirs(folder: Path, own: Path) -> None:
    own.mkdir()
    (own / "sources.csv").write_text("id,title\nX1,Letter\n")
    with pytest.raises(Refused, match=r"^your sources.csv, row 1, column publisher: "):
        open_shelves(folder, own).sources()


def test_the_version_changes_with_any_file_and_says_whose_it_is(folder: Path, own: Path) -> None:
    shipped = open_shelves(folder, own).version()
    add(own, "wales", "2026-09-01", row("2026-09-01", "M2", 34912))
    with_own = open_shelves(folder, own).version()
    assert with_own != shipped
    assert with_own.endswith(") with your own figures")
    assert "wales 2026-09-01" in with_own
    path = folder / "survey.csv"
    path.write_text(path.read_text().replace("33", "34", 1))
    assert open_shelves(folder, own).version() != with_own


def test_the_version_does_not_depend_on_the_line_ends_of_the_system(
    folder: Path, own: Path
) -> None:
    before = FolderShelves(folder, own).version()
    for path in folder.rglob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert FolderShelves(folder, own).version() == before


def test_opening_a_library_reads_nothing_and_needs_no_pydantic() -> None:
    code = (
        "import sys\n"
        "from payapp.files.schedules import open_library\n"
        "open_library()\n"
        "sys.exit(bool({'pydantic', 'openpyxl'} & sys.modules.keys()))\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_check_needs_the_core_of_pydantic_and_no_models() -> None:
    code = (
        "import sys\n"
        "from payapp.files.case_files import parse_case\n"
        "from payapp.files.schedules import open_library\n"
        "parse_case({'schema': 1, 'nation': 'england', 'on': '2026-09-01'})\n"
        "library = open_library()\n"
        "library.rules, library.limits, library.terms('england'), library.awards('england')\n"
        "library.book('england').pay_dates\n"
        "assert 'pydantic_core' in sys.modules\n"
        "sys.exit('pydantic' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_question_of_one_nation_and_date_reads_one_figures_file(
    folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    placed_in = FolderShelves.placed_in

    def noting(self: FolderShelves, nation: str, path: Path) -> object:
        read.append(f"{nation} {path.stem}")
        return placed_in(self, nation, path)

    monkeypatch.setattr(FolderShelves, "placed_in", noting)
    book = open_library(folder, own).book(Nation.SCOTLAND)
    assert book.amount(date(2025, 12, 1), "all", "main-grade", "1") == Decimal(41916)
    assert read == ["scotland 2025-08-01"]
