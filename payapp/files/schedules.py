"""The schedules on disk: the shipped folder, with the user's own figures above it."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from payapp.domain.cases import Nation
from payapp.domain.figures import Figure, SeriesKey
from payapp.domain.library import (
    Band,
    Gap,
    KnownGap,
    Library,
    PromotedDuty,
    SurveyAnswer,
)
from payapp.domain.refusals import Refused
from payapp.domain.rules import AllowanceTerms, Award, Limit, Rule, Source
from payapp.files import places

if TYPE_CHECKING:
    from payapp.files.figure_files import Placed
    from payapp.files.schedule_rows import Row

TABLES_OF_A_NATION = frozenset({"awards", "allowances", "job_size_bands", "promoted_duties"})
FINGERPRINT_LENGTH = 10

Record = TypeVar("Record")


def open_library(shipped: Path | None = None, user: Path | None = None) -> Library:
    """Return the library of the shipped schedules and the user's own; nothing is read yet.

    `shipped` and `user` are folders of schedules; left out, the program's own and the user's.
    What is read later raises Refused where a file is not as it should be.
    """
    return Library(open_shelves(shipped, user))


def open_shelves(shipped: Path | None = None, user: Path | None = None) -> "FolderShelves":
    """Return the files behind a library, for a proof of all of them or for an addition."""
    own = places.user_folder() / "schedules" if user is None else user
    return FolderShelves(shipped or places.schedules_folder(), own)


class FolderShelves:
    """Reads each schedule when it is asked for. pydantic's core is first imported then."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self.shipped = shipped
        self.own = own

    def pay_dates(self, nation: str) -> tuple[date, ...]:
        """Return every date that figures of a nation start on."""
        dates = {pay_date_of(nation, path) for path in self.figure_files(nation)}
        if not dates:
            fix = "install the program again, or name the folder that holds the figures"
            raise Refused(nation, fix, found="no figures were found")
        return tuple(sorted(dates))

    def figure_files(self, nation: str) -> Iterator[Path]:
        """Yield the figures files of a nation, the shipped ones first."""
        for folder in (self.shipped, self.own):
            for path in sorted((folder / nation).glob("*.csv")):
                if path.stem not in TABLES_OF_A_NATION:
                    yield path

    def figures(self, nation: str, pay_date: date) -> tuple[Figure, ...]:
        """Return the figures that start on a date; the user's stand in place of the shipped."""
        found: dict[SeriesKey, Figure] = {}
        for each in self.placed(nation, pay_date):
            figure = each.figure
            found[figure.area, figure.item, figure.point] = figure
        return tuple(found.values())

    def placed(self, nation: str, pay_date: date) -> "Iterator[Placed]":
        """Yield every row of a pay date with its place, the shipped ones first."""
        for folder in (self.shipped, self.own):
            path = folder / nation / f"{pay_date.isoformat()}.csv"
            if path.is_file():
                yield from self.placed_in(nation, path)

    def placed_in(self, nation: str, path: Path) -> "tuple[Placed, ...]":
        """Return the rows of one figures file with their places; Refused as `read_figures`."""
        from payapp.files.figure_files import read_figures

        pay_date_of(nation, path)
        own = path.is_relative_to(self.own)
        return read_figures(path, nation, self._source_by_id, own=own)

    def awards(self, nation: str) -> tuple[Award, ...]:
        """Return the awards of a nation; the user's stand in place of the shipped."""
        name = f"{nation}/awards.csv"
        rows = (*self._awards_in(self.shipped, name), *self._awards_in(self.own, name))
        return tuple({award[:4]: award for award in rows}.values())

    def _awards_in(self, folder: Path, name: str) -> tuple[Award, ...]:
        from payapp.files.schedule_rows import AwardRow

        return self._rows_in(folder, name, AwardRow)

    def own_awards(self, nation: str) -> tuple[Award, ...]:
        """Return the awards that the user added for a nation."""
        return self._awards_in(self.own, f"{nation}/awards.csv")

    def shipped_award_dates(self, nation: str) -> frozenset[date]:
        """Return the dates on which the shipped data know an award."""
        shipped = self._awards_in(self.shipped, f"{nation}/awards.csv")
        return frozenset(award.valid_from for award in shipped)

    def terms(self, nation: str) -> tuple[AllowanceTerms, ...]:
        """Return how a nation's allowances are paid."""
        from payapp.files.schedule_rows import TermsRow

        return self._rows(f"{nation}/allowances.csv", TermsRow)

    def rules(self) -> tuple[Rule, ...]:
        """Return every rule."""
        from payapp.files.schedule_rows import RuleRow

        return self._rows("rules.csv", RuleRow)

    def sources(self) -> tuple[Source, ...]:
        """Return every source."""
        return tuple(self._source_by_id.values())

    @cached_property
    def _source_by_id(self) -> dict[str, Source]:
        from payapp.files.schedule_rows import SourceRow

        rows = self._rows("sources.csv", SourceRow)
        return {source.id: source for source in rows}

    def limits(self) -> tuple[tuple[str, Limit], ...]:
        """Return every number or date that a rule fixes, once for each nation of its row."""
        from payapp.files.schedule_rows import LimitRow

        rows = self._rows("limits.csv", LimitRow)
        return tuple((nation, limit) for nations, limit in rows for nation in nations)

    def bands(self) -> tuple[Band, ...]:
        """Return the job-size bands of Scotland."""
        from payapp.files.schedule_rows import BandRow

        name = f"{Nation.SCOTLAND}/job_size_bands.csv"
        return self._rows(name, BandRow)

    def promoted_duties(self) -> tuple[PromotedDuty, ...]:
        """Return the duties of principal teachers in Scotland."""
        from payapp.files.schedule_rows import DutyRow

        name = f"{Nation.SCOTLAND}/promoted_duties.csv"
        return self._rows(name, DutyRow)

    def gaps(self) -> tuple[Gap, ...]:
        """Return the listed gaps in the dates of figures."""
        from payapp.files.schedule_rows import GapRow

        return self._rows("gaps.csv", GapRow)

    def known_gaps(self) -> tuple[KnownGap, ...]:
        """Return what the data do not hold, in sentences."""
        from payapp.files.schedule_rows import KnownGapRow

        return self._rows("known_gaps.csv", KnownGapRow)

    def survey(self) -> tuple[SurveyAnswer, ...]:
        """Return the published survey answers."""
        from payapp.files.schedule_rows import SurveyRow

        return self._rows("survey.csv", SurveyRow)

    def version(self) -> str:
        """Return the newest pay date of each nation and a fingerprint of every file."""
        dates = ", ".join(f"{nation} {self.pay_dates(nation)[-1]}" for nation in Nation)
        own = " with your own figures" if self.has_own_figures() else ""
        return f"{dates} ({self.fingerprint()}){own}"

    def has_own_figures(self) -> bool:
        """Say whether the user added figures."""
        return any(self.own.rglob("*.csv"))

    def fingerprint(self) -> str:
        """Return a fingerprint of every file, which does not depend on the system's line ends."""
        fingerprint = sha256()
        for folder in (self.shipped, self.own):
            for path in sorted(folder.rglob("*.csv")):
                fingerprint.update(path.relative_to(folder).as_posix().encode())
                fingerprint.update(path.read_bytes().replace(b"\r\n", b"\n"))
        return fingerprint.hexdigest()[:FINGERPRINT_LENGTH]

    def _rows(self, name: str, row: "Row[Record]") -> tuple[Record, ...]:
        """Return the rows of a shipped table and, behind them, of the user's of the same name."""
        return self._rows_in(self.shipped, name, row) + self._rows_in(self.own, name, row)

    def _rows_in(self, folder: Path, name: str, row: "Row[Record]") -> tuple[Record, ...]:
        from payapp.files.schedule_rows import records
        from payapp.files.tables import read_table

        path, own = folder / name, folder == self.own
        if own and not path.is_file():
            return ()
        table = read_table(path, f"your {name}" if own else name, row.columns)
        return records(table, row, row.record)


def pay_date_of(nation: str, path: Path) -> date:
    """Return the date that a figures file is named by. Raises Refused for any other name."""
    try:
        return date.fromisoformat(path.stem)
    except ValueError:
        raise Refused(
            f"{nation}/{path.name}",
            "name it by the pay date, such as 2026-09-01.csv",
            found="the name of the file is not a date",
        ) from None
