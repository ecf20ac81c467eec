"""Where form and answer have no room beside each other, the answer is a page of the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from payapp.gui.case_page import CasePage
from payapp.gui.outline import Form
from payapp.gui.style import colours
from payapp.gui.window import MainWindow
from tests.gui.hands import act, click, field, press, say, type_over, wait_for_case

# What 150 % and 200 % leave of a screen with 1280 x 720 pixels.
NARROW = [(853, 480), (640, 360)]
WIDE = (1280, 720)


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.fixture(params=NARROW)
def narrow(request: pytest.FixtureRequest, window: MainWindow, page: CasePage) -> CasePage:
    window.resize(*request.param)
    settle()
    assert (window.width(), window.height()) == request.param
    return page


def tabs(page: CasePage) -> list[str]:
    steps = page.form.steps
    return [steps.tabText(place).split(" (")[0] for place in range(steps.count())]


def test_there_is_room_for_both_on_a_usual_screen(page: CasePage) -> None:
    assert tabs(page) == ["Employer", "Post", "Duties", "Pay"]
    assert page.form.isVisible()
    assert page.answer.isVisible()


def test_the_answer_is_the_last_page_and_its_tab_shows_its_symbol(narrow: CasePage) -> None:
    assert tabs(narrow) == ["Employer", "Post", "Duties", "Pay", "Answer …"]
    assert not narrow.answer.isVisible()
    assert narrow.form.width() == narrow.width()


def test_the_tab_of_the_answer_is_read_with_its_verdict_and_follows_it(narrow: CasePage) -> None:
    steps = narrow.form.steps
    assert steps.accessibleTabName(4).startswith("Answer: We cannot tell yet")
    narrow.form.answered.emit("salary", "30000")
    narrow.end_typing()
    assert tabs(narrow)[4] == "Answer ✗"
    assert steps.accessibleTabName(4).startswith("Answer: Your pay does not appear")


@pytest.mark.parametrize("action", ["check", "verdict"])
def test_the_keys_go_to_the_verdict_from_any_page(
    window: MainWindow, narrow: CasePage, action: str
) -> None:
    act(window, action)
    assert narrow.answer.verdict.headline.hasFocus()
    assert narrow.answer.isVisible()
    assert narrow.form.steps.currentIndex() == 4


def test_the_pictures_of_the_answer_are_shown_from_any_page(
    window: MainWindow, narrow: CasePage
) -> None:
    act(window, "pictures")
    charts = narrow.answer.turns.charts
    assert charts is not None
    assert charts.isVisible()


def test_the_last_page_of_questions_leads_on_to_the_answer(narrow: CasePage) -> None:
    narrow.form.go_to_page_at(3)
    onward = narrow.form.pages["pay"].onward
    assert onward.text() == "Next: Answer  →"
    click(onward)
    assert narrow.answer.verdict.headline.hasFocus()


def test_a_missing_fact_leads_back_to_its_question(qtbot: QtBot, narrow: CasePage) -> None:
    narrow.go_to_answer()
    settle()
    model = narrow.answer.outline
    place = next(p for p in range(model.rowCount()) if model.row(p).line.form is Form.QUESTION)
    fact = model.row(place).line.fact
    narrow.answer.list.setCurrentIndex(model.index(place))
    press(narrow.answer.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: narrow.form.question_with_keys() == fact)
    assert not narrow.answer.isVisible()


def test_what_is_answered_on_a_narrow_screen_is_answered(narrow: CasePage) -> None:
    say(narrow, "teaches_sen_pupils", "yes")
    assert narrow.form.rows["teaches_sen_pupils"].control.isVisible()
    assert narrow.answered is not None
    assert narrow.answered.told is not None


def test_wider_again_both_stand_as_they_stood(window: MainWindow, page: CasePage) -> None:
    settle()
    page.split.setSizes([500, 779])
    settle()
    before = page.split.sizes()
    window.resize(*NARROW[0])
    settle()
    page.go_to_answer()
    settle()
    window.resize(*WIDE)
    settle()
    assert page.split.sizes() == before
    assert tabs(page) == ["Employer", "Post", "Duties", "Pay"]
    assert page.form.steps.currentIndex() == 3
    assert page.form.pages["pay"].isVisible()
    assert not page.form.pages["pay"].onward.isVisible()
    assert page.answer.verdict.isVisible()


def test_how_wide_both_stand_is_kept_while_the_window_is_narrow(
    window: MainWindow, page: CasePage
) -> None:
    settle()
    page.split.setSizes([500, 779])
    settle()
    before = page.widths()
    window.resize(*NARROW[0])
    settle()
    assert page.widths() == before


def test_nothing_is_scrolled_sideways_on_a_narrow_screen(narrow: CasePage) -> None:
    for place in range(4):
        narrow.form.go_to_page_at(place)
        settle()
        shown = list(narrow.form.pages.values())[place]
        assert shown.inner.width() <= shown.viewport().width()
        assert shown.horizontalScrollBar().maximum() == 0
    narrow.go_to_answer()
    settle()
    assert narrow.answer.width() <= narrow.pane.viewport().width()


@pytest.mark.parametrize("narrow_first", [False, True])
def test_the_verdict_is_in_the_colour_of_its_tone_beside_the_form_and_behind_it(
    window: MainWindow, page: CasePage, *, narrow_first: bool
) -> None:
    def colour() -> str:
        return page.answer.verdict.headline.palette().windowText().color().name()

    window.resize(*(NARROW[0] if narrow_first else WIDE))
    settle()
    assert colour() == colours().unknown
    page.form.answered.emit("salary", "30000")
    page.end_typing()
    page.go_to_answer()
    settle()
    assert colour() == colours().bad
    window.resize(*(WIDE if narrow_first else NARROW[0]))
    settle()
    assert colour() == colours().bad


NOTHING_FURTHER = (
    "No national pay document appears to bind this post, so nothing further is asked: "
    "no further answer would change the result."
)


def shown_questions(page: CasePage) -> set[str]:
    return {fact for fact, row in page.form.rows.items() if not row.isHidden()}


def test_where_no_document_binds_the_form_says_that_nothing_further_is_asked(
    window: MainWindow,
) -> None:
    act(window, "new")
    page = window.page
    assert page is not None
    employer = page.form.pages["employer"]
    assert (employer.end, employer.onward.isHidden()) == ("", False)
    page.form.answered.emit("nation", "scotland")
    page.form.answered.emit("employer", "independent")
    assert {each.end for each in page.form.pages.values()} == {NOTHING_FURTHER}
    assert employer.onward.isHidden()
    assert not shown_questions(page).intersection({"role", "fte", "salary"})
    page.ask_all(ask_all=True)
    assert {each.end for each in page.form.pages.values()} == {""}
    assert shown_questions(page) >= {"role", "fte", "salary"}
    page.ask_all(ask_all=False)
    page.form.answered.emit("employer", None)
    assert {each.end for each in page.form.pages.values()} == {""}
    assert not employer.onward.isHidden()
    assert shown_questions(page) >= {"role", "fte", "salary"}


def asked(page: CasePage) -> set[str]:
    return {fact for fact, row in page.form.rows.items() if not row.isHidden()}


def test_what_is_asked_stays_asked_while_an_answer_is_to_be_put_right(page: CasePage) -> None:
    steps = page.form.steps
    before = asked(page)
    counted = [steps.tabText(place) for place in range(steps.count())]
    assert "on_leadership_team" in before
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    press(field(page, "fte"), Qt.Key.Key_Return)
    assert page.answered is not None
    assert [refusal.fact for refusal in page.answered.refusals] == ["fte"]
    assert asked(page) == before
    assert [steps.tabText(place) for place in range(steps.count())] == counted


def test_another_nation_asks_nothing_that_the_last_one_wanted(page: CasePage) -> None:
    page.form.go_to("fte")
    type_over(field(page, "fte"), "7")
    press(field(page, "fte"), Qt.Key.Key_Return)
    page.form.go_to("nation")
    press(page.form.rows["nation"].control, "s")
    assert page.texts.nation == "scotland"
    assert page.answered is not None
    assert page.answered.told is None
    assert "on_leadership_team" not in asked(page)


def test_another_case_asks_nothing_that_the_last_one_wanted(
    qtbot: QtBot, window: MainWindow, page: CasePage
) -> None:
    assert "on_leadership_team" in asked(page)
    assert window.document is not None
    window.document.start({"schema": 1, "nation": "england", "on": "soon"})
    wait_for_case(qtbot, window)
    assert "on_leadership_team" not in asked(page)


@pytest.mark.parametrize(("letter", "named"), [("e", "SEN allowance"), ("w", "SEN/ALN allowance")])
def test_the_verdict_names_what_is_open_as_the_findings_of_the_nation_are_headed(
    qtbot: QtBot, window: MainWindow, letter: str, named: str
) -> None:
    window.new_case()
    page = wait_for_case(qtbot, window)
    press(page.form.rows["nation"].control, letter)
    said = page.answer.verdict.headline.accessibleName()
    (line,) = [each for each in said.splitlines() if each.startswith("Not decided yet: ")]
    assert named in line.removeprefix("Not decided yet: ").rstrip(".").split(", ")
    assert page.answered is not None
    assert page.answered.told is not None
    assert named in [each.title for each in page.answered.told.report.findings]
