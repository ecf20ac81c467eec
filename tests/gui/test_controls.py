"""The controls that a question is answered with."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from payapp.gui.controls import Choice, Field, OpenChoice, ThreeWay
from payapp.gui.form_model import Kind
from payapp.gui.style import LIGHT
from tests.gui.hands import click, press, type_text

LEFT = Qt.MouseButton.LeftButton
ANSWERS = (("yes", "Yes", "Y"), ("no", "No", "N"), ("not-known", "Not known", "K"))
MONTHS = ("January", "February")


@pytest.fixture
def place(qtbot: QtBot, styled: None) -> QWidget:
    del styled
    place = QWidget()
    QVBoxLayout(place)
    qtbot.addWidget(place)
    place.show()
    qtbot.waitUntil(place.isActiveWindow)
    return place


def put(place: QWidget, *controls: QWidget) -> None:
    layout = place.layout()
    assert layout is not None
    for control in controls:
        layout.addWidget(control)
        control.show()


@pytest.fixture
def three(place: QWidget) -> ThreeWay:
    three = ThreeWay(ANSWERS)
    three.set_name("Is it sustained?")
    put(place, three)
    return three


def test_nothing_is_known_to_begin_with(three: ThreeWay) -> None:
    assert three.segment("not-known").isChecked()


@pytest.mark.parametrize("code", ["yes", "no", "not-known"])
def test_a_click_chooses_an_answer_and_tells_of_it_once(three: ThreeWay, code: str) -> None:
    heard: list[object] = []
    three.chosen.connect(heard.append)
    edge = QPoint(2, three.segment(code).height() // 2)
    click(three.segment(code), edge)
    assert heard == [code]
    assert three.segment(code).isChecked()


@pytest.mark.parametrize(("key", "code"), [("y", "yes"), ("N", "no"), ("k", "not-known")])
def test_the_first_letter_chooses_an_answer(
    qtbot: QtBot, three: ThreeWay, key: str, code: str
) -> None:
    with qtbot.waitSignal(three.chosen) as chosen:
        press(three, key)
    assert chosen.args == [code]


def test_another_letter_chooses_nothing(qtbot: QtBot, three: ThreeWay) -> None:
    with qtbot.assertNotEmitted(three.chosen):
        press(three, "x")


def test_an_arrow_goes_to_the_answer_beside_and_chooses_it(qtbot: QtBot, three: ThreeWay) -> None:
    three.segment("not-known").setFocus()
    with qtbot.waitSignal(three.chosen) as chosen:
        press(three.segment("not-known"), Qt.Key.Key_Left)
    assert chosen.args == ["no"]


def test_showing_an_answer_tells_of_nothing(qtbot: QtBot, three: ThreeWay) -> None:
    with qtbot.assertNotEmitted(three.chosen):
        three.show_answer("yes")
    assert three.segment("yes").isChecked()
    three.show_answer(None)
    assert three.segment("not-known").isChecked()


def test_the_question_is_one_stop_for_tab(place: QWidget) -> None:
    one, other = ThreeWay(ANSWERS), ThreeWay(ANSWERS)
    put(place, one, other)
    one.segment("not-known").setFocus()
    press(one.segment("not-known"), Qt.Key.Key_Tab)
    assert other.isAncestorOf(place.focusWidget())


def test_each_answer_is_read_with_its_question(three: ThreeWay) -> None:
    assert three.segment("yes").accessibleName() == "Is it sustained? Yes"
    read = QAccessible.queryAccessibleInterface(three.segment("yes"))
    assert read.role() is QAccessible.Role.RadioButton


def test_the_answer_with_the_keys_on_it_looks_different(three: ThreeWay) -> None:
    segment = three.segment("no")
    without = segment.grab().toImage()
    segment.setFocus()
    assert segment.grab().toImage() != without


def test_the_given_answer_looks_different(three: ThreeWay) -> None:
    three.show_answer("no")
    middle = QPoint(6, three.segment("no").height() // 2)
    given = three.segment("no").grab().toImage().pixelColor(middle)
    other = three.segment("yes").grab().toImage().pixelColor(middle)
    assert given != other


# A choice


@pytest.fixture
def choice(place: QWidget) -> Choice:
    choice = Choice()
    choice.set_name("What kind of school?")
    choice.offer((("", "Not known"), ("mainstream", "Mainstream"), ("special", "Special")))
    put(place, choice)
    return choice


def test_a_choice_is_read_by_the_name_of_its_question(choice: Choice) -> None:
    assert choice.accessibleName() == "What kind of school?"
    assert not choice.isEditable()


def test_a_choice_by_key_is_told_by_its_code(qtbot: QtBot, choice: Choice) -> None:
    choice.setFocus()
    with qtbot.waitSignal(choice.chosen) as chosen:
        press(choice, Qt.Key.Key_Down)
    assert chosen.args == ["mainstream"]


def test_the_first_entry_takes_the_answer_back(qtbot: QtBot, choice: Choice) -> None:
    choice.show_answer("mainstream")
    with qtbot.waitSignal(choice.chosen) as chosen:
        press(choice, Qt.Key.Key_Up)
    assert chosen.args == [None]


def test_showing_a_choice_tells_of_nothing(qtbot: QtBot, choice: Choice) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.show_answer("special")
    assert choice.currentText() == "Special"
    choice.show_answer("submarine")
    assert choice.currentText() == "Not known"


def test_the_same_offer_again_leaves_the_choice_alone(choice: Choice, qtbot: QtBot) -> None:
    choice.show_answer("special")
    with qtbot.assertNotEmitted(choice.currentIndexChanged):
        choice.offer((("", "Not known"), ("mainstream", "Mainstream"), ("special", "Special")))


def test_the_wheel_scrolls_the_page_and_never_changes_an_answer(choice: Choice) -> None:
    choice.show_answer("mainstream")
    inverted = False
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        inverted,
    )
    choice.wheelEvent(wheel)
    assert choice.currentText() == "Mainstream"
    assert not wheel.isAccepted()


def test_a_long_answer_is_never_cut_without_a_sign(choice: Choice) -> None:
    choice.offer((("", "Not known"), ("long", "a very long answer " * 9)))
    choice.show_answer("long")
    choice.setFixedWidth(200)
    assert choice.grab().toImage().pixelColor(2, 2) != QColor()
    assert choice.minimumSizeHint().width() <= 200


# A typed value


@pytest.fixture
def typed(place: QWidget) -> Field:
    typed = Field(Kind.POUNDS, MONTHS)
    typed.set_name("What is the salary?")
    put(place, typed)
    typed.setFocus()
    return typed


def test_every_keystroke_is_told_as_a_case_file_holds_it(typed: Field) -> None:
    heard: list[object] = []
    typed.typed.connect(heard.append)
    type_text(typed, "£1,2")
    assert heard == [None, "1", "1,", "1,2"]


def test_leaving_the_field_writes_the_value_in_its_usual_form(qtbot: QtBot, typed: Field) -> None:
    type_text(typed, "52835")
    assert typed.text() == "52835"
    with qtbot.waitSignal(typed.ended):
        typed.clearFocus()
    assert typed.text() == "52,835"


def test_what_is_being_typed_is_not_written_over(typed: Field) -> None:
    type_text(typed, "5283")
    typed.show_answer("5283")
    assert typed.text() == "5283"
    typed.show_answer("49134")
    assert typed.text() == "49,134"


@pytest.mark.parametrize("text", ["52.835", "12.345", "1e5"])
def test_what_is_refused_stands_as_it_was_typed(typed: Field, text: str) -> None:
    type_text(typed, text)
    typed.clearFocus()
    assert typed.text() == text


def test_a_file_that_is_let_go_over_a_field_is_left_to_the_window(typed: Field) -> None:
    names = OpenChoice(typed.parentWidget())
    assert not typed.acceptDrops()
    assert not names.acceptDrops()
    inside = names.lineEdit()
    assert inside is not None
    assert not inside.acceptDrops()


def test_a_field_is_read_by_its_question(typed: Field) -> None:
    assert typed.accessibleName() == "What is the salary?"


def test_a_refused_value_marks_its_field(typed: Field) -> None:
    typed.clearFocus()
    before = typed.grab().toImage()
    typed.show_refused(refused=True)
    assert typed.grab().toImage() != before
    typed.show_refused(refused=False)
    assert typed.grab().toImage() == before


LONG = "An academy that follows the national document, or transferred with its terms"


def test_a_long_answer_goes_on_in_another_line_instead_of_being_cut(place: QWidget) -> None:
    choice = Choice()
    choice.offer((("", "Not known"), ("academy", LONG)))
    put(place, choice)
    place.resize(900, 300)
    QApplication.processEvents()
    choice.show_answer("academy")
    one_line = choice.height()
    place.resize(300, 300)
    QApplication.processEvents()
    assert choice.height() == one_line + choice.fontMetrics().height()
    choice.show_answer(None)
    assert choice.height() == one_line


def test_all_controls_of_a_line_are_alike_in_height(place: QWidget) -> None:
    choice, field, three = Choice(), Field(Kind.POUNDS, MONTHS), ThreeWay(ANSWERS)
    choice.offer((("", "Not known"),))
    put(place, choice, field, three)
    place.resize(600, 300)
    QApplication.processEvents()
    heights = {choice.height(), field.sizeHint().height(), three.sizeHint().height()}
    assert len(heights) == 1


def test_a_name_may_be_chosen_or_typed(place: QWidget) -> None:
    names = OpenChoice()
    names.addItems(["", "Payroll export"])
    put(place, names)
    names.setFocus()
    type_text(names, "May sheet")
    press(names, Qt.Key.Key_Return)
    assert names.currentText() == "May sheet"
    assert names.count() == 2, "what is typed is no new entry"
    drawn = names.grab().toImage()
    inked = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in (0, 1, 17)}
    assert LIGHT.accent in inked, "a ring shows where the keys are"


def test_a_field_for_a_day_grows_with_the_type(place: QWidget, qapp: QApplication) -> None:
    before = Field(Kind.DATE, MONTHS, place).width()
    font = qapp.font()
    size = font.pointSizeF()
    font.setPointSizeF(2 * size)
    qapp.setFont(font)
    assert Field(Kind.DATE, MONTHS, place).width() == pytest.approx(2 * before, abs=1)
    font.setPointSizeF(size)
    qapp.setFont(font)
