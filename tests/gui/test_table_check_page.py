"""A published pay table in the window: opened, dropped or pasted, and each amount marked."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from payapp.casework.published_table import Claim
from payapp.domain.cases import Nation
from payapp.domain.library import Library
from payapp.domain.sheet_rows import Row
from payapp.gui.table_check_page import Marking, rows_of
from payapp.report.wording import Wording
from tests.gui.hands import click, press, type_text
from tests.gui.spot_checks import Hands, of, spoken, write_rows

TABLE = (
    ("Main pay range England 2025", "", ""),
    ("M6", "£45,352", ""),
    ("M1", "99", "£12,345"),
)


def paste(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    click(hands.table.paste)
    hands.wait()


def marks(hands: Hands) -> list[tuple[str, str]]:
    panel = hands.table.panel
    return list(zip(of(panel, 3), of(panel, 4), strict=True))


EXPECTED = [("£45,352", "✓ matches"), ("£12,345", "✗ matches nothing")]


def test_what_the_page_is_for_is_said_before_there_is_a_table(hands: Hands) -> None:
    assert hands.table.headline.text().startswith("Open or paste a published pay table.")
    assert not hands.table.panel.export.isEnabled()
    assert not hands.table.panel.copy.isEnabled()


def test_a_table_is_opened_by_its_button(hands: Hands, tmp_path: Path) -> None:
    hands.file = write_rows(tmp_path / "table.csv", TABLE)
    click(hands.table.open)
    hands.wait()
    assert marks(hands) == EXPECTED
    assert hands.table.headline.text() == (
        "table.csv: 2 amounts. ✓ matches: 1; ✗ matches nothing: 1"
    )


def test_a_table_that_is_dropped_is_marked(hands: Hands, tmp_path: Path) -> None:
    hands.window.show_page("table")
    hands.drop(write_rows(tmp_path / "table.csv", TABLE))
    assert marks(hands) == EXPECTED


def test_a_pasted_table_is_marked_as_one_in_a_file(hands: Hands) -> None:
    paste(hands, "\n".join("\t".join(row) for row in TABLE))
    assert marks(hands) == EXPECTED
    assert hands.table.headline.text().startswith("What was pasted: 2 amounts.")


def test_the_cells_of_a_copied_sheet_are_between_tabs() -> None:
    assert rows_of('a\tb\n"c\td"\t\n') == [Row(1, ("a", "b")), Row(2, ("c\td", ""))]
    assert rows_of("") == []


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_clipboard_is_told(hands: Hands, text: str) -> None:
    paste(hands, text)
    assert hands.table.headline.text() in {
        "There is no text to paste.",
        "What was pasted: no amounts of pay were found.",
    }
    assert marks(hands) == []


def test_a_text_without_amounts_says_so(hands: Hands) -> None:
    paste(hands, "Nothing\tto see")
    assert hands.table.headline.text() == "What was pasted: no amounts of pay were found."


def test_a_choice_that_is_called_off_leaves_the_table(hands: Hands) -> None:
    paste(hands, "M6\t45,352")
    before = marks(hands)
    click(hands.table.open)
    hands.wait()
    assert marks(hands) == before
    assert len(before) == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [("table.docx", "table.docx: this kind of file is not read"), ("gone.csv", "gone.csv: ")],
)
def test_a_file_that_cannot_be_read_is_told_and_no_earlier_table_is_left_standing(
    hands: Hands, tmp_path: Path, name: str, told: str
) -> None:
    paste(hands, "M6\t45,352")
    hands.file = tmp_path / name
    click(hands.table.open)
    hands.wait()
    assert hands.table.headline.text().startswith(told)
    assert marks(hands) == []


def test_what_the_table_does_not_say_may_be_said_beside_it(hands: Hands) -> None:
    page = hands.table
    hands.choose(page.nation, "Wales")
    type_text(page.on, "1 October 2025")
    paste(hands, "M2\t33,731")
    assert marks(hands) == [("£33,731", "✓ matches")]
    hands.choose(page.nation, "Scotland")
    paste(hands, "M2\t33,731")
    assert marks(hands) == [("£33,731", "⇄ matches another year, nation, area or point")]


def test_a_table_that_may_be_of_two_nations_is_asked_of_which_it_is(hands: Hands) -> None:
    paste(hands, "2025/26\nM1\t32,916\nM6\t46,595")
    assert hands.table.headline.text().startswith(
        "What was pasted: the table does not say of which nation it is, and its amounts equal or"
        " come near figures of England and Wales; write the nation above the table, or choose it"
    )
    assert marks(hands) == []
    paste(hands, "Wales 2025/26\nM6\t46,595")
    assert marks(hands) == [("£46,595", "✓ matches")]


def test_what_is_no_day_is_told_before_anything_is_marked(hands: Hands, tmp_path: Path) -> None:
    page = hands.table
    type_text(page.on, "31 February 2026")
    paste(hands, "M6\t45,352")
    told = "'31 February 2026' is no day. Type one such as 15 January 2026."
    assert page.headline.text() == told
    hands.drop(write_rows(tmp_path / "table.csv", TABLE))
    assert page.headline.text() == told
    assert marks(hands) == []
    page.on.clear()
    paste(hands, "M6\t45,352")
    assert len(marks(hands)) == 1


def test_the_row_that_the_keys_are_on_is_said_aloud_and_in_full(hands: Hands) -> None:
    paste(hands, "\n".join("\t".join(row) for row in TABLE))
    page = hands.table
    sentence = "£12,345 is no figure that is held; the nearest is £"
    page.panel.view.setFocus()
    press(page.panel.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.sentence.text().startswith(f"✗ matches nothing: {sentence}")
    assert "The table should say £" in page.sentence.text()
    assert spoken(page.panel, 1, 3).startswith("Amount: £12,345.")
    assert sentence in spoken(page.panel, 1, 3)


def test_the_marks_are_exported_to_a_workbook_and_copied(hands: Hands, tmp_path: Path) -> None:
    paste(hands, "\n".join("\t".join(row) for row in TABLE))
    panel = hands.table.panel
    hands.chosen.workbook_path = tmp_path / "marked.xlsx"
    click(panel.export)
    hands.wait()
    sheet = load_workbook(tmp_path / "marked.xlsx")["Table"]
    assert [row[3] for row in sheet.iter_rows(values_only=True)] == ["Amount", 45352, 12345]
    click(panel.copy)
    hands.wait()
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[2:4] == ["M6", "£45,352"]


def test_the_model_holds_what_qt_asks_of_models(hands: Hands, qtmodeltester: ModelTester) -> None:
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    paste(hands, "\n".join("\t".join(row) for row in TABLE))
    check(hands.table.panel.model)
    check(hands.table.panel.rows)


def test_a_table_that_is_stopped_is_told_as_far_as_it_was_marked(
    library: Library, wording: Wording
) -> None:
    marking = Marking("table.csv", Claim(Nation.ENGLAND, None), library, wording)

    def rows() -> Iterator[Row]:
        yield Row(1, ("M6", "45,352"))
        marking.stop()
        yield Row(2, ("M5", "42,057"))

    marked = marking.of_rows(rows())
    assert len(marked.told.table.rows) == 1
    assert marked.headline.startswith("table.csv: 1 amounts.")


def test_a_table_that_is_stopped_before_its_first_amount_has_none(
    library: Library, wording: Wording
) -> None:
    marking = Marking("table.csv", Claim(Nation.ENGLAND, None), library, wording)
    marking.stop()
    marked = marking.of_rows([Row(1, ("M6", "45,352"))])
    assert marking.done == len(marked.told.table.rows) == 0
    assert marked.headline == "table.csv: no amounts of pay were found."


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Have tables that never come to their end; return what tells that one is being read."""
    begun = Event()

    def rows(_text: str) -> Iterator[Row]:
        for number in count(1):
            yield Row(number, ("M6", "45,352"))
            begun.set()

    monkeypatch.setattr("payapp.gui.table_check_page.rows_of", rows)
    return begun


