"""Loading beside the window: what is read ahead, and what becomes of a file that is refused."""

from datetime import date
from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from payapp.domain.figures import Figure
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.files.places import schedules_folder, user_folder
from payapp.files.schedules import FolderShelves
from payapp.gui.loading import AHEAD, BETWEEN_FILES, Loading, ReadingAhead
from payapp.report.wording import Wording


class Watched(FolderShelves):
    """Shelves that tell what was read from them, and refuse one pay date."""

    def __init__(self, refused: date | None = None) -> None:
        super().__init__(schedules_folder(), user_folder() / "schedules")
        self.read: list[tuple[str, date]] = []
        self._refused = refused

    def figures(self, nation: str, pay_date: date) -> tuple[Figure, ...]:
        self.read.append((nation, pay_date))
        if pay_date == self._refused:
            raise Refused(f"{pay_date}.csv", "put it right", found="it is faulty")
        return super().figures(nation, pay_date)


def read_ahead(qtbot: QtBot, shelves: Watched) -> Library:
    library, ahead = Library(shelves), ReadingAhead()
    with qtbot.waitSignal(ahead.finished, timeout=20_000):
        ahead.begin(library)
    return library


@pytest.mark.parametrize("nation", ["england", "wales", "northern-ireland", "scotland"])
def test_after_reading_ahead_no_figure_waits_for_a_file(qtbot: QtBot, nation: str) -> None:
    shelves = Watched()
    library = read_ahead(qtbot, shelves)
    wanted = {(nation, on) for on in shelves.pay_dates(nation)}
    assert wanted <= set(shelves.read)
    before = len(shelves.read)
    assert sum(1 for _ in library.book(nation).every()) > 200
    assert len(shelves.read) == before


def test_a_file_that_is_refused_is_left_to_whoever_asks_for_it(qtbot: QtBot) -> None:
    faulty = date(2025, 9, 1)
    shelves = Watched(faulty)
    library = read_ahead(qtbot, shelves)
    assert ("scotland", shelves.pay_dates("scotland")[-1]) in shelves.read
    with pytest.raises(Refused, match=r"2025-09-01\.csv: it is faulty; put it right\."):
        library.book("england").table(faulty)


def test_reading_ahead_ends_with_the_window_it_belongs_to(qtbot: QtBot) -> None:
    window = QObject()
    shelves, ahead = Watched(), ReadingAhead(window)
    ahead.begin(Library(shelves))
    qtbot.waitUntil(lambda: len(shelves.read) > 2, timeout=20_000)
    window.deleteLater()
    with qtbot.waitSignal(window.destroyed):
        pass
    before = len(shelves.read)
    qtbot.wait(4 * BETWEEN_FILES)
    assert len(shelves.read) == before


def test_loading_answers_and_says_which_figures_it_holds(qtbot: QtBot, wording: Wording) -> None:
    loading = Loading(wording)
    with qtbot.waitSignal(loading.finished, timeout=20_000):
        loading.start()
    assert loading.refused is None
    assert loading.answers is not None
    assert loading.data_version == loading.answers.library.data_version
    names = [example.title for example in loading.examples]
    assert len(names) == len(set(names)) > 30
    assert "Part-time SENCO with the same TLR, 1 September 2026" in names


def test_examples_come_by_nation_in_the_order_of_the_nations(
    qtbot: QtBot, wording: Wording
) -> None:
    loading = Loading(wording)
    with qtbot.waitSignal(loading.finished, timeout=20_000):
        loading.start()
    nations = [example.nation for example in loading.examples]
    in_order = ["England", "Wales", "Northern Ireland", "Scotland"]
    assert list(dict.fromkeys(nations)) == in_order
    assert nations == sorted(nations, key=in_order.index)


def test_after_the_figures_comes_the_code_that_a_window_would_wait_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[str] = []
    monkeypatch.setattr("payapp.gui.loading.import_module", imported.append)
    shelves = Watched()
    read_ahead(qtbot, shelves)
    assert imported == [*AHEAD]
    assert len(shelves.read) > len(AHEAD)
    assert all(find_spec(name) for name in AHEAD)
