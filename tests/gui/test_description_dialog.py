"""The dialog of a job description: what it shows, says and brings into view."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from payapp.files.cue_files import description_cues
from payapp.gui.description_dialog import ConfirmingTick, DescriptionDialog, FactCard
from payapp.gui.descriptions import read_file
from payapp.reading.confirming import Offer, offers
from payapp.reading.cues import cues_of
from payapp.reading.reading import NO, NOT_KNOWN, YES, Read
from payapp.reading.sentences import Place, Sentence
from payapp.report.confirming_in_words import Reader, description_in_words
from payapp.report.wording import Wording
from tests.gui.hands import POSTS, click, press

CUES = cues_of(description_cues())


def read(answer: str, *sentences: str) -> Read:
    return Read(answer, tuple(Sentence(each, 0, 1, Place.BODY, "") for each in sentences))


FACTS = {
    "significant_responsibility": read(YES, "Lead <b>it</b> & more.", "Lead it again."),
    "designated_coordinator": read(YES, "The SENCO"),
    "part_time": read(YES, "0.6"),
    "sustained": read(NO, "Fixed term"),
    "qualified_teacher": read(NOT_KNOWN, "QTS", "No QTS"),
    "on_leadership_team": read(NOT_KNOWN),
}
QUESTION = (
    "Do you carry a significant responsibility that is not asked of all classroom teachers "
    "at the school?"
)
HELD = {"sustained": "yes", "designated_coordinator": "yes"}


def dialog_of(qtbot: QtBot, wording: Wording, facts: dict[str, Read]) -> DescriptionDialog:
    found = offers(facts, CUES, "england", HELD.get)
    told = description_in_words("post.txt", "Case", found, Reader(wording, "england", "teacher"))
    dialog = DescriptionDialog(told, wording, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, styled: None, wording: Wording) -> DescriptionDialog:
    del styled
    return dialog_of(qtbot, wording, FACTS)


@pytest.fixture
def long(qtbot: QtBot, styled: None, wording: Wording) -> DescriptionDialog:
    """Return the dialog of a whole description."""
    del styled
    return dialog_of(qtbot, wording, dict(read_file(POSTS / "a01.txt", Event()).facts))


def ticks(dialog: DescriptionDialog) -> Iterator[ConfirmingTick]:
    yield from (card.tick for card in dialog.cards if card.tick is not None)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def in_view(dialog: DescriptionDialog, widget: QWidget) -> bool:
    view = dialog.area.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))


def test_nothing_is_ticked_to_begin_with(dialog: DescriptionDialog) -> None:
    assert [tick.isChecked() for tick in ticks(dialog)] == [False, False]
    assert dialog.ticked() == []


def test_only_what_can_be_confirmed_has_a_tick(dialog: DescriptionDialog) -> None:
    with_ticks = {card.told.offer.fact: card.tick is not None for card in dialog.cards}
    assert with_ticks == {
        "significant_responsibility": True,
        "designated_coordinator": False,
        "part_time": False,
        "sustained": True,
        "qualified_teacher": False,
    }


def test_a_card_shows_the_sentences_as_they_are(dialog: DescriptionDialog) -> None:
    shown = dialog.cards[0].findChildren(QLabel)
    assert [label.text() for label in shown] == [
        "Significant responsibility",
        QUESTION,
        "“Lead <b>it</b> & more.”\n“Lead it again.”",
        "In the case now: not known.",
    ]
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}


def test_the_opposite_is_told_by_words_and_not_by_colour_alone(dialog: DescriptionDialog) -> None:
    (held,) = [label for label in dialog.findChildren(QLabel) if label.property("tone")]
    assert "The description says the opposite" in held.text()


def test_a_tick_is_read_with_its_fact_its_answer_and_the_first_sentence(
    dialog: DescriptionDialog,
) -> None:
    spoken = [QAccessible.queryAccessibleInterface(tick) for tick in ticks(dialog)]
    assert [each.text(QAccessible.Text.Name) for each in spoken] == [
        "Significant responsibility. Confirm: yes. “Lead <b>it</b> & more.”",
        "Lasting responsibility. Confirm: no. “Fixed term”",
    ]
    described = spoken[0].text(QAccessible.Text.Description)
    assert described.endswith("In the case now: not known. “Lead it again.”")
    assert "The description says the opposite" in spoken[1].text(QAccessible.Text.Description)


def test_who_listens_hears_the_caution_first_and_what_has_no_tick(
    dialog: DescriptionDialog,
) -> None:
    heading = QAccessible.queryAccessibleInterface(dialog.heading)
    name = heading.text(QAccessible.Text.Name)
    assert name.startswith("What post.txt says of the post. Words were read here, not the post.")
    heard = dialog.accessibleDescription().splitlines()
    assert heard[1] == (
        "It appears to show: Part-time. “0.6” In the case now: not known. "
        "Nothing can be put into the case from here. Answer “Full-time equivalent” in the form."
    )
    assert heard[-1] == "It says nothing of: On the leadership team."


def test_what_is_ticked_is_told_once_it_is_put_into_the_case(dialog: DescriptionDialog) -> None:
    told: list[list[Offer]] = []
    dialog.confirmed.connect(told.append)
    for tick in ticks(dialog):
        click(tick)
    click(tick)
    assert told == []
    click(dialog.close_button)
    assert [[offer.fact for offer in each] for each in told] == [["significant_responsibility"]]


def test_a_description_without_anything_to_confirm_is_only_closed(
    qtbot: QtBot, styled: None, wording: Wording
) -> None:
    del styled
    dialog = dialog_of(qtbot, wording, {"part_time": read(NOT_KNOWN)})
    told: list[object] = []
    dialog.confirmed.connect(told.append)
    assert [each.text() for each in dialog.findChildren(QPushButton)] == ["&Close"]
    assert "Nothing in it shows a fact that is asked about." in texts(dialog)
    click(dialog.close_button)
    assert told == []
    assert not dialog.isVisible()


def test_it_begins_at_the_top_with_the_keys_on_its_heading(long: DescriptionDialog) -> None:
    assert long.focusWidget() is long.heading
    assert long.area.verticalScrollBar().value() == 0
    assert in_view(long, long.heading)


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_a_tick_that_tab_comes_to_is_in_view_with_the_sentences_above_it(
    qtbot: QtBot, long: DescriptionDialog, size: tuple[int, int], key: Qt.Key
) -> None:
    long.resize(*size)
    QApplication.processEvents()
    qtbot.waitUntil(long.isActiveWindow)
    whole, way = 0, list(ticks(long))
    if key is Qt.Key.Key_Backtab:
        way.reverse()
        way[0].setFocus()
        del way[0]
    for tick in way:
        press(long.focusWidget(), key)
        assert long.focusWidget() is tick
        assert in_view(long, tick)
        card = tick.parentWidget()
        assert isinstance(card, FactCard)
        if card.height() + 60 < long.area.viewport().height():
            assert in_view(long, card), card.told.label
            whole += 1
    assert whole >= 5


def test_a_click_on_a_tick_moves_nothing_under_the_mouse(long: DescriptionDialog) -> None:
    long.resize(640, 360)
    QApplication.processEvents()
    first = next(ticks(long))
    bar = long.area.verticalScrollBar()
    bar.setValue(first.mapTo(long.inner, QPoint(0, 0)).y() - 20)
    before = bar.value()
    click(first)
    assert first.isChecked()
    assert bar.value() == before


@pytest.mark.parametrize("size", [(680, 640), (640, 360)])
def test_no_text_is_cut_and_nothing_lies_beside_the_window(
    long: DescriptionDialog, size: tuple[int, int]
) -> None:
    long.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    assert (long.width(), long.height()) == size
    assert long.inner.width() <= long.area.viewport().width()
    for label in long.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    for tick in ticks(long):
        assert tick.height() >= tick.heightForWidth(tick.width())
    for button in long.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
        assert long.rect().contains(QRect(button.mapTo(long, QPoint(0, 0)), button.size()))


def test_the_keys_that_scroll_a_page_scroll_it(long: DescriptionDialog) -> None:
    press(long, Qt.Key.Key_PageDown)
    assert long.area.verticalScrollBar().value() > 0
