"""The list behind the report: what Qt is told when lines open, close and change."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from payapp.gui.outline import Form, Line
from payapp.gui.outline_model import OutlineModel
from payapp.report.wording import Wording


def line(key: str, *parts: Line, text: str = "", starts_open: bool = False) -> Line:
    return Line(key, Form.PART, text or key, f"{key}.", parts=parts, starts_open=starts_open)


def lines(*keys: str) -> tuple[Line, ...]:
    return tuple(map(line, keys))


TREE = (line("top", line("a", line("a1"), line("a2")), line("b"), starts_open=True),)


@pytest.fixture
def model(wording: Wording, qtmodeltester: ModelTester) -> Iterator[OutlineModel]:
    model = OutlineModel(wording)
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    check(model)
    yield model
    check(model)


def keys(model: OutlineModel) -> list[str]:
    return [model.row(place).line.key for place in range(model.rowCount())]


def test_a_line_opens_and_closes(model: OutlineModel) -> None:
    model.show_lines(TREE)
    assert keys(model) == ["top", "a", "b"]
    model.turn(1)
    assert keys(model) == ["top", "a", "a1", "a2", "b"]
    model.turn(1)
    assert keys(model) == ["top", "a", "b"]


def test_a_line_without_parts_does_not_turn(model: OutlineModel) -> None:
    model.show_lines(TREE)
    model.turn(2)
    assert keys(model) == ["top", "a", "b"]


def test_the_last_line_of_what_opened_is_that_of_its_deepest_end(model: OutlineModel) -> None:
    model.show_lines(TREE)
    model.turn(1)
    assert [keys(model)[model.last_in(place)] for place in range(5)] == ["b", "a2", "a1", "a2", "b"]


def test_what_is_open_stays_open_in_the_next_report(model: OutlineModel) -> None:
    model.show_lines(TREE)
    model.turn(1)
    model.show_lines((line("new"), *TREE))
    assert keys(model) == ["new", "top", "a", "a1", "a2", "b"]


def test_another_case_begins_as_its_lines_start(model: OutlineModel) -> None:
    model.show_lines(TREE)
    model.turn(1)
    model.forget_turned()
    assert keys(model) == ["top", "a", "b"]


def test_every_line_opens_and_closes_at_once(model: OutlineModel) -> None:
    model.show_lines(TREE)
    model.open_all(opened=True)
    assert keys(model) == ["top", "a", "a1", "a2", "b"]
    model.open_all(opened=False)
    assert keys(model) == ["top"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("abc", "abxc"),
        ("abc", "ac"),
        ("abc", "xyz"),
        ("abc", ""),
        ("", "abc"),
        ("aab", "ab"),
        ("abab", "ab"),
        ("abcd", "axyd"),
    ],
)
def test_the_list_goes_over_to_any_other_lines(
    model: OutlineModel, before: str, after: str
) -> None:
    model.show_lines(lines(*before))
    model.show_lines(lines(*after))
    assert keys(model) == list(after)


def test_only_what_is_new_is_put_in_and_the_rest_is_left_alone(
    model: OutlineModel, qtbot: QtBot
) -> None:
    model.show_lines(lines("a", "b"))
    with (
        qtbot.waitSignal(model.rowsInserted) as put_in,
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.assertNotEmitted(model.modelReset),
    ):
        model.show_lines(lines("a", "x", "b"))
    assert put_in.args is not None
    assert put_in.args[1:] == [1, 1]


def test_a_line_whose_text_changed_is_told_of(model: OutlineModel, qtbot: QtBot) -> None:
    model.show_lines(lines("a", "b", "c"))
    with (
        qtbot.waitSignal(model.dataChanged) as changed,
        qtbot.assertNotEmitted(model.rowsInserted),
    ):
        model.show_lines((line("a"), line("b", text="other"), line("c")))
    assert changed.args is not None
    assert [changed.args[0].row(), changed.args[1].row()] == [1, 1]


def test_nothing_is_told_where_nothing_changed(model: OutlineModel, qtbot: QtBot) -> None:
    model.show_lines(TREE)
    with (
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.assertNotEmitted(model.layoutChanged),
    ):
        model.show_lines((line("top", *TREE[0].parts, starts_open=True),))


def test_a_line_is_shown_and_read_aloud_with_its_state(model: OutlineModel) -> None:
    model.show_lines(TREE)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(1)) == "a"
    assert model.data(model.index(0), spoken) == "top. Open."
    assert model.data(model.index(1), spoken) == "a. Closed."
    assert model.data(model.index(2), spoken) == "b."


def test_an_index_that_is_none_and_a_role_without_meaning_hold_nothing(
    model: OutlineModel,
) -> None:
    model.show_lines(TREE)
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0)) == 0


def test_a_line_is_found_by_its_key_and_the_line_it_was_opened_from(model: OutlineModel) -> None:
    model.show_lines(TREE)
    model.turn(1)
    assert model.place_of("a2") == 3
    assert model.place_of("nowhere") is None
    assert model.place_above(3) == 1
    assert model.place_above(1) == 0
    assert model.place_above(0) is None
