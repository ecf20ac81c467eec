"""An award on its page: worked out or read from a file, looked at, and written by one button.

U3 in Wales was £51,942 from September 2025; 3.5% on it, to the next pound, is £53,760.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from payapp.gui.addition_page import AdditionPage
from tests.gui.desks import OnDesk, cells
from tests.gui.hands import click, press, type_text

HEAD = "nation,area,valid_from,valid_to,item,point,amount,nature,provenance,sources,confidence\n"
SEN1 = "northern-ireland,all,2026-09-01,,sen1,value,{amount},agreed,printed,S32,3\n"


class File:
    """The file that a person would choose."""

    path: Path | None = None


@pytest.fixture
def file() -> File:
    return File()


@pytest.fixture
def page(on_desk: OnDesk, file: File) -> AdditionPage:
    return on_desk.show(AdditionPage(on_desk.desk, lambda: file.path, on_desk.window))


def work_out(on_desk: OnDesk, page: AdditionPage, nation: str, percent: str, day: str) -> None:
    page.nation.setFocus()
    type_text(page.nation, nation)
    for field, typed in ((page.percent, percent), (page.start, day)):
        if typed:
            on_desk.type_over(field, typed)
    press(page.start, Qt.Key.Key_Tab)
    press(page.work_out, Qt.Key.Key_Space)
    on_desk.wait()


def choose(on_desk: OnDesk, page: AdditionPage, file: File, text: str, folder: Path) -> None:
    file.path = folder / "award.csv"
    file.path.write_text(HEAD + text, encoding="utf-8")
    click(page.choose)
    on_desk.wait()


def of(page: AdditionPage, item: str, point: str) -> list[str]:
    return next(row[4:] for row in cells(page.panel) if row[2:4] == [item, point])


def test_nothing_is_planned_to_begin_with_and_nothing_can_be_written(page: AdditionPage) -> None:
    assert not page.write.isEnabled()
    assert page.refusal.isHidden()
    assert cells(page.panel) == []
    click(page.write)
    assert cells(page.panel) == []


def test_an_award_is_worked_out_by_the_keys_alone(on_desk: OnDesk, page: AdditionPage) -> None:
    work_out(on_desk, page, "Wales", "3.5", "1 September 2026")
    assert of(page, "Upper pay range", "U3")[:3] == ["£51,942", "£53,760", "£1,818"]
    assert page.write.isEnabled()


@pytest.mark.parametrize("percent", ["3.5%", " 3.5 ", "3.50"])
def test_a_percentage_is_taken_however_it_is_typed(
    on_desk: OnDesk, page: AdditionPage, percent: str
) -> None:
    work_out(on_desk, page, "Wales", percent, "1/9/2026")
    assert of(page, "Upper pay range", "U3")[1] == "£53,760"


@pytest.mark.parametrize(
    ("nation", "percent", "day", "sentence"),
    [
        ("", "3.5", "1 September 2026", "Select the nation whose figures are to be raised."),
        ("Wales", "", "1 September 2026", "Enter the percentage, such as 3.5."),
        ("Wales", "3.5", "", "Enter the day from which the award is paid"),
        ("Wales", "3.5", "31 September 2026", "Enter the day from which the award is paid"),
    ],
)
def test_what_is_wanting_is_said_first_and_gets_the_keys(
    on_desk: OnDesk, page: AdditionPage, nation: str, percent: str, day: str, sentence: str
) -> None:
    work_out(on_desk, page, nation, percent, day)
    assert page.refusal.text().startswith(f"✗ {sentence}")
    assert page.refusal.property("role") == "error"
    assert page.refusal.hasFocus()
    assert not page.write.isEnabled()


def test_a_percentage_that_is_none_is_marked_and_named_until_it_is_put_right(
    on_desk: OnDesk, page: AdditionPage
) -> None:
    work_out(on_desk, page, "Wales", "abc", "1 September 2028")
    assert page.refusal.text() == "✗ Enter the percentage, such as 3.5. 'abc' is not accepted."
    assert page.percent.property("refused") is True
    assert page.start.property("refused") is not True
    work_out(on_desk, page, "Wales", "3.5", "1 September 2028")
    assert page.percent.property("refused") is False
    assert page.refusal.isHidden()


def test_a_day_that_is_none_is_named_when_the_figures_are_to_be_worked_out(
    on_desk: OnDesk, page: AdditionPage
) -> None:
    work_out(on_desk, page, "Wales", "3.5", "30/2/2027")
    assert page.refusal.text() == (
        "✗ Enter the day from which the award is paid, such as 1 September 2028. "
        "'30/2/2027' is not accepted."
    )
    assert page.percent.property("refused") is not True


def test_a_day_that_is_none_is_marked_beside_its_field(on_desk: OnDesk, page: AdditionPage) -> None:
    on_desk.type_over(page.start, "31 September 2026")
    assert page.start.property("refused") is True
    on_desk.type_over(page.start, "30 September 2026")
    assert page.start.property("refused") is False


def test_a_refusal_takes_an_earlier_plan_away(on_desk: OnDesk, page: AdditionPage) -> None:
    work_out(on_desk, page, "Wales", "3.5", "1 September 2026")
    on_desk.type_over(page.percent, "much")
    click(page.work_out)
    assert cells(page.panel) == []
    assert not page.write.isEnabled()


def test_figures_of_a_file_stand_beside_those_that_they_follow(
    on_desk: OnDesk, page: AdditionPage, file: File, tmp_path: Path
) -> None:
    choose(on_desk, page, file, SEN1.format(amount=2800), tmp_path)
    assert cells(page.panel) == [
        [*("Northern Ireland", "Whole nation", "SEN1", "value"), "£2,717", "£2,800", "£83", "3.1"]
    ]


def test_a_file_is_written_into_the_folder_of_the_user_and_told(
    on_desk: OnDesk, page: AdditionPage, file: File, tmp_path: Path, own_home: Path
) -> None:
    choose(on_desk, page, file, SEN1.format(amount=2800), tmp_path)
    told: list[bool] = []
    page.added.connect(lambda: told.append(True))
    page.write.setFocus()
    press(page.write, Qt.Key.Key_Space)
    on_desk.wait()
    assert told == [True]
    assert page.panel.status.text().startswith("Written: northern-ireland/2026-09-01.csv")
    written = own_home / "payapp" / "schedules" / "northern-ireland" / "2026-09-01.csv"
    assert ",sen1,value,2800," in written.read_text("utf-8")
    assert not page.write.isEnabled()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (SEN1.format(amount="much"), "row 2, column amount"),
        (SEN1.format(amount=2800).replace("northern-ireland", "france"), "row 2, column nation"),
        (SEN1.format(amount=2800).replace("2026-09-01", "soon"), "row 2, column valid_from"),
    ],
)
def test_a_faulty_file_is_refused_with_its_row_and_column(
    on_desk: OnDesk, page: AdditionPage, file: File, tmp_path: Path, row: str, sentence: str
) -> None:
    choose(on_desk, page, file, row, tmp_path)
    assert sentence in page.refusal.text()
    assert "award.csv" in page.refusal.text()
    assert page.refusal.hasFocus()
    assert not page.write.isEnabled()


def test_a_folder_that_cannot_be_written_into_is_told_in_a_sentence(
    on_desk: OnDesk, page: AdditionPage, file: File, tmp_path: Path, own_home: Path
) -> None:
    choose(on_desk, page, file, SEN1.format(amount=2800), tmp_path)
    (own_home / "payapp").mkdir(exist_ok=True)
    (own_home / "payapp" / "schedules").write_text("in the way", encoding="utf-8")
    click(page.write)
    on_desk.wait()
    assert page.refusal.isVisible()
    assert "cannot be written" in page.refusal.text()


def test_no_file_chosen_changes_nothing(on_desk: OnDesk, page: AdditionPage, file: File) -> None:
    work_out(on_desk, page, "Wales", "3.5", "1 September 2026")
    before = cells(page.panel)
    file.path = None
    click(page.choose)
    assert cells(page.panel) == before


def test_figures_that_were_opened_again_leave_the_plan_as_it_is(
    on_desk: OnDesk, page: AdditionPage
) -> None:
    work_out(on_desk, page, "Wales", "3.5", "1 September 2026")
    before = cells(page.panel)
    page.renew()
    assert cells(page.panel) == before


def test_a_page_that_is_closed_while_it_plans_is_freed(on_desk: OnDesk, page: AdditionPage) -> None:
    page.nation.setFocus()
    type_text(page.nation, "Wales")
    page.percent.setText("3.5")
    on_desk.type_over(page.start, "1 September 2026")
    click(page.work_out)
    assert on_desk.frees(page)
