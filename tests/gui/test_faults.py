"""A fault of the program reaches one dialog, and takes no case data along."""

import sys
from pathlib import Path

import pytest

from payapp import __version__
from payapp.gui.faults import catch_faults, details_of


def fault() -> BaseException:
    try:
        int("Ms A. Teacher earns 51,048")
    except ValueError as error:
        return error
    raise AssertionError("that was a number")


def test_the_details_hold_versions_and_places_and_nothing_of_the_case() -> None:
    details = details_of(fault())
    assert f"payapp {__version__}" in details
    assert "ValueError" in details
    assert "gui/test_faults.py:" in details
    assert "Teacher" not in details
    assert "51,048" not in details


def test_the_details_name_no_folder_of_the_user() -> None:
    assert str(Path(__file__).parent.parent) not in details_of(fault())


def test_an_exception_that_nobody_handled_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    shown: list[str] = []
    before = catch_faults(shown.append)
    assert before is sys.__excepthook__
    error = fault()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(shown) == 1
    assert "ValueError" in shown[0]


def test_an_interruption_from_the_keyboard_is_left_to_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: left.append(kind))
    shown: list[str] = []
    catch_faults(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert left == [KeyboardInterrupt]