def test_cancel_keeps_what_is_marked_and_answers_within_a_fifth_of_a_second(
    qtbot: QtBot, hands: Hands, endless: Event
) -> None:
    page = hands.table
    click(page.paste)
    assert page.headline.text() == "Holding the amounts against the figures …"
    assert page.running.cancel.hasFocus()
    assert not page.open.isEnabled()
    qtbot.waitUntil(lambda: page.headline.text().endswith(" amounts marked"))
    assert endless.is_set()
    start = monotonic()
    press(page.running.cancel, Qt.Key.Key_Space)
    assert monotonic() - start < 0.2
    kept = len(of(page.panel, 0))
    told = f"What was pasted: {kept:,} amounts. ✓ matches: {kept:,}"
    assert page.headline.text() == f"Stopped before its end. {told}"
    assert kept > 0
    assert page.panel.view.hasFocus()
    assert page.open.isEnabled()
    assert page.running.cancel.isHidden()
    hands.wait()
    assert len(of(page.panel, 0)) == kept


def test_a_long_table_is_stopped_when_the_window_is_closed_for_good(
    qtbot: QtBot, hands: Hands, endless: Event
) -> None:
    page = hands.table
    click(page.paste)
    qtbot.waitUntil(endless.is_set)
    hands.end()
    assert not isValid(page)


def test_the_keys_go_to_the_first_amount_or_back_to_the_way_in(hands: Hands) -> None:
    page = hands.table
    paste(hands, "\n".join("\t".join(row) for row in TABLE))
    assert page.panel.view.hasFocus()
    assert page.sentence.text().startswith("✓ matches: ")
    paste(hands, "Nothing\tto see")
    assert page.open.hasFocus()
