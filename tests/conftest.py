"""What holds for every test: no network, a home of its own, and no warning that goes unseen."""

import logging
import os
import re
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from payapp.domain.library import Library
    from payapp.report.wording import Wording

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run, and no clock: a slow machine is not a fault of the rules.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")


class NoSocket(socket.socket):
    """Stands in for every socket: payapp works offline, and so do its tests."""

    def __init__(self, *_arguments: Any, **_options: Any) -> None:
        message = "payapp works offline: a socket was about to be opened"
        raise AssertionError(message)


def _refuse_look_up(host: object, *_arguments: Any, **_options: Any) -> None:
    message = f"payapp works offline: the address of {host!r} was about to be looked up"
    raise AssertionError(message)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", NoSocket)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse_look_up)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the test a home, a data folder and settings that no other test has seen."""
    home = tmp_path_factory.mktemp("home")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    for name, folder in {
        "HOME": home,
        "PAYAPP_HOME": home / "payapp",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_RUNTIME_DIR": runtime,
    }.items():
        monkeypatch.setenv(name, str(folder))
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture(autouse=True)
def _no_unexpected_warning(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail the test that logs a warning, unless it says so with `pytest.mark.logs(pattern)`."""
    yield
    expected = [mark.args[0] for mark in request.node.iter_markers("logs")]
    messages = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [m for m in messages if not any(re.search(p, m) for p in expected)]
    assert not unexpected, f"logged without being expected: {unexpected}"
    silent = [p for p in expected if not any(re.search(p, m) for m in messages)]
    assert not silent, f"expected to be logged and was not: {silent}"


@pytest.fixture(scope="session")
def library() -> "Library":
    """Return the figures and rules as they ship; the guards above run without the package."""
    from payapp.files.schedules import open_library

    return open_library()


@pytest.fixture(scope="session")
def wording() -> "Wording":
    """Return the texts as they ship."""
    from payapp.report.wording import Wording

    return Wording.load()


@pytest.fixture
def schedules_with(tmp_path: Path) -> Callable[[str], Path]:
    """Return a small good set of schedules, with the files of one broken set in place of its own.

    An empty name leaves the good set as it is.
    """
    fixtures = Path(__file__).parent / "fixtures" / "schedules"

    def copied(broken: str) -> Path:
        folder = tmp_path / "schedules"
        shutil.copytree(fixtures / "good", folder)
        if broken:
            shutil.copytree(fixtures / "broken" / broken, folder, dirs_exist_ok=True)
        return folder

    return copied
