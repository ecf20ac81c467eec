"""Every model of the window holds what Qt asks of a model, also one that is added later."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from pytestqt.modeltest import ModelTester

import payapp.gui
from payapp.domain.plain_tables import Table
from payapp.gui.outline import Form, Line
from payapp.gui.outline_model import OutlineModel
from payapp.gui.sentence_list import SentenceList
from payapp.gui.table_model import FilterModel, ToldTableModel
from payapp.report.figure_tables import ToldTable
from payapp.report.wording import Wording

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
TOLD = ToldTable(
    Table("Points", ("Point", "Amount"), ("text", "money"), (("U3", Decimal(51048)), ("U1", None))),
    lambda place: f"Row {place + 1}.",
)
LINES = (
    Line("one", Form.HEADING, "One", "One", parts=(Line("one.a", Form.TEXT, "A", "A."),)),
    Line("two", Form.TEXT, "Two", "Two."),
)


def every_model() -> set[type[QAbstractItemModel]]:
    """Return the classes of models that the modules of the window define."""
    for module in pkgutil.iter_modules(payapp.gui.__path__, "payapp.gui."):
        importlib.import_module(module.name)
    return {each for each in descendants(QAbstractItemModel) if is_ours(each)}


def descendants(kind: type[QAbstractItemModel]) -> Iterator[type[QAbstractItemModel]]:
    for each in kind.__subclasses__():
        yield each
        yield from descendants(each)


def is_ours(kind: type[QAbstractItemModel]) -> bool:
    return kind.__module__.startswith("payapp.gui.")


def table_lives(wording: Wording) -> Iterator[QAbstractItemModel]:
    """Show a table, sort it both ways, and take it away again."""
    model = ToldTableModel(wording)
    yield model
    model.show_table(TOLD)
    yield model
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(1, order)
        yield model
    model.show_table(None)
    yield model


def filter_lives(wording: Wording) -> Iterator[QAbstractItemModel]:
    """Filter a table to one row, to none and to all, while it is sorted and replaced below."""
    table = ToldTableModel(wording)
    model = FilterModel(table)
    yield model
    table.show_table(TOLD)
    for accepts in (lambda place: place == 1, lambda _: False, None):
        model.accept(accepts)
        yield model
        model.sort(0)
        yield model
    table.show_table(None)
    yield model


def outline_lives(wording: Wording) -> Iterator[QAbstractItemModel]:
    """Show lines, open and close them, and go over to others."""
    model = OutlineModel(wording)
    yield model
    model.show_lines(LINES)
    yield model
    for _ in range(2):
        model.turn(0)
        yield model
    model.open_all(opened=True)
    yield model
    model.show_lines(LINES[1:])
    yield model
    model.show_lines(())
    yield model


def list_lives(wording: Wording) -> Iterator[QAbstractItemModel]:
    """Show some texts, others, and none."""
    model = SentenceList(lambda title: wording.say("window.welcome.spoken_file", title=title))
    for titles in ([], ["Case 12", "Case 7"], ["Case 7", "Case 9", "Case 12"], []):
        model.show_texts(titles, headings=[0][: len(titles)])
        yield model


LIVES: dict[type[QAbstractItemModel], Callable[[Wording], Iterator[QAbstractItemModel]]] = {
    ToldTableModel: table_lives,
    FilterModel: filter_lives,
    OutlineModel: outline_lives,
    SentenceList: list_lives,
}


def test_no_model_of_the_window_is_left_out_here() -> None:
    assert every_model() == set(LIVES)


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: str(kind.__name__))
def test_a_model_is_sound_at_every_moment_of_its_life(
    kind: type[QAbstractItemModel], wording: Wording, qtmodeltester: ModelTester
) -> None:
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    moments = 0
    for model in LIVES[kind](wording):
        assert type(model) is kind
        check(model)
        moments += 1
    assert moments > 3


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: str(kind.__name__))
def test_no_row_of_a_model_is_silent(kind: type[QAbstractItemModel], wording: Wording) -> None:
    heard: set[str] = set()
    for model in LIVES[kind](wording):
        for row, column in product(range(model.rowCount()), range(2)):
            if model.hasIndex(row, column):
                sentence = model.index(row, column).data(SPOKEN)
                assert str(sentence).endswith("."), (row, column)
                heard.add(str(sentence))
    assert len(heard) > 2


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: str(kind.__name__))
def test_nothing_in_a_model_can_be_written_into(
    kind: type[QAbstractItemModel], wording: Wording
) -> None:
    for model in LIVES[kind](wording):
        before = [model.index(row, 0).data() for row in range(model.rowCount())]
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
            assert not model.setData(index, "other")
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == before


def test_what_is_chosen_stays_chosen_while_a_table_is_sorted(wording: Wording) -> None:
    model = ToldTableModel(wording)
    model.show_table(TOLD)
    chosen = QItemSelectionModel(model)
    chosen.setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.SelectCurrent)
    model.sort(0)
    assert chosen.currentIndex().row() == 1
    assert [index.data() for index in chosen.selectedIndexes()] == ["U3"]
