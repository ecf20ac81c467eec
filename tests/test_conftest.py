"""The guards of conftest.py, each seen to bite."""

import logging
import os
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

pytest_plugins = ["pytester"]


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_is_refused(family: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="works offline"):
        socket.socket(family, socket.SOCK_STREAM)


def test_a_connection_is_refused_before_any_look_up() -> None:
    with pytest.raises(AssertionError, match="about to be looked up"):
        socket.create_connection(("example.invalid", 443))


def test_home_and_data_folder_belong_to_the_test(own_home: Path) -> None:
    assert Path.home() == own_home
    assert Path(os.environ["PAYAPP_HOME"]).parent == own_home
    assert not list((own_home / "config").glob("*"))


@pytest.mark.parametrize("turn", [1, 2])
def test_settings_belong_to_the_test(own_home: Path, turn: int) -> None:
    settings = QSettings("payapp", "payapp")
    assert settings.value("turn") is None
    settings.setValue("turn", turn)
    settings.sync()
    assert Path(settings.fileName()).is_relative_to(own_home)
    assert Path(settings.fileName()).exists()


@pytest.mark.logs("figures are .* old")
def test_an_expected_warning_passes() -> None:
    logging.getLogger("payapp").warning("the figures are %s old", "a year")


def _run_with_this_conftest(pytester: pytest.Pytester, source: str) -> pytest.RunResult:
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makeini(
        "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\nmarkers = logs(pattern): as here"
    )
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider")


def test_an_unexpected_warning_fails_the_test(pytester: pytest.Pytester) -> None:
    result = _run_with_this_conftest(
        pytester,
        "import logging\ndef test_it():\n    logging.getLogger('payapp').warning('odd')\n",
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*logged without being expected: *odd*"])


def test_a_warning_that_was_expected_and_did_not_come_fails_the_test(
    pytester: pytest.Pytester,
) -> None:
    result = _run_with_this_conftest(
        pytester, "import pytest\n@pytest.mark.logs('odd')\ndef test_it():\n    pass\n"
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*expected to be logged and was not: *odd*"])


def test_a_warning_of_qt_fails_the_test(pytester: pytest.Pytester) -> None:
    result = _run_with_this_conftest(
        pytester, "from PySide6.QtCore import qWarning\ndef test_it():\n    qWarning('odd')\n"
    )
    result.assert_outcomes(failed=1)
