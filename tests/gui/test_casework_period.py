"""The period of arrears: it follows the case until a person types a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from payapp.domain.library import Library
from payapp.files.case_files import read_case
from payapp.gui.casework_desk import CaseDesk
from payapp.gui.period_fields import Period
from payapp.gui.table_panel import Desk
from payapp.gui.tasks import Tasks
from payapp.report.wording import Wording
from tests.gui.conftest import EXAMPLES, Chosen
from tests.gui.hands import type_text

CASE = read_case(EXAMPLES / "england-cannot-be-told.json")


@pytest.fixture
def period(qtbot: QtBot, library: Library, wording: Wording, chosen: Chosen) -> Iterator[Period]:
    parent, tasks = QWidget(), Tasks()
    qtbot.addWidget(parent)
    desk = CaseDesk(Desk(library, "version 1", wording, chosen, tasks), CASE)
    period = Period(desk, parent)
    layout = QVBoxLayout(parent)
    for box in period.boxes():
        layout.addLayout(box)
    period.follow()
    yield period
    tasks.wait()


def type_day(period: Period, name: str, text: str) -> None:
    field = getattr(period, name)
    field.selectAll()
    type_text(field, text)


def test_a_period_begins_with_the_pay_year_of_the_case(period: Period) -> None:
    assert period.days() == (date(2025, 9, 1), date(2025, 10, 1))


def test_a_period_follows_the_day_of_the_case_until_one_is_typed(period: Period) -> None:
    period.casework.case = replace(CASE, on=date(2026, 1, 5))
    period.follow()
    assert period.days() == (date(2025, 9, 1), date(2026, 1, 5))
    type_day(period, "last", "31 December 2025")
    period.casework.case = CASE
    period.follow()
    assert period.days() == (date(2025, 9, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("name", "text"),
    [("last", "31 August 2025"), ("last", "soon"), ("first", "1 October 1985")],
)
def test_what_is_no_period_of_forty_years_is_marked(period: Period, name: str, text: str) -> None:
    if name == "first":
        type_day(period, "last", "1 October 2026")
    type_day(period, name, text)
    assert period.days() is None
    assert getattr(period, name).property("refused")


def test_a_period_that_is_put_right_is_marked_no_longer(period: Period) -> None:
    type_day(period, "last", "31 August 2025")
    type_day(period, "first", "1 August 2025")
    assert period.days() == (date(2025, 8, 1), date(2025, 8, 31))
    assert not period.first.property("refused")
    assert not period.last.property("refused")
